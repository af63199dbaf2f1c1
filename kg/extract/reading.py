"""Reads an article and extracts from it, with names recognised once: by the text room or by the extractor itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.protocol import NameReader

if TYPE_CHECKING:
    from kg.extract.protocol import Extractor
    from kg.model import Article, Attribution
    from kg.text import AnnotatedText, TextReader


def read_and_extract(
    article: Article, reader: TextReader, extractor: Extractor
) -> tuple[AnnotatedText, tuple[Attribution, ...]]:
    """The annotated text, with names, and its attributions."""
    if isinstance(extractor, NameReader):
        text = extractor.with_names(reader.read(article, names=False))
    else:
        text = reader.read(article)
    return text, extractor.extract(text)
