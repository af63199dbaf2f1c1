from __future__ import annotations

from math import dist

import pytest

from kg.export.layout import MAX_NODES, force_layout

TRIANGLES = {("a", "b"): 1.0, ("b", "c"): 1.0, ("a", "c"): 1.0, ("x", "y"): 1.0, ("y", "z"): 1.0, ("x", "z"): 1.0}


def test_tied_nodes_lie_nearer_than_others() -> None:
    places = force_layout(list("abcxyz"), TRIANGLES)
    tied = [dist(places[a], places[b]) for a, b in TRIANGLES]
    apart = [dist(places[a], places[b]) for a in "abc" for b in "xyz"]
    assert max(tied) < min(apart)


def test_the_picture_is_the_same_every_time_to_the_last_digit() -> None:
    assert force_layout(list("abcxyz"), TRIANGLES) == force_layout(list("abcxyz"), dict(reversed(TRIANGLES.items())))


@pytest.mark.parametrize("count", [0, 1, 2, 30, MAX_NODES + 1])
def test_every_node_has_a_place_of_its_own_in_the_unit_square(count: int) -> None:
    nodes = [str(number) for number in range(count)]
    places = force_layout(nodes, {})
    assert list(places) == nodes
    assert len(set(places.values())) == count
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places.values())
