"""Annotated text: an article's two strings with everything that reading them needs.

Matching works on a *shadow*: the string folded (curly marks straightened, invisible characters dropped, ...)
together with a map back. All offsets inside `AnnotatedString` are offsets of the shadow; `span()` turns a pair of
them into a `Span` of the article, and `locate()` goes the other way. Nothing else does that arithmetic.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from kg.model import Article, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from kg.text.tokens import Tokens

ParagraphRole = Literal["body", "heading", "byline", "dateline", "tail", "turn", "question"]
"""`tail`: publisher's boilerplate, share lines, related links; nothing is extracted from byline, dateline (or
the time before an entry of a live blog) and tail.
`turn`: a paragraph of a meeting record or an interview that opens with a speaker label; `question`: one that opens with
"Q:", "Reporter:" or the like, in which nobody known speaks."""


@dataclass(frozen=True, slots=True)
class Shadow:
    """A folded string and where its characters came from.

    Shadow character i stands for the article's characters [origin[i], ends[i]). Both are None where folding changed
    no length. Characters that folding dropped lie in no such range, so that they only ever are inside a span.
    """

    string: str
    origin: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def to_article(self, start: int, end: int) -> tuple[int, int]:
        """Article offsets of the shadow range [start, end), which holds at least one character."""
        if self.origin is None or self.ends is None:
            return start, end
        return self.origin[start], self.ends[end - 1]

    def to_shadow(self, start: int, end: int) -> tuple[int, int]:
        """Shadow offsets of the article range [start, end): every character that shares a part with it."""
        if self.origin is None or self.ends is None:
            return start, end
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.origin, end))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Shadow range of one paragraph, without its line end, and what it is."""

    start: int
    end: int
    role: ParagraphRole = "body"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted region of the shadow. `start` and `end` include the marks, `inner_start` and `inner_end` do not.

    `depth` 0: outermost. `closed` False: its closing mark is missing, the region runs to the paragraph's end.
    `continues` True: the next paragraph opens with a mark and goes on with the same quotation.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int = 0
    closed: bool = True
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """A name found by the statistical recogniser: shadow range and its label (PERSON, ORG, GPE, NORP, ...)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Parse:
    """spaCy's analysis of one paragraph, and the same as plain lists; `offset` is where it starts in the shadow."""

    doc: Doc
    offset: int
    paragraph: int
    tokens: Tokens


@dataclass(frozen=True, slots=True)
class AnnotatedString:
    """One string of an article, read."""

    name: Literal["text", "title"]
    shadow: Shadow
    paragraphs: tuple[Paragraph, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    quotations: tuple[Quotation, ...] = ()
    entities: tuple[Entity, ...] = ()
    parses: tuple[Parse, ...] = field(default=(), repr=False)

    def span(self, start: int, end: int) -> Span:
        """The article's span for the shadow range [start, end)."""
        first, last = self.shadow.to_article(start, end)
        return Span(first, last, self.name)

    def locate(self, span: Span) -> tuple[int, int]:
        """The shadow range of a span of this string."""
        return self.shadow.to_shadow(span.start, span.end)

    def paragraph_at(self, offset: int) -> int | None:
        """Index of the paragraph that holds the shadow offset, None between paragraphs."""
        number = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
        return number if number >= 0 and offset < self.paragraphs[number].end else None

    def sentence_at(self, offset: int) -> int | None:
        """Index of the sentence that holds the shadow offset, None between sentences."""
        number = bisect_right(self.sentences, offset, key=lambda sentence: sentence[0]) - 1
        return number if number >= 0 and offset < self.sentences[number][1] else None


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """An article, read: its title and its text, annotated the same way."""

    article: Article
    title: AnnotatedString
    text: AnnotatedString

    def string_of(self, span: Span) -> AnnotatedString:
        """The annotated string that a span cuts."""
        return self.text if span.string == "text" else self.title
