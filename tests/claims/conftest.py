"""One pipeline, and a graph of three invented outlets, for the tests of this room."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

import kg
from kg.build.pipeline import Pipeline, ReadArticle
from kg.model import Article

if TYPE_CHECKING:
    from pathlib import Path

ACTORS = """id,kind,name,demonyms,capitals
state/XNR,State,Norland,Norlandic,Holm
state/XVL,State,Valdoria,Valdorian,Brava
"""
WIRE = Article(
    url="https://wire.example/1",
    title="Norland says it vetoed the fishing pact",
    text=(
        'HOLM (Wire) - Norland said on Friday that it vetoed the fishing pact with Valdoria. "We will not accept a '
        'pact that empties our own waters," the Norland foreign minister, Ada Lindqvist, told a briefing on Friday. '
        "Valdoria said that Norland had closed the port of Tarn to its ships."
    ),
    published="2025-03-07",
    publisher="Northern Wire",
)
POST = Article(
    url="https://post.example/2",
    title="Fishing pact fails",
    text=(
        'Norland vetoed the fishing pact with Valdoria, Valdoria said on Friday. "We will not accept a pact that '
        'empties our own waters," the Norland foreign minister, Ada Lindqvist, said at a briefing on Friday. '
        "Norland said that it had not closed the port of Tarn to ships from Valdoria."
    ),
    published="2025-03-07",
    publisher="Harbour Post",
)
NOTE = Article(
    url="https://note.example/3",
    text=(
        "Valdoria said on Monday that tomorrow it would reopen the old railway line to Norland. Norland said that the "
        "barley harvest had failed again."
    ),
    published="2025-03-10",
    publisher="Inland Note",
)
ARTICLES = (WIRE, POST, NOTE)


@pytest.fixture(scope="session")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    file = tmp_path_factory.mktemp("actors") / "actors.csv"
    file.write_text(ACTORS, encoding="utf-8")
    return Pipeline(actor_files=(file,))


@pytest.fixture(scope="session")
def reads(pipeline: Pipeline) -> dict[str, ReadArticle]:
    return {article.publisher or "": pipeline.read_article(article) for article in ARTICLES}


@pytest.fixture(scope="session")
def built(pipeline: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "graph"
    kg.build_graph(ARTICLES, folder, pipeline=pipeline)
    return folder


@pytest.fixture
def graph(built: Path, tmp_path: Path) -> Path:
    """A copy that may be written to."""
    shutil.copytree(built, tmp_path / "graph")
    return tmp_path / "graph"
