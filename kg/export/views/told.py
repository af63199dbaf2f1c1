"""What a view tells of the statements behind a tie: words, day, who said it, where it was printed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.export.statement_words import ArticleFacts, articles, contents
from kg.query import run_query

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.store import EmbeddedStore

_SAID: Final = """
PREFIX dmr: <https://w3id.org/demarche/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?statement ?who ?day ?article WHERE {
  ?statement dmr:speaker ?speaker ; dmr:reportedIn ?article .
  OPTIONAL { ?speaker rdfs:label ?who }
  OPTIONAL { ?statement dmr:saidLatest ?day }
}
ORDER BY ?statement ?who ?day ?article
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One statement as a view tells it. Empty text or None: not known."""

    who: str = ""
    words: str | None = None
    day: str | None = None
    """Last day on which it can have been said, in ISO form."""
    article: ArticleFacts | None = None


def told_of(store: EmbeddedStore) -> dict[str, Told]:
    """Statement -> what is told of it, for every attribution of the view. Joint words name all who spoke."""
    words, printed = contents(store), articles(store)
    speakers: defaultdict[str, dict[str, None]] = defaultdict(dict)
    said: dict[str, tuple[str | None, str]] = {}
    for row in run_query(store, _SAID).to_records():
        statement = str(row["statement"])
        if row["who"]:
            speakers[statement][str(row["who"])] = None
        said.setdefault(statement, (str(row["day"]) if row["day"] else None, str(row["article"])))
    return {
        statement: Told(
            who=", ".join(speakers[statement]), words=words.get(statement), day=day, article=printed.get(article)
        )
        for statement, (day, article) in said.items()
    }


class Index:
    """Statements and articles in the order in which a view first tells them; each is written once, as a short row."""

    def __init__(self, told: Mapping[str, Told]) -> None:
        self._told = told
        self._places: dict[str, int] = {}
        self._article_places: dict[ArticleFacts, int] = {}
        self.statements: list[list[object]] = []
        """[who, words or None, day or None, place of the article or -1]."""
        self.articles: list[list[str]] = []
        """[title, address or "", outlet, day or ""]."""

    def place(self, statement: str, day: str | None = None) -> int:
        """The place of a statement; `day` counts where nothing else is told of it."""
        if statement not in self._places:
            told = self._told.get(statement) or Told(day=day)
            self._places[statement] = len(self.statements)
            self.statements.append([told.who, told.words, told.day or day, self._article(told.article)])
        return self._places[statement]

    def _article(self, article: ArticleFacts | None) -> int:
        if article is None:
            return -1
        if article not in self._article_places:
            self._article_places[article] = len(self.articles)
            # Nothing but an address of the web becomes a link.
            url = article.url if article.url.startswith(("http://", "https://")) else ""
            day = article.day.isoformat() if article.day else ""
            self.articles.append([article.title, url, article.outlet_name, day])
        return self._article_places[article]
