"""Bodies: committees and their experts, organisations by shape, acronyms, organs of states."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind, MentionType
from kg.resolve.authority import SECURITY_COUNCIL
from kg.resolve.companies import is_company_form
from kg.resolve.lexicon import FUNCTION_WORDS, ORG_WORDS, PORTFOLIO, SITE_WORDS, words_of
from kg.resolve.organisation_kinds import organisation_kind, short_terms
from kg.resolve.organisation_names import is_no_body, organisation_ranges
from kg.resolve.page import Naming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.resolve.authority import Committee
    from kg.resolve.cast import Cast
    from kg.resolve.page import Page, Word

_PREFIX = r"(?:(?:UN|U\.N\.|United Nations) )?(?:(?:Security Council|Council) )?"
_COMMITTEE = re.compile(
    rf"\b{_PREFIX}(?:[Ss]anctions )?[Cc]ommittee (?:(?:established|created|set up) (?:pursuant to|under|by) "
    r"(?:(?:UN )?Security Council )?[Rr]esolution )?(?P<after>\d{3,4})(?: \(\d{4}\))?"
    rf"|\b{_PREFIX}(?P<before>\d{{3,4}})(?:[/-]\d{{3,4}})*(?: [Ss]anctions)? [Cc]ommittee\b"
)
_COMMITTEE_ON = re.compile(
    rf"\b{_PREFIX}(?:sanctions )?[Cc]ommittee (?:on|overseeing|monitoring|for) (?:the )?(?:UN )?sanctions (?:on|"
    rf"against) (?:the )?"
)
_SANCTIONS = re.compile(r" sanctions(?P<who> (?:[Cc]ommittee|[Pp]anel|[Ee]xperts))?\b")
_EXPERTS = re.compile(
    r"\b(?:(?:UN|U\.N\.|United Nations) )?(?:(?:[Pp]anel|[Gg]roup|[Tt]eam) of (?:(?:UN|U\.N\.) )?[Ee]xperts|"
    r"[Ee]xperts?'? (?:[Gg]roup|[Pp]anel)|"
    r"(?:UN|U\.N\.) (?:sanctions )?(?:experts|monitors|panel)|[Mm]onitoring [Tt]eam)\b"
    r"(?P<of> (?:of|on|for|assisting|that assists|monitoring|overseeing) (?:the )?)?"
)
_EXPERTS_ON = re.compile(
    r"\b(?:[Ee]xperts (?:on|monitoring)|[Pp]anel (?:on|monitoring|overseeing|tracking|"
    r"of experts monitoring)) (?:the )?(?:UN |U\.N\. )?(?:sanctions (?:on|against) (?:the )?)?"
)
_BARE_EXPERTS = re.compile(r"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts) (panel|experts|group|monitors|expert body)\b(?! of\b)")
_ACRONYM = re.compile(r" \((?:the )?([A-Z][A-Za-z]{1,7})\)")
_SHORTEST_INITIALS = 3
"""Initials of so many words stand for the name without being introduced: "DLA" after "Delta Liberation Army"."""
_EVERYDAY = (
    ORG_WORDS
    | PORTFOLIO
    | SITE_WORDS
    | FUNCTION_WORDS
    | words_of("""
american first general great new old royal standard united western eastern northern southern central
""")
)
"""Words that many companies' names begin with; alone they name none of them."""


def _place(entry: tuple[str, int, Committee]) -> tuple[str, int]:
    return entry[0], entry[1]


@dataclass(slots=True)
class Bodies:
    """The bodies of one article, beyond what the reference data names."""

    cast: Cast
    committees: list[tuple[str, int, Committee]] = field(default_factory=list)
    """Committees in play, by string and offset of the mention, sorted."""
    known: dict[ActorId, Committee] = field(default_factory=dict)

    def committee_near(self, page: Page, offset: int) -> Committee | None:
        """The committee in play at an offset: the last one before it, else the only one of the article."""
        last = bisect_right(self.committees, (str(page.source.name), offset), key=_place) - 1
        if last >= 0 and self.committees[last][0] == page.source.name:
            return self.committees[last][2]
        return next(iter(self.known.values())) if len(self.known) == 1 else None

    def note(self, page: Page, offset: int, committee: Committee) -> None:
        """Record that a committee is in play from there on."""
        self.committees.append((page.source.name, offset, committee))
        self.known[committee.actor] = committee

    def committee_at(self, page: Page, begin: int, end: int) -> Committee | None:
        """The committee that is named in a range."""
        first = bisect_left(self.committees, (str(page.source.name), begin), key=_place)
        here = self.committees[first : first + 1]
        return here[0][2] if here and here[0][0] == page.source.name and here[0][1] <= end else None


