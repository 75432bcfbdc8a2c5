"""«Y a subi le même sort», «s'y ajoutent Y et Z», «Y a suivi samedi»: another capture told again."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from extractor.captures.clause import date_tokens, introduced_by
from extractor.captures.described_places import described
from extractor.captures.fillers import Filler, entity_filler
from extractor.captures.place_lists import whole_list
from extractor.captures.town_names import may_be_town, may_be_unknown_town
from extractor.captures.verb_group import has_infinitive_form
from extractor.captures.vocabulary import place_noun
from extractor.lexicon import tables
from extractor.sentences import forms_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Span, Token

_WORDS = "captures/ellipsis.toml"
_BACK = 2  # sentences from the repetition back to the capture
_NEAR = 5  # tokens
_AT = ("à", "dans", "pour", "de")  # «même scénario **à** X», «au tour **de** X»; not «selon X»
_TOLD = ("capture", "loss")
_CLITIC = frozenset(("l'", "l’"))


@cache
def _words(table: str, name: str) -> frozenset[str]:
    return frozenset(tables(_WORDS)[table][name])


@cache
def repeating_forms() -> frozenset[str]:
    """The forms, in lower case, that may say «the same again»."""
    phrases = (words for part in ("again", "done", "join") for words in tables(_WORDS)[part].values())
    return frozenset(phrase.split()[-1] for words in phrases for phrase in words)


def may_repeat(forms: Sequence[str], i: int) -> bool:
    """Whether a form may say «the same again»: «est» only in «l'est», «été» in «l'a été».

    Args:
        forms: The forms of a text, in lower case.
        i: The token.
    """
    if forms[i] not in repeating_forms():
        return False
    return forms[i] not in _words("join", "be") or not _CLITIC.isdisjoint(forms[max(i - 2, 0) : i])


def repetitions(doc: Doc) -> Iterator[tuple[Token, list[Filler]]]:
    """Each word that says «the same again», with the towns that it is said of.

    Args:
        doc: The text.
    """
    forms, repeating = forms_of(doc), repeating_forms()
    for i in [i for i, form in enumerate(forms) if form in repeating]:
        towns = _towns_of(doc[i]) if may_repeat(forms, i) else []
        if towns:
            yield doc[i], towns


def accomplished(doc: Doc) -> Iterator[Token]:
    """Each word that says that what was announced has come: «c'est **chose faite** depuis lundi».

    Args:
        doc: The text.
    """
    forms, repeating = forms_of(doc), repeating_forms()
    for i in [i for i, form in enumerate(forms) if form in repeating]:
        form = forms[i]
        if i and f"{forms[i - 1]} {form}" in _words("done", "phrases"):
            yield doc[i]
        elif form in _words("done", "managed") and "y" in forms[max(i - _NEAR + 1, 0) : i]:
            yield doc[i]  # «ils **y** sont **parvenus** lundi»


def _towns_of(token: Token) -> list[Filler]:
    doc, sentence, form = token.doc, token.sent, token.lower_
    before = doc[token.i - 1].lower_ if token.i > sentence.start else ""
    again = form in _words("again", "phrases") or f"{before} {form}" in _words("again", "phrases")
    following = doc[token.i + 1] if token.i + 1 < sentence.end else token
    if again and following.lower_ in ("que", "qu'"):  # «Y a connu le même sort **que** X»
        return _before(token, bare=False)
    likewise = f"{before} {form}" in _words("again", "likewise") and following.lower_ in ("à", "pour")
    if likewise or (again and introduced_by(token) != "de"):  # not «parle de la même chose»
        return _after(token, sentence.end) or _before(token, bare=False) or _list_before(sentence)
    if form in _words("again", "turn") and before in ("au", "le"):
        return _after(token, min(token.i + _NEAR, sentence.end))
    if form in _words("join", "add") and _is_reflexive(token):
        return _after(token, sentence.end, bare=True) or _before(token, bare=True)
    if _continues(token) or _is_so(token):
        return _before(token, bare=True)
    return []


def _continues(verb: Token) -> bool:
    """«X a suivi samedi», «X l'avait précédée le 18 mai», «X a ouvert la série»."""
    doc, sentence, form = verb.doc, verb.sent, verb.lower_
    after = tokens_of(doc)[verb.i + 1 : min(verb.i + _NEAR, sentence.end)]
    if form in _words("join", "open"):
        return any(token.lower_ in _words("join", "series") for token in after)
    if form in _words("join", "precede"):
        clitics = {token.lower_ for token in tokens_of(doc)[max(sentence.start, verb.i - 3) : verb.i]}
        return bool(clitics & {"l'", "les", "l’"})
    if form not in _words("join", "follow") or not after:
        return False
    dates = date_tokens(doc)
    timed = any(token.i in dates or token.text[0].isdigit() for token in after[:2])
    return after[0].is_punct or timed or after[0].lower_ in _words("join", "soon")  # nobody is followed


