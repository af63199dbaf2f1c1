"""Run by test_crash: stores articles in a folder and dies, as by kill -9, at a named moment."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.store.texts import Texts
from kg.store.writer import GraphWriter
from tests.store.world import NORVIK, TESSALY, Saying, article, reference_quads, telling

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.store.upkeep import Reading

MOMENTS = {
    "before the announcement": (Texts, "set_pending", 1, False),
    "after the announcement": (Texts, "set_pending", 1, True),
    "before the quads": (GraphWriter, "_write", 1, False),
    "after the quads": (GraphWriter, "_write", 1, True),
    "before the second batch": (GraphWriter, "_write", 2, False),
    "after the second batch": (GraphWriter, "_write", 2, True),
    "before the third batch, which replaces": (GraphWriter, "_write", 3, False),
    "after the third batch, which replaces": (GraphWriter, "_write", 3, True),
    "before the end of the announcement": (Texts, "set_pending", 6, False),
}
"""Moment -> class, method, its how many-th call, and whether the call is carried out before the process dies."""


def readings() -> list[Reading]:
    """Two articles, then a copy, then the first article corrected."""
    told = [
        (
            "Cod are ours, they said.",
            "https://a.example/1",
            "2024-05-01",
            Saying("Cod are ours", NORVIK, TESSALY, "negative"),
        ),
        ("Nets were cut, they said.", "https://a.example/2", "2024-05-01", Saying("Nets were cut", "Anna Lund")),
        (
            "Cod are ours, they said.",
            "https://b.example/1",
            "2024-05-02",
            Saying("Cod are ours", NORVIK, TESSALY, "negative"),
        ),
        ("Cod are all men's, they said.", "https://a.example/1", "2024-05-03", Saying("Cod are all men's", NORVIK)),
    ]
    return [telling(article(text, url=url, published=day), [saying]) for text, url, day, saying in told]


def store(folder: Path) -> None:
    """What an uninterrupted build does, in three batches."""
    with GraphWriter.open(folder) as writer:
        writer.set_reference(reference_quads(), "world-1")
        for number, reading in enumerate(readings()):
            if not writer.is_done(writer.best_known(reading.article), reading.run):
                writer.add(reading.article, reading.run, reading.quads)
            if number != 0:
                writer.flush()


def die_at(moment: str) -> None:
    """Make the process end at that moment, without any cleaning up."""
    owner, name, wanted, is_after = MOMENTS[moment]
    method: Callable[..., object] = getattr(owner, name)
    calls = 0

    def dying(*arguments: object) -> object:
        nonlocal calls
        calls += 1
        if calls == wanted and not is_after:
            os._exit(9)
        result = method(*arguments)
        if calls == wanted:
            os._exit(9)
        return result

    setattr(owner, name, dying)


if __name__ == "__main__":
    die_at(sys.argv[2])
    store(Path(sys.argv[1]))
