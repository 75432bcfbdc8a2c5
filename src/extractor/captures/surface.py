"""What word order alone says about a clause, for where the parser errs.

French news keeps its subjects before and its objects after the verb. These functions walk along the tokens,
step over dates and asides, and stop at the next clause; they need tags, but no tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.anchors import is_measure
from extractor.captures.clause import (
    GROUP,
    complex_preposition,
    group_start,
    introduced_by,
    is_nominal,
)
from extractor.captures.fillers import entity_filler
from extractor.captures.syntax import CONTRACTED, RELATIVE, WHICH, counts_back
from extractor.captures.vocabulary import actor_side, is_role_noun
from extractor.sentences import forms_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

BREAK = {";", ":", "(", ")", "—", "--", "»", "«", '"', "“", "”"}
REACH = 30
_TURN = 4  # tokens: «au tour de X de tomber»
_BRACKETED = 12  # tokens: «l'armée (…) s'est retirée»
_QUOTES = {"«", "»", '"', "“", "”"}


def subject_candidates(verb: Token, dates: frozenset[int]) -> Iterator[Token]:
    """The noun before a verb that may be its subject; the antecedent where «qui» opens the clause.

    Args:
        verb: The verb.
        dates: Tokens of date expressions.
    """
    doc, sentence = verb.doc, sentence_of(verb)
    turn = whose_turn(verb)
    if turn is not None:
        yield turn
        return
    i = _before_aside(verb, group_start(verb) - 1)
    aside = _is_comma(doc, i, sentence.start)
    while i >= max(sentence.start, verb.i - REACH):
        token = doc[i]
        if token.text == ")":
            i = opening_bracket(doc, i, sentence.start)
        elif token.lower_ == "qui" or token.lower_ in WHICH:
            aside = False
        elif token.lower_ in RELATIVE or token.text in BREAK:
            if not aside:
                return
        elif token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(token.morph):
            opening = _relative_before(token)
            if opening is None:
                return
            i, aside = opening, False
        elif i not in dates and (_may_be_subject(token) or _agrees(token, verb)):
            yield token
            return
        i -= 1


def _may_be_subject(token: Token) -> bool:
    """A noun, name or pronoun that no preposition introduces and that stands for itself."""
    if not (is_nominal(token) or _is_joined_actor(token)) or token.ent_iob_ == "I" or token.lower_ in GROUP:
        return False
    if introduced_by(token) is not None or counts_back(token):
        return False
    return not (is_bare_apposition(token) or is_measure(token))


def _is_joined_actor(token: Token) -> bool:
    """«soldats et **rebelles** ont pris»: a noun of people without article, tagged an adjective."""
    joined = token.i > sentence_of(token).start and token.nbor(-1).lower_ == "et"
    return joined and token.lower_.endswith("s") and actor_side(token.lower_) is not None


def _agrees(noun: Token, verb: Token) -> bool:
    """«le départ des **rebelles**, qui tenaient la ville»: the nearer noun where it alone has the number."""
    doc, start = noun.doc, sentence_of(noun).start
    if noun.pos_ != "NOUN" or introduced_by(noun) != "de":
        return False
    if "qui" not in [token.lower_ for token in tokens_of(doc)[noun.i + 1 : noun.i + 3]]:
        return False
    owner = next((token for token in reversed(tokens_of(doc)[start : noun.i]) if token.pos_ == "NOUN"), noun)
    forms = tokens_of(doc)[group_start(verb) : verb.i + 1]
    finite = next((form for form in forms if "VerbForm=Fin" in str(form.morph)), verb)
    numbers = [word.morph.get("Number", []) for word in (finite, noun, owner)]
    return bool(numbers[0]) and numbers[0] == numbers[1] != numbers[2]


def _is_comma(doc: Doc, i: int, start: int) -> bool:
    return i >= start and doc[i].text == ","


def opening_bracket(doc: Doc, i: int, start: int) -> int:
    """Where the bracket opens that a token closes; the token itself where it opens nowhere near.

    Args:
        doc: The text.
        i: The token that closes it.
        start: Where the sentence starts.
    """
    return next((j for j in range(i - 1, max(start, i - _BRACKETED) - 1, -1) if doc[j].text == "("), i)


def _closing_bracket(doc: Doc, i: int, end: int) -> int:
    """Where the bracket closes that a token opens; the token itself where it closes nowhere near."""
    return next((j for j in range(i + 1, min(end, i + _BRACKETED)) if doc[j].text == ")"), i)


def _end_of_aside(doc: Doc, i: int, end: int, *, opening: bool) -> int:
    """Where an aside ends that a token opens, else the token: a bracket, or a comma.

    «l'entrée, la veille à midi, de Y dans X»: such a comma closes where a preposition goes on, away from the
    trigger only one of several words.
    """
    form = forms_of(doc)[i]
    if form == "(":
        return _closing_bracket(doc, i, end)
    if form != ",":
        return i
    for j in range(i + 2, min(end - 1, i + _BRACKETED)):
        if doc[j].pos_ in ("VERB", "AUX") or doc[j].lower_ in RELATIVE or doc[j].text == ";":
            return i
        if doc[j].text == ",":
            following = doc[j + 1]
            if complex_preposition(doc, j + 1) is not None:
                return j  # «a perdu X, son dernier fief, **au profit** de Y»
            leads = following.ent_type_ == "LOC" or following.pos_ == "DET"
            fronted = doc[i + 1].pos_ == "ADP" and leads  # «a repris, dans l'Est, X», «…, selon Y, la ville»
            goes_on = following.pos_ == "ADP" or following.lower_ in CONTRACTED or fronted
            return j if opening and goes_on else i
    return i


def whose_turn(verb: Token) -> Token | None:
    """The subject of an infinitive whose turn comes: «c'est au tour de **X** de tomber», «… d'être prise».

    Args:
        verb: The verb.
    """
    opening = group_start(verb) - 1
    if opening - sentence_of(verb).start < _TURN - 1 or verb.doc[opening].lower_ not in ("de", "d'"):
        return None
    window = tokens_of(verb.doc)[max(sentence_of(verb).start, opening - REACH) : opening]
    turn = next((token.i for token in reversed(window) if _is_turn(token, opening)), None)
    if turn is None:
        return None
    return next((token for token in tokens_of(verb.doc)[turn + 2 : opening] if is_nominal(token)), None)


def _is_turn(token: Token, opening: int) -> bool:
    """«c'est au **tour** de X de …», «au tour de X, à 50 km de Y, de …»: the infinitive follows an aside."""
    if token.lower_ != "tour" or token.nbor(1).lower_ not in ("de", "d'", "du", "des"):
        return False
    return opening - token.i <= 2 * _TURN or token.doc[opening - 1].text == ","


