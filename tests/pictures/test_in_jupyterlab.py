"""A view as the output of a notebook's cell: executed, trusted, opened in JupyterLab, and looked at there."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import time
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import nbclient
import nbformat
import pytest

from kg.export.palette import KIND_COLOURS
from tests.pictures.browser import Browser, needs_chromium
from tests.pictures.test_in_browser import share_of
from tests.query.conftest import write_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    needs_chromium,
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("jupyterlab") is None, reason="JupyterLab is not installed"),
]
PATIENCE_S = 120
CELLS = (
    "import kg\ngraph = kg.open('graph')",
    "graph.view_network()",
    "graph.view_timeline()",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a graph and two notebooks that were executed there: one trusted, one not."""
    from nbformat.sign import NotebookNotary

    nbformat_v4: Any = nbformat.v4
    notary: Any = NotebookNotary

    place = tmp_path_factory.mktemp("lab")
    write_corpus(place / "graph")
    (place / "data").mkdir()
    notebook = nbformat_v4.new_notebook(cells=[nbformat_v4.new_code_cell(cell) for cell in CELLS])
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(place).items():
            patch.setenv(name, value)
        nbclient.NotebookClient(notebook, timeout=PATIENCE_S, resources={"metadata": {"path": str(place)}}).execute()
        for name in ("untrusted", "trusted"):
            # A signature is one of contents: the title makes them differ.
            notebook.metadata["title"] = name
            (place / f"{name}.ipynb").write_text(nbformat_v4.writes(notebook), encoding="utf-8")
        notary(data_dir=str(place / "data")).sign(notebook)
    return place


def environment(place: Path) -> dict[str, str]:
    names = {
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "IPYTHONDIR": "ipython",
    }
    return {name: str(place / below) for name, below in names.items()}


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[str]:
    """JupyterLab on a port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(16)
    process = subprocess.Popen(
        [
            sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--ServerApp.port={port}",
            "--ServerApp.ip=127.0.0.1", f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={folder}",
            "--LabApp.news_url=", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        ],
        env={**os.environ, **environment(folder)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        else:
            raise AssertionError("JupyterLab does not begin")
        yield f"http://127.0.0.1:{port}/lab/tree/{{}}.ipynb?token={token}&reset"
    finally:
        process.terminate()
        process.wait(30)


def test_a_trusted_notebook_shows_both_views_drawn(server: str, tmp_path: Path) -> None:
    with Browser(tmp_path, size=(1300, 1900), allow="127.0.0.1") as browser:
        browser.open(server.format("trusted"), "document.querySelectorAll('.jp-OutputArea-output iframe').length === 2")
        deadline = time.monotonic() + PATIENCE_S
        while True:
            browser.js("document.querySelector('.jp-OutputArea-output iframe').scrollIntoView()")
            image = browser.shot()
            drawn = {kind: share_of(image, KIND_COLOURS[kind]) for kind in ("State", "Person")}
            if min(drawn.values()) > 150 or time.monotonic() > deadline:
                break
            time.sleep(1)
        assert min(drawn.values()) > 150
        titles = browser.js(
            "[...document.querySelectorAll('.jp-OutputArea-output iframe')].map((frame) => frame.title)"
        )
        assert titles == ["Who speaks about whom", "Who said what, when"]
        hosts = {urlsplit(address).hostname for address in browser.asked_outside()}
        assert hosts <= {"127.0.0.1", None}


def test_an_untrusted_notebook_shows_the_still_picture_and_no_frame(server: str, tmp_path: Path) -> None:
    with Browser(tmp_path, size=(1300, 1000), allow="127.0.0.1") as browser:
        browser.open(
            server.format("untrusted"),
            "document.querySelector('.jp-OutputArea-output details img')?.naturalWidth > 0",
        )
        assert browser.js("document.querySelectorAll('.jp-OutputArea-output iframe').length") == 0
