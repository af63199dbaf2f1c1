"""Fits the reader's confidence on articles that the network never saw, and chooses the least one to put out.

python -m training.calibrate --corpus train.jsonl.gz --only held-out.txt --weights kg/extract/reader/weights

Writes calibration.json there and adds its hash. A candidate is right where its source and its content both share at
least half of their words with one annotated attribution (the measure `triple_partial`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from kg.extract.reader.candidates import candidates, chosen_source, features
from kg.extract.reader.confidence import FEATURES
from kg.extract.reader.decoding import Settings
from kg.extract.reader.network import OnnxTagger
from kg.extract.reader.windows import cut_windows
from kg.extract.rules.cues import load_cues
from kg.extract.rules.reading import read_drafts
from kg.extract.rules.regions import outer_regions
from kg.model import Article
from kg.text import TextReader
from training.data import read_articles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"\w+")
NEUTRAL = {"weights": dict.fromkeys(FEATURES, 0.0), "constant": 0.0, "accept": 0.0}


def main() -> None:
    options = _options()
    _write(options.weights, NEUTRAL)
    articles = read_articles(options.corpus)
    if options.only:
        ids = set(options.only.read_text(encoding="utf-8").split())
        articles = [article for article in articles if article["id"] in ids]
    tagger = OnnxTagger(options.weights)
    rows, rights, golds = [], [], 0
    reader = TextReader()
    for article in articles:
        golds += sum(bool(one["content"]) for one in article["attributions"])
        for values, right in judged(article, reader, tagger):
            rows.append(values)
            rights.append(right)
    table, truth = np.array(rows), np.array(rights)
    model = LogisticRegression(C=1.0, max_iter=2000).fit(table, truth)
    probabilities = model.predict_proba(table)[:, 1]
    accept = _best(probabilities, truth, golds) if options.accept is None else options.accept
    weights = dict(zip(FEATURES, (round(float(one), 4) for one in model.coef_[0]), strict=True))
    _write(
        options.weights,
        {"weights": weights, "constant": round(float(model.intercept_[0]), 4), "accept": accept},
    )
    print(f"{len(articles)} articles, {len(rows)} candidates, {int(truth.sum())} right of {golds}; accept {accept}")
    for name, weight in weights.items():
        print(f"  {name:22s} {weight:+.3f}")


def judged(article: dict[str, Any], reader: TextReader, tagger: OnnxTagger) -> Iterator[tuple[Sequence[float], bool]]:
    """Features of every candidate of an article's text, and whether it is right."""
    text = reader.read(Article(id=article["id"], text=article["text"]))
    string = text.text
    shadow = string.shadow.string
    regions = outer_regions(string.quotations)
    rules = read_drafts(string, regions, load_cues())
    windows = list(cut_windows(shadow, string.paragraphs, string.quotations, tagger.pieces))
    gold = [
        (_words(shadow, _shadowed(string, one["source"])), _words(shadow, _shadowed(string, one["content"])))
        for one in article["attributions"]
    ]
    for candidate in candidates(string, regions, windows, [*rules.labelled, *rules.drafts], tagger, Settings()):
        content = candidate.content or (candidate.rule.content if candidate.rule else ())
        offered = _words(shadow, chosen_source(candidate)), _words(shadow, content)
        right = any(_alike(offered[0], source) and _alike(offered[1], wanted) for source, wanted in gold)
        yield features(candidate, regions), right


def _shadowed(string: Any, spans: Any) -> list[tuple[int, int]]:
    return [string.shadow.to_shadow(*span) for span in spans or ()]


def _words(shadow: str, pieces: Any) -> frozenset[int]:
    return frozenset(found.start() for start, end in pieces for found in _WORD.finditer(shadow, start, end))


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    if not one and not other:
        return True
    return len(one & other) * 2 >= len(one | other)


def _best(probabilities: Any, truth: Any, golds: int) -> float:
    """The least probability that gives the best F1."""
    order = np.argsort(-probabilities)
    right = np.cumsum(truth[order])
    f1 = 2 * right / (np.arange(1, len(order) + 1) + golds)
    return round(float(probabilities[order][int(f1.argmax())]), 3)


def _write(folder: Path, calibration: dict[str, Any]) -> None:
    path = folder / "calibration.json"
    path.write_text(json.dumps(calibration, indent=1) + "\n", encoding="utf-8")
    hashes_path = folder / "hashes.json"
    hashes = json.loads(hashes_path.read_text(encoding="utf-8"))
    hashes["calibration.json"] = hashlib.sha256(path.read_bytes()).hexdigest()
    hashes_path.write_text(json.dumps(hashes, indent=1) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--only", type=Path, help="file of article ids: those that the network was not trained on")
    parser.add_argument("--accept", type=float, help="least probability, where it was chosen on other articles")
    parser.add_argument("--weights", type=Path, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
