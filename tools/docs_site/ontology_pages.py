"""Pages of the ontology, from its Turtle files: every class, property and concept."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, URIRef

from docs_site.markdown import table, toctree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

MODULES: Final = {"core": "Core: what questions need", "record": "Record: the evidence", "events": "Events and votes"}
NS: Final = "https://w3id.org/demarche/ns#"
VOC: Final = "https://w3id.org/demarche/voc/"
_KINDS: Final = {OWL.Class: "class", OWL.ObjectProperty: "property", OWL.DatatypeProperty: "property of values"}
_MATCHES: Final = {
    RDFS.subClassOf: "a kind of",
    RDFS.subPropertyOf: "a kind of",
    SKOS.exactMatch: "the same as",
    SKOS.closeMatch: "close to",
    SKOS.broadMatch: "narrower than",
    SKOS.narrowMatch: "wider than",
    SKOS.relatedMatch: "related to",
}
_PREFIXES: Final = {
    "http://purl.org/dc/terms/": "dcterms:",
    "http://xmlns.com/foaf/0.1/": "foaf:",
    "http://groundedannotationframework.org/gaf#": "gaf:",
    "http://purl.org/marl/ns#": "marl:",
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#": "nif:",
    "http://www.w3.org/ns/oa#": "oa:",
    "http://www.w3.org/ns/org#": "org:",
    "http://www.w3.org/ns/prov#": "prov:",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs:",
    "https://schema.org/": "schema:",
    "http://semanticweb.cs.vu.nl/2009/11/sem/": "sem:",
    "http://www.w3.org/2004/02/skos/core#": "skos:",
    "http://www.w3.org/2001/XMLSchema#": "xsd:",
}


def ontology_pages(root: Path) -> dict[str, str]:
    """Place in the site -> text: one page for each module of terms, one for the concepts, and a way in."""
    modules = {name: Graph().parse(root / "ontology" / f"{name}.ttl") for name in (*MODULES, "voc")}
    homes = {str(term): name for name, graph in modules.items() for term in graph.subjects(SKOS.definition)}
    alignment = Graph().parse(root / "ontology" / "align.ttl")
    uses = query_uses(root)
    pages = {f"ontology/{name}.md": _module(name, modules[name], homes, alignment, uses) for name in MODULES}
    pages["ontology/concepts.md"] = _concepts(modules["voc"], homes, modules, uses)
    pages["ontology/alignment.md"] = _alignment(alignment, homes)
    pages["ontology/shapes.md"] = _shapes(root)
    return pages


def contents(root: Path) -> list[str]:
    """What stands below the introduction to the ontology: every page with what it describes."""
    counts = {name: len(_terms(Graph().parse(root / "ontology" / f"{name}.ttl"))) for name in MODULES}
    rows = [(f"[{title}]({name}.md)", f"{counts[name]} terms") for name, title in MODULES.items()]
    voc = Graph().parse(root / "ontology" / "voc.ttl")
    rows.append(("[Concepts](concepts.md)", f"{len(set(voc.subjects(RDF.type, SKOS.Concept)))} values in closed lists"))
    rows += [("[Alignment](alignment.md)", "how the terms relate to those of others"), ("[Shapes](shapes.md)", "SHACL")]
    pages = [*MODULES, "concepts", "alignment", "shapes"]
    return ["", "## Every term", "", *table(("page", ""), rows), *toctree(pages)]


@lru_cache(maxsize=1)
def query_uses(root: Path) -> dict[str, tuple[str, ...]]:
    """Term or concept -> names of the questions that use it, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for file in sorted((root / "queries").glob("*/*.rq")):
        for iri in iris_of(file.read_text(encoding="utf-8")):
            found[iri].add(f"{file.parent.name}/{file.stem}")
    return {iri: tuple(sorted(names)) for iri, names in found.items()}


