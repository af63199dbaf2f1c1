"""What made a record: extractor, versions and options, as one fingerprint."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from kg.triples.terms import LABEL, TYPE, QuadList, string, words
from kg.vocab.dmr import DMR
from kg.vocab.ids import DATA_BASE, fingerprint, run_graph, run_path

if TYPE_CHECKING:
    from pyoxigraph import Quad

EXTRACTION_RUN: Final = NamedNode(DMR.ExtractionRun)
EXTRACTOR: Final = NamedNode(DMR.extractor)
EXTRACTOR_VERSION: Final = NamedNode(DMR.extractorVersion)
MADE_WITH: Final = NamedNode(DMR.madeWith)


@dataclass(frozen=True, kw_only=True)
class Run:
    """One way of reading articles. Everything that can change what is found is part of it; the time of day is not.

    Pairs are sorted, so that their order does not matter.
    """

    extractor: str
    version: str
    model: str = ""
    """Name, version and hash of the language model, empty where none is used."""
    options: tuple[tuple[str, str], ...] = ()
    """Name and value of every option that is set."""
    references: tuple[tuple[str, str], ...] = ()
    """Name and version (or hash) of every set of reference data, files of the user included."""

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """What the run depends on beside its extractor, as sorted `name=value`."""
        model = [("model", self.model)] if self.model else []
        options = [(f"option {name}", value) for name, value in self.options]
        references = [(f"reference {name}", value) for name, value in self.references]
        return tuple(sorted(f"{name}={value}" for name, value in (*model, *options, *references)))

    @cached_property
    def fingerprint(self) -> str:
        """16 hex digits; equal exactly where the same things made the record."""
        return fingerprint((self.extractor, self.version, *self.parts))


def run_quads(run: Run, base: str = DATA_BASE) -> list[Quad]:
    """What a run is, in a graph of its own: the same quads for every article that it read."""
    out = QuadList(run_graph(run.fingerprint), base)
    this = out.node(run_path(run.fingerprint))
    out.add(this, TYPE, EXTRACTION_RUN)
    out.add(this, LABEL, words(f"{run.extractor} {run.version}", "en"))
    out.add(this, EXTRACTOR, string(run.extractor))
    out.add(this, EXTRACTOR_VERSION, string(run.version))
    for part in run.parts:
        out.add(this, MADE_WITH, string(part))
    return out.quads
