"""Answers have the types that their columns declare, whatever form the reader wants them in."""

from __future__ import annotations

import csv
import io
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ExtraMissing, QueryError, UnsafeQuery
from kg.query import Column, Rows, parse_query, run_query
from kg.query.html_table import MAX_CHARACTERS
from kg.query.rows import MAX_HTML_ROWS, Cell, typed_cell
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


def test_html_shows_short_names_and_keeps_the_whole_iri_as_title() -> None:
    page = run_query(STORE, "who-about-whom", speaker="person:ard-orban")._repr_html_()
    whole = "https://w3id.org/demarche/id/actor/person/ard-orban"
    assert f'<a href="{whole}" title="{whole}">person:ard-orban</a>' in page
    assert f">{whole}<" not in page
    assert "Who said what about whom, oldest first." in page


def test_html_cuts_long_texts_and_keeps_them_whole_as_title() -> None:
    page = one_column("<b>" + "x" * 10_000)._repr_html_()
    assert page.count("x" * 1000) == 10
    assert f"&lt;b&gt;{'x' * (MAX_CHARACTERS - 3)}…</td>" in page


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


CELLS: dict[str, st.SearchStrategy[Cell]] = {
    "text": st.none() | st.text(max_size=9),
    "iri": st.none() | st.just("https://example.org/x"),
    "concept": st.none() | st.sampled_from(["direct", "mixed"]),
    "date": st.none() | st.dates() | st.just("2024"),
    "integer": st.none() | st.integers() | st.just("many"),
    "decimal": st.none() | st.floats(allow_nan=False, allow_infinity=False),
    "boolean": st.none() | st.booleans(),
    "any": st.none() | st.text(max_size=9) | st.integers(0, 9) | st.booleans() | st.dates(),
}


@st.composite
def answers(draw: st.DrawFn) -> Rows:
    types = draw(st.lists(st.sampled_from(sorted(CELLS)), min_size=1, max_size=4))
    columns = tuple(Column(name=f"c{place}", type=type_) for place, type_ in enumerate(types))  # type: ignore[arg-type]  # of the table
    values = draw(st.lists(st.tuples(*(CELLS[type_] for type_ in types)), max_size=5))
    return Rows(query=MINE, columns=columns, values=tuple(values))


def in_frame(cell: Cell, column: Column) -> Cell:
    """The cell as every frame must give it back."""
    wanted = {"date": date, "integer": int, "decimal": float, "boolean": bool}.get(column.type)
    if wanted is None or cell is None:
        return cell
    is_fitting = type(cell) is wanted and not (type(cell) is int and abs(cell) >= 2**63)
    return cell if is_fitting else None


@settings(deadline=None)
@given(rows=answers())
def test_polars_and_arrow_give_every_cell_back_in_its_declared_type(rows: Rows) -> None:
    frame, table = rows.to_polars(), rows.to_arrow()
    assert frame.columns == table.column_names == [column.name for column in rows.columns]
    for place, column in enumerate(rows.columns):
        if column.type == "any":
            continue
        expected = [in_frame(row[place], column) for row in rows]
        assert frame[column.name].to_list() == expected
        assert table.column(column.name).to_pylist() == expected


@settings(deadline=None)
@given(rows=answers())
def test_pandas_gives_every_cell_back_or_a_missing_one(rows: Rows) -> None:
    frame = rows.to_pandas()
    for place, column in enumerate(rows.columns):
        if column.type == "any":
            continue
        missing = list(frame[column.name].isna())
        cells = [None if lost else cell for cell, lost in zip(frame[column.name].tolist(), missing, strict=True)]
        days = [cell.date() if column.type == "date" and cell is not None else cell for cell in cells]
        assert days == [in_frame(row[place], column) for row in rows]


@given(rows=answers())
def test_records_and_html_hold_all_cells(rows: Rows) -> None:
    assert [tuple(record.values()) for record in rows.to_records()] == list(rows)
    assert rows._repr_html_().count("<td") == len(rows) * len(rows.columns)


def test_frames_of_an_answer_without_rows_have_the_types_of_a_full_one() -> None:
    some, none = run_query(STORE, "verbatim-words"), run_query(STORE, "verbatim-words", speaker="Lumara")
    assert some.to_polars().schema == none.to_polars().schema
    assert some.to_arrow().schema == none.to_arrow().schema
    assert some.to_polars()["day"][0] == date(2024, 3, 1)


@pytest.mark.parametrize(("library", "extra"), [("pandas", "notebook"), ("polars", "table"), ("pyarrow", "parquet")])
def test_a_missing_library_is_told_with_its_extra(library: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    form = {"pandas": Rows.to_pandas, "polars": Rows.to_polars, "pyarrow": Rows.to_arrow}[library]
    with pytest.raises(ExtraMissing, match=extra):
        form(one_column("x"))


def test_printed_rows_have_short_names_and_their_number() -> None:
    printed = str(one_column("https://w3id.org/demarche/id/actor/state/FRA", "https://example.org/x", "a: b"))
    assert printed.splitlines() == ["a", "state:FRA", "https://example.org/x", "a: b", "(3 rows)"]
