"""Writes a graph folder: whole articles, in batches, so that a crash at any moment can be made good.

The order of operations, and why each crash is harmless, is told in docs/design/store.md.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, Literal, Self

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.corrections import correction_quads
from kg.store.embedded import open_exclusively
from kg.store.folder import find_or_create_folder
from kg.store.judgements import judgement_quads
from kg.store.records import stored_quads, stored_reference
from kg.store.texts import Texts, knows_more, same_article
from kg.store.upkeep import Reading, Upkeep
from kg.vocab.ids import (
    ONTOLOGY_GRAPH,
    RULE_GRAPH,
    SHOWN_AS_GRAPH,
    VIEW_GRAPH,
    article_graph,
    article_path,
    expand,
    extraction_graph,
    run_graph,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from types import TracebackType

    from kg.identity.judgements import Judgement
    from kg.model import Article
    from kg.store.corrections import Correction
    from kg.store.folder import GraphFolder
    from kg.store.upkeep import Change

BATCH_QUADS: Final = 50_000
"""A batch is written when it holds so many quads: the engine's bulk loader wants large batches."""
BATCH_ARTICLES: Final = 200
"""A batch is also written when it holds so many articles, so that a crash loses little of the reading."""
_REFERENCE_GRAPHS: Final = "graph/ref/"
_CLEAN: Final = "clean"
_DIRTY: Final = "dirty"

Outcome = Literal["added", "replaced"]


