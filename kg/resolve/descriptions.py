"""Sources that are described, not named: "a senior diplomat", "her aide", "a ministry memo", "the spokesman"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind, MentionType
from kg.resolve.cast import Capacity
from kg.resolve.coreference import NEUTER, PERSONAL
from kg.resolve.lexicon import (
    DOCUMENTS,
    ISSUED,
    MEDIA_TERMS,
    NON_BINDING,
    ORG_WORDS,
    PLURAL_ROLES,
    ROLE_HEADS,
    STATUS,
    TITLES,
    words_of,
)
from kg.resolve.nominals import role_holder
from kg.resolve.office_holders import holder_on_day, tells_of_that_day
from kg.resolve.organs import own_government
from kg.resolve.page import Naming
from kg.resolve.posts import role_class
from kg.resolve.roles import assume_role, delegate_in_brackets

if TYPE_CHECKING:
    from kg.resolve.coreference import Scene
    from kg.resolve.page import Word

ARTICLES = words_of("the a an this that these those some one")
POSSESSIVES = words_of("his her its their my our your")
_CUTS_LABEL = words_of(", ; : ( — – who which that whose speaking quoted dated while when whom where")
_GOVERNMENT = words_of("ministry government parliament embassy army presidency junta military police")
_ORG_NOUNS = ORG_WORDS | _GOVERNMENT | words_of("opposition administration side delegation firm rebels militia")
_OFFICES = words_of("office team campaign government party cabinet administration delegation side ministry")
_SERVANTS = words_of("aide aides adviser advisers advisor advisors assistant assistants")
_OFFICIALS = words_of("officials diplomats authorities delegates ministers negotiators envoys")
_MEMORY = 100
"""Sources that "the diplomat" looks back over."""
_BELONGS = words_of("of the at from for")
_NOBODY = words_of("no nobody none neither few")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a source, [first, last), and where its head ends."""

    first: int
    last: int
    head_end: int


def describe(scene: Scene, phrase: Phrase, inside: list[Naming]) -> Naming:
    """The naming of a described source: somebody met before, else an actor known only by these words."""
    page = scene.page
    scene.aside = ()  # "his office said" may well belong to whom the reported words are about.
    words = page.words[phrase.first : phrase.last]
    start, end = words[0].start, words[-1].end
    if words[0].low in _NOBODY:
        return abstain(start, end, "the source is nobody")
    actor, method = _known(scene, phrase, inside)
    if actor is not None:
        return Naming(start=start, end=end, actor=actor, type=MentionType.NOMINAL, method=method, score=0.8)
    fitting = _fitting_bodies(scene, phrase)
    if len(fitting) > 1:
        return abstain(start, end, "several bodies of the article fit", fitting)
    actor = fitting[0] if fitting else _mint(scene, phrase, inside)
    if actor is None:
        return abstain(start, end, "the source holds no name")
    is_name = scene.cast.kind(actor) in (ActorKind.PERSON, ActorKind.MEDIA_OUTLET)
    method = "unknown-name" if is_name else "description"
    naming = Naming(start=start, end=end, actor=actor, type=MentionType.NOMINAL, method=method, score=0.8)
    sent = delegate_in_brackets(page, naming, scene.cast) if words[0].low in TITLES else None
    if sent is not None:
        assume_role(page, scene.cast, actor, sent, scene.cast.day)
    return naming


def abstain(start: int, end: int, reason: str, fitting: tuple[ActorId, ...] = ()) -> Naming:
    """A naming without actor: why nobody was taken, and who might be meant."""
    return Naming(
        start=start, end=end, actor=None, type=MentionType.NOMINAL, method="abstained", score=0.0, reason=reason,
        alternatives=fitting,
    )  # fmt: skip


def is_body_phrase(scene: Scene, phrase: Phrase) -> bool:
    """True for words that name or describe a body, a state or a document: what "it" may go on with as a speaker."""
    words = scene.page.words[phrase.first : phrase.head_end]
    head = words[-1]
    if head.low in ROLE_HEADS or head.low in PLURAL_ROLES:
        return False
    naming = scene.page.ending_at(head.end)
    if naming is not None and naming.actor is not None:
        return scene.cast.kind(naming.actor) is not ActorKind.PERSON and not naming.is_place
    is_described = any(word.low in _ORG_NOUNS for word in words)
    return head.low in DOCUMENTS or head.low in _ORG_NOUNS or (head.is_capital and is_described)


