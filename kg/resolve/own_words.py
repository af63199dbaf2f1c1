"""Whom "I", "we" and "you" mean inside somebody's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind
from kg.resolve.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.resolve.coreference import Scene
    from kg.resolve.page import Word
    from kg.resolve.voices import Voice

_SINGULAR = words_of("i me my mine myself")
_PLURAL = words_of("we us our ours ourselves")
FIRST_PERSON = _SINGULAR | _PLURAL
SECOND_PERSON = words_of("you your yours")
_PERSONS = frozenset({ActorKind.PERSON, ActorKind.UNNAMED})
_EVERYBODY = words_of("all both two three humans together must should need can let could may might cannot shall")
"""Beside "we", these may mean everybody present, or everybody there is: "we must all", "both of us"."""
_STATE_HAS = words_of("""
country nation homeland government state army navy military troops forces soldiers armed embassy delegation ministry
parliament minister president ambassador envoy territory borders border citizens sovereignty independence capital
position side police fleet
""")
"""What "our" may own that is the speaker's state's."""


def own_words(scene: Scene, word: Word, voices: Sequence[Voice]) -> tuple[ActorId | None, str | None]:
    """Whom a pronoun of the first or second person means, or None and the reason."""
    voice = next((voice for voice in voices if voice.is_direct), None)
    if voice is None:
        return None, "the words are nobody's own"
    if word.low in SECOND_PERSON:
        return _addressed(scene, voice)
    if len(voice.speakers) != 1:
        return None, "several speak" if voice.speakers else "the text does not show who speaks"
    speaker = voice.speakers[0]
    if word.low in _SINGULAR:
        is_person = scene.cast.kind(speaker) in _PERSONS
        return (speaker, None) if is_person else (None, "the speaker is no person")
    if not _is_safe(scene, word):
        return None, "everybody may be meant"
    bound = _bound(scene, speaker)
    return (bound, None) if bound is not None else (None, "the text does not show for whom the speaker speaks")


def _bound(scene: Scene, speaker: ActorId) -> ActorId | None:
    """Whom "we" binds: whom the speaker speaks for; a body or state itself."""
    cast = scene.cast
    if cast.kind(speaker) not in _PERSONS:
        return speaker if cast.kind(speaker) is not ActorKind.DOCUMENT else None
    capacity = cast.capacities.get(speaker)
    return capacity.principal if capacity is not None else cast.principals.get(speaker)


def _is_safe(scene: Scene, word: Word) -> bool:
    page = scene.page
    index = page.word_at(word.start)
    around = [one.low for one in page.words[max(0, index - 2) : index + 4] if one.start != word.start]
    if word.low in ("our", "ours"):
        return any(one.low in _STATE_HAS for one in page.words[index + 1 : index + 3])
    return not any(low in _EVERYBODY for low in around)


def _addressed(scene: Scene, voice: Voice) -> tuple[ActorId | None, str | None]:
    named = [
        naming.actor for start, end in voice.addressees for naming in scene.page.all_between(start, end) if naming.actor
    ]
    actors = tuple(dict.fromkeys(named))
    return (actors[0], None) if len(actors) == 1 else (None, "the text does not show who is addressed")
