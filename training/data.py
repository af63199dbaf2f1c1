"""Annotated articles as labelled windows: what the reader is trained and measured on."""

from __future__ import annotations

import gzip
import json
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.extract.reader.naming import NAME_LABELS
from kg.extract.reader.windows import Window, cut_windows
from kg.text.folding import fold
from kg.text.quotations import pair_quotations
from kg.text.segments import cut_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kg.extract.reader.pieces import Pieces

CUE_OUTSIDE, CUE_BEGINS, CUE_GOES_ON, CUE_EXTRA = range(4)
"""Labels of a word by itself. `CUE_EXTRA`: a later piece of a cue in pieces ("called the plan *into question*")."""
OTHER, SOURCE, CONTENT, CUE_PIECE = range(4)
"""Labels of a word for one cue."""


@dataclass(frozen=True, slots=True)
class LabelledCue:
    """One annotated attribution: word ranges, half open, indexes into the window."""

    cue: tuple[int, int]
    extra: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]


@dataclass(frozen=True, slots=True)
class Example:
    """One window with the attributions whose cue lies in it."""

    article: str
    window: Window
    cues: tuple[LabelledCue, ...]
    names: tuple[int, ...] = ()
    """Label of each word by `NAME_LABELS`: 0 none, 2k + 1 begins the k-th, 2k + 2 goes on; empty: not told."""


def read_articles(path: Path) -> list[dict[str, Any]]:
    """The lines of an annotated corpus (`id`, `text`, `attributions`), plain or gzipped."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def windows_of(text: str, pieces: Pieces) -> tuple[Any, list[Window]]:
    """The shadow of a text and its windows, read as the product reads it, without a parser."""
    folded = fold(text)
    paragraphs = cut_paragraphs(folded.shadow.string)
    quotations = pair_quotations(folded.oriented, paragraphs)
    return folded.shadow, list(cut_windows(folded.shadow.string, paragraphs, quotations, pieces))


def examples_of(article: dict[str, Any], pieces: Pieces) -> Iterator[Example]:
    """The windows of one article with their labels, in text order."""
    shadow, windows = windows_of(article["text"], pieces)
    attributions = [
        {field: [shadow.to_shadow(*span) for span in one[field] or ()] for field in ("source", "cue", "content")}
        for one in article["attributions"]
    ]
    for window in windows:
        cues = [cue for one in attributions if (cue := _labelled(window, one)) is not None]
        names = _name_labels(window, shadow, article["names"]) if "names" in article else ()
        yield Example(article["id"], window, tuple(sorted(cues, key=lambda cue: cue.cue)), names)


def without_inner(article: dict[str, Any]) -> dict[str, Any]:
    """The article without attributions that stand in the content of another: the reader finds outermost ones."""
    contents = [span for one in article["attributions"] for span in one["content"]]
    outer = [
        one
        for one in article["attributions"]
        if not any(start <= one["cue"][0][0] and one["cue"][-1][1] <= end for start, end in contents)
    ]
    return {**article, "attributions": outer}


def add_names(articles: list[dict[str, Any]], path: Path) -> None:
    """Gives the articles the names of a JSON lines file (`id`, `names`: [start, end, label])."""
    known = {line["id"]: line["names"] for line in read_articles(path)}
    for article in articles:
        if article["id"] in known:
            article["names"] = known[article["id"]]


def _name_labels(window: Window, shadow: Any, names: Sequence[tuple[int, int, str]]) -> tuple[int, ...]:
    labels = [0] * len(window)
    for start, end, label in names:
        kind = NAME_LABELS.index(label if label in NAME_LABELS else "other")
        if label in ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"):
            continue
        first, last = shadow.to_shadow(start, end)
        words = range(bisect_right(window.end, first), bisect_left(window.start, last))
        for word in words:
            labels[word] = 2 * kind + (1 if word == words[0] else 2)
    return tuple(labels)


def _labelled(window: Window, attribution: dict[str, list[tuple[int, int]]]) -> LabelledCue | None:
    pieces = [words for span in sorted(attribution["cue"]) if (words := _words(window, [span]))]
    content = _words(window, attribution["content"])
    if not pieces or not content:
        return None
    first = sorted(pieces[0])
    return LabelledCue(
        cue=(first[0], first[-1] + 1),
        extra=frozenset(word for piece in pieces[1:] for word in piece) - set(first),
        source=frozenset(_words(window, attribution["source"])),
        content=frozenset(content),
    )


def _words(window: Window, spans: Sequence[tuple[int, int]]) -> set[int]:
    return {
        number
        for start, end in spans
        for number in range(len(window))
        if window.start[number] < end and window.end[number] > start
    }
