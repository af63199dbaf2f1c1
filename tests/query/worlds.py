"""Small worlds of statements in plain Python, drawn at random, and the quads that they come to.

The same world is asked twice: by SPARQL over its quads, and by plain Python over its statements
(`tests/query/plain_answers.py`). The quads follow docs/design/rooms.md: view and record, usual values left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import pyoxigraph as ox
from hypothesis import strategies as st

ID: Final = "https://w3id.org/demarche/id/"
DMR: Final = "https://w3id.org/demarche/ns#"
VOC: Final = "https://w3id.org/demarche/voc/"
RDF_TYPE: Final = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
LABEL: Final = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
PUBLISHER: Final = ox.NamedNode("https://schema.org/publisher")
XSD_DATE: Final = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")
VIEW: Final = ox.NamedNode(f"{ID}graph/view")

ABOVE: Final = {"b1": "s1", "b2": "s2", "panel": "council"}
"""Body -> state or body that it belongs to."""
SPEAKS_FOR: Final = {"p1": "b1", "p2": "b2", "p3": "s3"}
"""Person -> whom the words bind; p4 speaks for nobody."""
KIND_OF: Final = {
    "s1": "State", "s2": "State", "s3": "State", "b1": "GovernmentBody", "b2": "GovernmentBody",
    "council": "InternationalBody", "panel": "InternationalBody", "p1": "Person", "p2": "Person", "p3": "Person",
    "p4": "Person",
}  # fmt: skip
PATH_OF: Final = {"State": "state", "GovernmentBody": "body", "InternationalBody": "body", "Person": "person"}
OUTLET_OF: Final = {"a1": "o1", "a2": "o2", "a3": "o1", "a4": None, "a5": "o3"}
"""Article -> outlet; None: no publisher is known."""
CLAIMS: Final = ("c1", "c2", "c3")
FIRST_HAND: Final = ("Statement", "Attitude")
START: Final = date(2024, 2, 24)
"""Days lie around the end of a February with 29 days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One attribution."""

    id: str
    kind: str
    speakers: tuple[str, ...]
    article: str
    day: date | None = None
    about: tuple[str, ...] = ()
    opposes: tuple[str, ...] = ()
    favours: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    claim: str | None = None
    mode: str = "indirect"
    cue: str = "neutral"
    confidence: float = 1.0

    @property
    def is_first_hand(self) -> bool:
        return self.kind in FIRST_HAND

    @property
    def bound(self) -> frozenset[str]:
        """Whom the words bind: the closure upwards, and a state that speaks for itself."""
        found: set[str] = set()
        for speaker in self.speakers:
            if KIND_OF[speaker] == "State":
                found.add(speaker)
            above = SPEAKS_FOR.get(speaker) or ABOVE.get(speaker)
            while above is not None:
                found.add(above)
                above = ABOVE.get(above)
        return frozenset(found)

    @property
    def holders(self) -> frozenset[str]:
        return self.bound | frozenset(self.speakers)


World = tuple[Said, ...]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Up to nine attributions of few actors, days and claims, so that they meet."""
    return tuple(_said(draw, number) for number in range(draw(st.integers(1, 9))))


def _said(draw: st.DrawFn, number: int) -> Said:
    actors = st.sampled_from(sorted(KIND_OF))
    some = st.lists(actors, max_size=2, unique=True).map(lambda found: tuple(sorted(found)))
    kind = draw(st.sampled_from(("Statement",) * 5 + ("Attitude", "SecondHand", "NonAssertion")))
    about = draw(some)
    judged = draw(st.sampled_from(("", "opposes", "favours"))) if kind in FIRST_HAND else ""
    article = draw(st.sampled_from(sorted(OUTLET_OF)))
    others = [one for one in sorted(OUTLET_OF) if one != article]
    return Said(
        id=f"x{number}",
        kind=kind,
        speakers=draw(st.lists(actors, min_size=1, max_size=2, unique=True).map(lambda found: tuple(sorted(found)))),
        article=article,
        day=draw(st.none() | st.integers(0, 9).map(lambda days: START + timedelta(days))),
        about=about,
        opposes=about[:1] if judged == "opposes" else (),
        favours=about[:1] if judged == "favours" else (),
        copies=tuple(draw(st.lists(st.sampled_from(others), max_size=1))),
        claim=draw(st.none() | st.sampled_from(CLAIMS)),
        mode=draw(st.sampled_from(("direct", "mixed", "indirect"))),
        cue=draw(st.sampled_from(("neutral", "factive", "distancing"))),
        confidence=draw(st.sampled_from((1.0, 0.5))),
    )


