"""The list of mistakes as one HTML page, with the figures above it.

The page is whole in itself: it holds no script, asks nobody for anything (a content policy in its head forbids it), and
escapes every text that came from an article.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from kg.evaluation.counts import Measure, Slice
from kg.evaluation.mistakes import Cause
from kg.evaluation.page_style import STYLE
from kg.evaluation.passages import shortened
from kg.evaluation.wording import CAUSES, notes
from kg.export.files import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.evaluation.evaluation import Evaluation
    from kg.evaluation.mistakes import Mistake, Side

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_LEGEND: Final = (
    '<p class="soft small">In passages: <mark class="source">source</mark> <mark class="cue">cue</mark> '
    '<mark class="content">content</mark></p>'
)


def mistakes_page(evaluation: Evaluation, title: str) -> str:
    """The whole page as text: figures, then the mistakes by cause, within a cause by article."""
    mistakes = list(evaluation.mistakes())
    groups = {cause: [one for one in mistakes if one.cause is cause] for cause in Cause}
    lines = (
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>",
        f"<h1>{escape(title)}</h1>",
        *_figures(evaluation),
        *_contents(groups),
        _LEGEND,
        *(line for cause, ones in groups.items() if ones for line in _group(cause, ones)),
        "</main></body></html>",
        "",
    )
    return printable("\n".join(lines))


def _figures(evaluation: Evaluation) -> Iterator[str]:
    yield '<div class="table"><table><thead><tr><th>right: content and source</th><th>gold</th><th>predicted</th>'
    yield "<th>precision</th><th>recall</th><th>F1</th></tr></thead><tbody>"
    for part in Slice:
        tally = evaluation.tally(Measure.TRIPLE_PARTIAL, part)
        if tally.gold or tally.predicted:
            rates = "".join(f"<td>{rate:.3f}</td>" for rate in (tally.precision, tally.recall, tally.f1))
            yield f"<tr><td>{part.value}</td><td>{tally.gold}</td><td>{tally.predicted}</td>{rates}</tr>"
    yield "</tbody></table></div>"


def _contents(groups: dict[Cause, list[Mistake]]) -> Iterator[str]:
    yield '<ul class="causes">'
    for cause, ones in groups.items():
        if ones:
            name = f'<a href="#{_anchor(cause)}">{cause.value}</a>'
            yield f'<li><b>{len(ones)}</b> {name} <span class="soft">{escape(CAUSES[cause])}</span></li>'
    yield "</ul>"


def _group(cause: Cause, ones: Sequence[Mistake]) -> Iterator[str]:
    yield f'<section id="{_anchor(cause)}"><h2>{cause.value.capitalize()} <span class="soft">{len(ones)}</span></h2>'
    article = None
    for one in ones:
        if one.article is not article:
            article = one.article
            name = article.id or article.key
            heading = f"{escape(article.title)} " if article.title else ""
            yield f'<h3>{heading}<span class="soft small">{escape(name)}</span></h3>'
        yield from _entry(one)
    yield "</section>"


def _entry(mistake: Mistake) -> Iterator[str]:
    place = ", ".join(span.key for span in mistake.spans)
    yield f'<div class="mistake"><p class="soft small">{escape(f"{place} · {notes(mistake)}")}</p><dl>'
    for name, side in (("gold", mistake.gold), ("predicted", mistake.predicted)):
        if side is not None:
            yield f"<dt>{name}</dt><dd>{_passage(side)}</dd>"
    yield "</dl></div>"


def _passage(side: Side) -> str:
    return "".join(
        f'<mark class="{role}" title="{role}">{escape(words)}</mark>' if role else escape(words)
        for words, role in shortened(side.passage)
    )


def _anchor(cause: Cause) -> str:
    return cause.value.replace(" ", "-")
