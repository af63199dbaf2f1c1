"""`kg import`: what people coded in other programs, as gold."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.exit_codes import ExitCode
from kg.cli.messages import say, warn
from kg.cli.options import OffsetsChoice
from kg.cli.output import write_line
from kg.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.extract.annotations.formats.dna import CodedDocument
    from kg.extract.annotations.formats.dna_tables import DnaStatement
    from kg.model import Attribution

import_ = typer.Typer(
    help="Take over what people coded in other programs.", no_args_is_help=True, rich_markup_mode=None
)


@import_.callback()
def _root() -> None:
    """Take over what people coded in other programs, as gold for `kg evaluate` and annotations for `kg build`."""


@import_.command(short_help="Statements of Discourse Network Analyzer.")
def dna(
    database: Annotated[
        Path, typer.Argument(help="A .dna file of version 2 or 3.", metavar="FILE", show_default=False)
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File; standard output without it.", show_default=False)
    ] = None,
    coders: Annotated[
        list[str] | None,
        typer.Option(
            "--coder", help="Statements of this coder alone; may be given more than once.", show_default=False
        ),
    ] = None,
    types: Annotated[
        list[str] | None,
        typer.Option("--type", help="Statements of this type alone; may be given more than once.", show_default=False),
    ] = None,
    speakers: Annotated[
        list[str] | None,
        typer.Option(
            "--speaker",
            help="Variable that names who speaks, those of people first; person, narrator and organization without it.",
            show_default=False,
        ),
    ] = None,
    offsets: Annotated[
        OffsetsChoice,
        typer.Option("--offsets", help="What the positions count: utf-16 as DNA's editor does, or code points."),
    ] = OffsetsChoice.UTF_16,
    uncoded: Annotated[
        bool,
        typer.Option("--uncoded", help="Take documents without statements as articles in which nobody says anything."),
    ] = False,
) -> int:
    """Read a hand-coded database of Discourse Network Analyzer as gold: JSON lines, one document a line.

    A passage becomes the content of an attribution, the coded name in its paragraph the source; everything coded stands
    beside it under `dna`. The lines are what `kg evaluate` measures against, and what `kg build --annotations` reads.

    Example: kg import dna coded.dna -o gold.jsonl
    """
    from kg.extract.annotations.formats.dna import SPEAKERS, Choice, Offsets, read_coded

    choice = Choice(
        coders=tuple(coders or ()),
        types=tuple(types or ()),
        speakers=tuple(speakers or SPEAKERS),
        offsets=Offsets(offsets.value),
        uncoded=uncoded,
    )
    found: list[CodedDocument] = []
    failed = 0
    for one in read_coded(database, choice):
        if isinstance(one, ArticleError):
            warn(str(one))
            failed += 1
        else:
            found.append(one)
    lines = [json.dumps(_record(one), ensure_ascii=False) for one in found]
    if output is None:
        for line in lines:
            write_line(line)
    else:
        from kg.export.files import write_whole

        write_whole(output, (f"{line}\n".encode() for line in lines))
        say(f"written: {output}")
    _tell(found)
    return ExitCode.SOME_FAILED if failed else ExitCode.OK


def _record(one: CodedDocument) -> dict[str, object]:
    from kg.extract.annotations.writing import annotated_record

    article = one.recorded.article
    assert article is not None, "a database holds the texts of its documents"
    codings = [{"dna": [_coding(statement) for statement in codings]} for codings in one.codings]
    return annotated_record(article, one.recorded.attributions, codings)


def _coding(statement: DnaStatement) -> dict[str, object]:
    return {
        "statement": statement.id,
        "coder": statement.coder,
        "type": statement.type,
        "values": dict(statement.values),
    }


def _tell(found: Sequence[CodedDocument]) -> None:
    """How much was read, and what one should know before measuring against it."""
    passages = [(one, codings) for document in found for one, codings in _passages(document)]
    named = sum(bool(one.source) for one, _ in passages)
    coders = Counter(statement.coder for _, codings in passages for statement in codings)
    say(
        f"{len(found)} document(s), {sum(coders.values())} statement(s) on {len(passages)} passage(s); "
        f"{named} of them name their speaker in the paragraph"
    )
    if named < len(passages):
        warn(
            f"{len(passages) - named} passage(s) without a source: the coded name does not stand beside them. "
            "Measures of content count them, those of sources do not tell much there"
        )
    if twice := _coded_twice(found):
        told = ", ".join(f"{coder} ({count})" for coder, count in sorted(coders.items()))
        warn(f"{len(twice)} document(s) were coded by several people: {told}; --coder takes one of them")


def _passages(document: CodedDocument) -> Iterator[tuple[Attribution, tuple[DnaStatement, ...]]]:
    return zip(document.recorded.attributions, document.codings, strict=True)


def _coded_twice(found: Iterable[CodedDocument]) -> list[CodedDocument]:
    return [one for one in found if len({statement.coder for codings in one.codings for statement in codings}) > 1]
