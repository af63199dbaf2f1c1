"""From a source span to its speakers: the head of the phrase decides who speaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind, MentionType
from kg.resolve.coreference import NEUTER, PERSONAL, PLURAL
from kg.resolve.descriptions import ARTICLES, POSSESSIVES, Phrase, abstain, describe, is_body_phrase
from kg.resolve.lexicon import PLURAL_ROLES, PORTFOLIO, ROLE_HEADS, words_of
from kg.resolve.lists import apposed_names, listed_names
from kg.resolve.page import Naming
from kg.resolve.subjects import subject_before

if TYPE_CHECKING:
    from kg.resolve.coreference import Scene
    from kg.resolve.page import Page, Word

_NOT_IT = frozenset({ActorKind.PERSON, ActorKind.UNNAMED, ActorKind.GROUP})
_ANSWERS = frozenset({"a", "answer"})
_ENDS_HEAD = words_of("""
, ; : ( - — – of from in at for on with to by near who which that whose as about against after before familiar close
speaking dated while when whom into among between based including where like under since than led published released
issued quoted
""")
_RELATIVE = frozenset({"who", "which", "whose", "whom"})
_JOINER = re.compile(r"(?:,|,? and|,? as well as|,? or| &) ")
_NO_JOINER = re.compile(r"\b(?:a|an|the|his|her|its|of|to|for|who|whose|with)\b")


def resolve_source(scene: Scene, start: int, end: int) -> list[Naming]:
    """The namings of those who speak in a source span; one without an actor is an abstention with its reason."""
    phrase = _phrase(scene, start, end)
    if phrase is None:
        return [abstain(start, end, "the source holds no words")]
    if (several := _listed(scene, phrase)) is not None:
        return several
    if (joint := _split(scene, phrase)) is not None:
        return [naming for begin, stop in joint for naming in resolve_source(scene, begin, stop)]
    words = scene.page.words[phrase.first : phrase.last]
    if len(words) == 1 and words[0].low in _ANSWERS and scene.page.string.startswith(":", words[0].end):
        return [_interviewed(scene, words[0])]
    if len(words) == 1 and words[0].low in PLURAL and (together := _several(scene, words[0])):
        return together
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
    return _persons(scene, phrase, inside) or _heads(scene, phrase, inside) or [describe(scene, phrase, inside)]


def _phrase(scene: Scene, start: int, end: int) -> Phrase | None:
    page = scene.page
    first, last = page.word_at(start), page.word_at(end)
    while first < last and not page.words[first].string[0].isalnum():
        first += 1
    while last > first and not page.words[last - 1].string[0].isalnum():
        last -= 1
    if first == last:
        return None
    # "The envoy, who is visiting Tarn": the clause tells of the speaker and is no part of the name.
    last = next((i - 1 for i in range(first + 2, last) if _opens_clause(page, i)), last)
    head_end = first + 1
    while head_end < last and page.words[head_end].low not in _ENDS_HEAD:
        naming = page.widest_at(page.words[head_end].start)
        head_end = max(head_end + 1, min(last, page.word_at(naming.end))) if naming else head_end + 1
    naming = page.widest_at(page.words[first].start)
    if naming is not None:
        head_end = max(head_end, min(last, page.word_at(naming.end)))
    return Phrase(first, last, head_end)


def _opens_clause(page: Page, index: int) -> bool:
    return page.words[index].low in _RELATIVE and page.words[index - 1].string == ","


def _split(scene: Scene, phrase: Phrase) -> list[tuple[int, int]] | None:
    """The two parts of "the minister and his Kestrian counterpart"; None where "and" joins no two speakers."""
    page = scene.page
    for index in range(phrase.first + 1, phrase.last - 1):
        if page.words[index].low != "and":
            continue
        left, right = page.words[index - 1], page.words[index + 1]
        if left.string == "," and index - 2 > phrase.first:
            left = page.words[index - 2]  # "Anna Lind, and her counterpart"
        begins = page.widest_at(right.start)
        if any(
            n.start < page.words[index].start < n.end
            for n in page.all_between(page.words[phrase.first].start, right.end)
        ):
            continue
        ends = page.ending_at(left.end) is not None or left.low in ROLE_HEADS or left.low in PLURAL_ROLES
        opens = right.low in (ARTICLES | POSSESSIVES) or begins is not None
        held = any(word.low in ("of", "for", "to", "at") for word in page.words[phrase.first : index])
        is_person = (
            begins is not None and begins.actor is not None and scene.cast.kind(begins.actor) is ActorKind.PERSON
        ) or _has_role_and_name(scene, index + 1)
        opens = opens or is_person
        if ends and opens and (not held or is_person or right.low in (ARTICLES | POSSESSIVES)):
            return [(page.words[phrase.first].start, left.end), (right.start, page.words[phrase.last - 1].end)]
    return None


def _has_role_and_name(scene: Scene, index: int) -> bool:
    """True for "Ambassador Leila Haddad": a role, then a person."""
    words = scene.page.words
    first = index
    while (
        index < len(words) and index - first < 5 and (words[index].low in ROLE_HEADS or words[index].low in PORTFOLIO)
    ):
        index += 1
    naming = scene.page.beginning_at(words[index].start) if first < index < len(words) else None
    return naming is not None and naming.actor is not None and scene.cast.kind(naming.actor) is ActorKind.PERSON


def _interviewed(scene: Scene, word: Word) -> Naming:
    """Who "A:" is in an interview: the one person whom the text names before the first question."""
    paragraphs = scene.page.source.paragraphs
    begin = next((p.start for p in paragraphs if p.role in ("question", "turn")), word.start)
    persons = {
        n.actor: n
        for n in scene.namings
        if n.start < begin and n.actor and scene.cast.kind(n.actor) is ActorKind.PERSON
    }
    sole = next(iter(persons)) if len(persons) == 1 else None
    reason = None if sole else "the text does not show who answers"
    return Naming(
        start=word.start, end=word.end, actor=sole, type=MentionType.NOMINAL, method="answer-label",
        score=0.8 if sole else 0.0, reason=reason,
    )  # fmt: skip


def _pronoun(scene: Scene, word: Word) -> Naming | None:
    low = word.low
    if low in PERSONAL:
        actor, fitting = scene.person(low, word.start)
        reason = None if actor else ("several persons fit" if fitting else "no person fits")
        return _pronoun_naming(word, actor, f"pronoun-{low}", reason, fitting)
    if low in NEUTER:
        actor = _subject_before(scene, word) or scene.body(word.start)
        return _pronoun_naming(word, actor, "pronoun-it", None if actor else "no body or state fits")
    if low in PLURAL:
        actor = scene.group(word.start)
        return _pronoun_naming(word, actor, "pronoun-they", None if actor else "no group fits")
    if low in ("i", "we", "you", "me", "us", "one", "this", "these", "those", "someone", "everyone", "nobody"):
        return _pronoun_naming(word, None, "pronoun", "the text does not show who is meant")
    return None


def _several(scene: Scene, word: Word) -> list[Naming]:
    """Those whom "they" sums up: who spoke together last, or the two that the sentence before is about."""
    actors = scene.spoke_together(word.start)
    if not actors and (subject := _new_subject(scene, word)) is not None:
        actors = tuple(dict.fromkeys(n.actor for n in resolve_source(scene, *subject) if n.actor is not None))
    if len(actors) < 2 and scene.group(word.start) is None:
        actors = scene.spoke_apart(word.start)
    return [_pronoun_naming(word, actor, "pronoun-they", None) for actor in actors] if len(actors) > 1 else []


def _subject_before(scene: Scene, word: Word) -> ActorId | None:
    """The body or document that the sentence before is about, where nobody spoke since: "The report came. It says"."""
    subject = _new_subject(scene, word)
    if subject is None:
        return None
    phrase = _phrase(scene, *subject)
    if phrase is None or not is_body_phrase(scene, phrase):
        return None
    found = resolve_source(scene, *subject)
    actor = found[0].actor if len(found) == 1 else None
    return actor if actor is not None and scene.cast.kind(actor) not in _NOT_IT else None


def _new_subject(scene: Scene, word: Word) -> tuple[int, int] | None:
    subject = subject_before(scene.page, word.start)
    last = scene.last_source(word.start)
    return subject if subject is not None and subject[0] > last and not scene.is_quoted(subject[0]) else None


def _listed(scene: Scene, phrase: Phrase) -> list[Naming] | None:
    """The speakers of a list of names, each resolved by itself; None where the source is no such list."""
    page, cast = scene.page, scene.cast
    start, end = page.words[phrase.first].start, page.words[phrase.last - 1].end
    if any(n.actor and cast.kind(n.actor) in (ActorKind.PERSON, ActorKind.GROUP) for n in _inside(scene, phrase)):
        return None
    people = apposed_names(page, start, end)
    if people is not None:
        return [_person_named(scene, *item) for item in people]
    items = listed_names(page, start, end)
    return None if items is None else [naming for item in items for naming in resolve_source(scene, *item)]


def _person_named(scene: Scene, start: int, end: int) -> Naming:
    name = scene.page.string[start:end]
    actor = scene.cast.mint(ActorKind.PERSON, name)
    scene.cast.name(actor, name)
    return Naming(start=start, end=end, actor=actor, method="role-and-name", score=0.8)


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
