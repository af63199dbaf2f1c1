"""The table of happenings: which words tell of which kind of event, and who takes part in which role."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, cast

from kg.model import EventType
from kg.statements.reading.cues import rows_of

Role = Literal["party", "target", "place", "owner", "body", ""]
"""What the second participant is: a party like the first, to whom it was done, where it was.

"owner": to whom the object belongs is the target; "body": who acts must be a body, and there is no second participant.
"""

ACTOR_OBJECT: Final = "@actor"
"""The object is an actor itself."""
VICTIM_OBJECT: Final = "@victim"
"""The object is an actor that can be killed: no state."""
PLACE_OBJECT: Final = "@place"
"""The object is a state, or its capital as a place."""
SEVERAL: Final = "@several"
"""No second participant: the subject names several."""
SUBJECT_NOUN: Final = "@subject:"
"""The noun is the verb's subject: "talks between X and Y took place"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One row of happenings.csv: an alternation in a cell is written with "|", an optional particle with "?".

    `particle` follows the verb ("take place"); `nouns` are heads of its object (or subject), or empty; one of
    `modifiers` must stand before the noun, or in the clause where there is no noun; `links` are the prepositions that
    bring in the second participant.
    """

    type: EventType
    particle: str
    is_particle_needed: bool
    nouns: frozenset[str]
    is_noun_subject: bool
    object: str
    modifiers: tuple[str, ...]
    links: frozenset[str]
    is_link_needed: bool
    role: Role


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """Frames by the form of their verb, lower case, in the order of the table."""
    found: dict[str, list[Frame]] = {}
    for row in rows_of("events/happenings.csv"):
        noun = row["noun"]
        is_subject = noun.startswith(SUBJECT_NOUN)
        is_word = not noun.startswith("@")
        nouns = noun.removeprefix(SUBJECT_NOUN) if is_word or is_subject else ""
        links = _cells(row["other"])
        frame = Frame(
            type=EventType(row["type"]),
            particle=row["particle"].removesuffix("?"),
            is_particle_needed=bool(row["particle"]) and not row["particle"].endswith("?"),
            nouns=frozenset(_cells(nouns)),
            is_noun_subject=is_subject,
            object="" if is_word or is_subject else noun,
            modifiers=_cells(row["modifier"]),
            links=frozenset(links) - {SEVERAL},
            is_link_needed=not noun and links not in ((), (SEVERAL,)),
            role=cast("Role", row["role"]),
        )
        for form in _cells(row["forms"]):
            found.setdefault(form, []).append(frame)
    return {form: tuple(rows) for form, rows in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class NounFrame:
    """One row of happening_nouns.csv: a noun that tells of an event by itself, as in "Valdoria's attack on Norland".

    `of` says what "of" brings in (target, owner, or nothing but a doer); `links` bring in the second participant.
    """

    type: EventType
    of: Role
    links: frozenset[str]
    role: Role


@cache
def noun_frames() -> dict[str, NounFrame]:
    """Frames by their noun, lower case; of a compound both words, joined by a hyphen."""
    return {
        noun: NounFrame(
            type=EventType(row["type"]),
            of=cast("Role", row["of"]),
            links=frozenset(_cells(row["links"])),
            role=cast("Role", row["role"]),
        )
        for row in rows_of("events/happening_nouns.csv")
        for noun in _cells(row["nouns"])
    }


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))
