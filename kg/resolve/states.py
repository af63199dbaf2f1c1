"""States and bodies by name: known ones from the reference data, unknown ones by how the article uses them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind, MentionType
from kg.resolve.authority import SECURITY_COUNCIL
from kg.resolve.candidates import is_role_word
from kg.resolve.lexicon import MOTION, ORG_WORDS, PLACE_PREPOSITIONS, words_of
from kg.resolve.organisation_names import KINDS_OF_FIRM, NO_BODIES
from kg.resolve.page import Naming
from kg.resolve.people import is_title_case

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
_LOCAL_OFFICES = words_of(
    "archbishop bishop chief city general governor mayor outskirts prosecutor streets suburb suburbs university"
)
_NO_NOUN = re.compile(r"(?= (?:it|he|she|they|the|was|is|and|but|to|on|at|with|as)\b|[.,;:!?)]|$)")
_GOES_ON = words_of("""
after and as at before by during for from in last next of on or since that this to until when where which while who with
""")
_LONGEST_LIST = 6
_NO_GOVERNMENT = words_of("""
airport area bourse bureau conference correspondent cathedral court district exchange festival headquarters hospital
hotel landmark marathon market mayor meeting museum office opera outskirts radio resident residents restaurant school
stadium station stock street studio suburb suburbs subway summit talks theatre traffic university zoo
""")
"""Behind a capital they show that it only says where: "Tehran radio", "its Washington headquarters"."""
_HOUSES = frozenset({
    "White House", "Kremlin", "Pentagon", "Blue House", "Downing Street", "10 Downing Street", "Capitol", "Elysee",
    "Elysée", "Elysee Palace", "Élysée Palace", "Capitol Hill", "Foggy Bottom", "Whitehall",
})  # fmt: skip
"""Buildings and streets by which those who work there are called."""
_BETWEEN = re.compile(
    r"\b(?:bridges?|borders?|buses|cables?|ferry|ferries|flights?|highway|line|lines|pipelines?|railways?|river|road|"
    r"roads|routes?|sails|strait|tunnel|trains?)\b[^.;]{0,40} between (?:[A-Z][\w'-]+ and )?$"
)
"""What runs between two places."""
_BEFORE_TOWNS = PLACE_PREPOSITIONS | frozenset({"from", "to", "of", "and"})
_OTHER_HALVES = frozenset(map(ActorId, ("state/SDN", "state/SSD", "state/YEM", "state/VNM", "state/CYP")))
_HALVES = re.compile(r"\b[Tt]he (North|South)\b(?!,? (?:and|[A-Z]|Korea|Sea|Pole|of|coast|side|west|east))")
_BESIDE_LARGER = re.compile(r", [A-Z][a-z]+(?: [A-Z][a-z]+)?(?:[.,;:]|$)")
"""What follows a town that its state or country explains; after a list of governments stands "and"."""
_US_GEORGIA = frozenset({"Atlanta", "Savannah", "Macon", "Augusta", "Athens", "Columbus"})
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
    if _is_house(page, hit, surface):
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


def _is_house(page: Page, hit: Hit, surface: str) -> bool:
    """True for "signed at the White House": a seat of government that only says where."""
    if surface.removeprefix("the ").removeprefix("The ") not in _HOUSES:
        return False
    index = page.word_at(hit.start)
    before = page.before(index)
    if before is not None and before.low == "the":
        before = page.before(index - 1)
    return before is not None and before.low in PLACE_PREPOSITIONS


def _state_or_place(page: Page, cast: Cast, hit: Hit, reading: Reading, surface: str) -> Naming:
    state = _sure(reading)
    index = page.word_at(hit.start)
    if surface == "Georgia" and _is_us_georgia(page, hit.start):
        reason = "the context is the state of the United States"
        return Naming(
            start=hit.start, end=hit.end, actor=None, method="context", score=0.0, reason=reason, is_place=True
        )
    is_capital = reading.form == "capital"
    where = is_where(page, index) or _is_dateline(page, hit) or _is_in_list_of_places(page, index)
    where = where or (is_capital and _is_only_city(page, hit))
    if not is_capital:
        # "progress in Estonia's response" is progress of the state.
        where = (where and not page.string.startswith("'s ", hit.end)) or explains_town(page, index, hit.end)
    where = where or bool(is_capital and _BETWEEN.search(page.string, max(0, hit.start - 90), hit.start))
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


def _is_only_city(page: Page, hit: Hit) -> bool:
    """True for "Paris, Texas", "Tehran radio" and "Paris Accords": a capital that stands for no government."""
    if _BESIDE_LARGER.match(page.string, hit.end):
        return True
    begin = page.word_at(hit.start)
    before = page.before(begin)
    if before is not None and before.low == "of" and begin > 1 and page.words[begin - 2].low in _LOCAL_OFFICES:
        return True
    index = page.word_at(hit.end)
    after = page.words[index] if index < len(page.words) and page.before(index) is not None else None
    return after is not None and (after.low in _NO_GOVERNMENT or (after.is_capital and after.low in NO_BODIES))


def _is_in_list_of_places(page: Page, index: int) -> bool:
    """True for the later names of "in Poland, Latvia and Estonia". In "In Moscow, Russia said" a clause begins."""
    after = page.after(page.word_at(page.words[index].end) - 1)
    if after is not None and after.string.isalpha() and after.string.islower() and after.low not in _GOES_ON:
        return False
    for _ in range(_LONGEST_LIST):
        joint = page.before(index)
        if joint is None or joint.low not in ("and", ",", "or"):
            return False
        index -= 3 if joint.low != "," and index > 1 and page.words[index - 2].string == "," else 2
        if index < 1 or not page.words[index].is_capital:
            return False
        while index > 1 and page.words[index - 1].is_capital and page.before(index) is not None:
            index -= 1
        if is_where(page, index):
            return not page.opens_sentence(index - 1)
    return False


def _is_dateline(page: Page, hit: Hit) -> bool:
    """True for a place that makes up a line, or opens one in capitals before a comma, bracket or dash."""
    number = page.source.paragraph_at(hit.start)
    if number is None or page.source.paragraphs[number].start != hit.start or page.source.name == "title":
        return False
    rest = page.string[hit.end : page.source.paragraphs[number].end].strip()
    return not rest or (page.string[hit.start : hit.end].isupper() and rest[:1] in ",(-–—")


def explains_town(page: Page, index: int, end: int) -> bool:
    """True for the state in "from Orsk, Estonia,": it says where a town lies. It has its first word at `index`."""
    if page.string[end : end + 1] not in (",", ".", ";", ":", ")") or index < 2 or page.words[index - 1].string != ",":
        return False
    town = page.words[index - 2]
    first = index - 2
    while first > 0 and page.words[first - 1].is_capital and page.before(first) is not None:
        first -= 1
    before = page.before(first)
    if before is None or page.before(index - 1) is None or not town.is_capital or page.hit_at(town.start) is not None:
        return False
    return before.low in _BEFORE_TOWNS


def is_where(page: Page, index: int) -> bool:
    """True if the name at that word only says where: "in Moscow", "flew to Moscow"."""
    before = page.before(index)
    if before is not None and before.low == "the":
        index -= 1
        before = page.before(index)
    if before is None:
        return False
    recent = {word.low for word in page.words[max(0, index - 5) : index]}
    return before.low in PLACE_PREPOSITIONS or (before.low in ("from", "to", "for") and bool(recent & MOTION))


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


def _is_us_georgia(page: Page, start: int) -> bool:
    number = page.source.sentence_at(start)
    begin, end = page.source.sentences[number] if number is not None else (max(0, start - 200), start + 200)
    near = page.string[begin:end]
    if "Tbilisi" in near:
        return False
    line = page.source.shadow.string[:40].casefold()
    return any(city in near for city in _US_GEORGIA) or line.startswith("atlanta") or "state legislature" in near
