"""Bodies and groups named again by what they are: "the institute", "the watchdog", "the countries"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.model import ActorId, ActorKind, MentionType
from kg.resolve.coreference import QUALIFIERS, Scene
from kg.resolve.lexicon import ORG_WORDS, words_of
from kg.resolve.page import Naming
from kg.resolve.subjects import subject_before

if TYPE_CHECKING:
    from kg.resolve.cast import Cast
    from kg.resolve.page import Page

_ORGANISATIONS: Final = frozenset({ActorKind.ORGANISATION})
_BODIES: Final = frozenset({ActorKind.ORGANISATION, ActorKind.INTERNATIONAL_BODY})
_GENERIC: Final = {
    **dict.fromkeys(
        words_of("company firm airline carrier lender group movement militia charity club"), _ORGANISATIONS
    ),
    **dict.fromkeys(words_of("watchdog bloc organisation organization union alliance committee commission"), _BODIES),
    **dict.fromkeys(words_of("agency regulator authority"), _BODIES | {ActorKind.GOVERNMENT_BODY}),
    **dict.fromkeys(words_of("newspaper broadcaster outlet"), frozenset({ActorKind.MEDIA_OUTLET})),
}
"""Nouns for what a body is whose name does not hold the word, and what such a body may be here."""
_TELLING: Final = words_of("watchdog bloc regulator airline carrier lender newspaper broadcaster militia")
"""Nouns of few bodies: one that fits need not be a subject."""
_GROUPS: Final = words_of("countries sides parties partners allies neighbours neighbors states governments")
_WINDOW = 3
"""Sentences that a noun which the name does not hold looks back over."""


def find_nominals(page: Page, cast: Cast) -> None:
    """Claim "the institute", "the committee", "the watchdog" wherever one body of the article fits."""
    scene = Scene.of(page, cast)
    for index, word in enumerate(page.words):
        if word.low not in ORG_WORDS and word.low not in _GENERIC and not word.low.startswith("regulator"):
            continue
        if not _is_nominal(page, index) or not page.is_free(word.start, word.end):
            continue
        first = index
        while first > 0 and page.words[first - 1].string.islower() and page.words[first - 1].low in QUALIFIERS:
            first -= 1
        before = page.before(first)
        follows = page.after(index)
        if before is None or before.low not in ("the", "this", "that") or (follows is not None and follows.low == "of"):
            continue
        words = [w.low for w in page.words[first : index + 1]]
        actor, fitting = scene.nominal(words, before.start)
        score = 0.85
        if actor is None and not fitting and first == index and before.low == "the":
            actor, score = _by_kind(scene, word.low, before.start), 0.75
        if actor is None and not fitting:
            continue
        reason = None if actor else "several bodies of the article fit"
        page.claim(Naming(
            start=before.start, end=word.end, actor=actor, type=MentionType.NOMINAL, method=f"the-{word.low}",
            score=score if actor else 0.0, alternatives=() if actor else fitting, reason=reason,
        ))  # fmt: skip


def _by_kind(scene: Scene, low: str, offset: int) -> ActorId | None:
    """The body that a noun means which its name does not hold: the subject of the sentence before, if it alone fits."""
    kinds = _GENERIC.get(low)
    if kinds is None:
        return None
    near = [n for n in scene.before(offset, _WINDOW) if n.actor is not None and scene.cast.kind(n.actor) in kinds]
    actors = {naming.actor for naming in near}
    sole = next(iter(actors)) if len(actors) == 1 else None
    if low in _TELLING:
        return sole
    subject = subject_before(scene.page, offset)
    if subject is None:
        return None
    return sole if any(subject[0] <= n.start and n.end <= subject[1] for n in near) else None


def _is_nominal(page: Page, index: int) -> bool:
    """True for "council", and for "Council" where no name stands beside it."""
    before, after = page.before(index), page.after(index)
    alone = not (before and before.is_capital and before.low != "the") and not (after and after.is_capital)
    return page.words[index].string.islower() or alone


def find_groups_again(page: Page, cast: Cast) -> None:
    """Claim "the countries" and "the partners" where the last group before them is called by the same word."""
    groups = sorted(
        (n.end, n.start, n.actor, page.words[page.word_at(n.end) - 1].low)
        for n in page.all_namings()
        if n.actor is not None and cast.kind(n.actor) is ActorKind.GROUP
    )
    place, last = 0, None
    for index, word in enumerate(page.words):
        while place < len(groups) and groups[place][0] <= word.start:
            last = groups[place]
            place += 1
        if last is None or word.low not in _GROUPS:
            continue
        before = page.before(index)
        if before is None or before.low not in ("the", "these"):
            continue
        after = page.after(index)
        if last[3] == word.low and page.is_free(before.start, word.end) and (after is None or after.low != "of"):
            page.claim(Naming(
                start=before.start, end=word.end, actor=last[2], type=MentionType.NOMINAL, method="the-group",
                score=0.8,
            ))  # fmt: skip
