"""The door to the ledger of identity: judging, taking back, sharing.

>>> import kg                                                                            # doctest: +SKIP
>>> with kg.Ledger("demo/graph") as ledger:                                              # doctest: +SKIP
...     ledger.judge("Lena Orban", "L. Orban", "same", by="Ada", day=date(2025, 4, 1), why="same post, same week")
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

import pyoxigraph as ox

from kg.errors import JudgementError, LedgerFileError, UnknownJudgement
from kg.identity.files import parse_ledger
from kg.identity.judgements import WIKIDATA, Judgement, Verdict, in_force, is_item, pair, withdrawn
from kg.ledger.checks import check_clashes, check_kinds, check_withdrawals
from kg.ledger.entries import known_actor, rule_judgements, short_form
from kg.ledger.files import write_ledger
from kg.store import EmbeddedStore
from kg.store.folder import find_folder
from kg.store.profiles import Cast
from kg.store.view_terms import TYPE
from kg.store.writer import GraphWriter
from kg.vocab.ids import expand
from kg.vocab.prefixes import expand_curie

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from os import PathLike
    from types import TracebackType


_ITEM: Final = re.compile(r"(?:wikidata:|wd:)?(Q[1-9][0-9]*)")
_SHORT: Final = re.compile(r"[0-9a-f]{4,16}")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What a file brought: entries that are new, how many were known, and actors that this graph does not have."""

    added: tuple[Judgement, ...]
    known: int
    unknown_actors: tuple[str, ...] = ()


