"""Recorded attributions become complete ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.annotations.completing import completed
from kg.model import Article, Attribution, Kind, Mode, Span, Why

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.text import TextReader

Trio = tuple[str, str, str]
Complete = "Callable[..., list[tuple[Attribution, Article]]]"


def marked(text: str, source: str, cue: str, content: str, **others: object) -> Attribution:
    def spans(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),) if words else ()

    fields: dict[str, object] = {"source": spans(source), "cue": spans(cue), "content": spans(content), "rule": "brat"}
    return Attribution(**{**fields, **others})  # type: ignore[arg-type]


@pytest.fixture
def complete(reader: TextReader) -> Callable[..., tuple[Attribution, ...]]:
    """Completes attributions that are given as words, or made already; all bare and without a kind."""

    def run(text: str, *trios: Trio | Attribution, kinds: bool = False) -> tuple[Attribution, ...]:
        recorded = [trio if isinstance(trio, Attribution) else marked(text, *trio) for trio in trios]
        numbers = frozenset(range(len(recorded)))
        return completed(reader.read(Article(text=text)), recorded, frozenset() if kinds else numbers, numbers)

    return run


@pytest.mark.parametrize(
    ("text", "trio", "kind", "why"),
    [
        ("Torr said the gates are open.", ("Torr", "said", "the gates are open"), Kind.STATEMENT, None),
        ("Torr denied that they closed.", ("Torr", "denied", "they closed"), Kind.NON_ASSERTION, Why.DENIED),
        ("Torr did not say who fired.", ("Torr", "did not say", "who fired"), Kind.NON_ASSERTION, Why.NOT_SAID),
        ("Torr declined to say who fired.", ("Torr", "declined to say", "who fired"), Kind.NON_ASSERTION, Why.NOT_SAID),
        ("Torr would say that it is over.", ("Torr", "would say", "it is over"), Kind.NON_ASSERTION, Why.HYPOTHETICAL),
        ("Torr believes that it is over.", ("Torr", "believes", "it is over"), Kind.ATTITUDE, None),
        ("Torr's denial that he fired stood.", ("Torr", "denial", "he fired"), Kind.NON_ASSERTION, Why.DENIED),
        ("Torr's hope that it ends is known.", ("Torr", "hope", "it ends"), Kind.ATTITUDE, None),
        ("According to Torr, it is over.", ("Torr", "According to", "it is over"), Kind.STATEMENT, None),
        ("Torr never shrugged it off.", ("Torr", "never shrugged", "it off"), Kind.NON_ASSERTION, Why.NOT_SAID),
        ("Torr: it is over.", ("Torr", "", "it is over"), Kind.STATEMENT, None),
    ],
)  # fmt: skip
def test_the_cue_tells_the_kind_where_the_file_does_not(
    complete: Callable[..., tuple[Attribution, ...]], text: str, trio: Trio, kind: Kind, why: Why | None
) -> None:
    (found,) = complete(text, trio)
    assert (found.kind, found.why) == (kind, why)


def test_the_kind_of_the_file_stands_whatever_the_cue_says(complete: Callable[..., tuple[Attribution, ...]]) -> None:
    text = "Torr denied that they closed."
    (found,) = complete(text, ("Torr", "denied", "they closed"), kinds=True)
    assert found.kind is Kind.STATEMENT


def test_a_reason_makes_a_non_assertion_and_a_non_assertion_gets_a_reason(
    complete: Callable[..., tuple[Attribution, ...]],
) -> None:
    text = "Torr said so. Holm denied it. Brava spoke of rain."
    (first, second, third) = complete(
        text,
        marked(text, "Torr", "said", "so", why=Why.DENIED),
        marked(text, "Holm", "denied", "it", kind=Kind.NON_ASSERTION),
        marked(text, "Brava", "spoke", "rain", kind=Kind.NON_ASSERTION),
        kinds=True,
    )
    assert (first.kind, first.why) == (Kind.NON_ASSERTION, Why.DENIED)
    assert second.why is Why.DENIED
    assert third.why is Why.HYPOTHETICAL


@pytest.mark.parametrize(
    ("text", "content", "mode", "quotes", "kept"),
    [
        ("Torr said the gates are open.", "the gates are open.", Mode.INDIRECT, [], "the gates are open"),
        ("“We wait,” Torr said.", "“We wait,”", Mode.DIRECT, ["We wait"], "We wait"),
        ("Torr said it is “over” now.", "it is “over” now", Mode.MIXED, ["over"], "it is “over” now"),
        ("Torr said: &quot;We wait&quot;.", "&quot;We wait&quot;", Mode.DIRECT, ["We wait"], "We wait"),
    ],
)
def test_mode_and_quotes_come_from_the_marks_and_edges_are_trimmed(
    complete: Callable[..., tuple[Attribution, ...]], text: str, content: str, mode: Mode, quotes: list[str], kept: str
) -> None:
    (found,) = complete(text, ("Torr", "said", content))
    article = Article(text=text)
    assert (found.mode, [article.cut(span) for span in found.quotes]) == (mode, quotes)
    assert [article.cut(span) for span in found.content] == [kept]


def test_a_mode_that_the_words_contradict_is_put_right(complete: Callable[..., tuple[Attribution, ...]]) -> None:
    text = "Torr said it is over."
    (mixed,) = complete(text, marked(text, "Torr", "said", "it is over", mode=Mode.MIXED))
    (direct,) = complete(text, marked(text, "Torr", "said", "it is over", mode=Mode.DIRECT))
    assert (mixed.mode, direct.mode) == (Mode.INDIRECT, Mode.DIRECT)


def test_time_medium_addressee_and_target_are_read_beside_the_cue(
    complete: Callable[..., tuple[Attribution, ...]],
) -> None:
    text = "Torr told reporters on Monday that it is over. Holm accused Brava of piracy."
    first, second = complete(text, ("Torr", "told", "it is over"), ("Holm", "accused", "piracy"))
    article = Article(text=text)
    assert [article.cut(span) for span in (*first.addressee, *first.when)] == ["reporters", "on Monday"]
    assert [article.cut(span) for span in second.target] == ["Brava"]
    assert (first.cue_lemma, second.cue_lemma) == ("tell", "accuse")


def test_a_missing_source_stays_missing(complete: Callable[..., tuple[Attribution, ...]]) -> None:
    (found,) = complete("Torr said it is over.", ("", "said", "it is over"))
    assert found.source == ()


def test_an_attribution_inside_another_is_second_hand(complete: Callable[..., tuple[Attribution, ...]]) -> None:
    text = "Torr said that Holm had warned that the gates are weak."
    outer, inner = complete(
        text, ("Holm", "warned", "the gates are weak"), ("Torr", "said", "Holm had warned that the gates are weak")
    )
    assert (outer.kind, outer.outer) == (Kind.STATEMENT, None)
    assert (inner.kind, inner.outer) == (Kind.SECOND_HAND, 0)


def test_what_somebody_told_who_is_not_recorded_is_left_out_with_all_in_it(
    complete: Callable[..., tuple[Attribution, ...]],
) -> None:
    text = "Torr said that Holm had warned that Brava feared rain."
    teller = marked(text, "Torr", "said", "")
    told = marked(text, "Holm", "warned", "Brava feared rain", outer=0)
    in_it = marked(text, "Brava", "feared", "rain", outer=1, kind=Kind.ATTITUDE)
    hearsay = marked(text, "Torr", "said", "that", kind=Kind.SECOND_HAND)
    assert complete(text, teller, told, in_it, hearsay, kinds=True) == ()


def test_statements_with_a_teller_count_as_second_hand_whatever_the_file_says(
    complete: Callable[..., tuple[Attribution, ...]],
) -> None:
    text = "Torr said Holm warned of rain."
    found = complete(
        text, marked(text, "Torr", "said", "Holm warned of rain"), marked(text, "Holm", "warned", "rain", outer=0),
        kinds=True,
    )  # fmt: skip
    assert [one.kind for one in found] == [Kind.STATEMENT, Kind.SECOND_HAND]


def test_contents_that_hold_each_others_cues_make_no_circle(complete: Callable[..., tuple[Attribution, ...]]) -> None:
    text = "Torr said that Holm warned of rain and storms today."
    found = complete(
        text, ("Torr", "said", text[:-1]), ("Holm", "warned", text[:-1]), ("", "warned", "said that Holm warned")
    )
    assert all(one.outer is None or found[one.outer].outer != number for number, one in enumerate(found))


def test_doubles_and_what_marks_no_content_are_left_out(complete: Callable[..., tuple[Attribution, ...]]) -> None:
    text = "Torr said it is over.\u200b ..."
    trio = ("Torr", "said", "it is over")
    assert (
        len(complete(text, trio, trio, ("Torr", "said", ""), ("Torr", "said", "\u200b"), ("Torr", "said", "..."))) == 1
    )


def test_attributions_come_in_the_order_of_the_text_with_the_title_first(reader: TextReader) -> None:
    article = Article(text="Torr said no. Holm said yes.", title="Torr: no")
    late = marked(article.text, "Holm", "said", "yes")
    early = marked(article.text, "Torr", "said", "no")
    title = Attribution(source=(), cue=(), content=(Span(6, 8, "title"),), rule="jsonl")
    found = completed(reader.read(article), [late, early, title, None], frozenset(), frozenset(range(3)))
    assert [(one.content[0].string, article.cut(one.content[0])) for one in found] == [
        ("title", "no"), ("text", "no"), ("text", "yes")
    ]  # fmt: skip
