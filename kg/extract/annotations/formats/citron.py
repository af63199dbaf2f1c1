"""BBC Citron's JSON: `quotes` of cue, sources and contents, each span with its words.

The text is the object's own `text` (as in Citron's training data), else NAME.txt beside it. Citron's documents call
`start` and `end` characters, its program writes the numbers of tokens: where the words do not stand at the characters
of these numbers, they are looked for in the order of the numbers, and refused where that leaves a choice.

A predicted quote gives the resolved mention as its source and the words beside the cue as `coreferences`, training data
the other way round: of the two, the one nearer to the cue is the source here, since persons are resolved later anyway.

Source: docs/data_format.md, citron/data.py and citron/utils.py of bbc/citron.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.extract.annotations.counting import Shown, find_ruler
from kg.extract.annotations.fields import Fields
from kg.extract.annotations.files import TextFile, article_from, beside, decoded
from kg.extract.annotations.ordering import Numbered, Unplaceable, places_in_order
from kg.extract.annotations.records import Place, Recorded, merged, names_of
from kg.model import Attribution, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

NAME: Final = "citron"


def is_citron(values: Mapping[str, object]) -> bool:
    """True for an object as Citron writes it."""
    quotes = values.get("quotes")
    if not isinstance(quotes, list):
        return False
    return not quotes or (isinstance(quotes[0], dict) and "contents" in quotes[0])


def read_citron(values: Mapping[str, object], path: Path) -> Recorded:
    """The quotes of one document.

    Raises: ArticleError: there is no text, or the quotes do not fit it.
    """
    fields = Fields(values, Place(source=path.as_posix(), record=path.stem))
    own = fields.text("text")
    text = decoded(beside(path)) if own is None else TextFile(own, had_mark=False)
    quotes = fields.objects("quotes")
    pieces = sorted({piece for quote in quotes for piece in _pieces(quote)})
    places = _places(text, pieces, fields.place)
    article = article_from(text.string, beside(path), loader=NAME)
    attributions = tuple(_attribution(quote, places) for quote in quotes)
    return Recorded(
        place=fields.place,
        article=article,
        names=names_of(article),
        attributions=attributions,
        unmarked=frozenset(range(len(attributions))),
    )


def _pieces(quote: Fields) -> Iterator[Numbered]:
    for name in ("sources", "coreferences", "contents"):
        yield from map(_piece, quote.objects(name))
    yield from _cue(quote)


def _cue(quote: Fields) -> list[Numbered]:
    cue = quote.nested("cue")
    return [] if cue is None else [_piece(cue)]


def _piece(fields: Fields) -> Numbered:
    start, end, words = fields.whole("start"), fields.whole("end"), fields.text("text")
    if start is None or end is None or start >= end or words is None or not words.strip():
        raise fields.place.broken(f'{fields.path} should have "start", a greater "end", and its "text"')
    return Numbered(start, end, words)


def _places(text: TextFile, pieces: Sequence[Numbered], place: Place) -> dict[Numbered, Span]:
    shown = {piece: Shown(((piece.start, piece.end),), piece.words) for piece in pieces}
    ruler = find_ruler(text.string, shown.values(), had_mark=text.had_mark)
    if ruler is None:
        try:
            return places_in_order(text.string, pieces)
        except Unplaceable as error:
            raise place.mismatch(str(error)) from None
    found: dict[Numbered, Span] = {}
    for piece in pieces:
        span = ruler.range(piece.start, piece.end)
        assert span is not None, "a ruler that shows the words of a piece has a range for it"
        found[piece] = Span(*span)
    return found


def _attribution(quote: Fields, places: Mapping[Numbered, Span]) -> Attribution:
    def spans(pieces: Sequence[Numbered]) -> tuple[Span, ...]:
        return merged(places[piece] for piece in pieces)

    cue = spans(_cue(quote))
    sources, others = (spans([_piece(one) for one in quote.objects(name)]) for name in ("sources", "coreferences"))
    return Attribution(
        source=min(
            (group for group in (sources, others) if group), key=lambda group: _distance(group, cue), default=()
        ),
        cue=cue,
        content=spans([_piece(one) for one in quote.objects("contents")]),
        rule=NAME,
        confidence=quote.share("confidence"),
    )


def _distance(group: Sequence[Span], cue: Sequence[Span]) -> int:
    gaps = [max(one.start - other.end, other.start - one.end, 0) for one in group for other in cue]
    return min(gaps, default=0)
