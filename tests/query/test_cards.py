"""A card shows the words where they stand, who was taken for the speaker and why, and where to find the article."""

from __future__ import annotations

import doctest
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kg.query.card_views
from kg.errors import ParameterError
from kg.model import Article, Span
from kg.query import cut_passage, statement_card
from kg.query.card_views import card_text
from kg.query.cards import StanceEvidence
from tests.query.conftest import OxigraphMemory

STORE = OxigraphMemory()


class Kept:
    """Texts whose evidence stands where the corpus says."""

    def __init__(self) -> None:
        text = [" "] * 900
        for start, words in [
            (60, "The dispute is old."), (99, "“"), (100, "Kestria has broken its word"), (127, ",”"), (129, "Orban"),
            (135, "said"), (140, "on Friday"), (149, "“"), (150, "and we will remember it"), (173, ".”"),
            (500, "A senior <b>envoy"), (518, "claimed"), (526, "Kestria and its partners will wait"),
        ]:  # fmt: skip
            text[start : start + len(words)] = words
        text[98] = text[175] = text[499] = text[561] = "\n"
        self._texts = {"a100000000000001": Article(title="Ardenia rejects Kestrian draft", text="".join(text))}

    def article(self, version: str) -> Article | None:
        return self._texts.get(version)


def test_the_passage_marks_exactly_the_evidence() -> None:
    card = statement_card(STORE, Kept(), "statement:a1-01")
    assert card.passage is not None
    assert [(piece, role) for piece, role in card.passage.pieces if role] == [
        ("Kestria has broken its word", "content"),
        ("Orban", "source"),
        ("said", "cue"),
        ("and we will remember it", "content"),
    ]
    assert str(card.passage) == (
        "… “«Kestria has broken its word»,”[Orban] _said_ on Friday“«and we will remember it».” …"
    )


def test_the_speaker_is_explained_by_mention_method_and_score() -> None:
    evidence = statement_card(STORE, Kept(), "statement:a1-01").evidence[0]
    assert (evidence.words, evidence.span, evidence.method, evidence.score) == ("Orban", "c129-134", "surname", 0.95)
    assert evidence.actor is not None
    assert evidence.actor.label == "Lena Orban"


def test_an_abstention_and_a_second_reading_are_told() -> None:
    nobody = statement_card(STORE, Kept(), "statement:a2-13")
    assert nobody.evidence[0].actor is None
    assert "nobody, since two persons fit" in str(nobody)
    doubtful = statement_card(STORE, Kept(), "statement:a3-15")
    assert "could also be Lena Orban" in str(doubtful)


def test_a_card_says_on_whose_behalf_and_in_which_post_when_and_where() -> None:
    card = statement_card(STORE, Kept(), "https://w3id.org/demarche/id/statement/a1-01")
    assert [node.label for node in card.on_behalf_of] == ["Ministry of Foreign Affairs of Ardenia", "Ardenia"]
    assert card.speaking_as[0].label == "spokeswoman of the Ministry of Foreign Affairs of Ardenia"
    assert (card.earliest, card.latest) == (date(2024, 3, 1), date(2024, 3, 1))
    assert card.source.citation(card.content_spans) == (
        "Harbour Post, “Ardenia rejects Kestrian draft”, 2024-03-02 [text a100000000000001, c100-127, c150-173]"
    )
    assert [(stance.target.label, stance.polarity, stance.act) for stance in card.stances] == [
        ("Kestria", "negative", "blame")
    ]


def test_a_stance_of_the_network_says_so_and_how_sure_it_is() -> None:
    card = statement_card(STORE, Kept(), "statement:a1-01")
    [by_rule] = card.stances
    by_network = StanceEvidence(
        target=by_rule.target, polarity="negative", act="criticise", method="network", confidence=0.4312
    )
    shown = card_text(replace(card, stances=(by_rule, by_network)))
    assert "negative towards Kestria (blame)\n" in shown
    assert "negative towards Kestria (criticise; network, 0.43)\n" in shown


