"""What a file of annotations says: about an article whose text it holds, or about one that has to be found first."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.errors import AnnotationMismatch, MalformedRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import Article, Attribution, Span


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with the attributions recorded for it. Every span lies in the article's text or title."""

    article: Article
    attributions: tuple[Attribution, ...]
    """As recorded, in the order of the file; `outer` counts in this tuple. Content may be empty where none was marked.
    Where the file does not tell them, `mode`, `quotes` and `cue_lemma` have their default values."""
    unmarked: frozenset[int] = frozenset()
    """Indexes of attributions whose kind the file does not tell: they stand as statements until somebody decides."""
    bare: frozenset[int] = frozenset()
    """Indexes of attributions about which the file tells source, cue and content alone."""
    part: tuple[int, int] | None = None
    """Code points of the text that were annotated, end excluded; None: all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a record stands, for messages."""

    source: str
    line: int | None = None
    record: str | None = None

    def broken(self, problem: str) -> MalformedRecord:
        """The error of a record that cannot be understood."""
        return MalformedRecord(problem, source=self.source, line=self.line, record=self.record)

    def mismatch(self, problem: str) -> AnnotationMismatch:
        """The error of a record that can be understood but fits no text."""
        return AnnotationMismatch(problem, source=self.source, line=self.line, record=self.record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One article's annotations as a file has them; spans are not checked yet."""

    place: Place
    article: Article | None
    """None where the file holds no text: it has to be found by `names`."""
    names: tuple[str, ...] = ()
    """By which the article may be known: its id, key, address, file name with and without extension."""
    text_sha256: str | None = None
    """Of the text in UTF-8, 64 hex digits, where the file gives it to prove the text."""
    attributions: tuple[Attribution, ...] = ()
    unmarked: frozenset[int] = frozenset()
    bare: frozenset[int] | None = None
    """None: all of them."""
    part: tuple[int, int] | None = None


def joined(recorded: Recorded, article: Article) -> AnnotatedArticle:
    """The annotations with their article.

    Raises: AnnotationMismatch: the text is another one, or a span lies outside of it.
    """
    if recorded.text_sha256 is not None and recorded.text_sha256.lower() != sha256_of(article.text):
        raise recorded.place.mismatch(
            f"the annotations were made on another wording of {_called(article)} (its SHA-256 differs); give that text"
        )
    lengths = {"text": len(article.text), "title": len(article.title)}
    for number, attribution in enumerate(recorded.attributions, start=1):
        for span in spans_of(attribution):
            if span.end > lengths[span.string]:
                raise recorded.place.mismatch(
                    f"attribution {number}: {span.start}-{span.end} reaches beyond the {span.string} of "
                    f"{_called(article)}, which has {lengths[span.string]} characters; offsets count code points"
                )
    bare = frozenset(range(len(recorded.attributions))) if recorded.bare is None else recorded.bare
    return AnnotatedArticle(article, recorded.attributions, recorded.unmarked, bare, recorded.part)


def names_of(article: Article) -> tuple[str, ...]:
    """Everything that a record may call an article, the surest first."""
    names = [article.id, article.url, article.key]
    if article.source_file:
        names += [article.source_file, article.source_file.rpartition(".")[0]]
    return tuple(dict.fromkeys(name for name in names if name))


def spans_of(attribution: Attribution) -> Iterator[Span]:
    """Every span of an attribution."""
    for spans in (
        attribution.source, attribution.cue, attribution.content, attribution.quotes, attribution.addressee,
        attribution.target, attribution.when,
    ):  # fmt: skip
        yield from spans
    if attribution.medium is not None:
        yield attribution.medium


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and result[-1].overlaps(span):
            result[-1] = replace(result[-1], end=max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def sha256_of(text: str) -> str:
    """SHA-256 of a text in UTF-8, as records give it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _called(article: Article) -> str:
    return article.id or article.url or article.source_file or "the article"
