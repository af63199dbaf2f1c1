"""A parse as plain lists: what rules read, without calls into the parser's objects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


def read_tokens(doc: Doc, offset: int) -> Tokens:
    """The tokens of a spaCy document whose first character stands at a shadow offset."""
    words = [token.text for token in doc]
    head = [token.head.i for token in doc]
    children: list[list[int]] = [[] for _ in words]
    for token, above in enumerate(head):
        if above != token:
            children[above].append(token)
    start = [offset + token.idx for token in doc]
    return Tokens(
        words=words,
        lower=[word.lower() for word in words],
        tag=[token.tag_ or "_" for token in doc],
        dep=[token.dep_ for token in doc],
        head=head,
        children=children,
        start=start,
        end=[place + len(word) for place, word in zip(start, words, strict=True)],
    )
