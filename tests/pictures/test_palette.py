"""Colours of signs stay apart for people who see two of the three primaries alike."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pytest

from kg.export.palette import POLARITY_COLOURS, POLARITY_COLOURS_DARK, rgb

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Machado, Oliveira and Fernandes, A physiologically-based model for simulation of color vision deficiency, 2009,
# severity 1; for linear light.
SEEN = {
    "all colours": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
JUST_APART = 20
"""Distance in CIELAB (1976); about 2 can just be seen side by side."""


def light(colour: str) -> NDArray[np.float64]:
    part = np.array(rgb(colour)) / 255
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def lab(linear: NDArray[np.float64]) -> NDArray[np.float64]:
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ np.clip(
        linear, 0, 1
    )
    x, y, z = (
        np.cbrt(part) if part > 0.008856 else 7.787 * part + 16 / 116 for part in xyz / np.array([0.9505, 1, 1.089])
    )
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("eyes", SEEN)
@pytest.mark.parametrize("colours", [POLARITY_COLOURS, POLARITY_COLOURS_DARK], ids=["light", "dark"])
def test_any_two_signs_are_told_apart(eyes: str, colours: dict[str, str]) -> None:
    seen = {sign: lab(SEEN[eyes] @ light(colour)) for sign, colour in colours.items()}
    for one, other in combinations(seen, 2):
        assert np.linalg.norm(seen[one] - seen[other]) >= JUST_APART, (one, other)


@pytest.mark.parametrize(
    ("colours", "paper"), [(POLARITY_COLOURS, "#ffffff"), (POLARITY_COLOURS_DARK, "#1b2026")], ids=["light", "dark"]
)
def test_signs_can_be_read_as_text(colours: dict[str, str], paper: str) -> None:
    """The contrast that WCAG 2.2 asks of text; the grey of ties without a sign is never text."""

    def bright(colour: str) -> float:
        return float(np.array([0.2126, 0.7152, 0.0722]) @ light(colour)) + 0.05

    for sign in ("negative", "positive", "mixed"):
        pair = sorted((bright(colours[sign]), bright(paper)))
        assert pair[1] / pair[0] >= 4.5, sign
