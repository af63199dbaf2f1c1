"""The record that `kg extract` writes, from hand-made facts."""

from __future__ import annotations

import json
from datetime import date

import pytest

from kg.cli.extraction import article_record, error_record
from kg.errors import MalformedRecord
from kg.model import (
    About,
    Actor,
    ActorId,
    ActorKind,
    Article,
    ArticleFacts,
    Attribution,
    DateInterval,
    Event,
    EventType,
    Instrument,
    InstrumentKind,
    Kind,
    Mention,
    MentionType,
    Mode,
    ResolvedActors,
    Said,
    Span,
    Speaker,
    Statement,
    StatementId,
    Tally,
    TargetId,
    Why,
)

TEXT = "Spokeswoman Lidia Marek of Kestria and Ruth Osmund said on Monday the dam was sound. She denied a leak."
TITLE = "Kestria: dam is sound"
ARTICLE = Article(id="a1", title=TITLE, text=TEXT, published="2025-03-05")
KESTRIA, MAREK, OSMUND = ActorId("state/XKE"), ActorId("local/v-1"), ActorId("local/v-2")
DRAFT = TargetId("instrument/v-c1-2-draft")


def span(words: str, string: str = TEXT) -> Span:
    start = string.index(words)
    return Span(start, start + len(words), "text" if string is TEXT else "title")


def speaker(actor: ActorId, words: str, principal: ActorId | None = None) -> Speaker:
    mention = Mention(span=span(words), actor=actor, type=MentionType.NAME, method="name")
    return Speaker(actor=actor, mention=mention, principal=principal)


def statement(
    content: Span,
    *,
    speakers: tuple[Speaker, ...] = (),
    said: Said | None = None,
    kind: Kind = Kind.STATEMENT,
    why: Why | None = None,
) -> Statement:
    return Statement(
        id=StatementId(f"v-{content.key}"), kind=kind, why=why, mode=Mode.INDIRECT, speakers=speakers, source=(),
        cue=(span("said"),), content=(content,), quotes=(), words="x", cue_lemma="say", cue_class="neutral",
        about=(About(target=TargetId("actor/state/XKE"), evidence=content), About(target=DRAFT, evidence=content)),
        addressees=(), stances=(), polarity="positive", said=said or Said(interval=None, resolution="unknown"),
        rule="verb", confidence=0.9,
    )  # fmt: skip


def record(
    *statements: Statement, attributions: tuple[Attribution, ...] = (), events: tuple[Event, ...] = ()
) -> dict[str, object]:
    marek, osmund = speaker(MAREK, "Lidia Marek", KESTRIA), speaker(OSMUND, "Ruth Osmund")
    kestria = Mention(span=span("Kestria"), actor=KESTRIA, type=MentionType.NAME, method="alias")
    she = Mention(span=span("She"), actor=MAREK, type=MentionType.PRONOUN, method="pronoun")
    resolved = ResolvedActors(
        mentions=(marek.mention, osmund.mention, she, kestria),
        actors={
            KESTRIA: Actor(id=KESTRIA, kind=ActorKind.STATE, label="Kestria", aliases=("Republic of Kestria",)),
            MAREK: Actor(id=MAREK, kind=ActorKind.PERSON, label="Lidia Marek"),
            OSMUND: Actor(id=OSMUND, kind=ActorKind.PERSON, label="Ruth Osmund"),
        },
        posts={}, tenures=(), speakers=((marek, osmund),),
    )  # fmt: skip
    draft = Instrument(id=DRAFT, kind=InstrumentKind.DRAFT_RESOLUTION, label="draft resolution on the dam")
    facts = ArticleFacts(statements=statements, events=events, instruments={DRAFT: draft})
    made = article_record(ARTICLE, attributions, resolved, facts)
    json.dumps(made)
    return made


def listed(made: dict[str, object], key: str) -> list[dict[str, object]]:
    found = made[key]
    assert isinstance(found, list)
    return found


