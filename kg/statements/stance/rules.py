"""How the speaker of a statement judges whom: by the cue, and by plain words of judgement in the content.

A wrong polarity is worse than none: where words point both ways, where they are negated, conditional, asked or
reported from somebody else, nothing is concluded. Rules and their limits: docs/design/statements.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from kg.extract.rules.cues import verb_forms
from kg.model import Kind, Stance
from kg.statements.reading.wordlists import words_of
from kg.statements.stance.aloof import is_undecided, only_named
from kg.statements.stance.compared import fallen_short
from kg.statements.stance.conditional import unconditional
from kg.statements.stance.contrasts import set_against
from kg.statements.stance.cue_targets import addressed, apologies, doer, first_named, governed, objects_of_cue, pitied
from kg.statements.stance.disbelief import distrusted
from kg.statements.stance.judging import is_mocking, is_plain_report, judging_words
from kg.statements.stance.leanings import leanings
from kg.statements.stance.mockery import jeered, mocked
from kg.statements.stance.obligations import obliged
from kg.statements.stance.on_condition import shown_by_condition
from kg.statements.stance.own_attitudes import attitudes_held, disowned
from kg.statements.stance.reported_views import called_false, disbelieved, turned_down
from kg.statements.stance.rhetoric import asked_to_doubt
from kg.statements.stance.sentences import as_said, parted
from kg.statements.stance.spared import spared
from kg.statements.stance.sympathy import softened, sympathies
from kg.statements.stance.threats import aimed_at, announces_reprisal, left_open, threatened
from kg.statements.stance.unwanted import unwanted
from kg.statements.stance.view import WORD_CONFIDENCE, StanceView
from kg.statements.stance.wanted import refusal_of, wish_of, wished

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Attribution, Span, TargetId
    from kg.model.statements import Polarity
    from kg.statements.reading.cues import CueStance, CueTable
    from kg.statements.reading.sides import Side
    from kg.statements.reading.strings import Reading
    from kg.statements.stance.view import Found
    from kg.statements.topics.mentions import Topics

_INFORMING: Final = frozenset({"neutral", "factive"})
_ASKING: Final = frozenset({"call-for", "demand", "propose"})
_REFUSING: Final = frozenset({"refuse", "decline"})
_FAILURES: Final = frozenset(
    {"fail", "failed", "fails", "failing", "failure", "refusal", "reluctance", "unwillingness"}
)
_RULING_OUT: Final = frozenset({"rule out", "exclude"})
_WISHES: Final = frozenset({"directive", "commissive"})
_AVOIDING: Final = frozenset(form for verb in ("avoid", "resist", "postpone") for form in verb_forms(verb)) | {"short"}
_THREATENING: Final = frozenset({"warn", "threaten", "commit"})
_FEELINGS: Final[dict[str, tuple[Polarity, str]]] = {
    **dict.fromkeys(("alarm", "anger", "concern", "disappointment", "dismay", "regret"), ("negative", "criticise")),
    **dict.fromkeys(("appreciation", "approval", "gratitude", "pleasure", "satisfaction"), ("positive", "praise")),
}
"""With "with" in the cue these judge what it governs: "took note with regret of the vote"."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Stances, sorted by target, the overall polarity (None: none, or unclear), and where each target is named."""

    stances: tuple[Stance, ...] = ()
    polarity: Polarity | None = None
    shown: dict[TargetId, Span] = field(default_factory=dict)
    is_silenced: bool = False
    """True where the words keep any view back: "neither supports nor opposes", praise told as mockery."""
    is_reserved: bool = False
    """True where the content is not the speaker's plain view: on a condition, rejected, only asked for."""
    only_named: frozenset[TargetId] = frozenset()
    """Targets that the words only name, and of which nothing is to be concluded."""
    unclear: frozenset[TargetId] = frozenset()
    """Targets of which the words say both good and bad."""