def _known(scene: Scene, phrase: Phrase, inside: list[Naming]) -> tuple[ActorId | None, str]:
    """Somebody whom the words lead to: owner's office, issuer of a statement, holder of a role."""
    words, head = scene.page.words, scene.page.words[phrase.head_end - 1]
    opening = words[phrase.first].low
    if opening in POSSESSIVES or any(word.string == "'s" for word in words[phrase.first : phrase.head_end]):
        owned = _owned(scene, phrase, inside, head)
        is_named = owned is not None and scene.cast.kind(owned) is ActorKind.PERSON
        if not is_named and head.low in ROLE_HEADS and (holder := _by_day(scene, phrase, inside)) is not None:
            return holder, "office-on-day"
        if owned is not None:
            return owned, "possessor"
    if head.low in ISSUED and (issuer := _issuer(scene, phrase, inside)) is not None:
        return issuer, "document-of-body"
    if head.low not in ROLE_HEADS:
        return None, ""
    if opening not in ("a", "an", "another", "one") and (holder := _holder(scene, phrase, inside)) is not None:
        return holder, "role-and-state"
    if opening in ("the", "this", "that") and (known := _again(scene, phrase, head)) is not None:
        return known, f"the-{head.low}"
    if opening not in ("a", "an", "another", "one") and (holder := _by_day(scene, phrase, inside)) is not None:
        return holder, "office-on-day"
    return None, ""


def _fitting_bodies(scene: Scene, phrase: Phrase) -> tuple[ActorId, ...]:
    words = scene.page.words[phrase.first : phrase.head_end]
    if words[-1].low not in _ORG_NOUNS or words[0].low not in ("the", "this", "that"):
        return ()
    following = scene.page.words[phrase.head_end : min(phrase.head_end + 3, phrase.last)]
    if following and following[0].low in ("of", "for") and any(word.is_capital for word in following):
        # "the Ministry of Fisheries" is none of the ministries met before.
        return ()
    actor, fitting = scene.nominal([word.low for word in words[1:]], words[0].start)
    return (actor,) if actor is not None else fitting


def _mint(scene: Scene, phrase: Phrase, inside: list[Naming]) -> ActorId | None:
    """An actor of this article, labelled by the phrase without its article; None where that holds no word."""
    page, cast = scene.page, scene.cast
    words = page.words[phrase.first : phrase.last]
    head = page.words[phrase.head_end - 1]
    has_article = words[0].low in (ARTICLES | POSSESSIVES) and len(words) > 1 and words[1].low != "of"
    first = phrase.first + 1 if has_article else phrase.first
    kind = _kind(scene, phrase, head)
    if kind is ActorKind.MEDIA_OUTLET and head.is_capital:
        first = _name_start(scene, phrase)
    label = _label(scene, phrase, first)
    if sum(character.isalpha() for character in label) < 2:
        return None
    if kind in (ActorKind.UNNAMED, ActorKind.DOCUMENT) and _is_opening(scene, first):
        label = label[:1].lower() + label[1:]
    actor = cast.mint(kind, label)
    cast.name(actor, page.string[words[0].start : words[-1].end])
    if page.words[first].start < head.end:
        cast.name(actor, page.string[page.words[first].start : head.end])
    _note_principal(scene, actor, inside, head)
    return actor


def _is_opening(scene: Scene, index: int) -> bool:
    """True for a common word that is capitalised because it opens the sentence."""
    page = scene.page
    word = page.words[index]
    is_name = page.hit_at(word.start) is not None or page.beginning_at(word.start) is not None
    return page.opens_sentence(index) and not is_name and not word.string[1:2].isupper()


