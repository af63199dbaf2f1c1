"""Trains the reader's network; not part of the package. README.md tells how."""
