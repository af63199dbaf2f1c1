"""Scores a trained network, in torch, on an annotated corpus: for choosing between designs.

python -m training.measure --encoder minilm --vocabulary vocab.txt --corpus dev.jsonl.gz \
    --scorer score_attributions.py [--only ids.txt] MODEL.pt [MODEL.pt ...]

Several models are averaged. What ships is measured by benchmarks/attribution_polnear.py.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from kg.extract.reader.decoding import Settings, decode
from training.batches import cue_rows, cue_vectors, make_batch
from training.data import Example, read_articles, windows_of
from training.encoders import MINILM, MPNET, Encoder
from training.network import ReaderNetwork
from training.vocabulary import load_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.reader.decoding import Found
    from kg.extract.reader.windows import Window
    from kg.text import Shadow


class TorchTagger:
    """A network, or several averaged, as `kg.extract.reader.decoding.Tagger`."""

    def __init__(self, networks: Sequence[ReaderNetwork], *, half: bool = False) -> None:
        self.networks = [network.eval() for network in networks]
        self.half = half

    @torch.inference_mode()
    def read(self, window: Any) -> tuple[Any, Any]:
        batch = make_batch([Example("", window, ())], [0])
        vectors, probabilities = [], []
        for network in self.networks:
            with torch.autocast("cpu", torch.bfloat16, enabled=self.half):
                words = network.words(batch.pieces, batch.shapes, batch.quotes, batch.mask, batch.first)
            vectors.append(words.float())
            probabilities.append(network.cues(words.float())[0].softmax(-1)[0].numpy())
        self._batch = batch
        return vectors, np.mean(probabilities, axis=0)

    @torch.inference_mode()
    def roles(self, vectors: Any, cues: Any, relations: Any) -> Any:
        rows = cue_rows(self._batch, [list(cues)])
        table = torch.from_numpy(relations)
        answers = [
            network.roles(words, rows.row, cue_vectors(words, rows), table).softmax(-1).numpy()
            for network, words in zip(self.networks, vectors, strict=True)
        ]
        return np.mean(answers, axis=0)


class Recorded:
    """The tagger's answers, kept, so that settings can be compared without running the network again."""

    def __init__(self, tagger: Any) -> None:
        self.tagger = tagger
        self.kept: dict[int, Any] = {}

    def read(self, window: Any) -> tuple[Any, Any]:
        self.key = id(window)
        if self.key not in self.kept:
            self.kept[self.key] = [self.tagger.read(window), {}, window, getattr(self.tagger, "_batch", None)]
        return self.kept[self.key][0]

    def roles(self, vectors: Any, cues: Any, relations: Any) -> Any:
        entry = self.kept[self.key]
        if tuple(cues) not in entry[1]:
            self.tagger._batch = entry[3]
            entry[1][tuple(cues)] = self.tagger.roles(vectors, cues, relations)
        return entry[1][tuple(cues)]


def load_network(name: str, path: Path) -> ReaderNetwork:
    network = ReaderNetwork(Encoder(MINILM if name == "minilm" else MPNET))
    network.load_state_dict(torch.load(path, weights_only=True), strict=False)
    return network


def as_record(shadow: Shadow, window: Window, found: Found) -> dict[str, Any]:
    """What the scorer reads: article offsets of each run of words."""
    return {
        "source": _spans(shadow, window, found.source) or None,
        "cue": _spans(shadow, window, found.cue),
        "content": _spans(shadow, window, found.content),
    }


def _spans(shadow: Shadow, window: Window, words: Sequence[int]) -> list[list[int]]:
    spans: list[list[int]] = []
    before = -2
    for word in words:
        start, end = shadow.to_article(window.start[word], window.end[word])
        if word == before + 1:
            spans[-1][1] = end
        else:
            spans.append([start, end])
        before = word
    return spans


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--only", type=Path)
    parser.add_argument("--half", action="store_true")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--accept", type=float, default=0.4)
    parser.add_argument("--base", default="{}", help="JSON: settings to begin with")
    parser.add_argument("--grid", default="{}", help="JSON: setting -> values to compare")
    options = parser.parse_args()
    torch.set_num_threads(1)
    spec = importlib.util.spec_from_file_location("scorer", options.scorer)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    pieces = load_pieces(options.vocabulary)
    articles = read_articles(options.corpus)
    if options.only:
        ids = set(options.only.read_text().split())
        articles = [article for article in articles if article["id"] in ids]
    articles = articles[: options.limit]
    tagger = Recorded(TorchTagger([load_network(options.encoder, path) for path in options.models], half=options.half))
    prepared = [(article, *windows_of(article["text"], pieces)) for article in articles]
    grid = json.loads(options.grid)
    base = replace(Settings(), **json.loads(options.base))
    choices = [base] + [replace(base, **{key: value}) for key, values in grid.items() for value in values]
    for settings in choices:
        accept = options.accept
        totals: dict[Any, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        for article, shadow, windows in prepared:
            records = [
                as_record(shadow, window, found)
                for window in windows
                for found in decode(window, tagger, settings)
                if found.content and found.probability >= accept
            ]
            scored = scorer.score_document(article["text"], article["attributions"], records, outermost=True)
            for key, cell in scored.items():
                totals[key] = [old + new for old, new in zip(totals[key], cell, strict=True)]
        print(settings)
        for measure in ("triple_partial", "content_overlap", "source_partial"):
            print(
                f"  {measure:16s}",
                *(
                    f"{kind} {_f1(totals[measure, kind])}"
                    for kind in ("all", "cue reported", "direct", "mixed", "indirect")
                    if (measure, kind) in totals
                ),
            )


def _f1(cell: list[int]) -> str:
    precision = cell[0] / cell[1] if cell[1] else 0.0
    recall = cell[2] / cell[3] if cell[3] else 0.0
    total = precision + recall
    return f"{precision:.3f}/{recall:.3f}/{2 * precision * recall / total if total else 0.0:.3f}"


if __name__ == "__main__":
    main()
