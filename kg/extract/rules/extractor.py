"""Puts the rules together: one string at a time, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.rules.continuing import continue_quotations
from kg.extract.rules.cues import load_cues
from kg.extract.rules.marks import turns
from kg.extract.rules.nesting import nested, without_doubles
from kg.extract.rules.precision import confidence_of
from kg.extract.rules.reading import read_drafts
from kg.extract.rules.regions import outer_regions
from kg.model import Attribution, Mode

if TYPE_CHECKING:
    from kg.extract.rules.drafts import Draft, Range
    from kg.extract.rules.regions import Regions
    from kg.text import AnnotatedString, AnnotatedText


class RulesExtractor:
    """Attributions by rules (docs/design/attribution.md tells them one by one)."""

    name = "rules"
    version = "1"

    def __init__(self) -> None:
        self._table = load_cues()

    def extract(self, text: AnnotatedText) -> tuple[Attribution, ...]:
        """All attributions of title and text, title first."""
        found: list[Attribution] = []
        for string in (text.title, text.text):
            before = len(found)
            regions = outer_regions(string.quotations)
            for draft in self._read(string, regions):
                outer = None if draft.outer is None else draft.outer + before
                found.append(assemble(string, regions, replace(draft, outer=outer)))
        return tuple(found)

    def _read(self, string: AnnotatedString, regions: Regions) -> list[Draft]:
        read = read_drafts(string, regions, self._table)
        drafts = continue_quotations(without_doubles([*read.labelled, *read.drafts]), string)
        return nested([*turns(string), *drafts], read.quoted, string.shadow.string)


def assemble(string: AnnotatedString, regions: Regions, draft: Draft) -> Attribution:
    """The attribution that a draft stands for."""
    span = string.span
    quotes = () if draft.is_told else regions.quoted_parts(draft.content)
    return Attribution(
        source=tuple(span(*piece) for piece in draft.source),
        cue=tuple(span(*piece) for piece in draft.cue),
        content=tuple(span(*piece) for piece in draft.content),
        kind=draft.kind,
        why=draft.why,
        mode=_mode(draft, quotes),
        quotes=tuple(span(*piece) for piece in quotes),
        cue_lemma=draft.lemma,
        addressee=tuple(span(*piece) for piece in draft.addressee),
        target=tuple(span(*piece) for piece in draft.target),
        when=tuple(span(*piece) for piece in draft.when),
        medium=span(*draft.medium) if draft.medium else None,
        rule=draft.rule,
        confidence=confidence_of(draft.rule) if draft.confidence is None else draft.confidence,
        outer=draft.outer,
    )


def _mode(draft: Draft, quotes: tuple[Range, ...]) -> Mode:
    if draft.is_verbatim:
        return Mode.DIRECT
    if not quotes:
        return Mode.INDIRECT
    # Marks and blanks between two quotations are no words of their own.
    unquoted = sum(end - start for start, end in draft.content) - sum(end - start for start, end in quotes)
    return Mode.DIRECT if unquoted <= 3 * len(quotes) else Mode.MIXED
