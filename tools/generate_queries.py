"""The list of questions for people, rendered from the headers of the query files."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Final

from kg.query.header import parse_query

if TYPE_CHECKING:
    from pathlib import Path

    from kg.query.header import Parameter, Query

KINDS: Final = {
    "statements": "What was said",
    "actors": "Who speaks, and for whom",
    "claims": "What is claimed, and what goes against it",
    "events": "What happened, votes, mandates",
    "outlets": "How outlets report",
    "networks": "Networks",
    "quality": "What to look at again",
    "hygiene": "Hygiene: every row is a defect",
}
"""Folder -> heading, in the order of the page."""

ASKING: Final = """\
Ask by name, from the shell or from Python:

```sh
kg query who-about-whom --graph my-graph --about Kestria --from 2025-03-01
```
```python
kg.open("my-graph").query("who-about-whom", about="Kestria", from_="2025-03-01")
```

Every parameter may be left out and then fits everything. An *actor* is an IRI, a CURIE (`state:FRA`) or an exact name
or alias; where a name fits several actors, the answer is an error that lists them."""
"""How questions are asked, for every page that lists them."""

_HEAD: Final = f"""\
# Questions

One documented query a file. {ASKING} Each file also runs as it stands in
any SPARQL 1.1 engine whose default graph is `graph/view`; see [docs/design/queries.md](../docs/design/queries.md).

This page is generated from the headers of the files by `make generate`; do not edit it. So is `examples.ttl`: the same
queries as RDF, in the form that SPARQL editors read (`sh:SPARQLSelectExecutable`).
"""

_QUESTIONS: Final = """\
## The competency questions

What the model has to answer, and the queries that answer it.

| | question | queries |
|---|---|---|
"""


def read_catalogue(root: Path) -> list[Query]:
    """Every question under `queries/`, by kind and name."""
    files = sorted((root / "queries").glob("*/*.rq"))
    return [parse_query(f"{file.parent.name}/{file.stem}", file.read_text(encoding="utf-8")) for file in files]


def render_catalogue(root: Path) -> str:
    """`queries/README.md`: a table of all questions, then each with its parameters and columns."""
    queries = read_catalogue(root)
    unknown = sorted({query.kind for query in queries} - set(KINDS))
    if unknown:
        raise ValueError(f"queries/{unknown[0]}/ has no heading; add it to KINDS in {__name__}")
    lines = [_HEAD, _QUESTIONS + "\n".join(_answers(root, queries)), ""]
    for kind, heading in KINDS.items():
        of_kind = [query for query in queries if query.kind == kind]
        lines += [f"## {heading}", "", "| query | question |", "|---|---|"]
        lines += [f"| [`{query.slug}`]({query.name}.rq) | {_cell(query.summary)} |" for query in of_kind]
        lines.append("")
        if kind != "hygiene":
            lines += [line for query in of_kind for line in _section(query)]
    return "\n".join(lines).rstrip() + "\n"


def _answers(root: Path, queries: list[Query]) -> list[str]:
    """One row a competency question: the queries that name its number.

    Raises: ValueError: a query names a number that is no question's.
    """
    with (root / "queries" / "questions.csv").open(encoding="utf-8", newline="") as file:
        questions = {int(row["number"]): row["question"] for row in csv.DictReader(file)}
    named = [(query.name, number) for query in queries for number in query.questions]
    unknown = sorted(f"{name}: {number}" for name, number in named if number not in questions)
    if unknown:
        raise ValueError(f"queries/{unknown[0]} is no competency question of queries/questions.csv")
    return [
        f"| {number} | {_cell(question)} | "
        + ", ".join(f"[`{query.slug}`]({query.name}.rq)" for query in queries if number in query.questions)
        + " |"
        for number, question in sorted(questions.items())
    ]


def _section(query: Query) -> list[str]:
    lines = [f"### {query.slug}", "", f"{query.summary} {query.description}".strip(), ""]
    if query.parameters:
        lines += ["| parameter | type | |", "|---|---|---|"]
        lines += [f"| `{each.name}` | {_type(each)} | {_cell(each.text)} |" for each in query.parameters]
        lines.append("")
    lines += ["| column | type | |", "|---|---|---|"]
    lines += [f"| `{column.name}` | {column.type} | {_cell(column.text)} |" for column in query.columns]
    return [*lines, ""]


def _type(parameter: Parameter) -> str:
    return f"concept of `{parameter.scheme}`" if parameter.scheme else parameter.type


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
