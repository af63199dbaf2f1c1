"""Measures predictions, such as `kg extract` writes, on the gold attributions over licensed articles.

python benchmarks/attribution_articles.py ARTICLES.jsonl PREDICTIONS.jsonl [--bootstrap N]

ARTICLES holds the texts (`id`, `text`), the gold file only offsets and hashes. A text that is not the one annotated is
named and left out. Where only a range of an article was annotated, predictions with a content that begins outside it
do not count. Prints what `kg evaluate` prints.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.evaluation import show_evaluation
from kg.evaluation import Resamples, evaluate, read_gold, read_predictions

GOLD = Path(__file__).with_name("gold") / "attributions.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--bootstrap", type=int, default=0, help="draw articles N times for 95%% intervals")
    choices = parser.parse_args()
    gold, errors = read_gold(choices.gold, articles=choices.articles)
    found = read_predictions(choices.predictions, gold)
    for error in (*errors, *found.errors):
        print(error)
    print(f"{len(gold)} articles, {found.missing} of them without predictions")
    resamples = Resamples(len(gold), times=choices.bootstrap, seed=0) if choices.bootstrap else None
    show_evaluation(evaluate(gold, found.articles, resamples=resamples), None)


if __name__ == "__main__":
    main()
