"""Attributions by a small neural network, run with onnxruntime."""

from kg.extract.reader.accurate import AccurateExtractor
from kg.extract.reader.extractor import ReaderExtractor

__all__ = ["AccurateExtractor", "ReaderExtractor"]
