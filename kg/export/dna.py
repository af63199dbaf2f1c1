"""Discourse Network Analyzer's event list: one line a statement and target, `;` between the cells.

What stands where is told in `kg.export.dna_coding`. time: the day the article was published, else the day said, else
empty. As in DNA's own export `;` becomes `,` and `"` becomes `'` in every text, and each text stands between quotation
marks. Numbers and time do not. Source: Discourse Network Analyzer 3.1.2, `Exporter.eventCSV`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.export.dna_coding import coding_of
from kg.export.files import inert, one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.export.dna_coding import Coded, Document
    from kg.store import EmbeddedStore

COLUMNS: Final = (
    "statement_id", "time", "person", "organization", "concept", "agreement", "said_day", "confidence", "iri",
    "start_position", "stop_position", "text", "coder", "document_id", "document_title", "document_author",
    "document_source", "document_section", "document_type",
)  # fmt: skip
_NO_DELIMITERS: Final = str.maketrans({";": ",", '"': "'"})


def dna_event_list(store: EmbeddedStore) -> Iterator[str]:
    """The file, line by line: statements in the order of their table."""
    yield ";".join(f'"{name}"' for name in COLUMNS) + "\n"
    coding = coding_of(store)
    for coded in coding.statements:
        cells = _cells(coded, coding.documents[coded.document - 1])
        yield ";".join(cells[name] for name in COLUMNS) + "\n"


def _cells(coded: Coded, document: Document) -> dict[str, str]:
    day = document.published or coded.said
    return {
        "statement_id": str(coded.number),
        "time": f"{day.isoformat()} 00:00:00" if day else "",
        "person": _text(coded.person),
        "organization": _text(coded.organization),
        "concept": _text(coded.concept),
        "agreement": str(coded.agreement),
        "said_day": coded.said.strftime("%Y%m%d") if coded.said else "",
        "confidence": str(coded.confidence),
        "iri": _text(coded.iri),
        "start_position": _number(coded.start),
        "stop_position": _number(coded.stop),
        "text": _text(coded.words),
        "coder": str(coded.coder),
        "document_id": str(document.number),
        "document_title": _text(document.title),
        "document_author": _text(document.author),
        "document_source": _text(document.source),
        "document_section": _text(""),
        "document_type": _text(document.type),
    }


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _text(text: str) -> str:
    return f'"{inert(printable(one_line(text)).translate(_NO_DELIMITERS))}"'
