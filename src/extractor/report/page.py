"""Puts the data into the page so that nothing in it can become markup or script.

The data stand in a block that no browser runs, with every character escaped that could end it; the page's
script builds the document from them as text only. Scripts and styles of any other origin, and all
connections, are forbidden by the page's own policy, which names its script and its style by their hash.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING

from extractor.report.payload import payload

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.records import Article

# In the order in which they are joined: one script, one scope.
SCRIPTS = ("words", "dom", "data", "filters", "timeline", "map", "holders", "changes", "articles", "main")

_UNSAFE = re.compile("[<>&\u2028\u2029\x7f-\x9f\ud800-\udfff]")


def render(articles: Iterable[Article], *, title: str) -> str:
    """The page, complete: one file without any reference to another.

    Args:
        articles: As ``extractor.extract_many`` gives them or a batch output holds them.
        title: What the report is of, such as the name of the file.

    Returns:
        HTML, to be written as UTF-8.
    """
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 (--help answers faster)

    script = "\n".join(_asset(f"{name}.js") for name in SCRIPTS)
    style = _asset("page.css")
    data = payload(articles, title)
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(_asset("page.html.j2"))
    return template.render(
        title=data["title"],
        data=as_json(data),
        land=as_json(json.loads(_asset("land.json"))),
        script=script,
        style=style,
        script_hash=_hash(script),
        style_hash=_hash(style),
    )


def as_json(value: object) -> str:
    """JSON that can stand in a ``<script>`` block: without ``<``, ``>``, ``&``, line separators."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _asset(name: str) -> str:
    return files("extractor.report").joinpath(f"assets/{name}").read_text(encoding="utf-8")
