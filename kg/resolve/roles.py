"""Role phrases: who holds which post where, and whom the holder's words bind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind, Post, PostId, Tenure
from kg.resolve.cast import Capacity
from kg.resolve.lexicon import FUNCTION_WORDS, NON_BINDING, ORG_WORDS, PORTFOLIO, ROLE_HEADS, STATUS, TITLES
from kg.vocab.ids import local_post_id

if TYPE_CHECKING:
    from kg.resolve.cast import Cast
    from kg.resolve.page import Naming, Page

_CLASSES = (
    ("spokesperson", re.compile(r"spokes(?:man|woman|person)|press secretary")),
    ("deputy_permanent_representative", re.compile(
        r"deputy (?:\w+ )?permanent representative|deputy (?:\w+ )?(?:un |us )*(?:ambassador|envoy)(?: to the (?:un|united nations))?$")),
    ("permanent_representative", re.compile(
        r"permanent (?:representative|observer)|(?:un|united nations) (?:ambassador|envoy)$|(?:ambassador|envoy) to the (?:un|united nations)")),
    ("deputy_foreign_minister", re.compile(r"(?:deputy|vice) (?:foreign minister|minister of foreign affairs)|deputy secretary of state")),
    ("foreign_minister", re.compile(
        r"(?:foreign|external affairs) minister|minister (?:of|for) (?:foreign|external|europe and foreign) affairs|foreign secretary|secretary of state$|top diplomat")),
    ("defence_minister", re.compile(r"defen[cs]e (?:minister|secretary|chief)|(?:minister|secretary) of defen[cs]e")),
    ("deputy_head", re.compile(r"vice[- ]president|deputy prime minister|vice[- ]premier")),
    ("head_of_government", re.compile(r"prime minister|premier|chancellor|taoiseach")),
    ("igo_head", re.compile(r"secretary[- ]general|director[- ]general|high representative|high commissioner for|(?:foreign policy|rights|aid) chief")),
    ("head_of_state", re.compile(r"president|supreme leader|king|queen|emperor|emir|sultan")),
    ("special_envoy", re.compile(r"envoy|special representative|negotiator")),
    ("ambassador", re.compile(r"ambassador|high commissioner|chargé|charge d'affaires|consul")),
    ("delegate", re.compile(r"delegate|representative")),
    ("minister", re.compile(r"minister|secretary")),
    ("official", re.compile(r"official|diplomat|officer|aide|adviser|advisor|source|staffer")),
)  # fmt: skip
_ORGAN_OF_CLASS = {
    "foreign_minister": "mfa", "deputy_foreign_minister": "mfa", "defence_minister": "defence", "head_of_state": "presidency",
    "permanent_representative": "mission-un", "deputy_permanent_representative": "mission-un",
}  # fmt: skip
_STATE_CLASSES = frozenset({
    "foreign_minister", "deputy_foreign_minister", "defence_minister", "head_of_government", "head_of_state", "deputy_head",
    "permanent_representative", "deputy_permanent_representative", "minister",
})  # fmt: skip
"""Roles that belong to a state even where the phrase does not name it: the article's context then does."""
_UNBOUND_CONTEXT = frozenset({"head_of_state", "deputy_head"})
_OFFICIAL_CLASSES = {
    "foreign_minister": "foreign_minister", "head_of_government": "head_of_government", "head_of_state": "head_of_state",
    "deputy_head": "deputy_head", "permanent_representative": "permanent_representative", "defence_minister": "defence",
    "deputy_foreign_minister": "deputy_foreign_minister", "spokesperson": "spokesperson",
}  # fmt: skip
_LEFT = 9
_RIGHT = re.compile(r"(?: (?:to|for|of|at|on|in|with|from) (?:the )?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePhrase:
    """The words of a role on one page: where, and who is named in or before it as its owner."""

    start: int
    end: int
    words: str
    """The role itself, without owner and determiner: "first deputy permanent representative to the UN"."""
    head: str
    owner: ActorId | None
    status: str | None

    @property
    def role(self) -> str:
        """Role class, or the head noun where it belongs to none."""
        low = self.words.casefold()
        return next((name for name, pattern in _CLASSES if pattern.search(low)), self.head)

    @property
    def binds(self) -> bool:
        """False for roles whose holder speaks for nobody else, and for former holders."""
        return self.status != "former" and self.head not in NON_BINDING


def role_before(page: Page, first: int, cast: Cast) -> RolePhrase | None:
    """The role that stands right before the word at `first`: "Kremlin spokesman" [Dmitry Peskov]."""
    last = first - 1
    while last >= 0 and page.words[last].string == "." and page.words[last - 1].low in TITLES:
        last -= 1
    if page.before(first) is None or last < 0:
        return None
    head = page.words[last]
    if head.low in TITLES and head.low not in ROLE_HEADS:
        return role_before(page, last, cast)
    if head.low == "affairs" or (head.low in PORTFOLIO and page.words[last - 1].low in ("of", "for")):
        return _role_with_of(page, last, cast)
    return _phrase(page, last, last + 1, cast) if head.low in ROLE_HEADS else None


def role_after(page: Page, last: int, cast: Cast) -> RolePhrase | None:
    """The role in the apposition that follows the word at `last`: [Dmitry Polyansky], "Russia's first deputy ..."."""
    comma = page.after(last)
    if comma is None or comma.string not in ",(":
        return None
    for index in range(last + 2, min(last + 2 + 16, len(page.words))):
        word = page.words[index]
        if word.string in ",.;:()" or "\n" in page.string[comma.end : word.start]:
            return None
        if word.low in ("who", "whose", "which", "said", "says", "told"):
            return None
        follower = page.after(index)
        compound = follower is not None and follower.low in ROLE_HEADS and follower.low not in ("general",)
        if word.low in ROLE_HEADS and not compound:
            return _phrase(page, index, index + 1, cast)
    return None


def role_in_front(page: Page, first: int, cast: Cast) -> RolePhrase | None:
    """The role in "Estmark's prime minister, [Oskar Brandt], said": it stands before the comma."""
    comma = page.before(first)
    if comma is None or comma.string != "," or first < 2:
        return None
    last = first - 2
    for index in range(last, max(-1, last - 10), -1):
        word = page.words[index]
        if word.string in ',.;:"' or "\n" in page.string[word.start : comma.start]:
            return None
        if word.low in ROLE_HEADS:
            phrase = _phrase(page, index, index + 1, cast)
            return phrase if phrase and page.words[last].end <= phrase.end else None
    return None


def _role_with_of(page: Page, last: int, cast: Cast) -> RolePhrase | None:
    for index in range(last - 1, max(-1, last - 6), -1):
        if page.words[index].low in ROLE_HEADS:
            return _phrase(page, index, last + 1, cast)
    return None


def _phrase(page: Page, head: int, stop: int, cast: Cast) -> RolePhrase:
    """Grow a role leftwards to its modifiers and owner, rightwards to where it is held."""
    words = page.words
    first = head
    owner: ActorId | None = None
    while first > 0 and head - first < _LEFT:
        naming = page.possessor(first)
        if naming is not None and naming.start < words[first].start:
            if naming.actor is not None and not naming.is_place and cast.kind(naming.actor) is not ActorKind.PERSON:
                owner = owner or naming.actor
                if page.string.startswith("'", naming.end) or _is_outermost(cast, naming.actor):
                    break
            # A name may begin inside a hyphenated word.
            first = min(first - 1, page.word_at(naming.start))
            continue
        before = page.before(first)
        if before is None or not _is_modifier(page, first - 1):
            break
        first -= 1
    words_of_role = page.string[_role_start(page, first, head) : words[stop - 1].end]
    end, where = _right_side(page, words[stop - 1].end, cast, owner, words_of_role)
    held = page.string[words[stop - 1].end : end]
    if owner is None and where is not None:
        owner = where.actor
        held = ""
    status = next(
        (STATUS[w.low.rstrip("-")] for w in words[max(0, first - 1) : head + 1] if w.low.rstrip("-") in STATUS), None
    )
    if status is None and words[first].low.startswith("ex-"):
        status = "former"
    return RolePhrase(
        start=words[first].start,
        end=end,
        words=(words_of_role + held).strip(),
        head=words[head].low,
        owner=owner,
        status=status,
    )


def _is_outermost(cast: Cast, actor: ActorId) -> bool:
    return cast.kind(actor) is ActorKind.STATE


def _role_start(page: Page, first: int, head: int) -> int:
    """Where the role begins behind its owner: after the last naming inside the phrase."""
    start = page.words[first].start
    for index in range(first, head):
        word = page.words[index]
        naming = page.ending_at(word.end)
        if naming is not None and naming.actor is not None:
            start = page.words[index + 1].start
            if page.words[index + 1].string == "'s" and index + 2 <= head:
                start = page.words[index + 2].start
    return start


def _is_modifier(page: Page, index: int) -> bool:
    word = page.words[index]
    if not word.string[0].isalpha():
        return False
    if word.low in ROLE_HEADS or word.low in PORTFOLIO or word.low in STATUS or word.low in ORG_WORDS:
        return True
    return word.is_capital and word.low not in FUNCTION_WORDS and not page.opens_sentence(index)


def _right_side(page: Page, end: int, cast: Cast, owner: ActorId | None, role: str) -> tuple[int, Naming | None]:
    """ "to the UN", "of Norland": where the phrase ends, and the naming in it that owns the role, if one does."""
    preposition = _RIGHT.match(page.string, end)
    if not preposition:
        return end, None
    naming = page.beginning_at(preposition.end())
    if naming is None or naming.actor is None:
        if re.compile(r"(?: (?:to|for|of) the )(?:UN|United Nations|talks|president|minister)\b").match(
            page.string, end
        ):
            return page.words[page.word_at(preposition.end())].end, None
        return end, None
    which = preposition[0].split()[0]
    owns = (
        owner is None
        and which in ("of", "at", "for", "with")
        and not (which == "for" and cast.kind(naming.actor) is ActorKind.STATE)
    )
    return naming.end, naming if owns else None


def assume_role(page: Page, cast: Cast, person: ActorId, phrase: RolePhrase, day: str | None) -> None:
    """Record that the article shows a person in a role: post, tenure, whom the words bind."""
    owner = phrase.owner
    if owner is None and phrase.role in _STATE_CLASSES and phrase.status != "former":
        titled = phrase.role not in _UNBOUND_CONTEXT or len(phrase.words.split()) > 1
        owner = cast.context if titled else None
    state = cast.state_of(owner) if owner is not None else None
    if state is not None:
        cast.states_of.setdefault(person, state)
    post = _post(cast, phrase, owner, state)
    principal = _principal(cast, phrase, owner, state)
    known = cast.capacities.get(person)
    if known is None or (known.principal is None and principal is not None):
        cast.posts[post.id] = post
        cast.capacities[person] = Capacity(post=post.id, principal=principal, role=phrase.role, words=phrase.words)
        span = page.source.span(phrase.start, phrase.end)
        status = phrase.status
        cast.tenures = [t for t in cast.tenures if t.holder != person]
        cast.tenures.append(Tenure(holder=person, post=post.id, observed=day, status=status, evidence=span))
        _identify(cast, person, phrase, state)


def _identify(cast: Cast, person: ActorId, phrase: RolePhrase, state: ActorId | None) -> None:
    role = _OFFICIAL_CLASSES.get(phrase.role)
    if state is None or role is None or phrase.status == "former" or not state.startswith("state/"):
        return
    for name in sorted({cast.actor(person).label, *cast.forms.get(person, ())}):
        term = cast.authority.officials.find(name, state, role, cast.day) if " " in name else None
        if term is not None:
            cast.identify(person, term.wikidata)
            return


def _principal(cast: Cast, phrase: RolePhrase, owner: ActorId | None, state: ActorId | None) -> ActorId | None:
    if owner is None or not phrase.binds:
        return None
    if phrase.role == "spokesperson":
        return owner
    if state is not None and phrase.role in {*_STATE_CLASSES, "special_envoy", "ambassador", "delegate", "official"}:
        return state
    return owner


def _post(cast: Cast, phrase: RolePhrase, owner: ActorId | None, state: ActorId | None) -> Post:
    body = owner
    if state is not None and owner == state and phrase.role in _ORGAN_OF_CLASS:
        body = cast.authority.organ(state, _ORGAN_OF_CLASS[phrase.role]) or owner
    speaks_for = (state or owner) if phrase.binds or phrase.status == "former" else None
    known = _known_post(cast, phrase, body, state)
    if known is not None:
        return known
    words = re.sub(
        r"^(?:former|ex-|then-|acting|interim|outgoing|incoming|caretaker|late)[ -]?", "", phrase.words, flags=re.I
    )
    label = _post_label(cast, words, owner)
    if body is not None and not cast.actor(body).is_local and phrase.role in _ORGAN_OF_CLASS:
        slug = _post_slug(phrase, words)
        return Post(
            id=PostId(f"{body.split('/')[1]}-{slug}"),
            label=_reference_label(cast, slug, body, state),
            role=phrase.role,
            body=body,
            speaks_for=speaks_for,
        )
    return Post(
        id=local_post_id(cast.version, label, body), label=label, role=phrase.role, body=body, speaks_for=speaks_for
    )


def _known_post(cast: Cast, phrase: RolePhrase, body: ActorId | None, state: ActorId | None) -> Post | None:
    if body is None or "deputy" in phrase.words.casefold():
        return None
    return next(
        (post for post in cast.authority.posts.values() if post.body == body and post.role == phrase.role), None
    )


def _post_slug(phrase: RolePhrase, words: str) -> str:
    low = words.casefold()
    if phrase.role == "deputy_permanent_representative":
        return "first-deputy-permanent-representative" if "first deputy" in low else "deputy-permanent-representative"
    return {
        "permanent_representative": "permanent-representative", "foreign_minister": "minister",
        "defence_minister": "minister", "head_of_state": "head",
        "deputy_foreign_minister": "first-deputy-minister" if "first" in low else "deputy-minister",
    }[phrase.role]  # fmt: skip


def _reference_label(cast: Cast, slug: str, body: ActorId, state: ActorId | None) -> str:
    """The label of a post of a reference body: from the data alone, so that every article gives it the same."""
    of_state = _of(cast.actor(state).label) if state else ""
    if slug.endswith("representative"):
        return f"{slug.replace('-', ' ').capitalize()}{of_state} to the UN"
    of_body = _of(cast.actor(body).label)
    return (
        f"{slug.replace('-', ' ').capitalize()}, {of_body.removeprefix(' of ')}"
        if slug != "head"
        else f"Head of state{of_state}"
    )


def _post_label(cast: Cast, words: str, owner: ActorId | None) -> str:
    text = words[:1].upper() + words[1:]
    if owner is None:
        return text
    return (
        f"{text}{_of(cast.actor(owner).label)}"
        if " to the " not in text
        else text.replace(" to the ", f"{_of(cast.actor(owner).label)} to the ", 1)
    )


def _of(label: str) -> str:
    plural = label.startswith(("United ", "Netherlands", "Philippines", "UN ", "Ministry", "Presidency", "Government"))
    return f" of the {label}" if plural else f" of {label}"
