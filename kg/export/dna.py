"""Statements as Discourse Network Analyzer's event list: one line a statement and target, `;` between the cells.

What stands where
    person: the speaker, where it is a person or an unnamed source; empty where a body speaks.
    organization: the body that the words bind on that day; the speaker itself where it is one; empty where none is
        known.
    concept: the target of the stance. agreement: 1 in favour, 0 against. Statements that show no stance, or both, are
        left out, as DNA's own guide advises for neutral ones.
    said_day, confidence, iri: further variables, which DNA allows; its own four come first, under its own names.
    time: the day the article was published, else the day said, else empty. coder: 2, the machine.
    start_position, stop_position: from the first piece of the words to the last; code points.

As in DNA's own export `;` becomes `,` and `"` becomes `'` in every text, and each text stands between quotation marks.
Numbers and time do not. Source: Discourse Network Analyzer 3.1.2, `Exporter.eventCSV`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.analysis import statements_of
from kg.export.files import inert, one_line, printable
from kg.export.statement_words import ArticleFacts, articles, contents, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.analysis import StatementRow, StatementTable
    from kg.model import Article
    from kg.store import EmbeddedStore

COLUMNS: Final = (
    "statement_id", "time", "person", "organization", "concept", "agreement", "said_day", "confidence", "iri",
    "start_position", "stop_position", "text", "coder", "document_id", "document_title", "document_author",
    "document_source", "document_section", "document_type",
)  # fmt: skip
_MACHINE: Final = "2"
"""DNA's coder 1 is its administrator."""
_AGREEMENT: Final = {"positive": "1", "negative": "0"}
_PEOPLE: Final = frozenset({"Person", "UnnamedSource"})
_NO_DELIMITERS: Final = str.maketrans({";": ",", '"': "'"})
_NOWHERE: Final = ArticleFacts("", None, "", "", "")


def dna_event_list(store: EmbeddedStore) -> Iterator[str]:
    """The file, line by line: statements in the order of their table, everything said first hand."""
    yield ";".join(f'"{name}"' for name in COLUMNS) + "\n"
    table = statements_of(store)
    words, spans, known = contents(store), places(store), articles(store)
    documents = {article: number for number, article in enumerate(table.articles, 1)}
    kept = (row for row in table if row.target is not None and row.polarity in _AGREEMENT)
    for number, row in enumerate(kept, 1):
        place = spans.get(row.statement)
        of_article = known.get(row.article, _NOWHERE)
        day = of_article.day or row.day
        source = store.article(place.version) if place else None
        cells = {
            "statement_id": str(number),
            "time": f"{day.isoformat()} 00:00:00" if day else "",
            **_who(table, row),
            "concept": _text(table.name(str(row.target)).label),
            "agreement": _AGREEMENT[row.polarity],
            "said_day": row.day.strftime("%Y%m%d") if row.day else "",
            "confidence": str(round(100 * row.confidence)),
            "iri": _text(row.statement),
            "start_position": str(place.start) if place else "",
            "stop_position": str(place.end) if place else "",
            "text": _text(words.get(row.statement, "")),
            "coder": _MACHINE,
            "document_id": str(documents[row.article]),
            "document_title": _text(of_article.title),
            **_printed(source),
            "document_source": _text(of_article.outlet_name),
        }
        yield ";".join(cells[name] for name in COLUMNS) + "\n"


def _who(table: StatementTable, row: StatementRow) -> dict[str, str]:
    speaker = table.name(row.speaker)
    person = speaker.label if speaker.kind in _PEOPLE else ""
    return {"person": _text(person), "organization": _text(table.name(row.body).label if row.body else "")}


def _printed(source: Article | None) -> dict[str, str]:
    return {
        "document_author": _text(", ".join(source.byline) if source else ""),
        "document_section": _text(""),
        "document_type": _text((source.genre if source else None) or ""),
    }


def _text(text: str) -> str:
    return f'"{inert(printable(one_line(text)).translate(_NO_DELIMITERS))}"'
