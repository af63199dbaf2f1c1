"""What only states have: names that stand where the state of an office stands, with the holder's name between.

"Foreign Minister Emil Roth of Tamaris", "Mr. Okoro (Lirania)", "the ministers of Estmark and Tamaris", "a delegate
from Tamaris". What a name owns directly ("Tamaris's minister") is weighed where unknown states are found.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.resolve.page import Page

_NAME: Final = r"[^\W\d_a-z][\w'’-]*"
_PARTICLE: Final = r"de|da|dos|del|di|du|van|von|al|bin|ibn|ben|der|den|la|le"
_OFFICE: Final = (
    r"(?:[Pp]rime [Mm]inister|[Pp]remier|(?:[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Ff]inance|[Tt]rade|[Ee]nergy|"
    r"[Jj]ustice|[Hh]ealth|[Ff]isheries|[Aa]griculture|[Ee]nvironment|[Dd]eputy|[Tt]ransport) [Mm]inisters?|"
    r"[Aa]mbassadors?|[Pp]ermanent [Rr]epresentative|King|Queen|Chancellor|[Cc]onsul|[Ee]nvoys?|"
    r"[Hh]ead of [Ss]tate)"
)
_PERSON: Final = rf"{_NAME}(?: (?:(?:{_PARTICLE}) )*{_NAME}){{0,3}}"
_HOLDER_OF = re.compile(rf"\b{_OFFICE} {_PERSON} of (?P<one>{_NAME})(?: and {_PERSON} of (?P<other>{_NAME}))?")
_PRESIDENT_OF = re.compile(rf"\bPresident {_PERSON} of (?P<one>{_NAME})(?: and {_PERSON} of (?P<other>{_NAME}))?")
"""Universities and companies have presidents, too."""
_IN_BRACKETS = re.compile(
    rf"\b(?:Mr|Ms|Mrs|Miss|Dame|Sir|Dr|Prof)\.? (?:(?:{_PARTICLE}) )*{_PERSON} \((?P<one>{_NAME})\)"
)
_SENT_BY = re.compile(
    r"\b(?:(?:delegates?|negotiators?|envoys?|ministers?|ambassadors?) (?:from|for)|"
    r"[Tt]he (?:permanent )?observer (?:of|for)|chief negotiator of|foreign ministers of|ambassadors of) "
    rf"(?P<one>{_NAME})(?! (?:{_NAME}))"
)
_CHARGE = re.compile(rf"\b(?P<one>{_NAME})'s charg[eé] d'affaires")
_PATTERNS: Final = (_HOLDER_OF, _PRESIDENT_OF, _IN_BRACKETS, _SENT_BY, _CHARGE)
_GROUPS: Final = ("one", "other")


def owners_of_offices(page: Page) -> Iterator[tuple[int, bool]]:
    """Where the names of the page begin that stand as the state of an office, and whether only states have that
    office; pattern by pattern."""
    for pattern in _PATTERNS:
        for found in pattern.finditer(page.string):
            for group in _GROUPS:
                if group in pattern.groupindex and found[group]:
                    yield found.start(group), pattern is not _PRESIDENT_OF
