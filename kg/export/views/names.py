"""Names and kinds as views write them: one line, of a length that a screen can hold, kinds by number."""

from __future__ import annotations

from typing import Final

from kg.export.files import one_line, printable
from kg.export.palette import KIND_COLOURS, KIND_NAMES

LONGEST: Final = 240
"""Characters of a name; what is longer is no name, and ends in an ellipsis."""


def screen_name(label: object) -> str:
    """A label on one line, without characters that cannot be shown."""
    text = one_line(printable(str(label)))
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


class Kinds:
    """Kinds of nodes in the order in which they first appear."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        """[what it is called, whose colour it has]."""
        self._places: dict[str, int] = {}

    def place(self, kind: str) -> int:
        """The number of a kind. Kinds without a colour of their own share one."""
        key = kind if kind in KIND_COLOURS else "other"
        if key not in self._places:
            self._places[key] = len(self.rows)
            self.rows.append([KIND_NAMES.get(key, "other"), key])
        return self._places[key]
