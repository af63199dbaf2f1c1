"""Measures proposing and judging: 5,000 to 20,000 invented people, and the cost of one judgement in a built graph.

    python benchmarks/identity.py [GRAPH]

Names are syllables with the frequencies of real ones (few surnames and given names are common, most are rare). A copy
of GRAPH is judged in, where one is given; it stays as it is.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import kg
from kg.identity import Profile, propose
from kg.identity.blocking import likely_pairs

OFFICES = ("spokesperson", "minister of finance", "ambassador", "professor", "general", "")


def people(count: int) -> list[Profile]:
    """Invented people; one of twenty is known by a surname alone."""
    drawn = random.Random(5)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en", "ol")]
    firsts = ["".join(drawn.sample(syllables, 2)) for _ in range(800)]
    lasts = ["".join(drawn.sample(syllables, drawn.choice((2, 3)))) for _ in range(8000)]
    found = []
    for number in range(count):
        # Zipf-like: the k-th name is drawn about 1/k as often as the first.
        first = firsts[min(int(800 ** drawn.random()), 799)]
        last = lasts[min(int(8000 ** drawn.random()), 7999)]
        day = date(2015, 1, 1) + timedelta(days=drawn.randrange(3650))
        office = drawn.choice(OFFICES)
        name = last.title() if drawn.random() < 0.05 else f"{first.title()} {last.title()}"
        found.append(
            Profile(
                iri=f"https://x.example/{number:06}",
                names=(name,),
                kind="Person",
                states=(f"https://x.example/state/{drawn.randrange(200)}",) if drawn.random() < 0.6 else (),
                offices=(office,) if office else (),
                days=(day, day),
            )
        )
    return found


def main(arguments: list[str]) -> None:
    for count in (5_000, 10_000, 20_000):
        found = people(count)
        start = time.process_time()
        pairs = len(likely_pairs(found))
        proposed = propose(found)
        spent = time.process_time() - start
        of_all = count * (count - 1) // 2
        print(f"{count} people: {pairs} pairs compared of {of_all}, {len(proposed)} proposed, {spent:.1f} s")
    if arguments:
        judge_in_copy(Path(arguments[0]))


def judge_in_copy(graph: Path) -> None:
    """One judgement and its withdrawal, with the articles that the graph has."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "graph"
        shutil.copytree(graph, copy)
        with kg.open(copy) as opened:
            start = time.process_time()
            candidates = opened.candidates()
            print(f"candidates of {graph}: {len(candidates)}, {time.process_time() - start:.2f} s")
        one, other = candidates[0].left.iri, candidates[0].right.iri
        with kg.Ledger(copy) as ledger:
            start = time.process_time()
            entry = ledger.judge(one, other, "same", by="benchmark", day=date(2025, 1, 1))
            judged = time.process_time() - start
            ledger.undo(entry.iri, by="benchmark", day=date(2025, 1, 1))
            print(f"judging {1000 * judged:.0f} ms, taking back {1000 * (time.process_time() - start - judged):.0f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
