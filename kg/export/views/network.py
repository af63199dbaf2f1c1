"""A network as an interactive page: any network of `kg.analysis`, or of networkx."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import networkx as nx

from kg.errors import ParameterError
from kg.export.layout import roomy_layout
from kg.export.palette import POLARITY_NAMES
from kg.export.picture import draw
from kg.export.plain_graph import plain_graph
from kg.export.views.document import page
from kg.export.views.names import Kinds, screen_name
from kg.export.views.plain_table import plain_table
from kg.export.views.shown import HtmlView
from kg.export.views.told import Index

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.analysis import Explanation
    from kg.export.plain_graph import PlainEdge, PlainGraph
    from kg.export.views.plain_table import Row
    from kg.export.views.told import Told

SIGNS: Final = ("negative", "positive", "mixed", "none")
TITLE: Final = "Who speaks about whom"
SIGN_NAMES: Final = {"negative": "negative", "positive": "positive", "mixed": "both", "none": "without a side"}
"""Ties that are no statements by themselves, in words."""
MOST_EXPLAINED: Final = 20_000
"""Ties whose statements are looked up where a network has to reckon them; beyond, they are left out."""
_MOST_BEHIND: Final = 200
"""Statements that are listed behind one such tie."""


def network_view(
    network: nx.Graph[Any], told: Mapping[str, Told] | None = None, *, title: str = TITLE, still: bool = True
) -> HtmlView:
    """The network as a page: canvas, search, filters by sign and period, the statements behind each tie.

    A node is drawn by its `label` and `kind`. A tie is drawn by its `polarity`, its counts of polarities, its `net`, or
    the sign of its `weight` where some weights are negative; it is as thick as its weight. Ties with a `day` can be
    filtered by period; ties without one go where the period is not the whole.

    `told`: what is told of statements, by IRI; see `told_of`. Without it the panel knows days alone. `still`: with an
    image for notebooks that are not trusted, where the network is one of single statements.

    The same network gives the same page. Nodes that have no name are called by their id.
    """
    graph = plain_graph(network)
    index = Index(told or {})
    kinds = Kinds()
    weights = _strengths(graph)
    activity = _activity(graph)
    spots = roomy_layout([node.id for node in graph.nodes], weights)
    # The busiest come first: they are drawn on top, and named first.
    ordered = sorted(graph.nodes, key=lambda node: (-activity[node.id], node.id))
    place = {node.id: number for number, node in enumerate(ordered)}
    names = [screen_name(node.label) for node in ordered]
    nodes = [
        [name, kinds.place(str(node.attributes.get("kind", ""))), *_rounded(spots[node.id]), activity[node.id]]
        for name, node in zip(names, ordered, strict=True)
    ]
    ties: list[list[object]] = []
    rows: list[Row] = []
    are_statements = all("statement" in edge.attributes for edge in graph.edges)
    words = POLARITY_NAMES if are_statements else SIGN_NAMES
    # Weights that are all positive say how much, not on which side.
    takes_sides = any(edge.weight < 0 for edge in graph.edges)
    for edge, statements in _with_statements(network, graph):
        sign = sign_of(edge, by_weight=takes_sides)
        day = _iso_day(edge.attributes.get("day"))
        behind = [index.place(statement, day) for statement in statements]
        weight = 1 if are_statements else abs(edge.weight)
        ties.append([place[edge.source], place[edge.target], SIGNS.index(sign), weight, behind, day])
        who, whom = names[place[edge.source]], names[place[edge.target]]
        rows.append((who, words[sign], whom, behind[0] if behind else None, edge.weight))
    rows.sort(key=lambda row: (_row_day(row, index), row[0], row[2], row[3] if row[3] is not None else -1))
    data = {
        "nodes": nodes,
        "kinds": kinds.rows,
        "ties": ties,
        "directed": graph.directed,
        "counts": are_statements,
        "signs": words,
        "shown_signs": [sign for number, sign in enumerate(SIGNS) if any(tie[2] == number for tie in ties)],
        "statements": index.statements,
        "articles": index.articles,
    }
    counts = _counts(len(nodes), len(ties), index, are_statements=are_statements)
    text = page("network", title, counts, data, plain_table(rows, index.statements, index.articles))
    return HtmlView(html=text, title=title, still=_still(network) if still else None)


def _strengths(graph: PlainGraph) -> dict[tuple[str, str], float]:
    """How strongly pairs pull together: by the number of ties, or the size of their weight."""
    found: dict[tuple[str, str], float] = {}
    for edge in graph.edges:
        pair = (min(edge.source, edge.target), max(edge.source, edge.target))
        found[pair] = found.get(pair, 0.0) + abs(edge.weight)
    return found


def _activity(graph: PlainGraph) -> dict[str, float]:
    found = {node.id: 0.0 for node in graph.nodes}
    for edge in graph.edges:
        for end in {edge.source, edge.target}:
            found[end] += abs(edge.weight)
    return {node: round(value, 6) for node, value in found.items()}


def _rounded(spot: tuple[float, float]) -> tuple[float, float]:
    return round(spot[0], 4), round(spot[1], 4)


def sign_of(edge: PlainEdge, *, by_weight: bool) -> str:
    """The sign of a tie; `by_weight`: that of its weight counts, where nothing else says it."""
    about = edge.attributes
    if about.get("polarity") in SIGNS:
        return str(about["polarity"])
    negative, positive, both = (_number(about.get(name)) for name in ("negative", "positive", "mixed"))
    if negative or positive or both:
        return "mixed" if both or (negative and positive) else "negative" if negative else "positive"
    if "none" in about:
        return "none"
    size = _number(about["net"]) if "net" in about else edge.weight if by_weight else 0
    return "negative" if size < 0 else "positive" if size > 0 else "none"


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _iso_day(value: object) -> str | None:
    """The day of an ISO text; None where it is none."""
    try:
        return date.fromisoformat(str(value)[:10]).isoformat() if value else None
    except ValueError:
        return None


def _with_statements(network: nx.Graph[Any], graph: PlainGraph) -> Iterator[tuple[PlainEdge, Sequence[str]]]:
    """Every tie with the statements behind it: its own, or those that the network reckoned it from."""
    explainable = getattr(network, "evidence", None) is not None and len(graph.edges) <= MOST_EXPLAINED
    for edge in graph.edges:
        if "statement" in edge.attributes:
            yield edge, (str(edge.attributes["statement"]),)
        elif explainable:
            yield edge, _explained(network, edge).statements[:_MOST_BEHIND]
        else:
            yield edge, ()


def _explained(network: nx.Graph[Any], edge: PlainEdge) -> Explanation:
    from kg.analysis import Explanation, explain

    try:
        return explain(network, edge.source, edge.target)
    except ParameterError:
        # A name that had to be changed for the page is none of the network.
        return Explanation(source=edge.source, target=edge.target, formula="", parts=())


def _row_day(row: Row, index: Index) -> str:
    return str(index.statements[row[3]][2] or "9") if row[3] is not None else "9"


def _counts(nodes: int, ties: int, index: Index, *, are_statements: bool) -> str:
    parts = [_plural(nodes, "actor"), _plural(ties, "tie")]
    if index.statements:
        parts.append(_plural(len(index.statements), "statement"))
    if index.articles:
        parts.append(_plural(len(index.articles), "article"))
    days = sorted(str(statement[2]) for statement in index.statements if statement[2])
    if days and are_statements:
        parts.append(days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}")
    return ", ".join(parts)


def _plural(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def _still(network: nx.Graph[Any]) -> str | None:
    """The picture of `draw`, for networks of single ties that it can draw."""
    if not isinstance(network, nx.MultiDiGraph) or not all(
        about.get("polarity") in SIGNS for _, _, about in network.edges(data=True)
    ):
        return None
    return draw(network).svg
