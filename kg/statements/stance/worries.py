"""Tells worry about somebody whom one cares for from worry about a bad thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.stance.forms import all_forms

if TYPE_CHECKING:
    from kg.statements.reading.syntax import Tree

CARED_FOR: Final = frozenset(
    {"baby", "boy", "brother", "child", "children", "daughter", "daughters", "families", "family", "father", "girl"}
    | {"health", "husband", "lives", "mother", "parents", "safety", "sister", "son", "sons", "survival", "welfare"}
    | {"wellbeing", "wife"}
)
"""Who is worried about these is for them."""
_WORRYING: Final = all_forms("worry", "fear", "fret") | frozenset(
    {"anxious", "anxiety", "concern", "concerned", "concerns", "nervous", "uneasy", "worries", "worry"}
)


def is_cared_for(tree: Tree, word: int, thing: int) -> bool:
    """True for what worry is for: "concerned about [her daughter]", "worries over [the safety] of the crew"."""
    return tree.lower[word] in _WORRYING and tree.lower[thing] in CARED_FOR
