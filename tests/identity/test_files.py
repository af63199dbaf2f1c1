"""A ledger as a file: everything comes back, and what is wrong with a line is said."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import LedgerFileError
from kg.identity import Judgement, Verdict
from kg.identity.files import ledger_lines, parse_ledger
from kg.identity.judgements import in_order
from kg.vocab.ids import DATA_BASE

GOOD = {"actors": ["https://x.example/1", "https://x.example/2"], "verdict": "same", "by": "Ada", "day": "2024-06-01"}

texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20)
judgements = st.builds(
    Judgement,
    actors=st.sampled_from([("https://x.example/1", "https://x.example/2"), ("https://x.example/2", "https://x.example/9")]),
    verdict=st.sampled_from([Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE]),
    by=texts.filter(lambda name: bool(name.strip())),
    day=st.dates(),
    why=texts,
    evidence=st.sampled_from([(), ("https://x.example/e",), ("https://x.example/e", "https://x.example/f")]),
    score=st.none() | st.sampled_from([0.0, 0.5, 0.9312, 1.0]),
    repetition=st.integers(0, 3),
)  # fmt: skip


@given(st.lists(judgements, max_size=6, unique_by=lambda entry: entry.iri))
def test_what_is_written_is_read_again(found: list[Judgement]) -> None:
    lines = "".join(line + "\n" for line in ledger_lines(found)).split("\n")
    assert [entry for _, entry in parse_ledger(lines, "x", DATA_BASE)] == in_order(found)


def test_the_order_of_actors_and_a_missing_identifier_make_no_difference() -> None:
    turned = {**GOOD, "actors": GOOD["actors"][::-1]}
    first, second = parse_ledger([json.dumps(GOOD), "", json.dumps(turned)], "x", DATA_BASE)
    assert (first[0], second[0]) == (1, 3)
    assert first[1] == second[1]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param("{", "no JSON", id="no JSON"),
        pytest.param("[]", "JSON object", id="no object"),
        pytest.param(json.dumps({**GOOD, "verdict": "maybe"}), "same, different, unsure", id="unknown verdict"),
        pytest.param(json.dumps({**GOOD, "day": "June"}), "2025-04-01", id="no day"),
        pytest.param(json.dumps({**GOOD, "by": " "}), "names who judged", id="nobody judged"),
        pytest.param(json.dumps({**GOOD, "actors": ["https://x.example/1"]}), "two IRIs", id="one actor"),
        pytest.param(json.dumps({**GOOD, "actors": ["https://x.example/1"] * 2}), "two different", id="one twice"),
        pytest.param(json.dumps({**GOOD, "score": 7}), "0 to 1", id="score"),
        pytest.param(json.dumps({**GOOD, "wy": "x"}), "unknown field 'wy'", id="misspelled"),
        pytest.param(json.dumps({**GOOD, "verdict": "withdrawn"}), "withdraws", id="withdraws nothing"),
        pytest.param(json.dumps({**GOOD, "judgement": "https://x.example/j"}), "something else", id="changed by hand"),
    ],
)
def test_a_broken_line_is_named(line: str, words: str) -> None:
    with pytest.raises(LedgerFileError, match=words) as caught:
        parse_ledger([json.dumps(GOOD), line], "ledger.jsonl", DATA_BASE)
    assert caught.value.line == 2
    assert str(caught.value).startswith("ledger.jsonl, line 2: ")
