"""What the command hands to the scorer, from hand-made resolutions."""

from __future__ import annotations

import pytest

from benchmarks.linking_gold import found_mentions, gold_mention, is_inside, main, speakers_of
from kg.model import Actor, ActorId, ActorKind, Mention, MentionType, ResolvedActors, Span, Speaker

NORLAND = Actor(id=ActorId("state/NOR"), kind=ActorKind.STATE, label="Norland", origin="states")
MINISTRY = Actor(
    id=ActorId("local/m"), kind=ActorKind.GOVERNMENT_BODY, label="Foreign Ministry", organ_of=ActorId("state/NOR")
)
LUNDE = Actor(id=ActorId("local/p"), kind=ActorKind.PERSON, label="Arvid Lunde", wikidata="Q1")
NOBODY = Actor(id=ActorId("local/q"), kind=ActorKind.PERSON, label="Ida Moe")


def mention(span: Span, actor: Actor | None, *, is_place: bool = False) -> Mention:
    return Mention(
        span=span, actor=actor.id if actor else None, type=MentionType.NAME, method="alias", is_place=is_place
    )


def resolved(*mentions: Mention, speakers: tuple[Speaker, ...] = ()) -> ResolvedActors:
    actors = {actor.id: actor for actor in (NORLAND, MINISTRY, LUNDE, NOBODY)}
    return ResolvedActors(mentions=mentions, actors=actors, posts={}, tenures=(), speakers=(speakers,))


def test_places_abstentions_and_mentions_of_the_title_are_no_answers() -> None:
    mentions = (
        mention(Span(0, 7), NORLAND, is_place=True),
        mention(Span(8, 10), None),
        mention(Span(0, 7, "title"), NORLAND),
    )
    assert list(found_mentions(resolved(*mentions))) == []


def test_a_person_is_the_one_of_the_reference_data_whose_item_is_given() -> None:
    found = list(found_mentions(resolved(mention(Span(0, 5), LUNDE), mention(Span(6, 9), NOBODY))))
    assert [one.actors[0].reference for one in found] == ["person/Q1", None]


def test_actors_on_one_span_are_one_answer() -> None:
    found = list(found_mentions(resolved(mention(Span(0, 4), NOBODY), mention(Span(0, 4), LUNDE))))
    assert [one.keys for one in found] == [("local/p", "local/q")]


def test_words_bind_the_principal_and_what_stands_above_it() -> None:
    for_ministry = Speaker(actor=LUNDE.id, mention=mention(Span(0, 5), LUNDE), principal=MINISTRY.id)
    ministry_itself = Speaker(actor=MINISTRY.id, mention=mention(Span(6, 9), MINISTRY))
    person = Speaker(actor=NOBODY.id, mention=mention(Span(10, 12), NOBODY), principal_name="Norland")
    bound = [
        (set(one.principals), set(one.names))
        for one in speakers_of(resolved(speakers=(for_ministry, ministry_itself, person)))
    ]
    assert bound == [
        ({"local/m", "state/NOR"}, {"foreign ministry", "norland"}),
        ({"state/NOR"}, {"norland"}),
        (set(), {"norland"}),
    ]


def test_a_gold_mention_is_read_with_its_phrase_and_readings() -> None:
    one = gold_mention({"span": [3, 5], "form": "name", "link": "state/NOR", "also": ["body/unsc"]})
    assert (one.span, one.extent, one.accepted, one.wanted) == ((3, 5), (3, 5), ("state/NOR", "body/unsc"), True)
    trap = gold_mention({"span": [3, 5], "form": None, "link": None})
    assert (trap.accepted, trap.wanted) == ((), False)


def test_only_mentions_wholly_inside_an_annotated_range_are_compared() -> None:
    assert is_inside((3, 5), [[0, 2], [3, 9]])
    assert not is_inside((1, 5), [[0, 2], [3, 9]])


@pytest.mark.parametrize("given", [["--held-out", "--errors"], []])
def test_errors_of_held_out_texts_are_never_listed_and_articles_are_asked_for(
    given: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["linking_gold.py", *given])
    with pytest.raises(SystemExit):
        main()
    assert "held-out" in capsys.readouterr().err
