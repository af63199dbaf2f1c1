"""Who held which office on which day: plain facts, asked of the table of office holders."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from kg.model import ActorId
from kg.resolve import Authority, load_authority
from kg.resolve.names import skeleton
from kg.resolve.terms import Standing, Term


class Question(NamedTuple):
    state: str
    role: str
    day: str
    holder: str
    organisation: str | None = None


QUESTIONS = (
    Question("RUS", "foreign_minister", "2003-10-01", "Igor Ivanov"),
    Question("RUS", "foreign_minister", "2015-06-01", "Sergey Lavrov"),
    Question("USA", "foreign_minister", "2003-02-05", "Colin Powell"),
    Question("USA", "foreign_minister", "2014-06-01", "John Kerry"),
    Question("USA", "foreign_minister", "2024-03-28", "Antony Blinken"),
    Question("USA", "foreign_minister", "2025-06-01", "Marco Rubio"),
    Question("GBR", "foreign_minister", "2012-05-01", "William Hague"),
    Question("GBR", "foreign_minister", "2019-02-01", "Jeremy Hunt"),
    Question("GBR", "foreign_minister", "2024-03-28", "David Cameron"),
    Question("FRA", "foreign_minister", "2013-11-01", "Laurent Fabius"),
    Question("FRA", "foreign_minister", "2019-05-01", "Jean-Yves Le Drian"),
    Question("DEU", "foreign_minister", "2023-05-01", "Annalena Baerbock"),
    Question("CHN", "foreign_minister", "2024-03-28", "Wang Yi"),
    Question("PRK", "foreign_minister", "2023-01-15", "Choe Son Hui"),
    Question("UKR", "foreign_minister", "2021-06-01", "Dmytro Kuleba"),
    Question("IRN", "foreign_minister", "2015-07-14", "Mohammad Javad Zarif"),
    Question("TUR", "foreign_minister", "2017-04-01", "Mevlüt Çavuşoğlu"),
    Question("JPN", "foreign_minister", "2010-05-01", "Katsuya Okada"),
    Question("USA", "head_of_state", "2008-09-15", "George W. Bush"),
    Question("RUS", "head_of_state", "2010-05-01", "Dmitry Medvedev"),
    Question("FRA", "head_of_state", "2014-01-15", "François Hollande"),
    Question("GBR", "head_of_government", "2016-10-01", "Theresa May"),
    Question("DEU", "head_of_government", "2025-07-01", "Friedrich Merz"),
    Question("ISR", "head_of_government", "2010-06-01", "Benjamin Netanyahu"),
    Question("JPN", "head_of_government", "2018-01-15", "Shinzō Abe"),
    Question("RUS", "permanent_representative", "2010-03-01", "Vitaly Churkin", "body/un"),
    Question("RUS", "permanent_representative", "2024-03-28", "Vassily Nebenzia", "body/un"),
    Question("USA", "permanent_representative", "2017-12-22", "Nikki Haley", "body/un"),
    Question("USA", "permanent_representative", "2010-06-01", "Ivo Daalder", "body/nato"),
    Question("FRA", "permanent_representative", "2018-04-14", "François Delattre", "body/un"),
    Question("GBR", "permanent_representative", "2014-07-18", "Mark Lyall Grant", "body/un"),
    Question("USA", "spokesperson", "2023-06-01", "Karine Jean-Pierre", "body/usa-presidency"),
    Question("RUS", "spokesperson", "2018-03-15", "Maria Zakharova", "body/rus-mfa"),
    Question("USA", "defence_minister", "2005-06-01", "Donald Rumsfeld"),
)


def holders(authority: Authority, question: Question) -> list[set[str]]:
    """The names of each candidate, folded as transliterations need it."""
    organisation = ActorId(question.organisation) if question.organisation else None
    day = date.fromisoformat(question.day)
    found = authority.officials.holders(ActorId(f"state/{question.state}"), question.role, day, organisation)
    return [{skeleton(name) for name in (holding.person, *holding.term.aliases)} for holding in found]


@pytest.fixture(scope="module")
def authority() -> Authority:
    return load_authority()


def test_the_table_has_the_right_person_for_most_questions_and_mostly_nobody_else(authority: Authority) -> None:
    assert len(QUESTIONS) == 34
    answers = {question: holders(authority, question) for question in QUESTIONS}
    right = [q for q, found in answers.items() if any(skeleton(q.holder) in names for names in found)]
    assert len(right) >= 32, [question for question in QUESTIONS if question not in right]
    assert len([question for question in right if len(answers[question]) == 1]) >= 28


def test_nobody_is_named_who_is_known_to_have_left_or_not_to_have_come(authority: Authority) -> None:
    state, role = ActorId("state/GBR"), "foreign_minister"
    found = authority.officials.holders(state, role, date(2019, 2, 1), outside=True)
    standing = {holding.person: holding.standing for holding in found}
    assert standing["Jeremy Hunt"] is Standing.CERTAIN
    assert standing["Boris Johnson"] is standing["Dominic Raab"] is Standing.OUTSIDE


def test_representatives_to_several_organisations_are_told_apart_by_the_organisation(authority: Authority) -> None:
    ask, day = authority.officials.holders, date(2010, 6, 1)
    at = {
        org: ask(ActorId("state/USA"), "permanent_representative", day, ActorId(org))
        for org in ("body/un", "body/nato", "body/eu")
    }
    assert {org: [holding.person for holding in found] for org, found in at.items()} == {
        "body/un": ["Susan Rice"], "body/nato": ["Ivo Daalder"], "body/eu": ["William Kennard"],
    }  # fmt: skip
    assert len(ask(ActorId("state/USA"), "permanent_representative", day)) == 4


def test_two_certain_holders_of_two_offices_of_one_class_are_both_told(authority: Authority) -> None:
    found = authority.officials.holders(ActorId("state/IRN"), "head_of_state", date(2010, 3, 22))
    assert [holding.person for holding in found if holding.is_certain] == ["Ali Khamenei", "Mahmoud Ahmadinejad"]


def test_a_row_from_general_knowledge_says_that_it_was_not_verified(authority: Authority) -> None:
    (rubio,) = authority.officials.holders(ActorId("state/USA"), "foreign_minister", date(2025, 6, 1))
    assert not rubio.term.is_verified
    assert rubio.term.source == "general knowledge"
    (hague,) = authority.officials.holders(ActorId("state/GBR"), "foreign_minister", date(2012, 5, 1))
    assert hague.term.is_verified


@pytest.mark.parametrize(
    ("surname", "state", "role", "day", "whole"),
    [
        ("Lavrov", "RUS", "foreign_minister", date(2019, 5, 1), ["Sergey Lavrov"]),
        ("Churkin", "RUS", None, date(2012, 2, 4), ["Vitaly Churkin"]),
        ("Polyanskiy", "RUS", None, date(2024, 3, 28), ["Dmitry Polyanskiy"]),
        ("Ivanov", "RUS", "foreign_minister", date(2003, 2, 5), ["Igor Ivanov"]),
        ("Ivanov", "RUS", "foreign_minister", date(2015, 2, 5), []),
        ("Xi", "CHN", "head_of_state", date(2016, 2, 5), ["Xi Jinping"]),
        ("Le Drian", "FRA", "foreign_minister", date(2019, 2, 5), ["Jean-Yves Le Drian"]),
        ("Lavrov", "USA", "foreign_minister", date(2019, 5, 1), []),
    ],
)
def test_a_surname_with_state_and_day_finds_the_holder(
    authority: Authority, surname: str, state: str, role: str | None, day: date, whole: list[str]
) -> None:
    found = authority.officials.surnamed(surname, ActorId(f"state/{state}"), role, day)
    assert [holding.person for holding in found] == whole


@pytest.mark.parametrize(
    ("surname", "role", "day", "whole"),
    [
        ("Lavrov", "foreign_minister", "2019-05-01", "Sergey Lavrov"),
        ("Lavrov", "minister", "2019-05-01", "Sergey Lavrov"),
        ("Lavrov", "foreign_minister", "2001-05-01", None),
        ("Lavrov", "foreign_minister", None, None),
        # After the source's own day he is only possibly in office: a surname alone is not enough then.
        ("Lavrov", "foreign_minister", "2025-05-01", None),
        ("Orin", "foreign_minister", "2019-05-01", None),
    ],
)
def test_a_surname_is_one_persons_only_where_a_source_says_so_for_that_day(
    authority: Authority, surname: str, role: str, day: str | None, whole: str | None
) -> None:
    found = authority.officials.find_by_surname(surname, ActorId("state/RUS"), role, day)
    assert (found.person if found else None) == whole


def term(start: str, end: str = "", *, as_of: str = "2022-08", latest: str = "") -> Term:
    return Term(
        wikidata="", person="Pavel Orin", state=ActorId("state/NOR"), role="foreign_minister", role_label="",
        start=start, end=end, as_of=as_of, end_latest=latest,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("known", "day", "standing"),
    [
        (term("2010-03-05", "2012-06-30"), date(2010, 3, 4), Standing.OUTSIDE),
        (term("2010-03-05", "2012-06-30"), date(2010, 3, 5), Standing.CERTAIN),
        (term("2010-03-05", "2012-06-30"), date(2012, 6, 30), Standing.CERTAIN),
        (term("2010-03-05", "2012-06-30"), date(2012, 7, 1), Standing.OUTSIDE),
        (term("2010", "2012"), date(2010, 5, 1), Standing.POSSIBLY_BEGUN),
        (term("2010", "2012"), date(2011, 5, 1), Standing.CERTAIN),
        (term("2010", "2012"), date(2012, 5, 1), Standing.POSSIBLY_ENDED),
        (term("2010", "2012", latest="2012-03-01"), date(2012, 5, 1), Standing.OUTSIDE),
        (term("2010-03", "2012-06"), date(2012, 6, 2), Standing.POSSIBLY_ENDED),
        (term("2010-03", "2012-06"), date(2012, 7, 1), Standing.OUTSIDE),
        (term("2020-01-01"), date(2022, 7, 31), Standing.CERTAIN),
        (term("2020-01-01"), date(2022, 9, 1), Standing.POSSIBLY_ENDED),
        (term("2020-01-01", latest="2023-02-01"), date(2023, 1, 1), Standing.POSSIBLY_ENDED),
        (term("2020-01-01", latest="2023-02-01"), date(2023, 2, 2), Standing.OUTSIDE),
        # Still open in a source of 2022, though somebody has followed in 2021: when it ended nobody knows.
        (term("2018-01-01", latest="2021-02-01"), date(2019, 1, 1), Standing.POSSIBLY_ENDED),
        (term(""), date(2019, 1, 1), Standing.POSSIBLY_BEGUN),
    ],
)
def test_a_term_is_as_sure_as_its_dates_are(known: Term, day: date, standing: Standing) -> None:
    assert known.standing(day) is standing
