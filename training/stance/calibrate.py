"""Fits the temperature of exported stance weights, and the constants for the mix of classes in use.

python -m training.stance.calibrate --asked sentence --corpus train.jsonl.gz --weights kg/extract/stance/weights

Writes the entry of one question into calibration.json there and renews its hash. Fitted on the held-out articles (of
"holder": those of runs/annotated.jsonl), by the exported files themselves.
There, sentences were chosen for having a slant; in running text half of the targets have none, so each class weighs
as much as its share in MIX says.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

import numpy as np

from kg.extract.stance.inputs import Asked, cut_stance_windows
from kg.extract.stance.network import OnnxStance
from training.stance.data import POLARITIES, is_held_out, read_sentences
from training.stance.measure import describe

if TYPE_CHECKING:
    from numpy.typing import NDArray

MIX: Final = (0.33, 0.5, 0.17)
"""Share of negative, neutral and positive targets in use: that of sentences whose every target was judged, as the
README of the corpus gives it."""
NEUTRAL: Final = {"temperature": 1.0, "constants": [0.0, 0.0, 0.0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--asked", choices=get_args(Asked), required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    options = parser.parse_args()
    _write(options.weights, options.asked, NEUTRAL)
    scores, labels = held_out_scores(options.corpus, options.weights, options.asked)
    print("before:", describe(scores, labels, []))
    print(f"  calibration error {calibration_error(scores, labels):.3f}, log loss {log_loss(scores, labels):.4f}")
    temperature, constants = fitted(scores, labels)
    warmed = (scores + constants) / temperature
    print("after:", describe(warmed, labels, []))
    print(f"  calibration error {calibration_error(warmed, labels):.3f}, log loss {log_loss(warmed, labels):.4f}")
    calibration = {"temperature": round(temperature, 3), "constants": [round(float(one), 3) for one in constants]}
    print(calibration)
    _write(options.weights, options.asked, calibration)


def held_out_scores(corpus: Path, weights: Path, asked: Asked) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Scores (targets, 3) by the exported files, and labels."""
    network = OnnxStance(weights, asked)
    scores, labels = [], []
    for sentence in read_sentences(corpus):
        if not is_held_out(sentence["id"]):
            continue
        spans = [(one["span"][0], one["span"][1]) for one in sentence["targets"]]
        for window in cut_stance_windows(sentence["text"], spans, network.pieces):
            scores += list(network.scores(window))
            labels += [POLARITIES.index(sentence["targets"][number]["polarity"]) for number in window.numbers]
    return np.array(scores), np.array(labels)


def fitted(scores: NDArray[np.float64], labels: NDArray[np.int64]) -> tuple[float, NDArray[np.float64]]:
    """Temperature, and constants with that of negative 0: least log loss in the mix of use."""
    best = (np.inf, 1.0, np.zeros(3))
    for temperature in np.arange(0.6, 2.5, 0.05):
        for neutral in np.arange(-1.0, 1.51, 0.1):
            for positive in np.arange(-2.0, 1.01, 0.1):
                constants = np.array([0.0, neutral, positive])
                loss = log_loss((scores + constants) / temperature, labels)
                if loss < best[0]:
                    best = (loss, float(temperature), constants)
    return best[1], best[2]


def log_loss(scores: NDArray[np.float64], labels: NDArray[np.int64]) -> float:
    """Mean of what each target's true class costs, weighted to the mix of use."""
    probabilities = _softmax(scores)[np.arange(len(labels)), labels]
    weights = _weights(labels)
    return float(-(weights * np.log(probabilities)).sum() / weights.sum())


def calibration_error(scores: NDArray[np.float64], labels: NDArray[np.int64]) -> float:
    """Expected calibration error of the likeliest class, ten bins of equal width, weighted to the mix of use."""
    probabilities = _softmax(scores)
    sure, right = probabilities.max(1), probabilities.argmax(1) == labels
    weights = _weights(labels)
    total = 0.0
    for low in np.arange(0.0, 1.0, 0.1):
        inside = (sure > low) & (sure <= low + 0.1)
        if inside.any():
            total += abs((weights[inside] * (right[inside] - sure[inside])).sum())
    return float(total / weights.sum())


def _weights(labels: NDArray[np.int64]) -> NDArray[np.float64]:
    shares = np.bincount(labels, minlength=3) / len(labels)
    weights: NDArray[np.float64] = (np.array(MIX) / shares)[labels]
    return weights


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    raised = np.exp(scores - scores.max(1, keepdims=True))
    probabilities: NDArray[np.float64] = raised / raised.sum(1, keepdims=True)
    return probabilities


def _write(folder: Path, asked: Asked, calibration: object) -> None:
    path = folder / "calibration.json"
    stored = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**stored, asked: calibration}, indent=1) + "\n", encoding="utf-8")
    hashes_path = folder / "hashes.json"
    hashes = json.loads(hashes_path.read_text(encoding="utf-8"))
    hashes["calibration.json"] = hashlib.sha256(path.read_bytes()).hexdigest()
    hashes_path.write_text(json.dumps(hashes, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
