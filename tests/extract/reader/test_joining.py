"""The network's cues and those of the rules, joined and chosen from."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from kg.extract.reader.candidates import chosen_source, features
from kg.extract.reader.confidence import FEATURES
from kg.model import Kind
from tests.extract.reader.pages import Told

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.extract.reader.conftest import Scene

WAIT = '"We will wait," Minister Ana Torr said.'
INNER = "Torr said that the envoy had said that the port was closed."
RECORD = "Mr. Varo (Ardenia): We thank you. The minister of Kestria said yesterday that the port is closed."
INTERVIEW = """Q: Do you wait?

MINISTER TORR: We do.

Q: Prime Minister Dahl told reporters “we will never sign.” Do you agree?

MINISTER TORR: We do not agree."""


def _wait(scene: Scene, probability: float = 0.9, sure: float = 0.9) -> Told:
    return Told(
        scene.words("said"),
        probability,
        source=scene.words("Minister Ana Torr"),
        content=scene.words("We will wait"),
        sure=sure,
    )


def test_a_cue_of_both_is_one_candidate(scene: Callable[[str], Scene]) -> None:
    wait = scene(WAIT)
    (candidate,) = wait.candidates(_wait(wait))
    assert candidate.rule is not None
    assert candidate.rule.rule == "verb-quote"
    assert (wait.cut(candidate.source), wait.cut(candidate.content)) == ("Minister Ana Torr", "We will wait")


def test_a_cue_that_only_a_rule_sees_is_a_candidate_without_a_content(scene: Callable[[str], Scene]) -> None:
    (candidate,) = scene(WAIT).candidates()
    assert candidate.content == ()
    assert candidate.rule is not None
    assert features(candidate, scene(WAIT).regions)[FEATURES.index("rule alone")] == 1


def test_a_cue_that_only_the_network_sees_has_no_rule(scene: Callable[[str], Scene]) -> None:
    text = scene("Torr was in the lead in advocating a new port.")
    told = Told(text.words("was in the lead"), source=text.words("Torr"), content=text.words("advocating a new port"))
    assert [candidate.rule for candidate in text.candidates(told) if candidate.content] == [None]


def test_a_rule_belongs_to_one_candidate_at_most(scene: Callable[[str], Scene]) -> None:
    text = scene("Torr said the port was shut and warned that it would stay shut.")
    found = text.candidates(
        Told(text.words("said"), content=text.words("the port was shut"), piece=text.words("warned"), sure=0.45),
        Told(text.words("warned"), content=text.words("that it would stay shut")),
    )
    rules = [id(candidate.rule) for candidate in found if candidate.rule is not None]
    assert len(rules) == len(set(rules)) == 2


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("text", [WAIT, INNER, RECORD, 'Torr: "No."', "According to a memo, two ports will open."])
def test_there_is_a_finite_value_for_every_feature(scene: Callable[[str], Scene], text: str, told: bool) -> None:
    read = scene(text)
    every = range(len(read.page.window))
    found = read.candidates(*([Told(every[1:2], source=every[:1], content=every[2:])] if told else []))
    assert found
    for candidate in found:
        values = features(candidate, read.regions)
        assert len(values) == len(FEATURES)
        assert all(map(math.isfinite, values))


def test_agreement_with_the_rule_is_told(scene: Callable[[str], Scene]) -> None:
    wait = scene(WAIT)
    (candidate,) = wait.candidates(_wait(wait))
    values = dict(zip(FEATURES, features(candidate, wait.regions), strict=True))
    assert values["contents agree"] == values["sources agree"] == values["wholly quoted"] == 1
    assert values["no source"] == values["rule alone"] == 0


def test_the_rules_source_is_taken_where_the_network_doubts_its_own(scene: Callable[[str], Scene]) -> None:
    wait = scene(WAIT)
    said, content, torr = wait.words("said"), wait.words("We will wait"), wait.words("Torr")
    (sure,) = wait.candidates(Told(said, source=torr, content=content))
    (none,) = wait.candidates(Told(said, content=content))
    assert wait.cut(chosen_source(none)) == "Minister Ana Torr"
    assert chosen_source(sure) == sure.source


def test_a_likely_candidate_becomes_a_draft_with_what_the_rule_read(scene: Callable[[str], Scene]) -> None:
    wait = scene(WAIT)
    (draft,) = wait.chosen(_wait(wait))
    assert (draft.rule, draft.kind, draft.lemma) == ("reader", Kind.STATEMENT, "say")
    assert draft.confidence == pytest.approx(0.9)
    assert wait.cut(draft.source) == "Minister Ana Torr"


def test_what_the_network_alone_finds_is_read_with_the_parse(scene: Callable[[str], Scene]) -> None:
    text = scene("Torr has not said whether the port would open.")
    told = Told(
        text.words("has not said"), source=text.words("Torr"), content=text.words("whether the port would open")
    )
    drafts = text.chosen(told)
    assert [(draft.kind, draft.lemma) for draft in drafts] == [(Kind.NON_ASSERTION, "say")]


def test_under_the_threshold_nothing_is_put_out_that_no_trusted_rule_found(scene: Callable[[str], Scene]) -> None:
    text = scene("Torr backed the plan.")
    told = Told(text.words("backed"), 0.6, source=text.words("Torr"), content=text.words("the plan"))
    assert text.chosen(told, accept=0.65) == []
    assert len(text.chosen(told, accept=0.55)) == 1


def test_a_rule_that_is_often_right_is_kept_where_the_network_sees_nothing(scene: Callable[[str], Scene]) -> None:
    wait = scene(WAIT)
    (draft,) = wait.chosen()
    assert (draft.rule, wait.cut(draft.content)) == ("verb-quote", "We will wait")
    assert draft.confidence is not None
    assert draft.confidence < 0.5


def test_a_statement_without_a_verb_or_a_quoted_word_needs_more(scene: Callable[[str], Scene]) -> None:
    text = scene("Torr called an election for June.")
    told = Told(text.words("called"), 0.7, source=text.words("Torr"), content=text.words("an election for June"))
    assert text.chosen(told) == []
    assert len(text.chosen(Told(told.cue, 0.8, source=told.source, content=told.content))) == 1


def test_an_unlisted_cue_without_quoted_words_needs_more(scene: Callable[[str], Scene]) -> None:
    text = scene("Torr frolicked about a new port.")
    told = Told(text.words("frolicked"), 0.55, source=text.words("Torr"), content=text.words("about a new port"))
    assert text.chosen(told) == []
    likelier = Told(told.cue, 0.7, source=told.source, content=told.content)
    assert [draft.kind for draft in text.chosen(likelier)] == [Kind.ATTITUDE]


def test_what_a_rule_finds_inside_a_chosen_content_is_second_hand(scene: Callable[[str], Scene]) -> None:
    text = scene(INNER)
    outer = text.words("that the envoy had said that the port was closed")
    found = text.nested(Told(text.words("said"), source=text.words("Torr"), content=outer))
    assert [(draft.kind, draft.outer) for draft in found] == [(Kind.STATEMENT, None), (Kind.SECOND_HAND, 0)]
    assert text.cut(found[1].source) == "the envoy"
    assert text.cut(found[1].content) == "the port was closed"


def test_what_a_rule_seldom_right_finds_outside_of_all_chosen_contents_is_left_out(
    scene: Callable[[str], Scene],
) -> None:
    text = scene("Torr said the port was shut. The envoy backed the plan.")
    told = Told(text.words("said"), source=text.words("Torr"), content=text.words("the port was shut"))
    assert [text.cut(draft.cue) for draft in text.chosen(told)] == ["said"]


def test_what_both_find_inside_a_chosen_content_is_second_hand_too(scene: Callable[[str], Scene]) -> None:
    text = scene("Torr told us that the envoy had said that the port was closed.")
    outer = text.words("that the envoy had said that the port was closed")
    found = text.nested(
        Told(text.words("told"), 0.99, source=text.words("Torr"), content=outer[:-5]),
        Told(text.words("said"), 0.6, source=text.words("the envoy"), content=text.words("the port was closed")),
    )
    assert [(draft.kind, draft.outer) for draft in found] == [(Kind.STATEMENT, None), (Kind.SECOND_HAND, 0)]
    assert text.cut(found[1].content) == "the port was closed"


def test_a_turn_is_said_once(scene: Callable[[str], Scene]) -> None:
    text = scene(RECORD)
    found = text.nested(Told(text.words("):")[1:], source=text.words("Mr. Varo"), content=text.words("We thank you")))
    assert [draft.rule for draft in found if text.cut(draft.cue) == ":"] == ["turn"]


def test_what_others_said_inside_a_turn_is_second_hand(scene: Callable[[str], Scene]) -> None:
    text = scene(RECORD)
    inner = Told(
        text.words("said"), source=text.words("The minister of Kestria"), content=text.words("the port is closed")
    )
    for told in ([], [inner]):
        found = text.nested(*told)
        assert [(draft.rule == "turn", draft.kind, draft.outer) for draft in found] == [
            (True, Kind.STATEMENT, None),
            (False, Kind.SECOND_HAND, 0),
        ]
        assert text.cut(found[1].source) == "The minister of Kestria"


def test_nobody_speaks_in_a_question(scene: Callable[[str], Scene]) -> None:
    text = scene(INTERVIEW)
    assert [draft.rule for draft in text.nested()] == ["turn", "turn"]
    assert set(text.page.window.paragraph) == {1, 3}
