"""The one place where rules and the stance network settle the stance to each target.

The rules give their stances, and say where nothing is to be concluded; the network, if there is one, gives
probabilities for a target in its statement. Rules win wherever they speak; what they silence stays silent; where they
only keep back, the network has to be surer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from kg.model import Stance
from kg.statements.stance.bars import BARS, SURE
from kg.statements.stance.doubtful import NO_DOUBTS, doubts_about
from kg.statements.stance.learned import ask_network
from kg.vocab.ids import target_actor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.model import About, Attribution, Span
    from kg.model.statements import Polarity
    from kg.statements.reading.cues import CueStance
    from kg.statements.reading.sides import Side
    from kg.statements.reading.strings import Reading
    from kg.statements.stance.doubtful import Doubts
    from kg.statements.stance.learned import StanceNetwork
    from kg.statements.stance.rules import Judgement

Method = Literal["cue", "words", "network", "silenced", "unclear", "none"]
"""What decided: the cue, words of the content, the network; nobody, because the words keep any view back
(silenced), because words disagree (unclear), or because nothing judges (none)."""

_ACTS: Final[dict[Polarity, str]] = {"negative": "criticise", "positive": "praise"}
OPPOSITE: Final[dict[Polarity, Polarity]] = {"negative": "positive", "positive": "negative"}


@dataclass(frozen=True, slots=True)
class Ruling:
    """The stance to one target, None for none, and what decided."""

    stance: Stance | None
    method: Method


def settle(
    judgement: Judgement,
    about: About,
    probabilities: Mapping[Polarity, float] | None = None,
    doubts: Doubts = NO_DOUBTS,
) -> Ruling:
    """The stance of a statement to one of its targets.

    `probabilities`: what the network makes of the target in its statement, adding up to 1; None: it was not asked. It
    never turns round what the whole statement shows, and has to be surer where `doubts` speak against its answer.
    """
    for stance in judgement.stances:
        if stance.target == about.target:
            return Ruling(stance, "cue" if stance.confidence == 1 else "words")
    if judgement.is_silenced or about.target in judgement.only_named:
        return Ruling(None, "silenced")
    if about.target in judgement.unclear:
        return Ruling(None, "unclear")
    if probabilities is None:
        return Ruling(None, "none")
    for polarity in OPPOSITE:
        shown, opposite = probabilities[polarity], OPPOSITE[polarity]
        bar = SURE[polarity] if judgement.is_reserved or doubts.concern(polarity) else BARS[polarity]
        if shown >= bar and shown >= probabilities[opposite] and judgement.polarity != opposite:
            return Ruling(stance_of(about, polarity, shown), "network")
    return Ruling(None, "none")


def settle_all(
    reading: Reading,
    attribution: Attribution,
    judgement: Judgement,
    about: tuple[About, ...],
    cue: CueStance,
    inner: tuple[Span, ...],
    side: Side,
    network: StanceNetwork | None,
) -> tuple[Stance, ...]:
    """One stance a target at most, sorted by target."""
    rulings = {one.target: settle(judgement, one) for one in about}
    if network is not None:
        open_ones = [one for one in about if rulings[one.target].method == "none" and _is_ones_own(one, inner, side)]
        asked = ask_network(network, reading, attribution, open_ones)
        for one in open_ones:
            doubts = doubts_about(reading, attribution, cue, one)
            rulings[one.target] = settle(judgement, one, asked.get(one.target), doubts)
    return tuple(sorted((r.stance for r in rulings.values() if r.stance), key=lambda stance: stance.target))


def _is_ones_own(about: About, inner: tuple[Span, ...], side: Side) -> bool:
    """True for a target of which the speaker itself speaks: not in what it reports from others, nor its own side."""
    span = about.evidence
    if any(held.string == span.string and held.start <= span.start < held.end for held in inner):
        return False
    return target_actor(about.target) not in side.actors


def stance_of(about: About, polarity: Polarity, probability: float) -> Stance:
    """A stance that the network judges."""
    return Stance(
        target=about.target,
        polarity=polarity,
        act=_ACTS[polarity],
        evidence=about.evidence,
        confidence=round(probability, 3),
        method="network",
    )
