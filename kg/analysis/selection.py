"""Which statements count: one frozen `Selection` for every network, and the one way from a store to their table.

A graph folder is read from its table of statements (`kg.analysis.statements_file`). To any other store (an endpoint, a
store in memory) five questions are put, whatever its size and the selection: the statements, whom they bind, their
copies, subjects and claims. Both give the same rows; all counting is done over them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, Literal, TypeVar, cast, get_args

from kg.analysis.said_about import FIRST_HAND, Kind, Polarity
from kg.analysis.table import Named, StatementRow, StatementTable, Voice
from kg.errors import ParameterError
from kg.query import run_query
from kg.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kg.query import Cell
    from kg.store.protocol import Store

T = TypeVar("T")
ALL_KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
"""All four kinds of attribution, for `Selection(kinds=ALL_KINDS)`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which statements count, and who counts as their voice. The defaults take everything said first hand.

    Raises: ParameterError: a day is no ISO day, the period is empty, a confidence lies outside 0 to 1, or a kind, voice
        or rule of copies is unknown.
    """

    since: date | str | None = None
    """First day, included. With it or `until`, undated statements are left out. An ISO text is taken for its day."""
    until: date | str | None = None
    """Last day, included."""
    kinds: Collection[Kind] = FIRST_HAND
    """Kinds of attribution: by default what was said first hand, `Statement` and `Attitude`."""
    outlets: Collection[str] | None = None
    """IRIs of outlets: at least one of those that report the statement is among them; None: any."""
    subjects: Collection[str] | None = None
    """Short names of fields of policy ("sanctions"): the statement touches one of them; None: any, or none at all."""
    least_confidence: float = 0.0
    """Of the attribution, included."""
    voice: Voice = "speaker"
    """Who counts as the one who speaks, in every network that is not told otherwise."""
    copies: Literal["once", "each"] = "once"
    """`once`: words that several articles carry count once, in the article that the view shows; `each`: in each."""

    def __post_init__(self) -> None:
        for name in ("since", "until"):
            object.__setattr__(self, name, _day(name, getattr(self, name)))
        if isinstance(self.since, date) and isinstance(self.until, date) and self.since > self.until:
            raise ParameterError(f"the period is empty: since {self.since} is after until {self.until}")
        if not 0 <= self.least_confidence <= 1:
            raise ParameterError(f"least_confidence lies between 0 and 1, not at {self.least_confidence}")
        for name, value, known in (
            ("kinds", self.kinds, get_args(Kind)),
            ("voice", [self.voice], get_args(Voice)),
            ("copies", [self.copies], ("once", "each")),
        ):
            if isinstance(value, str) or (unknown := sorted(set(value) - set(known))):
                wrong = value if isinstance(value, str) else ", ".join(unknown)
                raise ParameterError(f"{name}: {wrong!r} is not among {', '.join(known)}")
        for name in ("kinds", "outlets", "subjects"):
            value = getattr(self, name)
            if isinstance(value, str):
                raise ParameterError(f"{name} is a list, not the text {value!r}")
            object.__setattr__(self, name, None if value is None else tuple(sorted(set(value))))

    def keeps(self, row: StatementRow) -> bool:
        """True where the row counts, copies apart."""
        if (self.since or self.until) and not self._is_within(row.day):
            return False
        if row.kind not in self.kinds or row.confidence < self.least_confidence:
            return False
        if self.subjects is not None and not set(self.subjects) & set(row.subjects):
            return False
        return self.outlets is None or bool(set(self.outlets) & {row.outlet, *(outlet for _, outlet in row.copies)})

    def apply(self, table: StatementTable) -> StatementTable:
        """The rows of a table that count. With `copies="each"` a row of its own for each article that has the words;
        with outlets chosen, the copies of others are then left out."""
        kept = (row for row in table if self.keeps(row))
        if self.copies == "once":
            return StatementTable(tuple(kept), table.names, self.voice)
        spread = (copy for row in kept for copy in _each_copy(row))
        return StatementTable.of((row for row in spread if self.keeps(row)), table.names, self.voice)

    def _is_within(self, day: date | None) -> bool:
        first, last = cast("date | None", self.since), cast("date | None", self.until)
        return day is not None and (first is None or day >= first) and (last is None or day <= last)

    def __str__(self) -> str:
        said = [f"{field.name}={getattr(self, field.name)!s}" for field in fields(self)]
        return f"Selection({', '.join(said)})"


def statements_of(store: Store, selection: Selection | None = None) -> StatementTable:
    """The table of the statements of a graph that the selection keeps; without one, all that was said first hand.

    One row per attribution, speaker and target; one with no target for what is about nobody. Equal graphs give equal
    tables. Where several runs of a reader gave an attribution different confidences, the least one counts.
    """
    chosen = selection or Selection()
    if isinstance(store, EmbeddedStore):
        from kg.analysis.statements_file import chosen_table

        return chosen_table(store, chosen)
    return asked_table(store, chosen)


def asked_table(store: Store, chosen: Selection) -> StatementTable:
    """The table by SPARQL, which every store answers."""
    names: dict[str, Named] = {}
    bound = _bound(store, names)
    copies = _grouped(store, "networks/copies", "article", "outlet")
    subjects = {
        statement: tuple(sorted({str(subject) for (subject,) in found}))
        for statement, found in _grouped(store, "networks/subjects", "subject").items()
    }
    claims = _claims(store, names)
    answer = run_query(store, "networks/statements", **{"from": chosen.since, "to": chosen.until})
    rows: dict[tuple[str, str, str], StatementRow] = {}
    for found in (dict(zip((column.name for column in answer.columns), row, strict=True)) for row in answer):
        statement, speaker = str(found["statement"]), str(found["speaker"])
        target = None if found["target"] is None else str(found["target"])
        key = (statement, speaker, target or "")
        confidence = _number(found["confidence"])
        if key in rows:
            if confidence < rows[key].confidence:
                rows[key] = replace(rows[key], confidence=confidence)
            continue
        _name(names, speaker, found["who"], found["speaker_kind"])
        if target:
            _name(names, target, found["whom"], found["target_kind"])
        day = found["day"]
        nearest, highest, state = bound.get((statement, speaker), (None, None, None))
        kind = names[speaker].kind
        rows[key] = StatementRow(
            statement=statement,
            day=day if isinstance(day, date) else None,
            speaker=speaker,
            body=speaker if kind not in ("Person", "UnnamedSource", "") else nearest,
            principal=highest,
            state=speaker if kind == "State" else state,
            target=target,
            polarity=_polarity(bool(found["opposes"]), bool(found["favours"])),
            article=str(found["article"]),
            outlet=None if found["outlet"] is None else str(found["outlet"]),
            confidence=confidence,
            kind=_kind(found["kind"]),
            subjects=subjects.get(statement, ()),
            claims=claims.get(statement, ()),
            copies=tuple(
                sorted(
                    ((str(article), None if outlet is None else str(outlet)) for article, outlet in copies[statement]),
                    key=str,
                )
            )
            if statement in copies
            else (),
        )
    return chosen.apply(StatementTable.of(rows.values(), names))


def _bound(store: Store, names: dict[str, Named]) -> dict[tuple[str, str], tuple[str | None, str | None, str | None]]:
    """Statement and speaker -> nearest actor bound, highest, state; None where there is none, or more than one."""
    found: dict[tuple[str, str], tuple[set[str], set[str], set[str]]] = defaultdict(lambda: (set(), set(), set()))
    for row in run_query(store, "networks/principals").to_records():
        principal = str(row["principal"])
        _name(names, principal, row["principal_name"], row["principal_kind"])
        levels = (bool(row["nearest"]), bool(row["highest"]), names[principal].kind == "State")
        for level, is_there in zip(found[str(row["statement"]), str(row["speaker"])], levels, strict=True):
            if is_there:
                level.add(principal)
    return {key: (_only(nearest), _only(highest), _only(state)) for key, (nearest, highest, state) in found.items()}


def _claims(store: Store, names: dict[str, Named]) -> dict[str, tuple[tuple[str, int], ...]]:
    """Statement -> the claims that it puts forward (1) or denies (-1)."""
    found: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for row in run_query(store, "networks/claims").to_records():
        claim = str(row["claim"])
        _name(names, claim, row["label"], "#Claim")
        found[str(row["statement"])].add((claim, -1 if row["denies"] else 1))
    return {statement: tuple(sorted(claims)) for statement, claims in found.items()}


def _only(found: set[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None


def _grouped(store: Store, query: str, *columns: str) -> dict[str, list[tuple[Cell, ...]]]:
    grouped: dict[str, list[tuple[Cell, ...]]] = {}
    for row in run_query(store, query).to_records():
        grouped.setdefault(str(row["statement"]), []).append(tuple(row[column] for column in columns))
    return grouped


def _each_copy(row: StatementRow) -> Iterator[StatementRow]:
    yield replace(row, copies=())
    for article, outlet in row.copies:
        yield replace(row, article=article, outlet=outlet, copies=())


def _name(names: dict[str, Named], node: str, label: Cell, kind: Cell) -> None:
    """Remember a node; of several names or classes the first in order stays."""
    if node not in names:
        names[node] = Named(node if label is None else str(label), "" if kind is None else str(kind).rpartition("#")[2])


def _polarity(opposes: bool, favours: bool) -> Polarity:
    if opposes:
        return "mixed" if favours else "negative"
    return "positive" if favours else "none"


def _kind(iri: Cell) -> Kind:
    return _one_of(str(iri).rpartition("#")[2], get_args(Kind))


def _one_of(value: str, known: Iterable[T]) -> T:
    return next(each for each in known if each == value)


def _number(cell: Cell) -> float:
    return float(cell) if isinstance(cell, int | float) else 1.0


def _day(name: str, value: object) -> date | None:
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value.strip())
        except ValueError:
            raise ParameterError(f"{name} takes a day like 2024-03-28, not {value!r}") from None
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    raise ParameterError(f"{name} takes a day like 2024-03-28, not {value!r}")
