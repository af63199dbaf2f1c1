"""Role phrases: who holds which post where, and whom the holder's words bind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind, MentionType, Tenure
from kg.resolve.cast import Capacity
from kg.resolve.lexicon import FUNCTION_WORDS, ORG_WORDS, PORTFOLIO, ROLE_HEADS, STATUS, TITLES, words_of
from kg.resolve.posts import RolePhrase, post_of

if TYPE_CHECKING:
    from kg.resolve.cast import Cast
    from kg.resolve.page import Naming, Page, Word
    from kg.resolve.terms import Term

_STATE_CLASSES = frozenset({
    "foreign_minister", "deputy_foreign_minister", "defence_minister", "head_of_government", "head_of_state",
    "deputy_head",
    "permanent_representative", "deputy_permanent_representative", "minister",
})  # fmt: skip
"""Roles that belong to a state even where the phrase does not name it: the article's context then does."""
_UNBOUND_CONTEXT = frozenset({"head_of_state", "deputy_head"})
_OFFICIAL_CLASSES = {
    "foreign_minister": "foreign_minister", "head_of_government": "head_of_government",
    "head_of_state": "head_of_state",
    "deputy_head": "deputy_head", "permanent_representative": "permanent_representative",
    "defence_minister": "defence_minister",
    "deputy_foreign_minister": "deputy_foreign_minister", "spokesperson": "spokesperson",
}  # fmt: skip
_LEFT = 9
_RIGHT = re.compile(r"(?: (?:to|for|of|at|on|in|with|from) (?:the )?)")


_TO = re.compile(r" to (?:the )?")
_OWN = re.compile(r"(?:its|their) ")
_FORCES = re.compile(
    r"(?:\w+ ){0,2}(?:forces|army|navy|air force|fleet|troops|delegation|mission|team|guards?|police|service|"
    r"agency|bank|office|government|ministry|cabinet|embassy|council)\b"
)
_NOBODY_NAMED = re.compile(
    r"(?: (?:to|for|of) the )(?:UN|United Nations|talks|president|minister)\b| in [A-Z][\w-]+(?=,)"
)
_DESCRIBED = re.compile(r"[a-z][\w-]+(?: [a-z][\w-]+)?(?=,)")
"""For whom a spokesperson speaks, in common words up to a comma: "the insurers", "Morvenia's railway"."""
_SENT = words_of("negotiator delegate representative envoy observer ambassador")
"""Heads whose holder "for" or "from" a state speaks for it."""


def role_before(page: Page, first: int, cast: Cast) -> RolePhrase | None:
    """The role that stands right before the word at `first`: "Kremlin spokesman" [Pavel Orin]."""
    last = first - 1
    while last >= 0 and page.words[last].string == "." and page.words[last - 1].low in TITLES:
        last -= 1
    if page.before(first) is None or last < 0:
        return None
    head = page.words[last]
    held = page.ending_at(head.end)
    if held is not None and head.low not in ROLE_HEADS:
        return _role_to(page, held, cast)
    if head.low in TITLES and head.low not in ROLE_HEADS:
        return role_before(page, last, cast)
    if head.low == "affairs" or (head.low in PORTFOLIO and page.words[last - 1].low in ("of", "for")):
        return _role_with_of(page, last, cast)
    return _phrase(page, last, last + 1, cast) if head.low in ROLE_HEADS else None


def _role_to(page: Page, held: Naming, cast: Cast) -> RolePhrase | None:
    """The role in "US Ambassador to the United Nations [Nikki Haley]"."""
    index = page.word_at(held.start) - 1
    if index > 0 and page.words[index].low == "the":
        index -= 1
    if (
        index < 1
        or page.words[index].low not in ("to", "of", "for", "at")
        or page.words[index - 1].low not in ROLE_HEADS
    ):
        return None
    return _phrase(page, index - 1, index, cast)


def role_after(page: Page, last: int, cast: Cast) -> RolePhrase | None:
    """The role in the apposition that follows the word at `last`: [Pavel Orin], "Russia's first deputy ..."."""
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
        if word.low in ROLE_HEADS and not _goes_on(page, index + 1):
            # Before a name the role is that of the next person in a list.
            is_next = follower is not None and follower.is_capital and page.beginning_at(follower.start) is not None
            return None if is_next and _is_person(page, follower, cast) else _phrase(page, index, index + 1, cast)
    return None


def _goes_on(page: Page, index: int) -> bool:
    """True if the role has its head further on: "deputy [permanent representative]"."""
    while index < len(page.words) and page.words[index].low in PORTFOLIO:
        index += 1
    return index < len(page.words) and page.words[index].low in ROLE_HEADS and page.words[index].low != "general"


def _is_person(page: Page, word: Word | None, cast: Cast) -> bool:
    naming = page.beginning_at(word.start) if word is not None else None
    return naming is not None and naming.actor is not None and cast.kind(naming.actor) is ActorKind.PERSON


