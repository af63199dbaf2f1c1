"""`kg network`: who speaks about whom, who agrees with whom, as a table, a file or an explanation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.messages import say
from kg.cli.network_choices import (
    FORMS,
    MEASURED,
    NO_ERRORS,
    AttributionChoice,
    ConceptChoice,
    CopiesChoice,
    DuplicatesChoice,
    KindChoice,
    NormaliseChoice,
    Show,
    VoiceChoice,
    error_rates,
    form_of,
    node_named,
)
from kg.cli.network_tables import (
    actor_rows,
    bloc_rows,
    columns_of,
    explained,
    figure_rows,
    for_people,
    tie_rows,
)
from kg.cli.options import GraphFolder, OutputFormat, RawCells
from kg.cli.output import Format, chosen_format, printable, write_line, write_rows
from kg.errors import ParameterError

if TYPE_CHECKING:
    from kg.analysis import NetworkKind, Rules, StatementTable, Uncertainty
    from kg.cli.network_tables import Row

_MANY = 1_000_000
"""Rows drawn in all, beyond which it is told that they take time."""
_AGREEMENT = (KindChoice.CONGRUENCE, KindChoice.CONFLICT, KindChoice.SUBTRACT)


def network(
    graph: GraphFolder,
    kind: Annotated[KindChoice, typer.Argument(metavar="KIND", help=", ".join(KindChoice) + ".")] = (
        KindChoice.WHO_ABOUT_WHOM
    ),
    show: Annotated[
        Show,
        typer.Option("--show", help="The strongest ties, every actor's figures, those of the whole, or the blocs."),
    ] = Show.TIES,
    since: Annotated[
        str | None, typer.Option("--since", "--from", help="First day, included.", show_default=False)
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", "--to", help="Last day, included.", show_default=False)
    ] = None,
    attributions: Annotated[
        list[AttributionChoice] | None,
        typer.Option("--attribution", help="Kinds that count; Statement and Attitude without it.", show_default=False),
    ] = None,
    outlets: Annotated[
        list[str] | None, typer.Option("--outlet", help="Only what this outlet reports.", show_default=False)
    ] = None,
    subjects: Annotated[
        list[str] | None, typer.Option("--subject", help='Only on this field, "sanctions" say.', show_default=False)
    ] = None,
    min_confidence: Annotated[
        float, typer.Option("--min-confidence", min=0.0, max=1.0, help="Only attributions at least that sure.")
    ] = 0.0,
    voice: Annotated[VoiceChoice, typer.Option("--voice", help="Who counts as speaking.")] = VoiceChoice.SPEAKER,
    copies: Annotated[
        CopiesChoice, typer.Option("--copies", help="Words that several articles carry count once, or in each.")
    ] = CopiesChoice.ONCE,
    concept: Annotated[
        ConceptChoice, typer.Option("--concept", help="What actors agree about.")
    ] = ConceptChoice.TARGET,
    duplicates: Annotated[
        DuplicatesChoice, typer.Option("--duplicates", help="Within what repeated statements count once.")
    ] = DuplicatesChoice.DOCUMENT,
    normalise: Annotated[
        NormaliseChoice | None,
        typer.Option("--normalise", help="Divide ties of agreement by how much the two speak.", show_default=False),
    ] = None,
    neutral: Annotated[bool, typer.Option("--neutral", help="Statements without a side count half-way.")] = False,
    as_dna: Annotated[
        bool, typer.Option("--as-dna", help="The numbers of Discourse Network Analyzer, its known slips included.")
    ] = False,
    explain: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--explain", metavar="A B", help="Show the statements and the arithmetic of this tie.", show_default=False
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "--output",
            "-o",
            help=f"Write the network to a file; its ending says how: {' '.join(FORMS)}.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        str | None, typer.Option("--form", help="Form of the file, where its ending is not enough.", show_default=False)
    ] = None,
    draws: Annotated[int, typer.Option("--draws", min=0, help="Draws of the 95% intervals; 0 for none.")] = 100,
    seed: Annotated[int, typer.Option("--seed", help="Same seed, same intervals.")] = 0,
    errors: Annotated[
        str,
        typer.Option(
            "--errors",
            help=f"Errors of the reader in the intervals: {MEASURED} (for this version), {NO_ERRORS}, or a JSON file "
            "of rates, such as kg evaluate --json writes.",
        ),
    ] = MEASURED,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="At most so many rows.", show_default=False)
    ] = None,
    output_format: OutputFormat = None,
    raw_cells: RawCells = False,
) -> None:
    """Make a network of the statements of a graph: its ties, its actors and its figures, each with its interval.

    Intervals come from drawing the articles anew and redrawing what the reader may have missed or misread.

    Example: kg network subtract --graph demo/graph --voice state --show figures
    """  # fmt: skip
    from kg.analysis import Rules, Selection, Uncertainty, statements_of
    from kg.query.actors import find_actor
    from kg.store import EmbeddedStore

    with EmbeddedStore.open(graph) as store:
        selection = Selection(
            since=since,
            until=until,
            kinds=[one.value for one in attributions or (AttributionChoice.STATEMENT, AttributionChoice.ATTITUDE)],
            outlets=None if not outlets else [find_actor(store, name) for name in outlets],
            subjects=subjects or None,
            least_confidence=min_confidence,
            voice=voice.value,
            copies=copies.value,
        )
        table = statements_of(store, selection)
    if not len(table):
        raise ParameterError("no statement of the graph is among those chosen: choose a longer period, or fewer limits")
    rules = Rules(
        concept=concept.value,
        neutral=neutral,
        duplicates=duplicates.value,
        normalise=None if normalise is None else normalise.value,
        compat="dna" if as_dna else None,
    )
    if out is not None:
        _write(table, kind.value, rules, out, form)
    if explain is not None:
        _explain(table, kind.value, rules, explain)
    if out is not None or explain is not None:
        return
    uncertainty = Uncertainty(draws=draws, seed=seed, errors=error_rates(errors)) if draws else None
    if draws * len(table) > _MANY:
        say(f"drawing {draws} tables of {len(table):,} rows, which takes minutes; fewer with --draws")
    chosen = chosen_format(output_format)
    rows = _rows(table, kind, rules, show, uncertainty)[:limit]
    if chosen in (Format.TABLE, Format.MARKDOWN):
        rows = for_people(rows)
    write_rows(columns_of(rows), rows, chosen, raw_cells=raw_cells)
    if uncertainty is not None:
        say(_told(uncertainty))


def _rows(
    table: StatementTable, kind: KindChoice, rules: Rules, show: Show, uncertainty: Uncertainty | None
) -> list[Row]:
    if uncertainty is None and (show in (Show.FIGURES, Show.BLOCS) or kind in _AGREEMENT):
        raise ParameterError(
            "figures of agreement, contradiction and blocs are not shown without their interval: give --draws 2 or more"
        )
    match show:
        case Show.TIES:
            return list(tie_rows(table, kind.value, rules, uncertainty))
        case Show.ACTORS:
            return list(actor_rows(table, kind.value, rules, uncertainty))
        case Show.FIGURES if uncertainty is not None:
            return list(figure_rows(table, kind.value, rules, uncertainty))
        case _ if uncertainty is not None:
            return list(bloc_rows(table, rules, uncertainty))
    raise AssertionError("unreachable")


def _write(table: StatementTable, kind: NetworkKind, rules: Rules, out: Path, form: str | None) -> None:
    from kg.analysis import make_network
    from kg.export import export_network

    export_network(make_network(kind, table, rules), out, form_of(out, form))
    say(f"written: {out}")


def _explain(table: StatementTable, kind: NetworkKind, rules: Rules, pair: tuple[str, str]) -> None:
    from kg.analysis import explain, make_network

    made: Any = make_network(kind, table, rules)
    nodes: dict[str, dict[str, Any]] = dict(made.nodes(data=True))
    labels = {node: str(about["label"]) for node, about in nodes.items()}
    # In a network of two modes the same state can be an actor and what is spoken about.
    mode = {node: about.get("bipartite") for node, about in nodes.items()}
    source = node_named(pair[0], {node: label for node, label in labels.items() if mode[node] != 1})
    target = node_named(pair[1], {node: label for node, label in labels.items() if mode[node] != 0})
    names = {**{node: named.label for node, named in table.names.items()}, **labels}
    for line in explained(explain(made, source, target), names):
        write_line(printable(line))


def _told(uncertainty: Uncertainty) -> str:
    rates = uncertainty.errors
    covered = (
        "articles drawn anew" if rates is None else f"articles drawn anew and errors of the reader ({rates.source})"
    )
    missing = "; errors of the reader are not in them" if rates is None else ""
    return f"intervals: 95 %, {uncertainty.draws} draws, {covered}{missing}"
