"""Actors and what they take sides on: the two-mode (affiliation) network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from kg.analysis.counting import Counts, Observation, Rules, counted, kept_observations
from kg.analysis.explaining import DirectedNetwork, Explanation, Part
from kg.analysis.nodes import add_nodes
from kg.errors import ParameterError

if TYPE_CHECKING:
    from kg.analysis.table import StatementTable

Affiliation: TypeAlias = Literal["ignore", "subtract", "combine"]
CONCEPT: Final = "concept:"
"""Before the id of a concept, for its node: a state can speak and be spoken about, and is then two nodes."""


def actor_by_concept(
    table: StatementTable,
    affiliation: Affiliation = "subtract",
    rules: Rules | None = None,
    *,
    divide_by: Literal["activity", "prominence"] | None = None,
) -> DirectedNetwork:
    """Who takes which side on what: ties from actors (`bipartite` 0) to concepts (`bipartite` 1, id `concept:...`).

    Weight of a tie, with X[i,c,q] the number of kept statements of actor i on concept c with level q:

    - `ignore`: sum over q of X[i,c,q].
    - `subtract`: sum over q of q X[i,c,q], so praise less blame; ties of weight 0 are left out.
    - `combine`: a code of the levels that occur: with two levels 1 = only positive, 2 = only negative, 3 = both; with
      neutral ones 1 = positive, 2 = neutral, 4 = negative, summed.

    Ties have `positive`, `negative` and `neutral` counts, too. `Rules.normalise` belongs to one-mode networks;
    here `divide_by="activity"` divides by all statements of the actor, `"prominence"` by all on the concept.

    Reference: P. Leifeld, "Discourse network analysis: policy debates as dynamic networks", 2017.

    >>> from kg.analysis import StatementRow, StatementTable, actor_by_concept
    >>> said = [("s1", "Ardenia", "negative"), ("s2", "Ardenia", "negative"), ("s3", "Ardenia", "positive")]
    >>> table = StatementTable.of(
    ...     StatementRow(statement=s, speaker=who, target="Tarn", polarity=side, article=s) for s, who, side in said
    ... )
    >>> list(actor_by_concept(table).edges(data="weight"))
    [('Ardenia', 'concept:Tarn', -1)]

    Raises: ParameterError: a code is to be divided, or the rules ask for a one-mode normalisation.
    """
    chosen = rules or Rules()
    if affiliation == "combine" and (divide_by or chosen.kernel):
        raise ParameterError("combine gives codes, which cannot be divided or weighted: use subtract or ignore")
    if chosen.normalise:
        raise ParameterError(f"{chosen.normalise!r} normalises one-mode networks; two-mode ones take divide_by")
    cells = _Cells(kept_observations(table, chosen, by_level=affiliation != "ignore"), affiliation, chosen, divide_by)
    network = DirectedNetwork(network=f"two-mode {affiliation}", concept=chosen.concept, normalise=divide_by or "none")
    network.evidence = cells
    everyone = {row.voice(table.voice) for row in table} if chosen.isolates else set()
    add_nodes(network, sorted(everyone | set(cells.activity)), table)
    for actor in network:
        network.nodes[actor].update(bipartite=0, statements=cells.activity.get(actor, 0))
    for concept in sorted(cells.counts):
        named = table.name(concept)
        network.add_node(f"{CONCEPT}{concept}", label=named.label, kind=named.kind, bipartite=1)
    for concept, actors in sorted(cells.counts.items()):
        for actor, levels in sorted(actors.items()):
            weight = cells.weight(actor, concept)
            if weight:
                signed = {name: levels.get(level, 0) for name, level in _SIDES.items()}
                network.add_edge(actor, f"{CONCEPT}{concept}", weight=weight, **signed)
    return network


_SIDES: Final = {"positive": 1, "negative": -1, "neutral": 0}


class _Cells:
    """The counts of a two-mode network, and the value of any of its cells."""

    def __init__(
        self, found: tuple[Observation, ...], affiliation: Affiliation, rules: Rules, divide_by: str | None
    ) -> None:
        self._found = found
        self._affiliation = affiliation
        self._rules = rules
        self._divide_by = divide_by
        kernel = rules.kernel
        weights = None if kernel is None else [kernel.weight(one.day, rules.compat) for one in found]
        self.counts: Counts = counted(found, weights)
        observed = sorted({one.level for one in found})
        self._levels = observed if rules.compat and (rules.neutral or kernel) else list(rules.levels)
        self.activity: dict[str, float] = {}
        for actors in self.counts.values():
            for actor, levels in actors.items():
                self.activity[actor] = self.activity.get(actor, 0) + sum(levels.values())

    def weight(self, actor: str, concept: str) -> float:
        """The weight of a cell, divided where asked; 0 where the actor said nothing on the concept."""
        levels = self.counts.get(concept, {}).get(actor)
        if levels is None:
            return 0
        value = self._value(levels)
        divisor, reckoned = self._divisor(actor, concept)
        return value / divisor if reckoned and divisor else value

    def explain(self, source: str, target: str) -> Explanation:
        """The tie as one part a level."""
        concept = target.removeprefix(CONCEPT)
        levels = self.counts.get(concept, {}).get(source, {})
        parts = []
        for level in sorted(levels, reverse=True):
            behind = [
                one.statement for one in self._found if (one.actor, one.concept, one.level) == (source, concept, level)
            ]
            parts.append(
                Part(
                    about={1: "for", 0: "neutral", -1: "against"}[level],
                    arithmetic=f"{levels[level]:g} statements, {self._affiliation}",
                    value=self._value({level: levels[level]}),
                    statements=tuple(sorted(behind)),
                )
            )
        divisor, reckoned = self._divisor(source, concept) if parts else (1.0, "")
        return Explanation(
            source=source,
            target=target,
            formula=f"two-mode {self._affiliation}",
            parts=tuple(parts),
            divisor=divisor,
            divisor_arithmetic=reckoned,
        )

    def _value(self, levels: dict[int, float]) -> float:
        match self._affiliation:
            case "ignore":
                return sum(levels.values())
            case "combine":
                highest = len(self._levels) - 1
                return sum(1 << (highest - self._levels.index(level)) for level, count in levels.items() if count)
            case "subtract" if self._rules.compat and self._rules.kernel:
                return sum(self._rank_value(level) * count for level, count in levels.items())
            case _:
                return sum(level * count for level, count in levels.items())

    def _rank_value(self, level: int) -> float:
        """Under a kernel, Discourse Network Analyzer takes a level's rank among those observed for its value: of two
        levels the lower for -1, the higher for 1; of more, 0, 1, 2 upwards."""
        rank = self._levels.index(level)
        return rank if self._rules.neutral else (1 if rank else -1)

    def _divisor(self, actor: str, concept: str) -> tuple[float, str]:
        match self._divide_by:
            case "activity":
                return self.activity[actor], f"all statements of {actor}"
            case "prominence":
                total = sum(sum(levels.values()) for levels in self.counts[concept].values())
                return total, f"all statements on {concept}"
            case _:
                return 1.0, ""
