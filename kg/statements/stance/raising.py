"""Tells lifting that ends a thing ("lift the curfew") from lifting that makes it more ("lift wages")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.stance.forms import all_forms

if TYPE_CHECKING:
    from kg.statements.reading.syntax import Tree

_LIFTING: Final = all_forms("lift")
_RAISED: Final = frozenset(
    {"earnings", "exports", "growth", "income", "incomes", "morale", "output", "participation", "pay", "productivity"}
    | {"spirits", "standards", "turnout", "wages"}
)
"""What one lifts to have more of it; a ban is lifted to be gone."""


def is_raising(tree: Tree, token: int) -> bool:
    """True for a verb of lifting with "up", or with something one wants more of."""
    if tree.lower[token] not in _LIFTING or not tree.is_verb(token):
        return False
    is_up = any(tree.lower[k] == "up" for k in tree.kids(token, "prt", "advmod", "prep"))
    return is_up or any(tree.lower[thing] in _RAISED for thing in tree.objects(token))
