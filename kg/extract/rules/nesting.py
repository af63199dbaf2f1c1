"""Attributions inside the content of others: second hand where a third party speaks, else left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.rules.acts import BLOWS
from kg.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.rules.clauses import Clause
    from kg.extract.rules.drafts import Draft, Range
    from kg.extract.rules.tree import Tree

_REPORTED = frozenset({"verb-clause", "verb-quote", "verb-around", "verb-object-of", "phrase-clause", "according-to"})
_FIRST = frozenset({"i", "we", "you"})
_OWN = frozenset({"my", "our"})
_UNTOLD = frozenset({"one", "each", "both", "some", "others", "all", "many", "few"})
"""Sources that stand for somebody told of before: nobody can be found for them in the words of another."""
_BODIES = frozenset(
    {"delegation", "government", "country", "ministry", "party", "side", "nation", "state", "mission", "people"}
)
"""In whose name one speaks: of "my delegation supports" the speaker is the source himself."""


def without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts in text order; of two with the same content and source, the first one (the more exact rule) stays."""
    sources: dict[tuple[Range, ...], list[tuple[Range, ...]]] = {}
    kept: list[Draft] = []
    # A draft that names its source is worth more than the same content without one.
    for draft in sorted(drafts, key=lambda draft: (not draft.source, draft.rule.startswith("noun"))):
        known = sources.setdefault(draft.content, [])
        if (
            draft.content
            and draft.source not in known
            and (not known or (draft.source and not draft.rule.startswith("noun")))
        ):
            known.append(draft.source)
            kept.append(draft)
    return sorted(kept, key=lambda draft: (draft.place, draft.content))


def nested(drafts: Sequence[Draft], quoted: Sequence[Draft] = (), shadow: str = "") -> list[Draft]:
    """Links every draft that stands inside another's content to it, as second hand, and drops those that are not sure.

    An inner statement is kept where its source is named inside the content, too, and is not the outer one speaking.
    Args: quoted: drafts of cues inside quotations, dropped where nothing holds them. shadow: the string, to tell who
    speaks for himself by the words of the sources; without it only the surest inner statements are kept.
    """
    outermost = _within_reports(sorted(drafts, key=lambda draft: (draft.place, draft.content)))
    ordered = sorted([*outermost, *quoted], key=lambda draft: (draft.place, draft.content))
    holders = _holders(ordered)
    inside = {id(draft) for draft in quoted}
    keep = [
        number
        for number, draft in enumerate(ordered)
        if (
            id(draft) not in inside if (holder := holders[number]) is None else _is_sure(ordered[holder], draft, shadow)
        )
    ]
    index = {number: place for place, number in enumerate(keep)}
    result: list[Draft] = []
    for number in keep:
        draft, holder = ordered[number], holders[number]
        while holder is not None and holder not in index:
            holder = holders[holder]
        if holder is None:
            result.append(draft)
        else:
            kind = draft.kind if draft.kind is Kind.NON_ASSERTION else Kind.SECOND_HAND
            result.append(replace(draft, kind=kind, outer=index[holder]))
    return result


def _within_reports(ordered: Sequence[Draft]) -> list[Draft]:
    """Ends the content of an inner statement where the report around it ends.

    In "an official said that the canal is open, the Mail reported" the parser hangs the reporting tail on the inner
    clause: each of the two would hold the other's cue. The one whose cue follows all of its content is the outer one.
    """
    result = list(ordered)
    places = [draft.place for draft in ordered]
    for outer in ordered:
        first, last = outer.reach
        if outer.place < last:
            continue
        for number in range(bisect_left(places, first), bisect_left(places, last)):
            inner = result[number]
            if any(start <= outer.place < end for start, end in inner.content):
                kept = tuple((start, min(end, last)) for start, end in inner.content if start < last)
                result[number] = replace(inner, content=kept) if kept else inner
    return result


def _holders(ordered: Sequence[Draft]) -> list[int | None]:
    """For each draft the one with the smallest content that holds its cue, if any."""
    pieces = sorted((start, end, number) for number, draft in enumerate(ordered) for start, end in draft.content)
    sizes = [sum(end - start for start, end in draft.content) for draft in ordered]
    holders: list[int | None] = [None] * len(ordered)
    open_pieces: list[tuple[int, int, int]] = []
    reached = 0
    for place, number in sorted((draft.cue[0][0], number) for number, draft in enumerate(ordered)):
        while reached < len(pieces) and pieces[reached][0] <= place:
            open_pieces.append(pieces[reached])
            reached += 1
        open_pieces = [piece for piece in open_pieces if piece[1] > place]
        around = [
            holder
            for _, _, holder in open_pieces
            if ordered[holder].cue[0][0] != place and not _holds(ordered[number], ordered[holder])
        ]
        holders[number] = min(around, key=lambda holder: (sizes[holder], holder), default=None)
    return holders


def _holds(outer: Draft, inner: Draft) -> bool:
    """True if the cue of one stands inside the content of the other."""
    return any(start <= inner.cue[0][0] < end for start, end in outer.content)


def _is_sure(holder: Draft, draft: Draft, shadow: str) -> bool:
    if not draft.source:
        return False
    start, end = draft.source[0]
    if not any(first <= start and end <= last for first, last in holder.content):
        return False
    if draft.nests and shadow and not holder.is_verbatim:
        return not _shares_name(shadow, draft, holder)
    return draft.kind is Kind.STATEMENT and draft.rule in _REPORTED and end - start > 4


def _shares_name(shadow: str, draft: Draft, holder: Draft) -> bool:
    """ "The ministry regrets the raid, a (ministry) spokeswoman said": who speaks for it tells what it says himself."""
    own, outer = (
        {word for start, end in one.source for word in re.findall(r"\w{4,}", shadow[start:end].casefold())}
        for one in (draft, holder)
    )
    speaks_for = draft.source[0][0] == holder.content[0][0] and any(word.startswith("spokes") for word in outer)
    return speaks_for or not own.isdisjoint(outer)


def tells_of_another(tree: Tree, clause: Clause) -> bool:
    """True where a cue inside another one's content tells of another act of saying, or of another's mind.

    "The envoy said the league demanded talks"; not "she said she hoped", nor "we urge" in a quotation.
    """
    subject = clause.subject
    if clause.source is None or subject is None or clause.cue.sense == "order" or clause.cue.lemma in BLOWS:
        # "said the boats had ordered the ferry to turn", "said the gangs attacked the mill": acts.
        return False
    if tree.tag[clause.verb] == "VB" or (tree.tag[clause.verb] == "VBP" and tree.tag[subject] in ("NN", "NNP")):
        # "demanded that the cabinet explain ...": what is asked for.
        return False
    if tree.tag[subject] != "PRP":
        if tree.lower[subject] in _UNTOLD:
            return False
        owner = tree.child(subject, "poss")
        return owner is None or tree.lower[owner] not in _OWN or tree.lower[subject] not in _BODIES
    if tree.lower[subject] in _FIRST:
        return clause.cue.kind is Kind.STATEMENT and tree.tag[clause.verb] == "VBD"
    if tree.quoted[clause.verb] >= 0:
        return True
    return clause.cue.kind is Kind.STATEMENT and any(
        tree.lower[child] == "had" for child in tree.children[clause.verb] if tree.dep[child] == "aux"
    )
