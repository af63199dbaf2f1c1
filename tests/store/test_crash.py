"""Whenever a build is killed, the same build again gives the graph that it would have given at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import GraphMissing
from kg.store import EmbeddedStore
from tests.store.crash import MOMENTS, store
from tests.store.world import rows

ROOT = Path(__file__).resolve().parents[2]


def _everything(folder: Path) -> list[str]:
    with EmbeddedStore.open(folder) as graph:
        return sorted(map(str, graph.quads))


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("clean") / "graph"
    store(folder)
    return _everything(folder)


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_build_goes_on_to_the_same_graph(moment: str, clean: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    killed = subprocess.run([sys.executable, "-m", "tests.store.crash", str(folder), moment], cwd=ROOT, check=False)
    assert killed.returncode == 9
    with EmbeddedStore.open(folder) as graph:  # a reader finds whole articles, and leaves the repair to a writer
        assert len(rows(graph, "SELECT ?s { ?s :content ?words }")) in (0, 2, 3)
    store(folder)
    assert _everything(folder) == clean


def test_a_folder_that_was_only_begun_is_no_graph_yet_and_can_be_built(clean: list[str], tmp_path: Path) -> None:
    (tmp_path / "graph.toml").write_text('format = 1\nbase = "https://w3id.org/demarche/id/"\n')
    (tmp_path / "store").mkdir()
    with pytest.raises(GraphMissing):
        EmbeddedStore.open(tmp_path)
    store(tmp_path)
    assert _everything(tmp_path) == clean
