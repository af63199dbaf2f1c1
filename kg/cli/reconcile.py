"""`kg actors reconcile`, `accept`, `refresh`, `adopt`: what asks Wikidata, and what takes a person's review of it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.exit_codes import ExitCode
from kg.cli.judging import By
from kg.cli.messages import say, warn
from kg.cli.options import ActorFiles, GraphFolder
from kg.cli.own_actors import authority_with

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import ActorId
    from kg.reconcile import WikidataQueries
    from kg.reconcile.web import Web
    from kg.resolve import Authority

Cache = Annotated[
    Path | None,
    typer.Option("--cache", help="Folder of answers: looked for there first, and kept.", show_default=False),
]
Offline = Annotated[bool, typer.Option("--offline", help="Ask nobody; use the answers in --cache alone.")]
Queries = Annotated[
    str | None,
    typer.Option("--queries", help="SPARQL endpoint with Wikidata's data; the public one if not given.", metavar="URL"),
]
Output = Annotated[
    Path, typer.Option("--output", "-o", help="File to write: .csv, or .jsonl for JSON Lines.", show_default=False)
]
On = Annotated[
    datetime | None,
    typer.Option("--on", formats=["%Y-%m-%d"], help="Day of the review; today if not given.", show_default=False),
]
AsOf = Annotated[
    datetime | None,
    typer.Option(
        "--as-of", formats=["%Y-%m-%d"], help="Day on which Wikidata was asked; today if not given.", show_default=False
    ),
]
Timeout = Annotated[float, typer.Option("--timeout", min=1.0, help="Seconds to wait for one answer.")]
Rest = Annotated[
    float, typer.Option("--rest", min=0.0, help="Seconds between two requests; less only for servers of your own.")
]
Contact = Annotated[
    str | None,
    typer.Option("--contact", help="Mail address or page by which the services can reach you.", show_default=False),
]


def reconcile(
    graph: GraphFolder,
    output: Output,
    actor: Annotated[
        list[str] | None, typer.Option("--actor", help="Only this one; may be given more than once.")
    ] = None,
    last: Annotated[
        Path | None,
        typer.Option("--last", help="The review before this one, to tell what changed.", show_default=False),
    ] = None,
    with_failed: Annotated[bool, typer.Option("--with-failed", help="Also write what failed a gate.")] = False,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="At most so many actors.")] = None,
    cache: Cache = None,
    offline: Offline = False,
    endpoint: Annotated[
        str | None,
        typer.Option(
            "--endpoint", help="Reconciliation service for Wikidata; the public one if not given.", metavar="URL"
        ),
    ] = None,
    queries: Queries = None,
    timeout: Timeout = 60.0,
    rest: Rest = 0.5,
    contact: Contact = None,
    actor_files: ActorFiles = None,
) -> None:
    """Look the actors of a graph up in Wikidata and write proposals to review; the graph is only read.

    Needs a network, unless every answer is in --cache. Sent are names, states and offices of the actors.

    Example: kg actors reconcile --graph my-graph --cache answers -o review.csv
    """
    import kg
    from kg.ledger.entries import known_actor, short_form
    from kg.reconcile import ReconciliationService, compared_with, look_up, read_review, review_rows, write_review
    from kg.reconcile.service import WIKIDATA_SERVICE

    before = read_review(last) if last is not None else None
    authority, _ = authority_with(actor_files)
    web = _web(cache, offline=offline, timeout=timeout, rest=rest, contact=contact)
    with kg.open(graph) as opened:
        store, base = opened.store, opened.store.folder.base
        found = look_up(
            store,
            ReconciliationService(web=web, endpoint=endpoint or WIKIDATA_SERVICE),
            _queries(web, queries),
            authority.officials,
            actors=None if not actor else {known_actor(store, one) for one in actor},
            limit=limit,
        )
    rows = review_rows(found, base, with_failed=with_failed)
    if before is not None:
        rows = compared_with(before, rows, (short_form(iri, base) for iri in found.asked))
    written = write_review(output, rows)
    failed = sum(not one.is_sound for one in found.proposals)
    say(
        f"{len(found.asked)} actors asked for, {len(found.unasked)} not; {len(found.proposals)} candidates, "
        f"{failed} of them failed a gate; {written} rows written to {output}"
    )
    if before is not None:
        _tell_changes(row.change or "unchanged" for row in rows)


def accept(
    file: Annotated[Path, typer.Argument(help="Reviewed file of kg actors reconcile.", metavar="FILE")],
    graph: GraphFolder,
    by: By,
    on: On = None,
    keep_candidates: Annotated[
        bool, typer.Option("--keep-candidates", help="Also record rows without a verdict as candidates.")
    ] = False,
) -> int:
    """Put the verdicts of a review (same, different, unsure) into the ledger; kg actors undo takes them back.

    Example: kg actors accept review.csv --graph my-graph --by Ada
    """
    import kg
    from kg.reconcile import accept_review, read_review

    rows = read_review(file)
    with kg.Ledger(graph) as ledger:
        done = accept_review(ledger, rows, by=by, day=_day(on), keep_candidates=keep_candidates)
    for problem in done.problems:
        warn(f"{file}, {problem}")
    kept = f", {len(done.kept)} candidates kept" if keep_candidates else ""
    say(f"{len(done.judged)} judgements taken in, {done.known} known already{kept}, {len(done.problems)} not taken")
    return ExitCode.SOME_FAILED if done.problems else ExitCode.OK


def refresh(
    state: Annotated[list[str], typer.Option("--state", help="state:FRA, or all; may be given more than once.")],
    output: Output,
    role: Annotated[
        list[str] | None, typer.Option("--role", help="Only this office, such as foreign_minister.", show_default=False)
    ] = None,
    as_of: AsOf = None,
    cache: Cache = None,
    offline: Offline = False,
    queries: Queries = None,
    timeout: Timeout = 60.0,
    rest: Rest = 0.5,
    contact: Contact = None,
    actor_files: ActorFiles = None,
) -> None:
    """Compare the office holders known here with those of Wikidata, state by state, and write the differences.

    Needs a network, unless every answer is in --cache.

    Example: kg actors refresh --state state:FRA --role foreign_minister --cache answers -o terms.csv
    """
    from kg.reconcile import refresh_terms, term_rows, write_term_review
    from kg.reconcile.offices import chosen_offices

    authority, _ = authority_with(actor_files)
    web = _web(cache, offline=offline, timeout=timeout, rest=rest, contact=contact)
    found, faults = refresh_terms(
        _queries(web, queries),
        authority,
        _states(state, authority),
        offices=chosen_offices(role or ()),
        as_of=_day(as_of),
    )
    rows = term_rows(found, faults)
    written = write_term_review(output, rows)
    say(f"{written} differences written to {output}, {sum(bool(row.failed) for row in rows)} of them failed a gate")
    _tell_changes(one.change.value for one in found)


def adopt(
    file: Annotated[Path, typer.Argument(help="Reviewed file of kg actors refresh.", metavar="FILE")],
    output: Annotated[Path, typer.Option("--output", "-o", help="File of actors to write, .csv.", show_default=False)],
    as_of: AsOf = None,
) -> int:
    """Write the terms that a review says yes to as a file of actors, for kg build --actors.

    Example: kg actors adopt terms.csv -o my-officials.csv
    """
    from kg.reconcile import adopt_terms, read_term_review, write_actors

    adopted = adopt_terms(read_term_review(file), _day(as_of))
    for problem in adopted.problems:
        warn(f"{file}, {problem}")
    write_actors(output, adopted.rows)
    say(f"{adopted.terms} terms written to {output}, {len(adopted.problems)} not taken")
    return ExitCode.SOME_FAILED if adopted.problems else ExitCode.OK


def _web(cache: Path | None, *, offline: bool, timeout: float, rest: float, contact: str | None) -> Web:
    from kg.reconcile import AnswerCache
    from kg.reconcile.web import AGENT, Web

    if offline and cache is None:
        raise typer.BadParameter("--offline needs the answers of an earlier run; name their folder with --cache")
    return Web(
        cache=AnswerCache(cache) if cache is not None else None,
        offline=offline,
        timeout_s=timeout,
        rest_s=rest,
        agent=f"{AGENT} {' '.join(contact.split())}" if contact else AGENT,
    )


def _queries(web: Web, endpoint: str | None) -> WikidataQueries:
    from kg.reconcile import WikidataQueries
    from kg.reconcile.wikidata import WIKIDATA_QUERIES

    return WikidataQueries(web=web, endpoint=endpoint or WIKIDATA_QUERIES)


def _states(given: list[str], authority: Authority) -> list[ActorId]:
    """The states that are meant, in order of their ids; "all": every one that has an item and still exists."""
    from kg.model import ActorId, ActorKind

    states = {id_: actor for id_, actor in authority.actors.items() if actor.kind is ActorKind.STATE}
    if given == ["all"]:
        return sorted(id_ for id_, actor in states.items() if actor.wikidata and not actor.valid_until)
    wanted = [ActorId(one.replace("state:", "state/", 1)) for one in given]
    for one, id_ in zip(given, wanted, strict=True):
        if id_ not in states:
            raise typer.BadParameter(f"{one!r} is no state of the reference data; write it like state:FRA")
        if states[id_].wikidata is None:
            raise typer.BadParameter(f"no item of Wikidata is known for {one!r}; give it in a file of actors")
    return sorted(set(wanted))


def _tell_changes(changes: Iterable[str]) -> None:
    counts: dict[str, int] = {}
    for change in changes:
        counts[change] = counts.get(change, 0) + 1
    say(", ".join(f"{number} {change}" for change, number in sorted(counts.items())) or "nothing found")


def _day(given: datetime | None) -> date:
    # The clock of the command: the library asks for the day.
    return given.date() if given else date.today()
