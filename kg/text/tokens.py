"""A parse as plain lists: what rules read, without calls into the parser's objects."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of one parse. All lists run parallel and are shared by their readers: nobody changes them.

    `tag` is the Penn Treebank tag ("_" where there is none), `dep` the dependency label (ClearNLP scheme, as in spaCy's
    English models); `head[i] == i` marks a root; `start` and `end` are half-open offsets of the shadow.
    """

    words: list[str]
    lower: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    children: list[list[int]]
    start: list[int]
    end: list[int]
    sentences: list[tuple[int, int]]
    """Half-open ranges of tokens, in order, which cover all tokens. Not parallel to the other lists."""

    def sentence_bounds(self) -> Iterator[tuple[int, int]]:
        """Where each sentence starts and ends, half-open offsets of the shadow."""
        for first, last in self.sentences:
            yield self.start[first], self.end[last - 1]


def read_tokens(doc: Doc, text: str, offset: int) -> Tokens:
    """The tokens of the spaCy document of a text, whose first character stands at a shadow offset."""
    # Columns of numbers: asking token by token for strings takes many times as long.
    table = doc.to_array(["IDX", "LENGTH", "TAG", "DEP", "SENT_START"])
    places, lengths, tags, deps, begins = table.T.tolist()
    # Steps to the head may be negative, which is not to be seen in a column without a sign.
    head = [token + step for token, step in enumerate(doc.to_array("HEAD").astype("int64").tolist())]
    children: list[list[int]] = [[] for _ in head]
    for token, above in enumerate(head):
        if above != token:
            children[above].append(token)
    words = [text[place : place + length] for place, length in zip(places, lengths, strict=True)]
    start = [offset + place for place in places]
    first = [0, *(token for token, begin in enumerate(begins) if begin == 1 and token), len(begins)]
    return Tokens(
        words=words,
        lower=[word.lower() for word in words],
        tag=[tag or "_" for tag in _strings(doc, tags)],
        dep=_strings(doc, deps),
        head=head,
        children=children,
        start=start,
        end=[place + length for place, length in zip(start, lengths, strict=True)],
        sentences=[(one, following) for one, following in pairwise(first) if one < following],
    )


def _strings(doc: Doc, keys: list[int]) -> list[str]:
    """What the numbers stand for in the parser's table of strings."""
    known = {key: doc.vocab.strings[key] for key in set(keys)}
    return [known[key] for key in keys]