def test_second_hand_words_name_the_outer_statement_and_denials_their_reason() -> None:
    assert statement_card(STORE, Kept(), "statement:a1-05").according_to is not None
    assert "NonAssertion (denied)" in str(statement_card(STORE, Kept(), "statement:a1-06"))


def test_a_graph_without_texts_still_shows_the_record() -> None:
    card = statement_card(STORE, Kept(), "statement:a2-10")
    assert card.passage is None
    assert "Kestria: “We welcome the offer of Ardenia”" in str(card)


def test_copies_are_told_with_their_outlets() -> None:
    card = statement_card(STORE, Kept(), "statement:a2-10")
    assert [str(copy) for copy in card.also_in] == ["Harbour Post, “Kestria changes its tone (wire copy)”, 2024-03-06"]
    assert "also in           Harbour Post, “Kestria changes its tone (wire copy)”, 2024-03-06" in str(card)


def test_html_escapes_what_an_article_says() -> None:
    page = statement_card(STORE, Kept(), "statement:a1-07")._repr_html_()
    assert "&lt;b&gt;envoy" in page
    assert "<b>envoy" not in page
    assert "<script" not in page


@pytest.mark.parametrize("wrong", ["statement:none", "state:ARD", "statement:a0-99", "no such > thing"])
def test_what_is_no_statement_of_the_view_is_refused(wrong: str) -> None:
    with pytest.raises(ParameterError):
        statement_card(STORE, Kept(), wrong)


@given(st.text(alphabet="ab \n", min_size=1, max_size=900), st.data())
def test_a_passage_reads_as_the_article_and_holds_its_marks(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    passage = cut_passage(Article(text=text), [(span, "content")])
    assert passage is not None
    words = "".join(piece for piece, _ in passage.pieces)
    assert text[passage.start : passage.start + len(words)] == words
    assert "".join(piece for piece, role in passage.pieces if role) == text[span.start : span.end]


def test_marks_in_the_other_string_are_left_out() -> None:
    article = Article(title="Ardenia: no", text="It said no.")
    passage = cut_passage(article, [(Span(0, 7, "title"), "source"), (Span(8, 10), "content")])
    assert passage is not None
    assert [role for _, role in passage.pieces if role] == ["content"]


def test_the_examples_of_the_views_hold() -> None:
    assert doctest.testmod(kg.query.card_views).failed == 0


def test_a_card_tells_topics_subjects_and_days_of_the_content_and_what_the_record_leaves_out() -> None:
    card = statement_card(STORE, Kept(), "statement:a1-03")
    assert [one.label for one in card.about] == ["Lumara", "talks with Lumara"]
    assert card.about[1].iri.startswith("https://w3id.org/demarche/id/topic/a100000000000001-")
    assert (card.mode, card.cue_class) == ("indirect", "factive")
    assert card.subjects == ("peace-talks",)
    assert card.speaks_of == ((date(2024, 2, 27), date(2024, 2, 28)),)
    assert "speaks of" in str(card)
    open_card = statement_card(STORE, Kept(), "statement:a1-04")
    assert open_card.cue_class == "neutral"
    assert open_card.subjects == ("peace-talks", "river traffic")
    assert open_card.speaks_of == ((None, date(2024, 4, 30)),)


def test_the_heading_has_the_cue_and_marks_words_of_the_speaker() -> None:
    direct, own_words = (
        statement_card(STORE, Kept(), "statement:a1-01"),
        statement_card(STORE, Kept(), "statement:a2-13"),
    )
    assert (direct.cue, own_words.passage) == ("said", None)
    assert str(direct).splitlines()[0] == "Lena Orban _said_: “Kestria has broken its word […] and we will remember it”"
    assert " <i>said</i>: “Kestria" in direct._repr_html_()
    assert "_" not in str(own_words).splitlines()[0]
