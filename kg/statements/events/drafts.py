"""Draft resolutions and numbered resolutions that a string names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.model import Instrument, InstrumentKind
from kg.statements.reading.strings import Reference
from kg.vocab.ids import instrument_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import TargetId
    from kg.statements.events.instruments import Instruments
    from kg.statements.reading.strings import Reading

_UN: Final = (
    r"(?:(?:UN|U\.N\.|United Nations|Security Council|UN Security Council|U\.N\. Security Council|Council)[ -])?"
)
_BY_HYPHEN: Final = (
    r"(?:\b[\w.]{1,30}-(?:sponsored|drafted|authored|proposed|tabled|penned|submitted|backed|led|supported) )?"
)
_NOT_OF_WAR: Final = r"(?!s| (?:of|to) the (?:conflict|crisis|dispute|war)| (?:ES-)?\d)"
_DRAFT: Final = re.compile(
    r"(?:\b(?P<article>an?|another|the|this|that|its|their|\w{1,30}['’]s) (?:[\w.]{1,30} ){0,2}?)?"
    rf"(?P<noun>{_BY_HYPHEN}{_UN}\bdraft {_UN}(?:resolution|text)\b|{_BY_HYPHEN}{_UN}\bresolution\b{_NOT_OF_WAR}"
    r"|(?:(?<=\bthe )|\b[\w.]{1,30}-(?:sponsored|drafted|authored|tabled|penned) )draft(?=[,.;:!?)\"”’]|$| (?:was|is"
    r"|were|had|has|would|will|could|should|that|which|and|but|in|on|at|by|to"
    r"|did|does|contain(?:s|ed)|call(?:s|ed)|include[sd]|failed|fell|received|got|won|before|after|because|until|as|if|when"
    r"|itself|also)\b))",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"\bresolutions? (?P<number>(?:ES-)?\d{1,4}(?:/\d{1,4})?)\b(?: \((?P<year>(?:19|20)\d\d)\))?", re.IGNORECASE
)
_VOTED: Final = re.compile(r"\b(?:veto|block|vot|adopt|tabl|sponsor|abstain|draft)\w*", re.IGNORECASE)
_TABLED_BY: Final = re.compile(r"-(?:spons|draft|author|propos|tabl|penn|submit)")
_FOR_WHAT: Final = re.compile(
    r" (?:to|that would|on|calling for|demanding|condemning|extending|renewing) [^.;:,!?\"”“\n]{1,200}"
)
_TOO_FAR: Final = re.compile(r" (?:until|through|by a vote|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_LONGEST_LABEL: Final = 120


def find_resolutions(version: str, reading: Reading, found: Instruments) -> None:
    """Resolutions by number, each once; the first form that bears the year gives the label."""
    known = {
        instrument.label.split()[1]: target
        for target, instrument in found.found.items()
        if instrument.kind is InstrumentKind.RESOLUTION
    }
    for match in _NUMBERED.finditer(reading.shadow):
        number, year = match["number"], match["year"]
        span = reading.span(match.start(), match.end())
        target = known.setdefault(number, instrument_id(version, span, InstrumentKind.RESOLUTION))
        label = f"resolution {number} ({year})" if year else f"resolution {number}"
        instrument = Instrument(id=target, kind=InstrumentKind.RESOLUTION, label=label, evidence=span)
        found.take(instrument, Reference(match.start(), match.end(), target, span))
        if year and "(" not in found.found[target].label:
            found.change(target, label=label)


def find_drafts(version: str, reading: Reading, found: Instruments) -> None:
    """A draft is brought in by "a draft resolution"; "the draft" is the last one brought in, else the first to come.

    "The resolution" may be an old one, and "the draft" a draft of something else: where no draft resolution is brought
    in, they name nothing.
    """
    matches = list(_draft_matches(reading))
    known = found.of_kind(InstrumentKind.DRAFT_RESOLUTION)
    is_title_of_one = reading.source.name == "title" and len(known) == 1
    starts = [match for match in matches if _brings_in(match)] if not is_title_of_one else []
    if not starts and not known:
        starts = [match for match in matches if _is_draft_resolution(match)][:1]
    current = known[0] if known and not starts else _told_by(version, reading, starts[0]).id if starts else None
    pending = iter(starts)
    upcoming = next(pending, None)
    for match in matches if current else ():
        if match is upcoming:
            draft = _told_by(version, reading, match)
            current, upcoming = draft.id, next(pending, None)
        elif current not in found.found:
            draft = _told_by(version, reading, starts[0])
        else:
            draft = found.found[current]
        span = reading.span(match.start("noun"), match.end("noun"))
        found.take(draft, Reference(match.start("noun"), match.end("noun"), draft.id, span))


def _told_by(version: str, reading: Reading, match: re.Match[str]) -> Instrument:
    """The draft that a match brings in."""
    start, end = match.span("noun")
    span = reading.span(start, end)
    target: TargetId = instrument_id(version, span, InstrumentKind.DRAFT_RESOLUTION)
    label = _label(reading.shadow, start, end)
    return Instrument(id=target, kind=InstrumentKind.DRAFT_RESOLUTION, label=label, evidence=span)


def _draft_matches(reading: Reading) -> Iterator[re.Match[str]]:
    words = reading.shadow.casefold()
    if "draft" not in words and "resolution" not in words:
        return
    for match in _DRAFT.finditer(reading.shadow):
        if "draft" in match["noun"].casefold() or _is_voted_on(reading, match.start()):
            yield match


def _is_voted_on(reading: Reading, offset: int) -> bool:
    number = reading.source.sentence_at(offset)
    return number is not None and _VOTED.search(reading.shadow, *reading.source.sentences[number]) is not None


def _brings_in(match: re.Match[str]) -> bool:
    word, noun = (match["article"] or "").casefold(), match["noun"].casefold()
    is_new = word in ("a", "an", "another") or word.endswith(("'s", "’s"))
    is_known = word in ("the", "this", "that", "its", "their")
    return ("text" not in noun and is_new) or (not is_known and _TABLED_BY.search(noun) is not None)


def _is_draft_resolution(match: re.Match[str]) -> bool:
    noun = match["noun"].casefold()
    return "draft" in noun and "resolution" in noun


def _label(shadow: str, start: int, end: int) -> str:
    """ "US-sponsored draft resolution to extend the mandate of ...", up to a date, a comma or the sentence's end."""
    tail = _FOR_WHAT.match(shadow, end)
    label = " ".join((shadow[start:end] + _TOO_FAR.split(tail[0] if tail else "")[0]).split())
    return label if len(label) <= _LONGEST_LABEL else label[:_LONGEST_LABEL].rsplit(" ", 1)[0] + " …"