def _kind(scene: Scene, phrase: Phrase, head: Word) -> ActorKind:
    low = head.low
    page = scene.page
    words = page.words[phrase.first : phrase.head_end]
    if words[0].low in ("one", "some", "many", "most", "several") and page.words[phrase.last - 1].low in (
        "them",
        "those",
    ):
        return ActorKind.UNNAMED
    if words[0].low in TITLES and words[0].is_capital and head.is_capital:
        return ActorKind.PERSON
    if low in ROLE_HEADS or low in PLURAL_ROLES:
        return ActorKind.UNNAMED
    if low in DOCUMENTS or low.removesuffix("s") in DOCUMENTS:
        return ActorKind.DOCUMENT
    if low in _GOVERNMENT:
        return ActorKind.GOVERNMENT_BODY
    if any(word.low in MEDIA_TERMS for word in words):
        return ActorKind.MEDIA_OUTLET
    if low in _ORG_NOUNS or (head.is_capital and any(word.low in ORG_WORDS for word in words)):
        return ActorKind.ORGANISATION
    if not head.is_capital or words[0].low in ("a", "an") or (len(words) == 1 and _is_plain(scene, phrase.first)):
        return ActorKind.UNNAMED
    recognised = page.label_of(words[0].start, head.end)
    if recognised == "PERSON" or (recognised is None and len(words) > 1 and all(w.is_capital for w in words)):
        return ActorKind.PERSON if not any(page.hit_at(word.start) for word in words) else ActorKind.ORGANISATION
    return ActorKind.ORGANISATION


def _is_plain(scene: Scene, index: int) -> bool:
    """True for a plural that is capitalised only because it opens the sentence ("Estimates")."""
    word = scene.page.words[index]
    opens = scene.page.opens_sentence(index) and scene.page.label_of(word.start, word.end) is None
    return opens and word.low.endswith("s") and not word.string.isupper()


def _name_start(scene: Scene, phrase: Phrase) -> int:
    """Where the name begins in "the state news agency ENA"."""
    first = phrase.head_end - 1
    while first > phrase.first:
        word = scene.page.words[first - 1]
        if not word.is_capital or word.low in MEDIA_TERMS or word.low in ARTICLES:
            break
        first -= 1
    return first


def _label(scene: Scene, phrase: Phrase, first: int) -> str:
    """The phrase from there, up to its first clause; a second phrase of place goes too."""
    page = scene.page
    last = first + 1
    prepositions = 0
    while last < phrase.last and page.words[last].low not in _CUTS_LABEL:
        if page.words[last].low in ("in", "at", "near", "on") and prepositions:
            break
        prepositions += page.words[last].low in ("of", "from", "at", "in", "for", "with", "on")
        last += 1
    return page.string[page.words[first].start : page.words[last - 1].end]


def _owned(scene: Scene, phrase: Phrase, inside: list[Naming], head: Word) -> ActorId | None:
    """ "Her aide", "Reth's office": known by whom it belongs to."""
    page, cast = scene.page, scene.cast
    first = page.words[phrase.first]
    begin = phrase.first + 1
    if first.low in PERSONAL:
        owner, _ = scene.person(first.low, first.start)
    elif first.low in NEUTER:
        owner = scene.body(first.start)
    else:
        naming = next((n for n in inside if n.actor and page.string.startswith("'", n.end)), None)
        owner = naming.actor if naming else None
        begin = page.word_at(naming.end) + 1 if naming else phrase.first
    if owner is None or begin >= phrase.head_end:
        return None
    words = page.string[page.words[begin].start : head.end]
    if first.low in PERSONAL and words == "government" and (government := own_government(cast, owner)) is not None:
        return government
    is_person = cast.kind(owner) is ActorKind.PERSON
    holder = None if is_person else _holder_for(scene, owner, head.low)
    if holder is not None:
        return holder
    actor = _office_of(scene, owner, words, head.low)
    if (head.low in _OFFICES) or (head.low in ROLE_HEADS and head.low not in NON_BINDING and not is_person):
        cast.principals[actor] = owner
    cast.name(actor, page.string[first.start : head.end])
    return actor


def _office_of(scene: Scene, owner: ActorId, words: str, head: str) -> ActorId:
    cast = scene.cast
    name = cast.actor(owner).label
    if head not in _ORG_NOUNS and head not in _OFFICES:
        return cast.mint(ActorKind.UNNAMED, f"{words} {'to' if head in _SERVANTS else 'of'} {name}")
    label = f"{words[:1].upper()}{words[1:]} of {name}"
    if cast.kind(owner) is ActorKind.STATE:
        return cast.mint(ActorKind.GOVERNMENT_BODY, label, organ_of=owner)
    return cast.mint(ActorKind.ORGANISATION, label)


