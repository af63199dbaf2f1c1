"""States and bodies by name: known ones from the reference data, unknown ones by how the article uses them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind, MentionType
from kg.resolve.lexicon import FUNCTION_WORDS, MOTION, ORG_WORDS, PLACE_PREPOSITIONS, PORTFOLIO, words_of
from kg.resolve.page import Naming
from kg.resolve.people import is_role_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from kg.resolve.automaton import Hit, Reading
    from kg.resolve.cast import Cast
    from kg.resolve.page import Page, Run

_RIVERS = re.compile(
    r" (?:[Rr]iver|[Ss]ea|[Oo]cean|[Ss]trait|[Ll]ake|[Ii]slands?|[Gg]ulf|[Bb]ay|[Mm]ountains|[Dd]elta|[Vv]alley|[Cc]anal|[Cc]hannel)s?\b"
)
_STATE_OWNS = re.compile(
    r"(?:(?:first|deputy|acting|former|current|new|outgoing|then|interim|special|chief|vice|permanent) )*"
    r"(?:prime minister|president|premier|chancellor|king|queen|parliament|ambassador|embassy|consulate|"
    r"envoy|navy|armed forces|air force|coast guard|border guards?|central bank|supreme court|"
    r"constitution|permanent representative|representative|consul|head of state|"
    r"(?:\w+ ){0,3}(?:[Mm]inist(?:ry|er)|[Mm]inisters)|Ministry of|Prime Minister|President|Government|Parliament|Embassy|"
    r"UN (?:ambassador|envoy|mission)|mission to the|sovereignty|independence|territorial waters|airspace|borders?)\b"
)
_OWNS_TOO = re.compile(
    r"(?:government|cabinet|army|military|troops|forces|delegation|opposition|ruling party|offer|proposal)\b"
)
"""What a person may have as well as a state."""
_OWNED_BY = re.compile(
    r"\b(?:government|parliament|embassy|consulate|president|prime minister|king|queen|army|navy|military|armed forces|"
    r"coast guard|people|republic|kingdom|ambassador|envoy|delegation|sovereignty|independence|territory|capital|citizens|"
    r"[Mm]inist(?:ry|er)(?: of [A-Z]\w+(?: [A-Z]\w+)?)?|Republic|Kingdom|Government|Embassy) of (?:the )?$",
)
_STATE_NOUN = re.compile(
    r" (?:delegation|government|side|forces|troops|army|navy|embassy|ambassador|parliament|officials?|diplomats?)\b"
)
_STATE_LIKE = re.compile(
    r"(?P<strong>land|stan|mark)$|(?:[aeon]nia|[aeiou]ria|[iou]via|esia|[eou]lia|[ou]tia|stria|[eou]dia)$"
)
_DEMONYM_ENDINGS = re.compile(r"(?:n|an|ian|ic|ish|ese|i|er|ans|ians|s|ers|ensian|ite|ites)$")
_US_GEORGIA = frozenset({"Atlanta", "Savannah", "Macon", "Augusta", "Athens", "Columbus"})
_UN_CITIES = frozenset(
    {"UNITED NATIONS", "NEW YORK", "GENEVA", "BRUSSELS", "VIENNA", "THE HAGUE", "STRASBOURG", "NAIROBI"}
)
BRUSSELS = "Brussels"
_BROAD = words_of("""
western eastern northern southern central european arab african asian islamic muslim jewish christian gulf baltic nordic
balkan allied latin kurdish sunni shiite catholic orthodox buddhist hindu scandinavian caribbean pacific atlantic arctic
republican democratic liberal conservative socialist communist congressional federal english senior other
""")


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
        if page.is_free(hit.start, hit.end) and not any(
            a <= hit.start and hit.end <= b for a, b in longer.get(hit.start, ())
        ):
            page.claim(_reading_of(page, cast, hit, in_play))


def count_in_play(pages: Iterable[Page]) -> Counter[ActorId]:
    """How often each actor is named by a surface that can mean nobody else."""
    return Counter(
        hit.readings[0].actor
        for page in pages for hit in page.hits
        if len(hit.readings) == 1 and hit.readings[0].actor is not None and not hit.readings[0].needs_context
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


def _is_organ(page: Page, start: int, end: int) -> bool:
    """True for "Georgian Foreign Ministry": the state is named as such. False for "China Times"."""
    hit = page.hit_at(start)
    if hit is None or hit.end >= end:
        return hit is not None
    rest = page.string[hit.end : end].split()
    return not rest or rest[-1].casefold() in _ORGANS or not any(word.casefold() in ORG_WORDS for word in rest)


_ORGANS = words_of("ministry government parliament embassy army navy military police delegation mission council")


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
    kind = MentionType.DEMONYM if reading.form == "demonym" else MentionType.NAME
    if reading.form != "demonym":
        cast.name(_sure(reading), surface)
    return Naming(
        start=hit.start, end=hit.end, actor=reading.actor, type=kind, method=reading.form.replace("name", "alias")
    )


def _state_or_place(page: Page, cast: Cast, hit: Hit, reading: Reading, surface: str) -> Naming:
    state = _sure(reading)
    index = page.word_at(hit.start)
    if surface == "Georgia" and _is_us_georgia(page, hit.start):
        reason = "the context is the state of the United States"
        return Naming(
            start=hit.start, end=hit.end, actor=None, method="context", score=0.0, reason=reason, is_place=True
        )
    is_capital = reading.form == "capital"
    where = is_where(page, index)
    if is_capital and where:
        return Naming(
            start=hit.start, end=hit.end, actor=None, method="capital-as-place", is_place=True, alternatives=(state,),
            reason="after a preposition of place the capital is only a place",
        )  # fmt: skip
    if not is_capital:
        cast.name(state, surface)
    kind = MentionType.METONYM if is_capital else MentionType.NAME
    method = "metonym-capital" if is_capital else "alias"
    return Naming(start=hit.start, end=hit.end, actor=state, type=kind, method=method, is_place=where)


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


def find_unknown_states(pages: Iterable[Page], cast: Cast, surnames: Set[str], sources: Set[tuple[str, int]]) -> None:
    """Claim names that no reference data has but that the article uses as it would a state's.

    `surnames`: folded words that name persons here. `sources`: where the sources of attributions begin (string, offset).
    """
    pages = tuple(pages)
    evidence: Counter[str] = Counter()
    for page in pages:
        for run in page.runs:
            for surface, weight in _evidence(page, run, surnames, sources):
                evidence[surface] += weight
    states = {surface for surface, weight in evidence.items() if weight >= 2}
    for surface in sorted(states):
        cast.mint(ActorKind.STATE, surface)
    for page in pages:
        _claim_states(page, cast, states)


def _evidence(page: Page, run: Run, surnames: Set[str], sources: Set[tuple[str, int]]) -> Iterable[tuple[str, int]]:
    """How strongly each word of a run looks like a state's name: 2 settles it."""
    words = page.words[run.first : run.last]
    if any(word.low in ORG_WORDS for word in words[1:]) and len(words) > 2:
        return
    word = words[0]
    if not _may_be_state(page, run.first, surnames):
        return
    after = page.string[word.end : word.end + 60]
    if len(words) == 1 or is_role_word(words[1]) or words[1].low in PORTFOLIO:
        owns = after.startswith("'s ") and _STATE_OWNS.match(after, 3)
        if owns or _STATE_NOUN.match(after) or _OWNED_BY.search(page.string, max(0, word.start - 40), word.start):
            yield word.string, 2
        elif after.startswith("'s ") and _OWNS_TOO.match(after, 3):
            yield word.string, 1
    if len(words) != 1:
        return
    label = page.label_of(word.start, word.end)
    if label == "PERSON" or is_where(page, run.first):
        return
    speaks = (page.source.name, word.start) in sources or _is_subject(page, run)
    if label == "GPE":
        yield word.string, 2 if speaks else 1
    if len(word.string) >= 5 and (looks := _STATE_LIKE.search(word.string)):
        yield word.string, 2 if label == "ORG" and looks["strong"] else 1
        if label is None and speaks:
            yield word.string, 1


