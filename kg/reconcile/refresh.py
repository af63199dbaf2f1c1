"""A refresh of the terms of office of some states, one state after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.reconcile.offices import OFFICES
from kg.reconcile.tenure_diff import TermDifference, differences
from kg.reconcile.tenure_gates import TermFault, faults_of
from kg.reconcile.tenures import SINCE, found_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from kg.model import ActorId
    from kg.reconcile.offices import Office
    from kg.reconcile.wikidata import WikidataQueries
    from kg.resolve import Authority


def refresh_terms(
    queries: WikidataQueries,
    authority: Authority,
    states: Iterable[ActorId],
    *,
    as_of: date,
    offices: Sequence[Office] = OFFICES,
    since: date = SINCE,
) -> tuple[list[TermDifference], dict[str, tuple[TermFault, ...]]]:
    """What Wikidata and the table of office holders (with the user's own files) have, state by state.

    Args: as_of: the day on which Wikidata is asked. since: terms that ended before are left out.

    Returns: every term, unchanged ones too, and by statement what is wrong with those that Wikidata has.

    Raises: ServiceError, NotInCache, CacheError: see `kg.errors`.
    """
    found: list[TermDifference] = []
    faults: dict[str, tuple[TermFault, ...]] = {}
    roles = [office.role for office in offices]
    for state in states:
        terms = found_terms(queries, authority, state, offices=offices, since=since)
        found += differences(terms, authority.officials, state, roles)
        faults.update(faults_of(terms, authority.officials, as_of))
    return found, faults
