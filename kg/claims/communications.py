"""Statements of several articles that seem to report one event of speaking: a briefing, a press statement.

Proposed, never written down by itself: one speaker may say the same words twice on a day. Needed are the same speaker
(as the view shows it), days that can be one, media that are not two, and a run of words in quotation marks that both
articles have.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from kg.claims.passages import Passages
from kg.statements.propositions.claim_words import claim_words
from kg.statements.propositions.stems import word_set
from kg.triples.statement_quads import CONTENT_SPAN, MEDIUM_SPAN, MODE, QUOTE_SPAN, SAID_EARLIEST, SAID_LATEST
from kg.vocab.prefixes import VOC

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kg.claims.reading import Claim, Voice
    from kg.store import EmbeddedStore

RUN: Final = 6
"""Words in a row that two reports share inside quotation marks."""
TELLING: Final = 3
"""Content words among them, at least."""
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_DIRECT: Final = f"{VOC}mode/direct"
_DOCUMENTS: Final = word_set("statement communiqué communique letter note report memo post tweet message")
_SPEECHES: Final = word_set("briefing conference interview speech address session meeting broadcast phone call")
_NEEDED: Final = frozenset((QUOTE_SPAN, CONTENT_SPAN, MEDIUM_SPAN, MODE, SAID_EARLIEST, SAID_LATEST))


@dataclass(frozen=True, slots=True, kw_only=True)
class SameSpeech:
    """Two statements that seem to report one event of speaking. `shared`: the words in quotation marks of both."""

    first: Voice
    second: Voice
    shared: str
    score: float
    """0 to 1: .7, .02 more for each word beyond `RUN`, .1 less where a day is only bounded. An estimate."""


@dataclass(frozen=True, slots=True)
class _Quoted:
    voice: Voice
    runs: frozenset[tuple[str, ...]]
    words: tuple[str, ...]
    """All that is quoted, an empty one after each piece."""
    medium: frozenset[str]
    is_exact: bool
    """True where the day of saying is known, not only bounded by the publication."""


def same_speech(
    store: EmbeddedStore, claims: Iterable[Claim], *, rejected: Collection[frozenset[str]] = ()
) -> list[SameSpeech]:
    """Pairs of statements of different articles that seem to report one event of speaking, the likeliest first.

    `rejected`: pairs of statements of which people said that they do not.
    """
    voices = {voice.statement: voice for claim in claims for voice in claim.voices if voice.kind == "Statement"}
    passages = Passages(store)
    by_run: dict[tuple[str, tuple[str, ...]], list[_Quoted]] = defaultdict(list)
    for _, voice in sorted(voices.items()):
        if voice.speakers and (quoted := _quoted(store, passages, voice)).runs:
            for run in quoted.runs:
                for speaker in voice.speakers:
                    by_run[(speaker, run)].append(quoted)
    kept = set(rejected)
    found: dict[frozenset[str], SameSpeech] = {}
    for reports in by_run.values():
        for one, other in combinations(reports, 2):
            pair = frozenset((one.voice.statement, other.voice.statement))
            if pair not in found and pair not in kept and (match := _match(one, other)) is not None:
                found[pair] = match
    return sorted(found.values(), key=lambda one: (-one.score, one.first.statement, one.second.statement))


def communications(pairs: Iterable[SameSpeech]) -> list[frozenset[str]]:
    """Groups of statements (their IRIs) that seem to report one event of speaking, sorted."""
    groups: dict[str, set[str]] = {}
    for pair in pairs:
        joined = groups.get(pair.first.statement, {pair.first.statement}) | groups.get(
            pair.second.statement, {pair.second.statement}
        )
        for member in joined:
            groups[member] = joined
    return sorted({frozenset(group) for group in groups.values()}, key=sorted)


def _match(one: _Quoted, other: _Quoted) -> SameSpeech | None:
    first, second = one.voice, other.voice
    if first.article == second.article or first.latest is None or second.latest is None:
        return None
    exact = one.is_exact and other.is_exact
    # A report whose day is only bounded by its publication may come a day after another.
    if abs((first.latest - second.latest).days) > (0 if exact else 1):
        return None
    if _media(one) and _media(other) and not _media(one) & _media(other):
        return None
    shared = _longest(one.words, other.words)
    score = min(1.0, 0.7 + 0.02 * (len(shared) - RUN)) - (0.0 if exact else 0.1)
    return SameSpeech(first=first, second=second, shared=" ".join(shared), score=round(score, 2))


def _media(quoted: _Quoted) -> frozenset[str]:
    """Whether it was written, spoken, both or not told."""
    found = (("written", _DOCUMENTS), ("spoken", _SPEECHES))
    return frozenset(kind for kind, words in found if quoted.medium & words)


def _longest(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The longest run of words that both have."""
    best: tuple[str, ...] = ()
    lengths: dict[int, int] = {}
    for place, word in enumerate(one):
        lengths = {at: lengths.get(at - 1, 0) + 1 for at, another in enumerate(other) if word and another == word}
        longest = max(lengths.values(), default=0)
        if longest > len(best):
            best = one[place - longest + 1 : place + 1]
    return best


def _quoted(store: EmbeddedStore, passages: Passages, voice: Voice) -> _Quoted:
    """The words of a statement that stand in quotation marks, and those that name its medium."""
    node = NamedNode(voice.statement)
    spans: dict[NamedNode, list[str]] = defaultdict(list)
    for quad in store.quads.quads_for_pattern(node, None, None, None):
        if quad.predicate in _NEEDED and isinstance(quad.object, NamedNode | Literal):
            spans[quad.predicate].append(quad.object.value)
    pieces = spans[QUOTE_SPAN] or (spans[CONTENT_SPAN] if _DIRECT in spans[MODE] else [])
    words: list[str] = []
    runs: set[tuple[str, ...]] = set()
    for piece in sorted(set(pieces)):
        found = tuple(word.lower().replace("’", "'") for word in _WORD.findall(passages.cut(piece)))
        words += [*found, ""]
        runs.update(
            run
            for run in (found[start : start + RUN] for start in range(len(found) - RUN + 1))
            if len(claim_words(" ".join(run)).stems) >= TELLING
        )
    medium = frozenset(word.lower() for span in spans[MEDIUM_SPAN] for word in _WORD.findall(passages.cut(span)))
    is_exact = bool(spans[SAID_EARLIEST]) and set(spans[SAID_EARLIEST]) == set(spans[SAID_LATEST])
    return _Quoted(voice, frozenset(runs), tuple(words), medium, is_exact)