def _is_subject(page: Page, run: Run) -> bool:
    before = page.before(run.first)
    if (
        before is not None
        and before.string.islower()
        and before.low not in ("and", "that", "but", "while", "as", "if", "the")
    ):
        return False
    after = page.after(run.last - 1)
    return (
        after is not None and after.string.isalpha() and after.string.islower() and after.low not in ("and", "of", "in")
    )


def _may_be_state(page: Page, index: int, surnames: Set[str]) -> bool:
    word = page.words[index]
    if len(word.string) < 4 or not word.string.isalpha() or word.low in FUNCTION_WORDS or is_role_word(word):
        return False
    if (
        word.low in _BROAD
        or word.low in ORG_WORDS
        or word.low in PORTFOLIO
        or word.low.rstrip("s") in PORTFOLIO
        or word.low in surnames
    ):
        return False
    return page.is_free(word.start, word.end) and page.hit_at(word.start) is None


def _claim_states(page: Page, cast: Cast, states: set[str]) -> None:
    stems = {surface: re.sub(r"(?:ia|[aeiou])$", "", surface) for surface in states}
    for run in page.runs:
        for index in range(run.first, run.last):
            word = page.words[index]
            if not page.is_free(word.start, word.end):
                continue
            organisation = run.last - run.first > 1 and page.words[run.last - 1].low in ORG_WORDS - _ORGANS
            if word.string in states and not organisation:
                state = cast.mint(ActorKind.STATE, word.string)
                cast.name(state, word.string)
                page.claim(Naming(start=word.start, end=word.end, actor=state, method="used-as-state", score=0.8))
                continue
            for surface, stem in stems.items():
                rest = word.string[len(stem) :]
                if word.string.startswith(stem) and len(stem) >= 4 and _DEMONYM_ENDINGS.search(rest) and len(rest) <= 4:
                    state = cast.mint(ActorKind.STATE, surface)
                    page.claim(Naming(
                        start=word.start, end=word.end, actor=state, type=MentionType.DEMONYM, method="demonym-of-unknown",
                        score=0.8,
                    ))  # fmt: skip
                    break


