"""Which words are an organisation's name: "Bank of Kestria", "Center for Strategic and International Studies"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.resolve.companies import company_end, is_company_word
from kg.resolve.lexicon import FUNCTION_WORDS, ORG_WORDS, PORTFOLIO, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.resolve.page import Page, Run

KINDS_OF_FIRM = words_of("affiliate arm branch distributor division parent partner rival subsidiary supplier unit")
"""What a firm is to another, or to a state, before its name."""
_JOINERS = frozenset({"of", "for", "on", "and", "the", "in", "to", "&", "against"})
NO_BODIES = words_of("""
accord accords act agreement agreements award awards bill championship championships charter convention conventions
cup declaration doctrine election elections festival games initiative memorandum olympics open pact plan prize project
protocol resolution statement strategy summit talks treaty war
""")
"""Last words of names of texts, plans and events, which do nothing by themselves."""
_ASSEMBLIES = words_of("national democratic republican baptist constitutional party")
"""Before "convention" they make a gathering of people."""
_NAMED_AFTER_FIELD = words_of("""
association bank church club federation front league movement party union university college institute society guild
""")
"""Bodies that are no organ of a state, even where only their field is named: "Labour Party", "National Bank"."""
_FIELD = re.compile(
    r"(?:al|ic|ive|ary|an|tion|tions|ment|ity|ties|ics|ence|ance|ing|ure|ogy|ry|gy|ics|ade|ood|ort|ug|ies|th)s?$"
)
"""Endings of adjectives and abstract nouns, of which organisations' names string several together."""
_PLURAL_OWNERS = words_of(
    "People Women Men Workers Children Farmers Teachers Students Nurses Journalists Veterans Writers"
)


def organisation_ranges(page: Page, run: Run) -> Iterator[tuple[int, int]]:
    """Shadow ranges of the names in a run that are organisations' by their shape."""
    words = page.words
    first, last = run.first, run.last
    while first < last and words[first].low in FUNCTION_WORDS:
        first += 1
    while last > first and not words[last - 1].string[0].isalpha():
        last -= 1
    first = _past_owner(page, first, last)
    if first == last:
        return
    if (stop := company_end(page, last)) > last or (stop := _owned_end(page, last)) > last:
        yield words[first].start, words[stop - 1].end
        return
    heads = [index for index in range(first, last) if words[index].low in ORG_WORDS or is_company_word(words[index])]
    if not heads or is_no_body(page, first, last):
        return
    joined = joined_end(page, last) if heads[-1] == last - 1 or heads[0] == first else last
    begin = _coordinated_start(page, first) if heads[-1] == last - 1 else first
    fields = all(words[i].low in PORTFOLIO or words[i].low in ORG_WORDS for i in range(first, last))
    is_organ = fields and joined == last and words[last - 1].low not in _NAMED_AFTER_FIELD
    if (last - begin > 1 or joined > last) and not (is_organ and begin == first):
        yield words[begin].start, words[joined - 1].end


def _past_owner(page: Page, first: int, last: int) -> int:
    """Behind "U.S. Subsidiary" in "its U.S. Subsidiary Picker Inc": what the words say of a firm is not its name."""
    hit = page.hit_at(page.words[first].start) if first < last else None
    behind = page.word_at(hit.end) if hit is not None else last
    return behind + 1 if behind + 1 < last and page.words[behind].low in KINDS_OF_FIRM else first


def is_no_body(page: Page, first: int, last: int) -> bool:
    """True for "Vienna Convention" and "Oslo Accords"; "Republican National Convention" is a gathering that acts."""
    tail = page.words[last - 1].low
    if tail not in NO_BODIES:
        return False
    return not (tail.startswith("convention") and any(w.low in _ASSEMBLIES for w in page.words[first : last - 1]))


def joined_end(page: Page, last: int) -> int:
    """Where "Bank of France" ends: capitalised words after "of" or "for" belong to the name."""
    words, index = page.words, last
    while index < len(words) and words[index].low in _JOINERS and page.before(index) is not None and index - last < 2:
        index += 1
    if index == last or index >= len(words) or not words[index].is_capital or words[index].low in FUNCTION_WORDS:
        return last
    if words[last].low == "and" or words[last].low == "in" or words[last].low == "to":
        return last
    return _coordinated_end(page, _past_capitals(page, index))


def _past_capitals(page: Page, index: int) -> int:
    words = page.words
    while index < len(words) and words[index].is_capital and words[index].string[0].isalpha():
        if page.before(index) is None:
            break
        index += 1
    return index


def _coordinated_end(page: Page, stop: int) -> int:
    """Behind "for Strategic [and International Studies]": fields of work go on, names of others do not."""
    words = page.words
    while stop + 1 < len(words) and _is_field(page, stop - 1):
        index = stop + 1 if words[stop].string == "," else stop
        if words[index].low == "and":
            index += 1
        if index == stop or index >= len(words) or page.before(index) is None or not words[index].is_capital:
            return stop
        if not _is_field(page, index):
            return stop
        stop = _past_capitals(page, index)
    return stop


def _coordinated_start(page: Page, first: int) -> int:
    """Where "[Educational, Scientific and] Cultural Organization" begins: at the first of its fields of work."""
    words, begin = page.words, first
    while begin > 1 and _is_field(page, begin) and page.before(begin) is not None:
        joint = begin - 1
        if words[joint].low == "and" and words[joint - 1].string == ",":
            joint -= 1
        if words[joint].low not in ("and", ",") or page.before(joint) is None:
            break
        field = joint - 1
        if not (words[field].is_capital and _is_field(page, field)):
            break
        while field > 0 and words[field - 1].is_capital and page.before(field) is not None:
            if words[field - 1].low in FUNCTION_WORDS:
                break
            field -= 1
        begin = field
    return begin


def _is_field(page: Page, index: int) -> bool:
    word = page.words[index]
    if not word.is_capital or page.hit_at(word.start) is not None or len(word.string) < 3:
        return False
    return word.low in PORTFOLIO or bool(_FIELD.search(word.low))


def _owned_end(page: Page, last: int) -> int:
    """Where "New People's Party" ends, as an index into the words; `last` where no such name is there."""
    words = page.words
    if last >= len(words) - 1 or words[last - 1].string not in _PLURAL_OWNERS or words[last].string not in ("'s", "'"):
        return last
    stop = _past_capitals(page, last + 1)
    has_head = stop > last + 1 and words[stop - 1].low in ORG_WORDS
    return stop if has_head else last
