"""The extension point for writing a graph in another form.

A package adds a form by an entry point of the group `kg.exporters`: its name is what `kg export --format` takes, its
value a class with the attributes and the method below. The forms that ship are registered the same way.
"""

from __future__ import annotations

from difflib import get_close_matches
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Final, Protocol

from kg.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kg.store import EmbeddedStore

GROUP: Final = "kg.exporters"
_BY_ENDING: Final[Mapping[tuple[str, str], str]] = {("dna", ".dna"): "dna-database", ("dna", ".zip"): "dna-r"}
"""A family of forms and the ending of a file -> the member of the family that is written there."""


class Exporter(Protocol):
    """Writes a graph in one form. The same graph always gives the same bytes.

    One may also have a text `remark`: what somebody who opens the file has to know, such as a password.
    """

    name: str
    suffix: str
    """How its files end, with the dot: `.gexf`."""
    media_type: str

    def chunks(self, store: EmbeddedStore) -> Iterator[bytes]:
        """The file, piece by piece.

        Raises: ExportError: the graph cannot be told in this form.
        """
        ...


def form_for(name: str, output: Path | None) -> str:
    """The form that a name means for a file: `dna` has three, told apart by the file's ending.

    >>> from pathlib import Path
    >>> form_for("dna", Path("statements.dna")), form_for("dna", None), form_for("gexf", Path("a.zip"))
    ('dna-database', 'dna', 'gexf')
    """
    return name if output is None else _BY_ENDING.get((name, output.suffix.lower()), name)


def exporter_names() -> tuple[str, ...]:
    """The forms that are installed, sorted."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


def load_exporter(name: str) -> Exporter:
    """The exporter of that name.

    Raises: ExportError: there is none, or its package is broken.
    """
    found = list(entry_points(group=GROUP, name=name))
    if not found:
        near = get_close_matches(name, exporter_names(), n=1)
        meant = f"did you mean {near[0]}? " if near else ""
        raise ExportError(f"there is no form {name!r}; {meant}known are {', '.join(exporter_names())}")
    try:
        exporter: Exporter = found[0].load()()
    except (ImportError, AttributeError) as broken:
        raise ExportError(f"the exporter {name!r} ({found[0].value}) cannot be loaded: {broken}") from broken
    return exporter
