from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from kg.extract.rules import RulesExtractor
from kg.model import Actor, Article, Attribution, Mention, Post, ResolvedActors, Span, Speaker
from kg.resolve import Authority, load_authority, resolve_actors

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.text import TextReader


@dataclass(frozen=True)
class Resolved:
    """One article with sources marked by hand, resolved."""

    article: Article
    result: ResolvedActors

    def speaker(self, number: int = 0) -> Speaker:
        return self.result.speakers[number][0]

    def actor(self, number: int = 0) -> Actor:
        return self.result.actors[self.speaker(number).actor]

    def post(self, number: int = 0) -> Post:
        post = self.speaker(number).post
        assert post is not None
        return self.result.posts[post]

    def labels(self) -> list[str | None]:
        """Label of the first speaker of each source, None for an abstention."""
        return [self.result.actors[found[0].actor].label if found else None for found in self.result.speakers]

    def principals(self) -> list[str | None]:
        return [found[0].principal_name if found else None for found in self.result.speakers]

    def mentions(self, words: str) -> list[Mention]:
        return [m for m in self.result.mentions if self.article.cut(m.span) == words]

    def named(self, words: str) -> list[str | None]:
        """Who the mentions of these words are, in text order."""
        return [self.result.actors[m.actor].label if m.actor else None for m in self.mentions(words)]


@pytest.fixture(scope="session")
def authority() -> Authority:
    return load_authority()


@pytest.fixture(scope="session")
def resolve(reader: TextReader, authority: Authority) -> Callable[..., Resolved]:
    """Resolve a text whose sources are marked by their words, each looked for behind the one before."""

    def run(
        text: str, *sources: str, title: str = "", published: str | None = None, dateline: str | None = None
    ) -> Resolved:
        article = Article(id="a", text=text, title=title, published=published, dateline=dateline)
        marked, place = [], 0
        for words in sources:
            place = text.index(words, place)
            marked.append(Attribution(source=(Span(place, place + len(words)),), cue=(), content=(), rule="by-hand"))
            place += len(words)
        return Resolved(article, resolve_actors(reader.read(article), tuple(marked), authority))

    return run


@pytest.fixture(scope="session")
def resolve_told(reader: TextReader, authority: Authority) -> Callable[..., Resolved]:
    """Resolve a text with the attributions that the rules find."""
    rules = RulesExtractor()

    def run(text: str, *, title: str = "", published: str | None = None, dateline: str | None = None) -> Resolved:
        article = Article(id="a", text=text, title=title, published=published, dateline=dateline)
        read = reader.read(article)
        return Resolved(article, resolve_actors(read, rules.extract(read), authority))

    return run
