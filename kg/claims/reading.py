"""The claims of a graph, each with everybody who voices it, as the current wordings of the articles have it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from kg.claims.comparing import ClaimText
from kg.claims.passages import Passages
from kg.store import view_terms as t
from kg.triples.claim_quads import ENTERTAINS, EXPRESSES, PIECES, own_claim
from kg.triples.statement_quads import CUE_LEMMA, SOURCE_SPAN, WHY
from kg.vocab.ids import VIEW_GRAPH, expand
from kg.vocab.prefixes import VOC

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.store import EmbeddedStore

_DENIED: Final = f"{VOC}why/denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One attribution that holds a claim."""

    statement: str
    kind: str
    """Statement, Attitude, SecondHand or NonAssertion; the last does not put the claim forward."""
    article: str
    title: str
    outlets: tuple[str, ...]
    """Who published the article and its copies, IRIs, sorted; empty where nobody is known."""
    speakers: tuple[str, ...]
    """IRIs as the view shows them, sorted."""
    who: str
    """Their names; empty where nobody is known."""
    words: str
    earliest: date | None
    """First day on which it can have been said, where the view tells it apart from the last."""
    latest: date | None
    opposes: frozenset[str]
    favours: frozenset[str]
    about: frozenset[str]
    restates: str | None = None
    names: frozenset[str] = frozenset()
    """Names of the speakers, and of those for whom they speak."""
    source: str = ""
    """The words that name the source in the text; empty where the text is not kept."""
    cue: str | None = None
    """Base form of the word that introduces it."""
    is_denied: bool = False
    """True for a NonAssertion whose speaker denies the content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim with its voices, in order of days and statements."""

    iri: str
    text: str
    voices: tuple[Voice, ...]

    @property
    def is_asserted(self) -> bool:
        """True where somebody puts it forward."""
        return any(voice.kind != "NonAssertion" for voice in self.voices)

    @property
    def is_denied(self) -> bool:
        """True where nobody puts it forward, and somebody denies it."""
        return not self.is_asserted and any(voice.is_denied for voice in self.voices)

    @property
    def articles(self) -> frozenset[str]:
        """The articles that have it, copies left out."""
        return frozenset(voice.article for voice in self.voices)

    @property
    def compared(self) -> ClaimText:
        """The claim as `compare` takes it; of those who put it forward or, where nobody does, deny it."""
        voices = [voice for voice in self.voices if voice.kind != "NonAssertion"] or list(self.voices)
        return ClaimText(
            text=self.text,
            stances=_stances(self.voices),
            speakers=frozenset(name for voice in voices for name in voice.names),
            source=" ; ".join(sorted({voice.source for voice in voices if voice.source})),
            cues=frozenset(voice.cue for voice in voices if voice.cue),
            is_denied=self.is_denied,
        )


def _stances(voices: Iterable[Voice]) -> dict[str, str]:
    """Stances of those who put a claim forward, where they agree."""
    stances: dict[str, str] = {}
    unsure = set()
    for voice in voices:
        for polarity, targets in (("negative", voice.opposes), ("positive", voice.favours)):
            for target in targets:
                if stances.setdefault(target, polarity) != polarity:
                    unsure.add(target)
    return {one: stances[one] for one in sorted(stances.keys() - unsure)}