def delegate_in_brackets(page: Page, person: Naming, cast: Cast) -> RolePhrase | None:
    """The role of "Ms. Fournay (Ardenia)": records of meetings put the delegation behind the name."""
    if not page.string.startswith(" (", person.end):
        return None
    state = page.beginning_at(person.end + 2)
    if state is None or state.actor is None or not page.string.startswith(")", state.end):
        return None
    return RolePhrase(
        start=person.start,
        end=state.end + 1,
        words="representative",
        head="representative",
        owner=state.actor,
        status=None,
    )


def role_in_front(page: Page, first: int, cast: Cast) -> RolePhrase | None:
    """The role in "Kestria's prime minister, [Edvard Stahl], said": it stands before the comma."""
    while first > 1 and page.before(first) is not None and page.words[first - 1].low.rstrip(".") in {*TITLES, ""}:
        first -= 1
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
            speaks = words[head].low.startswith("spokes")
            counts = speaks or (naming.actor is not None and cast.kind(naming.actor) is not ActorKind.PERSON)
            if naming.actor is not None and not naming.is_place and counts:
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
    if stop == head + 1:
        stop = _past_portfolio(page, stop)
    words_of_role = page.string[_role_start(page, first, head) : words[stop - 1].end]
    end, where = _right_side(page, words[stop - 1].end, cast, owner, words_of_role)
    held = page.string[words[stop - 1].end : end]
    if owner is None and where is not None:
        owner = where.actor
        held = ""
    status = _status(page, first, head)
    return RolePhrase(
        start=words[first].start,
        end=end,
        words=(words_of_role + held).strip(),
        head=words[head].low,
        owner=owner,
        status=status,
    )


_BEFORE_STATUS = 4
"""Words before a role among which "former" may stand: "the former Norlandic and Kestrian" envoy."""


def _status(page: Page, first: int, head: int) -> str | None:
    """ "former", "acting" and the like, in the role or before its owner: "Former US ambassador"."""
    words = page.words
    while (owner := page.possessor(first)) is not None and owner.start < words[first].start:
        first = min(first - 1, page.word_at(owner.start))
    begin = first
    while begin > max(0, first - _BEFORE_STATUS) and page.before(begin) is not None:
        if words[begin - 1].string in ',.;:()"':
            break
        begin -= 1
    # Farther off than the word before, it may belong to somebody else: "a former aide to Kestria's envoy".
    near = [*(w for w in words[begin:first] if w.start >= words[first - 1].start), *words[first : head + 1]]
    found = next((STATUS[w.low.rstrip("-")] for w in near if w.low.rstrip("-") in STATUS), None)
    if found is None and any(word.low.startswith("ex-") for word in near):
        return "former"
    return found


def _past_portfolio(page: Page, stop: int) -> int:
    """Behind "of State" and "for Foreign Affairs", which belong to the role."""
    if stop + 1 >= len(page.words) or page.words[stop].low not in ("of", "for"):
        return stop
    index = stop + 1
    while index < len(page.words) and page.words[index].low in PORTFOLIO | {"the", "and"}:
        index += 1
    while page.words[index - 1].low in ("the", "and"):
        index -= 1
    if index < len(page.words) and page.words[index].low in ORG_WORDS and page.before(index) is not None:
        return stop  # "for the Interior Ministry"
    return index if index > stop + 1 and page.words[index - 1].low in PORTFOLIO else stop


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
    """ "to the UN", "of Kestria": where the phrase ends, and the naming in it that owns the role, if one does."""
    preposition = _RIGHT.match(page.string, end)
    if not preposition:
        return end, None
    # "for the Interior Ministry": the words of a role may belong to a body's name.
    begin = preposition.end()
    naming = page.widest_at(begin) or (page.widest_at(begin - 4) if preposition[0].endswith(" the ") else None)
    naming = naming or page.widest_at(_past_role(page, begin)) or _own_organ(page, begin)
    which = preposition[0].split()[0]
    if naming is not None and page.string.startswith("'s ", naming.end):
        # "the commander of Sorovia's northern forces"; but not "the leader of Sorovia's opposition".
        if role.split() and role.split()[-1].casefold().startswith("spokes"):
            described = _DESCRIBED.match(page.string, naming.end + 3)
            return (described.end() if described else end), None
        own = _FORCES.match(page.string, naming.end + 3)
        is_owner = own is not None and owner is None and which in ("of", "for", "at") and naming.actor is not None
        return (own.end(), naming) if is_owner and own is not None else (end, None)
    if naming is not None and (page.string.startswith("'", naming.end) or naming.type is MentionType.DEMONYM):
        return end, None
    if naming is None or naming.actor is None:
        if naming is not None and naming.is_place and which in ("in", "at", "to"):
            return naming.end, None
        if found := _NOBODY_NAMED.match(page.string, end):
            return found.end(), None
        described = _DESCRIBED.match(page.string, end + len(" for the "))
        if described and role.split()[-1:] and role.split()[-1].casefold().startswith("spokes"):
            return described.end(), None
        return end, None
    head = role.split()[-1].casefold() if role.split() else ""
    is_sent = head in _SENT or head.startswith("spokes")
    owns = (
        owner is None
        and which in ("of", "at", "for", "with", "from")
        and not (which in ("for", "from") and cast.kind(naming.actor) is ActorKind.STATE and not is_sent)
    )
    stop = naming.end
    if owns and which == "of" and (to := _TO.match(page.string, stop)):
        # "of Kestria to the United Nations"
        held = page.widest_at(to.end())
        stop = held.end if held is not None else stop
    return stop, naming if owns else None


