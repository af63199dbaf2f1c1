"""The offices whose holders are refreshed, and how Wikidata's positions are told to be one of them.

Foreign ministers and heads of state and government have a class in Wikidata; permanent representatives and
spokespersons are found by the titles of positions, which is the rougher way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.errors import ReconcileError
from kg.model import ActorId
from kg.reconcile.questions import one_state
from kg.reconcile.wikidata import items

if TYPE_CHECKING:
    from collections.abc import Collection

    from kg.reconcile.positions import Held
    from kg.resolve import Authority

_UN: Final = ActorId("body/un")
_DEPUTY: Final = re.compile(r"\b(?:deputy|vice|assistant|under[- ]?secretary|associate|acting|former|shadow)\b", re.I)
_OF_ONE_PART: Final = re.compile(r"\b(?:geneva|vienna|nairobi|rome|unesco|fao)\b", re.I)
"""Missions to offices and agencies of the United Nations elsewhere are other posts than that at its headquarters."""
_SPOKEN_FOR: Final = (
    (re.compile(r"foreign|external|state department|department of state", re.I), "mfa"),
    (re.compile(r"president|white house|kremlin", re.I), "presidency"),
    (re.compile(r"government|cabinet|prime minister", re.I), "government"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A kind of office. `role`: its class in the table of office holders. `classes`: of positions in Wikidata.
    `titles`: words of English titles, as a regular expression. `has_one_seat`: one holder at a time in each post."""

    role: str
    classes: tuple[str, ...] = ()
    titles: str = ""
    has_one_seat: bool = True

    def pattern(self, state: str) -> str:
        """SPARQL that binds ?position to the positions of this kind that belong to a state, given by its item."""
        ours = items({state, *_also(state)})
        position = f"VALUES ?ours {{ {ours} }} ?position wdt:P1001|wdt:P17 ?ours . "
        if self.classes:
            return (
                f"{position}VALUES ?class {{ {items(self.classes)} }} ?position (wdt:P31|wdt:P279)/wdt:P279* ?class ."
            )
        words = f'FILTER(LANG(?title) = "en" && REGEX(?title, "{self.titles}", "i"))'
        return f"{position}?position rdfs:label ?title . {words}"

    def holds(self, held: Held) -> bool:
        """False for positions that only resemble the office by class or title: those of deputies, say."""
        if _DEPUTY.search(held.position_label):
            return False
        return self.role != "permanent_representative" or not _OF_ONE_PART.search(held.position_label)


OFFICES: Final = (
    Office(role="foreign_minister", classes=("Q7330070",)),
    Office(role="head_of_state", classes=("Q48352",)),
    Office(role="head_of_government", classes=("Q2285706",)),
    Office(
        role="permanent_representative",
        titles="(permanent representative|ambassador).* to the united nations",
    ),
    Office(role="spokesperson", titles="spokes(man|woman|person)|press secretary", has_one_seat=False),
)
"""Classes: minister of foreign affairs, head of state, head of government."""
ROLES: Final = tuple(office.role for office in OFFICES)


def chosen_offices(roles: Collection[str]) -> tuple[Office, ...]:
    """The offices of these roles, all where none is named.

    Raises: ReconcileError: there is no such office.
    """
    if unknown := sorted(set(roles) - set(ROLES)):
        raise ReconcileError(f"{unknown[0]!r} is no office that is refreshed; one of {', '.join(ROLES)}")
    return tuple(office for office in OFFICES if not roles or office.role in roles)


def organisation_of(office: Office, held: Held, state: ActorId, authority: Authority) -> ActorId | None:
    """The organisation of a term, as the table of office holders has it: where a representative is sent, whom a
    spokesperson speaks for; None for other offices, and where the title does not tell."""
    if office.role == "permanent_representative":
        return _UN
    if office.role == "spokesperson":
        kind = next((kind for words, kind in _SPOKEN_FOR if words.search(held.position_label)), None)
        return authority.organ(state, kind) if kind else None
    return None


def _also(state: str) -> set[str]:
    """Further items that stand for the same state."""
    return {one_state(state)}
