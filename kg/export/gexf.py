"""Networks as GEXF 1.3 files, for Gephi, Gephi Lite, sigma and whatever reads that format.

Choices that other programs depend on:
    - Attribute ids are numbers ("0", "1"): graphology takes the title of an attribute only then.
    - Ties of one pair are joined by polarity, which is the edge's `kind`: GEXF allows one edge for each source, target
      and kind, and Gephi merges the others. The IRIs of the joined attributions stay, in `statements`.
    - `start` and `end` are days; an edge without either has no known day and is always there.
    - Characters that XML cannot hold become U+FFFD.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

from kg.analysis import POLARITIES
from kg.export.files import printable
from kg.export.layout import force_layout
from kg.export.palette import KIND_COLOURS, OTHER, POLARITY_COLOURS, POLARITY_NAMES, rgb

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.analysis.said_about import Ties

_NODE_ATTRIBUTES: Final = (("kind", "string"), ("said", "integer"), ("told_of", "integer"))
_EDGE_ATTRIBUTES: Final = (
    ("polarity", "string"), ("first", "string"), ("last", "string"), ("statements", "string"), ("articles", "integer"),
)  # fmt: skip


def gexf_text(network: Ties) -> str:
    """The network as one XML document: a node per actor, an edge per pair and polarity.

    Node attributes: `kind`; `said`, ties from the actor; `told_of`, ties to it. Edge attributes: `polarity`; `first`
    and `last` day (empty where unknown); `statements`, IRIs joined by `|`; `articles`, their number. The weight of an
    edge is its number of statements. Nodes and edges come sorted; nothing depends on the time of writing.
    """
    return "\n".join(_document(network)) + "\n"


def _document(network: Ties) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">'
    yield "  <meta><creator>Démarche</creator><description>who speaks about whom</description></meta>"
    yield '  <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">'
    yield from _declared("node", _NODE_ATTRIBUTES)
    yield from _declared("edge", _EDGE_ATTRIBUTES)
    yield "    <nodes>"
    yield from _nodes(network)
    yield "    </nodes>"
    yield "    <edges>"
    yield from _edges(network)
    yield "    </edges>"
    yield "  </graph>"
    yield "</gexf>"


def _declared(owner: str, attributes: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield f'    <attributes class="{owner}" mode="static">'
    for number, (title, type_) in enumerate(attributes):
        yield f'      <attribute id="{number}" title="{title}" type="{type_}"/>'
    yield "    </attributes>"


def _nodes(network: Ties) -> Iterator[str]:
    nodes = sorted(network.nodes)
    weights: dict[tuple[str, str], float] = {}
    for source, target in network.edges():
        pair = (min(source, target), max(source, target))
        weights[pair] = weights.get(pair, 0.0) + 1.0
    places = force_layout(nodes, weights)
    for node in nodes:
        about = network.nodes[node]
        kind = str(about.get("kind", ""))
        said, told_of = network.out_degree(node), network.in_degree(node)
        red, green, blue = rgb(KIND_COLOURS.get(kind, OTHER))
        x, y = places[node]
        yield f"      <node id={_attribute(node)} label={_attribute(about.get('label', node))}>"
        yield f"        {_values((kind, said, told_of))}"
        yield f'        <viz:color r="{red}" g="{green}" b="{blue}"/>'
        yield f'        <viz:position x="{1000 * x:.1f}" y="{-1000 * y:.1f}" z="0"/>'
        yield f'        <viz:size value="{10 + 2 * min(said + told_of, 30)}"/>'
        yield "      </node>"


def _edges(network: Ties) -> Iterator[str]:
    grouped: dict[tuple[str, str, str], list[Mapping[str, str]]] = {}
    for source, target, about in network.edges(data=True):
        grouped.setdefault((source, target, about.get("polarity", POLARITIES[-1])), []).append(about)
    for number, ((source, target, polarity), group) in enumerate(sorted(grouped.items(), key=lambda item: item[0])):
        days = sorted(about["day"] for about in group if "day" in about)
        first, last = (days[0], days[-1]) if days else ("", "")
        interval = f' start="{first}" end="{last}"' if days else ""
        statements = "|".join(sorted(about["statement"] for about in group))
        articles = len({about["article"] for about in group})
        red, green, blue = rgb(POLARITY_COLOURS.get(polarity, OTHER))
        ends = f"source={_attribute(source)} target={_attribute(target)} kind={_attribute(polarity)}"
        words = _attribute(POLARITY_NAMES.get(polarity, polarity))
        yield f'      <edge id="{number}" {ends} label={words} weight="{len(group)}"{interval}>'
        yield f"        {_values((polarity, first, last, statements, articles))}"
        yield f'        <viz:color r="{red}" g="{green}" b="{blue}"/>'
        yield "      </edge>"


def _values(values: tuple[str | int, ...]) -> str:
    given = "".join(f'<attvalue for="{number}" value={_attribute(value)}/>' for number, value in enumerate(values))
    return f"<attvalues>{given}</attvalues>"


def _attribute(value: object) -> str:
    return quoteattr(printable(str(value)))
