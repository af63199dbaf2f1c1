"""Views as a browser draws them, with every way to the outside closed: pixels of the canvas, names, what a click shows.

One browser serves all tests of this file. Colours are looked for near a place, since edges are smoothed.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import networkx as nx
import numpy as np
import pytest

from kg.analysis import StatementTable
from kg.export.palette import KIND_COLOURS, POLARITY_COLOURS, POLARITY_COLOURS_DARK, rgb
from kg.export.views import network_view, timeline_view
from tests.pictures.browser import Browser, asked_of_the_net, needs_chromium
from tests.pictures.made import hostile_network, hostile_table, small_network, turning_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from PIL.Image import Image

    from kg.export.views import HtmlView

pytestmark = [needs_chromium, pytest.mark.slow]
pytest.importorskip("PIL.Image", reason="Pillow is not installed")
DRAWN = "['network', 'timeline'].includes(document.documentElement.dataset.drawn)"
PLACES = """(() => {
  const renderer = networkView.renderer();
  const box = document.getElementById('net').getBoundingClientRect();
  return Object.fromEntries(networkView.nodes.map((node, at) => {
    const shown = renderer.getNodeDisplayData(at);
    const { x, y } = renderer.framedGraphToViewport(shown);
    return [node.label, [x + box.left, y + box.top, renderer.scaleSize(shown.size)]];
  }));
})()"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("browser")) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _forget(browser: Browser) -> None:
    browser.requests.clear()
    browser.errors.clear()


def show(browser: Browser, view: HtmlView, folder: Path) -> None:
    browser.open(view.save(folder / "view.html").as_uri(), DRAWN)


def alike(image: Image, colour: str) -> NDArray[np.bool_]:
    """Which pixels have about that colour."""
    return np.asarray(np.abs(np.asarray(image, dtype=int) - rgb(colour)).max(axis=2) <= 24)


def has_colour(image: Image, colour: str, place: tuple[float, float], reach: int = 3) -> bool:
    """Whether a colour stands within so many pixels of a place."""
    x, y = round(place[0]), round(place[1])
    return bool(alike(image.crop((x - reach, y - reach, x + reach + 1, y + reach + 1)), colour).any())


def share_of(image: Image, colour: str) -> int:
    """How many pixels have about that colour."""
    return int(alike(image, colour).sum())


