"""The file of `kg evaluate --errors`: every difference from gold, in a form that its name tells."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from kg.cli.output import csv_line, inert

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kg.evaluation import Evaluation, Mistake

FORMS: Final = (".html", ".md", ".csv", ".jsonl")
"""Ends of file names, one a form."""


def write_mistakes(evaluation: Evaluation, path: Path, *, title: str) -> None:
    """Write the list; the file appears whole or not at all.

    Raises: ExportError: the place cannot be written.
    """
    from kg.export import write_whole

    write_whole(path, [_text(evaluation, path.suffix, title).encode("utf-8", "replace")])


def _text(evaluation: Evaluation, form: str, title: str) -> str:
    if form == ".html":
        from kg.evaluation.page import mistakes_page

        return mistakes_page(evaluation, title)
    if form == ".md":
        from kg.evaluation.markdown import markdown_list

        return markdown_list(evaluation.mistakes(), title)
    from kg.evaluation.records import mistake_record

    if form == ".jsonl":
        records = (mistake_record(mistake) for mistake in evaluation.mistakes())
        return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    return _csv(evaluation.mistakes())


def _csv(mistakes: Iterable[Mistake]) -> str:
    """One row a mistake, grouped by cause, for sorting and counting in a spreadsheet; formulas are made inert."""
    from kg.evaluation import Cause
    from kg.evaluation.records import COLUMNS, mistake_row

    rows = [mistake_row(mistake) for mistake in sorted(mistakes, key=lambda one: list(Cause).index(one.cause))]
    lines = [csv_line(COLUMNS), *(csv_line(inert(row[column]) for column in COLUMNS) for row in rows)]
    return "".join(f"{line}\n" for line in lines)
