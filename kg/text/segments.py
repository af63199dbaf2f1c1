"""Cuts a string into paragraphs and tells what each one is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.text.annotated import Paragraph
from kg.text.furniture import is_aside, is_notice
from kg.text.turns import find_turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text.annotated import ParagraphRole

_LINE = re.compile(r"[^\r\n\u2029\x0b\x0c\x85]+")
_BLOCK = re.compile(r"[^\r\n](?:[^\r\n]|\r?\n(?![ ]*\r?\n|[ ]*\Z))*")
_NAME = r"(?:(?:al|bin|da|de|del|der|di|du|el|la|le|ten|van|von)[ -])?[^\W\d_a-z][\w'.-]*"
_NAMES = rf"{_NAME}(?: {_NAME}){{0,4}}"
_BYLINE = re.compile(
    rf"(?:(?:[Ss]tory|[Rr]eport(?:ed|ing)?|[Ww]ritten|[Ee]dited) )?(?:[Bb]y|BY):? {_NAMES}"
    rf"(?:(?:,| and| with|, and) {_NAMES}){{0,4}}"
    r"(?:,? (?:staff|in|for|of|at|correspondent|editor)\b.{0,60})?\.?"
)
_DATELINE = re.compile(
    r"[^\W\d_a-z][^\W\d_a-z .'/-]{2,30}(?:, [\w.' ]{2,25}){0,2}(?:,? \(?[\w. ]{2,20}\)?)?"
    r"(?: ?\([^()]{2,40}\))? ?(?:—|–|--|-(?= )) ?"
)


_STAMP = re.compile(
    r"\d{1,2}[:.h]\d{2}(?: ?(?:[AaPp]\.?[Mm]\.?|GMT|UTC|BST|CET|CEST|EST|EDT|PST|PDT)(?!\w))?(?: ?[-–—|:])? +(?=\S)"
)
"""The time before an entry of a live blog."""


def cut_paragraphs(shadow: str, *, is_text: bool = True) -> tuple[Paragraph, ...]:
    """Paragraphs in text order, blank ones left out, edges without blanks.

    Lines are paragraphs, unless the text is wrapped to a fixed width: then blank lines part them. A dateline at the
    start of a paragraph becomes a paragraph of its own, and so do the times before the entries of a live blog.
    `is_text` False: a title, which has one role only.
    """
    pieces = list(_pieces(shadow))
    if not is_text:
        return tuple(Paragraph(start, end, "heading") for start, end in pieces)
    stamps = _stamps(shadow, pieces)
    starts = [start for start, _ in pieces]
    pieces = [(stamps.get(number, start), end) for number, (start, end) in enumerate(pieces)]
    turns = find_turns(shadow, pieces)
    paragraphs: list[Paragraph] = []
    left = sum(end - start for start, end in pieces)
    total = left
    closed = False
    for number, (start, end) in enumerate(pieces):
        line = shadow[start:end]
        boilerplate = is_notice(line)
        # Once share or copyright lines begin near the end of a text, nothing of the story follows.
        closed = closed or (boilerplate and number > 0 and left - len(line) < max(400, total // 5))
        left -= len(line)
        if number in stamps:
            paragraphs.append(Paragraph(starts[number], start, "dateline"))
        if closed or boilerplate or is_aside(line, is_record=bool(turns.spoken)):
            paragraphs.append(Paragraph(start, end, "tail"))
        elif number in turns.spoken:
            paragraphs.append(Paragraph(start, end, "turn"))
        elif number in turns.asked:
            paragraphs.append(Paragraph(start, end, "question"))
        else:
            paragraphs += _with_dateline(
                shadow, start, end, first=number < 4, role=_role(line, last=number + 1 == len(pieces))
            )
    return tuple(paragraphs)


def _pieces(shadow: str) -> Iterator[tuple[int, int]]:
    pattern = _BLOCK if _is_wrapped(shadow) else _LINE
    for found in pattern.finditer(shadow):
        kept = found.group().strip()
        if kept:
            start = found.start() + found.group().index(kept[0])
            yield start, start + len(kept)


def _is_wrapped(shadow: str) -> bool:
    """True where lines are broken at a fixed width: most of them go on in lower case on the next line."""
    breaks = len(re.findall(r"[^\s]\r?\n[^\s]", shadow))
    going_on = len(re.findall(r"[\w,;-]\r?\n[a-z(]", shadow))
    return going_on >= 2 and going_on * 3 >= breaks


def _stamps(shadow: str, pieces: list[tuple[int, int]]) -> dict[int, int]:
    """Number of each paragraph that a time opens -> where its words begin; empty if fewer than two do."""
    found = {n: match.end() for n, (start, end) in enumerate(pieces) if (match := _STAMP.match(shadow, start, end))}
    return found if len(found) > 1 else {}


def _role(line: str, *, last: bool) -> ParagraphRole:
    if len(line) < 160 and _BYLINE.fullmatch(line):
        return "byline"
    if not last and line[0] != '"' and len(line) < 90 and line[-1] not in ".!?:;,\"')…" and len(line.split()) <= 12:
        return "heading"
    return "body"


def _with_dateline(shadow: str, start: int, end: int, *, first: bool, role: ParagraphRole) -> Iterator[Paragraph]:
    prefix = _DATELINE.match(shadow, start, min(end, start + 120)) if first else None
    if prefix is not None and prefix.end() < end:
        yield Paragraph(start, prefix.end(), "dateline")
        start = prefix.end()
    yield Paragraph(start, end, role)
