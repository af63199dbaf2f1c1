"""One article's record as people corrected it: what the view is made of where corrections hold.

Corrections find their statements again after a new extraction: by identity where the same words were found, else by
the words that they share (at least half of them), each statement going to one of the corrected ones.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from kg.store import view_terms as t
from kg.store.corrections import Part, corrections_in_force, days_told
from kg.triples.terms import day
from kg.vocab.ids import fold
from kg.vocab.prefixes import VOC

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.store.corrections import Correction
    from kg.store.records import ArticleRecord, Facts, Nodes, Value

LEAST_OVERLAP: Final = 0.5
"""Least share of words, of the longer of both, that a statement of a new extraction shares with a corrected one."""
_LOCAL: Final = re.compile(r"(?P<base>.*actor/local/)(?P<version>[0-9a-f]+)(?P<name>-[0-9a-f]+)")
_WORD: Final = re.compile(r"\w+")
_NEUTRAL: Final = "neutral"


class CorrectionIndex:
    """The corrections that hold, by the articles and wordings that they concern."""

    def __init__(self, entries: Iterable[Correction]) -> None:
        self._by_place: defaultdict[str, list[Correction]] = defaultdict(list)
        for entry in corrections_in_force(entries):
            self._by_place[entry.article].append(entry)
            self._by_place[entry.text_hash].append(entry)

    def of(self, record: ArticleRecord) -> list[Correction]:
        """Those of a record: made on its article, or on another one that prints the same text. In order."""
        if not self._by_place:
            return []
        places = [node.value for node in record.article]
        places += [value.value for facts in record.article.values() for value in facts.get(t.TEXT_HASH, ())]
        return corrections_in_force(entry for place in places for entry in self._by_place.get(place, ()))


def attach(record: ArticleRecord, corrections: Iterable[Correction]) -> dict[str, NamedNode]:
    """IRI of a corrected statement, as it then was -> the statement of this record that it now is."""
    anchors = {entry.statement: entry.anchor for entry in corrections}
    found = {
        node: facts
        for node, facts in record.found.items()
        if not t.ATTRIBUTIONS.isdisjoint(facts.get(t.TYPE, ())) and facts.get(t.CONTENT)
    }
    attached = {iri: NamedNode(iri) for iri in anchors if NamedNode(iri) in found}
    pairs = sorted(
        (-overlap, iri, node.value)
        for iri, anchor in anchors.items()
        if iri not in attached
        for node, facts in found.items()
        if (overlap := _overlap(anchor, facts[t.CONTENT][0].value)) >= LEAST_OVERLAP
    )
    taken = set(attached.values())
    for _, iri, value in pairs:
        if iri not in attached and NamedNode(value) not in taken:
            attached[iri] = NamedNode(value)
            taken.add(NamedNode(value))
    return attached


def corrected(record: ArticleRecord, corrections: Sequence[Correction]) -> ArticleRecord:
    """The record with these corrections, which hold and concern it; itself where none finds its statement."""
    attached = attach(record, corrections)
    made = _Corrected(record)
    gone: set[NamedNode] = set()
    for entry in corrections:
        statement = attached.get(entry.statement)
        if statement is None:
            continue
        if entry.part is Part.WHOLE:
            gone.add(statement)
        else:
            made.change(statement, entry)
    made.leave_out(gone)
    return replace(record, found=made.found) if made.found is not record.found else record


class _Corrected:
    """The nodes of a record while they are corrected; nothing of the record itself is changed."""

    def __init__(self, record: ArticleRecord) -> None:
        self.found: Nodes = record.found
        self._record = record
        self._own: set[NamedNode] = set()

    def change(self, statement: NamedNode, entry: Correction) -> None:
        """One correction of one statement."""
        facts = self._facts(statement)
        facts[t.CORRECTED_BY].append(NamedNode(entry.iri))
        new = [self._actor(iri, entry) for iri in entry.new]
        match entry.part:
            case Part.SPEAKER:
                # In which post, and for whom, was read with the speaker who was wrong.
                facts[t.SPEAKER] = list(new)
                facts[t.SPEAKING_AS], facts[t.ON_BEHALF_OF] = [], []
            case Part.BEHALF:
                facts[t.SPEAKING_AS], facts[t.ON_BEHALF_OF] = [], list(new)
            case Part.ABOUT:
                facts[t.ABOUT], facts[t.ABOUT_SPAN] = list(new), []
                facts[t.HAS_STANCE] = [one for one in facts[t.HAS_STANCE] if self._target(one) in new]
            case Part.STANCE:
                self._take_side(facts, new[0], entry)
            case Part.WORDS:
                language = next((one.language for one in facts[t.CONTENT] if isinstance(one, Literal)), None)
                facts[t.CONTENT] = [Literal(entry.now, language=language) if language else Literal(entry.now)]
            case Part.DAY:
                # Without a day only the article's bounds it, as where the reader finds none.
                for predicate in (t.SAID_EARLIEST, t.SAID_LATEST, t.DATED_BY):
                    facts.pop(predicate, None)
                if told := days_told(entry.now):
                    facts[t.SAID_EARLIEST], facts[t.SAID_LATEST] = [day(told[0])], [day(told[1])]
            case Part.WHOLE:
                raise AssertionError("a rejected statement is left out")

    def leave_out(self, gone: set[NamedNode]) -> None:
        """Statements that are none, with what only they tell; events stay, according to the article alone."""
        if not gone:
            return
        self._copy()
        hearsay = gone
        while hearsay:
            hearsay = {
                node
                for node, facts in self.found.items()
                if node not in gone
                and not t.ATTRIBUTIONS.isdisjoint(facts.get(t.TYPE, ()))
                and (told := facts.get(t.ACCORDING_TO))
                and gone.issuperset(told)
            }
            gone |= hearsay
        articles: list[Value] = [
            node for node, facts in self._record.article.items() if t.ARTICLE in facts.get(t.TYPE, ())
        ]
        for node in gone:
            del self.found[node]
        for node in list(self.found):
            for predicate, instead in ((t.RESTATES, []), (t.ACCORDING_TO, articles)):
                values = self.found[node].get(predicate, ())
                if not gone.isdisjoint(values):
                    kept = [value for value in values if value not in gone]
                    self._facts(node)[predicate] = kept or list(instead)

    def _take_side(self, facts: Facts, target: NamedNode, entry: Correction) -> None:
        facts[t.HAS_STANCE] = [one for one in facts[t.HAS_STANCE] if self._target(one) != target]
        if entry.side in (None, _NEUTRAL):
            return
        stance = NamedNode(entry.iri)
        told = self._facts(stance)
        told[t.STANCE_TARGET], told[t.POLARITY] = [target], [NamedNode(f"{VOC}polarity/{entry.side}")]
        facts[t.HAS_STANCE].append(stance)
        if target not in facts[t.ABOUT]:
            facts[t.ABOUT] = [*facts[t.ABOUT], target]

    def _target(self, stance: Value) -> Value | None:
        told = self.found.get(stance, {}) if isinstance(stance, NamedNode) else {}
        return next(iter(told.get(t.STANCE_TARGET, ())), None)

    def _actor(self, iri: str, entry: Correction) -> NamedNode:
        """The actor in this record; one of an earlier wording goes on under the name that this wording gives it."""
        local = _LOCAL.fullmatch(iri)
        node = NamedNode(f"{local['base']}{self._record.version}{local['name']}" if local else iri)
        known = next(((kind, label) for actor, kind, label in entry.actors if actor == iri), None)
        if node not in self.found and known is not None:
            told = self._facts(node)
            told[t.TYPE], told[t.LABEL] = [NamedNode(known[0])], [Literal(known[1], language="en")]
        return node

    def _facts(self, node: NamedNode) -> Facts:
        """The facts of a node, to be changed."""
        self._copy()
        if node not in self._own:
            self._own.add(node)
            self.found[node] = defaultdict(list, self.found.get(node, {}))
        return self.found[node]

    def _copy(self) -> None:
        if self.found is self._record.found:
            self.found = dict(self._record.found)


def _overlap(one: str, other: str) -> float:
    """Words in common, as often as in both, as a share of the longer one; 0 where there are none.

    >>> _overlap("the draft was bad", "The draft was very bad.")
    0.8
    """
    left, right = (Counter(_WORD.findall(fold(words))) for words in (one, other))
    longer = max(left.total(), right.total())
    return (left & right).total() / longer if longer else 0.0
