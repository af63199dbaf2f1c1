"""How statements become counts: who took which side on what, duplicates left out, each count with its statements.

The definitions are those of discourse network analysis (Leifeld, "Discourse network analysis: policy debates as dynamic
networks", 2017, and the program Discourse Network Analyzer). X[i, c, q] is the number of kept statements of actor i on
concept c with level q. Where that program departs from its own definitions, `compat="dna"` departs with it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from kg.errors import ParameterError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from kg.analysis.kernels import Kernel
    from kg.analysis.table import StatementRow, StatementTable

Concept: TypeAlias = Literal["target", "subject", "claim"]
"""What actors agree about: whom or what they evaluate, the field of policy in which they evaluate somebody, or a claim
that they put forward or deny (denials are no first-hand statements: select the kind `NonAssertion`, too)."""
Duplicates: TypeAlias = Literal["include", "document", "week", "month", "year", "acrossrange"]
Normalisation: TypeAlias = Literal["average", "jaccard", "cosine"]
Compat: TypeAlias = Literal["dna"]

LEVELS: Final = {"negative": -1, "positive": 1, "mixed": 0, "none": 0}
"""A stance as a number. 0 counts only where neutral statements are asked for."""
SCALE: Final = 2.0
"""Distance between the ends of the scale, -1 and 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How statements are counted in a discourse network.

    Raises: ParameterError: rules that contradict each other (see `normalise`, `kernel`).
    """

    concept: Concept = "target"
    """What actors agree about: `target` (whom or what they evaluate), `subject` (a field of policy), or `claim`."""
    neutral: bool = False
    """Statements that show no stance, or both, count with level 0, half-way; else they are left out."""
    duplicates: Duplicates = "document"
    """Statements of one actor on one concept with one level that count once: those of one article (`document`), of one
    ISO week, month or year, of the whole table (`acrossrange`); `include`: all count. The earliest is kept. Undated
    statements are duplicates within a document and across the range only."""
    normalise: Normalisation | None = None
    """One-mode networks: `average`: divided by the mean number of statements of the two; `jaccard`: by the number of
    statements that either made; `cosine`: by the product of the two vectors' lengths."""
    isolates: bool = False
    """Actors of the table without any statement that counts are nodes, too."""
    kernel: Kernel | None = None
    """Statements weigh less the farther their day is from the kernel's centre."""
    compat: Compat | None = None
    """`dna`: the numbers of Discourse Network Analyzer 3.1 to the last digit, its known slips included."""

    def __post_init__(self) -> None:
        if self.compat and self.kernel and self.normalise:
            raise ParameterError(
                "compat='dna' knows no normalised kernel networks: leave out one of kernel, normalise, compat"
            )

    @property
    def levels(self) -> tuple[int, ...]:
        """The levels that can occur, ascending."""
        return (-1, 0, 1) if self.neutral else (-1, 1)


@dataclass(frozen=True, slots=True)
class Observation:
    """One actor took one side on one concept in one statement."""

    statement: str
    actor: str
    concept: str
    level: int
    article: str
    day: date | None


Counts: TypeAlias = dict[str, dict[str, dict[int, float]]]
"""Concept -> actor -> level -> count (or weight). Every part in order of first appearance."""


def observations(table: StatementTable, rules: Rules) -> tuple[Observation, ...]:
    """Who took which side on what, in the order of the table, before duplicates are left out.

    Rows of one statement that come to the same actor and concept (two ministers of one state) are one observation;
    where they take both sides, its level is 0.
    """
    found: dict[tuple[str, str, str, str], tuple[StatementRow, set[int]]] = {}
    for row in table:
        for concept, level in _sides(row, rules.concept):
            key = (row.statement, row.article, row.voice(table.voice), concept)
            found.setdefault(key, (row, set()))[1].add(level)
    made = (
        Observation(statement, actor, concept, _side(levels), article, row.day)
        for (statement, article, actor, concept), (row, levels) in found.items()
    )
    return tuple(one for one in made if rules.neutral or one.level)


def without_duplicates(
    found: Iterable[Observation], duplicates: Duplicates, *, by_level: bool = True, compat: Compat | None = None
) -> tuple[Observation, ...]:
    """The observations without those that repeat an earlier one within a document, a period, or the whole.

    `by_level`: a statement of the other side is no repetition. `compat="dna"`: weeks and months of different years are
    taken for the same week or month.
    """
    if duplicates == "include":
        return tuple(found)
    seen: set[tuple[object, ...]] = set()
    kept = []
    for one in found:
        key = (one.actor, one.concept, one.level if by_level else None, _period(one, duplicates, compat))
        if key not in seen:
            seen.add(key)
            kept.append(one)
    return tuple(kept)


def kept_observations(table: StatementTable, rules: Rules, *, by_level: bool) -> tuple[Observation, ...]:
    """`observations` without duplicates."""
    return without_duplicates(observations(table, rules), rules.duplicates, by_level=by_level, compat=rules.compat)


def counted(found: Sequence[Observation], weights: Sequence[float] | None = None) -> Counts:
    """X: how many observations each actor has on each concept at each level; their weights summed, where given."""
    counts: Counts = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    for place, one in enumerate(found):
        counts[one.concept][one.actor][one.level] += 1 if weights is None else weights[place]
    return {concept: {actor: dict(levels) for actor, levels in actors.items()} for concept, actors in counts.items()}


def _sides(row: StatementRow, concept: Concept) -> tuple[tuple[str, int], ...]:
    """What a row takes a side on, and which."""
    if concept == "claim":
        return row.claims
    if row.target is None:
        return ()
    level = LEVELS[row.polarity]
    return ((row.target, level),) if concept == "target" else tuple((subject, level) for subject in row.subjects)


def _side(levels: set[int]) -> int:
    sides = levels - {0}
    return sides.pop() if len(sides) == 1 else 0


def _period(one: Observation, duplicates: Duplicates, compat: Compat | None) -> object:
    if duplicates == "document":
        return one.article
    if duplicates == "acrossrange":
        return None
    if one.day is None:
        return one.statement
    year, week, _ = one.day.isocalendar()
    match duplicates:
        case "week":
            return week if compat else (year, week)
        case "month":
            return one.day.month if compat else (one.day.year, one.day.month)
        case _:
            return one.day.year
