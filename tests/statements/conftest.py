"""Reads invented articles all the way to their facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from kg.extract.rules import RulesExtractor
from kg.model import Article, ArticleFacts, ResolvedActors
from kg.resolve import load_authority, resolve_actors
from kg.statements import assemble_facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.model import ActorId, Event, EventType, Statement, TargetId
    from kg.text import TextReader


@dataclass(frozen=True)
class Read:
    """An article with its facts, and short ways to look at them."""

    article: Article
    resolved: ResolvedActors
    facts: ArticleFacts

    def label(self, target: TargetId | ActorId) -> str:
        actor = target.removeprefix("actor/")
        known = {str(id_): actor.label for id_, actor in self.resolved.actors.items()}
        return known.get(actor) or next(i.label for t, i in self.facts.instruments.items() if t == target)

    def events(self, type_: EventType) -> list[Event]:
        return [event for event in self.facts.events if event.type is type_]

    def by_cue(self, lemma: str) -> Statement:
        return next(s for s in self.facts.statements if s.cue_lemma == lemma)

    def stances(self, statement: Statement) -> set[tuple[str, str, str]]:
        """Towards actors and instruments: target, polarity, act."""
        return {
            (self.label(stance.target), stance.polarity, stance.act)
            for stance in statement.stances
            if stance.target not in self.facts.topics and not stance.target.startswith("event/")
        }

    def topic_stances(self, statement: Statement) -> set[tuple[str, str]]:
        """Towards topics: label, polarity."""
        topics = self.facts.topics
        return {(topics[s.target].label, s.polarity) for s in statement.stances if s.target in topics}

    def about(self, statement: Statement) -> list[str]:
        """Actors and instruments."""
        return [
            self.label(about.target)
            for about in statement.about
            if about.target not in self.facts.topics and not about.target.startswith("event/")
        ]

    def topics(self, statement: Statement) -> list[str]:
        topics = self.facts.topics
        return [topics[about.target].label for about in statement.about if about.target in topics]


@pytest.fixture(scope="session")
def read(reader: TextReader) -> Callable[..., Read]:
    """Text and publication date -> facts, by the rules back-end and the shipped reference data."""
    authority, extractor = load_authority(), RulesExtractor()

    def read_facts(text: str, published: str | None = "2024-05-30", title: str = "") -> Read:
        article = Article(text=text, title=title, published=published)
        annotated = reader.read(article)
        attributions = extractor.extract(annotated)
        resolved = resolve_actors(annotated, attributions, authority)
        return Read(article, resolved, assemble_facts(annotated, attributions, resolved, authority))

    return read_facts
