"""Scores `kg extract` against the gold attributions over licensed articles.

python benchmarks/attribution_articles.py ARTICLES.jsonl PREDICTIONS.jsonl score_attributions.py [--bootstrap N]

ARTICLES holds the texts (`id`, `text`), the gold file only offsets and hashes; PREDICTIONS is what `kg extract` wrote
for ARTICLES. A text that is not the one annotated ends the run. Where only a range of an article was annotated,
predictions with a content that begins outside it do not count. Prints the scorer's table.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

GOLD = Path(__file__).with_name("gold") / "attributions.jsonl"


def load_scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_attributions", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def join_texts(gold: list[dict[str, Any]], articles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The gold lines with their texts, in the gold's order; SystemExit where a text is missing or another one."""
    texts = {article["id"]: article["text"] for article in articles}
    joined = []
    for line in gold:
        text = texts.get(line["id"])
        if text is None:
            raise SystemExit(f"article {line['id']} is not in the articles file")
        if hashlib.sha256(text.encode()).hexdigest() != line["text_sha256"]:
            raise SystemExit(f"article {line['id']}: not the text that was annotated (its hash differs)")
        joined.append({**line, "text": text})
    return joined


def in_ranges(gold: list[dict[str, Any]], predictions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The predictions for annotated articles whose content begins inside the annotated range."""
    ranges = {line["id"]: line.get("range") or [0, len(line["text"])] for line in gold}
    kept = []
    for line in predictions:
        if line["id"] not in ranges:
            continue
        start, end = ranges[line["id"]]
        inside = [
            found
            for found in line["attributions"]
            if found["content"] and start <= min(span[0] for span in found["content"]) < end
        ]
        kept.append({"id": line["id"], "attributions": inside})
    return kept


def write_lines(path: Path, records: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--bootstrap", type=int, default=0, help="resample articles N times for a 95%% range of F1")
    choices = parser.parse_args()
    scorer = load_scorer(choices.scorer)
    gold = join_texts(read_lines(choices.gold), read_lines(choices.articles))
    predictions = in_ranges(gold, read_lines(choices.predictions))
    with tempfile.TemporaryDirectory() as folder:
        gold_path, predicted_path = Path(folder) / "gold.jsonl", Path(folder) / "predictions.jsonl"
        write_lines(gold_path, gold)
        write_lines(predicted_path, predictions)
        scorer.print_table(scorer.score_files(str(gold_path), str(predicted_path), choices.bootstrap))


if __name__ == "__main__":
    main()
