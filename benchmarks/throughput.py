"""Words per CPU second from file to quads on disk, names recognised; start-up taken off.

A word is what blanks part, in the text alone.

    python benchmarks/throughput.py ARTICLES.jsonl [--extractor rules] [--stance network] [--rounds 5]

Prints one line a round, the median, and the most memory that was held at once. It asserts nothing.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from pathlib import Path

from kg.articles import read_sources
from kg.build import build_graph
from kg.build.pipeline import Pipeline
from kg.model import Article


def measure(source: Path, pipeline: Pipeline) -> float:
    """CPU seconds of this process for reading the articles and storing them in a fresh graph."""
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "graph"
        build_graph([], graph, pipeline=pipeline)  # the reference data are start-up
        started = time.process_time()
        report = build_graph([source], graph, pipeline=pipeline)
        seconds = time.process_time() - started
    if report.refusals:
        # An article that was read but not stored would count its words for nothing.
        raise SystemExit(f"{len(report.refusals)} article(s) were refused: {report.refusals[0]}")
    return seconds


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("articles", type=Path)
    arguments.add_argument("--extractor", default="rules")
    arguments.add_argument("--stance", choices=("rules", "network"), default="rules")
    arguments.add_argument("--rounds", type=int, default=5)
    chosen = arguments.parse_args()
    pipeline = Pipeline(extractor=chosen.extractor, stance=chosen.stance)
    articles = [found for found in read_sources([chosen.articles]) if isinstance(found, Article)]
    words = sum(len(article.text.split()) for article in articles)
    pipeline.record(pipeline.read_article(articles[0]))  # loads the model
    speeds = []
    for number in range(chosen.rounds):
        seconds = measure(chosen.articles, pipeline)
        speeds.append(words / seconds)
        print(f"round {number + 1}: {words} words in {seconds:.2f} CPU s: {speeds[-1]:,.0f} words per CPU second")
    print(f"median: {statistics.median(speeds):,.0f} words per CPU second")
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")


if __name__ == "__main__":
    main()
