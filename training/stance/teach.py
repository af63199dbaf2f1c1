"""Writes what trained stance networks think of sentences, for a smaller network to learn from.

python -m training.stance.teach --encoder mpnet --vocabulary vocab.txt --marked-from 2 --out soft.pt \
    --model MODEL.pt [--model MODEL.pt ...] sentences.jsonl.gz [further.jsonl.gz ...]

One entry a target, keyed by sentence and span: probabilities (3); several networks are averaged.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.stance.data import examples_of, is_held_out, read_sentences
from training.stance.measure import load_network, scores_of
from training.vocabulary import load_pieces


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", type=Path, nargs="+")
    parser.add_argument("--model", type=Path, action="append", required=True)
    parser.add_argument("--encoder", choices=("minilm", "mpnet"), required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--marked-from", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    pieces = load_pieces(options.vocabulary)
    sentences = [one for path in options.sentences for one in read_sentences(path) if not is_held_out(one["id"])]
    examples = examples_of(sentences, pieces)
    total: dict[str, torch.Tensor] = {}
    for path in options.model:
        scores, _, keys = scores_of(load_network(options.encoder, path, options.marked_from), examples)
        for key, row in zip(keys, torch.from_numpy(scores).softmax(-1), strict=True):
            total[key] = total.get(key, 0.0) + row / len(options.model)
    torch.save({key: row.half() for key, row in total.items()}, options.out)
    print(f"{len(total)} targets")


if __name__ == "__main__":
    main()
