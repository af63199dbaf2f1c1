"""Scores whatever says how two claims go together, on the gold pairs of claims.

`read_pairs()` gives the pairs, `score(pairs, propose)` the counts; `propose` gets all pairs at once and answers one
label for each, in order, `unrelated` where it proposes nothing:

    from claims_gold import read_pairs, report, score
    print(report(score(read_pairs(), propose)))

Run as a program it prints how many pairs there are, what a guess from shared words alone would reach, and what
`kg.claims` proposes: each side is read as an article of its own, and the statement that shares most with the marked
claim gives its proposition.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from kg.build.pipeline import Pipeline
from kg.claims import ClaimText, compare
from kg.extract.embedding import SentenceEncoder
from kg.model import Article, Span
from kg.statements.propositions.proposition import propositions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kg.model import Statement
    from kg.model.statements import Polarity

PAIRS = Path(__file__).with_name("gold") / "claims" / "pairs.jsonl"
Label = Literal["same", "contradicts", "supports", "unrelated"]
LABELS: Final[tuple[Label, ...]] = get_args(Label)
PROPOSED: Final = LABELS[:3]
"""The labels that propose a link."""
WORDS_IN_COMMON: Final = 0.5
"""Of the baseline: share of all words of two claims that both need to have, to be taken as the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One sentence with its claim, as an outlet prints it."""

    outlet: str
    text: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    claim: tuple[Span, ...]
    polarity: Polarity
    """Of the speaker toward the first thing that the pair is about."""

    @property
    def words(self) -> str:
        """The claim as worded."""
        return " ".join(self.text[span.start : span.end] for span in self.claim)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two claims and how they go together; in `supports` the second supports the first."""

    id: str
    label: Label
    differs: tuple[str, ...]
    about: tuple[str, ...]
    first: Side
    second: Side


@dataclass(frozen=True, slots=True)
class ClaimScore:
    """Counts of (gold, proposed) labels, with the pairs that came out wrong."""

    counts: Counter[tuple[Label, Label]]
    wrong: tuple[tuple[Pair, Label], ...]

    def precision(self, label: Label) -> float | None:
        """Share of the pairs with this answer that are right; None: it was never given."""
        given = sum(self.counts[gold, label] for gold in LABELS)
        return self.counts[label, label] / given if given else None

    def recall(self, label: Label) -> float | None:
        """Share of the pairs with this label that were found; None: there are none."""
        wanted = sum(self.counts[label, given] for given in LABELS)
        return self.counts[label, label] / wanted if wanted else None

    @property
    def proposals(self) -> tuple[int, int, int]:
        """Right proposals of a link (label and all), proposals, links in the gold."""
        right = sum(self.counts[label, label] for label in PROPOSED)
        given = sum(count for (_, label), count in self.counts.items() if label in PROPOSED)
        wanted = sum(count for (gold, _), count in self.counts.items() if gold in PROPOSED)
        return right, given, wanted


def read_pairs(path: Path = PAIRS) -> tuple[Pair, ...]:
    """The gold pairs, in the order of the file."""
    return tuple(_pair(json.loads(line)) for line in path.read_text("utf-8").splitlines())


def score(pairs: Sequence[Pair], propose: Callable[[Sequence[Pair]], Sequence[Label]]) -> ClaimScore:
    """Counts the answers for all pairs.

    Raises: ValueError: there are more or fewer answers than pairs.
    """
    answers = list(zip(pairs, propose(pairs), strict=True))
    return ClaimScore(
        Counter((pair.label, answer) for pair, answer in answers),
        tuple((pair, answer) for pair, answer in answers if answer != pair.label),
    )


def report(found: ClaimScore) -> str:
    """The figures as a table, then the wrong pairs."""
    right, given, wanted = found.proposals
    lines = [f"proposals of a link: {right} of {given} right, of {wanted} links"]
    lines += ["label        precision  recall   " + " ".join(f"{label:>11}" for label in LABELS)]
    for gold in LABELS:
        cells = " ".join(f"{found.counts[gold, given]:11}" for given in LABELS)
        lines.append(f"{gold:12} {_share(found.precision(gold))}      {_share(found.recall(gold))}    {cells}")
    lines += [f"  {pair.id}: {answer}: {pair.first.words} | {pair.second.words}" for pair, answer in found.wrong]
    return "\n".join(lines)


def by_shared_words(pairs: Sequence[Pair]) -> list[Label]:
    """The baseline: the same if half of all words are shared, else unrelated."""
    return [
        "same" if _overlap(pair.first.words, pair.second.words) >= WORDS_IN_COMMON else "unrelated" for pair in pairs
    ]


def by_claims(pairs: Sequence[Pair], *, with_vectors: bool = True) -> list[Label]:
    """What `kg.claims` proposes; a support of the second by the first is no answer that the gold knows."""
    pipeline, encoder = Pipeline(), SentenceEncoder()
    answers: list[Label] = []
    for pair in pairs:
        one, other = _claim(pair.first, pipeline), _claim(pair.second, pipeline)
        link = compare(one, other, encoder.nearness if with_vectors else None)
        answers.append("unrelated" if link is None or link.backwards else link.relation.value)
    return answers


def _claim(side: Side, pipeline: Pipeline) -> ClaimText:
    """The claim as the program reads it; as marked, where it finds no statement that shares a letter with it."""
    article = Article(text=side.text, publisher=side.outlet)
    read = pipeline.read_article(article)
    marked = {place for span in side.claim for place in range(span.start, span.end)}

    def shared(statement: Statement) -> int:
        return len(marked & {place for span in statement.content for place in range(span.start, span.end)})

    found = max(read.facts.statements, key=shared, default=None)
    if found is None or not shared(found):
        return ClaimText(text=side.words)
    stances = {stance.target: stance.polarity for stance in found.stances}
    return ClaimText(text=propositions(article, read.facts, read.resolved)[found.id].text, stances=stances)


def _overlap(first: str, second: str) -> float:
    some, others = (set(re.findall(r"\w+", words.lower())) for words in (first, second))
    return len(some & others) / len(some | others)


def _share(value: float | None) -> str:
    return "    -" if value is None else f"{value:.3f}"


def _pair(record: dict[str, Any]) -> Pair:
    return Pair(
        id=record["id"],
        label=record["label"],
        differs=tuple(record["differs"]),
        about=tuple(record["about"]),
        first=_side(record["first"]),
        second=_side(record["second"]),
    )


def _side(record: dict[str, Any]) -> Side:
    return Side(
        outlet=record["outlet"],
        text=record["text"],
        source=_spans(record["source"]),
        cue=_spans(record["cue"]),
        claim=_spans(record["claim"]),
        polarity=record["polarity"],
    )


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


if __name__ == "__main__":
    every = read_pairs()
    print(f"{len(every)} pairs; a guess from shared words:")
    print(report(score(every, by_shared_words)))
    print("what kg.claims proposes:")
    print(report(score(every, by_claims)))
    print("the same without vectors:")
    print(report(score(every, lambda pairs: by_claims(pairs, with_vectors=False))))
