"""Keeps the view up, article by article: what a batch of versions takes from it and adds to it.

Only texts that the batch touches are looked at: the texts of its versions, and those of the versions that were current
before. For each version of these its part is computed as it was and as it will be; the difference is the change. The
result equals a view computed from nothing (`whole_view`), in whatever order articles came.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.store.corrected import CorrectionIndex, corrected
from kg.store.corrections import stored_corrections
from kg.store.identities import IdentityReader
from kg.store.judgements import stored_judgements
from kg.store.records import record_of, stored_quads
from kg.store.view import ViewPart, article_part, shared_quads
from kg.vocab.ids import article_path, path_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pyoxigraph import Quad, Store

    from kg.identity.judgements import Judgement
    from kg.model import Article
    from kg.store.corrections import Correction
    from kg.store.identities import Identities
    from kg.store.records import Reference
    from kg.store.texts import Fact, Shown, Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article as one run read it, ready to be stored."""

    article: Article
    run: str
    quads: Sequence[Quad]
    """Its record; quads of graphs that it shares with others (the run's, say) may be among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What leaves the view and what enters it; nothing is in both."""

    removed: frozenset[Quad]
    added: frozenset[Quad]


class Upkeep:
    """Computes changes of one graph's view. Writes the counts in `texts`, never the store."""

    def __init__(self, store: Store, texts: Texts, reference: Reference, base: str) -> None:
        self._store = store
        self._texts = texts
        self._reference = reference
        self._base = base
        self._reader = IdentityReader(store, texts, reference, base)
        self.ledger = tuple(stored_judgements(store, base))
        """Every judgement that the store holds, in order."""
        self._identities = self._reader.read(self.ledger)
        self.corrections = tuple(stored_corrections(store, base))
        """Every correction that the store holds, in order."""
        self._corrected = CorrectionIndex(self.corrections)

    def take_in(self, batch: Mapping[str, Reading]) -> Change:
        """Put a batch (by version) into `texts`, done, and tell how the view changes.

        Call it inside a transaction, before the store is written: the parts as they were are read from there.
        """
        articles = {article_path(reading.article) for reading in batch.values()}
        hashes = {reading.article.text_hash for reading in batch.values()} | self._texts.hashes_of(articles)
        before = self._texts.shown(hashes)
        for _, reading in sorted(batch.items()):
            self._texts.put(reading.article, reading.run)
        after = self._texts.shown(hashes)
        identities = self._reader.read(self.ledger, {version: reading.quads for version, reading in batch.items()})
        concerned, subjects = self._concerned(identities)
        further = {version: shown for version, shown in concerned.items() if version not in (before | after)}
        old = [
            self._stored_part(shown, self._identities)
            for version, shown in (before | further).items()
            if version in batch or version in concerned or after.get(version) != shown
        ]
        new = [
            self._part(shown, batch[version].quads, identities)
            if version in batch
            else self._stored_part(shown, identities)
            for version, shown in (after | further).items()
            if version in batch or version in concerned or before.get(version) != shown
        ]
        return self._difference(old, new, identities, subjects)

    def judge(self, entries: Iterable[Judgement]) -> Change:
        """Put entries into the ledger, and tell how the view changes. Their own quads are not part of the change.

        Call it inside a transaction, before the store is written.
        """
        self.ledger = (*self.ledger, *entries)
        identities = self._reader.read(self.ledger)
        concerned, subjects = self._concerned(identities)
        old = [self._stored_part(shown, self._identities) for shown in concerned.values()]
        new = [self._stored_part(shown, identities) for shown in concerned.values()]
        return self._difference(old, new, identities, subjects)

    def correct(self, entries: Iterable[Correction]) -> Change:
        """Put corrections in, and tell how the view changes. Their own quads are not part of the change.

        Call it inside a transaction, before the store is written.
        """
        entries = tuple(entries)
        articles = {path for entry in entries if (path := path_of(entry.article, self._base))}
        hashes = {entry.text_hash for entry in entries} | self._texts.hashes_of(articles)
        shown = self._texts.shown(hashes).values()
        old = [self._stored_part(one, self._identities) for one in shown]
        self.corrections = (*self.corrections, *entries)
        self._corrected = CorrectionIndex(self.corrections)
        new = [self._stored_part(one, self._identities) for one in shown]
        return self._difference(old, new, self._identities, ())

    def whole_view(self) -> Iterator[Quad]:
        """The view computed from nothing, and the counts with it. Call it inside a transaction."""
        self._texts.forget_facts()
        subjects: set[str] = set()
        for text_hash in self._texts.all_hashes():
            for shown in self._texts.shown([text_hash]).values():
                part = self._stored_part(shown, self._identities)
                self._texts.count_facts(Counter(part.facts))
                subjects.update(subject for subject, _, _ in part.facts)
                yield from part.quads
        for subject, facts in self._texts.facts_of(sorted(subjects)).items():
            yield from shared_quads(subject, facts, self._reference, self._identities, self._base)

    def _concerned(self, identities: Identities) -> tuple[dict[str, Shown], set[str]]:
        """The current versions that show an actor otherwise than before, and the nodes of which more may change."""
        changed = self._identities.changed(identities)
        nodes = {NamedNode(actor) for actor in changed | self._identities.matched_otherwise(identities)}
        if not nodes:
            return {}, set()
        versions = self._reader.versions_naming(changed)
        articles = {article for version in versions if (article := self._texts.article_of(version))}
        shown = self._texts.shown(self._texts.hashes_of(articles))
        nodes |= {NamedNode(one) for actor in changed for known in (self._identities, identities)
                  if (one := known.standing.stands_for.get(actor))}  # fmt: skip
        subjects = {str(node) for node in self._reference.leading_to(nodes)}
        return {version: one for version, one in shown.items() if one.article in articles}, subjects

    def _difference(
        self, old: list[ViewPart], new: list[ViewPart], identities: Identities, nodes: Iterable[str]
    ) -> Change:
        """`nodes`: those of which something may change although articles tell the same of them."""
        removed = {quad for part in old for quad in part.quads}
        added = {quad for part in new for quad in part.quads}
        uses: Counter[Fact] = Counter()
        for part in new:
            uses.update(part.facts)
        for part in old:
            uses.subtract(part.facts)
        subjects = sorted({subject for (subject, _, _), change in uses.items() if change}.union(nodes))
        removed |= self._shared(subjects, self._identities)
        self._texts.count_facts(uses)
        self._identities = identities
        added |= self._shared(subjects, identities)
        return Change(removed=frozenset(removed - added), added=frozenset(added - removed))

    def _shared(self, subjects: list[str], identities: Identities) -> set[Quad]:
        found: set[Quad] = set()
        for subject, facts in self._texts.facts_of(subjects).items():
            found |= shared_quads(subject, facts, self._reference, identities, self._base)
        return found

    def _stored_part(self, shown: Shown, identities: Identities) -> ViewPart:
        return self._part(shown, list(stored_quads(self._store, shown.version, shown.run, self._base)), identities)

    def _part(self, shown: Shown, quads: Sequence[Quad], identities: Identities) -> ViewPart:
        record = record_of(shown.version, quads, self._base)
        if corrections := self._corrected.of(record):
            record = corrected(record, corrections)
        return article_part(record, self._reference, identities, shown, self._base)
