"""Blocs in what actors say: how well a division fits, whether more than chance does it, and who bridges it.

All figures come with an interval over articles, and with `errors` over errors of the reader, too. Without them it
covers none: a reader that misses blame more often than praise can make two blocs look like one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from kg.analysis.agreement import conflict, congruence, subtract
from kg.analysis.counting import Rules
from kg.analysis.measured import DRAWS, Measured, Tested, bootstrapped, bootstrapped_nodes, permutation_test
from kg.analysis.structural_balance import frustration

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kg.analysis.reading_errors import ErrorRates
    from kg.analysis.table import StatementTable

Blocs: TypeAlias = "Sequence[Collection[str]]"
TwoBlocs: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Polarisation:
    """The best division into two blocs, how well it fits, and how well the best one fits where sides are dealt out."""

    blocs: TwoBlocs
    fit: Measured
    """Of the best division, found anew in every draw."""
    chance: Tested
    """The same of tables with shuffled sides. Only an excess shows blocs: the best of many divisions always fits."""


def bloc_fit(
    table: StatementTable,
    blocs: Blocs,
    rules: Rules | None = None,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    errors: ErrorRates | None = None,
) -> Measured:
    """How well a division into blocs fits: 1 = they agree inside and contradict each other across, and nothing else.

    fit = (congruence inside blocs + conflict between blocs) / (all congruence + all conflict), both divided by the
    average activity of the pair. Actors in no bloc take no part. `nan` where nobody agrees or contradicts.
    """
    return bootstrapped(table, lambda part: _fit(part, blocs, rules or Rules()), draws=draws, seed=seed, errors=errors)


def best_blocs(
    table: StatementTable, rules: Rules | None = None, *, seed: int = 0
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The two blocs with the best fit: exact up to 18 actors with ties, else found by local search.

    A division has the best fit where the subtract network (divided by average activity) has the least frustration.
    """
    return frustration(subtract(table, replace(rules or Rules(), normalise="average")), seed=seed).camps


def polarisation(
    table: StatementTable,
    rules: Rules | None = None,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    errors: ErrorRates | None = None,
) -> Polarisation:
    """The best two blocs, their fit with its interval over articles, and the fit that chance alone would reach.

    Networks look polarised even at random (A. Salloum, T. Chen, M. Kivelä, "Separating polarization from noise", 2022):
    so the best fit is compared with that of tables in which the sides are shuffled among the statements about each
    target, and `chance.excess` is the figure to report. With `errors` the interval of the fit is that of redrawn
    truths; chance stays that of the table as it was read.
    """
    chosen = rules or Rules()

    def best_fit(part: StatementTable) -> float:
        return _fit(part, best_blocs(part, chosen, seed=seed), chosen)

    return Polarisation(
        blocs=best_blocs(table, chosen, seed=seed),
        fit=bootstrapped(table, best_fit, draws=draws, seed=seed, errors=errors),
        chance=permutation_test(table, best_fit, draws=draws, seed=seed),
    )


def conflict_share(
    table: StatementTable,
    rules: Rules | None = None,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    errors: ErrorRates | None = None,
) -> Measured:
    """Share of contradiction: all conflict / (all conflict + all congruence); `nan` where there is neither."""

    def share(part: StatementTable) -> float:
        apart, agreed = conflict(part, rules).size("weight"), congruence(part, rules).size("weight")
        return apart / (apart + agreed) if apart + agreed else float("nan")

    return bootstrapped(table, share, draws=draws, seed=seed, errors=errors)


def bridging(
    table: StatementTable,
    blocs: Blocs,
    rules: Rules | None = None,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    errors: ErrorRates | None = None,
) -> dict[str, Measured]:
    """Who bridges the blocs: the share of an actor's congruence that it has with actors of other blocs.

    0: agrees within its own bloc only; `nan`: agrees with nobody. Actors in no bloc are left out.
    """
    return bootstrapped_nodes(table, lambda part: _bridging(part, blocs, rules), draws=draws, seed=seed, errors=errors)


def _fit(table: StatementTable, blocs: Blocs, rules: Rules) -> float:
    member = {actor: number for number, bloc in enumerate(blocs) for actor in bloc}
    averaged = replace(rules, normalise="average")
    fitting = total = 0.0
    for network, is_inside in ((congruence(table, averaged), True), (conflict(table, averaged), False)):
        for one, other, tie in network.edges(data=True):
            if one in member and other in member:
                total += tie["weight"]
                fitting += tie["weight"] if (member[one] == member[other]) is is_inside else 0
    return fitting / total if total else float("nan")


def _bridging(table: StatementTable, blocs: Blocs, rules: Rules | None) -> dict[str, float]:
    member = {actor: number for number, bloc in enumerate(blocs) for actor in bloc}
    network = congruence(table, rules)
    shares = {}
    for actor in sorted(set(member) & set(network)):
        near = [(other, tie["weight"]) for other, tie in network.adj[actor].items() if other in member]
        total = sum(weight for _, weight in near)
        across = sum(weight for other, weight in near if member[other] != member[actor])
        shares[actor] = across / total if total else float("nan")
    return shares
