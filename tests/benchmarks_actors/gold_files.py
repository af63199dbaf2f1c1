"""Reads the gold set of actors as it stands, for the tests of this folder."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "benchmarks" / "gold" / "actors"
DATA = ROOT / "kg" / "data" / "actors"


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def own() -> list[dict[str, Any]]:
    """The texts written for this project, with their mentions."""
    return rows(FOLDER / "texts.jsonl")


def held_out() -> list[dict[str, Any]]:
    """The texts that nobody repairs against, with their mentions."""
    return rows(FOLDER / "held_out.jsonl")


def licensed() -> list[dict[str, Any]]:
    """The licensed articles: hashes, annotated ranges and offsets, no text."""
    return rows(FOLDER / "articles.jsonl")


@cache
def reference_ids() -> frozenset[str]:
    """Every id of an actor that the reference data give."""
    known = set[str]()
    for name in ("states", "bodies", "un_committees", "un_expert_bodies"):
        known |= {row["id"] for row in table(name)}
    return frozenset(known) | {f"person/{row['wikidata']}" for row in table("officials") if row["wikidata"]}


def table(name: str) -> list[dict[str, str]]:
    """One table of the reference data."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
