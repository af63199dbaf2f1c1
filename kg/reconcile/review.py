"""The file in which a person judges proposals: a row each, and what changed since the last review."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kg.errors import ReviewFileError
from kg.identity.judgements import WIKIDATA
from kg.ledger.entries import short_form
from kg.reconcile.gates import Gate, Outcome
from kg.reconcile.tables import read_table, write_table
from kg.vocab.ids import DATA_BASE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from os import PathLike

    from kg.reconcile.proposals import Lookup, Proposal

VERDICTS: Final = ("same", "different", "unsure")
_NEEDED: Final = ("actor", "item", "verdict")


class Change(StrEnum):
    """What happened to a proposal since the last review."""

    NEW = "new"
    CHANGED = "changed"
    """Its score, its gates or its label are others than they were; an earlier verdict is not carried over."""
    UNCHANGED = ""
    WITHDRAWN = "withdrawn"
    """It is proposed no more, although its actor was asked for again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """One proposal as a row of text. `verdict` and `why` are the reviewer's; the rest is for reading.

    `actor`: CURIE. `passed`, `failed`, `open`: names of gates, parted by "; ". `line`: where it was read, else 0.
    """

    actor: str
    label: str = ""
    kind: str = ""
    item: str
    item_label: str = ""
    description: str = ""
    score: str = ""
    service_score: str = ""
    service_match: str = ""
    passed: str = ""
    failed: str = ""
    open: str = ""
    reasons: str = ""
    change: str = ""
    verdict: str = ""
    why: str = ""
    line: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """Actor and item."""
        return self.actor, self.item


COLUMNS: Final = tuple(field.name for field in fields(ReviewRow) if field.name != "line")
_TELLING: Final = ("item_label", "score", "passed", "failed", "open")


def review_rows(lookup: Lookup, base: str = DATA_BASE, *, with_failed: bool = False) -> list[ReviewRow]:
    """The rows of a look-up. `with_failed`: also what fails a gate, so that a person sees what was left out.

    `base`: of the graph's identifiers, where it is not the usual one.
    """
    return [_row(one, base) for one in lookup.proposals if with_failed or one.is_sound]


def compared_with(last: Iterable[ReviewRow], rows: Sequence[ReviewRow], asked: Iterable[str]) -> list[ReviewRow]:
    """The rows with what changed since the last review, its verdicts on unchanged ones, then what was withdrawn.

    Args: asked: CURIEs of the actors asked for; what the last review says of others is left alone.
    """
    before = {row.key: row for row in last if row.change != Change.WITHDRAWN}
    now = {row.key for row in rows}
    compared = []
    for row in rows:
        old = before.get(row.key)
        if old is None:
            compared.append(replace(row, change=Change.NEW.value))
        elif any(getattr(old, name) != getattr(row, name) for name in _TELLING):
            compared.append(replace(row, change=Change.CHANGED.value))
        else:
            compared.append(replace(row, verdict=old.verdict, why=old.why))
    again = set(asked)
    gone = [row for key, row in before.items() if key not in now and row.actor in again]
    return [*compared, *(replace(row, change=Change.WITHDRAWN.value, verdict="", why="") for row in gone)]


def write_review(path: str | PathLike[str], rows: Iterable[ReviewRow]) -> int:
    """Write the rows as CSV, or JSON Lines where the name ends in .jsonl, and return how many.

    Raises: ReviewFileError: the file cannot be written.
    """
    return write_table(path, COLUMNS, ({name: getattr(row, name) for name in COLUMNS} for row in rows))


def read_review(path: str | PathLike[str]) -> list[ReviewRow]:
    """The rows of a reviewed file.

    Raises: ReviewFileError: it is no such file; a row lacks actor or item; a verdict is none.
    """
    rows = []
    for line, cells in read_table(path, _NEEDED):
        if not cells.get("actor") or not cells.get("item"):
            raise ReviewFileError("a row needs actor and item", source=str(path), line=line)
        verdict = cells["verdict"].casefold()
        if verdict and verdict not in VERDICTS:
            raise ReviewFileError(
                f"{cells['verdict']!r} is no verdict; write one of {', '.join(VERDICTS)}, or leave it empty",
                source=str(path),
                line=line,
            )
        known = {name: cell for name, cell in cells.items() if name in COLUMNS}
        rows.append(ReviewRow(**{**known, "verdict": verdict}, line=line))
    return rows


def _row(one: Proposal, base: str) -> ReviewRow:
    return ReviewRow(
        actor=short_form(one.actor.iri, base),
        label=one.actor.name,
        kind=one.actor.kind,
        item=one.item.identifier,
        item_label=one.item.names[0] if one.item.names else one.candidate.name,
        description=one.candidate.description,
        score=f"{one.score:.2f}",
        service_score=f"{one.candidate.score:g}",
        service_match="yes" if one.candidate.match else "no",
        passed=_gates(one.gates, Outcome.PASSED),
        failed=_gates(one.gates, Outcome.FAILED),
        open=_gates(one.gates, Outcome.OPEN),
        reasons="; ".join((*one.reasons, *_told(one.gates))),
    )


def _gates(gates: Iterable[Gate], outcome: Outcome) -> str:
    return "; ".join(gate.name for gate in gates if gate.outcome is outcome)


def _told(gates: Iterable[Gate]) -> list[str]:
    """What was found at the gates that were not passed; the reasons of the score tell of days in office already."""
    return [f"{gate.name}: {gate.reason}" for gate in gates if gate.outcome is not Outcome.PASSED]


def item_page(item: str) -> str:
    """The address of an item's page, for people.

    >>> item_page("Q42")
    'https://www.wikidata.org/wiki/Q42'
    """
    return f"https://www.wikidata.org/wiki/{item.removeprefix(WIKIDATA)}"