def _before_aside(verb: Token, i: int) -> int:
    """Where the subject ends: before «, …,» where such an aside stands right before the verb group."""
    if i < sentence_of(verb).start or verb.doc[i].text != ",":
        return i
    opening = next((j for j in range(i - 1, sentence_of(verb).start, -1) if verb.doc[j].text == ","), None)
    return i if opening is None else opening - 1


def _relative_before(verb: Token) -> int | None:
    """Where the relative clause of a verb opens, if it is one."""
    for i in range(verb.i - 1, max(sentence_of(verb).start, verb.i - 12), -1):
        token = verb.doc[i]
        if token.lower_ in RELATIVE:
            return i
        if token.text in (",", ";") or (token.pos_ == "VERB" and "VerbForm=Fin" in str(token.morph)):
            return None
    return None


def is_bare_apposition(noun: Token) -> bool:
    """«X, capitale de la province, …»: a common noun without determiner after a comma."""
    return noun.pos_ == "NOUN" and noun.is_lower and apposition_comma(noun) is not None


def apposition_comma(noun: Token) -> int | None:
    """Where the comma stands that sets a noun without determiner apart («X, ancien port de …»), if one does.

    Args:
        noun: The noun.
    """
    i = noun.i - 1
    while i > sentence_of(noun).start and noun.doc[i].pos_ == "ADJ":
        i -= 1
    return i if i > sentence_of(noun).start and noun.doc[i].text == "," else None


