"""What contents are about besides actors: which nouns are topics, and what leads back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.statements.reading.wordlists import groups_of_kin, list_names, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.statements.conftest import Read


@pytest.mark.parametrize(
    ("text", "cue", "topics"),
    [
        ("Clara Wend said the fishing talks would resume.", "say", ["fishing talks"]),
        ("Clara Wend said the ferry had carried the mail.", "say", ["ferry", "mail"]),
        ("Clara Wend said she would announce a census.", "say", ["census"]),
        ("“We are ready to repair the lighthouse at Lille Bro,” Clara Wend said.", "say", ["lighthouse at Lille Bro"]),
        ("Clara Wend denied that her country had paid for the dam.", "deny", ["dam"]),
        ("Clara Wend welcomed the review of the fisheries law.", "welcome", ["review of the fisheries law"]),
        ("Clara Wend rejected the accusation.", "reject", ["accusation"]),
        ("Clara Wend said no decision had been taken.", "say", ["decision"]),
    ],
)
def test_subject_and_theme_of_the_main_clause_are_topics(
    read: Callable[..., Read], text: str, cue: str, topics: list[str]
) -> None:
    found = read(text)
    assert found.topics(found.by_cue(cue)) == topics


@pytest.mark.parametrize(
    "text",
    [
        "Clara Wend said she would travel on Monday.",
        "“We will answer in our own time,” Clara Wend said.",
        "“No boat will be turned away,” Clara Wend said.",
        "Clara Wend said it was clear that it would rain.",
    ],
)
def test_days_own_side_boats_that_are_not_and_empty_pronouns_are_no_topics(
    read: Callable[..., Read], text: str
) -> None:
    found = read(text)
    assert found.topics(found.by_cue("say")) == []


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Clara Wend said the treaty was old. Jonas Pell said it was thin.", "treaty"),
        ("Clara Wend said the talks would go on. On Monday Jonas Pell said they were stuck.", "talks"),
        ("The bill passed on Tuesday. “It is done,” Clara Wend said.", "bill"),
        ("Clara Wend said the talks would go on. Later Jonas Pell said he was hopeful.", "talks"),
        ("Clara Wend said the fisheries accord was old. Jonas Pell said the deal was dead.", "fisheries accord"),
        ("Clara Wend said the border road was closed. Jonas Pell said the road was safe.", "border road"),
    ],
)
def test_pronoun_kin_and_what_is_left_unsaid_lead_back(read: Callable[..., Read], text: str, topic: str) -> None:
    found = read(text)
    last = found.facts.statements[-1]
    assert found.topics(last) == [topic]


def test_persons_urged_to_act_are_no_things_named_before(read: Callable[..., Read]) -> None:
    found = read("Clara Wend said the buoys were old. Jonas Pell urged them to share the charts.")
    assert found.topics(found.by_cue("urge")) == ["charts"]


@pytest.mark.parametrize(
    "text",
    [
        "Clara Wend said the buoys were old. “They are to build another pier,” Jonas Pell said.",
        "Clara Wend said the buoys were old. “They keep the channel open,” Jonas Pell said.",
        "Clara Wend said the quarry was old. “It was given assurances last year,” Jonas Pell said.",
        "Clara Wend said the quarry was old. “It was wonderful to work here,” Jonas Pell said.",
        "Clara Wend said the quarry was old. Jonas Pell called it unlikely that anybody would pay.",
        "Clara Wend said the quarry was old. “Today it is Tuesday,” Jonas Pell said.",
        "“This has nothing to do with the quarry. It is a stunt that no one believes,” Jonas Pell said.",
    ],
)
def test_pronoun_of_who_acts_is_given_things_or_stands_for_nothing_leads_nowhere(
    read: Callable[..., Read], text: str
) -> None:
    found = read(text)
    named = {found.article.cut(about.evidence).lower() for about in found.facts.statements[-1].about}
    assert not named & {"it", "they"}


def test_what_somebody_is_called_is_no_topic(read: Callable[..., Read]) -> None:
    found = read("France labelled Jonas Pell as a smuggler.")
    assert not any(found.topics(statement) for statement in found.facts.statements)


@pytest.mark.parametrize(("words", "topics"), [("must watch over the gate", ["gate"]), ("must go on", ["talks"])])
def test_they_are_people_where_they_do_what_only_people_do(
    read: Callable[..., Read], words: str, topics: list[str]
) -> None:
    found = read(f"Clara Wend said the talks would last. “They {words},” Jonas Pell said.")
    assert found.topics(found.facts.statements[-1]) == topics


def test_what_is_left_unsaid_and_it_are_no_person(read: Callable[..., Read]) -> None:
    found = read("We urge all members to read the text. Jonas Pell said he was not consulted.")
    assert "members" not in found.topics(found.facts.statements[-1])


def test_kin_of_a_topic_that_somebody_owns_is_another(read: Callable[..., Read]) -> None:
    found = read("“We counted every patrol boat,” Clara Wend said. Jonas Pell said our ferries were late.")
    assert found.topics(found.facts.statements[-1]) == ["ferries"]


def test_ordinals_and_places_by_name_are_no_topics(read: Callable[..., Read]) -> None:
    found = read("“On the fifth it was never,” Clara Wend said. Jonas Pell said he had left Paris.")
    assert not {"fifth", "Paris"} & {topic.label for topic in found.facts.topics.values()}


def test_pronoun_stands_for_a_subject_and_not_for_what_is_said_of_it(read: Callable[..., Read]) -> None:
    found = read("“The protest was a surprise and it is a stab in the back,” Clara Wend said.")
    assert found.topics(found.facts.statements[-1]) == ["protest"]


def test_pronoun_stands_for_what_an_editor_puts_in_brackets(read: Callable[..., Read]) -> None:
    found = read("Clara Wend said the treaty was old. “It [the old bridge] is closed,” Jonas Pell said.")
    assert found.topics(found.facts.statements[-1]) == ["old bridge"]


def test_topics_of_a_statement_are_told_with_their_evidence(read: Callable[..., Read]) -> None:
    found = read("Clara Wend said the treaty was old. Jonas Pell said it needed repairs.")
    for statement in found.facts.statements:
        for about in statement.about:
            assert about.target in found.facts.topics
            assert found.article.cut(about.evidence) in ("treaty", "it", "repairs")


def test_same_name_is_the_same_topic_and_another_article_has_its_own(read: Callable[..., Read]) -> None:
    first = read("Clara Wend said the treaty was old. Jonas Pell said the treaty was good.")
    second = read("Clara Wend said the treaty was old. Jonas Pell said the treaty was bad.")
    assert len(first.facts.topics) == 1
    assert first.facts.topics.keys().isdisjoint(second.facts.topics)


def test_states_own_name_is_a_target_when_its_official_tells_of_it(read: Callable[..., Read]) -> None:
    found = read("France’s trade minister, Clara Wend, said France joined the union in 1957.")
    assert "France" in found.about(found.by_cue("say"))


def test_lists_of_words_are_sorted_and_their_kin_is_mutual() -> None:
    assert list(list_names()) == sorted(list_names())
    for noun, kin in groups_of_kin().items():
        assert noun in kin
    assert words_of("kin-accord") <= groups_of_kin()["treaty"]
