"""What `kg network` shows: ties, actors, figures and blocs as rows, each with its interval; a tie taken apart."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.analysis import Explanation, Measured, NetworkKind, Rules, StatementTable, Uncertainty
    from kg.analysis.explaining import AnyNetwork
    from kg.cli.output import Cell

Row = dict[str, "Cell"]


def tie_rows(table: StatementTable, kind: NetworkKind, rules: Rules, uncertainty: Uncertainty | None) -> Iterator[Row]:
    """One row a pair, the strongest first; with the sides, where ties have some. `uncertainty` None: no intervals."""
    from kg.analysis import make_network, pairs_of, tie_figures

    made = make_network(kind, table, rules)
    network = pairs_of(made) if made.is_multigraph() else made  # type: ignore[arg-type]  # the only ones are Ties
    label = _labels(network)
    if uncertainty is None:
        pairs: list[tuple[str, str, float]] = sorted(
            network.edges(data="weight"), key=lambda tie: (-abs(tie[2]), tie[0], tie[1])
        )
        found: Iterable[tuple[tuple[str, str], Row]] = (((a, b), {"weight": _cell(weight)}) for a, b, weight in pairs)
    else:
        measured = tie_figures(table, kind, rules, uncertainty)
        found = ((pair, measured_cells("weight", one)) for pair, one in measured.items())
    for (source, target), cells in found:
        about = network.edges[source, target]
        sides: Row = {
            name: about[name] for name in ("positive", "negative", "mixed", "none", "neutral") if name in about
        }
        yield {"source": label[source], "target": label[target], **cells, **sides, "from": source, "to": target}


def actor_rows(
    table: StatementTable, kind: NetworkKind, rules: Rules, uncertainty: Uncertainty | None
) -> Iterator[Row]:
    """One row a node with all its figures, those with most ties first."""
    from kg.analysis import Uncertainty, actor_figures, make_network

    found = actor_figures(table, kind, rules, uncertainty or Uncertainty(draws=2))
    label = _labels(make_network(kind, table, rules))

    def weight(node: str) -> tuple[float, str]:
        return (-sum(found[node][name].value for name in ("said", "received", "degree") if name in found[node]), node)

    for node in sorted(found, key=weight):
        row: Row = {"actor": label[node]}
        for name, measured in found[node].items():
            row |= {name: _cell(measured.value)} if uncertainty is None else measured_cells(name, measured)
        yield {**row, "iri": node}


def figure_rows(table: StatementTable, kind: NetworkKind, rules: Rules, uncertainty: Uncertainty) -> Iterator[Row]:
    """How much there is, which is counted and no estimate; then one row a figure."""
    from kg.analysis import make_network, network_figures

    network = make_network(kind, table, rules)
    counts = {
        "nodes": len(network), "ties": network.number_of_edges(), "statements": table.statements,
        "articles": len(table.articles),
    }  # fmt: skip
    for name, count in counts.items():
        yield {"figure": name, "value": count, "method": "counted"}
    for name, measured in network_figures(table, kind, rules, uncertainty).items():
        yield {"figure": name, **measured_cells("value", measured), "n": measured.n, "method": measured.method}


def bloc_rows(table: StatementTable, rules: Rules, uncertainty: Uncertainty) -> Iterator[Row]:
    """The fit of the best two blocs, what chance gives, and one row an actor: its bloc, and how much it bridges."""
    from kg.analysis import bloc_figures

    found, bridges = bloc_figures(table, rules, uncertainty)
    yield {"what": "fit of the best two blocs", **measured_cells("value", found.fit), "method": found.fit.method}
    chance = found.chance
    yield {
        "what": f"fit by chance alone (p = {chance.p:.3g})",
        "value": _cell(chance.expected), "low": _cell(chance.low), "high": _cell(chance.high), "method": chance.method,
    }  # fmt: skip
    for number, bloc in enumerate(found.blocs, start=1):
        for actor in bloc:
            told: Row = {} if actor not in bridges else measured_cells("value", bridges[actor])
            yield {"what": "agrees across", "bloc": number, "actor": table.name(actor).label, **told, "iri": actor}


def measured_cells(name: str, measured: Measured) -> Row:
    """A figure with its interval as cells: `weight`, `weight_low`, `weight_high`, where errors of the reader were
    redrawn also `weight_corrected`; `value` gives `low`, `high`, `corrected`. None where it is not defined."""
    before = "" if name == "value" else f"{name}_"
    row: Row = {name: _cell(measured.value)}
    if measured.corrected is not None:
        row[f"{before}corrected"] = _cell(measured.corrected)
    return row | {f"{before}low": _cell(measured.low), f"{before}high": _cell(measured.high)}


def explained(told: Explanation, labels: Mapping[str, str]) -> Iterator[str]:
    """The lines that take a tie apart, with names in place of ids."""
    text = str(told)
    names = {node: label for node, label in labels.items() if node != label}
    for node in sorted(names, key=len, reverse=True):
        text = text.replace(node, names[node])
    yield from text.split("\n")


def for_people(rows: Iterable[Row]) -> list[Row]:
    """The rows with each figure and its interval in one cell, `0.79 [0.38, 0.86]`, with the corrected figure between
    them where there is one, and without identifiers and methods, which no terminal is wide enough for."""
    made = []
    for row in rows:
        shown: Row = {}
        for name, cell in row.items():
            before = "" if name == "value" else f"{name}_"
            if f"{before}low" in row:
                shown[name] = _with_interval(
                    cell, *(row.get(f"{before}{part}") for part in ("corrected", "low", "high"))
                )
            elif name not in _FOR_PROGRAMS and not _is_part(name, row):
                shown[name] = cell
        made.append(shown)
    return made


_FOR_PROGRAMS = frozenset({"from", "to", "iri", "method"})


def _is_part(name: str, row: Row) -> bool:
    """True for the columns that belong to a figure."""
    before, _, part = name.rpartition("_")
    return part in ("corrected", "low", "high") and (before or "value") in row


def _with_interval(value: Cell, corrected: Cell, low: Cell, high: Cell) -> str:
    if low is None:
        return "not defined" if value is None else f"{value} [not known]"
    figure = "not defined" if value is None else f"{value}"
    return f"{figure}{'' if corrected is None else f' (corrected {corrected})'} [{low}, {high}]"


def columns_of(rows: Iterable[Row]) -> list[str]:
    """Every column of the rows, in order of first appearance."""
    return list(dict.fromkeys(name for row in rows for name in row))


def _labels(network: AnyNetwork) -> dict[str, str]:
    return {str(node): str(about.get("label", node)) for node, about in network.nodes(data=True)}


def _cell(value: float) -> Cell:
    """Four digits after the point, counts without any; None for what is not defined."""
    if isnan(value):
        return None
    return int(value) if float(value).is_integer() else round(float(value), 4)
