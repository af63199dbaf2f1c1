"""Which actors of a graph are worth asking for, and what is asked: name, type, state, role.

An actor is asked for where its name and what the articles tell of it can single out one item: a person needs a full
name, and a state or an office; a body two words or a state. Who has an item already is not asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from kg.identity.judgements import WIKIDATA, is_item
from kg.identity.names import read_name
from kg.store.profiles import EXACT_MATCH, Cast
from kg.store.view_terms import FORMER, MEMBER, ORGAN_OF, PART_OF, STATUS, TYPE
from kg.store.view_terms import STATE as STATE_CLASS

if TYPE_CHECKING:
    from collections.abc import Collection

    from kg.identity.profiles import Profile
    from kg.store import EmbeddedStore

PERSON: Final = "Person"
STATE: Final = "State"
CLASSES: Final[dict[str, tuple[str, ...]]] = {
    PERSON: ("Q5",),
    STATE: ("Q6256", "Q3624078", "Q3024240"),
    "GovernmentBody": ("Q43229",),
    "InternationalBody": ("Q43229", "Q484652"),
    "Organisation": ("Q43229",),
    "MediaOutlet": ("Q11033", "Q11032", "Q192283", "Q43229"),
}
"""Kind of actor -> classes of Wikidata of which its item has to be an instance: human; country, sovereign state,
historical country; organisation, international organisation; mass media, newspaper, news agency."""
_BODIES: Final = frozenset(("GovernmentBody", "InternationalBody", "Organisation"))
_ONE_STATE: Final = {"Q756617": "Q35", "Q29999": "Q55"}
"""Items of one state for us: the Kingdom of Denmark and Denmark, that of the Netherlands and the Netherlands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An actor to ask for. `state_items`: Wikidata's of its states, sorted. `is_former`: articles only show it as a
    former holder of its offices."""

    profile: Profile
    state_items: tuple[str, ...] = ()
    is_former: bool = False

    @property
    def classes(self) -> tuple[str, ...]:
        """Classes of which the item has to be an instance."""
        return CLASSES[self.profile.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unasked:
    """An actor that is not asked for, and why, in words."""

    profile: Profile
    reason: str


def questions_of(store: EmbeddedStore, actors: Collection[str] | None = None) -> tuple[list[Question], list[Unasked]]:
    """The actors of the view to ask for, by name and IRI, and those that are not.

    Args: actors: only these (IRIs of nodes of the view).
    """
    cast = Cast(store.quads, store.texts, store.folder.base)
    asked, unasked = [], []
    for profile in sorted(cast.profiles(), key=lambda profile: (profile.name, profile.iri)):
        if actors is not None and profile.iri not in actors:
            continue
        if profile.kind in _BODIES:
            profile = replace(profile, states=_states_above(store, profile.iri))
        if (reason := why_not(profile)) is not None:
            unasked.append(Unasked(profile=profile, reason=reason))
            continue
        items = {one_state(item) for state in profile.states for item in items_of(store, state)}
        asked.append(
            Question(profile=profile, state_items=tuple(sorted(items)), is_former=_is_former(store, cast, profile))
        )
    return asked, unasked


def why_not(profile: Profile) -> str | None:
    """Why an actor is not asked for; None where it is."""
    if profile.kind not in CLASSES:
        return f"{profile.kind} is no kind that has items"
    if profile.items:
        return f"it is {', '.join(map(item_id, profile.items))} already"
    if profile.kind == PERSON:
        if not any(_is_full(name) for name in profile.names):
            return "a surname alone is borne by many"
        if not (profile.states or profile.offices):
            return "the articles tell neither a state nor an office"
    elif profile.kind != STATE and not profile.states and all(len(name.split()) < 2 for name in profile.names):
        return "one word without a state fits many"
    return None


def _is_full(name: str) -> bool:
    """True for a name with two words that are more than initials."""
    return sum(len(part) > 1 for part in read_name(name).parts) > 1


def items_of(store: EmbeddedStore, actor: str) -> list[str]:
    """Identifiers of the items that a node matches, sorted."""
    found = store.quads.quads_for_pattern(NamedNode(actor), EXACT_MATCH, None, None)
    iris = {quad.object.value for quad in found if isinstance(quad.object, NamedNode)}
    return sorted(item_id(iri) for iri in iris if is_item(iri))


def item_id(iri: str) -> str:
    """`Q42` of an item's IRI."""
    return iri.removeprefix(WIKIDATA)


def one_state(item: str) -> str:
    """The item that stands for a state where Wikidata has one for its realm and one for its main part.

    >>> one_state("Q756617"), one_state("Q142")
    ('Q35', 'Q142')
    """
    return _ONE_STATE.get(item, item)


def _states_above(store: EmbeddedStore, body: str) -> tuple[str, ...]:
    """IRIs of the states that a body is an organ of, directly or as a part of one, sorted."""
    waiting, seen, states = [NamedNode(body)], set[NamedNode](), set[str]()
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        if any(True for _ in store.quads.quads_for_pattern(node, TYPE, STATE_CLASS, None)):
            states.add(node.value)
            continue
        for link in (ORGAN_OF, PART_OF):
            found = store.quads.quads_for_pattern(node, link, None, None)
            waiting += [quad.object for quad in found if isinstance(quad.object, NamedNode)]
    return tuple(sorted(states))


def _is_former(store: EmbeddedStore, cast: Cast, profile: Profile) -> bool:
    """True if articles claim offices of the actor, and each of them as one that it no longer held."""
    statuses: list[bool] = []
    for member in cast.members(NamedNode(profile.iri)):
        for quad in store.quads.quads_for_pattern(None, MEMBER, member, None):
            found = store.quads.quads_for_pattern(quad.subject, STATUS, None, quad.graph_name)
            statuses.append(any(one.object == FORMER for one in found))
    return bool(statuses) and all(statuses)
