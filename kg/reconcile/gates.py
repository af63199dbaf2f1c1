"""What has to hold before an item is proposed for an actor, each with what was found.

A gate is passed, failed, or open where nothing is known to compare. An item that fails any gate is not proposed; it
can be listed all the same, so that a person sees what was left out and why.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kg.identity.judgements import WIKIDATA, pair
from kg.identity.names import Likeness, compare_names
from kg.identity.roles import are_compatible, family_of
from kg.reconcile.questions import PERSON
from kg.resolve.terms import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.identity.profiles import Profile
    from kg.reconcile.items import Item
    from kg.reconcile.positions import Held
    from kg.reconcile.questions import Question

_SURE: Final = frozenset((Likeness.EQUAL, Likeness.SPELLING, Likeness.ORDER, Likeness.LANGUAGE, Likeness.LONGER))
_WEAK: Final = frozenset((Likeness.INITIAL, Likeness.EXTRA_INITIAL, Likeness.LETTER))
_WORDS: Final = re.compile(r"[^\W_]+")
_SMALL_WORDS: Final = frozenset(("the", "of", "and", "for"))


class Outcome(StrEnum):
    """How a gate was found."""

    PASSED = "passed"
    FAILED = "failed"
    OPEN = "open"
    """There is nothing to compare, or not enough."""


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that has to hold: `type`, `name`, `state`, `role`, `apart` or `one state`, and what was found."""

    name: str
    outcome: Outcome
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What this graph and its reference data hold already.

    `bearers`: item -> the actors that are it. `rivals`: item -> the actors for which it is proposed. `apart`: pairs of
    IRIs that are judged different, actors as the view shows them. `states`: item -> IRIs of the states in whose offices
    reference data knows it.
    """

    bearers: Mapping[str, tuple[Profile, ...]]
    apart: frozenset[tuple[str, str]]
    states: Mapping[str, frozenset[str]]
    rivals: Mapping[str, tuple[Profile, ...]] = field(default_factory=dict)


def check_item(question: Question, item: Item, known: Known) -> tuple[Gate, ...]:
    """The gates of an item for an actor, always in the same order."""
    gates = [_type(question, item), _name(question.profile, item)]
    if question.profile.states:
        gates.append(_state(question, item))
    if question.profile.kind == PERSON:
        gates.append(_role(question, item))
    return (*gates, _apart(question.profile, item, known), _one_state(question.profile, item, known))


def _type(question: Question, item: Item) -> Gate:
    if item.classes & set(question.classes):
        return Gate("type", Outcome.PASSED, f"its type fits a {question.profile.kind}")
    # Every item that can be meant has a class. One without, or with others only, is something else.
    return Gate("type", Outcome.FAILED, f"it is no {question.profile.kind} by its type")


def _name(profile: Profile, item: Item) -> Gate:
    if profile.kind != PERSON:
        own, others = ({_folded(name) for name in names} for names in (profile.names, item.names))
        if own & others - {""}:
            return Gate("name", Outcome.PASSED, "same name")
        return Gate("name", Outcome.FAILED, "no name of it is the same")
    found = [likeness for name in profile.names for other in item.names if (likeness := compare_names(name, other))]
    best = min(found, key=list(Likeness).index, default=None)
    if best in _SURE:
        return Gate("name", Outcome.PASSED, best.value)
    if best in _WEAK:
        return Gate("name", Outcome.OPEN, best.value)
    return Gate("name", Outcome.FAILED, best.value if best else "the names differ")


def _state(question: Question, item: Item) -> Gate:
    if not question.state_items or not item.states:
        return Gate("state", Outcome.OPEN, "no state of both is known")
    if item.states & set(question.state_items):
        return Gate("state", Outcome.PASSED, "same state")
    return Gate("state", Outcome.FAILED, f"its states are others: {', '.join(sorted(item.states))}")


def _role(question: Question, item: Item) -> Gate:
    profile = question.profile
    families = {family for office in profile.offices if (family := family_of(office))}
    fitting = [held for held in item.positions if _fits(held, families, question.state_items)]
    if not families or not item.positions:
        return Gate("role", Outcome.OPEN, "no office of both is known")
    if not fitting:
        return Gate("role", Outcome.OPEN, f"no position like {', '.join(sorted(families))} is known of it")
    if profile.days is None or not any(held.start or held.end for held in fitting):
        return Gate("role", Outcome.OPEN, f"it was {_told(fitting[0])}, but days are missing")
    for held in fitting:
        if _in_office(held, profile, is_former=question.is_former):
            return Gate("role", Outcome.PASSED, f"it was {_told(held)}")
    told = "; ".join(_told(held) for held in fitting[:3])
    first, last = profile.days
    return Gate("role", Outcome.FAILED, f"articles of {first} to {last}, but it was {told}")


def _fits(held: Held, families: set[str], states: tuple[str, ...]) -> bool:
    """True for a position of one of these families that is not known to be another state's."""
    found = family_of(held.position_label) if held.position_label else None
    is_ours = not states or not held.states or bool(held.states & set(states))
    return is_ours and found is not None and any(are_compatible(found, family) for family in families)


def _in_office(held: Held, profile: Profile, *, is_former: bool) -> bool:
    """True if the position may have been held while articles name the actor; a former holder's, at any time before."""
    if profile.days is None:
        return False
    first, last = profile.days
    has_begun = not held.start or first_day(held.start) <= last
    return has_begun and (is_former or not held.end or last_day(held.end) >= first)


def _told(held: Held) -> str:
    days = f"{held.start or '?'} to {held.end or 'open'}"
    return f"{held.position_label or held.position} ({days})"


def _apart(profile: Profile, item: Item, known: Known) -> Gate:
    if pair(profile.iri, WIKIDATA + item.identifier) in known.apart:
        return Gate("apart", Outcome.FAILED, "they are judged different")
    found = (*known.bearers.get(item.identifier, ()), *known.rivals.get(item.identifier, ()))
    others = {other.iri: other.name for other in found if other.iri != profile.iri}
    for iri, name in sorted(others.items()):
        if pair(profile.iri, iri) in known.apart:
            return Gate("apart", Outcome.FAILED, f"it is, or may be, another {name}, who is judged different")
    if others:
        names = ", ".join(sorted(set(others.values())))
        return Gate("apart", Outcome.OPEN, f"whoever accepts it for both says that this is one with {names}")
    return Gate("apart", Outcome.PASSED, "no other actor is it")


def _one_state(profile: Profile, item: Item, known: Known) -> Gate:
    others = known.bearers.get(item.identifier, ())
    of_others = {state for other in others if other.iri != profile.iri for state in other.states}
    before = {*known.states.get(item.identifier, ()), *of_others}
    if not before or not profile.states:
        return Gate("one state", Outcome.OPEN, "no state is known of it here")
    if before & set(profile.states):
        return Gate("one state", Outcome.PASSED, "known here in the same state")
    told = ", ".join(sorted(state.rpartition("/")[2] for state in before))
    return Gate("one state", Outcome.FAILED, f"known here as an official of {told}")


def _folded(name: str) -> str:
    """The words of a name without small ones, marks and case, in their order.

    >>> _folded("The Foreign Ministry of Norland") == _folded("foreign ministry, Norland")
    True
    """
    plain = "".join(one for one in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(one))
    return " ".join(word for word in _WORDS.findall(plain) if word not in _SMALL_WORDS)
