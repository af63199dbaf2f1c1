"""Principals that no name of the role shows by itself: "the spokesman for the Secretary-General", "who chairs the talks
for Lirania", "a spokeswoman for the insurers"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.model import ActorId, ActorKind
from kg.resolve.lexicon import ORG_WORDS, PORTFOLIO, ROLE_HEADS, STATUS
from kg.resolve.organs import organ_of
from kg.resolve.posts import RolePhrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.resolve.cast import Cast
    from kg.resolve.coreference import Scene
    from kg.resolve.page import Naming, Page, Word

_FOR = re.compile(r" (?:for|of) ")
_THE_OFFICE: Final = 5
"""Words of an office at most: "the special envoy for the region"."""
_CLAUSE = re.compile(
    r",? who (?:(?P<past>served|had served|was|had been|used to be|worked)|"
    r"(?P<now>serves|is|acts|chairs|heads|leads|runs))\b"
)
_LEADS: Final = {"chairs": "chair", "heads": "head", "leads": "leader", "runs": "head"}
_WILL = re.compile(r" (?:will|would|plans to|is to)\b")
_FOR_STATE = re.compile(r"[^.,;]{0,40}? for (?:the )?")
_ENDED = re.compile(r"[^.;]{0,60}\b(?:until|till|from|between|in|up to) (?:\w+ )?(?:19|20)\d\d")


def sole_state(scenes: Iterable[Scene], cast: Cast) -> ActorId | None:
    """The only state that an article names, if it shows it as more than the object of others' words.

    It has an office or organ there ("the president of Norland"), or does something in time to come ("Norland would").
    """
    states: set[ActorId] = set()
    is_shown = False
    for scene in scenes:
        for naming in scene.page.namings:
            if naming.actor is None or cast.kind(naming.actor) is not ActorKind.STATE:
                continue
            states.add(naming.actor)
            is_shown = is_shown or _is_shown(scene.page, naming)
    return states.pop() if len(states) == 1 and is_shown else None


def _is_shown(page: Page, naming: Naming) -> bool:
    if _WILL.match(page.string, naming.end):
        return True
    before, index = page.before(page.word_at(naming.start)), page.word_at(naming.start)
    return before is not None and before.low == "of" and _names_office(page, index - 2)


def _names_office(page: Page, index: int) -> bool:
    """True for a role, or a role and a name, that end there."""
    return any(page.words[place].low in ROLE_HEADS for place in range(max(0, index - 4), index + 1))


def described_principal(scene: Scene, phrase: RolePhrase) -> ActorId | None:
    """For whom a spokesperson speaks whom the role puts behind it in common words; None where it does not.

    The holder of an office where the article names one, else the office; a body as the words have it.
    """
    page, cast = scene.page, scene.cast
    place = page.string.find(phrase.head, phrase.start, phrase.end + 40)
    if place < 0:
        return None
    found = _FOR.match(page.string, place + len(phrase.head))
    if found is None:
        return None
    index = page.word_at(found.end())
    if index >= len(page.words):
        return None
    naming = page.widest_at(page.words[index].start)
    if naming is not None and naming.actor is not None and page.string.startswith("'s ", naming.end):
        words, _ = _common_words(page, page.word_at(naming.end + 2))
        is_state = cast.kind(naming.actor) is ActorKind.STATE
        return organ_of(cast, naming.actor, words, words.split()[-1]) if words and is_state else None
    if page.words[index].low != "the":
        return None
    office = office_at(page, index + 1)
    if office is not None:
        return office_holder(cast, office)
    words, last = _common_words(page, index + 1)
    if not words or last is None:
        return None
    actor, fitting = scene.nominal(words.casefold().split(), page.words[index].start)
    if actor is not None or fitting:
        return actor
    kind = ActorKind.GROUP if last.low.endswith("s") else ActorKind.ORGANISATION
    return cast.mint(kind, words)


def office_holder(cast: Cast, office: str) -> ActorId:
    """The person of the article who holds the office of these words, else the office as an actor of its own."""
    holder = next((p for p, c in cast.capacities.items() if c.words.casefold() == office.casefold()), None)
    return holder or cast.mint(ActorKind.UNNAMED, office)


def office_at(page: Page, index: int) -> str | None:
    """The words of an office that begin there: "Secretary-General"; None where they are no office."""
    stop = index
    while stop < len(page.words) and stop - index < _THE_OFFICE:
        low = page.words[stop].low
        if low not in ROLE_HEADS and low not in PORTFOLIO and low not in STATUS:
            break
        stop += 1
    if stop == index or page.words[stop - 1].low not in ROLE_HEADS:
        return None
    return page.string[page.words[index].start : page.words[stop - 1].end]


def _common_words(page: Page, index: int) -> tuple[str, Word | None]:
    """One or two common words that stand there, up to a mark or a small word."""
    stop = index
    while stop < len(page.words) and stop - index < 2:
        word = page.words[stop]
        if not word.string[0].isalpha() or not (word.string.islower() or word.low in ORG_WORDS) or len(word.low) < 4:
            break
        stop += 1
    if stop == index:
        return "", None
    return page.string[page.words[index].start : page.words[stop - 1].end], page.words[stop - 1]


def role_in_clause(page: Page, last: int, cast: Cast) -> RolePhrase | None:
    """The role in "[Ewa Brandt], who served as Kestria's justice minister until 2019" and "who heads the Grain
    Council"."""
    found = _CLAUSE.match(page.string, page.words[last].end)
    if found is None:
        return None
    verb = found["now"] or found["past"]
    if verb in _LEADS:
        return _led(page, found, verb, cast)
    for index in range(page.word_at(found.end()), min(page.word_at(found.end()) + 10, len(page.words))):
        word = page.words[index]
        if word.string in ",.;:()":
            return None
        if word.low in ROLE_HEADS and not (index + 1 < len(page.words) and page.words[index + 1].low in ROLE_HEADS):
            return _held(page, found, index, is_past=found["past"] is not None)
    return None


