"""The plain table that every network is computed from: one row per attribution, speaker and target."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, overload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.analysis.said_about import Kind, Polarity

Voice: TypeAlias = Literal["speaker", "body", "principal", "state"]
"""Who counts as the one who speaks. `speaker`: the person or actor that the words are ascribed to; `body`: the office
or organisation that a person speaks for; `principal`: the highest actor bound; `state`: the state bound."""

ACTOR_KINDS: Final = frozenset(
    {
        "State", "Person", "GovernmentBody", "InternationalBody", "MediaOutlet", "Organisation", "ActorGroup",
        "UnnamedSource", "Document",
    }
)  # fmt: skip
"""What can speak. Everything else that words are about (a draft, a mandate, a topic) is a thing."""


@dataclass(frozen=True, slots=True)
class Named:
    """What is known of a node: its name and what it is ("State", "Person", "DraftResolution"; "" where unknown)."""

    label: str
    kind: str

    @property
    def is_actor(self) -> bool:
        """True where it can speak. What is not known to be a thing counts as an actor."""
        return not self.kind or self.kind in ACTOR_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One attribution, one of its speakers, one of its targets. All names are IRIs, or any ids of your own."""

    statement: str
    day: date | None = None
    """Last day on which it can have been said; None: not known."""
    speaker: str
    body: str | None = None
    """The office or organisation that speaks or is spoken for; None: not known, or not told apart (joint words)."""
    principal: str | None = None
    """The highest actor that the words bind; None: not known, or not told apart."""
    state: str | None = None
    """The state that the words bind; None: none, or not told apart."""
    target: str | None = None
    """Whom or what the words are about; None: nobody."""
    polarity: Polarity = "none"
    """The stance towards the target; `none`: the words show none."""
    article: str
    """The article that the view shows it in."""
    outlet: str | None = None
    """Who published that article; None: not known."""
    confidence: float = 1.0
    """Of the attribution, 0 to 1."""
    kind: Kind = "Statement"
    subjects: tuple[str, ...] = ()
    """Fields of policy, by short name, sorted."""
    claims: tuple[tuple[str, int], ...] = ()
    """Claims that the attribution puts forward (1) or denies (-1), sorted."""
    copies: tuple[tuple[str, str | None], ...] = ()
    """Further articles with the same words, each with its outlet, sorted."""

    def voice(self, voice: Voice) -> str:
        """The actor at that level. Where nobody is known there, the next one below: body for state, then speaker."""
        match voice:
            case "speaker":
                return self.speaker
            case "body":
                return self.body or self.speaker
            case "principal":
                return self.principal or self.body or self.speaker
            case "state":
                return self.state or self.body or self.speaker


@dataclass(frozen=True, slots=True)
class StatementTable:
    """Rows in a fixed order (see `row_order`), with the names of their nodes and who counts as their voice."""

    rows: tuple[StatementRow, ...]
    names: Mapping[str, Named] = field(default_factory=dict)
    voice: Voice = "speaker"

    @classmethod
    def of(
        cls, rows: Iterable[StatementRow], names: Mapping[str, Named] | None = None, voice: Voice = "speaker"
    ) -> StatementTable:
        """A table of these rows, put in order."""
        return cls(tuple(sorted(rows, key=row_order)), dict(names or {}), voice)

    def with_rows(self, rows: Iterable[StatementRow]) -> StatementTable:
        """The same names and voice for other rows, put in order."""
        return StatementTable.of(rows, self.names, self.voice)

    def voiced(self, voice: Voice) -> StatementTable:
        """The same rows with another level of voices: persons rolled up to their body, or to the state."""
        return replace(self, voice=voice)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[StatementRow]:
        return iter(self.rows)

    @overload
    def __getitem__(self, place: int) -> StatementRow: ...
    @overload
    def __getitem__(self, place: slice) -> StatementTable: ...
    def __getitem__(self, place: int | slice) -> StatementRow | StatementTable:
        return replace(self, rows=self.rows[place]) if isinstance(place, slice) else self.rows[place]

    def name(self, node: str) -> Named:
        """Name and kind of a node; its id, and no kind, where nothing is known of it."""
        return self.names.get(node) or Named(node, "")

    @property
    def articles(self) -> tuple[str, ...]:
        """Articles of the rows, sorted, each once."""
        return tuple(sorted({row.article for row in self.rows}))

    @property
    def statements(self) -> int:
        """How many different attributions the rows hold."""
        return len({row.statement for row in self.rows})


def row_order(row: StatementRow) -> tuple[date, str, str, str, str]:
    """Sorting key of rows: day (undated last), article, statement, speaker, target."""
    return (row.day or date.max, row.article, row.statement, row.speaker, row.target or "")
