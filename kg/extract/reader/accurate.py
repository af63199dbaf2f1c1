"""The same extractor with a network five times as large, which comes as a package of its own."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Final

from kg.errors import ExtraMissing
from kg.extract.reader.extractor import ReaderExtractor

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

PACKAGE: Final = "demarche_kg_accurate"
"""Holds the files that `kg/extract/reader/weights` holds for the small network; training/package.py makes it."""


class AccurateExtractor(ReaderExtractor):
    """Slower and better: for corpora that are read once."""

    name = "accurate"

    def weights(self) -> Traversable:
        """The folder of the large network's files.

        Raises: ExtraMissing: the package is not installed.
        """
        try:
            return files(PACKAGE)
        except ModuleNotFoundError as error:
            raise ExtraMissing(
                f"the extractor 'accurate' needs the package {PACKAGE.replace('_', '-')}, which training/README.md"
                " tells how to make; 'reader' is there without it"
            ) from error