def test_each_joint_speaker_gets_a_record_with_the_one_whom_he_binds() -> None:
    both = (speaker(MAREK, "Lidia Marek", KESTRIA), speaker(OSMUND, "Ruth Osmund"))
    made = listed(record(statement(span("the dam was sound"), speakers=both)), "statements")
    assert [(one["speaker"], one["on_behalf_of"]) for one in made] == [
        ("Lidia Marek", "Kestria"),
        ("Ruth Osmund", None),
    ]
    assert made[0]["content"] == ["the dam was sound"]
    assert made[0]["about"] == ["Kestria", "draft resolution on the dam"]
    assert made[0]["spans"] == [[TEXT.index("the dam"), TEXT.index("the dam") + 17]]


@pytest.mark.parametrize(
    ("said", "expected", "precision"),
    [
        (
            Said(interval=DateInterval(earliest=date(2025, 3, 3), latest=date(2025, 3, 3)), resolution="relative"),
            "2025-03-03",
            None,
        ),
        (
            Said(
                interval=DateInterval(earliest=date(2025, 2, 1), latest=date(2025, 2, 28), granularity="month"),
                resolution="relative",
            ),
            "2025-02",
            "month",
        ),
        (Said(interval=DateInterval(earliest=None, latest=date(2025, 3, 5)), resolution="publication"), None, None),
        (
            Said(
                interval=DateInterval(earliest=date(2025, 2, 24), latest=date(2025, 3, 2), granularity="period"),
                resolution="relative",
            ),
            None,
            None,
        ),
        (Said(interval=None, resolution="unknown"), None, None),
    ],
    ids=["day", "month", "publication only", "week", "unknown"],
)
def test_a_day_is_given_only_where_the_text_tells_it(said: Said, expected: str | None, precision: str | None) -> None:
    (made,) = listed(record(statement(span("the dam was sound"), said=said)), "statements")
    assert made["said_on"] == expected
    assert made.get("said_on_precision") == precision


def test_denials_are_negated_statements_and_questions_are_none() -> None:
    denial = statement(span("a leak"), kind=Kind.NON_ASSERTION, why=Why.DENIED)
    question = statement(span("the dam was sound"), kind=Kind.NON_ASSERTION, why=Why.ASKED)
    made = record(denial, question)
    assert [(one["content"], one["negated_report"]) for one in listed(made, "statements")] == [(["a leak"], True)]
    assert [one["why"] for one in listed(made, "non_assertions")] == ["asked"]


def test_a_statement_of_the_title_says_so_and_gives_no_text_offsets() -> None:
    (made,) = listed(record(statement(span("dam is sound", TITLE))), "statements")
    assert (made["from_headline"], made["spans"], made["content"]) == (True, [], ["dam is sound"])


def test_attributions_of_the_text_come_with_offsets_and_those_of_the_title_stay_out() -> None:
    inside = Attribution(source=(), cue=(span("said"),), content=(span("the dam was sound"),), rule="verb")
    title = Attribution(source=(span("Kestria", TITLE),), cue=(), content=(span("dam is sound", TITLE),), rule="colon")
    (made,) = listed(record(attributions=(title, inside)), "attributions")
    assert made["source"] is None
    assert made["cue"] == [[TEXT.index("said"), TEXT.index("said") + 4]]


def test_names_of_an_entity_are_those_that_the_article_uses_and_no_pronouns() -> None:
    made = listed(record(), "entities")
    assert {"id": "local/v-1", "kind": "Person", "names": ["Lidia Marek"]} in made
    assert {"id": "state/XKE", "kind": "State", "names": ["Kestria"]} in made


def test_events_name_actors_tallies_and_dates() -> None:
    event = Event(
        id=TargetId("event/v-c1-2-vote"), type=EventType.VOTE, evidence=(span("said"),), actors=(KESTRIA,),
        date=DateInterval(earliest=date(2025, 3, 3), latest=date(2025, 3, 3)), instrument=DRAFT,
        tallies=(Tally(option="for", count=5),), outcome="adopted", until=date(2025, 9, 30),
    )  # fmt: skip
    (made,) = listed(record(events=(event,)), "events")
    assert (made["type"], made["actor"], made["target"]) == ("vote", "Kestria", "draft resolution on the dam")
    assert (made["date"], made["for"], made["status"]) == ("2025-03-03", 5, "adopted")


def test_an_input_that_failed_gets_a_record_with_its_sentence() -> None:
    made = error_record(MalformedRecord("not a JSON object", source="a.jsonl", line=3), None)
    assert (made["id"], made["error"]) == (None, "a.jsonl, line 3: not a JSON object")
