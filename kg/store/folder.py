"""The folder that holds a graph.

    graph.toml   format version and base IRI
    store/       the quads (Oxigraph)
    texts.db     titles, texts and metadata of the articles, done marks, and what the view's upkeep counts (SQLite)
    statements.parquet   the table of statements, derived from the quads; may be missing, and is made again when it is

`graph.toml` is written first, under a temporary name: a folder with it is ours, whatever else is missing.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.errors import GraphMissing, GraphVersion, StoreError
from kg.vocab.ids import DATA_BASE

if TYPE_CHECKING:
    from pathlib import Path

FORMAT: Final = 1
"""Changes whenever older code could misread a folder."""
_SETTINGS: Final = "graph.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphFolder:
    """Where the parts of one graph lie. `base`: what the IRIs of its data begin with."""

    path: Path
    base: str = DATA_BASE

    @property
    def quads(self) -> Path:
        """Oxigraph's own folder."""
        return self.path / "store"

    @property
    def texts(self) -> Path:
        """The SQLite file."""
        return self.path / "texts.db"

    @property
    def statements(self) -> Path:
        """The table of statements; see `kg.analysis.statements_file`."""
        return self.path / "statements.parquet"


def find_folder(path: Path) -> GraphFolder:
    """The graph in a folder.

    Raises:
        GraphMissing: there is none, or its building has not begun.
        GraphVersion: another version wrote it, in a form that this one cannot read.
        StoreError: its settings are broken.
    """
    folder = read_settings(path)
    if folder is None or not folder.quads.is_dir() or not folder.texts.is_file():
        raise GraphMissing(_nothing_there(path))
    return folder


def find_or_create_folder(path: Path) -> GraphFolder:
    """The graph in a folder, begun anew where the folder is missing or empty.

    Raises:
        GraphVersion: another version wrote it.
        StoreError: its settings are broken, the folder holds other files, or it cannot be made.
    """
    folder = read_settings(path)
    if folder is not None:
        return folder
    try:
        path.mkdir(parents=True, exist_ok=True)
        if any(name != _temporary(path).name for name in os.listdir(path)):
            raise StoreError(f"{path} holds other files and no graph; name an empty or a new folder")
        _temporary(path).write_text(f'format = {FORMAT}\nbase = "{DATA_BASE}"\n', encoding="utf-8")
        _temporary(path).replace(path / _SETTINGS)
    except (FileExistsError, NotADirectoryError) as error:
        raise StoreError(f"a graph is a folder, but {path} is a file or lies below one; name a new folder") from error
    except OSError as error:
        raise StoreError(f"a graph cannot be written to {path}: {error.strerror or error}") from error
    return GraphFolder(path=path)


def read_settings(path: Path) -> GraphFolder | None:
    """What `graph.toml` says, None where there is no such file.

    Raises: GraphVersion: it names another format. StoreError: it cannot be read.
    """
    file = path / _SETTINGS
    try:
        settings = tomllib.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise StoreError(f"{file} cannot be read: {error}") from error
    if settings.get("format") != FORMAT:
        raise GraphVersion(
            f"the graph in {path} has format {settings.get('format')}, this version reads format {FORMAT}; "
            "build it again from its articles, or use the version that wrote it"
        )
    base = settings.get("base")
    if not isinstance(base, str) or not base:
        raise StoreError(f"{file} names no base IRI; it should hold a line like base = {DATA_BASE!r}")
    return GraphFolder(path=path, base=base)


def _nothing_there(path: Path) -> str:
    """What to say where no graph is; the folder above a graph, as `kg demo` names it, is the likeliest slip."""
    if path.is_file():
        return f"there is no graph in {path}: it is a file; name the folder that kg build wrote"
    below = sorted(file.parent for file in path.glob(f"*/{_SETTINGS}"))
    if below:
        return f"there is no graph in {path} itself; did you mean {' or '.join(map(str, below[:3]))}?"
    return f"there is no graph in {path}; make one with: kg build SOURCE... --graph {path}"


def _temporary(path: Path) -> Path:
    return path / f"{_SETTINGS}.part"