def iris_of(text: str) -> set[str]:
    """Terms and concepts of ours in a query, written with one of its prefixes or in full."""
    prefixes = dict(re.findall(r"PREFIX\s+([\w-]*):\s*<([^>]+)>", text))
    body = re.sub(r"(?m)^PREFIX.*$|#.*$", " ", text)
    found = set(re.findall(rf"<((?:{re.escape(NS)}|{re.escape(VOC)})[^>]+)>", body))
    body = re.sub(r'"[^"]*"|<[^>]*>', " ", body)
    named = re.findall(r"(?<![\w?$])([\w-]*):([A-Za-z][\w-]*)", body)
    return found | {prefixes[prefix] + name for prefix, name in named if prefixes.get(prefix, "").startswith((NS, VOC))}


def anchor(iri: str) -> str:
    """The place of a term in its page; of a concept that of its scheme."""
    if iri.startswith(VOC):
        return f"concept-{iri.removeprefix(VOC).partition('/')[0]}"
    name = iri.removeprefix(NS)
    # Anchors hold no capitals, and the class `Actor` is not the property `actor`.
    hyphened = re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()
    return f"{'class' if name[:1].isupper() else 'property'}-{hyphened}"


def term_link(iri: str, homes: Mapping[str, str], folder: str = "") -> str:
    """A link to the description of one of our terms; the short name of one of others."""
    if iri not in homes:
        return f"[`{short(iri)}`]({iri})"
    page = "concepts" if homes[iri] == "voc" else homes[iri]
    return f"[`{short(iri)}`]({folder}{page}.md#{anchor(iri)})"


def homes_of(root: Path) -> dict[str, str]:
    """Term or concept -> the module that defines it."""
    return {
        str(term): name
        for name in (*MODULES, "voc")
        for term in Graph().parse(root / "ontology" / f"{name}.ttl").subjects(SKOS.definition)
    }


def short(iri: str) -> str:
    """`dmr:speaker`, `cue-class/neutral`, `prov:Entity`; an IRI of unknown vocabulary stays as it is."""
    if iri.startswith(NS):
        return f"dmr:{iri.removeprefix(NS)}"
    if iri.startswith(VOC):
        return iri.removeprefix(VOC)
    space = next((space for space in _PREFIXES if iri.startswith(space)), None)
    return iri if space is None else _PREFIXES[space] + iri.removeprefix(space)


def _terms(graph: Graph) -> list[URIRef]:
    return sorted({term for kind in _KINDS for term in graph.subjects(RDF.type, kind) if str(term).startswith(NS)})


def _module(
    name: str, graph: Graph, homes: Mapping[str, str], alignment: Graph, uses: Mapping[str, tuple[str, ...]]
) -> str:
    terms = _terms(graph)
    classes = [term for term in terms if (term, RDF.type, OWL.Class) in graph]
    properties = [term for term in terms if term not in classes]
    lines = [f"# {MODULES[name]}", "", *_about(graph, name)]
    for heading, group in (("Classes", classes), ("Properties", properties)):
        if not group:
            continue
        lines += [f"## {heading}", "", *table(("term", "meaning"), [_row(graph, term) for term in group])]
        for term in group:
            lines += _term(graph, term, homes, alignment, uses)
    return "\n".join(lines)


def _about(graph: Graph, name: str) -> list[str]:
    told = next(iter(graph.objects(graph.value(None, RDF.type, OWL.Ontology), DCTERMS.description)), "")
    return [f"{told} The source is `ontology/{name}.ttl`.", ""]


def _row(graph: Graph, term: URIRef) -> tuple[str, str]:
    return f"[`{short(str(term))}`](#{anchor(str(term))})", str(graph.value(term, SKOS.definition))


def _term(
    graph: Graph, term: URIRef, homes: Mapping[str, str], alignment: Graph, uses: Mapping[str, tuple[str, ...]]
) -> list[str]:
    kind = next(text for type_, text in _KINDS.items() if (term, RDF.type, type_) in graph)
    rows = [(kind, f"`{term}`")]
    for label, predicate in (
        ("a kind of", RDFS.subClassOf),
        ("a kind of", RDFS.subPropertyOf),
        ("says something of", RDFS.domain),
        ("its value", RDFS.range),
        ("is never also", OWL.disjointWith),
        ("inverse of", OWL.inverseOf),
    ):
        rows += _if_any(label, graph.objects(term, predicate), homes)
    for predicate, label in _MATCHES.items():
        rows += _if_any(f"elsewhere: {label}", alignment.objects(term, predicate), homes)
    below = [*graph.subjects(RDFS.subClassOf, term), *graph.subjects(RDFS.subPropertyOf, term)]
    rows += _if_any("kinds of it", below, homes)
    rows += _use(str(term), uses)
    label = str(graph.value(term, RDFS.label))
    return [
        f"({anchor(str(term))})=",
        f"### {short(str(term))}",
        "",
        f"**{label}.** {graph.value(term, SKOS.definition)}",
        "",
        *_notes(graph, term),
        *(f"- {label}: {told}" for label, told in rows),
        "",
    ]


