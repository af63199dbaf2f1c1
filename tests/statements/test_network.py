"""The stance network is asked where no rule judges, told what to read, and not believed everywhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from kg.build import Pipeline
from kg.extract.stance import Judged
from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import Stance


@dataclass
class FixedNetwork:
    """Answers the same each time, and keeps what it was asked."""

    negative: float = 0.0
    positive: float = 0.0
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Words shown, and the target in them."""
    fingerprint: str = "fixed"

    def judge(self, sentences: Sequence[tuple[str, Sequence[tuple[int, int]]]]) -> list[list[Judged]]:
        """The fixed answer for each target."""
        self.asked += [(words, words[start:end]) for words, spans in sentences for start, end in spans]
        answer = Judged(
            negative=self.negative, positive=self.positive, neutral=round(1 - self.negative - self.positive, 4)
        )
        return [[answer] * len(spans) for _, spans in sentences]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """A pipeline whose network each test puts in."""
    return Pipeline()


def _stances(pipeline: Pipeline, network: FixedNetwork, text: str) -> list[Stance]:
    pipeline.network = network  # type: ignore[assignment]
    read = pipeline.read_article(Article(id="one", text=text))
    return [stance for statement in read.facts.statements for stance in statement.stances]


def _judged(pipeline: Pipeline, network: FixedNetwork, text: str) -> bool:
    return any(stance.method == "network" for stance in _stances(pipeline, network, text))


def test_the_network_sees_source_cue_and_content(pipeline: Pipeline) -> None:
    network = FixedNetwork(negative=0.9)
    stances = _stances(pipeline, network, "Yesterday the mayor of Tarn said that Estmark flooded the lower fields.")
    assert [stance.method for stance in stances] == ["network"] * len(stances)
    assert ("the mayor of Tarn said that Estmark flooded the lower fields", "Estmark") in network.asked
    assert {(stance.polarity, stance.act, stance.confidence) for stance in stances} == {("negative", "criticise", 0.9)}


def test_rules_win_where_they_speak(pipeline: Pipeline) -> None:
    network = FixedNetwork(positive=0.99)
    [stance] = _stances(pipeline, network, "Norland condemned the raid.")
    assert (stance.polarity, stance.method, network.asked) == ("negative", "rules", [])


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that Estmark did not share its maps with everybody.",
        "The mayor claimed that Estmark shared its maps with everybody.",
    ],
)
def test_praise_near_a_denial_or_from_afar_has_to_be_surer(pipeline: Pipeline, text: str) -> None:
    assert not _judged(pipeline, FixedNetwork(positive=0.45), text)
    assert _judged(pipeline, FixedNetwork(positive=0.55), text)
    assert _judged(pipeline, FixedNetwork(negative=0.35), text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that Norland would act if Estmark moved its boats.",
        "The mayor rejected talk that Estmark had moved its boats.",
    ],
)
def test_on_a_condition_or_rejected_every_answer_has_to_be_surer(pipeline: Pipeline, text: str) -> None:
    assert not _judged(pipeline, FixedNetwork(negative=0.35), text)
    assert _judged(pipeline, FixedNetwork(negative=0.43), text)


def test_it_never_goes_against_the_polarity_of_the_whole(pipeline: Pipeline) -> None:
    text = "The mayor praised the pilots because Estmark had left them alone."
    assert not _judged(pipeline, FixedNetwork(negative=0.99), text)
    assert _judged(pipeline, FixedNetwork(positive=0.99), text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor denied that Estmark had moved its boats.",
        "The mayor neither supports nor opposes Estmark.",
        "The mayor thanked Estmark for its “generous” offer.",
    ],
)
def test_it_judges_nothing_in_denials_and_where_no_view_is_given(pipeline: Pipeline, text: str) -> None:
    assert not _judged(pipeline, FixedNetwork(negative=0.99), text)


def test_weak_answers_count_for_nothing_and_praise_needs_more(pipeline: Pipeline) -> None:
    text = "The mayor said that Estmark moved its boats."
    assert _stances(pipeline, FixedNetwork(negative=0.27), text) == []
    assert _stances(pipeline, FixedNetwork(positive=0.37), text) == []
    assert _stances(pipeline, FixedNetwork(negative=0.33), text) != []


def test_what_others_say_inside_is_judged_by_nobody_outside(pipeline: Pipeline) -> None:
    network = FixedNetwork(negative=0.99)
    text = "The mayor said that the union had told him that Estmark moved its boats."
    pipeline.network = network  # type: ignore[assignment]
    outer, *_ = pipeline.read_article(Article(id="one", text=text)).facts.statements
    assert "Estmark" not in {text[one.evidence.start : one.evidence.end] for one in outer.stances}


def test_the_shipped_network_judges_what_no_rule_knows() -> None:
    read = Pipeline(stance="network").read_article(
        Article(id="one", text="The envoy said that Valdoria was behind the shelling of the hospital.")
    )
    assert {(s.polarity, s.method) for one in read.facts.statements for s in one.stances} == {("negative", "network")}


def test_network_and_bars_are_part_of_the_run_only_where_they_are_used() -> None:
    plain, asked = Pipeline(), Pipeline(stance="network")
    assert plain.run.fingerprint != asked.run.fingerprint
    assert "stance" not in dict(plain.run.options)
    assert "negative 0.3 positive 0.4 sure negative 0.4 sure positive 0.5" in dict(asked.run.options)["stance"]


def test_an_unknown_way_of_judging_is_refused() -> None:
    with pytest.raises(ValueError, match="known are rules, network"):
        Pipeline(stance="oracle")  # type: ignore[arg-type]


UNSEEN = "The mayor said that the new quay opened during a parade in the northern valleys."


def _words(pipeline: Pipeline, network: FixedNetwork, text: str) -> set[str]:
    return {text[one.evidence.start : one.evidence.end] for one in _stances(pipeline, network, text)}


def test_what_no_rule_takes_for_a_target_becomes_one_where_the_network_is_sure(pipeline: Pipeline) -> None:
    assert "parade" in _words(pipeline, FixedNetwork(negative=0.7), UNSEEN)
    assert "parade" not in _words(pipeline, FixedNetwork(negative=0.4), UNSEEN)
    assert "new quay" in _words(pipeline, FixedNetwork(negative=0.4), UNSEEN)


def test_every_stance_has_its_target_in_about_and_every_target_its_topic(pipeline: Pipeline) -> None:
    pipeline.network = FixedNetwork(negative=0.9)  # type: ignore[assignment]
    facts = pipeline.read_article(Article(id="one", text=UNSEEN)).facts
    for statement in facts.statements:
        targets = [one.target for one in statement.about]
        assert len(statement.stances) > 1
        assert len(targets) == len(set(targets))
        assert {stance.target for stance in statement.stances} <= set(targets)
        assert set(targets) <= facts.topics.keys()


def test_inside_of_a_judged_phrase_nothing_is_judged_again(pipeline: Pipeline) -> None:
    words = _words(pipeline, FixedNetwork(negative=0.9), UNSEEN)
    assert "parade" in words
    assert not any("valleys" in one for one in words)


def test_a_word_that_judges_names_nothing_that_is_judged(pipeline: Pipeline) -> None:
    text = "The mayor said that the new quay opened after a mistake in the northern valleys."
    assert "mistake" not in _words(pipeline, FixedNetwork(negative=0.9), text)
