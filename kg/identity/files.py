"""A ledger as a file that people share: JSON Lines, one entry a line, in the order of the ledger.

    {"actors": ["https://...", "https://..."], "verdict": "same", "by": "Ada", "day": "2025-04-01", "why": "...",
     "judgement": "https://.../judgement/..."}

`evidence` (a list), `score`, `withdraws` and `repetition` stand where there are any. `judgement` may be left out by
hand; where it is given it has to be the IRI of what the line says.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from kg.errors import LedgerFileError
from kg.identity.judgements import Judgement, Verdict, in_order, pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_KNOWN: Final = frozenset(
    ("actors", "verdict", "by", "day", "why", "evidence", "score", "withdraws", "repetition", "judgement")
)
_TEXTS: Final = ("verdict", "by", "day")


def ledger_lines(entries: Iterable[Judgement]) -> Iterator[str]:
    """The lines of the file, without their ends; the same entries give the same lines."""
    for entry in in_order(entries):
        told: dict[str, object] = {
            "judgement": entry.iri,
            "verdict": entry.verdict.value,
            "actors": list(entry.actors),
            "by": entry.by,
            "day": entry.day.isoformat() if entry.day else None,
            "why": entry.why,
            "evidence": list(entry.evidence),
            "score": entry.score,
            "withdraws": entry.withdraws,
            "repetition": entry.repetition,
        }
        kept = {name: value for name, value in told.items() if value not in (None, "", [], 0) or name == "score"}
        if entry.score is None:
            del kept["score"]
        yield json.dumps(kept, ensure_ascii=False)


def parse_ledger(lines: Iterable[str], source: str, base: str) -> list[tuple[int, Judgement]]:
    """The entries of a file with their lines, empty lines passed over.

    Raises: LedgerFileError: a line is no entry; the message says what is wrong with it.
    """
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found.append((number, _entry(json.loads(line), base)))
        except json.JSONDecodeError as error:
            raise LedgerFileError(f"no JSON: {error.msg}", source=source, line=number) from error
        except ValueError as error:
            raise LedgerFileError(str(error), source=source, line=number) from error
    return found


def _entry(told: Any, base: str) -> Judgement:
    """Raises: ValueError: it is no entry."""
    if not isinstance(told, dict):
        raise ValueError("an entry is a JSON object")
    if unknown := sorted(told.keys() - _KNOWN):
        raise ValueError(f"unknown field {unknown[0]!r}; an entry has {', '.join(sorted(_KNOWN))}")
    for name in _TEXTS:
        if not isinstance(told.get(name), str):
            raise ValueError(f"{name} has to be given, as a text")
    actors = told.get("actors")
    if not isinstance(actors, list) or len(actors) != 2 or not all(isinstance(one, str) for one in actors):
        raise ValueError("actors has to be a list of two IRIs")
    evidence = told.get("evidence", [])
    if not isinstance(evidence, list) or not all(isinstance(one, str) for one in evidence):
        raise ValueError("evidence has to be a list of IRIs")
    score = told.get("score")
    if score is not None and (isinstance(score, bool) or not isinstance(score, int | float) or not 0 <= score <= 1):
        raise ValueError("score has to be a number from 0 to 1")
    if told["verdict"] not in list(Verdict):
        raise ValueError(f"verdict is {told['verdict']!r}, but has to be one of {', '.join(Verdict)}")
    repetition, withdraws, why = told.get("repetition", 0), told.get("withdraws"), told.get("why", "")
    if isinstance(repetition, bool) or not isinstance(repetition, int) or repetition < 0:
        raise ValueError("repetition has to be a count")
    if not isinstance(why, str) or not isinstance(withdraws, str | None):
        raise ValueError("why and withdraws have to be texts")
    try:
        day = date.fromisoformat(told["day"])
    except ValueError:
        raise ValueError(f"day has to look like 2025-04-01, not {told['day']!r}") from None
    entry = Judgement(
        actors=pair(*actors),
        verdict=Verdict(told["verdict"]),
        by=told["by"],
        day=day,
        why=why,
        evidence=tuple(sorted(set(evidence))),
        score=None if score is None else round(float(score), 4),
        withdraws=withdraws,
        repetition=repetition,
        base=base,
    )
    if told.get("judgement", entry.iri) != entry.iri:
        raise ValueError("the line says something else than the judgement of its IRI; leave the field judgement out")
    return entry
