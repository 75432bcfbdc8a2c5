"""What a common noun can be in a capture: a kind of place, or an actor of one side."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from extractor.lexicon import tables
from extractor.naming.forms import plain
from extractor.naming.knowledge import demonyms, look_up

Side = Literal["insurgent", "state", "either"]
_NOUNS = "captures/nouns.toml"


@cache
def _forms(table: str) -> dict[str, str]:
    entries = tables(_NOUNS)[table]
    return {
        form: label.removesuffix("_plural")
        for label, nouns in entries.items()
        for noun in nouns
        for form in (_inflected(noun)[1:2] if label.endswith("_plural") else _inflected(noun))
    }


def _inflected(noun: str) -> tuple[str, ...]:
    if "-" in noun:
        return (noun, "-".join(_inflected(part)[1] for part in noun.split("-")))
    if noun == "lieu":
        return noun, "lieux"
    plural = noun if noun.endswith(("s", "x", "z")) else f"{noun}x" if noun.endswith("eau") else f"{noun}s"
    feminine = noun[:-2] + "nne" if noun.endswith("en") else noun + "e"
    return noun, plural, feminine, feminine + "s"


def place_noun(form: str) -> str | None:
    """``settlement``, ``site`` or ``region`` for a noun of place, else None.

    Args:
        form: The word as it stands in the text.
    """
    forms, lower = _forms("places"), form.lower()
    # «ville-frontière», «village-étape»; not «Fort-de-France»
    return forms.get(lower) or (forms.get(lower.split("-")[0]) if "-" in form and form == lower else None)


@cache
def _singular_places() -> frozenset[str]:
    return frozenset(noun for nouns in tables(_NOUNS)["places"].values() for noun in nouns)


def is_plural_place(form: str) -> bool:
    """True for the plural of a noun of place: «villes», not «oasis».

    Args:
        form: The word as it stands in the text.
    """
    lower = form.lower()
    return lower.endswith(("s", "x")) and place_noun(lower) is not None and lower not in _singular_places()


@lru_cache(maxsize=1 << 12)
def actor_side(form: str) -> str | None:
    """``insurgent``, ``state`` or ``either`` for a noun that can take a town, else None.

    Args:
        form: The word as it stands in the text.
    """
    return _forms("actors").get(form.lower().removeprefix("ex-"))


def is_armed_noun(form: str) -> bool:
    """True for a noun of who bears arms («rebelles», «garnison»), not of who also votes or plays («groupe»).

    Args:
        form: The word as it stands in the text.
    """
    return actor_side(form) is not None and form.lower() not in _forms("unarmed")


def is_role_noun(form: str) -> bool:
    """True for a person who speaks or acts for somebody («porte-parole», «général»).

    Args:
        form: The word as it stands in the text.
    """
    return form.lower() in _forms("roles")


def is_extent(form: str) -> bool:
    """True for a noun that means the whole, a part or a share of a place («l'essentiel de»).

    Args:
        form: The word as it stands in the text.
    """
    return form.lower() in _forms("extents")


def is_part(form: str) -> bool:
    """True for a part by which a town is taken («les quartiers», «le centre»).

    Args:
        form: The word as it stands in the text.
    """
    return _forms("extents").get(form.lower()) in ("heart", "part")


def is_share(form: str) -> bool:
    """True for a noun of a share that is not the whole («la moitié de», «80 % de»).

    Args:
        form: The word as it stands in the text.
    """
    return _forms("extents").get(form.lower()) == "share"


def is_count(form: str) -> bool:
    """True for a noun that counts («une dizaine de»).

    Args:
        form: The word as it stands in the text.
    """
    return _forms("extents").get(form.lower()) == "count"


def is_capital(name: str) -> bool:
    """True for the capital of a country, which stands for its government as well.

    Args:
        name: Name of a place.
    """
    known = look_up(name)
    return known is not None and known.kind == "settlement" and known.country is not None


def is_country(name: str) -> bool:
    """True for a country or continent: armies leave and enter them, but they are no place that changes hands.

    Args:
        name: Name of a place.
    """
    known = look_up(name)
    return known is not None and known.kind in ("country", "continent")


@lru_cache(maxsize=1 << 12)
def is_demonym(form: str) -> bool:
    """True for «Afghan», «Sud-Africaine»: never a place.

    Args:
        form: The word as it stands in the text.
    """
    return plain(form).lower() in demonyms()


@cache
def _of_states() -> frozenset[str]:
    singular = {
        word for country in tables("places.toml")["countries"].values() for word in country["demonyms"]
    }
    return frozenset(plain(form).lower() for word in singular for form in (word, f"{word}s"))


@lru_cache(maxsize=1 << 12)
def is_of_state(form: str) -> bool:
    """True for the adjective of a state: «russe», not «musulmane».

    Args:
        form: The word as it stands in the text.
    """
    return plain(form).lower() in _of_states()
