"""For whom somebody speaks in one statement: "speaking on behalf of the Group of Five", "she said for the opposition".

Such words bind this statement only; what the speaker's own role binds stays as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.model import ActorId, ActorKind
from kg.resolve.principals import office_at, office_holder

if TYPE_CHECKING:
    from kg.resolve.coreference import Scene

_ON_BEHALF: Final = (
    r"(?:(?:also )?(?:speaking|spoke|writing|acting|talking|who (?:spoke|was speaking|speaks)) )?"
    r"(?:(?:also )?on behalf of|in the name of)|(?:speaking|who (?:spoke|was speaking|speaks)) for"
)
_BEHIND = re.compile(rf",? (?:{_ON_BEHALF}) (?:the )?")
_IN_FRONT = re.compile(rf"(?:{_ON_BEHALF}) (?:the )?", re.I)
_FOR = re.compile(r",? for the (?=opposition|government|defen[cs]e|prosecution|majority|union|company|families)")
_NAME: Final = r"[^\W\d_a-z][\w'’-]*"
_GROUP = re.compile(
    rf"(?:(?:{_NAME}|of|the|and|for|in|\d+) ){{0,8}}?(?:[Gg]roup|[Aa]lliance|[Cc]ommunity|[Mm]ovement|[Uu]nion|"
    rf"[Cc]oalition|[Ff]orum|[Bb]loc)(?: (?:of|for) (?:the )?(?:{_NAME}|\d+)(?:(?: and)? (?:{_NAME}|\d+))*)?"
)
_COMMON = re.compile(r"[a-z][\w-]*(?: [a-z][\w-]*)?(?=[,.;:]| (?:who|that|said|and)\b|$)")
_FARTHEST = 160
"""Characters between the words and the source that they belong to."""


def on_behalf_of(scene: Scene, start: int, end: int) -> ActorId | None:
    """For whom the source in this range says that it speaks, None where it does not say so."""
    page = scene.page
    stop = _stop(scene, start, end)
    for pattern in (_BEHIND, _FOR):
        if (found := pattern.match(page.string, end, stop)) or (found := pattern.search(page.string, start, end)):
            return _actor(scene, found.end(), stop)
    number = page.source.sentence_at(start)
    begin = page.source.sentences[number][0] if number is not None else start
    if 0 < start - begin < _FARTHEST:
        opening = begin + len(page.string[begin:start]) - len(page.string[begin:start].lstrip("\"'“” "))
        if found := _IN_FRONT.match(page.string, opening, start):
            return _actor(scene, found.end(), start)
    return None


def _stop(scene: Scene, start: int, end: int) -> int:
    number = scene.page.source.sentence_at(start)
    stop = scene.page.source.sentences[number][1] if number is not None else len(scene.page.string)
    return min(max(stop, end), end + _FARTHEST)


def _actor(scene: Scene, place: int, stop: int) -> ActorId | None:
    """Who is named at a place: an actor met already, a group by its name, else by the common words."""
    page, cast = scene.page, scene.cast
    naming = page.widest_at(place)
    group = _GROUP.match(page.string, place, stop)
    if group is not None and (naming is None or naming.end < group.end()) and page.string[place].isupper():
        label = group[0].strip()
        actor = cast.mint(ActorKind.GROUP, label)
        cast.name(actor, label)
        return actor
    if naming is not None:
        is_possessor = page.string.startswith("'s", naming.end)
        joined = re.match(r"(?:,| and) (?:the )?", page.string[naming.end :])
        if joined and (other := page.widest_at(naming.end + joined.end())) is not None and other.actor and naming.actor:
            return _both(scene, (naming.actor, other.actor), page.string[place : other.end])
        return None if is_possessor or naming.is_place else naming.actor
    if (office := office_at(page, page.word_at(place))) is not None:
        return office_holder(cast, office)
    common = _COMMON.match(page.string, place, stop)
    if common is None:
        return None
    return cast.mint(ActorKind.GROUP, common[0])


def _both(scene: Scene, members: tuple[ActorId, ActorId], words: str) -> ActorId | None:
    """The two for whom one speaks; None unless both are states or bodies."""
    cast = scene.cast
    if any(cast.kind(member) in (ActorKind.PERSON, ActorKind.UNNAMED) for member in members):
        return None
    return cast.mint(ActorKind.GROUP, words, members=tuple(sorted(members)))
