"""The table of cues: what each commits the reporter to, what is done by it, and how it judges its target.

One row a cue, sorted by lemma; a linguist can read and extend it. Columns and values: docs/design/statements.md.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Final, cast

from kg.errors import CueFileError, ResourceMissing
from kg.extract.rules.cues import verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kg.model.statements import Polarity

COLUMNS: Final = ("lemma", "frame", "cue_class", "speech_act", "certainty", "act", "polarity", "target", "source")
"""Columns of the table, in order."""
VALUES: Final[dict[str, frozenset[str]]] = {
    "cue_class": frozenset({"neutral", "factive", "distancing", "evaluative", "directive", "commissive"}),
    "speech_act": frozenset(
        {
            "accuse", "announce", "assert", "call-for", "commit", "criticise", "demand", "deny", "endorse", "explain",
            "express-regret", "offer-conditional", "praise", "propose", "reaffirm", "reject", "threaten", "warn",
        }
    ),
    "certainty": frozenset({"certain", "probable", "possible", "conditional", "underspecified"}),
    "act": frozenset(
        {"", "blame", "criticise", "praise", "endorse", "demand-of", "reject", "threaten", "sympathise"}
    ),
    "polarity": frozenset({"", "positive", "negative", "neutral"}),
    "target": frozenset({"", "object", "content", "addressee"}),
}  # fmt: skip
"""Column -> the values that it can have; the concepts of voc/ of the same names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueStance:
    """One row of the table.

    `target` says who is judged: "object" (what the cue governs), "content" (the event told; only who is responsible
    for it), "addressee" (who is to act), "" nobody. `act` and `polarity` are None where the cue judges nothing.
    """

    lemma: str
    cue_class: str
    act: str | None
    polarity: Polarity | None
    target: str
    frame: str = ""
    """Complements that the cue takes, as in kg/extract/cues.csv: "clause", "object", "inf", "for" ... For readers."""
    speech_act: str = "assert"
    certainty: str = "certain"
    """How far a source commits itself that is reported with this cue; the words of the content may say less."""


_IRREGULAR: Final = {
    "come": ("came",),
    "fall": ("fell",),
    "pay": ("paid",),
    "send": ("sent",),
    "stand": ("stood",),
    "withdraw": ("withdrew", "withdrawn"),
}
"""Past forms of verbs that open a row and that the extractor's table of forms does not have."""
UNKNOWN_CUE: Final = CueStance(lemma="", cue_class="neutral", act=None, polarity=None, target="")
"""For a colon, a dash, a turn of a record, and for cues that the table does not have."""


