"""Companies by the shape of their names: "Stevens and Co Inc", "Agrimont SpA"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolve.lexicon import COMPANY_FORMS, COMPANY_TAILS, words_of

if TYPE_CHECKING:
    from kg.resolve.page import Page, Word

_AND = frozenset({"and", "&"})
_PARTNERS = words_of("associates bros brothers co company daughters partners sons")
"""What stands after "and" in the name of a firm that bears its founder's."""
_FORMS = words_of("corp corporation enterprises gmbh group holdings inc industries limited llc llp ltd plc pty")
_LONGEST_TAIL = 4


def is_company_word(word: Word) -> bool:
    """True for the last words of companies' names; abbreviated legal forms ("AG", "SpA") count in their own case."""
    return word.low in COMPANY_TAILS or word.string in COMPANY_FORMS


def is_company_form(word: str) -> bool:
    """True for the words of a company's name that only say how it is organised: "Industries", "and", "Co", "Inc"."""
    low = word.rstrip(".,").casefold()
    return low in _FORMS or low in _PARTNERS or word in COMPANY_FORMS


def company_end(page: Page, index: int) -> int:
    """Where "Rupert Stevens [and Co Inc]" ends, as an index into the page's words: `index` where nothing follows."""
    words = page.words
    if index >= len(words) or words[index].low not in _AND or page.before(index) is None:
        return index
    stop = index + 1
    while (
        stop < min(len(words), index + 1 + _LONGEST_TAIL) and words[stop].is_capital and page.before(stop) is not None
    ):
        stop += 1
    joined = words[index].low == "&" and _is_legal(words[stop - 1])  # "Holm & Wern Inc", not "Holm and Wern Inc"
    is_firm = stop > index + 1 and (words[index + 1].low in _PARTNERS or joined)
    return stop if is_firm else index


def _is_legal(word: Word) -> bool:
    return word.low in ("co", "inc", "ltd", "plc", "corp", "llc", "llp", "gmbh") or word.string in COMPANY_FORMS
