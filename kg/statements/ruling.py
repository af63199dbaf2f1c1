"""The one place where rules and a learned classifier settle the stance to one target.

The rules give their stances, and where they want nothing said; the classifier, if there is one, its probabilities for
the target's span in its sentence. Rules for a cue win always; what the rules silence stays silent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from kg.model import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.model import About
    from kg.model.statements import Polarity
    from kg.statements.stance import Judgement

Method = Literal["cue", "words", "classifier", "silenced", "unclear", "none"]
"""What decided: the cue, words of the content, the classifier; nobody, because the content is not the speaker's view
(silenced), because words disagree (unclear), or because nothing judges (none)."""

LEAST_PROBABILITY: Final = 0.6
"""Of the classifier's best polarity, below which nothing is concluded. An estimate, not measured."""
_ACTS: Final[dict[Polarity, str]] = {"negative": "criticise", "positive": "praise"}


@dataclass(frozen=True, slots=True)
class Ruling:
    """The stance to one target, None for none, and what decided."""

    stance: Stance | None
    method: Method


def settle(judgement: Judgement, about: About, probabilities: Mapping[Polarity, float] | None = None) -> Ruling:
    """The stance of a statement to one of its targets.

    `probabilities`: what a classifier makes of the target's evidence span in its sentence, adding up to 1; None: no
    classifier was asked. It never turns round what the whole statement shows by its cue or words.
    """
    for stance in judgement.stances:
        if stance.target == about.target:
            return Ruling(stance, "cue" if stance.confidence == 1 else "words")
    if judgement.is_silenced:
        return Ruling(None, "silenced")
    if about.target in judgement.unclear:
        return Ruling(None, "unclear")
    if probabilities:
        polarity = max(sorted(probabilities), key=lambda one: probabilities[one])
        shown = probabilities[polarity]
        agrees = judgement.polarity in (None, "neutral", polarity)
        if polarity in _ACTS and shown >= LEAST_PROBABILITY and agrees:
            return Ruling(
                Stance(
                    target=about.target,
                    polarity=polarity,
                    act=_ACTS[polarity],
                    evidence=about.evidence,
                    confidence=round(shown, 3),
                ),
                "classifier",
            )
    return Ruling(None, "none")
