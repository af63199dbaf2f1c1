"""What a sentence says of a vote: counts by option, members, outcome."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.model import ActorId

Option = Literal["for", "against", "abstain", "absent"]
Outcome = Literal["adopted", "not-adopted"]

OPTIONS: Final[tuple[Option, ...]] = ("for", "against", "abstain", "absent")
_WORDS: Final = [
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
_NUMBERS: Final = {word: number for number, word in enumerate(_WORDS)} | {"no": 0, "none": 0}
_NUMBER: Final = rf"(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|\d{{1,3}})"
_VOTERS: Final = r"(?:members?|states?|countries|nations|delegations|votes?|lawmakers|deputies|others?)"
_OPTION: Final = (
    r"(?P<option>in favou?r|for|yes|against|opposed|no votes?|abstained|abstaining|abstentions?"
    r"|(?:was |were )?absent|not (?:voting|taking part|participating)|did not (?:vote|take part|participate))"
)
_COUNTED: Final = re.compile(
    rf"(?<![-–\d])\b(?P<count>{_NUMBER}) (?:of the (?P<members>{_NUMBER}) )?(?:(?:other |council |member |permanent "
    rf"|elected )*{_VOTERS} )?"
    rf"(?:(?:of|on|in) the (?!\w+ who\b)(?:(?!who\b|that\b)[^.;, ]+ ){{1,8}}?)?(?P<verb>(?:voted|voting|were|was|cast"
    rf"|came out) )?{_OPTION}\b",
    re.IGNORECASE,
)
_SCORE: Final = re.compile(
    rf"\b(?:vot(?:e|es|ed|ing)(?: was| of| result)?|by|adopted|passed|approved|rejected)(?: it"
    rf"| \w+)?(?: by)? (?P<yes>{_NUMBER})(?: votes?)?"
    rf"(?: to |[-–])(?P<no>{_NUMBER})(?:[-–](?P<third>{_NUMBER})|,? with (?P<abstaining>{_NUMBER}) abstentions?"
    rf"| and (?P<more>{_NUMBER}) abstentions?)?"
    r"(?![\d%:-])",
    re.IGNORECASE,
)
_SCORE_BEFORE: Final = re.compile(
    r"\b(?P<yes>\d{1,3})[-–](?P<no>\d{1,3})(?:[-–](?P<third>\d{1,3}))? (?:vote|majority)\b", re.IGNORECASE
)
_VOTE: Final = re.compile(r"\b(?:vot\w+|ballot|abst\w+|resolution|draft|motion)\b", re.IGNORECASE)
_ALL: Final = re.compile(
    rf"\ball (?:of the |the )?(?P<members>{_NUMBER})(?: council)? members (?:of [^.;,]{{2,40}}? )?voted in favou?r",
    re.IGNORECASE,
)
_MEMBERS: Final = re.compile(
    rf"\b(?P<members>{_NUMBER})[- ]member (?:\w+ )?(?:council|assembly|board|committee|body|parliament)\b",
    re.IGNORECASE,
)
_FAILED: Final = re.compile(
    r"\b(?:was not adopted|not adopted|failed to (?:pass|adopt|win|gather|be adopted|get)|(?:was|were) (?:rejected"
    r"|defeated|voted down)"
    r"|did not pass|fell short|failing to (?:pass|adopt))\b",
    re.IGNORECASE,
)
_PASSED: Final = re.compile(
    r"\b(?:(?:unanimously |was |has |have )?(?:adopted|passed)|unanimously approved|approved (?:a|the) (?:draft"
    r"|resolution))\b",
    re.IGNORECASE,
)
_TO_ADOPT: Final = re.compile(
    r"\bvoted [^.;]{1,60}? to (?:adopt|approve|pass|extend|renew|authori[sz]e)\b", re.IGNORECASE
)
_UNREAL: Final = re.compile(
    r"\b(?:would|could|might|may|should|will|if|expected to|set to|due to|likely to|needs?|requires?|required|must"
    r"|at least|minimum|threaten\w*)\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Count:
    """What one sentence counts. `places`: shadow ranges, relative to the sentence, that say so."""

    counts: dict[Option, int] = field(default_factory=dict)
    members: int | None = None
    outcome: Outcome | None = None
    places: list[tuple[int, int]] = field(default_factory=list)


def read_counts(sentence: str) -> Count:
    """Counts, members and outcome of one sentence. What is only required, expected or possible does not count."""
    count = Count()
    if not _VOTE.search(sentence):
        return count
    for form in (_SCORE, _SCORE_BEFORE):
        for found in form.finditer(sentence):
            if not _UNREAL.search(sentence, 0, found.start()):
                _take_score(count, found)
    for found in _COUNTED.finditer(sentence):
        option = _option(found["option"])
        is_vague = option == "for" and found["option"].casefold() in ("for", "yes") and not found["verb"]
        if option and not is_vague and not _UNREAL.search(sentence, 0, found.start()):
            count.counts.setdefault(option, number_of(found["count"]))
            count.places.append(found.span())
            if found["members"]:
                count.members = number_of(found["members"])
    if everybody := _ALL.search(sentence):
        count.members = count.counts["for"] = number_of(everybody["members"])
        count.places.append(everybody.span())
    elif count.members is None and (sized := _MEMBERS.search(sentence)):
        count.members = number_of(sized["members"])
    count.places = [place for place in count.places if not any(_covers(other, place) for other in count.places)]
    if _FAILED.search(sentence):
        count.outcome = "not-adopted"
    elif ((passed := _PASSED.search(sentence)) and not _UNREAL.search(sentence, 0, passed.start())) or (
        _TO_ADOPT.search(sentence) and count.counts.get("for", 0) > count.counts.get("against", 0)
    ):
        count.outcome = "adopted"
    return count


def missing_against(counts: Mapping[Option, int], members: int | None, vetoing: Iterable[ActorId]) -> int | None:
    """Votes against that nobody printed: what is left of the members where a veto shows that somebody voted so.

    Only where the rest is certain: abstentions are counted too, or the vetoing states alone make up the rest.
    """
    opposed = len(set(vetoing))
    if members is None or not opposed or "against" in counts or "for" not in counts:
        return None
    rest = members - sum(counts.values())
    if rest < opposed:
        return None
    return rest if "abstain" in counts or rest == opposed else None


def number_of(word: str) -> int:
    """ "Thirteen" and "13" as a number."""
    return _NUMBERS[word.casefold()] if word.casefold() in _NUMBERS else int(word)


def _covers(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]


def _take_score(count: Count, found: re.Match[str]) -> None:
    count.counts.setdefault("for", number_of(found["yes"]))
    count.counts.setdefault("against", number_of(found["no"]))
    groups = found.groupdict()
    abstaining = next((groups[name] for name in ("third", "abstaining", "more") if groups.get(name)), None)
    if abstaining:
        count.counts.setdefault("abstain", number_of(abstaining))
    count.places.append(found.span())


def _option(words: str) -> Option | None:
    word = words.casefold()
    if word.startswith("abst"):
        return "abstain"
    if word in ("against", "opposed") or word.startswith("no vote"):
        return "against"
    if "absent" in word or word.startswith(("not", "did not")):
        return "absent"
    return "for"
