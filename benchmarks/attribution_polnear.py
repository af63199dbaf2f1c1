"""Runs an extractor over a gold file of attributions and prints the scorer's figures.

python benchmarks/attribution_polnear.py GOLD.jsonl.gz score_attributions.py [--extractor rules] [--rules] [--limit N]

GOLD holds one article a line with `id`, `text` and `attributions` (the form of PolNeAR's conversion); the scorer is the
script that comes with it. `--rules` adds one line for each rule: how many attributions, and which share was right.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import time
from collections import defaultdict
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.model import Article
from kg.text import TextReader

if TYPE_CHECKING:
    from types import ModuleType

    from kg.model import Attribution, Span

KINDS = ("all", "cue reported", "cue speech", "cue according", "cue mark", "cue other", "direct", "mixed", "indirect")
MEASURES = ("content_overlap", "content_exact", "source_partial", "triple_partial", "triple_exact")


def load_scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_attributions", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_gold(path: Path, limit: int | None) -> list[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()][:limit]


def raw(attribution: Attribution) -> dict[str, Any]:
    def offsets(spans: tuple[Span, ...]) -> list[list[int]]:
        return [[span.start, span.end] for span in spans]

    return {
        "source": offsets(attribution.source) or None,
        "cue": offsets(attribution.cue),
        "content": offsets(attribution.content),
        "rule": attribution.rule,
    }


def figures(cell: list[int]) -> str:
    precision = cell[0] / cell[1] if cell[1] else 0.0
    recall = cell[2] / cell[3] if cell[3] else 0.0
    total = precision + recall
    f1 = 2 * precision * recall / total if total else 0.0
    return f"{precision:.3f} / {recall:.3f} / {f1:.3f}   predicted {cell[1]}, gold {cell[3]}"


def rights_by_rule(scorer: ModuleType, gold: dict[str, Any], found: list[dict[str, Any]], counts: Any) -> None:
    words = scorer.Words(gold["text"])
    wanted = [a for a in (scorer.Attribution(raw_one, words) for raw_one in gold["attributions"]) if a.content]
    offered = []
    for one in found:
        attribution = scorer.Attribution(one, words)
        attribution.rule = one["rule"]
        if attribution.content:
            offered.append(attribution)
    offered = scorer.outermost_only(offered)
    right = {id(pred) for _, pred in scorer.pair_off(wanted, offered, scorer.RULES["triple_partial"])}
    for attribution in offered:
        counts[attribution.rule][0] += 1
        counts[attribution.rule][1] += id(attribution) in right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--extractor", default="rules")
    parser.add_argument("--rules", action="store_true", help="one line for each rule")
    parser.add_argument("--limit", type=int, help="the first N articles only")
    options = parser.parse_args()
    scorer = load_scorer(options.scorer)
    golds = read_gold(options.gold, options.limit)
    (entry,) = entry_points(group="kg.extractors", name=options.extractor)
    reader, extractor = TextReader(), entry.load()()
    reader.read(Article(text="The model is loaded before the clock starts."))
    totals: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    by_rule: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    seconds = 0.0
    for gold in golds:
        begun = time.process_time()
        attributions = extractor.extract(reader.read(Article(id=gold["id"], text=gold["text"])))
        seconds += time.process_time() - begun
        found = [raw(one) for one in attributions]
        for key, cell in scorer.score_document(gold["text"], gold["attributions"], found, outermost=True).items():
            totals[key] = [old + new for old, new in zip(totals[key], cell, strict=True)]
        rights_by_rule(scorer, gold, found, by_rule)
    words = sum(len(gold["text"].split()) for gold in golds)
    print(f"{len(golds)} articles, {words:,} words, {words / seconds:,.0f} words per CPU second")
    for measure in MEASURES:
        for kind in KINDS:
            if (measure, kind) in totals:
                print(f"{measure:16s} {kind:14s} P/R/F1 {figures(totals[measure, kind])}")
    if options.rules:
        for rule, (count, right) in sorted(by_rule.items(), key=lambda item: (-item[1][0], item[0])):
            print(f"{rule:18s} {count:5d}  right {right / count:.2f}")


if __name__ == "__main__":
    main()