def _is_so(verb: Token) -> bool:
    """«X, en revanche, **l'est** depuis lundi», «X **l'a été** le 25»: «l'» stands for «tombée»."""
    doc, i = verb.doc, verb.i
    if verb.lower_ not in _words("join", "be") or i - 1 < sentence_of(verb).start:
        return False
    clitic = doc[i - 1] if verb.lower_ != "été" else doc[max(i - 2, 0)]
    after = doc[i + 1] if i + 1 < sentence_of(verb).end else verb
    dated = after.i in date_tokens(doc) or after.lower_ == "depuis"
    return clitic.lower_ == "l'" and (dated or after.text in (".", ",", ";"))


def _is_reflexive(verb: Token) -> bool:
    before = {
        token.lower_ for token in tokens_of(verb.doc)[max(sentence_of(verb).start, verb.i - _NEAR) : verb.i]
    }
    return bool(before & {"s'", "se", "s’"})


def _after(origin: Token, end: int, *, bare: bool = False) -> list[Filler]:
    """The first town after a word, with the others of its list."""
    doc, dates = origin.doc, date_tokens(origin.doc)
    found: list[Filler] = []
    i = origin.i + 1
    while i < end:
        token = doc[i]
        stated = introduced_by(token) in (None, *(() if bare else _AT))
        if _is_town(token) and (found or stated):
            found.append(entity_filler(token))
            i = found[-1].end - 1
        elif found and i not in dates and token.lower_ not in _words("link", "words"):
            break
        i += 1
    return found


def _before(origin: Token, *, bare: bool) -> list[Filler]:
    """The nearest town before a word, with the others of its list: «X», «la ville de X», «la base de X»."""
    doc, start = origin.doc, sentence_of(origin).start
    for token in reversed(tokens_of(doc)[start : origin.i]):
        if not _is_town(token):
            continue
        owner = entity_filler(token).start - 2
        if introduced_by(token) == "de" and owner >= start and place_noun(doc[owner].lower_):
            return described(doc[owner])
        if not bare or introduced_by(token) is None:
            return [entity_filler(name) for name in whole_list(token)]
    return []


def _list_before(sentence: Span) -> list[Filler]:
    """«X, Y, Z. Idem, samedi»: the towns of the sentence before, where it names nothing else."""
    if not sentence.start:
        return []
    earlier = sentence.doc[sentence.start - 1].sent
    towns = [entity_filler(token) for token in earlier if _is_town(token)]
    held = {i for town in towns for i in range(town.start, town.end)}
    others = (token for token in earlier if token.i not in held and not token.is_punct and not token.is_space)
    return towns if all(token.lower_ in _words("link", "words") for token in others) else []


def _is_town(token: Token) -> bool:
    if token.ent_iob_ == "I" or token.i in date_tokens(token.doc):
        return False
    if not (token.text[:1].isupper() or token.ent_type_ == "LOC"):
        return False
    return may_be_town(token) or (token.ent_type_ == "" and may_be_unknown_town(token))


def repeated(trigger: Token, found: Mapping[int, dict[str, Any]]) -> dict[str, Any] | None:
    """The capture that a repetition tells again: the last one before it, at most two sentences back.

    Args:
        trigger: The word.
        found: What was read, by trigger token.
    """
    last = _last_before(trigger, found)
    return found[last] if last is not None else None


def announced_before(trigger: Token, found: Mapping[int, dict[str, Any]]) -> dict[str, Any] | None:
    """The capture that somebody meant to make before «c'est chose faite»: an infinitive or a noun.

    Args:
        trigger: The word.
        found: What was read, by trigger token.
    """
    last = _last_before(trigger, found)
    if last is None:
        return None
    planned = trigger.doc[last].pos_ == "NOUN" or has_infinitive_form(trigger.doc[last])
    return found[last] if planned else None


def _last_before(trigger: Token, found: Mapping[int, dict[str, Any]]) -> int | None:
    start = sentence_of(trigger).start
    for _ in range(_BACK):
        start = sentence_of(trigger.doc[start - 1]).start if start else 0
    earlier = (
        i
        for i, reading in found.items()
        if start <= i < trigger.i
        and (reading["outcome"] in _TOLD or (reading["outcome"] == "hold" and reading["begun"]))
    )
    return max(earlier, default=None)
