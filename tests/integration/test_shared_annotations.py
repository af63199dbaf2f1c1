"""The gold sets beside this checkout come through the readers of annotations unchanged."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.extract.annotations import AnnotatedArticle, read_annotations
from tests.integration.shared_data import NEWS, SHARED, needs_news

if TYPE_CHECKING:
    from kg.model import Span

GOLD = Path(__file__).resolve().parents[2] / "benchmarks" / "gold" / "attributions.jsonl"
POLNEAR = SHARED / "bench" / "polnear" / "dev.jsonl.gz"

needs_polnear = pytest.mark.skipif(not POLNEAR.is_file(), reason="PolNeAR does not lie beside this checkout")


def offsets(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


@needs_news
def test_our_gold_joins_the_licensed_articles() -> None:
    found = list(read_annotations(GOLD, articles=NEWS))
    assert all(isinstance(one, AnnotatedArticle) for one in found)
    assert sum(len(one.attributions) for one in found if isinstance(one, AnnotatedArticle)) == 315


@needs_polnear
def test_polnear_written_as_brat_comes_back_the_same(tmp_path: Path) -> None:
    with gzip.open(POLNEAR, "rt", encoding="utf-8") as lines:
        gold: dict[str, dict[str, Any]] = {record["id"]: record for record in map(json.loads, lines)}
    for name, record in gold.items():
        (tmp_path / f"{name}.txt").write_text(record["text"], "utf-8", newline="")
        (tmp_path / f"{name}.ann").write_text(as_brat(record), "utf-8", newline="")
    for annotated in read_annotations(tmp_path):
        assert isinstance(annotated, AnnotatedArticle), annotated
        expected = [
            [one["source"] or [], one["cue"], one["content"]]
            for one in gold[annotated.article.id or ""]["attributions"]
        ]
        found = [[offsets(one.source), offsets(one.cue), offsets(one.content)] for one in annotated.attributions]
        assert sorted(found) == sorted(expected)


def as_brat(record: dict[str, Any]) -> str:
    """As PolNeAR's own files have it: an event each, its trigger an entity of its own."""
    text: str = record["text"]
    lines: list[str] = []

    def entity(type: str, pieces: list[list[int]]) -> str:
        name = f"T{len(lines) + 1}"
        words = " ".join(re.sub(r"\s", " ", text[start:end]) for start, end in pieces)
        lines.append(f"{name}\t{type} {';'.join(f'{start} {end}' for start, end in pieces)}\t{words}")
        return name

    events: list[str] = []
    for number, one in enumerate(record["attributions"], start=1):
        roles = [
            f"{role.title()}:{entity(role.title(), one[role])}" for role in ("source", "cue", "content") if one[role]
        ]
        trigger = entity("Attribution", (one["cue"] or one["content"])[:1])
        events.append(f"E{number}\tAttribution:{trigger} {' '.join(roles)}")
    return "".join(line + "\n" for line in [*lines, *events])
