"""Trains the stance network.

python -m training.stance.train --encoder minilm --weights model.safetensors --vocabulary vocab.txt \
    --corpus train.jsonl.gz --out runs/stance --epochs 3 [--start reader.pt] [--teacher soft.pt] [--further more.jsonl]

Stops and goes on: every few hundred steps the state is kept in OUT/state.pt, and the same call resumes from it.
OUT/model.pt is the finished network. After each epoch the held-out articles are judged.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn

from training.encoders import load_encoder
from training.stance.data import UNLABELLED, examples_of, is_held_out, make_batch, read_sentences, shuffled
from training.stance.measure import describe, scores_of
from training.stance.network import StanceNetwork, round_as_shipped
from training.vocabulary import load_pieces

if TYPE_CHECKING:
    from training.encoders import Encoder
    from training.stance.data import Batch, Example

KEEP_EVERY = 100
"""Steps between two saved states."""


def main() -> None:
    options = _options()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    pieces = load_pieces(options.vocabulary)
    sentences = read_sentences(options.corpus)
    forbidden = {one["text"] for one in read_sentences(options.never)} if options.never else set()
    learnt = [one for one in sentences if not is_held_out(one["id"]) and one["text"] not in forbidden]
    held_out = examples_of([one for one in sentences if is_held_out(one["id"])], pieces)
    annotated: list[Example] = []
    for path in options.further:
        further = read_sentences(path)
        learnt += [one for one in further if not is_held_out(one["id"]) and one["text"] not in forbidden]
        annotated += examples_of([one for one in further if is_held_out(one["id"])], pieces)
    encoder = load_encoder(options.encoder, options.weights)
    if options.start:
        _start_from(encoder, options.start)
    network = StanceNetwork(encoder, options.marked_from)
    if options.go_on:
        network.load_state_dict(torch.load(options.go_on, weights_only=True))
    if options.rounded:
        round_as_shipped(network)
    stored = [torch.load(path, weights_only=True) for path in options.teacher]
    teacher = {key: row.float() for answers in stored for key, row in answers.items()} or None
    train(network, examples_of(learnt, pieces), [held_out, annotated], options, teacher)


def _start_from(encoder: Encoder, path: Path) -> None:
    """The encoder of another trained network (the reader, or its teacher) takes the place of the pretrained one."""
    stored = torch.load(path, weights_only=True)
    encoder.load_state_dict(
        {name.removeprefix("encoder."): value for name, value in stored.items() if name.startswith("encoder.")}
    )


def train(
    network: StanceNetwork,
    examples: list[Example],
    held_out: list[list[Example]],
    options: argparse.Namespace,
    teacher: dict[str, Tensor] | None,
) -> None:
    """Runs all steps that are left, keeps the state on the way, writes model.pt at the end."""
    options.out.mkdir(parents=True, exist_ok=True)
    encoder = network.encoder
    encoder.words.weight.requires_grad_(False)
    if options.frozen:
        for module in (encoder.positions, encoder.norm, encoder.features, *encoder.layers[: options.frozen]):
            module.requires_grad_(False)
        encoder.kind.requires_grad_(False)
    heads = [*network.head.parameters(), network.mark]
    body = [one for one in encoder.parameters() if one.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": options.rate}, {"params": heads, "lr": options.head_rate}], weight_decay=0.01
    )
    per_epoch = -(-len(examples) // options.batch)
    total = int(per_epoch * options.epochs)
    warm = max(1, int(total * 0.08))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.0, (total - step) / (total - warm)))
    )
    state_path = options.out / "state.pt"
    step = 0
    if state_path.exists():
        state = torch.load(state_path, weights_only=True)
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        schedule.load_state_dict(state["schedule"])
        step = state["step"]
    weights = _class_weights(examples)
    print(f"{len(examples)} windows, {total} steps, class weights {weights.tolist()}", flush=True)
    begun, mean = time.time(), 0.0
    while step < total:
        network.train()
        epoch = step // per_epoch
        for number, batch in enumerate(shuffled(examples, options.batch, options.seed * 1000 + epoch)):
            if epoch * per_epoch + number < step:
                continue
            # Twice as fast where the processor multiplies in half precision (AVX512-BF16, AMX); weights stay whole.
            with torch.autocast("cpu", torch.bfloat16, enabled=options.half):
                loss = loss_of(network, make_batch(batch), weights, teacher)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            mean = 0.98 * mean + 0.02 * loss.item() if mean else loss.item()
            if step % 20 == 0:
                print(f"step {step}/{total} loss {mean:.4f} {time.time() - begun:.0f} s", flush=True)
            if step % KEEP_EVERY == 0:
                torch.save(_state(network, optimiser, schedule, step), state_path)
            if step >= total:
                break
        for examples_kept in filter(None, held_out):
            print(f"held out after step {step}: {describe(*scores_of(network, examples_kept))}", flush=True)
    torch.save(network.state_dict(), options.out / "model.pt")
    described = {key: str(value) for key, value in vars(options).items()}
    (options.out / "options.json").write_text(json.dumps(described, indent=1), encoding="utf-8")


def loss_of(network: StanceNetwork, batch: Batch, weights: Tensor, teacher: dict[str, Tensor] | None) -> Tensor:
    """Class-weighted cross entropy; with a teacher, half of it against the teacher's probabilities.

    Targets that nobody judged have the teacher's probabilities alone.
    """
    scores = network(batch.pieces, batch.shapes, batch.mask, batch.rows, batch.members).float()
    judged = nn.functional.cross_entropy(
        scores, batch.labels, weights, ignore_index=UNLABELLED, label_smoothing=0.05, reduction="sum"
    )
    labelled = int((batch.labels != UNLABELLED).sum())
    if teacher is None:
        return judged / max(1, labelled)
    known = [number for number, key in enumerate(batch.keys) if key in teacher]
    if not known:
        return judged / max(1, labelled)
    soft = torch.stack([teacher[batch.keys[number]] for number in known])
    divergence = -(soft * scores[known].log_softmax(-1)).sum()
    return (0.5 * judged + divergence) / len(batch.keys)


def _class_weights(examples: list[Example]) -> Tensor:
    counts = torch.zeros(3)
    for one in examples:
        for label in one.labels:
            if label != UNLABELLED:
                counts[label] += 1
    return counts.sum() / (3 * counts)


def _state(network: nn.Module, optimiser: Any, schedule: Any, step: int) -> dict[str, Any]:
    return {
        "network": network.state_dict(),
        "optimiser": optimiser.state_dict(),
        "schedule": schedule.state_dict(),
        "step": step,
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", choices=("minilm", "mpnet"), required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="model.pt of a network whose encoder is taken over")
    parser.add_argument("--go-on", type=Path, help="model.pt of a stance network that is trained further")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--never", type=Path, help="sentences that must not be learnt: those of the development set")
    parser.add_argument("--further", type=Path, action="append", default=[], help="further sentences; can be repeated")
    parser.add_argument(
        "--teacher", type=Path, action="append", default=[], help="what training.stance.teach wrote; can be repeated"
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--marked-from", type=int, required=True)
    parser.add_argument("--frozen", type=int, default=0, help="lowest layers that stay as they are")
    parser.add_argument("--rounded", action="store_true", help="round to eight bits while training, as shipped")
    parser.add_argument("--epochs", type=float, default=3)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--head-rate", type=float, default=5e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--half", action="store_true", help="multiply in bfloat16")
    return parser.parse_args()


if __name__ == "__main__":
    main()
