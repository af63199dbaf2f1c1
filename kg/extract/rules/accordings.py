"""The cue "according to": "According to X, P" and "P, according to X"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.rules.drafts import Draft, characters
from kg.extract.rules.sources import source_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.rules.tree import Tree

_LAUNCH = re.compile(r"according")


def according_to(tree: Tree) -> Iterator[Draft]:
    """ "According to X, P" and "P, according to X"."""
    for token, word in enumerate(tree.lower):
        if word != "according" or token + 1 >= len(tree) or tree.lower[token + 1] != "to" or tree.quoted[token] >= 0:
            continue
        head = tree.child(token + 1, "pobj")
        if head is None:
            head = tree.child(token, "pobj")
        if head is None:
            continue
        source = _phrase(tree, head, token + 2)
        content = _according_content(tree, token, source[1])
        if content is not None:
            yield Draft(
                place=tree.start[token],
                source=(characters(tree, source),),
                cue=(characters(tree, (token, token + 2)),),
                content=(characters(tree, content),),
                lemma="according to",
                rule="according-to",
            )


def _phrase(tree: Tree, head: int, first: int) -> tuple[int, int]:
    begin, end = source_range(tree, head, head)
    return min(first, begin) if begin <= first else first, end


def _according_content(tree: Tree, token: int, end: int) -> tuple[int, int] | None:
    first, last = tree.sentence[token]
    before = token
    while before > first and tree.words[before - 1] in (",", "(", "--", "—", "and"):
        before -= 1
    if before - first >= 2:
        opened = tree.quoted[before - 1]
        if opened >= 0:
            first = min(first, tree.quote_bounds[opened][0])
        return first, before
    begin = end
    while begin < last and tree.words[begin] in (",", ":", ")", "--"):
        begin += 1
    return (begin, last) if last - begin >= 2 else None
