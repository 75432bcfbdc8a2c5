"""What another side tells against a capture that was claimed: «nous tenons la ville», «un repli tactique»."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extractor.captures.attribution import speaks
from extractor.captures.counters import glimpses, refutes, scorned
from extractor.captures.cues import cue_words
from extractor.captures.saying import SPEAKING, saying_verb, verb_class
from extractor.captures.sources import source_phrase
from extractor.captures.speakers import can_speak, named_after, speaker_of
from extractor.captures.syntax import subjects
from extractor.captures.verb_group import (
    group,
    helpers,
    is_compound,
    is_infinitive,
    is_irreal,
    is_negated,
    is_passive,
)
from extractor.captures.vocabulary import is_armed_noun
from extractor.captures.voice import is_reflexive
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from extractor.captures.reaction import Kind

_OWN = {"nos", "notre", "nous", "ses", "son", "sa", "leurs", "leur"}
_OF = {"de", "du", "des", "d'"}
_NEAR = 6  # tokens from a verb to its subject, its object or what depends on it
_BEFORE_TAG = (",", "»", "”", '"')
_NONE = {"aucun", "aucune", "pas", "nul", "nulle"}


class Voice(NamedTuple):
    """Somebody's words in a sentence.

    Attributes:
        speaker: Token range of who speaks.
        words: What is said.
        verb: The verb of saying; None beside «selon X» and in a quotation.
    """

    speaker: list[int]
    words: Sequence[Token]
    verb: Token | None


class Version(NamedTuple):
    """What a sentence tells of the claim before it.

    Attributes:
        i: Its first token.
        kind: ``concede`` where the speaker's side has left; ``answer`` where it says that it has not, against
            what was said; ``hold`` where nothing but who speaks tells that it is against it.
        speaker: Token range of who speaks, None where it cannot be told.
        places: Names of places in it, in lower case; empty where it goes on with the town before.
    """

    i: int
    kind: Kind
    speaker: list[int] | None
    places: frozenset[str]


def versions(doc: Doc, start: int, end: int) -> Iterator[Version]:
    """What those who speak in a sentence tell of a town that others claim.

    Args:
        doc: The text, with ``doc.spans["quotations"]``.
        start: First token of the sentence.
        end: Token after it.
    """
    for i, who in (*glimpses(doc, start, end), *scorned(doc, start, end)):
        yield Version(i, "answer", who, _places(tokens_of(doc)[start:end], who))
    for voice in _voices(doc, start, end):
        if doc[voice.speaker[0]].pos_ == "PRON":
            continue
        kind = _kind(voice, tokens_of(doc)[start:end])
        if kind is not None:
            first = min(voice.words[0].i, voice.speaker[0], voice.verb.i if voice.verb else end)
            yield Version(first, kind, voice.speaker, _places(voice.words, voice.speaker))


def _places(words: Sequence[Token], speaker: Sequence[int] | None) -> frozenset[str]:
    """Names of places among words, but for that of who speaks."""
    first, end = speaker or (0, 0)
    return frozenset(
        token.lower_ for token in words if token.ent_type_ == "LOC" and not first <= token.i < end
    )


def _kind(voice: Voice, sentence: Sequence[Token]) -> Kind | None:
    if voice.verb is not None and is_negated(voice.verb):
        return None
    if _yields(voice):
        return "concede"
    if refutes(voice.words):
        return "answer"
    if not _holds(voice):
        return None
    return "answer" if any(map(_contrasts, sentence)) else "hold"


def _contrasts(token: Token) -> bool:
    """«**toujours** aux mains de l'armée», «l'armée, **elle**, …», «**rétorque** X»."""
    return token.lower_ in cue_words("adverbs", "contrast") or (
        token.lemma_ in cue_words("verbs", "reply") and token.pos_ == "VERB"
    )


def _voices(doc: Doc, start: int, end: int) -> Iterator[Voice]:
    """Who speaks in a sentence, with what they say."""
    tokens = tokens_of(doc)
    for quotation in doc.spans.get("quotations", ()):
        words = tokens[max(start, quotation.start) : min(end, quotation.end)]
        if words and quotation._.speaker is not None:
            yield Voice(list(quotation._.speaker), words, None)
    for verb in tokens[start:end]:
        if (verb_class(verb) in SPEAKING or verb.lemma_ == "parler") and speaks(verb):
            first = group(saying_verb(verb))[0].i
            behind = named_after(verb) if first > start and tokens[first - 1].text in _BEFORE_TAG else None
            if behind is not None and not can_speak(doc, behind):
                behind = None
            speaker = behind or speaker_of(saying_verb(verb))
            if speaker is None:
                continue
            words = [*tokens[start:first], *_goes_on(doc, speaker[1], end)]
            words = words if speaker[0] > verb.i else tokens[verb.i + 1 : end]
            if words:
                yield Voice(speaker, words, verb)
    source = source_phrase(tokens[start])
    if source is not None and start <= source[0] and source[1] < end:
        yield Voice(source, tokens[source[1] : end], None)


def _goes_on(doc: Doc, aside: int, end: int) -> Sequence[Token]:
    """«Les soldats, répète leur colonel, **n'ont pas reculé**»: what goes on behind who says it."""
    return tokens_of(doc)[aside:end] if doc[min(aside, end - 1)].text == "," else ()


