"""Colours of actors by kind and of ties by polarity: the same in the page and in files for other tools.

Told apart by people with the common colour deficiencies too (after Okabe and Ito, Color universal design, 2008).
"""

from __future__ import annotations

from typing import Final

KIND_COLOURS: Final = {
    "State": "#0072b2",
    "GovernmentBody": "#56b4e9",
    "InternationalBody": "#009e73",
    "Person": "#e69f00",
    "ActorGroup": "#cc79a7",
    "MediaOutlet": "#8c6d31",
    "Organisation": "#7a7ab8",
    "UnnamedSource": "#8a8a8a",
    "Document": "#6b6b6b",
}
KIND_NAMES: Final = {
    "State": "state",
    "GovernmentBody": "government body",
    "InternationalBody": "international body",
    "Person": "person",
    "ActorGroup": "group",
    "MediaOutlet": "outlet",
    "Organisation": "organisation",
    "UnnamedSource": "unnamed source",
    "Document": "document",
}
POLARITY_COLOURS: Final = {"negative": "#c8401f", "positive": "#1a8a4c", "mixed": "#b8860b", "none": "#8893a0"}
POLARITY_NAMES: Final = {
    "negative": "opposes",
    "positive": "favours",
    "mixed": "opposes and favours",
    "none": "speaks about",
}
"""A tie in words: "Ardenia opposes Kestria"."""
OTHER: Final = "#8a8a8a"
"""For kinds that are not in the table."""


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of a colour.

    >>> rgb("#0072b2")
    (0, 114, 178)
    """
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
