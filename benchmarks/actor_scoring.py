"""Scores found mentions of actors against a gold set: mentions, links, coreference, merges, traps, principals.

Knows nothing of how mentions are found: `benchmarks/linking_gold.py` hands it both sides as plain values of one text.
All spans are half-open ranges of code points of that text.

A found mention that names nobody (an abstention, a place) is no answer: it can neither be right nor spurious.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

Range = tuple[int, int]

OVERLAP = 0.5
"""Least share (common characters by all characters) with which two spans are the same mention."""
NOT_MARKED = re.compile(
    "i|me|mine|my(self)?|we|us|ours?|ourselves|yours?|you|yourself|his|hers?|its|theirs?|(him|her|it)self|themselves"
    "|who|whom|whose|which|that|both|neither|all",
    re.IGNORECASE,
)
"""Pronouns that the guideline leaves unmarked: to name their actor is neither right nor wrong here."""
EDGE = re.compile(r"^(?:the|a|an)\s+|['’]s?$|^[\W_]+|[^\w.)]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """One entry of the gold set; `link` None is a trap, "unsure" a mention that nobody can resolve."""

    span: Range
    extent: Range
    """The whole phrase, the span itself where nothing else is said."""
    link: str | None
    form: str | None = None
    also: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    """Where it names several actors at once ("they"): all of them, which is as right as one group."""
    optional: bool = False
    on_behalf_of: tuple[str, ...] = ()

    @property
    def wanted(self) -> bool:
        """True if a system has to find it and to name its actor."""
        return self.link not in (None, "unsure") and not self.optional

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every link that is right."""
        return (self.link, *self.also) if self.link else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundActor:
    """An actor as a system tells actors apart."""

    key: str
    reference: str | None = None
    """Which actor of the reference data it is; None for one that only this text knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMention:
    """A span for which a system named an actor, or several at once."""

    span: Range
    actors: tuple[FoundActor, ...]
    note: str = ""
    """How it was found, for lists of errors."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The actors' keys."""
        return tuple(actor.key for actor in self.actors)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSpeaker:
    """A speaker of attributed words, and whom the words bind."""

    span: Range
    principals: frozenset[str]
    """The one named and the bodies and states above it."""
    names: frozenset[str] = frozenset()
    """What those are called, folded: ties an actor of this text to a gold name that no found mention shows."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """What came out; adds up over texts."""

    wanted: int = 0
    exact: int = 0
    lenient: int = 0
    spurious: int = 0
    linked: int = 0
    traps: int = 0
    violated: int = 0
    unsure: int = 0
    abstained: int = 0
    merges: int = 0
    principals: int = 0
    speakers: int = 0
    bound: int = 0
    b3_precision: float = 0.0
    b3_recall: float = 0.0
    errors: list[tuple[str, Range, str]] = field(default_factory=list)
    """Kind, span, remark."""

    def add(self, other: Tally) -> None:
        """Take in another text's counts."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def trimmed(text: str, span: Range) -> Range:
    """The span without article, possessive ending and edge punctuation.

    >>> trimmed("the United States' draft", (0, 18))
    (4, 17)
    """
    start, end = span
    while (edge := EDGE.search(text[start:end])) and edge.end() - edge.start() < end - start:
        if edge.start() == 0:
            start += edge.end()
        else:
            end = start + edge.start()
    return start, end


def is_same(text: str, gold: GoldMention, found: Range) -> float:
    """2 if both are one span, articles and possessive endings aside; else 0 to 1: how much alike.

    More than 0 if the found span holds the gold span and stays within its extent, or if both share half of their
    characters or more.
    """
    ours, theirs = trimmed(text, gold.span), trimmed(text, found)
    if ours == theirs:
        return 2.0
    common = min(ours[1], theirs[1]) - max(ours[0], theirs[0])
    share = max(0, common) / (max(ours[1], theirs[1]) - min(ours[0], theirs[0]))
    within = trimmed(text, gold.extent)
    holds = theirs[0] <= ours[0] and ours[1] <= theirs[1] and within[0] <= theirs[0] and theirs[1] <= within[1]
    return share if holds or share >= OVERLAP else 0.0


def pair_up(text: str, gold: list[GoldMention], found: list[FoundMention]) -> dict[int, int]:
    """Gold index of each found mention that is one: one to one, the most alike first, wanted before optional."""
    scores = [
        (is_same(text, ours, theirs.span), ours.wanted, -g, -f)
        for g, ours in enumerate(gold)
        if ours.link is not None
        for f, theirs in enumerate(found)
    ]
    pairs: dict[int, int] = {}
    for score, _, g, f in sorted(scores, reverse=True):
        if score > 0 and -f not in pairs and -g not in pairs.values():
            pairs[-f] = -g
    return pairs


def score(text: str, gold: list[GoldMention], found: list[FoundMention], speakers: list[FoundSpeaker]) -> Tally:
    """Score one text (found mentions outside its annotated ranges are left out by the caller)."""
    tally = Tally()
    pairs = pair_up(text, gold, found)
    matched = {g: found[f] for f, g in pairs.items()}
    names = local_names(gold, matched)
    _mentions(tally, text, gold, found, pairs)
    _links(tally, gold, matched, names)
    _coreference(tally, gold, matched)
    _principals(tally, text, gold, speakers, names)
    return tally


