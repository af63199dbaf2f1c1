"""The cue table."""

from __future__ import annotations

import pytest

from kg.extract.rules.clauses import PREPOSITIONS
from kg.extract.rules.cues import load_cues, verb_forms
from kg.model import Kind

FRAMES = PREPOSITIONS | {"clause", "object", "inf", "complement", "on-inf", "object-inf", "gerund"}
FRAMES |= {f"object-{link}" for link in ("of", "as", "for", "on", "with", "about", "against", "at")}


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("say", ("say", "says", "saying", "said")),
        ("deny", ("deny", "denies", "denying", "denied")),
        ("urge", ("urge", "urges", "urging", "urged")),
        ("beg", ("beg", "begs", "begging", "begged")),
        ("rebut", ("rebut", "rebuts", "rebutting", "rebutted")),
        ("stress", ("stress", "stresses", "stressing", "stressed")),
        ("foresee", ("foresee", "foresees", "foreseeing", "foresaw", "foreseen")),
        ("agree", ("agree", "agrees", "agreeing", "agreed")),
    ],
)
def test_verbs_are_inflected(lemma: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(lemma) == forms


def test_the_table_is_wide_and_every_frame_is_known() -> None:
    table = load_cues()
    cues = {cue for found in table.verbs.values() for cue in found} | set(table.nouns.values())
    assert len({cue.lemma for cue in cues}) >= 250
    assert {cue.kind for cue in cues} == {Kind.STATEMENT, Kind.ATTITUDE}
    assert all(cue.sense for cue in cues)
    assert {frame for cue in cues for frame in cue.frames} <= FRAMES


def test_a_particle_makes_another_cue() -> None:
    assert {cue.particle for cue in load_cues().verbs["pointed"]} == {None, "out"}
