"""Finding persons: full names by their shape, their role and the recogniser; then surnames."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind, MentionType
from kg.resolve.candidates import is_role_word, names_in, pieces
from kg.resolve.lexicon import FEMALE_WORDS, MALE_WORDS
from kg.resolve.names import fold_name, gender_of, same_person, skeleton, surnames
from kg.resolve.page import Naming
from kg.resolve.personhood import is_lone_person, is_person, is_place, is_relative, is_single_person, says_where

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from kg.resolve.automaton import Hit
    from kg.resolve.candidates import FullName
    from kg.resolve.cast import Cast
    from kg.resolve.page import Page


_FOR_WOMEN = frozenset({"ms", "mrs", "miss", "madam", "lady", "dame"})
_FOR_MEN = frozenset({"mr", "sir", "lord"})


@dataclass(slots=True)
class People:
    """The persons of one article, and the shorter names that they go by."""

    cast: Cast
    by_skeleton: dict[str, ActorId] = field(default_factory=dict)
    by_surname: dict[str, list[tuple[ActorId, int]]] = field(default_factory=dict)
    """Folded shorter name -> persons, each with its rank (0: surname, 1: less likely form)."""
    parts: dict[ActorId, tuple[str, ...]] = field(default_factory=dict)
    by_first: dict[str, list[ActorId]] = field(default_factory=dict)
    roles: dict[ActorId, set[str]] = field(default_factory=dict)
    """Words in lower case that stand before a person's full name: role, title."""
    first_named: dict[ActorId, tuple[str, int]] = field(default_factory=dict)
    """Where the full name stands first: string and offset."""

    def add(self, name: tuple[str, ...]) -> ActorId:
        """The person of that full name: one met already under a spelling of it, else a new one."""
        known = self.by_skeleton.get(skeleton(" ".join(name))) or self._variant(name)
        person = known or self.cast.mint(ActorKind.PERSON, " ".join(name))
        self.know(person, name)
        return person

    def know(self, person: ActorId, name: tuple[str, ...]) -> None:
        """Note a full name of a person, who is then found under its shorter forms, too."""
        if person not in self.parts:
            self.parts[person] = name
            self.by_first.setdefault(skeleton(name[0])[:1], []).append(person)
            gender = gender_of(name, self.cast.authority.given_names)
            if gender:
                self.cast.genders.setdefault(person, gender)
        self.by_skeleton[skeleton(" ".join(name))] = person
        for rank, form in enumerate(surnames(name)):
            entries = self.by_surname.setdefault(form, [])
            if all(other != person for other, _ in entries):
                entries.append((person, rank))
        self.cast.name(person, " ".join(name))

    def of_surname(self, form: str) -> tuple[tuple[ActorId, ...], int]:
        """The persons who fit a shorter name best, and how well (0: it is their surname)."""
        entries = self.by_surname.get(fold_name(form), [])
        best = min((rank for _, rank in entries), default=0)
        return tuple(person for person, rank in entries if rank == best), best

    def which(self, persons: tuple[ActorId, ...], page: Page, first: int) -> tuple[ActorId, ...]:
        """Of several of one surname those who fit the title or role before it, else the only one named so far."""
        before = {word.low.rstrip(".") for word in page.words[max(0, first - 2) : first]}
        for gender, titles in (("f", _FOR_WOMEN), ("m", _FOR_MEN)):
            if before & titles:
                return tuple(p for p in persons if self.cast.genders.get(p) == gender) or persons
        by_role = tuple(p for p in persons if before & self.roles.get(p, set()))
        if by_role:
            return by_role
        here = (page.source.name, page.words[first].start)
        sofar = tuple(
            p for p in persons if self.first_named.get(p, ("", 0)) < here and self.first_named[p][0] == here[0]
        )
        return sofar if len(sofar) == 1 else persons

    def knows(self, name: tuple[str, ...]) -> bool:
        """True if a person of that full name, or of a spelling of it, has been met."""
        return skeleton(" ".join(name)) in self.by_skeleton or self._variant(name) is not None

    def _variant(self, name: tuple[str, ...]) -> ActorId | None:
        if len(name) < 2:
            fitting, _ = self.of_surname(name[0])
            return fitting[0] if len(fitting) == 1 else None
        near = self.by_first.get(skeleton(name[0])[:1], ())
        fitting = tuple(p for p in near if same_person(name, self.parts[p]))
        return fitting[0] if len(fitting) == 1 else None


def find_full_names(page: Page, people: People) -> None:
    """Claim every full name on a page; names with a role, and single names after one, too."""
    _know_listed(page, people)
    if is_title_case(page):
        return
    singles: list[FullName] = []
    for run in page.runs:
        for name in names_in(page, run.first, run.last):
            start, end = page.words[name.first].start, page.words[name.last - 1].end
            hit = page.hit_at(start)
            if hit is not None and hit.end >= end and not (name.has_role and hit.readings[0].form == "capital"):
                continue
            if len(name.parts) == 1:
                singles.append(name)
            elif is_person(page, name, people):
                _claim_person(page, people, name, "full-name")
    for name in singles:
        if len(people.of_surname(name.parts[0])[0]) > 1:
            continue  # which of them, is decided where all are known
        if (name.has_role and is_single_person(page, name)) or is_relative(page, name):
            _claim_person(page, people, name, "role-and-name")


