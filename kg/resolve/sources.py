"""From a source span to its speakers: the head of the phrase decides who speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind, MentionType
from kg.resolve.coreference import NEUTER, PERSONAL, PLURAL
from kg.resolve.lexicon import DOCUMENTS, ISSUED, NON_BINDING, ORG_WORDS, PLURAL_ROLES, ROLE_HEADS, words_of
from kg.resolve.page import Naming

if TYPE_CHECKING:
    from kg.resolve.coreference import Scene
    from kg.resolve.page import Word

_ENDS_HEAD = words_of("""
, ; : ( - — – of from in at for on with to by near who which that whose as about against after before familiar close speaking
dated while when whom into among between based including where like under since than led published released issued quoted
""")
_CUTS_LABEL = words_of(", ; : ( — – who which that whose speaking quoted dated while when whom where")
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "some", "one"})
_POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our", "your"})
_ORG_NOUNS = ORG_WORDS | words_of(
    "government parliament ministry embassy army junta opposition presidency administration side delegation firm rebels"
)
_JOINER = re.compile(r"(?:,|,? and|,? as well as|,? or| &) ")
_NO_JOINER = re.compile(r"\b(?:a|an|the|his|her|its|of|to|for|who|whose|with)\b")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a source, [first, last), and where its head ends."""

    first: int
    last: int
    head_end: int


def resolve_source(scene: Scene, start: int, end: int) -> list[Naming]:
    """The namings of those who speak in a source span; one without an actor is an abstention with its reason."""
    phrase = _phrase(scene, start, end)
    if phrase is None:
        return [_abstain(start, end, "the source holds no words")]
    words = scene.page.words[phrase.first : phrase.last]
    if len(words) == 1 and (pronoun := _pronoun(scene, words[0])) is not None:
        return [pronoun]
    if words[0].low in ("who", "which", "that") and len(words) == 1:
        return [_relative(scene, words[0])]
    inside = _inside(scene, phrase)
    group = next(
        (n for n in inside if n.actor and scene.cast.kind(n.actor) is ActorKind.GROUP and _is_head(scene, n, phrase)),
        None,
    )
    if group is not None:
        return [group]
    return _persons(scene, phrase, inside) or _heads(scene, phrase, inside) or [_nominal(scene, phrase, inside)]


def _phrase(scene: Scene, start: int, end: int) -> Phrase | None:
    page = scene.page
    first, last = page.word_at(start), page.word_at(end)
    while first < last and not page.words[first].string[0].isalnum():
        first += 1
    while last > first and not page.words[last - 1].string[0].isalnum():
        last -= 1
    if first == last:
        return None
    head_end = first + 1
    while head_end < last and page.words[head_end].low not in _ENDS_HEAD:
        naming = page.beginning_at(page.words[head_end].start)
        head_end = max(head_end + 1, min(last, page.word_at(naming.end))) if naming else head_end + 1
    naming = page.beginning_at(page.words[first].start)
    if naming is not None:
        head_end = max(head_end, min(last, page.word_at(naming.end)))
    return Phrase(first, last, head_end)


def _pronoun(scene: Scene, word: Word) -> Naming | None:
    low = word.low
    if low in PERSONAL:
        actor, fitting = scene.person(low, word.start)
        reason = None if actor else ("several persons fit" if fitting else "no person fits")
        return _pronoun_naming(word, actor, f"pronoun-{low}", reason, fitting)
    if low in NEUTER:
        actor = scene.body(word.start)
        return _pronoun_naming(word, actor, "pronoun-it", None if actor else "no body or state fits")
    if low in PLURAL:
        actor = scene.group(word.start)
        return _pronoun_naming(word, actor, "pronoun-they", None if actor else "no group fits")
    if low in ("i", "we", "you", "me", "us", "one", "this", "these", "those", "someone", "everyone", "nobody"):
        return _pronoun_naming(word, None, "pronoun", "the text does not show who is meant")
    return None


def _pronoun_naming(
    word: Word, actor: ActorId | None, method: str, reason: str | None, fitting: tuple[ActorId, ...] = ()
) -> Naming:
    return Naming(
        start=word.start, end=word.end, actor=actor, type=MentionType.PRONOUN, method=method,
        score=0.8 if actor else 0.0, reason=reason, alternatives=fitting,
    )  # fmt: skip


def _relative(scene: Scene, word: Word) -> Naming:
    nearest = next((n for n in scene.before(word.start, 0) if not n.is_place), None)
    actor = nearest.actor if nearest else None
    return _pronoun_naming(word, actor, "relative", None if actor else "no antecedent is named")


def _inside(scene: Scene, phrase: Phrase) -> list[Naming]:
    begin, end = scene.page.words[phrase.first].start, scene.page.words[phrase.last - 1].end
    found = [n for n in scene.page.all_between(begin, end) if n.start >= begin - 4 and n.end <= end]
    return sorted(found, key=lambda n: (n.start, -n.end))


def _is_head(scene: Scene, naming: Naming, phrase: Phrase) -> bool:
    """True if the phrase's head ends with this naming and it possesses nothing in it."""
    page = scene.page
    if page.string.startswith("'", naming.end) and naming.end < page.words[phrase.last - 1].end:
        return False
    return naming.end == page.words[phrase.head_end - 1].end


def _persons(scene: Scene, phrase: Phrase, inside: list[Naming]) -> list[Naming]:
    page, cast = scene.page, scene.cast
    found: list[Naming] = []
    for naming in inside:
        persons = [naming.actor] if naming.actor else list(naming.alternatives)
        if not persons or any(cast.kind(person) is not ActorKind.PERSON for person in persons):
            continue
        before = page.before(page.word_at(naming.start))
        if page.string.startswith("'", naming.end) or (
            before is not None and before.start >= page.words[phrase.first].start
            and before.low in ("to", "of", "for", "with", "by", "from", "about", "against")
        ):  # fmt: skip
            continue
        if found and not _joined(scene, found[-1], naming):
            break
        found.append(naming)
    return found


def _joined(scene: Scene, one: Naming, other: Naming) -> bool:
    """True for "X and Y" and for "X, Y and Z", with roles between."""
    between = scene.page.string[one.end : other.start].casefold()
    return bool(_JOINER.match(between)) and not _NO_JOINER.search(between.replace("and", "", 1))


def _heads(scene: Scene, phrase: Phrase, inside: list[Naming]) -> list[Naming]:
    """The body or state that ends the head, and those joined to it."""
    head = next((n for n in inside if _is_head(scene, n, phrase) and (n.actor or n.reason)), None)
    if head is None or (head.actor is None and head.is_place and not head.alternatives):
        return []
    if head.type is MentionType.DEMONYM and phrase.head_end - phrase.first > 1:
        return []
    joined = [head]
    for naming in reversed([n for n in inside if n.end <= head.start and n.actor]):
        between = scene.page.string[naming.end : joined[0].start].casefold().replace("the ", "").strip()
        if between not in ("and", ",", ", and", "&", "as well as"):
            break
        joined.insert(0, naming)
    return joined


def _nominal(scene: Scene, phrase: Phrase, inside: list[Naming]) -> Naming:
    """A source that is described, not named."""
    page, cast = scene.page, scene.cast
    words = page.words[phrase.first : phrase.last]
    start, end = words[0].start, words[-1].end
    head = page.words[phrase.head_end - 1]
    first = phrase.first + 1 if words[0].low in (*_ARTICLES, *_POSSESSIVES) and len(words) > 1 else phrase.first
    modifiers = [word.low for word in page.words[first : phrase.head_end]]
    definite = words[0].low in ("the", "this", "that")
    if words[0].low in _POSSESSIVES or "'s" in modifiers:
        owned = _owned(scene, phrase, inside, head)
        if owned is not None:
            return _described(start, end, owned, "possessor")
    if head.low in ISSUED and (issuer := _issuer(scene, phrase, inside)) is not None:
        return _described(start, end, issuer, "document-of-body")
    if definite and (known := _again(scene, modifiers, head, start)) is not None:
        return _described(start, end, known, f"the-{head.low}")
    if head.low in _ORG_NOUNS:
        actor, fitting = scene.nominal(modifiers, start) if definite else (None, ())
        if len(fitting) > 1:
            return _abstain(start, end, "several bodies of the article fit", fitting)
        if actor is not None:
            return _described(start, end, actor, f"the-{head.low}")
    label = _label(scene, phrase, first)
    if sum(character.isalpha() for character in label) < 2:
        return _abstain(start, end, "the source holds no name")
    kind = _kind(scene, phrase, head, label)
    actor = cast.mint(kind, label)
    cast.name(actor, page.string[start:end])
    cast.name(actor, page.string[page.words[first].start : head.end])
    _note_principal(scene, actor, phrase, inside, head)
    return _described(start, end, actor, "description" if kind is not ActorKind.PERSON else "unknown-name")


def _kind(scene: Scene, phrase: Phrase, head: Word, label: str) -> ActorKind:
    low = head.low
    if low in ROLE_HEADS or low in PLURAL_ROLES:
        return ActorKind.UNNAMED
    if low in DOCUMENTS:
        return ActorKind.DOCUMENT
    if low in ("ministry", "government", "parliament", "embassy", "army", "presidency", "junta"):
        return ActorKind.GOVERNMENT_BODY
    words = scene.page.words[phrase.first : phrase.head_end]
    if low in _ORG_NOUNS or (head.is_capital and any(word.low in ORG_WORDS for word in words)):
        return ActorKind.ORGANISATION
    if head.is_capital and words[0].low not in ("a", "an"):
        found = scene.page.label_of(words[0].start, head.end)
        if found == "PERSON" or (
            found is None and len(words) > 1 and words[0].is_capital and words[0].low not in _ARTICLES
        ):
            return ActorKind.PERSON
        return ActorKind.ORGANISATION
    return ActorKind.UNNAMED


def _label(scene: Scene, phrase: Phrase, first: int) -> str:
    """The phrase without its article, up to its first clause; a second place phrase goes too."""
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
    """ "Her aide", "Hahl's office": known by whom it belongs to."""
    page, cast = scene.page, scene.cast
    first = page.words[phrase.first]
    if first.low in PERSONAL:
        owner, _ = scene.person(first.low, first.start)
        begin = phrase.first + 1
    elif first.low in NEUTER:
        owner, begin = scene.body(first.start), phrase.first + 1
    else:
        naming = next((n for n in inside if n.actor and page.string.startswith("'", n.end)), None)
        owner = naming.actor if naming else None
        begin = page.word_at(naming.end) + 1 if naming else phrase.first
    if owner is None or begin >= phrase.head_end:
        return None
    words = page.string[page.words[begin].start : head.end]
    name = cast.actor(owner).label
    if head.low in ROLE_HEADS or head.low in PLURAL_ROLES:
        joiner = "to" if head.low in ("aide", "aides", "adviser", "advisers", "advisor", "assistant") else "of"
        actor = cast.mint(ActorKind.UNNAMED, f"{words} {joiner} {name}")
        if head.low not in NON_BINDING and cast.kind(owner) is not ActorKind.PERSON:
            cast.principals[actor] = owner
    else:
        kind = ActorKind.GOVERNMENT_BODY if cast.kind(owner) is ActorKind.STATE else ActorKind.ORGANISATION
        actor = cast.mint(
            kind,
            f"{words[:1].upper()}{words[1:]} of {name}",
            organ_of=owner if kind is ActorKind.GOVERNMENT_BODY else None,
        )
        if head.low in ("office", "team", "campaign", "government", "party", "cabinet", "administration"):
            cast.principals[actor] = owner
    cast.name(actor, page.string[first.start : head.end])
    return actor


def _issuer(scene: Scene, phrase: Phrase, inside: list[Naming]) -> ActorId | None:
    """Who speaks in "a ministry statement" and "a statement from the ministry"."""
    for naming in inside:
        before = scene.page.before(scene.page.word_at(naming.start))
        follows = before is not None and before.low in ("the", "by", "from", "of")
        if naming.actor and (naming.end <= scene.page.words[phrase.head_end - 1].start or follows):
            return naming.actor
    return None


def _again(scene: Scene, modifiers: list[str], head: Word, offset: int) -> ActorId | None:
    """The person or unnamed source that "the spokesman", "the diplomat" is."""
    if head.low not in ROLE_HEADS:
        return None
    for naming in scene.before(offset, 30):
        if naming.actor is None or scene.cast.kind(naming.actor) is not ActorKind.PERSON:
            continue
        capacity = scene.cast.capacities.get(naming.actor)
        words = capacity.words.casefold().split() if capacity else []
        if head.low in words and all(word in words for word in modifiers):
            return naming.actor
    for start, actor in reversed(scene.spoken):
        label = scene.cast.actor(actor).label.casefold().split()
        if start < offset and scene.cast.kind(actor) is ActorKind.UNNAMED and all(word in label for word in modifiers):
            return actor
    return None


def _note_principal(scene: Scene, actor: ActorId, phrase: Phrase, inside: list[Naming], head: Word) -> None:
    """Whom an unnamed official binds: the state or body that the phrase puts the official with."""
    binds = head.low in ROLE_HEADS or head.low in ("officials", "diplomats", "authorities", "delegates", "ministers")
    if not binds or head.low in NON_BINDING:
        return
    for naming in inside:
        before = scene.page.before(scene.page.word_at(naming.start))
        belongs = naming.end <= head.start or (before is not None and before.low in ("of", "the", "at", "from"))
        if naming.actor is None or naming.is_place or not belongs or scene.cast.kind(naming.actor) is ActorKind.PERSON:
            continue
        speaks = head.low.startswith("spokes")
        scene.cast.principals[actor] = naming.actor if speaks else scene.cast.state_of(naming.actor) or naming.actor
        return


def _described(start: int, end: int, actor: ActorId, method: str) -> Naming:
    return Naming(start=start, end=end, actor=actor, type=MentionType.NOMINAL, method=method, score=0.8)


def _abstain(start: int, end: int, reason: str, fitting: tuple[ActorId, ...] = ()) -> Naming:
    return Naming(
        start=start, end=end, actor=None, type=MentionType.NOMINAL, method="abstained", score=0.0, reason=reason,
        alternatives=fitting,
    )  # fmt: skip
