"""What judgements come to: groups, who stands for them, the rule that yields, clashes that have no effect."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identity import Judgement, Standing, Verdict, find_clashes, stand
from kg.identity.judgements import WIKIDATA, pair, rule_judgement
from kg.vocab.ids import expand

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

A, B, C, D = (expand(f"actor/local/{letter * 16}-{letter * 12}") for letter in "abcd")
P, Q = expand("actor/person/joined-000000000001"), expand("actor/person/joined-000000000002")
STATE = expand("actor/state/NVK")
ITEM, OTHER_ITEM = f"{WIKIDATA}Q1", f"{WIKIDATA}Q2"
SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE


def judged(one: str, other: str, verdict: Verdict = SAME, by: str = "Ada") -> Judgement:
    return Judgement(actors=pair(one, other), verdict=verdict, by=by, day=date(2024, 6, 1))


def back(entry: Judgement) -> Judgement:
    return Judgement(
        actors=entry.actors, verdict=Verdict.WITHDRAWN, by="Ada", day=date(2024, 6, 2), withdraws=entry.iri
    )


def standing(entries: Iterable[Judgement], rule: dict[str, str] | None = None) -> Standing:
    return stand(
        entries, rule or {}, lambda local, person: rule_judgement(local, person).iri, lambda actor: actor == STATE
    )


@pytest.mark.parametrize(
    ("entries", "rule", "shown"),
    [
        pytest.param([judged(A, B)], {}, {A: A, B: A}, id="the smallest stands for both"),
        pytest.param([judged(A, B), judged(B, C)], {}, {A: A, B: A, C: A}, id="a chain is one"),
        pytest.param([judged(A, STATE)], {}, {A: STATE, STATE: STATE}, id="a reference actor first"),
        pytest.param([judged(A, B)], {B: P}, {A: P, B: P, P: P}, id="then a joined person"),
        pytest.param([judged(A, B, UNSURE)], {}, {A: A, B: B}, id="unsure changes nothing"),
        pytest.param([judged(A, B), back(judged(A, B))], {}, {A: A, B: B}, id="withdrawn is as never judged"),
        pytest.param([judged(A, B, DIFFERENT)], {A: P, B: P}, {A: A, B: B}, id="different parts whom the rule joined"),
        pytest.param([judged(A, P, DIFFERENT)], {A: P}, {A: A, P: P}, id="one leaves, the rest stays joined"),
        pytest.param(
            [judged(A, C), judged(A, B, DIFFERENT)], {A: P, B: P, C: Q}, {A: Q, B: B, C: Q, Q: Q},
            id="whoever leaves takes along whom people tied to it",
        ),
        pytest.param(
            [back(rule_judgement(A, P))], {A: P}, {A: A, P: P}, id="what the rule decided can be withdrawn",
        ),
        pytest.param(
            [judged(A, B), judged(P, Q, DIFFERENT)], {A: P, B: Q}, {A: A, B: A, P: P, Q: Q},
            id="the rule does not tie two together by those between them",
        ),
        pytest.param(
            [judged(A, ITEM), judged(B, OTHER_ITEM)], {A: P, B: P}, {A: A, B: B},
            id="two items are two people whatever the rule says",
        ),
    ],
)  # fmt: skip
def test_who_stands_for_whom(entries: list[Judgement], rule: dict[str, str], shown: dict[str, str]) -> None:
    found = standing(entries, rule).stands_for
    assert {actor: found.get(actor, actor) for actor in shown} == shown


def test_an_item_of_wikidata_is_matched_and_never_shown() -> None:
    found = standing([judged(A, B), judged(B, ITEM)])
    assert found.stands_for == {A: A, B: A}
    assert found.matches == {A: (ITEM,)}
    assert standing([judged(A, ITEM, UNSURE)]).matches == {}


def test_judgements_that_clash_have_no_effect_and_are_named() -> None:
    entries = [judged(A, B), judged(B, C), judged(A, C, DIFFERENT, by="Ben"), judged(C, D)]
    (clash,) = find_clashes(entries)
    assert clash.actors == (A, C)
    assert clash.judgements == (entries[2], entries[0], entries[1])
    assert set(standing(entries).stands_for.items()) == {(A, A), (B, B), (C, C), (D, D)}
    for entry in clash.judgements:
        assert find_clashes([*entries, back(entry)]) == []


def test_two_items_for_one_actor_clash() -> None:
    (clash,) = find_clashes([judged(A, ITEM), judged(A, OTHER_ITEM)])
    assert clash.different is None
    assert len(clash.chain) == 2


NODES = [A, B, C, D, P, Q, ITEM, OTHER_ITEM, STATE]
entries = st.builds(
    judged,
    st.sampled_from(NODES[:5]),
    st.sampled_from(NODES[5:]),
    st.sampled_from([SAME, SAME, DIFFERENT, UNSURE]),
) | st.sampled_from([judged(A, B), judged(B, C), judged(C, D), judged(A, D, DIFFERENT), judged(A, C, DIFFERENT)])
rules = st.dictionaries(st.sampled_from([A, B, C, D]), st.sampled_from([P, Q]))


@given(st.lists(entries, max_size=8), rules, st.randoms(use_true_random=False))
def test_the_order_of_entries_makes_no_difference(found: list[Judgement], rule: dict[str, str], random: Random) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    assert standing(found, rule) == standing(shuffled, rule)


@given(st.lists(entries, max_size=8), rules)
def test_nobody_is_shown_with_one_judged_different(found: list[Judgement], rule: dict[str, str]) -> None:
    shown = standing(found, rule)
    for entry in found:
        if entry.verdict is DIFFERENT:
            one, other = (shown.stands_for.get(actor, actor) for actor in entry.actors)
            assert one != other
    assert all(len(items) == 1 for items in shown.matches.values())
    assert all(shown.stands_for[each] == each for each in shown.stands_for.values())


@given(st.lists(entries, max_size=6), rules)
def test_without_clashes_all_that_people_judged_the_same_is_one(found: list[Judgement], rule: dict[str, str]) -> None:
    if find_clashes(found):
        return
    shown = standing(found, rule)
    for entry in found:
        if entry.verdict is SAME and not any(actor in (ITEM, OTHER_ITEM) for actor in entry.actors):
            one, other = (shown.stands_for[actor] for actor in entry.actors)
            assert one == other


@given(st.lists(entries, max_size=6), rules)
def test_all_withdrawn_is_as_if_nothing_was_judged(found: list[Judgement], rule: dict[str, str]) -> None:
    shown = standing([*found, *map(back, found)], rule)
    assert all(standing_for == rule.get(actor, actor) for actor, standing_for in shown.stands_for.items())
    assert shown.matches == {}
