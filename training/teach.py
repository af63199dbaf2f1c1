"""Writes what trained networks think of the training articles, for a smaller network to learn from.

python -m training.teach --encoder mpnet --vocabulary vocab.txt --corpus train.jsonl.gz --out soft.pt \
    MODEL.pt [MODEL.pt ...] [--also minilm vocab.txt MODEL.pt]

One entry a window, in the order of training.train: `cue` (words, 4), `spans` (cues, 2): annotated cues and those that
the teachers would ask, and `roles` (cues, words, 4); probabilities in half precision. Several models are averaged;
--also lets another kind of encoder join them.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from kg.extract.reader.decoding import cue_spans
from training.batches import cue_rows, cue_vectors, make_batch
from training.data import examples_of, read_articles
from training.measure import load_network
from training.vocabulary import load_pieces

if TYPE_CHECKING:
    from training.data import Example
    from training.network import ReaderNetwork

ASK = 0.1
"""Probability from which a word's reading as a cue is passed on with its roles."""


def main() -> None:
    options = _options()
    torch.set_num_threads(options.threads)
    sets = [(options.encoder, options.vocabulary, options.models)]
    if options.also:
        kind, vocabulary, *models = options.also
        sets.append((kind, Path(vocabulary), [Path(model) for model in models]))
    articles = read_articles(options.corpus)
    if options.without is not None:
        held_out = set(options.without.read_text(encoding="utf-8").split())
        articles = [article for article in articles if article["id"] not in held_out]
    teachers: list[ReaderNetwork] = []
    readings: list[list[Example]] = []
    for kind, vocabulary, models in sets:
        pieces = load_pieces(vocabulary)
        examples = [example for article in articles for example in examples_of(article, pieces)]
        for model in models:
            teachers.append(load_network(kind, model).eval())
            readings.append(examples)
    entries: list[Any] = []
    for number in range(len(readings[0])):
        entries.append(_entry(teachers, [examples[number] for examples in readings], half=options.half))
        if number % 200 == 0:
            print(f"{number}/{len(readings[0])}", flush=True)
    torch.save(entries, options.out)


@torch.inference_mode()
def _entry(teachers: list[ReaderNetwork], examples: list[Example], *, half: bool) -> dict[str, Any]:
    batches, vectors, cues = [], [], []
    for teacher, example in zip(teachers, examples, strict=True):
        batch = make_batch([example], [0])
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            words = teacher.words(batch.pieces, batch.shapes, batch.quotes, batch.mask, batch.first)
            cues.append(teacher.cues(words)[0].float().softmax(-1)[0])
        batches.append(batch)
        vectors.append(words.float())
    cue = torch.stack(cues).mean(0)
    asked = {(start, end) for start, end in cue_spans(cue.numpy(), ASK)}
    spans = sorted(asked | {one.cue for one in examples[0].cues})
    if not spans:
        roles = torch.zeros(0, len(cue), 4)
    else:
        answers = []
        for teacher, batch, words in zip(teachers, batches, vectors, strict=True):
            rows = cue_rows(batch, [spans])
            answers.append(teacher.roles(words, rows.row, cue_vectors(words, rows), rows.relations).softmax(-1))
        roles = torch.stack(answers).mean(0)
    return {
        "cue": cue.half(),
        "spans": torch.tensor(spans, dtype=torch.int16).view(-1, 2),
        "roles": roles.half(),
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--without", type=Path)
    parser.add_argument("--also", nargs="+")
    parser.add_argument("--half", action="store_true")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
