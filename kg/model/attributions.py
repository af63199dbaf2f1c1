"""Attributions: passages that ascribe content to a source, as found in one text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.spans import Span


class Kind(StrEnum):
    """The four disjoint kinds of attribution; only the first is safe to count as "X said"."""

    STATEMENT = "Statement"
    """Something said or written by the source, first hand in this article."""
    ATTITUDE = "Attitude"
    """A belief, intention or perception ascribed without a speech act."""
    SECOND_HAND = "SecondHand"
    """Nested: A says that B said. B's part is second hand, according to A's."""
    NON_ASSERTION = "NonAssertion"
    """The source does not put the content forward: denied, not said, hypothetical or asked."""


class Why(StrEnum):
    """Why a NonAssertion asserts nothing."""

    DENIED = "denied"
    NOT_SAID = "not-said"
    HYPOTHETICAL = "hypothetical"
    ASKED = "asked"


class Mode(StrEnum):
    """How the words are reported. Direct: all inside quotation marks; mixed: some; indirect: none."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One cue (or colon, dash, transcript turn) with its source and its content.

    All spans lie in one string of the article, sorted, not overlapping within one field. Content spans leave out
    outer quotation marks and edge blanks. Several content spans are ONE content in pieces (a quotation that the cue
    interrupts). `source` is empty where the text names none; one span a source, several for joint speakers.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: Kind = Kind.STATEMENT
    why: Why | None = None
    mode: Mode = Mode.INDIRECT
    quotes: tuple[Span, ...] = ()
    """Parts of the content that stand inside quotation marks, without the marks."""
    cue_lemma: str | None = None
    """Base form of the cue's head ("say", "according to", "call for"); None for colon, dash and turns."""
    addressee: tuple[Span, ...] = ()
    """To whom it was said ("told reporters")."""
    target: tuple[Span, ...] = ()
    """The object that the cue itself judges: "accused [Valdoria] of ...", "criticized [the Committee's] ..."."""
    when: tuple[Span, ...] = ()
    """Time expressions in the cue's own clause ("on Friday")."""
    medium: Span | None = None
    """Where it was said, as worded in the cue's own clause ("in a statement")."""
    outer: int | None = None
    """For nested ones: index, in the same list, of the attribution whose content holds this one."""
    rule: str
    """Name of the rule that found it: shown to the user as part of the evidence."""
    confidence: float = 1.0
    """0 to 1. For the rules back-end: share of right answers of that rule on PolNeAR dev, rounded."""
