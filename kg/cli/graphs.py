"""Opening the graph that a command asks."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from kg.cli.options import GRAPH_VARIABLE
from kg.errors import GraphMissing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.store import Store


@contextmanager
def open_store(folder: Path | None, endpoint: str | None) -> Iterator[Store]:
    """The store of a folder, opened for reading, or the one behind an endpoint.

    Raises: GraphMissing: neither is given, or there is no graph in the folder.
    """
    from kg.store import EmbeddedStore, RemoteStore

    if endpoint is not None:
        yield RemoteStore(endpoint)
    elif folder is not None:
        with EmbeddedStore.open(folder) as store:
            yield store
    else:
        raise GraphMissing(
            "name the graph to ask: --graph DIR, or --endpoint URL; the variable "
            f"{GRAPH_VARIABLE} names one for all commands"
        )
