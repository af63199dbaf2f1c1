"""How the speaker of one attribution evaluates whom: from the cue, and from plainly evaluative words of the content.

A wrong polarity is worse than a missing one: what is negated, conditional, or evaluated in two directions gives none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.model import Kind, Stance
from kg.statements.judgements import find_evaluations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import About, Article, Attribution, Span
    from kg.model.statements import Polarity
    from kg.statements.judgements import CueJudgement, Evaluation

_NEAR: Final = 60
"""Characters between an evaluative word and the name that it applies to."""
_AFTER: Final = re.compile(
    r"\W*(?P<preposition>of|by|from|to|for|with|about|over|at|on|against)\s+(?:the |an? |its |their )*"
)
_STOP: Final = re.compile(r"[.;:!?]|,? (?:but|while|whereas|although|though|if|unless)\b")


def find_stances(
    article: Article, attribution: Attribution, about: Sequence[About], judgement: CueJudgement
) -> tuple[tuple[Stance, ...], Polarity | None]:
    """The stances of one attribution, one a target, and the overall polarity (None: none is shown).

    What nobody asserts (NonAssertion) evaluates nobody.
    """
    if attribution.kind is Kind.NON_ASSERTION:
        return (), None
    by_cue = _from_cue(attribution, about, judgement)
    if judgement.polarity in ("positive", "negative"):
        return by_cue, judgement.polarity
    by_words, polarity = _from_words(article, attribution, about)
    taken = {stance.target for stance in by_cue}
    return (*by_cue, *(s for s in by_words if s.target not in taken)), polarity


def _from_cue(attribution: Attribution, about: Sequence[About], judgement: CueJudgement) -> tuple[Stance, ...]:
    if judgement.act is None or judgement.polarity is None or not about:
        return ()
    named = _first_within(about, attribution.target) if judgement.target != "content" else None
    chosen = named or (_head(about, attribution) if judgement.target in ("content", "object") else None)
    if chosen is None:
        return ()
    evidence = attribution.cue[0] if attribution.cue else chosen.evidence
    return (Stance(target=chosen.target, polarity=judgement.polarity, act=judgement.act, evidence=evidence),)


def _first_within(about: Sequence[About], ranges: Sequence[Span]) -> About | None:
    return next((a for a in about if any(r.covers(a.evidence) for r in ranges)), None)


def _head(about: Sequence[About], attribution: Attribution) -> About | None:
    """The first name of the content, if it stands near the content's beginning: further off it is part of a detail."""
    start = attribution.content[0].start
    first = about[0]
    return (
        first
        if first.evidence.string == attribution.content[0].string and first.evidence.start - start <= _NEAR
        else None
    )


def _from_words(
    article: Article, attribution: Attribution, about: Sequence[About]
) -> tuple[tuple[Stance, ...], Polarity | None]:
    signs: set[Polarity] = set()
    stances: dict[str, Stance] = {}
    for piece in attribution.content:
        words = article.cut(piece)
        if len(words.casefold()) != len(words) or re.search(r"\b(?:if|unless|whether)\b", words):
            return (), None
        for found in find_evaluations(words):
            if found.is_negated:
                return (), None
            signs.add(found.word.polarity)
            target = _evaluated(words, piece, found, about)
            if target is not None and found.word.act is not None:
                evidence = type(piece)(piece.start + found.start, piece.start + found.end, piece.string)
                stances.setdefault(
                    target.target,
                    Stance(
                        target=target.target, polarity=found.word.polarity, act=found.word.act, evidence=evidence,
                        confidence=0.7,
                    ),
                )  # fmt: skip
    if len(signs) != 1:
        return (), None
    return tuple(stances.values()), signs.pop()


def _evaluated(words: str, piece: Span, found: Evaluation, about: Sequence[About]) -> About | None:
    """The name that an evaluative word applies to: right after its preposition, or nearest before in its clause."""
    inside = [a for a in about if piece.covers(a.evidence)]
    after = _AFTER.match(words, found.end)
    if after is not None and after["preposition"] in found.word.places:
        place = piece.start + after.end()
        return next((a for a in inside if place - 4 <= a.evidence.start <= place + 4), None)
    if found.word.places & {"subject", "poss"}:
        before = [a for a in inside if a.evidence.end <= piece.start + found.start]
        if before:
            nearest = max(before, key=lambda a: a.evidence.end)
            between = words[nearest.evidence.end - piece.start : found.start]
            if len(between) <= _NEAR and not _STOP.search(between):
                return nearest
    return None
