"""The cue table."""

from __future__ import annotations

import pytest

from kg.extract.rules.cues import load_cues, verb_forms
from kg.extract.rules.frames import PREPOSITIONS
from kg.model import Kind

FRAMES = PREPOSITIONS | {"clause", "object", "inf", "complement", "on-inf", "object-inf", "gerund"}
FRAMES |= {"by", "behind", "over"}
NOUN_FRAMES = FRAMES | {"is"}
FRAMES |= {f"object-{link}" for link in ("of", "as", "for", "on", "with", "about", "against", "at", "to")}


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
        ("signal", ("signal", "signals", "signaling", "signaled", "signalled", "signalling")),
        ("agree", ("agree", "agrees", "agreeing", "agreed")),
    ],
)
def test_verbs_are_inflected(lemma: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(lemma) == forms


def test_the_table_is_wide_and_every_frame_is_known() -> None:
    table = load_cues()
    verbs = {cue for kind in (table.verbs, table.phrases) for found in kind.values() for cue in found}
    cues = verbs | set(table.nouns.values())
    assert len({cue.lemma for cue in cues}) >= 250
    assert {cue.kind for cue in cues} == {Kind.STATEMENT, Kind.ATTITUDE}
    assert all(cue.sense for cue in cues)
    assert {frame for cue in verbs for frame in cue.frames} <= FRAMES
    assert {frame for cue in table.nouns.values() for frame in cue.frames} <= NOUN_FRAMES


def test_a_particle_makes_another_cue() -> None:
    assert {cue.particle for cue in load_cues().verbs["pointed"]} == {None, "out"}
