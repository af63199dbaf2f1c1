"""The table under a view: what the picture says, for readers and programs that have no picture."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from kg.query import said_when

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_ROWS: Final = 1000
"""More would make the page twice as large; the form `edges-csv` has them all."""
Row = tuple[str, str, str, "int | None", float]
"""Who, how ("opposes"), whom, the place of the statement (None: there is none), weight."""


def plain_table(rows: Sequence[Row], statements: Sequence[list[object]], articles: Sequence[list[str]]) -> str:
    """The rows in their order, the first `MOST_ROWS` of them; below them how many are left out."""
    if not rows:
        return '<p class="soft">There is nothing to show.</p>'
    head = "".join(f'<th scope="col">{name}</th>' for name in ("day", "who", "", "whom", "words", "article"))
    lines = [
        f'<div class="table"><table><thead><tr>{head}</tr></thead><tbody>',
        *_lines(rows[:MOST_ROWS], statements, articles),
        "</tbody></table></div>",
    ]
    if len(rows) > MOST_ROWS:
        lines.append(f'<p class="soft small">{len(rows) - MOST_ROWS:,} more rows are not in this table.</p>')
    return "\n".join(lines)


def _lines(rows: Sequence[Row], statements: Sequence[list[object]], articles: Sequence[list[str]]) -> Iterator[str]:
    for who, sign, whom, place, weight in rows:
        words, day, article = f"weight {weight:.4g}", "", ""
        if place is not None:
            _, said, told_day, printed = statements[place]
            words = str(said or "")
            day = str(told_day or "")
            article = _article(articles[printed]) if isinstance(printed, int) and printed >= 0 else ""
        yield (
            f'<tr><td class="day">{escape(_day(day))}</td><td>{_bdi(who)}</td><td>{escape(sign)}</td>'
            f"<td>{_bdi(whom)}</td><td>{_bdi(words)}</td><td>{article}</td></tr>"
        )


def _day(day: str) -> str:
    from datetime import date

    return said_when(date.fromisoformat(day), date.fromisoformat(day)) if day else ""


def _bdi(text: str) -> str:
    return f'<bdi dir="auto">{escape(text)}</bdi>' if text else ""


def _article(article: list[str]) -> str:
    title, url, outlet, _ = article
    name = _bdi(title or url)
    linked = f'<a href="{escape(url)}" rel="noopener noreferrer">{name}</a>' if url else name
    return f'{linked}<br><span class="soft small">{escape(outlet)}</span>' if outlet else linked