def context_state(pages: tuple[Page, Page], cast: Cast, dateline: str | None) -> ActorId | None:
    """The state that the article speaks of or from: subject of headline or lead, and the dateline.

    None where the two differ, or where neither names a state.
    """
    text, title = pages
    leads = [state for page in (title, text) if (state := _leading_state(page, cast)) is not None]
    place = dateline_state(text, cast, dateline)
    lead = leads[0] if leads else None
    if lead is not None and place is not None and lead != place:
        return None
    return lead or place


def _leading_state(page: Page, cast: Cast) -> ActorId | None:
    if not page.words:
        return None
    body = next((p for p in page.source.paragraphs if p.role in ("body", "heading", "turn")), None)
    number = page.source.sentence_at(body.start) if body else None
    limit = page.source.sentences[number][1] if number is not None else 200
    for naming in sorted(page.namings, key=lambda n: n.start):
        if naming.start >= limit:
            return None
        if naming.actor is None or naming.is_place or cast.kind(naming.actor) is not ActorKind.STATE:
            continue
        index = page.word_at(naming.start)
        before = page.before(index)
        starts = before is None or before.low in ("the",) or page.opens_sentence(index)
        return naming.actor if starts or page.string.startswith("'s ", naming.end) else None
    return None


def _first_line(page: Page) -> str:
    for paragraph in page.source.paragraphs[:2]:
        line = page.string[paragraph.start : paragraph.end]
        match = re.match(r"[A-Z][A-Z .'-]{2,30}(?=$|,| [-(]|\s*[—–])", line)
        if match:
            return match[0]
    return ""


def dateline_state(page: Page, cast: Cast, dateline: str | None) -> ActorId | None:
    """The state whose capital the dateline names, None without one or where international bodies sit."""
    line = dateline or _first_line(page)
    place = re.split(r"[,(/—–]", line.strip())[0].strip()
    if not place or place.upper() in _UN_CITIES:
        return None
    hit = next(iter(cast.authority.names.scan(place)), None) or next(
        iter(cast.authority.names.scan(place.title())), None
    )
    if hit is None or len({reading.actor for reading in hit.readings}) != 1:
        return None
    actor = hit.readings[0].actor
    return actor if actor and cast.kind(actor) is ActorKind.STATE else None
