"""What the three forms for Discourse Network Analyzer share: a graph told in its words, as if somebody had coded it.

What stands where
    document: an article of the view. statement: a first-hand attribution that favours or opposes something, once for
        each of its speakers and targets; those that show no stance, or both, are left out, as DNA's own guide advises
        for neutral ones.
    person: the speaker, where it is a person or an unnamed source; empty where a body speaks.
    organization: the body that the words bind on that day; the speaker itself where it is one; empty where none is
        known.
    concept: the target of the stance. agreement: 1 in favour, 0 against.
    said_day, confidence, iri: further variables, which DNA allows; its own four come first, under its own names.
    coder: 1 is DNA's administrator; each extractor with its version is one of those behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.analysis import statements_of
from kg.export.files import one_line, printable
from kg.export.plain_graph import NO_NAME
from kg.export.statement_words import ArticleFacts, articles, contents, places
from kg.vocab.dmr import DMR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from kg.analysis import StatementRow, StatementTable
    from kg.store import EmbeddedStore

ADMINISTRATOR: Final = "Admin"
LONGEST: Final = 190
"""Characters that DNA takes for a title, a name and every other text but long ones."""
_UNKNOWN_MACHINE: Final = "machine"
_AGREEMENT: Final = {"positive": 1, "negative": 0}
_MADE_BY: Final = ox.NamedNode("http://www.w3.org/ns/prov#wasGeneratedBy")
_ABOUT_A_RUN: Final = (ox.NamedNode(DMR.extractor), ox.NamedNode(DMR.extractorVersion))
_NOTHING_KNOWN: Final = ArticleFacts("", None, "", "", "")
_PEOPLE: Final = frozenset({"Person", "UnnamedSource"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article. `text` None: its words are not known or left out. Texts are as they are, of any length."""

    number: int
    """From 1, in the order of the articles' IRIs."""
    iri: str
    title: str
    text: str | None
    author: str
    source: str
    type: str
    published: date | None
    said: date | None
    """The earliest day on which one of its statements was said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One statement of DNA. `start` and `stop`: from the first piece of the words to the last; code points of the
    text, half open; None where all of it stands in the title."""

    number: int
    document: int
    start: int | None
    stop: int | None
    coder: int
    person: str
    organization: str
    concept: str
    agreement: int
    said: date | None
    confidence: int
    """0 to 100."""
    iri: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A value of one variable: its name, what it is, and the IRI of whom it names."""

    name: str
    label: str
    """What the graph calls it; `name` is this, cut to what DNA takes and told apart from namesakes by a number."""
    kind: str
    iri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """A graph as DNA has it."""

    coders: tuple[str, ...]
    """The first is the administrator; a coder's id is its place, from 1."""
    documents: tuple[Document, ...]
    statements: tuple[Coded, ...]
    """In the order of the table of statements."""
    entities: Mapping[str, tuple[Entity, ...]]
    """`person`, `organization`, `concept` -> their values by name, the empty one left out."""


def coding_of(store: EmbeddedStore) -> Coding:
    """Every article of the view, and everything said first hand that shows a stance."""
    return _Coder(store).coding()


