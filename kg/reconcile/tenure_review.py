"""The file in which a person judges terms, and the file of actors that comes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final

from kg.errors import ReviewFileError
from kg.reconcile.tables import read_table, write_table
from kg.reconcile.tenure_diff import TermChange

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from os import PathLike

    from kg.reconcile.tenure_diff import TermDifference
    from kg.reconcile.tenure_gates import TermFault

VERDICTS: Final = ("yes", "no")
_NEEDED: Final = ("change", "state", "role", "item", "person", "position", "verdict")
_ITEM: Final = re.compile(r"Q[1-9][0-9]*")
ACTOR_COLUMNS: Final = (
    "id", "kind", "name", "wikidata", "role", "body", "speaks_for", "person", "post", "valid_from", "valid_until",
    "as_of",
)  # fmt: skip
"""Those columns of a file of actors (docs/how-to/your-own-actors.md) that terms need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRow:
    """One term as a row of text. `verdict` and `why` are the reviewer's. `known_start`, `known_end`: as known here.
    `failed`: names of gates, parted by "; ". `line`: where it was read, else 0."""

    change: str
    state: str
    role: str
    organisation: str = ""
    item: str
    person: str
    position: str
    position_label: str = ""
    start: str = ""
    end: str = ""
    known_start: str = ""
    known_end: str = ""
    failed: str = ""
    reasons: str = ""
    statement: str = ""
    verdict: str = ""
    why: str = ""
    line: int = 0


COLUMNS: Final = tuple(field.name for field in fields(TermRow) if field.name != "line")


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """What came of a reviewed file. `rows`: of the file of actors. `terms`: how many terms are in them. `problems`:
    rows that could not be taken, a sentence each with its line."""

    rows: tuple[Mapping[str, str], ...]
    terms: int
    problems: tuple[str, ...]


def term_rows(found: Iterable[TermDifference], faults: Mapping[str, Sequence[TermFault]]) -> list[TermRow]:
    """The rows of what differs; unchanged terms are left out."""
    return [_row(one, faults) for one in found if one.change is not TermChange.UNCHANGED]


def write_term_review(path: str | PathLike[str], rows: Iterable[TermRow]) -> int:
    """Write the rows as CSV, or JSON Lines where the name ends in .jsonl, and return how many.

    Raises: ReviewFileError: the file cannot be written.
    """
    return write_table(path, COLUMNS, ({name: getattr(row, name) for name in COLUMNS} for row in rows))


def read_term_review(path: str | PathLike[str]) -> list[TermRow]:
    """The rows of a reviewed file.

    Raises: ReviewFileError: it is no such file, or a verdict is none.
    """
    rows = []
    for line, cells in read_table(path, _NEEDED):
        verdict = cells["verdict"].casefold()
        if verdict and verdict not in VERDICTS:
            raise ReviewFileError(
                f"{cells['verdict']!r} is no verdict; write yes or no, or leave it empty", source=str(path), line=line
            )
        known = {name: cell for name, cell in cells.items() if name in COLUMNS}
        rows.append(TermRow(**{**known, "verdict": verdict}, line=line))
    return rows


def adopt_terms(rows: Iterable[TermRow], as_of: date) -> Adoption:
    """The accepted terms of a review as rows of a file of actors: persons, posts, then tenures.

    A row that failed a gate needs a reason in its column `why`. A vanished term cannot be taken out by a file of
    actors. What cannot be taken is told, and the others are taken.

    Args: as_of: the day on which Wikidata was asked.
    """
    people: dict[str, dict[str, str]] = {}
    posts: dict[str, dict[str, str]] = {}
    tenures: list[dict[str, str]] = []
    problems = []
    for row in rows:
        if row.verdict != "yes":
            continue
        if (problem := _problem(row)) is not None:
            problems.append(f"line {row.line}: {row.person or row.item}: {problem}")
            continue
        person, post = f"person/{row.item.lower()}", f"post/{row.position.lower()}-{row.role.replace('_', '-')}"
        people.setdefault(person, {"id": person, "kind": "Person", "name": row.person, "wikidata": row.item})
        posts.setdefault(post, {
            "id": post, "kind": "Post", "name": row.position_label or row.role.replace("_", " "), "role": row.role,
            "body": row.organisation, "speaks_for": row.state,
        })  # fmt: skip
        tenures.append({
            "kind": "Tenure", "person": person, "post": post, "valid_from": row.start or row.known_start,
            "valid_until": row.end, "as_of": as_of.isoformat(),
        })  # fmt: skip
    ordered = (*(people[key] for key in sorted(people)), *(posts[key] for key in sorted(posts)), *tenures)
    return Adoption(rows=ordered, terms=len(tenures), problems=tuple(problems))


def write_actors(path: str | PathLike[str], rows: Iterable[Mapping[str, str]]) -> int:
    """Write a file of actors that `kg build --actors` takes, and return the number of its rows.

    Raises: ReviewFileError: the file cannot be written.
    """
    return write_table(path, ACTOR_COLUMNS, rows, raw=True)


def _problem(row: TermRow) -> str | None:
    if row.change == TermChange.VANISHED:
        return "a term that vanished cannot be taken out by a file of actors; leave the verdict empty"
    if row.failed and not row.why:
        return f"the row failed {row.failed}; to take it all the same, say why in the column 'why'"
    if not (_ITEM.fullmatch(row.item) and _ITEM.fullmatch(row.position)):
        return "item and position are items of Wikidata, like Q42"
    if not row.person:
        return "a person needs a name; write it in the column 'person'"
    return None


def _row(one: TermDifference, faults: Mapping[str, Sequence[TermFault]]) -> TermRow:
    known_start, known_end = (one.known.start, one.known.end) if one.known else ("", "")
    if one.found is None:
        assert one.known is not None, "a difference is of something"
        known = one.known
        return TermRow(
            change=one.change.value, state=known.state, role=known.role, organisation=known.organisation or "",
            item=known.wikidata, person=known.person, position="", position_label=known.role_label,
            known_start=known_start, known_end=known_end, reasons=f"known from {known.source}",
        )  # fmt: skip
    held, own = one.found.held, faults.get(one.found.held.statement, ())
    return TermRow(
        change=one.change.value, state=one.found.state, role=one.found.office.role,
        organisation=one.found.organisation or "", item=held.person, person=held.person_label, position=held.position,
        position_label=held.position_label, start=held.start, end=held.end, known_start=known_start,
        known_end=known_end, failed="; ".join(dict.fromkeys(fault.gate for fault in own)),
        reasons="; ".join(fault.reason for fault in own), statement=held.statement,
    )  # fmt: skip
