"""Fixtures that several rooms share."""

from __future__ import annotations

import pytest

from kg.text import TextReader


@pytest.fixture(scope="session")
def reader() -> TextReader:
    """One reader for all tests: its language model is loaded once."""
    return TextReader()
