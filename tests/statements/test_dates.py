from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import DateInterval, Span
from kg.statements import said_on
from kg.statements.times.dates import TIME_EXPRESSION, Tense
from kg.statements.times.saying import time_of_saying

FRIDAY, NEW_YEAR, FIRST = date(2024, 3, 8), date(2024, 1, 2), date(2023, 10, 1)
"""A Friday; a Tuesday right after New Year; a Sunday that begins a month."""

PHRASES = [
    ("on Friday", "2024-03-08", "2023-12-29", "2023-09-29"),
    ("last Friday", "2024-03-01", "2023-12-29", "2023-09-29"),
    ("late on Tuesday", "2024-03-05", "2024-01-02", "2023-09-26"),
    ("last Tuesday", "2024-03-05", "2023-12-26", "2023-09-26"),
    ("Sunday night", "2024-03-03", "2023-12-31", "2023-10-01"),
    ("last Sunday", "2024-03-03", "2023-12-31", "2023-09-24"),
    ("on Monday morning", "2024-03-04", "2024-01-01", "2023-09-25"),
    ("Thurs.", "2024-03-07", "2023-12-28", "2023-09-28"),
    ("at 10 a.m. on Wednesday", "2024-03-06", "2023-12-27", "2023-09-27"),
    ("shortly before midnight on Saturday", "2024-03-02", "2023-12-30", "2023-09-30"),
    ("Tuesday last week", "2024-02-27", "2023-12-26", "2023-09-19"),
    ("today", "2024-03-08", "2024-01-02", "2023-10-01"),
    ("earlier today", "2024-03-08", "2024-01-02", "2023-10-01"),
    ("tonight", "2024-03-08", "2024-01-02", "2023-10-01"),
    ("yesterday", "2024-03-07", "2024-01-01", "2023-09-30"),
    ("the day before yesterday", "2024-03-06", "2023-12-31", "2023-09-29"),
    ("three days ago", "2024-03-05", "2023-12-30", "2023-09-28"),
    ("last week", "2024-02-26/2024-03-03", "2023-12-25/2023-12-31", "2023-09-18/2023-09-24"),
    ("this week", "2024-03-04/2024-03-08", "2024-01-01/2024-01-02", "2023-09-25/2023-10-01"),
    ("two weeks ago", "2024-02-19/2024-02-25", "2023-12-18/2023-12-24", "2023-09-11/2023-09-17"),
    ("over the weekend", "2024-03-02/2024-03-03", "2023-12-30/2023-12-31", "2023-09-30/2023-10-01"),
    ("last month", "2024-02-01/2024-02-29", "2023-12-01/2023-12-31", "2023-09-01/2023-09-30"),
    ("earlier this month", "2024-03-01/2024-03-08", "2024-01-01/2024-01-02", "2023-10-01/2023-10-01"),
    ("in January", "2024-01-01/2024-01-31", "2024-01-01/2024-01-02", "2023-01-01/2023-01-31"),
    ("late in February", "2024-02-01/2024-02-29", "2023-02-01/2023-02-28", "2023-02-01/2023-02-28"),
    ("last year", "2023-01-01/2023-12-31", "2023-01-01/2023-12-31", "2022-01-01/2022-12-31"),
    ("in 2019", "2019-01-01/2019-12-31", "2019-01-01/2019-12-31", "2019-01-01/2019-12-31"),
    ("in March 2021", "2021-03-01/2021-03-31", "2021-03-01/2021-03-31", "2021-03-01/2021-03-31"),
    ("on December 22", "2023-12-22", "2023-12-22", "2022-12-22"),
    ("on 1 October", "2023-10-01", "2023-10-01", "2023-10-01"),
    ("on Feb. 29", "2024-02-29", "2020-02-29", "2020-02-29"),
    ("on December 24, 1991", "1991-12-24", "1991-12-24", "1991-12-24"),
    ("on the 24th of December 1991", "1991-12-24", "1991-12-24", "1991-12-24"),
    ("2017-09-12", "2017-09-12", "2017-09-12", "2017-09-12"),
    ("on New Year's Day", "2024-01-01", "2024-01-01", "2023-01-01"),
    ("between September 4 and September 6", "2023-09-04/2023-09-06", "2023-09-04/2023-09-06", "2023-09-04/2023-09-06"),
    ("since Monday", "2024-03-04/2024-03-08", "2024-01-01/2024-01-02", "2023-09-25/2023-10-01"),
]
VAGUE = [
    "recently", "in recent weeks", "in the coming days", "soon", "a year earlier", "two days after the vote", "once",
    "every Friday", "on Fridays", "at the same time", "last summer", "the previous day", "in the past year",
    "on the eve of Tuesday",
]  # fmt: skip


with (Path(__file__).parent / "time_phrases.csv").open(encoding="utf-8", newline="") as file:
    TABLE = list(csv.DictReader(file))


