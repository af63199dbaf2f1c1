"""The stance network: an encoder, and a head that judges one target of a sentence.

The lower layers read a sentence once for all its targets. From layer `marked_from` on, every target has a row of its
own, in which its pieces carry a mark; `marked_from` = number of layers means that nothing is marked and only the
head knows the target. Marking early is more exact, marking late is faster.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

if TYPE_CHECKING:
    from training.encoders import Encoder

_PARTS = ("query", "key", "value", "output", "rise", "fall")
"""The matrices of an encoder's layer, and, where it has them, of the head, that ship as integers."""

HEADS = 6
WIDTH = 384
"""Width of the head's attention and of its hidden layer."""


class StanceHead(nn.Module):
    """(Vectors of the sentence, target) -> scores of negative, neutral, positive."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(width, WIDTH) for _ in range(3))
        self.rise = nn.Linear(2 * width + WIDTH, WIDTH)
        self.score = nn.Linear(WIDTH, 3)
        self.drop = nn.Dropout(0.1)

    def forward(self, states: Tensor, members: Tensor, bias: Tensor) -> Tensor:
        """Scores (targets, 3); states (targets, pieces, width), bias (targets, 1, pieces): what padding gets."""
        target = (members[:, None] @ states)[:, 0] / members.sum(1, keepdim=True)
        count = len(states)

        def split(one: Tensor) -> Tensor:
            return one.view(count, -1, HEADS, WIDTH // HEADS).transpose(1, 2)

        query, key, value = split(self.query(target)), split(self.key(states)), split(self.value(states))
        weights = (query @ key.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + bias[:, None]).softmax(-1)
        context = (weights @ value).transpose(1, 2).reshape(count, WIDTH)
        joined = self.drop(torch.cat((target, states[:, 0], context), -1))
        scores: Tensor = self.score(self.drop(nn.functional.gelu(self.rise(joined))))
        return scores


class StanceNetwork(nn.Module):
    """All parts together."""

    def __init__(self, encoder: Encoder, marked_from: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.marked_from = marked_from
        self.mark = nn.Parameter(torch.zeros(encoder.shape.width))
        self.head = StanceHead(encoder.shape.width)
        self.drop = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor, rows: Tensor, members: Tensor) -> Tensor:
        """Scores (targets, 3); pieces, shapes, mask (windows, pieces), rows (targets), members (targets, pieces)."""
        encoder = self.encoder
        states = self.drop(encoder.embedded(pieces, shapes, torch.zeros_like(pieces)))
        bias = (1.0 - mask.float())[:, None, None, :] * -10_000.0
        if encoder.relative is not None:
            bias = bias + encoder.relative_bias(pieces.shape[1])
        for number, layer in enumerate(encoder.layers):
            if number == self.marked_from:
                states = states[rows] + members[..., None] * self.mark
                bias = bias[rows]
            states = layer(states, bias)
        if self.marked_from == len(encoder.layers):
            states = states[rows]
        padding = ((1.0 - mask.float()) * -10_000.0)[rows][:, None]
        scores: Tensor = self.head(self.drop(states), members, padding)
        return scores


class RoundedLinear(nn.Linear):
    """A matrix that rounds its weights and what goes in to eight bits, as the shipped one does.

    Gradients pass through as if nothing were rounded.
    """

    def forward(self, states: Tensor) -> Tensor:
        return nn.functional.linear(_rounded_states(states), _rounded_weight(self.weight), self.bias)


def round_as_shipped(network: StanceNetwork) -> None:
    """Lets training feel what eight bits will cost. Names and numbers of parameters stay the same."""
    for module in (*network.encoder.layers, network.head):
        for name in _PARTS:
            whole = getattr(module, name, None)
            if isinstance(whole, nn.Linear):
                rounded = RoundedLinear(whole.in_features, whole.out_features)
                rounded.weight, rounded.bias = whole.weight, whole.bias
                setattr(module, name, rounded)


def _rounded_weight(weight: Tensor) -> Tensor:
    scale = weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
    return weight + ((weight / scale).round() * scale - weight).detach()


def _rounded_states(states: Tensor) -> Tensor:
    """Each window by the range of its own numbers, zero always exact."""
    whole = states.detach().float()
    axes = tuple(range(1, whole.dim()))
    low, high = whole.amin(axes, keepdim=True).clamp(max=0), whole.amax(axes, keepdim=True).clamp(min=0)
    scale = (high - low).clamp(min=1e-8) / 255
    zero = (-low / scale).round()
    rounded = ((whole / scale + zero).round().clamp(0, 255) - zero) * scale
    return states + (rounded.to(states.dtype) - states).detach()
