"""What others answer to a statement: «ce que l'armée a démenti», «Kiev confirme.», «comme l'affirme Y»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.captures.clause import date_tokens, introduced_by
from extractor.captures.cues import cue_words, reply_forms
from extractor.captures.reaction import Kind, Reaction
from extractor.captures.rebuffs import calls_it_false, denials, slogans, untrue
from extractor.captures.retold import is_spread, tells_of_noun
from extractor.captures.saying import SPEAKING, verb_class, words_that_may_say
from extractor.captures.sources import source_phrase
from extractor.captures.speakers import agent_of, can_speak, named_after, speaker_of
from extractor.captures.verb_group import group, is_infinitive, is_irreal, is_negated, is_passive
from extractor.captures.voice import is_reflexive
from extractor.sentences import forms_of, sentence_of, sentences_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

_REACH = 2
_LOOK = 4
_REACH_OF_WORD = 8  # tokens from a verb to what it calls a statement
_NE = {"ne", "n'"}
_WHERE = ("à", "autour", "dans", "de", "sur", "vers")
_UNABLE = 10
_OPENING = {"«", '"', "“"}
# «10H15 – », «17:50 - »: the entries of a live page answer nothing that stands in another.
_STAMP = re.compile(r"\W{0,2}\d{1,2} ?[hH:]\d{0,2}\b")
_ANSWERS: dict[str, Kind] = {"deny": "deny", "confirm": "confirm", "concede": "concede"}
_CONTENT = {"que", "qu'", "avoir", "être"}
_CONCEDING = {"admettre", "convenir", "reconnaître"}


def reactions(doc: Doc, used: set[int]) -> list[Reaction]:
    """The answers of a text, in order.

    Args:
        doc: The text, with ``doc.spans["quotations"]``.
        used: Tokens that already decided the status of a capture («a démenti la chute de X»).
    """
    found = [*_verbal(doc, used), *denials(doc), *untrue(doc), *slogans(doc), *_fighting_on(doc, used)]
    return sorted(found, key=lambda reaction: reaction.i)


def _verbal(doc: Doc, used: set[int]) -> Iterator[Reaction]:
    for token in words_that_may_say(doc):
        if token.i in used:
            if _replies(token, verb_class(token)):
                yield Reaction(token.i, "answer", speaker_of(token), beyond=True)
            continue
        kind = _answer(token)
        if kind is not None:
            behind = named_after(token) if kind in ("claim", "contrary") else None
            own = behind is not None and can_speak(doc, behind)
            speaker = behind if own else speaker_of(token) or agent_of(token)
            yield Reaction(token.i, kind, speaker, beyond=kind == "claim" and _answers_question(token))


def _answer(token: Token) -> Kind | None:
    """What a word answers to a statement before it."""
    kind = verb_class(token)
    if _replies(token, kind) or _tells_of_fighting(token):
        return "answer"
    if calls_it_false(token):
        return "deny"
    if is_spread(token):
        return "claim"
    if kind in ("claim", "say"):
        return _quoted_opinion(token)
    if kind == "concede" and (token.lemma_ not in _CONCEDING or is_passive(token)):
        return None  # «où le CNT a été reconnu»
    known = _ANSWERS.get(kind or "")
    return known if known and _is_real(token) and _is_about_what_was_said(token) else None


def _replies(verb: Token, kind: str | None) -> bool:
    """«rétorque X», «affirme **le contraire**», «assure que **non**»: another version of what was said."""
    return _has_words_of_reply(verb, kind) and not (
        is_infinitive(verb) or is_negated(verb) or is_irreal(verb)
    )


def _has_words_of_reply(verb: Token, kind: str | None) -> bool:
    if verb.pos_ == "VERB" and verb.lemma_ in cue_words("verbs", "reply"):
        return True
    if kind is not None and verb.lower_ in reply_forms():
        return True
    if kind not in (*SPEAKING, "deny"):
        return False
    end = min(verb.i + 1 + _LOOK, sentence_of(verb).end)
    after = [token.lower_ for token in tokens_of(verb.doc)[verb.i + 1 : end]]
    return "contraire" in after or after[:2] == ["que", "non"]


def _tells_of_fighting(verb: Token) -> bool:
    """«parle, lui, de « **combats** dans les faubourgs »», «d'une **relève**»: another version."""
    if (
        not (verb.lemma_ == "évoquer" or verb.lower_.startswith("parl"))
        or verb.pos_ not in ("VERB", "ADJ")
        or is_negated(verb)
        or is_infinitive(verb)
    ):
        return False
    rest = tokens_of(verb.doc)[verb.i + 1 : sentence_of(verb).end]
    if any(verb_class(token) == "concede" for token in rest):  # «a parlé d'accrochages, avant d'admettre»
        return False
    if any(token.lemma_.lower() in cue_words("nouns", "fighting") for token in rest[:_REACH_OF_WORD]):
        return True
    called = next((token for token in rest[:_LOOK] if token.pos_ == "NOUN"), None)
    return called is not None and called.lemma_.lower() in cue_words("nouns", "less")


