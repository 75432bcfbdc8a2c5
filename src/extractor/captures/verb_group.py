"""The verb with its auxiliaries, clitics and adverbs: negation, mood and tense, by word order.

The tree often hangs «pas encore» or an auxiliary elsewhere, while the group itself is never interrupted but
by adverbs («n'ont pas encore pris», «s'en seraient déjà emparés»).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.captures.cues import cue_forms
from extractor.captures.memory import remembered
from extractor.captures.voice import NEGATIVE, aside_before, auxiliaries, auxiliaries_before
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Token

CLITICS = frozenset(("se", "s'", "en", "y", "l'", "le", "la", "les", "lui", "leur", "ne", "n'"))
_CLITICS = CLITICS | {"me", "m'", "nous", "-t"}
_HAS = {"a", "ont", "avait", "avaient"}  # also where the tagger takes them for full verbs
_HELPERS = {"avoir", "être", "été", "ayant", "étant"}
_HEARSAY = {"aurait", "auraient", "serait", "seraient"}
_INVERTED = ("-t", "-il", "-elle", "-on", "-ils", "-elles", "-t-il", "-t-elle", "-t-on", "-t-ils", "-nous")
_NOBODY = {"aucun", "aucune", "ni", "nul", "nulle", "personne", "jamais", "rien"}
_ONLY = {"si", "s'", "lorsque", "quand", "après", "avec", "en", "par"}  # «ne … **que si**»
_NEAR_SUBJECT = 10
_ABLE = 7  # tokens: «n'était pas en mesure de **confirmer**»
_HAD = {"avait", "avaient", "était", "étaient"}
_SUPPOSED = 8  # tokens from «si» to its verb
_OPENING = {"«", '"', "“"}
_ONCE = {"quand", "lorsque", "lorsqu'", "dès", "aussitôt", "tant", "fois"}


@remembered
def group(verb: Token) -> list[Token]:
    """The verb with the auxiliaries, clitics and adverbs right before it.

    Args:
        verb: The verb.
    """
    found = [verb]
    infinitive = has_infinitive_form(verb)
    aside = aside_before(verb)
    end = verb.i if aside is None else aside
    for token in reversed(tokens_of(verb.doc)[sentence_of(verb).start : end]):
        lower = token.lower_
        helper = (
            token.pos_ == "AUX" or lower in _HELPERS or (lower in _HAS and "VerbForm=Part" in str(verb.morph))
        )
        if helper and infinitive:
            break
        adverb = token.pos_ == "ADV" and lower not in cue_forms()  # the model takes «dément» for one
        if not (helper or adverb or _is_clitic(token) or _is_aside(token)):
            break
        infinitive = infinitive or lower in ("avoir", "être")
        found.append(token)
    while len(found) > 1 and (_is_aside(found[-1]) or _is_adverb(found[-1])):
        found.pop()
    return found[::-1]


def _is_adverb(token: Token) -> bool:
    return token.pos_ == "ADV" and token.lower_ not in ("ne", "n'")


def _is_aside(token: Token) -> bool:
    """«n'a **d'ailleurs** jamais contesté», «n'avoir « jamais quitté »»: opening marks and «d'ailleurs»."""
    if token.lower_ == "ailleurs":
        return token.i > 0 and token.nbor(-1).lower_ == "d'"
    return token.text in _OPENING or (token.lower_ == "d'" and token.nbor(1).lower_ == "ailleurs")


def _is_clitic(token: Token) -> bool:
    return (token.lower_ in _CLITICS and token.pos_ not in ("DET", "ADP")) or token.lower_ in _INVERTED


@remembered
def helpers(verb: Token) -> list[Token]:
    """Auxiliaries of a verb: those of its group, else those near by («a en outre pris»).

    Args:
        verb: The verb.
    """
    if has_infinitive_form(verb):
        return []
    near = [token for token in group(verb)[:-1] if token.pos_ == "AUX" or token.lower_ in _HELPERS | _HAS]
    return near or auxiliaries(verb) or auxiliaries_before(verb)


def has_infinitive_form(verb: Token) -> bool:
    """Whether a form is tagged an infinitive and looks like one.

    Args:
        verb: The verb.
    """
    return "VerbForm=Inf" in str(verb.morph) and verb.lower_.endswith(("r", "re"))


def is_infinitive(verb: Token) -> bool:
    """Whether the first form of the group is an infinitive: «prendre», «avoir pris».

    Args:
        verb: The verb.
    """
    first = next(iter(helpers(verb)), verb)
    return has_infinitive_form(first) or first.lower_ in ("avoir", "être")


def is_compound(verb: Token) -> bool:
    """Whether it is told as done: «ont pris», «avait pu», «est tombée».

    Args:
        verb: The verb.
    """
    return bool(helpers(verb)) and not is_irreal(verb)


def is_compound_form(verb: Token) -> bool:
    """Whether an auxiliary stands in the group: «auraient pris», «ont pris».

    Args:
        verb: The verb.
    """
    return bool(helpers(verb))


def is_passive(verb: Token) -> bool:
    """Whether a form of «être» stands in the group.

    Args:
        verb: The verb.
    """
    return any(form.lemma_ == "être" or form.lower_ == "été" for form in helpers(verb))


def is_bare_participle(verb: Token) -> bool:
    """Whether it is a past participle without auxiliary: «X, **prise** lundi».

    Args:
        verb: The verb.
    """
    return "VerbForm=Part" in str(verb.morph) and "Tense=Past" in str(verb.morph) and not helpers(verb)


def is_conditional(verb: Token) -> bool:
    """Whether the group stands in the conditional; regular forms count whatever the tag.

    Args:
        verb: The verb.
    """
    return any(
        "Mood=Cnd" in str(form.morph)
        or form.lower_ in _HEARSAY
        or form.lower_ in (form.lemma_.rstrip("e") + "ait", form.lemma_.rstrip("e") + "aient")
        for form in (verb, *helpers(verb))
        if form.lemma_.endswith(("r", "re"))
    )


def is_unreal(verb: Token) -> bool:
    """«l'armée **aurait pris** X **si** les renforts n'**avaient** pas tardé»: it did not come to that.

    Args:
        verb: A verb in the conditional.
    """
    words = tokens_of(verb.doc)[slice(*sentence_of(verb))]
    if not is_compound_form(verb):
        return False
    clauses = (words[k + 1 : k + _SUPPOSED] for k, token in enumerate(words) if _supposes(token))
    return any(token.lower_ in _HAD for clause in clauses for token in clause)


def _supposes(token: Token) -> bool:
    """«**si** les renforts», «**s'**ils avaient»; not «**s'**en étaient emparés»."""
    elided = token.lower_ == "s'" and token.i + 1 < len(token.doc)
    return token.lower_ == "si" or (elided and token.nbor(1).lower_ in ("il", "ils"))


def is_future(verb: Token) -> bool:
    """Whether the group stands in the future; «la ville **aura tenu** dix jours» tells of the past.

    Args:
        verb: The verb.
    """
    forms = helpers(verb)
    if any(form.lower_ in ("aura", "auront") for form in forms):
        before = tokens_of(verb.doc)[max(sentence_of(verb).start, forms[0].i - _NEAR_SUBJECT) : forms[0].i]
        return any(token.lower_ in _ONCE for token in before)
    return any("Tense=Fut" in str(form.morph) for form in (verb, *forms))


def is_irreal(verb: Token) -> bool:
    """Whether the group stands in the future or conditional.

    Args:
        verb: The verb.
    """
    return is_future(verb) or is_conditional(verb)


def is_negated(verb: Token) -> bool:
    """Whether «ne» with «pas», «plus», «jamais», «aucun», «ni» bears on a verb; «ne … que» denies nothing.

    Args:
        verb: The verb.
    """
    tokens = group(verb)
    after = [
        token.lower_ for token in tokens_of(verb.doc)[verb.i + 1 : min(verb.i + 3, sentence_of(verb).end)]
    ]
    inside = {token.lower_ for token in tokens}
    if tokens[0].i > sentence_of(verb).start and tokens[0].nbor(-1).lower_ in ("non", "ni"):
        return True  # «une annonce **non confirmée**», «n'a ni confirmé **ni démenti**»
    if not {"ne", "n'", "n’"} & inside:
        return False
    if NEGATIVE & (inside | set(after)):
        return True
    left = tokens_of(verb.doc)[max(sentence_of(verb).start, tokens[0].i - _NEAR_SUBJECT) : tokens[0].i]
    return any(token.lower_ in _NOBODY for token in left)


def is_restricted(verb: Token) -> bool:
    """«**ne** pourra reprendre X **que** si»: so far it is not done, but it may be.

    Args:
        verb: The verb beside «ne».
    """
    after = [token.lower_ for token in tokens_of(verb.doc)[verb.i + 1 : sentence_of(verb).end]]
    return any(que in ("que", "qu'") and then in _ONLY for que, then in pairwise(after))


def is_unable(verb: Token) -> bool:
    """«n'a pas pu **confirmer**», «n'a pu être **confirmée**», «impossible de **vérifier**».

    Args:
        verb: An infinitive, or a participle beside «être».
    """
    first = group(verb)[0]
    if not (has_infinitive_form(first) or first.lower_ in ("avoir", "être")):
        return False
    left = tokens_of(verb.doc)[max(sentence_of(verb).start, first.i - _ABLE) : first.i]
    forms = {token.lower_ for token in left}
    able = any(token.lemma_ == "pouvoir" for token in left) or not forms.isdisjoint(("mesure", "possible"))
    return "impossible" in forms or (able and not forms.isdisjoint(("ne", "n'")))
