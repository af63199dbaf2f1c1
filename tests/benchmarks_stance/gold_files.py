"""Reads the gold sets as they stand, for the tests of this folder."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from tests.integration.shared_data import NEWS

GOLD = Path(__file__).resolve().parents[2] / "benchmarks" / "gold"
STANCE = GOLD / "stance"


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def stance_rows(name: str) -> list[dict[str, Any]]:
    """One set, own texts first, then the ones over licensed articles."""
    return rows(STANCE / f"{name}_own.jsonl") + rows(STANCE / f"{name}_articles.jsonl")


def licensed_texts() -> dict[str, str]:
    """Text by id of the licensed articles beside this checkout."""
    return {record["id"]: record["text"] for record in rows(NEWS)}


def digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, as the gold files give it."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
