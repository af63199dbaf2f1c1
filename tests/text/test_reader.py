"""Whole articles, read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from threadpoolctl import threadpool_info, threadpool_limits

from kg.model import Article, Span
from kg.text.reader import parser_pieces

if TYPE_CHECKING:
    from kg.text import TextReader


def test_spans_cut_the_article_as_it_was_decoded(reader: TextReader) -> None:
    article = Article(
        title="Envoy lands", text="“The\u00a0sea is open,” said Am\u00adbassador Yusuf Torr 🚢. Torr left."
    )
    text = reader.read(article).text
    start = text.shadow.string.index("Ambassador")
    assert article.cut(text.span(start, start + len("Ambassador"))) == "Am\u00adbassador"
    assert text.locate(text.span(start, start + 10)) == (start, start + 10)


def test_sentences_and_paragraphs_are_found_by_offset(reader: TextReader) -> None:
    text = reader.read(Article(text="Torr left. Brand stayed.\n\nNobody spoke.")).text
    assert [text.sentence_at(place) for place in (0, 12, 30)] == [0, 1, 2]
    assert [text.paragraph_at(place) for place in (0, 12, 25, 30)] == [0, 0, None, 1]


def test_names_are_carried_to_sentences_that_show_nothing_new(reader: TextReader) -> None:
    text = reader.read(
        Article(text="Foreign Minister Elena Marlow arrived in Paris. The next day Elena Marlow left Paris.")
    ).text
    found = [text.shadow.string[e.start : e.end] for e in text.entities if e.label == "PERSON"]
    assert found == ["Elena Marlow", "Elena Marlow"]


def test_nothing_is_read_in_tails_and_datelines(reader: TextReader) -> None:
    text = reader.read(Article(text="LODRA — The bill passed.\n\n© Example Wire. All rights reserved.")).text
    assert [text.paragraphs[p.paragraph].role for p in text.parses] == ["body"]


def test_an_empty_title_and_marks_alone_are_no_trouble(reader: TextReader) -> None:
    assert reader.read(Article(text="“” … —")).text.parses == ()


def test_both_strings_say_which_one_they_are(reader: TextReader) -> None:
    read = reader.read(Article(title="Torr: no deal", text="Torr left."))
    assert read.title.span(0, 4) == Span(0, 4, "title")
    assert read.string_of(Span(0, 4, "title")) is read.title


def test_long_paragraphs_reach_the_parser_in_pieces_cut_after_sentences() -> None:
    text = "The bridge was open. " * 2_000
    pieces = list(parser_pieces(text, 0, len(text)))
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(text[start:end].startswith("The") and end - start <= 5_000 for start, end in pieces)
    assert list(parser_pieces("x" * 12_000, 0, 12_000))[-1] == (10_000, 12_000)


def test_tokens_are_those_of_the_parser(reader: TextReader) -> None:
    article = Article(
        title="Envoys  meet", text='Torr didn’t go to the U.N. "It’s\tover," he said.  \n\nBrand stayed 🚢, twice. Why?'
    )
    text = reader.read(article)
    for parse in (*text.title.parses, *text.text.parses):
        tokens, doc = parse.tokens, parse.doc
        assert tokens.words == [token.text for token in doc]
        assert tokens.tag == [token.tag_ or "_" for token in doc]
        assert tokens.dep == [token.dep_ for token in doc]
        assert tokens.head == [token.head.i for token in doc]
        assert tokens.start == [parse.offset + token.idx for token in doc]
        assert tokens.end == [parse.offset + token.idx + len(token) for token in doc]
        assert tokens.sentences == [(sentence.start, sentence.end) for sentence in doc.sents]


def test_a_sentence_is_recognised_as_the_parser_would_hand_it_over(reader: TextReader) -> None:
    told = "Torr can't leave the U.N. today.  Mr. Brand of Norland Rail met the Estmark envoy in Holm."
    read = reader.read(Article(text=told)).text
    recogniser = reader._language.get_pipe("ner")
    alone = [sentence.as_doc() for parse in read.parses for sentence in parse.doc.sents]
    starts = [start for start, _ in read.sentences]
    expected = {
        (start + entity.start_char, start + entity.end_char, entity.label_)
        for start, doc in zip(starts, map(recogniser, alone), strict=True)
        for entity in doc.ents
    }
    assert expected
    assert {(entity.start, entity.end, entity.label) for entity in read.entities} <= expected


def test_reading_leaves_the_threads_of_numpy_as_they_were(reader: TextReader) -> None:
    reader.read(Article(text="Torr left."))
    with threadpool_limits(limits=2, user_api="blas"):
        before = [pool["num_threads"] for pool in threadpool_info()]
        reader.read(Article(text="Brand stayed."))
        assert [pool["num_threads"] for pool in threadpool_info()] == before
