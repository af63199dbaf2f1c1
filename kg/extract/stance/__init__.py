"""The stance of a sentence to each of its targets, by a small neural network run with onnxruntime."""

from kg.extract.stance.inputs import Asked
from kg.extract.stance.reader import Judged, Polarity, StanceReader

__all__ = ["Asked", "Judged", "Polarity", "StanceReader"]
