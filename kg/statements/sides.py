"""Who counts as the speaker's own side: what is said of it is no judgement of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import ActorId, ResolvedActors, Speaker


def own_side(speakers: tuple[Speaker, ...], resolved: ResolvedActors) -> frozenset[ActorId]:
    """The speakers, those whom they speak for, and the states and bodies whose organs these are."""
    side: set[ActorId] = set()
    for speaker in speakers:
        post = resolved.posts.get(speaker.post) if speaker.post else None
        pending = [speaker.actor, speaker.principal, post.body if post else None, post.speaks_for if post else None]
        while pending:
            actor = pending.pop()
            if actor is None or actor in side:
                continue
            side.add(actor)
            known = resolved.actors.get(actor)
            pending.append(known.organ_of if known else None)
    return frozenset(side)
