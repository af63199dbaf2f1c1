"""Measures how the pipeline reads stance toward targets, on the gold sets of diplomatic language and of negation traps.

    python benchmarks/stance_gold.py [ARTICLES.jsonl] [--set SET] [--stance network] [--gold-attributions] [--errors]
    python benchmarks/stance_gold.py [ARTICLES.jsonl] --gold-targets
    python benchmarks/stance_gold.py --held-out [--stance network] [--gold-attributions] [--gold-targets]
    python benchmarks/stance_gold.py [ARTICLES.jsonl] [--held-out] --network
    python benchmarks/stance_gold.py --annotated [--stance network] [--gold-targets]

ARTICLES holds the licensed texts, of which the gold sets have offsets and hashes only; without it only the own texts
are measured. A target without a stance counts as neutral. `--gold-attributions` gives source, cue and content, so that
stance is measured alone; what they would give besides (addressee, time) is read from the text. `--stance network`
reads as `kg extract --stance network` does: rules first, the network where they say nothing. `--gold-targets` besides
asks the network about those gold targets that are not among what the statement is about, so that judging is measured
apart from finding targets. `--network` gives the targets and asks the network alone, without rules: it reads the
statement from source to content.
`--annotated` measures those own texts of `training/stance/annotations` that are held out of training, with gold
attributions.
`--held-out` measures the texts that nobody repairs against, and those only; it lists no errors, for what is listed is
no longer unseen.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from stance_scoring import (
    CAUSES,
    POLARITIES,
    GoldStatement,
    GoldText,
    Outcome,
    Score,
    outcomes,
    read_annotated,
    read_licensed,
    read_own,
)

from kg.build import Pipeline
from kg.extract.annotations.completing import completed
from kg.extract.stance import StanceReader
from kg.statements.stance.ruling import BARS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.model import Attribution
    from kg.model.statements import Polarity
    from kg.text import AnnotatedText

GOLD = Path(__file__).with_name("gold")
SETS = ("diplomatic", "traps")
ANNOTATED = Path(__file__).parents[1] / "training" / "stance" / "annotations" / "own.jsonl"
HELD_OUT = {"held-out": "held_out.jsonl", "second held-out": "held_out_second.jsonl"}
"""Sets that are measured on demand only, each written by somebody who had not seen the rules."""


class GoldAttributions:
    """An extractor that hands on the attributions of the gold sets."""

    name = "gold"
    version = "1"

    def __init__(self, texts: Iterable[GoldText]) -> None:
        self._known = {text.article.id: text.attributions for text in texts}

    def extract(self, text: AnnotatedText) -> tuple[Attribution, ...]:
        """The gold attributions of a text, completed as those of other people are."""
        known = self._known[text.article.id]
        return completed(text, known, frozenset(), frozenset(range(len(known))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="?", help="the licensed texts, as JSON Lines")
    parser.add_argument("--held-out", action="store_true", help="only the texts that nobody repairs against")
    parser.add_argument("--annotated", action="store_true", help="only annotated texts held out of training")
    parser.add_argument("--set", choices=SETS, action="append", help="only this set")
    parser.add_argument("--extractor", default="rules", help="who finds the attributions")
    parser.add_argument("--gold-attributions", action="store_true", help="take source, cue and content from the gold")
    parser.add_argument("--stance", choices=("rules", "network"), default="rules", help="who judges targets")
    parser.add_argument(
        "--gold-targets", action="store_true", help="gold attributions, the network, and gold targets that were missed"
    )
    parser.add_argument("--network", action="store_true", help="ask the stance network alone about the gold targets")
    parser.add_argument("--errors", action="store_true", help="list what came out wrong")
    choices = parser.parse_args()
    if choices.held_out and choices.errors:
        parser.error("--held-out lists no errors: texts whose errors are known are no longer unseen")
    names = tuple(HELD_OUT) if choices.held_out else choices.set or SETS
    if choices.annotated:
        names = ("annotated",)
    parts = {
        (name, part): texts
        for name in names
        for part, texts in (("own texts", _own(name)), ("licensed articles", _licensed(name, choices.articles)))
        if texts
    }
    if choices.network:
        reader = StanceReader(asked="holder")
        found = {key: [one for text in texts for one in judged(text, reader)] for key, texts in parts.items()}
    else:
        every = [text for texts in parts.values() for text in texts]
        given = choices.gold_attributions or choices.gold_targets or choices.annotated
        extractor = GoldAttributions(every) if given else choices.extractor
        pipeline = Pipeline(extractor=extractor, stance="network" if choices.gold_targets else choices.stance)
        found = {key: measure(texts, pipeline) for key, texts in parts.items()}
        if choices.gold_targets:
            reader = StanceReader(asked="holder")
            found = {key: [with_target_given(one, reader) for one in some] for key, some in found.items()}
    for name in names:
        both = [one for key, some in found.items() if key[0] == name for one in some]
        for (other, part), some in found.items():
            if other == name:
                show(f"{name}, {part}", some)
        show(f"{name}, all", both)
        print_matrix(Score.of(both))
        if choices.errors:
            list_errors(both)


def measure(texts: Iterable[GoldText], pipeline: Pipeline) -> list[Outcome]:
    """What the pipeline reads of every gold target."""
    return [one for text in texts for one in outcomes(text, pipeline.read_article(text.article))]


def judged(text: GoldText, reader: StanceReader) -> Iterator[Outcome]:
    """What the network says of every gold target, shown the words from the statement's first to its last."""
    for statement in text.statements:
        start, end = extent(statement)
        asked = [(target.span.start - start, target.span.end - start) for target in statement.targets]
        [answers] = reader.judge([(text.article.text[start:end], asked)])
        for target, answer in zip(statement.targets, answers, strict=True):
            yield Outcome(
                text=text, statement=statement, target=target, is_stated=True, is_found=True, read=answer.polarity
            )


