"""How long networks and measures of many statements take, and how much memory: prints, asserts nothing.

    python benchmarks/networks.py [actors] [statements]
    python benchmarks/networks.py --graph [statements]

The table is made up: actors in 50 camps, each speaking mostly about few others, as in news a few far more than the
rest. Without figures 50,000 actors and 1,000,000 statements. The rows go into a Parquet file first; a process of its
own makes networks from that, so that its memory is told alone.

`--graph` makes up a graph folder of that many statements (50,000), 30 quads each, and compares whole-store counts by
SPARQL with those from the table of statements beside the store.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.analysis import (
    Selection,
    StatementRow,
    StatementTable,
    actor_by_concept,
    betweenness,
    communities,
    counted_pairs,
    modularity,
    pagerank,
    pairs_of,
    statements_frame,
    statements_of,
    strengths,
    undirected,
    who_about_whom,
)
from kg.analysis.frames import frame_of, polars, table_of, with_voice
from kg.analysis.selection import asked_table
from kg.store import EmbeddedStore
from kg.store.folder import find_or_create_folder
from kg.store.texts import Texts
from kg.vocab.ids import DATA_BASE
from kg.vocab.prefixes import NS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, TypeVar

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


def most_memory() -> float:
    """GiB that this process had at most. What `getrusage` tells is the parent's where that had more."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024**2
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def timed(what: str, make: Callable[[], Made]) -> Made:
    start, busy = time.perf_counter(), time.process_time()
    made = make()
    wall, cpu = time.perf_counter() - start, time.process_time() - busy
    peak = most_memory()
    print(f"{what:40} {wall:7.2f} s, {cpu:7.2f} s of CPU   {peak:5.2f} GiB at most so far", flush=True)
    return made


def measure_table(actors: int, statements: int) -> None:
    table = timed(f"table of {statements:,} rows", lambda: made_up(actors, statements))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "statements.parquet"
        timed("the same as a Parquet file", lambda: frame_of(table).write_parquet(file))
        print(f"{file.stat().st_size / 1024**2:.1f} MiB")
        for way in ("columns", "rows"):
            subprocess.run([sys.executable, __file__, "--from", str(file), way], check=True)
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


def measure_file(file: Path, way: str) -> None:
    """A network from the Parquet file alone, in columns or row by row."""
    print(f"from Parquet, by {way}:")
    frame = polars().scan_parquet(file)
    if way == "columns":
        pairs = timed("  one edge a pair", lambda: counted_pairs(with_voice(frame, "speaker")))
        print(f"  {len(pairs):,} nodes, {pairs.number_of_edges():,} edges")
        timed("  PageRank", lambda: pagerank(pairs))
        timed("  communities", lambda: communities(pairs))
        return
    table = timed("  rows", lambda: table_of(frame.collect()))
    timed("  one tie a statement", lambda: who_about_whom(table))


COUNTS = {
    "pairs of speaker and target": """SELECT ?speaker ?target (COUNT(DISTINCT ?s) AS ?n) WHERE {
        ?s a ?kind ; dmr:speaker ?speaker ; dmr:about ?target . FILTER(?kind IN (dmr:Statement, dmr:Attitude))
      } GROUP BY ?speaker ?target""",
    "statements a month": """SELECT ?month (COUNT(DISTINCT ?s) AS ?n) WHERE {
        ?s a ?kind ; dmr:saidLatest ?day . FILTER(?kind IN (dmr:Statement, dmr:Attitude))
        BIND(SUBSTR(STR(?day), 1, 7) AS ?month) } GROUP BY ?month""",
    "blame a target": """SELECT ?target (COUNT(DISTINCT ?s) AS ?n) WHERE {
        ?s a ?kind ; dmr:opposes ?target . FILTER(?kind IN (dmr:Statement, dmr:Attitude)) } GROUP BY ?target""",
}


def counted(frame: Any, what: str) -> set[tuple[str, int]]:
    """The same from the table, as text and number."""
    pl = polars()
    one = pl.col("statement").n_unique()
    match what:
        case "statements a month":
            keys = [pl.col("day").dt.strftime("%Y-%m").alias("month")]
        case "blame a target":
            frame, keys = frame.filter(pl.col("polarity").cast(pl.String).is_in(["negative", "mixed"])), ["target"]
        case _:
            keys = ["speaker", "target"]
    return {("|".join(row[:-1]), row[-1]) for row in frame.group_by(*keys).agg(one).collect().rows()}


