"""What `kg extract` and `kg build` read, and by what: articles by an extractor, or annotations made elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kg.errors import ArticleError
    from kg.extract.protocol import Extractor
    from kg.model import Article


def choose_inputs(
    sources: Sequence[str] | None, extractor: str, annotations: Path | None, annotation_format: str | None
) -> tuple[str | Extractor, Iterator[Article | ArticleError]]:
    """The extractor, and the articles to read with it.

    Annotations are their own extractor, and bring their articles along where no sources are given. What could not be
    read of them is among the articles as an error.

    Raises: typer.BadParameter: there is nothing to read. UnknownFormat: no format of that name.
    """
    from kg.articles import read_sources

    if annotations is None:
        if not sources:
            raise typer.BadParameter("give the articles, or --annotations", param_hint="SOURCE...")
        return extractor, read_sources(sources)
    from kg.extract.annotations import AnnotationExtractor

    recorded = AnnotationExtractor(annotations, annotation_format)
    return recorded, _given(recorded.errors, sources) if sources else recorded.articles()


def _given(errors: Sequence[ArticleError], sources: Sequence[str]) -> Iterator[Article | ArticleError]:
    from kg.articles import read_sources

    yield from errors
    yield from read_sources(sources)
