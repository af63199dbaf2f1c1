"""Compares the stances that the pipeline reads with gold ones, target by target. It reads files only where told to."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from kg.model import Article, Attribution, Kind, Span, Why
from kg.model.statements import Polarity
from kg.vocab.ids import target_actor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kg.build import ReadArticle
    from kg.model import ActorId, Mention, Statement, TargetId

POLARITIES: Final[tuple[Polarity, ...]] = get_args(Polarity)
Cause = Literal["right", "no statement", "no target", "no stance", "no stance wanted", "opposite"]
CAUSES: Final[tuple[Cause, ...]] = get_args(Cause)
"""What became of a gold target. "no statement": no attribution of that source was read there. "no target": the target
is not among what the statement is about. "no stance": it is, and nothing is said of how the holder judges it. "no
stance wanted": a judgement was read where the gold sees none. "opposite": the other judgement was read."""
LEAST_SHARE: Final = 0.5
"""Of the shorter content that has to be shared, where two attributions have no cue in common; of a gold target that a
mention has to cover to denote it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTarget:
    """One target of a statement, and how its holder judges it."""

    span: Span
    polarity: Polarity
    act: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """One attribution with its targets."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    targets: tuple[GoldTarget, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    """A text with the statements in it that were judged, and all attributions that are known of it."""

    article: Article
    statements: tuple[GoldStatement, ...]
    attributions: tuple[Attribution, ...]
    phenomena: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was read of one gold target. `read` None: no stance, which counts as neutral."""

    text: GoldText
    statement: GoldStatement
    target: GoldTarget
    is_stated: bool
    """Some attribution of that source was read there."""
    is_found: bool
    """The target is among what that statement is about."""
    read: Polarity | None
    act: str | None = None

    @property
    def polarity(self) -> Polarity:
        """The polarity that counts."""
        return self.read or "neutral"

    @property
    def cause(self) -> Cause:
        """Why it is wrong, "right" where it is not."""
        if self.polarity == self.target.polarity:
            return "right"
        if self.polarity != "neutral":
            return "no stance wanted" if self.target.polarity == "neutral" else "opposite"
        if not self.is_stated:
            return "no statement"
        return "no stance" if self.is_found else "no target"


@dataclass(frozen=True, slots=True)
class Rates:
    """Of one class: precision, recall and their harmonic mean; 0 where there is nothing to divide by."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of (gold, read) polarities."""

    counts: Counter[tuple[Polarity, Polarity]]

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> Score:
        return cls(Counter((one.target.polarity, one.polarity) for one in outcomes))

    def rates(self, polarity: Polarity) -> Rates:
        """How one class came out."""
        right = self.counts[polarity, polarity]
        read = sum(self.counts[gold, polarity] for gold in POLARITIES)
        wanted = sum(self.counts[polarity, found] for found in POLARITIES)
        return Rates(right / read if read else 0.0, right / wanted if wanted else 0.0)

    @property
    def macro_f1(self) -> float:
        """Mean of the three classes' F1."""
        return sum(self.rates(polarity).f1 for polarity in POLARITIES) / len(POLARITIES)

    @property
    def negatives_read_as_positive(self) -> float:
        """Share of the gold negatives."""
        wanted = sum(self.counts["negative", found] for found in POLARITIES)
        return self.counts["negative", "positive"] / wanted if wanted else 0.0

    @property
    def total(self) -> int:
        """Number of targets."""
        return sum(self.counts.values())


class TextChanged(ValueError):
    """A text is not the one that was annotated."""


def read_own(path: Path) -> tuple[GoldText, ...]:
    """The texts of a gold file that holds them."""
    return tuple(_own(json.loads(line)) for line in path.read_text("utf-8").splitlines())


def read_annotated(path: Path) -> tuple[GoldText, ...]:
    """The texts of `training/stance/annotations/own.jsonl` that `training.stance.data.is_held_out` keeps from training.

    Acts were not annotated there.
    """
    return tuple(
        _own(_as_gold(number, record))
        for number, record in enumerate(_records(path))
        if zlib.crc32(f"own_{number // 10}".encode()) % 10 == 0
    )


def _as_gold(number: int, record: dict[str, Any]) -> dict[str, Any]:
    statement = {
        "source": [record["source"]],
        "cue": [record["cue"]],
        "content": record["content"],
        "kind": Kind.STATEMENT.value,
        "why": None,
        "outer": None,
        "targets": [{**target, "act": None} for target in record["targets"]],
    }
    shared = {"phenomena": record["phenomena"], "text": record["text"]}
    return {"id": f"annotated-{number}", **shared, "statements": [statement]}


def read_licensed(path: Path, attributions: Path, articles: Path) -> tuple[GoldText, ...]:
    """The texts of a gold file of offsets, joined with the articles and with all their attributions.

    Raises: TextChanged: an article has another wording than the one annotated. KeyError: it is not among the articles.
    """
    texts = {record["id"]: record for record in _records(articles)}
    known = {record["id"]: record["attributions"] for record in _records(attributions)}
    return tuple(_licensed(record, texts[record["id"]], known[record["id"]]) for record in _records(path))


