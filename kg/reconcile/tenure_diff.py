"""What differs between the terms that Wikidata has and those that are known here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kg.identity.names import Likeness, compare_names
from kg.reconcile.days import agree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kg.model import ActorId
    from kg.reconcile.positions import Held
    from kg.reconcile.tenures import FoundTerm
    from kg.resolve.officials import Officials
    from kg.resolve.terms import Term

_OTHER_SOURCES: Final = frozenset(("World Factbook", "general knowledge"))
"""What these know need not be in Wikidata, so that nothing has vanished where it is not."""


class TermChange(StrEnum):
    """How a term differs from what is known here."""

    ADDED = "added"
    ENDED = "ended"
    """Known as open, and now with an end."""
    CHANGED = "changed"
    """Another day, or a more exact one."""
    VANISHED = "vanished"
    """Known here from Wikidata, and there no more: deprecated, merged into another item, or of another position."""
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermDifference:
    """A term that Wikidata has (`found`), that is known here (`known`), or both; never neither."""

    change: TermChange
    found: FoundTerm | None
    known: Term | None


def differences(
    found: Iterable[FoundTerm], officials: Officials, state: ActorId, roles: Sequence[str]
) -> list[TermDifference]:
    """Each term of these roles that either side has: those found in their order, then those that vanished.

    Two terms are one if they are of one person in one office and begin on the same day, as exact as both are; a
    person's only term on either side is one, too, whatever its day.
    """
    listed: list[TermDifference] = []
    vanished: list[TermDifference] = []
    found = list(found)
    for role in roles:
        ours = [term for term in found if term.office.role == role]
        pairs, left = _paired(ours, officials.terms(state, role))
        for term in ours:
            known = pairs.get(term.held.statement)
            listed.append(TermDifference(change=_change(term.held, known), found=term, known=known))
        vanished += [
            TermDifference(change=TermChange.VANISHED, found=None, known=term) for term in left if _is_missed(term)
        ]
    return [*listed, *vanished]


def _paired(ours: list[FoundTerm], known: Iterable[Term]) -> tuple[dict[str, Term], list[Term]]:
    """Statement -> the known term that it is, and the known terms that are left."""
    left = list(known)
    pairs: dict[str, Term] = {}
    tests: tuple[Callable[[FoundTerm, Term], bool], ...] = (
        lambda term, other: agree(other.start, term.held.start),
        lambda term, other: _is_sole(term, ours) and sum(_is_same_office(term, one) for one in left) == 1,
    )
    for fits in tests:
        for term in ours:
            if term.held.statement in pairs:
                continue
            other = next((one for one in left if _is_same_office(term, one) and fits(term, one)), None)
            if other is not None:
                pairs[term.held.statement] = other
                left.remove(other)
    return pairs, left


def _is_sole(term: FoundTerm, ours: Iterable[FoundTerm]) -> bool:
    return sum(other.held.person == term.held.person for other in ours) == 1


def _is_same_office(term: FoundTerm, known: Term) -> bool:
    """True if the known term is of the same person, in what may be the same office of that role."""
    if known.organisation and term.organisation and known.organisation != term.organisation:
        return False
    if known.wikidata:
        return known.wikidata == term.held.person
    names = (known.person, *known.aliases)
    return any(compare_names(name, term.held.person_label) in (Likeness.EQUAL, Likeness.SPELLING) for name in names)


def _change(held: Held, known: Term | None) -> TermChange:
    if known is None:
        return TermChange.ADDED
    if held.end and not known.end:
        return TermChange.ENDED
    # That Wikidata knows less than is known here, no end or only its year, changes nothing.
    for now, before in ((held.start, known.start), (held.end, known.end)):
        if now and (not agree(now, before) or len(now) > len(before)):
            return TermChange.CHANGED
    return TermChange.UNCHANGED


def _is_missed(term: Term) -> bool:
    return bool(term.wikidata) and term.is_verified and term.source not in _OTHER_SOURCES