def shown(interval: DateInterval | None) -> str | None:
    if interval is None:
        return None
    if interval.granularity == "day":
        return str(interval.earliest)
    return f"{interval.earliest or ''}/{interval.latest or ''}"


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row['phrase']} ({row['tense']})")
def test_row_of_the_table_points_to_its_days(row: dict[str, str]) -> None:
    tense: Tense = "future" if row["tense"] == "future" else "past"
    found = [shown(said_on(row["phrase"], anchor, tense)) or "" for anchor in (FRIDAY, NEW_YEAR, FIRST)]
    assert found == [row["on_friday"], row["at_new_year"], row["on_the_first"]]


@pytest.mark.parametrize(("phrase", "on_friday", "at_new_year", "on_the_first"), PHRASES)
def test_phrase_points_to_its_days(phrase: str, on_friday: str, at_new_year: str, on_the_first: str) -> None:
    found = [shown(said_on(phrase, anchor)) for anchor in (FRIDAY, NEW_YEAR, FIRST)]
    assert found == [on_friday, at_new_year, on_the_first]


@pytest.mark.parametrize("phrase", VAGUE)
def test_vague_phrase_names_no_day(phrase: str) -> None:
    assert said_on(phrase, FRIDAY) is None


@pytest.mark.parametrize("phrase", [row[0] for row in PHRASES if row[1] != row[3] or row[1] != row[2]])
def test_relative_phrase_needs_a_publication_day(phrase: str) -> None:
    assert said_on(phrase, None) is None


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("on Friday", "2024-03-15"),
        ("on Monday", "2024-03-11"),
        ("next Tuesday", "2024-03-12"),
        ("April 30", "2024-04-30"),
        ("on 1 March", "2025-03-01"),
        ("in May", "2024-05-01/2024-05-31"),
        ("next week", "2024-03-11/2024-03-17"),
        ("in a year", "2025-01-01/2025-12-31"),
        ("tomorrow", "2024-03-09"),
    ],
)
def test_what_is_due_lies_ahead(phrase: str, expected: str) -> None:
    assert shown(said_on(phrase, FRIDAY, "future")) == expected


DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))
WEEKDAYS = st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])


@given(DAYS, WEEKDAYS)
def test_weekday_lies_in_the_seven_days_up_to_publication(published: date, name: str) -> None:
    found = said_on(f"on {name}", published)
    assert found is not None
    assert found.day is not None
    assert published - timedelta(days=6) <= found.day <= published
    assert f"{found.day:%A}" == name


@given(DAYS, DAYS)
def test_full_date_needs_no_anchor(written: date, published: date) -> None:
    for phrase in (
        f"{written:%B} {written.day}, {written.year}",
        f"{written.day} {written:%B} {written.year}",
        written.isoformat(),
    ):
        assert said_on(phrase, published) == said_on(phrase, None) == DateInterval(earliest=written, latest=written)


@pytest.mark.parametrize(
    ("phrase", "tense", "expected"),
    [
        ("Tuesday, March 5", "past", "2024-03-05"),
        ("Monday, March 11", "past", "2024-03-11"),
        ("Monday, March 5", "past", None),
        ("Monday, March 5, 2024", "past", "2024-03-05"),
        ("the week of March 5, 2021", "past", None),
    ],
)
def test_weekday_that_contradicts_a_day_without_year_leaves_it_open(
    phrase: str, tense: Tense, expected: str | None
) -> None:
    assert shown(said_on(phrase, FRIDAY, tense)) == expected


@given(st.text(max_size=60), DAYS)
def test_any_words_give_an_ordered_interval_or_none(phrase: str, published: date) -> None:
    found = said_on(phrase, published)
    if found and found.earliest and found.latest:
        assert found.earliest <= found.latest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It met on Thursday and extends the term until April 30, 2025.", ["Thursday", "April 30, 2025"]),
        ("On Tuesday, May 14, the 14 May 2024 text lapsed.", ["Tuesday, May 14", "14 May 2024"]),
        ("They may march on.", []),
        ("It fell in September 2014 and in early May, 2015.", ["in September 2014", "in early May, 2015"]),
        ("In March of 2013 and in June.", ["In March of 2013", "in June"]),
        ("In September, 14 ships left.", ["In September"]),
    ],
)
def test_dates_are_found_in_running_text(text: str, expected: list[str]) -> None:
    assert [found[0] for found in TIME_EXPRESSION.finditer(text)] == expected


def test_without_a_phrase_publication_only_bounds() -> None:
    said = time_of_saying([], FRIDAY)
    assert (said.resolution, said.interval) == ("publication", DateInterval(earliest=None, latest=FRIDAY))


def test_without_any_date_nothing_is_invented() -> None:
    said = time_of_saying([(Span(0, 9), "on Friday")], None)
    assert (said.resolution, said.interval, said.span) == ("unknown", None, Span(0, 9))


def test_full_date_is_explicit_and_beats_a_wide_phrase() -> None:
    said = time_of_saying([(Span(0, 7), "in 1991"), (Span(8, 28), "on December 24, 1991")], None)
    assert said.resolution == "explicit"
    assert said.span == Span(8, 28)


def test_nothing_is_said_after_publication() -> None:
    said = time_of_saying([(Span(0, 14), "on May 1, 2030")], FRIDAY)
    assert said.resolution == "publication"
