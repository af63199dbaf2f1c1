"""Cues that are no verbs of saying: "according to X", "in X's words", "as X put it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.rules.drafts import Draft, characters
from kg.extract.rules.sources import source_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.rules.tree import Tree


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
        content = _according_content(tree, token, max(source[1], tree.last[head] + 1))
        if content is not None:
            yield Draft(
                place=tree.start[token],
                source=(characters(tree, source),),
                cue=(characters(tree, (token, token + 2)),),
                content=(characters(tree, content),),
                lemma="according to",
                rule="according-to",
            )


def in_words_of(tree: Tree) -> Iterator[Draft]:
    """ "In the minister's words, P", "in the words of the minister, P", "as the minister put it, P"."""
    for token, word in enumerate(tree.lower):
        if tree.quoted[token] >= 0:
            continue
        if word == "words" and tree.lower[tree.head[token]] == "in":
            found = _owner(tree, token)
        elif (
            word in ("put", "puts")
            and tree.lower[token + 1 : token + 2] == ["it"]
            and "as" in tree.lower[max(0, token - 9) : token]
        ):
            found = tree.child(token, "nsubj")
        else:
            continue
        if found is None:
            continue
        first, last = tree.sentence[token]
        start, end = (
            tree.first[tree.head[token]] if word == "words" else tree.first[token],
            max(tree.last[token], token + 1) + 1,
        )
        content = (end, last) if start - first < 2 else (first, start)
        if content[1] - content[0] >= 3:
            yield Draft(
                place=tree.start[token],
                source=(characters(tree, _owner_range(tree, found, token)),),
                cue=(characters(tree, (token, token + 1)),),
                content=(characters(tree, content),),
                lemma="in the words of",
                rule="in-words-of",
            )


def _owner(tree: Tree, token: int) -> int | None:
    owner = tree.child(token, "poss")
    if owner is not None:
        return owner
    of = tree.child(token, "prep")
    return None if of is None or tree.lower[of] != "of" else tree.child(of, "pobj")


def _owner_range(tree: Tree, owner: int, token: int) -> tuple[int, int]:
    if tree.dep[owner] == "poss":
        return tree.first[owner], owner + 1
    return source_range(tree, owner, token)


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
