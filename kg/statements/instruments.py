"""Instruments that an article tells of: drafts, numbered resolutions, mandates, sanctions regimes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from kg.model import ActorKind, Instrument, InstrumentKind
from kg.statements.reading import Reference
from kg.statements.regimes import find_regimes
from kg.vocab.ids import instrument_id, target_actor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.model import Article, ResolvedActors, TargetId
    from kg.resolve import Authority
    from kg.statements.reading import Reading

_UN: Final = (
    r"(?:(?:UN|U\.N\.|United Nations|Security Council|UN Security Council|U\.N\. Security Council|Council)[ -])?"
)
_BY_HYPHEN: Final = r"(?:[\w.]+-(?:sponsored|drafted|authored|proposed|tabled|penned|submitted|backed|led|supported) )?"
_DRAFT: Final = re.compile(
    r"(?:\b(?P<article>an?|another|the|this|that|its|their|\w+['’]s) )?(?P<mods>(?:(?!of\b|on\b|to\b|in\b|and\b)[\w.]+ ){0,2}?)"
    rf"(?P<noun>{_BY_HYPHEN}{_UN}draft {_UN}(?:resolution|text)\b|{_BY_HYPHEN}{_UN}resolution\b(?!s| of the (?:conflict|crisis|dispute)| to the (?:conflict|crisis|dispute))"
    r"|(?<=\bthe )draft\b(?! \w+(?:law|bill|pact|treaty|agreement|budget|deal|plan|accord)))",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"\bresolutions? (?P<number>(?:ES-)?\d{1,4}(?:/\d+)?)(?: \((?P<year>(?:19|20)\d\d)\))?", re.IGNORECASE
)
_MANDATE: Final = re.compile(
    r"\b(?:the )?(?:(?:current|present|existing|one-year|annual) )?mandate(?= (?:of|for) )|\bmandate\b", re.IGNORECASE
)
_OF_WHOM: Final = re.compile(r" (?:of|for) (?:the |a |an )?(?:(?:UN|U\.N\.|United Nations) )?", re.IGNORECASE)
_VOTED: Final = re.compile(r"\b(?:veto|block|vot|adopt|tabl|sponsor|abstain|draft)\w*", re.IGNORECASE)
_BODIES: Final = frozenset({ActorKind.INTERNATIONAL_BODY, ActorKind.GOVERNMENT_BODY, ActorKind.ORGANISATION})
_LONGEST_LABEL: Final = 120


@dataclass(slots=True)
class Instruments:
    """Everything found, by id, and the drafts in text order."""

    found: dict[TargetId, Instrument] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)

    def take(self, instrument: Instrument, reference: Reference) -> None:
        """Keep the instrument as first told of, and the place that names it."""
        self.found.setdefault(instrument.id, instrument)
        self.references.append(reference)

    def change(self, target: TargetId, **changes: object) -> None:
        """Add to what is known of an instrument."""
        self.found[target] = replace(self.found[target], **changes)  # type: ignore[arg-type]

    def of_kind(self, kind: InstrumentKind) -> list[TargetId]:
        """Instruments of one kind, in order of their first place."""
        return [target for target, instrument in self.found.items() if instrument.kind is kind]


def find_instruments(
    article: Article, readings: Mapping[str, Reading], resolved: ResolvedActors, authority: Authority
) -> Instruments:
    """All instruments of both strings; their places are added to the readings.

    The text is read first, so that the title's short forms bind to what the text tells.
    """
    found = Instruments()
    for name in ("text", "title"):
        reading = readings[name]
        _find_numbered(article, reading, found)
        _find_drafts(article, reading, found)
        _find_mandates(article, reading, resolved, found)
    find_regimes(article, readings, resolved, authority, found)
    for name, reading in readings.items():
        reading.add(r for r in found.references if r.span.string == name)
    return found


def _find_numbered(article: Article, reading: Reading, found: Instruments) -> None:
    known = {i.label: target for target, i in found.found.items() if i.kind is InstrumentKind.RESOLUTION}
    for match in _NUMBERED.finditer(reading.shadow):
        number, year = match["number"], match["year"]
        if "/" not in number and not year and not reading.source.paragraphs:
            continue
        label = f"resolution {number}" + (f" ({year})" if year else "")
        span = reading.span(match.start(), match.end())
        target = next((t for name, t in known.items() if name.split(" (")[0] == f"resolution {number}"), None)
        target = target or instrument_id(article.version, span, InstrumentKind.RESOLUTION)
        known.setdefault(label, target)
        instrument = Instrument(id=target, kind=InstrumentKind.RESOLUTION, label=label, evidence=span)
        found.take(instrument, Reference(match.start(), match.end(), target, span))


def _find_drafts(article: Article, reading: Reading, found: Instruments) -> None:
    """A draft is brought in by "a draft resolution"; "the draft" is the last one brought in, else the first to come."""
    matches = list(_draft_matches(reading))
    drafts: list[tuple[int, TargetId]] = []
    for match in matches:
        if _brings_in(match):
            span = reading.span(match.start("noun"), match.end("noun"))
            drafts.append((match.start(), instrument_id(article.version, span, InstrumentKind.DRAFT_RESOLUTION)))
    known = found.of_kind(InstrumentKind.DRAFT_RESOLUTION)
    if reading.source.name == "title" and len(known) == 1:
        drafts = []
    for match in matches:
        start, end = match.start("noun"), match.end("noun")
        span = reading.span(start, end)
        before = [target for place, target in drafts if place <= match.start()]
        target = before[-1] if before else drafts[0][1] if drafts else known[0] if known else None
        if target is None:
            if "draft" not in match[0].casefold():
                continue  # "the resolution", and no draft anywhere: it may be an old one
            target = instrument_id(article.version, span, InstrumentKind.DRAFT_RESOLUTION)
            drafts.append((match.start(), target))
        first = next((m for m in matches if (m.start(), target) in drafts), match)
        label = _draft_label(reading.shadow, first.start("noun"), first.end("noun"))
        evidence = reading.span(first.start("noun"), first.end("noun"))
        instrument = Instrument(id=target, kind=InstrumentKind.DRAFT_RESOLUTION, label=label, evidence=evidence)
        found.take(instrument, Reference(start, end, target, span))


def _draft_matches(reading: Reading) -> Iterator[re.Match[str]]:
    for match in _DRAFT.finditer(reading.shadow):
        if re.match(r" (?:ES-)?\d", reading.shadow[match.end() :]):
            continue
        if "draft" in match[0].casefold() or _is_voted_on(reading, match.start()):
            yield match


def _is_voted_on(reading: Reading, offset: int) -> bool:
    number = reading.source.sentence_at(offset)
    if number is None:
        return False
    return _VOTED.search(reading.shadow[slice(*reading.source.sentences[number])]) is not None


def _brings_in(match: re.Match[str]) -> bool:
    article, noun = (match["article"] or "").casefold(), match["noun"].casefold()
    return (
        article in ("a", "an", "another")
        or article.endswith("s")
        or re.search(r"-(?:spons|draft|author|propos|tabl|penn|submit)", noun) is not None
    )


def _draft_label(shadow: str, start: int, end: int) -> str:
    """ "US-sponsored draft resolution to extend the mandate of ...", up to a date, a comma or the sentence's end."""
    tail = re.match(
        r"(?: (?:to|that would|on|calling for|demanding|condemning|extending|renewing) [^.;:,!?\"”“\n]*)?",
        shadow[end : end + 300],
    )
    rest = re.split(
        r" (?:until|through|by a vote|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b", tail[0] if tail else ""
    )[0]
    label = shadow[start:end] + rest
    return label if len(label) <= _LONGEST_LABEL else label[:_LONGEST_LABEL].rsplit(" ", 1)[0] + " …"