def outcomes(gold: GoldText, read: ReadArticle) -> Iterator[Outcome]:
    """One outcome for each gold target of a text, in order."""
    for statement in gold.statements:
        matched = matching(statement, read.facts.statements)
        places = _places(matched, read.resolved.mentions)
        stances = {stance.target: stance for one in matched for stance in one.stances}
        assigned = _assigned(statement.targets, {target: places[target] for target in stances if target in places})
        for target in statement.targets:
            stance = stances.get(assigned[target]) if target in assigned else None
            yield Outcome(
                text=gold,
                statement=statement,
                target=target,
                is_stated=bool(matched),
                is_found=any(_closeness(target.span, spans) > 0 for spans in places.values()),
                read=stance.polarity if stance else None,
                act=stance.act if stance else None,
            )


def matching(gold: GoldStatement, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements of the same source that share its cue; without such, those that share most of the content."""
    same = [one for one in statements if _shared(gold.source, one.source)]
    with_cue = tuple(one for one in same if _shared(gold.cue, one.cue))
    if with_cue:
        return with_cue
    return tuple(
        one
        for one in same
        if _shared(gold.content, one.content) >= LEAST_SHARE * min(_length(gold.content), _length(one.content))
    )


def _places(statements: Sequence[Statement], mentions: Iterable[Mention]) -> dict[TargetId, list[tuple[Span, float]]]:
    """Where the targets of some statements are named, with the least share of a gold span that counts as the same.

    A span that a statement itself gives for its target needs to share a character; another mention of the same actor
    has to cover half of the gold target: the possessor of a deed is not the deed.
    """
    named: dict[ActorId, list[Span]] = {}
    for mention in mentions:
        if mention.actor is not None and not mention.is_place:
            named.setdefault(mention.actor, []).append(mention.span)
    found: dict[TargetId, list[tuple[Span, float]]] = {}
    for statement in statements:
        for about in statement.about:
            found.setdefault(about.target, []).append((about.evidence, 0.0))
    for target, spans in found.items():
        actor = target_actor(target)
        if actor is not None:
            spans += [(span, LEAST_SHARE) for span in named.get(actor, ())]
    return found


def _assigned(
    targets: Sequence[GoldTarget], places: dict[TargetId, list[tuple[Span, float]]]
) -> dict[GoldTarget, TargetId]:
    """Which read target stands for which gold one: the closest pairs first, each at most once."""
    pairs = sorted(
        (-closeness, number, target)
        for number, gold in enumerate(targets)
        for target, spans in places.items()
        if (closeness := _closeness(gold.span, spans)) > 0
    )
    result: dict[GoldTarget, TargetId] = {}
    for _, number, target in pairs:
        if targets[number] not in result and target not in result.values():
            result[targets[number]] = target
    return result


def _closeness(gold: Span, places: Iterable[tuple[Span, float]]) -> float:
    """Shared characters by all characters of the two, of the closest place."""
    best = 0.0
    for span, least in places:
        shared = _shared((gold,), (span,))
        if shared and shared >= least * (gold.end - gold.start):
            best = max(best, shared / (_length((gold, span)) - shared))
    return best


def _shared(some: Iterable[Span], others: Iterable[Span]) -> int:
    """Characters that two lists of spans have in common."""
    others = tuple(others)
    return sum(
        max(0, min(one.end, other.end) - max(one.start, other.start))
        for one in some
        for other in others
        if one.string == other.string
    )


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _own(record: dict[str, Any]) -> GoldText:
    return GoldText(
        article=Article(id=record["id"], text=record["text"]),
        statements=tuple(map(_statement, record["statements"])),
        attributions=tuple(map(_attribution, record["statements"])),
        phenomena=tuple(record["phenomena"]),
    )


def _licensed(record: dict[str, Any], article: dict[str, Any], attributions: list[dict[str, Any]]) -> GoldText:
    digest = hashlib.sha256(article["text"].encode("utf-8")).hexdigest()
    if digest != record["text_sha256"]:
        raise TextChanged(f"article {record['id']}: its text is not the one annotated (SHA-256 {digest})")
    return GoldText(
        article=Article(
            id=record["id"],
            title=article["title"],
            text=article["text"],
            published=article["date"],
            publisher=article["source"],
        ),
        statements=tuple(map(_statement, record["statements"])),
        attributions=tuple(map(_attribution, attributions)),
    )


def _statement(record: dict[str, Any]) -> GoldStatement:
    return GoldStatement(
        source=_spans(record["source"]),
        cue=_spans(record["cue"]),
        content=_spans(record["content"]),
        targets=tuple(
            GoldTarget(span=Span(*target["span"]), polarity=target["polarity"], act=target["act"])
            for target in record["targets"]
        ),
    )


def _attribution(record: dict[str, Any]) -> Attribution:
    return Attribution(
        source=_spans(record["source"]),
        cue=_spans(record["cue"]),
        content=_spans(record["content"]),
        kind=Kind(record["kind"]),
        why=Why(record["why"]) if record["why"] else None,
        outer=record["outer"],
        rule="gold",
    )


def _spans(pairs: list[list[int]] | None) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs or ())
