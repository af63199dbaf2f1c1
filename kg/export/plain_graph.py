"""A network as every writer of networks takes it: names, numbers and texts alone, in a fixed order.

Networks come from networkx, whose attributes may hold anything; file formats hold little. All of that is settled once,
here, so that no writer has to think about it:
    - an attribute that is None, or a number that is none (NaN, infinite), is absent;
    - days and moments are ISO texts; the members of a sequence are joined by `|`, and the text still knows them
      (`Members`), for forms that have lists; all else is `str()` of it;
    - characters that XML cannot hold (controls, lone surrogates) are U+FFFD in every form, so that a name is the same
      in each of them; names that only then are equal are told apart by a number;
    - a column has one type: boolean, integer or double where all its values are that (integers beside doubles count as
      doubles), else it is text. An integer of more than 64 bits makes its column text;
    - the keys of parallel edges are not kept: what they say has to be an attribute.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from kg.export.files import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import networkx as nx

Value: TypeAlias = bool | int | float | str
Row: TypeAlias = dict[str, Value]
ColumnType = Literal["boolean", "integer", "double", "string"]
JOINED_BY: Final = "|"
"""Between the members of a sequence."""
NO_NAME: Final = "(no name)"
"""For a node whose id is empty."""
_OURS: Final = frozenset(
    {
        "id", "eid", "key", "source", "target", "label", "name", "represents", "shared name", "interaction",
        "shared interaction",
    }
)  # fmt: skip
"""What the writers say of a node or edge themselves; an attribute of that name gets `_` behind it."""
_EDGE_LABELS: Final = ("label", "polarity", "kind")
"""The first of these that an edge has is what it is called."""


class Members(str):
    """The members of a sequence, joined by `JOINED_BY`: a text for every form, a list for those that have lists."""

    members: tuple[str, ...]

    @classmethod
    def of(cls, members: Iterable[str]) -> Members:
        """The members in their order.

        >>> Members.of(["a", "b|c"]), Members.of(["a", "b|c"]).members
        ('a|b|c', ('a', 'b|c'))
        """
        listed = tuple(members)
        joined = cls(JOINED_BY.join(listed))
        joined.members = listed
        return joined


@dataclass(frozen=True, slots=True)
class PlainNode:
    """A node. `id` names it in the network; `label` is what people read, the id where there is none."""

    id: str
    label: str
    attributes: Row


@dataclass(frozen=True, slots=True)
class PlainEdge:
    """An edge. `id` is unique in the network, whatever the keys of parallel edges were."""

    id: str
    source: str
    target: str
    label: str
    attributes: Row

    @property
    def weight(self) -> float:
        """The attribute `weight`; 1 where there is none, or where it is no number."""
        weight = self.attributes.get("weight", 1)
        return weight if isinstance(weight, int | float) and not isinstance(weight, bool) else 1


@dataclass(frozen=True, slots=True)
class PlainGraph:
    """Nodes sorted by id; edges by source, target and attributes; columns by name."""

    nodes: tuple[PlainNode, ...]
    edges: tuple[PlainEdge, ...]
    node_columns: Mapping[str, ColumnType]
    edge_columns: Mapping[str, ColumnType]
    directed: bool

    @property
    def multiple(self) -> bool:
        """Two nodes have more than one edge between them; without direction, whichever way they are written."""
        return len({self._ends(edge) for edge in self.edges}) < len(self.edges)

    def _ends(self, edge: PlainEdge) -> tuple[str, str]:
        ends = (edge.source, edge.target)
        return ends if self.directed else (min(ends), max(ends))


def plain_graph(network: nx.Graph[Any]) -> PlainGraph:
    """The network in plain form; the network itself is left as it is.

    A node is called by its `label`, an edge by its `label`, `polarity` or `kind`, whichever comes first.
    """
    found = sorted(((_name(node), _plain(about), node) for node, about in network.nodes(data=True)), key=_by_name)
    ids = unique_names([name for name, *_ in found])
    id_of = {node: id_ for id_, (*_, node) in zip(ids, found, strict=True)}
    ends = [(id_of[source], id_of[target], _plain(about)) for source, target, about in network.edges(data=True)]
    ends.sort(key=lambda edge: (edge[0], edge[1], sorted((name, str(value)) for name, value in edge[2].items())))
    node_columns, node_rows = _typed([_without_ours(about) for _, about, _ in found])
    edge_columns, edge_rows = _typed([_without_ours(about) for *_, about in ends])
    nodes = tuple(
        PlainNode(id_, str(about.get("label", "")) or id_, row)
        for id_, (_, about, _), row in zip(ids, found, node_rows, strict=True)
    )
    edges = tuple(
        PlainEdge(f"e{number}", source, target, _edge_label(about), row)
        for number, ((source, target, about), row) in enumerate(zip(ends, edge_rows, strict=True))
    )
    return PlainGraph(nodes, edges, node_columns, edge_columns, network.is_directed())


def unique_names(names: Sequence[str]) -> list[str]:
    """The names, each that came before with a number behind it: for formats that know a node by its name alone.

    >>> unique_names(["Ana Morel", "Ana Morel", "Ana Morel (2)"])
    ['Ana Morel', 'Ana Morel (3)', 'Ana Morel (2)']
    """
    given = set(names)
    taken: set[str] = set()
    unique: list[str] = []
    counts: dict[str, int] = {}
    for name in names:
        chosen = name
        while chosen in taken or (chosen != name and chosen in given):
            counts[name] = counts.get(name, 1) + 1
            chosen = f"{name} ({counts[name]})"
        taken.add(chosen)
        unique.append(chosen)
    return unique


def _by_name(node: tuple[str, Row, object]) -> tuple[str, list[tuple[str, str]], str]:
    name, about, raw = node
    return name, sorted((column, str(value)) for column, value in about.items()), repr(raw)


def _name(node: object) -> str:
    return printable(str(node)) or NO_NAME


def _plain(about: Mapping[Any, Any]) -> Row:
    plain = ((printable(str(name)), _value(value)) for name, value in about.items())
    return {name: value for name, value in plain if value is not None}


def _value(value: object) -> Value | None:
    match value:
        case None:
            return None
        case bool() | int():
            return value
        case float():
            return value if isfinite(value) else None
        case date():
            return value.isoformat()
        case list() | tuple():
            return _joined(value)
        case set() | frozenset():
            return _joined(sorted(value, key=str))
        case _:
            return printable(str(value))


def _joined(members: Iterable[object]) -> Members:
    return Members.of(str(plain) for plain in map(_value, members) if plain is not None)


def _edge_label(about: Row) -> str:
    return next((str(about[name]) for name in _EDGE_LABELS if name in about), "")


def _without_ours(about: Row) -> Row:
    renamed: Row = {}
    for name, value in about.items():
        if name == "label":
            continue
        wanted = f"{name}_" if name in _OURS else name
        while wanted != name and wanted in about:  # Somebody has `id` and `id_`.
            wanted += "_"
        renamed[wanted] = value
    return renamed


def _typed(rows: Sequence[Row]) -> tuple[dict[str, ColumnType], list[Row]]:
    """The type of each column, sorted by name, and the rows with every value of that type."""
    kinds: dict[str, set[ColumnType]] = {}
    for row in rows:
        for name, value in row.items():
            kinds.setdefault(name, set()).add(_kind(value))
    types = {name: _common(kinds[name]) for name in sorted(kinds)}
    return types, [dict(_cast(row, types)) for row in rows]


def _kind(value: Value) -> ColumnType:
    match value:
        case bool():
            return "boolean"
        case int():
            return "integer" if -(2**63) <= value < 2**63 else "string"
        case float():
            return "double"
        case _:
            return "string"


def _common(kinds: set[ColumnType]) -> ColumnType:
    if len(kinds) == 1:
        return next(iter(kinds))
    return "double" if kinds == {"integer", "double"} else "string"


def _cast(row: Row, types: Mapping[str, ColumnType]) -> Iterator[tuple[str, Value]]:
    for name in sorted(row):
        value = row[name]
        match types[name]:
            case "double":
                yield name, float(value)
            case "string":
                yield name, value if isinstance(value, str) else str(value)
            case _:
                yield name, value
