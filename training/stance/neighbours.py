"""Adds targets that nobody judged to the training sentences: other names and pronouns beside the judged ones.

python -m training.stance.neighbours --corpus train.jsonl.gz --out runs/neighbours.jsonl

In training most sentences have one judged target, in use most have several: what the teacher thinks of the others tells
the student to hold them apart. Held-out sentences are left as they are. The choice is seeded.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from pathlib import Path
from typing import Any, Final

from training.stance.data import is_held_out, read_sentences

# Rough: a wrong target is a question that the teacher answers, too.
_NAME: Final = re.compile(r"(?<=[a-z,;:\"'“‘’] )(?:[A-Z][\w.]*[\w])(?: (?:of |the )?[A-Z][\w.]*\w)*")
_PRONOUN: Final = re.compile(r"\b(?:he|she|they|him|them|it|we|I)\b")
_NO_NAMES: Final = re.compile(
    r"(?:I|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Mr|Mrs|Ms|Dr)\.?"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.8, help="of sentences that get another target, where they can")
    parser.add_argument("--pronouns", type=float, default=0.25, help="share of these that may be a pronoun")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    added = 0
    with options.out.open("w", encoding="utf-8") as out:
        for sentence in read_sentences(options.corpus):
            if not is_held_out(sentence["id"]) and dice.random() < options.share:
                others = neighbours(sentence, pronouns=dice.random() < options.pronouns)
                chosen = [dice.choice(others)] if others else []
                added += len(chosen)
                sentence["targets"] += [{"span": span} for span in chosen]
            out.write(json.dumps(sentence, ensure_ascii=False) + "\n")
    print(f"{added} targets added")


def neighbours(sentence: dict[str, Any], *, pronouns: bool) -> list[list[int]]:
    """Spans of names, or of pronouns, too, that share no character with a judged target."""
    taken = [one["span"] for one in sentence["targets"]]
    found = [one for one in _NAME.finditer(sentence["text"]) if not _NO_NAMES.fullmatch(one.group())]
    if pronouns:
        found += _PRONOUN.finditer(sentence["text"])
    spans = [list(one.span()) for one in found]
    return [span for span in spans if all(span[1] <= start or span[0] >= end for start, end in taken)]


if __name__ == "__main__":
    main()
