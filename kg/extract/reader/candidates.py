"""What may be an attribution: cues that the network or a rule sees, with what both say of them."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.extract.reader.confidence import log_odds
from kg.extract.reader.decoding import decode
from kg.extract.reader.edges import with_whole_names, within_sentences
from kg.extract.rules.drafts import tidied, unmarked
from kg.extract.rules.precision import confidence_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.reader.decoding import Found, Settings, Tagger
    from kg.extract.reader.windows import Window
    from kg.extract.rules.drafts import Draft, Range
    from kg.extract.rules.regions import Regions
    from kg.text import AnnotatedString


DOUBTFUL_CONTENT: Final = 0.75
"""Below this probability of the network's content, that of a rule is taken."""
DOUBTFUL_SOURCE: Final = 0.5
"""The same of its source."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """One cue in shadow ranges.

    source, content: the network's; empty where it sees none. rule: the draft of a rule with the same cue, if any.
    """

    window: Window
    found: Found
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    rule: Draft | None


def candidates(
    string: AnnotatedString,
    regions: Regions,
    windows: Sequence[Window],
    drafts: Sequence[Draft],
    tagger: Tagger,
    settings: Settings,
) -> Iterator[Candidate]:
    """All candidates of a string in text order; every draft belongs to one at most."""
    shadow = string.shadow.string
    ordered = sorted(range(len(drafts)), key=lambda number: drafts[number].cue[0])
    starts = [drafts[number].cue[0][0] for number in ordered]
    for window in windows:
        first, last = bisect_left(starts, window.start[0]), bisect_left(starts, window.end[-1])
        here = [drafts[number] for number in ordered[first:last]]
        asked = [words for draft in here if (words := words_in(window, draft.cue[:1]))]
        left = list(here)
        for found in decode(window, tagger, settings, [(words[0], words[-1] + 1) for words in asked]):
            cue = _ranges(window, found.cue)
            rule = _of_cue(cue, left)
            if rule is not None:
                left.remove(rule)
            content = within_sentences(_ranges(window, found.content), string, regions)
            content = tidied(shadow, regions.grown(content))
            source = with_whole_names(_ranges(window, found.source), string)
            source = tuple(unmarked(shadow, piece) for piece in source)
            if content or rule is not None:
                yield Candidate(window, found, source, cue, content, rule)


def features(candidate: Candidate, regions: Regions) -> tuple[float, ...]:
    """Values for `kg.extract.reader.confidence.FEATURES`."""
    found, rule, window = candidate.found, candidate.rule, candidate.window
    alone = not candidate.content
    content = list(found.content)
    if alone and rule is not None:
        content = [word for piece in rule.content for word in words_in(window, (piece,))]
    chosen = candidate.content or (rule.content if rule else ())
    row = [float(found.content_row[word]) for word in content] or [0.0]
    source = words_in(window, chosen_source(candidate))
    source_row = [float(found.source_row[word]) for word in source] or [float(1 - found.source_row.max())]
    quoted = sum(end - start for start, end in regions.quoted_parts(chosen))
    size = max(1, sum(end - start for start, end in chosen))
    return (
        log_odds(found.cue_probability),
        log_odds(sum(row) / len(row)),
        log_odds(sum(source_row) / len(source_row)),
        log_odds(min(row)),
        float(not source),
        float(rule is not None),
        0.0 if rule is None else log_odds(confidence_of(rule.rule)),
        0.0 if rule is None or alone else _shared(candidate.content, rule.content),
        0.0 if rule is None else _shared(candidate.source, rule.source),
        float(quoted >= 0.9 * size),
        float(alone),
        math.log1p(len(row)),
    )


def chosen_source(candidate: Candidate) -> tuple[Range, ...]:
    """The network's source; a rule's where the network sees none or doubts its own."""
    rule = candidate.rule
    if rule is None or not rule.source:
        return candidate.source
    if candidate.source and candidate.found.source_probability >= DOUBTFUL_SOURCE:
        return candidate.source
    return rule.source


def chosen_content(candidate: Candidate) -> tuple[Range, ...]:
    """The network's content; a rule's where the network sees none or doubts its own.

    Of fixed phrases ("took note of") the rule's: the network saw too few of them to know where their content ends.
    """
    rule = candidate.rule
    if rule is not None and rule.rule.startswith("phrase-"):
        return rule.content
    if rule is None or (candidate.content and candidate.found.content_probability >= DOUBTFUL_CONTENT):
        return candidate.content
    return rule.content


def words_in(window: Window, pieces: Sequence[Range]) -> list[int]:
    """Words of the window that share a character with shadow ranges."""
    return [
        word for start, end in pieces for word in range(bisect_right(window.end, start), bisect_left(window.start, end))
    ]


def _shared(pieces: tuple[Range, ...], others: tuple[Range, ...]) -> float:
    """Characters that both have, as a share of those that either has; 1 where both are empty."""
    if not pieces and not others:
        return 1.0
    one = sum(end - start for start, end in pieces)
    other = sum(end - start for start, end in others)
    both = sum(max(0, min(end, last) - max(start, first)) for start, end in pieces for first, last in others)
    return both / max(1, one + other - both)


def _of_cue(cue: Sequence[Range], drafts: Sequence[Draft]) -> Draft | None:
    return next(
        (
            draft
            for draft in drafts
            if any(start < last and end > first for start, end in cue for first, last in draft.cue)
        ),
        None,
    )


def _ranges(window: Window, words: Sequence[int]) -> tuple[Range, ...]:
    """Runs of words as shadow ranges."""
    ranges: list[Range] = []
    before = -2
    for word in words:
        if word == before + 1:
            ranges[-1] = ranges[-1][0], window.end[word]
        else:
            ranges.append((window.start[word], window.end[word]))
        before = word
    return tuple(ranges)
