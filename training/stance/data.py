"""Sentences with targets as windows and tensors."""

from __future__ import annotations

import gzip
import json
import random
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import torch
from torch import Tensor

from kg.extract.stance.inputs import cut_stance_windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kg.extract.reader.pieces import Pieces
    from kg.extract.stance.inputs import StanceWindow

POLARITIES: Final = ("negative", "neutral", "positive")
UNLABELLED: Final = -100
HELD_OUT: Final = 10
"""One article of so many is held out of training, to select and to calibrate."""
_COLLECTIONS: Final = ("allsides", "polusa")
"""What the ids of NewsMTSC begin with."""
_ANNOTATED: Final = ("polnear", "own")
"""What the ids of annotated statements begin with (`annotated.py`); sentences of other corpora are never held out."""


@dataclass(frozen=True, slots=True)
class Example:
    """One window. labels: index into POLARITIES of each target, UNLABELLED where nobody judged it; keys: its name."""

    window: StanceWindow
    labels: list[int]
    keys: list[str]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one length. Shapes: (windows, pieces), rows and labels (targets), members (targets, pieces).

    rows: window of each target. members: 1 where a piece belongs to the target.
    """

    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    rows: Tensor
    members: Tensor
    labels: Tensor
    keys: list[str]


def read_sentences(path: Path) -> list[dict[str, Any]]:
    """The lines of a JSON-lines file, gzipped or not: {id, text, targets: [{span, polarity}]}."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def is_held_out(sentence_id: str) -> bool:
    """Whether a sentence is kept from training. Whole articles are held out: their sentences share targets."""
    parts = sentence_id.split("_")
    if parts[0] in _ANNOTATED:
        article = "_".join(parts[:-1])
    elif parts[0] in _COLLECTIONS:
        article = "_".join(parts[:3] if parts[0] == "polusa" else parts[:2])
    else:
        return False
    return zlib.crc32(article.encode()) % HELD_OUT == 0


def examples_of(sentences: Sequence[dict[str, Any]], pieces: Pieces) -> list[Example]:
    """Windows of all sentences, in order."""
    examples = []
    for sentence in sentences:
        targets = sentence["targets"]
        spans = [(int(one["span"][0]), int(one["span"][1])) for one in targets]
        for window in cut_stance_windows(sentence["text"], spans, pieces):
            labels = [_label(targets[number]) for number in window.numbers]
            keys = [f"{sentence['id']}|{spans[number][0]}-{spans[number][1]}" for number in window.numbers]
            examples.append(Example(window, labels, keys))
    return examples


def _label(target: dict[str, Any]) -> int:
    polarity = target.get("polarity")
    return UNLABELLED if polarity is None else POLARITIES.index(polarity)


def shuffled(examples: Sequence[Example], size: int, seed: int) -> Iterator[list[Example]]:
    """Batches in a seeded order; windows of like length go together."""
    order = list(examples)
    dice = random.Random(seed)
    dice.shuffle(order)
    chunk = size * 32
    batches: list[list[Example]] = []
    for start in range(0, len(order), chunk):
        block = sorted(order[start : start + chunk], key=lambda one: len(one.window.pieces))
        batches += [block[i : i + size] for i in range(0, len(block), size)]
    dice.shuffle(batches)
    yield from batches


def make_batch(examples: Sequence[Example]) -> Batch:
    """These examples, padded."""
    length = max(len(one.window.pieces) for one in examples)
    ranges = [(row, target) for row, one in enumerate(examples) for target in one.window.targets]
    members = torch.zeros(len(ranges), length)
    for number, (_, (start, end)) in enumerate(ranges):
        members[number, start:end] = 1.0
    return Batch(
        pieces=_padded([one.window.pieces for one in examples], length, 0),
        shapes=_padded([one.window.shapes for one in examples], length, 5),
        mask=_padded([[1] * len(one.window.pieces) for one in examples], length, 0),
        rows=torch.tensor([row for row, _ in ranges], dtype=torch.long),
        members=members,
        labels=torch.tensor([label for one in examples for label in one.labels], dtype=torch.long),
        keys=[key for one in examples for key in one.keys],
    )


def _padded(lines: Sequence[Sequence[int]], length: int, value: int) -> Tensor:
    return torch.tensor([[*line, *([value] * (length - len(line)))] for line in lines], dtype=torch.long)
