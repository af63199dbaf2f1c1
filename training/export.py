"""Writes a trained network as the ONNX files that ship, in eight-bit integers.

python -m training.export --encoder minilm --vocabulary vocab.txt --model runs/x/model.pt \
    --out kg/extract/reader/weights

`encoder.onnx` reads a window and tells the cues, `roles.onnx` tells the roles of every word for every cue,
`names.onnx` the names. Word vectors are kept as integers with one scale a row, matrices as integers with one scale a
column; activations are quantised while running, per window, so that the answer depends on nothing but the window.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.encoders import MINILM, MPNET, Encoder, Layer
from training.network import ReaderNetwork

OPSET = 17


class SmallEmbedding(nn.Module):
    """An embedding of integers and one scale a row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, pieces: Tensor) -> Tensor:
        rows: Tensor = nn.functional.embedding(pieces, self.table).float()  # type: ignore[arg-type]
        return rows * nn.functional.embedding(pieces, self.scale)  # type: ignore[arg-type]


class LeanLayer(nn.Module):
    """A layer for one window without padding: query, key and value by one matrix, their scale folded into it."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        width = layer.query.in_features
        self.heads, self.size = layer.heads, width // layer.heads
        self.joint = nn.Linear(width, 3 * width)
        scale = 1 / math.sqrt(self.size)
        with torch.no_grad():
            parts = (layer.query.weight * scale, layer.key.weight, layer.value.weight)
            self.joint.weight.copy_(torch.cat(parts))
            self.joint.bias.copy_(torch.cat((layer.query.bias * scale, layer.key.bias, layer.value.bias)))
        self.output, self.attention_norm = layer.output, layer.attention_norm
        self.rise, self.fall, self.norm = layer.rise, layer.fall, layer.norm

    def forward(self, states: Tensor, bias: Tensor | None) -> Tensor:
        parts = self.joint(states).view(-1, 3, self.heads, self.size).permute(1, 2, 0, 3)
        scores = parts[0] @ parts[1].transpose(-1, -2)
        if bias is not None:
            scores = scores + bias[0]
        mixed = (scores.softmax(-1) @ parts[2]).transpose(0, 1).reshape(-1, self.heads * self.size)
        states = self.attention_norm(states + self.output(mixed))
        raised: Tensor = self.norm(states + self.fall(nn.functional.gelu(self.rise(states))))
        return raised


class WindowReader(nn.Module):
    """One window: vectors of its words and their cue probabilities."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.encoder, self.cues = network.encoder, network.cues
        self.layers = nn.ModuleList(LeanLayer(layer) for layer in network.encoder.layers)

    def forward(self, pieces: Tensor, shapes: Tensor, quotes: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        encoder = self.encoder
        states = encoder.embedded(pieces, shapes, quotes)[0]
        bias = None if encoder.relative is None else encoder.relative_bias(pieces.shape[1])
        for layer in self.layers:
            states = layer(states, bias)
        words = states.index_select(0, first)
        return words, self.cues.cue(words).softmax(-1)


class RoleReader(nn.Module):
    """The cues of one window: role probabilities of all words."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.roles = network.roles

    def forward(self, words: Tensor, members: Tensor, relations: Tensor) -> Tensor:
        cue = members @ words
        row = torch.zeros(members.shape[0], dtype=torch.long)
        probabilities: Tensor = self.roles(words[None], row, cue, relations).softmax(-1)
        return probabilities


class NameReader(nn.Module):
    """The words of one window: labels of names."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.names = network.names

    def forward(self, words: Tensor) -> Tensor:
        return self.names(words).argmax(-1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", choices=("minilm", "mpnet"), required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--whole", action="store_true", help="keep 32-bit numbers: to tell what quantising costs")
    options = parser.parse_args()
    network = ReaderNetwork(Encoder(MINILM if options.encoder == "minilm" else MPNET))
    network.load_state_dict(torch.load(options.model, weights_only=True))
    network.eval()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        _write(network, Path(folder), options.out, whole=options.whole)
    (options.out / "vocabulary.txt").write_bytes(options.vocabulary.read_bytes())
    names = ("encoder.onnx", "roles.onnx", "names.onnx", "vocabulary.txt")
    hashes = {name: hashlib.sha256((options.out / name).read_bytes()).hexdigest() for name in names}
    (options.out / "hashes.json").write_text(json.dumps(hashes, indent=1) + "\n", encoding="utf-8")
    for name in names:
        print(f"{name}: {(options.out / name).stat().st_size / 1e6:.1f} MB")


def _write(network: ReaderNetwork, folder: Path, out: Path, *, whole: bool) -> None:
    if not whole:
        network.encoder.words = SmallEmbedding(network.encoder.words.weight.detach())  # type: ignore[assignment]
    width = network.encoder.shape.width
    pieces = torch.randint(1000, 2000, (1, 40))
    zeros = torch.zeros_like(pieces)
    first = torch.arange(0, 40, 2)
    torch.onnx.export(
        WindowReader(network),
        (pieces, zeros, zeros, first),
        str(folder / "encoder.onnx"),
        input_names=["pieces", "shapes", "quotes", "first"],
        output_names=["vectors", "cues"],
        dynamic_axes={
            "pieces": {1: "p"}, "shapes": {1: "p"}, "quotes": {1: "p"}, "first": {0: "w"},
            "vectors": {0: "w"}, "cues": {0: "w"},
        },
        opset_version=OPSET,
        dynamo=False,
    )  # fmt: skip
    torch.onnx.export(
        RoleReader(network),
        (torch.randn(20, width), torch.zeros(3, 20), torch.zeros(3, 20, 4, dtype=torch.long)),
        str(folder / "roles.onnx"),
        input_names=["vectors", "members", "relations"],
        output_names=["roles"],
        dynamic_axes={
            "vectors": {0: "w"}, "members": {0: "c", 1: "w"}, "relations": {0: "c", 1: "w"},
            "roles": {0: "c", 1: "w"},
        },
        opset_version=OPSET,
        dynamo=False,
    )  # fmt: skip
    torch.onnx.export(
        NameReader(network),
        (torch.randn(20, width),),
        str(folder / "names.onnx"),
        input_names=["vectors"],
        output_names=["names"],
        dynamic_axes={"vectors": {0: "w"}, "names": {0: "w"}},
        opset_version=OPSET,
        dynamo=False,
    )
    for name in ("encoder.onnx", "roles.onnx", "names.onnx"):
        # The taggers are small and what they say decides: only the encoder is worth quantising.
        if whole or name != "encoder.onnx":
            onnx.save(onnx.load(folder / name), out / name)
        else:
            quantize_dynamic(
                folder / name,
                out / name,
                op_types_to_quantize=["MatMul", "Gemm"],
                per_channel=True,
                reduce_range=False,
                weight_type=QuantType.QInt8,
                nodes_to_exclude=[node.name for node in onnx.load(folder / name).graph.node if "/cues/" in node.name],
            )


if __name__ == "__main__":
    main()
