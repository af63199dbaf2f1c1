"""`kg extract`: what the text says, without a graph."""

from __future__ import annotations

import json

from kg.cli.exit_codes import ExitCode
from kg.cli.extraction import article_record, error_record
from kg.cli.messages import progress, say, warn
from kg.cli.options import ActorFiles, Extractor, Sources
from kg.cli.output import write_line
from kg.errors import ArticleError


def extract(sources: Sources, extractor: Extractor = "rules", actors: ActorFiles = None) -> int:
    """Write one JSON object an article: attributions with offsets, statements, entities and events.

    Objects come in the order of the input; what cannot be read gets an object with an `error`.

    Example: kg extract story.txt | head -1
    """
    from kg.articles import read_sources
    from kg.build import Pipeline

    pipeline = Pipeline(extractor=extractor, actor_files=tuple(actors or ()))
    read = failed = 0
    with progress("reading") as step:
        for found in read_sources(sources):
            if isinstance(found, ArticleError):
                failed += 1
                warn(str(found))
                record = error_record(found)
            else:
                read += 1
                result = pipeline.read_article(found)
                record = article_record(result.article, result.attributions, result.resolved, result.facts)
                step(found.title)
            write_line(json.dumps(record, ensure_ascii=False))
    say(f"{read} article(s) read" + (f", {failed} input(s) failed" if failed else ""))
    return ExitCode.SOME_FAILED if failed else ExitCode.OK
