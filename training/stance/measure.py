"""Judges sentences with a network in torch and tells how well: to compare designs before export.

python -m training.stance.measure --encoder minilm --vocabulary vocab.txt --marked-from 6 --corpus sentences.jsonl.gz \
    [--held-out] MODEL.pt
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from training.encoders import SHAPES, Encoder
from training.stance.data import POLARITIES, UNLABELLED, examples_of, is_held_out, make_batch, read_sentences
from training.stance.network import StanceNetwork
from training.vocabulary import load_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from training.stance.data import Example


@torch.inference_mode()
def scores_of(
    network: StanceNetwork, examples: Sequence[Example], *, half: bool = True
) -> tuple[NDArray[np.float64], NDArray[np.int64], list[str]]:
    """Scores (targets, 3), labels and keys of all targets, longest windows first."""
    network.eval()
    ordered = sorted(examples, key=lambda one: -len(one.window.pieces))
    scores, labels, keys = [], [], []
    for start in range(0, len(ordered), 64):
        batch = make_batch(ordered[start : start + 64])
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            scores.append(network(batch.pieces, batch.shapes, batch.mask, batch.rows, batch.members).float())
        labels.append(batch.labels)
        keys += batch.keys
    return torch.cat(scores).double().numpy(), torch.cat(labels).numpy(), keys


def f1_of(said: NDArray[np.int64], labels: NDArray[np.int64]) -> list[float]:
    """F1 of negative, neutral, positive."""
    right = [int(((said == one) & (labels == one)).sum()) for one in range(3)]
    of_either = [int((said == one).sum() + (labels == one).sum()) for one in range(3)]
    return [2 * a / max(1, b) for a, b in zip(right, of_either, strict=True)]


def describe(scores: NDArray[np.float64], labels: NDArray[np.int64], keys: Sequence[str]) -> str:
    """Macro F1, F1 and recall of each class, share of negatives read as positive."""
    known = labels != UNLABELLED
    said, labels = scores[known].argmax(1), labels[known]
    f1 = f1_of(said, labels)
    recall = [float((said[labels == one] == one).mean()) for one in range(3)]
    flipped = float((said[labels == 0] == 2).mean())
    named = ", ".join(f"{name} F1 {a:.3f} recall {b:.3f}" for name, a, b in zip(POLARITIES, f1, recall, strict=True))
    return f"{len(labels)} targets, macro F1 {sum(f1) / 3:.4f}; {named}; negatives read as positive {flipped:.3f}"


def load_network(kind: str, path: Path, marked_from: int) -> StanceNetwork:
    """A trained network."""
    network = StanceNetwork(Encoder(SHAPES[kind]), marked_from)
    network.load_state_dict(torch.load(path, weights_only=True))
    return network.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("--encoder", choices=("minilm", "mpnet"), required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--marked-from", type=int, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--held-out", action="store_true", help="only the articles kept from training")
    options = parser.parse_args()
    sentences = read_sentences(options.corpus)
    if options.held_out:
        sentences = [one for one in sentences if is_held_out(one["id"])]
    examples = examples_of(sentences, load_pieces(options.vocabulary))
    network = load_network(options.encoder, options.model, options.marked_from)
    print(describe(*scores_of(network, examples)))


if __name__ == "__main__":
    main()