def _is_real(verb: Token) -> bool:
    """Not «n'a pas démenti», «n'a rien confirmé», «si elle se confirme»."""
    nothing = verb.i > sentence_of(verb).start and verb.nbor(-1).lower_ in ("ni", "rien")
    before = {
        token.lower_ for token in tokens_of(verb.doc)[max(sentence_of(verb).start, verb.i - _UNABLE) : verb.i]
    }
    if verb.lemma_ == "convenir" and "en" not in before:  # «convenir d'une trêve»
        return False
    unable = is_infinitive(verb) and bool(_NE & before)  # «n'était pas en mesure de le confirmer»
    return not (nothing or unable or is_negated(verb) or is_irreal(verb) or is_reflexive(verb))


def _quoted_opinion(verb: Token) -> Kind | None:
    """«comme l'affirment les rebelles», «contrairement à ce qu'ils ont annoncé», «…, qu'ils revendiquent»."""
    before = [
        token.lower_ for token in tokens_of(verb.doc)[max(sentence_of(verb).start, verb.i - 8) : verb.i]
    ]
    if "contrairement" in before:
        return "contrary"
    as_said = "comme" in before or {"ainsi", "que"} <= set(before)
    if as_said and {"l'", "le"}.intersection(before[-3:]):
        return "claim"
    if _answers_question(verb):
        return "claim"
    return "claim" if tells_of_noun(verb) and not is_negated(verb) and not is_irreal(verb) else None


def _answers_question(verb: Token) -> bool:
    """«X est-elle tombée ? Les rebelles **l'affirment**, …»."""
    start = sentence_of(verb).start
    asked = start > 0 and verb.doc[start - 1].text == "?"
    return asked and group(verb)[0].lower_ in ("l'", "le") and not is_negated(verb)


def _is_about_what_was_said(verb: Token) -> bool:
    """Whether the object is what was just said: nothing, «ce que», «l'», or «cette information»."""
    tokens, dates = group(verb), date_tokens(verb.doc)
    before = {
        token.lower_
        for token in tokens_of(verb.doc)[max(sentence_of(verb).start, tokens[0].i - 6) : tokens[0].i]
    }
    after = {token.lower_ for token in tokens_of(verb.doc)[verb.i + 1 : verb.i + 1 + _LOOK]}
    if _NE & {token.lower_ for token in tokens} and {"que", "qu'"} & after:
        return False  # «n'a reconnu la perte **que** de X»
    if ("ce" in before and {"que", "qu'"} & before) or {"l'", "le"} & {token.lower_ for token in tokens}:
        return True
    for token in tokens_of(verb.doc)[verb.i + 1 : min(verb.i + 1 + _LOOK, sentence_of(verb).end)]:
        if token.i in dates or token.pos_ in ("ADV", "DET", "ADJ") or token.text in _OPENING:
            continue
        if token.pos_ in ("NOUN", "PROPN"):
            return token.lemma_.lower() in cue_words("nouns", "said") or _is_subject(token, verb)
        if token.pos_ == "ADP":
            return token.lower_ not in ("de", "d'")
        return token.pos_ in ("PUNCT", "CCONJ", "SPACE")
    return True


def _is_subject(noun: Token, verb: Token) -> bool:
    speaker = speaker_of(verb)
    return speaker is not None and speaker[0] <= noun.i < speaker[1]


