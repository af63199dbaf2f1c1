"""Votes: sentences about one ballot put together, and the events that they tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kg.model import Event, EventType, InstrumentKind, Tally
from kg.resolve.authority import SECURITY_COUNCIL
from kg.statements.events.vetoes import named_votes
from kg.statements.events.votes import OPTIONS, missing_against, read_counts
from kg.vocab.ids import event_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model import ActorId, DateInterval, Span, TargetId
    from kg.resolve import Authority
    from kg.statements.events.scenes import Scene, Voice, Voices
    from kg.statements.events.vetoes import NamedVote
    from kg.statements.events.votes import Option, Outcome

_DRAFTS: Final = (InstrumentKind.DRAFT_RESOLUTION, InstrumentKind.RESOLUTION)
_NEAR: Final = 2
"""Sentences about one ballot stand at most so far apart."""
_OPEN: Final = 8
"""Ballots that a sentence may still go on with."""
_COUNCIL_SIZE: Final = 15
"""Members of the Security Council since 1966 (Charter, article 23)."""


@dataclass(slots=True)
class Ballot:
    """What one voice tells of one ballot, over neighbouring sentences."""

    voice: Voice
    last: int
    counts: dict[Option, int] = field(default_factory=dict)
    named: list[tuple[Scene, NamedVote]] = field(default_factory=list)
    members: int | None = None
    outcome: Outcome | None = None
    scenes: list[Scene] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)
    is_counted: bool = False

    def voters(self, option: Option) -> tuple[ActorId, ...]:
        """States named as having voted so, in text order."""
        return tuple(dict.fromkeys(v for _, vote in self.named if vote.option == option for v in vote.voters))

    @property
    def vetoing(self) -> tuple[ActorId, ...]:
        """States that cast a veto."""
        return tuple(dict.fromkeys(v for _, vote in self.named if vote.is_veto for v in vote.voters))


def find_ballots(all_scenes: Sequence[Scene], voices: Voices, authority: Authority) -> list[Ballot]:
    """Ballots in text order."""
    ballots: list[Ballot] = []
    councils = {body for scene in all_scenes for body in scene.councils()}
    if any("security council" in scene.words.casefold() for scene in all_scenes):
        councils.add(SECURITY_COUNCIL)
    for scene in all_scenes:
        for named in named_votes(scene, voices, authority, frozenset(councils)):
            ballot = _ballot(ballots, named.voice, scene, {}, named)
            ballot.named.append((scene, named))
            ballot.places.append(scene.span(named.start, named.end))
        count = read_counts(scene.words)
        if not count.counts and not count.outcome:
            continue
        place = scene.start + (count.places[0][0] if count.places else 0)
        voice = voices.at(place)
        if voice is None or not (count.counts or _is_near(ballots, voice, scene) or scene.named(*_DRAFTS)):
            continue
        ballot = _ballot(ballots, voice, scene, count.counts, None)
        ballot.counts = {**count.counts, **ballot.counts}
        ballot.members = ballot.members or count.members
        ballot.outcome = ballot.outcome or count.outcome
        ballot.is_counted = ballot.is_counted or bool(count.counts)
        ballot.places += [scene.span(scene.start + start, scene.start + end) for start, end in count.places]
    return ballots


def _is_near(ballots: list[Ballot], voice: Voice, scene: Scene) -> bool:
    return any(b.voice == voice and scene.number - b.last <= _NEAR for b in ballots[-_OPEN:])


def _ballot(
    ballots: list[Ballot], voice: Voice, scene: Scene, counts: dict[Option, int], named: NamedVote | None
) -> Ballot:
    """The ballot that a sentence goes on with, else a new one: another voice, far off, or other figures."""
    for ballot in reversed(ballots[-_OPEN:]):
        if ballot.voice != voice or scene.number - ballot.last > _NEAR:
            continue
        if any(ballot.counts.get(option, count) != count for option, count in counts.items()):
            break
        if named and named.is_veto and ballot.vetoing and not set(named.voters) <= set(ballot.vetoing):
            break
        ballot.last = scene.number
        if scene not in ballot.scenes:
            ballot.scenes.append(scene)
        return ballot
    ballots.append(Ballot(voice, scene.number, scenes=[scene]))
    return ballots[-1]


def ballot_events(version: str, ballot: Ballot, drafts: Sequence[TargetId]) -> Iterator[Event]:
    """The vote with its tallies, the vetoes and the abstentions of one ballot."""
    instrument = _instrument(ballot, drafts)
    body = _body(ballot)
    when, phrase = _date(ballot)
    for scene, named in ballot.named:
        if not named.is_veto and named.option != "abstain":
            continue
        type_ = EventType.VETO if named.is_veto else EventType.ABSTENTION
        evidence = scene.span(named.start, named.end)
        yield Event(
            id=event_id(version, evidence, type_), type=type_, evidence=(evidence,), according_to=ballot.voice.id,
            actors=named.voters, body=body, instrument=named.instrument or instrument, date=when, date_text=phrase,
            outcome="not-adopted" if named.is_veto else None,
        )  # fmt: skip
    if not (ballot.is_counted or (ballot.voters("against") and not ballot.vetoing)):
        return
    evidence_of_vote = tuple(sorted(set(ballot.places)))
    outcome: Outcome | None = "not-adopted" if ballot.vetoing else ballot.outcome
    yield Event(
        id=event_id(version, evidence_of_vote[0], EventType.VOTE), type=EventType.VOTE, evidence=evidence_of_vote,
        according_to=ballot.voice.id, body=body, instrument=instrument, date=when, date_text=phrase,
        tallies=_tallies(ballot, body), members=ballot.members or (_COUNCIL_SIZE if body == SECURITY_COUNCIL else None),
        outcome=outcome,
    )  # fmt: skip


def outcome_of(ballot: Ballot, drafts: Sequence[TargetId]) -> tuple[TargetId | None, Outcome | None]:
    """What the ballot was about, and how it ended, as far as the article itself tells."""
    if ballot.voice.statement is not None and not ballot.vetoing:
        return None, None
    return _instrument(ballot, drafts), "not-adopted" if ballot.vetoing else ballot.outcome


def _tallies(ballot: Ballot, body: ActorId | None) -> tuple[Tally, ...]:
    """Tallies in a fixed order of options; named voters without a printed count are counted by their names."""
    counts = dict(ballot.counts)
    for option in OPTIONS:
        voters = ballot.voters(option)
        if option not in counts and voters and not (option == "against" and ballot.vetoing):
            counts[option] = len(voters)
    members = ballot.members or (_COUNCIL_SIZE if body == SECURITY_COUNCIL else None)
    rest = missing_against(counts, members, ballot.vetoing)
    tallies = []
    for option in OPTIONS:
        voters = ballot.voters(option)
        if option in counts and len(voters) <= counts[option]:
            tallies.append(Tally(option=option, count=counts[option], voters=voters))
        elif option in counts:
            tallies.append(Tally(option=option, count=counts[option]))
        elif option == "against" and rest is not None:
            tallies.append(Tally(option=option, count=rest, voters=voters, inferred=True))
    return tuple(tallies)


def _instrument(ballot: Ballot, drafts: Sequence[TargetId]) -> TargetId | None:
    told = [vote.instrument for _, vote in ballot.named if vote.instrument]
    told += [r.target for scene in ballot.scenes for r in scene.named(*_DRAFTS)]
    return told[0] if told else drafts[0] if len(drafts) == 1 else None


def _body(ballot: Ballot) -> ActorId | None:
    of_veto = next((vote.body for _, vote in ballot.named if vote.body), None)
    if of_veto:
        return of_veto
    bodies = {body for scene in ballot.scenes for body in scene.councils(by_name=True)}
    return SECURITY_COUNCIL if SECURITY_COUNCIL in bodies else min(bodies) if len(bodies) == 1 else None


def _date(ballot: Ballot) -> tuple[DateInterval | None, str | None]:
    for scene, named in ballot.named:
        interval, phrase = scene.day_of(named.verb)
        if interval:
            return interval, phrase
    # What a source says it said on Friday did not happen on Friday: sentences that report hold two times.
    for scene in ballot.scenes if ballot.voice.statement is None else ():
        roots = [t for t in scene.tree.tokens(scene.start, scene.end) if scene.tree.head[t] == t]
        for root in roots:
            interval, phrase = scene.day_of(root)
            if interval:
                return interval, phrase
    return None, None
