"""Stanford CoreNLP's JSON with its quote annotator: quotations with the mention of their speaker.

Offsets of CoreNLP count UTF-16 units. The text is the output's own `text`,
else NAME.txt beside it, else put together from the tokens and what stands between them. A quotation whose speaker is
"Unknown" has no source. CoreNLP marks no cue, so none is recorded; what is no quotation, it does not find.

Source: src/edu/stanford/nlp/pipeline/JSONOutputter.java of stanfordnlp/CoreNLP.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.extract.annotations.counting import Ruler, Shown, find_ruler
from kg.extract.annotations.fields import Fields
from kg.extract.annotations.files import TextFile, article_from, beside, decoded
from kg.extract.annotations.records import Place, Recorded, names_of
from kg.model import Attribution, Kind, Mode, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

NAME: Final = "corenlp"
_UNKNOWN: Final = frozenset({None, "", "Unknown"})
_MARKS: Final = "\"'“”„«»‘’`"


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    original: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Quotation:
    words: Span
    """Without its marks."""
    source: tuple[Span, ...]


def is_corenlp(values: Mapping[str, object]) -> bool:
    """True for an object as CoreNLP writes it."""
    return isinstance(values.get("sentences"), list) or isinstance(values.get("tokens"), list)


def read_corenlp(values: Mapping[str, object], path: Path) -> Recorded:
    """The quotations of one output.

    Raises: ArticleError: it has no tokens or no quotations, or its text cannot be had.
    """
    fields = Fields(values, Place(source=path.as_posix(), record=path.stem))
    tokens = _tokens(fields)
    if not tokens:
        raise fields.place.broken("there are no tokens; run CoreNLP with the annotators tokenize, ssplit and quote")
    if "quotes" not in values:
        raise fields.place.broken('there are no "quotes"; run CoreNLP with the annotator quote')
    text = _text(fields, tokens, path)
    ruler = _ruler(text, tokens, fields.place)
    quotations = [_quotation(entry, tokens, ruler) for entry in fields.objects("quotes")]
    article = article_from(text.string, beside(path), loader=NAME)
    attributions = tuple(_attributions(sorted(quotations, key=lambda one: (one.words.start, -one.words.end))))
    return Recorded(
        place=fields.place,
        article=article,
        names=names_of(article),
        attributions=attributions,
        unmarked=frozenset(range(len(attributions))),
    )


def _tokens(fields: Fields) -> list[_Token]:
    entries = [token for sentence in fields.objects("sentences") for token in sentence.objects("tokens")]
    tokens: list[_Token] = []
    for entry in entries or fields.objects("tokens"):
        start, end = entry.whole("characterOffsetBegin"), entry.whole("characterOffsetEnd")
        if start is None or end is None:
            raise fields.place.broken(f"{entry.path} has no characterOffsetBegin and characterOffsetEnd")
        original = entry.text("originalText") or entry.text("word") or ""
        tokens.append(_Token(start, end, original, entry.text("before") or "", entry.text("after") or ""))
    return tokens


def _text(fields: Fields, tokens: Sequence[_Token], path: Path) -> TextFile:
    if (own := fields.text("text")) is not None:
        return TextFile(own, had_mark=False)
    if beside(path).is_file():
        return decoded(beside(path))
    string = tokens[0].before + "".join(token.original + token.after for token in tokens)
    return TextFile(string, had_mark=False)


def _ruler(text: TextFile, tokens: Sequence[_Token], place: Place) -> Ruler:
    # Tokens that CoreNLP makes of nothing ("gonna" is two words of one place) are left out.
    shown = [Shown(((token.start, token.end),), token.original) for token in tokens if token.start < token.end]
    ruler = find_ruler(text.string, shown, had_mark=text.had_mark)
    if ruler is None:
        raise place.mismatch(
            f"the tokens do not stand in the text where their offsets say; put the text that CoreNLP read into "
            f"{place.record}.txt beside the output"
        )
    return ruler


def _quotation(entry: Fields, tokens: Sequence[_Token], ruler: Ruler) -> _Quotation:
    begin, end = entry.whole("beginIndex"), entry.whole("endIndex")
    if begin is None or end is None:
        raise entry.place.broken(f"{entry.path} has no beginIndex and endIndex")
    whole = ruler.range(begin, end)
    words = entry.text("text")
    if whole is None or (words is not None and not ruler.shows(Shown(((begin, end),), words))):
        raise entry.place.mismatch(f"{entry.path}: {begin}-{end} does not hold {(words or 'a character')[:60]!r}")
    return _Quotation(Span(*_without_marks(ruler.text, *whole)), _source(entry, tokens, ruler))


def _source(entry: Fields, tokens: Sequence[_Token], ruler: Ruler) -> tuple[Span, ...]:
    """The mention of the speaker beside the quotation; none where CoreNLP knows no speaker."""
    first, last = entry.whole("mentionBegin"), entry.whole("mentionEnd")
    if entry.text("speaker") in _UNKNOWN or first is None or last is None:
        return ()
    if not first <= last < len(tokens):
        raise entry.place.mismatch(f"{entry.path}: the mention's tokens {first}-{last} are not there")
    # CoreNLP counts the mention's last token in.
    found = ruler.range(tokens[first].start, tokens[last].end)
    return () if found is None else (Span(*found),)


def _attributions(quotations: Sequence[_Quotation]) -> Iterator[Attribution]:
    """A quotation inside another one is kept where it has a speaker of its own: then it is second hand."""
    kept: list[tuple[int, Span]] = []
    number = 0
    for quotation in quotations:
        while kept and not kept[-1][1].covers(quotation.words):
            kept.pop()
        outer = kept[-1][0] if kept else None
        if outer is not None and not quotation.source:
            continue
        kept.append((number, quotation.words))
        number += 1
        yield Attribution(
            source=quotation.source,
            cue=(),
            content=(quotation.words,),
            kind=Kind.STATEMENT,
            mode=Mode.DIRECT,
            quotes=(quotation.words,),
            outer=outer,
            rule=NAME,
        )


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The words between the marks; the range itself where nothing else is in it."""
    first, last = start, end
    while first < last and (text[first] in _MARKS or text[first].isspace()):
        first += 1
    while last > first and (text[last - 1] in _MARKS or text[last - 1].isspace()):
        last -= 1
    return (first, last) if first < last else (start, end)
