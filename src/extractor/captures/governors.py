"""What governs a word: the cue verb, noun or adjective above it, by word order first, then by the tree.

The parser hangs many complements on the wrong head («a lancé une offensive pour prendre X», «a indiqué à
l'AFP que X»), while French puts what governs a complement before it. So each step up looks left in the clause
for the nearest cue, and asks the tree only where word order says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from extractor.captures.aims import aim_of, is_before_what_comes, is_set_out_for, term_of
from extractor.captures.clause import date_tokens, introduced_by, is_gerund
from extractor.captures.cue_classes import CONTRACTED_ARTICLES, cue_class
from extractor.captures.cues import cue_words
from extractor.captures.reattached import is_main_again, is_relative, rumour_before
from extractor.captures.saying import verb_class
from extractor.captures.syntax import preposition
from extractor.captures.verb_group import group, helpers, is_infinitive
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Token

Relation = Literal["complement", "subject", "purpose", "without", "condition", "before", "presupposed"]
_REACH = 16
_ASIDE = 8
_BREAKS = {";", ":", "(", ")", "—", "--", "»", "«", '"', "“", "”", "?", "!"}
_QUE = {"que", "qu'"}
_SI = {"si", "s'"}
_RELATIVES = {"qui", "dont", "où"}
_OPENERS = {*_RELATIVES, "lequel", "laquelle", "lorsque", "quand", *_SI}
_GOVERNED = {"xcomp", "ccomp", "obj", "obl:arg", "nsubj:pass", "csubj", "parataxis", "iobj", "conj"}
_FACTIVE = {"démontrer", "montrer", "prouver", "rappeler"}
_PRESUPPOSED = {"acl:relcl", "acl", "amod", "appos"}


class Governor(NamedTuple):
    """A word above another.

    Attributes:
        token: The word; None where a conjunction or preposition alone decides.
        relation: How the lower word stands to it.
    """

    token: Token | None
    relation: Relation


_GIVEN = Governor(None, "presupposed")


def governor(node: Token) -> Governor | None:
    """The next word up from a node that can bear on its status; None at the top.

    Args:
        node: A verb, noun or adjective.
    """
    if node.pos_ == "NOUN" and not (helpers(node) and preposition(node) is None):
        return _above_noun(node)
    if is_gerund(node) and (aim := aim_of(node)) is not None:
        return Governor(aim, "complement")
    rumour = rumour_before(node)
    if rumour is not None:
        return Governor(rumour, "complement")
    if "VerbForm=Part" in str(node.morph) and ("Tense=Pres" in str(node.morph) or _opens(node)):
        return _GIVEN
    if is_infinitive(node):
        return _above_infinitive(node)
    return _above_finite(node)


def _opens(participle: Token) -> bool:
    """«**Perdue** lundi, la ville …», «reprendre X, **tombée** lundi», «X (**prise** lundi)»: by the way."""
    if "Tense=Past" not in str(participle.morph):
        return False
    start = sentence_of(participle).start
    if participle.i - 1 <= start:
        return participle.i == start
    comma, before = participle.nbor(-1), participle.nbor(-2)
    return comma.text in (",", "(") and before.ent_type_ == "LOC"


def _above_infinitive(verb: Token) -> Governor | None:
    doc, start = verb.doc, sentence_of(verb).start
    i = group(verb)[0].i - 1
    while i > start and doc[i].pos_ == "ADV" and verb_class(doc[i]) is None:  # «sans jamais prendre»
        i -= 1
    if i < start:
        return None
    if doc[i].pos_ == "AUX":  # «ce serait perdre X»
        return Governor(doc[i], "complement")
    mark = doc[i].lower_
    if mark in ("de", "d'") and i > start and doc[i - 1].lower_ in ("afin", "avant"):
        i -= 1
        mark = doc[i].lower_
    if (mark == "avant" and is_before_what_comes(verb)) or doc[max(i - 1, start)].lower_ == "près":
        return Governor(None, "before")  # «est **près de** tomber»
    if mark in _ADVERBIAL:
        cue = _cue_before(verb, i - 1, through_participles=True) if mark in ("pour", "afin") else None
        return Governor(cue, _ADVERBIAL[mark])
    found = _cue_before(verb, i - 1 if mark in ("de", "d'", "à", "par") else i)
    return Governor(found, "complement") if found is not None else _above_by_tree(verb)


_ADVERBIAL: dict[str, Relation] = {
    "pour": "purpose",
    "afin": "purpose",
    "sans": "without",
    "après": "presupposed",
    "avant": "presupposed",
}


def _cue_before(node: Token, i: int, *, through_participles: bool = False) -> Token | None:
    """The nearest cue or verb to the left in the same clause; None where a break comes first."""
    doc, dates = node.doc, date_tokens(node.doc)
    for token in reversed(tokens_of(doc)[max(sentence_of(node).start, i + 1 - _REACH) : i + 1]):
        if cue_class(token) is not None:
            return token
        if _breaks(token, dates) or (token.lower_ in _QUE and not _is_only(token)):
            return None
        if token.pos_ == "VERB" and token.i not in dates:
            suffices = token.lemma_ in cue_words("verbs", "suffice")  # «ont suffi pour»
            if through_participles and "VerbForm=Part" in str(token.morph) and not suffices:
                continue
            return token
    return None


def _is_only(que: Token) -> bool:
    """«il n'a fallu **que** deux heures»: only, no other clause."""
    before = tokens_of(que.doc)[max(sentence_of(que).start, que.i - 4) : que.i]
    return any(token.lower_ in ("ne", "n'") for token in before)


