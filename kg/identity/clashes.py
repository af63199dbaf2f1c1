"""Judgements that cannot hold together: two actors are different, and yet the same along a chain."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.identity.groups import Groups
from kg.identity.judgements import Verdict, in_force, is_item

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.identity.judgements import Judgement


@dataclass(frozen=True, slots=True)
class Clash:
    """Two actors that are different, and the shortest chain of judgements by which they would be the same.

    `different`: the judgement that says so; None where both are items of Wikidata, which has one item for each thing.
    """

    actors: tuple[str, str]
    different: Judgement | None
    chain: tuple[Judgement, ...]

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """All that take part; withdrawing any one of them solves it."""
        return self.chain if self.different is None else (self.different, *self.chain)


def find_clashes(ledger: Iterable[Judgement]) -> list[Clash]:
    """Every clash among the judgements that hold, sorted by the two actors."""
    judged = in_force(ledger)
    same = [entry for entry in judged if entry.verdict is Verdict.SAME]
    groups = Groups((), [entry.actors for entry in same])
    apart: list[tuple[tuple[str, str], Judgement | None]] = [
        (entry.actors, entry) for entry in judged if entry.verdict is Verdict.DIFFERENT
    ]
    for members in groups.all():
        items = sorted(filter(is_item, members))
        apart += [((items[0], other), None) for other in items[1:]]
    return [
        Clash(actors, different, _chain(same, *actors))
        for actors, different in sorted(apart, key=lambda found: found[0])
        if groups.of(actors[0]) == groups.of(actors[1])
    ]


def _chain(same: Iterable[Judgement], start: str, end: str) -> tuple[Judgement, ...]:
    """The shortest chain of judgements between two actors; of equally short ones the first in order."""
    ties: defaultdict[str, list[tuple[str, Judgement]]] = defaultdict(list)
    for entry in same:
        one, other = entry.actors
        ties[one].append((other, entry))
        ties[other].append((one, entry))
    came_by: dict[str, tuple[str, Judgement]] = {}
    waiting = deque([start])
    while waiting:
        actor = waiting.popleft()
        for neighbour, entry in ties[actor]:
            if neighbour != start and neighbour not in came_by:
                came_by[neighbour] = (actor, entry)
                waiting.append(neighbour)
    chain: list[Judgement] = []
    while end != start:
        end, entry = came_by[end]
        chain.append(entry)
    return tuple(reversed(chain))
