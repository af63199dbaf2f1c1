"""Corrections of statements: what they show, that they can be taken back, and that they find their place again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.store.corrections import (
    Correction,
    Part,
    correction_quads,
    corrections_in_force,
    days_told,
    said_in_words,
    stored_corrections,
)
from kg.vocab import ids
from kg.vocab.dmr import DMR
from tests.store.test_upkeep import SAYINGS, TEXTS, _reading, _take_in, _view
from tests.store.world import NEXT_RUN, NORVIK, RUN, TESSALY, Saying, article, iri, telling, writer_in_memory

if TYPE_CHECKING:
    from kg.model import Article
    from kg.store.writer import GraphWriter

ARTICLES = [
    article(TEXTS[0], url="https://a.example/0", published="2024-05-01", publisher="Fjord Post"),
    article(TEXTS[1], url="https://a.example/1", published="2024-05-02", publisher="Coast Radio"),
    # Another wording of the second one, and a copy of it elsewhere.
    article(TEXTS[2], url="https://a.example/1", published="2024-05-02", updated="2024-05-06"),
    article(TEXTS[1], url="https://copy.example/1", published="2024-04-30"),
]
STATEMENT = ids.expand("statement/x")
STRAND = ids.expand("actor/person/joined-0123456789ab")
SPEAKER, ABOUT, OPPOSES, CONTENT, CORRECTED_BY = (
    ox.NamedNode(str(term)) for term in (DMR.speaker, DMR.about, DMR.opposes, DMR.content, DMR.correctedBy)
)
EARLIEST, LATEST = ox.NamedNode(str(DMR.saidEarliest)), ox.NamedNode(str(DMR.saidLatest))


def written(*readings: object) -> GraphWriter:
    writer = writer_in_memory()
    for reading in readings:
        _take_in(writer, reading)  # type: ignore[arg-type]
    writer.flush()
    return writer


def statements(writer: GraphWriter) -> dict[str, str]:
    """Words that the view shows -> the statement that has them."""
    view = ox.NamedNode(ids.expand(ids.VIEW_GRAPH))
    found = writer.quads.quads_for_pattern(None, CONTENT, None, view)
    return {str(quad.object.value): str(quad.subject).strip("<>") for quad in found}  # type: ignore[union-attr]


def shown(writer: GraphWriter, statement: str, predicate: ox.NamedNode) -> set[str]:
    view = ox.NamedNode(ids.expand(ids.VIEW_GRAPH))
    found = writer.quads.quads_for_pattern(ox.NamedNode(statement), predicate, None, view)
    return {quad.object.value for quad in found}  # type: ignore[union-attr]


def correction(source: Article, statement: str, anchor: str, part: Part, **said: object) -> Correction:
    made = Correction(
        statement=statement, article=ids.expand(ids.article_path(source)), text_hash=source.text_hash, anchor=anchor,
        part=part, by="Ada", day=date(2024, 6, 1),
    )  # fmt: skip
    return replace(made, **said)  # type: ignore[arg-type]


def test_each_part_of_a_statement_can_be_corrected_and_the_record_stays() -> None:
    writer = written(_reading(ARTICLES[0], RUN))
    words = SAYINGS[0].words
    statement = statements(writer)[words]
    record = {quad for quad in writer.quads if "/graph/extraction/" in str(quad.graph_name)}
    writer.correct(
        [
            correction(ARTICLES[0], statement, words, Part.SPEAKER, new=(iri(TESSALY),)),
            correction(ARTICLES[0], statement, words, Part.ABOUT, new=(iri(NORVIK),)),
            correction(ARTICLES[0], statement, words, Part.STANCE, new=(iri(NORVIK),), side="negative"),
            correction(ARTICLES[0], statement, words, Part.WORDS, now="The cod"),
        ]
    )
    assert shown(writer, statement, SPEAKER) == {iri(TESSALY)}
    assert shown(writer, statement, ABOUT) == {iri(NORVIK)}
    assert shown(writer, statement, OPPOSES) == {iri(NORVIK)}
    assert shown(writer, statement, CONTENT) == {"The cod"}
    assert len(shown(writer, statement, CORRECTED_BY)) == 4
    assert {quad for quad in writer.quads if "/graph/extraction/" in str(quad.graph_name)} == record


@pytest.mark.parametrize(
    ("now", "earliest", "latest"),
    [
        ("2024-04-29", set(), {"2024-04-29"}),
        ("2024-04-28 to 2024-04-30", {"2024-04-28"}, {"2024-04-30"}),
        ("not told", set(), {"2024-05-01"}),
    ],
)
def test_the_days_of_a_statement_can_be_corrected(now: str, earliest: set[str], latest: set[str]) -> None:
    writer = written(_reading(ARTICLES[0], RUN))
    before, words = _view(writer), SAYINGS[0].words
    statement = statements(writer)[words]
    # Whatever the reader found, or another person said before.
    writer.correct([correction(ARTICLES[0], statement, words, Part.DAY, now="2024-04-01", day=date(2024, 5, 31))])
    entry = correction(ARTICLES[0], statement, words, Part.DAY, now=now)
    writer.correct([entry])
    assert (shown(writer, statement, EARLIEST), shown(writer, statement, LATEST)) == (earliest, latest)
    writer.correct([replace(each, withdraws=each.iri) for each in writer.corrections])
    assert _view(writer) == before


@given(st.dates(), st.dates())
def test_days_are_kept_as_they_were_given(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert days_told(said_in_words(first, last)) == (first, last)
    assert days_told(said_in_words(None, None)) is None


def test_a_rejected_statement_is_in_no_answer_until_that_is_taken_back() -> None:
    writer = written(_reading(ARTICLES[0], RUN))
    before = _view(writer)
    words = SAYINGS[0].words
    rejected = correction(ARTICLES[0], statements(writer)[words], words, Part.WHOLE)
    writer.correct([rejected])
    assert words not in statements(writer)
    assert statements(writer)
    writer.correct([replace(rejected, withdraws=rejected.iri)])
    assert _view(writer) == before


def test_the_later_of_two_corrections_counts_and_the_earlier_one_again_when_it_goes() -> None:
    one = correction(ARTICLES[0], STATEMENT, "words", Part.SPEAKER, new=(iri(TESSALY),))
    two = replace(one, new=(iri(NORVIK),), day=date(2024, 6, 2))
    same_day = replace(one, new=(), repetition=1)
    assert corrections_in_force([two, one]) == [two]
    assert corrections_in_force([one, same_day]) == [same_day]
    assert corrections_in_force([one, two, replace(two, withdraws=two.iri)]) == [one]


def test_after_a_new_extraction_a_correction_finds_the_statement_that_shares_its_words() -> None:
    text = "The cod belong to Norvik, it was said. Nobody asked Norvik for the cod, it was said."
    source = article(text, url="https://a.example/9", published="2024-05-01")
    first = Saying("The cod belong to Norvik", NORVIK, TESSALY, "negative")
    writer = written(telling(source, [first], run=RUN))
    statement = statements(writer)[first.words]
    writer.correct([correction(source, statement, first.words, Part.SPEAKER, new=(iri(TESSALY),))])
    # The next extractor cuts the words otherwise, and finds others that share less of them.
    shorter, other = Saying("cod belong to Norvik", NORVIK, TESSALY), Saying("Nobody asked Norvik for the cod", NORVIK)
    _take_in(writer, telling(source, [shorter, other], run=NEXT_RUN))
    writer.flush()
    found = statements(writer)
    assert shown(writer, found["cod belong to Norvik"], SPEAKER) == {iri(TESSALY)}
    assert shown(writer, found["Nobody asked Norvik for the cod"], SPEAKER) == {iri(NORVIK)}
    kept = _view(writer)
    writer.rebuild_view()
    assert _view(writer) == kept


def test_what_a_new_extraction_does_not_find_leaves_the_correction_without_effect_and_kept() -> None:
    text = "The cod belong to Norvik, it was said. nobody knows the truth, it was said."
    source = article(text, url="https://a.example/9", published="2024-05-01")
    writer = written(telling(source, [Saying("The cod belong to Norvik", NORVIK)], run=RUN))
    statement = statements(writer)["The cod belong to Norvik"]
    writer.correct([correction(source, statement, "The cod belong to Norvik", Part.SPEAKER, new=(iri(TESSALY),))])
    _take_in(writer, telling(source, [Saying("nobody knows the truth", NORVIK)], run=NEXT_RUN))
    writer.flush()
    assert shown(writer, statements(writer)["nobody knows the truth"], SPEAKER) == {iri(NORVIK)}
    assert len(writer.corrections) == 1


def test_a_copy_that_stands_for_the_text_shows_the_correction_too() -> None:
    writer = written(_reading(ARTICLES[1], RUN))
    words = SAYINGS[0].words
    statement = statements(writer)[words]
    writer.correct([correction(ARTICLES[1], statement, words, Part.SPEAKER, new=(iri(TESSALY),))])
    _take_in(writer, _reading(ARTICLES[3], RUN))  # published before: its statements are shown now
    writer.flush()
    now = statements(writer)[words]
    assert now != statement
    assert shown(writer, now, SPEAKER) == {iri(TESSALY)}


def test_what_a_rejected_statement_tells_of_others_goes_with_it() -> None:
    writer = written(_reading(ARTICLES[0], RUN))
    outer, inner = statements(writer)[SAYINGS[0].words], statements(writer)[SAYINGS[1].words]
    graph = next(quad.graph_name for quad in writer.quads if str(quad.graph_name).count("/graph/extraction/"))
    kind, statement, hearsay = (ox.NamedNode(str(term)) for term in (ox_type(), DMR.Statement, DMR.SecondHand))
    writer.quads.remove(ox.Quad(ox.NamedNode(inner), kind, statement, graph))
    writer.quads.add(ox.Quad(ox.NamedNode(inner), kind, hearsay, graph))
    writer.quads.add(ox.Quad(ox.NamedNode(inner), ox.NamedNode(str(DMR.accordingTo)), ox.NamedNode(outer), graph))
    writer.rebuild_view()
    writer.correct([correction(ARTICLES[0], outer, SAYINGS[0].words, Part.WHOLE)])
    assert not {outer, inner} & set(statements(writer).values())


def ox_type() -> str:
    return "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


PARTS = st.sampled_from(
    [
        {"part": Part.WHOLE},
        {"part": Part.SPEAKER, "new": (iri(TESSALY),)},
        {"part": Part.SPEAKER},
        {"part": Part.BEHALF, "new": (iri(NORVIK),)},
        {"part": Part.ABOUT, "new": (iri(NORVIK), iri(TESSALY))},
        {"part": Part.STANCE, "new": (iri(TESSALY),), "side": "positive"},
        {"part": Part.STANCE, "new": (iri(TESSALY),), "side": "neutral"},
        {"part": Part.DAY, "now": "2024-04-29"},
        {"part": Part.DAY, "now": "2024-04-28 to 2024-04-30"},
        {"part": Part.DAY, "now": "not told"},
        {
            "part": Part.SPEAKER,
            "new": (STRAND,),
            "actors": ((STRAND, str(DMR.Person), "Eva Strand"),),
        },
    ]
)


@given(
    st.lists(st.sampled_from(ARTICLES), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 20), PARTS, st.booleans()), min_size=1, max_size=4),
    st.lists(st.sampled_from(ARTICLES), max_size=2),
)
@settings(max_examples=25, deadline=None)
def test_the_view_is_the_one_computed_from_nothing_and_undoing_all_leaves_no_trace(
    first: list[Article], said: list[tuple[int, dict[str, object], bool]], later: list[Article]
) -> None:
    writer, untouched = (written(*(_reading(source, RUN) for source in first)) for _ in range(2))
    known = {article.version: article for article in ARTICLES}
    made: list[Correction] = []
    for number, part, _ in said:
        if not (found := sorted(statements(writer).items())):
            continue
        words, statement = found[number % len(found)]
        source = known[statement.rpartition("/")[2].partition("-")[0]]
        made += writer.correct([correction(source, statement, words, **part)])  # type: ignore[arg-type]
    for writing in (writer, untouched):
        for source in later:
            _take_in(writing, _reading(source, NEXT_RUN))
        writing.flush()
    kept = _view(writer)
    writer.rebuild_view()
    assert _view(writer) == kept
    assert [entry.iri for entry in stored_corrections(writer.quads, ids.DATA_BASE)] == [
        entry.iri for entry in writer.corrections
    ]
    writer.correct([replace(entry, withdraws=entry.iri) for entry in made])
    assert _view(writer) == _view(untouched)


@given(PARTS, st.text(max_size=20), st.text(max_size=20), st.integers(0, 3))
def test_an_entry_is_read_back_as_it_was_written(part: dict[str, object], was: str, why: str, repetition: int) -> None:
    clean = [text.encode("utf-8", "replace").decode("utf-8") for text in (was, why)]
    entry = correction(
        ARTICLES[0],
        STATEMENT,
        "words",
        was=clean[0],
        why=clean[1],
        repetition=repetition,
        **part,  # type: ignore[arg-type]
    )
    store = ox.Store()
    store.extend(correction_quads(entry))
    assert stored_corrections(store, ids.DATA_BASE) == [entry]
