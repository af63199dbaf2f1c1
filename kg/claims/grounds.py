"""What gives a reason to believe a claim: one that says the same and more, evidence from those who saw or measured it,
and a third side that backs or disputes an account.

World knowledge that the words do not show ("empty berths": the ports suffer) is not there; only what can be shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.claims.kin import Kin, kin
from kg.claims.meeting import LIGHT
from kg.statements.propositions.claim_words import claim_words
from kg.statements.propositions.stems import stem_of, word_set

if TYPE_CHECKING:
    from kg.claims.comparing import ClaimText
    from kg.claims.meeting import Meeting

COVERED: Final = 0.8
"""How much of a claim another covers, at least, to say the same and more."""
EXACT: Final = 0.5
"""Least nearness of a claim and one that says more."""
MORE: Final = 7
"""Words that the more exact claim has for itself, at most: beyond it speaks of other things, too."""
LONGEST: Final = 16
"""Content words of evidence, at most."""
SHARED: Final = 2
"""Words, names among them, that evidence shares with what it is evidence for."""
TOUCHING: Final = 0.42
"""Least nearness of a claim and evidence for it."""
_STRONG: Final = 0.80
_HALF: Final = 0.5


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem_of, word_set(words)))


EVIDENCE: Final = _stems("""
    satellite image photograph footage radar measurement sample laboratory analysis autopsy invoice testify intercept
    fingerprint video sonar
""")
"""Stems of what one goes by when one gives a reason to believe something."""
WITNESSES: Final = _stems("""
    villager headman resident survivor witness eyewitness observer doctor nurse surgeon paramedic teacher farmer brewer
    baker docker driver guild engineer scientist geologist professor laboratory auditor audit inspector monitor
    prosecutor coroner pathologist photographer defector whistleblower statistics police clinic
""")
"""Stems of those who speak of what they saw, counted or did themselves."""
TELLING_CUES: Final = word_set(
    "admit confess measure count record document certify find observe witness detect register verify"
)
"""Cues of those who report what they found or did, as against what they think."""
_SAW: Final = re.compile(
    r"\b(?:saw|watched|filmed|witnessed|admitted|confessed|testified|measured|counted|photographed|recorded)\b",
    re.IGNORECASE,
)
_FOUND: Final = re.compile(r"\b(?:found|discovered|detected|noticed|uncovered|unearthed)\b", re.IGNORECASE)
"""In the words of a claim: those who saw or did it themselves."""
INTENT: Final = word_set(
    "offer plan promis threaten want propos consider intend hop aim seek demand urg recommend suggest invit"
)
"""Stems of what makes a deed a mere intention: an offer to repair is no repair."""
ADMITTING: Final = word_set("admit confess concede acknowledge")
"""Cues of those who say something against their own side."""
LEAST: Final = 0.30
"""Least nearness of a claim and what admits it."""
_FORM: Final = 4
"""Letters that two forms of a name share."""
_ENABLING: Final = _stems("condition requirement criterion criteria obligation")
_MET: Final = _stems("meet fulfil satisfy comply complete")
_ACCOUNT: Final = re.compile(
    r"^(?:the\s+)?(?P<who>.+?)(?:'s|’s|s'|s’)\s+(?:\w+\s+)?(?:accounts?|versions?|claims?|assertions?|allegations?|accusations?"
    r"|descriptions?|statements?|reports?|findings?|view|position|assessment)\b(?P<what>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_BACKING: Final = word_set(
    "back support confirm endorse echo corroborate share accept second affirm uphold agree repeat verify"
)
_DISPUTING: Final = word_set("dispute reject deny challenge contest dismiss refute question contradict rebut doubt")
_NESTING: Final = _stems("""
    argue persuade claim support believe think hope deny doubt question ask whether accuse fear warn suggest report
    allege insist call expect predict poll
""")
"""Stems of what makes a claim the content of another's words or wishes: who fears it gives no reason for it."""
_INFINITE: Final = re.compile(r"^(?:to|how|why|what|whether|if)\b", re.IGNORECASE)
"""The beginning of what is no claim of a fact by itself."""
_VAGUE: Final = _stems("tens dozens scores hundreds thousands millions several many numerous least most")
_MOST: Final = 0.9


