"""What a card of a statement shows: words, passage, who was taken for the speaker and why, the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kg.query.card_views import card_html, card_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kg.model import Article
    from kg.query.corrections import CorrectionEvidence
    from kg.query.passages import Passage


class Texts(Protocol):
    """Where the wordings of articles are kept."""

    def article(self, version: str) -> Article | None:
        """The article in that wording, None where its text is not kept."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A node with its label."""

    iri: str
    label: str

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerEvidence:
    """One mention of a source, and whom it was taken for."""

    actor: Named | None
    """None: nobody was chosen; `reason` says why."""
    words: str | None
    """The mention as worded; None where the text is not kept."""
    span: str
    """Key of the mention's span, such as `c12-18`."""
    method: str | None
    score: float
    alternatives: tuple[Named, ...]
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceEvidence:
    """One evaluation that the statement shows."""

    target: Named
    polarity: str
    act: str | None
    method: str | None = None
    """Who judged it where that was not a rule ("network"); None for a rule, and for what people corrected."""
    confidence: float | None = None
    """How sure it is, 0 to 1; of "network" a probability. None where the record does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The article that carries the statement."""

    article: Named
    version: str
    """This wording of the article, 16 hex digits; empty for an article that only carries a copy."""
    url: str | None
    outlet: str | None
    published: date | None

    def citation(self, span_keys: Iterable[str] = ()) -> str:
        """Outlet, title, day, address, and the exact place: enough to find the words again."""
        place = ", ".join(span_keys)
        where = f"text {self.version}{', ' if place else ''}{place}"
        return f"{self} [{where}]"

    def __str__(self) -> str:
        """Outlet, title, day and address."""
        day = self.published.isoformat() if self.published else "no date"
        parts = [self.outlet, f"“{self.article.label}”", day, self.url]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementCard:
    """One attribution of the view with its record. `str()` is a card for terminals; notebooks show it as HTML."""

    iri: str
    kind: str
    why: str | None
    speakers: tuple[Named, ...]
    speaking_as: tuple[Named, ...]
    on_behalf_of: tuple[Named, ...]
    about: tuple[Named, ...]
    words: str
    mode: str | None
    cue_class: str | None
    cue_lemma: str | None
    earliest: date | None
    latest: date | None
    evidence: tuple[SpeakerEvidence, ...]
    stances: tuple[StanceEvidence, ...]
    content_spans: tuple[str, ...]
    confidence: float | None
    rule: str | None
    run: str | None
    """Graph of the run that found it."""
    according_to: Named | None
    also_in: tuple[Source, ...]
    """Other articles that print the same words."""
    source: Source
    passage: Passage | None
    """None where the article's text is not kept with the graph."""
    subjects: tuple[str, ...] = ()
    """The fields of policy that the content touches, by name, sorted."""
    speaks_of: tuple[tuple[date | None, date | None], ...] = ()
    """First and last day of each time that the content names, in the order of the article; None: open on that side."""
    corrections: tuple[CorrectionEvidence, ...] = ()
    """What people corrected of it and still holds, by day. `evidence` and `run` tell what the reader had found."""

    @property
    def cue(self) -> str:
        """The words that report, as worded: "accused of" tells more than the words of an accusation alone.

        Empty where nothing reports (a headline with a colon), and without the article's text.
        """
        pieces = self.passage.pieces if self.passage else ()
        cue = " ".join(" ".join(words.split()) for words, role in pieces if role == "cue")
        return cue if cue.strip(":—–- ") else ""

    def __str__(self) -> str:
        return card_text(self)

    def _repr_html_(self) -> str:
        return card_html(self)
