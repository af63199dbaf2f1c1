"""The 31 competency questions on articles that the pipeline read: true rows, on the folder and on two engines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from kg.query import find_query, run_query
from kg.query.rows import shown
from kg.store import EmbeddedStore
from tests.query.built_corpus import (
    OxigraphQuads,
    RdflibQuads,
    build_answer_again,
    build_corpus,
    quads_for_questions,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.query import Cell
    from kg.store.protocol import Store

FILE: Final = Path(__file__).parent / "corpus_answers.txt"
TWO_RUNS: Final = "only-in-one-run"
"""The one question that a graph folder cannot answer: it keeps one run."""
TOO_SLOW_ON_RDFLIB: Final = "who-speaks-for-whom"
"""Asked on rdflib of corpus.trig and of random worlds only: with dozens of named graphs it takes minutes."""
SLOW_ON_RDFLIB: Final = frozenset(
    {
        "answers", "by-non-members", "claim-links", "co-endorsers", "contradictions", "corroboration",
        "differing-accounts", "position-timeline", "verbatim-words", "voiced-and-ascribed", "who-about-whom",
    }
)  # fmt: skip
"""Need seconds on rdflib: with the slow tests. Each is asked of corpus.trig and of random worlds in every run."""


@dataclass(frozen=True, kw_only=True)
class Case:
    query: str
    given: dict[str, str]
    shown: tuple[str, ...]
    found: list[str]
    missed: list[str]
    wrong: list[str]

    def __str__(self) -> str:
        return f"{self.query}({', '.join(self.given.values())})"


def read_cases() -> list[Case]:
    text = FILE.read_text(encoding="utf-8")
    return [_case(block.splitlines()) for block in text.split("\n\n") if block.startswith("query:")]


def _case(lines: list[str]) -> Case:
    fields = [line.partition(": ") for line in lines if line[0] not in "|?!"]
    given = [value.partition(" = ") for name, _, value in fields if name == "given"]
    rows = {mark: [_row(line) for line in lines if line.startswith(mark)] for mark in "|?!"}
    return Case(
        query=next(value for name, _, value in fields if name == "query"),
        given={name: value for name, _, value in given},
        shown=tuple(next(value for name, _, value in fields if name == "shown").split(", ")),
        found=rows["|"],
        missed=rows["?"],
        wrong=rows["!"],
    )


def _row(line: str) -> str:
    return line[2:].partition("  # ")[0]


CASES: Final = read_cases()
ENGINES: Final = ("folder", "oxigraph", "rdflib")
ASKED: Final = [
    pytest.param(
        engine,
        case,
        id=f"{engine}-{case}",
        marks=pytest.mark.slow if engine == "rdflib" and case.query in SLOW_ON_RDFLIB else (),
    )
    for engine in ENGINES
    for case in CASES
    if case.query != TWO_RUNS and not (engine == "rdflib" and case.query == TOO_SLOW_ON_RDFLIB)
]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_corpus(tmp_path_factory.mktemp("built") / "corpus")


@pytest.fixture(scope="session")
def corpora(built: Path) -> Iterator[Mapping[str, Store]]:
    """The corpus behind each engine."""
    quads = quads_for_questions(built)
    with EmbeddedStore.open(built) as store:
        yield dict(zip(ENGINES, (store, OxigraphQuads(quads), RdflibQuads(quads)), strict=True))


@pytest.mark.parametrize(("engine", "case"), ASKED)
def test_the_articles_are_answered_truly(corpora: Mapping[str, Store], engine: str, case: Case) -> None:
    check(corpora[engine], case)


def test_two_runs_over_one_text_are_compared(built: Path, tmp_path: Path) -> None:
    (case,) = (case for case in CASES if case.query == TWO_RUNS)
    quads = [*quads_for_questions(built), *quads_for_questions(build_answer_again(tmp_path / "again"))]
    check(OxigraphQuads(quads), case)
    check(RdflibQuads(quads), case)


def test_every_competency_question_has_a_case_with_rows_or_says_why_not() -> None:
    answered = {number for case in CASES for number in find_query(case.query).questions}
    assert answered == set(range(1, 32)) - {30}
    # 6 has no answer: every speaker of the corpus has a post.
    silent = {number for case in CASES if not case.found for number in find_query(case.query).questions}
    assert silent == {6}


@pytest.mark.parametrize("engine", ENGINES)
def test_the_network_of_a_day_is_a_graph(corpora: Mapping[str, Store], engine: str) -> None:
    rows = run_query(corpora[engine], "said-about-graph", **{"from": "2025-09-26", "to": "2025-09-26"})
    labels = {subject: value for subject, predicate, value in rows if str(predicate).endswith("#label")}
    ends: dict[Cell, dict[str, Cell]] = {}
    for subject, predicate, value in rows:
        if "#about-" in str(subject):
            ends.setdefault(subject, {})[str(predicate).rpartition("#")[2]] = value
    ties = {(labels[tie["speaker"]], labels[tie["about"]], tie["statementCount"]) for tie in ends.values()}
    assert ties == {("Mira Dahl", "Valdoria", 1), ("Piet Hale", "Government of Lindmar", 1)}


def test_the_code_of_the_how_to_page_runs(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = FILE.parents[2].joinpath("docs/how-to/positions-over-time.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert blocks
    monkeypatch.chdir(built.parent)
    for block in blocks:
        exec(compile(block, "positions-over-time.md", "exec"), {})


def check(store: Store, case: Case) -> None:
    records = run_query(store, case.query, **case.given).to_records()
    rows = [
        " | ".join("-" if record[name] is None else shown(record[name]) for name in case.shown) for record in records
    ]
    known = [row for row in rows if row not in case.missed + case.wrong]
    assert known == case.found