def find_committees(page: Page, bodies: Bodies) -> None:
    """Claim committees of the Security Council: by number, by resolution, by the state that they are about."""
    cast, authority = bodies.cast, bodies.cast.authority
    for found in _COMMITTEE.finditer(page.string):
        number = found["after"] or found["before"]
        committee = authority.committee(number)
        if committee is not None:
            _claim_body(page, cast, found.start(), found.end(), committee.actor, "committee-number")
            bodies.note(page, found.start(), committee)
        elif "ouncil" in found[0] or "anctions" in found[0]:
            actor = cast.mint(
                ActorKind.INTERNATIONAL_BODY, f"Security Council Committee {number}", part_of=SECURITY_COUNCIL
            )
            _claim_body(page, cast, found.start(), found.end(), actor, "committee-number")
    for found in _COMMITTEE_ON.finditer(page.string):
        state, end = _state_hit(page, found.end())
        committee = authority.committee_on(state, cast.day) if state else None
        if committee is not None:
            _claim_body(page, cast, found.start(), end, committee.actor, "committee-on-state")
            bodies.note(page, found.start(), committee)
    for hit in page.hits:
        _find_regime(page, bodies, hit.start, hit.end)
        named = hit.readings[0].actor
        if named and named.startswith("body/unsc-") and (known := authority.committee_of(named)) is not None:
            bodies.note(page, hit.start, known)
    bodies.committees.sort(key=lambda entry: (entry[0], entry[1]))


def _find_regime(page: Page, bodies: Bodies, start: int, end: int) -> None:
    """ "North Korea sanctions", "sanctions on Mali": the committee is in play; "DPRK sanctions committee" is it."""
    state, _ = _state_hit(page, start)
    if state is None:
        return
    found = _SANCTIONS.match(page.string, end)
    preceded = re.search(r"[Ss]anctions (?:on|against) (?:the )?$", page.string[max(0, start - 30) : start])
    if not found and not preceded:
        return
    committee = bodies.cast.authority.committee_on(state, bodies.cast.day)
    if committee is None:
        return
    bodies.note(page, start, committee)
    who = (found["who"] or "").strip().casefold() if found else ""
    actor = committee.actor if who == "committee" else committee.experts if who else None
    if found and actor:
        _claim_body(page, bodies.cast, start, found.end(), actor, "committee-on-state")


def find_experts(page: Page, bodies: Bodies) -> None:
    """Claim expert bodies of the committee in play; what "the panel" is, is decided by what stands before."""
    cast, authority = bodies.cast, bodies.cast.authority
    for found in _EXPERTS_ON.finditer(page.string):
        state, end = _state_hit(page, found.end())
        committee = authority.committee_on(state, cast.day) if state else None
        if committee is None or committee.experts is None:
            continue
        tail = _SANCTIONS.match(page.string, end)
        if tail or "sanctions" in found[0]:
            stop = tail.end() if tail else end
            _claim_body(page, cast, found.start(), stop, committee.experts, "experts-on-state", MentionType.NOMINAL)
    for found in _EXPERTS.finditer(page.string):
        stop = found.start("of") if found["of"] else found.end()
        committee, method = _committee_of_experts(page, bodies, found), "experts-of-committee"
        if committee is not None and committee.experts is not None:
            kind = MentionType.NAME if page.string[found.start()].isupper() else MentionType.NOMINAL
            _claim_body(page, cast, found.start(), stop, committee.experts, method, kind)
    met = sorted(n.start for n in page.namings if n.actor and _is_expert_body(bodies, n.actor))
    for found in _BARE_EXPERTS.finditer(page.string):
        if (
            met
            and met[0] < found.start()
            and (committee := bodies.committee_near(page, found.start()))
            and committee.experts
        ):
            _claim_body(page, cast, found.start(), found.end(), committee.experts, "the-experts", MentionType.NOMINAL)


def _is_expert_body(bodies: Bodies, actor: ActorId) -> bool:
    committee = bodies.cast.authority.committee_of(actor)
    return committee is not None and committee.experts == actor


def _committee_of_experts(page: Page, bodies: Bodies, found: re.Match[str]) -> Committee | None:
    if found["of"]:
        named = bodies.committee_at(page, found.end(), found.end() + 8)
        if named is not None:
            return named
        state, _ = _state_hit(page, found.end())
        if state:
            return bodies.cast.authority.committee_on(state, bodies.cast.day)
    return bodies.committee_near(page, found.start())


def _state_hit(page: Page, start: int) -> tuple[ActorId | None, int]:
    hit = page.hit_at(start)
    if hit is None or len({r.actor for r in hit.readings}) != 1 or hit.readings[0].actor is None:
        return None, start
    actor = hit.readings[0].actor
    return (actor, hit.end) if actor.startswith("state/") else (None, start)


def _claim_body(
    page: Page, cast: Cast, start: int, end: int, actor: ActorId, method: str, kind: MentionType = MentionType.NAME
) -> None:
    if page.claim(Naming(start=start, end=end, actor=actor, type=kind, method=method, score=0.95)):
        cast.name(actor, page.string[start:end])


