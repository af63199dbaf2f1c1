"""Measures the resolver on the gold set of actors.

    python benchmarks/linking_gold.py ARTICLES.jsonl [--errors]
    python benchmarks/linking_gold.py --held-out

ARTICLES holds the licensed texts (`id`, `title`, `date`, `text`): the gold set has only offsets and hashes of them. A
text that is not the one annotated is named and left out. Reads and extracts as `kg extract` does, then compares
(`benchmarks/gold/actors/README.md` says how, `benchmarks/actor_scoring.py` does it). `--held-out`
measures the texts that nobody repairs against, and those only; it lists no errors, for what is listed is no longer
unseen. Asserts nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Run as a file, this folder is the first place to import from, and the checkout is not among them.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.actor_scoring import FoundActor, FoundMention, FoundSpeaker, GoldMention, Range, Tally, score
from kg.build.pipeline import Pipeline
from kg.model import Actor, ActorId, ActorKind, Article, ResolvedActors, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).with_name("gold") / "actors"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("articles", type=Path, nargs="?", help="the licensed texts, as JSON Lines")
    arguments.add_argument("--held-out", action="store_true", help="only the texts that nobody repairs against")
    arguments.add_argument("--errors", action="store_true", help="list everything that came out wrong, with its words")
    arguments.add_argument("--extractor", default="rules")
    chosen = arguments.parse_args()
    if chosen.held_out:
        if chosen.errors:
            arguments.error("--held-out lists no errors: texts whose errors are known are no longer unseen")
        show("held-out texts", total(rows(FOLDER / "held_out.jsonl"), Pipeline(extractor=chosen.extractor)))
        return
    if chosen.articles is None:
        arguments.error("give the file of the licensed texts, or --held-out")
    pipeline = Pipeline(extractor=chosen.extractor)
    whole = Tally()
    for name, records in (
        ("own texts", rows(FOLDER / "texts.jsonl")),
        ("licensed articles", list(joined(rows(FOLDER / "articles.jsonl"), rows(chosen.articles)))),
    ):
        part = Tally()
        for record in records:
            one = score_record(record, pipeline)
            part.add(one)
            if chosen.errors:
                for kind, (start, end), remark in sorted(one.errors, key=lambda error: (error[1], error[0])):
                    print(f"  {kind:13} {record['id']} {start}-{end} {record['text'][start:end]!r}: {remark}")
        show(name, part)
        whole.add(part)
    show("both", whole)


def total(records: list[dict[str, Any]], pipeline: Pipeline) -> Tally:
    """What came out of all of some texts."""
    whole = Tally()
    for record in records:
        whole.add(score_record(record, pipeline))
    return whole


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def joined(gold: list[dict[str, Any]], articles: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The gold records of licensed articles with their texts."""
    texts = {str(article["id"]): article for article in articles}
    for record in gold:
        article = texts.get(record["id"])
        if article is None:
            print(f"article {record['id']} is not in the file given: left out")
        elif hashlib.sha256(article["text"].encode("utf-8")).hexdigest() != record["text_sha256"]:
            print(f"article {record['id']} has another text than the one annotated: left out")
        else:
            yield {**record, "text": article["text"], "title": article.get("title", "")}


def score_record(record: dict[str, Any], pipeline: Pipeline) -> Tally:
    """Read one text and compare what was found in the annotated ranges."""
    article = Article(
        text=record["text"], title=record.get("title", ""), published=record["published"], id=record["id"]
    )
    resolved = pipeline.read_article(article).resolved
    gold = [gold_mention(entry) for entry in record["mentions"]]
    ranges = record.get("ranges", [[0, len(record["text"])]])
    found = [mention for mention in found_mentions(resolved) if is_inside(mention.span, ranges)]
    return score(record["text"], gold, found, speakers_of(resolved))


def gold_mention(entry: dict[str, Any]) -> GoldMention:
    """One entry of the file."""
    start, end = entry["span"]
    first, last = entry.get("extent", entry["span"])
    return GoldMention(
        span=(start, end),
        extent=(first, last),
        link=entry["link"],
        form=entry["form"],
        also=tuple(entry.get("also", ())),
        members=tuple(entry.get("members", ())),
        optional=entry.get("optional", False),
        on_behalf_of=tuple(entry.get("on_behalf_of", ())),
    )


