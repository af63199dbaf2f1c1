"""Rows as a table for notebooks: no script, no style sheet, nothing from outside."""

from __future__ import annotations

import html
from datetime import date
from typing import TYPE_CHECKING, Final

from kg.query.rows import MAX_HTML_ROWS, shown
from kg.vocab.prefixes import shorten

if TYPE_CHECKING:
    from kg.query.header import Column
    from kg.query.rows import Cell, Rows

MAX_CHARACTERS: Final = 300
"""Of one cell; the rest is in its title."""
_WIDE: Final = 30
"""Characters from which a text takes more than a line of its column."""
_LEFT: Final = "text-align:left;vertical-align:top"
_LONG: Final = f"{_LEFT};min-width:18em"
_RIGHT: Final = "text-align:right;vertical-align:top;white-space:nowrap"
_DAY: Final = "text-align:left;vertical-align:top;white-space:nowrap"


def table_of(rows: Rows) -> str:
    """The question, its columns, at most `MAX_HTML_ROWS` rows, and how many there are."""
    summary = html.escape(rows.query.summary)
    caption = f'<caption style="caption-side:top;text-align:left">{summary}</caption>' if summary else ""
    head = "".join(map(_head, rows.columns))
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows.values[:MAX_HTML_ROWS])
    table = f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    # The frame of a notebook is narrow: the table moves within it, the page does not.
    return f'<div style="overflow-x:auto">{table}</div><p>{_count(len(rows))}</p>'


def _count(rows: int) -> str:
    left = rows - MAX_HTML_ROWS
    counted = f"{rows} row{'' if rows == 1 else 's'}"
    return f"{counted}; {left} more rows are not shown" if left > 0 else counted


def _head(column: Column) -> str:
    name = html.escape(column.name.replace("_", " "))
    return f'<th style="{_LEFT}" title="{html.escape(column.text)}">{name}</th>'


def _cell(cell: Cell) -> str:
    text = shown(cell)
    if isinstance(cell, str) and cell.startswith(("http://", "https://")):
        whole = html.escape(cell)
        return f'<td style="{_DAY}"><a href="{whole}" title="{whole}">{html.escape(_cut(shorten(cell)))}</a></td>'
    style = _RIGHT if isinstance(cell, int | float) else _DAY if isinstance(cell, date) else _LEFT
    # Words of a statement get room to be read in; the short names beside them can be scrolled to.
    style = _LONG if len(text) > _WIDE else style
    title = f' title="{html.escape(text)}"' if len(text) > MAX_CHARACTERS else ""
    return f'<td style="{style}"{title}>{html.escape(_cut(text))}</td>'


def _cut(text: str) -> str:
    return text if len(text) <= MAX_CHARACTERS else f"{text[:MAX_CHARACTERS]}…"