def iri(name: str) -> ox.NamedNode:
    """The IRI of an actor, outlet, article, claim or attribution of a world."""
    if name in KIND_OF:
        return ox.NamedNode(f"{ID}actor/{PATH_OF[KIND_OF[name]]}/{name}")
    path = {"o": "actor/outlet", "a": "article", "c": "claim", "x": "statement"}[name[0]]
    return ox.NamedNode(f"{ID}{path}/{name}")


def quads_of(world: World) -> list[ox.Quad]:
    """View and record of a world, each quad once."""
    found = [*_actors(), *_articles()]
    for said in world:
        found += [*_view(said), *_record(said)]
    return list(dict.fromkeys(found))


def _dmr(name: str) -> ox.NamedNode:
    return ox.NamedNode(f"{DMR}{name}")


def _words(text: str) -> ox.Literal:
    return ox.Literal(text, language="en")


def _actors() -> list[ox.Quad]:
    found = []
    for name, kind in KIND_OF.items():
        found.append(ox.Quad(iri(name), RDF_TYPE, _dmr(kind), VIEW))
        found.append(ox.Quad(iri(name), LABEL, _words(name), VIEW))
    for body, above in ABOVE.items():
        link = "organOf" if KIND_OF[above] == "State" else "partOf"
        found.append(ox.Quad(iri(body), _dmr(link), iri(above), VIEW))
    return found


def _articles() -> list[ox.Quad]:
    found = []
    for article, outlet in OUTLET_OF.items():
        found.append(ox.Quad(iri(article), RDF_TYPE, _dmr("Article"), VIEW))
        found.append(ox.Quad(iri(article), LABEL, _words(f"title {article}"), VIEW))
        if outlet is not None:
            found.append(ox.Quad(iri(article), PUBLISHER, iri(outlet), VIEW))
            found.append(ox.Quad(iri(outlet), RDF_TYPE, _dmr("MediaOutlet"), VIEW))
            found.append(ox.Quad(iri(outlet), LABEL, _words(outlet), VIEW))
    return found


def _view(said: Said) -> list[ox.Quad]:
    this = iri(said.id)
    pairs: list[tuple[str, ox.NamedNode | ox.Literal]] = [
        ("content", _words(f"words {said.id}")),
        ("reportedIn", iri(said.article)),
        *(("speaker", iri(one)) for one in said.speakers),
        *(("onBehalfOf", iri(one)) for one in sorted(said.bound)),
        *(("about", iri(one)) for one in said.about),
        *(("opposes", iri(one)) for one in said.opposes),
        *(("favours", iri(one)) for one in said.favours),
        *(("alsoReportedIn", iri(one)) for one in said.copies),
    ]
    if said.day is not None:
        pairs.append(("saidLatest", ox.Literal(said.day.isoformat(), datatype=XSD_DATE)))
    return [
        ox.Quad(this, RDF_TYPE, _dmr(said.kind), VIEW),
        ox.Quad(this, LABEL, _words(f"label {said.id}"), VIEW),
        *(ox.Quad(this, _dmr(name), value, VIEW) for name, value in pairs),
    ]


def _record(said: Said) -> list[ox.Quad]:
    this = iri(said.id)
    graph = ox.NamedNode(f"{ID}graph/extraction/{said.article}/run1")
    pairs: list[tuple[str, ox.NamedNode | ox.Literal]] = [("rule", ox.Literal("drawn"))]
    if said.mode != "indirect":
        pairs.append(("mode", ox.NamedNode(f"{VOC}mode/{said.mode}")))
    if said.cue != "neutral":
        pairs.append(("cueClass", ox.NamedNode(f"{VOC}cue-class/{said.cue}")))
    if said.confidence != 1.0:
        decimal = ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
        pairs.append(("confidence", ox.Literal(str(said.confidence), datatype=decimal)))
    if said.kind == "NonAssertion":
        pairs.append(("why", ox.NamedNode(f"{VOC}why/denied")))
    if said.claim is not None:
        pairs.append(("entertains" if said.kind == "NonAssertion" else "expresses", iri(said.claim)))
    return [
        ox.Quad(this, RDF_TYPE, _dmr(said.kind), graph),
        *(ox.Quad(this, _dmr(name), value, graph) for name, value in pairs),
    ]
