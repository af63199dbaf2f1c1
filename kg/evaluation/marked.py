"""Attributions as sets of words: the form in which gold and predicted ones are compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.evaluation.cues import CueClass, cue_class
from kg.evaluation.words import TextWords, WordSet
from kg.model import Attribution, Kind, Mode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.evaluation.words import Offsets
    from kg.extract.annotations import AnnotatedArticle
    from kg.model import Article, Span


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Marked:
    """One attribution with the words that its spans touch. Two are never equal: each stands for itself."""

    attribution: Attribution
    content: WordSet
    source: WordSet
    """Empty where nobody is named."""
    head: int | None
    """Head word of the source, None without a source."""
    characters: frozenset[int]
    """Places of the content's characters that are no blanks."""
    mode: Mode
    """By the content's words and the text's double quotation marks, whatever the attribution itself says."""
    cue_class: CueClass
    kind: Kind | None
    """None where whoever made it did not tell kinds apart."""


class ScoredText:
    """The text of an article as it is scored: its words, and attributions turned into sets of them."""

    def __init__(self, article: Article, *, titles: bool = False) -> None:
        """`titles`: the title is scored as well, as a paragraph before the text; else its attributions are dropped."""
        self._shift = len(article.title) + 1 if titles else 0
        self._strings = ("title", "text") if titles else ("text",)
        self.words = TextWords(f"{article.title}\n{article.text}" if titles else article.text)

    def mark(self, annotated: AnnotatedArticle) -> list[Marked]:
        """The attributions in the order of their contents; those without a word in the content are left out."""
        marked = [
            self._marked(attribution, None if number in annotated.unmarked else attribution.kind)
            for number, attribution in enumerate(annotated.attributions)
        ]
        return sorted((one for one in marked if one.content), key=lambda one: min(one.content))

    def offsets(self, spans: Iterable[Span]) -> list[Offsets]:
        """Where spans lie in the scored string (`words.string`)."""
        shift = {"title": 0, "text": self._shift}
        return [
            (span.start + shift[span.string], span.end + shift[span.string])
            for span in spans
            if span.string in self._strings
        ]

    def _marked(self, attribution: Attribution, kind: Kind | None) -> Marked:
        string = self.words.string
        stretches = self.offsets(attribution.content)
        content = self.words.within(stretches)
        source = self.words.within(self.offsets(attribution.source))
        characters = (place for start, end in stretches for place in range(start, end) if not string[place].isspace())
        return Marked(
            attribution=attribution,
            content=content,
            source=source,
            head=self.words.head(source),
            characters=frozenset(characters),
            mode=_mode(content, self.words.quoted),
            cue_class=cue_class(string[start:end] for start, end in self.offsets(attribution.cue)),
            kind=kind,
        )


def outermost(marked: Sequence[Marked]) -> list[Marked]:
    """Without those whose words (source and content) all lie inside the content of another one.

    For gold that marks the outermost attribution only (PolNeAR): whoever also finds that A said that *B denied it*
    would be charged for B.
    """
    return [
        one
        for one in marked
        if not any((one.content | one.source) < other.content for other in marked if other is not one)
    ]


def _mode(content: WordSet, quoted: WordSet) -> Mode:
    inside = len(content & quoted)
    if inside == 0:
        return Mode.INDIRECT
    return Mode.DIRECT if inside == len(content) else Mode.MIXED