def find_organisations(page: Page, cast: Cast, acronyms: dict[str, ActorId]) -> None:
    """Claim organisations that only the article knows: by a word of their name, by the recogniser, by an acronym."""
    for run in page.runs:
        for start, end in organisation_ranges(page, run):
            _claim_organisation(page, cast, start, end, acronyms)
    for naming in list(page.namings):
        if naming.actor is not None and cast.kind(naming.actor) not in (ActorKind.STATE, ActorKind.PERSON):
            _note_acronym(page, cast, naming.actor, naming.end, acronyms)


def find_recognised(page: Page, cast: Cast, acronyms: dict[str, ActorId]) -> None:
    """Claim names that only the recogniser takes for an organisation's."""
    terms = short_terms(page.string)
    for run in page.runs:
        words = page.words[run.first : run.last]
        start, end = words[0].start, words[-1].end
        is_site = words[-1].low in SITE_WORDS
        is_text = is_no_body(page, run.first, run.last)
        if page.label_of(start, end) != "ORG" or is_site or is_text or any(word.low in ORG_WORDS for word in words):
            continue
        if page.string[start:end] in terms:
            continue
        if not _is_everyday(page, run.first, run.last) and _is_acronym_or_long(words):
            _claim_organisation(page, cast, start, end, acronyms)


def find_short_names(page: Page, cast: Cast, short: dict[str, ActorId | None]) -> None:
    """Claim companies by the part of their name that is theirs alone: "Agrimont" after "Agrimont SpA"."""
    for run in page.runs if short else ():
        words = page.words[run.first : run.last]
        start, end = words[0].start, words[-1].end
        actor = short.get(page.string[start:end])
        if actor is None or page.label_of(start, end) in ("GPE", "LOC", "NORP") or not page.is_free(start, end):
            continue
        page.claim(Naming(start=start, end=end, actor=actor, method="short-name", score=0.8))
        cast.name(actor, page.string[start:end])


def short_names(cast: Cast) -> dict[str, ActorId | None]:
    """What companies of the article may be called later, None where several may: "Stevens" and "Rupert Stevens"."""
    found: dict[str, ActorId | None] = {}
    for id_, actor in cast.actors.items():
        if actor.kind is not ActorKind.ORGANISATION:
            continue
        for form in _short_forms(actor.label):
            found[form] = id_ if found.get(form, id_) == id_ else None
    return found


def _short_forms(label: str) -> Iterator[str]:
    words = label.split()
    own = list(words)
    while own and (is_company_form(own[-1]) or own[-1] in ("and", "&")):
        own.pop()
    if not own or len(own) == len(words):
        return
    for form in {" ".join(own), own[-1] if len(own) > 1 and own[0].endswith(".") else own[0]}:
        if form[0].isupper() and form.casefold() not in _EVERYDAY and len(form) > 2:
            yield form


def _claim_organisation(page: Page, cast: Cast, start: int, end: int, acronyms: dict[str, ActorId]) -> None:
    if not page.is_free(start, end):
        return
    label = page.string[start:end]
    actor = acronyms.get(label) or cast.mint(organisation_kind(page, label, start), label)
    acronyms.setdefault(label, actor)
    if len(initials := "".join(word[0] for word in label.split() if word[0].isupper())) >= _SHORTEST_INITIALS:
        acronyms.setdefault(initials, actor)
    page.claim(Naming(start=start, end=end, actor=actor, method="organisation-name", score=0.8))
    cast.name(actor, label)
    _note_acronym(page, cast, actor, end, acronyms)


def find_acronyms(page: Page, cast: Cast, acronyms: dict[str, ActorId]) -> None:
    """Claim acronyms that the article introduces, and companies by a part of their name."""
    find_short_names(page, cast, short_names(cast))
    for word in page.words if acronyms else ():
        actor = acronyms.get(word.string)
        if actor is not None and page.claim(
            Naming(start=word.start, end=word.end, actor=actor, method="acronym", score=0.95)
        ):
            cast.name(actor, word.string)


def _note_acronym(page: Page, cast: Cast, actor: ActorId, end: int, acronyms: dict[str, ActorId]) -> None:
    found = _ACRONYM.match(page.string, end)
    if found and sum(c.isupper() for c in found[1]) >= 2:
        acronyms.setdefault(found[1], actor)
        cast.name(actor, found[1])


def _is_acronym_or_long(words: list[Word]) -> bool:
    return len(words) > 1 or (len(words[0].string) > 1 and words[0].string.isupper())


def _is_everyday(page: Page, first: int, last: int) -> bool:
    return all(word.low in PORTFOLIO for word in page.words[first:last]) or (
        last - first == 1 and page.opens_sentence(first)
    )
