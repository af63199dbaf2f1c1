"""Who "she", "it" and "the committee" are: the last fitting actor in play, or nobody where two fit alike."""

from __future__ import annotations

import heapq
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind
from kg.resolve.lexicon import ORG_WORDS, words_of
from kg.resolve.subjects import subject_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.resolve.cast import Cast
    from kg.resolve.page import Naming, Page
    from kg.resolve.posts import RolePhrase

PERSONAL = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
NEUTER = frozenset({"it", "its"})
PLURAL = frozenset({"they", "them", "their"})
_PERSONS = frozenset({ActorKind.PERSON, ActorKind.UNNAMED})
_MAY_PAIR = frozenset({ActorKind.PERSON, ActorKind.STATE})
_LONGEST_SCARE = 20
"""Quotation marks around less than this may hold a nickname or a scare quote."""
_OF = re.compile(r" of (?:the )?")
_ENDS_NAME = frozenset({"of", "for", "on", "established", "created"})
"""Words before which the head of a body's name stands: the "Foreign Ministry of Norland"."""
_WINDOW = 4
"""Sentences that a pronoun looks back over."""


@dataclass(slots=True)
class Scene:
    """What has been named and who has spoken up to a point of one page."""

    page: Page
    cast: Cast
    namings: list[Naming]
    starts: list[int] = field(default_factory=list)
    spoken: list[tuple[int, ActorId]] = field(default_factory=list)
    """Sources of statements resolved so far: offset and actor, first hand ones only, in text order."""
    held: list[tuple[int, ActorId]] = field(default_factory=list)
    """The same for attitudes: bodies that "it" may go on with, but no speakers."""
    quoted: list[tuple[int, int]] = field(default_factory=list)
    """Ranges inside quotation marks, which a pronoun outside them does not look into."""
    aside: tuple[tuple[int, int], ...] = ()
    """Ranges that a pronoun does not look into: the content of its own attribution."""

    @classmethod
    def of(cls, page: Page, cast: Cast) -> Scene:
        """The scene of a page whose names have been found."""
        namings: list[Naming] = []
        for naming in page.all_namings():
            if not namings or naming.end > namings[-1].end:  # The wider of two stands for both.
                namings.append(naming)
        quoted = [(q.start, q.end) for q in page.source.quotations if q.depth == 0 and q.end - q.start > _LONGEST_SCARE]
        return cls(page, cast, namings, [naming.start for naming in namings], quoted=sorted(quoted))

    def before(self, offset: int, sentences: int = _WINDOW) -> list[Naming]:
        """Namings that begin before the offset, within so many sentences, the last first."""
        number = self.page.source.sentence_at(offset)
        begin = 0
        if number is not None:
            begin = self.page.source.sentences[max(0, number - sentences)][0]
        first, last = bisect_left(self.starts, begin), bisect_left(self.starts, offset)
        quoted = self.is_quoted(offset)
        return [
            n for n in reversed(self.namings[first:last])
            if n.actor is not None and not self._is_aside(n) and (quoted or not self.is_quoted(n.start))
        ]  # fmt: skip

    def is_quoted(self, offset: int) -> bool:
        """True inside quotation marks of some length."""
        number = bisect_right(self.quoted, (offset, offset)) - 1
        return number >= 0 and offset < self.quoted[number][1]

    def _is_aside(self, naming: Naming) -> bool:
        return any(start <= naming.start < end for start, end in self.aside)

    def spoke_together(self, offset: int) -> tuple[ActorId, ...]:
        """The several speakers of the last source before the offset, if it has several and is near; else empty."""
        here = self.page.source.sentence_at(offset)
        last = next((start for start, _ in _backwards(self.spoken, offset)), None)
        there = self.page.source.sentence_at(last) if last is not None else None
        if last is None or (here is not None and there is not None and here - there > _WINDOW):
            return ()
        together: list[ActorId] = []
        for start, actor in _backwards(self.spoken, offset):
            if start < last:
                break
            if actor not in together:
                together.insert(0, actor)
        return tuple(together) if len(together) > 1 else ()

    def spoke_apart(self, offset: int) -> tuple[ActorId, ...]:
        """The two who spoke one after the other in the two sentences before, each alone; else empty."""
        here = self.page.source.sentence_at(offset)
        last = list(islice(_backwards(self.spoken, offset), 3))
        places = [self.page.source.sentence_at(start) for start, _ in last]
        if (
            here is None
            or len(last) < 2
            or places[:2] != [here - 1, here - 2]
            or places[1] == (places[2:] or [None])[0]
        ):
            return ()
        one, other = last[1][1], last[0][1]
        kinds = {self.cast.kind(one), self.cast.kind(other)}
        return (one, other) if one != other and len(kinds) == 1 and kinds <= _MAY_PAIR else ()

    def last_source(self, offset: int) -> int:
        """Where the last source before the offset begins, -1 if there is none."""
        return next((start for start, _ in self._sources(offset)), -1)

    def _sources(self, offset: int) -> Iterator[tuple[int, ActorId]]:
        """Statements' and attitudes' sources before an offset, the last first."""
        both = _backwards(self.spoken, offset), _backwards(self.held, offset)
        return heapq.merge(*both, key=lambda source: source[0], reverse=True)

    def last_speaker(self, offset: int, kinds: frozenset[ActorKind], *, held: bool = False) -> ActorId | None:
        """Who of these kinds spoke (with `held`: or thought) last before the offset, a window ago at most."""
        here = self.page.source.sentence_at(offset)
        for start, actor in self._sources(offset) if held else _backwards(self.spoken, offset):
            there = self.page.source.sentence_at(start)
            if here is not None and there is not None and here - there > _WINDOW:
                return None
            if self.cast.kind(actor) in kinds:
                return actor
        return None

    def person(self, pronoun: str, offset: int) -> tuple[ActorId | None, tuple[ActorId, ...]]:
        """The person that "he" or "she" is; None and the candidates where two fit alike or nobody does."""
        gender = PERSONAL[pronoun]
        scores: dict[ActorId, float] = {}
        number = self.page.source.sentence_at(offset)
        subject = subject_before(self.page, offset)
        for naming in self.before(offset):
            actor = naming.actor
            if actor is None or self.cast.kind(actor) not in _PERSONS or self._contradicts(actor, gender):
                continue
            there = self.page.source.sentence_at(naming.start)
            distance = number - there if number is not None and there is not None else 1
            value = 3.0 - distance + (1.0 if self._is_subject(naming) else 0.0)
            value += 2.0 if self.cast.genders.get(actor) == gender else 0.0
            value += 2.0 if subject is not None and subject[0] <= naming.start < subject[1] else 0.0
            scores[actor] = max(scores.get(actor, 0.0), value)
        speaker = self.last_speaker(offset, _PERSONS, held=True)
        if speaker is not None and not self._contradicts(speaker, gender):
            scores[speaker] = scores.get(speaker, 1.0) + 2.0
            scores[speaker] += 1.0 if self.cast.genders.get(speaker) == gender else 0.0
        ranked = sorted(scores.items(), key=lambda entry: (-entry[1], entry[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 0.5):
            return None, tuple(actor for actor, _ in ranked[:3])
        chosen = ranked[0][0]
        self.cast.genders.setdefault(chosen, gender)
        return chosen, ()

    def body(self, offset: int) -> ActorId | None:
        """Who "it" is: the body or state that spoke last, else the last one that was a subject."""
        kinds = frozenset(ActorKind) - _PERSONS - {ActorKind.GROUP}
        number = self.page.source.sentence_at(offset)
        begin = self.page.source.sentences[number][0] if number is not None else offset
        subjects = [
            n for n in self.before(offset)
            if n.actor and self.cast.kind(n.actor) in kinds and not n.is_place and self._is_subject(n)
        ]  # fmt: skip
        here = [n for n in subjects if n.start >= begin]
        if here:
            return here[-1].actor
        last = self.last_source(offset)
        if number and subjects and subjects[0].start > last:
            # Whoever the sentence before is about, if nobody spoke since.
            opening = [n for n in subjects if n.start >= self.page.source.sentences[number - 1][0]]
            if opening and not self.page.string.startswith("'", opening[-1].end):
                return opening[-1].actor
        return self.last_speaker(offset, kinds, held=True) or (subjects[0].actor if subjects else None)

    def group(self, offset: int) -> ActorId | None:
        """Who "they" are: the last group, or the last plural source, of the window."""
        plural = frozenset({ActorKind.GROUP, ActorKind.UNNAMED})
        for naming in self.before(offset, 2):
            if naming.actor and self.cast.kind(naming.actor) is ActorKind.GROUP:
                return naming.actor
        return self.last_speaker(offset, plural, held=True)

    def with_owner(self, phrase: RolePhrase, person: Naming) -> RolePhrase:
        """A role phrase without owner, with the owner found: behind the person's name, or in "its"."""
        if phrase.owner is not None:
            return phrase
        behind = (
            self.page.widest_at(person.end + len(of[0])) if (of := _OF.match(self.page.string, person.end)) else None
        )
        if behind is not None and behind.actor and self.cast.kind(behind.actor) is not ActorKind.PERSON:
            return replace(phrase, owner=behind.actor)
        before = self.page.before(self.page.word_at(phrase.start))
        owner = None
        if before is not None and before.low in NEUTER:
            owner = self.body(before.start)
        elif before is not None and before.low in PERSONAL and phrase.head.startswith("spokes"):
            owner, _ = self.person(before.low, before.start)
        elif before is not None and before.low in PERSONAL and phrase.head == "deputy":
            superior, _ = self.person(before.low, before.start)
            capacity = self.cast.capacities.get(superior) if superior is not None else None
            owner = capacity.principal if capacity is not None else None
        return replace(phrase, owner=owner or self._body_in(phrase))

    def _body_in(self, phrase: RolePhrase) -> ActorId | None:
        """The body that the words of a role name in short: the bank of "central bank governor", if one fits."""
        words = phrase.words.casefold().split()
        stop = next((number for number, word in enumerate(words) if word == phrase.head), len(words))
        last = next((number for number in range(stop - 1, -1, -1) if words[number] in ORG_WORDS), None)
        if last is None:
            return None
        first = last
        while first > 0 and words[first - 1] in QUALIFIERS:
            first -= 1
        return self.nominal(words[first : last + 1], phrase.start)[0]

    def nominal(self, words: list[str], offset: int) -> tuple[ActorId | None, tuple[ActorId, ...]]:
        """The body that "the city council" is: the last one whose name holds these words and ends in the last."""
        fitting: list[ActorId] = []
        for naming in self.before(offset, 200):
            actor = naming.actor
            if (
                actor is None
                or actor in fitting
                or self.cast.kind(actor) in (*_PERSONS, ActorKind.STATE, ActorKind.GROUP)
            ):
                continue
            if any(
                self._names(form, words) for form in (self.cast.actor(actor).label, *self.cast.forms.get(actor, ()))
            ):
                fitting.append(actor)
        if len(fitting) == 1:
            return fitting[0], ()
        near = {n.actor for n in self.before(offset, 1)} if fitting else set()
        close = [actor for actor in fitting if actor in near]
        return (close[0], ()) if len(close) == 1 else (None, tuple(fitting))

    def _names(self, form: str, words: list[str]) -> bool:
        folded = [word.casefold() for word in form.replace("'s", "").split()]
        if not folded:
            return False
        heads = {folded[-1], folded[0], *(one for one, after in pairwise(folded) if after in _ENDS_NAME)}
        return words[-1] in heads and all(word in folded for word in words)

    def _contradicts(self, actor: ActorId, gender: str) -> bool:
        known = self.cast.genders.get(actor)
        return known is not None and known != gender

    def _is_subject(self, naming: Naming) -> bool:
        """True if nothing but its own role stands between the sentence's begin, or a break, and the name."""
        index = self.page.word_at(naming.start)
        number = self.page.source.sentence_at(naming.start)
        begin = self.page.source.sentences[number][0] if number is not None else 0
        for word in reversed(self.page.words[max(0, index - 12) : index]):
            if word.start < begin or word.string in ',;:"':
                return True
            if word.low in _NOT_BEFORE_SUBJECT:
                return False
        return True


def _backwards(sources: list[tuple[int, ActorId]], offset: int) -> Iterator[tuple[int, ActorId]]:
    """The sources that begin before an offset, the last first."""
    for index in range(bisect_left(sources, offset, key=lambda source: source[0]) - 1, -1, -1):
        yield sources[index]


_NOT_BEFORE_SUBJECT = words_of("""
of to from with by for in at on about against between into over near met told asked said accused urged called
thanked praised criticised criticized rejected and or than visited warned condemned published adopted
""")


def learn_genders(scene: Scene) -> None:
    """Learn from "Clara Wend met her counterpart": a possessive in the subject's own clause shows its gender."""
    page, cast = scene.page, scene.cast
    persons = [n for n in scene.namings if n.actor and cast.kind(n.actor) is ActorKind.PERSON]
    for naming in persons:
        if naming.actor is None or naming.actor in cast.genders or not scene._is_subject(naming):
            continue
        index = page.word_at(naming.end)
        for word in page.words[index : index + 12]:
            if word.string in '.;"' or page.beginning_at(word.start) is not None:
                break
            if word.low in ("his", "her", "himself", "herself"):
                cast.genders[naming.actor] = "m" if word.low.startswith("hi") else "f"
                break


QUALIFIERS = words_of("""
city town regional state security national central european human rights news research sanctions
""")
"""Words that may stand before the head of a body called in short: "the city council"."""
