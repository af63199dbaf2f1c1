"""One page for each question of the catalogue, from the header and text of its file."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Final

from generate_queries import ASKING, KINDS, read_catalogue

from docs_site.markdown import table, toctree
from docs_site.ontology_pages import homes_of, iris_of, term_link

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kg.query.header import Parameter, Query

_EXAMPLES: Final = {"actor": "Kestria", "date": "2025-03-01", "integer": "10", "decimal": "0.8", "text": "dam"}
"""Type of a parameter -> what an example gives for it."""

_HEAD: Final = f"""\
# Questions

One documented SPARQL query each. {ASKING} Each query also runs as it stands in
any SPARQL 1.1 engine whose default graph is the view: [how questions are asked](../design/queries.md).
"""


def query_pages(root: Path) -> dict[str, str]:
    """Place in the site -> text: the list of questions, a page for each kind, a page for each question."""
    queries = read_catalogue(root)
    homes = homes_of(root)
    asked = competency_questions(root)
    kinds = {kind: [query for query in queries if query.kind == kind] for kind in KINDS}
    pages = {f"queries/{query.name}.md": _page(query, homes, asked) for query in queries}
    pages |= {f"queries/{kind}/index.md": _kind(KINDS[kind], of_kind) for kind, of_kind in kinds.items() if of_kind}
    pages["queries/index.md"] = _index({kind: of_kind for kind, of_kind in kinds.items() if of_kind}, asked)
    return pages


def competency_questions(root: Path) -> dict[int, str]:
    """Number -> what the model has to answer, from `queries/questions.csv`."""
    with (root / "queries" / "questions.csv").open(encoding="utf-8", newline="") as file:
        return {int(row["number"]): row["question"] for row in csv.DictReader(file)}


def _index(kinds: Mapping[str, list[Query]], asked: Mapping[int, str]) -> str:
    lines = [
        _HEAD,
        "## The competency questions",
        "",
        "What the model has to answer, and the queries that answer it.",
        "",
    ]
    queries = [query for of_kind in kinds.values() for query in of_kind]
    answers = {
        number: ", ".join(f"[`{query.slug}`]({query.name}.md)" for query in queries if number in query.questions)
        for number in asked
    }
    numbered = [(str(number), question, answers[number]) for number, question in sorted(asked.items())]
    lines += table(("", "question", "queries"), numbered)
    for kind, of_kind in kinds.items():
        rows = [(f"[`{query.slug}`]({query.name}.md)", query.summary) for query in of_kind]
        lines += [f"## {KINDS[kind]}", "", *table(("name", "question"), rows)]
    return "\n".join([*lines, *toctree([f"{kind}/index" for kind in kinds])])


def _kind(heading: str, queries: list[Query]) -> str:
    rows = [(f"[`{query.slug}`]({query.slug}.md)", query.summary) for query in queries]
    contents = toctree([query.slug for query in queries])
    return "\n".join([f"# {heading}", "", *table(("name", "question"), rows), *contents])


def _page(query: Query, homes: Mapping[str, str], asked: Mapping[int, str]) -> str:
    lines = [f"# {query.slug}", "", f"**{query.summary}**", ""]
    if query.description:
        lines += [query.description, ""]
    for number in query.questions:
        lines += [
            f"Answers [competency question {number}](../index.md#the-competency-questions): *{asked[number]}*",
            "",
        ]
    lines += _how_to_ask(query)
    parameters = [(f"`{each.name}`", _type(each), each.text) for each in query.parameters]
    lines += ["## Parameters", "", *table(("parameter", "type", "meaning"), parameters)] if parameters else []
    columns = [(f"`{column.name}`", column.type, column.text) for column in query.columns]
    lines += ["## Columns", "", *table(("column", "type", "meaning"), columns)]
    body = [line for line in query.text.splitlines() if not line.startswith("#+")]
    lines += ["## SPARQL", "", f"The file is `queries/{query.name}.rq`.", "", "```sparql", *body, "```", ""]
    terms = sorted(iri for iri in iris_of(query.text) if iri in homes)
    if terms:
        lines += ["Terms: " + ", ".join(term_link(iri, homes, "../../ontology/") for iri in terms) + ".", ""]
    return "\n".join(lines)


def _how_to_ask(query: Query) -> list[str]:
    one = next((each for each in query.parameters if each.type in _EXAMPLES), None)
    option = f' --{one.name.replace("_", "-")} "{_EXAMPLES[one.type]}"' if one else ""
    keyword = f', {_keyword(one.name)}="{_EXAMPLES[one.type]}"' if one else ""
    return [
        "```sh", f"kg query {query.slug} --graph my-graph{option}", "```",
        "```python", f'kg.open("my-graph").query("{query.slug}"{keyword})', "```", "",
    ]  # fmt: skip


def _keyword(name: str) -> str:
    return f"{name}_" if name in ("from", "class", "in", "is", "not", "or", "and", "as") else name


def _type(parameter: Parameter) -> str:
    if parameter.scheme:
        return f"concept of [`{parameter.scheme}`](../../ontology/concepts.md#concept-{parameter.scheme})"
    return parameter.type
