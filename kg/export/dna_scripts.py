"""The coding for R, as a ZIP: tables as CSV, a script that loads them into DNA, and one that needs igraph alone.

The loading script calls rDNA's own functions (`dna_addDocuments`, `dna_addStatement`; rDNA 3.1), so it keeps working
when the tables of a `.dna` file change. It fills an empty database that DNA itself has made. Offsets count from 0, code
points, end excluded, as these functions take them. Texts are those of the `.dna` file, one character for one.

The tables are safe in a spreadsheet: where a text would be run as a formula an apostrophe stands before it, and the
scripts take it away again.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from kg.export.dna_coding import short
from kg.export.dna_database import one_unit_each
from kg.export.files import one_line, printable
from kg.export.tables import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.export.dna_coding import Coding
    from kg.export.plain_graph import Row

DOCUMENTS: Final = ("id", "title", "text", "author", "source", "section", "type", "notes", "date")
STATEMENTS: Final = (
    "id", "document_id", "start", "stop", "coder", "person", "organization", "concept", "agreement", "said", "date",
    "confidence", "iri", "words",
)  # fmt: skip
ENTITIES: Final = ("variable", "value", "label", "type", "iri")
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can tell; a clock would make every file another one."""

_READ: Final = """\
# Reads a table of this folder as it was meant: UTF-8, texts as texts, and without the apostrophe that stands before
# what a spreadsheet would run as a formula.
read_table <- function(name) {
  table <- utils::read.csv(name, colClasses = "character", encoding = "UTF-8", na.strings = character(0))
  guard <- "^'(?='*[ ]*[-=+@\\t\\r\\n\\u{FF1D}\\u{FF0B}\\u{FF0D}\\u{FF20}])"
  as.data.frame(lapply(table, function(column) {
    Encoding(column) <- "UTF-8"
    sub(guard, "", column, perl = TRUE)
  }), stringsAsFactors = FALSE)
}
"""

LOAD: Final = f"""\
# Loads documents.csv and statements.csv into a database of Discourse Network Analyzer.
#
# Before: make a new, empty database in DNA (its first statement type is "DNA Statement"), unpack this archive, and set
# the two lines below. It takes some minutes for 10,000 statements, since DNA stores each on its own.

database <- "new.dna"
password <- "the password of coder 1"

library("rDNA")

{_READ}
documents <- read_table("documents.csv")
statements <- read_table("statements.csv")

dna_init()
dna_openDatabase(database, coderId = 1, coderPassword = password)

seconds <- as.numeric(as.POSIXct(documents$date, format = "%Y-%m-%d", tz = "UTC"))
seconds[is.na(seconds)] <- 0 # DNA takes no document without a date; the notes say where it is not known.
ids <- dna_addDocuments(
  coder_id = 1,
  title = documents$title, text = documents$text, author = documents$author, source = documents$source,
  section = documents$section, type = documents$type, notes = documents$notes, date_time = seconds
)

# Statements that stand in a title have no place in the text, and DNA has none for them.
placed <- statements[statements$start != "", ]
for (row in seq_len(nrow(placed))) {{
  dna_addStatement(
    documentID = as.integer(ids[match(placed$document_id[row], documents$id)]),
    startCaret = as.integer(placed$start[row]),
    endCaret = as.integer(placed$stop[row]),
    statementType = 1L, # By number: the name is not understood everywhere.
    coder = 1L,
    person = placed$person[row],
    organization = placed$organization[row],
    concept = placed$concept[row],
    agreement = as.integer(placed$agreement[row])
  )
}}

dna_closeDatabase()
"""

NETWORKS: Final = f"""\
# Discourse networks without DNA: the tables and igraph are enough. Empty organizations are left out, and a document
# counts once for each organization, concept and side.

library("igraph")

{_READ}
statements <- read_table("statements.csv")

coded <- statements[statements$organization != "", ]
once <- unique(coded[, c("document_id", "organization", "concept", "agreement")])
organizations <- sort(unique(once$organization))
concepts <- sort(unique(once$concept))
count <- function(agreement) {{
  side <- once[once$agreement == agreement, ]
  unclass(table(factor(side$organization, organizations), factor(side$concept, concepts)))
}}
favour <- count("1")
against <- count("0")

# Organization by concept: how often in favour less how often against.
two_mode <- favour - against

# Organization by organization: on the same side of a concept (congruence) less on opposite sides (conflict).
congruence <- tcrossprod(favour) + tcrossprod(against)
conflict <- tcrossprod(favour, against) + tcrossprod(against, favour)
subtract <- congruence - conflict
diag(subtract) <- 0

network <- graph_from_adjacency_matrix(subtract, mode = "undirected", weighted = TRUE, diag = FALSE)
print(network)
"""

README: Final = """\
A graph of Démarche for R.

documents.csv, statements.csv, entities.csv   the tables: UTF-8, comma, every text as it is but for an apostrophe before
                                              what a spreadsheet would run as a formula
networks.R                                    builds congruence and conflict networks with igraph
load_into_dna.R                               fills an empty database of Discourse Network Analyzer through rDNA

statements.csv: one line a statement and target. agreement: 1 in favour, 0 against. start, stop: code points of the
document's text, counted from 0, end excluded; empty where the words stand in the title. said: the last day on which it
can have been said. date: of the document. confidence: 0 to 100. iri leads back to the statement in the graph.
"""


def dna_scripts(coding: Coding) -> bytes:
    """The archive; the same coding gives the same bytes."""
    files = {
        "README.txt": README,
        "documents.csv": csv_text(DOCUMENTS, _documents(coding)),
        "entities.csv": csv_text(ENTITIES, _entities(coding)),
        "load_into_dna.R": LOAD,
        "networks.R": NETWORKS,
        "statements.csv": csv_text(STATEMENTS, _statements(coding)),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            # As on Unix, whatever system writes it, so that the bytes are the same everywhere.
            about = zipfile.ZipInfo(name, _FIRST_DAY)
            about.create_system, about.external_attr, about.compress_type = 3, 0o644 << 16, zipfile.ZIP_DEFLATED
            archive.writestr(about, text.encode())
    return out.getvalue()


def _documents(coding: Coding) -> Iterator[Row]:
    for document in coding.documents:
        text = "" if document.text is None else one_unit_each(document.text)
        yield {
            "id": document.number,
            "title": short(document.title),
            "text": text,
            "author": short(document.author),
            "source": short(document.source),
            "section": "",
            "type": short(document.type),
            "notes": document.iri if document.published else f"{document.iri}; date: not known",
            "date": document.published.isoformat() if document.published else "",
        }


def _statements(coding: Coding) -> Iterator[Row]:
    for coded in coding.statements:
        published = coding.documents[coded.document - 1].published
        yield {
            "id": coded.number,
            "document_id": coded.document,
            "start": "" if coded.start is None else coded.start,
            "stop": "" if coded.stop is None else coded.stop,
            "coder": coding.coders[coded.coder - 1],
            "person": coded.person,
            "organization": coded.organization,
            "concept": coded.concept,
            "agreement": coded.agreement,
            "said": coded.said.isoformat() if coded.said else "",
            "date": published.isoformat() if published else "",
            "confidence": coded.confidence,
            "iri": coded.iri,
            "words": printable(one_line(coded.words)),
        }


def _entities(coding: Coding) -> Iterator[Row]:
    for variable, entities in coding.entities.items():
        for entity in entities:
            yield {
                "variable": variable,
                "value": entity.name,
                "label": printable(one_line(entity.label)),
                "type": entity.kind,
                "iri": entity.iri,
            }
