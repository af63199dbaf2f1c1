"""What Wikidata tells of an item that bears on who it is: names, classes, states, positions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.reconcile.positions import Held, held_positions
from kg.reconcile.questions import CLASSES, one_state
from kg.reconcile.wikidata import items

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.reconcile.wikidata import WikidataQueries

_BATCH: Final = 50
_QUERY: Final = """
SELECT DISTINCT ?item ?what ?value WHERE {
  VALUES ?item { ITEMS }
  { ?item rdfs:label ?value . FILTER(LANG(?value) IN ("en", "mul")) BIND("label" AS ?what) }
  UNION { ?item skos:altLabel ?value . FILTER(LANG(?value) IN ("en", "mul")) BIND("alias" AS ?what) }
  UNION { VALUES ?value { CLASSES } ?item wdt:P31/wdt:P279* ?value . BIND("class" AS ?what) }
  UNION { ?item wdt:P27 ?value . BIND("citizenship" AS ?what) }
  UNION { ?item wdt:P17|wdt:P1001 ?value . BIND("state" AS ?what) }
}
ORDER BY ?item ?what ?value
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item with what was asked of it. `names`: its label in English, or that
    for all languages, first. `classes`: of those in `CLASSES`, the ones
    that it is an instance of. `states`: items of states that it is a citizen of (P27), or that it belongs to (P17,
    P1001), or that it served in a position of that state alone. `positions`: by start."""

    identifier: str
    names: tuple[str, ...] = ()
    classes: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    positions: tuple[Held, ...] = ()

    @property
    def label(self) -> str:
        """Its English label; the identifier where it has none."""
        return self.names[0] if self.names else self.identifier


def read_items(queries: WikidataQueries, identifiers: Iterable[str]) -> dict[str, Item]:
    """What is told of these items, 50 at a time; an item of which nothing is told is there, too, and bare.

    Raises: ServiceError, NotInCache, CacheError: see `kg.errors`.
    """
    wanted = sorted(set(identifiers))
    found: dict[str, Item] = {}
    for start in range(0, len(wanted), _BATCH):
        part = wanted[start : start + _BATCH]
        found.update(_read(queries, part))
    return found


def _read(queries: WikidataQueries, part: list[str]) -> dict[str, Item]:
    classes = items(one for known in CLASSES.values() for one in known)
    told: dict[str, dict[str, list[str]]] = {item: {} for item in part}
    for row in queries.rows(_QUERY.replace("ITEMS", items(part)).replace("CLASSES", classes)):
        if {"item", "what", "value"} <= row.keys() and row["item"] in told:
            told[row["item"]].setdefault(row["what"], []).append(row["value"])
    positions: dict[str, list[Held]] = {}
    for held in held_positions(queries, f"VALUES ?person {{ {items(part)} }}"):
        positions.setdefault(held.person, []).append(held)
    return {
        item: _item(item, facts, tuple(sorted(positions.get(item, ()), key=lambda held: (held.start, held.statement))))
        for item, facts in told.items()
    }


def _item(identifier: str, facts: dict[str, list[str]], positions: tuple[Held, ...]) -> Item:
    own = {*facts.get("citizenship", ()), *facts.get("state", ())}
    # A position of two states, an ambassador's say, does not tell which of them its holder serves.
    served = (state for held in positions if len(held.states) == 1 for state in held.states)
    states = {one_state(state) for state in (*own, *served)}
    return Item(
        identifier=identifier,
        names=tuple(dict.fromkeys([*facts.get("label", ()), *facts.get("alias", ())])),
        classes=frozenset(facts.get("class", ())),
        states=frozenset(states),
        positions=positions,
    )
