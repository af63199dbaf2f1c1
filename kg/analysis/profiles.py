"""How actors stand to all concepts at once: how often they take which side, how far two of them are apart, and how far
the whole is from two ideal camps.

Definitions and worked numbers are those of discourse network analysis (see `kg.analysis.counting`).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from kg.analysis.agreement import conflict, congruence
from kg.analysis.counting import Rules, kept_observations, observations, without_duplicates

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kg.analysis.table import StatementTable


def side_counts(table: StatementTable, rules: Rules | None = None) -> dict[str, dict[int, int]]:
    """How often each actor takes which side: actor -> level (-1 against, 1 for; 0 with neutral statements) -> count.

    The numbers of a bar plot. Duplicates are statements of one actor on one concept on one side; `compat="dna"` leaves
    the concept out of this, so that two things praised in one article are praised once there.

    >>> from kg.analysis import StatementRow, StatementTable
    >>> said = [("s1", "a1", "x", "positive"), ("s2", "a1", "y", "positive"), ("s3", "a2", "x", "negative")]
    >>> table = StatementTable.of(
    ...     StatementRow(statement=s, article=a, speaker="A", target=c, polarity=side) for s, a, c, side in said
    ... )
    >>> side_counts(table), side_counts(table, Rules(compat="dna"))
    ({'A': {-1: 1, 1: 2}}, {'A': {-1: 1, 1: 1}})
    """
    chosen = rules or Rules()
    found = observations(table, chosen)
    if chosen.compat:
        found = tuple(replace(one, concept="") for one in found)
    counts: dict[str, dict[int, int]] = {}
    for one in without_duplicates(found, chosen.duplicates, compat=chosen.compat):
        sides = counts.setdefault(one.actor, dict.fromkeys(chosen.levels, 0))
        sides[one.level] += 1
    return dict(sorted(counts.items()))


def profile_distances(table: StatementTable, rules: Rules | None = None) -> dict[tuple[str, str], float]:
    """How far two actors are apart: the share of sides (concept and level) that only one of them takes.

    Jaccard distance = 1 - |both| / |either|: 0 the same sides, 1 none in common. Pairs in order of their names.

    Reference: P. Jaccard, "The distribution of the flora in the alpine zone", 1912.

    >>> from kg.analysis import StatementRow, StatementTable
    >>> said = [("s1", "A", "x"), ("s2", "A", "y"), ("s3", "B", "x")]
    >>> table = StatementTable.of(
    ...     StatementRow(statement=s, article=s, speaker=who, target=c, polarity="positive") for s, who, c in said
    ... )
    >>> profile_distances(table)
    {('A', 'B'): 0.5}
    """
    sides: dict[str, set[tuple[str, int]]] = {}
    for one in kept_observations(table, rules or Rules(), by_level=True):
        sides.setdefault(one.actor, set()).add((one.concept, one.level))
    return {
        (one, other): 1 - len(sides[one] & sides[other]) / len(sides[one] | sides[other])
        for one, other in combinations(sorted(sides), 2)
    }


def camp_distance(
    table: StatementTable, camps: Sequence[Collection[str]], rules: Rules | None = None, *, share: bool = True
) -> float:
    """How far congruence and conflict are from those of ideal camps of these sizes: 0 = ideal.

    With G and F the congruence and conflict networks (divided by average activity), P and M their sums over ordered
    pairs, W = sum of n_k (n_k - 1) the ordered pairs within camps and B those between: ideal is a congruence of P / W
    within and none between, a conflict of M / B between and none within. D = sum of |G - ideal| + |F - ideal| over
    ordered pairs; the distance is D / 2, as a share D / (2 (P + M)). `nan` where nobody agrees or contradicts, or no
    pair is within, or between. Actors in no camp take no part.

    `compat="dna"`: the polarisation score of Discourse Network Analyzer, where the ideal is weighted by the share of
    pairs of the camps: n_k (n_k - 1) / W times P / W within camp k, and n_k n_l / B times M / B between k and l, half
    of what would add up to M. By a lost sign that program looks for the division with the *largest* distance; to find
    blocs there are `bloc_fit` and `polarisation`.

    Reference: P. Leifeld, Discourse Network Analyzer, `dna_polarization`.
    """
    member = {actor: number for number, camp in enumerate(camps) for actor in camp}
    chosen = replace(rules or Rules(), normalise="average")
    pairs = list(combinations(sorted(member), 2))
    within = 2 * sum(member[one] == member[other] for one, other in pairs)
    between = 2 * len(pairs) - within
    if not within or not between:
        return float("nan")
    sizes = [sum(number == camp for camp in member.values()) for number in range(len(camps))]
    apart = total = 0.0
    for network, is_inside, places in (
        (congruence(table, chosen), True, within),
        (conflict(table, chosen), False, between),
    ):
        weights = {pair: network.get_edge_data(*pair, {"weight": 0.0})["weight"] for pair in pairs}
        summed = 2 * sum(weights.values())
        total += summed
        for (one, other), weight in weights.items():
            mine, theirs = member[one], member[other]
            ideal = summed / places if (mine == theirs) is is_inside else 0.0
            if chosen.compat:
                ideal *= sizes[mine] * (sizes[theirs] - (mine == theirs)) / places
            apart += 2 * abs(weight - ideal)
    if not total:
        return float("nan")
    return apart / (2 * total) if share else apart / 2
