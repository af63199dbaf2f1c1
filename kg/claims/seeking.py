"""What there is to judge in one graph: links between its claims, and statements of one communication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.claims.communications import same_speech
from kg.claims.comparing import Relation
from kg.claims.judgements import SAME_COMMUNICATION, ClaimVerdict, claims_in_force, stored_claim_judgements
from kg.claims.proposing import pairs, propose
from kg.claims.reading import read_claims
from kg.claims.vectors import KeptVectors

if TYPE_CHECKING:
    from collections.abc import Collection

    from kg.claims.communications import SameSpeech
    from kg.claims.proposing import Proposal
    from kg.store import EmbeddedStore


def candidates_of(
    store: EmbeddedStore,
    *,
    relations: Collection[Relation] = tuple(Relation),
    least: float = 0.0,
    by_words: bool = False,
) -> list[Proposal]:
    """Links between claims of different articles that nobody judged yet, the highest score first.

    `by_words`: do without the sentence encoder, as where its weights are not installed: common words alone, which
    finds little but near copies.
    """
    claims = read_claims(store)
    held = claims_in_force(stored_claim_judgements(store.quads, store.folder.base))
    judged = {frozenset((entry.first, entry.second)) for entry in held if entry.relation != SAME_COMMUNICATION}
    vectors = KeptVectors(store.folder.path)
    if by_words or not vectors.is_there:
        return propose(claims, judged=judged, relations=relations, least=least)
    asserted = sorted((claim for claim in claims if claim.is_asserted or claim.is_denied), key=lambda claim: claim.iri)
    vectors.prepare(asserted[place].text for pair in pairs(asserted) for place in pair)
    return propose(claims, vectors.nearness, judged=judged, relations=relations, least=least)


def speeches_of(store: EmbeddedStore) -> list[SameSpeech]:
    """Pairs of statements that seem to report one communication, but those that people rejected."""
    held = claims_in_force(stored_claim_judgements(store.quads, store.folder.base))
    rejected = {
        frozenset((entry.first, entry.second))
        for entry in held
        if entry.relation == SAME_COMMUNICATION and entry.verdict is ClaimVerdict.REJECTED
    }
    return same_speech(store, read_claims(store), rejected=rejected)
