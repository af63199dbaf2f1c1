"""Examples as tensors."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from kg.extract.reader.relations import relations
from training.data import CONTENT, CUE_BEGINS, CUE_EXTRA, CUE_GOES_ON, CUE_OUTSIDE, CUE_PIECE, OTHER, SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from training.data import Example

PAD_LABEL = -100


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one length. Shapes: (windows, pieces) or (windows, words)."""

    examples: list[Example]
    numbers: list[int]
    pieces: Tensor
    shapes: Tensor
    quotes: Tensor
    mask: Tensor
    first: Tensor
    cue_labels: Tensor
    role_labels: Tensor
    name_labels: Tensor


@dataclass(frozen=True, slots=True)
class CueRows:
    """All cues of a batch. row (cues); spans per cue; relations (cues, words, 4); labels (cues, words)."""

    row: Tensor
    spans: list[tuple[int, int]]
    relations: Tensor
    labels: Tensor


def shuffled(examples: Sequence[Example], size: int, seed: int) -> Iterator[list[int]]:
    """Batches of example numbers in a seeded order; windows of like length go together."""
    numbers = list(range(len(examples)))
    dice = random.Random(seed)
    dice.shuffle(numbers)
    chunk = size * 32
    batches: list[list[int]] = []
    for start in range(0, len(numbers), chunk):
        block = sorted(numbers[start : start + chunk], key=lambda number: len(examples[number].window.pieces))
        batches += [block[i : i + size] for i in range(0, len(block), size)]
    dice.shuffle(batches)
    yield from batches


def make_batch(examples: Sequence[Example], numbers: Sequence[int]) -> Batch:
    """The examples of these numbers, padded."""
    chosen = [examples[number] for number in numbers]
    windows = [example.window for example in chosen]
    return Batch(
        examples=chosen,
        numbers=list(numbers),
        pieces=_padded([window.pieces for window in windows], 0),
        shapes=_padded([window.shape for window in windows], 5),
        quotes=_padded([window.quote for window in windows], 0),
        mask=_padded([[1] * len(window.pieces) for window in windows], 0),
        first=_padded([window.first for window in windows], 0),
        cue_labels=_padded([_cue_labels(example) for example in chosen], PAD_LABEL),
        role_labels=_padded([_role_labels(example) for example in chosen], PAD_LABEL),
        name_labels=_padded([example.names or [PAD_LABEL] * len(example.window) for example in chosen], PAD_LABEL),
    )


def cue_rows(batch: Batch, spans: Sequence[Sequence[tuple[int, int]]]) -> CueRows:
    """Rows for these cues of each window; a cue that nobody annotated has no source and no content."""
    length = int(batch.first.shape[1])
    rows: list[int] = []
    flat: list[tuple[int, int]] = []
    labels: list[list[int]] = []
    tables = []
    for number, (example, cues) in enumerate(zip(batch.examples, spans, strict=True)):
        if not cues:
            continue
        words = len(example.window)
        everything = {word for cue in example.cues for word in (*range(*cue.cue), *cue.extra)}
        everything |= {word for cue in cues for word in range(*cue)}
        table = relations(example.window, cues, sorted(everything))
        padded = np.zeros((len(cues), length, 4), dtype=np.int64)
        padded[:, :words] = table
        padded[:, words:, 1] = 3
        tables.append(padded)
        known = {cue.cue: cue for cue in example.cues}
        for span in cues:
            rows.append(number)
            flat.append(span)
            line = [OTHER] * words + [PAD_LABEL] * (length - words)
            found = known.get(span)
            if found is not None:
                for label, members in ((SOURCE, found.source), (CONTENT, found.content), (CUE_PIECE, found.extra)):
                    for word in members:
                        line[word] = label
            labels.append(line)
    return CueRows(
        torch.tensor(rows, dtype=torch.long),
        flat,
        torch.from_numpy(np.concatenate(tables)) if tables else torch.zeros(0, length, 4, dtype=torch.long),
        torch.tensor(labels, dtype=torch.long).view(len(rows), length),
    )


def cue_vectors(words: Tensor, rows: CueRows) -> Tensor:
    """Mean vector of each cue's words (cues, width)."""
    places = torch.arange(words.shape[1])
    bounds = torch.tensor(rows.spans)
    inside = ((places >= bounds[:, :1]) & (places < bounds[:, 1:])).float()
    total = torch.einsum("cw,cwd->cd", inside, words[rows.row])
    return total / inside.sum(1, keepdim=True)


def _padded(lines: Sequence[Sequence[int]], value: int) -> Tensor:
    length = max(len(line) for line in lines)
    return torch.tensor([[*line, *([value] * (length - len(line)))] for line in lines], dtype=torch.long)


def _cue_labels(example: Example) -> list[int]:
    labels = [CUE_OUTSIDE] * len(example.window)
    for cue in example.cues:
        for word in cue.extra:
            labels[word] = CUE_EXTRA
    for cue in example.cues:
        start, end = cue.cue
        labels[start:end] = [CUE_BEGINS] + [CUE_GOES_ON] * (end - start - 1)
    return labels


def _role_labels(example: Example) -> list[int]:
    labels = [OTHER] * len(example.window)
    for cue in example.cues:
        for label, members in ((SOURCE, cue.source), (CONTENT, cue.content)):
            for word in members:
                labels[word] = label
    return labels
