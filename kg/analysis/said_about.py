"""The network "who speaks about whom": actors as nodes, statements as ties.

Definitions
    A *tie* runs from the speaker of an attribution to an actor that its content is about. One attribution with two
    speakers and three targets gives six ties. Instruments and events are no actors, so they give no tie; a group
    ("Kestria and its partners") is an actor of its own.
    The *polarity* of a tie is what the speaker's stance towards that target is in that attribution: `negative`,
    `positive`, `mixed` (both), or `none` (the words show none; this does not mean that the speaker is neutral).
    By default only first-hand attributions count (Statement, Attitude): hearsay and denials give no tie.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import networkx as nx

from kg.analysis.explaining import DirectedNetwork, OfTies
from kg.query import run_query

if TYPE_CHECKING:
    from collections.abc import Collection

    from kg.query import Cell
    from kg.store.protocol import Store

Kind = Literal["Statement", "Attitude", "SecondHand", "NonAssertion"]
Polarity = Literal["negative", "positive", "mixed", "none"]
FIRST_HAND: Final[tuple[Kind, ...]] = ("Statement", "Attitude")
POLARITIES: Final[tuple[Polarity, ...]] = ("negative", "positive", "mixed", "none")

if TYPE_CHECKING:
    Ties: TypeAlias = nx.MultiDiGraph[str]
    PairNetwork: TypeAlias = nx.DiGraph[str]


def said_about_network(
    store: Store,
    *,
    since: date | str | None = None,
    until: date | str | None = None,
    kinds: Collection[Kind] = FIRST_HAND,
    by_principal: bool = False,
) -> Ties:
    """The network of a graph: one tie per attribution, speaker and target, each with its evidence.

    Nodes are actor IRIs with `label` and `kind` ("State", "Person", ...). A tie's key is the IRI of its attribution;
    it has `statement`, `article` (IRIs), `kind`, `polarity` and, where the day is known, `day`: the last day on which
    it can have been said, in ISO form. Nodes and ties come in a fixed order, so equal graphs give equal networks.

    Args:
        since: first day, included. With it or `until`, undated attributions are left out.
        until: last day, included.
        kinds: the kinds of attribution that count.
        by_principal: draw the tie from whom the words bind (Russia, where its spokesman speaks) instead of from the
            person who said them. Where nobody is known to be bound, and for the persons of a joint statement, the
            speaker stays.

    Raises: ParameterError: a day is no ISO date.
    """
    rows = run_query(store, "networks/said-about", **{"from": since, "to": until})
    network: Ties = nx.MultiDiGraph()
    for tie in rows.to_records():
        kind = _local_name(tie["kind"])
        if kind not in kinds:
            continue
        source = "principal" if by_principal and tie["principal"] else "speaker"
        name = {"principal": "principal_name", "speaker": "who"}[source]
        _add_node(network, tie[source], tie[name], tie[f"{source}_kind"])
        _add_node(network, tie["target"], tie["whom"], tie["target_kind"])
        about = {
            "statement": str(tie["statement"]),
            "article": str(tie["article"]),
            "kind": kind,
            "polarity": _polarity(tie),
        }
        day = tie["day"]
        if isinstance(day, date):
            about["day"] = day.isoformat()
        network.add_edge(str(tie[source]), str(tie["target"]), key=str(tie["statement"]), **about)
    return network


def aggregated(ties: Ties) -> DirectedNetwork:
    """The same network with one edge per ordered pair of actors; `explain` lists the statements of each.

    Edge attributes: `weight`, the number of ties; `negative`, `positive`, `mixed` and `none`, how many of them have
    which polarity (their sum is the weight); `first` and `last`, the earliest and latest day among the dated ones, in
    ISO form, absent where none is dated. Directed: "A about B" and "B about A" are two edges.

    >>> ties = nx.MultiDiGraph()
    >>> for key, day, polarity in [("s1", "2024-03-01", "negative"), ("s2", "2024-03-05", "none")]:
    ...     _ = ties.add_edge("Ardenia", "Kestria", key=key, day=day, polarity=polarity)
    >>> _ = ties.add_edge("Kestria", "Ardenia", key="s3", polarity="positive")
    >>> aggregated(ties).edges["Ardenia", "Kestria"]
    {'weight': 2, 'negative': 1, 'positive': 0, 'mixed': 0, 'none': 1, 'first': '2024-03-01', 'last': '2024-03-05'}
    >>> aggregated(ties).edges["Kestria", "Ardenia"]["weight"]
    1
    """
    pairs = DirectedNetwork()
    pairs.evidence = OfTies(ties)
    pairs.add_nodes_from(ties.nodes(data=True))
    grouped: dict[tuple[str, str], list[dict[str, str]]] = {}
    for speaker, target, about in ties.edges(data=True):
        grouped.setdefault((speaker, target), []).append(about)
    for (speaker, target), group in grouped.items():
        counts = {polarity: sum(about["polarity"] == polarity for about in group) for polarity in POLARITIES}
        days = sorted(about["day"] for about in group if "day" in about)
        span = {"first": days[0], "last": days[-1]} if days else {}
        pairs.add_edge(speaker, target, weight=len(group), **counts, **span)
    return pairs


def _add_node(network: Ties, iri: Cell, label: Cell, kind: Cell) -> None:
    network.add_node(str(iri), label=str(label), kind=_local_name(kind))


def _local_name(iri: Cell) -> str:
    return str(iri).rpartition("#")[2]


def _polarity(tie: dict[str, Cell]) -> Polarity:
    match (bool(tie["opposes"]), bool(tie["favours"])):
        case (True, True):
            return "mixed"
        case (True, False):
            return "negative"
        case (False, True):
            return "positive"
        case _:
            return "none"
