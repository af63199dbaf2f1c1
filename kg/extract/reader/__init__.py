"""Attributions by a small neural network, run with onnxruntime."""

from kg.extract.reader.extractor import ReaderExtractor

__all__ = ["ReaderExtractor"]
