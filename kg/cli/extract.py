"""`kg extract`: what the text says, without a graph."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.cli.exit_codes import ExitCode
from kg.cli.extraction import Json, article_record, error_record
from kg.cli.inputs import choose_inputs
from kg.cli.messages import progress, say, warn
from kg.cli.options import (
    ActorFiles,
    AnnotationFormat,
    Annotations,
    CueFiles,
    Extractor,
    MinConfidence,
    SourcesOrNone,
    StanceBy,
    StanceChoice,
    SubjectFiles,
)
from kg.cli.output import write_line
from kg.cli.own_actors import authority_with
from kg.errors import ArticleError, SpanMismatch

if TYPE_CHECKING:
    from kg.build import Pipeline
    from kg.model import Article


def extract(
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
    """Write one JSON object an article: attributions with offsets, statements, entities, events, what was left out.

    Objects come in the order of the input; what cannot be read gets an object with an `error`.

    Example: kg extract story.txt | head -1
    """
    from kg.build import Pipeline

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
    read = failed = 0
    with progress("reading") as step:
        for found in articles:
            record = _record(found, pipeline)
            write_line(json.dumps(record, ensure_ascii=False))
            if record["error"] is None:
                read += 1
            else:
                failed += 1
                warn(str(record["error"]))
            step(found.source if isinstance(found, ArticleError) else found.title)
    say(f"{read} article(s) read" + (f", {failed} input(s) failed" if failed else ""))
    return ExitCode.SOME_FAILED if failed or faults else ExitCode.OK


def _record(found: Article | ArticleError, pipeline: Pipeline) -> Json:
    if isinstance(found, ArticleError):
        return error_record(found, found.record)
    try:
        read = pipeline.read_article(found)
    except (ArticleError, SpanMismatch) as error:
        return error_record(error, found.id or found.key)
    return article_record(read.article, read.attributions, read.resolved, read.facts, read.abstained)