def _breaks(token: Token, dates: frozenset[int]) -> bool:
    """Whether another clause begins at a token; a comma around a date or an aside begins none."""
    if token.text != ",":
        return token.text in _BREAKS or token.lower_ in _OPENERS
    doc, sentence = token.doc, sentence_of(token)
    before = tokens_of(doc)[max(sentence.start, token.i - _ASIDE) : token.i]
    after = tokens_of(doc)[token.i + 1 : min(token.i + _ASIDE, sentence.end)]
    aside = any(other.text == "," for window in (before, after) for other in window)
    return not (aside or token.i - 1 in dates or token.i + 1 in dates)


def _above_finite(verb: Token) -> Governor | None:
    doc, start, inside = verb.doc, sentence_of(verb).start, False
    dates, predicate = date_tokens(doc), verb.pos_ not in ("VERB", "AUX")
    for i in range(group(verb)[0].i - 1, max(start - 1, verb.i - _REACH), -1):
        token = doc[i]
        if token.text == ")":
            inside = True
        elif token.text == "(":
            inside = False
            continue
        if inside:  # «dont les rebelles du Front **(FLS)** se sont emparés»
            continue
        found = _conjoined(verb, token)
        if found is not None:
            return found
        if token.lower_ in _QUE:
            break
        predicate = predicate and token.text != ","
        if predicate and token.lemma_ == "être":  # «affirme que X **est** à lui»
            predicate = False
        elif token.text in _BREAKS or (
            token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(token.morph) and i not in dates
        ):
            break
    return _above_by_tree(verb)


def _conjoined(verb: Token, word: Token) -> Governor | None:
    """What the conjunction or relative pronoun makes of the clause that it opens."""
    lower = word.lower_
    if lower in _QUE:
        return _GIVEN if is_relative(verb, word) else _above_que(verb, word.i)
    if lower in _SI and word.pos_ != "ADV" and (lower == "si" or word.nbor(1).lower_ in ("il", "ils")):
        return Governor(_cue_before(verb, word.i - 1), "condition")
    if lower in ("quand", "lorsque", "comme", "puisque") or (lower in _RELATIVES and word.pos_ == "PRON"):
        return _GIVEN
    return None


def _above_que(verb: Token, que: int) -> Governor | None:
    """«affirme que», «après que», «pour que»; None for a relative pronoun."""
    before = verb.doc[que - 1].lower_ if que > sentence_of(verb).start else ""
    if before in cue_words("conjunctions", "presupposing"):
        return _GIVEN
    if que > sentence_of(verb).start and verb.doc[que - 1].lemma_ in _FACTIVE:
        return _GIVEN
    if before == "avant":
        return Governor(None, "before") if _looks_ahead(verb.sent.root) else _GIVEN
    if before in ("pour", "afin", "sans"):
        return Governor(None, "without" if before == "sans" else "before")
    cue = _cue_before(verb, que - 1) if before and before != "ce" else None
    if cue is not None and cue_class(cue) is not None:
        return Governor(cue, "complement")
    return _GIVEN if before == "," and _was_before(verb) else None


def _was_before(verb: Token) -> bool:
    """«X, que les rebelles **occupaient** depuis mai»: what was before is told by the way."""
    return any("Tense=Imp" in str(form.morph) for form in (verb, *helpers(verb)))


