"""Finding persons: full names by their shape, their role and the recogniser; then surnames."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind, MentionType
from kg.resolve.lexicon import (
    FEMALE_WORDS,
    MALE_WORDS,
    MOTION,
    ORG_WORDS,
    PLACE_PREPOSITIONS,
    PORTFOLIO,
    ROLE_HEADS,
    SITE_WORDS,
    TITLES,
)
from kg.resolve.names import FAMILY_FIRST, PARTICLES, fold_name, gender_of, same_person, skeleton, surnames
from kg.resolve.page import Naming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.resolve.cast import Cast
    from kg.resolve.page import Page, Word

_APPOSITIVE = 14
_LONGEST_NAME = 6
_ENDS_ROLE = frozenset({"said", "says", "told", "that", "who", "and", "but", "is", "was", "are", "were"})
_KIN = frozenset(
    {"son", "daughter", "wife", "husband", "brother", "sister", "mother", "father", "widow", "nephew", "niece"}
    | {"aunt", "uncle", "cousin", "grandson", "granddaughter", "partner"}
)
_PERSONAL_VERBS = frozenset({"chairs", "chaired", "presides", "presided", "edits", "edited"})
"""What persons do and bodies do not."""


@dataclass(frozen=True, slots=True)
class FullName:
    """A person's name in the text: words [first, last) of the page, nickname left out in `parts`."""

    first: int
    last: int
    parts: tuple[str, ...]
    has_role: bool


@dataclass(slots=True)
class People:
    """The persons of one article, and the shorter names that they go by."""

    cast: Cast
    by_skeleton: dict[str, ActorId] = field(default_factory=dict)
    by_surname: dict[str, list[tuple[ActorId, int]]] = field(default_factory=dict)
    """Folded shorter name -> persons, each with its rank (0: surname, 1: less likely form)."""
    parts: dict[ActorId, tuple[str, ...]] = field(default_factory=dict)
    by_first: dict[str, list[ActorId]] = field(default_factory=dict)

    def add(self, name: tuple[str, ...]) -> ActorId:
        """The person of that full name: one met already under a spelling of it, else a new one."""
        key = skeleton(" ".join(name))
        known = self.by_skeleton.get(key) or self._variant(name)
        if known is None:
            known = self.cast.mint(ActorKind.PERSON, " ".join(name))
            self.parts[known] = name
            self.by_first.setdefault(skeleton(name[0])[:1], []).append(known)
            gender = gender_of(name, self.cast.authority.given_names)
            if gender:
                self.cast.genders.setdefault(known, gender)
        self.by_skeleton[key] = known
        for rank, form in enumerate(surnames(name)):
            entries = self.by_surname.setdefault(form, [])
            if all(person != known for person, _ in entries):
                entries.append((known, rank))
        self.cast.name(known, " ".join(name))
        return known

    def of_surname(self, form: str) -> tuple[tuple[ActorId, ...], int]:
        """The persons who fit a shorter name best, and how well (0: it is their surname)."""
        entries = self.by_surname.get(fold_name(form), [])
        best = min((rank for _, rank in entries), default=0)
        return tuple(person for person, rank in entries if rank == best), best

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
    if is_title_case(page):
        return
    singles: list[FullName] = []
    for run in page.runs:
        for name in _names_in(page, run.first, run.last):
            start, end = page.words[name.first].start, page.words[name.last - 1].end
            hit = page.hit_at(start)
            if hit is not None and hit.end >= end and not (name.has_role and hit.readings[0].form == "capital"):
                continue
            if len(name.parts) == 1:
                singles.append(name)
            elif _is_person(page, name, people):
                _claim_person(page, people, name, "full-name")
    for name in singles:
        label = page.label_of(page.words[name.first].start, page.words[name.first].end)
        if (name.has_role and label not in ("GPE", "DATE")) or _is_relative(page, name):
            _claim_person(page, people, name, "role-and-name")


