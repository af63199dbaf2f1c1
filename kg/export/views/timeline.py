"""Statements over time as an interactive page: a row for each actor, a mark for each statement, changes of position."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.export.palette import POLARITY_NAMES
from kg.export.views.document import page
from kg.export.views.names import Kinds, screen_name
from kg.export.views.network import SIGNS
from kg.export.views.plain_table import plain_table
from kg.export.views.positions import Change, position_changes
from kg.export.views.shown import HtmlView
from kg.export.views.told import Index

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.analysis import StatementTable
    from kg.analysis.said_about import Polarity
    from kg.export.views.plain_table import Row
    from kg.export.views.told import Told

TITLE: Final = "Who said what, when"
Marks = dict[tuple[str, str], dict[str, "Polarity"]]
"""Voice and statement -> targets with the side taken towards them."""


def timeline_view(table: StatementTable, told: Mapping[str, Told] | None = None, *, title: str = TITLE) -> HtmlView:
    """The statements of a table as a page: canvas, search, filters by side, period and target, the words of each mark.

    A row is a voice of the table (`table.voiced("state")` rolls persons up), the busiest first. A mark is a statement
    of that voice; its colour is the side that it takes towards those it is about, mixed where these differ. A position
    is changed where a voice takes the other side towards a target than when it last took one; see `position_changes`.
    Statements without a day stand in a column of their own.

    `told`: what is told of statements, by IRI; see `told_of`. Without it the panel knows days alone.
    """
    index = Index(told or {})
    kinds = Kinds()
    marks, days = _marks(table)
    order = _busiest(marks)
    actor_place = {actor: number for number, actor in enumerate(order)}
    targets = _targets(marks)
    target_place = {target: number for number, target in enumerate(targets)}
    rows: list[list[object]] = []
    plain: list[Row] = []
    for (actor, statement), sides in marks.items():
        towards = [[target_place[target], SIGNS.index(side)] for target, side in sides.items()]
        place = index.place(statement, days[statement])
        rows.append([actor_place[actor], place, days[statement], towards])
        who = screen_name(table.name(actor).label)
        for target, side in sides.items() or [("", "none")]:
            whom = screen_name(table.name(target).label) if target else ""
            plain.append((who, POLARITY_NAMES[side], whom, place, 1))
    changes = position_changes(table)
    data = {
        "actors": [[screen_name(table.name(actor).label), kinds.place(table.name(actor).kind)] for actor in order],
        "targets": [screen_name(table.name(target).label) for target in targets],
        "marks": rows,
        "changes": [_change(change, actor_place, target_place, index) for change in changes],
        "kinds": kinds.rows,
        "signs": POLARITY_NAMES,
        "shown_signs": SIGNS,
        "statements": index.statements,
        "articles": index.articles,
    }
    text = page(
        "timeline",
        title,
        _counts(marks, order, days, changes),
        data,
        plain_table(plain, index.statements, index.articles),
    )
    return HtmlView(html=text, title=title)


def _marks(table: StatementTable) -> tuple[Marks, dict[str, str | None]]:
    """The marks in the order of the table, and the day of each statement, in ISO form."""
    marks: Marks = {}
    days: dict[str, str | None] = {}
    for row in table:
        days[row.statement] = row.day.isoformat() if row.day else None
        sides = marks.setdefault((row.voice(table.voice), row.statement), {})
        if row.target:
            before = sides.get(row.target, "none")
            sides[row.target] = (
                row.polarity if before in ("none", row.polarity) else before if row.polarity == "none" else "mixed"
            )
    return marks, days


def _busiest(marks: Marks) -> list[str]:
    counts: dict[str, int] = {}
    for actor, _ in marks:
        counts[actor] = counts.get(actor, 0) + 1
    return sorted(counts, key=lambda actor: (-counts[actor], actor))


def _targets(marks: Marks) -> list[str]:
    """Whom the words are about, those of most marks first."""
    counts: dict[str, int] = {}
    for sides in marks.values():
        for target in sides:
            counts[target] = counts.get(target, 0) + 1
    return sorted(counts, key=lambda target: (-counts[target], target))


def _change(change: Change, actors: Mapping[str, int], targets: Mapping[str, int], index: Index) -> list[object]:
    return [
        actors[change.actor], targets[change.target], index.place(change.earlier), index.place(change.later),
        SIGNS.index(change.before), SIGNS.index(change.after),
    ]  # fmt: skip


def _counts(marks: Marks, order: list[str], days: Mapping[str, str | None], changes: tuple[Change, ...]) -> str:
    known = sorted(day for day in days.values() if day)
    parts = [
        f"{len({statement for _, statement in marks}):,} statements",
        f"{len(order):,} actors",
        f"{len(changes):,} change{'' if len(changes) == 1 else 's'} of position",
    ]
    if known:
        parts.append(known[0] if known[0] == known[-1] else f"{known[0]} to {known[-1]}")
    return ", ".join(parts)
