"""Roles that only the words around tell: "spokeswoman Greta Olm said" after her ministry spoke; "her counterpart"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.model import ActorKind
from kg.resolve.coreference import PERSONAL
from kg.resolve.posts import role_class

if TYPE_CHECKING:
    from kg.model import ActorId
    from kg.resolve.coreference import Scene
    from kg.resolve.posts import RolePhrase

_SPEAKS: Final = frozenset({ActorKind.GOVERNMENT_BODY, ActorKind.INTERNATIONAL_BODY, ActorKind.ORGANISATION})
"""Bodies that have spokespersons. A state has many, each of another body of it."""


def counterpart_role(scene: Scene, phrase: RolePhrase) -> RolePhrase:
    """The role of a counterpart of another state: that of the person whose counterpart it is, if the article tells it.

    "Norland's Foreign Minister Mira Dahl met her Valdorian counterpart, Ivo Tarsk": both are foreign ministers.
    """
    if phrase.head != "counterpart" or phrase.owner is None or phrase.status is not None:
        return phrase
    page = scene.page
    state = page.possessor(page.word_at(phrase.start))
    before = page.before(page.word_at(state.start)) if state is not None else None
    if before is None or before.low not in PERSONAL:
        return phrase
    other, _ = scene.person(before.low, before.start)
    capacity = scene.cast.capacities.get(other) if other is not None else None
    is_of_other_state = capacity is not None and capacity.principal not in (None, phrase.owner)
    if capacity is None or not is_of_other_state or role_class(capacity.words) is None or " to " in capacity.words:
        return phrase
    return replace(phrase, words=capacity.words, head=capacity.words.split()[-1].casefold())


def body_just_heard(scene: Scene, phrase: RolePhrase) -> ActorId | None:
    """The body for which a bare "spokesman" speaks: the one that spoke last, in the sentence before.

    None where anything but reported words stands before him in his own sentence: a place, or somebody else's deed,
    may say that he speaks for another body.
    """
    if not phrase.head.startswith("spokes") or phrase.owner is not None or len(phrase.words.split()) != 1:
        return None
    page = scene.page
    here, last = page.source.sentence_at(phrase.start), scene.last_source(phrase.start)
    there = page.source.sentence_at(last) if last >= 0 else None
    if here is None or there is None or here - there != 1 or not _opens(scene, page.source.sentences[here][0], phrase):
        return None
    actor = next((actor for start, actor in reversed(scene.spoken) if start == last), None)
    return actor if actor is not None and scene.cast.kind(actor) in _SPEAKS else None


def _opens(scene: Scene, begin: int, phrase: RolePhrase) -> bool:
    """True if the role is the first thing said in its sentence, reported words and an article apart."""
    reported = (*scene.aside, *scene.quoted)
    outside = (
        character
        for place, character in enumerate(scene.page.string[begin : phrase.start], begin)
        if not any(start <= place < end for start, end in reported)
    )
    return re.sub(r"\W+", "", "".join(outside)).casefold() in ("", "the", "a")
