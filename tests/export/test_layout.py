from __future__ import annotations

from math import dist

import numpy as np
import pytest

from kg.export.layout import MAX_NODES, force_layout, roomy_layout
from kg.export.roomy_layout import _each_for_itself, _repulsion

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


def groups(count: int, size: int) -> tuple[list[str], dict[tuple[str, str], float]]:
    """Groups whose nodes are tied in a ring and across, and to nobody outside but for one tie to the next group."""
    nodes = [f"{group:03}-{place:03}" for group in range(count) for place in range(size)]
    weights: dict[tuple[str, str], float] = {}
    for group in range(count):
        for place in range(size):
            for step in (1, 2, 5):
                weights[f"{group:03}-{place:03}", f"{group:03}-{(place + step) % size:03}"] = 1.0
        weights[f"{group:03}-000", f"{(group + 1) % count:03}-001"] = 1.0
    return nodes, weights


@pytest.mark.parametrize(("count", "size"), [(4, 12), (12, 50)], ids=["few", "many"])
def test_a_roomy_layout_puts_groups_apart_and_no_two_nodes_in_one_place(count: int, size: int) -> None:
    nodes, weights = groups(count, size)
    places = roomy_layout(nodes, weights)
    tied = sorted(dist(places[a], places[b]) for a, b in weights)
    apart = sorted(dist(places[a], places[b]) for a, b in zip(nodes, nodes[size:], strict=False))
    assert tied[len(tied) // 2] < apart[len(apart) // 2] / 2
    assert len(set(places.values())) == len(nodes)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places.values())
    assert places == roomy_layout(nodes, dict(reversed(weights.items())))


def test_far_nodes_taken_together_push_about_as_each_for_itself() -> None:
    places = roomy_layout([str(number) for number in range(900)], {})
    x, y = (np.array(part) for part in zip(*places.values(), strict=True))
    mass = np.ones(len(x))
    together, each = _repulsion(x, y, mass), _each_for_itself(x, y, mass)
    off = np.hypot(together[0] - each[0], together[1] - each[1])
    assert float(np.median(off / np.hypot(*each))) < 0.15
