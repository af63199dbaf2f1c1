"""Prints how an extractor does on the cases: `python -m tests.cases.report [EXTRACTOR] [--all]`."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import TYPE_CHECKING

from tests.cases.form import load_cases
from tests.cases.telling import judge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.cases.checking import Verdict
    from tests.cases.form import Case


def main() -> None:
    """Print what fails, the totals of both halves, and how many cases of each phenomenon pass."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("extractor", nargs="?", default="rules")
    parser.add_argument("--all", action="store_true", help="also what is wrong with cases that pass")
    arguments = parser.parse_args()
    verdicts = [(case, judge(case, arguments.extractor)) for case in load_cases()]
    for case, verdict in verdicts:
        if not verdict.passes or arguments.all:
            print(_line(case.id, verdict))
    for half in ("before", "after", "fresh"):
        print(_totals(half, [verdict for case, verdict in verdicts if case.written == half]))
    print(_by_phenomenon(verdicts))


def _line(case_id: str, verdict: Verdict) -> str:
    lines = [f"{'pass' if verdict.passes else 'FAIL'}  {case_id}  found {verdict.found}/{verdict.wanted}"]
    for name in ("wrong_facts", "missing", "misattributed", "extra"):
        lines += [f"      {name}: {one}" for one in getattr(verdict, name)]
    lines += [f"      {name}: {right} of {asked}" for name, (right, asked) in verdict.fields.items() if right < asked]
    return "\n".join(lines)


def _by_phenomenon(verdicts: Iterable[tuple[Case, Verdict]]) -> str:
    cases: Counter[str] = Counter()
    passing: Counter[str] = Counter()
    for case, verdict in verdicts:
        cases.update(case.covers)
        passing.update(case.covers if verdict.passes else ())
    return "passing cases: " + ", ".join(f"{name} {passing[name]}/{cases[name]}" for name in sorted(cases))


def _totals(half: str, verdicts: Iterable[Verdict]) -> str:
    judged = list(verdicts)
    sums: Counter[str] = Counter()
    for verdict in judged:
        sums += Counter(wanted=verdict.wanted, found=verdict.found, told=verdict.told, extra=len(verdict.extra))
        sums += Counter(passes=verdict.passes, strictly=verdict.passes_strictly)
        sums += Counter(wrong=len(verdict.wrong_facts), misattributed=len(verdict.misattributed))
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for verdict in judged:
        right.update({name: count[0] for name, count in verdict.fields.items()})
        asked.update({name: count[1] for name, count in verdict.fields.items()})
    return (
        f"{half}: {sums['passes']}/{len(judged)} pass, strictly {sums['strictly']}; "
        f"found {sums['found']}/{sums['wanted']} (recall {sums['found'] / max(1, sums['wanted']):.3f}), "
        f"precision {1 - sums['extra'] / max(1, sums['told']):.3f}, wrong facts {sums['wrong']}, "
        f"misattributed {sums['misattributed']}\n  "
        + ", ".join(f"{name} {right[name]}/{asked[name]}" for name in sorted(asked))
    )


if __name__ == "__main__":
    main()
