"""`kg actors`: who is in a graph, who may be one person, and the ledger of what people judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.actor_card import card_rows
from kg.cli.judging import export_ledger, import_ledger, judge, undo
from kg.cli.options import GraphFolder, OutputFormat, RawCells
from kg.cli.output import Cell, Format, chosen_format, write_rows
from kg.cli.reconcile import accept, adopt, reconcile, refresh

if TYPE_CHECKING:
    from kg.identity import Candidate, Profile
    from kg.ledger import ActorRow, Entry

actors = typer.Typer(
    help="List actors, find those who may be one person, and keep the ledger of who is who.\n\n"
    "Example: kg actors candidates --graph demo/graph",
    no_args_is_help=True,
    rich_markup_mode=None,
)
_ROWS = ("name", "kind", "states", "said", "on_behalf", "about", "first", "last", "stands_for", "actor")
_FEW = ("name", "kind", "said", "on_behalf", "about", "stands_for", "actor")
_PAIRS = ("score", "one", "one_posts", "other", "other_posts", "reasons", "one_actor", "other_actor")
_LEDGER = ("judgement", "verdict", "one", "other", "by", "day", "why", "holds", "one_actor", "other_actor", "withdraws")
_CARD = ("section", "what", "detail", "count")
_NARROW = ("score", "one", "other", "reasons", "one_actor", "other_actor")


@actors.command("list", short_help="List the actors of a graph.")
def list_actors(
    graph: GraphFolder,
    kind: Annotated[
        str | None, typer.Option("--kind", help="Only these: Person, State, GovernmentBody ...", show_default=False)
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", help="Only those with this in a name.", show_default=False)
    ] = None,
    form: OutputFormat = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="At most so many rows.", show_default=False)
    ] = None,
    raw_cells: RawCells = False,
) -> None:
    """List actors with what they say and what is said about them, first and last day, and whom each stands for.

    Example: kg actors list --graph demo/graph --kind Person
    """
    import kg

    with kg.open(graph) as opened:
        found = opened.actors()
    wanted = name.casefold() if name else None
    rows = [
        _actor_row(row)
        for row in found
        if (kind is None or row.profile.kind.casefold() == kind.casefold())
        and (wanted is None or any(wanted in each.casefold() for each in row.profile.names))
    ]
    form = chosen_format(form)
    write_rows(_FEW if form is Format.TABLE else _ROWS, rows[:limit], form, raw_cells=raw_cells)


@actors.command(short_help="Show what is known of one actor.")
def show(
    actor: Annotated[str, typer.Argument(help="IRI, CURIE or exact name.", metavar="ACTOR")],
    graph: GraphFolder,
    form: OutputFormat = None,
    raw_cells: RawCells = False,
) -> None:
    """Show an actor: names, mentions by method, posts, statements, the judgements on it, and whom it stands for.

    Example: kg actors show "Anton Rusk" --graph demo/graph
    """
    import kg

    with kg.open(graph) as opened:
        card = opened.actor(actor)
    write_rows(_CARD, card_rows(card), chosen_format(form), raw_cells=raw_cells)


@actors.command(short_help="Propose pairs that may be one person.")
def candidates(
    graph: GraphFolder,
    actor: Annotated[str | None, typer.Option("--actor", help="Only pairs with this one.", show_default=False)] = None,
    least: Annotated[
        float | None, typer.Option("--least", min=0.0, max=1.0, help="Least score.", show_default=False)
    ] = None,
    form: OutputFormat = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="At most so many pairs.", show_default=False)
    ] = None,
    raw_cells: RawCells = False,
) -> None:
    """Propose pairs of persons that may be one, with what speaks for and against; nothing is merged.

    Example: kg actors candidates --graph demo/graph
    """
    import kg

    with kg.open(graph) as opened:
        found = opened.candidates(actor, threshold=least)[:limit]
    form = chosen_format(form)
    write_rows(_NARROW if form is Format.TABLE else _PAIRS, map(_pair_row, found), form, raw_cells=raw_cells)


@actors.command(short_help="List the judgements.")
def ledger(
    graph: GraphFolder,
    actor: Annotated[
        str | None, typer.Option("--actor", help="Only judgements on this one.", show_default=False)
    ] = None,
    without_rule: Annotated[
        bool, typer.Option("--without-rule", help="Leave out what the rule of joining decided.")
    ] = False,
    form: OutputFormat = None,
    raw_cells: RawCells = False,
) -> None:
    """List every judgement with its history: what the rule decided, then what people did, and what was taken back.

    Example: kg actors ledger --graph demo/graph
    """
    import kg

    with kg.open(graph) as opened:
        found = opened.judgements() if actor is None else list(opened.actor(actor).judgements)
    form = chosen_format(form)
    rows = [_entry_row(entry) for entry in found if not (without_rule and entry.judgement.is_by_rule)]
    columns = _LEDGER[:-3] if form is Format.TABLE else _LEDGER
    write_rows(columns, rows, form, raw_cells=raw_cells)


actors.command(short_help="Judge two actors.")(judge)
actors.command(short_help="Take a judgement back.")(undo)
actors.command("export", short_help="Write the ledger to a file.")(export_ledger)
actors.command("import", short_help="Take in the ledger of others.")(import_ledger)
actors.command(short_help="Look actors up in Wikidata, for review.")(reconcile)
actors.command(short_help="Take in a review of proposals.")(accept)
actors.command(short_help="Compare office holders with Wikidata.")(refresh)
actors.command(short_help="Make a file of actors of reviewed terms.")(adopt)


def _actor_row(row: ActorRow) -> dict[str, Cell]:
    profile = row.profile
    return {
        "name": profile.name,
        "kind": profile.kind,
        "states": _short(profile.states),
        "said": row.said,
        "on_behalf": row.on_behalf,
        "about": row.about,
        "first": profile.days[0] if profile.days else None,
        "last": profile.days[1] if profile.days else None,
        "stands_for": row.stands_for,
        "actor": _short((profile.iri,)),
    }


def _pair_row(pair: Candidate) -> dict[str, Cell]:
    return {
        "score": pair.score,
        "one": _described(pair.left),
        "one_posts": ", ".join(pair.left.offices) or None,
        "other": _described(pair.right),
        "other_posts": ", ".join(pair.right.offices) or None,
        "reasons": "; ".join(pair.reasons),
        "one_actor": _short((pair.left.iri,)),
        "other_actor": _short((pair.right.iri,)),
    }


def _described(profile: Profile) -> str:
    posts = ", ".join(profile.offices)
    return f"{profile.name} ({posts})" if posts else profile.name


def _entry_row(entry: Entry) -> dict[str, Cell]:
    judgement = entry.judgement
    return {
        "judgement": _short((judgement.iri,)),
        "verdict": judgement.verdict.value,
        "one": entry.names[0],
        "other": entry.names[1],
        "by": judgement.by,
        "day": judgement.day,
        "why": judgement.why or None,
        "holds": entry.holds,
        "one_actor": _short((judgement.actors[0],)),
        "other_actor": _short((judgement.actors[1],)),
        "withdraws": _short((judgement.withdraws,)) if judgement.withdraws else None,
    }


def _short(iris: tuple[str, ...]) -> str | None:
    from kg.ledger.entries import short_form
    from kg.vocab.ids import DATA_BASE

    return ", ".join(short_form(iri, DATA_BASE) for iri in iris) or None
