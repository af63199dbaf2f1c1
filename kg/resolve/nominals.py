"""Persons met before and named again by what they are: "the minister", "the Kestrian envoy", "the 59-year-old"."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind, MentionType
from kg.resolve.lexicon import FEMALE_WORDS, MALE_WORDS, PORTFOLIO, ROLE_HEADS, STATUS, words_of
from kg.resolve.organs import own_government, own_state
from kg.resolve.page import Naming

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.resolve.cast import Capacity
    from kg.resolve.coreference import Scene
    from kg.resolve.page import Page, Word

_WINDOW = 20
"""Sentences that "the minister" looks back over."""
_DIPLOMATS = frozenset({
    "ambassador", "permanent_representative", "deputy_permanent_representative", "special_envoy", "delegate",
    "foreign_minister", "deputy_foreign_minister",
})  # fmt: skip
_CLASSES = {
    "diplomat": _DIPLOMATS, "envoy": _DIPLOMATS - {"foreign_minister", "deputy_foreign_minister"},
    "ambassador": frozenset({"ambassador", "permanent_representative", "deputy_permanent_representative"}),
    "representative": frozenset({"permanent_representative", "deputy_permanent_representative", "delegate"}),
    "minister": frozenset({"minister", "foreign_minister", "defence_minister", "deputy_foreign_minister"}),
    "premier": frozenset({"head_of_government"}), "chancellor": frozenset({"head_of_government"}),
    "president": frozenset({"head_of_state"}),
    "secretary-general": frozenset({"igo_head"}),
    "spokesman": frozenset({"spokesperson"}), "spokeswoman": frozenset({"spokesperson"}),
    "spokesperson": frozenset({"spokesperson"}),
}  # fmt: skip
"""Nouns by which the holder of a post of these classes may be called, though the post is worded otherwise."""
_ONLY_BY_CLASS = words_of("minister president diplomat")
"""Nouns that stand in the words of other posts, too: "prime minister", "vice president"."""
_DETERMINERS = frozenset({"the", "this", "that"})
_GOES_ON = words_of("of for to at in from on with - -")
_AGED = re.compile(r"\b[Tt]he (?:\d{1,2}|[a-z]+(?:-[a-z]+)?)-year-old\b(?! [a-z]*(?:an|man|ist|er|or|ian|ent|ager)\b)")
_OWNER_NOUNS = words_of("government country nation homeland")


def role_holder(
    scene: Scene, words: Sequence[Word], offset: int
) -> tuple[ActorId | None, tuple[ActorId, ...], str | None]:
    """The one person named before whom a role with its modifiers fits, else who might be meant, and the reason.

    `words` end in the role's head: "Kestrian envoy", "deputy minister".
    """
    head = words[-1].low
    states = {
        naming.actor for naming in scene.page.all_between(words[0].start, words[-1].start)
        if naming.actor is not None and not naming.is_place and naming.start >= words[0].start
    }  # fmt: skip
    modifiers = {
        word.low for word in words[:-1] if word.low in PORTFOLIO or word.low in STATUS or word.low in ROLE_HEADS
    }
    fitting: list[ActorId] = []
    for naming in scene.before(offset, _WINDOW):
        actor = naming.actor
        capacity = scene.cast.capacities.get(actor) if actor is not None else None
        if actor is None or capacity is None or actor in fitting or not _is_called(capacity, head, modifiers):
            continue
        if states and not _belongs(scene, actor, capacity, states):
            continue
        gender = "f" if head in FEMALE_WORDS else "m" if head in MALE_WORDS else None
        if gender is not None and scene.cast.genders.get(actor) not in (None, gender):
            continue
        fitting.append(actor)
    if len(fitting) == 1:
        return fitting[0], (), None
    return None, tuple(fitting[:3]), "several persons of the article have this role" if fitting else None


def _is_called(capacity: Capacity, head: str, modifiers: set[str]) -> bool:
    words = set(re.findall(r"[\w'-]+", capacity.words.casefold()))
    by_class = capacity.role in _CLASSES.get(head, frozenset())
    by_word = head in words and (head not in _ONLY_BY_CLASS or capacity.role == head or bool(modifiers))
    return (by_class or by_word) and modifiers <= words


def _belongs(scene: Scene, actor: ActorId, capacity: Capacity, states: set[ActorId]) -> bool:
    sides = {scene.cast.states_of.get(actor), capacity.principal}
    if capacity.principal is not None:
        sides.add(scene.cast.state_of(capacity.principal))
    return states <= sides


def find_role_nominals(scene: Scene, taken: Iterable[tuple[int, int]]) -> list[Naming]:
    """Every "the minister" of a page that lies in none of the ranges taken, and "her government" beside a pronoun.

    Nothing is found where nobody of the article fits: the words may speak of somebody whom it never names.
    """
    page = scene.page
    found = []
    ranges = sorted(taken)
    for index, word in enumerate(page.words):
        if word.low not in ROLE_HEADS or not page.is_free(word.start, word.end):
            continue
        first = _begin(page, index)
        if first is None or _is_apposed(page, first, index) or _is_inside(ranges, page.words[first].start):
            continue
        actor, fitting, reason = role_holder(scene, page.words[first + 1 : index + 1], page.words[first].start)
        if actor is None and not fitting:
            continue
        found.append(Naming(
            start=page.words[first].start, end=word.end, actor=actor, type=MentionType.NOMINAL,
            method=f"the-{word.low}", score=0.8 if actor else 0.0, reason=reason, alternatives=fitting,
        ))  # fmt: skip
    return [*found, *_aged(scene, ranges)]


def _begin(page: Page, index: int) -> int | None:
    """The determiner before a role's modifiers; None where the words before it are something else."""
    first = index - 1
    while first >= 0 and index - first <= 4 and page.before(first + 1) is not None:
        word = page.words[first]
        if word.low in _DETERMINERS:
            return first
        naming = page.ending_at(word.end)
        is_modifier = word.low in PORTFOLIO or word.low in STATUS or word.low in ROLE_HEADS
        if not is_modifier and (naming is None or naming.type is not MentionType.DEMONYM):
            return None
        # A demonym may begin inside of a word ("African-American"): each round steps back by one word at least.
        first = min(first, page.word_at(naming.start) if naming is not None and not is_modifier else first) - 1
    return None


