"""Tenures that reference data knows, for the posts in which an article shows persons whom it has identified."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind, Tenure
from kg.resolve.terms import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kg.model import Post, ResolvedActors
    from kg.resolve.authority import Authority
    from kg.resolve.terms import Term

ORIGIN = "officials"
_AT_THE_UN = ActorId("body/un")
_REPRESENTATIVES = frozenset({"permanent_representative", "deputy_permanent_representative"})


def with_reference_tenures(resolved: ResolvedActors, authority: Authority, day: date | None) -> ResolvedActors:
    """The same, and beside each tenure that the article claims the one that reference data has of person and post.

    Only for persons with a Wikidata item, and only from rows that a source stands behind. Of several terms in one post
    the one of the day is taken; if none covers it, the last that had begun by then, so that the two can be seen to
    differ. Without a day only a person's sole term in that post is.
    """
    found = tuple(_tenures(resolved, authority, day))
    return replace(resolved, tenures=(*resolved.tenures, *found)) if found else resolved


def _tenures(resolved: ResolvedActors, authority: Authority, day: date | None) -> Iterator[Tenure]:
    for claimed in resolved.tenures:
        holder, post = resolved.actors.get(claimed.holder), resolved.posts.get(claimed.post)
        if holder is None or holder.wikidata is None or post is None:
            continue
        state = _state_of(post, resolved)
        if state is None:
            continue
        terms = [
            term
            for term in authority.officials.terms_of(holder.wikidata, state, post.role)
            if term.is_verified and _is_same_office(term, post)
        ]
        term = _of_day(terms, day)
        if term is not None:
            yield Tenure(
                holder=holder.id, post=post.id, start=term.start or None, end=term.end or None,
                as_of=term.as_of or None, origin=ORIGIN, source=term.source or None,
            )  # fmt: skip


def _of_day(terms: list[Term], day: date | None) -> Term | None:
    if day is None:
        return terms[0] if len(terms) == 1 else None
    begun = [term for term in terms if not term.start or term.start <= day.isoformat()]
    covering = [term for term in begun if term.standing(day) is not Standing.OUTSIDE]
    return next(reversed(covering or begun), None)


def _is_same_office(term: Term, post: Post) -> bool:
    """False where a state has several offices of that role and this term is in another one."""
    if term.organisation is None or post.body is None:
        return True
    if post.role in _REPRESENTATIVES:
        return term.organisation == _AT_THE_UN or not post.body.endswith("-mission-un")
    return term.organisation == post.body


def _state_of(post: Post, resolved: ResolvedActors) -> ActorId | None:
    for owner in (post.speaks_for, post.body):
        actor = resolved.actors.get(owner) if owner is not None else None
        if actor is not None:
            state = actor.id if actor.kind is ActorKind.STATE else actor.organ_of
            if state is not None:
                return state
    return None
