"""brat's stand-off: NAME.txt with NAME.ann beside it, as PolNeAR and many projects of their own have it.

Three ways of linking are read: events (`E1 Attribution:T9 Source:T1 Cue:T2 Content:T3`, numbered roles too), relations
between the entities (`R1 Says Arg1:T1 Arg2:T2`), and both together. Attributes tell kind and why (`A1 Kind E1
NonAssertion`, `A2 denied E1`). What the entities are called is told by `BratTypes`.

Source: https://brat.nlplab.org/standoff.html
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from kg.errors import EmptyArticle
from kg.extract.annotations.counting import Ruler, Shown, find_ruler, misplacement
from kg.extract.annotations.files import article_from, beside, decoded, json_object
from kg.extract.annotations.records import Place, Recorded, merged, names_of
from kg.model import Attribution, Kind, Span, Why

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

NAME: Final = "brat"
TYPES_FILE: Final = "attribution-types.json"
"""In the folder of the annotations: what the project calls things, {"source": ["Holder"], "cue": [...], ...}."""

Role = Literal["source", "cue", "content"]
_PIECE = r"\d{1,10} \d{1,10}"
_ENTITY = re.compile(rf"(T\S+)\t(\S+) ({_PIECE}(?:;{_PIECE})*)(?:\t(.*))?")
_RELATION = re.compile(r"(R\S+)\t(\S+) ([^\s:]+):(\S+) ([^\s:]+):(\S+)\s*")
_ATTRIBUTE = re.compile(r"[AM]\S*\t(\S+) (\S+)(?: (\S+))?\s*")
_LINE = re.compile(r"(?:[TREAMN#]\d\S*|\*)\t")


@dataclass(frozen=True, slots=True)
class BratTypes:
    """Names, in lower case and without numbers at their ends, that mean source, cue and content."""

    source: frozenset[str] = frozenset({"source", "speaker", "holder", "opinion-holder", "agent", "who"})
    cue: frozenset[str] = frozenset({"cue", "quote-cue", "speech-verb", "reporting-verb", "verb", "trigger"})
    content: frozenset[str] = frozenset({"content", "quote", "quotation", "statement", "proposition", "claim", "what"})

    def role(self, name: str) -> Role | None:
        """What a type or role name means here, None if it means something else."""
        plain = re.sub(r"[\d_]+$", "", name).lower().replace("_", "-")
        if plain in self.source:
            return "source"
        if plain in self.cue:
            return "cue"
        return "content" if plain in self.content else None


@dataclass(slots=True)
class _Entity:
    role: Role | None
    type: str
    pieces: tuple[tuple[int, int], ...]
    words: str | None


@dataclass(slots=True)
class _Parts:
    """One attribution in the making: names of entities by role; `names` are those that attributes may point to."""

    names: set[str]
    source: dict[str, None] = field(default_factory=dict)
    cue: dict[str, None] = field(default_factory=dict)
    content: dict[str, None] = field(default_factory=dict)

    def add(self, role: Role, entity: str) -> None:
        """One more entity in a role."""
        entities: dict[str, None] = getattr(self, role)
        entities[entity] = None
        self.names.add(entity)


@dataclass(slots=True)
class _Document:
    entities: dict[str, _Entity] = field(default_factory=dict)
    events: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    relations: list[tuple[str, str]] = field(default_factory=list)
    attributes: list[tuple[str, str, str | None]] = field(default_factory=list)


def types_of(folder: Path) -> BratTypes:
    """The names that a project uses: ours, and those of its `attribution-types.json`.

    Raises: ArticleError: the file is broken.
    """
    path = folder / TYPES_FILE
    usual = BratTypes()
    if not path.is_file():
        return usual
    place = Place(source=path.as_posix())
    values = json_object(path)
    named: dict[str, frozenset[str]] = {}
    for role in ("source", "cue", "content"):
        names = values.get(role, [])
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise place.broken(f'"{role}" should be a list of type names')
        named[role] = frozenset(name.lower().replace("_", "-") for name in names)
    taken = named["source"] | named["cue"] | named["content"]
    return BratTypes(*(getattr(usual, role) - taken | named[role] for role in ("source", "cue", "content")))


def read_brat(path: Path, types: BratTypes) -> Recorded:
    """The annotations of one .ann file.

    Raises: ArticleError: the file or its text cannot be read, or the two do not fit.
    """
    place = Place(source=path.as_posix(), record=path.stem)
    try:
        lines = decoded(path).string
    except EmptyArticle:
        # brat makes an empty file for a document in which nothing was marked.
        lines = ""
    text = decoded(beside(path))
    document = _read(lines, types, place)
    shown = [Shown(entity.pieces, entity.words) for entity in document.entities.values() if entity.words]
    ruler = find_ruler(text.string, shown, had_mark=text.had_mark)
    if ruler is None:
        raise place.mismatch(misplacement(text.string, shown, "the annotations show"))
    article = article_from(text.string, beside(path), loader=NAME)
    attributions, unmarked = _attributions(document, types, ruler, place)
    return Recorded(place=place, article=article, names=names_of(article), attributions=attributions, unmarked=unmarked)


def _read(lines: str, types: BratTypes, place: Place) -> _Document:
    document = _Document()
    last: _Entity | None = None
    for number, line in enumerate(lines.split("\n"), start=1):
        where = Place(source=place.source, line=number, record=place.record)
        line = line.removesuffix("\r")
        if not _LINE.match(line):
            # The words of an entity may hold a raw line end.
            if last is not None and last.words is not None:
                last.words += f" {line}"
            continue
        last = _read_entity(line, types, where) if line[0] == "T" else None
        if last is not None:
            document.entities[line.partition("\t")[0]] = last
        elif line[0] == "E":
            _read_event(line, document, where)
        elif line[0] == "R":
            found = _RELATION.fullmatch(line)
            if found is None:
                raise where.broken("a relation should read: R1, a tab, TYPE ARG:T1 ARG:T2")
            document.relations.append((found[4], found[6]))
        elif line[0] in "AM" and (attribute := _ATTRIBUTE.fullmatch(line)):
            document.attributes.append((attribute[1], attribute[2], attribute[3]))
    return document


def _read_entity(line: str, types: BratTypes, place: Place) -> _Entity:
    found = _ENTITY.fullmatch(line)
    if found is None:
        raise place.broken("an entity should read: T1, a tab, TYPE START END (more pieces after ;), a tab, its words")
    pieces = tuple(sorted((int(start), int(end)) for start, end in re.findall(r"(\d+) (\d+)", found[3])))
    if any(start >= end for start, end in pieces):
        raise place.broken(f"entity {found[1]} holds no character")
    return _Entity(types.role(found[2]), found[2], pieces, found[4])


def _read_event(line: str, document: _Document, place: Place) -> None:
    parts = [part.partition(":") for part in line.partition("\t")[2].split()]
    if not parts or any(not colon or not target for _, colon, target in parts):
        raise place.broken("an event should read: E1, a tab, TYPE:T1 ROLE:T2 ...")
    document.events[line.partition("\t")[0]] = [(name, target) for name, _, target in parts]


def _attributions(
    document: _Document, types: BratTypes, ruler: Ruler, place: Place
) -> tuple[tuple[Attribution, ...], frozenset[int]]:
    all_parts = [*_from_events(document, types, place), *_from_relations(document, place)]
    if not all_parts and document.entities:
        used = sorted({entity.type for entity in document.entities.values()})
        raise place.broken(
            f"nothing links a source to a content (types: {', '.join(used)[:200]}); say what the types mean in "
            f"{TYPES_FILE}, or link them by events or relations"
        )
    found: list[Attribution] = []
    unmarked: set[int] = set()
    for parts in sorted(all_parts, key=lambda parts: _first(parts, document)):
        kind, why = _kind(parts, document)
        if kind is None:
            unmarked.add(len(found))
        found.append(
            Attribution(
                source=_spans(parts.source, document, ruler, place),
                cue=_spans(parts.cue, document, ruler, place),
                content=_spans(parts.content, document, ruler, place),
                kind=kind or Kind.STATEMENT,
                why=why,
                rule=NAME,
            )
        )
    return tuple(found), frozenset(unmarked)


def _from_events(document: _Document, types: BratTypes, place: Place) -> Iterator[_Parts]:
    for name, (trigger, *arguments) in document.events.items():
        parts = _Parts({name, trigger[1]})
        for argument, target in arguments:
            for entity in _targets(target, document, place):
                role = types.role(argument) or document.entities[entity].role
                if role is not None:
                    parts.add(role, entity)
        trigger_entity = document.entities.get(trigger[1])
        if trigger_entity is None:
            raise place.broken(f"event {name} has the trigger {trigger[1]}, which is not there")
        role = types.role(trigger[0]) or trigger_entity.role
        if role is not None:
            parts.add(role, trigger[1])
        elif not parts.cue and (parts.source or parts.content):
            # brat's trigger is the word that expresses the event; some schemes lay it over the content instead.
            covered = {parts_of for one in parts.content for parts_of in document.entities[one].pieces}
            if not covered & set(trigger_entity.pieces):
                parts.add("cue", trigger[1])
        if parts.source or parts.cue or parts.content:
            yield parts


def _targets(target: str, document: _Document, place: Place) -> list[str]:
    """The entities that an argument stands for: itself, or all those of an event."""
    entities: dict[str, None] = {}
    waiting, seen = [target], {target}
    while waiting:
        name = waiting.pop()
        if name in document.entities:
            entities[name] = None
        elif name in document.events:
            inner = [argument for _, argument in document.events[name][1:] if argument not in seen]
            seen.update(inner)
            waiting += reversed(inner)
        else:
            raise place.broken(f"an event points to {name}, which is not there")
    return list(entities)


def _from_relations(document: _Document, place: Place) -> Iterator[_Parts]:
    linked: dict[str, dict[Role, list[str]]] = defaultdict(lambda: defaultdict(list))
    for pair in document.relations:
        for one, other in (pair, pair[::-1]):
            if other not in document.entities and other not in document.events:
                raise place.broken(f"a relation points to {other}, which is not there")
            role = document.entities[other].role if other in document.entities else None
            if role is not None:
                linked[one][role].append(other)
    spoken: set[str] = set()
    for name, entity in document.entities.items():
        if entity.role == "cue" and name in linked:
            parts = _Parts({name}, cue={name: None})
            for content in _reached(linked[name]["content"], linked):
                parts.add("content", content)
            for source in _sources(name, parts.content, linked):
                parts.add("source", source)
            spoken |= set(parts.content)
            yield parts
    for name, entity in document.entities.items():
        if entity.role == "content" and name in linked and name not in spoken:
            parts = _Parts({name})
            for content in _reached([name], linked):
                parts.add("content", content)
            spoken |= set(parts.content)
            for source in _sources(name, parts.content, linked):
                parts.add("source", source)
            yield parts


def _reached(contents: Iterable[str], linked: dict[str, dict[Role, list[str]]]) -> list[str]:
    """Contents, with the pieces that are linked to them in turn."""
    reached: dict[str, None] = {}
    waiting = list(contents)[::-1]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached[name] = None
            waiting += linked[name]["content"][::-1]
    return list(reached)


def _sources(name: str, contents: Iterable[str], linked: dict[str, dict[Role, list[str]]]) -> list[str]:
    own = linked[name]["source"]
    return own or [source for content in contents for source in linked[content]["source"]]


def _kind(parts: _Parts, document: _Document) -> tuple[Kind | None, Why | None]:
    """Kind and why as attributes of the event, of its trigger or of one of its entities tell them."""
    kind: Kind | None = None
    why: Why | None = None
    for name, target, value in document.attributes:
        if target not in parts.names:
            continue
        for word in (value or "", name):
            plain = re.sub(r"[^a-z]", "", word.lower())
            kind = kind or next((one for one in Kind if one.value.lower() == plain), None)
            why = why or next((one for one in Why if one.value.replace("-", "") == plain), None)
    return (Kind.NON_ASSERTION if why is not None and kind is None else kind), why


def _spans(names: Iterable[str], document: _Document, ruler: Ruler, place: Place) -> tuple[Span, ...]:
    spans: list[Span] = []
    for name in names:
        own: list[Span] = []
        for piece in document.entities[name].pieces:
            found = ruler.range(*piece)
            if found is None:
                raise place.mismatch(
                    f"entity {name}: {piece[0]}-{piece[1]} reaches beyond the text of {len(ruler.text)} characters"
                )
            own.append(Span(*found))
        spans += rejoined(own, ruler.text)
    return merged(spans)


def rejoined(pieces: list[Span], text: str) -> list[Span]:
    """Pieces of one entity; where only a line end parts two of them, brat has cut them, and they are one."""
    joined: list[Span] = []
    for piece in merged(pieces):
        if joined and not text[joined[-1].end : piece.start].strip():
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return joined


def _first(parts: _Parts, document: _Document) -> tuple[int, ...]:
    """Where an attribution comes in the text: by its cue, else by its content, else by its source."""
    for names in (parts.cue, parts.content, parts.source):
        if names:
            return min(piece for name in names for piece in document.entities[name].pieces)
    return (0,)