def measure_graph(statements: int) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name) / "graph"
        timed("graph made up", lambda: made_up_graph(folder, statements))
        store = EmbeddedStore.open(folder, timeout_s=3600)
        timed("table of statements, made of the quads", lambda: statements_frame(store, Selection()).collect())
        again = EmbeddedStore.open(folder, timeout_s=3600)
        print(f"{folder.joinpath('statements.parquet').stat().st_size / 1024**2:.1f} MiB, {len(store.quads):,} quads")
        for what, query in COUNTS.items():
            asked = timed(f"{what}, SPARQL", lambda query=query: again.select(f"PREFIX dmr: <{NS}> {query}"))
            found = timed(f"{what}, table", lambda what=what: counted(statements_frame(again, Selection()), what))
            rows = {("|".join(map(str, row[:-1])), int(str(row[-1]))) for row in asked.rows}
            print(f"  {len(rows):,} groups, {'equal' if rows == found else 'NOT EQUAL'}")
        timed("all rows, from the table", lambda: statements_of(again))
        timed("network of pairs, from the table", lambda: counted_pairs(statements_frame(again, Selection())))
        timed("all rows, by SPARQL", lambda: asked_table(again, Selection()))


def made_up_graph(folder: Path, statements: int) -> None:
    """A folder with view and record of statements of 2,000 persons of 100 states."""
    made = find_or_create_folder(folder)
    Texts(made.texts, create=True).close()
    file = folder / "quads.nq"
    with file.open("w", encoding="utf-8") as out:
        out.writelines(f"{quad} .\n" for quad in quads_of(statements))
    store = ox.Store(str(made.quads))
    store.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
    store.optimize()
    file.unlink()


def quads_of(statements: int, persons: int = 2000) -> Iterator[str]:
    random = Random(0)
    view, label = f"<{DATA_BASE}graph/view>", "<http://www.w3.org/2000/01/rdf-schema#label>"
    a = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    for number in range(persons):
        for kind, node in (
            ("Person", f"person/p{number}"), ("State", f"state/S{number % 100}"),
            ("GovernmentBody", f"body/b{number % 300}"),
        ):  # fmt: skip
            yield f"<{DATA_BASE}actor/{node}> {a} <{NS}{kind}> {view}"
            yield (
                f'<{DATA_BASE}actor/{node}> {label} "{kind} {number}"@en {view}'
                if number < 100
                else (f'<{DATA_BASE}actor/{node}> {label} "{node}"@en {view}')
            )
        body, state = f"actor/body/b{number % 300}", f"actor/state/S{number % 300 % 100}"
        yield f"<{DATA_BASE}{body}> <{NS}organOf> <{DATA_BASE}{state}> {view}"
    for number in range(statements):
        article, who = number // 10, int(persons * random.random() ** 3)
        target = f"<{DATA_BASE}actor/state/S{int(100 * random.random() ** 2)}>"
        one, run = f"<{DATA_BASE}statement/{article:08x}-{number:012x}>", f"<{DATA_BASE}graph/extraction/{article}/r>"
        said = {
            "speaker": f"<{DATA_BASE}actor/person/p{who}>",
            "reportedIn": f"<{DATA_BASE}article/{article}>",
            "about": target,
            "content": f'"it said that the thing numbered {number} was wrong, and would be for ever and a day"',
            "saidLatest": f'"2024-{1 + number % 12:02}-{1 + number % 28:02}"^^<http://www.w3.org/2001/XMLSchema#date>',
        }
        yield f"{one} {a} <{NS}{'Attitude' if number % 7 == 0 else 'Statement'}> {view}"
        yield f'{one} {label} "Person {who}: it said that the thing was wrong" {view}'
        for predicate, value in said.items():
            yield f"{one} <{NS}{predicate}> {value} {view}"
        for bound in (f"body/b{who % 300}", f"state/S{who % 300 % 100}"):
            yield f"{one} <{NS}onBehalfOf> <{DATA_BASE}actor/{bound}> {view}"
        if number % 3:
            yield f"{one} <{NS}{'opposes' if number % 3 == 1 else 'favours'}> {target} {view}"
        yield f'{one} <{NS}rule> "verb" {run}'
        yield f'{one} <{NS}confidence> "0.{50 + number % 50}"^^<http://www.w3.org/2001/XMLSchema#decimal> {run}'
        yield f"{one} <{NS}expresses> <{DATA_BASE}claim/{number % (statements // 2 + 1):016x}> {run}"
        subject = ("sanctions", "trade", "aid")[number % 3]
        yield f"{one} <http://purl.org/dc/terms/subject> <https://w3id.org/demarche/voc/subject/{subject}> {run}"
        for place, span in enumerate(("sourceSpan", "cueSpan", "contentSpan", "quoteSpan", "aboutSpan", "timeSpan")):
            at = f"<{DATA_BASE}text/{article:08x}/c{number * 9 + place}-{number * 9 + place + 5}>"
            yield f"{one} <{NS}{span}> {at} {run}"
            yield f"{at} <{NS}denotes> {target} {run}"


def main() -> None:
    match sys.argv[1:]:
        case ["--from", file, way]:
            measure_file(Path(file), way)
        case ["--graph", *given]:
            measure_graph(int(given[0]) if given else 50_000)
        case given:
            actors, statements = (int(number) for number in (*given, "50000", "1000000")[:2])
            measure_table(actors, statements)


if __name__ == "__main__":
    main()
