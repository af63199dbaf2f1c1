"""What the tests of stance share."""

from __future__ import annotations

from typing import get_args

import pytest

from kg.extract.stance import Asked, StanceReader


@pytest.fixture(scope="session", params=get_args(Asked))
def stances(request: pytest.FixtureRequest) -> StanceReader:
    """A reader for each question, for all tests: its network is loaded once."""
    asked: Asked = request.param
    return StanceReader(asked=asked)
