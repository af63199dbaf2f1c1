"""Measures events against judgements: `python benchmarks/events_judged.py TEXTS.jsonl [MORE.jsonl.gz ...] [--list]`.

TEXTS hold the articles (`id`, `title`, `date`, `text`) of which `benchmarks/gold/events/judgements.jsonl` has offsets
and hashes only; they are found by the hash of their text, and those not given are left out and counted. Reads every
judged article as `kg extract` does, and looks each of its events up: the same type on evidence that shares characters.
An aspect (doers, day ...) told as it was when it was judged keeps its verdict; told otherwise, it is unjudged until a
person has read it. `--list` shows what is unjudged, with its words. Asserts nothing. `benchmarks/gold/events/README.md`
says what aspects and verdicts mean.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

# Run as a file, this folder is the first place to import from, and the checkout is not among them.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from kg.build.pipeline import Pipeline
from kg.model import Article
from kg.statements import event_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.build import ReadArticle
    from kg.model import Event, Statement

JUDGEMENTS: Final = Path(__file__).with_name("gold") / "events" / "judgements.jsonl"
TOLD: Final = ("doers", "targets", "place", "day", "result", "voice")
"""What an event tells besides its type. Whether it is fact is judged, too, but no part of what is told."""
FOR_CORRECT: Final = ("type", "doers", "targets", "fact")
"""What has to be right (or untold) in a correct event."""
REPAIRED: Final = "repaired"
"""The run of rows that judge again what repairs have changed: their events are counted in an earlier run."""
HASH_LENGTH: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvent:
    """An event as the pipeline tells it now: where, and a hash of each aspect ("" where nothing is told)."""

    type: str
    evidence: tuple[tuple[int, int], ...]
    told: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One row of the judgements."""

    text_sha256: str
    type: str
    evidence: tuple[tuple[int, int], ...]
    told: dict[str, str]
    verdict: dict[str, str]
    run: str

    @classmethod
    def of(cls, row: dict[str, Any]) -> Judged:
        return cls(
            text_sha256=row["text_sha256"],
            type=row["type"],
            evidence=tuple((start, end) for start, end in row["evidence"]),
            told=row["told"],
            verdict=row["verdict"],
            run=row["run"],
        )

    @property
    def is_correct(self) -> bool:
        """Type, participants and factuality hold; what is missing does no harm."""
        return is_correct(self.verdict)


def is_correct(verdict: dict[str, str]) -> bool:
    """True if nothing that an event has to get right is wrong."""
    return all(verdict[aspect] != "wrong" for aspect in FOR_CORRECT)


def is_complete(verdict: dict[str, str]) -> bool:
    """True if no aspect at all is wrong or missing."""
    return not {"wrong", "missing"} & set(verdict.values())


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("texts", type=Path, nargs="+")
    arguments.add_argument("--list", action="store_true", help="show the events that nobody has judged, with words")
    chosen = arguments.parse_args()
    judged = [Judged.of(row) for row in rows(JUDGEMENTS)]
    show_runs(judged)
    wanted = {one.text_sha256 for one in judged}
    pipeline = Pipeline()
    counts: Counter[str] = Counter()
    seen = set()
    for record in (record for path in chosen.texts for record in rows(path)):
        text_hash = hashlib.sha256(record["text"].encode("utf-8")).hexdigest()
        if text_hash not in wanted or text_hash in seen:
            continue
        seen.add(text_hash)
        article = Article(
            text=record["text"], title=record.get("title", ""), published=record.get("date", ""), id=record["id"]
        )
        read = pipeline.read_article(article)
        here = [one for one in judged if one.text_sha256 == text_hash]
        counts += compare(here, [found_event(event, read) for event in read.facts.events])
        if chosen.list:
            list_unjudged(here, read)
    counts["texts not given"] = len(wanted - seen)
    show(counts)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, compressed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def found_event(event: Event, read: ReadArticle) -> FoundEvent:
    """What is told of an event, as hashes: the words of others stay out of the judgements."""
    record = event_record(event, read.facts, read.resolved, read.article)
    voice = next((one for one in read.facts.statements if one.id == event.according_to), None)
    told: dict[str, object] = {
        "doers": _listed(record.get("actor")),
        "targets": [*_listed(record.get("target")), *_listed(record.get("body"))],
        "place": record.get("place"),
        "day": [record[key] for key in ("date", "earliest", "latest") if key in record],
        "result": [record[key] for key in ("for", "against", "abstain", "status", "until") if key in record],
        "voice": voice
        and (sorted(read.resolved.actors[one.actor].label for one in voice.speakers if one.actor) or "?"),
    }
    return FoundEvent(
        type=event.type.value,
        evidence=tuple((span.start, span.end) for span in event.evidence),
        told={aspect: hashed(told[aspect]) for aspect in TOLD},
    )