class Ledger:
    """The ledger of one graph folder, opened for judging; nobody else can write to the folder meanwhile.

    A context manager. Each call is stored, with its effect on the view, before it returns.
    """

    def __init__(self, folder: str | PathLike[str]) -> None:
        """Raises: GraphMissing, GraphLocked, GraphVersion, StoreError: see `kg.errors`."""
        path = Path(folder)
        find_folder(path)
        self._writer = GraphWriter.open(path)
        self._base = self._writer.folder.base

    @property
    def store(self) -> EmbeddedStore:
        """The graph as it now is, for questions. Do not close it."""
        return EmbeddedStore(self._writer.folder, self._writer.quads, self._writer.texts)

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """Every entry of people and programs, withdrawn ones and withdrawals too, by day."""
        return self._writer.ledger

    def judge(
        self,
        one: str,
        other: str,
        verdict: Verdict | str,
        *,
        by: str,
        day: date,
        why: str = "",
        evidence: Sequence[str] = (),
        score: float | None = None,
    ) -> Judgement:
        """Record that two actors are the same, different, or not yet told apart ("unsure").

        Args:
            one, other: IRI, CURIE or exact name of an actor; one of them may be an item of Wikidata (its IRI, or
                `wikidata:Q42`). "same" with an item makes it a skos:exactMatch in the view, "unsure" a candidate.
            verdict: "same", "different" or "unsure".
            by: who judges; a program gives its name.
            day: the day of the judgement.
            why: the reason, for people.
            evidence: IRIs or CURIEs of spans, statements, articles, or addresses of pages.
            score: 0 to 1, how sure a program is.

        Returns: the entry; the one that the ledger has, where it has exactly this already.

        Raises:
            ParameterError, AmbiguousActor: an actor is not found, or a name fits several.
            JudgementError: both are one node, two kinds cannot be the same, or a value is wrong.
            JudgementClash: two actors would be the same and different; the message names the judgements.
        """
        left, right = self.actor(one), self.actor(other)
        chosen = _verdict(verdict)
        if left == right:
            raise JudgementError(
                f"{one!r} and {other!r} are one node already, {short_form(left, self._base)}; `kg actors show` lists "
                "the actors of single articles that it stands for: name two of these"
            )
        if chosen is Verdict.SAME:
            check_kinds(self.store, left, right)
        entry = self._fresh(
            actors=pair(left, right),
            verdict=chosen,
            by=by,
            day=day,
            why=why,
            evidence=tuple(sorted({self._evidence(one) for one in evidence})),
            score=score,
        )
        check_clashes(self.store, self.judgements, [entry])
        self._writer.judge([entry])
        return entry

    def undo(self, judgement: str, other: str | None = None, *, by: str, day: date, why: str = "") -> Judgement:
        """Take a judgement back, one of the rule too, by a further entry; the view is then as if it had not been.

        Args:
            judgement: its IRI, CURIE or the first letters of its hash; or, with `other`, one of its two actors.
            other: the other actor.

        Returns: the entry that withdraws it; an earlier one, where it is withdrawn already.

        Raises: UnknownJudgement: there is none, or several fit. JudgementError: it is a withdrawal itself.
        """
        found = self._judgement(judgement) if other is None else self._judgement_on(judgement, other)
        if found.withdraws is not None:
            raise JudgementError(
                f"{short_form(found.iri, self._base)} only takes another judgement back; judge the two actors again "
                "instead"
            )
        for entry in self.judgements:
            if entry.withdraws == found.iri:
                return entry
        entry = self._fresh(
            actors=found.actors, verdict=Verdict.WITHDRAWN, by=by, day=day, why=why, withdraws=found.iri
        )
        self._writer.judge([entry])
        return entry

    def export_file(self, path: str | PathLike[str]) -> int:
        """Write the ledger as JSON Lines (see `kg.identity.files`) and return the number of entries.

        Raises: LedgerFileError: the file cannot be written.
        """
        return write_ledger(self.store, path)

    def import_file(self, path: str | PathLike[str], *, keep_unknown: bool = False) -> ImportReport:
        """Take in the entries of a file, all or none.

        Args:
            keep_unknown: also take entries on actors that this graph does not have; they wait for their articles.

        Raises:
            LedgerFileError: the file or a line of it cannot be read, or names an unknown actor or judgement.
            JudgementClash: its judgements clash with each other or with those of this ledger.
        """
        source = str(path)
        try:
            lines = Path(path).read_text(encoding="utf-8-sig").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise LedgerFileError(f"it cannot be read: {error}", source=source) from error
        numbered = parse_ledger(lines, source, self._base)
        known = {entry.iri for entry in self.judgements}
        fresh = [(line, entry) for line, entry in numbered if entry.iri not in known]
        check_withdrawals(self.judgements, fresh, source, self._base)
        unknown = {actor: line for line, entry in reversed(fresh) for actor in entry.actors if not self._has(actor)}
        if unknown and not keep_unknown:
            actor, line = min(unknown.items(), key=lambda found: found[1])
            more = f" ({len(unknown)} such actors in all)" if len(unknown) > 1 else ""
            raise LedgerFileError(
                f"this graph has no actor {actor}{more}; build its article first, or keep such entries for later",
                source=source,
                line=line,
            )
        entries = [entry for _, entry in fresh]
        check_clashes(self.store, self.judgements, entries)
        added = self._writer.judge(entries)
        return ImportReport(added=added, known=len(numbered) - len(fresh), unknown_actors=tuple(sorted(unknown)))

    def actor(self, given: str) -> str:
        """IRI of the actor or Wikidata item that is meant.

        Raises: ParameterError, AmbiguousActor: none, or several, fit. JudgementError: it is no actor.
        """
        item = _ITEM.fullmatch(given.strip())
        if item or is_item(given.strip()):
            return WIKIDATA + item[1] if item else given.strip()
        iri = known_actor(self.store, given)
        if not iri.startswith(expand("actor/", self._base)):
            raise JudgementError(f"{given!r} is no actor; only actors are judged to be the same or different")
        return iri

    def close(self) -> None:
        """Let go of the folder."""
        self._writer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._writer.__exit__(kind, error, trace)

    def _fresh(
        self,
        *,
        actors: tuple[str, str],
        verdict: Verdict,
        by: str,
        day: date,
        why: str,
        evidence: tuple[str, ...] = (),
        score: float | None = None,
        withdraws: str | None = None,
    ) -> Judgement:
        """The entry; where the same was judged and withdrawn before, its next repetition."""
        if score is not None and not 0 <= score <= 1:
            raise JudgementError(f"the score is {score}, but scores go from 0 to 1")
        gone = withdrawn(self.judgements)
        repetition = 0
        while True:
            try:
                entry = Judgement(
                    actors=actors,
                    verdict=verdict,
                    by=_SURROGATES.sub("\ufffd", by.strip()),
                    day=day,
                    why=_SURROGATES.sub("\ufffd", why.strip()),
                    evidence=evidence,
                    score=None if score is None else round(float(score), 4),
                    withdraws=withdraws,
                    repetition=repetition,
                    base=self._base,
                )
            except ValueError as error:
                raise JudgementError(str(error)) from error
            if entry.iri not in gone:
                return entry
            repetition += 1

    def _has(self, actor: str) -> bool:
        if is_item(actor):
            return True
        try:
            node = ox.NamedNode(actor)
        except ValueError:
            return False
        quads = self._writer.quads
        return any(True for _ in quads.quads_for_pattern(node, TYPE, None, None)) or any(
            # A joined person has no quads of its own but in the view.
            True
            for _ in quads.quads_for_pattern(None, None, node, None)
        )

    def _evidence(self, given: str) -> str:
        iri = expand_curie(given, self._base) or given
        try:
            is_absolute = iri.startswith(("http://", "https://", "urn:"))
            return ox.NamedNode(iri).value if is_absolute else _refuse_evidence(given)
        except ValueError:
            return _refuse_evidence(given)

    def _judgement(self, given: str) -> Judgement:
        wanted = given.strip()
        everything = [*self.judgements, *rule_judgements(self.store)]
        iri = expand_curie(wanted, self._base) or wanted
        found = [entry for entry in everything if entry.iri == iri]
        if not found and _SHORT.fullmatch(wanted.removeprefix("judgement:")):
            start = expand(f"judgement/{wanted.removeprefix('judgement:')}", self._base)
            found = [entry for entry in everything if entry.iri.startswith(start)]
        if len(found) != 1:
            problem = "fits several judgements; give more of it" if found else "is no judgement of this ledger"
            raise UnknownJudgement(f"{given!r} {problem}; `kg actors ledger` lists them")
        return found[0]

    def _judgement_on(self, one: str, other: str) -> Judgement:
        """The judgement on two actors, as they were named or as they are shown now; a withdrawn one if none holds."""
        actors = {self.actor(one), self.actor(other)}
        everything = [*rule_judgements(self.store), *self.judgements]
        made = [entry for entry in everything if entry.withdraws is None]
        found = [entry for entry in made if {*entry.actors} == actors]
        if not found:
            cast = Cast(self._writer.quads, self._writer.texts, self._base)
            shown = {cast.shown(ox.NamedNode(actor)).value for actor in actors}
            found = [
                entry
                for entry in made
                if not entry.is_by_rule and {cast.shown(ox.NamedNode(actor)).value for actor in entry.actors} == shown
            ]
        holding = set(in_force(everything))
        chosen = [entry for entry in found if entry in holding] or found[-1:]
        if len(chosen) != 1:
            listed = ", ".join(short_form(entry.iri, self._base) for entry in chosen)
            problem = f"there are several: {listed}; name one" if chosen else "there is none"
            raise UnknownJudgement(
                f"of judgements on {one!r} and {other!r} {problem}; `kg actors ledger` lists all, with the actors "
                "that they name"
            )
        return chosen[0]


def _refuse_evidence(given: str) -> str:
    raise JudgementError(f"evidence is an IRI, a CURIE or an address, not {given!r}")


def _verdict(given: Verdict | str) -> Verdict:
    allowed = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)
    if given not in allowed:
        raise JudgementError(f"a verdict is one of {', '.join(allowed)}, not {given!r}")
    return Verdict(given)
