"""Groups that a source speaks of as one: "the US and its allies", "both sides", "the West"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind, MentionType
from kg.resolve.page import Naming

if TYPE_CHECKING:
    from kg.resolve.cast import Cast
    from kg.resolve.page import Page

_WITH_ALLIES = re.compile(
    r"(?:,? (?:and|along with|together with) (?:its|their|his|her) (?:\w+ ){0,2}(?:allies|partners|friends|"
    r"supporters|vassals|satellites|neighbou?rs))\b"
)
_OWN_GROUP = re.compile(
    r"(?:'s?)? (?:\w+ ){0,2}(?:allies|opponents|rivals|neighbou?rs|adversaries|enemies|critics|partners|"
    r"supporters|backers)\b"
)
_FIXED = re.compile(
    r"\b(?:[Tt]he )?(?:collective West|West(?:ern (?:countries|powers|states|nations|capitals|governments|allies))?|"
    r"[Ii]nternational community|Arab (?:states|countries|nations)|Gulf (?:states|countries)|EU member states|"
    r"Baltic (?:states|countries)|Nordic (?:states|countries)|developing (?:countries|nations)|"
    r"European (?:allies|countries|powers|nations)|"
    r"Global South|(?:permanent|elected|non-permanent) members of the (?:UN )?(?:Security )?Council)\b"
)
_BOTH = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two) (?:sides|parties|countries|states|nations|governments|delegations|capitals|"
    r"neighbou?rs)\b"
)


def find_groups(page: Page, cast: Cast) -> None:
    """Claim groups, in place of the members that they name. A group is never its leading member."""
    states = _states(page, cast)
    found: list[Naming] = []
    for start, end, state in states:
        begin = _with_the(page, start)
        if match := _WITH_ALLIES.match(page.string, end):
            found.append(_group(page, cast, begin, match.end(), (state,), "state-and-allies"))
        elif match := _OWN_GROUP.match(page.string, end):
            found.append(_group(page, cast, begin, match.end(), (), "group-of-a-state"))
    for match in _FIXED.finditer(page.string):
        if match[0] == "West":
            continue  # "New Territories West"
        found.append(_group(page, cast, match.start(), match.end(), (), "named-group"))
    for match in _BOTH.finditer(page.string):
        members = _two_before(states, page, match.start())
        found.append(_group(page, cast, match.start(), match.end(), members, "both-sides"))
    page.swallow(found)


def _states(page: Page, cast: Cast) -> list[tuple[int, int, ActorId]]:
    return sorted(
        (n.start, n.end, n.actor) for n in page.namings if n.actor is not None and cast.kind(n.actor) is ActorKind.STATE
    )


def _two_before(states: list[tuple[int, int, ActorId]], page: Page, offset: int) -> tuple[ActorId, ...]:
    """The two states in play before the sentence at an offset; empty if they are not exactly two.

    A state named in the same sentence is the one that speaks of the two, so it is not one of them.
    """
    number = page.source.sentence_at(offset)
    begin = page.source.sentences[number][0] if number is not None else offset
    last, first = bisect_left(states, (offset,)), bisect_left(states, (begin,))
    here = list(dict.fromkeys(actor for _, _, actor in states[first:last]))
    before = states[max(0, last - 12) : first]
    earlier = list(dict.fromkeys(actor for _, _, actor in reversed(before) if actor not in here))
    if len(earlier) == 2:
        return tuple(sorted(earlier))
    return tuple(sorted(here)) if len(here) == 2 and not earlier else ()


def _with_the(page: Page, start: int) -> int:
    return start - 4 if page.string[max(0, start - 4) : start].casefold() == "the " else start


def _group(page: Page, cast: Cast, start: int, end: int, members: tuple[ActorId, ...], method: str) -> Naming:
    words = page.string[start:end]
    label = words[0].lower() + words[1:] if words.startswith(("The ", "Both ")) else words
    key = (
        (method, *members)
        if method == "state-and-allies"
        else (method, label.casefold().removeprefix("the "), *members)
    )
    actor = cast.groups.get(key) or cast.mint(ActorKind.GROUP, label, members=members)
    cast.groups[key] = actor
    cast.name(actor, words)
    if words.casefold().startswith("the "):
        cast.name(actor, words[4:])
    return Naming(start=start, end=end, actor=actor, type=MentionType.NOMINAL, method=method, score=0.9)
