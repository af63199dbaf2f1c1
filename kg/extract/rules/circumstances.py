"""When, where and to whom something was said, and whom the cue itself judges: phrases of the cue's own clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.rules.words import DEEDS, MEDIA_NOUNS, TIME_NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.rules.clauses import Clause, Match
    from kg.extract.rules.sources import Range
    from kg.extract.rules.tree import Tree

_TO_WHOM = frozenset(
    {"tell", "inform", "assure", "remind", "warn", "ask", "notify", "reassure", "advise", "brief", "thank"}
)
_PLACES = frozenset({"in", "on", "at", "during", "via", "through", "by", "to", "for", "with"})


_UNITS = frozenset(
    {"hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "spring", "summer"}
)
_ANCHORS = frozenset({"ago", "earlier", "later", "last", "this", "next", "previous", "same", "past"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """Token ranges beside source, cue and content."""

    when: tuple[Range, ...] = ()
    medium: Range | None = None
    addressee: tuple[Range, ...] = ()
    target: tuple[Range, ...] = ()


def read_circumstances(tree: Tree, clause: Clause, match: Match) -> Circumstances:
    """What the cue's clause says besides: nothing of it lies inside the content."""
    content = match.pieces[0][0]
    free = [
        token
        for token in _near(tree, clause, match)
        if clause.verb < token < content or _verb_above(tree, token) == clause.verb
    ]
    return Circumstances(
        when=_when(tree, clause, free),
        medium=_medium(tree, clause, free),
        addressee=_addressees(tree, clause, match),
        target=_target(tree, clause, match),
    )


def _near(tree: Tree, clause: Clause, match: Match) -> Iterator[int]:
    """Tokens of the cue's sentence outside content and quotations."""
    first, end = tree.sentence[clause.verb]
    for token in range(max(first, clause.verb - 40), min(end, clause.verb + 40)):
        if tree.quoted[token] < 0 and not any(begin <= token < last for begin, last in match.pieces):
            yield token


def _verb_above(tree: Tree, token: int) -> int:
    while tree.head[token] != token and not tree.is_verb(token):
        token = tree.head[token]
    return token


def _when(tree: Tree, clause: Clause, free: Sequence[int]) -> tuple[Range, ...]:
    found: list[Range] = []
    for token in free:
        year = tree.tag[token] == "CD" and len(tree.words[token]) == 4 and tree.words[token][0] in "12"
        if not (tree.lower[token] in TIME_NOUNS or year) or any(first <= token < end for first, end in found):
            continue
        head = token
        while tree.dep[head] in (
            "compound",
            "nummod",
            "nmod",
            "poss",
            "amod",
            "npadvmod",
            "appos",
        ) and not tree.is_verb(tree.head[head]):
            head = tree.head[head]
        above = tree.head[head]
        if tree.dep[head] == "pobj" and tree.tag[above] == "IN":
            head = above
        first, end = tree.first[head], tree.last[head] + 1
        if tree.lower[token] in _UNITS and not _ANCHORS.intersection(tree.lower[first:end]):
            continue
        if end - first <= 8 and all(place in free for place in range(first, end)):
            found.append((first, end))
        elif tree.lower[token - 1] == "on" and token - 1 == clause.verb + 1 and token - 1 in free:
            # "lamented on Thursday the refusal": the parser took day and object for one phrase.
            found.append((token - 1, token + 1))
    return tuple(found)


def _medium(tree: Tree, clause: Clause, free: Sequence[int]) -> Range | None:
    for token in free:
        above = tree.head[token]
        if (
            tree.lower[token] in MEDIA_NOUNS
            and tree.dep[token] == "pobj"
            and tree.lower[above] in _PLACES
            and above != clause.verb
        ):
            first, end = above, tree.last[token] + 1
            for child in tree.children[token]:
                if tree.dep[child] in ("relcl", "acl") or (child > token and tree.words[child] == ","):
                    end = min(end, tree.first[child])
            if tree.lower[above] not in ("to", "for", "with", "by"):
                return first, end
    return None


def _addressees(tree: Tree, clause: Clause, match: Match) -> tuple[Range, ...]:
    if match.addressee is not None:
        return (match.addressee,)
    content = min(first for first, _ in match.pieces)
    for child in tree.children[clause.verb]:
        if child <= clause.verb or child == clause.subject or tree.quoted[child] >= 0:
            continue
        inside = any(first <= child < end for first, end in match.pieces)
        if tree.dep[child] in ("dobj", "dative", "iobj") and clause.cue.lemma in _TO_WHOM and not inside:
            if tree.tag[child] != "IN" and tree.lower[child] not in TIME_NOUNS:
                return ((tree.first[child], _phrase_end(tree, child, content)),)
        elif (
            tree.dep[child] in ("prep", "dative")
            and tree.lower[child] == "to"
            and not inside
            and match.cue_tail != child
        ):
            noun = tree.child(child, "pobj")
            if noun is not None:
                return ((tree.first[noun], _phrase_end(tree, noun, content)),)
    return ()


def _phrase_end(tree: Tree, noun: int, content: int) -> int:
    """End of a noun phrase without the phrases of time, place and medium that the parser may hang on it."""
    end = tree.last[noun] + 1
    for child in tree.children[noun]:
        if child > noun and (
            tree.dep[child] in ("relcl", "acl", "npadvmod", "punct")
            or (tree.dep[child] == "prep" and tree.lower[child] != "of")
        ):
            end = min(end, tree.first[child])
    return max(noun + 1, min(end, content) if noun < content else end)


def _target(tree: Tree, clause: Clause, match: Match) -> tuple[Range, ...]:
    if match.target is not None:
        return (match.target,)
    if clause.cue.sense not in ("blame", "praise", "rejection", "position", "doubt", "request") or match.frame not in (
        "object",
        "object-inf",
    ):
        return ()
    if match.frame == "object-inf":
        return () if match.addressee is None else (match.addressee,)
    head = next((c for c in tree.children[clause.verb] if c > clause.verb and tree.dep[c] == "dobj"), None)
    return () if head is None else (_aimed_at(tree, head),)


def _aimed_at(tree: Tree, head: int) -> Range:
    """Of "the Council's loss of ..." the Council; of "the refusal of Kestria to ..." Kestria; else the noun phrase."""
    owner = tree.child(head, "poss")
    if owner is not None and tree.tag[owner] != "PRP$":
        return tree.first[owner], owner + 1
    if tree.lower[head] in DEEDS:
        for child in tree.children[head]:
            noun = tree.child(child, "pobj") if tree.lower[child] in ("of", "by") else None
            if noun is not None:
                return tree.first[noun], max(noun + 1, _conjuncts_end(tree, noun))
    return tree.first[head], _phrase_end(tree, head, head)


def _conjuncts_end(tree: Tree, noun: int) -> int:
    end = noun + 1
    for child in tree.children[noun]:
        if tree.dep[child] == "conj":
            end = max(end, _conjuncts_end(tree, child))
    return end