def _yields(voice: Voice) -> bool:
    """Whether the speaker's side has left: «a évoqué un **repli**», «ses hommes **se sont retirés**»."""
    return any(
        _is_own_leaving(word, voice) or (voice.verb is not None and _is_retreat(word, voice.verb))
        for word in voice.words
    )


def _is_retreat(noun: Token, verb: Token) -> bool:
    """«parle d'un **retrait** stratégique», not «d'un retrait des rebelles»."""
    if noun.lower_ not in cue_words("nouns", "retreat") or not verb.i < noun.i <= verb.i + _NEAR:
        return False
    after = tokens_of(noun.doc)[noun.i + 1 : sentence_of(noun).end]
    of = next((token for token in after if token.pos_ not in ("ADJ", "PUNCT")), None)
    return of is None or of.lower_ not in _OF or of.nbor(1).lower_ in _OWN


def _is_own_leaving(verb: Token, voice: Voice) -> bool:
    left = verb.lemma_ in cue_words("verbs", "withdraw")
    lost = verb.lemma_ in cue_words("verbs", "lose") and _has_ground(verb)
    if not (left or lost) or "VerbForm=Part" not in str(verb.morph) or not helpers(verb):
        return False
    if is_negated(verb) or is_irreal(verb):
        return False
    return _is_done_by_speaker(verb, voice) or _is_own(verb)


def _has_ground(verb: Token) -> bool:
    """«quitté **leurs positions**», «perdu **la ville**», «**l'**ont abandonnée»."""
    if any(token.lower_ in ("l'", "la", "le", "en") for token in group(verb)):
        return True
    after = tokens_of(verb.doc)[verb.i + 1 : min(verb.i + _NEAR, sentence_of(verb).end)]
    return any(token.lemma_.lower() in cue_words("nouns", "ground") for token in after)


def _is_done_by_speaker(verb: Token, voice: Voice) -> bool:
    """«a reconnu **avoir quitté** …», «dit s'**être retirée**»: the infinitive is the speaker's own act."""
    first = group(verb)[0]
    if voice.verb is None or not is_infinitive(verb) or not voice.verb.i < first.i <= voice.verb.i + _NEAR:
        return False
    return first.nbor(-1).pos_ != "ADP"


