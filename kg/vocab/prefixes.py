"""The one prefix map: queries, exports, messages and documentation all use these names."""

from __future__ import annotations

from typing import Final

from kg.vocab.ids import DATA_BASE

NS: Final = "https://w3id.org/demarche/ns#"
"""Namespace of the ontology's terms."""
VOC: Final = "https://w3id.org/demarche/voc/"
"""Base of the concept schemes: `<scheme>/<concept>` below it."""

_DATA: Final = {
    "actor": "actor/",
    "article": "article/",
    "body": "actor/body/",
    "claim": "claim/",
    "claimjudgement": "claim-judgement/",
    "claimlink": "claim-link/",
    "communication": "communication/",
    "correction": "correction/",
    "event": "event/",
    "graph": "graph/",
    "group": "actor/group/",
    "id": "",
    "instrument": "instrument/",
    "judgement": "judgement/",
    "local": "actor/local/",
    "outlet": "actor/outlet/",
    "person": "actor/person/",
    "post": "post/",
    "run": "run/",
    "state": "actor/state/",
    "statement": "statement/",
    "tenure": "tenure/",
    "text": "text/",
    "topic": "topic/",
}

_SCHEMES: Final = {
    "act": "stance-act/",
    "certainty": "certainty/",
    "cue": "cue-class/",
    "dated": "resolution/",
    "eventtype": "event/",
    "link": "link/",
    "linkverdict": "link-verdict/",
    "mentiontype": "mention-type/",
    "mode": "mode/",
    "outcome": "outcome/",
    "polarity": "polarity/",
    "speechact": "speech-act/",
    "status": "status/",
    "subject": "subject/",
    "verdict": "verdict/",
    "vote": "vote/",
    "why": "why/",
}

_FOREIGN: Final = {
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def prefixes(base: str = DATA_BASE) -> dict[str, str]:
    """Prefix to namespace, sorted by prefix, for data below `base`."""
    data = {prefix: base + path for prefix, path in _DATA.items()}
    concepts = {prefix: VOC + path for prefix, path in _SCHEMES.items()}
    return dict(sorted({"dmr": NS, "voc": VOC, **data, **concepts, **_FOREIGN}.items()))


PREFIXES: Final = prefixes()
"""The map for the usual base."""


def shorten(iri: str, base: str = DATA_BASE) -> str:
    """The IRI as a CURIE with the longest fitting prefix, or as it is where none fits.

    >>> shorten("https://w3id.org/demarche/id/actor/state/FRA")
    'state:FRA'
    """
    table = PREFIXES if base == DATA_BASE else prefixes(base)
    fitting = [(len(namespace), prefix) for prefix, namespace in table.items() if iri.startswith(namespace)]
    if not fitting:
        return iri
    length, prefix = max(fitting)
    return f"{prefix}:{iri[length:]}"


def expand_curie(curie: str, base: str = DATA_BASE) -> str | None:
    """The IRI that a CURIE stands for, None where its prefix is unknown (`https:` is no prefix).

    >>> expand_curie("state:FRA")
    'https://w3id.org/demarche/id/actor/state/FRA'
    """
    table = PREFIXES if base == DATA_BASE else prefixes(base)
    prefix, colon, rest = curie.partition(":")
    return table[prefix] + rest if colon and prefix in table and not rest.startswith("//") else None
