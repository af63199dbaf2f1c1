"""What the tests of the reader share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from kg.extract.reader import ReaderExtractor
from kg.extract.reader.candidates import candidates
from kg.extract.reader.confidence import FEATURES, Calibration
from kg.extract.reader.decoding import Settings
from kg.extract.reader.joining import chosen
from kg.extract.rules.cues import load_cues
from kg.extract.rules.marks import turns
from kg.extract.rules.nesting import nested
from kg.extract.rules.reading import RuleReading, read_drafts
from kg.extract.rules.regions import Regions, outer_regions
from kg.model import Article
from tests.extract.reader.pages import FakeTagger, Page, Told, page_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kg.extract.reader.candidates import Candidate
    from kg.extract.rules.drafts import Draft, Range
    from kg.text import AnnotatedString, TextReader


def by_the_cue_alone(accept: float = 0.5) -> Calibration:
    """A calibration whose probability is that of the cue."""
    return Calibration(tuple(float(name == "cue") for name in FEATURES), 0.0, accept)


@dataclass(frozen=True)
class Scene:
    """A text read with the parse, with what the rules found in it."""

    string: AnnotatedString
    regions: Regions
    rules: RuleReading
    page: Page

    def words(self, phrase: str) -> range:
        return self.page.words(phrase)

    def cut(self, pieces: Sequence[Range]) -> str:
        return " | ".join(self.page.shadow[start:end] for start, end in pieces)

    def candidates(self, *told: Told) -> list[Candidate]:
        drafts = [*self.rules.labelled, *self.rules.drafts]
        tagger, settings = FakeTagger(*told), Settings()
        return list(candidates(self.string, self.regions, self.page.windows, drafts, tagger, settings))

    def chosen(self, *told: Told, accept: float = 0.5) -> list[Draft]:
        """The drafts that are put out where the network says this."""
        found, calibration = self.candidates(*told), by_the_cue_alone(accept)
        return chosen(found, self.rules, self.string, self.regions, load_cues(), calibration, list(turns(self.string)))

    def nested(self, *told: Told) -> list[Draft]:
        """The same after the turns of speakers joined them and inner ones were linked to outer ones."""
        return nested([*turns(self.string), *self.chosen(*told)])


@pytest.fixture(scope="session")
def scene(reader: TextReader) -> Callable[[str], Scene]:
    def read(text: str) -> Scene:
        string = reader.read(Article(text=text)).text
        regions = outer_regions(string.quotations)
        rules = read_drafts(string, regions, load_cues())
        return Scene(string, regions, rules, page_of(string.shadow.string, string.paragraphs, string.quotations))

    return read


@pytest.fixture(scope="session")
def extractor() -> ReaderExtractor:
    """One extractor for all tests: its network is loaded once."""
    return ReaderExtractor()
