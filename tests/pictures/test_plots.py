"""Plots for papers: the same bytes each time, nothing of a clock in them, names that cover nothing."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from kg.analysis import StatementTable
from kg.errors import ExportError, ExtraMissing, ParameterError
from tests.export.hostile import empty, everything
from tests.pictures.made import hostile_network, hostile_table, small_network, turning_table

pytest.importorskip("matplotlib", reason="matplotlib is not installed")

from matplotlib.backends.backend_agg import FigureCanvasAgg

from kg.export import plots
from kg.export.plots import matrix_plot, network_plot, timeline_plot

if TYPE_CHECKING:
    from pathlib import Path

    from kg.export.plots import PaperFigure


def figures() -> dict[str, PaperFigure]:
    table, _ = turning_table()
    return {
        "network": network_plot(small_network()[0], title="A network"),
        "timeline": timeline_plot(table, title="A timeline"),
        "matrix": matrix_plot(table, counted="all", title="A matrix"),
    }


@pytest.mark.parametrize("form", ["svg", "pdf", "png"])
def test_a_figure_is_saved_to_the_same_bytes_each_time_without_a_date(form: str, tmp_path: Path) -> None:
    again = figures()
    for name, figure in figures().items():
        first = figure.save(tmp_path / f"{name}.{form}", dpi=90).read_bytes()
        second = again[name].save(tmp_path / f"again.{form}", dpi=90).read_bytes()
        assert first == second, name
        assert b"CreationDate" not in first
        assert b"dc:date" not in first
        assert b"Matplotlib v" not in first


def test_another_ending_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"\.svg, \.pdf or \.png"):
        figures()["matrix"].save(tmp_path / "figure.docx")
    assert list(tmp_path.iterdir()) == []


def test_names_of_a_network_cover_neither_each_other_nor_the_edge() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(40):
        network.add_node(f"{number:02}", label=f"Actor with the number {number}", kind="State")
        network.add_edge(f"{number:02}", f"{number // 3:02}", statement=f"s{number}", polarity="none")
    figure = network_plot(network)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    boxes = [text.get_window_extent(canvas.get_renderer()) for text in figure.axes[0].texts]
    assert len(boxes) > 15
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]
    assert all(box.x0 >= 0 and box.x1 <= figure.bbox.x1 for box in boxes)


@pytest.mark.filterwarnings("ignore:Glyph:UserWarning")
@pytest.mark.filterwarnings("ignore:Matplotlib currently does not support:UserWarning")
def test_hostile_names_and_empty_networks_are_drawn(tmp_path: Path) -> None:
    for number, network in enumerate([hostile_network()[0], everything(), *empty()]):
        network_plot(network).save(tmp_path / f"{number}.svg")
    for table in (hostile_table()[0], StatementTable.of([])):
        timeline_plot(table).save(tmp_path / "timeline.svg")
        matrix_plot(table).save(tmp_path / "matrix.svg")


def test_a_matrix_counts_each_statement_once_a_cell() -> None:
    table, _ = turning_table()
    cells = {
        counted: [text.get_text() for text in matrix_plot(table, counted=counted).axes[0].texts]
        for counted in ("blame", "praise", "all")
    }
    assert cells == {"blame": ["1"], "praise": ["1"], "all": ["2", "2"]}
    assert [text.get_text() for text in matrix_plot(table, counted="net").axes[0].texts] == ["no statement that counts"]
    with pytest.raises(ParameterError, match="is not among"):
        matrix_plot(table, counted="anger")  # type: ignore[arg-type]  # that is what is tested


def test_statements_without_a_day_are_counted_below_the_timeline() -> None:
    table, _ = turning_table()
    assert timeline_plot(table).axes[0].get_xlabel() == "1 statements without a day are not drawn"


def test_without_matplotlib_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise ModuleNotFoundError("No module named 'matplotlib'", name="matplotlib")

    monkeypatch.setattr("importlib.import_module", missing)
    with pytest.raises(ExtraMissing, match=r"demarche-kg\[pictures\]"):
        plots.__getattr__("network_plot")


def test_notebooks_show_a_figure() -> None:
    assert figures()["matrix"]._repr_png_().startswith(b"\x89PNG")