def _issuer(scene: Scene, phrase: Phrase, inside: list[Naming]) -> ActorId | None:
    """Who speaks in "a ministry statement" and "a statement from the ministry"."""
    page = scene.page
    head = page.words[phrase.head_end - 1]
    for naming in inside:
        before = page.before(page.word_at(naming.start))
        follows = before is not None and before.low in ("the", "by", "from", "of")
        if page.string.startswith("'s", naming.end) and naming.end > head.start:
            continue
        if naming.actor and (naming.end <= head.start or follows):
            return naming.actor
    return None


def _holder(scene: Scene, phrase: Phrase, inside: list[Naming]) -> ActorId | None:
    """The person of the article who has this role of this state: "the Kestrian foreign minister"."""
    cast = scene.cast
    states = {cast.state_of(n.actor) for n in inside if n.actor and cast.kind(n.actor) is not ActorKind.PERSON}
    if len(states) != 1 or None in states:
        return None
    role = role_class(
        scene.page.string[scene.page.words[phrase.first].start : scene.page.words[phrase.head_end - 1].end]
    )
    fitting = [
        person for person, capacity in cast.capacities.items()
        if role is not None and capacity.role == role and capacity.principal and cast.states_of.get(person) in states
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None


def _by_day(scene: Scene, phrase: Phrase, inside: list[Naming]) -> ActorId | None:
    """Who held the office of a known state on the article's day: "the Chilean foreign minister"."""
    page, cast = scene.page, scene.cast
    words = page.words[phrase.first : phrase.head_end]
    states = {n.actor for n in inside if n.actor is not None and n.end <= words[-1].start and not n.is_place}
    if len(states) != 1 or any(w.low in STATUS or w.low in ("deputy", "vice", "assistant") for w in words):
        return None
    state = next(iter(states))
    if cast.kind(state) is not ActorKind.STATE or not tells_of_that_day(page, cast, words[0].start):
        return None
    role = role_class(page.string[words[0].start : words[-1].end])
    person, _ = holder_on_day(cast, state, role)
    if person is not None and person not in cast.capacities:
        cast.capacities[person] = Capacity(post=None, principal=state, role=role or "", words=words[-1].string)
        cast.states_of.setdefault(person, state)
    return person


def _holder_for(scene: Scene, owner: ActorId, head: str) -> ActorId | None:
    """The person who has this role for that owner: "its spokesman"."""
    fitting = [
        person for person, capacity in scene.cast.capacities.items()
        if capacity.principal == owner and head in capacity.words.casefold().split()
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None


def _again(scene: Scene, phrase: Phrase, head: Word) -> ActorId | None:
    """The last person, or unnamed source, that "the spokesman" or "the diplomat" is."""
    words = scene.page.words[phrase.first + 1 : phrase.head_end]
    modifiers = {word.low for word in words}
    offset = scene.page.words[phrase.first].start
    holder, _, _ = role_holder(scene, words, offset)
    if holder is not None:
        return holder
    for naming in scene.before(offset, 30):
        capacity = scene.cast.capacities.get(naming.actor) if naming.actor else None
        if capacity is not None and modifiers <= set(capacity.words.casefold().split()):
            return naming.actor
    for start, actor in reversed(scene.spoken[-_MEMORY:]):
        label = set(scene.cast.actor(actor).label.casefold().split())
        if start < offset and scene.cast.kind(actor) is ActorKind.UNNAMED and modifiers <= label:
            return actor
    return None


def _note_principal(scene: Scene, actor: ActorId, inside: list[Naming], head: Word) -> None:
    """Whom an unnamed official binds: the state or body that the phrase puts the official with."""
    cast = scene.cast
    is_office = head.low == "office"
    if (head.low not in ROLE_HEADS and head.low not in _OFFICIALS and not is_office) or head.low in NON_BINDING:
        return
    for naming in inside:
        before = scene.page.before(scene.page.word_at(naming.start))
        belongs = naming.end <= head.start or (before is not None and before.low in _BELONGS)
        if naming.actor is None or naming.is_place or not belongs or cast.kind(naming.actor) is ActorKind.PERSON:
            continue
        speaks = head.low.startswith("spokes") or is_office
        cast.principals[actor] = naming.actor if speaks else cast.state_of(naming.actor) or naming.actor
        return
