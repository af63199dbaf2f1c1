"""brat's stand-off."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kg.errors import ArticleError
from kg.extract.annotations import AnnotatedArticle, read_annotations
from kg.extract.annotations.formats.brat import TYPES_FILE
from kg.model import Kind, Span, Why
from tests.extract.annotations.made import TEXT, place, read_one, refusal, told

if TYPE_CHECKING:
    from pathlib import Path

HARROW = (["Ilse Harrow"], ["said"], ["the ferries would stop"])
DENIAL = (["Valdoria"], ["denied"], ["it had closed the channel"])


def entity(name: str, type: str, *pieces: str, text: str = TEXT) -> str:
    offsets = ";".join("{} {}".format(*place(piece, text)) for piece in pieces)
    return f"{name}\t{type} {offsets}\t{' '.join(pieces)}"


TRIO = [
    entity("T1", "Source", "Ilse Harrow"),
    entity("T2", "Cue", "said"),
    entity("T3", "Content", "the ferries would stop"),
]
OTHERS = [
    entity("T4", "Source", "Valdoria"),
    entity("T5", "Cue", "denied"),
    entity("T6", "Content", "it had closed the channel"),
]


def annotated(folder: Path, *lines: str, text: str = TEXT, mark: bytes = b"") -> Path:
    (folder / "ferries.txt").write_bytes(mark + text.encode())
    (folder / "ferries.ann").write_bytes("".join(line + "\n" for line in lines).encode())
    return folder


@pytest.mark.parametrize(
    "links",
    [
        ["E1\tCue:T2 Source:T1 Content:T3"],
        ["E1\tAttribution:T2 Source:T1 Content:T3"],
        ["E1\tAttribution:T3 Source1:T1 Cue:T2 Content2:T3"],
        ["E1\tAttribution:T2 Arg1:T1 Arg2:T3"],
        ["R1\tSays Arg1:T1 Arg2:T2", "R2\tHas-content Arg1:T2 Arg2:T3\t"],
        ["R1\tSays Arg1:T1 Arg2:T3", "R2\tCued Arg1:T3 Arg2:T2"],
        ["E1\tCue:T2 Content:T3 Source:T1", "#1\tAnnotatorNotes E1\tsure", "*\tAlias T1 T2", "N1\tReference T1 x:1\tH"],
    ],
)
def test_events_and_relations_link_source_cue_and_content(tmp_path: Path, links: list[str]) -> None:
    one = read_one(annotated(tmp_path, *TRIO, *links))
    assert told(one) == [HARROW]
    assert (one.article.id, one.article.text, one.attributions[0].rule) == ("ferries", TEXT, "brat")


def test_one_source_may_serve_several_cues_and_a_content_may_have_pieces(tmp_path: Path) -> None:
    lines = [
        entity("T1", "Speaker", "Ilse Harrow"), entity("T2", "Cue", "said"),
        entity("T3", "Quote", "the ferries would stop"), entity("T4", "Cue", "told"),
        entity("T5", "Quote", "We waited", "a year"), entity("T6", "Quote", "reporters"),
        "R1\tBy Arg1:T2 Arg2:T1", "R2\tBy Arg1:T4 Arg2:T1", "R3\tOf Arg1:T2 Arg2:T3", "R4\tOf Arg1:T4 Arg2:T5",
        "R5\tGoes-on Arg1:T5 Arg2:T6",
    ]  # fmt: skip
    assert told(read_one(annotated(tmp_path, *lines))) == [
        HARROW,
        (["Ilse Harrow"], ["told"], ["We waited a year", "reporters"]),
    ]


def test_a_content_with_a_source_and_no_cue_is_an_attribution_and_one_without_a_source_too(tmp_path: Path) -> None:
    lines = [*TRIO[::2], OTHERS[2], "R1\tBy Arg1:T3 Arg2:T1", "E1\tAttribution:T6 Content:T6"]
    assert told(read_one(annotated(tmp_path, *lines))) == [
        (["Ilse Harrow"], [], ["the ferries would stop"]),
        ([], [], ["it had closed the channel"]),
    ]


def test_attributes_tell_kind_and_why(tmp_path: Path) -> None:
    lines = [*TRIO, *OTHERS, "E1\tCue:T2 Source:T1 Content:T3", "E2\tCue:T5 Source:T4 Content:T6"]
    one = read_one(annotated(tmp_path, *lines, "A1\tKind E1 Attitude", "A2\tDenied E2"))
    assert [(found.kind, found.why) for found in one.attributions] == [
        (Kind.ATTITUDE, None), (Kind.NON_ASSERTION, Why.DENIED)
    ]  # fmt: skip
    assert one.unmarked == frozenset()


def test_a_project_may_have_names_of_its_own(tmp_path: Path) -> None:
    lines = [
        entity("T1", "Sprecher", "Ilse Harrow"), entity("T2", "Verb_des_Sagens", "said"),
        entity("T3", "Source", "the ferries would stop"), "R1\tx Arg1:T1 Arg2:T2", "R2\tx Arg1:T2 Arg2:T3",
    ]  # fmt: skip
    folder = annotated(tmp_path, *lines)
    (folder / TYPES_FILE).write_text(
        json.dumps({"source": ["Sprecher"], "cue": ["Verb_des_Sagens"], "content": ["Source"]}), "utf-8"
    )
    assert told(read_one(folder)) == [HARROW]
    (folder / TYPES_FILE).write_text('{"source": "Sprecher"}', "utf-8")
    assert TYPES_FILE in refusal(folder)


def test_pieces_that_brat_cut_at_a_line_end_are_one_again(tmp_path: Path) -> None:
    text = "Torr said the gates\r\nare open."
    content = entity("T3", "Content", "the gates", "are open", text=text)
    lines = [entity("T1", "Source", "Torr", text=text), entity("T2", "Cue", "said", text=text), content]
    one = read_one(annotated(tmp_path, *lines, "E1\tCue:T2 Source:T1 Content:T3", text=text))
    assert one.attributions[0].content == (Span(*place("the gates\r\nare open", text)),)


def test_words_with_a_raw_line_end_go_on_in_the_next_line(tmp_path: Path) -> None:
    text = "Torr said the gates\nare open."
    start, end = place("the gates\nare open", text)
    lines = [
        entity("T1", "Source", "Torr", text=text), entity("T2", "Cue", "said", text=text),
        f"T3\tContent {start} {end}\tthe gates\nare open", "E1\tCue:T2 Source:T1 Content:T3",
    ]  # fmt: skip
    assert told(read_one(annotated(tmp_path, *lines, text=text))) == [(["Torr"], ["said"], ["the gates\nare open"])]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-8", "mark", "no returns"])
def test_offsets_in_other_units_are_understood_by_the_words(tmp_path: Path, encoding: str) -> None:
    text = "The 🚢 left.\r\nTorr said the gates are open."

    def unit(offset: int) -> int:
        before = text[:offset]
        if encoding == "mark":
            return offset + 1
        if encoding == "no returns":
            return len(before.replace("\r\n", "\n"))
        return len(before.encode(encoding)) // (2 if encoding == "utf-16-le" else 1)

    def line(name: str, type: str, words: str) -> str:
        start, end = place(words, text)
        return f"{name}\t{type} {unit(start)} {unit(end)}\t{words}"

    lines = [line("T1", "Source", "Torr"), line("T2", "Cue", "said"), line("T3", "Content", "the gates are open")]
    mark = b"\xef\xbb\xbf" if encoding == "mark" else b""
    one = read_one(annotated(tmp_path, *lines, "E1\tCue:T2 Source:T1 Content:T3", text=text, mark=mark))
    assert told(one) == [(["Torr"], ["said"], ["the gates are open"])]
    assert one.article.text == text


def test_an_empty_file_says_that_nothing_was_marked(tmp_path: Path) -> None:
    assert read_one(annotated(tmp_path)).attributions == ()


def test_publisher_and_date_come_from_the_file_beside_the_text(tmp_path: Path) -> None:
    folder = annotated(tmp_path, *TRIO, "E1\tCue:T2 Source:T1 Content:T3")
    (folder / "ferries.meta.json").write_text('{"published": "2025-05-06", "publisher": "Courier"}', "utf-8")
    article = read_one(folder).article
    assert (article.published, article.publisher, article.date_source) == ("2025-05-06", "Courier", "sidecar")


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["T1\tSource 0 999\tNorland"], "no usual way of counting"),
        (["T1\tSource 0 7\tValdoria"], "'Norland' at 0"),
        (["T1\tSource 5 5\t"], "holds no character"),
        (["T1\tSource five six\tx"], "an entity should read"),
        (["T1\tSource 0 99999999999999999999\tx"], "an entity should read"),
        (TRIO, "nothing links a source to a content (types: Content, Cue, Source)"),
        ([*TRIO, "E1\tCue:T9 Source:T1"], "trigger T9"),
        ([*TRIO, "E1\tCue:T2 Source:T9"], "points to T9"),
        ([*TRIO, "E1\tCue:T2 Source"], "an event should read"),
        ([*TRIO, "R1\tSays Arg1:T1 Arg2:T9"], "points to T9"),
        ([*TRIO, "R1\tSays T1 T2"], "a relation should read"),
        ([entity("T1", "Person", "Ilse Harrow")], "types: Person"),
        (["T1\tSource 0 999", "T2\tContent 0 4", "R1\tx a:T1 b:T2"], "reaches beyond the text"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_reason(tmp_path: Path, lines: list[str], words: str) -> None:
    assert words in refusal(annotated(tmp_path, *lines))


def test_one_broken_document_does_not_stop_the_others(tmp_path: Path) -> None:
    folder = annotated(tmp_path, *TRIO, "E1\tCue:T2 Source:T1 Content:T3")
    (folder / "alone.ann").write_text("T1\tSource 0 4\tTorr\n", "utf-8")
    (folder / "binary.ann").write_bytes(b"\x00\x01\x02" * 50)
    (folder / "binary.txt").write_text("Words.", "utf-8")
    found = list(read_annotations(folder))
    assert [type(one) is AnnotatedArticle for one in found] == [False, False, True]
    assert isinstance(found[0], ArticleError)
    assert "alone.txt: there is no such file" in str(found[0])


def test_events_that_point_to_each_other_end(tmp_path: Path) -> None:
    chain = [f"E{n}\tCue:T2 Content:E{n + 1} Content:E{n + 1}" for n in range(1, 40)]
    one = read_one(annotated(tmp_path, *TRIO, *chain, "E40\tCue:T2 Source:T1 Content:T3 Content:E1"))
    assert len(one.attributions) == 40
