"""Networks with everything in them that breaks writers: the same fixed ones, and drawn ones."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

import networkx as nx
from hypothesis import strategies as st

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

NAMES: Final = (
    '"><x/>',
    "&amp; < > ' \"",
    "NUL \x00 BEL \x07 ESC \x1b C1 \x85",
    "\ud800 alone",
    "\uffff \ufffe",
    "a\nb\tc\rd\r\ne\u2028f",
    "a\rb",
    "data:",
    "=1+1",
    "@SUM(A1)",
    "\u202eright to left\u202c \u200f",
    "long " * 2_000,
    "",
    " ",
    "back\\slash\\",
    "a:b",
    "semi;colon, comma | bar",
    "😀",
    "]]>",
    "l",
    "1",
    "{not} %s $x",
    "source",
)
VALUES: Final = (
    None, True, 7, -(2**70), 0.5, float("nan"), float("inf"), ["a", "b"], ("x", 1), {"z", "y"}, date(2024, 3, 1),
    datetime(2024, 3, 1, 12, 30, tzinfo=UTC), {"a": 1}, b"\x00", "", "text", object,
)  # fmt: skip
COLUMNS: Final = (
    "label", "kind", "polarity", "day", "first", "last", "weight", "id", "id_", "source", "key", "name", "x", 'q"<&',
    "shared name", "eid", "source_label", "=cmd",
)  # fmt: skip

names = st.one_of(st.sampled_from(NAMES), st.text(st.characters(codec=None), max_size=8), st.integers(0, 3))
attributes: SearchStrategy[dict[str, Any]] = st.dictionaries(
    st.sampled_from(COLUMNS), st.one_of(st.sampled_from(VALUES), st.sampled_from(NAMES)), max_size=5
)


@st.composite
def networks(draw: st.DrawFn) -> nx.Graph[Any]:
    """Any of the four classes of networkx, with parallel edges and self loops where the class has them."""
    kind = draw(st.sampled_from([nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph]))
    network: nx.Graph[Any] = kind()
    nodes = draw(st.lists(names, max_size=5, unique=True))
    for node in nodes:
        network.add_node(node, **draw(attributes))
    if nodes:
        for _ in range(draw(st.integers(0, 6))):
            source, target = draw(st.sampled_from(nodes)), draw(st.sampled_from(nodes))
            network.add_edge(source, target, **{n: v for n, v in draw(attributes).items() if n != "key"})
    return network


def everything() -> nx.MultiDiGraph[Any]:
    """All hostile names and values in one network, with parallel edges and self loops."""
    network: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for number, name in enumerate(NAMES):
        network.add_node(f"https://x.example/{number}", label=name, kind="Person")
        network.add_node(name, label=None)
    ids = list(network)
    for number, value in enumerate(VALUES):
        network.add_edge(ids[number], ids[number + 1], polarity="negative", mixed=value, day="2024-03-01")
        network.add_edge(ids[number], ids[number + 1], polarity="negative", listed=["a", None, date(2024, 1, 1)])
        network.add_edge(ids[number], ids[number], polarity=NAMES[number], day=None)
    return network


def empty() -> list[nx.Graph[Any]]:
    """A network of each class without nodes, and one without edges."""
    lonely: nx.Graph[Any] = nx.Graph()
    lonely.add_node("alone")
    return [nx.Graph(), nx.DiGraph(), nx.MultiGraph(), nx.MultiDiGraph(), lonely]
