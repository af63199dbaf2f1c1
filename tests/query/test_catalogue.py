"""Headers, parameters and columns of the shipped queries agree with the queries themselves."""

from __future__ import annotations

import csv
import re

import pyoxigraph as ox
import pytest

from kg.errors import QueryError, UnknownQuery
from kg.query import Query, catalogue, find_query, parse_query
from kg.resources import resource
from kg.store.safety import check_query
from kg.vocab.prefixes import NS, PREFIXES

SHIPPED = catalogue()
TRIPLE = ["subject", "predicate", "object"]
EVERY = pytest.mark.parametrize("query", SHIPPED, ids=lambda query: query.name)


def projection(query: Query) -> list[str]:
    found = ox.Store().query(query.text)
    return [variable.value for variable in found.variables] if isinstance(found, ox.QuerySolutions) else TRIPLE


@EVERY
def test_header_columns_are_what_the_query_selects_in_that_order(query: Query) -> None:
    assert [column.name for column in query.columns] == projection(query)


@EVERY
def test_parameters_are_the_unfilled_lines_first_in_the_query(query: Query) -> None:
    unfilled = re.findall(r"VALUES \?(\w+) \{ UNDEF \}", query.text)
    assert list(dict.fromkeys(unfilled)) == [parameter.name for parameter in query.parameters]
    before = query.text[: query.text.index("UNDEF")] if unfilled else ""
    assert "dmr:about" not in before.split("WHERE", 1)[-1]


@EVERY
def test_every_query_is_documented_ordered_and_safe(query: Query) -> None:
    assert query.summary.endswith((".", "?"))
    assert query.tags
    assert all(column.text for column in query.columns)
    assert query.is_construct or re.search(r"\nORDER BY [^{}]+\n$", query.text)
    check_query(query.text)


@EVERY
def test_prefixes_are_written_out_and_are_those_of_the_one_map(query: Query) -> None:
    declared = dict(re.findall(r"^PREFIX (\w+): <([^>]+)>$", query.text, re.MULTILINE))
    assert declared == {prefix: PREFIXES[prefix] for prefix in declared}
    pattern = re.split("SELECT|CONSTRUCT", query.text, maxsplit=1)[1]
    body = re.sub(r'"[^"]*"|<[^>\s]*>|^#.*$', "", pattern, flags=re.MULTILINE)
    assert set(re.findall(r"(?<![\w?])(\w+):\w", body)) == set(declared)


@EVERY
def test_every_term_of_ours_in_a_query_is_defined_in_the_ontology(query: Query) -> None:
    ontology = ox.Store()
    for file in sorted(resource("ontology").glob("*.ttl")):
        ontology.load(path=str(file), format=ox.RdfFormat.TURTLE)
    for term in set(re.findall(r"dmr:(\w+)", query.text)):
        assert any(ontology.quads_for_pattern(ox.NamedNode(f"{NS}{term}"), None, None, None)), term


@EVERY
def test_default_graph_is_never_chosen_by_the_query(query: Query) -> None:
    assert not re.search(r"\bFROM\b", re.sub(r"\?\w+|^#.*$", "", query.text, flags=re.MULTILINE))


def test_all_31_competency_questions_are_answered() -> None:
    answered = {number for query in SHIPPED for number in query.questions}
    assert answered == set(range(1, 32))
    with resource("queries").joinpath("questions.csv").open(encoding="utf-8", newline="") as file:
        listed = {int(row["number"]): row["question"] for row in csv.DictReader(file)}
    assert set(listed) == answered
    assert all(listed.values())


def test_the_page_lists_every_competency_question_with_its_queries() -> None:
    page = resource("queries").joinpath("README.md").read_text(encoding="utf-8")
    for query in SHIPPED:
        for number in query.questions:
            (row,) = (line for line in page.splitlines() if line.startswith(f"| {number} |"))
            assert f"[`{query.slug}`]({query.name}.rq)" in row


def test_slugs_are_unique_so_that_a_slug_names_a_query() -> None:
    slugs = [query.slug for query in SHIPPED]
    assert len(slugs) == len(set(slugs))
    assert find_query("who-about-whom") is find_query("statements/who-about-whom")
    assert find_query("who_about_whom").kind == "statements"


def test_an_unknown_name_is_answered_with_near_ones() -> None:
    with pytest.raises(UnknownQuery, match="statements/who-about-whom"):
        find_query("who-about-who")


@pytest.mark.parametrize(
    ("header", "complaint"),
    [
        ("#+ sumary: typo", "unknown header line 'sumary'"),
        ("#+ param: speaker person -- who", "should read"),
        ("#+ param: speaker actor who spoke", "should read"),
        ("#+ param: why concept -- why", "names its scheme"),
        ("#+ param: speaker actor -- who", "no line `VALUES"),
        ("#+ question: three", "number of a competency question"),
    ],
)
def test_a_broken_header_says_what_is_wrong(header: str, complaint: str) -> None:
    with pytest.raises(QueryError, match=complaint):
        parse_query("mine", f"{header}\nSELECT * WHERE {{ ?s ?p ?o }}")


def test_a_query_without_header_is_a_query() -> None:
    query = parse_query("", "SELECT ?s WHERE { ?s ?p ?o }")
    assert query.parameters == ()
    assert query.columns == ()
