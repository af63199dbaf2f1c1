"""Organs of states named by what they are: "Kestria's Foreign Ministry", "the ministry", "the navy of Kestria"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind, MentionType
from kg.resolve.lexicon import PORTFOLIO, words_of
from kg.resolve.page import Naming

if TYPE_CHECKING:
    from kg.resolve.authority import Authority
    from kg.resolve.cast import Cast
    from kg.resolve.page import Page

_PHRASES = (
    # what the words are, the type of body in the reference data, whether the words alone are telling
    (
        re.compile(
            r"(?:foreign|external affairs) ministry|ministry of (?:foreign|external) affairs|foreign office$", re.I
        ),
        "mfa",
    ),
    (re.compile(r"defen[cs]e ministry|ministry of (?:national )?defen[cs]e", re.I), "defence"),
    (re.compile(r"presidency|presidential (?:office|administration|palace)", re.I), "presidency"),
    (re.compile(r"(?:permanent )?mission", re.I), "mission-un"),
    (re.compile(r"government", re.I), "government"),
    (re.compile(r"parliament|(?:national|federal) (?:assembly|diet)", re.I), "parliament"),
    (re.compile(r"army|military|armed forces", re.I), "military"),
)
_HEADS = words_of("""
ministry government parliament presidency embassy consulate delegation army military navy mission cabinet police
administration junta legislature senate treasury
""")
_TWO_WORD_HEADS = {
    ("coast", "guard"), ("armed", "forces"), ("air", "force"), ("central", "bank"), ("supreme", "court"),
    ("border", "guard"),
    ("state", "media"), ("presidential", "office"), ("presidential", "administration"), ("election", "commission"),
    ("intelligence", "service"), ("intelligence", "agency"), ("news", "agency"), ("security", "council"),
    ("border", "guards"),
    ("foreign", "office"), ("presidential", "palace"), ("constitutional", "court"), ("state", "television"),
    ("meteorological", "office"), ("national", "assembly"), ("national", "diet"), ("federal", "assembly"),
}  # fmt: skip
_OF_STATE = re.compile(r" of (?:the )?")
_MINISTRY_OF = re.compile(
    r" (?:of|for) (?:the )?(?:[A-Z][\w'-]+(?:,? (?:and (?:the )?)?[A-Z][\w'-]+){0,3}|(?:foreign|"
    r"external) affairs|defen[cs]e)"
)
_IN_PLACE = re.compile(r"In (?:the )?(?P<place>[A-Z][\w'-]+)(?: [A-Z][\w'-]+)?,")
_ADJECTIVE = re.compile(r"[A-Z][a-z]+(?:[ai]n|ese|ish|ic) (?!Affairs)")
"""Before an organ the adjective of another state, which is not known as such: "Oressan Foreign Ministry"."""
_DETERMINERS = frozenset({"the", "its", "that", "this", "their", "his", "her"})
_KEEPS_FORM = frozenset({"delegation", "embassy", "consulate", "mission", "side", "team"})


@dataclass(slots=True)
class Organs:
    """Organs met so far, for those that are named again by a part of their name."""

    cast: Cast
    met: list[tuple[str, int, ActorId, str]] = field(default_factory=list)
    """String, offset, organ and its words in lower case, in text order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganPhrase:
    """The words that name an organ: where, how, and after which determiner."""

    first: int
    start: int
    end: int
    words: str
    """Without determiner and possessor: "Foreign Ministry"."""
    determiner: str | None
    head: str


def find_organs(page: Page, organs: Organs) -> None:
    """Record every organ of a page, in text order, so that "the ministry" finds the last one."""
    index = 0
    while index < len(page.words):
        phrase = _phrase_at(page, index)
        if phrase is None:
            index += 1
            continue
        _resolve_organ(page, organs, phrase)
        index = max(index + 1, page.word_at(phrase.end))


def organ_of(cast: Cast, state: ActorId, words: str, head: str) -> ActorId:
    """The organ of a state that these words name: a body of the reference data, else one of the article's own."""
    known = known_organ(cast.authority, state, words)
    if known is not None:
        return known
    label = cast.actor(state).label
    if state in cast.adjectives:
        return cast.mint(ActorKind.GOVERNMENT_BODY, f"{label} {words}", organ_of=state)
    name = _title(words) if head == "ministry" else words
    wanted = f"{name} of {_with_article(label)}"
    return cast.mint(
        ActorKind.GOVERNMENT_BODY, wanted[:1].upper() + wanted[1:] if head == "ministry" else wanted, organ_of=state
    )


