"""The status of one mention of an event, read from the grammar around its trigger."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from extractor.captures.attribution import SPEAKING, source_phrase, speaker_of, verb_class
from extractor.captures.cues import cue_words
from extractor.captures.surface import date_tokens, introduced_by
from extractor.captures.syntax import auxiliaries, auxiliaries_before, is_negated, preposition, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

Modality = Literal["fact", "hearsay", "possible"]
_PRESUPPOSED = {"acl:relcl", "acl", "amod", "appos"}
_GOVERNED = {"xcomp", "ccomp", "obj", "obl:arg", "nsubj:pass", "obl:mod", "csubj", "parataxis", "nsubj"}
_FRAGMENT = 6


@dataclass(slots=True)
class Statement:
    """How the text presents one mention of an event.

    Attributes:
        modality: As a fact, as something heard («aurait pris», quotation marks of distance), or as possible.
        negated: Whether it is said not to have happened.
        attitude: ``claim``, ``say``, ``concede`` or ``deny`` of who says it; None for the narrator.
        source: Token range of who says it.
        cues: Tokens that decided.
        denied: Whether somebody denies it right after.
        denied_by: Token range of who does.
    """

    modality: Modality = "fact"
    negated: bool = False
    attitude: str | None = None
    source: list[int] | None = None
    cues: list[int] = field(default_factory=list)
    denied: bool = False
    denied_by: list[int] | None = None

    def to_plain(self) -> dict[str, Any]:
        """The same as plain values, for the Doc."""
        return asdict(self)

    def attribute(self, verb: Token, attitude: str) -> None:
        """Note that a verb of saying governs the mention; the nearest one counts."""
        self.cues.append(verb.i)
        if self.attitude is None:
            self.attitude, self.source = attitude, speaker_of(verb)


def read_statement(trigger: Token) -> Statement:
    """Read how the mention of an event is presented.

    Args:
        trigger: Its trigger.
    """
    statement = Statement()
    _read_verb(trigger, statement)
    presupposed = _climb(trigger, statement)
    _read_quotation(trigger, statement)
    if not presupposed and statement.attitude is None:
        _read_tag(trigger, statement)
    if trigger.sent[-1].text.endswith("?") and statement.attitude is None:
        statement.modality = "possible"
    return statement


def _read_verb(verb: Token, statement: Statement) -> None:
    """Negation, mood and tense of a verb with its auxiliaries."""
    if is_negated(verb):
        statement.negated = True
    for form in (verb, *(auxiliaries(verb) or auxiliaries_before(verb))):
        morph = str(form.morph)
        if "Mood=Cnd" in morph:
            statement.modality = "possible" if "VerbForm=Inf" in str(verb.morph) else "hearsay"
            statement.cues.append(form.i)
        elif "Tense=Fut" in morph:
            statement.modality = "possible"
            statement.cues.append(form.i)
    bare = "VerbForm=Inf" in str(verb.morph) and verb.lower_.endswith(("r", "re")) and not auxiliaries(verb)
    if bare and verb.dep_ in ("ROOT", "csubj", "dislocated", "nsubj"):
        statement.modality = "possible"  # «Perdre X, ce serait …»
    if "VerbForm=Inf" in str(verb.morph) and any(
        child.lower_ in cue_words("prepositions", "purpose")
        for child in verb.lefts
        if child.dep_ in ("mark", "case")
    ):
        statement.modality = "possible"


def _climb(trigger: Token, statement: Statement) -> bool:
    """Follow the heads to the root; True where the mention is presupposed (relative clause, participle)."""
    node = trigger
    before = preposition(trigger) or introduced_by(trigger)
    if before in cue_words("prepositions", "presupposing"):
        return True
    if before in cue_words("prepositions", "prospective"):
        statement.modality = "possible"
    for _ in range(8):
        if any(
            child.dep_ == "mark" and child.lower_ in cue_words("conjunctions", "condition")
            for child in node.lefts
        ):
            statement.modality = "possible"
        head = _governor(node) if node == trigger else node.head
        if head == node or node.dep_ == "advcl":
            return False
        if (
            node.dep_ in _PRESUPPOSED
            and node is not head
            and head.pos_ != "VERB"
            and not _prospective(node, head, statement)
        ):
            return True
        _read_governor(node, head, statement)
        node = head
    return False


def _governor(trigger: Token) -> Token:
    """The head; of a noun, the verb right before it («ont revendiqué vendredi la prise»)."""
    if trigger.pos_ != "NOUN" or trigger.head.pos_ == "VERB" or preposition(trigger) is not None:
        return trigger.head
    dates = date_tokens(trigger.doc)
    for token in reversed(trigger.doc[max(trigger.sent.start, trigger.i - 8) : trigger.i]):
        if token.pos_ == "VERB":
            return token
        if token.i not in dates and token.pos_ not in ("DET", "ADJ", "ADV"):
            break
    return trigger.head


def _prospective(node: Token, head: Token, statement: Statement) -> bool:
    """«la bataille pour prendre X», «l'idée de prendre X»."""
    if head.lemma_.lower() in cue_words("nouns", "plan") and "VerbForm=Inf" in str(node.morph):
        statement.modality = "possible"
        statement.cues.append(head.i)
        return True
    return False


