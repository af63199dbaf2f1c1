"""One small graph on disk, behind every engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.store.writer import GraphWriter
from tests.store.world import DEPARTMENT, NORVIK, SPOKESPERSON, TESSALY, Saying, article, reference_quads, telling

if TYPE_CHECKING:
    from pathlib import Path

READINGS = (
    telling(
        article(
            "Cod are ours, said one. “Näts 🐟 were cut”, said another.",
            url="https://a.example/1", published="2024-05-01"
        ),
        [
            Saying("Cod are ours", NORVIK, TESSALY, "negative"),
            Saying("Näts 🐟 were cut", "Anna Lund", None, None, SPOKESPERSON, DEPARTMENT),
        ],
    ),
    telling(
        article("Talks begin in May, all agree.", url="https://b.example/1"),
        [Saying("Talks begin in May", TESSALY, NORVIK, "positive")],
    ),
)  # fmt: skip


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a graph with two articles."""
    folder = tmp_path_factory.mktemp("store") / "graph"
    with GraphWriter.open(folder) as writer:
        writer.set_reference(reference_quads(), "world-1")
        for reading in READINGS:
            writer.add(reading.article, reading.run, reading.quads)
    return folder
