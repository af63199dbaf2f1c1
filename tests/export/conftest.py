"""The corpus and graphs of the example articles, made once for all tests of exports."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.build import build_graph
from kg.store import EmbeddedStore
from tests.query.conftest import write_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
HARBOUR = (
    "🚢🚢 HOLM — Norland’s harbour minister, Ilse Harrow, condemned Valdoria on Monday.\r\n\r\n"
    "“Valdoria has broken the truce 🚢 twice,” Harrow said.\r\rHarrow praised Estmark for its patience.\r\n"
)


UNTITLED = 'Zoltan Brask, the foreign minister, said on Monday that "Brenmar has broken the truce".'
RECORDS = (
    {"id": "harbour", "text": HARBOUR, "published": "2025-05-06", "publisher": "Strait Courier"},
    {"text": UNTITLED},
)


@pytest.fixture(scope="session")
def read_graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    """The example articles, one whose text has what DNA counts otherwise, and one without a title, read as usual."""
    place = tmp_path_factory.mktemp("read")
    shutil.copytree(ROOT / "examples" / "articles", place / "articles")
    lines = "".join(json.dumps(record) + "\n" for record in RECORDS)
    (place / "articles" / "more.jsonl").write_text(lines, encoding="utf-8")
    build_graph([str(place / "articles")], place / "graph")
    with EmbeddedStore.open(place / "graph") as opened:
        yield opened


@pytest.fixture(scope="session")
def corpus_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the hand-written corpus of the questions, without texts."""
    return write_corpus(tmp_path_factory.mktemp("corpus") / "graph")


@pytest.fixture(scope="session")
def corpus(corpus_folder: Path) -> Iterator[EmbeddedStore]:
    with EmbeddedStore.open(corpus_folder) as opened:
        yield opened
