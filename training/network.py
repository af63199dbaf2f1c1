"""The reader's network: an encoder, a tagger of cues, and a tagger of every word for every cue.

The second tagger is what lets one source serve several cues: each cue asks all words of the window anew whether they
are its source, its content, another piece of it, or nothing to it. It is small, so that asking costs little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from kg.extract.reader.naming import NAME_LABELS

if TYPE_CHECKING:
    from training.encoders import Encoder

WIDTH = 128
DISTANCES = 32


class CueTagger(nn.Module):
    """Words -> four labels of cues and four of roles (the latter only help in training)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.cue = nn.Linear(width, 4)
        self.role = nn.Linear(width, 3)

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor]:
        return self.cue(words), self.role(words)


class Mixer(nn.Module):
    """Lets neighbouring words of one cue's row see each other."""

    def __init__(self, width: int, reach: int) -> None:
        super().__init__()
        self.near = nn.Conv1d(width, width, reach, padding=reach // 2, groups=width)
        self.rise = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width)

    def forward(self, rows: Tensor) -> Tensor:
        near = self.near(rows.transpose(1, 2)).transpose(1, 2)
        mixed: Tensor = self.norm(rows + self.rise(nn.functional.gelu(near)))
        return mixed


class RoleTagger(nn.Module):
    """(Cue, words) -> four labels a word: nothing, source, content, further piece of the cue."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.word = nn.Linear(width, WIDTH)
        self.cue = nn.Linear(width, WIDTH)
        self.word_gate = nn.Linear(width, WIDTH)
        self.cue_gate = nn.Linear(width, WIDTH)
        self.distance = nn.Embedding(DISTANCES, WIDTH)
        self.paragraph = nn.Embedding(4, WIDTH)
        self.cues = nn.Embedding(3, WIDTH)
        self.region = nn.Embedding(3, WIDTH)
        for table in (self.distance, self.paragraph, self.cues, self.region):
            nn.init.normal_(table.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH)
        self.mixers = nn.ModuleList([Mixer(WIDTH, 7), Mixer(WIDTH, 7), Mixer(WIDTH, 15)])
        self.label = nn.Linear(WIDTH, 4)

    def forward(self, words: Tensor, row: Tensor, cue: Tensor, relations: Tensor) -> Tensor:
        """Labels (cues, words, 4).

        words (windows, words, width); row (cues) window of each cue; cue (cues, width) its vector; relations
        (cues, words, 4) indexes of distance, paragraph, cues and region.
        """
        state = self.word(words)[row] + self.cue(cue)[:, None]
        state = state + self.word_gate(words)[row] * self.cue_gate(cue)[:, None]
        state = state + self.distance(relations[..., 0]) + self.paragraph(relations[..., 1])
        state = self.norm(state + self.cues(relations[..., 2]) + self.region(relations[..., 3]))
        for mixer in self.mixers:
            state = mixer(state)
        labels: Tensor = self.label(state)
        return labels


class ReaderNetwork(nn.Module):
    """All parts together."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        width = encoder.shape.width
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.cues = CueTagger(width)
        self.roles = RoleTagger(width)
        self.names = nn.Linear(width, 1 + 2 * len(NAME_LABELS))

    def words(self, pieces: Tensor, shapes: Tensor, quotes: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """Vectors of words (windows, words, width): those of their first pieces."""
        states = self.drop(self.encoder(pieces, shapes, quotes, mask))
        index = first[..., None].expand(-1, -1, states.shape[-1])
        return torch.gather(states, 1, index)
