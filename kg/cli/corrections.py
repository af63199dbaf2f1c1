"""`kg corrections`: what of a single statement is wrong, said by people, undoable, and kept by a new extraction."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli.judging import By, On, Why
from kg.cli.messages import say
from kg.cli.options import GraphFolder, OutputFormat, RawCells
from kg.cli.output import Cell, Format, chosen_format, write_line, write_rows

if TYPE_CHECKING:
    from kg.ledger import CorrectionRow
    from kg.store.corrections import Correction

_COLUMNS = ("correction", "what", "was", "now", "by", "day", "why", "holds", "statement", "made_on", "withdraws")
_FEW = ("correction", "what", "was", "now", "by", "day", "why", "holds")

_DAYS: Final = ["%Y-%m-%d"]

Statement = Annotated[
    str, typer.Argument(help="IRI or CURIE, as in the results of a query.", metavar="STATEMENT", show_default=False)
]
Nobody = Annotated[bool, typer.Option("--nobody", help="Instead of an actor: nobody that is known.")]

corrections = typer.Typer(
    help="""Correct single statements: who spoke, for whom, about whom, when, in which words, for or against whom.

    The record stays as it was read, every answer follows, and each correction can be taken back.

    Example: kg corrections list --graph demo/graph
    """,
    no_args_is_help=True,
    rich_markup_mode=None,
)


class Sides(StrEnum):
    """What a stance can be corrected to."""

    NEGATIVE = "negative"
    POSITIVE = "positive"
    NONE = "none"


class Kinds(StrEnum):
    """What an actor is that a correction brings in."""

    PERSON = "Person"
    STATE = "State"
    GOVERNMENT_BODY = "GovernmentBody"
    INTERNATIONAL_BODY = "InternationalBody"
    MEDIA_OUTLET = "MediaOutlet"
    ORGANISATION = "Organisation"
    GROUP = "ActorGroup"
    UNNAMED = "UnnamedSource"


@corrections.command("list", short_help="List the corrections.")
def list_(graph: GraphFolder, form: OutputFormat = None, raw_cells: RawCells = False) -> None:
    """List every correction with its history: from what to what, by whom, why, and whether it holds.

    `statement` is the one that it now concerns; empty where a new extraction found none that shares its words.

    Example: kg corrections list --graph demo/graph
    """
    import kg

    with kg.open(graph) as opened:
        found = opened.corrections()
    form = chosen_format(form)
    write_rows(_FEW if form is Format.TABLE else _COLUMNS, map(_row, found), form, raw_cells=raw_cells)
    lost = sum(row.holds and row.statement is None for row in found)
    if lost:
        say(f"{lost} of them found no statement in the present extraction that shares half of its words")


@corrections.command(short_help="Take a statement out of every answer.")
def reject(statement: Statement, graph: GraphFolder, by: By, why: Why = "", on: On = None) -> None:
    """Say that a statement is none: nobody said so. Prints the correction's identifier, as all these commands do.

    Example: kg corrections reject statement:31f323f454bd8b80-f6f902c081a6 --by Ada --graph demo/graph
    """
    import kg

    with kg.Corrections(graph) as book:
        _report(book.reject(statement, by=by, day=_day(on), why=why))


@corrections.command(short_help="Say who spoke.")
def speaker(
    statement: Statement,
    graph: GraphFolder,
    by: By,
    actor: Annotated[
        str | None, typer.Argument(help="IRI, CURIE or exact name.", metavar="ACTOR", show_default=False)
    ] = None,
    nobody: Nobody = False,
    kind: Annotated[
        Kinds | None,
        typer.Option("--new", help="What ACTOR is, where the graph does not know the name yet.", show_default=False),
    ] = None,
    why: Why = "",
    on: On = None,
) -> None:
    """Say who spoke. For whom, was read with the other speaker and goes: "kg corrections behalf" says it anew.

    Example: kg corrections speaker statement:31f323f454bd8b80-f6f902c081a6 "Samir Hadley" --by Ada --graph demo/graph
    """
    import kg
    from kg.model import ActorKind

    given = _one_of(actor, nobody)
    with kg.Corrections(graph) as book:
        entry = book.speaker(
            statement, given, by=by, day=_day(on), why=why, kind=None if kind is None else ActorKind(kind.value)
        )
    _report(entry)


@corrections.command(short_help="Say for whom somebody spoke.")
def behalf(
    statement: Statement,
    graph: GraphFolder,
    by: By,
    actor: Annotated[
        str | None, typer.Argument(help="IRI, CURIE or exact name.", metavar="ACTOR", show_default=False)
    ] = None,
    nobody: Nobody = False,
    why: Why = "",
    on: On = None,
) -> None:
    """Say whom the words bind beside the speaker, such as a ministry or a state.

    Example: kg corrections behalf statement:31f323f454bd8b80-f6f902c081a6 Kestria --by Ada --graph demo/graph
    """
    import kg

    given = _one_of(actor, nobody)
    with kg.Corrections(graph) as book:
        _report(book.behalf(statement, given, by=by, day=_day(on), why=why))


@corrections.command(short_help="Say whom a statement is about.")
def about(
    statement: Statement,
    graph: GraphFolder,
    by: By,
    actors: Annotated[
        list[str] | None,
        typer.Argument(help="Everybody whom it is about; none with --nobody.", metavar="ACTOR...", show_default=False),
    ] = None,
    nobody: Nobody = False,
    why: Why = "",
    on: On = None,
) -> None:
    """Say whom a statement is about, all of them; stances towards others go.

    Example: kg corrections about statement:31f323f454bd8b80-f6f902c081a6 Oressa Brenmar --by Ada --graph demo/graph
    """
    import kg

    if bool(actors) == nobody:
        raise typer.BadParameter("name one actor or more, or give --nobody", param_hint="ACTOR...")
    with kg.Corrections(graph) as book:
        _report(book.about(statement, actors or (), by=by, day=_day(on), why=why))


@corrections.command(short_help="Say which side a statement takes.")
def stance(
    statement: Statement,
    target: Annotated[str, typer.Argument(help="IRI, CURIE or exact name.", metavar="TARGET")],
    side: Annotated[Sides, typer.Argument(help="The side.", metavar="negative|positive|none")],
    graph: GraphFolder,
    by: By,
    why: Why = "",
    on: On = None,
) -> None:
    """Say which side a statement takes towards a target.

    Example: kg corrections stance statement:31f323f454bd8b80-f6f902c081a6 Oressa none --by Ada --graph demo/graph
    """
    import kg

    with kg.Corrections(graph) as book:
        _report(book.stance(statement, target, side.value, by=by, day=_day(on), why=why))


@corrections.command(short_help="Give the words that were said.")
def words(
    statement: Statement,
    content: Annotated[str, typer.Argument(help="Words of the article, exactly as it has them.", metavar="WORDS")],
    graph: GraphFolder,
    by: By,
    why: Why = "",
    on: On = None,
) -> None:
    """Give the words that were said, as they stand in the article.

    Example: kg corrections words statement:31f323f454bd8b80-f6f902c081a6 "the loss of impartiality" --by Ada
    """
    import kg

    with kg.Corrections(graph) as book:
        _report(book.words(statement, content, by=by, day=_day(on), why=why))


@corrections.command("day", short_help="Say when it was said.")
def said_on(
    statement: Statement,
    graph: GraphFolder,
    by: By,
    first: Annotated[
        datetime | None,
        typer.Argument(help="The day, or the first of several.", metavar="[DAY]", formats=_DAYS, show_default=False),
    ] = None,
    last: Annotated[
        datetime | None,
        typer.Argument(help="The last of several days.", metavar="[LAST]", formats=_DAYS, show_default=False),
    ] = None,
    untold: Annotated[bool, typer.Option("--untold", help="The article does not tell the day.")] = False,
    why: Why = "",
    on: On = None,
) -> None:
    """Say on which day something was said, or between which days; "--untold" where only the article's day bounds it.

    Example: kg corrections day statement:31f323f454bd8b80-f6f902c081a6 2025-03-12 --by Ada --graph demo/graph
    """
    import kg

    if (first is None) != untold:
        raise typer.BadParameter("give a day like 2025-03-12, or --untold", param_hint="DAY")
    with kg.Corrections(graph) as book:
        entry = book.said_on(
            statement, first.date() if first else None, last.date() if last else None, by=by, day=_day(on), why=why
        )
    _report(entry)


@corrections.command(short_help="Take a correction back.")
def undo(
    correction: Annotated[str, typer.Argument(help="Its identifier, or the first letters.", metavar="CORRECTION")],
    graph: GraphFolder,
    by: By,
    why: Why = "",
    on: On = None,
) -> None:
    """Take a correction back; both entries stay, and the answers are as if it had not been.

    Example: kg corrections undo correction:3f0c2a1b9d8e7f60 --by Ada --graph demo/graph
    """
    import kg

    with kg.Corrections(graph) as book:
        _report(book.undo(correction, by=by, day=_day(on), why=why))


def _one_of(actor: str | None, nobody: bool) -> str | None:
    if (actor is not None) == nobody:
        raise typer.BadParameter("name an actor, or give --nobody", param_hint="ACTOR")
    return actor


def _row(row: CorrectionRow) -> dict[str, Cell]:
    from kg.ledger.corrected_statements import part_in_words
    from kg.vocab.prefixes import shorten

    entry = row.correction
    return {
        "correction": shorten(entry.iri),
        "what": part_in_words(entry),
        "was": entry.was or None,
        "now": entry.now or None,
        "by": entry.by,
        "day": entry.day,
        "why": entry.why or None,
        "holds": row.holds,
        "statement": shorten(row.statement) if row.statement else None,
        "made_on": shorten(entry.statement),
        "withdraws": shorten(entry.withdraws) if entry.withdraws else None,
    }


def _report(entry: Correction) -> None:
    from kg.ledger.corrected_statements import part_in_words
    from kg.vocab.prefixes import shorten

    write_line(shorten(entry.iri))
    if entry.withdraws is not None:
        say(f"withdrew {shorten(entry.withdraws)}")
    else:
        say(f"{part_in_words(entry)}: {entry.was}{f' -> {entry.now}' if entry.now else ''}")


def _day(given: datetime | None) -> date:
    # The one clock that a correction meets: the library asks for the day.
    return given.date() if given else date.today()
