"""Statements whose targets were judged by the guideline of the gold sets, as sentences to train on.

python -m training.stance.annotated --corpus polnear.jsonl.gz --out runs/annotated.jsonl [--held-out]

Reads `annotations/own.jsonl` (texts written for this) and `annotations/polnear.jsonl` (places in articles of PolNeAR's
training part, which `--corpus` holds). The network is shown what it is shown in use: the words from the first to the
last of source, cue and content.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from training.stance.data import is_held_out, read_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ANNOTATIONS: Final = Path(__file__).with_name("annotations")
_TWINS: Final = 10
"""Own texts of one ten are kept from training together or not at all: minimal pairs stand beside each other."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--held-out", action="store_true", help="only those that are kept from training")
    options = parser.parse_args()
    articles = {article["id"]: article["text"] for article in read_sentences(options.corpus)}
    sentences = [
        *of_articles(read_sentences(ANNOTATIONS / "polnear.jsonl"), articles),
        *of_own_texts(read_sentences(ANNOTATIONS / "own.jsonl")),
    ]
    if options.held_out:
        sentences = [one for one in sentences if is_held_out(one["id"])]
    with options.out.open("w", encoding="utf-8") as out:
        for sentence in sentences:
            out.write(json.dumps(sentence, ensure_ascii=False) + "\n")
    print(f"{len(sentences)} statements, {sum(len(one['targets']) for one in sentences)} targets")


def of_articles(annotations: Iterable[dict[str, Any]], articles: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Annotated places of articles, cut out.

    Raises: ValueError: an article is another text than the one that was annotated.
    """
    for one in annotations:
        start, end = one["span"]
        text = articles[one["id"]][start:end]
        if hashlib.sha256(text.encode()).hexdigest()[:12] != one["sha256"]:
            raise ValueError(f"{one['id']}: characters {start} to {end} are not those that were annotated")
        yield _sentence(f"polnear_{one['id']}_{start}", text, one["targets"], start)


def of_own_texts(annotations: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Annotated texts, each cut to its statement."""
    for number, one in enumerate(annotations):
        places = [one["source"], one["cue"], *one["content"], *(target["span"] for target in one["targets"])]
        start, end = min(first for first, _ in places), max(last for _, last in places)
        yield _sentence(f"own_{number // _TWINS}_{number}", one["text"][start:end], one["targets"], start)


def _sentence(name: str, text: str, targets: Iterable[dict[str, Any]], start: int) -> dict[str, Any]:
    moved = [{**one, "span": [one["span"][0] - start, one["span"][1] - start]} for one in targets]
    return {"id": name, "text": text, "targets": moved}


if __name__ == "__main__":
    main()
