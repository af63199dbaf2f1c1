"""`kg claims`: what is claimed, what seems to go together, and what people judged of it."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.judging import By, On, Why
from kg.cli.messages import say
from kg.cli.options import GraphFolder, OutputFormat, RawCells
from kg.cli.output import Cell, Format, chosen_format, write_line, write_rows

if TYPE_CHECKING:
    from kg.claims import Claim, ClaimJudgement, Proposal, SameSpeech, Voice

claims = typer.Typer(
    help="List claims, find those that say the same, contradict or support each other, and judge these links.\n\n"
    "Example: kg claims candidates --graph demo/graph",
    no_args_is_help=True,
    rich_markup_mode=None,
)
_CLAIMS = ("voices", "articles", "text", "who", "first", "claim")
_VOICES = ("kind", "day", "who", "words", "title", "restates", "statement")
_LINKS = ("relation", "score", "first", "first_who", "second", "second_who", "reasons", "first_claim", "second_claim")
_FEW_LINKS = ("relation", "score", "first", "second", "first_claim", "second_claim")
_SPEECHES = ("score", "who", "day", "shared", "first_title", "second_title", "first_statement", "second_statement")
_LEDGER = ("judgement", "relation", "verdict", "first", "second", "by", "day", "why", "holds", "withdraws")

Limit = Annotated[int | None, typer.Option("--limit", min=1, help="At most so many rows.", show_default=False)]


class Relations(StrEnum):
    """How two claims can go together; the last is of two statements."""

    SAME = "same"
    CONTRADICTS = "contradicts"
    SUPPORTS = "supports"
    SAME_COMMUNICATION = "same-communication"


class Verdicts(StrEnum):
    """What can be judged of a link."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@claims.command("list", short_help="List the claims of a graph.")
def list_claims(
    graph: GraphFolder,
    text: Annotated[
        str | None, typer.Option("--text", help="Only those with this in their words.", show_default=False)
    ] = None,
    shared: Annotated[bool, typer.Option("--shared", help="Only claims of two statements or more.")] = False,
    form: OutputFormat = None,
    limit: Limit = None,
    raw_cells: RawCells = False,
) -> None:
    """List claims, those of most statements first, with who puts them forward and on which day first.

    Example: kg claims list --shared --graph demo/graph
    """
    import kg

    with kg.open(graph) as opened:
        found = opened.claims()
    wanted = (text or "").casefold()
    rows = [
        _claim_row(claim)
        for claim in found
        if wanted in claim.text.casefold() and (not shared or len(claim.voices) > 1)
    ]
    write_rows(_CLAIMS, rows[:limit], chosen_format(form), raw_cells=raw_cells)


@claims.command(short_help="Show who voices one claim.")
def show(
    claim: Annotated[str, typer.Argument(help="IRI or CURIE of a claim.", metavar="CLAIM")],
    graph: GraphFolder,
    form: OutputFormat = None,
    raw_cells: RawCells = False,
) -> None:
    """Show every statement that holds a claim; what is denied or only thought of is listed as NonAssertion.

    Example: kg claims show claim:8cc6dbf8eba7806d --graph demo/graph
    """
    import kg

    with kg.open(graph) as opened:
        found = opened.claim(claim)
    say(found.text)
    write_rows(_VOICES, map(_voice_row, found.voices), chosen_format(form), raw_cells=raw_cells)


@claims.command(short_help="Propose links between claims.")
def candidates(
    graph: GraphFolder,
    relation: Annotated[
        list[Relations] | None,
        typer.Option("--relation", help="Only these; may be given more than once.", show_default=False),
    ] = None,
    least: Annotated[float, typer.Option("--least", min=0.0, max=1.0, help="Least score.")] = 0.0,
    by_words: Annotated[
        bool, typer.Option("--by-words", help="Without the sentence encoder: common words alone.")
    ] = False,
    keep: Annotated[
        bool, typer.Option("--keep", help="Also write them into the graph, with communications, for queries.")
    ] = False,
    form: OutputFormat = None,
    limit: Limit = None,
    raw_cells: RawCells = False,
) -> None:
    """Propose pairs of claims of different articles that may say the same, contradict or support each other.

    In "supports" the second supports the first. Nothing is asserted; what people judged is not proposed again.

    Example: kg claims candidates --relation contradicts --graph demo/graph
    """
    import kg
    from kg.claims import ClaimBook, Relation

    relations = [Relation(one.value) for one in relation or () if one is not Relations.SAME_COMMUNICATION]
    with kg.open(graph) as opened:
        found = opened.claim_candidates(relations=relations or None, least=least, by_words=by_words)
        speeches = opened.communications() if keep else []
    if keep:
        with ClaimBook(graph) as book:
            say(f"{book.keep(found, speeches)} links and communications kept in the graph, in place of earlier ones")
    form = chosen_format(form)
    columns = _FEW_LINKS if form is Format.TABLE else _LINKS
    write_rows(columns, map(_link_row, found[:limit]), form, raw_cells=raw_cells)