def is_inside(span: Range, ranges: list[list[int]]) -> bool:
    """True if the span lies in an annotated range."""
    return any(first <= span[0] and span[1] <= last for first, last in ranges)


def found_mentions(resolved: ResolvedActors) -> Iterator[FoundMention]:
    """Every span of the text for which actors are named, with all of them."""
    spans: dict[Range, dict[ActorId, str]] = {}
    for mention in resolved.mentions:
        if mention.actor is not None and not mention.is_place and mention.span.string == "text":
            spans.setdefault(_range(mention.span), {}).setdefault(mention.actor, mention.method)
    for span, named in spans.items():
        yield FoundMention(
            span=span,
            actors=tuple(FoundActor(key=key, reference=reference(resolved.actors[key])) for key in sorted(named)),
            note=", ".join(f"{resolved.actors[key].label!r} by {named[key]}" for key in sorted(named)),
        )


def reference(actor: Actor) -> str | None:
    """Which actor of the reference data it is: by its id, or, for a person of one article, by the Wikidata item."""
    if actor.kind is ActorKind.PERSON and actor.wikidata:
        return f"person/{actor.wikidata}"
    return None if actor.is_local else actor.id


def speakers_of(resolved: ResolvedActors) -> list[FoundSpeaker]:
    """Every speaker with the actors whom the words bind."""
    return [
        FoundSpeaker(
            span=_range(speaker.mention.span),
            principals=frozenset(bound := above(speaker.principal or speaker.actor, resolved) - {speaker.actor}),
            names=frozenset(resolved.actors[actor].label.casefold() for actor in bound if actor in resolved.actors)
            | frozenset(name.casefold() for name in (speaker.principal_name,) if name),
        )
        for speakers in resolved.speakers
        for speaker in speakers
        if speaker.mention.span.string == "text"
    ]


def above(actor: ActorId, resolved: ResolvedActors) -> set[ActorId]:
    """The actor with its state or organisation, and what they are part of."""
    reached: set[ActorId] = set()
    waiting = [actor]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            known = resolved.actors.get(one)
            waiting += [up for up in (known.organ_of, known.part_of) if up] if known else []
    return reached


def _range(span: Span) -> Range:
    return span.start, span.end


def show(name: str, tally: Tally) -> None:
    """Print the figures of one set."""
    print(f"{name}: {tally.wanted} mentions, {tally.traps} traps, {tally.unsure} unsure")
    for how, hits in (("exact spans", tally.exact), ("lenient spans", tally.lenient)):
        # A mention that only the lenient reading accepts is wrong twice in the exact one: missed, and one too many.
        print(f"  mentions, {how}: {_prf(hits, tally.lenient + tally.spurious, tally.wanted)}")
    print(f"  links right on found mentions: {_share(tally.linked, tally.lenient)}")
    print(f"  links right on all wanted mentions: {_share(tally.linked, tally.wanted)}")
    print(f"  spurious mentions: {tally.spurious}; merges of different actors: {tally.merges}")
    print(
        f"  traps violated: {_share(tally.violated, tally.traps)}; abstained: {_share(tally.abstained, tally.unsure)}"
    )
    print(
        f"  coreference, B-cubed: {_rates(_of(tally.b3_precision, tally.lenient), _of(tally.b3_recall, tally.wanted))}"
    )
    print(
        f"  on behalf of: {_share(tally.bound, tally.principals)}, "
        f"{_share(tally.bound, tally.speakers)} where the speaker was found"
    )


def _prf(hits: int, answers: int, wanted: int) -> str:
    return _rates(_of(hits, answers), _of(hits, wanted))


def _rates(precision: float, recall: float) -> str:
    return f"P {precision:.3f} R {recall:.3f} F1 {_of(2 * precision * recall, precision + recall):.3f}"


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({_of(part, whole):.3f})"


def _of(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


if __name__ == "__main__":
    main()
