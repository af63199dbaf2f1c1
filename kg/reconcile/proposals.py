"""Items proposed for the actors of a graph: what a service offers, held against what Wikidata and the graph tell.

Nothing is decided here. A proposal is a row for a person to judge (`kg.reconcile.review`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from kg.identity.candidates import compare
from kg.identity.judgements import WIKIDATA, Verdict, in_force, pair
from kg.identity.profiles import Profile
from kg.reconcile.gates import Gate, Known, Outcome, check_item
from kg.reconcile.items import read_items
from kg.reconcile.questions import item_id, questions_of
from kg.store.judgements import stored_judgements
from kg.store.profiles import Cast
from kg.vocab.ids import actor_target, expand

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kg.reconcile.items import Item
    from kg.reconcile.questions import Question, Unasked
    from kg.reconcile.service import ReconciliationService, ServiceCandidate
    from kg.reconcile.wikidata import WikidataQueries
    from kg.resolve.officials import Officials
    from kg.store import EmbeddedStore

_DAYS_FOR: Final = 0.08
_DAYS_AGAINST: Final = 0.20
"""What days count in `kg.identity.candidates`; here they are days in office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An item for an actor. `score`: 0 to 1, by name, state, role and days, as pairs of actors are scored."""

    actor: Profile
    item: Item
    candidate: ServiceCandidate
    gates: tuple[Gate, ...]
    score: float
    reasons: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """True if no gate failed."""
        return not _failed(self.gates)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """What came of asking. `proposals`: every candidate of every actor asked for, also those that fail a gate, by
    actor's name and IRI, the likeliest first. `asked`: IRIs of the actors asked for, sorted."""

    proposals: tuple[Proposal, ...]
    asked: tuple[str, ...]
    unasked: tuple[Unasked, ...]


def look_up(
    store: EmbeddedStore,
    service: ReconciliationService,
    queries: WikidataQueries,
    officials: Officials,
    *,
    actors: Collection[str] | None = None,
    limit: int | None = None,
) -> Lookup:
    """Ask for the actors of a graph that have no item yet.

    Args:
        officials: the table of office holders, which tells the states that an item was known in.
        actors: only these (IRIs of nodes of the view).
        limit: at most so many actors, the first by name.

    Raises: ServiceError, NotInCache, CacheError: see `kg.errors`. The graph is only read.
    """
    questions, unasked = questions_of(store, actors)
    questions = questions[:limit]
    offered = list(service.candidates(questions))
    items = read_items(queries, (candidate.item for _, found in offered for candidate in found))
    pairs = [(question, candidate) for question, found in offered for candidate in found]
    known = _known(store, officials, items)
    rivals: defaultdict[str, list[Profile]] = defaultdict(list)
    for question, candidate in pairs:
        if not _failed(check_item(question, items[candidate.item], known)):
            rivals[candidate.item].append(question.profile)
    known = replace(known, rivals={item: tuple(found) for item, found in rivals.items()})
    proposals = [_proposal(question, items[candidate.item], candidate, known) for question, candidate in pairs]
    order = {question.profile.iri: number for number, question in enumerate(questions)}
    proposals.sort(key=lambda one: (order[one.actor.iri], not one.is_sound, -one.score, one.item.identifier))
    return Lookup(proposals=tuple(proposals), asked=tuple(sorted(order)), unasked=tuple(unasked))


def _proposal(question: Question, item: Item, candidate: ServiceCandidate, known: Known) -> Proposal:
    gates = check_item(question, item, known)
    compared = compare(question.profile, _profile(question, item))
    score, reasons = (compared.score, compared.reasons) if compared else (0.0, ("- names differ",))
    role = next((gate for gate in gates if gate.name == "role"), None)
    if role is not None and role.outcome is Outcome.PASSED:
        score, reasons = score + _DAYS_FOR, (*reasons, f"+ {role.reason}")
    elif role is not None and role.outcome is Outcome.FAILED:
        score, reasons = score - _DAYS_AGAINST, (*reasons, f"- {role.reason}")
    return Proposal(
        actor=question.profile,
        item=item,
        candidate=candidate,
        gates=gates,
        score=round(min(1.0, max(0.0, score)), 2),
        reasons=reasons,
    )


def _failed(gates: tuple[Gate, ...]) -> bool:
    return any(gate.outcome is Outcome.FAILED for gate in gates)


def _profile(question: Question, item: Item) -> Profile:
    """The item in the form in which actors are compared. Its states are ours where they are the same, else its own."""
    states: tuple[str, ...] = tuple(sorted(item.states))
    if item.states & set(question.state_items):
        states = question.profile.states
    return Profile(
        iri=WIKIDATA + item.identifier,
        names=item.names or (item.identifier,),
        kind=question.profile.kind,
        states=states if question.state_items else (),
        offices=tuple(sorted({held.position_label for held in item.positions if held.position_label})),
    )


def _known(store: EmbeddedStore, officials: Officials, items: Iterable[str]) -> Known:
    cast = Cast(store.quads, store.texts, store.folder.base)
    bearers: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in cast.profiles():
        for iri in profile.items:
            bearers[item_id(iri)].append(profile)
    apart = {
        pair(*(cast.shown(NamedNode(actor)).value for actor in entry.actors))
        for entry in in_force(stored_judgements(store.quads, store.folder.base))
        if entry.verdict is Verdict.DIFFERENT
    }
    return Known(
        bearers={item: tuple(found) for item, found in bearers.items()},
        apart=frozenset(apart),
        states={
            item: frozenset(expand(actor_target(state), store.folder.base) for state in officials.states_of(item))
            for item in items
        },
    )