@dataclass(frozen=True, slots=True)
class Account:
    """What somebody makes of another's account."""

    is_backed: bool
    score: float
    reasons: tuple[str, ...]


def accounts(claim: ClaimText, ground: ClaimText) -> Account | None:
    """What the second makes of the first, where it speaks of the account of those who put the first forward.

    Both must speak of one thing, and the speakers be named alike; None: it does not, or only perhaps.
    """
    if not ground.cues or not claim.speakers:
        return None
    is_backed, is_disputed = (
        any(cue.split()[0] in cues for cue in ground.cues if cue) for cues in (_BACKING, _DISPUTING)
    )
    if is_backed == is_disputed or (match := _ACCOUNT.match(ground.text.strip())) is None:
        return None
    if _ACCOUNT.match(claim.text.strip()):
        return None
    who = match["who"].casefold()
    names = sorted(name for name in claim.speakers if name.casefold() in who or who in name.casefold())
    told = claim_words(match["what"]).stems - LIGHT
    shared = sorted(stem for stem in told if any(kin(stem, word) for word in claim.words.stems))
    if not names or not shared or len(shared) < _HALF * len(told):
        return None
    verb = "backs" if is_backed else "disputes"
    return Account(is_backed, _MOST, (f"{verb} the account of {names[0]}", f"shared words: {', '.join(shared)}"))


def grounds(claim: ClaimText, ground: ClaimText, meeting: Meeting, *, is_parted: bool) -> tuple[str, ...] | None:
    """Why the second seems to be a reason to believe the first; None: it does not."""
    if meeting.other_turn or meeting.roles_swap or meeting.one.is_conditional or meeting.other.is_conditional:
        return None
    if claim.words.is_phrase or claim.words.begins_open:
        return None
    if not is_parted and (found := says_more(meeting)) is not None:
        return found
    if meeting.near >= _STRONG and not ground.words.stems & _ENABLING:
        return None
    return _enables(ground, meeting) or _admits(claim, ground, meeting) or _shows(claim, ground, meeting)


def _is_told_whole(meeting: Meeting) -> bool:
    """True where the second has the numbers of the first, or those that its bounds stand for."""
    bounded = {value for _, value, _ in meeting.frames[0].limits}
    return not {number for number, _ in meeting.one.numbers} - bounded or meeting.counted_alike()


def may_show(ground: ClaimText) -> bool:
    """False where a claim is no evidence of anything, whatever it is laid beside."""
    return bool(ground.cues & ADMITTING or ground.words.stems & _ENABLING or _signs(ground))


def exact(meeting: Meeting) -> tuple[str, ...]:
    """Why the second says what the first does more exactly: stronger words, a number for a vague one; () if not."""
    if meeting.left_over - _VAGUE:
        return ()
    reasons = [
        f"{another} implies {stem}"
        for stem in sorted(meeting.one.stems - meeting.other.stems)
        for another in sorted(meeting.other.stems - meeting.one.stems)
        if kin(stem, another) is Kin.NARROWER and not any(kin(stem, word) is Kin.SAME for word in meeting.other.stems)
    ]
    if (
        meeting.other.numbers
        and not meeting.one.numbers
        and not (meeting.frames[0].limits or meeting.frames[0].is_of_all)
        and meeting.covers[0] >= COVERED
    ):
        told = (f"{value:g} {unit}".rstrip() for value, unit in sorted(meeting.other.numbers))
        reasons.append(f"with a number: {', '.join(told)}")
    limits = [limit for limit in meeting.frames[0].limits if limit not in meeting.frames[1].limits]
    for bound, value, _ in sorted(limits):
        for number, unit in sorted(meeting.other.numbers):
            if (bound == "least" and number >= value) or (bound == "most" and number <= value):
                reasons.append(f"exact number: {number:g} {unit}".rstrip())
    return tuple(reasons[:2])


