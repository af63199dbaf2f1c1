"""What the content of a request, vow or refusal shows of what it asks for, of whom, and of what it refuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.statements.reading.clauses import tops
from kg.statements.stance.cue_targets import addressed
from kg.statements.stance.demands import refused, wishes
from kg.statements.stance.evaluation import words_at
from kg.statements.stance.surroundings import is_weakened
from kg.statements.stance.view import WORD_CONFIDENCE

if TYPE_CHECKING:
    from kg.model.statements import Polarity
    from kg.statements.reading.strings import Reference
    from kg.statements.stance.view import Found, StanceView


@dataclass(frozen=True, slots=True)
class Refused:
    """What is refused. `is_view` False: it says nothing of what the speaker thinks ("refused to rule out")."""

    judged: tuple[Reference, ...] = ()
    is_view: bool = True


def wished(view: StanceView, *, is_asking: bool, is_told: bool) -> list[Found]:
    """What a request or vow shows of what it is to bring or end, and (where others are asked) of whom it asks."""
    found: list[Found] = []
    for tree, tokens in view.pieces(view.attribution.content):
        for wish in wishes(tree, tokens, is_told=is_told):
            span = view.span(tree, wish.token)
            judged = view.others(r for token in wish.judged for r in view.named(tree, token))
            found += [(wish.polarity, wish.act, span, r, WORD_CONFIDENCE) for r in judged]
            if wish.is_fault and is_asking:
                found += [("negative", "demand-of", span, r, WORD_CONFIDENCE) for r in addressed(view)]
    return found


def refusal_of(view: StanceView) -> Refused | None:
    """What "refused to ..." refuses; None where the content is no such clause."""
    for tree, tokens in view.pieces(view.attribution.content):
        if not any(tree.is_verb(top) for top in tops(tree, tokens)):
            return None
        objects = refused(tree, tokens)
        if objects is None:
            return Refused(is_view=False)
        return Refused(judged=view.others(r for token in objects for r in view.named(tree, token)))
    return None


def wish_of(view: StanceView) -> Polarity | None:
    """Positive where the content asks for peace, talks and the like, and for nothing harmful."""
    values = {
        word.value
        for tree, tokens in view.pieces(view.attribution.content)
        for token in tokens
        for word in words_at(tree, token)
        if not (tree.is_negated(token) or is_weakened(tree, token, tokens))
    }
    return "positive" if values & {"goal", "positive"} and not values & {"harm", "negative"} else None
