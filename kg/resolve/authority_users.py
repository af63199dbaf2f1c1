"""The user's own actors: rows of their files, checked one by one, laid on top of what ships.

A broken row is named and passed over; whatever points to it is named too, so that nothing hangs in the air.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.model import Actor, ActorId, ActorKind, Post, PostId, Tenure
from kg.resolve.authority_rows import read_csv_rows
from kg.resolve.authority_tables import names_in
from kg.resolve.terms import Term, first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kg.resolve.authority_problems import ActorFileProblem, UserRow
    from kg.resolve.authority_shipped import Shelf

_LOCAL_KINDS = frozenset({ActorKind.UNNAMED, ActorKind.GROUP, ActorKind.DOCUMENT})
_KINDS = {kind.value: kind for kind in ActorKind if kind not in _LOCAL_KINDS}
_FIRST_PARTS = {ActorKind.STATE: "state", ActorKind.PERSON: "person", ActorKind.MEDIA_OUTLET: "outlet"}
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]*")
_ITEM = re.compile(r"Q[1-9][0-9]*")
_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_YES = frozenset({"yes", "true", "1"})
_LINKS = ("organ_of", "part_of")


@dataclass(slots=True)
class OwnData:
    """What the user's files add beside actors and posts, and what was wrong in them."""

    problems: list[ActorFileProblem] = field(default_factory=list)
    tenures: tuple[Tenure, ...] = ()
    terms: tuple[Term, ...] = ()
    """The same tenures as the table of office holders has them."""


def add_user_files(paths: Iterable[Path], shelf: Shelf, posts: dict[PostId, Post]) -> OwnData:
    """Read the files in order; actors go to the shelf, posts among the posts.

    Raises: ActorFileError: a file cannot be read at all.
    """
    own = OwnData()
    rows = [row for path in paths for row in _read(path, own)]
    fresh = _sound_actors(rows, shelf, own)
    for row in fresh.values():
        _add_actor(row, shelf)
    tenures = []
    for row in rows:
        if row.cells.get("kind") == "Post":
            _add_post(row, shelf, posts, own)
    for row in rows:
        if row.cells.get("kind") == "Tenure":
            tenure = _tenure(row, shelf, posts, own)
            tenures += [tenure] if tenure else []
    own.tenures = tuple(sorted(tenures, key=lambda t: (t.holder, t.post, t.start or "")))
    own.terms = tuple(term for tenure in own.tenures if (term := _term(tenure, shelf, posts)) is not None)
    return own


def _read(path: Path, own: OwnData) -> list[UserRow]:
    origin = f"own {path.stem}"
    if path.suffix.casefold() in (".ttl", ".turtle"):
        from kg.resolve.authority_turtle import read_turtle_rows  # RDF is loaded only where a file needs it.

        rows, problems = read_turtle_rows(path, origin)
    else:
        rows, problems = read_csv_rows(path, origin)
    own.problems += problems
    return rows


def _sound_actors(rows: list[UserRow], shelf: Shelf, own: OwnData) -> dict[tuple[str, int], UserRow]:
    """Rows of actors without a fault, in order; rows that point to a faulty one go too."""
    sound: dict[tuple[str, int], UserRow] = {}
    known = set(shelf.actors)
    for number, row in enumerate(rows):
        if row.cells.get("kind") in ("Post", "Tenure"):
            continue
        fault = _fault_of_actor(row, known)
        if fault is not None:
            own.problems.append(fault)
            continue
        known.add(ActorId(row.cells["id"]))
        sound[row.cells["id"], number] = row
    while True:
        there = {*shelf.actors, *(id_ for id_, _ in sound)}
        hanging = {
            key: column
            for key, row in sound.items()
            for column in _LINKS
            if column in row.cells and row.cells[column] not in there
        }
        if not hanging:
            return sound
        for key, column in hanging.items():
            row = sound.pop(key)
            own.problems.append(row.problem(_no_actor(row.cells[column]), column))


