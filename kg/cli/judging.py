"""`kg actors judge`, `undo`, `export` and `import`: what writes to the ledger, or shares it."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.messages import say
from kg.cli.options import GraphFolder
from kg.cli.output import write_line

By = Annotated[str, typer.Option("--by", help="Who judges.", envvar="KG_BY", show_default=False)]
Why = Annotated[str, typer.Option("--why", help="The reason, in your words.", show_default=False)]
On = Annotated[
    datetime | None,
    typer.Option("--on", formats=["%Y-%m-%d"], help="Day of the judgement; today if not given.", show_default=False),
]


class Verdicts(StrEnum):
    """What can be judged."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


def judge(
    one: Annotated[str, typer.Argument(help="IRI, CURIE or exact name.", metavar="ONE")],
    other: Annotated[str, typer.Argument(help="Another, in the same forms, or wikidata:Q42.", metavar="OTHER")],
    verdict: Annotated[Verdicts, typer.Argument(help="What you judge them to be.", metavar="same|different|unsure")],
    graph: GraphFolder,
    by: By,
    why: Why = "",
    on: On = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option("--evidence", help="IRI, CURIE or address of what shows it; may be given more than once."),
    ] = None,
) -> None:
    """Judge two actors to be the same, different, or not yet told apart; prints the judgement's identifier.

    Example: kg actors judge "Anton Rusk" local:dab744c2a4ff4d82-851746b13e0a same --by Ada --graph demo/graph
    """
    import kg

    with kg.Ledger(graph) as ledger:
        entry = ledger.judge(one, other, verdict.value, by=by, day=_day(on), why=why, evidence=evidence or ())
    _report(entry.iri, f"judged {verdict.value}")


def undo(
    judgement: Annotated[
        str, typer.Argument(help="Identifier of a judgement, or one of two actors.", metavar="JUDGEMENT|ONE")
    ],
    graph: GraphFolder,
    by: By,
    other: Annotated[str | None, typer.Argument(help="The other actor.", metavar="OTHER", show_default=False)] = None,
    why: Why = "",
    on: On = None,
) -> None:
    """Take a judgement back, one of the rule too; the ledger keeps both. Prints the identifier of the withdrawal.

    Example: kg actors undo judgement:3f0c2a1b9d8e7f60 --by Ada --graph demo/graph
    """
    import kg

    with kg.Ledger(graph) as ledger:
        before = len(ledger.judgements)
        entry = ledger.undo(judgement, other, by=by, day=_day(on), why=why)
        is_new = len(ledger.judgements) > before
    told = "" if is_new else f" already, by {entry.by} on {entry.day}; nothing changed"
    _report(
        entry.iri,
        f"withdrew {_short(entry.withdraws or '')}"
        if is_new
        else f"{_short(entry.withdraws or '')} was withdrawn{told}",
    )


def export_ledger(
    graph: GraphFolder,
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write.", show_default=False)],
) -> None:
    """Write what people judged as JSON Lines, for sharing; what the rule decided follows from the articles.

    Example: kg actors export --graph demo/graph -o ledger.jsonl
    """
    import kg
    from kg.ledger.files import write_ledger

    with kg.open(graph) as opened:
        count = write_ledger(opened.store, output)
    say(f"{count} entries written to {output}")


def import_ledger(
    file: Annotated[Path, typer.Argument(help="File that kg actors export wrote.", metavar="FILE")],
    graph: GraphFolder,
    keep_unknown: Annotated[
        bool, typer.Option("--keep-unknown", help="Also take entries on actors whose articles this graph lacks.")
    ] = False,
) -> None:
    """Take in the judgements of others, all or none; entries that are here already change nothing.

    Example: kg actors import ledger.jsonl --graph demo/graph
    """
    import kg

    with kg.Ledger(graph) as ledger:
        report = ledger.import_file(file, keep_unknown=keep_unknown)
    waiting = f"; {len(report.unknown_actors)} actors wait for their articles" if report.unknown_actors else ""
    say(f"{len(report.added)} entries taken in, {report.known} known already{waiting}")


def _day(given: datetime | None) -> date:
    # The one clock that a judgement meets: the library asks for the day.
    return given.date() if given else date.today()


def _report(iri: str, told: str) -> None:
    write_line(_short(iri))
    say(told)


def _short(iri: str) -> str:
    from kg.vocab.prefixes import shorten

    return shorten(iri)
