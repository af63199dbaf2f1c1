"""Vetoes, named votes and abstentions of one sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.model import InstrumentKind
from kg.resolve.authority import SECURITY_COUNCIL, UN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kg.model import ActorId, TargetId
    from kg.resolve import Authority
    from kg.statements.scenes import Scene, Voice, Voices
    from kg.statements.votes import Option

_VETO: Final = re.compile(
    r"\b(?:veto(?:ed|es)|block(?:ed|s)|(?:cast|casts|used|exercised|wielded)(?= (?:a |its |their |the )?veto))\b",
    re.IGNORECASE,
)
_VOTED: Final = re.compile(
    r"\b(?:voted|votes|voting)(?= (?:(?:yes|no|twice|again) )?(?P<side>in favou?r|for\b|against))|\b(?:abstained|abstaining|abstains)\b",
    re.IGNORECASE,
)
_VETOED_THINGS: Final = frozenset(
    [
        "resolution",
        "resolutions",
        "draft",
        "drafts",
        "text",
        "extension",
        "renewal",
        "mandate",
        "motion",
        "amendment",
        "proposal",
        "bid",
        "measure",
        "statement",
    ]
)
_DRAFTS: Final = (InstrumentKind.DRAFT_RESOLUTION, InstrumentKind.RESOLUTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedVote:
    """States that voted one way, as one clause tells. `is_veto`: against, as permanent members of the Security Council."""

    voters: tuple[ActorId, ...]
    option: Option
    voice: Voice
    verb: int
    start: int
    end: int
    is_veto: bool = False
    instrument: TargetId | None = None


def named_votes(scene: Scene, voices: Voices, authority: Authority, *, in_council: bool) -> Iterator[NamedVote]:
    """Votes with names. A "blocked" is a veto only of a draft, by a permanent member, where no other body is spoken of."""
    for found in _VETO.finditer(scene.reading.shadow, scene.start, scene.end):
        veto = _veto(scene, found, voices, authority) if in_council and not _elsewhere(scene, authority) else None
        if veto is not None:
            yield veto
    for found in _VOTED.finditer(scene.reading.shadow, scene.start, scene.end):
        voice, verb = voices.at(found.start()), scene.token_at(found.start())
        if voice is None or verb is None or not _happened(scene, verb):
            continue
        voters, first = scene.states(scene.tree.subject(verb), voice)
        if not voters or first is None:
            continue
        side = (found["side"] or "").casefold()
        option: Option = "abstain" if not side else "against" if side == "against" else "for"
        yield NamedVote(
            voters=voters,
            option=option,
            voice=voice,
            verb=verb,
            start=min(first, found.start()),
            end=max(found.end(), found.end("side")),
        )


def _veto(scene: Scene, found: re.Match[str], voices: Voices, authority: Authority) -> NamedVote | None:
    voice, verb, tree = voices.at(found.start()), scene.token_at(found.start()), scene.tree
    if voice is None or verb is None or not tree.is_verb(verb) or not tree.is_told_as_fact(verb):
        return None
    voters, first = scene.states(tree.agent(verb) if tree.is_passive(verb) else tree.subject(verb), voice)
    permanent = _permanent(authority, scene.published)
    if not voters or first is None or not set(voters) <= permanent:
        return None
    word = found[0].casefold()
    things = list(tree.objects(verb))
    instrument, end = None, found.end()
    for thing in things:
        reference = scene.reading.naming(tree, thing)
        if reference and reference.target in scene.instruments and scene.instruments[reference.target].kind in _DRAFTS:
            instrument, end = reference.target, max(end, reference.end)
    if instrument is None:
        if word.startswith("block") or not ({tree.lower[thing] for thing in things} & (_VETOED_THINGS | {"veto"})):
            return None
        end = max([end, *(tree.end[thing] for thing in things)])
    start = min(first, found.start(), *(tree.start[thing] for thing in things if tree.is_passive(verb)), first)
    return NamedVote(
        voters=voters, option="against", voice=voice, verb=verb, start=start, end=end, is_veto=True, instrument=instrument
    )  # fmt: skip


def _happened(scene: Scene, verb: int) -> bool:
    """A finite verb of fact, or a participle that goes along with one ("with X abstaining")."""
    tree = scene.tree
    if tree.tag[verb] == "VBG":
        return not tree.is_negated(verb) and not tree.modals(verb)
    return tree.is_told_as_fact(verb)


def _permanent(authority: Authority, day: date | None) -> set[ActorId]:
    if day is not None:
        return set(authority.permanent_members(day))
    return {seat.state for seat in authority.seats if seat.permanent and seat.last is None}


def _elsewhere(scene: Scene, authority: Authority) -> bool:
    """True where the sentence speaks of an international body outside the Security Council, and not of the Council."""
    bodies = scene.bodies()
    return SECURITY_COUNCIL not in bodies and any(not _in_council(body, authority) for body in bodies)


def _in_council(body: ActorId, authority: Authority) -> bool:
    known = authority.actors.get(body)
    return body in (UN, SECURITY_COUNCIL) or (
        known is not None
        and known.part_of is not None
        and known.part_of != UN
        and _in_council(known.part_of, authority)
    )
