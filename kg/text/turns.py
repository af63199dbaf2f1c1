"""Speakers' turns: paragraphs of a meeting record, a briefing or an interview that open with a label and a colon."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.text.annotated import Paragraph

_PARTICLE = r"(?:(?:al|bin|ibn|da|de|del|della|der|den|di|dos|du|el|la|las|le|los|ten|ter|van|von|zu)[ -])"
_CHAIR = r"(?:President|Chair(?:man|woman|person)?|Secretary-General|Speaker|Moderator)"
_TITLES = r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Baroness|Sheikh|Prince|Princess|Archbishop|General|Ambassador)"
_BRACKETS = r"(?: ?\([^()]{2,60}\)){0,3}"
_FORMAL = re.compile(
    rf"\"?(?P<label>(?:(?:The )?(?:Acting |Temporary )?{_CHAIR}"
    rf"|{_TITLES}\.? {_PARTICLE}{{0,3}}[^\W\d_a-z][\w' -]{{1,40}}"
    rf"|[^\W\d_a-z](?:[^\W\d_a-z]|[.' -]){{2,40}})){_BRACKETS} ?: (?=\S)"
)
"""Labels of records: a title and a name, the chair, a name in capitals. Where a paper prints a record as a quotation, a
mark opens each paragraph."""
_NAME: Final = rf"{_PARTICLE}{{0,3}}[^\W\d_a-z][\w'.&-]*"
_PLAIN = re.compile(
    rf"(?P<label>{_NAME}(?: (?:(?:of|for|the|and) ){{0,2}}(?:{_NAME}|\d{{1,3}})){{0,6}}){_BRACKETS} ?:(?: (?=\S)|$)"
)
"""Labels of interviews: names with or without a role, papers, stations. Other lines begin so, too."""
_ASKS = re.compile(
    r"(?:Q|Question|Questions|Reporter|Journalist|Interviewer|Correspondent|Host)(?: \d{1,2})?", re.IGNORECASE
)
_HEADING = re.compile(
    r"updates?|background|notes?|summary|agenda|contacts?|corrections?|context|timeline|steps|points|facts|details|dates?"
    r"|place|time|venue|location|subject|topic|sources?|photos?|images?|video|results?|outcome|conclusion|introduction"
    r"|programme|participants|attachments|annex|key",
    re.IGNORECASE,
)
"""Last words of labels that open a section or an entry of a form: nobody speaks there."""
_SPOKEN_IN = re.compile(r"\((?:spoke in|interpretation from)", re.IGNORECASE)
_LABELLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Sir|Dame|The (?:Acting )?President)\b")
_OF_STATE = re.compile(r"[^():]+\([^\W\d_a-z][^()]{2,60}\) ?:")
_QUOTED_AFTER = "\"'"


@dataclass(frozen=True, slots=True)
class Turns:
    """Numbers of the paragraphs that are turns, and of those in which a nameless reporter asks."""

    spoken: frozenset[int] = frozenset()
    asked: frozenset[int] = frozenset()


def find_turns(shadow: str, pieces: Sequence[tuple[int, int]]) -> Turns:
    """The turns among paragraphs.

    A record shows itself by its labels (`_FORMAL`). In an interview two or more labels take turns, one of them comes
    again, and somebody asks or is named elsewhere as well: a list of facts ("Length: 5 km.") is none.
    """
    formal = {n: match for n, (start, end) in enumerate(pieces) if (match := _formal(shadow, start, end))}
    sure = any(_SPOKEN_IN.search(match.group()) or _LABELLED.match(match.group()) for match in formal.values())
    plain = {n: match for n, (start, end) in enumerate(pieces) if (match := _plain(shadow, start, end))}
    if _is_interview(shadow, pieces, plain):
        found = formal | plain
    elif sure or len(formal) >= 2:
        # In a record a speaker may be labelled by office and state: "Minister Varo (Ardenia):".
        found = formal | {n: match for n, match in plain.items() if sure and _OF_STATE.match(match.group())}
    else:
        return Turns()
    asked = frozenset(number for number, match in found.items() if _ASKS.fullmatch(match["label"].strip()))
    return Turns(frozenset(found) - asked, asked)


def _formal(shadow: str, start: int, end: int) -> re.Match[str] | None:
    match = _FORMAL.match(shadow, start, end)
    return None if match is None or _is_heading(match) else match


def _is_heading(match: re.Match[str]) -> bool:
    return _HEADING.fullmatch(match["label"].split()[-1]) is not None


def _plain(shadow: str, start: int, end: int) -> re.Match[str] | None:
    match = _PLAIN.match(shadow, start, min(end, start + 120))
    if match is None or _is_heading(match):
        return None
    return None if shadow[match.end() : match.end() + 1] in _QUOTED_AFTER else match


def _is_interview(shadow: str, pieces: Sequence[tuple[int, int]], plain: dict[int, re.Match[str]]) -> bool:
    labels = [match["label"].casefold() for match in plain.values()]
    times = Counter(labels)
    if len(labels) < 3 or len(times) < 2 or max(times.values()) < 2:
        return False
    if any(one == other for one, other in pairwise(labels)):
        return False
    if any(_ASKS.fullmatch(label) for label in times):
        return True
    asks = any(shadow[pieces[number][1] - 1] == "?" for number in plain)
    again = any(times[label] > 1 and _is_named_elsewhere(shadow, match) for label, match in _by_label(plain))
    return asks or (again and len(labels) >= 4)


def _by_label(plain: dict[int, re.Match[str]]) -> list[tuple[str, re.Match[str]]]:
    return [(match["label"].casefold(), match) for match in plain.values()]


def _is_named_elsewhere(shadow: str, match: re.Match[str]) -> bool:
    """True if the label's last word stands in the text without a colon, too."""
    last = re.escape(match["label"].split()[-1])
    return re.search(rf"\b{last}\b(?! ?[:(])", shadow) is not None


def turn_label(shadow: str, paragraph: Paragraph) -> tuple[int, int, int]:
    """Of a `turn`: where the label starts and ends, and where the words spoken begin.

    The label is the name alone, without country and language ("Mr. Varo", not "Mr. Varo (spoke in French)").
    """
    match = _formal(shadow, paragraph.start, paragraph.end) or _plain(shadow, paragraph.start, paragraph.end)
    if match is None:
        return paragraph.start, paragraph.start, paragraph.start
    return match.start("label"), match.start("label") + len(match["label"].rstrip()), match.end()


def is_formal_turn(shadow: str, paragraph: Paragraph) -> bool:
    """True for a turn of a record, which may go on after the last label; an interview ends with its last turn."""
    return _FORMAL.match(shadow, paragraph.start, paragraph.end) is not None


def reports_delegate(shadow: str, paragraph: Paragraph) -> bool:
    """True for a paragraph of a record that tells of a delegate: "Mr. Varo (Ardenia), speaking on a point ..."."""
    return _DELEGATE.match(shadow, paragraph.start, paragraph.end) is not None


_DELEGATE = re.compile(rf"{_TITLES}\.? {_PARTICLE}{{0,3}}[^\W\d_a-z][\w' -]{{1,40}}\([^()]{{2,60}}\)(?! ?[:(])")
