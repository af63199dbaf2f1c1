"""What is coded for Discourse Network Analyzer: names that fit, coders, and the statements of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from kg.analysis import Selection, statements_of
from kg.export.dna_coding import LONGEST, coding_of, short
from kg.export.dna_database import one_unit_each

if TYPE_CHECKING:
    from kg.store import EmbeddedStore


@given(st.text(st.characters(codec=None)))
def test_characters_that_count_twice_are_replaced_one_for_one(text: str) -> None:
    plain = one_unit_each(text)
    assert len(plain) == len(text)
    assert len(plain.encode("utf-16-le")) == 2 * len(text)
    assert "\r" not in plain


@given(st.text(st.characters(codec=None), max_size=400))
def test_a_shortened_name_fits_and_long_ones_stay_apart(text: str) -> None:
    assert len(short(text)) <= LONGEST
    long = "long " * 2000
    assert short(f"{long}{text}a") != short(f"{long}{text}b")


def test_machines_are_coders_with_extractor_and_version(corpus: EmbeddedStore) -> None:
    coding = coding_of(corpus)
    # One of the corpus's extraction graphs does not say which run made it.
    assert coding.coders == ("Admin", "machine", "rules 0.1.0")
    assert {one.coder for one in coding.statements} <= {2, 3}


def test_the_coding_agrees_with_the_table_of_statements(corpus: EmbeddedStore) -> None:
    table = statements_of(corpus, Selection())
    kept = [row for row in table if row.target and row.polarity in {"positive", "negative"}]
    assert [one.iri for one in coding_of(corpus).statements] == [row.statement for row in kept]
