"""Attributions carried over to another wording of their article."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.annotations.moving import moved
from kg.extract.annotations.records import spans_of
from kg.model import Article, Attribution, Span
from tests.extract.annotations.made import TEXT, place

MADE = Attribution(
    source=(Span(*place("Ilse Harrow")),),
    cue=(Span(*place("said")),),
    content=(Span(*place("the ferries would stop")),),
    medium=Span(*place("harbour minister")),
    rule="brat",
)
PIECES = st.sampled_from(["Brava. ", "🚢", "e\u0301", "\r\n", "\u00ad", " ", "said ", "Ilse ", "“", "\n\n"])


def carried(text: str, title: str = "", annotated: str = TEXT, *attributions: Attribution) -> Attribution | None:
    (first, *_) = moved(attributions or (MADE,), Article(text=annotated), Article(text=text, title=title))
    return first


def words(attribution: Attribution, article: Article) -> list[list[str]]:
    return [article.cut(span).split() for span in spans_of(attribution)]


EXPECTED = words(MADE, Article(text=TEXT))


@given(st.lists(PIECES, max_size=8).map("".join), st.lists(PIECES, max_size=8).map("".join))
def test_what_was_put_before_and_behind_does_not_matter(before: str, behind: str) -> None:
    text = before + TEXT + behind
    found = carried(text)
    assert found is not None
    assert words(found, Article(text=text)) == EXPECTED
    back = carried(TEXT, "", text, found)
    assert back is not None
    assert words(back, Article(text=TEXT)) == EXPECTED


@given(st.sampled_from(["\r\n", "\u00a0", "  ", "\n \t"]), st.text(max_size=20))
def test_other_blanks_and_other_words_around_do_not_matter(blank: str, behind: str) -> None:
    text = "Norland’s harbour minister, Ilse Harrow, said the ferries would stop.".replace(" ", blank) + behind
    found = carried(text)
    if text.count("minister") == 1:
        assert found is not None
        assert words(found, Article(text=text)) == EXPECTED


def test_what_stands_there_twice_is_left_out() -> None:
    assert carried(TEXT + TEXT) is None


def test_what_was_changed_is_left_out_and_the_rest_is_kept() -> None:
    other = replace(MADE, source=(Span(*place("Valdoria")),), cue=(Span(*place("denied")),), medium=None,
                    content=(Span(*place("it had closed the channel")),))  # fmt: skip
    text = TEXT.replace("would stop", "would go on")
    first, second = moved((MADE, other), Article(text=TEXT), Article(text=text))
    assert first is None
    assert second is not None
    assert words(second, Article(text=text)) == words(other, Article(text=TEXT))


def test_what_was_cut_off_with_the_title_is_found_in_the_title() -> None:
    headline = "Harrow: ferries to stop"
    annotated = f"{headline}\n\n{TEXT}"
    in_title = Attribution(source=(Span(0, 6),), cue=(), content=(Span(8, 23),), rule="brat")
    found = carried(TEXT, headline, annotated, in_title)
    assert found is not None
    assert found.content == (Span(8, 23, "title"),)
    assert carried(TEXT, "", annotated, in_title) is None


def test_attributions_of_the_title_need_the_same_title() -> None:
    in_title = replace(MADE, source=(), cue=(), content=(Span(0, 4, "title"),), medium=None)
    article = Article(text="Other words.", title="Stop it")
    assert moved((in_title,), Article(text=TEXT, title="Stop it"), article) == (in_title,)
    assert moved((in_title,), Article(text=TEXT, title="Stop!"), article) == (None,)