def _find_mandates(article: Article, reading: Reading, resolved: ResolvedActors, found: Instruments) -> None:
    """The mandate of a body, each once; a bare "the mandate" is the only one there is."""
    bare: list[re.Match[str]] = []
    for match in _MANDATE.finditer(reading.shadow):
        holder = _mandate_holder(reading, match)
        actor = target_actor(holder.target) if holder else None
        if holder is None or actor is None or resolved.actors[actor].kind not in _BODIES:
            bare.append(match)
            continue
        start, end = min(match.start(), holder.start), max(match.end(), holder.end)
        span = reading.span(start, end)
        known = [t for t in found.of_kind(InstrumentKind.MANDATE) if found.found[t].mandate_of == actor]
        target = known[0] if known else instrument_id(article.version, span, InstrumentKind.MANDATE)
        label = f"mandate of {resolved.actors[actor].label}"
        mandate = Instrument(id=target, kind=InstrumentKind.MANDATE, label=label, evidence=span, mandate_of=actor)
        found.take(mandate, Reference(match.start(), match.end(), target, reading.span(match.start(), match.end())))
    known = found.of_kind(InstrumentKind.MANDATE)
    for match in bare if len(known) == 1 else ():
        span = reading.span(match.start(), match.end())
        found.take(found.found[known[0]], Reference(match.start(), match.end(), known[0], span))


def _mandate_holder(reading: Reading, match: re.Match[str]) -> Reference | None:
    """ "the mandate of [the panel]", "[the panel]'s mandate"."""
    if of := _OF_WHOM.match(reading.shadow, match.end()):
        after = [r for r in reading.outermost(match.end(), match.end() + 200) if r.start <= of.end() <= r.start + 25]
        if after:
            return after[0]
    before = [
        r
        for r in reading.within(max(0, match.start() - 120), match.start())
        if re.fullmatch(r"['’]s? (?:\w+ )?", reading.shadow[r.end : match.start()])
    ]
    return before[-1] if before else None
