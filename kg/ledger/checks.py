"""What has to hold before an entry enters the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import JudgementClash, JudgementError, LedgerFileError
from kg.identity.clashes import find_clashes
from kg.identity.judgements import is_item, rule_judgement
from kg.ledger.entries import names_of, short_form
from kg.store.view_terms import ACTORS, TYPE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.identity.clashes import Clash
    from kg.identity.judgements import Judgement
    from kg.store import EmbeddedStore

_BODIES: Final = frozenset(("GovernmentBody", "InternationalBody", "Organisation", "MediaOutlet"))
"""Kinds between which articles waver: whether an institute is the government's is often not told."""


def check_kinds(store: EmbeddedStore, left: str, right: str) -> None:
    """Only actors of one kind can be the same, and nobody is an unnamed source elsewhere.

    Raises: JudgementError: the message names both.
    """
    kinds = [_kinds(store, actor) for actor in (left, right) if not is_item(actor)]
    names = names_of(store, (left, right))
    for actor, found in zip((left, right), kinds, strict=False):
        if "UnnamedSource" in found:
            raise JudgementError(
                f"{names[actor]} is a source without a name, and stands for nobody outside its article"
            )
    if len(kinds) < 2 or not all(kinds):
        return
    if kinds[0] & kinds[1] or all(found & _BODIES for found in kinds):
        return
    told = " and ".join(f"{names[actor]} ({min(found)})" for actor, found in zip((left, right), kinds, strict=True))
    raise JudgementError(f"{told} cannot be the same")


def check_clashes(store: EmbeddedStore, ledger: Iterable[Judgement], entries: Iterable[Judgement]) -> None:
    """With these entries nobody is the same and different who was not before.

    Raises: JudgementClash: the message names the judgements.
    """
    ledger = tuple(ledger)
    before = {clash.actors for clash in find_clashes(ledger)}
    clashes = [clash for clash in find_clashes([*ledger, *entries]) if clash.actors not in before]
    if clashes:
        raise JudgementClash(
            _told(store, ledger, clashes[0], len(clashes)), tuple(entry.iri for entry in clashes[0].judgements)
        )


def check_withdrawals(
    ledger: Iterable[Judgement], fresh: Iterable[tuple[int, Judgement]], source: str, base: str
) -> None:
    """Each entry of a file (with its line) that withdraws names a judgement on the same two actors.

    Raises: LedgerFileError: one does not.
    """
    fresh = list(fresh)
    known = {entry.iri: entry for entry in (*ledger, *(entry for _, entry in fresh))}
    for line, entry in fresh:
        if entry.withdraws is None or entry.withdraws == rule_judgement(*entry.actors, base).iri:
            continue
        target = known.get(entry.withdraws)
        if target is None or target.actors != entry.actors or target.withdraws is not None:
            raise LedgerFileError(
                f"{entry.withdraws} is no judgement on these two actors, in this file or in this ledger",
                source=source,
                line=line,
            )


def _told(store: EmbeddedStore, ledger: Iterable[Judgement], clash: Clash, number: int) -> str:
    named = {*clash.actors, *(actor for entry in clash.judgements for actor in entry.actors)}
    names = names_of(store, named)
    known = {entry.iri for entry in ledger}

    def said(entry: Judgement) -> str:
        one, other = (names[actor] for actor in entry.actors)
        which = short_form(entry.iri, store.folder.base) if entry.iri in known else "the new one"
        return f"{one} and {other} by {entry.by} on {entry.day} ({which})"

    one, other = (names[actor] for actor in clash.actors)
    if clash.different is None:
        why = "two items of Wikidata are different"
    else:
        why = f"different are {said(clash.different)}"
    chain = "; ".join(said(entry) for entry in clash.chain)
    more = f" There are {number - 1} further clashes." if number > 1 else ""
    return (
        f"{one} and {other} would be the same and different: {why}; the same, by this chain: {chain}. Take one of "
        f"these back first (kg actors undo), or leave the new one out.{more}"
    )


def _kinds(store: EmbeddedStore, actor: str) -> frozenset[str]:
    quads = store.quads.quads_for_pattern(ox.NamedNode(actor), TYPE, None, None)
    return frozenset(
        quad.object.value.rpartition("#")[2]
        for quad in quads
        if isinstance(quad.object, ox.NamedNode) and quad.object in ACTORS
    )