def _is_own(verb: Token) -> bool:
    """«**ses hommes** ont quitté», «**nous** nous sommes repliés»."""
    if not is_compound(verb) or is_infinitive(verb):
        return False
    start = group(verb)[0].i
    before = tokens_of(verb.doc)[max(sentence_of(verb).start, start - _NEAR) : start]
    heads = subjects(verb) or [token for token in before if token.pos_ in ("NOUN", "PRON")][-1:]
    return any(
        head.lower_ == "nous" or (head.i > sentence_of(head).start and head.nbor(-1).lower_ in _OWN)
        for head in heads
    )


def _holds(voice: Voice) -> bool:
    """Whether it says that the town has not changed hands."""
    return any(
        _is_control(word) or _is_no_enemy(word) or _is_holding(word, voice) or _is_at_post(word)
        for word in voice.words
    )


def _is_control(noun: Token) -> bool:
    """«**sous** notre **contrôle**», «sous l'**autorité** de l'Etat»."""
    if noun.lower_ not in cue_words("nouns", "control"):
        return False
    before = [
        token.lower_ for token in tokens_of(noun.doc)[max(sentence_of(noun).start, noun.i - 3) : noun.i]
    ]
    sentence = tokens_of(noun.doc)[slice(*sentence_of(noun))]
    return "sous" in before and not any(token.lower_ in ("n'", "ne") for token in sentence)


def _is_no_enemy(noun: Token) -> bool:
    """«**aucun rebelle** dans la ville», «**pas un** seul jihadiste»."""
    if not (is_armed_noun(noun.lower_) or noun.lemma_.lower() in cue_words("nouns", "enemy")):
        return False
    before = tokens_of(noun.doc)[max(sentence_of(noun).start, noun.i - 3) : noun.i]
    forms = [token.lower_ for token in before]
    return bool(_NONE.intersection(forms)) and "plus" not in forms and "n'" not in forms


def _is_holding(verb: Token, voice: Voice) -> bool:
    """«**tient** ses positions», «ses hommes **patrouillent**», «**résistent** toujours»."""
    if verb.lemma_ not in cue_words("verbs", "hold") or is_negated(verb) or is_irreal(verb):
        return False
    if verb.pos_ != "VERB" or is_reflexive(verb):
        return False
    if helpers(verb):  # «la ville est **toujours défendue** par ses soldats»
        still = any(token.lower_ in ("toujours", "encore") for token in group(verb))
        return still and is_passive(verb)
    present = "VerbForm=Fin" in str(verb.morph) or is_infinitive(verb)
    after = tokens_of(verb.doc)[verb.i + 1 : min(verb.i + _NEAR, sentence_of(verb).end)]
    still = any(token.lower_ in ("toujours", "encore", "bon") for token in after)
    ground = verb.lemma_ == "patrouiller" or _has_ground(verb) or still
    return present and ground and (still or _is_of_speaker(verb, voice))


def _is_of_speaker(verb: Token, voice: Voice) -> bool:
    """«**nos soldats** tiennent», «assure **contrôler**»."""
    if is_infinitive(verb):
        return voice.verb is not None and voice.verb.i < verb.i <= voice.verb.i + _NEAR
    heads = [head for head in subjects(verb) if head.i < verb.i]
    return any(head.lower_ == "nous" or (head.i > 0 and head.nbor(-1).lower_ in _OWN) for head in heads)


def _is_at_post(word: Token) -> bool:
    """«**au complet**», «**à leur poste**», «**toujours là**»."""
    before = [
        token.lower_ for token in tokens_of(word.doc)[max(sentence_of(word).start, word.i - 2) : word.i]
    ]
    if word.lower_ == "complet":
        return "au" in before
    if word.lower_ in ("poste", "postes"):
        return bool({"leur", "leurs", "nos"}.intersection(before))
    if word.lower_ == "toujours":  # «affirment **y être toujours**»
        return "y" in before and word.nbor(-1).lemma_ in ("être", "rester", "demeurer")
    return word.lower_ in ("là", "place", "présents", "présente") and "toujours" in before
