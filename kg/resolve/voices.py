"""In whose words a place of a text stands: the contents of attributions, the innermost first."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.model import Mode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model import ActorId, Attribution, Span
    from kg.resolve.page import Naming
    from kg.text.annotated import AnnotatedString


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A range of words that somebody is said to have said. Offsets are the shadow's, half open."""

    start: int
    end: int
    is_direct: bool
    """True inside quotation marks, and in the turns of a record: "I" is the speaker there."""
    speakers: tuple[ActorId, ...]
    """Who speaks; empty where the text does not show it."""
    addressees: tuple[tuple[int, int], ...]
    """Ranges that say to whom."""
    source: int
    """Where the source begins, -1 without one."""


@dataclass(slots=True)
class Voices:
    """The voices of one string. A place may stand in several: what A said that B said."""

    _voices: list[Voice] = field(default_factory=list)
    _around: list[int] = field(default_factory=list)
    """For each voice the index of the one that it stands in, -1 for none."""

    @classmethod
    def of(
        cls, string: AnnotatedString, attributions: Sequence[Attribution], sources: Sequence[Sequence[Naming]]
    ) -> Voices:
        """The voices of the attributions, `sources` being who speaks in each."""
        found = [
            voice
            for attribution, namings in zip(attributions, sources, strict=True)
            for voice in _voices_of(string, attribution, namings)
        ]
        voices = sorted(found, key=lambda voice: (voice.start, -voice.end, voice.is_direct))
        around: list[int] = []
        open_: list[int] = []
        for index, voice in enumerate(voices):
            while open_ and voices[open_[-1]].end <= voice.start:
                open_.pop()
            around.append(open_[-1] if open_ else -1)
            open_.append(index)
        return cls(voices, around)

    def at(self, offset: int) -> list[Voice]:
        """The voices that a place stands in, the innermost first."""
        index = bisect_right(self._voices, offset, key=lambda voice: voice.start) - 1
        found = []
        while index >= 0:
            if self._voices[index].end > offset:
                found.append(self._voices[index])
            index = self._around[index]
        return found


def _voices_of(string: AnnotatedString, attribution: Attribution, namings: Sequence[Naming]) -> Iterator[Voice]:
    def here(spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
        return tuple(string.locate(span) for span in spans if span.string == string.name)

    speakers = tuple(dict.fromkeys(naming.actor for naming in namings if naming.actor is not None))
    # An abstention among several leaves open who "I" is.
    if any(naming.actor is None for naming in namings):
        speakers = ()
    addressees = here(attribution.addressee)
    source = min((start for start, _ in here(attribution.source)), default=-1)
    ranges = [(start, end, attribution.mode is Mode.DIRECT) for start, end in here(attribution.content)]
    ranges += [(start, end, True) for start, end in here(attribution.quotes)]
    for start, end, is_direct in ranges:
        yield Voice(
            start=start, end=end, is_direct=is_direct, speakers=speakers, addressees=addressees, source=source
        )  # fmt: skip
