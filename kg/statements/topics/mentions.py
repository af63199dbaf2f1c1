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
from kg.statements.topics.clausal import deeds_forbidden, stands_alone, subject_clauses, taken_up
from kg.statements.topics.headless import headless
from kg.statements.topics.naming_cues import calls_on, is_empty, is_judged_by_its_words, is_seen_doing
from kg.statements.topics.pointing import open_name, pointing
from kg.statements.topics.pronouns import PERSONAL, meant_by, said_of
from kg.vocab.ids import topic_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kg.model import Actor, ActorId, Attribution, TargetId
    from kg.statements.reading.strings import Reading
    from kg.statements.reading.syntax import Tree

_MARKS: Final = re.compile(r"[\"“”«»]|(?<!\w)['‘’]|(?<![sS])['‘’](?!\w)")
"""Quotation marks, which are no part of a name."""
_OPENING: Final = frozenset(
    {"a", "an", "at", "but", "he", "if", "in", "it", "my", "no", "nobody", "on", "our", "she", "that", "the", "their"}
    | {"there", "these", "they", "this", "those", "we", "when", "you"}
)
"""Words that have a capital only where they open a sentence."""
_SAID_OF: Final = frozenset({"about", "concerning", "of", "regarding"})
_POINTERS: Final = frozenset({"DT", "PRP", "WDT"})
"""Tags of words that can be a whole content and name nothing: "that", "him", "which"."""
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
    actors: Mapping[ActorId, Actor] = field(default_factory=dict)
    topics: dict[TargetId, Topic] = field(default_factory=dict)
    _chains: list[_Chain] = field(default_factory=list)
    _named: list[Candidate] = field(default_factory=list)
    """What earlier contents were about, in text order: the first place to look for what "it" means."""

    def find(self, reading: Reading, attribution: Attribution, is_own: Callable[[Tree, int], bool]) -> Topics:
        """The topics of one attribution. They are put into `reading.topics` by the place of their noun."""
        found: list[Reference] = []
        named: list[Candidate] = []
        is_naming, settled = attribution.cue_lemma in words_of("name") and not calls_on(reading, attribution), None
        pieces = list(reading.pieces((*attribution.target, *attribution.content)))
        free = []
        for tree, tokens in pieces:
            # What comes after says what it is ("called [the accord] a fair settlement"); later sentences go on.
            sentence = reading.source.sentence_at(tree.start[tokens[0]]) if tokens else None
            if settled is not None and sentence == settled:
                continue
            is_free = True
            for part in main_parts(tree, tokens, lambda token, tree=tree: is_own(tree, token)):  # type: ignore[misc]
                token = before_marks(tree, part.token) if is_naming else part.token
                reference = self._topic(reading, attribution, tree, token, tokens, is_own, named)
                if reference is not None:
                    found.append(reference)
                    named.append(Candidate(tree, token, part.role, reference))
                is_known = reference is not None or reading.is_named(tree, token)
                if is_naming and is_known and settled is None and not is_seen_doing(tree, token, tokens):
                    settled, is_free = sentence, False
                    break
            if is_free:
                free.append((tree, tokens))
        if not found and is_left_unsaid(reading, attribution, is_own):
            last = antecedent(reading, attribution, None, self._named)
            if last is not None:
                return Topics(unsaid=next(self._of_candidate(reading, last), None))
        self._named += named
        found += self._beside(reading, free, {one.start for one in named}, is_own)
        found += self._headless(reading, free, is_own)
        found += self._clauses(reading, attribution, free)
        found += self._pronouns(reading, attribution, free, is_own)
        found += self._open(reading, attribution, free, is_own)
        known = {one.target for one in found}
        found += (one for one in self._said_of(reading, attribution, is_own) if one.target not in known)
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
                    yield _standing_for(reading, tree, pronoun, meant.target)
            for noun in asides(tree, tokens):
                if tree.start[noun] in known or is_own(tree, noun) or reading.is_named(tree, noun):
                    continue
                known.add(tree.start[noun])
                if tree.start[noun] in reading.topics:
                    yield reading.topics[tree.start[noun]]
                elif is_topical(tree, noun) and _is_spoken_of(reading, tree, noun):
                    yield self._named_topic(reading, tree, noun, tokens)

    def _headless(
        self, reading: Reading, pieces: list[tuple[Tree, range]], is_own: Callable[[Tree, int], bool]
    ) -> Iterator[Reference]:
        """Those whom a phrase without a noun names: "those who left", "the old one"."""
        for tree, tokens in pieces:
            for phrase in headless(tree, tokens):
                place = tree.start[phrase.token]
                if place in reading.topics or reading.naming(tree, phrase.token) or is_own(tree, phrase.token):
                    continue
                start, end = tree.start[phrase.first], reading.whole(place, tree.end[phrase.last - 1])
                label = phrase.label or reading.shadow[start:end]
                yield self._labelled(reading, place, start, end, label, phrase.noun or tree.lower[phrase.token])

    def _clauses(
        self, reading: Reading, attribution: Attribution, pieces: list[tuple[Tree, range]]
    ) -> Iterator[Reference]:
        """Clauses that are spoken of: subjects themselves, what is not to be done, or taken up by "this" and "that"."""
        for tree, tokens in pieces:
            is_told = bool(attribution.target or attribution.addressee)
            for clause in (*subject_clauses(tree, tokens), *deeds_forbidden(tree, tokens, is_told=is_told)):
                words = reading.shadow[clause.start : clause.end]
                place = tree.start[clause.token]
                if place not in reading.topics:
                    yield self._labelled(reading, place, clause.start, clause.end, words, tree.lower[clause.token])
            for token in tokens:
                place = tree.start[token]
                if not stands_alone(tree, token) or place in reading.topics:
                    continue
                meant = taken_up(reading, attribution, tree, token)
                if meant is not None:
                    words = reading.shadow[meant.start : meant.end]
                    label = meant.lead + _as_inside(words)
                    target = self._labelled(
                        reading, meant.start, meant.start, meant.end, label, tree.lower[token]
                    ).target
                    yield _standing_for(reading, tree, token, target)

    def _pronouns(
        self,
        reading: Reading,
        attribution: Attribution,
        pieces: list[tuple[Tree, range]],
        is_own: Callable[[Tree, int], bool],
    ) -> Iterator[Reference]:
        """Whom pronouns mean that nothing else has led back."""
        for tree, tokens in pieces:
            for token in tokens:
                place = tree.start[token]
                if tree.lower[token] not in PERSONAL or tree.tag[token] != "PRP" or place in reading.topics:
                    continue
                if reading.naming(tree, token) is not None or is_own(tree, token):
                    continue
                meant = meant_by(reading, attribution, (tree, token), self.actors, is_own)
                if meant is None:
                    continue
                named = reading.naming(meant.tree, meant.token) or reading.topic_at(meant.tree, meant.token)
                if named is None and meant.is_outside and is_topical(meant.tree, meant.token):
                    named = self._named_topic(reading, meant.tree, meant.token, range(len(meant.tree.lower)))
                if named is None:
                    continue  # what no clause speaks of is not what a pronoun goes on with
                yield _standing_for(reading, tree, token, named.target)

    def _said_of(
        self, reading: Reading, attribution: Attribution, is_own: Callable[[Tree, int], bool]
    ) -> Iterator[Reference]:
        """What a whole content is said of: "Of [the toll] she said that nobody would pay"."""
        for meant in said_of(reading, attribution):
            tree, noun = meant.tree, meant.token
            if tree.lower[tree.head[noun]] not in _SAID_OF or is_own(tree, noun):
                continue
            named = reading.naming(tree, noun)
            if named is not None:
                yield named
            elif is_topical(tree, noun):
                yield reading.topics.get(tree.start[noun]) or self._named_topic(
                    reading, tree, noun, range(len(tree.lower))
                )

    def _open(
        self,
        reading: Reading,
        attribution: Attribution,
        pieces: list[tuple[Tree, range]],
        is_own: Callable[[Tree, int], bool],
    ) -> Iterator[Reference]:
        """What words point at that nothing has led back, and what the whole content is: "would not hear of [that]"."""
        for tree, tokens in pieces:
            words = [token for token in tokens if tree.dep[token] != "punct"]
            is_judged = len(pieces) == 1 or attribution.cue_lemma in words_of("name")
            whole = words if is_judged and len(words) == 1 and tree.tag[words[0]] in _POINTERS else []
            for token in (*whole, *pointing(tree, tokens)):
                place = tree.start[token]
                if place in reading.topics:
                    yield reading.topics[place]
                elif reading.naming(tree, token) is None and not is_own(tree, token):
                    label = open_name(reading, tree, token, range(len(tree.lower)) if whole else tokens)
                    if label and not is_empty(tree, token):
                        yield self._labelled(reading, place, place, tree.end[token], label, tree.lower[token])

    def _labelled(self, reading: Reading, place: int, start: int, end: int, words: str, noun: str) -> Reference:
        """The topic with a name of its own, at a place."""
        label = " ".join(_MARKS.sub(" ", words).split())
        target = topic_id(self.version, label)
        span = reading.span(start, end)
        self.topics.setdefault(target, Topic(id=target, label=label, evidence=span))
        reading.nouns.setdefault(target, noun)
        reference = Reference(start, end, target, span)
        reading.topics[place] = reference
        return reference

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
            if reading.naming(tree, token) is not None or is_own(tree, token) or any(tree.kids(token, "relcl")):
                return None
            if tree.lower[token + 1 : token + 2] == ["["]:
                return self._in_brackets(reading, tree, token)
            meant = antecedent(reading, attribution, (tree, token), [*self._named, *named])
            for reference in self._of_candidate(reading, meant) if meant else ():
                return _standing_for(reading, tree, token, reference.target)
            return None
        if reading.is_named(tree, token) or is_own(tree, token):
            return None
        if not is_topical(tree, token) and not is_judged_by_its_words(reading, attribution, tree, token):
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


def _standing_for(reading: Reading, tree: Tree, token: int, target: TargetId) -> Reference:
    """The word at its own place, as one that names a topic."""
    start, end = tree.start[token], tree.end[token]
    reading.topics[start] = Reference(start, end, target, reading.span(start, end))
    return reading.topics[start]


def _is_spoken_of(reading: Reading, tree: Tree, noun: int) -> bool:
    """False for a proper noun that nobody is known by: mostly a place. True for "by the Brigades", "than Holm"."""
    if not reading.shadow[tree.start[noun]].isupper():
        return True
    if tree.start[noun] in reading.places and tree.lower[tree.head[noun]] != "than":
        return False
    has_article = any(tree.lower[det] == "the" for det in tree.kids(noun, "det"))
    return tree.lower[tree.head[noun]] == "than" or (has_article and tree.dep[tree.head[noun]] == "agent")


def _as_inside(words: str) -> str:
    """A sentence's words as they stand after "that": without its capital, unless it is "I" or a name's."""
    first = words.split(" ", 1)[0]
    return words[0].lower() + words[1:] if first.lower() in _OPENING else words
