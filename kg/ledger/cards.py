"""What there is to know of the actors of a graph: a row of each, and a card of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import ParameterError
from kg.ledger.entries import Entry, known_actor, ledger_entries
from kg.query.run import run_query
from kg.store.profiles import Cast

if TYPE_CHECKING:
    from kg.identity.profiles import Profile
    from kg.query import Cell
    from kg.store import EmbeddedStore

_STATEMENTS: Final = """
PREFIX dmr: <https://w3id.org/demarche/ns#>
SELECT ?relation ?kind (COUNT(DISTINCT ?statement) AS ?count) WHERE {
  VALUES (?property ?relation) { (dmr:speaker "by") (dmr:onBehalfOf "on behalf of") (dmr:about "about") }
  VALUES ?kind { dmr:Statement dmr:Attitude dmr:SecondHand dmr:NonAssertion }
  ?statement ?property ACTOR ;
    a ?kind .
} GROUP BY ?relation ?kind ORDER BY ?relation ?kind
"""
_TENURES: Final = """
PREFIX dmr: <https://w3id.org/demarche/ns#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?label ?from ?until WHERE {
  VALUES ?actor { ACTORS }
  GRAPH ?set { ?tenure org:member ?actor ; dmr:post ?post . }
  FILTER(CONTAINS(STR(?set), "/graph/ref/"))
  GRAPH ?posts { ?post rdfs:label ?label }
  OPTIONAL { GRAPH ?set { ?tenure dmr:validFrom ?from } }
  OPTIONAL { GRAPH ?set { ?tenure dmr:validUntil ?until } }
} ORDER BY ?label ?from ?until
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """One actor of the view. Counts are of first-hand statements, as in the query `actors`."""

    profile: Profile
    said: int
    on_behalf: int
    about: int
    stands_for: int
    """How many actors of single articles are shown as this one; 0 for one that reference data alone knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A post that somebody holds: as articles claim (`observed`: first and last day of them), or as reference data
    has it (`start` and `end`, closed; None: open or not known)."""

    post: str
    claimed: bool
    start: date | None = None
    end: date | None = None
    times: int = 0
    """Articles that claim it."""
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorCard:
    """Everything that bears on who one actor is."""

    profile: Profile
    stands_for: tuple[str, ...]
    """IRIs of the nodes of the record that are shown as this one, sorted."""
    mentions: dict[str, int]
    """Method -> mentions found by it, most first."""
    posts: tuple[Held, ...]
    statements: dict[tuple[str, str], int]
    """("by", "on behalf of" or "about", kind of statement) -> how many."""
    judgements: tuple[Entry, ...]


def actor_rows(store: EmbeddedStore) -> list[ActorRow]:
    """Every actor of the view, those who say most first, then as the query `actors` sorts them."""
    cast = Cast(store.quads, store.texts, store.folder.base)
    profiles = {profile.iri: profile for profile in cast.profiles()}
    rows = []
    for record in run_query(store, "actors").to_records():
        iri = str(record["actor"])
        if (profile := profiles.pop(iri, None)) is not None:
            members = [member for member in cast.members(ox.NamedNode(iri)) if "/actor/local/" in member.value]
            rows.append(
                ActorRow(
                    profile=profile,
                    said=_number(record["said"]),
                    on_behalf=_number(record["on_behalf"]),
                    about=_number(record["about"]),
                    stands_for=len(members),
                )
            )
    return rows


def actor_card(store: EmbeddedStore, actor: str) -> ActorCard:
    """The card of an actor, given its IRI, CURIE or exact name; an actor of one article leads to whoever stands for it.

    Raises: ParameterError, AmbiguousActor: none, or several, fit.
    """
    cast = Cast(store.quads, store.texts, store.folder.base)
    shown = cast.shown(ox.NamedNode(known_actor(store, actor)))
    profile = next((one for one in cast.profiles() if one.iri == shown.value), None)
    if profile is None:
        raise ParameterError(f"{actor!r} is not in the view: no article that counts names it")
    members = cast.members(shown)
    found = store.select(_STATEMENTS.replace("ACTOR", str(shown)))
    counts = {
        (relation.value, kind.value.rpartition("#")[2]): int(count.value)
        for relation, kind, count in found.rows
        if relation and kind and count
    }
    concerned = {shown.value, *(member.value for member in members)}
    return ActorCard(
        profile=profile,
        stands_for=tuple(member.value for member in members),
        mentions=cast.mentions(shown),
        posts=(*_claimed(store, shown), *_known(store, members)),
        statements=counts,
        judgements=tuple(ledger_entries(store, concerned)),
    )


def _claimed(store: EmbeddedStore, shown: ox.NamedNode) -> list[Held]:
    held: dict[tuple[str, str | None], list[dict[str, Cell]]] = {}
    for record in run_query(store, "claimed-posts", person=shown.value).to_records():
        status = record["status"]
        held.setdefault((str(record["post_label"]), str(status) if status else None), []).append(record)
    rows = []
    for (post, status), records in sorted(held.items(), key=lambda found: (found[0][0], found[0][1] or "")):
        days = sorted(day for record in records if isinstance(day := record["observed_on"], date))
        rows.append(
            Held(
                post=post,
                claimed=True,
                start=days[0] if days else None,
                end=days[-1] if days else None,
                times=len({record["article"] for record in records}),
                status=status.rpartition("/")[2] if status else None,
            )
        )
    return rows


def _known(store: EmbeddedStore, members: list[ox.NamedNode]) -> list[Held]:
    found = store.select(_TENURES.replace("ACTORS", " ".join(map(str, members))))
    return [
        Held(
            post=label.value,
            claimed=False,
            start=date.fromisoformat(start.value) if start else None,
            end=date.fromisoformat(end.value) if end else None,
        )
        for label, start, end in found.rows
        if label
    ]


def _number(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0
