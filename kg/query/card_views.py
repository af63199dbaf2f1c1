"""How a statement's card is shown: as text for terminals, as HTML for notebooks."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from kg.vocab.prefixes import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kg.query.cards import Named, SpeakerEvidence, StanceEvidence, StatementCard
    from kg.query.passages import Passage

KIND_NAMES: Final = {
    "Statement": "said",
    "Attitude": "thought or intended, not said",
    "SecondHand": "second hand",
    "NonAssertion": "not asserted",
}
"""What each kind of attribution amounts to, in words."""
_STYLES: Final = {
    "": "",
    "source": "background:rgba(0,114,178,.22)",
    "cue": "background:rgba(230,159,0,.28)",
    "content": "background:rgba(0,158,115,.20)",
    "quote": "background:rgba(0,158,115,.38)",
}


def card_text(card: StatementCard) -> str:
    """The card for terminals: a heading, then one line a fact."""
    # Without the cue an accusation reads like the words of the accused. It is marked as in the passage.
    cue = f" _{card.cue}_" if card.cue else ""
    heading = f"{_listed(card.speakers) or 'speaker not known'}{cue}: {_words(card)}"
    width = max(len(name) for name, _ in _facts(card))
    lines = [f"{name:<{width}}  {value}" for name, value in _facts(card)]
    return "\n".join([heading, "", *lines])


def card_html(card: StatementCard) -> str:
    """The card for notebooks: everything escaped, inline styles only, no script, nothing fetched."""
    rows = "".join(
        f'<tr><th style="text-align:left;vertical-align:top">{escape(name)}</th>'
        f'<td style="text-align:left">{escape(value)}</td></tr>'
        for name, value in _facts(card)
        if name != "passage"
    )
    cue = f" <i>{escape(card.cue)}</i>" if card.cue else ""
    heading = f"<b>{escape(_listed(card.speakers) or 'speaker not known')}</b>{cue}: {escape(_words(card))}"
    passage = f'<p style="line-height:1.6">{passage_html(card.passage)}</p>' if card.passage else ""
    return f'<div style="max-width:60em"><p>{heading}</p>{passage}<table>{rows}</table></div>'


def _words(card: StatementCard) -> str:
    return f"“{card.words}”" if card.mode == "direct" else card.words


def passage_html(passage: Passage) -> str:
    """The passage with its evidence in `<mark>`s whose title says what they show."""
    words = "".join(
        f'<mark title="{role}" style="{_STYLES[role]};color:inherit">{escape(piece)}</mark>' if role else escape(piece)
        for piece, role in passage.pieces
    )
    return f"{'… ' if passage.cut_before else ''}{words}{' …' if passage.cut_after else ''}"


def said_when(earliest: date | None, latest: date | None) -> str:
    """The day or days in words.

    >>> from datetime import date
    >>> said_when(date(2024, 3, 1), date(2024, 3, 2))
    '2024-03-01 to 2024-03-02'
    >>> said_when(None, date(2024, 3, 2))
    '2024-03-02 or before'
    """
    if latest is None:
        return "day not known" if earliest is None else f"{earliest.isoformat()} or after"
    if earliest is None:
        return f"{latest.isoformat()} or before"
    return latest.isoformat() if earliest == latest else f"{earliest.isoformat()} to {latest.isoformat()}"


def _facts(card: StatementCard) -> Iterator[tuple[str, str]]:
    kind = KIND_NAMES.get(card.kind, card.kind)
    yield "kind", f"{card.kind} ({card.why or kind})"
    if card.according_to:
        yield "according to", card.according_to.label
    for correction in card.corrections:
        yield "corrected", str(correction)
    if card.speaking_as:
        yield "speaking as", _listed(card.speaking_as)
    if card.on_behalf_of:
        yield "on behalf of", _listed(card.on_behalf_of)
    if card.about:
        yield "about", _listed(card.about)
    for stance in card.stances:
        yield "stance", _told_stance(stance)
    if card.subjects:
        yield "subject", ", ".join(card.subjects)
    yield "day", said_when(card.earliest, card.latest)
    if card.speaks_of:
        yield "speaks of", "; ".join(said_when(first, last) for first, last in card.speaks_of)
    cue = ", ".join(part for part in (card.cue_lemma, card.cue_class, card.mode) if part)
    if cue:
        yield "cue", cue
    for evidence in card.evidence:
        yield "speaker found by", _resolution(evidence)
    if card.passage:
        yield "passage", str(card.passage)
    if card.confidence is not None:
        yield "confidence", f"{card.confidence:g}" + (f", rule {card.rule}" if card.rule else "")
    yield "source", card.source.citation(card.content_spans)
    for copy in card.also_in:
        yield "also in", str(copy)
    yield "statement", shorten(card.iri)


def _resolution(evidence: SpeakerEvidence) -> str:
    mention = f"“{evidence.words}” ({evidence.span})" if evidence.words else evidence.span
    if evidence.actor is None:
        return f"{mention}: nobody" + (f", since {evidence.reason}" if evidence.reason else "")
    how = f", {evidence.method}" if evidence.method else ""
    others = f"; could also be {_listed(evidence.alternatives)}" if evidence.alternatives else ""
    return f"{mention} = {evidence.actor.label}{how}, score {evidence.score:g}{others}"


def _told_stance(stance: StanceEvidence) -> str:
    """ "negative towards the raid (criticise; network, 0.43)"; of a rule, only the act."""
    by = stance.method and (stance.method if stance.confidence is None else f"{stance.method}, {stance.confidence:.2f}")
    details = "; ".join(filter(None, (stance.act, by)))
    return f"{stance.polarity} towards {stance.target.label}" + (f" ({details})" if details else "")


def _listed(nodes: tuple[Named, ...]) -> str:
    return ", ".join(node.label for node in nodes)