def local_names(gold: list[GoldMention], matched: dict[int, FoundMention]) -> dict[str, str]:
    """Gold name of each actor that only this text knows: one to one, the most mentions in common first."""
    common: Counter[tuple[str, str]] = Counter()
    for g, theirs in sorted(matched.items()):
        link = gold[g].link
        if len(theirs.actors) == 1 and theirs.actors[0].reference is None and link and is_local(link):
            common[(theirs.actors[0].key, link)] += 1
    names: dict[str, str] = {}
    for (actor, link), _ in sorted(common.items(), key=lambda item: -item[1]):
        if actor not in names and link not in names.values():
            names[actor] = link
    return names


def is_local(link: str) -> bool:
    """True for a name that the gold set gives to an actor of one text."""
    return "/" not in link and link != "unsure"


def _mentions(
    tally: Tally, text: str, gold: list[GoldMention], found: list[FoundMention], pairs: dict[int, int]
) -> None:
    matched = {g: found[f] for f, g in pairs.items()}
    for g, ours in enumerate(gold):
        if ours.wanted:
            tally.wanted += 1
            tally.lenient += g in matched
            tally.exact += g in matched and is_same(text, ours, matched[g].span) == 2.0
            if g not in matched:
                tally.errors.append(("missed", ours.span, f"{ours.form}, {ours.link}"))
        elif ours.link == "unsure":
            tally.unsure += 1
            tally.abstained += g not in matched
            if g in matched:
                tally.errors.append(("not abstained", ours.span, _told(matched[g])))
        elif ours.link is None and not ours.optional:
            tally.traps += 1
    sprung = set()
    for f, theirs in enumerate(found):
        if f in pairs or not _counts(text, theirs, gold, matched):
            continue
        tally.spurious += 1
        trap = next((ours for ours in gold if ours.link is None and _springs(text, ours, theirs.span)), None)
        if trap is not None:
            sprung.add(trap.span)
        tally.errors.append(("trap" if trap else "spurious", theirs.span, _told(theirs)))
    tally.violated = len(sprung)


def _counts(text: str, theirs: FoundMention, gold: list[GoldMention], matched: dict[int, FoundMention]) -> bool:
    """False for a pronoun that the guideline leaves out, and for a second mention of one actor inside its phrase."""
    start, end = theirs.span
    if NOT_MARKED.fullmatch(text[start:end]):
        return False
    return not any(
        ours.extent[0] <= start and end <= ours.extent[1] and g in matched and matched[g].keys == theirs.keys
        for g, ours in enumerate(gold)
    )


def _springs(text: str, trap: GoldMention, found: Range) -> bool:
    inside = trap.span[0] <= found[0] and found[1] <= trap.span[1]
    return inside or is_same(text, trap, found) > 0


def _told(found: FoundMention) -> str:
    return f"{', '.join(found.keys)} ({found.note})"


def _links(tally: Tally, gold: list[GoldMention], matched: dict[int, FoundMention], names: dict[str, str]) -> None:
    told: dict[str, set[str]] = defaultdict(set)
    for g, theirs in sorted(matched.items()):
        ours = gold[g]
        if not ours.wanted:
            continue
        answers = {actor.reference or names.get(actor.key, "") for actor in theirs.actors}
        right = answers == set(ours.members) if len(theirs.actors) > 1 else bool(answers & set(ours.accepted))
        tally.linked += right
        if len(theirs.actors) == 1:
            told[theirs.keys[0]].add(answers.pop() if right else str(ours.link))
        if not right:
            tally.errors.append(("wrong link", ours.span, f"{_told(theirs)} for {ours.link}"))
    for actor, links in sorted(told.items()):
        if len(links) > 1:
            tally.merges += 1
            span = next(gold[g].span for g, theirs in sorted(matched.items()) if theirs.keys == (actor,))
            tally.errors.append(("merge", span, f"{actor} is {', '.join(sorted(links))}"))


def _coreference(tally: Tally, gold: list[GoldMention], matched: dict[int, FoundMention]) -> None:
    """B-cubed (Bagga and Baldwin 1998), a sum over mentions; one that is not found has recall 0 and no precision."""
    wanted = [g for g, ours in enumerate(gold) if ours.wanted]
    for g in wanted:
        if g not in matched:
            continue
        entity = {h for h in wanted if gold[h].link == gold[g].link}
        chain = {h for h in wanted if h in matched and matched[h].keys == matched[g].keys}
        tally.b3_precision += len(entity & chain) / len(chain)
        tally.b3_recall += len(entity & chain) / len(entity)


def _principals(
    tally: Tally, text: str, gold: list[GoldMention], speakers: list[FoundSpeaker], names: dict[str, str]
) -> None:
    surfaces = defaultdict(set)
    for ours in gold:
        if ours.link:
            surfaces[ours.link].add(text[slice(*ours.span)].casefold())
    for ours in gold:
        if not ours.on_behalf_of:
            continue
        tally.principals += 1
        speaker = next((one for one in speakers if is_same(text, ours, one.span) > 0), None)
        if speaker is None:
            tally.errors.append(("no speaker", ours.span, ", ".join(ours.on_behalf_of)))
            continue
        tally.speakers += 1
        told = {names.get(actor, actor) for actor in speaker.principals}
        told |= {link for link in ours.on_behalf_of if "/" not in link and surfaces[link] & speaker.names}
        if told & set(ours.on_behalf_of):
            tally.bound += 1
        else:
            remark = f"{', '.join(sorted(speaker.principals)) or 'nobody'} for {', '.join(ours.on_behalf_of)}"
            tally.errors.append(("principal", ours.span, remark))
