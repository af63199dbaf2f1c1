"""Runs an extractor over gold articles, with the processor's clock beside it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from kg.build.pipeline import DEFECTS, failure
from kg.evaluation.documents import Predictions
from kg.extract.annotations import AnnotatedArticle
from kg.extract.reading import read_and_extract
from kg.model import Article
from kg.text import TextReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kg.errors import ArticleError
    from kg.extract.protocol import Extractor


def predict(
    extractor: Extractor,
    gold: Iterable[AnnotatedArticle],
    *,
    reader: TextReader | None = None,
    on_article: Callable[[str], None] = lambda name: None,
) -> Predictions:
    """What the extractor finds in the gold articles; nobody shows it the annotations.

    Words are counted as blanks part them; seconds are those of the processor, for parse and extraction, without the
    loading of models. An article that the extractor fails on counts as predicted empty.

    Args: on_article: told the title (else the id) after each article.
    """
    reader = TextReader() if reader is None else reader
    read_and_extract(Article(text='"Models load before the clock starts," an engineer said.'), reader, extractor)
    predicted: list[AnnotatedArticle] = []
    errors: list[ArticleError] = []
    words, seconds = 0, 0.0
    for one in gold:
        begun = time.process_time()
        try:
            _, attributions = read_and_extract(one.article, reader, extractor)
        except DEFECTS as error:
            errors.append(failure(one.article, error))
            attributions = ()
        seconds += time.process_time() - begun
        words += len(one.article.text.split())
        predicted.append(AnnotatedArticle(one.article, attributions))
        on_article(one.article.title or one.article.id or "")
    return Predictions(
        name=f"{extractor.name} {extractor.version}",
        articles=tuple(predicted),
        errors=tuple(errors),
        words_per_second=words / seconds if seconds else None,
    )
