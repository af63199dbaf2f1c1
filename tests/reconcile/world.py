"""A graph of an invented world, and services that know some of it. All items here are invented."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.reconcile import AnswerCache, ReconciliationService, Web, WikidataQueries
from kg.store.writer import GraphWriter
from kg.triples.actor_quads import add_actor, add_post
from kg.triples.terms import QuadList
from kg.vocab import ids
from tests.reconcile.server import Asked, Reply
from tests.store.world import (
    ACTORS,
    COUNCIL,
    DELEGATE,
    DEPARTMENT,
    NORVIK,
    POSTS,
    SPOKESPERSON,
    TESSALY,
    Saying,
    article,
    iri,
    person,
    telling,
)

if TYPE_CHECKING:
    import pyoxigraph as ox

ANSWERS = Path(__file__).parent / "answers"
NORVIK_ITEM, TESSALY_ITEM = "Q990901", "Q990902"
ONE = article("Cod are ours, said one.", url="https://a.example/1", published="2024-05-01")
TWO = article("Nets were cut, said one.", url="https://a.example/2", published="2024-05-02")
THREE = article("Boats left port, said one.", url="https://a.example/3", published="2024-05-03")
FOUR = article("Ice is thin, said one.", url="https://a.example/4", published="2024-05-04")
FIVE = article("Quotas rise, said one.", url="https://a.example/5", published="2024-05-05")
ANNA = iri(ids.joined_person_id("Anna Lund", NORVIK, "spokesperson"))
NILS = iri(person(TWO, "Nils Berg"))
EVA = iri(person(THREE, "Eva Strand"))


def reference() -> list[ox.Quad]:
    """The world's reference data, with items for its two states."""
    known = {**ACTORS}
    for state, item in ((NORVIK, NORVIK_ITEM), (TESSALY, TESSALY_ITEM)):
        known[state] = replace(ACTORS[state], wikidata=item)
    out = QuadList(ids.reference_graph("world"))
    for actor in known.values():
        add_actor(out, actor)
    for post in POSTS.values():
        add_post(out, post)
    return out.quads


def build(folder: Path) -> Path:
    """Anna Lund speaks for Norvik, Nils Berg for Tessaly; of Eva Strand and of Moe no office is told."""
    readings = [
        telling(ONE, [Saying("Cod are ours", "Anna Lund", TESSALY, None, SPOKESPERSON, DEPARTMENT)]),
        telling(TWO, [Saying("Nets were cut", "Nils Berg", NORVIK, None, DELEGATE, TESSALY)], joined=False),
        telling(THREE, [Saying("Boats left port", "Eva Strand", NORVIK)], joined=False),
        telling(FOUR, [Saying("Ice is thin", "Moe", NORVIK, None, DELEGATE, TESSALY)], joined=False),
        telling(FIVE, [Saying("Quotas rise", COUNCIL, NORVIK, None, None, COUNCIL)]),
    ]
    with GraphWriter.open(folder) as writer:
        writer.set_reference(reference(), "world-1")
        for reading in readings:
            writer.add(reading.article, reading.run, reading.quads)
    return folder


@dataclass
class Services:
    """What the services answer; tests change it."""

    candidates: dict[str, Any]
    items: dict[str, Any]
    positions: dict[str, Any]

    @classmethod
    def recorded(cls) -> Services:
        """The answers in the folder `answers`."""
        return cls(**{name: json.loads((ANSWERS / f"{name}.json").read_text("utf-8")) for name in cls.__annotations__})

    def answer(self, asked: Asked) -> Reply:
        """To a batch of the reconciliation API, or to a page of a SPARQL query."""
        if "queries" in asked.form:
            queries = json.loads(asked.form["queries"])
            return _json({key: self.candidates.get(query["query"], {"result": []}) for key, query in queries.items()})
        query = asked.form["query"]
        return _json(page(self.positions if "p:P39" in query else self.items, query))


def page(told: dict[str, Any], query: str) -> dict[str, Any]:
    """The rows of a page, by the LIMIT and OFFSET at the end of a query."""
    words = query.split()
    limit, offset = int(words[-3]), int(words[-1])
    return {**told, "results": {"bindings": told["results"]["bindings"][offset : offset + limit]}}


def clients(
    address: str, cache: Path | None = None, *, offline: bool = False, page: int = 1_000
) -> tuple[ReconciliationService, WikidataQueries]:
    """Clients of a server on loopback that do not rest."""
    web = Web(cache=AnswerCache(cache) if cache else None, offline=offline, rest_s=0.0, sleep=lambda seconds: None)
    service = ReconciliationService(web=web, endpoint=f"{address}/en/api", batch=2)
    return service, WikidataQueries(web=web, endpoint=f"{address}/sparql", page=page)


def _json(told: object) -> Reply:
    return Reply(json.dumps(told).encode(), headers={"Content-Type": "application/json"})