def short(text: str) -> str:
    """The text in as many characters as DNA takes, on one line; a longer one is cut and told apart by six hex digits.

    >>> short("Ministry of  Finance")
    'Ministry of Finance'
    """
    line = printable(one_line(text))
    if len(line) <= LONGEST:
        return line
    mark = f" … {sha256(line.encode()).hexdigest()[:6]}"
    head = line[: LONGEST - len(mark)]
    at_word = head.rfind(" ")
    return (head[:at_word] if at_word > LONGEST // 2 else head) + mark


class _Coder:
    def __init__(self, store: EmbeddedStore) -> None:
        self._store = store
        self._table = statements_of(store)
        self._kept = [row for row in self._table if row.target is not None and row.polarity in _AGREEMENT]
        self._places = places(store)
        self._words = contents(store)
        self._known = articles(store)
        self._articles = sorted({*self._known, *self._table.articles})
        self._machines = _machines(store, {place.extraction for place in self._places.values()})
        self._coders = (ADMINISTRATOR, *sorted({*self._machines.values()} or {_UNKNOWN_MACHINE}))
        self._used = self._nodes()
        self._names = _unique_names(self._table, {node for used in self._used.values() for node in used})

    def coding(self) -> Coding:
        numbers = {article: number for number, article in enumerate(self._articles, 1)}
        return Coding(
            coders=self._coders,
            documents=tuple(self._documents()),
            statements=tuple(self._coded(number, row, numbers) for number, row in enumerate(self._kept, 1)),
            entities={variable: self._entities(nodes) for variable, nodes in self._used.items()},
        )

    def _nodes(self) -> dict[str, set[str]]:
        """Variable -> the nodes that it names."""
        used: dict[str, set[str]] = {"person": set(), "organization": set(), "concept": set()}
        for row in self._kept:
            used["concept"].add(str(row.target))
            if self._is_person(row.speaker):
                used["person"].add(row.speaker)
            if row.body:
                used["organization"].add(row.body)
        return used

    def _is_person(self, node: str) -> bool:
        return self._table.name(node).kind in _PEOPLE

    def _entities(self, nodes: Iterable[str]) -> tuple[Entity, ...]:
        found = (
            Entity(name=self._names[node], label=named.label, kind=named.kind, iri=node)
            for node in nodes
            for named in [self._table.name(node)]
        )
        return tuple(sorted(found, key=lambda entity: entity.name))

    def _documents(self) -> Iterator[Document]:
        versions = self._versions()
        said: dict[str, date] = {}
        for row in self._table:
            if row.day is not None:
                said[row.article] = min(row.day, said.get(row.article, row.day))
        for number, article in enumerate(self._articles, 1):
            facts = self._known.get(article, _NOTHING_KNOWN)
            version = versions.get(article)
            printed = self._store.article(version) if version else None
            yield Document(
                number=number,
                iri=article,
                title=facts.title,
                text=printed.text if printed else None,
                author=", ".join(printed.byline) if printed else "",
                source=facts.outlet_name,
                type=(printed.genre if printed else None) or "",
                published=facts.day,
                said=said.get(article),
            )

    def _versions(self) -> dict[str, str]:
        """Article -> the wording in which its statements stand; its only one where it has none."""
        wordings: dict[str, set[str]] = {}
        for quad in self._store.quads.quads_for_pattern(None, ox.NamedNode(DMR.textOf), None, None):
            wordings.setdefault(str(quad.object).strip("<>"), set()).add(
                str(quad.subject).strip("<>").rpartition("/")[2]
            )
        found = {article: next(iter(versions)) for article, versions in wordings.items() if len(versions) == 1}
        for row in self._table:
            if place := self._places.get(row.statement):
                found[row.article] = place.version
        return found

    def _coded(self, number: int, row: StatementRow, documents: Mapping[str, int]) -> Coded:
        place = self._places.get(row.statement)
        machine = self._machines.get(place.extraction) if place else None
        return Coded(
            number=number,
            document=documents[row.article],
            start=place.start if place else None,
            stop=place.end if place else None,
            # Where nobody knows which machine it was, the first one stands for it: never the administrator.
            coder=self._coders.index(machine or self._coders[1]) + 1,
            person=self._names[row.speaker] if self._is_person(row.speaker) else "",
            organization=self._names[row.body] if row.body else "",
            concept=self._names[str(row.target)],
            agreement=_AGREEMENT[row.polarity],
            said=row.day,
            confidence=round(100 * row.confidence),
            iri=row.statement,
            words=self._words.get(row.statement, ""),
        )


def _unique_names(table: StatementTable, nodes: Iterable[str]) -> dict[str, str]:
    """Node -> its name in DNA, which knows it by nothing else: namesakes get a number, by the order of their IRIs.

    Names that differ in case only are namesakes too: some of its databases take them for one.
    """
    taken: set[str] = set()
    names: dict[str, str] = {}
    for node in sorted(nodes):
        plain = short(table.name(node).label) or NO_NAME
        name, count = plain, 1
        while name.casefold() in taken:
            count += 1
            name = f"{plain[: LONGEST - len(str(count)) - 3]} ({count})"
        taken.add(name.casefold())
        names[node] = name
    return names


def _machines(store: EmbeddedStore, extractions: Iterable[str]) -> dict[str, str]:
    """Extraction graph -> extractor and version of the run that made it, as the name of a coder."""
    found: dict[str, str] = {}
    for extraction in sorted(extractions):
        runs = [run for run in _objects(store, ox.NamedNode(extraction), _MADE_BY) if isinstance(run, ox.NamedNode)]
        told = [_text(store, run, term) for run in sorted(runs, key=str)[:1] for term in _ABOUT_A_RUN]
        found[extraction] = short(" ".join(told)) or _UNKNOWN_MACHINE
    return found


def _text(store: EmbeddedStore, node: ox.NamedNode, term: ox.NamedNode) -> str:
    """The first text of a property; empty where there is none."""
    return min((value.value for value in _objects(store, node, term) if isinstance(value, ox.Literal)), default="")


def _objects(store: EmbeddedStore, node: ox.NamedNode, term: ox.NamedNode) -> Iterator[object]:
    return (quad.object for quad in store.quads.quads_for_pattern(node, term, None, None))