def judge(
    reading: Reading,
    attribution: Attribution,
    cue: CueStance,
    inner: tuple[Span, ...],
    topics: Topics,
    side: Side,
    table: CueTable,
    *,
    is_conditional: bool,
) -> Judgement:
    """The stances of one attribution. `inner`: contents of the attributions that this one holds."""
    view = StanceView(reading, attribution, side, inner, topics, table)
    words = _cue_words(reading, attribution)
    if is_conditional and (kept := unconditional(reading, attribution)):
        # One sentence of several is on a condition: the others are plain.
        plain = replace(attribution, content=kept)
        unbound = judge(reading, plain, cue, inner, topics, side, table, is_conditional=False)
        return _and_also(unbound, shown_by_condition(view, cue))
    if not is_conditional and (parts := parted(reading, attribution, cue)):
        near, far = (
            judge(reading, part, row, inner, topics, side, table, is_conditional=False)
            for part, row in zip(parts, (cue, as_said(cue)), strict=True)
        )
        return _with(near, far)
    if _is_avoided(reading, attribution):
        return Judgement(is_silenced=True)  # "avoids condemning the raid"
    if is_undecided(view) or {"neither", "nor"} <= words or (cue.lemma in _REFUSING and words & words_of("no-view")):
        return Judgement(is_silenced=True)  # "neither supports nor opposes", "refused to rule out"
    if cue.lemma in _RULING_OUT and words & words_of("deny") and not is_conditional:
        return replace(_judgement(left_open(view), None), is_silenced=True)
    cue = _as_denied(_as_felt(cue, words), words, reading, attribution)
    if cue.act == "criticise" and cue.lemma in words_of("pity") and (sufferers := pitied(view)):
        return _judgement([("positive", "sympathise", attribution.cue[0], r, 1.0) for r in sufferers], None)
    is_silent = is_conditional or cue.act == "reject" or cue.cue_class == "directive"
    hits = [] if is_silent else list(judging_words(view))
    if cue.speech_act == "warn" and not is_conditional:
        hits = [hit for hit in judging_words(view) if hit.polarity == "negative"]  # "warned that the dam was unsafe"
    polarity = _agreed(hit.polarity for hit in hits)
    found = [(hit.polarity, hit.act or "criticise", hit.span, r, WORD_CONFIDENCE) for hit in hits for r in hit.judged]
    if cue.lemma in words_of("name") and polarity and (first := first_named(view)) is not None:
        # "Called the achievement small": a name praises or blames nobody, what is said of it does.
        said = [hit for hit in hits if not _is_within(hit.span, first.span)]
        polarity = _agreed(hit.polarity for hit in said)
        found = [(polarity, said[0].act or "criticise", said[0].span, first, WORD_CONFIDENCE)] if polarity else []
    if cue.polarity in ("positive", "negative"):
        if is_conditional and cue.polarity == "positive":
            return Judgement(is_reserved=True)
        polarity = cue.polarity
        found = [item for item in found if item[0] == polarity]
    elif polarity is None and not hits and not is_conditional:
        if cue.cue_class in _WISHES:
            polarity = wish_of(view)
        elif cue.cue_class in _INFORMING and is_plain_report(view):
            polarity = "neutral"
    if cue.act == "reject" and not is_conditional:
        # "Brushed aside talk that the summit had been a triumph": who denies praise, judges.
        found = [
            ("negative", "reject", hit.span, r, WORD_CONFIDENCE)
            for hit in judging_words(view)
            if hit.polarity == "positive"
            for r in hit.judged
        ]
    if not is_conditional and attribution.kind is not Kind.NON_ASSERTION:
        found = _joined(found, turned_down(view, cue), disbelieved(view))
        overruled = list(called_false(view))
        found = _joined(overruled, found)
    is_asking = cue.cue_class == "directive" and cue.speech_act in _ASKING and cue.polarity != "negative"
    is_vow = cue.cue_class == "commissive" and cue.act is None
    is_wishing = is_asking or is_vow or cue.lemma in words_of("wish")
    is_denied = bool((words - frozenset(cue.lemma.split())) & words_of("deny"))
    if is_wishing and not is_conditional and not is_denied:  # "does not offer sailors a bed" offers nothing
        is_told = cue.target == "addressee"
        found = wished(view, is_asking=is_asking, is_told=is_told) + found
    if cue.lemma in _REFUSING and (verbs := refusal_of(view)) is not None:
        if not verbs.is_view:
            return Judgement(is_silenced=True)
        found = [("negative", "reject", attribution.cue[0], r, 1.0) for r in verbs.judged] + found
    elif cue.polarity and cue.act and attribution.cue:
        judged = addressed(view) if cue.target == "addressee" else governed(view, is_event=cue.target == "content")
        if not judged and cue.target != "addressee" and cue.lemma in words_of("reproach"):
            judged = doer(view)
        found = found + [(cue.polarity, cue.act, attribution.cue[0], r, 1.0) for r in judged]
        if not judged and cue.act == "threaten":
            found = found + aimed_at(view)
    if attribution.kind is not Kind.NON_ASSERTION and (not is_conditional or cue.speech_act in _THREATENING):
        found = _joined(found, threatened(view))
        if cue.speech_act == "warn" and announces_reprisal(view):
            told = objects_of_cue(view) or addressed(view)
            found = _joined(found, [("negative", "threaten", attribution.cue[0], r, 1.0) for r in told])
    if attribution.kind is not Kind.NON_ASSERTION:
        if is_conditional:
            found = _joined(found, shown_by_condition(view, cue))
        refused = list(unwanted(view, cue, is_conditional=is_conditional))
        # Who is asked for a thing is neutral; what is asked not to happen is not.
        targets = {item[3].target for item in refused}
        found = [item for item in found if item[0] != "neutral" or item[3].target not in targets]
        found = _joined(found, refused, jeered(view))
    if not is_conditional and attribution.kind is not Kind.NON_ASSERTION:
        found = _joined(found, attitudes_held(view, is_asking=is_asking), disowned(view), apologies(view, cue))
        found = _joined(list(sympathies(view)), found)
        if cue.act != "reject":
            found = _joined(found, leanings(view))
        if not is_silent:
            found = _joined(found, obliged(view), distrusted(view), asked_to_doubt(view), fallen_short(view))
        found = _joined(found, spared(view))
        found = _joined(found, set_against(view, found))
    if jeers := mocked(view, cue):
        against = jeers + [item for item in found if item[0] == "negative"]
        return replace(_judgement(against, "negative"), is_silenced=True)
    if cue.polarity == "positive" and is_mocking(view):
        return Judgement(is_silenced=True)  # "thanked them for their 'generous' offer"
    found = softened(view, found)
    return replace(_judgement(found, polarity), is_reserved=is_silent, only_named=only_named(view, cue))


