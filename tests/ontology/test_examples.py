from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from rdflib import Graph

from kg.resources import resource
from kg.triples.checks import Finding, find_faults
from kg.triples.shapes import load_shapes
from kg.triples.validation import validate_graph

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = resource("ontology/examples")
VALID = sorted(EXAMPLES.glob("valid-*.ttl"))
INVALID = sorted(EXAMPLES.glob("invalid-*.ttl"))


def quads(file: Path) -> list[ox.Quad]:
    return list(ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE))


def faults(file: Path) -> list[Finding]:
    return [finding for finding in find_faults(load_shapes(), quads(file)) if finding.severity == "violation"]


def short(finding: Finding) -> str:
    return f"{re.split('[#/]', finding.path)[-1] if finding.path else '-'} {finding.constraint}"


@pytest.mark.parametrize("file", VALID, ids=lambda file: file.stem)
def test_valid_examples_have_no_fault(file: Path) -> None:
    assert faults(file) == []


@pytest.mark.parametrize("file", INVALID, ids=lambda file: file.stem)
def test_invalid_examples_have_the_fault_that_they_name_and_no_other(file: Path) -> None:
    named = re.search(r"^# fault: (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    assert named is not None
    assert sorted(short(finding) for finding in faults(file)) == sorted(named[1].split(", "))


@pytest.mark.parametrize("file", INVALID, ids=lambda file: file.stem)
def test_each_invalid_example_has_a_valid_twin(file: Path) -> None:
    twin = re.search(r"^# Like (valid-[a-z-]+\.ttl), with one fault\.$", file.read_text(encoding="utf-8"), re.MULTILINE)
    assert twin is not None
    assert EXAMPLES / twin[1] in VALID
    assert file.read_text(encoding="utf-8") != (EXAMPLES / twin[1]).read_text(encoding="utf-8")


def test_shacl_finds_the_same_faults_in_all_examples() -> None:
    # One run over all files together would mix their nodes; each is small.
    for file in (*VALID, *INVALID):
        fast = {(f.severity, f.node, f.path, f.constraint) for f in find_faults(load_shapes(), quads(file))}
        graph = Graph().parse(file, format="turtle")
        shacl = {(f.severity, f.node, f.path, f.constraint) for f in validate_graph(graph).findings}
        assert fast == shacl, file.name
