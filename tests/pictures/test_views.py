"""Views as files: whole in themselves, harmless whatever a label says, the same each time."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, cast

import networkx as nx
import pytest
from lxml import html

import kg
from kg.analysis import StatementTable, pairs_of, subtract, who_about_whom
from kg.errors import ExportError
from kg.export import export_graph
from kg.export.views import network_view, timeline_view
from kg.export.views.plain_table import MOST_ROWS
from tests.export.hostile import empty, everything
from tests.pictures.made import HOSTILE, hostile_network, hostile_table, small_network, turning_table
from tests.query.conftest import write_corpus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kg.export.views import HtmlView


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[kg.Graph]:
    with kg.open(write_corpus(tmp_path_factory.mktemp("views") / "graph")) as opened:
        yield opened


MAKERS: Final[dict[str, Callable[[], HtmlView]]] = {
    "network": lambda: network_view(*small_network()),
    "hostile network": lambda: network_view(*hostile_network()),
    "timeline": lambda: timeline_view(*turning_table()),
    "hostile timeline": lambda: timeline_view(*hostile_table()),
    "empty network": lambda: network_view(nx.MultiDiGraph()),
    "empty timeline": lambda: timeline_view(StatementTable.of([])),
}
EVERY = pytest.mark.parametrize("name", MAKERS)


@cache
def made(name: str) -> HtmlView:
    return MAKERS[name]()


def found(text: str, path: str) -> Any:
    return cast("Any", html.fromstring(text)).xpath(path)


def data_of(view: HtmlView) -> Any:
    return json.loads(found(view.html, "string(//script[@id='data'])"))


@EVERY
def test_only_the_scripts_and_the_style_that_the_policy_names_can_run(name: str) -> None:
    page = made(name).html
    policy = found(page, "string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    texts = [*found(page, "//script[not(@type)]/text()"), *found(page, "//style/text()")]
    hashes = {f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}" for text in texts}
    assert hashes == set(re.findall(r"'(sha256-[^']+)'", policy))


@EVERY
def test_nothing_is_loaded_and_no_label_becomes_markup(name: str) -> None:
    page = made(name).html
    outside = "//link | //img | //iframe | //object | //embed | //@src | //@onerror | //@onload | //@style"
    assert not found(page, outside)
    assert len(found(page, "//script")) == (6 if "network" in name else 3)
    assert not [link for link in found(page, "//@href") if not link.startswith("https://news.example/")]


@EVERY
def test_the_same_input_gives_the_same_page(name: str) -> None:
    assert MAKERS[name]().html == made(name).html


def test_hostile_labels_come_back_from_the_data_as_text() -> None:
    names = {node[0] for node in data_of(made("hostile network"))["nodes"]}
    assert f"<script>{HOSTILE[0][8:-9]}</script>" in names
    assert max(map(len, names)) <= 240
    assert not [name for name in names if re.search("[\x00-\x1f\ud800-\udfff\u2028]", name)]


@pytest.mark.parametrize("network", [everything(), *empty()], ids=["everything", "0", "1", "2", "3", "lonely"])
def test_any_network_of_networkx_becomes_a_page(network: nx.Graph[Any]) -> None:
    data = data_of(network_view(network))
    assert len(data["nodes"]) == len(network)
    assert len(data["ties"]) == network.number_of_edges()


def test_every_tie_leads_to_its_statements_words_and_article(graph: kg.Graph) -> None:
    network = graph.network()
    data = data_of(graph.view_network(network))
    assert len(data["ties"]) == network.number_of_edges()
    said = [
        data["statements"][place]
        for source, target, _, _, behind, _ in data["ties"]
        if (data["nodes"][source][0], data["nodes"][target][0]) == ("Lena Orban", "Kestria")
        for place in behind
    ]
    (statement,) = [one for one in said if "Kestria has broken its word" in one[1]]
    assert data["articles"][statement[3]][0]


def test_networks_that_are_reckoned_lead_to_statements_too(graph: kg.Graph) -> None:
    table = graph.statements()
    for network in (pairs_of(who_about_whom(table)), subtract(table)):
        data = data_of(graph.view_network(network))
        assert len(data["ties"]) == network.number_of_edges()
        assert all(tie[4] for tie in data["ties"])


def test_weights_that_are_all_positive_take_no_side_and_others_do() -> None:
    network: nx.Graph[str] = nx.Graph()
    network.add_edge("a", "b", weight=2.0)
    assert data_of(network_view(network))["shown_signs"] == ["none"]
    network.add_edge("a", "c", weight=-1.0)
    assert data_of(network_view(network))["shown_signs"] == ["negative", "positive"]


def test_a_timeline_has_every_voice_statement_and_change(graph: kg.Graph) -> None:
    data = data_of(timeline_view(*turning_table()))
    assert [actor[0] for actor in data["actors"]] == ["Ardenia", "Kestria"]
    assert len(data["marks"]) == 4
    assert len(data["changes"]) == 1
    table = graph.statements()
    rolled = data_of(graph.view_timeline(table.voiced("state")))
    assert len({mark[1] for mark in rolled["marks"]}) == table.statements


def test_words_can_be_left_out(graph: kg.Graph) -> None:
    for make in (graph.view_network, graph.view_timeline):
        assert "Kestria has broken its word" in make().html
        wordless = make(words=False).html
        assert "broken its word" not in wordless
        assert "Lena Orban" in wordless


@pytest.mark.parametrize("form", ["network-html", "timeline-html"])
def test_the_forms_of_export_are_these_pages_with_and_without_words(form: str, graph: kg.Graph, tmp_path: Path) -> None:
    folder = graph.store.folder.path
    for words in (True, False):
        export_graph(folder, form, tmp_path / "page.html", words=words)
        assert ("broken its word" in (tmp_path / "page.html").read_text(encoding="utf-8")) == words


def test_without_a_script_the_table_says_the_same() -> None:
    rows = [[cell.text_content() for cell in row] for row in found(network_view(*small_network()).html, "//tbody/tr")]
    assert len(rows) == 4
    assert rows[0] == ["2024-03-01", "Ardenia", "opposes", "Kestria", "These are words number 0.", "Report 0The Post"]


def test_a_long_table_says_how_many_rows_it_leaves_out() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(MOST_ROWS + 7):
        network.add_edge("a", "b", key=f"s{number}", statement=f"s{number}", polarity="none")
    page = network_view(network).html
    assert page.count("<tr>") == MOST_ROWS + 1
    assert "7 more rows are not in this table." in page


def test_a_view_is_saved_whole_or_not_at_all(tmp_path: Path) -> None:
    view = network_view(*small_network())
    assert view.save(tmp_path / "page.html").read_text(encoding="utf-8") == view.html
    assert [file.name for file in tmp_path.iterdir()] == ["page.html"]
    with pytest.raises(ExportError, match="cannot be written"):
        view.save(tmp_path / "nowhere" / "page.html")


def test_a_notebook_gets_a_frame_of_its_own_and_a_still_picture() -> None:
    shown = made("hostile network")._repr_html_()
    (frame,) = found(shown, "//iframe")
    assert "allow-same-origin" not in frame.get("sandbox")
    assert frame.get("srcdoc").startswith("<!doctype html>")
    assert found(shown, "string(//details//img/@src)").startswith("data:image/svg+xml;base64,")
    assert not found(shown, "//script")
