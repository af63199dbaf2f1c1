from __future__ import annotations

import pytest

from kg.errors import ResourceMissing
from kg.resources import resource


@pytest.mark.parametrize("name", ["ontology", "queries", "examples", "data", "data/actors/states.csv"])
def test_shipped_files_are_found_in_a_checkout(name: str) -> None:
    assert resource(name).exists()


def test_a_missing_file_is_told_by_its_name() -> None:
    with pytest.raises(ResourceMissing, match="nowhere"):
        resource("nowhere")
