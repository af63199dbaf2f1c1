"""Broken, odd and long texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract.rules import RulesExtractor
from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.text import TextReader
    from tests.extract.conftest import Found

PIECES = st.sampled_from(
    [
        *(
            "Torr said ",
            "the envoy told reporters ",
            "“",
            "”",
            '"',
            "‘",
            "’",
            "it is over",
            ", ",
            ". ",
            "\n\n",
            ": ",
            " — ",
        ),
        *(
            "according to ",
            "Kestria",
            "accused Ardenia of ",
            "&quot;",
            "\u00ad",
            "\u200b",
            "👩‍🚀",
            "\r\n",
            "adding that ",
            "and ",
        ),
        *(
            "he said",
            "“We wait,” ",
            "in a statement ",
            "By Nora Brandt",
            "Mr. Varo: ",
            "claims that ",
            "did not say ",
            "?",
            ";",
        ),
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=25))
def test_any_text_gives_spans_that_cut_it(reader: TextReader, pieces: list[str]) -> None:
    article = Article(text="".join(pieces))
    found = RulesExtractor().extract(reader.read(article))
    for one in found:
        spans = (*one.source, *one.cue, *one.content, *one.quotes, *one.addressee, *one.target, *one.when)
        assert one.cue
        assert one.content
        assert all(article.cut(span).strip() and span.end <= len(article.text) for span in spans)
        assert list(one.content) == sorted(one.content)
        assert one.outer is None or found[one.outer].content


def test_a_very_long_line_is_read_to_its_end(extract: Callable[..., list[Found]]) -> None:
    found = extract("The envoy said the bridge was open. " * 600)
    assert len(found) == 600
    assert {one.content for one in found} == {"the bridge was open"}


def test_hundreds_of_marks_without_words_say_nothing(extract: Callable[..., list[Found]]) -> None:
    assert extract("“" * 20_000) == []
    assert extract("“he said ‘" * 200) is not None


def test_words_quoted_in_an_opening_participle_belong_to_it(extract: Callable[..., list[Found]]) -> None:
    text = "Highlighting the harm of the drought, made worse by “blockades,” the ministry pointed out a lack of seed."
    first, second = extract(text)
    assert first.content.startswith("the harm of the drought, made worse by “blockades")
    assert (second.source, second.content) == ("the ministry", "a lack of seed")
