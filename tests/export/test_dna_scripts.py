"""Tables and scripts that hand a coding to R: read by others, run by R where it is installed."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from kg.export.dna_coding import coding_of
from kg.export.dna_scripts import LOAD, NETWORKS, dna_scripts
from tests.export.graphs import hostile_quads, store_of

if TYPE_CHECKING:
    from pathlib import Path

    from kg.store import EmbeddedStore

R = shutil.which("Rscript")
needs_r = pytest.mark.skipif(R is None, reason="R is not installed (Rscript)")
STUB = """
library <- function(...) NULL
calls <- list(documents = 0, statements = 0)
dna_init <- function() NULL
dna_openDatabase <- function(database, coderId, coderPassword) stopifnot(coderId == 1)
dna_closeDatabase <- function() cat(calls$documents, calls$statements, "\\n")
dna_addDocuments <- function(coder_id, title, text, author, source, section, type, notes, date_time) {
  stopifnot(is.numeric(date_time), !anyNA(date_time), length(title) == length(text))
  calls$documents <<- length(title)
  writeLines(text, "texts.txt", useBytes = TRUE)
  100 + seq_along(title)
}
dna_addStatement <- function(documentID, startCaret, endCaret, statementType, coder, ...) {
  stopifnot(documentID > 100, startCaret >= 0, endCaret > startCaret, is.integer(statementType))
  values <- list(...)
  stopifnot(identical(names(values), c("person", "organization", "concept", "agreement")), values$agreement %in% 0:1)
  calls$statements <<- calls$statements + 1
}
source("load_into_dna.R", encoding = "UTF-8")
"""


def unzipped(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.mark.parametrize("kind", ["corpus", "hostile", "empty"])
def test_the_tables_for_r_are_read_by_csv_and_pandas_with_equal_counts(
    kind: str, corpus: EmbeddedStore, tmp_path: Path
) -> None:
    quads = {"corpus": list(corpus.quads), "hostile": hostile_quads(), "empty": []}[kind]
    with store_of(quads, tmp_path / "graph") as store:
        coding = coding_of(store)
    files = unzipped(dna_scripts(coding))
    counts = {
        "documents.csv": len(coding.documents),
        "statements.csv": len(coding.statements),
        "entities.csv": sum(map(len, coding.entities.values())),
    }
    for name, count in counts.items():
        own = list(csv.DictReader(io.StringIO(files[name], newline="")))
        frame = pd.read_csv(io.StringIO(files[name], newline=""), dtype=str, keep_default_na=False)
        assert len(own) == len(frame) == count
        assert [list(row.values()) for row in own] == frame.values.tolist()
        assert not [cell for row in own for cell in row.values() if cell.lstrip(" ").startswith(tuple("=+-@\t\r\n"))]
    unguarded = [row["concept"] for row in csv.DictReader(io.StringIO(files["statements.csv"], newline=""))]
    assert [
        cell.removeprefix("'") if cell != one.concept else cell
        for cell, one in zip(unguarded, coding.statements, strict=True)
    ] == [one.concept for one in coding.statements]


def run_r(folder: Path, script: str) -> str:
    (folder / "run.R").write_text(script, "utf-8")
    done = subprocess.run([str(R), "--vanilla", "run.R"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@needs_r
@pytest.mark.parametrize("kind", ["corpus", "hostile", "empty"])
def test_r_hands_every_document_and_placed_statement_to_the_functions_of_rdna(
    kind: str, corpus: EmbeddedStore, tmp_path: Path
) -> None:
    quads = {"corpus": list(corpus.quads), "hostile": hostile_quads(), "empty": []}[kind]
    with store_of(quads, tmp_path / "graph") as store:
        coding = coding_of(store)
    for name, text in unzipped(dna_scripts(coding)).items():
        (tmp_path / name).write_text(text, "utf-8", newline="")
    placed = sum(one.start is not None for one in coding.statements)
    assert run_r(tmp_path, STUB).split() == [str(len(coding.documents)), str(placed)]


@needs_r
def test_r_builds_the_network_of_the_analysis(corpus: EmbeddedStore, tmp_path: Path) -> None:
    coding = coding_of(corpus)
    for name, text in unzipped(dna_scripts(coding)).items():
        (tmp_path / name).write_text(text, "utf-8", newline="")
    stub = "library <- function(...) NULL\ngraph_from_adjacency_matrix <- function(m, ...) m\n"
    out = f'{stub}source("networks.R", encoding = "UTF-8")\nwrite.csv(subtract, "subtract.csv")\n'
    run_r(tmp_path, out)
    told = pd.read_csv(tmp_path / "subtract.csv", index_col=0)
    once = {
        (one.document, one.organization, one.concept, one.agreement) for one in coding.statements if one.organization
    }
    signs: dict[tuple[str, str, int], int] = {}
    for _, organization, concept, agreement in once:
        signs[organization, concept, agreement] = signs.get((organization, concept, agreement), 0) + 1
    organizations = sorted({organization for _, organization, _, _ in once})
    assert sorted(told.index) == organizations
    for one in organizations:
        for other in organizations:
            wanted = sum(
                (1 if agreement == agreement_ else -1) * count * count_
                for (o, concept, agreement), count in signs.items()
                for (o_, concept_, agreement_), count_ in signs.items()
                if (o, o_) == (one, other) and concept == concept_
            )
            assert told.loc[one, other] == (0 if one == other else wanted)


def test_the_scripts_for_r_name_columns_that_the_tables_have(corpus: EmbeddedStore) -> None:
    files = unzipped(dna_scripts(coding_of(corpus)))
    for script in (LOAD, NETWORKS):
        for table, column in re.findall(r"\b(documents|statements|placed)\$(\w+)", script):
            header = (
                files["documents.csv" if table == "documents" else "statements.csv"].partition("\r\n")[0].split(",")
            )
            assert column in header
        for opening, closing_ in ("()", "[]", "{}"):
            assert script.count(opening) == script.count(closing_)
