"""A parsed stretch of text as plain lists: what the rules read, without calls into the parser's objects."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.rules.regions import Regions
    from kg.text import Parse

_VERBAL = frozenset({"relcl", "advcl", "ccomp", "ROOT"})
_HELPERS = frozenset({"aux", "auxpass", "det", "amod", "poss", "compound", "cop"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})


@dataclass(frozen=True, slots=True)
class Tree:
    """Tokens of one parse. All lists run parallel; `head[i] == i` marks a root; offsets are the shadow's.

    `first` and `last` are the edges of each token's subtree (last included), `sentence` the bounds of its sentence
    (end excluded). `quoted[i]` is the number, in the string's regions, of the outermost quotation around token i, -1 if
    none; `quote_bounds` gives first and last token of each.
    """

    words: list[str]
    lower: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    children: list[list[int]]
    first: list[int]
    last: list[int]
    start: list[int]
    end: list[int]
    sentence: list[tuple[int, int]]
    quoted: list[int]
    quote_bounds: dict[int, tuple[int, int]]
    paragraph: int

    def __len__(self) -> int:
        return len(self.words)

    def child(self, token: int, *deps: str) -> int | None:
        """The first dependent with one of these labels."""
        for child in self.children[token]:
            if self.dep[child] in deps:
                return child
        return None

    def ancestors(self, token: int) -> Iterator[int]:
        """Heads of a token, nearest first."""
        while self.head[token] != token:
            token = self.head[token]
            yield token

    def is_verb(self, token: int) -> bool:
        """True for verb forms (not modals)."""
        return self.tag[token][0] == "V"

    def words_of(self, first: int, last: int) -> str:
        """Lower-cased words of a token range, end excluded."""
        return " ".join(self.lower[first:last])


def build_tree(parse: Parse, regions: Regions) -> Tree:
    """The tree of one parse. Tokens of a quotation without closing mark that nothing continues count as unquoted."""
    tokens = parse.tokens
    sentence: list[tuple[int, int]] = []
    for first, last in tokens.sentences:
        sentence += [(first, last)] * (last - first)
    edges = _edges(tokens.head, tokens.children)
    quoted = _quoted(tokens.start, regions)
    bounds: dict[int, tuple[int, int]] = {}
    for token, quote in enumerate(quoted):
        if quote >= 0:
            bounds[quote] = bounds.get(quote, (token, token))[0], token
    return Tree(
        words=tokens.words,
        lower=tokens.lower,
        tag=_retagged(tokens.tag, tokens.dep, tokens.children, tokens.lower),
        dep=tokens.dep,
        head=tokens.head,
        children=tokens.children,
        first=edges[0],
        last=edges[1],
        start=tokens.start,
        end=tokens.end,
        sentence=sentence,
        quoted=quoted,
        quote_bounds=bounds,
        paragraph=parse.paragraph,
    )


def _retagged(tag: list[str], dep: list[str], children: list[list[int]], lower: list[str]) -> list[str]:
    """The tags, with those put right that the tagger and the parser disagree on: what has a subject of its own before
    it, in the place of a verb, is a verb ("which the ministry rejects", "as its envoy repeated").
    """
    result = tag
    for token, one in enumerate(tag):
        if one not in ("NNS", "VBN") or dep[token] not in _VERBAL:
            continue
        before = [dep[child] for child in children[token] if child < token]
        if "nsubj" not in before or not _HELPERS.isdisjoint(before):
            continue
        if one == "NNS" and not lower[token].endswith("s"):
            continue
        if result is tag:
            result = list(tag)
        result[token] = "VBZ" if one == "NNS" else "VBD"
    return result


def _edges(head: list[int], children: list[list[int]]) -> tuple[list[int], list[int]]:
    """Leftmost and rightmost token of every subtree."""
    first, last = list(range(len(head))), list(range(len(head)))
    order = [token for token, above in enumerate(head) if above == token]
    for token in order:
        order += children[token]
    for token in reversed(order):
        above = head[token]
        first[above] = min(first[above], first[token])
        last[above] = max(last[above], last[token])
    return first, last


def _quoted(start: list[int], regions: Regions) -> list[int]:
    quoted = [-1] * len(start)
    if not start:
        return quoted
    number = max(0, bisect_right(regions.starts, start[0]) - 1)
    for token, place in enumerate(start):
        while number < len(regions.starts) and regions.quotations[number].end <= place:
            number += 1
        if number == len(regions.starts):
            break
        quotation = regions.quotations[number]
        if quotation.start <= place and (quotation.closed or quotation.continues):
            quoted[token] = number
    return quoted
