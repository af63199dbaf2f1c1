"""`kg build`: articles into a graph."""

from __future__ import annotations

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

if TYPE_CHECKING:
    from kg.build import BuildReport


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
        report = build_graph(articles, graph, pipeline=pipeline, on_article=step)
    code = report_build(report)
    say(f"next: kg query who-about-whom --graph {graph}")
    return ExitCode.SOME_FAILED if faults else code


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
