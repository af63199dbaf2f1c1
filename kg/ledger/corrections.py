"""The door to corrections of single statements: making them, taking them back, and listing them.

>>> import kg                                                                            # doctest: +SKIP
>>> with kg.Corrections("demo/graph") as corrections:                                    # doctest: +SKIP
...     corrections.speaker(statement, "Lidia Marek", by="Ada", day=date(2025, 4, 1), why="'he' is the envoy")
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from kg.errors import CorrectionError, UnknownCorrection
from kg.ledger.corrected_statements import ShownStatement, name_of, shown_statement
from kg.model import ActorKind, Span
from kg.query.actors import find_actor
from kg.store import EmbeddedStore
from kg.store.corrections import Correction, Part, corrections_in_force, said_in_words, withdrawn_corrections
from kg.store.folder import find_folder
from kg.store.writer import GraphWriter
from kg.vocab.ids import expand, local_actor_id, span_path
from kg.vocab.prefixes import NS, expand_curie, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from os import PathLike
    from types import TracebackType

SIDES: Final = ("negative", "positive", "none")
"""What a stance can be corrected to; "none": the statement takes no side."""
_FIRST_HAND: Final = frozenset({f"{NS}Statement", f"{NS}Attitude"})
_SHORT: Final = re.compile(r"[0-9a-f]{4,16}")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


class Corrections:
    """The corrections of one graph folder, opened for writing; nobody else can write to the folder meanwhile.

    A context manager. Each call is stored, with its effect on the view, before it returns. Statements are given by IRI
    or CURIE, actors by IRI, CURIE or exact name. `by`: who corrects; `day`: the day of it; `why`: the reason. Each
    method returns the entry, or the one that holds already where it says the same.

    Raises (each method): CorrectionError: there is no such statement, or nothing would change. ParameterError,
        AmbiguousActor: an actor is not found, or a name fits several.
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
    def entries(self) -> tuple[Correction, ...]:
        """Every correction, withdrawn ones and withdrawals too, by day."""
        return self._writer.corrections

    def reject(self, statement: str, *, by: str, day: date, why: str = "") -> Correction:
        """Take a statement out of every answer: nobody said so. What only it tells of others' words goes with it."""
        shown = self._shown(statement)
        return self._correct(shown, Part.WHOLE, by=by, day=day, why=why, was=shown.label)

    def speaker(
        self, statement: str, actor: str | None, *, by: str, day: date, why: str = "", kind: ActorKind | None = None
    ) -> Correction:
        """Say who spoke; None: nobody that is known. Post and principal were those of the other speaker, and go.

        `kind`: of an actor that the graph does not know yet, who is brought in under this name.
        """
        shown = self._shown(statement)
        new = [] if actor is None else [self._actor(actor, shown, kind)]
        was = shown.names(f"{NS}speaker")
        return self._correct_actors(shown, Part.SPEAKER, new, was, by=by, day=day, why=why)

    def behalf(self, statement: str, actor: str | None, *, by: str, day: date, why: str = "") -> Correction:
        """Say whom the words bind beside the speaker; None: nobody else."""
        shown = self._shown(statement)
        new = [] if actor is None else [self._actor(actor, shown, None)]
        was = shown.names(f"{NS}onBehalfOf")
        return self._correct_actors(shown, Part.BEHALF, new, was, by=by, day=day, why=why)

    def about(self, statement: str, actors: Sequence[str], *, by: str, day: date, why: str = "") -> Correction:
        """Say whom the words are about, all of them; stances towards others go."""
        shown = self._shown(statement)
        new = [self._actor(actor, shown, None) for actor in actors]
        was = shown.names(f"{NS}about")
        return self._correct_actors(shown, Part.ABOUT, new, was, by=by, day=day, why=why)

    def stance(self, statement: str, target: str, side: str, *, by: str, day: date, why: str = "") -> Correction:
        """Say which side a statement takes towards a target: "negative", "positive" or "none".

        Raises: CorrectionError: another side, or a statement at second hand, which takes none.
        """
        if side not in SIDES:
            raise CorrectionError(f"a stance is {', '.join(SIDES)}, not {side!r}")
        shown = self._shown(statement)
        if shown.kind not in _FIRST_HAND:
            raise CorrectionError(
                f"{self._short(shown.iri)} is told at second hand or asserted by nobody, so no answer shows a stance "
                "of it: correct the speaker or the words, or reject it"
            )
        iri, facts = self._actor(target, shown, None)
        label = name_of(self.store, iri) or (facts[2] if facts else iri)
        was = next(
            (
                told
                for told, name in (("negative", "opposes"), ("positive", "favours"))
                if shown.has(f"{NS}{name}", iri)
            ),
            "none",
        )
        if was == side:
            raise CorrectionError(f"the stance towards {label} is {side} already")
        return self._correct(
            shown, Part.STANCE, by=by, day=day, why=why, new=(iri,), actors=(facts,) if facts else (),
            side="neutral" if side == "none" else side, was=f"{was} towards {label}", now=f"{side} towards {label}",
        )  # fmt: skip

    def words(self, statement: str, words: str, *, by: str, day: date, why: str = "") -> Correction:
        """Give the words that were said, as the article has them.

        Raises: CorrectionError: they do not stand in the article: evidence is what it prints, not what it means.
        """
        shown = self._shown(statement)
        given = words.strip()
        if given == shown.words:
            raise CorrectionError("these are the words that are shown already")
        place = self._place(given, shown)
        return self._correct(
            shown, Part.WORDS, by=by, day=day, why=why, was=shown.words, now=given,
            span=expand(span_path(shown.version, place), self._base),
        )  # fmt: skip

    def said_on(
        self, statement: str, first: date | None, last: date | None = None, *, by: str, day: date, why: str = ""
    ) -> Correction:
        """Give the day on which it was said, or the first and the last of several; None: the article tells none.

        Raises: CorrectionError: the last day comes before the first, or the first after the article.
        """
        shown = self._shown(statement)
        last = last if first is not None and last is not None else first
        if first is not None and last is not None and last < first:
            raise CorrectionError(f"{last} comes before {first}: the first day goes first")
        published = shown.published
        if first is not None and published is not None and first > published:
            raise CorrectionError(f"the article is of {published}: what was said on {first} cannot stand in it")
        was, now = said_in_words(*shown.said), said_in_words(first, last)
        if was == now:
            raise CorrectionError(f"the day is {now} already")
        return self._correct(shown, Part.DAY, by=by, day=day, why=why, was=was, now=now)

    def undo(self, correction: str, *, by: str, day: date, why: str = "") -> Correction:
        """Take a correction back by a further entry; the view is then as if it had not been.

        Args:
            correction: its IRI, its CURIE or the first letters of its hash.

        Returns: the entry that withdraws it; an earlier one, where it is withdrawn already.

        Raises: UnknownCorrection: there is none, or several fit. CorrectionError: it is a withdrawal itself.
        """
        found = self._entry(correction)
        if found.withdraws is not None:
            raise CorrectionError("this entry only takes another one back; correct the statement again instead")
        for entry in self.entries:
            if entry.withdraws == found.iri:
                return entry
        entry = self._made(
            _made_by(replace(found, day=day, withdraws=found.iri), _clean(by), _clean(why), found.repetition)
        )
        self._writer.correct([entry])
        return entry

    def close(self) -> None:
        """Let go of the folder."""
        self._writer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._writer.__exit__(kind, error, trace)

    def _correct_actors(
        self,
        shown: ShownStatement,
        part: Part,
        new: Sequence[tuple[str, tuple[str, str, str] | None]],
        was: str,
        *,
        by: str,
        day: date,
        why: str,
    ) -> Correction:
        names = sorted(name_of(self.store, iri) or (facts[2] if facts else iri) for iri, facts in new)
        now = " and ".join(names) or "nobody"
        return self._correct(
            shown, part, by=by, day=day, why=why, was=was or "nobody", now=now,
            new=tuple(sorted({iri for iri, _ in new})), actors=tuple(sorted({facts for _, facts in new if facts})),
        )  # fmt: skip

    def _correct(
        self,
        shown: ShownStatement,
        part: Part,
        *,
        by: str,
        day: date,
        why: str,
        new: tuple[str, ...] = (),
        actors: tuple[tuple[str, str, str], ...] = (),
        side: str | None = None,
        was: str = "",
        now: str = "",
        span: str | None = None,
    ) -> Correction:
        made = Correction(
            statement=shown.anchor_iri, article=shown.article, text_hash=shown.text_hash, anchor=shown.anchor,
            part=part, by="?", day=day, new=new, actors=actors, side=side, was=was, now=now, span=span, base=self._base,
        )  # fmt: skip
        for entry in corrections_in_force(self.entries):
            if (entry.key, entry.new, entry.side, entry.now) == (made.key, made.new, made.side, made.now):
                return entry
        earlier = [entry for entry in self.entries if entry.key == made.key and entry.withdraws is None]
        if later := [entry for entry in earlier if entry.day > day]:
            raise CorrectionError(
                f"{later[-1].by} corrected this on {later[-1].day}, after {day}: take that back first "
                f"(kg corrections undo {self._short(later[-1].iri)}), or give a later day"
            )
        entry = self._made(_made_by(made, _clean(by), _clean(why), len(earlier)))
        self._writer.correct([entry])
        return entry

    def _made(self, entry: Correction) -> Correction:
        """The entry; where the same was said and withdrawn before, its next repetition."""
        gone = withdrawn_corrections(self.entries)
        while entry.iri in gone:
            entry = replace(entry, repetition=entry.repetition + 1)
        return entry

    def _shown(self, statement: str) -> ShownStatement:
        iri = expand_curie(statement.strip(), self._base) or statement.strip()
        found = shown_statement(self.store, iri, self.entries)
        if found is None:
            raise CorrectionError(
                f"the graph shows no statement {statement!r}: the column `statement` of kg query who-about-whom "
                "--format json has their identifiers; kg corrections list has those that were rejected"
            )
        return found

    def _actor(
        self, given: str, shown: ShownStatement, kind: ActorKind | None
    ) -> tuple[str, tuple[str, str, str] | None]:
        """IRI of an actor, and class and label where only the correction tells them."""
        if kind is not None:
            label = _clean(given)
            iri = expand(f"actor/{local_actor_id(shown.version, label, kind)}", self._base)
            return iri, (iri, f"{NS}{kind.value}", label)
        found = shown.own_actor(self.store, find_actor(self.store, given))
        if found is None:
            raise CorrectionError(
                f"{given!r} is no actor: statements are made by actors, and corrected to be about them"
            )
        return found

    def _place(self, words: str, shown: ShownStatement) -> Span:
        article = self._writer.texts.article(shown.version)
        if article is not None and words:
            for string, text in (("text", article.text), ("title", article.title)):
                start = text.find(words)
                if start >= 0:
                    return Span(start, start + len(words), "text" if string == "text" else "title")
        raise CorrectionError(
            "these words do not stand in the article as they are given; copy them from the passage that kg show prints"
        )

    def _entry(self, given: str) -> Correction:
        wanted = expand_curie(given.strip(), self._base) or given.strip()
        fitting = [entry for entry in self.entries if entry.iri == wanted]
        if not fitting and _SHORT.fullmatch(given.strip().rpartition(":")[2]):
            start = expand(f"correction/{given.strip().rpartition(':')[2]}", self._base)
            fitting = [entry for entry in self.entries if entry.iri.startswith(start)]
        if len(fitting) == 1:
            return fitting[0]
        found = "fits several corrections" if fitting else "is no correction of this graph"
        raise UnknownCorrection(f"{given!r} {found}; kg corrections list lists them")

    def _short(self, iri: str) -> str:
        return shorten(iri, self._base)


def _made_by(entry: Correction, by: str, why: str, repetition: int) -> Correction:
    """The entry with who made it.

    Raises: CorrectionError: nobody is named.
    """
    try:
        return replace(entry, by=by, why=why, repetition=repetition)
    except ValueError as error:
        raise CorrectionError(str(error)) from error


def _clean(text: str) -> str:
    return _SURROGATES.sub("\ufffd", text.strip())
