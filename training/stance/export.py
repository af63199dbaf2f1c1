"""Writes trained stance networks as the ONNX files that ship, in eight-bit integers.

python -m training.stance.export --vocabulary vocab.txt --shared 2 --sentence runs/shipped/model.pt 5 \
    --holder runs/holder/model.pt 4 --out kg/extract/stance/weights

Each question has a network and the layer from which on it sees the target marked. `words.onnx` holds the lowest
layers, which both networks have alike; `<question>.onnx` the layers that read a sentence once, `<question>_target.onnx`
those that read it for one target, with the head. Then training.stance.calibrate fits calibration.json.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from kg.extract.stance.inputs import LONGEST, Asked
from kg.extract.stance.network import FILES, JUDGES, READS, WORDS
from training.export import OPSET, LeanLayer, SmallEmbedding
from training.stance.calibrate import NEUTRAL
from training.stance.measure import load_network

if TYPE_CHECKING:
    from collections.abc import Mapping

    from training.encoders import Encoder
    from training.stance.network import StanceNetwork


class WordReader(nn.Module):
    """One window: vectors of its pieces (pieces, width) after the layers that both questions share."""

    def __init__(self, network: StanceNetwork, shared: int) -> None:
        super().__init__()
        self.encoder = network.encoder
        self.layers = nn.ModuleList(LeanLayer(layer) for layer in network.encoder.layers[:shared])

    def forward(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        states = self.encoder.embedded(pieces, shapes, torch.zeros_like(pieces))[0]
        for layer in self.layers:
            states = layer(states, None)
        return states


class SentenceReader(nn.Module):
    """Vectors of a window: vectors of its pieces (pieces, width) after the layers that know no target."""

    def __init__(self, network: StanceNetwork, shared: int) -> None:
        super().__init__()
        layers = network.encoder.layers[shared : network.marked_from]
        self.layers = nn.ModuleList(LeanLayer(layer) for layer in layers)

    def forward(self, states: Tensor) -> Tensor:
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
    for asked in get_args(Asked):
        parser.add_argument(f"--{asked}", nargs=2, metavar=("MODEL", "MARKED_FROM"), required=True)
    parser.add_argument("--shared", type=int, required=True, help="lowest layers that both networks have alike")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--whole", action="store_true", help="keep 32-bit numbers: to tell what quantising costs")
    options = parser.parse_args()
    given: dict[Asked, tuple[str, str]] = {asked: getattr(options, asked) for asked in get_args(Asked)}
    networks = {asked: load_network("minilm", Path(model), int(layer)) for asked, (model, layer) in given.items()}
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        write_networks(networks, options.shared, Path(folder), options.out, whole=options.whole)
    (options.out / "vocabulary.txt").write_bytes(options.vocabulary.read_bytes())
    uncalibrated = dict.fromkeys(networks, NEUTRAL)
    (options.out / "calibration.json").write_text(json.dumps(uncalibrated, indent=1) + "\n", encoding="utf-8")
    hashes = {name: hashlib.sha256((options.out / name).read_bytes()).hexdigest() for name in FILES}
    (options.out / "hashes.json").write_text(json.dumps(hashes, indent=1) + "\n", encoding="utf-8")
    for name in FILES:
        print(f"{name}: {(options.out / name).stat().st_size / 1e6:.1f} MB")


def write_networks(
    networks: Mapping[Asked, StanceNetwork], shared: int, folder: Path, out: Path, *, whole: bool
) -> None:
    """Writes all ONNX files into `out`; `folder` is for those on the way.

    Raises: ValueError: the networks do not have their lowest layers alike.
    """
    first, *others = (network.encoder for network in networks.values())
    for other in others:
        _check_alike(first, other, shared)
    # Windows are never longer.
    first.positions.weight = nn.Parameter(first.positions.weight[:LONGEST].detach())
    if not whole:
        first.words = SmallEmbedding(first.words.weight.detach())  # type: ignore[assignment]
    pieces = torch.randint(1000, 2000, (1, 40))
    states, members = torch.randn(40, first.shape.width), torch.zeros(1, 40)
    members[0, 3:6] = 1.0
    _write(
        WordReader(next(iter(networks.values())), shared),
        {"pieces": (pieces, 1), "shapes": (torch.zeros_like(pieces), 1)},
        "states",
        folder / WORDS,
    )
    for asked, network in networks.items():
        _write(SentenceReader(network, shared), {"states": (states, 0)}, "read", folder / READS[asked])
        _write(
            TargetReader(network), {"states": (states, 0), "members": (members, 1)}, "scores", folder / JUDGES[asked]
        )
    for name in (WORDS, *READS.values(), *JUDGES.values()):
        if whole:
            onnx.save(onnx.load(folder / name), out / name)
        else:
            _write_in_eight_bits(folder / name, out / name)


def _check_alike(one: Encoder, other: Encoder, shared: int) -> None:
    """What `training.stance.train --frozen` leaves as it is has to be the same."""
    theirs = other.state_dict()
    for name, value in one.state_dict().items():
        part, _, rest = name.partition(".")
        if (part != "layers" or int(rest.partition(".")[0]) < shared) and not torch.equal(value, theirs[name]):
            raise ValueError(f"{name} of the two networks differs; train one further from the other with --frozen")


def _write(module: nn.Module, given: Mapping[str, tuple[Tensor, int]], output: str, path: Path) -> None:
    """One module in 32 bits; `given`: an example of each input, and which of its axes is that of the pieces."""
    axes = {name: {axis: "p"} for name, (_, axis) in given.items()}
    torch.onnx.export(
        module,
        tuple(example for example, _ in given.values()),
        str(path),
        input_names=list(given),
        output_names=[output],
        dynamic_axes=axes if output == "scores" else {**axes, output: {0: "p"}},
        opset_version=OPSET,
        dynamo=False,
    )


def _write_in_eight_bits(whole: Path, path: Path) -> None:
    quantize_dynamic(
        whole,
        path,
        op_types_to_quantize=["MatMul", "Gemm"],
        per_channel=True,
        reduce_range=False,
        weight_type=QuantType.QInt8,
        # The last matrix is tiny, and what it says decides.
        nodes_to_exclude=[node.name for node in onnx.load(whole).graph.node if "/head/score" in node.name],
    )


if __name__ == "__main__":
    main()
