"""Databases of Discourse Network Analyzer (`.dna`), coded by hand: a passage, and the names of who speaks in it.

What becomes what
    - A passage is the content of an attribution. Several statements on one passage, as DNA needs for several concepts,
      are one attribution with several codings; what several coders coded alike is one too.
    - DNA does not mark who speaks: it holds names. The source is the place of the coded name nearest to the passage, in
      its own paragraph: the name itself, an alias of it, or a person's last word; of the person if one is coded, else
      of the organization. A name that does not stand there gives no source: nothing is guessed. Nothing marks a cue.
    - Documents without statements are left out: nobody says whether they were coded.
    - DNA's editor counts UTF-16 units, so an emoji is two; scripts may have counted code points. `Offsets` says which;
      the difference shows only where a text has such characters.

An offset that lies outside its text, or inside a character, refuses the document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kg.articles.records import metadata_of, writable
from kg.errors import ArticleError, EmptyArticle, MalformedRecord
from kg.extract.annotations.counting import Ruler, utf16_ruler
from kg.extract.annotations.formats.dna_tables import read_tables
from kg.extract.annotations.records import Place, Recorded, names_of
from kg.model import Article, Attribution, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kg.extract.annotations.formats.dna_tables import DnaDocument, DnaStatement, DnaTables, Value

NAME: Final = "dna"
SPEAKERS: Final = ("person", "narrator", "organization")
"""Variables that name who speaks, those of people first; in any case. Types of statements without them are left out."""
_ORGANIZATIONS: Final = frozenset({"organization", "organisation"})
_LAST_WORD: Final = re.compile(r"(?<!\w)\w[\w'’-]{2,}$")


class Offsets(StrEnum):
    """What a program counted."""

    UTF_16 = "utf-16"
    CODE_POINTS = "code-points"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which statements are read, and how."""

    coders: Collection[str] = ()
    """Names; empty: all."""
    types: Collection[str] = ()
    """Labels of statement types; empty: all that have one of `speakers`."""
    speakers: Sequence[str] = SPEAKERS
    offsets: Offsets = Offsets.UTF_16
    uncoded: bool = False
    """True: documents without a statement of the choice, too, as articles in which nobody says anything."""


EVERYTHING: Final = Choice()


@dataclass(frozen=True, slots=True)
class CodedDocument:
    """A document as annotations, with what was coded for each of them."""

    recorded: Recorded
    codings: tuple[tuple[DnaStatement, ...], ...]
    """Runs parallel to the attributions; each has at least one."""


def read_dna(path: Path) -> Iterator[Recorded | ArticleError]:
    """The documents of a database that hold statements.

    Raises: ArticleError: nothing of it can be read.
    """
    for found in read_coded(path):
        yield found if isinstance(found, ArticleError) else found.recorded


def read_coded(path: Path, choice: Choice = EVERYTHING) -> Iterator[CodedDocument | ArticleError]:
    """The documents of a database with their codings, by id.

    Raises: ArticleError: nothing of it can be read, or it has no coder, type or speaker of the choice.
    """
    tables = read_tables(path)
    chosen = _chosen(tables, choice, path)
    of_document: dict[int, list[DnaStatement]] = {}
    for statement in chosen:
        of_document.setdefault(statement.document, []).append(statement)
    for document in tables.documents:
        statements = of_document.get(document.id, [])
        if statements or choice.uncoded:
            try:
                yield _coded(document, statements, tables, choice, path)
            except ArticleError as error:
                yield error


def _chosen(tables: DnaTables, choice: Choice, path: Path) -> list[DnaStatement]:
    wanted = {name.lower() for name in choice.speakers}
    types = {label for label, variables in tables.types.items() if wanted & {name.lower() for name in variables}}
    if not types:
        there = "; ".join(f"{label}: {', '.join(variables)}" for label, variables in tables.types.items())
        problem = (
            f"no statement type has a variable {' or '.join(choice.speakers)} that names who speaks; there are {there}"
        )
        raise MalformedRecord(problem, source=path.as_posix())
    _refuse_unknown("statement type", choice.types, types, path)
    coders = {statement.coder for statement in tables.statements}
    _refuse_unknown("coder", choice.coders, coders, path)
    return [
        statement
        for statement in tables.statements
        if statement.type in (choice.types or types) and (not choice.coders or statement.coder in choice.coders)
    ]


def _refuse_unknown(what: str, wanted: Collection[str], known: Collection[str], path: Path) -> None:
    if unknown := sorted(set(wanted) - set(known)):
        problem = f"no statement has the {what} {unknown[0]!r}; there are {', '.join(map(repr, sorted(known)))}"
        raise MalformedRecord(problem, source=path.as_posix())


