"""A database written for Discourse Network Analyzer comes back by the importer as it was."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.dna_coding import Coding, coding_of
from kg.export.dna_database import one_unit_each
from kg.extract.annotations.formats.dna import Choice, CodedDocument, Offsets, read_coded
from tests.export.dna import check_rules, codings, values_of, written

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from kg.store import EmbeddedStore


def test_a_database_read_back_has_the_statements_of_the_event_list(read_graph: EmbeddedStore, tmp_path: Path) -> None:
    coding = coding_of(read_graph)
    found = [one for one in read_coded(written(coding, tmp_path)) if isinstance(one, CodedDocument)]
    told = [
        (statement.id, statement.document, statement.start, statement.stop, statement.coder, dict(statement.values))
        for one in found
        for codings in one.codings
        for statement in codings
    ]
    wanted = [
        (one.number, one.document, one.start, one.stop, coding.coders[one.coder - 1], values_of(one))
        for one in coding.statements
        if one.start is not None
    ]
    assert sorted(told, key=lambda one: one[0]) == wanted


@settings(max_examples=60, deadline=None)
@given(codings(), st.sampled_from(Offsets))
def test_any_coding_comes_back_by_the_importer(
    tmp_path_factory: pytest.TempPathFactory, coding: Coding, offsets: Offsets
) -> None:
    path = written(coding, tmp_path_factory.mktemp("any"))
    check_rules(path)
    found = [one for one in read_coded(path, Choice(offsets=offsets)) if isinstance(one, CodedDocument)]
    back = {statement.id: statement for one in found for codings in one.codings for statement in codings}
    assert {number: dict(one.values) for number, one in back.items()} == {
        one.number: values_of(one) for one in coding.statements
    }
    places = {
        one.number: (one.document, one.start, one.stop, coding.coders[one.coder - 1]) for one in coding.statements
    }
    assert {n: (one.document, one.start, one.stop, one.coder) for n, one in back.items()} == places
    known = {one.number: one for one in coding.documents}
    for one in found:
        article = one.recorded.article
        assert article is not None
        document = known[one.codings[0][0].document]
        assert article.text == one_unit_each(document.text or "")
        day = None if document.published == date(1970, 1, 1) else document.published
        assert article.published == (day.isoformat() if day else None)