def _know_listed(page: Page, people: People) -> None:
    """Persons whom the user's files have and the page names are found by their surnames from then on."""
    for hit in page.hits:
        actor = hit.readings[0].actor
        if len(hit.readings) > 1 or actor is None or people.cast.kind(actor) is not ActorKind.PERSON:
            continue
        name = tuple(page.string[hit.start : hit.end].split())
        if len(name) > 1:
            people.know(actor, name)
            people.first_named.setdefault(actor, (page.source.name, hit.start))


def find_surnames(page: Page, people: People, only: Container[str] | None = None) -> None:
    """Claim shorter names of persons whose full name the article gives. `only`: words to look for, None: all."""
    for run in page.runs:
        if only is not None and page.words[run.last - 1].string not in only:
            continue
        for first, last in pieces(page, run.first, run.last):
            start, end = page.words[first].start, page.words[last - 1].end
            form = page.string[start:end]
            persons, rank = people.of_surname(form)
            if not persons or not page.is_free(start, end) or is_place(page, first, form, rank):
                continue
            persons = people.which(persons, page, first) if len(persons) > 1 else persons
            sole = persons[0] if len(persons) == 1 else None
            reason = None if sole else "several persons of the article bear this name"
            page.claim(Naming(
                start=start, end=end, actor=sole, method="surname", score=0.95 if sole else 0.0,
                alternatives=() if sole else persons, reason=reason,
            ))  # fmt: skip
            if sole:
                people.cast.name(sole, form)
                _learn_gender(page, people.cast, sole, first)


def find_lone_names(pages: Iterable[Page], people: People) -> None:
    """Claim single names that the article never gives in full: those of persons by the recogniser or by their kin."""
    pages = tuple(pages)
    bodies = {word for actor in people.cast.actors.values() if actor.kind in _NAMESAKES for word in actor.label.split()}
    forms: set[str] = set()
    bodies |= {word for page in pages for hit in page.hits for word in _words_of_body(page, hit, people.cast)}
    bodies |= {word.capitalize() for page in pages for word in page.dateline_words()}
    # "The embassy in Holm": what says where once is a place all through the article.
    bodies |= {
        page.words[run.first].string for page in pages for run in page.runs
        if run.last - run.first == 1 and says_where(page, run.first, run.last)
    }  # fmt: skip
    for page in pages:
        if is_title_case(page):
            continue
        for run in page.runs:
            name = is_lone_person(page, run, people.cast.authority.given_names)
            if name is None or name.parts[-1] in bodies:
                continue
            _claim_person(page, people, name, "lone-name", score=0.7)
            forms.add(name.parts[-1])
    for page in pages if forms else ():
        find_surnames(page, people, forms)


_NAMESAKES = frozenset({ActorKind.ORGANISATION, ActorKind.INTERNATIONAL_BODY, ActorKind.MEDIA_OUTLET, ActorKind.STATE})
"""What may be called by a part of its name: "Halvor" after "the Halvor Institute" need not be a person."""


def _words_of_body(page: Page, hit: Hit, cast: Cast) -> list[str]:
    """Sarn, Basin and Council, where the article names the Sarn Basin Council, which reference data know."""
    known = (cast.authority.actors.get(reading.actor) for reading in hit.readings if reading.actor is not None)
    is_body = any(actor is not None and actor.kind in _NAMESAKES - {ActorKind.STATE} for actor in known)
    return page.string[hit.start : hit.end].split() if is_body else []


def is_title_case(page: Page) -> bool:
    """True for a headline that capitalises most words: capitals then show no names."""
    if page.source.name != "title":
        return False
    words = [word for word in page.words if word.string[:1].isalpha() and len(word.string) > 3]
    return len(words) > 3 and sum(word.is_capital for word in words) > 0.7 * len(words)


def _claim_person(page: Page, people: People, name: FullName, method: str, score: float = 1.0) -> None:
    person = people.add(name.parts)
    start, end = page.words[name.first].start, page.words[name.last - 1].end
    if page.claim(Naming(start=start, end=end, actor=person, type=MentionType.NAME, method=method, score=score)):
        people.cast.name(person, page.string[start:end])
        people.roles.setdefault(person, set()).update(_role_words(page, name.first))
        people.first_named.setdefault(person, (page.source.name, start))
        _learn_gender(page, people.cast, person, name.first)


def _role_words(page: Page, first: int) -> set[str]:
    return {word.low for word in page.words[max(0, first - 3) : first] if is_role_word(word)}


def _learn_gender(page: Page, cast: Cast, person: ActorId, first: int) -> None:
    for word in page.words[max(0, first - 3) : first]:
        if word.low in FEMALE_WORDS and word.low not in ("her", "she"):
            cast.genders[person] = "f"
        elif word.low in MALE_WORDS and word.low not in ("his", "he", "him"):
            cast.genders[person] = "m"
