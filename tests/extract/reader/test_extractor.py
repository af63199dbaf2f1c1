"""What the reader promises for every text, whatever its weights know."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract.reader import ReaderExtractor
from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.model import Attribution, Span
    from kg.text import TextReader
    from tests.extract.conftest import Found

WAIT = '"We will wait," Minister Ana Torr said.'
STORY = """Torr said that the envoy had told reporters that the port was closed on Monday.

"We will wait," Minister Ana Torr said. "For now."

According to the ministry, two ports will open. Dahl called it "a farce" and vowed to return."""
PIECES = st.sampled_from(
    [
        *("Torr said ", "the envoy told reporters ", "“", "”", '"', "‘", "’", "it is over", ", ", ". ", "\n\n", ": "),
        *(" — ", "according to ", "Kestria", "accused Ardenia of ", "&quot;", "\u00ad", "\u200b", "\u200f", "\u202b"),
        *("👩\u200d🚀", "🇺🇳 ", "\r\n", "\r\n\r\n", "Zoe\u0308 ", "x\u0302", "adding that ", "he said", "“We wait,” "),
        *("By Nora Brandt", "Mr. Varo (Ardenia): ", "Q: ", "A: ", "did not say ", "?", "العربية ", "東京 "),
    ]
)


def _spans(one: Attribution) -> tuple[Span, ...]:
    spans = (*one.source, *one.cue, *one.content, *one.quotes, *one.addressee, *one.target, *one.when)
    return spans if one.medium is None else (*spans, one.medium)


def _check(article: Article, found: tuple[Attribution, ...]) -> None:
    for one in found:
        assert one.cue
        assert one.content
        assert 0 < one.confidence <= 1
        for span in _spans(one):
            string = article.text if span.string == "text" else article.title
            assert 0 <= span.start < span.end <= len(string)
            assert article.cut(span).strip()
        assert list(one.content) == sorted(one.content)
        assert all(before.end <= after.start for before, after in pairwise(one.content))
        assert one.outer is None or found[one.outer] is not one
        assert len({span.string for span in _spans(one)}) == 1


@pytest.fixture(scope="module")
def read(reader: TextReader, extractor: ReaderExtractor) -> Callable[..., tuple[Attribution, ...]]:
    """Reads a text (and a title), checks what holds for every attribution and gives them."""

    def run(text: str, title: str = "") -> tuple[Attribution, ...]:
        article = Article(text=text, title=title)
        found = extractor.extract(reader.read(article))
        _check(article, found)
        return found

    return run


def test_a_plain_quotation_has_its_source_cue_and_content(reader: TextReader, extractor: ReaderExtractor) -> None:
    article = Article(text=WAIT)
    (one,) = extractor.extract(reader.read(article))
    cut = [[article.cut(span) for span in spans] for spans in (one.source, one.cue, one.content)]
    assert cut == [["Minister Ana Torr"], ["said"], ["We will wait"]]


def test_name_and_version_tell_the_extractor_and_its_weights(extractor: ReaderExtractor) -> None:
    program, _, weights = extractor.version.partition("+")
    assert extractor.name == "reader"
    assert program.isdigit()
    assert len(weights) == 12
    assert set(weights) <= set("0123456789abcdef")


@pytest.mark.parametrize("text", ["", " ", "\r\n\r\n", "\u200b", "…", "👩\u200d🚀"])
def test_a_text_without_words_says_nothing(read: Callable[..., tuple[Attribution, ...]], text: str) -> None:
    assert read(text) == ()
    assert read(text, text) == ()


def test_a_title_alone_is_read(read: Callable[..., tuple[Attribution, ...]]) -> None:
    found = read("", WAIT)
    assert {span.string for one in found for span in _spans(one)} == {"title"}


def test_the_title_comes_before_the_text_and_shifts_no_link(read: Callable[..., tuple[Attribution, ...]]) -> None:
    alone = read(STORY)
    both = read(STORY, WAIT)
    title = [one for one in both if one.cue[0].string == "title"]
    assert list(both[: len(title)]) == title
    shifted = [None if one.outer is None else one.outer + len(title) for one in alone]
    assert [one.outer for one in both[len(title) :]] == shifted


def test_attributions_come_in_text_order(read: Callable[..., tuple[Attribution, ...]]) -> None:
    cues = [one.cue[0].start for one in read(STORY)]
    assert len(cues) > 3
    assert cues == sorted(cues)


def test_the_same_text_gives_the_same_whatever_was_read_before(reader: TextReader, extractor: ReaderExtractor) -> None:
    texts = [WAIT, STORY, STORY + "\n\n" + WAIT, "“" * 50, STORY.replace("Torr", "Brandt")]
    annotated = [reader.read(Article(text=text)) for text in texts]
    first = [ReaderExtractor().extract(text) for text in annotated]
    assert [extractor.extract(text) for text in annotated] == first
    assert [extractor.extract(text) for text in reversed(annotated)] == first[::-1]
    assert [extractor.extract(reader.read(Article(text=text))) for text in texts] == first


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=25), title=st.lists(PIECES, max_size=6))
def test_any_text_gives_spans_that_cut_it(
    read: Callable[..., tuple[Attribution, ...]], pieces: list[str], title: list[str]
) -> None:
    read("".join(pieces), "".join(title))


@pytest.mark.parametrize(
    ("source", "quoted"),
    [
        ("Zoe\u0308 Brandt", "We wait 👩\u200d🚀 here"),
        ("\u200fAna Torr\u200f", "We \u202bwill\u202c wait"),
        ("Ana\u00ad Torr", "We will\u200b wait"),
        ("Ana Torr", "We will &amp; wait"),
        ("Ana <b>Torr</b>", "We will wait"),
    ],
)
@pytest.mark.parametrize("break_", ["\n\n", "\r\n\r\n", "\r\n"])
def test_odd_characters_shift_no_span(
    reader: TextReader, extractor: ReaderExtractor, source: str, quoted: str, break_: str
) -> None:
    before = f"The port 🇺🇳 was shut.\u200b It is cold.{break_}"
    article = Article(text=f"{before}“{quoted},” Minister {source} said on Monday.{break_}It is cold.")
    found = extractor.extract(reader.read(article))
    _check(article, found)
    (one,) = [one for one in found if article.cut(one.cue[0]) == "said"]
    assert [article.cut(span) for span in one.content] == [quoted]
    assert [article.cut(span).strip("\u200f") for span in one.source] == ["Minister " + source.rstrip("\u200f")]


def test_one_very_long_paragraph_is_read_to_its_end(reader: TextReader, extractor: ReaderExtractor) -> None:
    line = "The envoy said the bridge was open on Monday, and nobody crossed it. "
    article = Article(text=line * (30_000 // len(line) + 1))
    found = extractor.extract(reader.read(article))
    _check(article, found)
    assert found[-1].cue[0].start > 0.9 * len(article.text)
    assert len(found) > 300


def test_hundreds_of_marks_without_words_say_nothing(read: Callable[..., tuple[Attribution, ...]]) -> None:
    assert read("“" * 200) == ()
    assert read('"' * 200) == ()
    read("“he said ‘" * 100)


def test_a_question_of_an_interview_says_nothing(read: Callable[..., tuple[Attribution, ...]]) -> None:
    text = (
        "Q: Do you wait?\n\nMINISTER TORR: We do.\n\n"
        "Q: Prime Minister Dahl told reporters “we will never sign.” Do you agree?\n\nMINISTER TORR: We do not agree."
    )
    assert [one.rule for one in read(text)] == ["turn", "turn"]


def test_what_others_said_inside_a_turn_is_told_apart_from_it(read: Callable[..., tuple[Attribution, ...]]) -> None:
    turn, inner = read("Mr. Varo (Ardenia): We thank you. The minister of Kestria said that the port is closed.")
    assert (turn.rule, turn.outer, inner.outer) == ("turn", None, 0)


def test_second_hand_words_point_to_the_outer_ones(
    read: Callable[..., tuple[Attribution, ...]], extract: Callable[..., list[Found]]
) -> None:
    text = "Torr said that the envoy had told reporters that the port was closed."
    outer, inner = read(text)
    assert (outer.outer, inner.outer) == (None, 0)
    assert inner.content == extract(text)[1].attribution.content
