"""Pairs of actors that are worth judging: proposed, never merged."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.identity.blocking import propose
from kg.identity.candidates import THRESHOLD
from kg.identity.judgements import Verdict, in_force, pair
from kg.store.judgements import stored_judgements
from kg.store.profiles import Cast

if TYPE_CHECKING:
    from kg.identity.candidates import Candidate
    from kg.store import EmbeddedStore


def candidates_of(store: EmbeddedStore, *, threshold: float = THRESHOLD, actor: str | None = None) -> list[Candidate]:
    """Pairs of persons of the view that may be one, the likeliest first; those that were judged are left out.

    A pair is judged where any judgement that holds, "unsure" too, is about two actors that its two nodes stand for.

    Args:
        threshold: least score, 0 to 1.
        actor: only pairs with this one (IRI of a node of the view).
    """
    cast = Cast(store.quads, store.texts, store.folder.base)
    judged: set[tuple[str, str]] = set()
    for entry in in_force(stored_judgements(store.quads, store.folder.base)):
        if entry.verdict is not Verdict.SAME:
            one, other = (cast.shown(ox.NamedNode(actor)).value for actor in entry.actors)
            judged.update(pair(*both) for both in product((one, entry.actors[0]), (other, entry.actors[1])))
    found = propose(cast.profiles(), frozenset(judged), threshold=threshold)
    return [one for one in found if actor is None or actor in (one.left.iri, one.right.iri)]