def _own_organ(page: Page, start: int) -> Naming | None:
    """The ministry in "the spokesman of its Foreign Ministry", if it is known whose it is."""
    own = _OWN.match(page.string, start)
    naming = page.widest_at(own.end()) if own else None
    return naming if naming is not None and naming.method == "its-organ" else None


def _past_role(page: Page, start: int) -> int:
    """Behind the role of a person named there: [Dolan] in "spokesman for President Dolan"."""
    index = page.word_at(start)
    first = index
    while index < len(page.words) and index - first < 4 and page.words[index].is_capital:
        word = page.words[index]
        if word.low not in ROLE_HEADS and word.low not in PORTFOLIO and word.low not in TITLES:
            break
        index += 1
    return page.words[index].start if first < index < len(page.words) else start


def assume_role(page: Page, cast: Cast, person: ActorId, phrase: RolePhrase, day: str | None) -> None:
    """Record that the article shows a person in a role: post, tenure, whom the words bind."""
    owner = phrase.owner or _implied_owner(page, cast, person, phrase)
    state = cast.state_of(owner) if owner is not None else None
    if state is not None:
        cast.states_of.setdefault(person, state)
    post = post_of(cast, phrase, owner, state)
    principal = _principal(cast, phrase, owner, state)
    known = cast.capacities.get(person)
    if known is None or (known.principal is None and principal is not None):
        cast.posts[post.id] = post
        cast.capacities[person] = Capacity(post=post.id, principal=principal, role=phrase.role, words=phrase.words)
        span = page.source.span(phrase.start, phrase.end)
        status = phrase.status
        cast.tenures[person] = Tenure(holder=person, post=post.id, observed=day, status=status, evidence=span)
        _identify(cast, person, phrase, state)


def _implied_owner(page: Page, cast: Cast, person: ActorId, phrase: RolePhrase) -> ActorId | None:
    """The state of a role that names none: by a title that only one state uses, else the article's context."""
    if phrase.role not in _STATE_CLASSES or phrase.status == "former":
        return None
    titled = cast.authority.titles.get(phrase.words.casefold(), frozenset())
    if len(users := titled & cast.in_play) == 1:
        return next(iter(users))
    state = cast.context or cast.sole_state
    if state is None or titled or (phrase.role in _UNBOUND_CONTEXT and len(phrase.words.split()) < 2):
        return None
    if any(c.role == phrase.role and c.principal == state for holder, c in cast.capacities.items() if holder != person):
        return None
    firsts = page.first_named.items()
    named = {actor for actor, first in firsts if first < phrase.start and cast.kind(actor) is ActorKind.STATE}
    if named <= {state} and state == cast.context:
        return state
    if state == cast.sole_state and cast.actor(state).is_local:
        return state
    # Beside other states, a known one needs its table of office holders to agree; an unknown one has none.
    if cast.actor(state).is_local:
        return state if cast.is_context_sure else None
    return state if _term(cast, person, phrase, state) is not None else None


def _term(cast: Cast, person: ActorId, phrase: RolePhrase, state: ActorId) -> Term | None:
    role = _OFFICIAL_CLASSES.get(phrase.role)
    names = sorted({cast.actor(person).label, *cast.forms.get(person, ())})
    officials = cast.authority.officials
    terms = (officials.find(name, state, role, cast.day) for name in names if role and " " in name)
    found = next((term for term in terms if term is not None), None)
    if found is not None or any(" " in name for name in names) or not names:
        return found
    # No full name anywhere in the article: role, state and day have to tell who bears the surname.
    return officials.find_by_surname(names[0], state, role or phrase.role, cast.day)


def _identify(cast: Cast, person: ActorId, phrase: RolePhrase, state: ActorId | None) -> None:
    if state is None or phrase.status == "former" or cast.actor(state).is_local:
        return
    term = _term(cast, person, phrase, state)
    if term is not None:
        cast.identify(person, term.wikidata)


def _principal(cast: Cast, phrase: RolePhrase, owner: ActorId | None, state: ActorId | None) -> ActorId | None:
    if owner is None:
        return None
    if not phrase.binds:
        # The leader of a party speaks for it; an "opposition leader" of a state does not.
        is_leader = phrase.head == "leader" and phrase.status != "former"
        return owner if is_leader and cast.kind(owner) in (ActorKind.ORGANISATION, ActorKind.GROUP) else None
    if cast.kind(owner) is ActorKind.PERSON and phrase.role != "spokesperson":
        return None
    if phrase.role == "spokesperson":
        return owner
    if state is not None and phrase.role in {*_STATE_CLASSES, "special_envoy", "ambassador", "delegate", "official"}:
        return state
    return owner
