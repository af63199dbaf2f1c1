"""The learned extractor: the network finds source, cue and content, the rules add what a cue means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.extract.reader.candidates import candidates
from kg.extract.reader.decoding import Settings
from kg.extract.reader.joining import chosen
from kg.extract.reader.naming import named
from kg.extract.reader.network import OnnxTagger
from kg.extract.reader.remembered import Remembered
from kg.extract.reader.windows import cut_windows
from kg.extract.rules.continuing import continue_quotations
from kg.extract.rules.cues import load_cues
from kg.extract.rules.extractor import assemble
from kg.extract.rules.marks import turns
from kg.extract.rules.nesting import nested, without_doubles
from kg.extract.rules.reading import read_drafts
from kg.extract.rules.regions import outer_regions

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from kg.extract.reader.windows import Window
    from kg.extract.rules.drafts import Draft
    from kg.extract.rules.regions import Regions
    from kg.model import Attribution
    from kg.model.spans import StringName
    from kg.text import AnnotatedString, AnnotatedText


class ReaderExtractor:
    """Attributions, and names, by a small neural network together with the rules (docs/design/reader.md)."""

    name = "reader"

    def __init__(self) -> None:
        self._table = load_cues()
        self._settings = Settings()
        self._last: tuple[AnnotatedText, dict[StringName, _Reading]] | None = None

    def weights(self) -> Traversable:
        """The folder of the network's files."""
        return files("kg.extract.reader").joinpath("weights")

    @cached_property
    def _tagger(self) -> OnnxTagger:
        return OnnxTagger(self.weights())

    @property
    def version(self) -> str:
        """Of this program and of the weights: other weights are another run."""
        return f"1+{self._tagger.fingerprint}"

    def with_names(self, text: AnnotatedText) -> AnnotatedText:
        """The text with the names that the network sees. `extract` of the result does not read its words again."""
        readings = {string.name: self._reading(string) for string in (text.title, text.text)}
        title, body = (
            named(string, ((window, self._tagger.names(reading.tagger.read(window)[0])) for window in reading.windows))
            for string, reading in ((string, readings[string.name]) for string in (text.title, text.text))
        )
        text = replace(text, title=title, text=body)
        self._last = text, readings
        return text

    def extract(self, text: AnnotatedText) -> tuple[Attribution, ...]:
        """All attributions of title and text, title first."""
        readings = self._last[1] if self._last is not None and self._last[0] is text else {}
        self._last = None
        found: list[Attribution] = []
        for string in (text.title, text.text):
            before = len(found)
            regions = outer_regions(string.quotations)
            for draft in self._read(string, regions, readings.get(string.name) or self._reading(string)):
                outer = None if draft.outer is None else draft.outer + before
                found.append(assemble(string, regions, replace(draft, outer=outer)))
        return tuple(found)

    def _reading(self, string: AnnotatedString) -> _Reading:
        shadow, pieces = string.shadow.string, self._tagger.pieces
        windows = tuple(cut_windows(shadow, string.paragraphs, string.quotations, pieces))
        return _Reading(windows, Remembered(self._tagger))

    def _read(self, string: AnnotatedString, regions: Regions, reading: _Reading) -> list[Draft]:
        rules = read_drafts(string, regions, self._table)
        ruled = [*rules.labelled, *rules.drafts]
        found = candidates(string, regions, reading.windows, ruled, reading.tagger, self._settings)
        spoken = list(turns(string))
        drafts = chosen(found, rules, string, regions, self._table, self._tagger.calibration, spoken)
        drafts = continue_quotations(without_doubles(drafts), string)
        return nested([*spoken, *drafts])


@dataclass(frozen=True, slots=True)
class _Reading:
    windows: tuple[Window, ...]
    tagger: Remembered
