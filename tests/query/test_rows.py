"""Answers have the types that their columns declare, whatever form the reader wants them in."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from kg.errors import QueryError, UnsafeQuery
from kg.query import Column, Rows, parse_query, run_query
from kg.query.rows import MAX_HTML_ROWS, typed_cell
from kg.store.protocol import Iri, Literal
from tests.query.conftest import OxigraphMemory

XSD = "http://www.w3.org/2001/XMLSchema#"
STORE = OxigraphMemory()
MINE = parse_query("", "SELECT ?a WHERE {}")


def one_column(*cells: str) -> Rows:
    return Rows(query=MINE, columns=(Column(name="a", type="text"),), values=tuple((cell,) for cell in cells))


def test_cells_have_python_types_and_none_where_unbound() -> None:
    first = run_query(STORE, "who-about-whom").to_records()[0]
    assert first["day"] is None
    second = run_query(STORE, "who-about-whom").to_records()[1]
    assert second["day"] == date(2024, 2, 20)
    review = run_query(STORE, "needs-review").to_records()[0]
    assert review["confidence"] == 0.55
    quote = run_query(STORE, "verbatim-words").to_records()[0]
    assert (quote["start"], quote["end"]) == (100, 127)


@pytest.mark.parametrize(
    ("term", "column", "cell"),
    [
        (Literal("2024-03-01", f"{XSD}date"), "date", date(2024, 3, 1)),
        (Literal("2024", f"{XSD}gYear"), "date", "2024"),
        (Literal("7", f"{XSD}nonNegativeInteger"), "any", 7),
        (Literal("0.5", f"{XSD}decimal"), "any", 0.5),
        (Literal("true", f"{XSD}boolean"), "boolean", True),
        (Literal("7"), "any", "7"),
        (Iri("https://w3id.org/demarche/voc/mode/direct"), "concept", "direct"),
        (Iri("https://w3id.org/demarche/voc/mode/direct"), "iri", "https://w3id.org/demarche/voc/mode/direct"),
        (None, "integer", None),
    ],
)
def test_a_term_becomes_a_cell(term: Iri | Literal | None, column: str, cell: object) -> None:
    assert typed_cell(term, column) == cell  # type: ignore[arg-type]  # the table spells the types out


def test_pandas_types_depend_on_the_query_not_on_the_rows() -> None:
    some, none = run_query(STORE, "verbatim-words"), run_query(STORE, "verbatim-words", speaker="Lumara")
    assert dict(some.to_pandas().dtypes) == dict(none.to_pandas().dtypes)
    assert str(some.to_pandas()["start"].dtype) == "Int64"
    assert some.to_pandas()["day"].iloc[0].date() == date(2024, 3, 1)
    assert len(none.to_pandas()) == 0


def test_csv_is_read_back_and_formulas_are_disarmed() -> None:
    rows = one_column('=HYPERLINK("x")', "a,b\nc", "-1", "plain")
    read = list(csv.reader(io.StringIO(rows.to_csv())))
    assert read == [["a"], ['\'=HYPERLINK("x")'], ["a,b\nc"], ["'-1"], ["plain"]]


def test_html_escapes_every_cell_and_limits_the_rows() -> None:
    rows = one_column("<script>alert(1)</script>", *["x"] * MAX_HTML_ROWS)
    page = rows._repr_html_()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "1 more rows are not shown" in page


def test_a_hostile_address_is_no_link() -> None:
    assert "<a " not in one_column("javascript:alert(1)")._repr_html_()


def test_a_text_of_the_users_own_is_asked_as_it_stands() -> None:
    rows = run_query(
        STORE,
        """PREFIX dmr: <https://w3id.org/demarche/ns#>
        SELECT (COUNT(?s) AS ?n) (MAX(?day) AS ?last) WHERE { ?s a dmr:Attitude ; dmr:saidLatest ?day }""",
    )
    assert rows.values == ((1, date(2024, 3, 2)),)


def test_a_text_may_have_parameters_of_its_own() -> None:
    text = """#+ param: actor actor -- anybody
    SELECT ?label WHERE {
      VALUES ?actor { UNDEF }
      ?actor <http://www.w3.org/2000/01/rdf-schema#label> ?label
    }"""
    assert run_query(STORE, text, actor="Port Arden").column("label") == ("Ardenia",)


def test_a_text_that_reaches_outside_is_refused() -> None:
    with pytest.raises(UnsafeQuery):
        run_query(STORE, "SELECT * WHERE { SERVICE <http://localhost:1/> { ?s ?p ?o } }")


def test_a_header_that_names_a_column_not_selected_is_an_error() -> None:
    with pytest.raises(QueryError, match="'day'"):
        run_query(STORE, "#+ column: day date -- the day\nSELECT ?s WHERE { ?s ?p ?o }")
