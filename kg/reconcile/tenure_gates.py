"""What has to hold before a term of Wikidata is taken over; each fault is a name and a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.resolve.terms import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kg.reconcile.positions import Held
    from kg.reconcile.tenures import FoundTerm
    from kg.resolve.officials import Officials


@dataclass(frozen=True, slots=True)
class TermFault:
    """A gate that a term failed (`name`, `order`, `one seat`, `one state`), and why."""

    gate: str
    reason: str


def faults_of(found: Iterable[FoundTerm], officials: Officials, as_of: date) -> dict[str, tuple[TermFault, ...]]:
    """Statement -> what is wrong with its term; only those with a fault.

    Args: as_of: the day on which Wikidata was asked: up to it, an open term is certain.
    """
    terms = list(found)
    faults: dict[str, list[TermFault]] = {}
    for term in terms:
        held = term.held
        own = [
            *_of_name(held),
            *_of_order(held),
            *_of_state(term, officials),
            *(_of_seat(term, terms, as_of) if term.office.has_one_seat else ()),
        ]
        if own:
            faults[held.statement] = own
    return {statement: tuple(own) for statement, own in faults.items()}


def _of_name(held: Held) -> list[TermFault]:
    return (
        [] if held.person_label else [TermFault("name", f"{held.person} has no name in English or for all languages")]
    )


def _of_order(held: Held) -> list[TermFault]:
    if held.start and held.end and first_day(held.start) > last_day(held.end):
        return [TermFault("order", f"it ends ({held.end}) before it begins ({held.start})")]
    return []


def _of_state(term: FoundTerm, officials: Officials) -> list[TermFault]:
    before = officials.states_of(term.held.person)
    if not before or term.state in before:
        return []
    told = ", ".join(sorted(before))
    return [TermFault("one state", f"{term.held.person} is known here as an official of {told}, not of {term.state}")]


def _of_seat(term: FoundTerm, terms: Iterable[FoundTerm], as_of: date) -> list[TermFault]:
    """Who else certainly held the same position on one of the same days. A day on which one follows another is not."""
    days = _certain_days(term.held, as_of)
    others = {
        f"{other.held.person_label or other.held.person} ({other.held.start or '?'} to {other.held.end or 'open'})"
        for other in terms
        if other.held.position == term.held.position and other.held.person != term.held.person
        if _overlap(days, _certain_days(other.held, as_of))
    }
    if not others:
        return []
    return [TermFault("one seat", f"{term.held.position_label or term.held.position} had {', '.join(sorted(others))}")]


def _certain_days(held: Held, as_of: date) -> tuple[date, date] | None:
    """From the first to the last day on which the person certainly held it; None if there is no such day."""
    if not held.start:
        return None
    first, last = last_day(held.start), first_day(held.end) if held.end else as_of
    return (first, last) if first < last else None


def _overlap(one: tuple[date, date] | None, other: tuple[date, date] | None) -> bool:
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]
