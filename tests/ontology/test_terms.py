"""Hygiene of the ontology: every term is described and used, and nothing is used that is not a term."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, RDFS, SKOS, Graph, URIRef
from rdflib.namespace import OWL

from kg.resources import resource
from kg.statements.reading.cues import rows_of
from kg.vocab import voc
from kg.vocab.dmr import DMR
from kg.vocab.prefixes import NS, PREFIXES, VOC

ROOT = Path(__file__).resolve().parents[2]
ONTOLOGY = resource("ontology")
MODULES = ("core.ttl", "record.ttl", "events.ttl", "voc.ttl")
KINDS = (OWL.Class, OWL.DatatypeProperty, OWL.ObjectProperty)


@lru_cache(maxsize=1)
def ontology() -> Graph:
    graph = Graph()
    for module in MODULES:
        graph.parse(ONTOLOGY / module)
    return graph


def terms() -> set[str]:
    return {str(term) for kind in KINDS for term in ontology().subjects(RDF.type, kind)}


def concepts() -> set[str]:
    return {str(concept) for concept in ontology().subjects(RDF.type, SKOS.Concept)}


@lru_cache(maxsize=1)
def uses() -> dict[str, set[str]]:
    """Terms and concepts -> files other than their definition that use them."""
    found: dict[str, set[str]] = {}
    for file in (*ONTOLOGY.glob("shapes/*.ttl"), *ONTOLOGY.glob("examples/*.ttl")):
        for triple in Graph().parse(file):
            for term in triple:
                if isinstance(term, URIRef):
                    found.setdefault(str(term), set()).add(file.name)
    for file in (ROOT / "queries").rglob("*.rq"):
        for iri in _iris_of_query(file.read_text(encoding="utf-8")):
            found.setdefault(iri, set()).add(file.name)
    for file in (ROOT / "kg").rglob("*.py"):
        if file.name in ("dmr.py", "voc.py") and file.parent.name == "vocab":
            continue
        for name in re.findall(r"\bDMR\.([A-Za-z]+)", file.read_text(encoding="utf-8")):
            found.setdefault(NS + name, set()).add(file.name)
    for row in rows_of("topics/subjects.csv"):
        found.setdefault(f"{VOC}subject/{row['subject']}", set()).add("subjects.csv")
    for predicate in (RDFS.domain, RDFS.range, RDFS.subClassOf):
        for node in ontology().objects(None, predicate):
            found.setdefault(str(node), set()).add("another term")
    return found


def _iris_of_query(text: str) -> set[str]:
    """Our IRIs in a query, written out or with one of its own prefixes."""
    prefixes = dict(re.findall(r"PREFIX\s+([\w-]*):\s*<([^>]+)>", text))
    body = re.sub(r"(?m)^PREFIX.*$|#.*$", " ", text)
    found = set(re.findall(rf"<((?:{re.escape(NS)}|{re.escape(VOC)})[^>]+)>", body))
    body = re.sub(r'"[^"]*"|<[^>]*>', " ", body)
    for prefix, name in re.findall(r"(?<![\w?$])([\w-]*):([A-Za-z][\w-]*)", body):
        namespace = prefixes.get(prefix, "")
        if namespace.startswith((NS, VOC)):
            found.add(namespace + name)
    return found


@pytest.mark.parametrize("predicate", [RDFS.label, SKOS.definition, RDFS.isDefinedBy], ids=lambda p: p.split("#")[-1])
def test_every_term_is_described(predicate: URIRef) -> None:
    assert sorted(term for term in terms() if len(set(ontology().objects(URIRef(term), predicate))) != 1) == []


@pytest.mark.parametrize("predicate", [SKOS.prefLabel, SKOS.definition, SKOS.inScheme, RDFS.isDefinedBy])
def test_every_concept_is_described(predicate: URIRef) -> None:
    assert sorted(one for one in concepts() if len(set(ontology().objects(URIRef(one), predicate))) != 1) == []


def test_every_term_and_concept_is_used() -> None:
    assert sorted(term for term in terms() | concepts() if term not in uses()) == []


def test_every_term_that_is_used_is_defined() -> None:
    known = terms() | concepts() | {str(scheme) for scheme in ontology().subjects(RDF.type, SKOS.ConceptScheme)}
    ours = {iri for iri in uses() if iri.startswith((NS, VOC))}
    # Two examples use a concept that no scheme has, and say so in their names.
    planted = {VOC + "cue-class/whispering", VOC + "status/beloved"}
    assert sorted(ours - known - planted) == []


def test_no_name_is_only_nearly_a_term() -> None:
    known = {"DMR": DMR, **{name: getattr(rdflib, name) for name in ("DCTERMS", "ORG", "PROV", "SDO", "SKOS")}}
    wrong = []
    for file in (ROOT / "kg").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in known):
                continue
            namespace = known[node.value.id]
            if namespace is DMR:
                exists = hasattr(DMR, node.attr)
            else:
                exists = node.attr in namespace
            if not exists:
                wrong.append(f"{file.name}: {node.value.id}.{node.attr}")
    assert wrong == []


def test_every_module_has_a_version_and_a_licence() -> None:
    for file in sorted(ONTOLOGY.glob("*.ttl")):
        graph = Graph().parse(file)
        (module,) = graph.subjects(RDF.type, OWL.Ontology)
        assert str(graph.value(module, OWL.versionInfo)) == "0.1.0"
        assert graph.value(module, OWL.versionIRI) == URIRef(f"{module}/0.1.0")
        assert graph.value(module, rdflib.DCTERMS.license) is not None


def test_core_stays_small_enough_for_a_newcomer() -> None:
    core = Graph().parse(ONTOLOGY / "core.ttl")
    assert len(set(core.subjects(RDF.type, OWL.Class))) <= 18
    assert len({term for kind in KINDS[1:] for term in core.subjects(RDF.type, kind)}) <= 30


def test_terms_hold_together() -> None:
    graph = ontology()
    classes = set(graph.subjects(RDF.type, OWL.Class))
    for predicate in (RDFS.domain, RDFS.range, RDFS.subClassOf, OWL.disjointWith):
        ours = {node for node in graph.objects(None, predicate) if str(node).startswith(NS)}
        assert ours <= classes
    for child, parent in graph.subject_objects(RDFS.subPropertyOf):
        assert not str(parent).startswith(NS) or set(graph.objects(child, RDF.type)) == set(
            graph.objects(parent, RDF.type)
        )
    for child in classes:
        above = set(graph.transitive_objects(child, RDFS.subClassOf))
        for one, other in graph.subject_objects(OWL.disjointWith):
            assert not {one, other} <= above, child


def test_the_ontology_has_no_blank_node_and_no_foreign_axiom() -> None:
    for one in (term for triple in ontology() for term in triple):
        assert not isinstance(one, rdflib.BNode)
    allowed = (NS, str(rdflib.PROV), str(rdflib.ORG))
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf):
        assert all(str(parent).startswith(allowed) for parent in ontology().objects(None, predicate))


def test_alignments_speak_of_terms_that_exist() -> None:
    align = Graph().parse(ONTOLOGY / "align.ttl")
    assert {str(term) for term in align.subjects() if str(term).startswith(NS)} - {NS.rstrip("#") + "/align"} <= terms()


def test_every_file_of_the_ontology_uses_the_one_prefix_map() -> None:
    own = {"": NS, "dms": "https://w3id.org/demarche/shapes#"}
    foreign = {"foaf", "gaf", "marl", "nif", "oa", "sem", "sh", "span"}
    for file in sorted(ONTOLOGY.rglob("*.ttl")):
        for prefix, namespace in re.findall(r"@prefix\s+([\w-]*):\s*<([^>]+)>", file.read_text(encoding="utf-8")):
            assert prefix in foreign or {**PREFIXES, **own}[prefix] == namespace, (file.name, prefix)


def test_python_names_of_concepts_are_the_concepts() -> None:
    assert {str(concept) for scheme in voc.SCHEMES.values() for concept in scheme} == concepts()
