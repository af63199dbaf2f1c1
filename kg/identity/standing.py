"""Who stands for whom: what judgements make of the actors, computed from the judgements alone, in any order.

- Actors judged the same are one. Where judgements clash (`kg.identity.clashes`; a ledger that was checked has none)
  those of the actors concerned have no effect, for a wrong merge is worse than a missing one.
- The rule of joining (`kg.build.joins`) joins an actor of one article to a *joined person*. It yields to people: where
  it would bring together two that are judged different, the actors concerned leave their joined persons.
- One actor of each group stands for all: a reference actor, else a joined person, else the smallest IRI. Items of
  Wikidata never do; whoever stands for the group matches them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kg.identity.groups import Groups
from kg.identity.judgements import Judgement, Verdict, in_force, is_item, pair, withdrawn

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

JOINED: Final = "/actor/person/joined-"
_TELLING: Final = frozenset((Verdict.SAME, Verdict.DIFFERENT, Verdict.WITHDRAWN))
Edge = tuple[str, str]
"""An actor of one article, and the joined person whom the rule takes it for."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands in the view for each actor that judgements concern; everybody else is as the rule has it."""

    stands_for: Mapping[str, str] = field(default_factory=dict)
    """Actor -> who is shown instead, itself where it stands alone. Items of Wikidata are not among them."""
    matches: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Shown actor -> the items of Wikidata that it is, sorted."""

    def __bool__(self) -> bool:
        return bool(self.stands_for)


def stand(
    ledger: Iterable[Judgement],
    rule: Mapping[str, str],
    rule_entry: Callable[[str, str], str],
    is_reference: Callable[[str], bool],
) -> Standing:
    """What a ledger makes of the actors that it names.

    Args:
        ledger: the entries, in any order.
        rule: actor of one article -> joined person, as the rule decided; only those whom the ledger names are needed.
        rule_entry: IRI of the judgement of the rule that an actor is a joined person.
        is_reference: whether reference data knows an actor.
    """
    entries = list(ledger)
    judged = in_force(entries)
    named = sorted(
        {actor for entry in [*judged, *_of_the_rule(entries)] if entry.verdict in _TELLING for actor in entry.actors}
    )
    if not named:
        return Standing()
    different = {entry.actors for entry in judged if entry.verdict is Verdict.DIFFERENT}
    strong = _judged_same(named, judged, different)
    gone = withdrawn(entries)
    edges = {(actor, rule[actor]) for actor in named if actor in rule and rule_entry(actor, rule[actor]) not in gone}
    edges = _without_conflicts(strong, edges, different)
    groups = strong.joined(edges)
    stands_for: dict[str, str] = {}
    matches: dict[str, tuple[str, ...]] = {}
    for members in groups.all():
        actors = [member for member in members if not is_item(member)]
        if not actors:
            continue
        shown = min(actors, key=lambda actor: (not is_reference(actor), JOINED not in actor, actor))
        stands_for.update((actor, shown) for actor in actors)
        if items := tuple(sorted(filter(is_item, members))):
            matches[shown] = items
    return Standing(stands_for, matches)


def _of_the_rule(entries: Iterable[Judgement]) -> list[Judgement]:
    """The entries that take back what the rule decided, which is no entry itself."""
    known = {entry.iri for entry in entries}
    return [entry for entry in entries if entry.withdraws is not None and entry.withdraws not in known]


def _judged_same(named: Iterable[str], judged: Iterable[Judgement], different: Collection[tuple[str, str]]) -> Groups:
    """Groups of actors that people judged the same; a group with a clash in it falls apart."""
    same = [entry.actors for entry in judged if entry.verdict is Verdict.SAME]
    groups = Groups(named, same)
    clashing = {groups.of(one) for one, other in _apart(groups, different) if groups.of(one) == groups.of(other)}
    return Groups(named, [edge for edge in same if groups.of(edge[0]) not in clashing]) if clashing else groups


def _apart(groups: Groups, different: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    """Pairs that must not be one: those judged different, and any two items of Wikidata in one group."""
    apart = set(different)
    for members in groups.all():
        items = sorted(filter(is_item, members))
        apart.update(pair(items[0], other) for other in items[1:])
    return apart


def _without_conflicts(strong: Groups, edges: set[Edge], different: Collection[tuple[str, str]]) -> set[Edge]:
    """The edges of the rule that bring nobody together who must not be one."""
    for find in (_edges_between, _bridges):
        groups = strong.joined(edges)
        dropped: set[Edge] = set()
        for one, other in sorted(_apart(groups, different)):
            if groups.of(one) == groups.of(other):
                dropped |= find(strong, edges, one, other)
        edges = edges - dropped
    return edges


def _edges_between(strong: Groups, edges: set[Edge], one: str, other: str) -> set[Edge]:
    """Edges by which the rule leads an actor of the one group, or of the other, towards the other of the two."""
    dropped: set[Edge] = set()
    for start, end in ((one, other), (other, one)):
        own = strong.of(start)
        without = strong.joined({edge for edge in edges if own not in (strong.of(edge[0]), strong.of(edge[1]))})
        dropped |= {
            (local, person)
            for local, person in edges
            if strong.of(local) == own and strong.of(person) != own and without.of(person) == without.of(end)
        }
    return dropped


def _bridges(strong: Groups, edges: set[Edge], one: str, other: str) -> set[Edge]:
    """Edges by which actors between the two tie several joined persons together."""
    group = strong.joined(edges)
    reached: defaultdict[str, set[str]] = defaultdict(set)
    for local, person in edges:
        if group.of(local) == group.of(one) and strong.of(local) != strong.of(person):
            reached[strong.of(local)].add(strong.of(person))
    return {edge for edge in edges if len(reached.get(strong.of(edge[0]), ())) > 1}
