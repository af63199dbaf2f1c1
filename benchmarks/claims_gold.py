"""Scores whatever says how two claims go together, on the gold pairs of claims.

`read_pairs()` gives the pairs, `score(pairs, propose)` the counts; `propose` gets all pairs at once and answers one
label for each, in order, `unrelated` where it proposes nothing:

    from claims_gold import read_pairs, report, score
    print(report(score(read_pairs(), propose)))

Run as a program it prints how many pairs there are, what a guess from shared words alone would reach, and what
`kg.claims` proposes: the sides are built into one graph, each an article of its own, and the statement that shares most
with the marked claim gives the claim. With `--held-out` only the counts of the held-out set are printed, never its
pairs.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from kg.build import build_graph
from kg.build.pipeline import Pipeline
from kg.claims import Claim, candidates_of, compare, read_claims
from kg.extract.embedding import SentenceEncoder
from kg.model import Article, Span
from kg.store import EmbeddedStore
from kg.vocab.ids import expand, statement_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kg.model import Statement
    from kg.model.statements import Polarity

PAIRS = Path(__file__).with_name("gold") / "claims" / "pairs.jsonl"
HELD_OUT = PAIRS.with_name("held_out.jsonl")
"""Run for its figures only; nothing is repaired against it."""
Label = Literal["same", "contradicts", "supports", "unrelated"]
LABELS: Final[tuple[Label, ...]] = get_args(Label)
PROPOSED: Final = LABELS[:3]
"""The labels that propose a link."""
Answer = Label | Literal["backwards"]
"""What a proposer may say; "backwards": the first supports the second, which no pair of the gold has: always wrong."""
ANSWERS: Final[tuple[Answer, ...]] = (*LABELS, "backwards")
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

    counts: Counter[tuple[Label, Answer]]
    wrong: tuple[tuple[Pair, Answer], ...]

    def precision(self, label: Label) -> float | None:
        """Share of the pairs with this answer that are right; None: it was never given."""
        given = sum(self.counts[gold, label] for gold in LABELS)
        return self.counts[label, label] / given if given else None

    def recall(self, label: Label) -> float | None:
        """Share of the pairs with this label that were found; None: there are none."""
        wanted = sum(self.counts[label, given] for given in ANSWERS)
        return self.counts[label, label] / wanted if wanted else None

    @property
    def proposals(self) -> tuple[int, int, int]:
        """Right proposals of a link (label and all), proposals, links in the gold."""
        right = sum(self.counts[label, label] for label in PROPOSED)
        given = sum(count for (_, label), count in self.counts.items() if label != "unrelated")
        wanted = sum(count for (gold, _), count in self.counts.items() if gold in PROPOSED)
        return right, given, wanted


def read_pairs(path: Path = PAIRS) -> tuple[Pair, ...]:
    """The gold pairs, in the order of the file."""
    return tuple(_pair(json.loads(line)) for line in path.read_text("utf-8").splitlines())


def score(pairs: Sequence[Pair], propose: Callable[[Sequence[Pair]], Sequence[Answer]]) -> ClaimScore:
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
    lines += ["label        precision  recall   " + " ".join(f"{label:>11}" for label in ANSWERS)]
    for gold in LABELS:
        cells = " ".join(f"{found.counts[gold, given]:11}" for given in ANSWERS)
        lines.append(f"{gold:12} {_share(found.precision(gold))}      {_share(found.recall(gold))}    {cells}")
    lines += [f"  {pair.id}: {answer}: {pair.first.words} | {pair.second.words}" for pair, answer in found.wrong]
    return "\n".join(lines)


def by_shared_words(pairs: Sequence[Pair]) -> list[Label]:
    """The baseline: the same if half of all words are shared, else unrelated."""
    return [
        "same" if _overlap(pair.first.words, pair.second.words) >= WORDS_IN_COMMON else "unrelated" for pair in pairs
    ]


def by_claims(pairs: Sequence[Pair], *, with_vectors: bool = True) -> list[Answer]:
    """What `kg.claims` makes of each pair."""
    measure = SentenceEncoder().nearness if with_vectors else None
    with graph_of(pairs) as (claims, _):
        links = [compare(one.compared, other.compared, measure) for one, other in claims]
    return ["unrelated" if link is None else "backwards" if link.backwards else link.relation.value for link in links]


def as_one_corpus(pairs: Sequence[Pair]) -> tuple[int, int, int, int]:
    """What is proposed among the claims of all sides in one graph, as for any corpus.

    Returns: right proposals, wrong ones between the two sides of a pair, proposals between other claims (of other
    pairs, or other statements of the articles: the gold does not judge them), and links in the gold.
    """
    right = wrong = other = 0
    with graph_of(pairs) as (claims, store):
        wanted = {
            frozenset((one.iri, another.iri)): (pair.label, one.iri)
            for pair, (one, another) in zip(pairs, claims, strict=True)
        }
        for proposal in candidates_of(store):
            told = wanted.get(frozenset((proposal.first.iri, proposal.second.iri)))
            if told is None:
                other += 1
            elif told[0] == proposal.link.relation.value and (told[0] != "supports" or told[1] == proposal.first.iri):
                right += 1
            else:
                wrong += 1
    return right, wrong, other, sum(label in PROPOSED for label, _ in wanted.values())


@contextmanager
def graph_of(pairs: Sequence[Pair]) -> Iterator[tuple[list[tuple[Claim, Claim]], EmbeddedStore]]:
    """The sides of all pairs as articles of one graph, and the claims of each pair in it.

    The claim of a side is that of the statement that shares most letters with the marked claim; where the program
    finds none, the words as marked, without voices.
    """
    pipeline = Pipeline()
    sides = [
        (side, Article(url=f"https://gold.example/{pair.id}/{place}", text=side.text, publisher=side.outlet))
        for pair in pairs
        for place, side in enumerate((pair.first, pair.second))
    ]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "graph"
        build_graph([article for _, article in sides], path, pipeline=pipeline)
        with EmbeddedStore.open(path) as store:
            by_statement = {voice.statement: claim for claim in read_claims(store) for voice in claim.voices}
            found = [_claim(side, article, pipeline, by_statement) for side, article in sides]
            yield list(zip(found[::2], found[1::2], strict=True)), store


def _claim(side: Side, article: Article, pipeline: Pipeline, by_statement: Mapping[str, Claim]) -> Claim:
    marked = {place for span in side.claim for place in range(span.start, span.end)}

    def shared(statement: Statement) -> int:
        return len(marked & {place for span in statement.content for place in range(span.start, span.end)})

    found = max(pipeline.read_article(article).facts.statements, key=shared, default=None)
    if found is None or not shared(found):
        return Claim(iri=f"unread/{article.url}", text=side.words, voices=())
    return by_statement[expand(statement_path(found.id))]


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


def main(arguments: Sequence[str]) -> None:
    """Prints the figures of the pairs, or the counts of the held-out ones."""
    is_held_out = "--held-out" in arguments
    every = read_pairs(HELD_OUT if is_held_out else PAIRS)
    ways: tuple[tuple[str, Callable[[Sequence[Pair]], Sequence[Answer]]], ...] = (
        ("a guess from shared words", by_shared_words),
        ("what kg.claims proposes", by_claims),
        ("the same without vectors", lambda pairs: by_claims(pairs, with_vectors=False)),
    )
    print(f"{len(every)} pairs")
    for told, way in ways:
        found = score(every, way)
        print(f"{told}:")
        print(report(replace(found, wrong=()) if is_held_out else found))
    right, wrong, other, wanted = as_one_corpus(every)
    print(
        f"as one corpus: {right} right and {wrong} wrong proposals in the pairs, of {wanted} links; {other} elsewhere"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