@dataclass(slots=True)
class _Passage:
    """A place with the names of who speaks there, and what was coded for it."""

    source: tuple[Span, ...]
    content: Span
    codings: list[DnaStatement] = field(default_factory=list)


def _coded(
    document: DnaDocument, statements: Iterable[DnaStatement], tables: DnaTables, choice: Choice, path: Path
) -> CodedDocument:
    place = Place(source=path.as_posix(), record=f"document {document.id}")
    if document.problem:
        raise place.broken(document.problem)
    article = _article(document, path, place)
    ruler = utf16_ruler(document.text) if choice.offsets is Offsets.UTF_16 else Ruler(document.text)
    passages: dict[tuple[int, int, str], _Passage] = {}
    for statement in statements:
        found = ruler.range(statement.start, statement.stop)
        if found is None:
            raise place.mismatch(
                f"statement {statement.id} reaches from {statement.start} to {statement.stop}, which is outside the "
                f"text or inside a character of it, counted in {choice.offsets} (--offsets)"
            )
        source = _source(document.text, found, statement.values, tables.aliases, choice.speakers)
        key = (*found, statement.coder)
        passage = passages.setdefault(key, _Passage((), Span(*found)))
        passage.source = tuple(sorted({*passage.source, *source}))
        passage.codings.append(statement)
    joint = _joined_over_coders(passages.values())
    attributions = tuple(Attribution(source=one.source, cue=(), content=(one.content,), rule=NAME) for one in joint)
    recorded = Recorded(
        place=place,
        article=article,
        names=names_of(article),
        attributions=attributions,
        unmarked=frozenset(range(len(attributions))),
    )
    return CodedDocument(recorded, tuple(tuple(one.codings) for one in joint))


def _joined_over_coders(passages: Iterable[_Passage]) -> list[_Passage]:
    """Those that several coders saw alike made one, in the order of the text."""
    joined: dict[tuple[Span, tuple[Span, ...]], _Passage] = {}
    for passage in passages:
        joined.setdefault((passage.content, passage.source), _Passage(passage.source, passage.content)).codings.extend(
            passage.codings
        )
    return sorted(joined.values(), key=lambda one: (one.content, one.source))


def _source(
    text: str, passage: tuple[int, int], values: Mapping[str, Value], aliases: Mapping[str, Sequence[str]],
    speakers: Sequence[str],
) -> tuple[Span, ...]:  # fmt: skip
    """Where the first of the coded speakers is named in the paragraph of a passage; empty where nowhere."""
    lower = {name.lower(): value for name, value in values.items()}
    for variable in speakers:
        coded = lower.get(variable.lower())
        if not isinstance(coded, str) or not coded.strip():
            continue
        start = text.rfind("\n", 0, passage[0]) + 1
        end = text.find("\n", passage[1])
        paragraph = (start, len(text) if end < 0 else end)
        for name in _called(coded, aliases.get(coded, ()), is_person=variable.lower() not in _ORGANIZATIONS):
            if found := _nearest(name, text, paragraph, passage):
                return (found,)
        return ()  # Somebody else than the one who was coded did not say it.
    return ()


def _called(name: str, aliases: Sequence[str], *, is_person: bool) -> Iterator[str]:
    """The names by which a text may call somebody, the surest first."""
    yield name.strip()
    yield from aliases
    last = _LAST_WORD.search(name.strip())
    if is_person and last and last[0][0].isupper():
        yield last[0]


def _nearest(name: str, text: str, paragraph: tuple[int, int], passage: tuple[int, int]) -> Span | None:
    """The whole words `name` in a paragraph that lie nearest to the passage, the first one of several inside it."""
    found = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)").finditer(text, *paragraph)
    start, end = passage

    def distance(place: tuple[int, int]) -> tuple[int, int]:
        return max(start - place[1], place[0] - end, 0), place[0]

    nearest = min((match.span() for match in found), key=distance, default=None)
    return None if nearest is None else Span(*nearest)


def _article(document: DnaDocument, path: Path, place: Place) -> Article:
    if not document.text.strip():
        raise EmptyArticle("the text has no words", source=place.source, record=place.record)
    metadata = metadata_of(
        {"publisher": document.source, "byline": document.author, "genre": document.type, "date": document.day},
        where=f"{place.source}, {place.record}",
    )
    return Article(
        text=writable(document.text),
        title=writable(document.title),
        id=f"{path.stem}-{document.id}",
        source_file=path.name,
        loader=NAME,
        **metadata,
    )
