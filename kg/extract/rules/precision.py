"""How often each rule is right: the confidence that its attributions get."""

from __future__ import annotations

RULE_PRECISION = {
    "according-to": 0.87,
    "dash": 1.0,
    "verb-about": 0.53,
    "verb-around": 0.85,
    "verb-clause": 0.82,
    "verb-complement": 0.85,
    "verb-for": 0.71,
    "verb-inf": 0.57,
    "verb-object": 0.57,
    "verb-object-as": 0.52,
    "verb-object-for": 0.86,
    "verb-object-inf": 0.58,
    "verb-quote": 0.88,
    "noun-clause": 0.47,
    "turn": 1.0,
}
"""Share of a rule's attributions on PolNeAR dev whose source and content both match an annotated one (word Jaccard of
at least one half); `benchmarks/attribution_polnear.py --rules` prints it. `turn` reads labels of a record: no guess."""

FEW_SEEN = 0.5
"""For rules with fewer than ten attributions there."""


def confidence_of(rule: str) -> float:
    """Confidence of an attribution that this rule found, 0 to 1."""
    return RULE_PRECISION.get(rule, FEW_SEEN)
