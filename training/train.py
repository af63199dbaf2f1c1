"""Trains the reader.

python -m training.train --encoder minilm --weights model.safetensors --vocabulary vocab.txt \
    --corpus train.jsonl.gz --out runs/minilm-1 --epochs 3 [--seed 1] [--teacher soft.pt] [--without held-out.txt] \
    [--go-on model.pt] [--further articles.jsonl]

Stops and goes on: every few hundred steps the state is kept in OUT/state.pt, and the same call resumes from it.
OUT/model.pt is the finished network.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn

from training.batches import PAD_LABEL, cue_rows, cue_vectors, make_batch, shuffled
from training.data import CUE_BEGINS, CUE_GOES_ON, add_names, examples_of, read_articles, without_inner
from training.encoders import load_encoder
from training.network import ReaderNetwork
from training.vocabulary import load_pieces

if TYPE_CHECKING:
    from training.batches import Batch
    from training.data import Example

KEEP_EVERY = 100
"""Steps between two saved states."""
DOUBT = 0.08
"""A word that is a cue with at least this probability, but not annotated, is a negative example for the roles."""
DOUBTS = 6
"""Negative examples of a window at most."""


def main() -> None:
    options = _options()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    pieces = load_pieces(options.vocabulary)
    articles = read_articles(options.corpus)
    if options.without is not None:
        held_out = set(options.without.read_text(encoding="utf-8").split())
        articles = [article for article in articles if article["id"] not in held_out]
    articles = articles[: options.limit]
    for path in options.further:
        articles += [without_inner(article) for article in read_articles(path)]
    for path in options.names:
        add_names(articles, path)
    examples = [example for article in articles for example in examples_of(article, pieces)]
    network = ReaderNetwork(load_encoder(options.encoder, options.weights))
    if options.go_on:
        network.load_state_dict(torch.load(options.go_on, weights_only=True))
    teacher = torch.load(options.teacher, weights_only=True) if options.teacher else None
    train(network, examples, options, teacher)


def train(network: ReaderNetwork, examples: list[Example], options: argparse.Namespace, teacher: Any) -> None:
    """Runs all steps that are left, keeps the state on the way, writes model.pt at the end."""
    options.out.mkdir(parents=True, exist_ok=True)
    network.encoder.words.weight.requires_grad_(False)
    if options.frozen:
        still = [network.encoder.positions, network.encoder.norm, *network.encoder.layers[: options.frozen]]
        for module in still:
            module.requires_grad_(False)
        network.encoder.kind.requires_grad_(False)
    heads = [*network.cues.parameters(), *network.roles.parameters(), *network.encoder.features.parameters()]
    known = {id(one) for one in heads}
    body = [one for one in network.encoder.parameters() if id(one) not in known and one.requires_grad]
    heads = [one for one in heads if one.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": options.rate}, {"params": heads, "lr": options.head_rate}], weight_decay=0.01
    )
    per_epoch = -(-len(examples) // options.batch)
    total = int(per_epoch * options.epochs)
    warm = max(1, int(total * 0.06))
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
    network.train()
    begun, mean = time.time(), 0.0
    while step < total:
        epoch = step // per_epoch
        for number, batch in enumerate(shuffled(examples, options.batch, options.seed * 1000 + epoch)):
            if epoch * per_epoch + number < step:
                continue
            # Twice as fast where the processor multiplies in half precision (AVX512-BF16, AMX); weights stay whole.
            with torch.autocast("cpu", torch.bfloat16, enabled=options.half):
                loss = loss_of(network, make_batch(examples, batch), teacher)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            mean = 0.98 * mean + 0.02 * loss.item() if mean else loss.item()
            if step % 10 == 0:
                print(f"step {step}/{total} loss {mean:.4f} {time.time() - begun:.0f} s", flush=True)
            if step % KEEP_EVERY == 0:
                _keep(state_path, network, optimiser, schedule, step)
            if step >= total:
                break
    torch.save(network.state_dict(), options.out / "model.pt")
    described = {key: str(value) for key, value in vars(options).items()}
    (options.out / "options.json").write_text(json.dumps(described, indent=1), encoding="utf-8")


def loss_of(network: ReaderNetwork, batch: Batch, teacher: Any = None) -> Tensor:
    """Cross entropy of cues and roles; with a teacher, half of it against the teacher's probabilities."""
    words = network.words(batch.pieces, batch.shapes, batch.quotes, batch.mask, batch.first)
    cue_scores, role_scores = network.cues(words)
    loss = _entropy(cue_scores, batch.cue_labels) + 0.5 * _entropy(role_scores, batch.role_labels)
    if bool((batch.name_labels >= 0).any()):
        loss = loss + 0.5 * _entropy(network.names(words), batch.name_labels)
    spans = _cues_to_ask(cue_scores.detach().softmax(-1), batch)
    soft = None
    if teacher is not None:
        soft = [teacher[number] for number in batch.numbers]
        loss = loss + _divergence(cue_scores, [one["cue"] for one in soft])
        spans = [
            sorted({*of_window, *(tuple(span) for span in one["spans"].tolist())})
            for of_window, one in zip(spans, soft, strict=True)
        ]
    rows = cue_rows(batch, spans)
    if not rows.spans:
        return loss
    scores = network.roles(words, rows.row, cue_vectors(words, rows), rows.relations)
    if soft is None:
        return loss + 3.0 * _entropy(scores, rows.labels)
    targets, chosen = [], []
    for number, (row, span) in enumerate(zip(rows.row.tolist(), rows.spans, strict=True)):
        index = {tuple(one): place for place, one in enumerate(soft[row]["spans"].tolist())}.get(span)
        if index is not None:
            chosen.append(number)
            targets.append(soft[row]["roles"][index])
    annotated = 1.5 * _entropy(scores, rows.labels)
    return loss + annotated + (3.0 * _divergence(scores[chosen], targets) if chosen else 0.0)


