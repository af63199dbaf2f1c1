"""An extractor that finds nothing by itself: it hands on what others recorded about the article."""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING, Final

from kg.errors import AnnotationMismatch, ArticleError
from kg.extract.annotations.completing import completed
from kg.extract.annotations.moving import moved
from kg.extract.annotations.reading import read_recorded
from kg.extract.annotations.records import joined, names_of, sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kg.extract.annotations.records import Recorded
    from kg.model import Article, Attribution
    from kg.text import AnnotatedText

log = logging.getLogger("kg.extract")

READING: Final = "1"
"""Version of how records become attributions; what the files hold is the other half of the extractor's version."""


class AnnotationExtractor:
    """Attributions from files of annotations, all read when it is made.

    An article is matched by its text, else by id, address or file name. Where it is known by name and its text is
    another one, the attributions are carried over whose passage stands in it once and unchanged.
    """

    name = "annotations"

    def __init__(self, path: Path, format: str | None = None) -> None:
        """Read a file or folder of annotations; `format` is told from the files where it is None.

        Raises: UnknownFormat: there is no format of that name.
        """
        self.errors: tuple[ArticleError, ...]
        """What could not be read."""
        found: list[Recorded] = []
        errors: list[ArticleError] = []
        self._by_text: dict[str, Recorded] = {}
        self._by_name: dict[str, Recorded] = {}
        for recorded in read_recorded(path, format):
            if isinstance(recorded, ArticleError):
                errors.append(recorded)
            elif any(name in self._by_name for name in recorded.names[:1]):
                errors.append(recorded.place.mismatch("this article was annotated already; the first ones count"))
            else:
                found.append(recorded)
                self._index(recorded)
        self.errors = tuple(errors)
        self._recorded = tuple(found)
        self.version = f"{READING}-{_fingerprint(found)}"

    def _index(self, recorded: Recorded) -> None:
        for name in recorded.names:
            self._by_name.setdefault(name, recorded)
        if recorded.article is not None:
            self._by_text.setdefault(sha256_of(recorded.article.text), recorded)
        elif recorded.text_sha256 is not None:
            self._by_text.setdefault(recorded.text_sha256, recorded)

    def articles(self) -> Iterator[Article | ArticleError]:
        """The articles whose text came with the annotations, after an error for everything that cannot be used."""
        yield from self.errors
        for recorded in self._recorded:
            if recorded.article is None:
                yield recorded.place.mismatch("there is no text for these annotations; give the articles, too")
            else:
                yield recorded.article

    def extract(self, text: AnnotatedText) -> tuple[Attribution, ...]:
        """What was recorded about this article, completed from its text.

        Raises: AnnotationMismatch: nothing was recorded about it, or what was recorded does not fit its text.
        """
        article = text.article
        recorded = self._recorded_for(article)
        if recorded.article is None or recorded.article.text == article.text:
            annotated = joined(recorded, article)
            attributions: Sequence[Attribution | None] = annotated.attributions
        else:
            annotated = joined(recorded, recorded.article)
            attributions = moved(annotated.attributions, recorded.article, article)
            self._tell_lost(attributions, article, recorded)
        return completed(text, attributions, annotated.unmarked, annotated.bare)

    def _recorded_for(self, article: Article) -> Recorded:
        named = next((self._by_name[name] for name in names_of(article) if name in self._by_name), None)
        if named is not None and (named.article is None or named.article.text == article.text):
            return named
        # A name alone ("index.html") may be another article's, the same text is not.
        found = self._by_text.get(sha256_of(article.text)) or named
        if found is None:
            raise AnnotationMismatch(
                "there are no annotations of this article: neither its text nor its name is in them",
                source=article.source_file or "input",
                record=article.id or article.key,
            )
        return found

    def _tell_lost(self, attributions: Sequence[Attribution | None], article: Article, recorded: Recorded) -> None:
        lost = sum(attribution is None for attribution in attributions)
        if attributions and lost == len(attributions):
            raise recorded.place.mismatch(
                f"none of the {lost} attributions stands in the text of {article.id or article.key}: it is another text"
            )
        if lost:
            log.warning(
                "%s: %d of %d attributions do not stand in the text of %s, which is another wording; they are left out",
                recorded.place.source, lost, len(attributions), article.id or article.key,
            )  # fmt: skip


def _fingerprint(recorded: Sequence[Recorded]) -> str:
    """16 hex digits of all that was recorded, wherever the files lie."""
    digest = hashlib.sha256()
    for one in recorded:
        text = one.text_sha256 if one.article is None else sha256_of(one.article.text)
        bare = None if one.bare is None else sorted(one.bare)
        digest.update(repr((one.names, text, one.attributions, sorted(one.unmarked), bare)).encode("utf-8", "replace"))
    return digest.hexdigest()[:16]