def own_state(cast: Cast, owner: ActorId) -> ActorId | None:
    """The state that somebody means by "his country": the one that he speaks for; None where that is not known."""
    capacity = cast.capacities.get(owner)
    return cast.state_of(capacity.principal if capacity is not None and capacity.principal is not None else owner)


def own_government(cast: Cast, owner: ActorId) -> ActorId | None:
    """The government that somebody means by "his government"; None where it is not known which state he speaks for."""
    state = own_state(cast, owner)
    return None if state is None else organ_of(cast, state, "government", "government")


def known_organ(authority: Authority, state: ActorId, words: str) -> ActorId | None:
    """The body of the reference data that these words name as an organ of that state, None where it has none."""
    kind = next((kind for pattern, kind in _PHRASES if pattern.fullmatch(words)), None)
    return authority.organ(state, kind) if kind else None


def _phrase_at(page: Page, index: int) -> OrganPhrase | None:
    """The organ phrase whose head noun is the word at `index`."""
    words = page.words
    low = words[index].low
    pair = (words[index - 1].low, low) if index else ("", low)
    if pair in _TWO_WORD_HEADS:
        first = index - 1
    elif low in _HEADS and not (index + 1 < len(words) and (low, words[index + 1].low) in _TWO_WORD_HEADS):
        first = index
    else:
        return None
    end = words[index].end
    if low == "ministry" and (of := _MINISTRY_OF.match(page.string, end)) and not _names_owner(page, of):
        end = of.end()
    elif low in ("mission", "embassy", "consulate"):
        found = re.compile(r" (?:to|in|at) (?:the )?(?:UN|United Nations|[A-Z]\w+(?: [A-Z]\w+)?)\b").match(
            page.string, end
        )
        end = found.end() if found else end
    while first > 0 and _extends(page, first - 1):
        first -= 1
    before = page.before(first)
    determiner = before.low if before is not None and before.low in _DETERMINERS else None
    text = page.string[words[first].start : end]
    return OrganPhrase(first=first, start=words[first].start, end=end, words=text, determiner=determiner, head=low)


def _names_owner(page: Page, of: re.Match[str]) -> bool:
    """True where the name after "Ministry of" is that of a state: the possessor, no portfolio."""
    inner = of.end() - len(re.sub(r"^ (?:of|for) (?:the )?", "", of[0]))
    return page.hit_at(inner) is not None or page.beginning_at(inner) is not None


def _extends(page: Page, index: int) -> bool:
    """True for a word that belongs to the organ's name: a portfolio, or a capitalised word that names nobody."""
    word = page.words[index]
    joined = page.before(index + 1)
    if joined is None or not word.string[0].isalpha() or page.hit_at(word.start) is not None:
        return False
    if word.low in PORTFOLIO and word.low not in (
        "state",
        "late",
        "current",
        "former",
        "then",
        "outgoing",
        "second",
        "first",
    ):
        return True
    opens = page.opens_sentence(index)
    return (
        word.is_capital
        and not opens
        and word.low not in _DETERMINERS
        and page.is_free(word.start, word.end)
        and (word.low not in ("a", "an", "in", "on", "by", "for", "of", "and", "but", "when", "while", "after"))
    )


def _resolve_organ(page: Page, organs: Organs, phrase: OrganPhrase) -> None:
    cast = organs.cast
    owner, start, end = _owner(page, cast, phrase)
    lower = phrase.words.casefold()
    if owner is not None and cast.kind(owner) is ActorKind.STATE:
        if phrase.head in _KEEPS_FORM and not phrase.words.casefold().startswith(("permanent mission", "mission to")):
            form = page.string[start:end].replace("'s ", " ")
            actor = cast.mint(ActorKind.GOVERNMENT_BODY, form, organ_of=owner)
        else:
            actor = organ_of(cast, owner, phrase.words, phrase.head)
        method, score = "state-and-organ", 0.95
    elif owner is not None:
        return
    elif phrase.determiner in ("its", "their"):
        state = _nearest_state(page, cast, phrase.start)
        if state is None:
            return
        actor, method, score = organ_of(cast, state, phrase.words, phrase.head), "its-organ", 0.8
    elif _names_next(page, phrase):
        return
    else:
        found = _earlier(page, organs, phrase, lower) or _by_context(page, cast, phrase) or _beside(organs, phrase)
        if found is None:
            return
        actor, method, score = found
        start = phrase.start if phrase.determiner is None else page.words[phrase.first - 1].start
    kind = MentionType.NAME if phrase.words[0].isupper() else MentionType.NOMINAL
    naming = Naming(start=start, end=end, actor=actor, type=kind, method=method, score=score)
    if page.is_free(start, end):
        page.claim(naming)
    elif owner is not None:
        page.overlay(naming)
    else:
        return
    cast.name(actor, page.string[start:end])
    cast.name(actor, phrase.words)
    organs.met.append((page.source.name, start, actor, lower))


