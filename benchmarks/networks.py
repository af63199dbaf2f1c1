"""How long networks and measures of many statements take, and how much memory: prints, asserts nothing.

    python benchmarks/networks.py [actors] [statements]

The table is made up: actors in 50 camps, each speaking mostly about few others, as in news a few far more than the
rest. Without figures 50,000 actors and 1,000,000 statements.
"""

from __future__ import annotations

import resource
import sys
import time
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from kg.analysis import (
    StatementRow,
    StatementTable,
    actor_by_concept,
    betweenness,
    communities,
    modularity,
    pagerank,
    pairs_of,
    strengths,
    undirected,
    who_about_whom,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from kg.analysis.said_about import Polarity

    Made = TypeVar("Made")

CAMPS = 50
FIRST = date(2020, 1, 1)


def made_up(actors: int, statements: int) -> StatementTable:
    random = Random(0)
    names = [f"actor/{number}" for number in range(actors)]
    sides: list[Polarity] = ["positive", "negative", "none", "none"]
    rows = []
    for number in range(statements):
        speaker = int(actors * random.random() ** 3) if number >= actors else number
        near = speaker % CAMPS + CAMPS * int(random.random() ** 3 * (actors // CAMPS))
        target = near if random.random() < 0.8 else random.randrange(actors)
        rows.append(
            StatementRow(
                statement=f"statement/{number}",
                speaker=names[speaker],
                target=names[target % actors],
                polarity=random.choice(sides),
                day=FIRST + timedelta(days=number * 1500 // statements),
                article=f"article/{number // 5}",
            )
        )
    return StatementTable.of(rows)


def timed(what: str, make: Callable[[], Made]) -> Made:
    start, busy = time.perf_counter(), time.process_time()
    made = make()
    wall, cpu = time.perf_counter() - start, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(f"{what:40} {wall:6.1f} s, {cpu:6.1f} s of CPU   {peak:5.2f} GiB at most so far", flush=True)
    return made


def main() -> None:
    actors, statements = (int(given) for given in (*sys.argv[1:], "50000", "1000000")[:2])
    table = timed(f"table of {statements:,} rows", lambda: made_up(actors, statements))
    network = timed("who about whom, one tie a statement", lambda: who_about_whom(table))
    print(f"{len(network):,} nodes, {network.number_of_edges():,} ties")
    timed("PageRank", lambda: pagerank(network))
    groups = timed("communities", lambda: communities(network))
    print(f"{len(groups):,} communities, modularity {modularity(network, groups):.3f}")
    timed("strength by sign", lambda: strengths(network))
    pairs = timed("one edge a pair", lambda: pairs_of(network))
    timed("actors by concept", lambda: actor_by_concept(table))
    found = timed("betweenness, 10 sampled sources", lambda: betweenness(undirected(pairs), pivots=10))
    print(f"highest: {max(found.values(), key=lambda one: one.value)}")


if __name__ == "__main__":
    main()
