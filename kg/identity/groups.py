"""Groups of things that are tied together, directly or through others."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Groups:
    """Connected components; what no tie names is alone. The same ties give the same groups, in any order."""

    def __init__(self, members: Iterable[str], ties: Iterable[tuple[str, str]] = ()) -> None:
        self._above = {member: member for member in members}
        for one, other in ties:
            self._tie(one, other)

    def of(self, member: str) -> str:
        """The smallest member of its group."""
        path = []
        while (above := self._above.get(member, member)) != member:
            path.append(member)
            member = above
        for passed in path:
            self._above[passed] = member
        return member

    def joined(self, ties: Iterable[tuple[str, str]]) -> Groups:
        """The same groups with further ties; these groups stay as they are."""
        return Groups(self._above, [*self._above.items(), *ties])

    def all(self) -> list[list[str]]:
        """Every group, sorted, its members sorted."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for member in sorted(self._above):
            found[self.of(member)].append(member)
        return [found[smallest] for smallest in sorted(found)]

    def _tie(self, one: str, other: str) -> None:
        for member in (one, other):
            self._above.setdefault(member, member)
        low, high = sorted((self.of(one), self.of(other)))
        self._above[high] = low
