"""Words at places of articles, cut from the texts that a graph keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import parse_span

if TYPE_CHECKING:
    from kg.model import Article
    from kg.store import EmbeddedStore


class Passages:
    """Reads each article once."""

    def __init__(self, store: EmbeddedStore) -> None:
        self._store = store
        self._articles: dict[str, Article | None] = {}

    def cut(self, span: str) -> str:
        """The words of a span, by its IRI; "" where the text of its article is not kept."""
        version, key = span.split("/")[-2:]
        if version not in self._articles:
            self._articles[version] = self._store.article(version)
        article = self._articles[version]
        if article is None:
            return ""
        place = parse_span(key)
        return (article.text if place.string == "text" else article.title or "")[place.start : place.end]
