"""Writes the reference of the public names from their docstrings: ``python docs/make_reference.py``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import griffe

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/reference.md"
HEAD = """# Reference

Written by `python docs/make_reference.py` from the docstrings: change those, not this page. Names of the
first section are imported from `extractor` itself, the others from the module of their section. The command
line explains itself: `extractor --help`.
"""
# What a program may lean on; the rest of the package may change with any version.
PUBLIC = {
    "": (),
    "changes": ("Change", "Version", "Difference", "Holding", "holders", "holdings"),
    "results": ("read_articles",),
    "serialization": ("to_dict", "to_json", "from_dict", "from_json"),
    "report": ("render",),
    "exports": ("to_geojson", "to_csv"),
    "arrow": ("extract_batches", "ARTICLE", "EXTRACTED"),
    "errors": ("PipelineError", "WorkerError", "ResumeError"),
}


def reference() -> str:
    """The whole page."""
    loader = griffe.GriffeLoader(search_paths=[str(ROOT / "src")], docstring_parser="google")
    package = loader.load("extractor")
    loader.resolve_aliases()
    parts = [HEAD]
    for path, public in PUBLIC.items():
        module = package[path] if path else package
        names = public or tuple(map(str, module.exports))
        title = f"extractor.{path}" if path else "extractor"
        parts += [f"## {title}", _plain(module.docstring.value.partition("\n")[0])]
        for name in sorted(names, key=lambda it: (it[0].isupper(), it)):
            item = module[name]
            if item.is_module:  # a function that is named like its module
                item = item[name]
            parts += _entry(item.final_target if item.is_alias else item, name)
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _entry(item: Any, name: str) -> list[str]:
    """A function, class or constant with all that its docstring says."""
    parts = [f"### {name}"]
    if item.is_function:
        parts.append(f"```python\n{_signature(item, name)}\n```")
    for section in item.docstring.parsed:
        if section.kind.value == "text":
            parts.append(_plain(section.value))
        else:
            parts += [f"{section.kind.value.capitalize()}:", _listed(section), *_closed(item, section)]
    if item.is_class:
        methods = (it for it in item.functions.values() if it.is_public and it.docstring)
        lines = [
            f"- `{_signature(it, it.name)}`: {_plain(it.docstring.value.splitlines()[0])}" for it in methods
        ]
        parts += ["Methods:", "\n".join(lines)] if lines else []
    return parts


def _signature(function: Any, name: str) -> str:
    """As one writes it, a parameter a line where it is long."""
    line = re.sub(r"\(self(?:, )?", "(", function.signature(name=name))
    if len(line) <= 88:  # noqa: PLR2004 (a line of the page)
        return line
    before, _, result = line.rpartition(") -> ")
    opening, _, parameters = before.partition("(")
    lines = re.split(r", (?![^\[]*\])", parameters)
    return "\n".join([f"{opening}(", *(f"    {it}," for it in lines), f") -> {result}"])


def _listed(section: Any) -> str:
    """Parameters, attributes, errors: a line each."""
    lines = []
    for it in section.value:
        name = f"`{it.name}`" if getattr(it, "name", None) else ""
        kind = f"`{it.annotation}`" if it.annotation else ""
        words = " ".join(_plain(it.description).split())
        lines.append(f"- {' '.join(filter(None, (name, f'({kind})' if name and kind else kind)))}: {words}")
    return "\n".join(lines)


def _closed(item: Any, section: Any) -> list[str]:
    """The values of fields that take only some."""
    named = dict.fromkeys(re.findall(r"\w+", " ".join(str(it.annotation) for it in section.value)))
    values = {it: str(item.module[it].value) for it in named if it in item.module.attributes}
    words = {
        it: re.findall(r"\w+", value)[1:] for it, value in values.items() if value.startswith("Literal[")
    }
    return [f"`{name}`: {', '.join(f'`{word}`' for word in found)}." for name, found in words.items()]


def _plain(text: str) -> str:
    """Markdown, from the little reStructuredText that docstrings hold."""
    return re.sub(r":\w+:`~?([^`]+)`", r"`\1`", text).replace("``", "`")


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8", newline="\n")
