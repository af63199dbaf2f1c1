"""Which pairs are worth comparing: those that share a surname, or nearly, and the first letter of the given name.

Comparing everybody with everybody would take a time that grows with the square of their number.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, product
from typing import TYPE_CHECKING, Final

from kg.identity.candidates import THRESHOLD, compare, is_nameable
from kg.identity.given_names import ONE_NAME
from kg.identity.judgements import pair
from kg.identity.names import read_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.identity.candidates import Candidate
    from kg.identity.profiles import Profile

_LONG: Final = 6
Key = tuple[str, ...]


def propose(
    profiles: Iterable[Profile], judged: frozenset[tuple[str, str]] = frozenset(), *, threshold: float = THRESHOLD
) -> list[Candidate]:
    """Pairs that may be one, the likeliest first, then by IRIs; pairs that were judged (sorted IRIs) are left out."""
    people = sorted(filter(is_nameable, profiles), key=lambda profile: profile.iri)
    found = []
    for one, other in sorted(likely_pairs(people)):
        if pair(people[one].iri, people[other].iri) in judged:
            continue
        candidate = compare(people[one], people[other])
        if candidate is not None and candidate.score >= threshold:
            found.append(candidate)
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.left.iri, candidate.right.iri))


def likely_pairs(people: Sequence[Profile]) -> set[tuple[int, int]]:
    """Indexes of the pairs that share a key."""
    blocks: defaultdict[Key, set[int]] = defaultdict(set)
    bearers: defaultdict[Key, set[int]] = defaultdict(set)
    alone: defaultdict[Key, set[int]] = defaultdict(set)
    for index, profile in enumerate(people):
        for key in _keys(profile):
            blocks[key].add(index)
        for surname, is_alone in _surnames(profile):
            for state in profile.states:
                (alone if is_alone else bearers)[surname, state].add(index)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        pairs.update(combinations(sorted(members), 2))
    # Bearers of one surname meet those who are known by it alone, not each other.
    for surname_and_state, members in alone.items():
        others = bearers.get(surname_and_state, set())
        pairs.update((min(pair), max(pair)) for pair in product(members, others) if pair[0] != pair[1])
    return pairs


def _keys(profile: Profile) -> Iterator[Key]:
    for item in profile.items:
        yield ("item", item)
    for name in profile.names:
        parts = read_name(name).parts
        if not parts:
            continue
        yield ("joined", "".join(parts))
        yield ("sorted", *sorted(parts))
        first, last = parts[0], parts[-1]
        if len(parts) == 1:
            continue
        for surname, given in ((last, first), (first, last)):
            for initial in {ONE_NAME.get(given, given)[0], given[0]}:
                yield ("name", surname, initial)
                if len(surname) >= _LONG:
                    yield ("letter", surname, initial)
                    yield from (("letter", surname[:at] + surname[at + 1 :], initial) for at in range(1, len(surname)))


def _surnames(profile: Profile) -> Iterator[tuple[str, bool]]:
    """What can be the surname, and whether it is the whole name."""
    for name in profile.names:
        parts = read_name(name).parts
        yield from ((part, len(parts) == 1) for part in {*parts[:1], *parts[-1:]})