def _names_next(page: Page, phrase: OrganPhrase) -> bool:
    """True for "news agency ISNA": what the words say of a name is no earlier body."""
    last = page.word_at(phrase.end) - 1
    after = page.after(last)
    return phrase.determiner is None and phrase.words.islower() and after is not None and after.string.isupper()


def _nearest_state(page: Page, cast: Cast, offset: int) -> ActorId | None:
    """The one state named before in the sentence, else the one of the sentence before; None where two are."""
    number = page.source.sentence_at(offset)
    for sentence in (number, number - 1 if number else None):
        if sentence is None:
            continue
        begin, end = page.source.sentences[sentence]
        named = {
            n.actor for n in page.all_between(begin + 4, min(end, offset))
            if n.actor and not n.is_place and cast.kind(n.actor) is ActorKind.STATE
        }  # fmt: skip
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def _owner(page: Page, cast: Cast, phrase: OrganPhrase) -> tuple[ActorId | None, int, int]:
    """Who has the organ: the name before it, or after "of"; with the range that both make."""
    before = page.possessor(phrase.first)
    if before is not None and before.actor is not None:
        return before.actor, before.start, phrase.end
    of = _OF_STATE.match(page.string, phrase.end)
    after = page.beginning_at(of.end()) if of else None
    if after is not None and after.actor is not None and cast.kind(after.actor) is ActorKind.STATE:
        return after.actor, phrase.start, after.end
    return None, phrase.start, phrase.end


def _earlier(page: Page, organs: Organs, phrase: OrganPhrase, lower: str) -> tuple[ActorId, str, float] | None:
    """The last organ whose name ends in these words: "the ministry" after "the Fisheries Ministry"."""
    for name, _, actor, words in reversed(organs.met):
        same_page = name == page.source.name
        if same_page and (words == lower or re.sub(r" (?:of|for) .*", "", words).endswith(lower)):
            if words != lower and lower != phrase.head:
                continue
            return actor, "the-" + phrase.head.replace(" ", "-"), 0.9
    return None


def _by_context(page: Page, cast: Cast, phrase: OrganPhrase) -> tuple[ActorId, str, float] | None:
    """A bare "Foreign Ministry" is that of the state that the article speaks of or from."""
    telling = phrase.head == "ministry" and phrase.words.casefold() != "ministry"
    if _ADJECTIVE.match(phrase.words):
        return None
    if cast.context is None or not telling or phrase.determiner not in ("the", None):
        return None
    state = _state_there(page, cast, phrase.start)
    return (organ_of(cast, state, phrase.words, phrase.head), "context-state", 0.8) if state is not None else None


def _state_there(page: Page, cast: Cast, offset: int) -> ActorId | None:
    """The state of the context, or of the known capital in which the sentence is laid: "In Vienna, the Interior
    Ministry said". None in a place that nobody knows, where the article names other states too."""
    number = page.source.sentence_at(offset)
    begin = page.source.sentences[number][0] if number is not None else offset
    found = _IN_PLACE.match(page.string, begin)
    if found is None or found.end() > offset:
        return cast.context
    naming = page.beginning_at(found.start("place"))
    if naming is not None:
        there = naming.actor or next(iter(naming.alternatives), None)
        return cast.state_of(there) if there is not None else None
    states = {n.actor for n in page.namings if n.actor is not None and cast.kind(n.actor) is ActorKind.STATE}
    return cast.context if states <= {cast.context} else None


def _beside(organs: Organs, phrase: OrganPhrase) -> tuple[ActorId, str, float] | None:
    """ "The Ministry of Fisheries" after the "Ministry of Transport of Lirania": the other ministries' state, if it is
    one."""
    if phrase.head != "ministry" or phrase.determiner != "the" or phrase.words.casefold() == "ministry":
        return None
    states = {organs.cast.actor(actor).organ_of for _, _, actor, words in organs.met if "ministry" in words}
    state = next(iter(states)) if len(states) == 1 else None
    return None if state is None else (organ_of(organs.cast, state, phrase.words, phrase.head), "same-state", 0.7)


def _with_article(label: str) -> str:
    plural = label.startswith(
        ("United ", "Netherlands", "Philippines", "Maldives", "Bahamas", "Republic of", "Central African")
    )
    return f"the {label}" if plural else label


def _title(words: str) -> str:
    small = ("of", "and", "for", "the")
    return " ".join(word if word in small or word[:1].isupper() else word.capitalize() for word in words.split())
