"""Actors tied by what they agree and disagree on: congruence, conflict, subtract and co-target networks.

Notation: X[i, c, q] is the number of kept statements of actor i on concept c with level q (-1, +1; 0 where neutral
statements count), n(i) the sum over c and q, R = 2 the length of the scale. All networks are undirected, without loops;
ties of weight 0 are left out. Numbers are the program Discourse Network Analyzer's, but for those of its slips that
`Rules(compat="dna")` brings back: its "cosine" divides by n(i) n(j), and R is the range that happens to be observed.

Reference: P. Leifeld, "Discourse network analysis: policy debates as dynamic networks", in The Oxford Handbook of
Political Networks, 2017.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from math import sqrt
from typing import TYPE_CHECKING, Literal, TypeAlias

from kg.analysis.counting import SCALE, Counts, Observation, Rules, counted, kept_observations
from kg.analysis.explaining import Explanation, Part, SymmetricNetwork
from kg.analysis.nodes import add_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.analysis.table import StatementTable

Agreement: TypeAlias = Literal["ignore", "congruence", "conflict", "subtract"]
Levels: TypeAlias = dict[int, float]


def congruence(table: StatementTable, rules: Rules | None = None) -> SymmetricNetwork:
    """Who agrees with whom: weight = sum over c, q, r of X[i,c,q] X[j,c,r] (1 - |q - r| / R).

    With two levels: both praised it or both opposed it, pair by pair of statements.

    >>> from kg.analysis import StatementRow, StatementTable, congruence
    >>> said = [("s1", "Ardenia", "negative"), ("s2", "Lumara", "negative"), ("s3", "Kestria", "positive")]
    >>> table = StatementTable.of(
    ...     StatementRow(statement=s, speaker=who, target="Tarn", polarity=side, article=s) for s, who, side in said
    ... )
    >>> list(congruence(table).edges(data="weight"))
    [('Ardenia', 'Lumara', 1.0)]
    """
    return agreement_network(table, "congruence", rules)


def conflict(table: StatementTable, rules: Rules | None = None) -> SymmetricNetwork:
    """Who contradicts whom: weight = sum over c, q, r of X[i,c,q] X[j,c,r] |q - r| / R.

    >>> from kg.analysis import StatementRow, StatementTable, conflict
    >>> said = [("s1", "Ardenia", "negative"), ("s2", "Lumara", "negative"), ("s3", "Kestria", "positive")]
    >>> table = StatementTable.of(
    ...     StatementRow(statement=s, speaker=who, target="Tarn", polarity=side, article=s) for s, who, side in said
    ... )
    >>> list(conflict(table).edges(data="weight"))
    [('Ardenia', 'Kestria', 1.0), ('Kestria', 'Lumara', 1.0)]
    """
    return agreement_network(table, "conflict", rules)


def subtract(table: StatementTable, rules: Rules | None = None) -> SymmetricNetwork:
    """Agreement less contradiction: weight = congruence - conflict, positive or negative.

    >>> from kg.analysis import StatementRow, StatementTable, subtract
    >>> said = [("s1", "Ardenia", "negative"), ("s2", "Lumara", "negative"), ("s3", "Kestria", "positive")]
    >>> table = StatementTable.of(
    ...     StatementRow(statement=s, speaker=who, target="Tarn", polarity=side, article=s) for s, who, side in said
    ... )
    >>> list(subtract(table).edges(data="weight"))
    [('Ardenia', 'Kestria', -1.0), ('Ardenia', 'Lumara', 1.0), ('Kestria', 'Lumara', -1.0)]
    """
    return agreement_network(table, "subtract", rules)


def agreement_network(table: StatementTable, agreement: Agreement, rules: Rules | None = None) -> SymmetricNetwork:
    """One of the four one-mode networks over shared concepts.

    `ignore`: who speaks about the same, on whichever side: sum over c of (sum over q of X[i,c,q]) (same of j).
    Every actor with a statement that counts is a node, with `statements`, their number or weight n(i). The time needed
    grows with the square of the number of actors of the busiest concept.
    """
    chosen = rules or Rules()
    found = kept_observations(table, chosen, by_level=agreement != "ignore")
    pairs = _Pairs(found, agreement, chosen)
    network = SymmetricNetwork(network=agreement, concept=chosen.concept, normalise=chosen.normalise or "none")
    network.evidence = pairs
    everyone = {row.voice(table.voice) for row in table} if chosen.isolates else set()
    add_nodes(network, sorted(everyone | set(pairs.activity)), table)
    for actor in network:
        network.nodes[actor]["statements"] = pairs.activity.get(actor, 0)
    for (one, other), value in sorted(pairs.sums().items()):
        weight = value / pairs.divisor(one, other)[0] if chosen.normalise else value
        if weight:
            network.add_edge(one, other, weight=weight)
    return network


class _Pairs:
    """The counts of a one-mode network, and the value of any pair of actors."""

    def __init__(self, found: tuple[Observation, ...], agreement: Agreement, rules: Rules) -> None:
        self._found = found
        self._agreement = agreement
        self._rules = rules
        kernel = rules.kernel
        # A pair weighs sqrt(z1 z2), so that each statement brings the root of its own weight.
        weights = None if kernel is None else [sqrt(kernel.weight(one.day, rules.compat)) for one in found]
        self._counts: Counts = counted(found, weights)
        self._range = _observed_range(found) if rules.compat and rules.neutral else SCALE
        self.activity: dict[str, float] = defaultdict(float)
        self._cells: dict[str, dict[tuple[str, int], float]] = defaultdict(dict)
        for concept, actors in self._counts.items():
            for actor, levels in actors.items():
                self.activity[actor] += sum(levels.values())
                self._cells[actor].update({(concept, level): count for level, count in levels.items()})

    def sums(self) -> dict[tuple[str, str], float]:
        """Pair of actors in order -> the sum over all concepts, before it is normalised."""
        sums: dict[tuple[str, str], float] = defaultdict(float)
        for actors in self._counts.values():
            for one, other in combinations(sorted(actors), 2):
                sums[one, other] += self._value(actors[one], actors[other])
        return sums

    def divisor(self, one: str, other: str) -> tuple[float, str]:
        """What normalises a pair, and how it is reckoned."""
        match self._rules.normalise:
            case "average":
                mine, theirs = self.activity[one], self.activity[other]
                return (mine + theirs) / 2, f"average of n({one}) = {mine:g} and n({other}) = {theirs:g}"
            case "jaccard":
                return self._jaccard(self._cells[one], self._cells[other]), "statements that either made (jaccard)"
            case "cosine" if self._rules.compat:
                mine, theirs = self.activity[one], self.activity[other]
                return mine * theirs, f"n({one}) = {mine:g} times n({other}) = {theirs:g}"
            case "cosine":
                mine, theirs = self._length(one), self._length(other)
                return mine * theirs, f"length {mine:g} of {one}'s counts times length {theirs:g} of {other}'s"
            case _:
                return 1.0, ""

    def explain(self, source: str, target: str) -> Explanation:
        """The tie as a sum over concepts."""
        pair = (source, target)
        parts = []
        for concept, actors in self._counts.items():
            if source == target or source not in actors or target not in actors:
                continue
            behind = {one.statement for one in self._found if one.concept == concept and one.actor in pair}
            said = f"{source} {_shown(actors[source])}, {target} {_shown(actors[target])}: {self._agreement}"
            parts.append(
                Part(
                    about=concept,
                    arithmetic=said,
                    value=self._value(actors[source], actors[target]),
                    statements=tuple(sorted(behind)),
                )
            )
        divisor, reckoned = self.divisor(source, target) if parts else (1.0, "")
        formula = f"{self._agreement}, summed over what both speak about"
        return Explanation(
            source=source,
            target=target,
            formula=formula,
            parts=tuple(parts),
            divisor=divisor,
            divisor_arithmetic=reckoned,
        )

    def _value(self, mine: Levels, theirs: Levels) -> float:
        if self._agreement == "ignore":
            return sum(mine.values()) * sum(theirs.values())
        apart = agreed = 0.0
        for level, count in mine.items():
            for other, others in theirs.items():
                distance = abs(level - other) / self._range if self._range else float("nan")
                apart += count * others * distance
                agreed += count * others * (1 - distance)
        return {"congruence": agreed, "conflict": apart, "subtract": agreed - apart}[self._agreement]

    @staticmethod
    def _jaccard(mine: dict[tuple[str, int], float], theirs: dict[tuple[str, int], float]) -> float:
        """m11 + m10 + m01: products where both made a statement, plain counts where only one did."""
        both = mine.keys() & theirs.keys()
        shared = sum(mine[cell] * theirs[cell] for cell in sorted(both))
        return shared + _sum_outside(mine, both) + _sum_outside(theirs, both)

    def _length(self, actor: str) -> float:
        if self._agreement != "ignore":
            return sqrt(sum(count**2 for count in self._cells[actor].values()))
        by_concept: dict[str, float] = defaultdict(float)
        for (concept, _), count in self._cells[actor].items():
            by_concept[concept] += count
        return sqrt(sum(count**2 for count in by_concept.values()))


def _sum_outside(cells: dict[tuple[str, int], float], but: Iterable[tuple[str, int]]) -> float:
    left = set(but)
    return sum(count for cell, count in cells.items() if cell not in left)


def _observed_range(found: Iterable[Observation]) -> float:
    levels = {one.level for one in found}
    return float(max(levels) - min(levels)) if levels else 0.0


def _shown(levels: Levels) -> str:
    names = {-1: "against", 0: "neutral", 1: "for"}
    return " ".join(f"{count:g} {names[level]}" for level, count in sorted(levels.items(), reverse=True))
