"""Rows of a user's Turtle file of actors: the form that the reference graphs have, read back as rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import ActorFileError
from kg.resolve.authority_problems import ActorFileProblem, UserRow
from kg.vocab.dmr import DMR
from kg.vocab.ids import DATA_BASE, path_of
from kg.vocab.prefixes import NS, PREFIXES

if TYPE_CHECKING:
    from pathlib import Path

_TYPE: Final = PREFIXES["rdf"] + "type"
_ORG: Final = PREFIXES["org"]
_SKOS: Final = PREFIXES["skos"]
_KINDS: Final = {_ORG + "Post": "Post", str(DMR.Tenure): "Tenure"}
_COLUMN_OF: Final = {
    PREFIXES["rdfs"] + "label": "name",
    _SKOS + "altLabel": "aliases",
    _SKOS + "hiddenLabel": "context_aliases",
    _SKOS + "exactMatch": "wikidata",
    _ORG + "postIn": "body",
    _ORG + "member": "person",
    str(DMR.asOf): "as_of",
    str(DMR.asOfAbout): "as_of",
    str(DMR.bodyType): "type",
    str(DMR.capital): "capitals",
    str(DMR.demonym): "demonyms",
    str(DMR.organOf): "organ_of",
    str(DMR.overrides): "override",
    str(DMR.partOf): "part_of",
    str(DMR.post): "post",
    str(DMR.roleClass): "role",
    str(DMR.speaksFor): "speaks_for",
    str(DMR.validFrom): "valid_from",
    str(DMR.validFromAbout): "valid_from",
    str(DMR.validUntil): "valid_until",
    str(DMR.validUntilAbout): "valid_until",
}
_LISTS: Final = frozenset({"aliases", "capitals", "context_aliases", "demonyms"})


def read_turtle_rows(path: Path, origin: str) -> tuple[list[UserRow], list[ActorFileProblem]]:
    """One row for each node that has a class, sorted by id; and what is wrong with the form.

    Raises: ActorFileError: it cannot be opened, or is no Turtle.
    """
    try:
        triples = list(ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE))
    except (OSError, SyntaxError, ValueError) as error:
        raise ActorFileError((f"{path.name}: cannot be read as Turtle ({error})",)) from error
    nodes: dict[str, dict[str, list[str]]] = {}
    problems = []
    for triple in sorted(triples, key=str):
        subject, predicate = _name(triple.subject), triple.predicate.value
        cells = nodes.setdefault(subject, {})
        column = "kind" if predicate == _TYPE else _COLUMN_OF.get(predicate)
        if column is None and not predicate.startswith(NS):
            continue  # Notes of the user's own.
        if column is None:
            problems.append(ActorFileProblem(
                file=path.name, subject=subject, column=predicate.replace(NS, "dmr:"),
                problem="nothing is read from it, for it is no property of actors, posts or tenures; take it out",
            ))  # fmt: skip
            continue
        cells.setdefault(column, []).append(_value(triple.object))
    rows = []
    for subject, values in sorted(nodes.items()):
        several = [column for column, found in values.items() if len(found) > 1 and column not in _LISTS]
        if several:
            problems.append(ActorFileProblem(
                file=path.name, subject=subject, column=several[0],
                problem=f"has {len(values[several[0]])} values but takes one; keep the right one",
            ))  # fmt: skip
            continue
        row = {column: "|".join(found) for column, found in values.items()}
        if row.get("kind") != "Tenure":
            row["id"] = subject
        rows.append(UserRow(file=path.name, origin=origin, line=None, cells=row))
    return rows, problems


def _name(node: ox.NamedNode | ox.BlankNode | ox.Triple) -> str:
    if not isinstance(node, ox.NamedNode):
        return str(node)
    path = path_of(node.value, DATA_BASE) or node.value
    return path.removeprefix("actor/")


def _value(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    if isinstance(node, ox.Literal):
        return "yes" if node.value == "true" else node.value
    if not isinstance(node, ox.NamedNode):
        return str(node)
    if node.value in _KINDS:
        return _KINDS[node.value]
    return _name(node).removeprefix(NS).rpartition("wikidata.org/entity/")[2]
