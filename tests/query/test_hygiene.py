"""Hygiene queries: silent on good data, and each finds the defect that it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.query import catalogue, run_query
from tests.query.conftest import CORPUS, OxigraphMemory

if TYPE_CHECKING:
    from pathlib import Path

    from kg.store.protocol import Store

HYGIENE = [query.slug for query in catalogue() if query.kind == "hygiene"]

RUN1 = "<https://w3id.org/demarche/id/graph/extraction/a100000000000001/f000000000000001>"
VIEW = "<https://w3id.org/demarche/id/graph/view>"
TEXT1 = "https://w3id.org/demarche/id/text/a100000000000001/"
BROKEN = "https://w3id.org/demarche/id/statement/broken"
RECORDED = f'<{BROKEN}> a dmr:Statement ; dmr:rule "test"'
TOLD = 'dmr:reportedIn art:a1 ; dmr:content "words"@en ; rdfs:label "label"@en'

# Each is a text added to the corpus and the node that must be named.
DEFECTS = {
    "statement-without-content-span": (f"{RUN1} {{ {RECORDED} . }}", BROKEN),
    "statement-without-article": (
        f'{RUN1} {{ {RECORDED} ; dmr:contentSpan t1:c300-333 . }}'
        f'{VIEW} {{ <{BROKEN}> a dmr:Statement ; dmr:content "x"@en . }}',
        BROKEN,
    ),
    "statement-without-record": (f"{VIEW} {{ <{BROKEN}> a dmr:Attitude ; {TOLD} . }}", BROKEN),
    "stance-without-target": (
        f"{RUN1} {{ st:a1-01 dmr:hasStance <{BROKEN}> . <{BROKEN}> dmr:polarity pol:negative . }}",
        BROKEN,
    ),
    "event-without-source": (f"{RUN1} {{ <{BROKEN}> a dmr:Veto ; dmr:evidence t1:c0-20 . }}", BROKEN),
    "event-without-evidence": (
        f'{VIEW} {{ <{BROKEN}> a dmr:Veto ; rdfs:label "veto"@en ; dmr:accordingTo art:a1 . }}',
        BROKEN,
    ),
    "label-missing": (f"{VIEW} {{ <{BROKEN}> a dmr:Person . }}", BROKEN),
    "span-without-offsets": (f"{RUN1} {{ st:a1-01 dmr:cueSpan t1:c9-9 . }}", f"{TEXT1}c9-9"),
    "quote-outside-content": (f"{RUN1} {{ st:a1-02 dmr:quoteSpan t1:c0-20 . }}", "https://w3id.org/demarche/id/statement/a1-02"),
    "days-out-of-order": (
        f'{RUN1} {{ <{BROKEN}> dmr:saidEarliest "2024-03-02"^^xsd:date ; dmr:saidLatest "2024-03-01"^^xsd:date . }}',
        BROKEN,
    ),
    "second-hand-without-outer": (
        f"{VIEW} {{ <{BROKEN}> a dmr:SecondHand ; {TOLD} . }} {RUN1} {{ {RECORDED} ; dmr:contentSpan t1:c300-333 . }}",
        BROKEN,
    ),
    "stance-of-hearsay": (f"{VIEW} {{ st:a1-06 dmr:opposes state:LUM . }}", "https://w3id.org/demarche/id/statement/a1-06"),
}  # fmt: skip


@pytest.mark.parametrize("slug", HYGIENE)
def test_good_data_has_no_defect(engine: Store, slug: str) -> None:
    assert run_query(engine, slug).values == ()


def test_every_hygiene_query_has_a_planted_defect() -> None:
    assert set(HYGIENE) == set(DEFECTS)


@pytest.mark.parametrize("slug", HYGIENE)
def test_the_planted_defect_is_named(slug: str, tmp_path: Path) -> None:
    added, node = DEFECTS[slug]
    file = tmp_path / "broken.trig"
    file.write_text(f"{CORPUS.read_text(encoding='utf-8')}\n{added}\n", encoding="utf-8")
    found = run_query(OxigraphMemory(file), slug)
    assert node in found.column("node")
    assert all(isinstance(problem, str) and problem for problem in found.column("problem"))