@claims.command(short_help="Propose statements of one communication.")
def communications(
    graph: GraphFolder,
    form: OutputFormat = None,
    limit: Limit = None,
    raw_cells: RawCells = False,
) -> None:
    """Propose pairs of statements of different articles that report one event of speaking: same speaker, day, quotes.

    Example: kg claims communications --graph demo/graph
    """
    import kg

    with kg.open(graph) as opened:
        found = opened.communications()[:limit]
    write_rows(_SPEECHES, map(_speech_row, found), chosen_format(form), raw_cells=raw_cells)


@claims.command(short_help="Accept or reject a link.")
def judge(
    first: Annotated[
        str, typer.Argument(help="IRI or CURIE of a claim (of a statement: same-communication).", metavar="FIRST")
    ],
    second: Annotated[str, typer.Argument(help="The other; in supports the one that supports.", metavar="SECOND")],
    relation: Annotated[Relations, typer.Argument(help="How they go together.", metavar="RELATION")],
    verdict: Annotated[Verdicts, typer.Argument(help="Whether they do.", metavar="accepted|rejected")],
    graph: GraphFolder,
    by: By,
    why: Why = "",
    on: On = None,
) -> None:
    """Judge a link, proposed or not; prints the judgement's identifier.

    Example: kg claims judge claim:8cc6dbf8eba7806d claim:f6975c16383f3a3a same rejected --by Ada --graph demo/graph
    """
    from kg.claims import ClaimBook

    with ClaimBook(graph) as book:
        entry = book.judge(first, second, relation.value, verdict.value, by=by, day=_day(on), why=why)
    write_line(_short(entry.iri))
    say(f"{relation.value} {verdict.value}")


@claims.command(short_help="Take a judgement back.")
def undo(
    judgement: Annotated[str, typer.Argument(help="Identifier of a judgement on a link.", metavar="JUDGEMENT")],
    graph: GraphFolder,
    by: By,
    why: Why = "",
    on: On = None,
) -> None:
    """Take a judgement on a link back; both entries stay. Prints the identifier of the withdrawal.

    Example: kg claims undo claimjudgement:3f0c2a1b9d8e7f60 --by Ada --graph demo/graph
    """
    from kg.claims import ClaimBook

    with ClaimBook(graph) as book:
        entry = book.undo(judgement, by=by, day=_day(on), why=why)
    write_line(_short(entry.iri))
    say(f"withdrew {_short(entry.withdraws or '')}")


@claims.command(short_help="List the judgements on links.")
def ledger(graph: GraphFolder, form: OutputFormat = None, raw_cells: RawCells = False) -> None:
    """List every judgement on a link with its history.

    Example: kg claims ledger --graph demo/graph
    """
    import kg

    with kg.open(graph) as opened:
        found = opened.claim_judgements()
    gone = {entry.withdraws for entry in found}
    rows = [_entry_row(entry, entry.withdraws is None and entry.iri not in gone) for entry in found]
    write_rows(_LEDGER, rows, chosen_format(form), raw_cells=raw_cells)


def _claim_row(claim: Claim) -> dict[str, Cell]:
    days = [voice.latest for voice in claim.voices if voice.latest]
    return {
        "voices": len(claim.voices),
        "articles": len(claim.articles),
        "text": claim.text,
        "who": _who(claim),
        "first": min(days, default=None),
        "claim": _short(claim.iri),
    }


def _voice_row(voice: Voice) -> dict[str, Cell]:
    return {
        "kind": voice.kind,
        "day": voice.latest,
        "who": voice.who or None,
        "words": voice.words,
        "title": voice.title,
        "restates": _short(voice.restates) if voice.restates else None,
        "statement": _short(voice.statement),
    }


def _link_row(proposal: Proposal) -> dict[str, Cell]:
    return {
        "relation": proposal.link.relation.value,
        "score": proposal.link.score,
        "first": proposal.first.text,
        "first_who": _who(proposal.first),
        "second": proposal.second.text,
        "second_who": _who(proposal.second),
        "reasons": "; ".join(proposal.link.reasons),
        "first_claim": _short(proposal.first.iri),
        "second_claim": _short(proposal.second.iri),
    }


def _speech_row(speech: SameSpeech) -> dict[str, Cell]:
    return {
        "score": speech.score,
        "who": speech.first.who,
        "day": speech.first.latest,
        "shared": speech.shared,
        "first_title": speech.first.title,
        "second_title": speech.second.title,
        "first_statement": _short(speech.first.statement),
        "second_statement": _short(speech.second.statement),
    }


def _entry_row(entry: ClaimJudgement, holds: bool) -> dict[str, Cell]:
    return {
        "judgement": _short(entry.iri),
        "relation": entry.relation,
        "verdict": entry.verdict.value,
        "first": _short(entry.first),
        "second": _short(entry.second),
        "by": entry.by,
        "day": entry.day,
        "why": entry.why or None,
        "holds": holds,
        "withdraws": _short(entry.withdraws) if entry.withdraws else None,
    }


def _who(claim: Claim) -> str | None:
    return ", ".join(sorted({voice.who for voice in claim.voices if voice.who})) or None


def _day(given: datetime | None) -> date:
    # The one clock that a judgement meets: the library asks for the day.
    return given.date() if given else date.today()


def _short(iri: str) -> str:
    from kg.vocab.prefixes import shorten

    return shorten(iri)