def _is_apposed(page: Page, first: int, last: int) -> bool:
    """True where the role stands with a name or goes on ("the minister of trade", "Rusk, the envoy,")."""
    after, before = page.after(last), page.before(first)
    if after is not None and (after.low in _GOES_ON or after.is_capital or after.low in ROLE_HEADS):
        return True
    if after is not None and after.string == "," and last + 2 < len(page.words) and page.words[last + 2].is_capital:
        return page.beginning_at(page.words[last + 2].start) is not None
    return before is not None and before.string == "," and first >= 2 and page.words[first - 2].is_capital


def _is_inside(ranges: list[tuple[int, int]], offset: int) -> bool:
    index = bisect_right(ranges, (offset, 1 << 60)) - 1
    return index >= 0 and ranges[index][1] > offset


def _aged(scene: Scene, ranges: list[tuple[int, int]]) -> list[Naming]:
    found = []
    for match in _AGED.finditer(scene.page.string):
        if _is_inside(ranges, match.start()) or not scene.page.is_free(match.start(), match.end()):
            continue
        persons = tuple(dict.fromkeys(
            n.actor for n in scene.before(match.start(), 3)
            if n.actor is not None and scene.cast.kind(n.actor) is ActorKind.PERSON
        ))  # fmt: skip
        sole = persons[0] if len(persons) == 1 else None
        if persons:
            found.append(Naming(
                start=match.start(), end=match.end(), actor=sole, type=MentionType.NOMINAL, method="the-aged",
                score=0.8 if sole else 0.0, alternatives=() if sole else persons[:3],
                reason=None if sole else "several persons fit",
            ))  # fmt: skip
    return found


def owned_nominals(scene: Scene, pronouns: Iterable[Naming]) -> list[Naming]:
    """ "her government", "our country": the state, or its government, of whomever the pronoun means."""
    page, cast = scene.page, scene.cast
    found = []
    for pronoun in pronouns:
        index = page.word_at(pronoun.start)
        if pronoun.actor is None or page.words[index].low not in _OWNERS:
            continue
        noun = page.after(index)
        if noun is None or noun.low not in _OWNER_NOUNS or not page.is_free(noun.start, noun.end):
            continue
        actor = (own_government if noun.low == "government" else own_state)(cast, pronoun.actor)
        if actor is None:
            continue
        found.append(Naming(
            start=pronoun.start, end=noun.end, actor=actor, type=MentionType.NOMINAL, method=f"own-{noun.low}",
            score=0.75,
        ))  # fmt: skip
    return found


_OWNERS = frozenset({"his", "her", "their", "its", "our", "my"})