def find_surnames(page: Page, people: People) -> None:
    """Claim shorter names of persons whose full name the article gives."""
    for run in page.runs:
        for first, last in _pieces(page, run.first, run.last):
            start, end = page.words[first].start, page.words[last - 1].end
            form = page.string[start:end]
            persons, rank = people.of_surname(form)
            if not persons or not page.is_free(start, end) or _is_place(page, first, form, rank):
                continue
            sole = persons[0] if len(persons) == 1 else None
            reason = None if sole else "several persons of the article bear this name"
            page.claim(Naming(
                start=start, end=end, actor=sole, method="surname", score=0.95 if sole else 0.0,
                alternatives=() if sole else persons, reason=reason,
            ))  # fmt: skip
            if sole:
                people.cast.name(sole, form)
                _learn_gender(page, people.cast, sole, first)


def is_title_case(page: Page) -> bool:
    """True for a headline that capitalises most words: capitals then show no names."""
    if page.source.name != "title":
        return False
    words = [word for word in page.words if word.string[:1].isalpha() and len(word.string) > 3]
    return len(words) > 3 and sum(word.is_capital for word in words) > 0.7 * len(words)


def _claim_person(page: Page, people: People, name: FullName, method: str) -> None:
    person = people.add(name.parts)
    start, end = page.words[name.first].start, page.words[name.last - 1].end
    if page.claim(Naming(start=start, end=end, actor=person, type=MentionType.NAME, method=method)):
        people.cast.name(person, page.string[start:end])
        _learn_gender(page, people.cast, person, name.first)


def _learn_gender(page: Page, cast: Cast, person: ActorId, first: int) -> None:
    for word in page.words[max(0, first - 3) : first]:
        if word.low in FEMALE_WORDS and word.low not in ("her", "she"):
            cast.genders[person] = "f"
        elif word.low in MALE_WORDS and word.low not in ("his", "he", "him"):
            cast.genders[person] = "m"


def _names_in(page: Page, first: int, last: int) -> Iterator[FullName]:
    """Candidate names of a run: what follows its last role word, or the run as a whole."""
    words = page.words
    while first < last and words[first].low in PARTICLES:
        first += 1
    stop = last
    while stop > first and words[stop - 1].string in ('"', "'", "'s"):
        stop -= 1
    begin = first
    for index in range(first, stop):
        if is_role_word(words[index]) and index + 1 < stop:
            begin = index + 1
    while begin < stop - 1 and words[begin].low in PORTFOLIO:
        begin += 1
    begin = _past_known(page, begin, stop)
    begin = next((i for i in range(begin + 1, stop - 1) if _ends_in_person(page, begin, i, stop)), begin)
    has_role = begin > first or _has_role_before(page, begin)
    parts = _parts(words[begin:stop])
    named = len(parts) > 1 or words[begin].low not in ORG_WORDS | PORTFOLIO if parts else False
    if named and len(parts) <= _LONGEST_NAME and not is_role_word(words[begin]):
        yield FullName(begin, stop, parts, has_role)


def _ends_in_person(page: Page, begin: int, index: int, stop: int) -> bool:
    """True for "Refugee Council [Ida Holm]": an organisation's or state's name, then a person."""
    if page.label_of(page.words[index].start, page.words[stop - 1].end) != "PERSON":
        return False
    return any(word.low in ORG_WORDS or page.hit_at(word.start) is not None for word in page.words[begin:index])


def _past_known(page: Page, begin: int, stop: int) -> int:
    """Behind "Russian" in "Russian Boris Iv", and behind "UN" in "ambassador to the UN Ingrid Sol"."""
    hit = page.hit_at(page.words[begin].start)
    if hit is None:
        return begin
    past = page.word_at(hit.end)
    before = page.before(begin)
    if before is not None and before.low == "the":
        before = page.before(begin - 1)
    is_owner = hit.readings[0].form == "demonym" or (before is not None and before.low == "to")
    return past if stop - past >= 2 and is_owner else begin


def _parts(words: list[Word]) -> tuple[str, ...]:
    parts: list[str] = []
    quoted = None
    for word in words:
        if word.string in ('"', "'"):
            quoted = None if quoted else word.string
        elif quoted is None:
            parts.append(word.string)
    return tuple(parts)


