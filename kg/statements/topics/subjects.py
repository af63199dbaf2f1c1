"""What fields of policy a content touches: concepts of a small scheme, each with the word that shows it."""

from __future__ import annotations

import csv
import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.errors import SubjectFileError
from kg.model import Subject
from kg.statements.reading.cues import rows_of
from kg.vocab.ids import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kg.model import Attribution
    from kg.statements.reading.strings import Reading

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_LONGEST: Final = 6
"""Words of the longest phrase."""
_COLUMNS: Final = ("subject", "label", "definition", "words")
_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class SubjectScheme:
    """Words and phrases by their first word, longest first; each shows one subject. Plurals in -s count as well."""

    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    labels: dict[str, tuple[str, str]]
    """Label and definition by name of the subject."""
    own: frozenset[str] = frozenset()
    """Subjects that only the user's files have."""
    fingerprint: str | None = None
    """16 hex of the user's rows; None: the shipped scheme as it is."""


def load_subjects(files: Iterable[Path] = ()) -> SubjectScheme:
    """The shipped scheme with the rows of the user's files: a new subject, or further words of one that is there.

    A file has the columns subject (small letters, digits, hyphens), label, definition, and words, parted by "|"; label
    and definition may be left out.

    Raises: SubjectFileError: a file cannot be read, or a row lacks a name or words; it says file and line.
    """
    own = [row for path in files for row in _user_rows(path)]
    rows = [*rows_of("topics/subjects.csv"), *own]
    digest = hashlib.sha256("\n".join("\t".join(row.values()) for row in own).encode()).hexdigest()[:16]
    phrases: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    labels: dict[str, tuple[str, str]] = {}
    for row in rows:
        labels.setdefault(row["subject"], (row["label"] or row["subject"].replace("-", " "), row["definition"]))
        for phrase in row["words"].split("|"):
            parts = tuple(_WORD.findall(fold(phrase)))
            if parts:
                phrases[parts[0]][parts] = row["subject"]
    ordered = {
        first: tuple(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))
        for first, found in phrases.items()
    }
    shipped = {row["subject"] for row in rows[: len(rows) - len(own)]}
    return SubjectScheme(ordered, labels, frozenset(labels) - shipped, digest if own else None)


def find_subjects(reading: Reading, attribution: Attribution, scheme: SubjectScheme) -> tuple[Subject, ...]:
    """The subjects of a content, in order of name, each with the first word or phrase that shows it."""
    found: dict[str, Subject] = {}
    for span in attribution.content:
        start, end = reading.source.locate(span)
        matches = list(_WORD.finditer(reading.shadow, start, end))
        words = [fold(match[0]) for match in matches]
        place = 0
        while place < len(words):
            length, subject = _match(words, place, scheme)
            if subject is not None and subject not in found:
                evidence = reading.span(matches[place].start(), matches[place + length - 1].end())
                label = scheme.labels[subject][0] if subject in scheme.own else None
                found[subject] = Subject(name=subject, evidence=evidence, label=label)
            place += max(1, length)
    return tuple(found[name] for name in sorted(found))


def _match(words: list[str], place: int, scheme: SubjectScheme) -> tuple[int, str | None]:
    """How many words the longest phrase takes that begins at a place, and what it shows."""
    for first in dict.fromkeys((words[place], _singular(words[place]))):
        if first in scheme.phrases:
            ahead = words[place : place + _LONGEST]
            for parts, subject in scheme.phrases[first]:
                if len(parts) <= len(ahead) and _fits(parts, ahead):
                    return len(parts), subject
    return 0, None


def _fits(parts: tuple[str, ...], words: list[str]) -> bool:
    last = len(parts) - 1
    return all(words[n] == part for n, part in enumerate(parts[:last])) and parts[last] in (
        words[last],
        _singular(words[last]),
    )


def _singular(word: str) -> str:
    """ "tariffs" -> "tariff", "embassies" -> "embassy"; what is no plural loses at most its last letter."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _user_rows(path: Path) -> list[dict[str, str]]:
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SubjectFileError(f"{path.name}: cannot be read as UTF-8 text: {error}") from error
    rows = csv.DictReader(lines)
    missing = sorted({"subject", "words"} - set(rows.fieldnames or ()))
    if missing:
        raise SubjectFileError(f"{path.name}: no column {', '.join(missing)}; the columns are {', '.join(_COLUMNS)}")
    found = []
    for number, row in enumerate(rows, start=2):
        cells = {column: (row.get(column) or "").strip() for column in _COLUMNS}
        if not _NAME.fullmatch(cells["subject"]):
            raise SubjectFileError(
                f"{path.name}, line {number}: the subject is {cells['subject']!r}; it is made of small letters, digits"
                " and hyphens, like arms-control"
            )
        if not cells["words"].strip("| "):
            raise SubjectFileError(f"{path.name}, line {number}: no words show the subject {cells['subject']}")
        found.append(cells)
    return found
