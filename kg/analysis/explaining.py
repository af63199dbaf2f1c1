"""Any tie taken apart: the statements behind it and the arithmetic that makes its weight of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import networkx as nx

from kg.errors import ParameterError

if TYPE_CHECKING:
    AnyNetwork = nx.Graph[str] | nx.DiGraph[str] | nx.MultiDiGraph[str]
    UndirectedBase = nx.Graph[str]
    DirectedBase = nx.DiGraph[str]
else:
    UndirectedBase, DirectedBase = nx.Graph, nx.DiGraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One summand of a tie: what it comes from, how it is reckoned, and the statements that it rests on."""

    about: str
    """The concept, actor or day that the two share; a node of the network or of its two-mode original."""
    arithmetic: str
    value: float
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A tie as a sum of parts, divided by what normalises it. `value` is its weight, 0 where there is no tie."""

    source: str
    target: str
    formula: str
    parts: tuple[Part, ...]
    divisor: float = 1.0
    divisor_arithmetic: str = ""
    """How the divisor is reckoned; empty where nothing is normalised."""

    @property
    def value(self) -> float:
        """The sum of the parts over the divisor."""
        total = sum(part.value for part in self.parts)
        return total / self.divisor if self.divisor_arithmetic else total

    @property
    def statements(self) -> tuple[str, ...]:
        """All statements behind the tie, sorted, each once."""
        return tuple(sorted({statement for part in self.parts for statement in part.statements}))

    def __str__(self) -> str:
        lines = [f"{self.source} - {self.target}: {self.formula} = {self.value:g}"]
        for part in self.parts:
            lines.append(f"  {part.about}: {part.arithmetic} = {part.value:g}")
            lines.extend(f"    {statement}" for statement in part.statements)
        if self.divisor_arithmetic:
            lines.append(f"  divided by {self.divisor_arithmetic} = {self.divisor:g}")
        return "\n".join(lines)


class Evidence(Protocol):
    """What a network was made of."""

    def explain(self, source: str, target: str) -> Explanation:
        """The tie between two nodes; without parts where nothing ties them."""
        ...


class SymmetricNetwork(UndirectedBase):
    """A networkx graph that can say what its ties are made of; copies and parts of it cannot."""

    evidence: Evidence | None = None


class DirectedNetwork(DirectedBase):
    """The same for ties with a direction."""

    evidence: Evidence | None = None


def explain(network: AnyNetwork, source: str, target: str) -> Explanation:
    """The statements and the arithmetic behind the tie between two nodes of a network of this room.

    A pair that nothing ties has no parts and the value 0.

    Raises: ParameterError: a node is not in the network, or the network is a copy that lost its statements.
    """
    for node in (source, target):
        if node not in network:
            raise ParameterError(f"the network has no node {node!r}")
    if isinstance(network, nx.MultiDiGraph):
        return _of_ties(network, source, target)
    evidence = getattr(network, "evidence", None)
    if evidence is None:
        raise ParameterError(
            "this network does not know its statements (it is a copy, or was made elsewhere): "
            "explain the network that a function of kg.analysis returned"
        )
    found: Explanation = evidence.explain(source, target)
    return found


class OfTies:
    """The evidence of a network that counts the single ties of another."""

    def __init__(self, ties: nx.MultiDiGraph[str]) -> None:
        self._ties = ties

    def explain(self, source: str, target: str) -> Explanation:
        """The tie, one part a statement."""
        return _of_ties(self._ties, source, target)


class BothWays:
    """The evidence of a network without direction that adds up the two ways of another."""

    def __init__(self, network: AnyNetwork) -> None:
        self._network = network

    def explain(self, source: str, target: str) -> Explanation:
        """The tie, one part a way."""
        ways = [(source, target), (target, source)] if source != target else [(source, target)]
        told = [explain(self._network, *way) for way in ways]
        parts = tuple(
            Part(about=f"from {one.source} to {one.target}", arithmetic=one.formula, value=one.value,
                 statements=one.statements)
            for one in told if one.parts
        )  # fmt: skip
        return Explanation(source=source, target=target, formula="both ways added up", parts=parts)


def can_explain(network: AnyNetwork) -> bool:
    """True where `explain` knows what ties are made of: not of copies, nor of networks made elsewhere."""
    return isinstance(network, nx.MultiDiGraph) or getattr(network, "evidence", None) is not None


def _of_ties(network: nx.MultiDiGraph[str], source: str, target: str) -> Explanation:
    between = network.get_edge_data(source, target) or {}
    parts = tuple(
        Part(
            about=str(tie.get("day", "no day")),
            arithmetic=str(tie.get("polarity", "1")),
            value=1,
            statements=(str(tie.get("statement", key)),),
        )
        for key, tie in sorted(between.items(), key=lambda item: (str(item[1].get("day", "9")), str(item[0])))
    )
    return Explanation(source=source, target=target, formula="number of statements", parts=parts)
