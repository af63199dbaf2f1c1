"""What is known of one actor of the view when it is compared with others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - dataclasses keep their annotations readable at run time


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """An actor as the articles show it, everything sorted.

    `names`: every label of it, the one shown first. `states`: IRIs of the states that its offices, or the body itself,
    belong to. `offices`: labels of its posts. `bodies`: IRIs of the bodies of these posts. `days`: first and last day
    of an article that names it or of a tenure, closed; None where no day is known.
    """

    iri: str
    names: tuple[str, ...]
    kind: str
    """Local name of its class."""
    is_reference: bool = False
    states: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    days: tuple[date, date] | None = None
    items: tuple[str, ...] = ()
    """IRIs of Wikidata items that it is known, or held, to be."""

    @property
    def name(self) -> str:
        """The name that is shown."""
        return self.names[0]
