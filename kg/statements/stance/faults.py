"""What a fault is told by, for the turns of phrase that blame: bad and valued things, and who is blamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.statements.reading.wordlists import words_of
from kg.statements.stance.constructions import Turn
from kg.statements.stance.evaluation import words_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.constructions import Clause


def blaming(c: Clause, shown: int, *judged: int | None) -> Iterator[Turn]:
    """The turn of a clause that finds fault with some nouns, unless they are one's own side."""
    kept = tuple(token for token in judged if token is not None and not c.is_own(token))
    if kept:
        yield Turn(shown, "negative", "criticise", kept)


def is_bad(tree: Tree, token: int) -> bool:
    """True for a word that blames, a harm that one calls for, and a scourge."""
    if tree.lower[token] in words_of("scourge"):
        return True
    return any(word.value in ("negative", "harm") for word in words_at(tree, token))


def is_valued(tree: Tree, token: int) -> bool:
    """True for what one is for: safety, peace, aid."""
    if tree.lower[token] in words_of("value") | words_of("good"):
        return True
    return any(word.value in ("goal", "positive") for word in words_at(tree, token, as_part=True))
