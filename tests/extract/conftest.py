"""What the tests of extraction share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from kg.extract.rules import RulesExtractor
from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.model import Attribution, Span
    from kg.text import TextReader


@dataclass(frozen=True)
class Found:
    """One attribution with its spans cut out of the article, pieces joined by " | "."""

    attribution: Attribution
    article: Article

    def _cut(self, spans: tuple[Span, ...]) -> str:
        return " | ".join(self.article.cut(span) for span in spans)

    @property
    def source(self) -> str:
        return self._cut(self.attribution.source)

    @property
    def cue(self) -> str:
        return self._cut(self.attribution.cue)

    @property
    def content(self) -> str:
        return self._cut(self.attribution.content)

    @property
    def target(self) -> str:
        return self._cut(self.attribution.target)

    @property
    def addressee(self) -> str:
        return self._cut(self.attribution.addressee)

    @property
    def when(self) -> str:
        return self._cut(self.attribution.when)

    @property
    def medium(self) -> str | None:
        return None if self.attribution.medium is None else self.article.cut(self.attribution.medium)


Extract = "Callable[..., list[Found]]"


@pytest.fixture(scope="session")
def extract(reader: TextReader) -> Callable[..., list[Found]]:
    """Reads a text (and a title) and gives what the rules find."""
    extractor = RulesExtractor()

    def run(text: str, title: str = "") -> list[Found]:
        article = Article(text=text, title=title)
        return [Found(one, article) for one in extractor.extract(reader.read(article))]

    return run