def _looks_ahead(verb: Token) -> bool:
    forms = [str(form.morph) for form in (verb, *helpers(verb))]
    ahead = any(mark in form for form in forms for mark in ("Tense=Fut", "Mood=Cnd"))
    return ahead or all("Tense=Pres" in form or "VerbForm=Inf" in form for form in forms)


def _above_noun(noun: Token) -> Governor | None:
    doc, start = noun.doc, sentence_of(noun).start
    i = noun.i - 1
    while i >= start and doc[i].pos_ in ("DET", "ADJ", "NUM") and doc[i].lower_ not in CONTRACTED_ARTICLES:
        i -= 1
    before = introduced_by(noun)
    if before in cue_words("prepositions", "presupposing"):
        return _GIVEN
    if before in cue_words("prepositions", "prospective"):
        if before == "pour" and _is_credited(noun, i):
            return _GIVEN
        return Governor(_cue_before(noun, i - 1, through_participles=True), "purpose")
    if before is None:
        found = _of_bare_noun(noun, i)
    elif before == "à" and is_set_out_for(noun):
        return Governor(None, "purpose")
    else:
        found = _of_complement(noun, i - 1) if before in ("de", "à") and i > start else None
    return found or _above_by_tree(noun)


def _is_credited(noun: Token, i: int) -> bool:
    """«**félicité** pour la prise de X», «**jugé** pour la prise de X»: it has happened."""
    clause = tokens_of(noun.doc)[max(sentence_of(noun).start, i - _REACH) : i]
    return any(token.lemma_ in cue_words("verbs", "credit") for token in clause)


def _of_complement(noun: Token, i: int) -> Governor | None:
    """«l'annonce **de** la prise», «visant **à** la reprise»."""
    cue, left = _cue_before(noun, i), noun.doc[i]
    if cue is None or (left.pos_ == "NOUN" and cue != left and not _completes(left, cue)):
        return None
    return Governor(cue, "complement")


def _completes(left: Token, cue: Token) -> bool:
    """«une **tentative** rebelle de prise»: the noun right before belongs to the cue."""
    between = tokens_of(cue.doc)[cue.i : left.i]
    return cue.pos_ == "NOUN" and all(token.pos_ in ("ADJ", "NOUN", "ADP", "DET") for token in between)


def _of_bare_noun(noun: Token, i: int) -> Governor | None:
    """A subject with its predicate, a predicate with its aim, or an object with its verb."""
    aim = next((child for child in noun.lefts if child.dep_ == "nsubj" and cue_class(child)), None)
    if aim is not None:  # «l'objectif est la prise de X»
        return Governor(aim, "complement")
    term = term_of(noun)
    if term is not None:
        return Governor(term, "subject")
    if noun.dep_.startswith("nsubj") and noun.head.i > noun.i:
        return Governor(noun.head, "subject")
    verb = _verb_of_object(noun, i)
    return Governor(verb, "complement") if verb is not None else None


def _verb_of_object(noun: Token, i: int) -> Token | None:
    """The verb before a bare object: «a annoncé **dans un communiqué** la prise»."""
    dates, start = date_tokens(noun.doc), sentence_of(noun).start
    before = tokens_of(noun.doc)[start:i]
    if noun.doc[i].text == ",":  # «a reconnu, après l'avoir niée, la perte»
        i = next((token.i for token in reversed(before) if token.text == ","), i)
    for token in reversed(tokens_of(noun.doc)[max(start, i + 1 - _REACH) : i + 1]):
        if token.i in dates:
            continue
        if token.pos_ == "VERB" or (verb_class(token) is not None and token.pos_ != "NOUN"):
            return token
        bare = token.pos_ in ("NOUN", "PROPN") and token.ent_iob_ != "I" and introduced_by(token) is None
        if bare or _breaks(token, dates):
            return None
    return None


def _above_by_tree(node: Token) -> Governor | None:
    head = node.head
    if head == node or node.dep_ == "advcl" or is_main_again(node):
        return None
    if node.dep_ == "conj" and None not in (verb_class(node), verb_class(head)):
        return None  # «a d'abord démenti, puis **reconnu** la perte de X»
    if node.dep_ in _PRESUPPOSED and head.pos_ not in ("VERB", "ADJ") and cue_class(head) is None:
        return _GIVEN
    if node.dep_ in ("nsubj", "nsubj:pass"):
        return Governor(head, "subject")
    if node.dep_ in _GOVERNED | _PRESUPPOSED or node.dep_.startswith("obl"):
        return Governor(head, "complement")
    return Governor(head, "complement") if node.dep_ == "nmod" and cue_class(head) else None