def _fault_of_actor(row: UserRow, known: set[ActorId]) -> ActorFileProblem | None:
    cells = row.cells
    for column in ("id", "kind", "name"):
        if column not in cells and not (column == "name" and cells.get("override")):
            return row.problem(f"the column {column!r} is missing or empty; every row needs id, kind and name")
    kind = _KINDS.get(cells["kind"])
    if kind is None:
        return row.problem(
            f"{cells['kind']!r} is no kind of actor; one of {', '.join(sorted([*_KINDS, 'Post', 'Tenure']))}", "kind"
        )
    first, _, rest = cells["id"].partition("/")
    wanted = _FIRST_PARTS.get(kind, "body")
    if first != wanted or not _ID.fullmatch(rest):
        return row.problem(
            f"{cells['id']!r} is no id for this kind; write {wanted}/ and letters, digits, '.', '-'", "id"
        )
    is_override = cells.get("override", "").casefold() in _YES
    if cells["id"] in known and not is_override:
        problem = f"{cells['id']!r} exists already; take another id, or write yes in the column 'override' to change it"
        return row.problem(problem, "id")
    if is_override and cells["id"] not in known:
        return row.problem(f"{cells['id']!r} does not exist, so there is nothing to override; check the id", "override")
    if "wikidata" in cells and not _ITEM.fullmatch(cells["wikidata"]):
        return row.problem(
            f"{cells['wikidata']!r} is no item of Wikidata; write it like Q1065, or leave it out", "wikidata"
        )
    return _fault_of_names(row) or _fault_of_dates(row)


def _fault_of_names(row: UserRow) -> ActorFileProblem | None:
    for column in ("name", "aliases", "context_aliases", "demonyms", "capitals"):
        for name in (
            [row.cells[column]] if column == "name" and column in row.cells else names_in(row.cells.get(column))
        ):
            if len(name) < 2 or not any(character.isalpha() for character in name) or name.islower():
                return row.problem(
                    f"{name!r} would be found in everyday words; a name has two letters at least, and a capital", column
                )
    return None


def _fault_of_dates(row: UserRow) -> ActorFileProblem | None:
    for column in ("valid_from", "valid_until", "as_of"):
        if column in row.cells and not _is_day(row.cells[column]):
            return row.problem(
                f"{row.cells[column]!r} is no date; write 2024-03-28, or 2024-03 or 2024 if no more is known", column
            )
    start, end = row.cells.get("valid_from"), row.cells.get("valid_until")
    if start and end and first_day(start) > last_day(end):
        return row.problem(f"it ends ({end}) before it begins ({start}); check both", "valid_until")
    return None


def _is_day(value: str) -> bool:
    try:
        return _DAY.fullmatch(value) is not None and first_day(value) is not None
    except ValueError:
        return False


def _no_actor(id_: str) -> str:
    return f"{id_!r} is no actor of the reference data or of your files; check the id, or add a row for it"


def _add_actor(row: UserRow, shelf: Shelf) -> None:
    cells, id_ = row.cells, ActorId(row.cells["id"])
    sure, unsure = names_in(cells.get("aliases")), names_in(cells.get("context_aliases"))
    before = shelf.actors.get(id_) or Actor(id=id_, kind=_KINDS[cells["kind"]], label=cells["name"])
    label = cells.get("name", before.label)
    others = {*before.aliases, before.label, *sure, *unsure} - {label}
    shelf.actors[id_] = replace(
        before, kind=_KINDS[cells["kind"]], label=label, aliases=tuple(sorted(others)), origin=row.origin,
        organ_of=ActorId(cells["organ_of"]) if "organ_of" in cells else before.organ_of,
        part_of=ActorId(cells["part_of"]) if "part_of" in cells else before.part_of,
        wikidata=cells.get("wikidata", before.wikidata), valid_from=cells.get("valid_from", before.valid_from),
        valid_until=cells.get("valid_until", before.valid_until), is_verified=True,
    )  # fmt: skip
    if "type" in cells:
        shelf.types[id_] = cells["type"]
    # "Kestrian Foreign Ministry" is read as state and organ, so that the state is named too.
    names = [label, *sure] if label not in unsure else sure
    shelf.name(id_, [name for name in names if not name.endswith(" Foreign Ministry")])
    shelf.name(id_, unsure, unsure=True)
    shelf.name(id_, names_in(cells.get("demonyms")), "demonym")
    shelf.name(id_, names_in(cells.get("capitals")), "capital")


