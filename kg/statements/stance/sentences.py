"""A content cut at the ends of its sentences, and which of them a judging cue reaches.

"Rejected the claim. “My client opened its books,” he said": the second sentence is not rejected, though one attribution
holds both. What comes behind the cue's own sentence is read as if it were plainly said.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.statements.reading.wordlists import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Attribution, Span
    from kg.statements.reading.cues import CueStance
    from kg.statements.reading.strings import Reading

_BINDING: Final = frozenset({"directive", "commissive"})
"""Classes of cues whose content is asked for or promised, and not told."""


def sentences(reading: Reading, attribution: Attribution) -> Iterator[tuple[int, Span]]:
    """The pieces of a content cut at the ends of sentences, each with the number of its sentence."""
    known = reading.source.sentences
    for span in attribution.content:
        start, end = reading.source.locate(span)
        number = reading.source.sentence_at(start)
        if number is None:
            yield -1, span
            continue
        while number < len(known) and known[number][0] < end:
            first, last = max(start, known[number][0]), min(end, known[number][1])
            if first < last:
                yield number, reading.span(first, last)
            number += 1


def parted(reading: Reading, attribution: Attribution, cue: CueStance) -> tuple[Attribution, Attribution] | None:
    """What a cue that judges or asks reaches, and what comes in sentences behind it; None where nothing does."""
    is_judging = cue.polarity in ("positive", "negative") or cue.act is not None or cue.cue_class in _BINDING
    if not attribution.cue or not (is_judging or cue.lemma in words_of("name")):
        return None
    own = reading.source.sentence_at(reading.source.locate(attribution.cue[-1])[0])
    pieces = list(sentences(reading, attribution))
    if own is None or not any(number > own for number, _ in pieces) or not any(number <= own for number, _ in pieces):
        return None
    near = tuple(span for number, span in pieces if number <= own)
    far = tuple(span for number, span in pieces if number > own)
    return replace(attribution, content=near), replace(attribution, content=far, target=(), addressee=())


def as_said(cue: CueStance) -> CueStance:
    """The row of a cue as if it only told."""
    return replace(
        cue, lemma="", cue_class="neutral", act=None, polarity=None, target="", speech_act="assert", frame=""
    )
