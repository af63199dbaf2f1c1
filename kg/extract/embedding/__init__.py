"""Vectors of sentences, by a small neural network run with onnxruntime."""

from kg.extract.embedding.encoder import SentenceEncoder

__all__ = ["SentenceEncoder"]
