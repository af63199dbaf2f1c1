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
POLARITY_COLOURS: Final = {"negative": "#c8401f", "positive": "#0a6c86", "mixed": "#8e3fb5", "none": "#9aa3ac"}
"""On light paper. Any two stay apart for people who take red for green or blue for yellow: a test computes it."""
POLARITY_COLOURS_DARK: Final = {"negative": "#f0724a", "positive": "#4cc9dc", "mixed": "#c277e6", "none": "#76808b"}
"""The same on dark paper."""
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
