"""The scorer of mentions, links, coreference, merges, traps and principals, on hand-made cases."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.actor_scoring import FoundActor, FoundMention, FoundSpeaker, GoldMention, Tally, score, trimmed

TEXT = "Foreign Minister Arvid Lunde of Norland met Ida Lunde in Holm. The Norlandic envoy said he and she agreed."


def gold(words: str, link: str | None, *, extent: str = "", nth: int = 0, **more: Any) -> GoldMention:
    """A gold mention on the nth occurrence of some words of the text."""
    return GoldMention(span=at(words, nth), extent=at(extent or words, 0 if extent else nth), link=link, **more)


def found(words: str, *keys: str, nth: int = 0) -> FoundMention:
    """A found mention; keys with a slash are reference actors."""
    actors = tuple(FoundActor(key=key, reference=key if "/" in key else None) for key in keys)
    return FoundMention(span=at(words, nth), actors=actors)


def at(words: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def run(ours: list[GoldMention], theirs: list[FoundMention], speakers: list[FoundSpeaker] | None = None) -> Tally:
    return score(TEXT, ours, theirs, speakers or [])


def test_a_mention_with_the_same_span_and_link_is_right() -> None:
    tally = run([gold("Norland", "state/NOR")], [found("Norland", "state/NOR")])
    assert (tally.wanted, tally.exact, tally.lenient, tally.linked, tally.spurious) == (1, 1, 1, 1, 0)


def test_articles_and_possessive_endings_do_not_count_for_the_span() -> None:
    assert trimmed("the United States' draft", (0, 18)) == (4, 17)
    assert trimmed("Norland's", (0, 9)) == (0, 7)
    assert trimmed("the", (0, 3)) == (0, 3)


def test_a_span_between_the_name_and_its_whole_phrase_is_right_but_not_exact() -> None:
    ours = gold("Arvid Lunde", "lunde", extent="Foreign Minister Arvid Lunde")
    tally = run([ours], [found("Foreign Minister Arvid Lunde", "a")])
    assert (tally.exact, tally.lenient, tally.linked) == (0, 1, 1)


def test_a_span_that_shares_less_than_half_and_leaves_the_phrase_is_another_mention() -> None:
    tally = run([gold("Norland", "norland")], [found("Foreign Minister Arvid Lunde of Norland", "a")])
    assert (tally.lenient, tally.spurious) == (0, 1)


def test_one_found_mention_answers_one_gold_mention_only() -> None:
    ours = [gold("Norlandic", "norland"), gold("The Norlandic envoy", "envoy")]
    tally = run(ours, [found("The Norlandic envoy", "a")])
    assert tally.lenient == 1
    assert [error[:2] for error in tally.errors] == [("missed", at("Norlandic"))]


def test_an_unknown_actor_is_linked_by_a_one_to_one_name() -> None:
    ours = [gold("Arvid Lunde", "arvid"), gold("Ida Lunde", "ida")]
    right = run(ours, [found("Arvid Lunde", "p1"), found("Ida Lunde", "p2")])
    assert (right.linked, right.merges) == (2, 0)
    merged = run(ours, [found("Arvid Lunde", "p1"), found("Ida Lunde", "p1")])
    assert (merged.linked, merged.merges) == (1, 1)


def test_a_reference_actor_for_an_unknown_one_is_wrong_and_so_is_the_reverse() -> None:
    assert run([gold("Norland", "norland")], [found("Norland", "state/NOR")]).linked == 0
    assert run([gold("Norland", "state/NOR")], [found("Norland", "p1")]).linked == 0


def test_two_readings_that_are_both_right_are_no_merge() -> None:
    ours = [gold("Norland", "state/NOR"), gold("The Norlandic envoy", "body/nor-mfa", also=("state/NOR",))]
    tally = run(ours, [found("Norland", "state/NOR"), found("The Norlandic envoy", "state/NOR")])
    assert (tally.linked, tally.merges) == (2, 0)


def test_several_actors_on_one_span_are_right_if_they_are_its_members() -> None:
    ours = [gold("Norland", "both", members=("state/NOR", "state/DNK"))]
    assert run(ours, [found("Norland", "state/DNK", "state/NOR")]).linked == 1
    assert run(ours, [found("Norland", "state/DNK", "state/SWE")]).linked == 0
    assert run([gold("Norland", "state/NOR")], [found("Norland", "state/DNK", "state/NOR")]).linked == 0


def test_an_actor_named_on_a_trap_violates_it_and_is_spurious() -> None:
    tally = run([gold("Holm", None)], [found("Holm", "norland")])
    assert (tally.traps, tally.violated, tally.spurious) == (1, 1, 1)
    silent = run([gold("Holm", None)], [])
    assert (silent.traps, silent.violated, silent.spurious) == (1, 0, 0)


def test_an_actor_named_inside_a_trap_violates_it() -> None:
    tally = run([gold("Norland met", None)], [found("Norland", "norland")])
    assert tally.violated == 1


def test_naming_nobody_is_right_where_nobody_can_know() -> None:
    unsure = gold("he", "unsure", nth=1)
    assert run([unsure], []).abstained == 1
    named = run([unsure], [FoundMention(span=unsure.span, actors=(FoundActor(key="p1"),))])
    assert (named.abstained, named.unsure, named.spurious, named.wanted) == (0, 1, 0, 0)


def test_an_optional_mention_counts_neither_way() -> None:
    ours = [gold("Norlandic", "norland", optional=True)]
    for theirs in ([], [found("Norlandic", "p1")]):
        tally = run(ours, theirs)
        assert (tally.wanted, tally.lenient, tally.spurious) == (0, 0, 0)


@pytest.mark.parametrize(("words", "spurious"), [("Ida", 0), ("Foreign Minister", 1)])
def test_a_second_mention_inside_a_phrase_is_spurious_only_for_another_actor(words: str, spurious: int) -> None:
    ours = [gold("Ida Lunde", "ida"), gold("Arvid Lunde", "arvid", extent="Foreign Minister Arvid Lunde")]
    theirs = [found("Ida Lunde", "p1"), found("Arvid Lunde", "p2"), found(words, "p1")]
    assert run(ours, theirs).spurious == spurious


def test_coreference_is_b_cubed() -> None:
    ours = [gold("Arvid Lunde", "arvid"), gold("Ida Lunde", "ida"), gold("The Norlandic envoy", "ida")]
    theirs = [found("Arvid Lunde", "p1"), found("Ida Lunde", "p1"), found("The Norlandic envoy", "p1")]
    tally = run(ours, theirs)
    assert tally.b3_precision == pytest.approx(1 / 3 + 2 / 3 + 2 / 3)
    assert tally.b3_recall == pytest.approx(3)
    assert run(ours, theirs[:2]).b3_recall == pytest.approx(1 + 1 / 2)


def test_the_principal_may_be_named_by_reference_by_name_or_by_a_found_actor() -> None:
    ours = [gold("Norland", "norland"), gold("Arvid Lunde", "lunde", on_behalf_of=("norland",))]
    theirs = [found("Norland", "s1"), found("Arvid Lunde", "p1")]

    def bound(principals: set[str], *names: str) -> tuple[int, int]:
        speaker = FoundSpeaker(
            span=at("Arvid Lunde"), principals=frozenset(principals), names=frozenset(name.casefold() for name in names)
        )
        tally = run(ours, theirs, [speaker])
        return tally.bound, tally.speakers

    assert bound({"s1"}) == (1, 1)
    assert bound({"s9"}, "Norland") == (1, 1)
    assert bound({"s9"}, "Valdoria") == (0, 1)
    assert bound(set()) == (0, 1)
    assert run(ours, theirs).speakers == 0


def test_tallies_add_up() -> None:
    whole = run([gold("Holm", None)], [found("Holm", "norland")])
    whole.add(run([gold("Norland", "norland")], []))
    assert (whole.traps, whole.violated, whole.wanted, len(whole.errors)) == (1, 1, 1, 2)


@given(st.data())
def test_the_gold_set_itself_is_always_right(data: st.DataObject) -> None:
    spans = data.draw(
        st.lists(
            st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)).map(
                lambda p: (p[0], min(p[0] + p[1], len(TEXT)))
            ),
            unique_by=lambda span: trimmed(TEXT, span),
            max_size=8,
        )
    )
    links = [data.draw(st.sampled_from(["state/A", "body/b", "x", "y"])) for _ in spans]
    ours = [GoldMention(span=span, extent=span, link=link) for span, link in zip(spans, links, strict=True)]
    theirs = [
        FoundMention(span=span, actors=(FoundActor(key=link, reference=link if "/" in link else None),))
        for span, link in zip(spans, links, strict=True)
    ]
    tally = score(TEXT, ours, theirs, [])
    assert (tally.exact, tally.linked, tally.spurious, tally.merges) == (len(spans), len(spans), 0, 0)
    assert tally.b3_precision == pytest.approx(tally.b3_recall) == pytest.approx(len(spans))
