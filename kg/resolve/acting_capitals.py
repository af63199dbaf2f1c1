"""Capitals that no reference data has and that the article does not call so: "Holm demanded an answer".

Only capitals of unknown states: those of known ones are known. An unknown single name is a capital if it acts, or is
acted upon, as states are, and one state alone can be meant: the one that leads an article with that dateline; the
only state of the article, if the sentence before is about it; of two states, the one that the other's capital
accuses.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from kg.model import ActorId, ActorKind, MentionType
from kg.resolve.context import leading_state
from kg.resolve.page import Naming
from kg.resolve.places import is_where
from kg.resolve.state_evidence import STATE_ACTS, may_be_state

if TYPE_CHECKING:
    from collections.abc import Set

    from kg.resolve.cast import Cast
    from kg.resolve.page import Page
    from kg.resolve.state_evidence import Acts

_SCORE: Final = 0.6
_DETERMINERS: Final = frozenset({"the", "a", "an", "his", "her", "its", "their", "mr", "ms", "mrs", "dr", "."})
_THROUGH: Final = frozenset({"to", "from", "of"})


def name_acting_capitals(pages: tuple[Page, ...], cast: Cast, acts: Acts, surnames: Set[str]) -> None:
    """Claim unknown capitals that act for the one state that can be meant; where they only say where, as places."""
    states = {n.actor for page in pages for n in page.namings if n.actor and cast.kind(n.actor) is ActorKind.STATE}
    local = {state for state in states if cast.actor(state).is_local}
    found = _acting(pages, acts, surnames) if local else {}
    capitals: dict[str, ActorId] = {}
    for name, places in found.items():
        if (state := _state_of(name, places, pages, cast, states)) is not None:
            capitals[name] = state
    if len(states) == 2 and len(set(capitals.values())) == 1 and len(found) == 2:
        # Two states, two capitals, and one is known to belong to one: they are each other's sides.
        (bound,) = set(capitals.values())
        (other,) = states - {bound}
        rest = [name for name in found if name not in capitals]
        if len(rest) == 1 and other in local and _is_set_against(found):
            capitals[rest[0]] = other
    for page in pages if capitals else ():
        _claim(page, capitals)


def _acting(pages: tuple[Page, ...], acts: Acts, surnames: Set[str]) -> dict[str, list[tuple[Page, int]]]:
    """Unknown single names that are source or target of what states do, with the places where they are."""
    found: dict[str, list[tuple[Page, int]]] = defaultdict(list)
    for page in pages:
        for run in page.runs:
            word = page.words[run.first]
            is_name = run.last - run.first == 1 and may_be_state(page, run.first, surnames)
            if is_name and acts.get((page.source.name, word.start)) in STATE_ACTS and _stands_alone(page, run.first):
                found[word.string].append((page, run.first))
    return dict(found)


def _stands_alone(page: Page, index: int) -> bool:
    """False for "the Quell accord" and for "Quell's envoy", "his Quell"."""
    before, after = page.before(index), page.after(index)
    has_determiner = before is not None and before.low in _DETERMINERS
    goes_on = after is not None and (after.string in ("'s", "-") or after.is_capital)
    return not has_determiner and not goes_on


def _state_of(
    name: str, places: list[tuple[Page, int]], pages: tuple[Page, ...], cast: Cast, states: set[ActorId]
) -> ActorId | None:
    """The unknown state whose capital the name can only be, None where it is not sure."""
    towns = {word.casefold() for page in pages for word in page.dateline_words()}
    if name.casefold() in towns:
        lead = leading_state(pages[0], cast)
        return lead if lead is not None and cast.actor(lead).is_local else None
    if len(states) != 1:
        return None
    (sole,) = states
    page, index = places[0]
    return sole if _was_subject(page, sole, page.words[index].start) else None


def _was_subject(page: Page, state: ActorId, offset: int) -> bool:
    """True if the sentence before the one at the offset begins with the state."""
    number = page.source.sentence_at(offset)
    if not number:
        return False
    begin, _ = page.source.sentences[number - 1]
    naming = page.beginning_at(begin) or page.beginning_at(begin + 4)
    return naming is not None and naming.actor == state and not page.string.startswith("'", naming.end)


def _is_set_against(found: dict[str, list[tuple[Page, int]]]) -> bool:
    """True if both names stand in one sentence: "Holm accused Brava"."""
    one, other = ({(page.source.name, page.source.sentence_at(page.words[i].start)) for page, i in places}
                  for places in found.values())  # fmt: skip
    return bool(one & other)


def _claim(page: Page, capitals: dict[str, ActorId]) -> None:
    for index, word in enumerate(page.words):
        state = capitals.get(word.string)
        if state is None or not page.is_free(word.start, word.end):
            continue
        before, after = page.before(index), page.after(index)
        where = is_where(page, index) or (before is not None and before.low in _THROUGH)
        if not where and after is not None and after.is_capital:
            continue
        page.claim(Naming(
            start=word.start, end=word.end, actor=None if where else state, type=MentionType.METONYM,
            method="capital-as-place" if where else "metonym-capital", score=0.0 if where else _SCORE, is_place=where,
            alternatives=(state,) if where else (),
            reason="here the capital only says where" if where else None,
        ))  # fmt: skip
