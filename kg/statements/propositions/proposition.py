"""The proposition that a statement puts forward: its content without the speaker, with the actors put in.

"it vetoed the extension", said by Russia, becomes "Russia vetoed the extension". What cannot be put in keeps the claim
local to its article: an open pronoun, a word that points ("here", "tomorrow"), or no actor at all, because "the talks
failed" in two articles may be two talks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.model import ActorKind, MentionType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.model import Actor, ActorId, Article, ArticleFacts, Mention, ResolvedActors, Span, Statement, StatementId

_PUT_IN: Final = frozenset((MentionType.NAME, MentionType.NOMINAL, MentionType.PRONOUN, MentionType.METONYM))
"""Mentions that the actor's label replaces. A demonym describes ("Norland troops") and stays."""
_NOT_NAMES: Final = frozenset((ActorKind.UNNAMED, ActorKind.GROUP, ActorKind.DOCUMENT))
"""Actors whose label is a description by one article: it stays as worded, and makes no claim known elsewhere."""
_POSSESSIVE: Final = frozenset(("its", "his", "their", "our", "my", "your", "whose"))
_ITSELF: Final = frozenset(("itself", "himself", "herself", "themselves", "ourselves", "myself", "yourself"))
_OPEN: Final = re.compile(
    r"\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|we|us|our|ours|i|me|my|mine|you|your|yours|this|these"
    r"|those|here|now|today|tonight|tomorrow|yesterday|ago|recently|currently|(?:last|next|past|coming)\s+(?:week|month"
    r"|year|night|day|days|weeks|months|years|spring|summer|autumn|fall|winter)|(?:mon|tues|wednes|thurs|fri|satur|sun)"
    r"day|the\s+(?:former|latter))\b",
    re.IGNORECASE,
)
_EXPLETIVE: Final = re.compile(r"\bit (?:is|was|would be|will be|has been) \w+ (?:that|to|for)\b", re.IGNORECASE)
_BLANKS: Final = re.compile(r"\s+")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FEWEST: Final = 3
"""Words of a claim that can be known outside of its article."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """What one statement puts forward. `is_local`: its words mean nothing outside of their article."""

    text: str
    is_local: bool


def propositions(article: Article, facts: ArticleFacts, resolved: ResolvedActors) -> dict[StatementId, Proposition]:
    """The proposition of each statement, in the order of the statements."""
    strings = {"text": article.text, "title": article.title or ""}
    naming = _Naming(resolved.mentions, resolved.actors)
    return {statement.id: _proposition(statement, strings, naming) for statement in facts.statements}


class _Naming:
    """The mentions that are put in, by the string in which they stand, in text order; the longest at a place first."""

    def __init__(self, mentions: Iterable[Mention], actors: Mapping[ActorId, Actor]) -> None:
        self.actors = actors
        self.mentions = sorted(
            (m for m in mentions if m.actor is not None and not m.is_place and m.actor in actors),
            key=lambda m: (m.span.string, m.span.start, -m.span.end),
        )

    def inside(self, piece: Span) -> list[Mention]:
        """Those of a piece of content; of nested ones the outermost."""
        found: list[Mention] = []
        for mention in self.mentions:
            if piece.covers(mention.span) and not (found and found[-1].span.overlaps(mention.span)):
                found.append(mention)
        return found


def _proposition(statement: Statement, strings: Mapping[str, str], naming: _Naming) -> Proposition:
    parts, is_anchored = [], False
    for piece in statement.content:
        whole, place = strings[piece.string], piece.start
        words: list[str] = []
        for mention in naming.inside(piece):
            assert mention.actor is not None, "only mentions of known actors are put in"
            actor = naming.actors[mention.actor]
            is_anchored = is_anchored or actor.kind not in _NOT_NAMES
            label = _label(mention, actor, whole, piece)
            if label is None:
                continue
            before = whole[place : mention.span.start]
            if actor.kind is ActorKind.STATE and before.lower().endswith("the "):
                before = before[:-4]
            words += [before, label]
            place = mention.span.end
        parts.append("".join((*words, whole[place : piece.end])))
    text = _BLANKS.sub(" ", " ".join(parts)).strip()
    is_short = len(_WORD.findall(text)) < _FEWEST
    is_open = _OPEN.search(_EXPLETIVE.sub(" ", text)) is not None
    return Proposition(text, is_local=is_short or is_open or not is_anchored)


def _label(mention: Mention, actor: Actor, whole: str, piece: Span) -> str | None:
    """What is put in for a mention; None where it stays as worded."""
    if mention.type not in _PUT_IN or actor.kind in _NOT_NAMES:
        return None
    if actor.label.islower():
        return None  # "delegation", "a company": no name to put in
    worded = whole[mention.span.start : mention.span.end]
    low = worded.lower()
    if low in _ITSELF:
        return None
    after = whole[mention.span.end : piece.end]
    is_possessive = low in _POSSESSIVE or (low == "her" and re.match(r" [^\W\d_]", after) is not None)
    if is_possessive or worded.endswith(("'s", "’s")):
        return f"{actor.label}'s"
    keeps_article = low.startswith("the ") and actor.kind not in (ActorKind.STATE, ActorKind.PERSON)
    return (
        f"{worded[:3]} {actor.label}" if keeps_article and not actor.label.lower().startswith("the ") else actor.label
    )
