"""States and bodies by name: known ones from the reference data, unknown ones by how the article uses them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind, MentionType
from kg.resolve.authority import SECURITY_COUNCIL
from kg.resolve.candidates import is_role_word
from kg.resolve.lexicon import ORG_WORDS, words_of
from kg.resolve.organisation_names import KINDS_OF_FIRM
from kg.resolve.page import Naming
from kg.resolve.people import is_title_case
from kg.resolve.places import (
    BETWEEN,
    explains_town,
    is_dateline,
    is_house,
    is_in_list_of_places,
    is_only_city,
    is_us_georgia,
    is_where,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.resolve.automaton import Hit, Reading
    from kg.resolve.cast import Cast
    from kg.resolve.page import Page

_RIVERS = re.compile(
    r" (?:[Rr]iver|[Ss]ea|[Oo]cean|[Ss]trait|[Ll]ake|[Ii]slands?|[Gg]ulf|[Bb]ay|[Mm]ountains|[Dd]elta|[Vv]alley|"
    r"[Cc]anal|[Cc]hannel)s?\b"
)
_WATERS = re.compile(r"\b(?:Gulf|Sea|Bay|Strait|Straits|Isle|Isthmus|Bight) of (?:the )?$")
_OF_NAME = re.compile(r" of (?:the )?(?P<name>[A-Z][\w'-]+)")
_ORIGIN = re.compile(
    r"(?: (?:and|or) [A-Z]\w+)? (?:descent|origins?|ancestry|heritage|extraction|roots|blood|language|accent)\b|"
    r"-(?:born|speaking|language)\b"
)
_LANGUAGE_BEFORE = words_of("in speak speaks spoke speaking fluent into learn learned learning")
_IS = frozenset({"be", "been", "is", "was", "are", "were"})
_NO_NOUN = re.compile(r"(?= (?:it|he|she|they|the|was|is|and|but|to|on|at|with|as)\b|[.,;:!?)]|$)")
_OTHER_HALVES = frozenset(map(ActorId, ("state/SDN", "state/SSD", "state/YEM", "state/VNM", "state/CYP")))
_HALVES = re.compile(r"\b[Tt]he (North|South)\b(?!,? (?:and|[A-Z]|Korea|Sea|Pole|of|coast|side|west|east))")
BRUSSELS = "Brussels"


def name_known(page: Page, cast: Cast, in_play: Counter[ActorId]) -> None:
    """Claim every known name of a page: states, bodies, outlets. Regions and rivers hide what is inside them."""
    longer = _longer_names(page)
    for hit in page.hits:
        if hit.readings[0].form == "region":
            page.hide(hit.start, hit.end)
            continue
        river = _RIVERS.match(page.string, hit.end)
        if river and hit.readings[0].form in ("name", "capital"):
            page.hide(hit.start, river.end())
            continue
        if _is_language_or_origin(page, hit) or _in_waters(page, hit):
            page.hide(hit.start, hit.end)
            continue
        if _is_of_others(page, cast, hit):
            continue
        inside = any(a <= hit.start and hit.end <= b for a, b in longer.get(hit.start, ())) or _is_part(page, hit)
        inside = inside and not _has_firm(page, hit)
        if page.is_free(hit.start, hit.end) and not inside:
            page.claim(_reading_of(page, cast, hit, in_play))


def name_koreas(page: Page, cast: Cast) -> None:
    """Claim "the North" and "the South" where the article speaks of Korea."""
    north, south = ActorId("state/PRK"), ActorId("state/KOR")
    named = {naming.actor for naming in page.namings} | cast.in_play | {cast.context}
    if not named & {north, south} or named & _OTHER_HALVES:
        return
    for found in _HALVES.finditer(page.string):
        state = north if found[1] == "North" else south
        page.claim(Naming(
            start=found.start(), end=found.end(), actor=state, type=MentionType.NOMINAL, method="half-of-korea",
            score=0.8,
        ))  # fmt: skip


def count_in_play(pages: Iterable[Page]) -> Counter[ActorId]:
    """How often each actor is named by a surface that can mean nobody else."""
    return Counter(
        hit.readings[0].actor
        for page in pages for hit in page.hits
        if len(hit.readings) == 1 and hit.readings[0].actor is not None
        and not (hit.readings[0].needs_context and hit.readings[0].form == "capital")
    )  # fmt: skip


def _longer_names(page: Page) -> dict[int, list[tuple[int, int]]]:
    """Runs that are the name of an organisation, by where a known name inside them begins."""
    found: dict[int, list[tuple[int, int]]] = {}
    for run in page.runs:
        words = page.words[run.first : run.last]
        while words and is_role_word(words[-1]):
            words = words[:-1]
        if len(words) > 1 and any(word.low in ORG_WORDS for word in words[1:]):
            start, end = words[0].start, words[-1].end
            for word in words:
                found.setdefault(word.start, []).append((start, end))
    return {
        start: [(a, b) for a, b in ranges if not _is_organ(page, a, b)] for start, ranges in found.items()
    }  # fmt: skip


def _is_part(page: Page, hit: Hit) -> bool:
    """True for "France" in "Bank of France" and "Georgia" in "Georgia Power": a company's name, not the state."""
    if hit.readings[0].form not in ("name", "capital") or is_title_case(page):
        return False
    index = page.word_at(hit.start)
    before = page.before(index)
    if before is not None and before.low == "the":
        before = page.before(index - 1)
        index -= 1
    if before is not None and before.low == "of" and index >= 2:
        owner = page.words[index - 2]
        return owner.is_capital and owner.low in ORG_WORDS and owner.low not in ORGANS
    wider = page.entity_over(hit.start, hit.end)
    if wider is None or wider[2] not in ("ORG", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART"):
        return False
    owned, behind = page.after(page.word_at(hit.start)), page.word_at(wider[1])
    # "Estmark's Foreign" of "Estmark's Foreign Minister" may be taken for a title.
    if owned is not None and owned.string == "'s" and behind < len(page.words) and is_role_word(page.words[behind]):
        return False
    rest = [
        word for word in page.words[page.word_at(wider[0]) : page.word_at(wider[1])] if word.low not in ("the", "'s")
    ]
    others = [word for word in rest if not hit.start <= word.start < hit.end]
    names = all(word.is_capital and not is_role_word(word) and page.hit_at(word.start) is None for word in others)
    return bool(others) and names and rest[-1].low not in ORGANS


def _has_firm(page: Page, hit: Hit) -> bool:
    """True for "U.S." in "its U.S. Subsidiary Picker Inc"."""
    index = page.word_at(hit.end)
    return index < len(page.words) and page.words[index].low in KINDS_OF_FIRM


def _is_language_or_origin(page: Page, hit: Hit) -> bool:
    """True for "in French", "spoke Russian" and "of Pakistani descent": the adjective names no state's act."""
    if hit.readings[0].form != "demonym":
        return False
    if _ORIGIN.match(page.string, hit.end):
        return True
    index = page.word_at(hit.start)
    before = page.before(index)
    if before is not None and before.low in ("a", "an"):
        # "He is a Norwegian."
        before = page.before(index - 1)
        return before is not None and before.low in _IS and bool(_NO_NOUN.match(page.string, hit.end))
    return before is not None and before.low in (_LANGUAGE_BEFORE | _IS) and bool(_NO_NOUN.match(page.string, hit.end))


def _is_of_others(page: Page, cast: Cast, hit: Hit) -> bool:
    """True for "National Diet of Ardenia" and "Security Council of Kestria": not the body that bears it alone."""
    actor = hit.readings[0].actor
    if actor is None or len(hit.readings) != 1 or not actor.startswith("body/"):
        return False
    behind = _OF_NAME.match(page.string, hit.end)
    if behind is None:
        return False
    owner = page.hit_at(behind.start("name"))
    state = owner.readings[0].actor if owner else None
    of = cast.actor(actor).organ_of
    if state is None:
        return owner is None and (of is not None or actor == SECURITY_COUNCIL)
    return state.startswith("state/") and (of not in (None, state) or actor == SECURITY_COUNCIL)


def _in_waters(page: Page, hit: Hit) -> bool:
    """True for the name in "Gulf of Oman" and "Sea of Japan"."""
    return bool(_WATERS.search(page.string, max(0, hit.start - 20), hit.start))


def _is_organ(page: Page, start: int, end: int) -> bool:
    """True for "Georgian Foreign Ministry": the state is named as such. False for "China Times"."""
    hit = page.hit_at(start)
    if hit is None or hit.end >= end:
        return hit is not None
    rest = page.string[hit.end : end].split()
    return not rest or rest[-1].casefold() in ORGANS or not any(word.casefold() in ORG_WORDS for word in rest)


ORGANS = words_of("""
ministry government parliament embassy army navy military police delegation mission council assembly people republic
senate congress cabinet treasury presidency diet
""")


def _reading_of(page: Page, cast: Cast, hit: Hit, in_play: Counter[ActorId]) -> Naming:
    surface = page.string[hit.start : hit.end]
    readings = tuple(r for r in hit.readings if r.actor is not None)
    if len({reading.actor for reading in readings}) > 1:
        readings = _by_context(readings, cast, in_play, surface)
    if len({reading.actor for reading in readings}) > 1:
        actors = tuple(sorted(r.actor for r in readings if r.actor))
        reason = "several actors bear this name and the article does not show which is meant"
        return Naming(
            start=hit.start, end=hit.end, actor=None, method="alias", score=0.0, alternatives=actors, reason=reason
        )
    reading = readings[0]
    if reading.form in ("capital", "name") and (surface == BRUSSELS or cast.kind(_sure(reading)) is ActorKind.STATE):
        return _state_or_place(page, cast, hit, reading, surface)
    if reading.needs_context and not _counts_here(reading, cast, in_play):
        reason = "the name counts only where its state is in play"
        return Naming(start=hit.start, end=hit.end, actor=None, method="alias", score=0.0, reason=reason)
    if is_house(page, hit, surface):
        return Naming(
            start=hit.start, end=hit.end, actor=None, method="house-as-place", score=0.0, is_place=True,
            alternatives=(_sure(reading),), reason="here the house only says where",
        )  # fmt: skip
    kind = MentionType.DEMONYM if reading.form == "demonym" else MentionType.NAME
    if reading.form != "demonym":
        cast.name(_sure(reading), surface)
    return Naming(
        start=hit.start, end=hit.end, actor=reading.actor, type=kind, method=reading.form.replace("name", "alias")
    )


def _state_or_place(page: Page, cast: Cast, hit: Hit, reading: Reading, surface: str) -> Naming:
    state = _sure(reading)
    index = page.word_at(hit.start)
    if surface == "Georgia" and is_us_georgia(page, hit.start):
        reason = "the context is the state of the United States"
        return Naming(
            start=hit.start, end=hit.end, actor=None, method="context", score=0.0, reason=reason, is_place=True
        )
    is_capital = reading.form == "capital"
    where = is_where(page, index) or is_dateline(page, hit) or is_in_list_of_places(page, index)
    where = where or (is_capital and is_only_city(page, hit))
    if not is_capital:
        # "progress in Estonia's response" is progress of the state.
        where = (where and not page.string.startswith("'s ", hit.end)) or explains_town(page, index, hit.end)
    where = where or bool(is_capital and BETWEEN.search(page.string, max(0, hit.start - 90), hit.start))
    if is_capital and where:
        return Naming(
            start=hit.start, end=hit.end, actor=None, method="capital-as-place", is_place=True, alternatives=(state,),
            reason="here the capital only says where",
        )  # fmt: skip
    if not is_capital:
        cast.name(state, surface)
    kind = MentionType.METONYM if is_capital else MentionType.NAME
    method = "metonym-capital" if is_capital else "alias"
    return Naming(start=hit.start, end=hit.end, actor=state, type=kind, method=method, is_place=where)


def _by_context(
    readings: tuple[Reading, ...], cast: Cast, in_play: Counter[ActorId], surface: str
) -> tuple[Reading, ...]:
    """Of several actors, those that the article speaks of anyway; "Brussels" is the Union unless Belgium is."""
    if surface == BRUSSELS:
        named = [r for r in readings if r.actor and r.actor.startswith("state/") and in_play[r.actor] > 0]
        return tuple(named) or tuple(r for r in readings if r.form == "name") or readings
    if any(not r.needs_context for r in readings):
        readings = tuple(r for r in readings if not r.needs_context)
    near = [r for r in readings if in_play[_state(cast, r)] > 0 or _state(cast, r) == cast.context]
    return tuple(near) or readings


def _counts_here(reading: Reading, cast: Cast, in_play: Counter[ActorId]) -> bool:
    state = _state(cast, reading)
    return in_play[state] > 0 or state == cast.context


def _state(cast: Cast, reading: Reading) -> ActorId:
    return cast.state_of(_sure(reading)) or _sure(reading)


def _sure(reading: Reading) -> ActorId:
    return reading.actor or ActorId("")
