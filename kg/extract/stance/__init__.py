"""The stance of a sentence to each of its targets, by a small neural network run with onnxruntime."""

from kg.extract.stance.reader import Judged, Polarity, StanceReader

__all__ = ["Judged", "Polarity", "StanceReader"]
