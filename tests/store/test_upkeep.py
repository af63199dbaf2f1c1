"""A view kept up article by article equals a view computed from nothing, in whatever order articles came."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.vocab.ids import VIEW_GRAPH, expand
from tests.store.world import (
    COMMITTEE,
    DELEGATE,
    DEPARTMENT,
    NEXT_RUN,
    NORVIK,
    RUN,
    SPOKESPERSON,
    TESSALY,
    Saying,
    article,
    telling,
    writer_in_memory,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from kg.store.upkeep import Reading
    from kg.store.writer import GraphWriter


VIEW = ox.NamedNode(expand(VIEW_GRAPH))
SAYINGS = (
    Saying("The cod belong to Norvik", NORVIK, TESSALY, "negative"),
    Saying("nets were cut at night", "Anna Lund", TESSALY, None, SPOKESPERSON, DEPARTMENT),
    Saying("talks may begin in May", "ANNA LUND", NORVIK, "positive"),
    Saying("the committee will meet", COMMITTEE),
    Saying("Norvik took more than its share", "Per Holm", NORVIK, "negative", DELEGATE, TESSALY),
    Saying("nobody knows the truth", None),
)
TEXTS = [
    f"{saying.words}, it was said. {other.words}, it was said."
    for saying in SAYINGS
    for other in SAYINGS
    if saying != other
][:9]

articles = st.builds(
    article,
    st.sampled_from(TEXTS),
    url=st.sampled_from(["https://a.example/1", "https://a.example/2", "https://b.example/1"]),
    published=st.sampled_from([None, "2024-05-01", "2024-05-02", "2024-05-02T10:00:00+02:00"]),
    publisher=st.sampled_from([None, "Fjord Post", "FJORD POST", "Coast Radio"]),
)


def _reading(source: object, run: object) -> Reading:
    return telling(source, [s for s in SAYINGS if s.words in source.text], run=run)  # type: ignore[attr-defined, arg-type]


readings = st.builds(_reading, articles, st.just(RUN))


def _take_in(writer: GraphWriter, reading: Reading) -> None:
    best = writer.best_known(reading.article)
    if not writer.is_done(best, reading.run):
        again = (
            reading if best == reading.article else _reading(best, RUN if reading.run == RUN.fingerprint else NEXT_RUN)
        )
        writer.add(again.article, again.run, again.quads)


def _stored(readings: Sequence[Reading], batch: int) -> tuple[list[str], list[str], list[str]]:
    """Every quad, then the view as kept up, then as rebuilt; sorted."""
    writer = writer_in_memory()
    for number, reading in enumerate(readings, 1):
        _take_in(writer, reading)
        if number % batch == 0:
            writer.flush()
    writer.flush()
    everything, kept = sorted(map(str, writer.quads)), _view(writer)
    writer.rebuild_view()
    return everything, kept, _view(writer)


def _view(writer: GraphWriter) -> list[str]:
    return sorted(map(str, writer.quads.quads_for_pattern(None, None, None, VIEW)))


@given(st.lists(readings, min_size=1, max_size=6), st.integers(1, 4))
@settings(max_examples=40, deadline=None)
def test_upkeep_equals_a_rebuild(corpus: list[Reading], batch: int) -> None:
    _, kept, rebuilt = _stored(corpus, batch)
    assert kept == rebuilt
    assert kept


@given(st.lists(readings, min_size=2, max_size=6), st.randoms(use_true_random=False), st.integers(1, 3))
@settings(max_examples=30, deadline=None)
def test_order_and_batches_leave_no_trace(corpus: list[Reading], random: Random, batch: int) -> None:
    shuffled = list(corpus)
    random.shuffle(shuffled)
    first, _, _ = _stored(corpus, 1)
    second, _, _ = _stored(shuffled, batch)
    assert first == second


@given(
    st.lists(readings, min_size=1, max_size=4), st.lists(st.builds(_reading, articles, st.just(NEXT_RUN)), max_size=4)
)
@settings(max_examples=30, deadline=None)
def test_upkeep_equals_a_rebuild_after_a_new_run(corpus: list[Reading], again: list[Reading]) -> None:
    _, kept, rebuilt = _stored([*corpus, *again], 2)
    assert kept == rebuilt
