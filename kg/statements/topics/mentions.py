"""Topics: what contents are about that is neither actor nor instrument, each with its mentions in one article.

A topic is known by the article's own name for it ("draft pact"). Later phrases with the same noun, with a noun of the
same kin ("the deal" for "the accord"), pronouns, and words that leave it unsaid ("she was hopeful") lead back to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kg.model import Topic
from kg.statements.reading.clauses import main_parts
from kg.statements.reading.phrases import (
    before_marks,
    is_definite,
    is_plural,
    is_topical,
    modifiers_of,
    name_range,
    singular,
    tells_that,
)
from kg.statements.reading.strings import Reference
from kg.statements.reading.syntax import SUBJECTS
from kg.statements.reading.wordlists import groups_of_kin, words_of
from kg.statements.topics.antecedents import Candidate, antecedent, is_left_unsaid
from kg.statements.topics.asides import asides, relatives
from kg.vocab.ids import topic_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.model import Attribution, TargetId
    from kg.statements.reading.strings import Reading
    from kg.statements.reading.syntax import Tree

_MARKS: Final = re.compile(r"[\"“”«»]|(?<!\w)['‘’]|(?<![sS])['‘’](?!\w)")
"""Quotation marks, which are no part of a name."""
_PRONOUNS: Final = frozenset({"it", "they", "them", "these", "those"})


@dataclass(frozen=True, slots=True)
class _Chain:
    """One topic so far: its noun, and the words before it when it was first named.

    `is_words`: the noun is itself for words ("talk that ..."), so that no noun of its kin takes it up.
    """

    target: TargetId
    noun: str
    modifiers: frozenset[str]
    is_words: bool = False


@dataclass(frozen=True, slots=True)
class Topics:
    """What one content is about besides actors and instruments."""

    named: tuple[Reference, ...] = ()
    """In text order, each at its place in the content or in what the cue judges."""
    unsaid: Reference | None = None
    """What the words leave unsaid ("she was hopeful"), at the place where it was named last."""

    def all(self) -> tuple[Reference, ...]:
        """Both."""
        return self.named if self.unsaid is None else (*self.named, self.unsaid)


@dataclass(slots=True)
class TopicFinder:
    """Finds the topics of one article's attributions, which are to be given in text order."""

    version: str
    topics: dict[TargetId, Topic] = field(default_factory=dict)
    _chains: list[_Chain] = field(default_factory=list)
    _named: list[Candidate] = field(default_factory=list)
    """What earlier contents were about, in text order: the first place to look for what "it" means."""

    def find(self, reading: Reading, attribution: Attribution, is_own: Callable[[Tree, int], bool]) -> Topics:
        """The topics of one attribution. They are put into `reading.topics` by the place of their noun."""
        found: list[Reference] = []
        named: list[Candidate] = []
        is_naming, is_settled = attribution.cue_lemma in words_of("name"), False
        pieces = list(reading.pieces((*attribution.target, *attribution.content)))
        for tree, tokens in pieces:
            if is_settled:
                break
            for part in main_parts(tree, tokens, lambda token, tree=tree: is_own(tree, token)):  # type: ignore[misc]
                token = before_marks(tree, part.token) if is_naming else part.token
                reference = self._topic(reading, attribution, tree, token, tokens, is_own, named)
                if reference is not None:
                    found.append(reference)
                    named.append(Candidate(tree, token, part.role, reference))
                is_settled = is_naming and (reference is not None or reading.is_named(tree, token))
                if is_settled:
                    break  # "called [the accord] a fair settlement": what comes after says what it is
        if not found and is_left_unsaid(reading, attribution, is_own):
            last = antecedent(reading, attribution, None, self._named)
            if last is not None:
                return Topics(unsaid=next(self._of_candidate(reading, last), None))
        self._named += named
        if not is_settled:
            found += self._beside(reading, pieces, {one.start for one in named}, is_own)
        return Topics(tuple(sorted(found, key=lambda one: one.start)))

    def _beside(
        self,
        reading: Reading,
        pieces: list[tuple[Tree, range]],
        known: set[int],
        is_own: Callable[[Tree, int], bool],
    ) -> Iterator[Reference]:
        """What the pieces speak of besides. `known`: offsets of the nouns that are named already."""
        for tree, tokens in pieces:
            for pronoun, noun in relatives(tree, tokens):
                if not is_own(tree, noun) and is_topical(tree, noun):
                    meant = reading.naming(tree, noun) or self._named_topic(reading, tree, noun, range(pronoun))
                    start, end = tree.start[pronoun], tree.end[pronoun]
                    reading.topics[start] = Reference(start, end, meant.target, reading.span(start, end))
                    yield reading.topics[start]
            for noun in asides(tree, tokens):
                if tree.start[noun] in known or is_own(tree, noun) or reading.is_named(tree, noun):
                    continue
                known.add(tree.start[noun])
                if tree.start[noun] in reading.topics:
                    yield reading.topics[tree.start[noun]]
                elif is_topical(tree, noun) and not reading.shadow[tree.start[noun]].isupper():
                    # A proper noun that nobody is known by is mostly a place.
                    yield self._named_topic(reading, tree, noun, tokens)

    def name(self, reading: Reading, tree: Tree, token: int) -> Reference | None:
        """The topic that a noun outside of the main parts names, None for one that says nothing definite."""
        if not is_topical(tree, token) or reading.is_named(tree, token):
            return None
        return self._named_topic(reading, tree, token, range(len(tree.lower)))

    def _topic(
        self,
        reading: Reading,
        attribution: Attribution,
        tree: Tree,
        token: int,
        tokens: range,
        is_own: Callable[[Tree, int], bool],
        named: list[Candidate],
    ) -> Reference | None:
        """What a part of a main clause is about. `named`: what the content was about before it."""
        start = tree.start[token]
        if start in reading.topics:
            return reading.topics[start]
        if tree.lower[token] in _PRONOUNS:
            if reading.naming(tree, token) is not None or is_own(tree, token):
                return None
            if tree.lower[token + 1 : token + 2] == ["["]:
                return self._in_brackets(reading, tree, token)
            meant = antecedent(reading, attribution, (tree, token), [*self._named, *named])
            for reference in self._of_candidate(reading, meant) if meant else ():
                pronoun = reading.span(start, tree.end[token])
                reading.topics[start] = Reference(start, tree.end[token], reference.target, pronoun)
                return reading.topics[start]
            return None
        if not is_topical(tree, token) or reading.is_named(tree, token) or is_own(tree, token):
            return None
        if start in reading.places and tree.dep[token] not in SUBJECTS:
            return None  # "left Holm" says where; "Holm has a port" speaks of Holm
        return self._named_topic(reading, tree, token, tokens)

    def _in_brackets(self, reading: Reading, tree: Tree, pronoun: int) -> Reference | None:
        """What an editor says that a pronoun means: "It [the old bridge] is closed"."""
        end = next((t for t in range(pronoun + 2, len(tree.lower)) if tree.lower[t] == "]"), pronoun + 2)
        noun = end - 1
        if not is_topical(tree, noun):
            return None
        named = reading.naming(tree, noun) or self._named_topic(reading, tree, noun, range(pronoun + 2, end))
        reading.topics[tree.start[pronoun]] = named
        return named

    def _of_candidate(self, reading: Reading, candidate: Candidate) -> Iterator[Reference]:
        if candidate.reference is not None:
            yield candidate.reference
        elif is_topical(candidate.tree, candidate.token):
            tree = candidate.tree
            yield self._named_topic(reading, tree, candidate.token, range(len(tree.lower)))

    def _named_topic(self, reading: Reading, tree: Tree, token: int, tokens: range) -> Reference:
        """The topic that a noun phrase names: one that the article has had before, or a new one."""
        first, last = name_range(tree, token, tokens)
        start, end = tree.start[first], reading.whole(tree.start[token], tree.end[last - 1])
        span = reading.span(start, end)
        modifiers, noun = modifiers_of(tree, first, token), singular(tree.lower[token])
        is_taken_up = is_definite(tree, token) or is_plural(tree, token) or span.string == "title"
        is_owned = any(tree.kids(token, "poss"))
        target = self._known(noun, modifiers, may_be_kin=not is_owned) if is_taken_up else None
        if target is None:
            label = " ".join(_MARKS.sub(" ", reading.shadow[start:end]).split())
            target = topic_id(self.version, label)
            self.topics.setdefault(target, Topic(id=target, label=label, evidence=span))
            self._chains.append(_Chain(target, noun, modifiers, tells_that(tree, token)))
        reading.nouns.setdefault(target, tree.lower[token])
        reference = Reference(start, end, target, span)
        reading.topics[tree.start[token]] = reference
        return reference

    def _known(self, noun: str, modifiers: frozenset[str], *, may_be_kin: bool) -> TargetId | None:
        """The topic with the same noun and no word before it that the earlier name lacks; "the deal" by its kin.

        `may_be_kin`: False for "our deal", which is ours and not the one before.
        """
        for chain in reversed(self._chains):
            if chain.noun == noun and modifiers <= chain.modifiers:
                return chain.target
        if modifiers or not may_be_kin:
            return None
        kin = groups_of_kin().get(noun, frozenset())
        for chain in reversed(self._chains):
            if chain.noun in kin and not chain.is_words:
                return chain.target
        return None
