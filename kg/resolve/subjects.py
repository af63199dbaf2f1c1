"""What a sentence is about: the subject of its main verb, as the parser has it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.resolve.page import Page
    from kg.text import Parse

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "parataxis"})


def subject_before(page: Page, offset: int) -> tuple[int, int] | None:
    """Range of the main subject of the sentence before the one at `offset`, without its clauses; None if there is none.

    Pronouns are no subjects here: whom they mean is asked elsewhere.
    """
    number = page.source.sentence_at(offset)
    if not number:
        return None
    begin, end = page.source.sentences[number - 1]
    parse = _parse_at(page, begin)
    if parse is None:
        return None
    tokens = parse.tokens
    inside = range(bisect_left(tokens.start, begin), bisect_left(tokens.start, end))
    for root in (t for t in inside if tokens.head[t] == t):
        for child in tokens.children[root]:
            if tokens.dep[child] in _SUBJECTS and child < root:
                return None if tokens.tag[child] in ("PRP", "DT", "WP") else _phrase(parse, child)
    return None


def _parse_at(page: Page, offset: int) -> Parse | None:
    number = bisect_right(page.source.parses, offset, key=lambda parse: parse.offset) - 1
    return page.source.parses[number] if number >= 0 else None


def _phrase(parse: Parse, head: int) -> tuple[int, int]:
    tokens = parse.tokens
    first = last = head
    waiting = [head]
    stop = len(tokens.words)
    while waiting:
        for child in tokens.children[waiting.pop()]:
            if tokens.dep[child] in _CLAUSES:
                stop = min(stop, child)
                continue
            waiting.append(child)
            first, last = min(first, child), max(last, child)
    while last > head and (last >= stop or not tokens.words[last][0].isalnum()):
        last -= 1
    return tokens.start[first], tokens.end[last]