def _cues_to_ask(probabilities: Tensor, batch: Batch) -> list[list[tuple[int, int]]]:
    """Annotated cues and the likeliest wrong ones, per window."""
    asked: list[list[tuple[int, int]]] = []
    for number, example in enumerate(batch.examples):
        spans = {cue.cue for cue in example.cues}
        taken = {word for cue in example.cues for word in range(*cue.cue)}
        begins = probabilities[number, : len(example.window), CUE_BEGINS]
        likely = begins.topk(min(len(begins), DOUBTS + len(spans)))
        for value, word in zip(likely.values.tolist(), likely.indices.tolist(), strict=True):
            if value < DOUBT or word in taken or len(spans) >= len(example.cues) + DOUBTS:
                continue
            end = word + 1
            while end < len(begins) and probabilities[number, end].argmax() == CUE_GOES_ON and end not in taken:
                end += 1
            spans.add((word, end))
        asked.append(sorted(spans))
    return asked


def _entropy(scores: Tensor, labels: Tensor) -> Tensor:
    return nn.functional.cross_entropy(scores.float().flatten(0, -2), labels.flatten(), ignore_index=PAD_LABEL)


def _divergence(scores: Tensor, targets: list[Tensor]) -> Tensor:
    """Mean cross entropy against probabilities, over the words that the targets have."""
    total = scores.new_zeros(())
    count = 0
    logs = scores.float().log_softmax(-1)
    for line, target in zip(logs, targets, strict=True):
        total = total - (line[: len(target)] * target.float()).sum()
        count += len(target)
    return total / max(1, count)


def _keep(path: Path, network: nn.Module, optimiser: Any, schedule: Any, step: int) -> None:
    state = {
        "network": network.state_dict(),
        "optimiser": optimiser.state_dict(),
        "schedule": schedule.state_dict(),
        "step": step,
    }
    fresh = path.with_suffix(".new")
    torch.save(state, fresh)
    fresh.replace(path)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", choices=("minilm", "mpnet"), required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=3.0)
    parser.add_argument("--batch", type=int, default=8, help="windows a step")
    parser.add_argument("--rate", type=float, default=2e-4, help="highest learning rate of the encoder")
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--half", action="store_true", help="multiply in bfloat16")
    parser.add_argument("--frozen", type=int, default=0, help="lowest layers that stay as they were")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, help="the first N articles only")
    parser.add_argument("--without", type=Path, help="file of article ids to leave out")
    parser.add_argument("--go-on", type=Path, help="model.pt of a reader that is trained further")
    parser.add_argument("--further", type=Path, action="append", default=[], help="articles besides; can be repeated")
    parser.add_argument(
        "--names", type=Path, action="append", default=[], help="names that training.names found; can be repeated"
    )
    parser.add_argument("--teacher", type=Path, help="what training.teach wrote")
    return parser.parse_args()


if __name__ == "__main__":
    main()