def _joins_a_name(doc: Doc, i: int) -> bool:
    """«à X **et** Y»: two names under one preposition."""
    joined = i + 1 < len(doc) and doc[i].pos_ == "CCONJ" and doc[i + 1].ent_iob_ == "B"
    return joined and doc[i - 1].ent_iob_ != "O"


def _is_titled(name: Token) -> bool:
    """«repris aux troupes du **maréchal** Varek la ville»: the name of whom the noun before it names."""
    if name.ent_type_ != "PER":
        return False
    first = entity_filler(name).start
    return first > 0 and is_role_noun(name.doc[first - 1].lower_)


def _names_group(noun: Token, end: int) -> bool:
    """«au groupe **Front de l'Aube**», «au mouvement armé "**Y**"»: the name is under its preposition."""
    if noun.ent_type_ or actor_side(noun.lower_) is None:
        return False
    behind = tokens_of(noun.doc)[noun.i + 1 : end]
    name = next((it for it in behind if it.pos_ not in ("ADJ", "VERB") and it.text not in _QUOTES), noun)
    return name.ent_type_ == "ORG"


def object_candidates(verb: Token, dates: frozenset[int]) -> Iterator[tuple[str | None, Token]]:
    """Noun phrases after a verb or noun, in order, each with its preposition: its head is the first noun.

    Args:
        verb: The verb, or a nominal trigger.
        dates: Tokens of date expressions.
    """
    doc, sentence = verb.doc, sentence_of(verb)
    i = verb.i + 1
    before: str | None = None
    of_group = False
    by = False  # «la prise **par** Y, ancien allié de Z, de X»
    nested = False  # «vers des positions hors **de X**»: a second «de» belongs to the noun before it
    end = min(verb.i + REACH // 2, sentence.end)
    while i < end:
        token = doc[i]
        lower = token.lower_
        several = complex_preposition(doc, i)
        beside = all(j in dates for j in range(verb.i + 1, i))
        aside = _end_of_aside(doc, i, sentence.end, opening=beside or by)
        if aside > i:
            i, end = aside, min(end + aside - i, sentence.end)
        elif (token.text in _QUOTES and i == verb.i + 1) or (lower == "des" and doc[i - 1].like_num):
            pass  # «la «libération» de X», «contrôlent cinq **des** huit capitales»
        elif (
            i in dates
            or (token.text == "," and (i + 1 in dates or i - 1 in dates))
            or (before == "sans" and token.pos_ == "VERB")  # «ils ont pris sans combattre **X**»
        ):
            before = None
        elif several is not None:
            before, nested = several[0], False
            i += several[1] - 1
        elif (
            (
                token.text in BREAK - {"«", '"', "“"}
                or lower in RELATIVE
                or (token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(token.morph))
            )
            or token.text == ","
            or token.pos_ == "SCONJ"
        ):
            return
        elif token.pos_ == "ADP" or lower in ("du", "au", "aux"):
            before = CONTRACTED.get(lower, lower)
        elif (
            not _is_titled(token)
            and (
                token.pos_ in ("NOUN", "PROPN")
                or token.ent_iob_ == "B"
                or (token.pos_ == "VERB" and actor_side(lower) is not None)  # «purgée de l'occupant»
                or (token.text[:1].isupper() and not token.is_sent_start)
            )
        ):
            yield ("de de" if nested and before == "de" and not of_group else before), token
            of_group = token.ent_type_ == "ORG"  # «chassé les rebelles **du F23** de X»
            by = by or (before == "par" and verb.pos_ == "NOUN")
            nested = nested or before is not None
            while i + 1 < len(doc) and doc[i + 1].ent_iob_ == "I":
                i += 1
            before = before if _joins_a_name(doc, i + 1) or _names_group(token, end) else None
        i += 1