def _pieces(page: Page, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Parts of a run that may be a shorter name: all of it, or what follows a role or title."""
    while first < last - 1 and (is_role_word(page.words[first]) or page.words[first].low in PORTFOLIO):
        first += 1
    while last - 1 > first and page.words[last - 1].string in ('"', "'", "'s"):
        last -= 1
    if last - first <= 3:
        before = page.before(first)
        if before is not None and before.low in PARTICLES and last - first == 1:
            yield first - 1, last
        yield first, last


def is_role_word(word: Word) -> bool:
    """True for nouns that name a role, and for forms of address."""
    low = word.low.rstrip(".")
    return low in ROLE_HEADS or low in TITLES


def _has_role_before(page: Page, index: int) -> bool:
    word = page.before(index)
    if word is None:
        return False
    if word.string == "." and index >= 2 and page.words[index - 2].low in TITLES:
        return True
    return is_role_word(word) and word.low != "people"


def _has_role_around(page: Page, name: FullName) -> bool:
    """True for "NAME, the deputy envoy", "his adviser, NAME," and "NAME chairs the board"."""
    words = page.words
    after = page.after(name.last - 1)
    if after is not None and after.low in _PERSONAL_VERBS and len(name.parts) > 1:
        return True
    if after is not None and after.string == ",":
        for word, following in pairwise(words[name.last + 1 : name.last + 2 + _APPOSITIVE]):
            if word.string in ",.;:" or word.start - after.end > 160:
                break
            # In "..., Foreign Minister Anton Rusk said" the role is that of the next name.
            if word.low in ROLE_HEADS and not (following.is_capital and not is_role_word(following)):
                return True
    before = page.before(name.first)
    closes = after is not None and after.string in ",."
    return before is not None and before.string == "," and closes and _role_ends_at(page, name.first - 1)


def _role_ends_at(page: Page, comma: int) -> bool:
    """True for "his adviser," and "a spokesman for Estmark,"."""
    words = page.words
    for index in range(comma - 1, max(-1, comma - 7), -1):
        if not words[index].string[0].isalnum() or words[index].low in _ENDS_ROLE:
            return False
        if is_role_word(words[index]):
            return index == comma - 1 or words[index + 1].low in ("for", "of", "at", "to", "with")
    return False


def _is_relative(page: Page, name: FullName) -> bool:
    """True for "his son, NAME,"."""
    before, after = page.before(name.first), page.after(name.last - 1)
    if before is None or after is None or before.string != "," or after.string != "," or name.first < 3:
        return False
    return page.words[name.first - 2].low in _KIN and page.words[name.first - 3].low in ("his", "her", "their", "'s")


def _is_person(page: Page, name: FullName, people: People) -> bool:
    words = page.words[name.first : name.last]
    if any(word.low in ORG_WORDS for word in words) or any(part.isdigit() for part in name.parts):
        return False
    start, end = words[0].start, words[-1].end
    label = page.label_of(start, end)
    first = fold_name(name.parts[0]).split(" ")[0]
    is_given = first in people.cast.authority.given_names
    # "Sarn Dam", which the recogniser takes for a person; but not "Anna Bridge" or "envoy Mira Dam".
    if words[-1].low in SITE_WORDS and not (
        is_given or name.has_role or _has_role_around(page, name) or people.knows(name.parts)
    ):
        return False
    if name.has_role or label == "PERSON" or _has_role_around(page, name):
        return label not in ("DATE",) or name.has_role
    if people.knows(name.parts):
        return True
    if label is not None and label != "GPE":
        return is_given and label == "ORG" and len(name.parts) == 2
    if is_given or (name.parts[0].endswith(".") and len(name.parts[0]) == 2):
        return True
    return first in FAMILY_FIRST and len(name.parts) in (2, 3) and label is None and page.hit_at(start) is None


def _is_place(page: Page, index: int, form: str, rank: int) -> bool:
    """True where a name that a capital or state bears too only says where."""
    start = page.words[index].start
    if page.hit_at(start) is None:
        return False
    if rank > 0 and fold_name(form) not in FAMILY_FIRST:
        return True
    before = page.before(index)
    if before is None:
        return False
    recent = {word.low for word in page.words[max(0, index - 4) : index]}
    return before.low in PLACE_PREPOSITIONS or (before.low in ("from", "to") and bool(recent & MOTION))
