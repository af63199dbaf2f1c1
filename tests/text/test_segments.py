"""Paragraphs and what they are."""

from __future__ import annotations

import pytest

from kg.text.segments import cut_paragraphs
from kg.text.turns import turn_label


def roles(text: str) -> list[tuple[str, str]]:
    return [(p.role, text[p.start : p.end]) for p in cut_paragraphs(text)]


def test_lines_and_blank_lines_part_paragraphs() -> None:
    assert [words for _, words in roles("One is here.\nTwo is here.\r\n\r\n  Three is here. \n")] == [
        "One is here.",
        "Two is here.",
        "Three is here.",
    ]


def test_a_text_of_fixed_width_is_parted_by_blank_lines() -> None:
    text = "The council met and\nagreed to send a mission to the\nvalley.\n\nKestria did not vote,\nits envoy said."
    assert [words.split()[0] for _, words in roles(text)] == ["The", "Kestria"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Nora Brandt", "byline"),
        ("By Nora Brandt and Example Wire staff", "byline"),
        ("By Friday the bridge was open.", "body"),
        ("Read more: Envoy says a deal is near", "tail"),
        ("© 2024 Example Wire. All rights reserved.", "tail"),
        ("Sign up for our newsletter", "tail"),
        ("Related stories", "tail"),
        ("Sign up here: our critics tell what to see.", "tail"),
        ("Correction: An earlier version said that the pier had burned.", "tail"),
        ("Poll: Is the pier worth it? Most say yes.", "tail"),
        ("Caption: A ship called “Hope” greets the town.", "tail"),
        ("Our listeners say what they miss.", "tail"),
        ("The Herald says thank you to all its readers.", "tail"),
        ("We use cookies. You agree that we may keep them.", "tail"),
        ("Corrections of the map will follow, Torr said.", "body"),
        ('"Our readers deserve better," Torr said.', "body"),
        ("Reactions from the region", "heading"),
        ("And from the ambassador:", "body"),
        ('"A good day." — Minister Ole Brand', "body"),
    ],
)
def test_a_line_is_recognised_by_its_form(line: str, role: str) -> None:
    text = (
        f"The talks opened in Lodra on Monday with two hours of speeches and no result.\n\n{line}\n\n"
        + "The hall was full. " * 40
    )
    assert roles(text)[1] == (role, line)


def test_nothing_after_the_copyright_line_is_part_of_the_story() -> None:
    text = "A bridge reopened. " * 40 + "\n\nShare this article\n\nThe publisher said in its terms that all is free."
    assert [role for role, _ in roles(text)] == ["body", "tail", "tail"]


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("LODRA, Aug 2 (Example Wire) — A convoy left.", "LODRA, Aug 2 (Example Wire) — "),
        ("LODRA — The bill passed.", "LODRA — "),
        ("NEW VARN (Wire) - A convoy left.", "NEW VARN (Wire) - "),
        ("UN — the word stood alone.", None),
        ("Ardenia’s plan — if it is one — failed.", None),
    ],
)
def test_a_dateline_is_cut_off(text: str, dateline: str | None) -> None:
    first = roles(text)[0]
    assert (first[1] if first[0] == "dateline" else None) == dateline


def test_the_times_of_a_live_blog_are_cut_off() -> None:
    assert roles("14:20 The hall fills.\n\n2.45 pm - “We wait,” says Torr.\n\nNobody leaves.") == [
        ("dateline", "14:20 "),
        ("body", "The hall fills."),
        ("dateline", "2.45 pm - "),
        ("body", "“We wait,” says Torr."),
        ("body", "Nobody leaves."),
    ]
    assert roles("14:20 is late.\n\nThe hall fills.")[0] == ("body", "14:20 is late.")


def test_speakers_labels_open_turns_of_a_record() -> None:
    text = "Mr. Varo (Ardenia) (spoke in French): We thank you.\n\nThe President: I thank Mr. Varo."
    paragraphs = cut_paragraphs(text)
    assert [p.role for p in paragraphs] == ["turn", "turn"]
    start, end, words = turn_label(text, paragraphs[0])
    assert (text[start:end], text[words : paragraphs[0].end]) == ("Mr. Varo", "We thank you.")


def test_one_colon_does_not_make_a_record() -> None:
    assert [role for role, _ in roles("Ardenia: a short history of the port.\n\nIt was founded in 1901.")] == [
        "body",
        "body",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q: Is it safe?\n\nA: It is.\n\nQ: For all?\n\nLindt: For all.", "question turn question turn"),
        ("Harbour Post: Is it safe?\n\nLindt: It is.\n\nHarbour Post: For all?\n\nShe left.", "turn turn turn body"),
        ("Minister Eva Lindt: It is.\n\nKanal 7: Why?\n\nMinister Eva Lindt: It is new.", "turn turn turn"),
        (
            "Eva Lindt came.\n\nPost: You lied.\n\nLindt: No.\n\nPost: You did.\n\nLindt: No.",
            "body turn turn turn turn",
        ),
        ("Length: 5 km.\n\nCost: 9 crowns.\n\nLength: 7 km.\n\nCost: 8 crowns.", "body body body body"),
        ("Eva: “We swim.”\n\nOle: “I do not.”\n\nEva: “Why?”", "body body body"),
        ("Background: a short history.\n\nNext: the vote.\n\nContact: the press office.", "body body body"),
        ("Mr. van der Loo (Norland): Yes.\n\nMs. de la Roca (Estmark): No.", "turn turn"),
    ],
)
def test_labels_that_take_turns_show_an_interview(text: str, expected: str) -> None:
    shadow = text.replace("“", '"').replace("”", '"')
    assert " ".join(role for role, _ in roles(shadow)) == expected
