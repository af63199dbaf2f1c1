"""The door to links between claims: judging them, taking judgements back, keeping what a program proposes.

>>> import kg                                                                            # doctest: +SKIP
>>> with kg.claims.ClaimBook("demo/graph") as book:                                      # doctest: +SKIP
...     book.judge(one, other, "contradicts", "accepted", by="Ada", day=date(2025, 4, 1), why="same ship, same day")
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from pyoxigraph import NamedNode, Quad

from kg.claims.communications import communications
from kg.claims.judgements import (
    LINK_FROM,
    LINK_TO,
    LINK_TYPE,
    RELATIONS,
    SAME_COMMUNICATION,
    ClaimJudgement,
    ClaimVerdict,
    claim_judgement_quads,
    claims_in_force,
    in_order_of,
    stored_claim_judgements,
)
from kg.claims.reading import read_claims
from kg.errors import JudgementError, UnknownJudgement
from kg.store import EmbeddedStore
from kg.store.folder import find_folder
from kg.store.view_terms import ATTRIBUTIONS, LABEL, TYPE
from kg.store.writer import GraphWriter
from kg.triples.claim_quads import EXPRESSES
from kg.triples.terms import concept, decimal, string, words
from kg.vocab.dmr import DMR
from kg.vocab.ids import CLAIM_LINKS_GRAPH, claim_link_path, communication_path, expand
from kg.vocab.prefixes import expand_curie, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from os import PathLike
    from types import TracebackType

    from kg.claims.communications import SameSpeech
    from kg.claims.proposing import Proposal
    from kg.claims.reading import Claim

CLAIM_LINK: Final = NamedNode(DMR.ClaimLink)
CLAIM: Final = NamedNode(DMR.Claim)
COMMUNICATION: Final = NamedNode(DMR.Communication)
CONFIDENCE: Final = NamedNode(DMR.confidence)
GROUND: Final = NamedNode(DMR.ground)
MADE_IN: Final = NamedNode(DMR.madeIn)
_SHORT: Final = re.compile(r"[0-9a-f]{4,16}")


class ClaimBook:
    """The links of one graph folder, opened for writing; nobody else can write to the folder meanwhile.

    A context manager. Each call is stored before it returns.
    """

    def __init__(self, folder: str | PathLike[str]) -> None:
        """Raises: GraphMissing, GraphLocked, GraphVersion, StoreError: see `kg.errors`."""
        path = Path(folder)
        find_folder(path)
        self._writer = GraphWriter.open(path)
        self._base = self._writer.folder.base

    @property
    def store(self) -> EmbeddedStore:
        """The graph, for questions."""
        return EmbeddedStore(self._writer.folder, self._writer.quads, self._writer.texts)

    @property
    def judgements(self) -> list[ClaimJudgement]:
        """Every entry, by day."""
        return stored_claim_judgements(self._writer.quads, self._base)

    def judge(
        self,
        first: str,
        second: str,
        relation: str,
        verdict: ClaimVerdict | str,
        *,
        by: str,
        day: date,
        why: str = "",
    ) -> ClaimJudgement:
        """Accept or reject a link, whether it was proposed or not.

        Args:
            first, second: IRIs or CURIEs of claims; of statements for "same-communication". In "supports" the second
                supports the first; in all else their order does not count.
            relation: "same", "contradicts", "supports" or "same-communication".
            verdict: "accepted" or "rejected".

        Returns: the entry; the one that holds already, where it says exactly this.

        Raises: JudgementError: something is no claim, or a value is wrong; an entry on this link, by anybody, holds
        already and says the contrary.
        """
        if relation not in RELATIONS:
            raise JudgementError(f"a link is one of {', '.join(RELATIONS)}, not {relation!r}")
        if verdict not in (ClaimVerdict.ACCEPTED, ClaimVerdict.REJECTED):
            raise JudgementError(f"a link is accepted or rejected, not {verdict!r}")
        if relation == SAME_COMMUNICATION:
            known, shown = [self._statement(one) for one in (first, second)], set()
        else:
            claims = {claim.iri: claim for claim in read_claims(self.store)}
            known = [self._claim(one, claims) for one in (first, second)]
            shown = {quad for iri in known for quad in self._expressed(claims[iri])}
        left, right = in_order_of(known[0], known[1], relation)
        for entry in claims_in_force(self.judgements):
            if entry.key == (left, right, relation) and entry.verdict != verdict:
                raise JudgementError(
                    f"{entry.by} judged this link {entry.verdict.value} on {entry.day}: take that back first "
                    f"(kg claims undo {shorten(entry.iri, self._base)})"
                )
        entry = self._fresh(left, right, relation, ClaimVerdict(verdict), by=by, day=day, why=why)
        told = claim_judgement_quads(entry)
        graph = told[0].graph_name
        self._writer.exchange((), [*told, *(Quad(*triple, graph) for triple in shown)])
        return entry

    def undo(self, judgement: str, *, by: str, day: date, why: str = "") -> ClaimJudgement:
        """Take a judgement back by a further entry; both stay.

        Args:
            judgement: its IRI, its CURIE, or the first letters of its hash.

        Returns: the entry that withdraws it; an earlier one, where it is withdrawn already.

        Raises: UnknownJudgement: there is none, or several fit. JudgementError: it is a withdrawal itself.
        """
        found = self._judgement(judgement)
        if found.withdraws is not None:
            raise JudgementError("this entry only takes another one back; judge the link again instead")
        for entry in self.judgements:
            if entry.withdraws == found.iri:
                return entry
        entry = self._fresh(*found.key, ClaimVerdict.WITHDRAWN, by=by, day=day, why=why, withdraws=found.iri)
        self._writer.exchange((), claim_judgement_quads(entry))
        return entry

    def keep(self, proposals: Iterable[Proposal], speeches: Iterable[SameSpeech] = ()) -> int:
        """Write proposals into the graph, where queries see them, in place of those kept before.

        Returns: the number of links and communications.
        """
        graph = NamedNode(expand(CLAIM_LINKS_GRAPH, self._base))
        before = set(self._writer.quads.quads_for_pattern(None, None, None, graph))
        quads = {*self._links(proposals, graph), *self._communications(speeches, graph)}
        self._writer.exchange(before, quads)
        return sum(quad.predicate == TYPE and quad.object in (CLAIM_LINK, COMMUNICATION) for quad in quads)

    def close(self) -> None:
        """Let go of the folder."""
        self._writer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._writer.__exit__(kind, error, trace)

    def _links(self, proposals: Iterable[Proposal], graph: NamedNode) -> Iterable[Quad]:
        for proposal in proposals:
            relation = proposal.link.relation.value
            ends = in_order_of(proposal.first.iri, proposal.second.iri, relation)
            this = NamedNode(expand(claim_link_path(*ends, relation), self._base))
            texts = {claim.iri: claim.text for claim in (proposal.first, proposal.second)}
            yield Quad(this, TYPE, CLAIM_LINK, graph)
            yield Quad(this, LABEL, words(f"{texts[ends[0]]} | {relation} | {texts[ends[1]]}", "en"), graph)
            yield Quad(this, LINK_FROM, NamedNode(ends[0]), graph)
            yield Quad(this, LINK_TO, NamedNode(ends[1]), graph)
            yield Quad(this, LINK_TYPE, concept("link", relation), graph)
            yield Quad(this, CONFIDENCE, decimal(proposal.link.score), graph)
            for reason in proposal.link.reasons:
                yield Quad(this, GROUND, string(reason), graph)
            for whole in (proposal.first, proposal.second):
                for triple in self._expressed(whole):
                    yield Quad(*triple, graph)
            for claim in ends:
                yield Quad(NamedNode(claim), TYPE, CLAIM, graph)
                yield Quad(NamedNode(claim), LABEL, words(texts[claim], "en"), graph)

    def _communications(self, speeches: Iterable[SameSpeech], graph: NamedNode) -> Iterable[Quad]:
        speeches = list(speeches)
        voices = {voice.statement: voice for speech in speeches for voice in (speech.first, speech.second)}
        for group in communications(speeches):
            this = NamedNode(expand(communication_path(group), self._base))
            first = min(
                (voices[statement] for statement in group), key=lambda voice: (str(voice.latest), voice.statement)
            )
            yield Quad(this, TYPE, COMMUNICATION, graph)
            yield Quad(this, LABEL, words(f"{first.who}, {first.latest}: {first.words}", "en"), graph)
            for statement in sorted(group):
                yield Quad(NamedNode(statement), MADE_IN, this, graph)
        for speech in speeches:
            ends = in_order_of(speech.first.statement, speech.second.statement, SAME_COMMUNICATION)
            this = NamedNode(expand(claim_link_path(*ends, SAME_COMMUNICATION), self._base))
            yield Quad(this, TYPE, CLAIM_LINK, graph)
            yield Quad(this, LABEL, words(f"{speech.first.who}: {speech.shared}", "en"), graph)
            yield Quad(this, LINK_FROM, NamedNode(ends[0]), graph)
            yield Quad(this, LINK_TO, NamedNode(ends[1]), graph)
            yield Quad(this, LINK_TYPE, concept("link", SAME_COMMUNICATION), graph)
            yield Quad(this, CONFIDENCE, decimal(speech.score), graph)
            yield Quad(this, GROUND, string(f"both quote: {speech.shared}"), graph)

    def _expressed(self, claim: Claim) -> set[tuple[NamedNode, NamedNode, NamedNode]]:
        """Which statements express a claim, where the record leaves it out; with the claim's words."""
        node = NamedNode(claim.iri)
        quads = self._writer.quads
        return {
            (this, EXPRESSES, node)
            for this in (NamedNode(voice.statement) for voice in claim.voices if voice.kind != "NonAssertion")
            if not any(
                "/graph/extraction/" in str(q.graph_name) for q in quads.quads_for_pattern(this, EXPRESSES, None)
            )
        }

    def _claim(self, given: str, claims: Mapping[str, Claim]) -> str:
        """IRI of the claim that is meant."""
        iri = expand_curie(given.strip(), self._base) or given.strip()
        if iri in claims and claims[iri].is_asserted:
            return iri
        raise JudgementError(f"{given!r} is no claim that a statement of this graph expresses; `kg claims list` does")

    def _statement(self, given: str) -> str:
        """IRI of the statement that is meant."""
        iri = expand_curie(given.strip(), self._base) or given.strip()
        try:
            kinds = {quad.object for quad in self._writer.quads.quads_for_pattern(NamedNode(iri), TYPE, None, None)}
        except ValueError:
            kinds = set()
        if not kinds.isdisjoint(ATTRIBUTIONS):
            return iri
        raise JudgementError(f"{given!r} is no statement of this graph; `kg claims communications` lists them")

    def _fresh(
        self,
        first: str,
        second: str,
        relation: str,
        verdict: ClaimVerdict,
        *,
        by: str,
        day: date,
        why: str,
        withdraws: str | None = None,
    ) -> ClaimJudgement:
        """The entry; where the same was judged and withdrawn before, its next repetition."""
        gone = {entry.withdraws for entry in self.judgements}
        repetition = 0
        while True:
            try:
                entry = ClaimJudgement(
                    first=first,
                    second=second,
                    relation=relation,
                    verdict=verdict,
                    by=by.strip(),
                    day=day,
                    why=why.strip(),
                    withdraws=withdraws,
                    repetition=repetition,
                    base=self._base,
                )
            except ValueError as error:
                raise JudgementError(str(error)) from error
            if entry.iri not in gone:
                return entry
            repetition += 1

    def _judgement(self, given: str) -> ClaimJudgement:
        wanted = given.strip()
        iri = expand_curie(wanted, self._base) or wanted
        found = [entry for entry in self.judgements if entry.iri == iri]
        short = wanted.rpartition(":")[2]
        if not found and _SHORT.fullmatch(short):
            start = expand(f"claim-judgement/{short}", self._base)
            found = [entry for entry in self.judgements if entry.iri.startswith(start)]
        if len(found) != 1:
            problem = "fits several judgements; give more of it" if found else "is no judgement on a link"
            raise UnknownJudgement(f"{given!r} {problem}; `kg claims ledger` lists them")
        return found[0]