def _fighting_on(doc: Doc, used: set[int]) -> Iterator[Reaction]:
    """«les combats se poursuivent, rétorque X», «l'assaut a été repoussé», with no place of its own."""
    for start, end in _clauses(doc, used):
        words = {token.lemma_.lower() for token in tokens_of(doc)[start:end]}
        going_on = words & cue_words("verbs", "continue") or words & cue_words("nouns", "going_on")
        fights = words & cue_words("nouns", "fighting") and going_on
        beaten = words & cue_words("nouns", "attempt") and words & cue_words("verbs", "thwart")
        if not (fights or beaten) or not used.isdisjoint(range(start, end)) or _is_elsewhere(doc, start, end):
            continue
        speaker = _speaker_in(doc[start:end])
        if speaker is not None:
            yield Reaction(start, "deny", speaker)


def _is_elsewhere(doc: Doc, start: int, end: int) -> bool:
    """«des combats sont en cours **à Orlec**», of which the sentences before do not speak."""
    places = {
        token.lower_
        for token in tokens_of(doc)[start:end]
        if token.ent_type_ == "LOC" and introduced_by(token) in _WHERE
    }
    first = sentence_of(doc[start]).start
    for _ in range(_REACH):
        first = sentence_of(doc[first - 1]).start if first else 0
    return bool(places) and places.isdisjoint(forms_of(doc)[first:start])


def _clauses(doc: Doc, used: set[int]) -> Iterator[tuple[int, int]]:
    """Each sentence; of one that tells of a capture, what follows «mais»."""
    for start, end in sentences_of(doc):
        if used.isdisjoint(range(start, end)):
            yield start, end
            continue
        but = next((i for i in range(start + 1, end) if doc[i].lower_ == "mais" or doc[i].text == ";"), end)
        if but < end - 1:
            yield but + 1, end


def _speaker_in(sentence: Span) -> list[int] | None:
    doc = sentence.doc
    for quotation in doc.spans.get("quotations", ()):
        if sentence.start <= quotation.start < sentence.end and quotation._.speaker is not None:
            return list(quotation._.speaker)
    verb = next((token for token in sentence if verb_class(token) in SPEAKING), None)
    return speaker_of(verb) if verb is not None else source_phrase(sentence[0])


def bearing(triggers: Sequence[int], doc: Doc, found: Sequence[Reaction]) -> dict[int, list[Reaction]]:
    """For each trigger, the answers that bear on it: those after it, up to the next sentence but one.

    Args:
        triggers: Tokens of the capture triggers, in order.
        doc: The text.
        found: Its answers.
    """
    answered: dict[int, list[Reaction]] = {}
    for reaction in found:
        for trigger in _answered(triggers, doc, reaction):
            answered.setdefault(trigger, []).append(reaction)
    return answered


def _answered(triggers: Sequence[int], doc: Doc, reaction: Reaction) -> list[int]:
    """Those of the last sentence that has some; in its own sentence only the nearest."""
    sentence = sentence_of(doc[reaction.i])
    entry = _entry(doc, reaction.i)
    last = sentence.end if reaction.kind in ("claim", "contrary") else reaction.i
    here = [trigger for trigger in triggers if sentence.start <= trigger < last]
    if here and not reaction.beyond:
        return here[-1:]
    if reaction.kind in ("claim", "contrary") and not reaction.beyond:
        if doc[sentence.start].lower_ not in ("c'", "tel", "telle"):
            return []
    elif reaction.kind == "deny":
        behind = [trigger for trigger in triggers if reaction.i < trigger < sentence.end]
        if behind and _names_what_was_said(doc[reaction.i], doc[behind[0]]):
            return behind[:1]
    for _ in range(_REACH):
        if sentence.start <= entry:
            break
        sentence = sentence_of(doc[sentence.start - 1])
        before = [trigger for trigger in triggers if sentence.start <= trigger < sentence.end]
        if before:
            return before
    return []


def _names_what_was_said(verb: Token, trigger: Token) -> bool:
    """«a qualifié de « rumeur » **l'annonce** de la prise de X»: the denial stands before."""
    between = tokens_of(verb.doc)[verb.i + 1 : trigger.i]
    return any(token.lemma_.lower() in cue_words("nouns", "said") for token in between)


def _entry(doc: Doc, i: int) -> int:
    """Where the entry of a live page around a token begins; 0 in other texts."""
    for block in doc.spans.get("structure", ()):
        if block.label_ == "paragraph" and block.start <= i < block.end:
            return block.start if _STAMP.match(block.text) else 0
    return 0
