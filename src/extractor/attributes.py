"""The one table of the custom attributes that our components write, and what each holds.

Values are plain (str, int, float, bool, None, lists and dicts of these), so that a Doc survives
``to_bytes`` and ``nlp.pipe(n_process=2)``.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

SPAN_ATTRIBUTES: dict[str, str] = {
    "quantity": "number span: the fields of records.Quantity, offsets in doc.text",
    "frame": "capture trigger: rule, outcome, retaken, lemma, fillers as token ranges (captures.fillers)",
    "events": "trigger of other types of event: a list of frames, each of another rule",
    "rejections": "rejected trigger: a list of captures.rejections.Rejection, each of another rule",
    "likelihood": "place: told (probability), outcome, trigger (token that speaks most for a capture)",
    "statement": "capture trigger: the fields of captures.modality.Statement",
    "speaker": "quotation: [start, end] token range of who speaks, or None",
    "attitude": "quotation: class of the verb of saying (captures/cues.toml), or None",
    "expression": "date span: the fields of dates.Expression",
    "side": "date span: past or future as the verb above tells, or None",
}
DOC_ATTRIBUTES: dict[str, str] = {
    "every_sentence": "True where every sentence is to be parsed, whatever extractor_scope finds in it",
}


def register() -> None:
    """Declare the attributes; called by each component's constructor, since spawned workers import anew."""
    for name in SPAN_ATTRIBUTES:
        if not Span.has_extension(name):
            Span.set_extension(name, default=None)
    for name in DOC_ATTRIBUTES:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
