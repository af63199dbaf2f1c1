"""What a person judged in a review, put into the ledger; undone there like any other judgement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.errors import JudgementError, ParameterError
from kg.identity.judgements import WIKIDATA, Verdict, pair
from kg.reconcile.review import Change, item_page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kg.identity.judgements import Judgement
    from kg.ledger import Ledger
    from kg.reconcile.review import ReviewRow

PROGRAM: Final = "reconcile"
"""Who proposed a candidate that is kept as such."""
_ITEM: Final = re.compile(r"Q[1-9][0-9]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """What became of a review. `judged`: entries that are new. `known`: how many the ledger had already. `kept`:
    candidates that were kept as such. `problems`: rows that could not be taken, a sentence each with its line."""

    judged: tuple[Judgement, ...]
    known: int
    kept: tuple[Judgement, ...]
    problems: tuple[str, ...]


def accept_review(
    ledger: Ledger, rows: Iterable[ReviewRow], *, by: str, day: date, keep_candidates: bool = False
) -> Acceptance:
    """Put the verdicts of a review into the ledger as judgements of a person on a day. Rows without one change nothing.

    "same" makes the item the skos:exactMatch of the actor in the view. A row that failed a gate is taken as "same" only
    with a reason in its column `why`. A row that cannot be taken is told, and the others are taken.

    Args: keep_candidates: also record rows without verdict as candidates, skos:closeMatch in the record.
    """
    before = {entry.iri for entry in ledger.judgements}
    judged: list[Judgement] = []
    kept: list[Judgement] = []
    problems = []
    known = 0
    for row in rows:
        if row.change == Change.WITHDRAWN or not (row.verdict or keep_candidates):
            continue
        try:
            if not row.verdict and (row.failed or _is_judged(ledger, row)):
                continue
            entry = _judged(ledger, row, by, day) if row.verdict else _kept(ledger, row, day)
        except (JudgementError, ParameterError) as error:
            problems.append(f"line {row.line}: {row.label or row.actor} and {row.item}: {error}")
            continue
        if entry.iri in before:
            known += 1
        else:
            (judged if row.verdict else kept).append(entry)
            before.add(entry.iri)
    return Acceptance(judged=tuple(judged), known=known, kept=tuple(kept), problems=tuple(problems))


def _judged(ledger: Ledger, row: ReviewRow, by: str, day: date) -> Judgement:
    _check_item(row)
    if row.verdict == Verdict.SAME and row.failed and not row.why:
        raise JudgementError(
            f"the row failed {row.failed}; to accept it all the same, say why in the column 'why', else leave it out"
        )
    why = row.why or f"reviewed proposal: {row.reasons}"
    return ledger.judge(row.actor, row.item, row.verdict, by=by, day=day, why=why, evidence=[item_page(row.item)])


def _kept(ledger: Ledger, row: ReviewRow, day: date) -> Judgement:
    _check_item(row)
    score = float(row.score) if re.fullmatch(r"[01]\.[0-9]+", row.score) else None
    return ledger.judge(
        row.actor, row.item, Verdict.UNSURE, by=PROGRAM, day=day, why=row.reasons, evidence=[item_page(row.item)],
        score=score,
    )  # fmt: skip


def _is_judged(ledger: Ledger, row: ReviewRow) -> bool:
    """True if somebody has judged actor and item already, so that a candidate says nothing new."""
    actors = pair(ledger.actor(row.actor), WIKIDATA + row.item)
    return any(entry.actors == actors for entry in ledger.judgements)


def _check_item(row: ReviewRow) -> None:
    if not _ITEM.fullmatch(row.item):
        raise JudgementError(f"{row.item!r} is no item of Wikidata; write it like Q42")
