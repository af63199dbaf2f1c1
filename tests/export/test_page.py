"""The page is whole in itself, harmless whatever an article says, and says where each word stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest
from lxml import etree, html

from kg.analysis import said_about_network
from kg.errors import ExportError
from kg.export import draw
from kg.export.page import export_page, page_html
from kg.export.palette import KIND_COLOURS, KIND_NAMES, POLARITY_COLOURS, POLARITY_NAMES
from kg.export.picture import MAX_DRAWN, drawn_actors
from kg.query import Named, StatementCard, run_query, statement_card
from tests.query.conftest import OxigraphMemory
from tests.query.test_cards import Kept

if TYPE_CHECKING:
    from pathlib import Path

    from kg.analysis.said_about import Ties

STORE = OxigraphMemory()
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


@pytest.fixture(scope="module")
def network() -> Ties:
    return said_about_network(STORE)


@pytest.fixture(scope="module")
def cards() -> list[StatementCard]:
    found = run_query(STORE, "SELECT DISTINCT ?s WHERE { ?s a <https://w3id.org/demarche/ns#Statement> } ORDER BY ?s")
    return [statement_card(STORE, Kept(), str(iri)) for iri in found.column("s")]


def found(tree: object, path: str) -> list[Any]:
    return cast("list[Any]", tree.xpath(path))  # type: ignore[attr-defined]  # lxml's own types are a union of all


def test_every_statement_stands_under_the_pair_that_it_ties(network: Ties, cards: list[StatementCard]) -> None:
    page = html.fromstring(page_html(network, cards))
    headings = {group.xpath("string(.//th)"): group for group in found(page, "//tbody")}
    orban = next(group for heading, group in headings.items() if heading.startswith("Lena Orban opposes Kestria"))
    assert "Kestria has broken its word" in orban.text_content()
    others = next(group for heading, group in headings.items() if heading.startswith("about no actor"))
    assert "the Kestrel Foundation paid for the trip" in others.text_content()


def test_every_arrow_leads_to_the_words_of_its_pair(network: Ties, cards: list[StatementCard]) -> None:
    page = html.fromstring(page_html(network, cards))
    ids = set(found(page, "//tbody/@id"))
    arrows = found(page, "//svg//a/@href")
    assert len(arrows) == len(set(network.edges()))
    assert {arrow.removeprefix("#") for arrow in arrows} <= ids


def test_words_stand_with_their_cue_and_in_quotation_marks_if_they_were_in_the_article(
    network: Ties, cards: list[StatementCard]
) -> None:
    page = html.fromstring(page_html(network, cards))
    told = [cell.text_content() for cell in found(page, "//td[@class='words']")]
    assert any(words.startswith("said: “Kestria has broken its word […]") for words in told)
    assert any(words.startswith("the panel should stay") for words in told)


def test_articles_that_print_copies_are_counted(network: Ties, cards: list[StatementCard]) -> None:
    card = next(card for card in cards if card.also_in)
    page = page_html(network, [card])
    assert f"{1 + len(card.also_in)} articles" in page


def test_the_passage_is_marked_in_the_page(network: Ties, cards: list[StatementCard]) -> None:
    page = html.fromstring(page_html(network, cards))
    assert "Kestria has broken its word" in found(page, "//mark[@class='content']/text()")
    assert "Orban" in found(page, "//mark[@class='source']/text()")


def test_nothing_is_loaded_and_no_script_runs(network: Ties, cards: list[StatementCard]) -> None:
    page = page_html(network, cards)
    tree = html.fromstring(page)
    assert not found(
        tree, "//script | //link | //img | //iframe | //object | //embed | //@src | //@style[contains(., 'url(')]"
    )
    assert "@import" not in page
    assert "default-src 'none'" in found(tree, "//meta[@http-equiv='Content-Security-Policy']/@content")[0]


def test_what_an_article_says_cannot_become_markup(network: Ties, cards: list[StatementCard]) -> None:
    hostile = network.copy()
    for node in hostile:
        hostile.nodes[node].update(label=HOSTILE, kind=HOSTILE)
    bad = [
        replace(
            card,
            words=HOSTILE + "\x00\ud800",
            speakers=(Named(iri=HOSTILE, label=HOSTILE),),
            source=replace(card.source, url="javascript:alert(1)", outlet=HOSTILE),
        )
        for card in cards
    ]
    tree = html.fromstring(page_html(hostile, bad, title=HOSTILE))
    assert not found(tree, "//script | //img | //@onerror")
    assert not [href for href in found(tree, "//@href") if not href.startswith(("#", "https://"))]


def test_the_page_appears_whole_or_not_at_all(network: Ties, cards: list[StatementCard], tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    export_page(network, cards, target)
    assert target.read_text(encoding="utf-8") == page_html(network, cards)
    assert [file.name for file in tmp_path.iterdir()] == ["page.html"]
    with pytest.raises(ExportError, match="cannot be written"):
        export_page(network, cards, tmp_path / "nowhere" / "page.html")


def test_a_large_network_draws_the_busiest_and_says_so(network: Ties, cards: list[StatementCard]) -> None:
    large = network.copy()
    for number in range(MAX_DRAWN):
        large.add_edge(f"https://x.example/{number:03}", next(iter(network)), key=f"k{number}", polarity="none")
    page = page_html(large, cards)
    assert page.count("<circle") == MAX_DRAWN
    assert f"The {MAX_DRAWN} busiest actors are drawn, {len(large) - MAX_DRAWN} more are in the table." in page
    assert len(drawn_actors(network)) == len(network)


def test_a_picture_alone_is_well_formed_svg_that_notebooks_show_as_an_image(network: Ties) -> None:
    picture = draw(network)
    tree = etree.fromstring(picture.svg.encode())
    assert tree.tag == "{http://www.w3.org/2000/svg}svg"
    assert len(tree.findall(".//{http://www.w3.org/2000/svg}circle")) == len(network)
    shown = picture._repr_html_()
    assert shown.startswith("<img ")
    assert "<svg" not in shown


def test_every_kind_and_polarity_has_a_colour_and_a_name() -> None:
    assert set(KIND_COLOURS) == set(KIND_NAMES)
    assert set(POLARITY_COLOURS) == set(POLARITY_NAMES)
