"""Small pieces of Markdown that generated pages are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table with a blank line after it; none where there are no rows."""
    lines = [f"| {' | '.join(cell(value) for value in row)} |" for row in rows]
    return [f"| {' | '.join(head)} |", "|" + "---|" * len(head), *lines, ""] if lines else []


def cell(text: str) -> str:
    """A text as it can stand in a table."""
    return text.replace("|", "\\|").replace("\n", " ")


def toctree(
    pages: Iterable[str], *, caption: str = "", hidden: bool = True, titles: bool = True, depth: int = 1
) -> list[str]:
    """The lines of a table of contents. `pages`: places relative to the page, or `title <place>`."""
    return [
        "```{toctree}",
        *([":hidden:"] if hidden else []),
        *([f":caption: {caption}"] if caption else []),
        *([":titlesonly:"] if titles else []),
        f":maxdepth: {depth}",
        "",
        *pages,
        "```",
        "",
    ]
