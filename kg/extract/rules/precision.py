"""How often each rule is right: the confidence that its attributions get."""

from __future__ import annotations

RULE_PRECISION = {
    "according-to": 0.84,
    "verb-about": 0.53,
    "verb-around": 0.83,
    "verb-clause": 0.81,
    "verb-complement": 0.77,
    "verb-for": 0.71,
    "verb-inf": 0.57,
    "verb-object": 0.57,
    "verb-object-as": 0.48,
    "verb-object-for": 0.86,
    "verb-object-inf": 0.58,
    "verb-quote": 0.88,
    "noun-clause": 0.44,
    "turn": 1.0,
}
"""Share of a rule's attributions on PolNeAR dev whose source and content both match an annotated one (word Jaccard of
at least one half); `benchmarks/attribution_polnear.py --rules` prints it. `turn` reads labels of a record: no guess."""

FEW_SEEN = 0.5
"""For rules with fewer than ten attributions there."""


def confidence_of(rule: str) -> float:
    """Confidence of an attribution that this rule found, 0 to 1."""
    return RULE_PRECISION.get(rule, FEW_SEEN)
