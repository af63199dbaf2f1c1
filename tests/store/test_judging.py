"""Whatever is loaded, judged and withdrawn, and in whatever order: the view is the one computed from nothing."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.identity.judgements import WIKIDATA, Judgement, Verdict, pair, rule_judgement
from kg.store import EmbeddedStore
from kg.store.view import article_part
from kg.vocab import ids
from tests.store.test_upkeep import TEXTS, _reading, _take_in, _view
from tests.store.world import (
    COMMITTEE,
    MINISTRY,
    NEXT_RUN,
    NORVIK,
    RUN,
    TESSALY,
    Saying,
    article,
    iri,
    person,
    rows,
    telling,
    writer_in_memory,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    import pytest

    from kg.store.records import ArticleRecord
    from kg.store.view import ViewPart
    from kg.store.writer import GraphWriter

ARTICLES = [
    article(TEXTS[0], url="https://a.example/0", published="2024-05-01", publisher="Fjord Post"),
    article(TEXTS[1], url="https://a.example/1", published="2024-05-02", publisher="Coast Radio"),
    article(TEXTS[5], url="https://b.example/2", publisher="FJORD POST"),
    article(TEXTS[6], url="https://b.example/3", published="2024-05-03"),
    article(TEXTS[7], url="https://c.example/4", published="2024-05-04", publisher="Coast Radio"),
    # Another wording of the second article, and a copy of it elsewhere.
    article(TEXTS[8], url="https://a.example/1", published="2024-05-02", updated="2024-05-06"),
    article(TEXTS[1], url="https://copy.example/1", published="2024-04-30"),
]
HUBS = [iri(ids.joined_person_id(name, NORVIK, "spokesperson")) for name in ("Anna Lund", "Per Holm")]
ACTORS = sorted(
    {
        *HUBS,
        *(iri(person(source, name)) for source in ARTICLES for name in ("Anna Lund", "Per Holm")),
        *(iri(actor) for actor in (NORVIK, TESSALY, MINISTRY, COMMITTEE)),
        *(iri(ids.outlet_id(name)) for name in ("Fjord Post", "Coast Radio")),
        f"{WIKIDATA}Q1",
        f"{WIKIDATA}Q2",
    }
)
VERDICTS = st.sampled_from([Verdict.SAME, Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE])
PAIRS = [pair(one, other) for one in ACTORS for other in ACTORS if one < other]


def judged(actors: tuple[str, str], verdict: Verdict = Verdict.SAME) -> Judgement:
    return Judgement(actors=actors, verdict=verdict, by="Ada", day=date(2024, 6, 1), why="seen together")


def taken_back(entry: Judgement) -> Judgement:
    return Judgement(
        actors=entry.actors, verdict=Verdict.WITHDRAWN, by="Ada", day=date(2024, 6, 2), withdraws=entry.iri
    )


def _load(number: int, *, again: bool) -> Callable[[GraphWriter], None]:
    return lambda writer: _take_in(writer, _reading(ARTICLES[number], NEXT_RUN if again else RUN))


def _judge(actors: tuple[str, str], verdict: Verdict) -> Callable[[GraphWriter], None]:
    return lambda writer: (writer.judge([judged(actors, verdict)]), None)[1]


def _undo(number: int) -> Callable[[GraphWriter], None]:
    def undo(writer: GraphWriter) -> None:
        entries = [entry for entry in writer.ledger if entry.withdraws is None]
        if entries:
            writer.judge([taken_back(entries[number % len(entries)])])

    return undo


def _part_from_rule(number: int, name: str) -> Callable[[GraphWriter], None]:
    local = iri(person(ARTICLES[number], name))
    hub = HUBS[0] if name == "Anna Lund" else HUBS[1]
    return lambda writer: (writer.judge([taken_back(rule_judgement(local, hub))]), None)[1]


steps = st.one_of(
    st.builds(_load, st.integers(0, len(ARTICLES) - 1), again=st.booleans()),
    st.builds(_judge, st.sampled_from(PAIRS), VERDICTS),
    st.builds(_undo, st.integers(0, 9)),
    st.builds(_part_from_rule, st.integers(0, len(ARTICLES) - 1), st.sampled_from(["Anna Lund", "Per Holm"])),
    st.just(lambda writer: writer.flush()),
)  # fmt: skip


def everything_shown(writer: GraphWriter) -> list[str]:
    shown_as = ox.NamedNode(ids.expand(ids.SHOWN_AS_GRAPH))
    return _view(writer) + sorted(map(str, writer.quads.quads_for_pattern(None, None, None, shown_as)))


@given(st.lists(steps, min_size=3, max_size=14))
@settings(max_examples=60, deadline=None)
def test_the_view_follows_the_ledger_as_if_it_were_computed_from_nothing(
    taken: list[Callable[[GraphWriter], None]],
) -> None:
    writer = writer_in_memory()
    for step in taken:
        step(writer)
    writer.flush()
    kept, counted = everything_shown(writer), _counted(writer)
    writer.rebuild_view()
    assert kept == everything_shown(writer)
    assert counted == _counted(writer)


@given(st.lists(steps, min_size=3, max_size=10), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_loading_and_judging_leaves_no_trace(
    taken: list[Callable[[GraphWriter], None]], random: Random
) -> None:
    one, two = writer_in_memory(), writer_in_memory()
    for step in taken:
        step(one)
    one.flush()
    again = [_load_as_in(one, version, run) for version, run in _done(one)]
    again += [partial(_judge_again, entry) for entry in one.ledger]
    random.shuffle(again)
    for step in again:
        step(two)
    two.flush()
    assert everything_shown(one) == everything_shown(two)


def _load_as_in(other: GraphWriter, version: str, run: str) -> Callable[[GraphWriter], None]:
    found = other.texts.article(version)
    assert found is not None
    quads = _reading(found, RUN if run == RUN.fingerprint else NEXT_RUN).quads
    return lambda writer: (writer.add(found, run, quads), None)[1]


def _judge_again(entry: Judgement, writer: GraphWriter) -> None:
    writer.judge([entry])


def _done(writer: GraphWriter) -> list[tuple[str, str]]:
    return writer.texts._db.execute("SELECT version, run FROM versions WHERE run IS NOT NULL").fetchall()


def _counted(writer: GraphWriter) -> list[tuple[str, ...]]:
    return sorted(writer.texts._db.execute("SELECT * FROM shared").fetchall())


@given(
    st.lists(st.builds(_load, st.integers(0, 6), again=st.booleans()), min_size=2, max_size=6),
    st.lists(st.tuples(st.sampled_from(PAIRS), VERDICTS), min_size=1, max_size=4),
    st.lists(st.builds(_load, st.integers(0, 6), again=st.booleans()), min_size=1, max_size=4),
)  # fmt: skip
@settings(max_examples=40, deadline=None)
def test_merged_undone_loaded_and_undone_again_is_as_if_never_merged(
    first: Sequence[Callable[[GraphWriter], None]],
    merged: Sequence[tuple[tuple[str, str], Verdict]],
    more: Sequence[Callable[[GraphWriter], None]],
) -> None:
    never, writer = writer_in_memory(), writer_in_memory()
    entries = [judged(actors, verdict) for actors, verdict in merged]
    for step in first:
        step(never)
        step(writer)
    writer.judge(entries)
    writer.judge(map(taken_back, entries))
    for step in more:
        step(never)
        step(writer)
    writer.judge(map(taken_back, entries))
    never.flush()
    writer.flush()
    assert everything_shown(writer) == everything_shown(never)
    assert {entry.iri for entry in writer.ledger} == {
        entry.iri for made in entries for entry in (made, taken_back(made))
    }


def _asked(writer: GraphWriter, query: str) -> list[tuple[str | None, ...]]:
    writer.flush()
    return rows(EmbeddedStore(writer.folder, writer.quads, writer.texts), query)


def test_statements_opinions_and_principals_follow_whoever_stands_for_an_actor() -> None:
    writer = writer_in_memory()
    source = article("Cod are ours, said one.", url="https://a.example/1")
    reading = telling(source, [Saying("Cod are ours", "Anna Lund", NORVIK, "negative")], joined=False)
    writer.add(source, reading.run, reading.quads)
    writer.judge([judged(pair(iri(person(source, "Anna Lund")), iri(MINISTRY)))])
    found = _asked(writer, "SELECT ?who ?bound ?opposed { ?s :speaker ?who ; :onBehalfOf ?bound ; :opposes ?opposed }")
    # The ministry of the reference data is an organ of Norvik, and so are its words.
    assert found == [(iri(MINISTRY), iri(NORVIK), iri(NORVIK))]
    assert _asked(writer, "SELECT ?name { ?who :organOf ?state ; rdfs:label ?name }") == [("Ministry of Norvik",)]
    writer.judge([judged(pair(iri(NORVIK), iri(TESSALY)))])
    assert _asked(writer, "SELECT ?bound ?target { ?s :onBehalfOf ?bound ; :opposes ?target }") == [(iri(NORVIK),) * 2]


def test_a_new_wording_of_an_article_keeps_what_was_judged_of_its_people() -> None:
    writer = writer_in_memory()
    old = article("Nets were cut, said one.", url="https://a.example/1", published="2024-05-01")
    new = article("Nets were cut, it said.", url="https://a.example/1", published="2024-05-01", updated="2024-05-02")
    other = article("Boats left port, said one.", url="https://b.example/1")
    for source, words, name in ((old, "Nets were cut", "Anna Lund"), (other, "Boats left port", "A. Lund")):
        reading = telling(source, [Saying(words, name)], joined=False)
        writer.add(source, reading.run, reading.quads)
    writer.judge([judged(pair(iri(person(old, "Anna Lund")), iri(person(other, "A. Lund"))))])
    reading = telling(new, [Saying("Nets were cut", "Anna Lund")], joined=False)
    writer.add(new, reading.run, reading.quads)
    assert len(_asked(writer, "SELECT DISTINCT ?who { ?s :speaker ?who }")) == 1
    assert _asked(writer, "SELECT ?name { ?who a :Person ; rdfs:label ?name }") == [("Anna Lund",)]


def test_judging_touches_only_the_articles_that_it_concerns(monkeypatch: pytest.MonkeyPatch) -> None:
    writer = writer_in_memory()
    for number in range(9):
        source = article(f"Cod are ours {number}, said one.", url=f"https://a.example/{number}")
        reading = telling(source, [Saying("Cod are ours", f"Anna Lund{'n' * number}")])
        writer.add(source, reading.run, reading.quads)
    writer.flush()
    computed: list[str] = []

    def counted(record: ArticleRecord, *rest: Any) -> ViewPart:
        computed.append(record.version)
        return article_part(record, *rest)

    monkeypatch.setattr("kg.store.upkeep.article_part", counted)
    one, other = (iri(ids.joined_person_id(name, NORVIK, "spokesperson")) for name in ("Anna Lund", "Anna Lundn"))
    writer.judge([judged(pair(one, other))])
    assert len(set(computed)) == 2
