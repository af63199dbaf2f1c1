"""What a user may give for a parameter, and that nothing given can become part of the query's own text."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import AmbiguousActor, ParameterError
from kg.query import find_actor, find_query, parse_query, run_query
from kg.query.header import fill
from kg.query.parameters import ParameterValue, bind
from tests.query.conftest import OxigraphMemory

if TYPE_CHECKING:
    from pathlib import Path

ID = "https://w3id.org/demarche/id/"
STORE = OxigraphMemory()
HOSTILE = [
    'Ana "El Puente" O’Neill',
    '=HYPERLINK("x") Group',
    "Bo <b>Lind</b>",
    "../../etc/ Front",
    "Rex } UNION { ?s ?p ?o",
    "Rex> } # ",
    "back\\slash \\u007D",
    "line\nbreak } VALUES ?x { UNDEF }",
    "tab\there",
    "\U0001f600 ‮ right to left",
]


@pytest.mark.parametrize(
    "written",
    ["Ardenia", "Republic of Ardenia", "Port Arden", "state:ARD", f"{ID}actor/state/ARD", "  republic of  ARDENIA "],
)
def test_an_actor_is_found_by_iri_curie_label_or_alias(written: str) -> None:
    assert find_actor(STORE, written) == f"{ID}actor/state/ARD"


def test_a_name_that_fits_two_actors_is_an_error_with_both() -> None:
    with pytest.raises(AmbiguousActor) as caught:
        find_actor(STORE, "Ana Morel")
    assert caught.value.candidates == (
        ("local:a200000000000002-morel0000001", "Ana Morel"),
        ("local:a300000000000003-morel0000002", "Ana Morel"),
    )


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("Kestira", "near names: Kestria"),
        ("Lumar", "Lumara"),
        ("state:XYZ", "nothing in this graph is called state:XYZ"),
        (f"{ID}actor/state/XYZ", "nothing in this graph"),
        ("https://a.example/> } #", "no valid IRI"),
        ("Kestrian", "near names"),
    ],
)
def test_an_unknown_actor_is_an_error_that_helps(written: str, complaint: str) -> None:
    with pytest.raises(ParameterError, match=complaint):
        find_actor(STORE, written)


def test_an_actor_of_an_old_wording_alone_is_not_found(tmp_path: Path) -> None:
    file = tmp_path / "old.trig"
    file.write_text(
        """PREFIX dmr: <https://w3id.org/demarche/ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        <https://w3id.org/demarche/id/graph/extraction/0/0> {
          <https://w3id.org/demarche/id/actor/local/0-1> a dmr:Person ; rdfs:label "Bo Old"@en . }"""
    )
    with pytest.raises(ParameterError, match="no actor is called"):
        find_actor(OxigraphMemory(file), "Bo Old")


@pytest.fixture(scope="module")
def hostile_store(tmp_path_factory: pytest.TempPathFactory) -> OxigraphMemory:
    quads = []
    view = ox.NamedNode(f"{ID}graph/view")
    for number, name in enumerate(HOSTILE):
        actor, statement = ox.NamedNode(f"{ID}actor/local/h-{number}"), ox.NamedNode(f"{ID}statement/h-{number}")
        article = ox.NamedNode(f"{ID}article/h")
        facts: list[tuple[ox.NamedNode, str, str | ox.NamedNode]] = [
            (actor, "type", "Person"), (actor, "label", name), (article, "label", "Odd names"),
            (statement, "type", "Statement"), (statement, "speaker", actor), (statement, "about", actor),
            (statement, "content", f"words {number}"), (statement, "reportedIn", article),
        ]  # fmt: skip
        quads += [ox.Quad(subject, *_hostile(predicate, value), view) for subject, predicate, value in facts]
    file = tmp_path_factory.mktemp("hostile") / "hostile.trig"
    file.write_bytes(ox.serialize(quads, format=ox.RdfFormat.TRIG) or b"")
    return OxigraphMemory(file)