def pale(colour: str, paper: str) -> str:
    """The colour of a tie: with a fifth of the paper in it."""
    mixed = (round(one + (other - one) * 0.2) for one, other in zip(rgb(colour), rgb(paper), strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def stage_of(browser: Browser) -> Image:
    """What the canvas shows, without the panel and the legend."""
    box = browser.js(
        "(({ left, top, right, bottom }) => [left, top, right, bottom])"
        "(document.getElementById('stage').getBoundingClientRect())"
    )
    return browser.shot().crop(tuple(round(side) for side in box))


def test_every_node_is_drawn_in_its_colour_and_named(browser: Browser, tmp_path: Path) -> None:
    show(browser, network_view(*small_network()), tmp_path)
    places: dict[str, Any] = browser.js(PLACES)
    image = browser.shot()
    kinds = {"Ardenia": "State", "Kestria": "State", "Lena Orban": "Person", "Tarn Bay": "ActorGroup"}
    for name, kind in kinds.items():
        assert has_colour(image, KIND_COLOURS[kind], places[name][:2]), name
    assert browser.js("document.documentElement.dataset.labels") == "5"
    assert browser.errors == []


def test_names_are_written_on_the_canvas(browser: Browser, tmp_path: Path) -> None:
    show(browser, network_view(*small_network()), tmp_path)
    inked = browser.js(
        "(() => { const layer = document.getElementById('labels'); let inked = 0; const drawn = "
        "layer.getContext('2d').getImageData(0, 0, layer.width, layer.height).data; "
        "for (let at = 3; at < drawn.length; at += 4) if (drawn[at]) inked += 1; return inked; })()"
    )
    assert inked > 1000


def test_ties_are_drawn_in_the_colour_of_their_sign(browser: Browser, tmp_path: Path) -> None:
    show(browser, network_view(*small_network()), tmp_path)
    for sign in ("negative", "positive", "none"):
        colour = pale(POLARITY_COLOURS[sign], "#ffffff")
        drawn = share_of(stage_of(browser), colour)
        browser.js(f"document.querySelector('#signs input[value={sign}]').click()")
        browser.wait(f"networkView.pairs.every((pair) => pair.sign !== '{sign}' || !pair.weight)")
        time.sleep(0.5)
        left = share_of(stage_of(browser), colour)
        assert drawn > left + 60, sign


def test_a_pair_whose_ties_differ_in_side_is_mixed_and_in_the_legend(browser: Browser, tmp_path: Path) -> None:
    network, told = small_network()
    network.add_edge("Ardenia", "Kestria", key="s9", statement="s9", polarity="positive", day="2024-03-12")
    show(browser, network_view(network, told), tmp_path)
    assert "opposes and favours" in browser.js("document.getElementById('signs').innerText")
    assert share_of(stage_of(browser), pale(POLARITY_COLOURS["mixed"], "#ffffff")) > 60


def test_a_tie_of_an_actor_with_itself_is_a_ring_beside_its_disc_that_can_be_clicked(
    browser: Browser, tmp_path: Path
) -> None:
    network, told = small_network()
    network.add_edge("Tarn Bay", "Tarn Bay", key="s9", statement="s9", polarity="negative", day="2024-03-12")
    show(browser, network_view(network, told), tmp_path)
    assert browser.js("document.documentElement.dataset.loops") == "1"
    x, y, size = browser.js(PLACES)["Tarn Bay"]
    wide = max(6, size * 0.8)
    off = (size + wide * 0.55) / 2**0.5
    top = (x + off, y - off - wide)
    assert has_colour(browser.shot(), pale(POLARITY_COLOURS["negative"], "#ffffff"), top, 4)
    browser.click(*top)
    browser.wait("networkView.lit()?.pairs.size === 1 && networkView.lit().nodes.size === 1")
    browser.js("document.querySelector('#signs input[value=negative]').click()")
    browser.wait("document.documentElement.dataset.loops === '0'")


def test_a_click_shows_an_actor_and_then_the_words_behind_a_tie(browser: Browser, tmp_path: Path) -> None:
    show(browser, network_view(*small_network()), tmp_path)
    x, y, _ = browser.js(PLACES)["Ardenia"]
    browser.click(x, y)
    browser.wait("document.querySelector('#panel h2')?.textContent === 'Ardenia'")
    assert browser.js("[...networkView.lit().nodes].map((at) => networkView.nodes[at].label).sort()") == [
        "Ardenia",
        "Kestria",
    ]
    browser.js("document.querySelector('#panel li button').click()")
    panel = browser.js("document.getElementById('panel').innerText")
    assert "opposes" in panel
    assert "These are words number 0." in panel
    assert "9 Mar 2024" in panel
    assert "Report 1 — The Post, 21 Mar 2024" in panel
    assert browser.js("document.querySelector('#panel .said a').href") == "https://news.example/0"
    assert browser.js("document.querySelector('#panel .said a').rel") == "noopener noreferrer"


def test_the_pointer_on_a_node_lights_its_neighbours_alone(browser: Browser, tmp_path: Path) -> None:
    show(browser, network_view(*small_network()), tmp_path)
    x, y, _ = browser.js(PLACES)["Tarn Bay"]
    browser.move(x, y)
    browser.wait("networkView.lit() !== null")
    assert browser.js("[...networkView.lit().nodes].map((at) => networkView.nodes[at].label).sort()") == [
        "Lena Orban",
        "Tarn Bay",
    ]
    assert "Tarn Bay" in browser.js("document.getElementById('tip').innerText")
    browser.move(3, 3)
    browser.wait("networkView.lit() === null")


def test_the_search_finds_by_keys_alone(browser: Browser, tmp_path: Path) -> None:
    show(browser, network_view(*small_network()), tmp_path)
    browser.js("document.getElementById('search').focus()")
    browser.write("ORB")
    browser.wait("document.querySelectorAll('#found [role=option]').length === 1")
    browser.key("Enter")
    browser.wait("document.querySelector('#panel h2')?.textContent === 'Lena Orban'")
    browser.key("Escape")
    browser.wait("!document.querySelector('#panel h2')")


def test_the_period_leaves_out_what_was_said_at_other_times(browser: Browser, tmp_path: Path) -> None:
    show(browser, network_view(*small_network()), tmp_path)
    assert browser.js("networkView.pairs.reduce((sum, pair) => sum + pair.weight, 0)") == 4
    browser.js(
        "(() => { const end = document.querySelectorAll('#period input')[1]; end.value = Number(end.min) + 4; "
        "end.dispatchEvent(new Event('input')); })()"
    )
    browser.wait("networkView.pairs.reduce((sum, pair) => sum + pair.weight, 0) === 2")
    assert "1 Mar 2024 – 5 Mar 2024" in browser.js("document.getElementById('period').innerText")


def test_the_dark_page_is_dark_and_keeps_the_signs(browser: Browser, tmp_path: Path) -> None:
    show(browser, network_view(*small_network()), tmp_path)
    browser.js("document.getElementById('theme').click()")
    time.sleep(0.5)
    image = browser.shot()
    assert np.asarray(image)[200, 20].max() < 60
    assert share_of(stage_of(browser), pale(POLARITY_COLOURS_DARK["negative"], "#1b2026")) > 60


def test_a_timeline_draws_marks_by_day_and_side_and_the_change(browser: Browser, tmp_path: Path) -> None:
    show(browser, timeline_view(*turning_table()), tmp_path)
    marks = browser.js(
        "(() => { const box = document.getElementById('marks').getBoundingClientRect(); const high = "
        "document.querySelector('#names li').offsetHeight; return timelineView.rows().flatMap((row, at) => "
        "row.bins.map((bin) => [Object.keys(bin.counts)[0], bin.x + box.left, box.top + at * high + high / 2])); })()"
    )
    image = browser.shot()
    assert [sign for sign, *_ in marks] == ["negative", "positive", "none", "none"]
    for sign, x, y in marks:
        assert has_colour(image, POLARITY_COLOURS[sign], (x, y)), sign
    assert marks[0][1] < marks[1][1]
    assert browser.js("document.documentElement.dataset.marks") == "4"
    assert browser.js("[...document.querySelectorAll('#names bdi')].map((name) => name.textContent)") == [
        "Ardenia",
        "Kestria",
    ]
    browser.click(*marks[1][1:])
    browser.wait("document.querySelector('#panel .changed') !== null")
    panel = browser.js("document.getElementById('panel').innerText")
    assert "Words of s2." in panel
    assert "Changed position towards Tarn Pact" in panel
    assert browser.errors == []


def test_a_timeline_is_walked_by_keys(browser: Browser, tmp_path: Path) -> None:
    show(browser, timeline_view(*turning_table()), tmp_path)
    browser.js("document.getElementById('marks').focus()")
    for key, words in (("ArrowRight", "s1"), ("ArrowRight", "s2"), ("ArrowDown", "s3")):
        browser.key(key)
        browser.wait(f"document.getElementById('panel').innerText.includes('Words of {words}.')")


@pytest.mark.parametrize("form", ["network", "timeline"])
def test_no_script_of_a_label_runs_and_nothing_is_asked_outside(form: str, tmp_path: Path) -> None:
    view = network_view(*hostile_network()) if form == "network" else timeline_view(*hostile_table())
    with Browser(tmp_path) as browser:
        show(browser, view, tmp_path)
        # Everything that a hand can open is opened: every actor, every tie, every list.
        browser.js(
            "(async () => { for (let round = 0; round < 60; round += 1) { const all = "
            "document.querySelectorAll('#panel button, #names button'); if (!all.length) break; "
            "all[(round * 7) % all.length].click(); await new Promise((done) => setTimeout(done, 5)); } })()"
        )
        browser.js("document.getElementById('search').focus()")
        browser.write("script")
        time.sleep(0.5)
        assert not browser.js("'harmed' in window || 'harmed' in document.documentElement.dataset")
        assert browser.js("document.scripts.length") == (6 if form == "network" else 3)
        assert browser.errors == []
        assert browser.asked_outside() == []
        net_log = browser.net_log
    hosts = {urlsplit(address).hostname or "" for address in asked_of_the_net(net_log)}
    # What the browser itself asks its maker for, which was refused as well, is not the page's doing.
    assert not [host for host in hosts if not host.endswith(("google.com", "googleapis.com", "gstatic.com"))]


def test_the_page_without_scripts_shows_the_table(tmp_path: Path) -> None:
    page = network_view(*small_network()).save(tmp_path / "view.html")
    with Browser(tmp_path) as browser:
        browser.scripts_off()
        browser.open(page.as_uri())
        text = browser.js("document.body.innerText")
    assert "These are words number 0." in text
    assert "Light / dark" not in text


@pytest.mark.parametrize(
    "view",
    [network_view(nx.MultiDiGraph()), timeline_view(StatementTable.of([]))],
    ids=["network", "timeline"],
)
def test_nothing_to_show_is_said(view: HtmlView, browser: Browser, tmp_path: Path) -> None:
    show(browser, view, tmp_path)
    assert browser.js("document.getElementById('empty').offsetParent !== null")
    assert browser.errors == []


def test_five_thousand_actors_are_drawn_whole(browser: Browser, tmp_path: Path) -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(5000):
        network.add_node(f"{number:04}", label=f"Actor {number}", kind="Person")
        network.add_edge(f"{number:04}", f"{number * 7 % 5000:04}", statement=f"s{number}", polarity="negative")
    show(browser, network_view(network, still=False), tmp_path)
    places = browser.js(PLACES)
    assert len(places) == 5000
    assert int(browser.js("document.documentElement.dataset.labels")) > 10
    assert share_of(browser.shot(), KIND_COLOURS["Person"]) > 5000


def test_the_data_of_the_page_are_its_networks(browser: Browser, tmp_path: Path) -> None:
    network, told = small_network()
    show(browser, network_view(network, told), tmp_path)
    pairs = json.loads(
        browser.js(
            "JSON.stringify(networkView.pairs.map((pair) => [networkView.nodes[pair.source].label, "
            "networkView.nodes[pair.target].label, pair.weight, pair.sign]))"
        )
    )
    assert sorted(pairs) == [
        ["Ardenia", "Kestria", 2, "negative"],
        ["Kestria", "Lena Orban", 1, "positive"],
        ["Lena Orban", "Tarn Bay", 1, "none"],
    ]
