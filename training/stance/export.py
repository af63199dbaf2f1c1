"""Writes a trained stance network as the ONNX files that ship, in eight-bit integers.

python -m training.stance.export --vocabulary vocab.txt --marked-from 3 --model runs/x/model.pt \
    --out kg/extract/stance/weights

`sentence.onnx` holds the layers that read a sentence once, `target.onnx` those that read it for one target, with the
head. Then training.stance.calibrate writes calibration.json.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from kg.extract.stance.inputs import LONGEST
from training.export import OPSET, LeanLayer, SmallEmbedding
from training.stance.measure import load_network

if TYPE_CHECKING:
    from training.stance.network import StanceNetwork


class SentenceReader(nn.Module):
    """One window: vectors of its pieces (pieces, width) after the layers that know no target."""

    def __init__(self, network: StanceNetwork) -> None:
        super().__init__()
        self.encoder = network.encoder
        self.layers = nn.ModuleList(LeanLayer(layer) for layer in network.encoder.layers[: network.marked_from])

    def forward(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        states = self.encoder.embedded(pieces, shapes, torch.zeros_like(pieces))[0]
        for layer in self.layers:
            states = layer(states, None)
        return states


class TargetReader(nn.Module):
    """Vectors of a window and one target (1, pieces) of it: scores (3)."""

    def __init__(self, network: StanceNetwork) -> None:
        super().__init__()
        self.mark, self.head = network.mark, network.head
        self.layers = nn.ModuleList(LeanLayer(layer) for layer in network.encoder.layers[network.marked_from :])

    def forward(self, states: Tensor, members: Tensor) -> Tensor:
        if len(self.layers):
            states = states + members[0][:, None] * self.mark
        for layer in self.layers:
            states = layer(states, None)
        scores: Tensor = self.head(states[None], members, torch.zeros_like(members)[:, None])[0]
        return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--marked-from", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--whole", action="store_true", help="keep 32-bit numbers: to tell what quantising costs")
    options = parser.parse_args()
    network = load_network("minilm", options.model, options.marked_from)
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        _write(network, Path(folder), options.out, whole=options.whole)
    (options.out / "vocabulary.txt").write_bytes(options.vocabulary.read_bytes())
    names = ("sentence.onnx", "target.onnx", "vocabulary.txt")
    hashes = {name: hashlib.sha256((options.out / name).read_bytes()).hexdigest() for name in names}
    (options.out / "hashes.json").write_text(json.dumps(hashes, indent=1) + "\n", encoding="utf-8")
    for name in names:
        print(f"{name}: {(options.out / name).stat().st_size / 1e6:.1f} MB")


def _write(network: StanceNetwork, folder: Path, out: Path, *, whole: bool) -> None:
    encoder = network.encoder
    # Windows are never longer.
    encoder.positions.weight = nn.Parameter(encoder.positions.weight[:LONGEST].detach())
    if not whole:
        encoder.words = SmallEmbedding(encoder.words.weight.detach())  # type: ignore[assignment]
    pieces = torch.randint(1000, 2000, (1, 40))
    torch.onnx.export(
        SentenceReader(network),
        (pieces, torch.zeros_like(pieces)),
        str(folder / "sentence.onnx"),
        input_names=["pieces", "shapes"],
        output_names=["states"],
        dynamic_axes={"pieces": {1: "p"}, "shapes": {1: "p"}, "states": {0: "p"}},
        opset_version=OPSET,
        dynamo=False,
    )
    members = torch.zeros(1, 40)
    members[0, 3:6] = 1.0
    torch.onnx.export(
        TargetReader(network),
        (torch.randn(40, encoder.shape.width), members),
        str(folder / "target.onnx"),
        input_names=["states", "members"],
        output_names=["scores"],
        dynamic_axes={"states": {0: "p"}, "members": {1: "p"}},
        opset_version=OPSET,
        dynamo=False,
    )
    for name in ("sentence.onnx", "target.onnx"):
        if whole:
            onnx.save(onnx.load(folder / name), out / name)
            continue
        quantize_dynamic(
            folder / name,
            out / name,
            op_types_to_quantize=["MatMul", "Gemm"],
            per_channel=True,
            reduce_range=False,
            weight_type=QuantType.QInt8,
            # The last matrix is tiny, and what it says decides.
            nodes_to_exclude=[node.name for node in onnx.load(folder / name).graph.node if "/head/score" in node.name],
        )


if __name__ == "__main__":
    main()
