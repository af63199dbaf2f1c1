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
    from kg.statements.events.scenes import Scene, Voice, Voices
    from kg.statements.events.votes import Option

_VETO: Final = re.compile(
    r"\b(?:veto(?:ed|es)|block(?:ed|s)|(?:cast|casts|used|exercised|wielded)(?= (?:a |its |their |the )?veto))\b",
    re.IGNORECASE,
)
_VOTED: Final = re.compile(
    r"\b(?:voted|votes|voting)(?= (?:(?:yes|no|twice|again) )?(?P<side>in favou?r|for\b|against))|\b(?:abstained"
    r"|abstaining|abstains)\b",
    re.IGNORECASE,
)
_VETOED_THINGS: Final = frozenset(
    {"resolution", "resolutions", "draft", "drafts", "text", "extension", "renewal", "mandate", "motion", "amendment"}
    | {"proposal", "bid", "measure", "statement", "veto"}
)
_DRAFTS: Final = (InstrumentKind.DRAFT_RESOLUTION, InstrumentKind.RESOLUTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedVote:
    """States that voted one way, as one clause tells. `is_veto`: against, and that blocked it; `body` is known then."""

    voters: tuple[ActorId, ...]
    option: Option
    voice: Voice
    verb: int
    start: int
    end: int
    is_veto: bool = False
    instrument: TargetId | None = None
    body: ActorId | None = None


def named_votes(
    scene: Scene, voices: Voices, authority: Authority, councils: frozenset[ActorId]
) -> Iterator[NamedVote]:
    """Votes with names. `councils`: the bodies that the article speaks of and that can vote."""
    for found in _VETO.finditer(scene.reading.shadow, scene.start, scene.end):
        veto = _veto(scene, found, voices, authority, _body(scene, authority, councils))
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


def _veto(
    scene: Scene, found: re.Match[str], voices: Voices, authority: Authority, body: ActorId | None
) -> NamedVote | None:
    """A veto, told as a fact. In the Security Council a permanent member's, and "blocked a draft" is one too.

    Elsewhere it takes the word itself, and a draft or resolution that is vetoed.
    """
    voice, verb, tree = voices.at(found.start()), scene.token_at(found.start()), scene.tree
    if body is None or voice is None or verb is None or not tree.is_verb(verb) or not tree.is_told_as_fact(verb):
        return None
    voters, first = scene.states(tree.agent(verb) if tree.is_passive(verb) else tree.subject(verb), voice)
    in_security_council, is_block = body == SECURITY_COUNCIL, found[0].casefold().startswith("block")
    if not voters or first is None:
        return None
    if not set(voters) <= _permanent(authority, scene.published) if in_security_council else is_block:
        return None
    things = list(tree.objects(verb))
    instrument, end = None, found.end()
    for thing in things:
        reference = scene.reading.naming(tree, thing)
        if reference and reference.target in scene.instruments and scene.instruments[reference.target].kind in _DRAFTS:
            instrument, end = reference.target, max(end, reference.end)
    if instrument is None:
        if is_block or not in_security_council or _VETOED_THINGS.isdisjoint(tree.lower[thing] for thing in things):
            return None
        end = max([end, *(tree.end[thing] for thing in things)])
    start = min([first, found.start(), *(tree.start[thing] for thing in things if tree.is_passive(verb))])
    return NamedVote(
        voters=voters, option="against", voice=voice, verb=verb, start=start, end=end, is_veto=True,
        instrument=instrument, body=body,
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


def _body(scene: Scene, authority: Authority, councils: frozenset[ActorId]) -> ActorId | None:
    """Where a veto of this sentence was cast: the body that it names, else the only one that the article speaks of."""
    named = scene.councils() or list(councils)
    if SECURITY_COUNCIL in named or (named and all(_in_council(body, authority) for body in named)):
        return SECURITY_COUNCIL if SECURITY_COUNCIL in councils else None
    others = {body for body in named if not _in_council(body, authority)}
    if len(others) > 1:  # the mission that a draft is about sits beside its council, and is no place where one votes
        others &= set(scene.councils(by_name=True))
    return others.pop() if len(others) == 1 else None


def _in_council(body: ActorId, authority: Authority) -> bool:
    known = authority.actors.get(body)
    return body in (UN, SECURITY_COUNCIL) or (
        known is not None
        and known.part_of is not None
        and known.part_of != UN
        and _in_council(known.part_of, authority)
    )
