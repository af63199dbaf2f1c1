"""A client of the Reconciliation Service API: names in, candidates out.

The protocol is that of the W3C Entity Reconciliation Community Group, version 0.2
(https://reconciliation-api.github.io/specs/0.2/), which OpenRefine speaks, too: a form field `queries` with a JSON
object of queries, answered by an object of results under the same keys.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode
from urllib.request import Request

from kg.reconcile.questions import PERSON, STATE
from kg.reconcile.web import check_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.reconcile.questions import Question
    from kg.reconcile.web import Web

WIKIDATA_SERVICE: Final = "https://wikidata.reconci.link/en/api"
"""The public service for Wikidata that OpenRefine uses; labels and descriptions in English."""
BATCH: Final = 10
"""Queries in one request, as OpenRefine sends them."""
LIMIT: Final = 5
"""Candidates for each query."""
_ITEM: Final = re.compile(r"Q[1-9][0-9]*")
_CITIZENSHIP, _POSITION, _COUNTRY = "P27", "P39", "P17"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceCandidate:
    """An item that a service proposes. `score` and `match` are the service's own, on a scale of its own."""

    item: str
    name: str
    score: float
    match: bool
    types: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconciliationService:
    """A service at an address, asked through `web`, `batch` queries at a time, `limit` candidates each."""

    web: Web
    endpoint: str = WIKIDATA_SERVICE
    batch: int = BATCH
    limit: int = LIMIT

    def candidates(self, questions: Sequence[Question]) -> Iterator[tuple[Question, tuple[ServiceCandidate, ...]]]:
        """What the service proposes for each actor, in the order of the questions, its best first.

        Raises: ServiceError, NotInCache, CacheError: see `kg.errors`.
        """
        check_address(self.endpoint)
        for start in range(0, len(questions), self.batch):
            part = questions[start : start + self.batch]
            asked = {f"q{number}": query_of(question, self.limit) for number, question in enumerate(part)}
            # Keys in order, no blanks: the same questions are the same request, and found in the cache.
            body = urlencode({"queries": json.dumps(asked, ensure_ascii=False, separators=(",", ":"))}).encode("ascii")
            request = Request(
                self.endpoint,
                data=body,
                headers={"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"},
            )
            found = self.web.ask(request, partial(read_results, keys=tuple(asked)))
            yield from ((question, found[f"q{number}"]) for number, question in enumerate(part))


def query_of(question: Question, limit: int) -> dict[str, object]:
    """One query of the protocol: name, type, and as properties the state and what the office is called."""
    profile = question.profile
    properties: list[dict[str, object]] = []
    if question.state_items:
        state = _CITIZENSHIP if profile.kind == PERSON else _COUNTRY
        properties.append({"pid": state, "v": [{"id": item} for item in question.state_items]})
    if profile.kind == PERSON and profile.offices:
        properties.append({"pid": _POSITION, "v": list(profile.offices)})
    query: dict[str, object] = {
        "query": profile.name,
        "type": list(question.classes[:1]),
        "limit": limit,
        "type_strict": "should",
    }
    if properties and profile.kind != STATE:
        query["properties"] = properties
    return query


def read_results(answer: bytes, keys: Sequence[str]) -> dict[str, tuple[ServiceCandidate, ...]]:
    """The candidates of each query, by its key, the best first.

    Raises: ValueError: it is not the form of the protocol; the message says where.
    """
    told = json.loads(answer)
    if not isinstance(told, dict):
        raise ValueError("no JSON object of results")
    if told.get("status") == "error":
        raise ValueError(f"the service reports an error: {told.get('message') or told.get('details') or 'no reason'}")
    return {key: _results(told.get(key), key) for key in keys}


def _results(told: Any, key: str) -> tuple[ServiceCandidate, ...]:
    if not isinstance(told, dict) or not isinstance(told.get("result"), list):
        raise ValueError(f"there are no results for the query {key!r}")
    found = [_candidate(one, key) for one in told["result"]]
    return tuple(sorted(found, key=lambda candidate: (-candidate.score, candidate.item)))


def _candidate(told: Any, key: str) -> ServiceCandidate:
    if not isinstance(told, dict):
        raise ValueError(f"a candidate of {key!r} is no JSON object")
    item, name, score, match = (told.get(field) for field in ("id", "name", "score", "match"))
    if not isinstance(item, str) or not _ITEM.fullmatch(item):
        raise ValueError(f"a candidate of {key!r} has the id {item!r}, which is no item of Wikidata")
    if not isinstance(name, str) or isinstance(score, bool) or not isinstance(score, int | float):
        raise ValueError(f"the candidate {item} of {key!r} lacks a name or a score")
    if not math.isfinite(score) or not isinstance(match, bool):
        raise ValueError(f"the candidate {item} of {key!r} has a score or a match that is none")
    types = told.get("type")
    description = told.get("description")
    return ServiceCandidate(
        item=item,
        name=name,
        score=round(float(score), 2),
        match=match,
        # Version 0.1 had identifiers alone.
        types=tuple(
            str(one.get("id", "")) if isinstance(one, dict) else str(one)
            for one in (types if isinstance(types, list) else ())
        ),
        description=description if isinstance(description, str) else "",
    )
