"""Accounts of one event: two voices that tell of the same happening stay two events, linked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import DateInterval, Event


def link_accounts(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events, in their order, each later account of one pointing to the first.

    Two accounts are of one event if they are of one type, name the same doers, body and instrument, and contradict each
    other neither in those to whom it was done nor in place nor in day. One that names nobody is of no other.
    """
    linked: list[Event] = []
    for event in events:
        first = next((other for other in linked if other.same_as is None and _is_same(other, event)), None)
        linked.append(event if first is None else replace(event, same_as=first.id))
    return tuple(linked)


def _is_same(one: Event, other: Event) -> bool:
    if one.type is not other.type or set(one.actors) != set(other.actors):
        return False
    if (one.body, one.instrument, one.outcome) != (other.body, other.instrument, other.outcome):
        return False
    if not (one.actors or one.body or one.instrument):
        return False
    targets, others = set(one.targets), set(other.targets)
    return (
        (targets <= others or others <= targets)
        and (one.place is None or other.place is None or one.place == other.place)
        and one.until == other.until
        and (one.tallies == other.tallies or not one.tallies or not other.tallies)
        and _may_meet(one.date, other.date)
    )


def _may_meet(one: DateInterval | None, other: DateInterval | None) -> bool:
    """True unless the two intervals have no day in common."""
    if one is None or other is None:
        return True
    begins_too_late = one.earliest and other.latest and one.earliest > other.latest
    ends_too_early = one.latest and other.earliest and one.latest < other.earliest
    return not (begins_too_late or ends_too_early)
