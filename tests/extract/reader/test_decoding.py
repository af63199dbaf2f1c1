"""From the network's probabilities to cues with their source and content."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.reader.decoding import BEGINS, GOES_ON, Settings, cue_spans, decode
from tests.extract.reader.pages import FakeTagger, Page, Told, decoded, page


def _cues(*begins_and_goes_on: tuple[float, float]) -> list[tuple[int, int]]:
    table = np.zeros((len(begins_and_goes_on), 4), dtype=np.float32)
    table[:, BEGINS] = [begins for begins, _ in begins_and_goes_on]
    table[:, GOES_ON] = [goes_on for _, goes_on in begins_and_goes_on]
    return cue_spans(table, 0.15)


@pytest.fixture
def wait() -> Page:
    return page('"We will wait for them," Minister Ana Torr said on Monday.')


def test_a_cue_is_a_word_that_begins_one_and_those_that_go_on_with_it() -> None:
    assert _cues((0, 0), (0.9, 0), (0, 0.8), (0, 0.6), (0, 0.4)) == [(1, 4)]


def test_a_word_is_asked_from_the_least_probability_on() -> None:
    assert _cues((0.1, 0), (0.16, 0), (0, 0.9)) == [(1, 3)]


def test_a_word_that_goes_on_with_nothing_is_no_cue() -> None:
    assert _cues((0, 0.9), (0, 0.9)) == []


def test_two_cues_may_stand_side_by_side() -> None:
    assert _cues((0.9, 0), (0.8, 0.1)) == [(0, 1), (1, 2)]


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=30))
def test_cues_never_share_a_word(rows: list[tuple[float, float]]) -> None:
    spans = _cues(*rows) if rows else []
    words = [word for start, end in spans for word in range(start, end)]
    assert words == sorted(set(words))
    assert all(start < end <= len(rows) for start, end in spans)


def test_source_and_content_are_the_words_that_the_cue_claims(wait: Page) -> None:
    said = Told(wait.words("said"), 0.8, source=wait.words("Minister Ana Torr"), content=wait.words("We will wait"))
    (found,) = decoded(wait, said)
    assert wait.cut(found.cue) == "said"
    assert wait.cut(found.source) == "Minister Ana Torr"
    assert wait.cut(found.content) == "We will wait"
    assert found.cue_probability == pytest.approx(0.8)
    assert found.source_probability == pytest.approx(0.9)
    assert found.content_probability == pytest.approx(0.9)
    assert found.probability == pytest.approx(0.72)


def test_without_a_source_the_probability_is_that_of_having_none(wait: Page) -> None:
    (found,) = decoded(wait, Told(wait.words("said"), content=wait.words("We will wait")))
    assert found.source == ()
    assert found.source_probability == pytest.approx(1)


def test_without_a_content_the_probability_is_nought(wait: Page) -> None:
    (found,) = decoded(wait, Told(wait.words("said"), source=wait.words("Ana Torr")))
    assert found.content == ()
    assert found.content_probability == found.probability == 0


def test_where_no_word_may_be_a_cue_the_roles_are_not_asked(wait: Page) -> None:
    tagger = FakeTagger(Told(wait.words("said"), 0.1, content=wait.words("We will wait")))
    assert decode(wait.window, tagger, Settings()) == []
    assert tagger.asked == []


def test_one_source_may_serve_two_cues() -> None:
    text = page("Ana Torr said the port was shut and warned that it would stay shut.")
    torr = text.words("Ana Torr")
    said = Told(text.words("said"), source=torr, content=text.words("the port was shut"))
    warned = Told(text.words("warned"), source=torr, content=text.words("that it would stay shut"))
    found = decoded(text, said, warned)
    assert [text.cut(one.source) for one in found] == ["Ana Torr"] * 2
    assert [text.cut(one.content) for one in found] == ["the port was shut", "that it would stay shut"]


def test_of_two_sources_the_one_with_the_surest_word_is_taken() -> None:
    text = page("Dahl of Holm said the port was shut, Brandt of the ministry told us.")
    brandt, surest = text.words("Brandt of the ministry"), text.words("Dahl")
    said = Told(text.words("said"), source=surest, content=text.words("the port was shut"), less_sure=brandt)
    (found,) = decoded(text, said)
    assert text.cut(found.source) == "Dahl"


def test_a_short_hole_in_a_source_is_filled() -> None:
    text = page("Ana Torr, 41, of Holm said the port was shut.")
    source = [*text.words("Ana Torr"), *text.words("41"), *text.words("of Holm")]
    (found,) = decoded(text, Told(text.words("said"), source=source, content=text.words("the port was shut")))
    assert text.cut(found.source) == "Ana Torr , 41 , of Holm"


def test_a_source_is_not_joined_over_its_cue() -> None:
    text = page("Not he said Ana Torr but they know that the port was shut.")
    torr, content = text.words("Ana Torr"), text.words("the port was shut")
    (found,) = decoded(text, Told(text.words("said"), source=torr, less_sure=text.words("he"), content=content))
    assert text.cut(found.source) == "Ana Torr"


def test_a_word_that_two_cues_claim_is_content_of_the_stronger_one() -> None:
    text = page("Torr said the port was shut, Dahl noted.")
    port = text.words("the port was shut")
    said = Told(text.words("said"), 0.9, source=text.words("Torr"), content=port)
    noted = Told(text.words("noted"), 0.4, source=text.words("Dahl"), content=port)
    first, second = decoded(text, said, noted)
    assert text.cut(first.content) == "the port was shut"
    assert text.cut(second.source) == "Dahl"
    assert second.content == ()


def test_a_cue_that_loses_most_of_its_words_has_no_content() -> None:
    text = page("Torr said the port was shut for good, Dahl noted.")
    said = Told(text.words("said"), 0.9, content=text.words("port was shut for"))
    noted = Told(text.words("noted"), 0.4, content=text.words("the port was shut for good"))
    first, second = decoded(text, said, noted)
    assert text.cut(first.content) == "port was shut for"
    assert second.content == ()


def test_a_long_passage_lost_to_a_stronger_cue_is_not_bridged_back() -> None:
    text = page("Torr noted that ships wait and said so again and again, for the port was shut.")
    said = Told(text.words("said"), 0.9, content=text.words("so again and again"))
    noted = Told(text.words("noted"), 0.4, content=range(2, len(text.window) - 1))
    first, second = decoded(text, noted, said)
    assert text.cut(second.content) == "so again and again"
    assert not set(first.content).intersection(second.content)


def test_a_word_that_a_cue_would_rather_have_as_its_source_is_left_to_the_other() -> None:
    text = page("Torr said the envoy warned of floods.")
    envoy = text.words("the envoy")
    warned = Told(text.words("warned"), 0.99, torn=envoy, content=text.words("of floods"))
    said = Told(text.words("said"), 0.4, content=[*envoy, *text.words("warned")], sure=0.6)
    first, second = decoded(text, said, warned)
    assert text.cut(first.content) == "the envoy warned"
    assert text.cut(second.source) == "the envoy"


def test_a_short_hole_in_a_content_is_filled_and_a_long_one_is_not() -> None:
    text = page("Torr said that the port and all of the bridges were shut.")
    content = [*text.words("that the port"), *text.words("all"), *text.words("bridges were shut")]
    (found,) = decoded(text, Told(text.words("said"), content=content))
    assert text.cut(found.content) == "that the port and all of the bridges were shut"
    (found,) = decoded(text, Told(text.words("said"), content=content), bridge=1)
    assert text.cut(found.content) == "that the port and all bridges were shut"


def test_a_content_goes_on_behind_its_cue_without_it(wait: Page) -> None:
    text = page("The port, he said, was shut.")
    content = [*text.words("The port"), *text.words("was shut")]
    (found,) = decoded(text, Told(text.words("said"), content=content), bridge=9)
    assert text.cut(found.content) == "The port was shut"


def test_a_content_is_not_joined_over_its_source() -> None:
    text = page("They wait — Torr — and see, he told us.")
    content = [*text.words("They wait"), *text.words("and see")]
    (found,) = decoded(text, Told(text.words("told"), source=text.words("Torr"), content=content), bridge=4)
    assert text.cut(found.content) == "They wait and see"


def test_a_cue_in_pieces_is_one_cue() -> None:
    text = page("Torr called the plan into question again.")
    into = text.words("into question")
    called = Told(text.words("called"), 0.9, source=text.words("Torr"), content=text.words("the plan"), piece=into)
    question = Told(into, 0.3, content=text.words("again"))
    (found,) = decoded(text, called, question)
    assert text.cut(found.cue) == "called into question"
    assert text.cut(found.content) == "the plan"


def test_a_piece_of_a_cue_takes_no_words_from_it() -> None:
    text = page("Torr called the plan into question again.")
    into, plan = text.words("into question"), text.words("the plan")
    called = Told(text.words("called"), 0.5, content=plan, piece=into, sure=0.6)
    question = Told(into, 0.4, content=plan, sure=0.99)
    (found,) = decoded(text, called, question)
    assert text.cut(found.content) == "the plan"


def test_a_further_piece_of_a_cue_is_not_bridged_into_the_content() -> None:
    text = page("Torr called the plan into question and the vote.")
    content = [*text.words("the plan"), *text.words("and the vote")]
    called = Told(text.words("called"), content=content, piece=text.words("into question"))
    (found,) = decoded(text, called)
    assert text.cut(found.content) == "the plan and the vote"


def test_a_cue_that_a_rule_sees_is_asked_too(wait: Page) -> None:
    said = wait.words("said")
    tagger = FakeTagger(Told(said, 0.05, source=wait.words("Ana Torr"), content=wait.words("We will wait")))
    (found,) = decode(wait.window, tagger, Settings(), [(said.start, said.stop)])
    assert wait.cut(found.source) == "Ana Torr"
    assert found.cue_probability == pytest.approx(0.05)


def test_a_rules_cue_that_shares_a_word_with_the_networks_is_not_asked_again(wait: Page) -> None:
    said = wait.words("said on")
    tagger = FakeTagger(Told(said, content=wait.words("We will wait")))
    asked = [(said.start, said.start + 1), (said.start + 1, said.stop + 1), (0, 1), (0, 2)]
    decode(wait.window, tagger, Settings(), asked)
    assert tagger.asked == [(0, 1), (said.start, said.stop)]


def test_cues_are_given_in_text_order(wait: Page) -> None:
    said, wait_for = Told(wait.words("said")), wait.words("wait")
    found = decoded(wait, said, also=[(wait_for.start, wait_for.stop)])
    assert [wait.cut(one.cue) for one in found] == ["wait", "said"]


def test_a_word_of_the_cue_is_never_its_source_or_content(wait: Page) -> None:
    said = wait.words("said")
    (found,) = decoded(wait, Told(said, source=wait.words("Torr said"), content=[*wait.words("We will"), *said]))
    assert wait.cut(found.source) == "Torr"
    assert wait.cut(found.content) == "We will"
