"""What a build did."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.errors import ArticleError


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One input that is not in the graph, and why. `line` None where lines mean nothing."""

    source: str
    problem: str
    line: int | None = None

    def __str__(self) -> str:
        where = self.source if self.line is None else f"{self.source}, line {self.line}"
        return f"{where}: {self.problem}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """Counts of one build. Articles are counted as they come in, an article that comes twice is counted twice.

    `statements`, `abstained`, `words` and `quads` count what was read now: all four kinds of statements, attributions
    left out for want of confidence, words of titles and texts (as blanks part them), quads of the record.
    """

    added: int = 0
    replaced: int = 0
    """Articles that the graph had in another wording, with other metadata or from another run."""
    unchanged: int = 0
    refusals: tuple[Refusal, ...] = ()
    """In the order of the input."""
    statements: int = 0
    abstained: int = 0
    words: int = 0
    quads: int = 0


@dataclass(slots=True)
class Tally:
    """A report while the build goes on."""

    counts: dict[str, int] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)

    def count(self, what: str, number: int = 1) -> None:
        """So many more of a count of `BuildReport`."""
        self.counts[what] = self.counts.get(what, 0) + number

    def refuse(self, error: ArticleError) -> None:
        """One input less."""
        self.refusals.append(Refusal(source=error.source, line=error.line, problem=error.problem))

    def report(self) -> BuildReport:
        """The counts so far."""
        return BuildReport(refusals=tuple(self.refusals), **self.counts)
