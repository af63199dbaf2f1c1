"""The learned extractor: the network finds source, cue and content, the rules add what a cue means."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.extract.reader.candidates import candidates
from kg.extract.reader.decoding import Settings
from kg.extract.reader.gate import readable
from kg.extract.reader.joining import chosen
from kg.extract.reader.network import OnnxTagger
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

    from kg.extract.rules.drafts import Draft
    from kg.extract.rules.regions import Regions
    from kg.model import Attribution
    from kg.text import AnnotatedString, AnnotatedText


class ReaderExtractor:
    """Attributions by a small neural network together with the rules (docs/design/reader.md)."""

    name = "reader"

    def __init__(self) -> None:
        self._table = load_cues()
        self._settings = Settings()

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

    def extract(self, text: AnnotatedText) -> tuple[Attribution, ...]:
        """All attributions of title and text, title first."""
        found: list[Attribution] = []
        for string in (text.title, text.text):
            before = len(found)
            regions = outer_regions(string.quotations)
            for draft in self._read(string, regions):
                outer = None if draft.outer is None else draft.outer + before
                found.append(assemble(string, regions, replace(draft, outer=outer)))
        return tuple(found)

    def _read(self, string: AnnotatedString, regions: Regions) -> list[Draft]:
        rules = read_drafts(string, regions, self._table)
        shadow = string.shadow.string
        paragraphs = readable(string, rules.trees, self._table)
        windows = list(cut_windows(shadow, paragraphs, string.quotations, self._tagger.pieces))
        ruled = [*rules.labelled, *rules.drafts]
        found = candidates(string, regions, windows, ruled, self._tagger, self._settings)
        spoken = list(turns(string))
        drafts = chosen(found, rules, string, regions, self._table, self._tagger.calibration, spoken)
        drafts = continue_quotations(without_doubles(drafts), string)
        return nested([*spoken, *drafts])
