"""Questions to the query service of Wikidata, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.errors import AnswerTooLarge
from kg.identity.judgements import WIKIDATA
from kg.reconcile.web import check_address, shown
from kg.store.protocol import Iri, Literal
from kg.store.public_endpoint import read_select, select_request

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.reconcile.web import Web

WIKIDATA_QUERIES: Final = "https://query.wikidata.org/sparql"
PREFIXES: Final = """
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX pqv: <http://www.wikidata.org/prop/qualifier/value/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX wikibase: <http://wikiba.se/ontology#>
"""
_MOST_PAGES: Final = 50
Row = dict[str, str]
"""Name of a variable -> its value, unbound and nameless ones left out; items as `Q42`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WikidataQueries:
    """A query service with the data model of Wikidata, asked through `web`, `page` rows at a time."""

    web: Web
    endpoint: str = WIKIDATA_QUERIES
    page: int = 1_000

    def rows(self, query: str) -> Iterator[Row]:
        """The rows of a SELECT query with a total ORDER BY and without prefixes, LIMIT and OFFSET.

        Raises: ServiceError, NotInCache, CacheError: see `kg.errors`.
        """
        check_address(self.endpoint)
        for number in range(_MOST_PAGES):
            asked = f"{PREFIXES}{query}\nLIMIT {self.page} OFFSET {number * self.page}"
            request = select_request(self.endpoint, asked, agent=self.web.agent)
            found = self.web.ask(request, read_select)
            for row in found.rows:
                cells = zip(found.variables, row, strict=True)
                yield {
                    name: cell.value.removeprefix(WIKIDATA) for name, cell in cells if isinstance(cell, Iri | Literal)
                }
            if len(found.rows) < self.page:
                return
        raise AnswerTooLarge(
            f"has more than {_MOST_PAGES * self.page:,} rows for one question; ask for less at once",
            service=shown(select_request(self.endpoint, "SELECT * {}", agent=self.web.agent)),
        )


def items(identifiers: Iterable[str]) -> str:
    """Items for a VALUES block, sorted, each once.

    >>> items(["Q7", "Q42", "Q7"])
    'wd:Q42 wd:Q7'
    """
    return " ".join(f"wd:{item}" for item in sorted(set(identifiers)))
