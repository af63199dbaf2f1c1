"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from kg.cli.output import Format


class StanceChoice(StrEnum):
    """Who judges how a statement puts its targets."""

    RULES = "rules"
    NETWORK = "network"


class OffsetsChoice(StrEnum):
    """What another program counted when it told a place in a text."""

    UTF_16 = "utf-16"
    CODE_POINTS = "code-points"


GRAPH_VARIABLE: Final = "KG_GRAPH"
"""Names the graph for a whole session, so that not every command has to."""
GraphFolder = Annotated[
    Path, typer.Option("--graph", "-g", envvar=GRAPH_VARIABLE, help="Folder of the graph.", show_default=False)
]
Sources = Annotated[
    list[str],
    typer.Argument(
        help='Files (text, web pages, feeds, JSON, tables, archives), folders, or "-" for standard input.',
        metavar="SOURCE...",
        show_default=False,
    ),
]
SourcesOrNone = Annotated[
    list[str] | None,
    typer.Argument(
        help='Files (text, web pages, feeds, JSON, tables, archives), folders, or "-" for standard input. With '
        "--annotations, the texts of the annotations are read where none are given.",
        metavar="SOURCE",
        show_default=False,
    ),
]
Annotations = Annotated[
    Path | None,
    typer.Option(
        "--annotations",
        help="File or folder of attributions made elsewhere; they take the place of an extractor.",
        show_default=False,
    ),
]
AnnotationFormat = Annotated[
    str | None,
    typer.Option(
        "--annotation-format",
        help="jsonl, brat, csv, corenlp, citron, gkg or dna; told from the files if not given.",
        show_default=False,
    ),
]
Extractor = Annotated[str, typer.Option("--extractor", help="Name of the back-end that finds the attributions.")]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        min=0.0,
        max=1.0,
        help="Leave out attributions with less confidence, and tell which or how many.",
    ),
]
ActorFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--actors",
        exists=True,
        dir_okay=False,
        help="CSV or Turtle file of further actors; may be given more than once.",
        show_default=False,
    ),
]
CueFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--cues",
        exists=True,
        dir_okay=False,
        help="CSV file of further cues; may be given more than once.",
        show_default=False,
    ),
]
SubjectFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--subjects",
        exists=True,
        dir_okay=False,
        help="CSV file of further subjects; may be given more than once.",
        show_default=False,
    ),
]
StanceBy = Annotated[
    StanceChoice,
    typer.Option("--stance", help="Who judges how targets are put: rules, or a network, too, where no rule speaks."),
]
OutputFormat = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="table in a terminal, jsonl elsewhere.", show_default=False),
]
RawCells = Annotated[
    bool, typer.Option("--raw-cells", help="CSV: do not put an apostrophe before cells that look like formulas.")
]
