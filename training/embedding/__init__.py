"""Writes the sentence encoder of kg.extract.embedding: nothing is trained, pretrained weights are packed."""
