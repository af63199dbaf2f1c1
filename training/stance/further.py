"""Sentences with names and pronouns as targets that nobody judged, for the teacher to judge and the student to learn.

python -m training.stance.further --corpus articles.jsonl.gz --names runs/names.jsonl --out runs/further.jsonl

`--names` is what training.names wrote for the same articles. The choice is seeded. Nothing of the output is shipped.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from training.stance.data import read_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
MOST_TARGETS: Final = 3
WORDS: Final = (7, 50)
"""Least and most words of a sentence."""
_END: Final = re.compile(r"(?<=[.!?])[\"'”’]?\s+(?=[A-Z\"“'‘])|\n+")
_PRONOUN: Final = re.compile(r"\b(?:he|she|they|him|them|it)\b", re.IGNORECASE)
_WITH_PRONOUN: Final = 0.25
"""Share of sentences of which a pronoun is asked about, too."""
_RENAMED: Final = 0.4
"""Share of sentences whose targets get other names: a stance must not hang on who it is about."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--most", type=int, default=8000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    names = {one["id"]: one["names"] for one in read_sentences(options.names)}
    found = [
        sentence
        for article in read_sentences(options.corpus)
        for sentence in sentences_of(article, names.get(article["id"], ()), dice)
    ]
    dice.shuffle(found)
    pool = sorted({sentence["text"][slice(*one["span"])] for sentence in found for one in sentence["targets"]})
    pool = [name for name in pool if name[0].isupper()]
    with options.out.open("w", encoding="utf-8") as out:
        for sentence in found[: options.most]:
            if dice.random() < _RENAMED:
                sentence = renamed(sentence, pool, dice)
            out.write(json.dumps(sentence, ensure_ascii=False) + "\n")
    print(f"{min(len(found), options.most)} of {len(found)} sentences")


def sentences_of(article: dict[str, Any], names: Any, dice: random.Random) -> Iterator[dict[str, Any]]:
    """The sentences of an article that hold names, with up to three targets each."""
    text = article["text"]
    start = 0
    bounds = [(found.start(), found.end()) for found in _END.finditer(text)] + [(len(text), len(text))]
    for end, following in bounds:
        sentence = text[start:end]
        inside = [[a - start, b - start] for a, b, kind in names if start <= a and b <= end and kind in KINDS]
        if WORDS[0] <= len(sentence.split()) <= WORDS[1] and inside:
            dice.shuffle(inside)
            chosen = inside[:MOST_TARGETS]
            pronouns = [list(found.span()) for found in _PRONOUN.finditer(sentence)]
            if pronouns and dice.random() < _WITH_PRONOUN:
                chosen[-1] = dice.choice(pronouns)
            targets = [{"span": span} for span in sorted(chosen)]
            yield {"id": f"further_{article['id']}_{start}", "text": sentence, "targets": targets}
        start = following


def renamed(sentence: dict[str, Any], pool: list[str], dice: random.Random) -> dict[str, Any]:
    """The sentence with another name of the corpus in place of each target that is a name."""
    parts, targets, done, length = [], [], 0, 0
    for start, end in (one["span"] for one in sentence["targets"]):
        if start < done:
            continue
        name = sentence["text"][start:end]
        new = dice.choice(pool) if name[0].isupper() else name
        before = sentence["text"][done:start]
        parts += [before, new]
        length += len(before)
        targets.append({"span": [length, length + len(new)]})
        length += len(new)
        done = end
    text = "".join(parts) + sentence["text"][done:]
    return {"id": sentence["id"] + "_renamed", "text": text, "targets": targets}


if __name__ == "__main__":
    main()