def says_more(meeting: Meeting) -> tuple[str, ...] | None:
    """The second covers all of the first, and says more, or says it with an exact number or a stronger word."""
    if meeting.left_over - _VAGUE or meeting.covers[0] < COVERED or meeting.near < EXACT or meeting.opposites:
        return None
    if meeting.one.is_negated or meeting.other.is_negated or meeting.right & (_NESTING | INTENT):
        return None
    if len(meeting.right_over) > MORE or not _is_told_whole(meeting) or _INFINITE.match(meeting.texts[0]):
        return None
    reasons = list(exact(meeting))
    is_exact = bool(reasons)
    if meeting.right_over:
        reasons.append(f"says more: {', '.join(sorted(meeting.right_over)[:6])}")
    if not reasons or (len(meeting.topic) < 2 and not is_exact):
        return None
    return (f"shared words: {', '.join(sorted(meeting.shared))}", *reasons)


def _enables(ground: ClaimText, meeting: Meeting) -> tuple[str, ...] | None:
    """The second says that the conditions of what the first thinks possible are met."""
    signs = ground.words.stems & _ENABLING
    if not signs or not ground.words.stems & _MET or meeting.frames[0].mood not in ("possible", "future"):
        return None
    if meeting.near < EXACT or not meeting.topic or meeting.flips:
        return None
    return (_shared(meeting.topic), f"met: {', '.join(sorted(signs))}")


def _admits(claim: ClaimText, ground: ClaimText, meeting: Meeting) -> tuple[str, ...] | None:
    """The side that the first speaks of says so itself, against its interest."""
    cues = ground.cues & ADMITTING
    source = claim_words(ground.source)
    accused = {stem for stem in claim.words.tokens[:2] if stem in claim.words.names and _is_named(stem, source.stems)}
    if not cues or not accused or ground.words.is_phrase or not meeting.topic or meeting.flips or meeting.near < LEAST:
        return None
    return (_shared(meeting.topic), f"{', '.join(sorted(cues))}: {', '.join(sorted(accused))}")


def _shows(claim: ClaimText, ground: ClaimText, meeting: Meeting) -> tuple[str, ...] | None:
    """The second is evidence: what was seen, measured, counted, or done by the speaker."""
    signs = _signs(ground)
    topic = meeting.topic - WITNESSES
    if not signs or _signs(claim) or meeting.flips or not topic or meeting.other_names:
        return None
    if meeting.frames[1].mood not in ("fact", "any") or ground.words.stems & INTENT or meeting.near < TOUCHING:
        return None
    # Whoever asks for something does so; what others saw of him says nothing for or against it.
    if claim.words.stems & (INTENT | _NESTING) or _INFINITE.match(claim.text) or len(ground.words.stems) > LONGEST:
        return None
    told = claim.words.stems & claim_words(ground.source).stems - LIGHT if ground.source else frozenset()
    heavy = claim.words.stems - LIGHT
    if len(heavy - meeting.left_over | told) < _HALF * len(heavy):
        return None
    names = meeting.one.names - meeting.left
    if len(topic | names | told) < SHARED:
        return None
    # A phrase is evidence where it names what shows it: "a radar plot that shows the trawler".
    if ground.words.is_phrase and not (ground.words.stems - ground.words.names) & EVIDENCE:
        return None
    if ground.words.begins_open and not ground.source:
        return None
    return (_shared(topic | told), f"signs of evidence: {', '.join(sorted(signs))}")


def _shared(stems: frozenset[str]) -> str:
    return f"shared words: {', '.join(sorted(stems))}"


def _is_named(stem: str, others: frozenset[str]) -> bool:
    return any(stem[:_FORM] == other[:_FORM] for other in others if len(stem) >= _FORM <= len(other))


def _signs(claim: ClaimText) -> frozenset[str]:
    """What shows that somebody tells what was seen or measured: in the words, of the speaker, of the cue."""
    source = claim_words(claim.source).stems & WITNESSES if claim.source else frozenset()
    seen = {match[0].lower() for match in _SAW.finditer(claim.text)}
    has_found = claim.words.numbers or seen or _FOUND.search(claim.text)
    subject = frozenset(claim.words.tokens[:2]) & WITNESSES if has_found else frozenset()
    shown = (claim.words.stems - claim.words.names) & EVIDENCE
    return shown | source | (claim.cues & TELLING_CUES) | seen | subject