def _speakers(voice: Statement, read: ReadArticle) -> list[str]:
    """Who tells it: known speakers by label, an unknown one by its words."""
    named = sorted(read.resolved.actors[one.actor].label for one in voice.speakers if one.actor)
    return named or [read.article.cut(span) for span in voice.source]


def _listed(value: object) -> list[str]:
    return sorted(str(one) for one in (value if isinstance(value, list) else [value] if value else []))


def hashed(told: object) -> str:
    """A short hash of something told; "" for nothing."""
    if not told:
        return ""
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode("utf-8")).hexdigest()[:HASH_LENGTH]


def verdict_on(found: FoundEvent, judged: Iterable[Judged]) -> dict[str, str] | None:
    """What people said of such an event; "unjudged" for an aspect told otherwise. None: nobody judged it at all.

    Of several judgements of one place the one that knows most aspects counts, the last of equals.
    """
    best: dict[str, str] | None = None
    for one in judged:
        if one.type == found.type and _overlap(one.evidence, found.evidence):
            verdict = {
                aspect: said if aspect not in TOLD or one.told[aspect] == found.told[aspect] else "unjudged"
                for aspect, said in one.verdict.items()
            }
            if best is None or _unjudged(verdict) <= _unjudged(best):
                best = verdict
    return best


def _unjudged(verdict: dict[str, str]) -> int:
    return sum(said == "unjudged" for said in verdict.values())


def _overlap(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in one for start, end in other)


def compare(judged: Sequence[Judged], found: Sequence[FoundEvent]) -> Counter[str]:
    """Counts of one article."""
    counts: Counter[str] = Counter()
    for event in found:
        verdict = verdict_on(event, judged)
        if verdict is None:
            counts["new, unjudged"] += 1
        elif "unjudged" in (verdict[aspect] for aspect in FOR_CORRECT):
            counts["changed, unjudged"] += 1
        else:
            counts["correct" if is_correct(verdict) else "faulty"] += 1
            counts["complete"] += is_complete(verdict)
            counts["unchanged"] += "unjudged" not in verdict.values()
    for one in judged:
        if one.run != REPAIRED and not any(one.type == e.type and _overlap(one.evidence, e.evidence) for e in found):
            counts["correct, no longer found" if one.is_correct else "faulty, no longer found"] += 1
    return +counts


def show_runs(judged: Sequence[Judged]) -> None:
    """What was judged in each run, by type and by aspect."""
    for run in dict.fromkeys(one.run for one in judged):
        told = [one for one in judged if one.run == run]
        print(f"{run} run: {_share([one.is_correct for one in told])} correct, ", end="")
        print(f"{_share([is_complete(one.verdict) for one in told])} with nothing wrong or missing")
        for type_, _ in Counter(one.type for one in told).most_common():
            print(f"  {type_:22} {_share([one.is_correct for one in told if one.type == type_])}")
        for aspect in told[0].verdict:
            said = Counter(one.verdict[aspect] for one in told)
            print(f"  {aspect:22} " + ", ".join(f"{verdict} {number}" for verdict, number in said.most_common()))


def show(counts: Counter[str]) -> None:
    """What is told now."""
    known = counts["correct"] + counts["faulty"]
    print(f"now: {known} judged events, {_ratio(counts['correct'], known)} correct; {counts['unchanged']} unchanged")
    for name in (
        "changed, unjudged",
        "new, unjudged",
        "correct, no longer found",
        "faulty, no longer found",
        "texts not given",
    ):
        print(f"  {name}: {counts[name]}")


def list_unjudged(judged: Sequence[Judged], read: ReadArticle) -> None:
    """Every event of an article that nobody has judged as it is told now."""
    for event in read.facts.events:
        found = found_event(event, read)
        verdict = verdict_on(found, judged)
        open_aspects = [a for a, said in verdict.items() if said == "unjudged"] if verdict else ["all"]
        if open_aspects:
            record = event_record(event, read.facts, read.resolved, read.article)
            print(f"{read.article.id} {list(found.evidence)} {', '.join(open_aspects)}: {json.dumps(record)}")


def _share(truths: Sequence[bool]) -> str:
    return f"{sum(truths)} of {len(truths)} ({_ratio(sum(truths), len(truths))})"


def _ratio(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


if __name__ == "__main__":
    main()