class GraphWriter:
    """The one writer of a graph folder. A context manager: leaving it normally writes what is left and closes.

    Left by an exception it writes nothing more; every article that was written stays, whole.
    """

    def __init__(self, folder: GraphFolder, quads: ox.Store, texts: Texts) -> None:
        self.folder = folder
        self.quads = quads
        self.texts = texts
        self._batch: dict[str, Reading] = {}
        self._size = 0
        self._upkeep = self._new_upkeep()

    @classmethod
    def open(cls, path: Path) -> Self:
        """The graph in a folder, begun where there is none, repaired where a writer was killed.

        Raises: GraphLocked, GraphVersion, StoreError: see `kg.errors`.
        """
        folder = find_or_create_folder(path)
        quads = open_exclusively(folder)
        writer = cls(folder, quads, Texts(folder.texts, create=True))
        writer._repair()
        return writer

    def set_reference(self, quads: Iterable[ox.Quad], fingerprint: str) -> None:
        """Make these the ontology and reference graphs, unless they are already. The view follows.

        `fingerprint` changes whenever the quads do.
        """
        if self.texts.read_meta("reference") == fingerprint:
            return
        with self.texts.transaction():
            self.texts.write_meta("view", _DIRTY)
            self.texts.write_meta("reference", "")
        old = tuple(expand(path, self.folder.base) for path in (ONTOLOGY_GRAPH, _REFERENCE_GRAPHS))
        for graph in list(self.quads.named_graphs()):
            if isinstance(graph, ox.NamedNode) and graph.value.startswith(old):
                self.quads.remove_graph(graph)
        self.quads.bulk_extend(quads)
        with self.texts.transaction():
            self.texts.write_meta("reference", fingerprint)
        self.rebuild_view()

    def best_known(self, article: Article) -> Article:
        """Of this record of a version and the one that is kept: the one that knows more, however they came in."""
        kept = (
            self._batch[article.version].article
            if article.version in self._batch
            else self.texts.article(article.version)
        )
        return article if kept is None or knows_more(article, kept) else kept

    def is_done(self, article: Article, run: str) -> bool:
        """True if this run has read exactly this record of the article."""
        waiting = self._batch.get(article.version)
        if waiting is not None:
            return waiting.run == run and same_article(waiting.article, article)
        if self.texts.run_of(article.version) != run:
            return False
        kept = self.texts.article(article.version)
        return kept is not None and same_article(kept, article)

    def add(self, article: Article, run: str, quads: Sequence[ox.Quad]) -> Outcome:
        """Take in one article as one run read it; it is stored, whole, with the batch that it falls into.

        Returns: "replaced" where the graph had this article already, in this or another wording.
        """
        outcome: Outcome = "replaced" if self._has(article) else "added"
        before = self._batch.get(article.version)
        self._size += len(quads) - (len(before.quads) if before else 0)
        self._batch[article.version] = Reading(article=article, run=run, quads=quads)
        if self._size >= BATCH_QUADS or len(self._batch) >= BATCH_ARTICLES:
            self.flush()
        return outcome

    def flush(self) -> None:
        """Store what was taken in.

        Raises: StoreError: the disk is full, or fails.
        """
        if not self._batch:
            return
        batch, self._batch, self._size = self._batch, {}, 0
        with self.texts.transaction():
            self.texts.write_meta("view", _DIRTY)
            self.texts.set_pending((version, reading.run) for version, reading in batch.items())
        with self.texts.transaction():
            old_runs = {version: run for version in batch if (run := self.texts.run_of(version))}
            replaced = [
                list(stored_quads(self.quads, version, run, self.folder.base)) for version, run in old_runs.items()
            ]
            change = self._upkeep.take_in(batch)
            added = {quad for reading in batch.values() for quad in reading.quads} | change.added
            removed = (
                {quad for quads in replaced for quad in quads} | change.removed | self._described(old_runs.values())
            )
            self._write(removed - added, added)
            self.texts.set_pending(())
            self.texts.write_meta("view", _CLEAN)

    @property
    def ledger(self) -> tuple[Judgement, ...]:
        """The entries of the ledger of identity, in order; what the rule decided is not among them."""
        return self._upkeep.ledger

    def judge(self, entries: Iterable[Judgement]) -> tuple[Judgement, ...]:
        """Put entries into the ledger; the view follows in the articles that they concern.

        Entries are taken as they are: whether they clash, and whether the actors exist, `kg.ledger` asks before.

        Returns: those that the ledger did not have.

        Raises: StoreError: the disk is full, or fails.
        """
        self.flush()
        known = {entry.iri for entry in self.ledger}
        fresh = tuple({entry.iri: entry for entry in entries if entry.iri not in known}.values())
        if not fresh:
            return ()
        told = {quad for entry in fresh for quad in judgement_quads(entry)}
        self._tell(told, lambda: self._upkeep.judge(fresh))
        return fresh

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """Every correction of a statement, withdrawn ones and withdrawals too, in order."""
        return self._upkeep.corrections

    def correct(self, entries: Iterable[Correction]) -> tuple[Correction, ...]:
        """Put corrections in; the view follows in the articles that they concern.

        Entries are taken as they are: whether they make sense, `kg.ledger` asks before.

        Returns: those that were not there.

        Raises: StoreError: the disk is full, or fails.
        """
        self.flush()
        known = {entry.iri for entry in self.corrections}
        fresh = tuple({entry.iri: entry for entry in entries if entry.iri not in known}.values())
        if not fresh:
            return ()
        told = {quad for entry in fresh for quad in correction_quads(entry)}
        self._tell(told, lambda: self._upkeep.correct(fresh))
        return fresh

    def _tell(self, told: set[ox.Quad], follow: Callable[[], Change]) -> None:
        """Add what people decided, with what `follow` says that the view becomes by it."""
        with self.texts.transaction():
            self.texts.write_meta("view", _DIRTY)
        with self.texts.transaction():
            change = follow()
            # One request, so that no reader sees a decision without its effect.
            self._write(set(change.removed), {*change.added, *told})
            self.texts.write_meta("view", _CLEAN)

    def exchange(self, removed: Iterable[ox.Quad], added: Iterable[ox.Quad]) -> None:
        """Take quads away and add others, in one transaction: of graphs on which the view does not depend.

        Raises: StoreError: the disk is full, or fails.
        """
        self.flush()
        coming = set(added)
        self._write(set(removed) - coming, coming)

    def rebuild_view(self) -> None:
        """Compute the view from nothing: what upkeep has made of it, unless the record was changed by hand."""
        self.flush()
        with self.texts.transaction():
            self.texts.write_meta("view", _DIRTY)
        with self.texts.transaction():
            for graph in (VIEW_GRAPH, SHOWN_AS_GRAPH):
                self._remove_graph(graph)
            self.quads.bulk_extend(self._new_upkeep().whole_view())
            self.texts.write_meta("view", _CLEAN)
        self._upkeep = self._new_upkeep()

    def close(self) -> None:
        """Write what is left and let go of the folder.

        Without the engine's own flush the next start would replay its log, which takes seconds.
        """
        self.flush()
        self.quads.flush()
        self._release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self._batch.clear()
            self.quads.flush()
            self._release()

    def _write(self, removed: set[ox.Quad], added: set[ox.Quad]) -> None:
        try:
            if removed:
                # One request is one transaction: readers see the old article or the new one.
                self.quads.update(_exchange(removed, added))
            else:
                self.quads.bulk_extend(added)
        except OSError as error:
            raise StoreError(f"the graph in {self.folder.path} cannot be written: {error}") from error

    def _described(self, runs: Iterable[str]) -> set[ox.Quad]:
        """The descriptions of those of the runs that made no graph that is in the store."""
        unused = [run for run in runs if not self.texts.is_used(run)]
        return {quad for run in unused for quad in self._quads_of(run_graph(run))}

    def _repair(self) -> None:
        """Take back what a killed writer left half done, and compute the view again."""
        pending = self.texts.pending()
        if not pending and self.texts.read_meta("view") != _DIRTY:
            return
        with self.texts.transaction():
            for version, run in pending:
                for graph in {extraction_graph(version, known) for known in (run, self.texts.run_of(version)) if known}:
                    self._remove_graph(graph)
                self._remove_graph(article_graph(version))
                self.texts.put_back(version)
            versions = tuple(expand(f"actor/local/{version}-", self.folder.base) for version, _ in pending)
            for quad in self._quads_of(RULE_GRAPH):
                if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(versions):
                    self.quads.remove(quad)
            for quad in self._described({run for _, run in pending}):
                self.quads.remove(quad)
            self.texts.set_pending(())
        self.rebuild_view()

    def _has(self, article: Article) -> bool:
        path = article_path(article)
        return bool(self.texts.hashes_of([path])) or any(
            article_path(one.article) == path for one in self._batch.values()
        )

    def _quads_of(self, graph: str) -> list[ox.Quad]:
        return list(self.quads.quads_for_pattern(None, None, None, ox.NamedNode(expand(graph, self.folder.base))))

    def _remove_graph(self, graph: str) -> None:
        self.quads.remove_graph(ox.NamedNode(expand(graph, self.folder.base)))

    def _new_upkeep(self) -> Upkeep:
        return Upkeep(self.quads, self.texts, stored_reference(self.quads, self.folder.base), self.folder.base)

    def _release(self) -> None:
        self.texts.close()
        # The engine lets go of its lock when the last reference to it goes.
        del self.quads, self._upkeep


def _exchange(removed: Iterable[ox.Quad], added: Iterable[ox.Quad]) -> str:
    """A SPARQL update that takes some quads away and adds others."""
    return f"DELETE DATA {{ {_by_graph(removed)} }} ; INSERT DATA {{ {_by_graph(added)} }}"


def _by_graph(quads: Iterable[ox.Quad]) -> str:
    lines: dict[str, list[str]] = defaultdict(list)
    for quad in quads:
        lines[str(quad.graph_name)].append(f"{quad.subject} {quad.predicate} {quad.object} .")
    return "\n".join(f"GRAPH {graph} {{ {' '.join(triples)} }}" for graph, triples in lines.items())
