"""The site builds without a warning, fetches nothing, and describes everything that there is to describe."""

from __future__ import annotations

import importlib
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from kg.errors import KgError
from kg.export import exporter_names
from tests.cli.test_app import COMMANDS
from tests.docs.conftest import ROOT
from tests.ontology.test_terms import concepts, terms

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

LOADING = {"audio", "embed", "iframe", "img", "input", "link", "script", "source", "track", "video"}
"""Elements whose `src` or `href` a browser fetches by itself; an `a` waits for a reader's click."""


class Page(HTMLParser):
    """What a page loads, links to and can be linked to, and its text."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.words: list[str] = []
        self.feed(file.read_text(encoding="utf-8"))

    @property
    def text(self) -> str:
        return "".join(self.words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.anchors.add(value)
            if name in ("src", "href", "srcset", "data") and value:
                (self.loads if tag in LOADING else self.links).append(value)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    return {str(file.relative_to(site)): Page(file) for file in sorted(site.rglob("*.html"))}


def is_outside(address: str) -> bool:
    return bool(urlsplit(address).netloc) or address.startswith("//")


def test_no_page_loads_anything_from_elsewhere(pages: dict[str, Page]) -> None:
    assert {name: [load for load in page.loads if is_outside(load)] for name, page in pages.items()} == {
        name: [] for name in pages
    }


def test_no_style_and_no_script_of_the_site_loads_anything_from_elsewhere(site: Path) -> None:
    for file in (*site.rglob("*.css"), *site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        assert re.findall(r"url\(\s*['\"]?(?:https?:)?//[^)]*|@import\s+['\"]?(?:https?:)?//\S*", text) == [], file
    for file in site.rglob("*.js"):
        text = file.read_text(encoding="utf-8", errors="replace")
        assert re.findall(r"(?:fetch|importScripts|import)\(\s*['\"]https?://[^'\"]*", text) == [], file


def test_every_link_within_the_site_leads_to_a_page_and_a_place_in_it(site: Path, pages: dict[str, Page]) -> None:
    dead = []
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = ((site / name).parent / unquote(parts.path)).resolve() if parts.path else site / name
            place = unquote(parts.fragment)
            to = pages.get(str(target.relative_to(site.resolve()))) if target.suffix == ".html" else None
            if not target.exists() or (place and to is not None and place not in to.anchors):
                dead.append((name, link))
    assert dead == []


def test_every_page_of_the_documentation_is_a_page_of_the_site(pages: dict[str, Page]) -> None:
    written = [file for file in (ROOT / "docs").rglob("*.md") if "_build" not in file.parts]
    expected = {str(file.relative_to(ROOT / "docs").with_suffix(".html")) for file in written}
    expected |= {f"notebooks/{file.stem}.html" for file in (ROOT / "notebooks").glob("*.ipynb")}
    assert sorted(expected - pages.keys()) == []


def test_every_term_and_concept_of_the_ontology_is_described(pages: dict[str, Page]) -> None:
    text = "".join(page.text for name, page in pages.items() if name.startswith("ontology/"))
    assert sorted(term for term in terms() if term not in text) == []
    shown = pages["ontology/concepts.html"].text
    assert sorted(concept for concept in concepts() if concept.rpartition("/")[2] not in shown) == []


def test_every_question_has_a_page_with_its_parameters_columns_and_text(pages: dict[str, Page]) -> None:
    from kg.query import catalogue

    for query in catalogue():
        page = pages[f"queries/{query.name}.html"]
        assert query.summary in page.text
        assert [column.name for column in query.columns if column.name not in page.text] == []
        assert [each.name for each in query.parameters if each.name not in page.text] == []
        assert "WHERE {" in page.text


def test_every_form_of_export_is_described(pages: dict[str, Page]) -> None:
    assert [name for name in exporter_names() if f"form-{name}" not in pages["exports.html"].anchors] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_described(command: str, pages: dict[str, Page]) -> None:
    assert f"kg {command}" in pages["commands.html"].text


@pytest.mark.parametrize(
    "room", ["kg", "kg.analysis", "kg.query", "kg.export", "kg.ledger", "kg.claims", "kg.reconcile"]
)
def test_every_public_name_is_described(room: str, pages: dict[str, Page]) -> None:
    page = pages[f"reference/{room.removeprefix('kg.')}.html"]
    names = [name for name in importlib.import_module(room).__all__ if not name.startswith("__")]
    missing = [name for name in names if f"{room}.{name}" not in page.anchors and name not in page.text]
    assert missing == []


def test_every_error_is_described(pages: dict[str, Page]) -> None:
    def below(error: type[KgError]) -> set[str]:
        return {error.__name__}.union(*(below(each) for each in error.__subclasses__()))

    listed = {name for name in below(KgError) if hasattr(importlib.import_module("kg.errors"), name)} - {"KgError"}
    assert sorted(name for name in listed if f"kg.errors.{name}" not in pages["reference/errors.html"].anchors) == []


def test_formulas_are_drawn_by_the_browser_itself(site: Path) -> None:
    page = (site / "methods.html").read_text(encoding="utf-8")
    assert page.count("<math") > 20
    assert "\\sum" not in page
    assert "MathJax" not in page
