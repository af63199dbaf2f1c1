"""Checks what an extractor told of a case against the right answers.

The form of the record is that of `kg extract`. Read a verdict in this order: wrong facts, missing, extra, fields.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from tests.cases.matching import folded, is_name_of, joined, keys_of, name_key, shared, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tests.cases.form import Case, Forbidden, Wanted

MOSTLY: Final = 0.6
"""A found content is about a wanted one if this share of its tokens is in it."""
COVERED: Final = 0.75
"""All that was found of a wanted content must hold this share of its tokens."""

FIELDS: Final = ("about", "stance", "said_on", "directness", "kind", "negated_report", "on_behalf_of")

Record = dict[str, Any]
"""One object of the list `statements` that `kg extract` writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is right and wrong about one record of one case."""

    wrong_facts: tuple[str, ...]
    """What must not have come out: the worst that can happen to a graph."""
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    misattributed: tuple[str, ...]
    """The extra ones that give wanted words to somebody else whom the case names."""
    wanted: int
    found: int
    told: int
    fields: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Name of a field -> (right, asked), over the attributions that were found."""
    extra_allowed: int = 0

    @property
    def passes(self) -> bool:
        """No wrong fact, nothing missing, at most one extra attribution per three wanted ones."""
        return not self.wrong_facts and not self.missing and len(self.extra) <= self.extra_allowed

    @property
    def passes_strictly(self) -> bool:
        """Passes, with no extra at all and every field right."""
        return self.passes and not self.extra and all(right == asked for right, asked in self.fields.values())


def check_case(case: Case, record: Mapping[str, Any]) -> Verdict:
    """The verdict on what was told of the article of this case."""
    told: list[Record] = list(record.get("statements", ()))
    used: set[int] = set()
    missing: list[str] = []
    counts: dict[str, tuple[int, int]] = {}
    for wanted in case.wanted:
        places = find(case, wanted, told)
        if places is None:
            if not wanted.optional:
                missing.append(f"{wanted.speaker}: {wanted.content[0][:60]}")
            continue
        used.update(places)
        for name, right in _fields(case, wanted, [told[place] for place in places]).items():
            before = counts.get(name, (0, 0))
            counts[name] = (before[0] + right, before[1] + 1)
    extra = [one for place, one in enumerate(told) if place not in used and not one.get("from_headline")]
    return Verdict(
        wrong_facts=tuple(_wrong_facts(case, told, record)),
        missing=tuple(missing),
        extra=tuple(map(_in_short, extra)),
        misattributed=tuple(_in_short(one) for one in extra if _is_misattributed(case, one)),
        wanted=len(case.required),
        found=len(case.required) - len(missing),
        told=len(told),
        fields=counts,
        extra_allowed=len(case.required) // 3 if case.exhaustive else len(told),
    )


def find(case: Case, wanted: Wanted, told: Sequence[Record]) -> list[int] | None:
    """Where in `told` the wanted attribution stands, in one piece or in several of one speaker; None: nowhere."""
    words = tokens(joined(wanted.content))
    places: list[int] = []
    collected: list[str] = []
    for place, one in enumerate(told):
        if _is_part(case, wanted, one):
            places.append(place)
            collected += tokens(_content(one))
    return places if shared(collected, words) >= COVERED * len(words) else None


def _is_part(case: Case, wanted: Wanted, one: Record) -> bool:
    """Whether the record is mostly about the wanted content, or holds all of it without being much longer."""
    given, words = tokens(_content(one)), tokens(joined(wanted.content))
    if not given or not is_name_of(case, wanted.speaker, one.get("speaker") or ""):
        return False
    common = shared(given, words)
    return common >= MOSTLY * len(given) or (common >= 0.9 * len(words) and len(given) <= 1.8 * len(words) + 8)


def _is_misattributed(case: Case, one: Record) -> bool:
    given, speaker = tokens(_content(one)), one.get("speaker") or ""
    same = [
        wanted
        for wanted in case.wanted
        if shared(given, tokens(joined(wanted.content)))
        >= MOSTLY * max(len(given), len(tokens(joined(wanted.content))))
    ]
    return (
        bool(same)
        and any(is_name_of(case, name, speaker) for name in case.entities)
        and not any(is_name_of(case, wanted.speaker, speaker) for wanted in same)
    )


def _wrong_facts(case: Case, told: Sequence[Record], record: Mapping[str, Any]) -> Iterable[str]:
    if record.get("error"):
        yield f"error: {record['error']}"
    for forbidden in case.forbidden:
        if _is_broken(case, forbidden, told, record):
            yield f"{forbidden} ({forbidden.reason})"
    for wanted in case.wanted:
        if wanted.kind not in (None, "Statement") and any(_is_asserted(case, wanted, one) for one in told):
            yield f"{wanted.kind} told as a Statement: {wanted.speaker}: {wanted.content[0][:60]}"
    for one in told:
        for start, end in one.get("spans", ()):
            if not _shows(case.article.text, start, end, _content(one)):
                yield f"span {start}-{end} does not show the content: {_content(one)[:60]}"


