"""Measures an extractor on a gold file of attributions that marks the outermost ones only, such as PolNeAR's.

python benchmarks/attribution_polnear.py GOLD.jsonl.gz [--extractor rules] [--rules] [--limit N] [--bootstrap N]

GOLD holds one article a line with `id`, `text` and `attributions`. Its titles are left out, since the texts begin with
them. Prints what `kg evaluate --outermost` prints; `--rules` adds how often each rule was right.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
from pathlib import Path

from kg.build.extractors import load_extractor
from kg.cli.evaluation import show_evaluation
from kg.evaluation import Options, Resamples, evaluate, read_gold
from kg.evaluation.running import predict


def write_untitled(path: Path, out: Path, limit: int | None) -> None:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()][:limit]
    out.write_text("".join(json.dumps({**record, "title": ""}) + "\n" for record in records), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--extractor", default="rules")
    parser.add_argument("--rules", action="store_true", help="show also how often each rule was right")
    parser.add_argument("--limit", type=int, help="the first N articles only")
    parser.add_argument("--bootstrap", type=int, default=0, help="draw articles N times for 95%% intervals")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        untitled = Path(folder) / "gold.jsonl"
        write_untitled(options.gold, untitled, options.limit)
        gold, errors = read_gold(untitled)
    for error in errors:
        print(error)
    found = predict(load_extractor(options.extractor), gold)
    words = sum(len(one.article.text.split()) for one in gold)
    print(f"{found.name}: {len(gold)} articles, {words:,} words, {found.words_per_second:,.0f} words per CPU second")
    resamples = Resamples(len(gold), times=options.bootstrap, seed=0) if options.bootstrap else None
    evaluation = evaluate(gold, found.articles, Options(outermost=True), resamples=resamples)
    show_evaluation(evaluation, None, by_rule=options.rules)


if __name__ == "__main__":
    main()
