"""The catalogue of queries as RDF, in the form of the SIB Swiss Institute's SPARQL examples.

One `sh:SPARQLExecutable` a query, with its question, keywords, target and text: SPARQL editors that read such
catalogues (sparql-editor, YASGUI plug-ins) offer them as examples, and the catalogue can be queried itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generate_queries import read_catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from kg.query.header import Query

_HEAD: Final = """\
# The questions of queries/*/*.rq as RDF, generated from their headers by `make generate`; do not edit.
#
# The default graph of every query is <https://w3id.org/demarche/id/graph/view>. `schema:target` names no server that
# anybody runs: put the address of your own endpoint there.
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ex: <https://w3id.org/demarche/queries/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
"""
_TARGET: Final = "https://w3id.org/demarche/sparql"


def render_examples(root: Path) -> str:
    """`queries/examples.ttl`: one example a query file, sorted by name."""
    return "\n".join([_HEAD, *map(_example, read_catalogue(root))])


def _example(query: Query) -> str:
    form, predicate = ("Construct", "construct") if query.is_construct else ("Select", "select")
    keywords = ", ".join(_quoted(tag) for tag in dict.fromkeys([query.kind, *query.tags]))
    lines = [
        f"ex:{query.name.replace('/', '-')} a sh:SPARQLExecutable, sh:SPARQL{form}Executable ;",
        f"    dcterms:identifier {_quoted(query.name)} ;",
        f"    rdfs:label {_quoted(query.slug.replace('-', ' '))}@en ;",
        f"    rdfs:comment {_quoted(f'{query.summary} {query.description}'.strip())}@en ;",
        *(f"    schema:about {_quoted(f'competency question {number}')}@en ;" for number in query.questions),
        f"    schema:keywords {keywords} ;",
        f"    schema:target <{_TARGET}> ;",
        f'    sh:{predicate} """{_escaped(_without_header(query.text))}""" .\n',
    ]
    return "\n".join(lines)


def _without_header(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith("#+")) + "\n"


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
