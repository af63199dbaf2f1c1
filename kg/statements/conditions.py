"""Whether a content holds only on a condition, and which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kg.model import Attribution, Span
    from kg.statements.reading.strings import Reading
    from kg.statements.reading.syntax import Tree

_CONDITION: Final = re.compile(
    r"\b(?:if|unless|provided(?: that)?|as long as|so long as|on (?:the )?condition that|only when|in case"
    r"|should .{3,40}, )\b",
    re.IGNORECASE,
)
_NO_CONDITION: Final = re.compile(
    r"\b(?:as if|even if|what if|if not|whether|ask(?:ed|s)? if|see if|if any|if ever|for as long as)\b", re.IGNORECASE
)
_END: Final = re.compile(r"[,;:.!?…\"”]")


def condition_of(reading: Reading, attribution: Attribution) -> Span | None:
    """The words of the first "if", "unless" or "provided that" of the content with their clause; None: there is none.

    Where the parse holds the clause together, it is taken whole; else it ends at the next mark.
    """
    for span in attribution.content:
        start, end = reading.source.locate(span)
        words = reading.shadow[start:end]
        found = _CONDITION.search(_NO_CONDITION.sub(lambda other: " " * len(other.group()), words))
        if found is None:
            continue
        first = start + found.start()
        tree = reading.tree_at(first)
        last = None if tree is None else _end_of_clause(tree, first, end)
        if last is None:
            mark = _END.search(reading.shadow, first + len(found.group()), end)
            last = end if mark is None else mark.start()
        return reading.span(first, max(last, first + len(found.group())))
    return None


def _end_of_clause(tree: Tree, first: int, end: int) -> int | None:
    """Where the clause ends that the word at `first` opens, None where the parse has none."""
    opener = next(iter(tree.tokens(first, first + 1)), None)
    if opener is None or tree.dep[opener] != "mark":
        return None
    verb = tree.head[opener]
    last = verb
    for token in range(verb + 1, len(tree.lower)):
        if verb not in tree.above(token) or tree.lower[token] in (",", ";", ".", '"'):
            break
        last = token
    return min(tree.end[last], end)
