"""Measures the stance network on sentences with judged targets, such as NewsMTSC's.

python benchmarks/stance_newsmtsc.py SENTENCES.jsonl[.gz] [--weights FOLDER] [--renamed] [--errors N] [--repeat N]

SENTENCES holds one a line: `text`, `targets` with `span` and `polarity`. Prints macro F1, what each class was read as,
the share of negatives read as positive, calibration, and speed in CPU seconds of one thread, loading left out.
`--renamed` puts invented names in place of the targets' own: what is lost hung on who was meant.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

from kg.extract.stance import Asked, StanceReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.stance import Judged

POLARITIES: Final = ("negative", "neutral", "positive")
BINS: Final = 10
INVENTED: Final = ("Norland", "Valdoria", "Estmark", "Holm", "Brava", "Tarn")
PRONOUNS: Final = frozenset({"he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "his", "their"})


def read_sentences(path: Path) -> list[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def renamed(sentences: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """One sentence a target that is a name, with an invented name in its place; possessive endings stay."""
    changed: list[dict[str, Any]] = []
    for sentence in sentences:
        for target in sentence["targets"]:
            start, end = target["span"]
            text, name = sentence["text"], sentence["text"][start:end]
            if name[0].isupper() and name.lower() not in PRONOUNS:
                ending = name[-2:] if name.endswith(("'s", "’s")) else ""
                new = INVENTED[len(changed) % len(INVENTED)] + ending
                span = [start, start + len(new)]
                changed.append({"text": text[:start] + new + text[end:], "targets": [{**target, "span": span}]})
    return changed


def f1_of(counts: Counter[tuple[str, str]], polarity: str) -> float:
    """Harmonic mean of precision and recall of one class; counts are of (gold, said)."""
    right = counts[polarity, polarity]
    of_either = sum(number * ((gold == polarity) + (said == polarity)) for (gold, said), number in counts.items())
    return 2 * right / of_either if of_either else 0.0


def calibration_error(judged: Sequence[Judged], gold: Sequence[str]) -> float:
    """Expected calibration error of the likeliest class: mean distance of probability and share right, ten bins."""
    totals = [[0.0, 0.0] for _ in range(BINS)]
    for one, label in zip(judged, gold, strict=True):
        sure = one.probability(one.polarity)
        totals[min(BINS - 1, int(sure * BINS))][0] += sure
        totals[min(BINS - 1, int(sure * BINS))][1] += one.polarity == label
    return sum(abs(sure - right) for sure, right in totals) / len(gold)


def show_errors(sentences: Sequence[dict[str, Any]], judged: Sequence[Sequence[Judged]], most: int) -> None:
    """The surest mistakes."""
    wrong = [
        (one.probability(one.polarity), target["polarity"], one.polarity, sentence["text"], target["span"])
        for sentence, answers in zip(sentences, judged, strict=True)
        for target, one in zip(sentence["targets"], answers, strict=True)
        if one.polarity != target["polarity"]
    ]
    for sure, gold, said, text, (start, end) in sorted(wrong, reverse=True)[:most]:
        print(f"{sure:.2f} {gold} read as {said}: {text[:start]}[[{text[start:end]}]]{text[end:]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", type=Path)
    parser.add_argument(
        "--asked", choices=get_args(Asked), default="sentence", help="the question; of annotated statements: holder"
    )
    parser.add_argument("--weights", type=Path, help="a folder of weights instead of those that ship")
    parser.add_argument("--renamed", action="store_true", help="put invented names in place of the targets' own")
    parser.add_argument("--errors", type=int, default=0, help="show the N surest mistakes")
    parser.add_argument("--repeat", type=int, default=1, help="judge N times, and take the quickest for the speed")
    options = parser.parse_args()
    sentences = read_sentences(options.sentences)
    if options.renamed:
        sentences = renamed(sentences)
    asked = [(one["text"], [(start, end) for start, end in (t["span"] for t in one["targets"])]) for one in sentences]
    reader = StanceReader(options.weights, asked=options.asked)
    print(f"weights {reader.fingerprint}")
    seconds = []
    for _ in range(options.repeat):
        begun = time.process_time()
        judged = reader.judge(asked)
        seconds.append(time.process_time() - begun)
    flat = [one for answers in judged for one in answers]
    gold = [target["polarity"] for one in sentences for target in one["targets"]]
    counts: Counter[tuple[str, str]] = Counter((label, one.polarity) for label, one in zip(gold, flat, strict=True))
    scores = [f1_of(counts, polarity) for polarity in POLARITIES]
    print(f"{len(sentences)} sentences, {len(gold)} targets: macro F1 {sum(scores) / 3:.4f}")
    print("gold, read as  negative  neutral positive | recall precision     F1")
    for polarity, score in zip(POLARITIES, scores, strict=True):
        row = [counts[polarity, said] for said in POLARITIES]
        read = sum(counts[label, polarity] for label in POLARITIES)
        right = counts[polarity, polarity]
        cells = " ".join(f"{number:8d}" for number in row)
        print(f"{polarity:>13}  {cells} | {right / max(1, sum(row)):6.3f} {right / max(1, read):9.3f} {score:6.3f}")
    negatives = sum(counts["negative", said] for said in POLARITIES)
    print(f"negatives read as positive: {counts['negative', 'positive'] / max(1, negatives):.3f}")
    print(f"calibration error: {calibration_error(flat, gold):.3f}")
    quickest = min(seconds)
    print(
        f"{len(sentences) / quickest:.0f} sentences and {len(gold) / quickest:.0f} targets"
        f" per CPU second, one thread ({quickest / len(sentences) * 1000:.2f} ms a sentence)"
    )
    show_errors(sentences, judged, options.errors)


if __name__ == "__main__":
    main()