def _shows(text: str, start: int, end: int, content: str) -> bool:
    """Whether the span lies in the text and has a word of the content in it."""
    return 0 <= start < end <= len(text) and not set(tokens(text[start:end])).isdisjoint(tokens(content))


def _is_asserted(case: Case, wanted: Wanted, one: Record) -> bool:
    """Whether an attitude, a second-hand remark or a denial came out as something that its holder stated."""
    if one.get("kind") != "Statement" or one.get("negated_report") or one.get("from_headline"):
        return False
    words = tokens(joined(wanted.content))
    if not _is_part(case, wanted, one) or shared(tokens(_content(one)), words) < 0.5 * len(words):
        return False
    return not any(other.kind in (None, "Statement") and _is_part(case, other, one) for other in case.wanted)


def _is_broken(case: Case, forbidden: Forbidden, told: Sequence[Record], record: Mapping[str, Any]) -> bool:
    if forbidden.apart is not None:
        return _are_merged(case, forbidden.apart, record)
    asserted = [one for one in told if not (forbidden.unless_negated and one.get("negated_report"))]
    if forbidden.speaker is None:
        content = forbidden.content or ""
        return any(_tells(case, content, one) for one in asserted if not one.get("from_headline"))
    if forbidden.content is None:
        right = frozenset(key for wanted in case.wanted for key in keys_of(case, wanted.speaker))
        wrong = keys_of(case, forbidden.speaker) - right
        return any(name_key(one.get("speaker") or "") in wrong for one in told)
    return any(_ascribes(case, forbidden.speaker, forbidden.content, one) for one in asserted)


def _ascribes(case: Case, speaker: str, content: str, one: Record) -> bool:
    """Whether the record is mainly this content, said by this speaker."""
    words, given = tokens(content), tokens(_content(one))
    common = shared(given, words)
    return (
        is_name_of(case, speaker, one.get("speaker") or "")
        and common >= 0.8 * len(words)
        and common >= 0.5 * len(given)
    )


def _tells(case: Case, content: str, one: Record) -> bool:
    """Whether the record is mainly this content; a longer right content may hold the words."""
    words, given = tokens(content), tokens(_content(one))
    common = shared(given, words)
    if not given or not (folded(content) in folded(_content(one)) or common >= 0.8 * len(given)):
        return False
    return common >= 0.5 * len(given) or not any(
        shared(given, tokens(joined(wanted.content))) >= MOSTLY * len(given) for wanted in case.wanted
    )


def _are_merged(case: Case, apart: tuple[str, str], record: Mapping[str, Any]) -> bool:
    one, other = (keys_of(case, name) for name in apart)
    for entity in record.get("entities", ()):
        names = {name_key(name) for name in entity["names"]}
        if names & (one - other) and names & (other - one):
            return True
    return False


def _fields(case: Case, wanted: Wanted, found: Sequence[Record]) -> dict[str, bool]:
    """Field -> whether it is right; fields that are not asked, or not told, are left out."""
    given = {name: [one[name] for one in found if name in one] for name in FIELDS}
    named = [name for names in given["about"] for name in names]
    right: dict[str, bool | None] = {
        "about": all(_is_among(case, name, named) for name in wanted.about) if wanted.about else None,
        "stance": wanted.stance in given["stance"] if wanted.stance else None,
        "said_on": _is_said_on(case, wanted, given["said_on"]),
        "directness": _is_as_direct(wanted, given["directness"]),
        "kind": wanted.kind in given["kind"] if wanted.kind else None,
        "negated_report": wanted.negated_report in map(bool, given["negated_report"]),
        "on_behalf_of": _is_among(case, wanted.on_behalf_of, given["on_behalf_of"]) if wanted.on_behalf_of else None,
    }
    return {name: answer for name, answer in right.items() if answer is not None and given[name]}


def _is_among(case: Case, name: str, given: Iterable[str | None]) -> bool:
    return any(is_name_of(case, name, one) for one in given if one)


def _is_said_on(case: Case, wanted: Wanted, days: Sequence[str | None]) -> bool:
    """No date in the text: none, or the publication day, is right. A month or a year is right at that precision."""
    untold = (None, "", (case.article.published or "")[:10])
    return any(day in days for day in wanted.said_on) or (None in wanted.said_on and all(day in untold for day in days))


def _is_as_direct(wanted: Wanted, given: Sequence[str]) -> bool:
    return wanted.directness in given or (wanted.directness == "mixed" and {"direct", "indirect"} <= set(given))


def _in_short(one: Record) -> str:
    return f"{one.get('speaker')}: {_content(one)[:60]}"


def _content(one: Record) -> str:
    pieces = one.get("content") or ()
    return pieces if isinstance(pieces, str) else joined(pieces)