def _held(page: Page, found: re.Match[str], head: int, *, is_past: bool) -> RolePhrase | None:
    """A role that somebody has, or had: what is past is former, if the clause says when it ended or began."""
    words = page.words
    first = head
    while first > 0 and (words[first - 1].low in PORTFOLIO or words[first - 1].low in ROLE_HEADS):
        first -= 1
    naming = page.possessor(first)
    is_former = is_past and (found["past"] in ("served", "had served", "had been", "used to be") or bool(
        _ENDED.match(page.string, words[head].end)
    ))  # fmt: skip
    if is_past and not is_former:
        return None
    return RolePhrase(
        start=words[first].start, end=words[head].end, words=page.string[words[first].start : words[head].end],
        head=words[head].low, owner=naming.actor if naming is not None else None,
        status="former" if is_former else None,
    )  # fmt: skip


def _led(page: Page, found: re.Match[str], verb: str, cast: Cast) -> RolePhrase | None:
    """Whoever "chairs the talks for Lirania" speaks for Lirania, whoever "heads the Grain Council" for the council."""
    start = found.end() + 1
    if page.string.startswith("the ", start):
        start += 4
    naming = page.widest_at(start)
    if naming is None or naming.actor is None or page.string.startswith("'", naming.end):
        sent = _FOR_STATE.match(page.string, found.end())
        naming = page.widest_at(sent.end()) if sent is not None else None
        if naming is None or naming.actor is None or cast.kind(naming.actor) is not ActorKind.STATE:
            return None
    if naming.is_place or cast.kind(naming.actor) is ActorKind.PERSON:
        return None
    role = _LEADS[verb]
    return RolePhrase(start=found.start(), end=naming.end, words=role, head=role, owner=naming.actor, status=None)
