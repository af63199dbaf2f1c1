"""Statements of Wikidata that somebody held a position (P39), with their days; deprecated ones are left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.reconcile.days import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.reconcile.wikidata import Row, WikidataQueries

_DEPRECATED: Final = "http://wikiba.se/ontology#DeprecatedRank"
_QUERY: Final = """
SELECT DISTINCT ?person ?personLabel ?statement ?rank ?position ?positionLabel ?state ?organisation
  ?start ?startPrecision ?end ?endPrecision WHERE {
  HEAD
  ?person p:P39 ?statement .
  ?statement ps:P39 ?position ;
    wikibase:rank ?rank .
  FILTER(?rank != wikibase:DeprecatedRank)
  OPTIONAL { ?person rdfs:label ?english . FILTER(LANG(?english) = "en") }
  OPTIONAL { ?person rdfs:label ?anywhere . FILTER(LANG(?anywhere) = "mul") }
  BIND(COALESCE(?english, ?anywhere) AS ?personLabel)
  OPTIONAL { ?position rdfs:label ?positionLabel . FILTER(LANG(?positionLabel) = "en") }
  OPTIONAL { ?position wdt:P1001|wdt:P17 ?state }
  OPTIONAL { ?position wdt:P2389|wdt:P361 ?organisation }
  OPTIONAL { ?statement pqv:P580 ?from . ?from wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision }
  OPTIONAL { ?statement pqv:P582 ?until . ?until wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision }
}
ORDER BY ?statement ?person ?position ?state ?organisation ?personLabel ?positionLabel ?start ?startPrecision
  ?end ?endPrecision
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One person in one position, as one statement of Wikidata has it.

    `start`, `end`: ISO days, months or years; empty where the statement does not tell. `states`: items of the states
    whose position it is (P1001, P17). `organisations`: items of what it heads or is a part of (P2389, P361). Several
    starts or ends of one statement contradict each other: then none is known.
    """

    statement: str
    person: str
    person_label: str
    position: str
    position_label: str
    states: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    start: str = ""
    end: str = ""


def held_positions(queries: WikidataQueries, head: str) -> list[Held]:
    """Who held the positions that a pattern binds, by person, start and statement.

    Args: head: a pattern of SPARQL that binds ?person, or ?position.

    Raises: ServiceError, NotInCache, CacheError: see `kg.errors`.
    """
    statements: dict[str, list[Row]] = {}
    for row in queries.rows(_QUERY.replace("HEAD", head)):
        # Asked for again here: an endpoint of another make may not know the rank as Wikidata's does.
        if {"statement", "person", "position"} <= row.keys() and row.get("rank") != _DEPRECATED:
            statements.setdefault(row["statement"], []).append(row)
    held = [_held(rows) for rows in statements.values()]
    return sorted(held, key=lambda one: (one.person, one.start, one.statement))


def _held(rows: list[Row]) -> Held:
    first = rows[0]
    return Held(
        statement=first["statement"],
        person=first["person"],
        person_label=first.get("personLabel", ""),
        position=first["position"],
        position_label=first.get("positionLabel", ""),
        states=_values(rows, "state"),
        organisations=_values(rows, "organisation"),
        start=_one_day(rows, "start"),
        end=_one_day(rows, "end"),
    )


def _values(rows: Iterable[Row], name: str) -> frozenset[str]:
    return frozenset(row[name] for row in rows if name in row)


def _one_day(rows: Iterable[Row], name: str) -> str:
    days = {day_of(row.get(name), row.get(f"{name}Precision")) for row in rows}
    return days.pop() if len(days) == 1 else ""