def _notes(graph: Graph, term: URIRef) -> Iterator[str]:
    for note in sorted(str(note) for kind in (SKOS.scopeNote, SKOS.example) for note in graph.objects(term, kind)):
        yield from (note, "")


def _if_any(label: str, values: Iterable[object], homes: Mapping[str, str]) -> list[tuple[str, str]]:
    told = ", ".join(term_link(str(value), homes) for value in sorted(map(str, values)))
    return [(label, told)] if told else []


def _use(iri: str, uses: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    names = [name for name in uses.get(iri, ()) if not name.startswith("hygiene/")]
    if not names:
        return []
    shown = ", ".join(f"[{name.rpartition('/')[2]}](../queries/{name}.md)" for name in names[:8])
    return [("asked for by", shown + (f" and {len(names) - 8} more" if len(names) > 8 else ""))]


def _concepts(
    voc: Graph, homes: Mapping[str, str], modules: Mapping[str, Graph], uses: Mapping[str, tuple[str, ...]]
) -> str:
    lines = [
        "# Concepts",
        "",
        *_about(voc, "voc"),
        "Queries and tables show a concept by its short name, such as `neutral`.",
        "",
    ]
    for scheme in sorted(str(scheme) for scheme in voc.subjects(RDF.type, SKOS.ConceptScheme)):
        name = scheme.removeprefix(VOC)
        lines += [f"({anchor(scheme)})=", f"## {name}", "", str(voc.value(URIRef(scheme), SKOS.definition)), ""]
        takers = sorted(
            {str(term) for graph in modules.values() for term in graph.subjects(SKOS.definition)
             if f"voc/{name}" in re.findall(r"voc/[\w-]+", str(graph.value(term, SKOS.definition)))}
        )  # fmt: skip
        if takers:
            lines += [f"Value of {', '.join(term_link(term, homes) for term in takers)}.", ""]
        rows = []
        for concept in sorted(str(concept) for concept in voc.subjects(SKOS.inScheme, URIRef(scheme))):
            told = [str(voc.value(URIRef(concept), each)) for each in (SKOS.prefLabel, SKOS.definition)]
            asked = "".join(f" *Asked for by* {names}." for _, names in _use(concept, uses))
            rows.append((f"`{concept.rpartition('/')[2]}`", told[0], told[1] + asked))
        lines += table(("concept", "label", "meaning"), rows)
    return "\n".join(lines)


def _alignment(alignment: Graph, homes: Mapping[str, str]) -> str:
    told = alignment.value(alignment.value(None, RDF.type, OWL.Ontology), DCTERMS.description)
    lines = ["# Alignment", "", f"{told} Nothing of it is loaded into a graph. The source is `ontology/align.ttl`.", ""]
    rows = sorted(
        (str(term), label, str(other))
        for term, predicate, other in alignment
        if (label := _MATCHES.get(predicate)) and str(term).startswith((NS, VOC))  # type: ignore[call-overload]
    )
    lines += table(("term", "is", "elsewhere"), [(term_link(a, homes), b, term_link(c, homes)) for a, b, c in rows])
    return "\n".join(lines)


def _shapes(root: Path) -> str:
    lines = ["# Shapes", "", "What a sound record looks like, as SHACL. `kg validate` checks a graph against them.", ""]
    for file in sorted((root / "ontology" / "shapes").glob("*.ttl")):
        lines += [f"## {file.stem.capitalize()}", "", f"From `ontology/shapes/{file.name}`:", ""]
        lines += ["```turtle", file.read_text(encoding="utf-8").rstrip(), "```", ""]
    return "\n".join(lines)
