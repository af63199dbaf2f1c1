"""Every network twice: by SPARQL over the graph and by plain Python over the rows, on random graphs, equal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis import (
    Rules,
    Selection,
    actor_by_concept,
    agreement_network,
    mentions,
    on_behalf_of,
    pairs_of,
    statements_of,
    strengths,
    who_about_whom,
)
from kg.vocab.prefixes import NS
from tests.query.conftest import VIEW, OxigraphMemory

if TYPE_CHECKING:
    from kg.analysis import StatementTable
    from kg.analysis.agreement import Agreement

EX = "https://example.org/"
HEAD = f"PREFIX dmr: <{NS}> SELECT "
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
ACTORS = {"p0": "Person", "p1": "Person", "m0": "GovernmentBody", "st0": "State", "st1": "State", "st2": "State"}
BINDS = {"p0": ("m0", "st0"), "p1": ("st1",), "m0": ("st0",), "st0": ("st0",), "st1": ("st1",), "st2": ("st2",)}
TARGETS = ("st0", "st1", "st2", "m0", "draft")
SIGNED = """
  ?{0} dmr:speaker ?{1} ; dmr:reportedIn ?article{0} ; a ?kind{0} . FILTER(?kind{0} IN (dmr:Statement, dmr:Attitude))
  {{ ?{0} dmr:favours ?target . BIND(1 AS ?q{0}) }} UNION {{ ?{0} dmr:opposes ?target . BIND(-1 AS ?q{0}) }}
  FILTER NOT EXISTS {{ ?{0} dmr:favours ?target ; dmr:opposes ?target }} """


class MadeUp(OxigraphMemory):
    def __init__(self, quads: list[ox.Quad]) -> None:
        self.store = ox.Store()
        self.store.extend(quads)


@st.composite
def graphs(draw: st.DrawFn) -> MadeUp:
    quads: list[ox.Quad] = []

    def add(subject: str, predicate: str, value: str | ox.Literal) -> None:
        node = ox.NamedNode(value) if isinstance(value, str) else value
        quads.append(ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), node, ox.NamedNode(VIEW)))

    for name, kind in {**ACTORS, "draft": "DraftResolution"}.items():
        add(EX + name, TYPE, NS + kind)
        add(EX + name, LABEL, ox.Literal(name))
    add(f"{EX}m0", f"{NS}organOf", f"{EX}st0")
    kinds = st.sampled_from(["Statement", "Statement", "Attitude", "SecondHand", "NonAssertion"])
    for number in range(draw(st.integers(0, 8))):
        one = f"{EX}s{number}"
        add(one, TYPE, NS + draw(kinds))
        add(one, f"{NS}reportedIn", f"{EX}a{draw(st.integers(0, 2))}")
        for speaker in draw(st.lists(st.sampled_from(sorted(ACTORS)), min_size=1, max_size=2, unique=True)):
            add(one, f"{NS}speaker", EX + speaker)
            for bound in BINDS[speaker]:
                add(one, f"{NS}onBehalfOf", EX + bound)
        if draw(st.booleans()):
            day = f"2024-03-{draw(st.integers(1, 5)):02}"
            add(one, f"{NS}saidLatest", ox.Literal(day, datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")))
        for target in draw(st.lists(st.sampled_from(TARGETS), max_size=3, unique=True)):
            add(one, f"{NS}about", EX + target)
            for stance in draw(st.lists(st.sampled_from(["opposes", "favours"]), max_size=2, unique=True)):
                add(one, f"{NS}{stance}", EX + target)
    return MadeUp(quads)


def asked(store: MadeUp, query: str) -> set[tuple[str, ...]]:
    rows = store.select(HEAD + query).rows
    return {tuple(str(cell).removeprefix(EX) for cell in row) for row in rows}


def short(node: str) -> str:
    return node.removeprefix("concept:").removeprefix(EX)


def pairwise(store: MadeUp, condition: str) -> set[tuple[str, ...]]:
    """Pairs of speakers with the number of pairs of signed statements about one target, as SPARQL counts them."""
    signed = SIGNED.format("s", "one") + SIGNED.format("t", "other")
    return asked(
        store,
        f"?one ?other (COUNT(*) AS ?n) WHERE {{ {{ SELECT DISTINCT ?one ?other ?s ?t ?target WHERE {{ {signed} "
        f"FILTER(STR(?one) < STR(?other)) {condition} }} }} }} GROUP BY ?one ?other",
    )


def weights(table: StatementTable, agreement: Agreement) -> set[tuple[str, ...]]:
    network = agreement_network(table, agreement, Rules(duplicates="include"))
    return {
        (*sorted((short(one), short(other))), str(round(tie["weight"]))) for one, other, tie in network.edges(data=True)
    }


@settings(max_examples=30, deadline=None)
@given(store=graphs())
def test_agreement_and_contradiction_are_what_sparql_counts(store: MadeUp) -> None:
    table = statements_of(store)
    assert weights(table, "congruence") == pairwise(store, "FILTER(?qs = ?qt)")
    assert weights(table, "conflict") == pairwise(store, "FILTER(?qs != ?qt)")
    assert weights(table, "ignore") == pairwise(store, "")


@settings(max_examples=30, deadline=None)
@given(store=graphs())
def test_who_speaks_about_whom_is_what_sparql_counts_by_sign(store: MadeUp) -> None:
    network = who_about_whom(statements_of(store))
    counted = asked(
        store,
        """?speaker ?target (COUNT(DISTINCT ?s) AS ?n) (SUM(?against) AS ?negative) WHERE {
          { SELECT DISTINCT ?speaker ?target ?s ?against WHERE {
          ?s dmr:speaker ?speaker ; dmr:about ?target ; a ?kind . FILTER(?kind IN (dmr:Statement, dmr:Attitude))
          FILTER NOT EXISTS { ?target a dmr:DraftResolution }
          BIND(IF(EXISTS { ?s dmr:opposes ?target } && NOT EXISTS { ?s dmr:favours ?target }, 1, 0) AS ?against) } }
        } GROUP BY ?speaker ?target""",
    )
    ties = pairs_of(network).edges(data=True)
    assert counted == {(short(a), short(b), str(tie["weight"]), str(tie["negative"])) for a, b, tie in ties}
    assert sum(found.said for found in strengths(network).values()) == network.number_of_edges()


@settings(max_examples=30, deadline=None)
@given(store=graphs())
def test_praise_less_blame_is_what_sparql_sums(store: MadeUp) -> None:
    network = actor_by_concept(statements_of(store), "subtract", Rules(duplicates="include"))
    summed = asked(
        store,
        f"?one ?target (SUM(?qs) AS ?n) WHERE {{ {{ SELECT DISTINCT ?one ?target ?s ?qs WHERE {{ "
        f"{SIGNED.format('s', 'one')} }} }} }} GROUP BY ?one ?target HAVING (SUM(?qs) != 0)",
    )
    assert summed == {(short(one), short(other), str(tie["weight"])) for one, other, tie in network.edges(data=True)}


@settings(max_examples=30, deadline=None)
@given(store=graphs())
def test_mentions_and_steps_upwards_are_what_sparql_counts(store: MadeUp) -> None:
    table = statements_of(store)
    named = asked(
        store,
        """?speaker ?target (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s dmr:speaker ?speaker ; dmr:about ?target ; a ?kind .
          FILTER(?kind IN (dmr:Statement, dmr:Attitude)) FILTER NOT EXISTS { ?target a dmr:DraftResolution }
        } GROUP BY ?speaker ?target""",
    )
    assert named == {
        (short(one), short(other), str(tie["weight"])) for one, other, tie in mentions(table).edges(data=True)
    }
    persons = asked(
        store,
        """?speaker ?bound (COUNT(DISTINCT ?s) AS ?n) WHERE {
          ?s dmr:speaker ?speaker ; dmr:onBehalfOf ?bound ; a ?kind .
          ?speaker a dmr:Person . FILTER(?kind IN (dmr:Statement, dmr:Attitude))
          FILTER NOT EXISTS { ?s dmr:speaker ?other . FILTER(?other != ?speaker) }
          FILTER NOT EXISTS { ?s dmr:onBehalfOf ?lower . ?lower dmr:organOf ?bound } } GROUP BY ?speaker ?bound""",
    )
    steps = on_behalf_of(table)
    first = {(short(a), short(b), str(tie["weight"])) for a, b, tie in steps.edges(data=True) if short(a)[0] == "p"}
    assert first == persons


@settings(max_examples=40, deadline=None)
@given(store=graphs(), first=st.integers(1, 5), length=st.integers(0, 4))
def test_a_period_chosen_by_sparql_is_the_one_chosen_from_the_rows(store: MadeUp, first: int, length: int) -> None:
    chosen = Selection(since=f"2024-03-{first:02}", until=f"2024-03-{first + length:02}", voice="state")
    assert chosen.apply(statements_of(store)).rows == statements_of(store, chosen).rows
