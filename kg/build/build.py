"""Builds a graph folder from articles: reads what the graph does not have yet, refuses what cannot be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.articles import read_sources
from kg.build.pipeline import Pipeline
from kg.build.reference import reference_of
from kg.build.report import BuildReport, Tally
from kg.errors import ArticleError, RecordError, SpanMismatch
from kg.store.writer import GraphWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.extract.protocol import Extractor
    from kg.model import Article


def build_graph(
    sources: Iterable[str | Path | Article | ArticleError],
    folder: str | Path,
    *,
    extractor: str | Extractor = "rules",
    actor_files: Iterable[str | Path] = (),
    min_confidence: float = 0.0,
    pipeline: Pipeline | None = None,
    on_article: Callable[[str], None] | None = None,
) -> BuildReport:
    """Read articles into the graph of a folder, which is made where there is none.

    What the graph has already, from the same run, is not read again. A new wording of an article stands beside the old
    one in the record and takes its place in the view; a new run takes the place of the old one.

    Args:
        sources: paths of files and folders ("-": standard input), or articles as `kg.articles.read_sources` gives them.
        folder: of the graph.
        extractor: name of the back-end, or one that is made already.
        actor_files: CSV or Turtle files with actors of the user's own.
        min_confidence: 0 to 1; attributions with less are left out, and counted in the report.
        pipeline: reads the articles, instead of one made from the three arguments before.
        on_article: called with the title (or the source) of each article when it is done.

    Returns: what was done; inputs that could not be read are among the refusals, everything else is in the graph.

    Raises: StoreError, PluginError, AuthorityError: nothing can be built. Articles written until then stay.
    ValueError: `min_confidence` is not from 0 to 1.
    """
    tally = Tally()
    with GraphWriter.open(Path(folder)) as writer:
        reading = pipeline or Pipeline(
            extractor=extractor, actor_files=tuple(map(Path, actor_files)), min_confidence=min_confidence
        )
        writer.set_reference(*reference_of(reading.authority))
        for source in _articles(sources):
            if isinstance(source, ArticleError):
                tally.refuse(source)
            else:
                _take_in(source, reading, writer, tally)
            if on_article is not None:
                on_article(source.source if isinstance(source, ArticleError) else source.title or source.key)
    return tally.report()


def _articles(sources: Iterable[str | Path | Article | ArticleError]) -> Iterator[Article | ArticleError]:
    for source in sources:
        if isinstance(source, str | Path):
            yield from read_sources([source])
        else:
            yield source


def _take_in(article: Article, pipeline: Pipeline, writer: GraphWriter, tally: Tally) -> None:
    best = writer.best_known(article)
    if writer.is_done(best, pipeline.run.fingerprint):
        tally.count("unchanged")
        return
    try:
        read = pipeline.read_article(best)
        quads = pipeline.record(read)
    except ArticleError as error:
        tally.refuse(error)
        return
    except (RecordError, SpanMismatch) as error:
        tally.refuse(ArticleError(str(error), source=article.source_file or "input"))
        return
    tally.count(writer.add(best, pipeline.run.fingerprint, quads))
    tally.count("statements", len(read.facts.statements))
    tally.count("abstained", len(read.abstained))
    tally.count("words", len(best.title.split()) + len(best.text.split()))
    tally.count("quads", len(quads))
