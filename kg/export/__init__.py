"""Room `export`: graphs and networks as files for other programs, one form a file, all behind one protocol."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

from kg.export.exporters import first_hand_cards
from kg.export.files import write_whole
from kg.export.gexf import gexf_text
from kg.export.network_forms import export_network
from kg.export.page import export_page, page_html
from kg.export.picture import Picture, draw
from kg.export.protocol import Exporter, exporter_names, form_for, load_exporter
from kg.export.wordless import without_words
from kg.store import EmbeddedStore

if TYPE_CHECKING:
    from pathlib import Path

    from kg.analysis.said_about import Ties

__all__ = [
    "Exporter", "Picture", "draw", "export_gexf", "export_graph", "export_network", "export_page", "exporter_names",
    "first_hand_cards", "form_for", "gexf_text", "load_exporter", "page_html", "without_words", "write_whole",
]  # fmt: skip


def export_graph(folder: Path, form: str, output: Path | None, *, words: bool = True) -> None:
    """Write the graph of a folder in one of the forms of `exporter_names()`; without `output`, to standard output.

    A file appears whole or not at all; its ending chooses among the forms for DNA, see `form_for`. `words` False:
    without what articles say, in every form; see `without_words`.

    Raises: ExportError: there is no such form, or the file cannot be written. StoreError: the graph cannot be opened.
        ExtraMissing: the form needs a package that is not installed.
    """
    exporter = load_exporter(form_for(form, output))
    with EmbeddedStore.open(folder) as store, nullcontext(store) if words else without_words(store) as chosen:
        if output is not None:
            write_whole(output, exporter.chunks(chosen))
            return
        for chunk in exporter.chunks(chosen):
            sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()


def export_gexf(network: Ties, path: Path) -> None:
    """Write a network, such as one of a period or by principals, as GEXF; the file appears whole or not at all.

    Raises: ExportError: the place cannot be written.
    """
    write_whole(path, [gexf_text(network).encode()])
