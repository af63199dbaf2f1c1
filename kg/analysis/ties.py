"""Direct ties, counted statement by statement: who about whom, who names whom, who speaks for whom."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Literal

import networkx as nx

from kg.analysis.agreement import agreement_network
from kg.analysis.counting import Rules
from kg.analysis.explaining import DirectedNetwork, Explanation, Part, SymmetricNetwork
from kg.analysis.nodes import add_nodes
from kg.analysis.said_about import POLARITIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.analysis.said_about import Polarity, Ties
    from kg.analysis.table import StatementRow, StatementTable


def who_about_whom(table: StatementTable) -> Ties:
    """Who speaks about whom: one tie a statement, from the voice to the actor, dated and signed.

    Ties are keyed by their statement and have `statement`, `article`, `kind`, `polarity` and, where it is known, `day`
    (ISO). Where a state is the voice of two speakers of one statement, it is one tie, `mixed` if they take both sides.
    Words about things (drafts, topics) give no tie; a voice that speaks about itself gives a loop.

    >>> from kg.analysis import StatementRow, StatementTable, who_about_whom
    >>> row = StatementRow(statement="s1", speaker="Orban", state="Ardenia", target="Kestria", article="a1")
    >>> list(who_about_whom(StatementTable.of([row], voice="state")).edges(data="polarity"))
    [('Ardenia', 'Kestria', 'none')]
    """
    network: Ties = nx.MultiDiGraph()
    things = {node for node, named in table.names.items() if not named.is_actor}
    rows = [(row.voice(table.voice), row.target, row) for row in table if row.target and row.target not in things]
    add_nodes(network, sorted({node for voice, target, _ in rows for node in (voice, target)}), table)
    for voice, target, row in rows:
        key = row.statement
        if network.has_edge(voice, target, key):
            known = network.edges[voice, target, key]
            if known["article"] == row.article:
                known["polarity"] = _joined(known["polarity"], row.polarity)
                continue
            key = f"{row.statement} in {row.article}"  # a copy that counts for itself
            if network.has_edge(voice, target, key):
                known = network.edges[voice, target, key]
                known["polarity"] = _joined(known["polarity"], row.polarity)
                continue
        about = {"statement": row.statement, "article": row.article, "kind": row.kind, "polarity": row.polarity}
        if row.day is not None:
            about["day"] = row.day.isoformat()
        network.add_edge(voice, target, key=key, **about)
    return network


def mentions(table: StatementTable, by: Literal["voice", "outlet"] = "voice") -> DirectedNetwork:
    """Who names whom, on whichever side: weight = number of statements of the voice that are about the actor.

    `by="outlet"`: whom an outlet gives room to: weight = number of statements in it in which the actor speaks or is
    spoken about (each once a statement). Statements without a known outlet are then left out.

    >>> from kg.analysis import StatementRow, StatementTable, mentions
    >>> row = StatementRow(statement="s1", speaker="Ardenia", target="Kestria", article="a1", outlet="Post")
    >>> list(mentions(StatementTable.of([row]), by="outlet").edges(data="weight"))
    [('Post', 'Ardenia', 1), ('Post', 'Kestria', 1)]
    """
    behind: dict[tuple[str, str], dict[str, None]] = {}
    for row in table:
        for pair in _named_pairs(row, table, by):
            behind.setdefault(pair, {})[row.statement] = None
    return _counted(behind, table, f"mention by {by}", "number of statements that name")


def on_behalf_of(table: StatementTable) -> DirectedNetwork:
    """Who speaks for whom, step by step: from the speaker to the body to the highest actor bound, with the state above.

    Weight = number of statements that show the step. A step that is not known, or not told apart in joint words, is
    left out; so is a step from an actor to itself.

    >>> from kg.analysis import StatementRow, StatementTable, on_behalf_of
    >>> row = StatementRow(
    ...     statement="s1", speaker="Orban", body="Ministry", principal="Ardenia", state="Ardenia", article="a1"
    ... )
    >>> list(on_behalf_of(StatementTable.of([row])).edges(data="weight"))
    [('Ministry', 'Ardenia', 1), ('Orban', 'Ministry', 1)]
    """
    behind: dict[tuple[str, str], dict[str, None]] = {}
    for row in table:
        steps = list(dict.fromkeys(step for step in (row.speaker, row.body, row.state, row.principal) if step))
        for pair in itertools.pairwise(steps):
            behind.setdefault(pair, {})[row.statement] = None
    return _counted(behind, table, "on behalf of", "number of statements that show it")


def co_target(table: StatementTable, rules: Rules | None = None) -> SymmetricNetwork:
    """Who speaks about the same: weight = sum over targets of n(i, target) n(j, target), whichever side they take.

    Statements without any stance count. That is `agreement_network(table, "ignore")` with neutral statements.

    >>> from kg.analysis import StatementRow, StatementTable, co_target
    >>> rows = [StatementRow(statement=who, speaker=who, target="Tarn", article=who) for who in ("Ardenia", "Kestria")]
    >>> list(co_target(StatementTable.of(rows)).edges(data="weight"))
    [('Ardenia', 'Kestria', 1.0)]
    """
    return agreement_network(table, "ignore", rules or Rules(neutral=True))


def pairs_of(network: Ties) -> DirectedNetwork:
    """A network of single ties with one edge per ordered pair: `weight`, counts of each polarity, and `net`, the number
    of positive less that of negative ties. Unlike `aggregated` it can be explained and measured by sign."""
    made = DirectedNetwork(network="who about whom, counted")
    made.add_nodes_from(network.nodes(data=True))
    behind: dict[tuple[str, str], dict[str, None]] = {}
    for source, target, tie in network.edges(data=True):
        behind.setdefault((source, target), {})[str(tie["statement"])] = None
        if not made.has_edge(source, target):
            made.add_edge(source, target, weight=0, net=0, **dict.fromkeys(POLARITIES, 0))
        pair = made.edges[source, target]
        pair["weight"] += 1
        pair[tie["polarity"]] += 1
        pair["net"] += {"positive": 1, "negative": -1}.get(tie["polarity"], 0)
    made.evidence = _Statements(behind, "number of statements")
    return made


def _joined(one: Polarity, other: Polarity) -> Polarity:
    sides = {one, other} - {"none"}
    if not sides:
        return "none"
    return sides.pop() if len(sides) == 1 else "mixed"


def _named_pairs(row: StatementRow, table: StatementTable, by: str) -> Iterable[tuple[str, str]]:
    named = [row.target] if row.target and table.name(row.target).is_actor else []
    voice = row.voice(table.voice)
    if by == "voice":
        return [(voice, target) for target in named]
    return [(row.outlet, actor) for actor in (voice, *named)] if row.outlet else []


def _counted(
    behind: dict[tuple[str, str], dict[str, None]], table: StatementTable, name: str, formula: str
) -> DirectedNetwork:
    network = DirectedNetwork(network=name)
    add_nodes(network, sorted({node for pair in behind for node in pair}), table)
    for (source, target), statements in sorted(behind.items()):
        network.add_edge(source, target, weight=len(statements))
    network.evidence = _Statements(behind, formula)
    return network


class _Statements:
    """Ties whose weight is the number of statements behind them."""

    def __init__(self, behind: dict[tuple[str, str], dict[str, None]], formula: str) -> None:
        self._behind = behind
        self._formula = formula

    def explain(self, source: str, target: str) -> Explanation:
        """The tie, one part a statement."""
        found = sorted(self._behind.get((source, target), ()))
        parts = tuple(Part(about=one, arithmetic="1 statement", value=1, statements=(one,)) for one in found)
        return Explanation(source=source, target=target, formula=self._formula, parts=parts)
