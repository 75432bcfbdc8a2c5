"""What is asked of one token again and again, answered once: each frame of a trigger asks the same."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Token

Asked = TypeVar("Asked", bound="Callable[..., object]")


def remembered(function: Asked) -> Asked:
    """Remember the answers of a function of a token, for one text: that of the last token.

    Args:
        function: Reads tags, tree and sentences, after all of them are written. Whoever calls it must not
            change a list that it gives.
    """
    answers: dict[object, object] = {}
    text: Doc | None = None

    @wraps(function)
    def answer(token: Token, *more: Any) -> object:
        nonlocal text
        if token.doc is not text:
            answers.clear()
            text = token.doc
        key = (token.i, more)
        try:
            return answers[key]
        except KeyError:
            found = answers[key] = function(token, *more)
            return found

    return cast("Asked", answer)
