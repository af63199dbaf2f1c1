"""Every kind of network under one name, for commands and loops; and who belongs to which state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

from kg.analysis.agreement import conflict, congruence, subtract
from kg.analysis.counting import Rules
from kg.analysis.ties import co_target, mentions, on_behalf_of, who_about_whom
from kg.analysis.two_mode import actor_by_concept
from kg.errors import ParameterError

if TYPE_CHECKING:
    from kg.analysis.explaining import AnyNetwork
    from kg.analysis.table import StatementTable

NetworkKind: TypeAlias = Literal[
    "who-about-whom", "congruence", "conflict", "subtract", "two-mode", "co-target", "mention", "outlet-mention",
    "on-behalf",
]  # fmt: skip
"""Of these, the agreement kinds are undirected, `two-mode` has actors and concepts, and the others are directed."""
AGREEMENT_KINDS: Final = frozenset({"congruence", "conflict", "subtract"})


def make_network(kind: NetworkKind, table: StatementTable, rules: Rules | None = None) -> AnyNetwork:
    """The network of that kind; `explain` takes each of its ties apart.

    `rules` count for what actors agree about (`congruence`, `conflict`, `subtract`, `two-mode`, `co-target`); the
    direct ties (`who-about-whom`, `mention`, `outlet-mention`, `on-behalf`) count every statement.

    >>> from kg.analysis import StatementRow, StatementTable
    >>> row = StatementRow(statement="s1", speaker="Ardenia", target="Kestria", polarity="negative", article="a1")
    >>> [(kind, list(make_network(kind, StatementTable.of([row])))) for kind in ("mention", "two-mode")]
    [('mention', ['Ardenia', 'Kestria']), ('two-mode', ['Ardenia', 'concept:Kestria'])]

    Raises: ParameterError: there is no such kind, or the rules contradict each other.
    """
    chosen = rules or Rules()
    match kind:
        case "who-about-whom":
            return who_about_whom(table)
        case "congruence":
            return congruence(table, chosen)
        case "conflict":
            return conflict(table, chosen)
        case "subtract":
            return subtract(table, chosen)
        case "two-mode":
            return actor_by_concept(table, rules=chosen)
        case "co-target":
            return co_target(table, replace(chosen, neutral=True))
        case "mention":
            return mentions(table)
        case "outlet-mention":
            return mentions(table, by="outlet")
        case "on-behalf":
            return on_behalf_of(table)
    raise ParameterError(f"there is no network {kind!r}; known are {', '.join(get_args(NetworkKind))}")


def groups_by_state(table: StatementTable) -> dict[str, str]:
    """Actor -> the state that its words bind, for `assortativity` and `brokerage`: a state is its own, a speaker and
    its body those of the statements that they make. Who is bound to several, or to none, is left out.

    >>> from kg.analysis import StatementRow, StatementTable
    >>> row = StatementRow(statement="s1", speaker="Orban", body="Ministry", state="Ardenia", article="a1")
    >>> groups_by_state(StatementTable.of([row]))
    {'Ardenia': 'Ardenia', 'Ministry': 'Ardenia', 'Orban': 'Ardenia'}
    """
    found: dict[str, set[str]] = {}
    for row in table:
        if row.target is not None and table.name(row.target).kind == "State":
            found.setdefault(row.target, set()).add(row.target)
        if row.state is not None:
            for actor in (row.speaker, row.body, row.state):
                if actor is not None:
                    found.setdefault(actor, set()).add(row.state)
    return {actor: next(iter(states)) for actor, states in sorted(found.items()) if len(states) == 1}