def _joined(found: list[Found], *others: Iterable[Found]) -> list[Found]:
    """What was found, and what others say of targets that it says nothing of."""
    for some in others:
        known = {item[3].target for item in found}
        found = found + [item for item in some if item[3].target not in known]
    return found


def _and_also(judgement: Judgement, found: Iterable[Found]) -> Judgement:
    """A judgement with what was found of targets that it says nothing of."""
    return _with(judgement, _judgement(list(found), None))


def _with(judgement: Judgement, further: Judgement) -> Judgement:
    """A judgement with the stances of a further one to targets that it says nothing of."""
    known = {stance.target for stance in judgement.stances} | judgement.unclear
    more = [stance for stance in further.stances if stance.target not in known]
    stances = sorted((*judgement.stances, *more), key=lambda stance: stance.target)
    only_named = judgement.only_named | further.only_named
    return replace(judgement, stances=tuple(stances), shown={**further.shown, **judgement.shown}, only_named=only_named)


def _is_avoided(reading: Reading, attribution: Attribution) -> bool:
    """True where the cue is what somebody avoids, stops or puts off doing."""
    for tree, tokens in reading.pieces(attribution.cue[:1]):
        root = next((t for t in tokens if tree.head[t] not in tokens or tree.head[t] == t), None)
        if root is not None and tree.dep[root] in ("xcomp", "pcomp", "dobj"):
            return tree.lower[tree.head[root]] in _AVOIDING
    return False


def _cue_words(reading: Reading, attribution: Attribution) -> frozenset[str]:
    """The words of a cue, lower case."""
    places = (reading.source.locate(span) for span in attribution.cue)
    return frozenset(word for start, end in places for word in reading.shadow[start:end].casefold().split())


def _as_felt(cue: CueStance, words: frozenset[str]) -> CueStance:
    """The row of a cue with what it says of the feeling: "noted with concern"."""
    felt = next((judged for feeling, judged in sorted(_FEELINGS.items()) if feeling in words), None)
    if felt is None or cue.polarity is not None or "with" not in words:
        return cue
    return replace(cue, polarity=felt[0], act=felt[1], target="object", cue_class="evaluative")


def _as_denied(cue: CueStance, words: frozenset[str], reading: Reading, attribution: Attribution) -> CueStance:
    """The row of a cue under "not" or "no longer": praise becomes its opposite, blame becomes nothing."""
    start, end = reading.source.locate(attribution.content[0])
    if "but" in words:
        return cue  # "could not but admire"
    words -= frozenset(cue.lemma.split())  # "said no to" is no denial of saying
    is_failing = bool(words & _FAILURES) and cue.polarity == "negative"  # "his failure to denounce the raid"
    if (
        not is_failing
        and not words & words_of("deny")
        and not reading.shadow[start:end].casefold().startswith("neither ")
    ):
        return cue
    if attribution.kind is Kind.NON_ASSERTION or cue.polarity not in ("positive", "negative"):
        return cue
    if cue.polarity == "positive":
        return replace(cue, polarity="negative", act="reject")
    return replace(cue, polarity=None, act=None)


def _judgement(found: list[Found], polarity: Polarity | None) -> Judgement:
    """One stance a target; where words about one target disagree, none."""
    views: dict[TargetId, set[str]] = {}
    for item in found:
        views.setdefault(item[3].target, set()).add(item[0])
    stances: dict[TargetId, Stance] = {}
    shown: dict[TargetId, Span] = {}
    for value, act, span, reference, confidence in found:
        target = reference.target
        if target not in stances and not {"positive", "negative"} <= views[target]:
            stances[target] = Stance(target=target, polarity=value, act=act, evidence=span, confidence=confidence)
            shown[target] = reference.span
    unclear = frozenset(target for target, values in views.items() if {"positive", "negative"} <= values)
    return Judgement(tuple(stances[target] for target in sorted(stances)), polarity, shown, unclear=unclear)


def _is_within(span: Span, whole: Span) -> bool:
    """True where one span lies within another of the same string."""
    return span.string == whole.string and whole.start <= span.start and span.end <= whole.end


def _agreed(polarities: Iterable[Polarity]) -> Polarity | None:
    found = set(polarities)
    return found.pop() if len(found) == 1 else None