@dataclass(frozen=True)
class CueTable:
    """Rows by lemma."""

    rows: Mapping[str, CueStance]
    fingerprint: str | None = None
    """16 hex of the user's rows; None: the shipped table as it is."""
    _known: dict[tuple[str, str], CueStance] = field(default_factory=dict, compare=False, repr=False)

    def of_cue(self, lemma: str | None, cue_words: Sequence[str]) -> CueStance:
        """The row of a cue: with its particle where the table has that ("call for"), else by its head word alone."""
        words = " ".join(cue_words).casefold()
        if lemma is None:
            return self._of_words(words.split())
        if (lemma, words) not in self._known:
            parts = words.split()
            candidates = [f"{lemma} {' '.join(parts[first:])}" for first in range(1, len(parts))]
            found = (self.rows[candidate] for candidate in (*candidates, lemma) if candidate in self.rows)
            self._known[lemma, words] = next(found, UNKNOWN_CUE)
        return self._known[lemma, words]

    def _of_words(self, words: list[str]) -> CueStance:
        """The row of cue words that nobody has given a lemma: by the first verb that has one with the most words."""
        for place, word in enumerate(words):
            for length in range(min(4, len(words) - place), 0, -1):
                rest = " ".join(words[place + 1 : place + length])
                for lemma in self._lemmas.get(word, ()):
                    row = self.rows.get(f"{lemma} {rest}".strip())
                    if row is not None:
                        return row
        return UNKNOWN_CUE

    @cached_property
    def _lemmas(self) -> dict[str, tuple[str, ...]]:
        """Verb form -> the first words of the rows that it can open."""
        found: dict[str, dict[str, None]] = {}
        for first in sorted({lemma.split()[0] for lemma in self.rows}):
            for form in (*verb_forms(first), *_IRREGULAR.get(first, ())):
                found.setdefault(form, {})[first] = None
        return {form: tuple(firsts) for form, firsts in found.items()}

    @cached_property
    def judging_verbs(self) -> dict[str, CueStance]:
        """Inflected verb -> its row, for verbs that judge their object: "we condemn", "we support"."""
        verbs: dict[str, CueStance] = {}
        for lemma, cue in sorted(self.rows.items()):
            if " " not in lemma and cue.polarity in ("positive", "negative") and cue.target in ("object", "content"):
                verbs.update(dict.fromkeys(verb_forms(lemma), cue))
        return verbs

    @cached_property
    def acting_verbs(self) -> dict[str, CueStance]:
        """Inflected verb -> its row, for verbs that do what they say: "we pledge", "I call on"."""
        return {
            form: cue
            for lemma, cue in sorted(self.rows.items())
            if " " not in lemma and cue.speech_act != "assert"
            for form in verb_forms(lemma)
        }


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
    """The shipped rows by lemma."""
    return {row["lemma"]: _row(row) for row in rows_of("reading/cue_stance.csv")}


@cache
def shipped_cues() -> CueTable:
    """The shipped table."""
    return CueTable(cue_table())


def load_cue_table(paths: Iterable[Path] = ()) -> CueTable:
    """The shipped table with the rows of the user's files; a row replaces the shipped one of the same lemma.

    A file has the columns of the shipped table (`kg/statements/reading/cue_stance.csv`), in any order; `source` and
    `frame` can be left out. An empty cell means what it means there.

    Raises: CueFileError: a file cannot be read, lacks a column, or a cell holds an unknown value.
    """
    added: dict[str, CueStance] = {}
    digest = hashlib.sha256()
    for path in paths:
        for row in _user_rows(path):
            added[row.lemma] = row
            digest.update(f"{row!r}\n".encode())
    if not added:
        return shipped_cues()
    return CueTable({**cue_table(), **added}, digest.hexdigest()[:16])


def stance_of_cue(lemma: str | None, cue_words: Sequence[str]) -> CueStance:
    """The row of a cue in the shipped table."""
    return shipped_cues().of_cue(lemma, cue_words)


def _user_rows(path: Path) -> Iterator[CueStance]:
    try:
        reader = csv.DictReader(path.read_text("utf-8-sig").splitlines())
    except (OSError, UnicodeDecodeError) as error:
        raise CueFileError(f"{path.name}: cannot be read as UTF-8 text: {error}") from error
    missing = set(COLUMNS) - {"source", "frame"} - set(reader.fieldnames or ())
    if missing:
        raise CueFileError(f"{path.name}: no column {', '.join(sorted(missing))}; the columns are {', '.join(COLUMNS)}")
    for number, row in enumerate(reader, start=2):
        cells = {column: (row.get(column) or "").strip() for column in COLUMNS}
        if not cells["lemma"]:
            raise CueFileError(f"{path.name}, line {number}: the lemma is empty")
        for column, allowed in VALUES.items():
            if cells[column] not in allowed:
                known = ", ".join(sorted(allowed - {""}))
                raise CueFileError(f"{path.name}, line {number}: {column} is {cells[column]!r}; known are {known}")
        yield _row(cells)


def _row(row: Mapping[str, str]) -> CueStance:
    return CueStance(
        lemma=row["lemma"],
        cue_class=row["cue_class"],
        act=row["act"] or None,
        polarity=cast("Polarity", row["polarity"]) if row["polarity"] else None,
        target=row["target"],
        frame=row["frame"],
        speech_act=row["speech_act"],
        certainty=row["certainty"],
    )
