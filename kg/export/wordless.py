"""A graph without the words of its articles, for texts that may not be passed on.

Every form of export is made of this store where words are to stay out, so that no form has to know what words are, and
none can forget one, those of other packages included.

Out are the contents of statements, every label that is made of them (of statements, claims and whatever else is no
name), grounds of proposed links, titles that are only first words of the text, and the texts themselves. In their place
stands `[…]`, the mark that contents have for what is left out between two pieces; so every question still has its rows.
What stays: names of actors, posts, documents, events and topics, as the articles name them; titles of articles,
outlets, days and addresses; offsets; the verb of the report; what people wrote when they judged.
"""

from __future__ import annotations

from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.store import EmbeddedStore
from kg.store.texts import Texts
from kg.vocab.dmr import DMR
from kg.vocab.ids import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LEFT_OUT: Final = "[…]"
_TYPE: Final = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_LABEL: Final = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_WORDS: Final = frozenset(map(ox.NamedNode, (DMR.content, DMR.ground, DMR.anchorText, DMR.newLiteral, DMR.oldLiteral)))
_NAMED: Final = frozenset({"actor", "event", "graph", "instrument", "membership", "post", "run", "tenure", "topic"})
"""Kinds of nodes, by the first part of their path, whose label is a name. Of all others in the data it is left out."""


@contextmanager
def without_words(store: EmbeddedStore) -> Iterator[EmbeddedStore]:
    """The same graph without words, in a temporary folder that goes when the block ends."""
    # A store that was opened keeps its files open until it is collected, which some systems do not forgive.
    with TemporaryDirectory(prefix="demarche-", ignore_cleanup_errors=True) as folder:
        quads = ox.Store(folder)
        quads.bulk_extend(_stripped(store))
        stripped = EmbeddedStore(store.folder, quads, Texts())
        del quads
        with stripped:
            yield stripped


def _stripped(store: EmbeddedStore) -> Iterator[ox.Quad]:
    titles = _titles(store)
    for quad in store.quads:
        is_label = quad.predicate == _LABEL and not _is_name(quad, titles, store.folder.base)
        if quad.predicate in _WORDS or is_label:
            yield ox.Quad(quad.subject, quad.predicate, _left_out(quad.object), quad.graph_name)
        else:
            yield quad


def _is_name(quad: ox.Quad, titles: Mapping[object, set[str]], base: str) -> bool:
    """True where a label is a name or a title. Nodes outside the data (terms, concepts) are described by their own."""
    if quad.subject in titles:
        return isinstance(quad.object, ox.Literal) and quad.object.value in titles[quad.subject]
    path = path_of(quad.subject.value, base) if isinstance(quad.subject, ox.NamedNode) else None
    return path is None or path.partition("/")[0] in _NAMED


def _titles(store: EmbeddedStore) -> dict[object, set[str]]:
    """Article -> titles that it was printed with, in the form of a label; none where only its text is known."""
    article = ox.NamedNode(DMR.Article)
    titles: dict[object, set[str]] = {
        quad.subject: set() for quad in store.quads.quads_for_pattern(None, _TYPE, article, None)
    }
    for quad in store.quads.quads_for_pattern(None, ox.NamedNode(DMR.textOf), None, None):
        printed = store.article(str(quad.subject).strip("<>").rpartition("/")[2])
        if printed is not None and printed.title.strip():
            titles.setdefault(quad.object, set()).add(" ".join(printed.title.split()))
    return titles


def _left_out(words: object) -> ox.Literal:
    language = words.language if isinstance(words, ox.Literal) else None
    return ox.Literal(LEFT_OUT, language=language) if language else ox.Literal(LEFT_OUT)
