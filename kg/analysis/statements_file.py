"""`statements.parquet`: the table of all statements, kept beside the store that it was derived from.

The file is derived: it can be removed at any time. It bears the stamp of the quads it was made of
(`kg.store.stamp`) and is used only for a snapshot with that stamp; else it is made again, under a temporary name, then
renamed. It holds all four kinds of attribution, copies joined, in the order of `StatementTable`.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Final

from kg.analysis.frames import chosen_rows, frame_of, has_polars, polars, schema, table_of, with_voice
from kg.analysis.quad_rows import whole_table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import polars as pl

    from kg.analysis.selection import Selection
    from kg.analysis.table import StatementTable
    from kg.store import EmbeddedStore

FORMAT: Final = 1
"""Changes whenever the columns, or what they mean, do."""
_KEY: Final = "demarche"


def is_current(store: EmbeddedStore) -> bool:
    """True where the file beside a store was made of just its quads."""
    return store.stamp is not None and _told(store.folder.statements) == _stamp(store.stamp)


def whole_frame(store: EmbeddedStore) -> pl.LazyFrame:
    """All statements of a graph, read from its file where that is current; else made of the quads, and kept for the
    next time where the folder can be written.

    Raises: ExtraMissing: Polars is not installed.
    """
    file = store.folder.statements
    if is_current(store):
        scanned: pl.LazyFrame = polars().scan_parquet(file)
        return scanned
    made = frame_of(whole_table(store))
    if store.stamp is not None:
        _write(made, file, _stamp(store.stamp))
    return made.lazy()


def chosen_frame(store: EmbeddedStore, selection: Selection) -> pl.LazyFrame:
    """The statements that a selection keeps, in the order of the table, with who counts as their voice.

    The file is read when the frame is collected: a graph that is built on meanwhile may have put another in its place.
    `read_frame` makes sure that none has.

    Raises: ExtraMissing: Polars is not installed.
    """
    chosen = chosen_rows(whole_frame(store), selection)
    # The file is in order; copies that count for themselves come behind it.
    return with_voice(_ordered(chosen) if selection.copies == "each" else chosen, selection.voice)


def read_frame(store: EmbeddedStore, selection: Selection) -> pl.DataFrame:
    """The same, read now.

    Raises: ExtraMissing: Polars is not installed.
    """
    return _of_this_snapshot(store, lambda: chosen_frame(store, selection))


def chosen_table(store: EmbeddedStore, selection: Selection) -> StatementTable:
    """The same as a `StatementTable`; without Polars made of the quads each time."""
    if not has_polars():
        return selection.apply(whole_table(store))
    return table_of(_of_this_snapshot(store, lambda: chosen_rows(whole_frame(store), selection)), selection.voice)


def _of_this_snapshot(store: EmbeddedStore, make: Callable[[], pl.LazyFrame]) -> pl.DataFrame:
    """The frame collected, once more where the file was exchanged between its being found current and its being read:
    it is then not current, and the frame is made of the quads."""
    was_current = is_current(store)
    made = make().collect()
    return make().collect() if was_current and not is_current(store) else made


def _ordered(frame: pl.LazyFrame) -> pl.LazyFrame:
    return frame.sort(
        ["day", "article", "statement", "speaker", "target"], nulls_last=[True, False, False, False, False]
    )


def _stamp(quads: str) -> dict[str, object]:
    return {"format": FORMAT, "quads": quads}


def _told(file: Path) -> dict[str, object] | None:
    """What the file says of itself; None where there is none, or it is broken."""
    pl = polars()
    try:
        told = json.loads(pl.read_parquet_metadata(file)[_KEY])
        if pl.read_parquet_schema(file).keys() != schema().keys():
            return None
    except (OSError, KeyError, ValueError, pl.exceptions.PolarsError):
        return None
    return told if isinstance(told, dict) else None


def _write(frame: pl.DataFrame, file: Path, stamp: dict[str, object]) -> None:
    """Write the file, whole or not at all. A folder that cannot be written keeps no file; that is no error."""
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        frame.write_parquet(part, metadata={_KEY: json.dumps(stamp, sort_keys=True)})
        part.replace(file)
    except OSError:
        return
    finally:
        part.unlink(missing_ok=True)
