"""Gold articles with what was predicted for them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.errors import AnnotationMismatch, ArticleError, MalformedRecord
from kg.extract.annotations import AnnotatedArticle, read_annotations
from kg.extract.annotations.reading import read_recorded
from kg.extract.annotations.records import joined, names_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kg.extract.annotations.records import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Predictions:
    """What was predicted for gold articles, and how that went."""

    name: str
    """The extractor with its version, or the file."""
    articles: tuple[AnnotatedArticle, ...]
    """Runs parallel to gold; without attributions where nothing was predicted for an article."""
    errors: tuple[ArticleError, ...] = ()
    """Articles that could not be read, or predictions that fit no text. They count as predicted empty."""
    missing: int = 0
    """Gold articles for which a file of predictions has nothing."""
    foreign: tuple[str, ...] = ()
    """Names of predicted articles that gold lacks; they are left out."""
    words_per_second: float | None = None
    """Words that the extractor read in a second of processor time, parse included; None for a file."""


def read_gold(
    path: Path, form: str | None = None, *, articles: Path | None = None
) -> tuple[tuple[AnnotatedArticle, ...], tuple[ArticleError, ...]]:
    """All gold articles of a file or folder, in its order, and what could not be used.

    Args: form and articles: as for `read_annotations`.
    Raises: UnknownFormat: `form` is no name of a format.
    """
    gold: dict[str, AnnotatedArticle] = {}
    errors: list[ArticleError] = []
    for found in read_annotations(path, form, articles=articles):
        if isinstance(found, ArticleError):
            errors.append(found)
        elif found.article.key in gold:
            problem = f"article {called(found)} stands here a second time; only the first counts"
            errors.append(MalformedRecord(problem, source=path.as_posix(), record=found.article.id))
        else:
            gold[found.article.key] = found
    return tuple(gold.values()), tuple(errors)


def read_predictions(path: Path, gold: Sequence[AnnotatedArticle], form: str | None = None) -> Predictions:
    """The predictions of a file for gold articles. They need no text: gold has it.

    Articles are found by id, key, address or file name. Raises: UnknownFormat: `form` is no name of a format.
    """
    places = {name: place for place, one in reversed(list(enumerate(gold))) for name in names_of(one.article)}
    predicted: dict[int, AnnotatedArticle] = {}
    errors: list[ArticleError] = []
    foreign: Counter[str] = Counter()
    for recorded in read_recorded(path, form):
        if isinstance(recorded, ArticleError):
            errors.append(recorded)
            continue
        place = next((places[name] for name in recorded.names if name in places), None)
        if place is None:
            foreign[recorded.names[0] if recorded.names else "(no id)"] += 1
            continue
        try:
            if place in predicted:
                raise recorded.place.broken("the article stands here a second time; only the first counts")
            predicted[place] = _fitted(recorded, gold[place])
        except ArticleError as error:
            errors.append(error)
    return Predictions(
        name=path.name,
        articles=tuple(predicted.get(place, AnnotatedArticle(one.article, ())) for place, one in enumerate(gold)),
        errors=tuple(errors),
        missing=len(gold) - len(predicted),
        foreign=tuple(foreign),
    )


def within_part(gold: AnnotatedArticle, predicted: AnnotatedArticle) -> AnnotatedArticle:
    """The predictions whose content begins in the part that was annotated; all of them where that is the whole text."""
    if gold.part is None:
        return predicted
    start, end = gold.part
    kept = [
        number
        for number, one in enumerate(predicted.attributions)
        if one.content and one.content[0].string == "text" and start <= one.content[0].start < end
    ]
    return _only(predicted, kept)


def confident(predicted: AnnotatedArticle, threshold: float) -> AnnotatedArticle:
    """The predictions with at least this confidence."""
    kept = [number for number, one in enumerate(predicted.attributions) if one.confidence >= threshold]
    return _only(predicted, kept)


def called(annotated: AnnotatedArticle) -> str:
    """How messages and lists name an article: its own id, else its address, else its key."""
    return annotated.article.id or annotated.article.key


def _only(annotated: AnnotatedArticle, kept: Sequence[int]) -> AnnotatedArticle:
    """Some of the attributions. Links to outer ones are cut, since their indexes no longer hold."""
    return AnnotatedArticle(
        annotated.article,
        tuple(replace(annotated.attributions[number], outer=None) for number in kept),
        unmarked=frozenset(place for place, number in enumerate(kept) if number in annotated.unmarked),
        part=annotated.part,
    )


def _fitted(recorded: Recorded, gold: AnnotatedArticle) -> AnnotatedArticle:
    """The predictions on gold's own article. Raises: AnnotationMismatch: they were made on another text."""
    if recorded.article is not None and recorded.article.text != gold.article.text:
        raise AnnotationMismatch(
            f"predictions for {called(gold)} were made on another text than gold's; predict on gold's texts",
            source=recorded.place.source, line=recorded.place.line, record=recorded.place.record,
        )  # fmt: skip
    return joined(recorded, gold.article)