def _read_governor(node: Token, head: Token, statement: Statement) -> None:
    """What a governing verb or noun makes of the mention."""
    if head.pos_ == "NOUN" and node.dep_ == "nmod" and head.lemma_.lower() in cue_words("nouns", "plan"):
        statement.modality = "possible"
        statement.cues.append(head.i)
        return
    kind = verb_class(head)
    if node.dep_.startswith("nsubj") and any(
        "Mood=Cnd" in str(form.morph) for form in (head, *auxiliaries(head))
    ):
        statement.modality = "possible"  # «la perte de X serait la plus lourde»
    governed = node.dep_ in _GOVERNED or node.head != head
    if kind is None or not governed:
        return
    if kind != "plan" and (node.dep_ == "nsubj" or (node.dep_ == "obl:mod" and introduced_by(node))):
        return
    _apply(kind, head, statement)


def _apply(kind: str, head: Token, statement: Statement) -> None:
    """What a cue verb of a class makes of the mention below it."""
    if kind == "plan":
        statement.cues.append(head.i)
        if statement.attitude is None:
            statement.modality = "possible"
    elif kind in ("fail", "achieve"):
        statement.negated = statement.negated or is_negated(head) != (kind == "fail")
        statement.cues.append(head.i)
    elif kind == "deny":
        if not is_negated(head):
            statement.negated = not statement.negated
            statement.attribute(head, "deny")
    elif is_negated(head):
        statement.modality = "hearsay"
        statement.cues.append(head.i)
    else:
        statement.attribute(head, kind)


def _read_quotation(trigger: Token, statement: Statement) -> None:
    """A speaker beside the quotation around the trigger; marks around a word or two keep a distance."""
    for quotation in trigger.doc.spans.get("quotations", ()):
        if not quotation.start < trigger.i < quotation.end:
            continue
        speaker = quotation._.speaker
        if speaker is not None and statement.attitude is None:
            statement.attitude, statement.source = "say", list(speaker)
        elif (
            speaker is None and quotation.end - quotation.start <= _FRAGMENT and statement.modality == "fact"
        ):
            statement.modality = "hearsay"


def _read_tag(trigger: Token, statement: Statement) -> None:
    """«selon X» in the sentence, or «…, a indiqué X» after the clause."""
    sentence = trigger.sent
    source = source_phrase(trigger)
    if source is not None:
        statement.attitude, statement.source = "say", source
        return
    for token in trigger.doc[trigger.i + 1 : sentence.end]:
        if verb_class(token) not in (*SPEAKING, "deny") or token.pos_ != "VERB":
            continue
        first = next((child for child in token.lefts if child.dep_.startswith(("aux", "expl"))), token)
        after_comma = first.i > 0 and first.nbor(-1).text in (",", "»", '"', "”")
        inverted = any(subject.i > token.i for subject in subjects(token)) or any(
            child.lower_ in ("-il", "-elle", "-on", "-ils") for child in token.subtree
        )
        if after_comma and inverted:
            kind = verb_class(token) or "say"
            if kind == "deny":
                statement.negated = not statement.negated
            statement.attribute(token, kind)
            return
