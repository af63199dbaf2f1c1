"""The page of all forms in which a graph can be written, from the registry of exporters."""

from __future__ import annotations

import inspect
from itertools import groupby

from docs_site.markdown import table
from kg.export import exporter_names, load_exporter


def export_page() -> str:
    """Every form with what it is, how its files end, and how it is asked for."""
    forms = [load_exporter(name) for name in exporter_names()]
    rows = [(f"[`{form.name}`](#form-{form.name})", _told(form), f"`{form.suffix}`") for form in forms]
    lines = [
        "# Forms of export",
        "",
        "What opens each form, and what it loses, is told in [Take the graph to another program](how-to/export.md).",
        "Forms that other packages bring (entry points of the group `kg.exporters`) are asked for in the same way.",
        "",
        *table(("form", "what it is", "file"), rows),
    ]
    for form in forms:
        lines += [
            f"(form-{form.name})=",
            f"## {form.name}",
            "",
            _told(form),
            "",
            f"Holds: {_first(form.chunks.__doc__)} Its media type is `{form.media_type}`.",
            "",
            "```sh",
            f"kg export {form.name} --graph my-graph -o my-graph{form.suffix}",
            "```",
            "```python",
            f'kg.open("my-graph").export("{form.name}", "my-graph{form.suffix}")',
            "```",
            "",
        ]
    return "\n".join(lines)


def _told(form: object) -> str:
    return _first(type(form).__doc__)


def _first(docstring: str | None) -> str:
    """The first paragraph, on one line."""
    lines = inspect.cleandoc(docstring or "").split("\n")
    return " ".join(next(group for has_text, group in groupby(lines, key=bool) if has_text)) if any(lines) else ""
