"""Measures the stance network by itself, without rules, on the gold sets of diplomatic language and of negation traps.

    python benchmarks/stance_classifier_gold.py [ARTICLES.jsonl] [--read clause|content] [--errors]

Targets are given. `--read content` reads what is said, and the target where it stands outside; `clause` (the default)
reads source and cue, too. ARTICLES holds the licensed texts; without it only the own texts are measured.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from stance_gold import show
from stance_scoring import Outcome, read_licensed, read_own

from kg.extract.stance import StanceReader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stance_scoring import GoldStatement, GoldTarget, GoldText

GOLD = Path(__file__).with_name("gold")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="?", help="the licensed texts, as JSON Lines")
    parser.add_argument("--read", choices=("clause", "content"), default="clause")
    parser.add_argument("--weights", type=Path, help="a folder of weights instead of those that ship")
    parser.add_argument("--errors", action="store_true", help="list what came out wrong")
    options = parser.parse_args()
    reader = StanceReader(options.weights)
    for name in ("diplomatic", "traps"):
        texts = list(read_own(GOLD / "stance" / f"{name}_own.jsonl"))
        if options.articles:
            marked = GOLD / "stance" / f"{name}_articles.jsonl"
            texts += read_licensed(marked, GOLD / "attributions.jsonl", options.articles)
        found = list(judged(texts, reader, with_cue=options.read == "clause"))
        show(name, found)
        if options.errors:
            list_errors(found)


def judged(texts: Sequence[GoldText], reader: StanceReader, *, with_cue: bool) -> Iterator[Outcome]:
    """What the network reads of every gold target."""
    for text in texts:
        for statement in text.statements:
            for target in statement.targets:
                start, end = extent(statement, target, with_cue=with_cue)
                string = text.article.text if target.span.string == "text" else text.article.title
                span = target.span.start - start, target.span.end - start
                [[one]] = reader.judge([(string[start:end], [span])])
                yield Outcome(
                    text=text, statement=statement, target=target, is_stated=True, is_found=True, read=one.polarity
                )


def extent(statement: GoldStatement, target: GoldTarget, *, with_cue: bool) -> tuple[int, int]:
    """Offsets of what is read: from the first to the last of the pieces that lie in the target's string."""
    pieces = [*statement.content, *(statement.source + statement.cue if with_cue else ())]
    inside = [piece for piece in pieces if piece.string == target.span.string] + [target.span]
    return min(piece.start for piece in inside), max(piece.end for piece in inside)


def list_errors(found: Sequence[Outcome]) -> None:
    """One line a wrong target."""
    for one in found:
        if one.polarity != one.target.polarity:
            start, end = extent(one.statement, one.target, with_cue=True)
            string = one.text.article.text if one.target.span.string == "text" else one.text.article.title
            name = string[one.target.span.start : one.target.span.end]
            print(f"  {one.target.polarity} read as {one.polarity}: [{name}] {string[start:end]!r}")


if __name__ == "__main__":
    main()
