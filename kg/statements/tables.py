"""The tables that statements are read by, with what the user's files add to them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.statements.reading.cues import CueTable, load_cue_table
from kg.statements.topics.subjects import SubjectScheme, load_subjects

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True)
class Tables:
    """What cues commit to and judge, and what words show which subject."""

    cues: CueTable
    subjects: SubjectScheme

    @property
    def references(self) -> tuple[tuple[str, str], ...]:
        """Name and fingerprint of each table that differs from the shipped one."""
        found = (("cues", self.cues.fingerprint), ("subjects", self.subjects.fingerprint))
        return tuple((name, mark) for name, mark in found if mark is not None)


def load_tables(cue_files: Iterable[Path] = (), subject_files: Iterable[Path] = ()) -> Tables:
    """The shipped tables with the rows of the user's files.

    Raises: CueFileError, SubjectFileError: a file is broken; the message says where and what to do.
    """
    return Tables(load_cue_table(cue_files), load_subjects(subject_files))


@cache
def shipped_tables() -> Tables:
    """The tables as they ship."""
    return load_tables()
