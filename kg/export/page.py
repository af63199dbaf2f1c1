"""One HTML page to look at and to send: the network as a picture, and who said what about whom, with the passages.

The page is whole in itself. It holds no script, asks nobody for anything (a content policy in its head forbids it),
follows the reader's choice of a dark or light screen, and escapes every text that came from an article.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from kg.analysis import aggregated
from kg.export.files import printable, write_whole
from kg.export.palette import KIND_COLOURS, KIND_NAMES, POLARITY_NAMES
from kg.export.picture import MAX_DRAWN, polarity_of, svg_picture
from kg.export.style import page_style
from kg.query import StatementCard, said_when
from kg.vocab.prefixes import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kg.analysis.said_about import PairNetwork, Ties
    from kg.query import Passage

Pair = tuple[str, str]
TITLE: Final = "Who said what about whom"
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def export_page(network: Ties, statements: Iterable[StatementCard], path: Path, *, title: str = TITLE) -> None:
    """Write the page; the file appears whole or not at all.

    Raises: ExportError: the place cannot be written.
    """
    write_whole(path, [page_html(network, tuple(statements), title=title).encode()])


def page_html(network: Ties, statements: Sequence[StatementCard], *, title: str = TITLE) -> str:
    """The whole page as text.

    The picture shows the `MAX_DRAWN` busiest actors; the table has every statement given, under each pair of speaker
    and target that the network ties by it. Statements that tie nobody stand at the end.
    """
    pairs = aggregated(network)
    anchors = {pair: f"pair-{number}" for number, pair in enumerate(_by_weight(pairs), 1)}
    lines = (
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title><style>{page_style()}</style></head><body><main>",
        f'<h1>{escape(title)}</h1><p class="soft">{_counts(pairs, statements)}</p>',
        f"<figure>{svg_picture(pairs, anchors)}{_legend(pairs)}</figure>",
        _picture_note(pairs),
        "<h2>The words, and where they stand</h2>",
        '<div class="table"><table><thead><tr><th>day</th><th>who</th><th>words</th><th>article</th></tr></thead>',
        *_groups(network, pairs, anchors, statements),
        "</table></div></main></body></html>",
        "",
    )
    return printable("\n".join(lines))


def _by_weight(pairs: PairNetwork) -> list[Pair]:
    """The pairs, most statements first, then by name."""
    return sorted(
        pairs.edges(),
        key=lambda pair: (-pairs.edges[pair]["weight"], _name(pairs, pair[0]), _name(pairs, pair[1]), pair),
    )


def _name(pairs: PairNetwork, node: str) -> str:
    return str(pairs.nodes[node].get("label", node))


def _counts(pairs: PairNetwork, statements: Sequence[StatementCard]) -> str:
    articles = {source.article.iri for card in statements for source in (card.source, *card.also_in)}
    days = sorted(card.latest for card in statements if card.latest)
    period = f", {said_when(days[0], days[-1])}" if days else ""
    return f"{len(statements)} statements, {len(pairs)} actors, {len(articles)} articles{period}"


def _legend(pairs: PairNetwork) -> str:
    kinds = sorted(
        {str(pairs.nodes[node].get("kind", "")) for node in pairs} & set(KIND_NAMES), key=list(KIND_NAMES).index
    )
    dots = "".join(
        f'<span><span class="dot" style="background:{KIND_COLOURS[kind]}"></span>{KIND_NAMES[kind]}</span>'
        for kind in kinds
    )
    bars = "".join(
        f'<span><span class="bar {polarity}"></span>{words}</span>' for polarity, words in POLARITY_NAMES.items()
    )
    return f'<div class="legend">{dots}{bars}</div>'


def _picture_note(pairs: PairNetwork) -> str:
    left_out = len(pairs) - MAX_DRAWN
    more = f" The {MAX_DRAWN} busiest actors are drawn, {left_out} more are in the table." if left_out > 0 else ""
    how = "An arrow runs from the speaker to whom the words are about; click it to read them."
    return f'<p class="soft small">{how}{more}</p>'


def _groups(
    network: Ties, pairs: PairNetwork, anchors: Mapping[Pair, str], statements: Sequence[StatementCard]
) -> Iterator[str]:
    cards = {card.iri: card for card in statements}
    tied: set[str] = set()
    for pair, anchor in anchors.items():
        said = [cards[iri] for iri in network[pair[0]][pair[1]] if iri in cards]
        tied.update(card.iri for card in said)
        yield from _group(anchor, _pair_heading(pairs, pair), said)
    rest = [card for card in statements if card.iri not in tied]
    if rest:
        yield from _group("others", "about no actor, or by nobody named", rest)


def _pair_heading(pairs: PairNetwork, pair: Pair) -> str:
    about = pairs.edges[pair]
    polarity = polarity_of(about)
    count = f"{about['weight']} statement{'' if about['weight'] == 1 else 's'}"
    verb = f'<span class="sign {polarity}">{POLARITY_NAMES[polarity]}</span>'
    source, target = (escape(_name(pairs, node)) for node in pair)
    return f'{source} {verb} {target} <span class="soft small">{count}</span>'


def _group(anchor: str, heading: str, cards: Sequence[StatementCard]) -> Iterator[str]:
    yield f'<tbody id="{anchor}"><tr class="pair"><th colspan="4" scope="rowgroup">{heading}</th></tr>'
    for card in sorted(cards, key=lambda card: (card.latest is None, card.latest or card.source.published, card.iri)):
        yield _row(card)
    yield "</tbody>"


def _row(card: StatementCard) -> str:
    behalf = [
        node.label for node in card.on_behalf_of if node.label not in {speaker.label for speaker in card.speakers}
    ]
    roles = [*(f"as {post.label}" for post in card.speaking_as), *([f"for {', '.join(behalf)}"] if behalf else [])]
    who = escape(", ".join(speaker.label for speaker in card.speakers) or "not known")
    under = f'<br><span class="soft small">{escape("; ".join(roles))}</span>' if roles else ""
    return (
        f'<tr><td class="day">{escape(said_when(card.earliest, card.latest))}</td><td>{who}{under}</td>'
        f'<td class="words">{_reported(card)}{_details(card)}</td><td>{_article(card)}</td></tr>'
    )


def _reported(card: StatementCard) -> str:
    """Cue and words: without its cue an accusation reads like the words of the accused."""
    words = f"“{card.words}”" if card.mode == "direct" and card.words else card.words
    cue = f'<i class="soft">{escape(card.cue)}:</i> ' if card.cue else ""
    return f"{cue}{escape(words)}"


def _details(card: StatementCard) -> str:
    passage = f"<blockquote>{_marked(card.passage)}</blockquote>" if card.passage else ""
    stances = "; ".join(f"{stance.polarity} towards {stance.target.label}" for stance in card.stances)
    cue = ", ".join(part for part in (card.cue_lemma, card.cue_class, card.mode) if part)
    notes = [note for note in (stances, f"cue: {cue}" if cue else "", shorten(card.iri)) if note]
    label = "passage" if card.passage else "details"
    return (
        f'<details><summary>{label}</summary>{passage}<p class="soft small">{escape(" · ".join(notes))}</p></details>'
    )


def _marked(passage: Passage) -> str:
    words = "".join(
        f'<mark class="{role}" title="{role}">{escape(piece)}</mark>' if role else escape(piece)
        for piece, role in passage.pieces
    )
    return f"{'… ' if passage.cut_before else ''}{words}{' …' if passage.cut_after else ''}"


def _article(card: StatementCard) -> str:
    source = card.source
    title = escape(source.article.label)
    url = source.url or ""
    linked = (
        f'<a href="{escape(url)}" rel="noopener noreferrer">{title}</a>'
        if url.startswith(("http://", "https://"))
        else title
    )
    under = ", ".join(
        part for part in (source.outlet, source.published.isoformat() if source.published else None) if part
    )
    return f'{linked}<br><span class="soft small">{escape(under)}</span>'
