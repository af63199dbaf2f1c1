"""Reads what a sentence says of a vote: options with counts and voters, vetoes, members, outcome."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from kg.model import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import ActorId, Mention, ResolvedActors

Option = Literal["for", "against", "abstain", "absent"]

_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
        ]
    )
} | {"no": 0, "none": 0}
_NUMBER: Final = rf"(?:{'|'.join(_NUMBERS)}|\d{{1,3}})"
_WHO: Final = r"(?:of the (?P<members>\w+) (?:members?|states|countries|delegations)?(?: (?:of|on|in) [^.;]{2,60}?)? ?|(?:members?|states|countries|delegations|votes?) )?"
_COUNTED: Final = re.compile(
    rf"\b(?P<count>{_NUMBER}) {_WHO}(?:(?:voted|were|was|voting) )?"
    r"(?P<option>in favou?r|for|against|abstain(?:ed|ing)|abstentions?|absent)\b",
    re.IGNORECASE,
)
_SCORE: Final = re.compile(
    rf"\b(?:by a vote of|by|voted|vote was|vote of|with)\s+(?P<yes>{_NUMBER})(?:\s+votes?)?(?:\s+to\s+|\s*[-–]\s*)(?P<no>{_NUMBER})"
    rf"(?:\s*[-–]\s*(?P<abstain>\d{{1,3}})|,? with (?P<abstaining>{_NUMBER}) abstentions?)?(?![\d%-])",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"\b(?:voted (?P<side>in favou?r|for|against)|(?P<abstain>abstained)|(?P<absent>did not take part))\b"
)
_VETO: Final = re.compile(
    r"\b(?P<verb>vetoed|vetoes|cast (?:a|its|the) vetoe?|used its veto|exercised its veto|blocked|blocks)\b",
    re.IGNORECASE,
)
_TEXT: Final = re.compile(r"\b(?:resolution|draft|text|extension|mandate|motion|decision)\b", re.IGNORECASE)
_PASSED: Final = re.compile(r"\b(?:adopted|passed|approved)\b", re.IGNORECASE)
_FAILED: Final = re.compile(
    r"\b(?:was not adopted|failed to (?:pass|adopt|win|gather)|was (?:rejected|defeated|not passed)|fell short)\b",
    re.IGNORECASE,
)
_LIST: Final = re.compile(r"(?:,| and|, and| as well as|;)\s*(?:the )?|\s*(?:both|neither|and) ?")


@dataclass(slots=True)
class VoteReading:
    """What one sentence tells of a vote. Counts and voters by option; `vetoing`: who vetoed or blocked."""

    counts: dict[Option, int] = field(default_factory=dict)
    voters: dict[Option, tuple[ActorId, ...]] = field(default_factory=dict)
    vetoing: tuple[ActorId, ...] = ()
    says_veto: bool = False
    """True for the word "veto"; "blocked" alone is one only by a permanent member."""
    members: int | None = None
    outcome: Literal["adopted", "not-adopted"] | None = None

    def __bool__(self) -> bool:
        """True if the sentence tells of a vote at all."""
        return bool(self.counts or self.voters or self.vetoing)


def read_vote(sentence: str, mentions: Sequence[tuple[int, int, Mention]], resolved: ResolvedActors) -> VoteReading:
    """What a sentence says. `mentions`: its actors with their offsets in the sentence, in order."""
    reading = VoteReading()
    for found in _COUNTED.finditer(sentence):
        option = _option(found["option"])
        if found["option"].casefold() == "for" and "vot" not in found.group().casefold():
            continue
        reading.counts.setdefault(option, _number(found["count"]))
        if found["members"] and (members := _number_or_none(found["members"])):
            reading.members = members
    if (score := _SCORE.search(sentence)) and re.search(r"\bvot", sentence, re.IGNORECASE):
        reading.counts.setdefault("for", _number(score["yes"]))
        reading.counts.setdefault("against", _number(score["no"]))
        if abstaining := score["abstain"] or score["abstaining"]:
            reading.counts.setdefault("abstain", _number(abstaining))
    for found in _NAMED.finditer(sentence):
        option = _option(found["side"] or ("abstain" if found["abstain"] else "absent"))
        if voters := _subjects(sentence, found.start(), mentions, resolved):
            reading.voters.setdefault(option, voters)
    veto = _VETO.search(sentence)
    if veto and _TEXT.search(sentence, veto.end()):
        reading.vetoing = _subjects(sentence, veto.start(), mentions, resolved)
        reading.says_veto = "veto" in veto["verb"].casefold()
    if _FAILED.search(sentence):
        reading.outcome = "not-adopted"
    elif _PASSED.search(sentence):
        reading.outcome = "adopted"
    return reading


def _subjects(
    sentence: str, verb: int, mentions: Sequence[tuple[int, int, Mention]], resolved: ResolvedActors
) -> tuple[ActorId, ...]:
    """The states named as subject of a verb: the last ones before it, and those joined to them by "and"."""
    before = [item for item in mentions if item[1] <= verb and _may_vote(item[2], resolved)]
    chosen: list[ActorId] = []
    edge = verb
    for start, end, mention in reversed(before):
        between = sentence[end:edge]
        near = edge == verb and len(between) <= 40 and not re.search(r"[.;:]|\b(?:said|that|by|of|with)\b", between)
        if not (near or (chosen and _LIST.fullmatch(between))):
            break
        if mention.actor is not None:
            chosen.append(mention.actor)
        edge = start - len("the ") if sentence[:start].endswith("the ") else start
    return tuple(reversed(chosen))


def _may_vote(mention: Mention, resolved: ResolvedActors) -> bool:
    return mention.actor is not None and not mention.is_place and resolved.actors[mention.actor].kind is ActorKind.STATE


def _option(words: str) -> Option:
    word = words.casefold()
    if word.startswith("abst"):
        return "abstain"
    if word in ("against", "absent"):
        return "against" if word == "against" else "absent"
    return "for"


def _number(word: str) -> int:
    return _NUMBERS[word.casefold()] if word.casefold() in _NUMBERS else int(word)


def _number_or_none(word: str) -> int | None:
    return _number(word) if word.isdigit() or word.casefold() in _NUMBERS else None
