"""Checks of records against the shapes of the ontology: fast ones while building, pySHACL for a whole graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, cast

from pyoxigraph import BlankNode, NamedNode
from pyoxigraph import Literal as Value
from rdflib import SH, BNode, Graph, Literal, URIRef

from kg.errors import RecordError
from kg.triples.checks import Finding, find_faults
from kg.triples.shapes import load_shapes, shapes_graph
from kg.vocab.ids import DATA_BASE, expand
from kg.vocab.prefixes import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyoxigraph as ox
    from pyoxigraph import Quad

    from kg.model import Article
    from kg.triples.checks import Constraint, Term


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong with a graph."""

    findings: tuple[Finding, ...]
    """Violations first, then warnings; each by node."""

    @property
    def violations(self) -> tuple[Finding, ...]:
        """Broken records."""
        return tuple(finding for finding in self.findings if finding.severity == "violation")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What texts, or the reference data, leave open."""
        return tuple(finding for finding in self.findings if finding.severity == "warning")


class HoldsQuads(Protocol):
    """A store that lets its engine be read."""

    @property
    def quads(self) -> ox.Store:
        """All quads."""
        ...


def find_violations(quads: Iterable[Quad]) -> tuple[str, ...]:
    """One sentence for each fault of a record, sorted; empty for a sound one. Warnings are no faults."""
    faults = (finding for finding in find_faults(load_shapes(), quads) if finding.severity == "violation")
    return tuple(dict.fromkeys(f"{shorten(finding.node)}: {finding.message}" for finding in faults))


def check_record(article: Article, quads: Iterable[Quad]) -> None:
    """Refuse the record of an article that breaks the model.

    Raises: RecordError: with one sentence for each fault.
    """
    problems = find_violations(quads)
    if problems:
        raise RecordError(article.key, problems)


def validate(store: HoldsQuads, base: str = DATA_BASE) -> Report:
    """Check every record, run and set of reference data of a store with pySHACL, article by article."""
    shapes = shapes_graph()
    found: list[Finding] = []
    for quads in _units(store.quads, base):
        found += validate_graph(to_rdflib(quads), shapes).findings
    return Report(tuple(sorted(found, key=_order)))


def validate_graph(graph: Graph, shapes: Graph | None = None) -> Report:
    """What pySHACL says of one graph. `shapes` None: those of the ontology."""
    # Only this needs pySHACL, and it is slow to import.
    from pyshacl import validate as run_shacl

    _, results, _ = run_shacl(graph, shacl_graph=shapes or shapes_graph(), inference="none", advanced=False)
    report = cast("Graph", results)
    return Report(tuple(sorted({_finding(report, node) for node in report.objects(None, SH.result)}, key=_order)))


def to_rdflib(quads: Iterable[Quad]) -> Graph:
    """The triples of these quads as an rdflib graph."""
    graph = Graph()
    for quad in quads:
        graph.add((_rdflib(quad.subject), URIRef(quad.predicate.value), _rdflib(quad.object)))
    return graph


_COMPONENT: Final = "ConstraintComponent"


def _finding(report: Graph, result: object) -> Finding:
    node = cast("URIRef", result)
    path = report.value(node, SH.resultPath)
    inverse = report.value(path, SH.inversePath) if path is not None else None
    component = str(report.value(node, SH.sourceConstraintComponent)).removeprefix(str(SH)).removesuffix(_COMPONENT)
    where = inverse or path
    return Finding(
        severity="warning" if report.value(node, SH.resultSeverity) == SH.Warning else "violation",
        node=str(report.value(node, SH.focusNode)),
        path=None if where is None else str(where),
        constraint=cast("Constraint", component),
        message=str(report.value(node, SH.resultMessage)),
    )


def _units(store: ox.Store, base: str) -> Iterator[list[Quad]]:
    """What is checked together: an article with one extraction and its run; each set of reference data."""
    graphs = sorted(graph.value for graph in store.named_graphs() if isinstance(graph, NamedNode))
    extraction, article, reference = (expand(f"graph/{kind}/", base) for kind in ("extraction", "article", "ref"))
    for graph in graphs:
        if graph.startswith(extraction):
            version, _, fingerprint = graph.removeprefix(extraction).partition("/")
            parts = (graph, f"{article}{version}", expand(f"graph/run/{fingerprint}", base))
            yield [quad for part in parts for quad in store.quads_for_pattern(None, None, None, NamedNode(part))]
        elif graph.startswith(reference):
            yield list(store.quads_for_pattern(None, None, None, NamedNode(graph)))


def _rdflib(term: Term) -> URIRef | BNode | Literal:
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, BlankNode):
        return BNode(term.value)
    assert isinstance(term, Value), "the data has no quoted triples"
    if term.language:
        return Literal(term.value, lang=term.language)
    # Kept as written, so that a broken value is seen as such.
    return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)


def _order(finding: Finding) -> tuple[str, str, str, str, str]:
    return (finding.severity, finding.node, finding.message, finding.path or "", finding.constraint)
