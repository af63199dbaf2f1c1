"""The stance table: what each cue commits the reporter to, and how it judges its target."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, cast

from kg.errors import ResourceMissing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model.statements import Polarity


@dataclass(frozen=True, slots=True, kw_only=True)
class CueStance:
    """One row of cue_stance.csv.

    `target` says who is judged: "object" (what the cue governs), "content" (the event told; only who is responsible for
    it), "addressee" (who is to act), "" nobody. `act` and `polarity` are None where the cue judges nothing.
    """

    lemma: str
    cue_class: str
    act: str | None
    polarity: Polarity | None
    target: str


UNKNOWN_CUE: Final = CueStance(lemma="", cue_class="neutral", act=None, polarity=None, target="")
"""For a colon, a dash, a turn of a record, and for cues that the table does not have."""


def rows_of(name: str) -> Iterator[dict[str, str]]:
    """Rows of a table of this room.

    Raises: ResourceMissing: the file is not there.
    """
    try:
        text = files("kg.statements").joinpath(name).read_text("utf-8")
    except OSError as error:
        raise ResourceMissing(f"kg/statements/{name} is missing: install the package again") from error
    yield from csv.DictReader(text.splitlines())


@cache
def cue_table() -> dict[str, CueStance]:
    """All rows by lemma."""
    return {
        row["lemma"]: CueStance(
            lemma=row["lemma"],
            cue_class=row["cue_class"],
            act=row["act"] or None,
            polarity=cast("Polarity", row["polarity"]) if row["polarity"] else None,
            target=row["target"],
        )
        for row in rows_of("cue_stance.csv")
    }


def stance_of_cue(lemma: str | None, cue_words: Sequence[str]) -> CueStance:
    """The row of a cue: with its particle where the table has that ("call for"), else by its head word alone."""
    if lemma is None:
        return UNKNOWN_CUE
    table, words = cue_table(), " ".join(cue_words).casefold().split()
    candidates = [f"{lemma} {' '.join(words[first:])}" for first in range(1, len(words))]
    for candidate in (*candidates, lemma):
        if candidate in table:
            return table[candidate]
    return UNKNOWN_CUE
