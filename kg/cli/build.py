"""`kg build`: articles into a graph."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kg.cli.exit_codes import ExitCode
from kg.cli.inputs import choose_inputs
from kg.cli.messages import progress, say, warn
from kg.cli.options import (
    ActorFiles,
    AnnotationFormat,
    Annotations,
    CueFiles,
    Extractor,
    GraphFolder,
    MinConfidence,
    SourcesOrNone,
    StanceBy,
    StanceChoice,
    SubjectFiles,
)
from kg.cli.own_actors import authority_with
from kg.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.build import BuildReport
    from kg.model import Article


def build(
    graph: GraphFolder,
    sources: SourcesOrNone = None,
    extractor: Extractor = "rules",
    actors: ActorFiles = None,
    cues: CueFiles = None,
    subjects: SubjectFiles = None,
    annotations: Annotations = None,
    annotation_format: AnnotationFormat = None,
    min_confidence: MinConfidence = 0.0,
    stance: StanceBy = StanceChoice.RULES,
) -> int:
    """Read articles into the graph of a folder; what is already in it is not read again.

    A stopped build leaves whole articles only, and the same command goes on where it stopped.

    Example: kg build articles/ --graph my-graph
    """
    from kg.build import Pipeline, build_graph

    chosen, articles = choose_inputs(sources, extractor, annotations, annotation_format)
    authority, faults = authority_with(actors)
    pipeline = Pipeline(
        extractor=chosen,
        authority=authority,
        cue_files=cues or (),
        subject_files=subjects or (),
        min_confidence=min_confidence,
        stance=stance.value,
    )
    with progress("building") as step:
        report = build_graph(_dated(articles), graph, pipeline=pipeline, on_article=step)
    code = report_build(report)
    if report.added or report.replaced or report.unchanged:
        say(f"next: kg query who-about-whom --graph {graph}")
    return ExitCode.SOME_FAILED if faults else code


def _dated(articles: Iterable[Article | ArticleError]) -> Iterator[Article | ArticleError]:
    """The articles as they are, with a word about each that says it was published on a day to come."""
    today = date.today()
    for article in articles:
        day = None if isinstance(article, ArticleError) else article.published_day
        if not isinstance(article, ArticleError) and day is not None and day > today:
            named = article.title or article.id or article.source_file or article.key
            warn(f"{named}: published on {day}, a day that is still to come; it is read with that day")
        yield article


def report_build(report: BuildReport) -> ExitCode:
    """Tell what a build did, and every input that failed; gives the exit code."""
    for refusal in report.refusals:
        warn(str(refusal))
    counts = {
        "added": report.added,
        "read again": report.replaced,
        "already there": report.unchanged,
        "input(s) failed": len(report.refusals),
    }
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count or what == "added")
    left_out = f"; {report.abstained} attributions left out" if report.abstained else ""
    say(f"articles: {told}; {report.statements} statements in {report.words} words{left_out}")
    return ExitCode.SOME_FAILED if report.refusals else ExitCode.OK
