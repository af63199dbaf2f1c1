"""Roles in the plural: "the foreign ministers of Estmark and Tamaris, Ole Grip and Ana Quental", "Ministers A of X and
B of Y". Each holder gets the state that stands in the same place of its list, or behind the name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import ActorKind, MentionType
from kg.resolve.lexicon import PLURAL_ROLES, PORTFOLIO, ROLE_HEADS, STATUS
from kg.resolve.posts import RolePhrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import ActorId
    from kg.resolve.cast import Cast
    from kg.resolve.page import Naming, Page

_JOINT = re.compile(r",? and (?:the )?|, (?:the )?| & ")
_OF = re.compile(r" (?:of|for|from) (?:the )?")
_BEFORE_NAMES = re.compile(r"(?:,|:|, namely) | ")
_IRREGULAR = {
    "spokesmen": "spokesman", "spokeswomen": "spokeswoman", "chairmen": "chairman", "secretaries": "secretary",
}  # fmt: skip


def joint_roles(page: Page, cast: Cast) -> Iterator[tuple[ActorId, RolePhrase]]:
    """Every person whom a role in the plural introduces, with the role in the singular and its owner, if one shows."""
    for index, word in enumerate(page.words):
        if word.low not in PLURAL_ROLES or _singular(word.low) not in ROLE_HEADS:
            continue
        first = index
        while first > 0 and page.before(first) is not None and _is_modifier(page.words[first - 1].low):
            first -= 1
        owners, place = _owners_before(page, cast, first), word.end
        if not owners and (of := _OF.match(page.string, word.end)):
            owners, place = _namings(page, cast, of.end(), ActorKind.STATE)
        if (names := _BEFORE_NAMES.match(page.string, place)) is None:
            continue
        found = list(_holders(page, cast, names.end()))
        if len(found) < 2 or (owners and len(owners) != len(found)):
            continue
        status = next((STATUS[w.low] for w in page.words[first:index] if w.low in STATUS), None)
        role = " ".join([*(w.string for w in page.words[first:index]), _singular(word.low)])
        for number, (holder, behind) in enumerate(found):
            owner = owners[number] if owners else behind
            yield holder, RolePhrase(
                start=page.words[first].start, end=word.end, words=role, head=_singular(word.low), owner=owner,
                status=status,
            )  # fmt: skip


def _singular(low: str) -> str:
    return _IRREGULAR.get(low, low.removesuffix("s"))


def _is_modifier(low: str) -> bool:
    return low in PORTFOLIO or low in STATUS or low in ROLE_HEADS


def _owners_before(page: Page, cast: Cast, first: int) -> list[ActorId]:
    """The states of "the Kestrian and Norlandic foreign ministers", in their order."""
    owners: list[ActorId] = []
    end = page.words[first].start - 1
    while (naming := page.ending_at(end)) is not None and naming.type is MentionType.DEMONYM and naming.actor:
        owners.insert(0, naming.actor)
        before = page.string[: naming.start]
        joint = next((j for j in (" and ", ", ") if before.endswith(j)), None)
        if joint is None:
            break
        end = naming.start - len(joint)
    return owners if len(owners) > 1 else []


def _namings(page: Page, cast: Cast, start: int, kind: ActorKind) -> tuple[list[ActorId], int]:
    """The actors of that kind that are listed from there on, and where the list ends."""
    found: list[ActorId] = []
    place = end = start
    while (naming := _at(page, place)) is not None and naming.actor and cast.kind(naming.actor) is kind:
        found.append(naming.actor)
        end = naming.end
        joint = _JOINT.match(page.string, end)
        if joint is None:
            break
        place = joint.end()
    return found, end


def _holders(page: Page, cast: Cast, start: int) -> Iterator[tuple[ActorId, ActorId | None]]:
    """The persons listed from there on, each with the state that stands behind the name."""
    place = start
    while (naming := _at(page, place)) is not None and naming.actor and cast.kind(naming.actor) is ActorKind.PERSON:
        behind, end = None, naming.end
        if of := _OF.match(page.string, end):
            owners, stop = _namings(page, cast, of.end(), ActorKind.STATE)
            # In "A of X and B of Y" the list of states ends with the first.
            if owners:
                owner = _at(page, of.end())
                behind, end = owners[0], owner.end if owner is not None and len(owners) == 1 else stop
        yield naming.actor, behind
        joint = _JOINT.match(page.string, end)
        if joint is None:
            return
        place = joint.end()


def _at(page: Page, start: int) -> Naming | None:
    return page.widest_at(start)
