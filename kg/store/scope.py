"""Asks a question of the view where a server chooses the dataset.

The protocol's `default-graph-uri` will not do: a request that names a default graph and no named ones has no named
graphs at all, and `GRAPH ?run { ... }` then finds nothing, without an error. Naming every graph would make each request
as long as the list of articles. So the pattern itself is set into the view: within `GRAPH <view> { ... }` a plain
pattern asks the view, and an inner `GRAPH ?run { ... }` asks the server's named graphs, as it does in a folder.
"""

from __future__ import annotations

from typing import Final

from kg.store.safety import _TOKEN  # The tokens of a checked query; both modules must read it alike.

_FORMS: Final = ("select", "ask", "construct", "describe")


def within_view(query: str, view: str) -> str | None:
    """The query with its pattern inside `GRAPH <view>`, None where it has no pattern (`DESCRIBE <x>`).

    Only the WHERE clause is set into the view; an EXISTS in HAVING or in a projected expression is not. `query` has
    passed `check_query`.
    """
    form, groups = _outline(query)
    if form == "construct" and len(groups) > 1:
        start, end = groups[1]
    elif groups:
        start, end = groups[0]
    else:
        return None
    pattern = f" GRAPH <{view}> {{{query[start:end]}\n}} "
    if form == "construct" and len(groups) == 1:
        # The short form `CONSTRUCT WHERE { template }` allows no GRAPH; the long form means the same.
        head = query[: start - 1].rstrip()
        return f"{head[: -len('WHERE')]}{{{query[start:end]}\n}} WHERE {{{pattern}{query[end:]}"
    return f"{query[:start]}{pattern}{query[end:]}"


def _outline(query: str) -> tuple[str | None, list[tuple[int, int]]]:
    """The form of the query, and where the insides of its outermost braces lie."""
    form: str | None = None
    groups: list[tuple[int, int]] = []
    start = depth = 0
    for found in _TOKEN.finditer(query):
        token = found.group()
        if found.lastgroup == "open":
            start = found.end() if depth == 0 else start
            depth += 1
        elif found.lastgroup == "close":
            depth -= 1
            if depth == 0 and token == "}":
                groups.append((start, found.start()))
        elif form is None and depth == 0 and token.lower() in _FORMS and query[found.end() : found.end() + 1] != ":":
            form = token.lower()
    return form, groups
