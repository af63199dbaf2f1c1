"""Python names and a table for the ontology's terms, rendered from its Turtle files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rdflib import RDF, RDFS, SKOS, Graph, URIRef
from rdflib.namespace import OWL

if TYPE_CHECKING:
    from pathlib import Path

MODULES: Final = ("core", "record", "events", "voc")
"""Turtle files whose terms get names; alignments define none of ours."""
NS: Final = "https://w3id.org/demarche/ns#"
VOC: Final = "https://w3id.org/demarche/voc/"


def render_terms(root: Path) -> str:
    """`kg/vocab/dmr.py`: one attribute per class and property, classes first, each group sorted by name."""
    graph = _load(root)
    kinds = (OWL.Class, OWL.DatatypeProperty, OWL.ObjectProperty)
    terms = {str(term) for kind in kinds for term in graph.subjects(RDF.type, kind) if str(term).startswith(NS)}
    lines = [
        '"""Terms of the ontology as checked names. Generated from ontology/*.ttl by `make generate`; do not edit."""',
        "",
        "from typing import Final",
        "",
        "from rdflib import URIRef",
        "",
        "",
        "class DMR:",
        '    """Classes, then properties."""',
    ]
    for term in sorted(terms):
        lines += ["", f"    {term.removeprefix(NS)}: Final = URIRef({_quoted(term)})"]
        lines.append(f"    {_docstring(_definition(graph, URIRef(term)))}")
    return "\n".join(lines) + "\n"


def render_concepts(root: Path) -> str:
    """`kg/vocab/voc.py`: one class per concept scheme, one attribute per concept, all sorted by name."""
    graph = _load(root)
    schemes = sorted(str(scheme) for scheme in graph.subjects(RDF.type, SKOS.ConceptScheme))
    lines = [
        '"""Concepts as checked names. Generated from ontology/voc.ttl by `make generate`; do not edit."""',
        "",
        "from typing import Final",
        "",
        "from rdflib import URIRef",
    ]
    table = []
    for scheme in schemes:
        name = scheme.removeprefix(VOC)
        lines += ["", "", f"class {_class_name(name)}:", f"    {_docstring(_definition(graph, URIRef(scheme)))}"]
        concepts = sorted(str(concept) for concept in graph.subjects(SKOS.inScheme, URIRef(scheme)))
        for concept in concepts:
            lines += ["", f"    {_constant_name(concept)}: Final = URIRef({_quoted(concept)})"]
            lines.append(f"    {_docstring(_definition(graph, URIRef(concept)))}")
        table.append(f"    {_quoted(name)}: (")
        table += [f"        {_class_name(name)}.{_constant_name(concept)}," for concept in concepts]
        table.append("    ),")
    lines += ["", "", "SCHEMES: Final[dict[str, tuple[URIRef, ...]]] = {", *table, "}"]
    lines.append('"""Name of each scheme -> its concepts, sorted."""')
    return "\n".join(lines) + "\n"


def render_table(root: Path) -> str:
    """`ontology/TERMS.md`: every term with its definition, file by file."""
    lines = ["# Terms", "", "Generated from the Turtle files beside it by `make generate`; do not edit."]
    for module in MODULES:
        graph = Graph().parse(root / "ontology" / f"{module}.ttl")
        lines += ["", f"## {module}.ttl", ""]
        lines += _concept_rows(graph) if module == "voc" else _term_rows(graph)
    return "\n".join(lines) + "\n"


def _term_rows(graph: Graph) -> list[str]:
    rows = ["| term | of | to | meaning |", "|---|---|---|---|"]
    for term in sorted(str(term) for term in graph.subjects(RDFS.isDefinedBy)):
        node = URIRef(term)
        parents = [*graph.objects(node, RDFS.subClassOf), *graph.objects(node, RDFS.subPropertyOf)]
        below = ", ".join(sorted(_short(str(parent)) for parent in parents))
        of = ", ".join(sorted(_short(str(domain)) for domain in graph.objects(node, RDFS.domain)))
        to = ", ".join(sorted(_short(str(range_)) for range_ in graph.objects(node, RDFS.range)))
        name = f"`{_short(term)}`" + (f" (a kind of {below})" if below else "")
        rows.append(f"| {name} | {of} | {to} | {_definition(graph, node)} |")
    return rows


def _concept_rows(graph: Graph) -> list[str]:
    rows = ["| concept | meaning |", "|---|---|"]
    for scheme in sorted(str(scheme) for scheme in graph.subjects(RDF.type, SKOS.ConceptScheme)):
        rows.append(f"| **{scheme.removeprefix(VOC)}** | {_definition(graph, URIRef(scheme))} |")
        for concept in sorted(str(concept) for concept in graph.subjects(SKOS.inScheme, URIRef(scheme))):
            rows.append(f"| `{concept.removeprefix(VOC)}` | {_definition(graph, URIRef(concept))} |")
    return rows


def _load(root: Path) -> Graph:
    graph = Graph()
    for module in MODULES:
        graph.parse(root / "ontology" / f"{module}.ttl")
    return graph


def _definition(graph: Graph, term: URIRef) -> str:
    return str(graph.value(term, SKOS.definition))


def _short(iri: str) -> str:
    if iri.startswith(NS):
        return iri.removeprefix(NS)
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def _class_name(scheme: str) -> str:
    return "".join(word.capitalize() for word in scheme.split("-"))


def _constant_name(concept: str) -> str:
    return concept.rsplit("/", 1)[-1].upper().replace("-", "_")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _docstring(text: str) -> str:
    return '"""' + text.replace("\\", "\\\\").replace('"""', "'''") + '"""'