def _hostile(predicate: str, value: str | ox.NamedNode) -> tuple[ox.NamedNode, ox.NamedNode | ox.Literal]:
    if predicate == "type":
        rdf_type = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
        return rdf_type, ox.NamedNode(f"https://w3id.org/demarche/ns#{value}")
    if predicate == "label":
        assert isinstance(value, str)
        return ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), ox.Literal(value, language="en")
    term = value if isinstance(value, ox.NamedNode) else ox.Literal(value, language="en")
    return ox.NamedNode(f"https://w3id.org/demarche/ns#{predicate}"), term


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_finds_its_own_statement_and_no_other(hostile_store: OxigraphMemory, name: str) -> None:
    rows = run_query(hostile_store, "who-about-whom", speaker=name)
    assert rows.column("words") == (f"words {HOSTILE.index(name)}",)


@given(st.text())
def test_no_text_can_get_out_of_its_place(text: str) -> None:
    query = find_query("who-about-whom")
    try:
        terms = bind(STORE, query, {"speaker": text})
    except ParameterError:
        return
    for term in terms["speaker"]:
        assert term.startswith("<")
        assert not any(mark in term[1:-1] for mark in '<>"{}|^`\\ ')


@pytest.mark.parametrize("given_day", ["2024-03-01", date(2024, 3, 1), datetime(2024, 3, 1, 23, 59)])
def test_a_day_may_be_text_date_or_datetime(given_day: str | date) -> None:
    bound = bind(STORE, find_query("who-about-whom"), {"from": given_day})
    assert bound == {"from": ('"2024-03-01"^^<http://www.w3.org/2001/XMLSchema#date>',)}


@pytest.mark.parametrize(
    ("query", "name", "value", "complaint"),
    [
        ("who-about-whom", "from", "March 2024", "a day like"),
        ("who-about-whom", "from", "2024-03", "a day like"),
        ("who-about-whom", "from", 20240301, "a day like"),
        ("who-about-whom", "from", ["2024-03-01", "2024-03-02"], "takes one date"),
        ("who-about-whom", "speaker", 7, "takes a text"),
        ("who-about-whom", "speaker", " ", "takes a text"),
        ("who-about-whom", "speker", "x", "did you mean speaker"),
        ("never-quoted", "speaker", "x", "it takes none"),
        ("denied-or-not-said", "why", "refused", "takes one of denied, not-said"),
        ("needs-review", "below", "half", "takes a number"),
        ("needs-review", "below", float("nan"), "takes a number"),
        ("needs-review", "below", True, "takes a number"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(query: str, name: str, value: ParameterValue, complaint: str) -> None:
    with pytest.raises(ParameterError, match=complaint):
        run_query(STORE, query, **{name: value})


def test_integers_take_no_fractions() -> None:
    query = parse_query("", "#+ param: least integer -- so many\nSELECT * WHERE {\n  VALUES ?least { UNDEF }\n}")
    assert bind(STORE, query, {"least": "12"}) == {"least": ('"12"^^<http://www.w3.org/2001/XMLSchema#integer>',)}
    with pytest.raises(ParameterError):
        bind(STORE, query, {"least": "1.5"})


def test_names_may_be_written_for_python_and_for_shells() -> None:
    query = find_query("who-about-whom")
    assert bind(STORE, query, {"on-behalf-of": "state:ARD"}) == bind(STORE, query, {"on_behalf_of": "Ardenia"})
    assert bind(STORE, query, {"from_": "2024-03-01"}) == bind(STORE, query, {"from": "2024-03-01"})


def test_nothing_given_leaves_the_text_as_it_is() -> None:
    query = find_query("who-about-whom")
    assert fill(query, bind(STORE, query, {"speaker": None})) == query.text


@pytest.mark.parametrize("written", HOSTILE)
def test_words_asked_for_stay_words_whatever_they_hold(written: str) -> None:
    query = find_query("by-topic")
    (term,) = bind(STORE, query, {"topic": written})["topic"]
    assert term == str(ox.Literal(written.strip()))
    assert run_query(STORE, "by-topic", topic=written).values == ()


@pytest.mark.parametrize("written", ["", "  ", 3, date(2024, 3, 1)])
def test_words_asked_for_are_a_text_that_is_not_empty(written: ParameterValue) -> None:
    with pytest.raises(ParameterError, match="topic takes a text"):
        bind(STORE, find_query("by-topic"), {"topic": written})