def with_target_given(outcome: Outcome, reader: StanceReader) -> Outcome:
    """The same, with the network's answer where the target was not among what the statement is about."""
    if outcome.is_found:
        return outcome
    start, end = extent(outcome.statement)
    span = outcome.target.span
    [[answer]] = reader.judge([(outcome.text.article.text[start:end], [(span.start - start, span.end - start)])])
    probabilities = {polarity: answer.probability(polarity) for polarity in POLARITIES}
    return replace(outcome, read=polarity_from(probabilities))


def polarity_from(probabilities: Mapping[Polarity, float]) -> Polarity | None:
    """The network's polarity by the bars of `kg.statements.stance.ruling`; None: it says nothing."""
    return next(
        (
            polarity
            for polarity, opposite in (("negative", "positive"), ("positive", "negative"))
            if probabilities[polarity] >= max(BARS[polarity], probabilities[opposite])
        ),
        None,
    )


def extent(statement: GoldStatement) -> tuple[int, int]:
    """From the first to the last character of a statement, targets outside of its content included."""
    spans = [*statement.source, *statement.cue, *statement.content, *(target.span for target in statement.targets)]
    return min(span.start for span in spans), max(span.end for span in spans)


def show(title: str, found: Sequence[Outcome]) -> None:
    """The figures of one set."""
    score, stated = Score.of(found), Score.of(one for one in found if one.is_stated)
    print(f"\n{title}: {score.total} targets; macro F1 {score.macro_f1:.3f}", end="")
    print(f" ({stated.macro_f1:.3f} on the {stated.total} whose statement was read)")
    for polarity in POLARITIES:
        rates = score.rates(polarity)
        print(f"  {polarity:8}  P {rates.precision:.3f}  R {rates.recall:.3f}  F1 {rates.f1:.3f}")
    negative = stated.rates("negative").recall
    print(f"  negatives: recall {score.rates('negative').recall:.3f} ({negative:.3f} where stated)", end="")
    print(f", read as positive {score.negatives_read_as_positive:.3f}")
    in_about = sum(one.is_found for one in found)
    print(f"  in `about`: {in_about} of {score.total} targets", end="")
    with_act = [one for one in found if one.read == one.target.polarity != "neutral"]
    right_act = sum(one.act == one.target.act for one in with_act)
    print(f"; act right in {right_act} of {len(with_act)} right stances")
    causes = Counter(one.cause for one in found)
    print("  " + ", ".join(f"{cause} {causes[cause]}" for cause in CAUSES))


def print_matrix(score: Score) -> None:
    """Rows gold, columns read."""
    print("  gold \\ read " + "".join(f"{polarity:>10}" for polarity in POLARITIES))
    for gold in POLARITIES:
        print(f"  {gold:11} " + "".join(f"{score.counts[gold, read]:10}" for read in POLARITIES))


def list_errors(found: Iterable[Outcome]) -> None:
    """Every wrong target, by cause."""
    wrong = [one for one in found if one.cause != "right"]
    for cause in CAUSES[1:]:
        some = [one for one in wrong if one.cause == cause]
        print(f"\n  {cause}: {len(some)}")
        for one in some:
            print(f"    {_told(one)}")


def _told(one: Outcome) -> str:
    article = one.text.article
    start, end = extent(one.statement)
    words = " ".join(article.text[start:end].split())
    words = words if len(words) <= 300 else words[:300] + "..."
    phenomena = f" ({', '.join(one.text.phenomena)})" if one.text.phenomena else ""
    place = f"{article.id} {one.target.span.start}-{one.target.span.end}{phenomena}"
    return f"{place}: [{article.cut(one.target.span)}] {one.target.polarity}, read {one.read or 'nothing'}: {words}"


def _own(name: str) -> tuple[GoldText, ...]:
    if name == "annotated":
        return read_annotated(ANNOTATED)
    return read_own(GOLD / "stance" / HELD_OUT.get(name, f"{name}_own.jsonl"))


def _licensed(name: str, articles: Path | None) -> tuple[GoldText, ...]:
    if articles is None or name not in SETS:
        return ()
    return read_licensed(GOLD / "stance" / f"{name}_articles.jsonl", GOLD / "attributions.jsonl", articles)


if __name__ == "__main__":
    main()
