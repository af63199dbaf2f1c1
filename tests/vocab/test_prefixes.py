from __future__ import annotations

import pytest

from kg.vocab import ids
from kg.vocab.prefixes import PREFIXES, expand_curie, prefixes, shorten
from kg.vocab.voc import SCHEMES


@pytest.mark.parametrize(
    ("curie", "iri"),
    [
        ("state:FRA", "https://w3id.org/demarche/id/actor/state/FRA"),
        ("actor:x", "https://w3id.org/demarche/id/actor/x"),
        ("dmr:speaker", "https://w3id.org/demarche/ns#speaker"),
        ("act:blame", "https://w3id.org/demarche/voc/stance-act/blame"),
    ],
)
def test_curies_and_iris_lead_to_each_other(curie: str, iri: str) -> None:
    assert expand_curie(curie) == iri
    assert shorten(iri) == curie


@pytest.mark.parametrize("text", ["https://example.org/x", "nobody:x", "Ardenia", ""])
def test_what_is_no_curie_is_left_alone(text: str) -> None:
    assert expand_curie(text) is None
    assert shorten(text) == text


def test_every_scheme_has_a_prefix() -> None:
    namespaces = set(PREFIXES.values())
    for scheme, concepts in SCHEMES.items():
        assert str(concepts[0]).removesuffix(str(concepts[0]).rpartition("/")[2]) in namespaces, scheme


def test_data_prefixes_follow_the_base() -> None:
    assert prefixes("https://example.org/g/")["state"] == "https://example.org/g/actor/state/"
    assert PREFIXES["id"] == ids.DATA_BASE