def read_claims(store: EmbeddedStore) -> list[Claim]:
    """Every claim of a statement that the view shows, those of most voices first, then by words and IRI."""
    view = _View(store)
    voices: dict[str, list[Voice]] = defaultdict(list)
    labels: dict[str, set[str]] = defaultdict(set)
    told = set()
    for predicate in (EXPRESSES, ENTERTAINS):
        for quad in store.quads.quads_for_pattern(None, predicate, None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                told.add(quad.subject)
                voice = view.voice(quad.subject)
                if voice is not None:
                    voices[quad.object.value].append(voice)
                    named = store.quads.quads_for_pattern(quad.object, t.LABEL, None, quad.graph_name)
                    labels[quad.object.value].update(
                        label.object.value for label in named if isinstance(label.object, Literal)
                    )
    for node, language in view.statements():
        if node not in told and (voice := view.voice(node)) is not None:
            voices[own_claim(node.value, voice.words, language, store.folder.base)].append(voice)
    claims = [
        Claim(iri=iri, text=_text(labels[iri], found), voices=tuple(sorted(set(found), key=_order)))
        for iri, found in voices.items()
    ]
    return sorted(claims, key=lambda claim: (-len(claim.voices), claim.text, claim.iri))


def _text(labels: set[str], voices: list[Voice]) -> str:
    """The words of a claim: the completed ones, else the content as worded; of several the first in order."""
    return min(labels) if labels else " ".join(min(voice.words for voice in voices).replace(PIECES, " ").split())


def _order(voice: Voice) -> tuple[date, str]:
    return voice.latest or date.max, voice.statement


class _View:
    """Reads single nodes of the view."""

    def __init__(self, store: EmbeddedStore) -> None:
        self._quads = store.quads
        self._graph = NamedNode(expand(VIEW_GRAPH, store.folder.base))
        self._names: dict[str, str] = {}
        self._passages = Passages(store)

    def statements(self) -> list[tuple[NamedNode, str]]:
        """Every attribution of the view with the language of its content."""
        found = self._quads.quads_for_pattern(None, t.CONTENT, None, self._graph)
        return [
            (quad.subject, quad.object.language or "en")
            for quad in found
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
        ]

    def voice(self, node: NamedNode) -> Voice | None:
        """The attribution as the view shows it; None: it is of an earlier wording, or a copy."""
        facts = self._facts(node)
        kinds = [kind for kind in facts.get(t.TYPE, ()) if NamedNode(kind) in t.ATTRIBUTIONS]
        if not kinds:
            return None
        article = facts[t.REPORTED_IN][0]
        articles = [article, *facts.get(t.ALSO_REPORTED_IN, ())]
        outlets = {one for each in articles for one in self._facts(NamedNode(each)).get(t.PUBLISHER, ())}
        speakers = tuple(sorted(facts.get(t.SPEAKER, ())))
        record = self._record(node)
        return Voice(
            statement=node.value,
            kind=kinds[0].rpartition("#")[2],
            article=article,
            title=self._name(article),
            outlets=tuple(sorted(outlets)),
            speakers=speakers,
            who=" and ".join(sorted(map(self._name, speakers))),
            words=facts[t.CONTENT][0],
            earliest=_day(facts, t.SAID_EARLIEST),
            latest=_day(facts, t.SAID_LATEST),
            opposes=frozenset(facts.get(t.OPPOSES, ())),
            favours=frozenset(facts.get(t.FAVOURS, ())),
            about=frozenset(facts.get(t.ABOUT, ())),
            restates=next(iter(facts.get(t.RESTATES, ())), None),
            names=frozenset(map(self._name, (*speakers, *facts.get(t.ON_BEHALF_OF, ())))) - {""},
            source=" ".join(self._passages.cut(span) for span in sorted(record[SOURCE_SPAN])),
            cue=min(record[CUE_LEMMA], default=None),
            is_denied=record[WHY] == {_DENIED},
        )

    def _name(self, iri: str) -> str:
        if iri not in self._names:
            self._names[iri] = min(self._facts(NamedNode(iri)).get(t.LABEL, [""]))
        return self._names[iri]

    def _record(self, node: NamedNode) -> dict[NamedNode, set[str]]:
        """What only the record tells of a statement."""
        found: dict[NamedNode, set[str]] = {SOURCE_SPAN: set(), CUE_LEMMA: set(), WHY: set()}
        for quad in self._quads.quads_for_pattern(node, None, None, None):
            if quad.predicate in found and isinstance(quad.object, NamedNode | Literal):
                found[quad.predicate].add(quad.object.value)
        return found

    def _facts(self, node: NamedNode) -> dict[NamedNode, list[str]]:
        facts: dict[NamedNode, list[str]] = defaultdict(list)
        for quad in self._quads.quads_for_pattern(node, None, None, self._graph):
            if isinstance(quad.object, NamedNode | Literal):
                facts[quad.predicate].append(quad.object.value)
        return facts


def _day(facts: dict[NamedNode, list[str]], predicate: NamedNode) -> date | None:
    found = facts.get(predicate)
    return date.fromisoformat(found[0]) if found else None