def _add_post(row: UserRow, shelf: Shelf, posts: dict[PostId, Post], own: OwnData) -> None:
    cells = row.cells
    for column in ("id", "name", "role"):
        if column not in cells:
            own.problems.append(
                row.problem(f"the column {column!r} is missing or empty; a post needs id, name and role")
            )
            return
    first, _, rest = cells["id"].partition("/")
    if first != "post" or not _ID.fullmatch(rest):
        own.problems.append(
            row.problem(f"{cells['id']!r} is no id of a post; write post/ and letters, digits, '-'", "id")
        )
        return
    id_ = PostId(rest)
    if id_ in posts and cells.get("override", "").casefold() not in _YES:
        problem = f"{cells['id']!r} exists already; take another id, or write yes in the column 'override' to change it"
        own.problems.append(row.problem(problem, "id"))
        return
    for column in ("body", "speaks_for"):
        if column in cells and cells[column] not in shelf.actors:
            own.problems.append(row.problem(_no_actor(cells[column]), column))
            return
    posts[id_] = Post(
        id=id_, label=cells["name"], role=cells["role"], origin=row.origin,
        body=ActorId(cells["body"]) if "body" in cells else None,
        speaks_for=ActorId(cells["speaks_for"]) if "speaks_for" in cells else None,
    )  # fmt: skip


def _tenure(row: UserRow, shelf: Shelf, posts: dict[PostId, Post], own: OwnData) -> Tenure | None:
    cells = row.cells
    for column in ("person", "post"):
        if column not in cells:
            own.problems.append(
                row.problem(f"the column {column!r} is missing or empty; a tenure needs person and post")
            )
            return None
    holder, post = ActorId(cells["person"]), PostId(cells["post"].removeprefix("post/"))
    fault = _fault_of_dates(row)
    if holder not in shelf.actors or shelf.actors[holder].kind is not ActorKind.PERSON:
        fault = row.problem(f"{holder!r} is no person of your files; add a row of kind Person for it", "person")
    elif post not in posts:
        fault = row.problem(f"{cells['post']!r} is no post; add a row of kind Post for it", "post")
    if fault is not None:
        own.problems.append(fault)
        return None
    return Tenure(
        holder=holder, post=post, start=cells.get("valid_from"), end=cells.get("valid_until"), as_of=cells.get("as_of"),
        origin=row.origin, source=row.file,
    )  # fmt: skip


def _term(tenure: Tenure, shelf: Shelf, posts: dict[PostId, Post]) -> Term | None:
    """The tenure as a row of the table of office holders, None where its post is of no state."""
    post, person = posts[tenure.post], shelf.actors[tenure.holder]
    owners = [shelf.actors[id_] for id_ in (post.speaks_for, post.body) if id_ is not None]
    states = [owner.id if owner.kind is ActorKind.STATE else owner.organ_of for owner in owners]
    state = next((state for state in states if state is not None), None)
    if state is None:
        return None
    return Term(
        wikidata=person.wikidata or "", person=person.label, aliases=person.aliases, state=state, role=post.role,
        role_label=post.label, organisation=post.body, start=tenure.start or "", end=tenure.end or "",
        as_of=tenure.as_of or "", source=tenure.source or "",
    )  # fmt: skip
