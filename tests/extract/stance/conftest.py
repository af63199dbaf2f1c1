"""What the tests of stance share."""

from __future__ import annotations

import pytest

from kg.extract.stance import StanceReader


@pytest.fixture(scope="session")
def stances() -> StanceReader:
    """One reader for all tests: its network is loaded once."""
    return StanceReader()
