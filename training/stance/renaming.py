"""Puts other names in the place of judged ones, so that the network learns what is said and not of whom it is said.

python -m training.stance.renaming --corpus runs/neighbours.jsonl --further runs/further.jsonl --teacher runs/soft.pt \
    --states kg/data/actors/state_names.csv --never devtest_mt.jsonl.gz \
    --out runs/renamed.jsonl --out-teacher runs/soft-renamed.pt

Labels stay as they are, those of people and those of the teacher. Names come from the further sentences and from the
table of states. Held-out sentences are left as they are. The choice is seeded.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
from pathlib import Path
from typing import Any, Final

import torch

from training.stance.data import is_held_out, read_sentences

_NO_NAME: Final = re.compile(r"(?:he|she|they|it|we|i|you|him|her|them|his|their|its|this|that|who)", re.IGNORECASE)
_OWNER: Final = re.compile(r"['’]s?$")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--never", type=Path, help="sentences that are left out: those of the development set")
    parser.add_argument("--further", type=Path, required=True)
    parser.add_argument("--states", type=Path, required=True, help="CSV with `surface` and `kind`")
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--out-teacher", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.6, help="of sentences that get other names")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    further = read_sentences(options.further)
    names = {one["text"][slice(*target["span"])] for one in further for target in one["targets"]}
    with options.states.open(encoding="utf-8", newline="") as table:
        names |= {row["surface"] for row in csv.DictReader(table) if row["kind"] in ("name", "capital")}
    pool = sorted(name for name in names if name[:1].isupper() and not _NO_NAME.fullmatch(name))
    soft = torch.load(options.teacher, weights_only=True)
    never = {one["text"] for one in read_sentences(options.never)} if options.never else set()
    count = 0
    with options.out.open("w", encoding="utf-8") as out:
        for sentence in read_sentences(options.corpus):
            if sentence["text"] in never:
                continue
            kept = sentence
            if not is_held_out(sentence["id"]) and dice.random() < options.share:
                kept = renamed(sentence, pool, dice)
                count += 1
                for old, new in zip(in_order(sentence), kept["targets"], strict=True):
                    soft[key_of(kept, new)] = soft[key_of(sentence, old)]
            out.write(json.dumps(kept, ensure_ascii=False) + "\n")
    torch.save(soft, options.out_teacher)
    print(f"{count} sentences, {len(pool)} names")


def key_of(sentence: dict[str, Any], target: dict[str, Any]) -> str:
    """How training.stance.data names a target."""
    return f"{sentence['id']}|{target['span'][0]}-{target['span'][1]}"


def in_order(sentence: dict[str, Any]) -> list[dict[str, Any]]:
    """The targets by their place, without those that overlap an earlier one."""
    ordered: list[dict[str, Any]] = []
    for target in sorted(sentence["targets"], key=lambda one: one["span"]):
        if not ordered or target["span"][0] >= ordered[-1]["span"][1]:
            ordered.append(target)
    return ordered


def renamed(sentence: dict[str, Any], pool: list[str], dice: random.Random) -> dict[str, Any]:
    """The sentence with another name for each target that is a name; a possessive ending stays."""
    text, done, targets = "", 0, []
    for target in in_order(sentence):
        start, end = target["span"]
        name = sentence["text"][start:end]
        ending = _OWNER.search(name)
        is_name = name[:1].isupper() and not _NO_NAME.fullmatch(name)
        new = dice.choice(pool) + (ending.group() if ending else "") if is_name else name
        text += sentence["text"][done:start]
        targets.append({**target, "span": [len(text), len(text) + len(new)]})
        text += new
        done = end
    return {**sentence, "id": sentence["id"] + "_renamed", "text": text + sentence["text"][done:], "targets": targets}


if __name__ == "__main__":
    main()
