"""Quotations that a clause without a verb of saying brings: "Torr needed a word: ...", "... — that was Torr's answer".

Only those that nothing else claims: a quotation beside a cue is the cue's.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from kg.extract.rules.drafts import Draft, characters, tidied
from kg.extract.rules.sources import source_range
from kg.extract.rules.words import ACCOUNTS, GIVING, SHOWING, UTTERANCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extract.rules.drafts import Range
    from kg.extract.rules.tree import Tree

_DASHES = frozenset({"—", "–", "--", "-"})
_POINTING = frozenset({"that", "this", "such"})
_SO = frozenset({"so", "thus"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAMES = frozenset({"NNP", "NNPS"})
_TELLING = frozenset({"give", "gives", "gave", "tell", "tells", "told"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_MARKS = frozenset({'"', "''", "``", "'"})


def introduced_quotations(tree: Tree, shadow: str) -> Iterator[Draft]:
    """Drafts of the quotations of one parse that a clause introduces or sums up, in text order."""
    for first, last in tree.quote_bounds.values():
        draft = _summed_up(tree, first, last, shadow) or _before_colon(tree, first, last, shadow)
        draft = draft or _with_the_words(tree, first, last, shadow)
        if draft is None and first and _is_speech(tree, first, last):
            told = _teller(tree, first - 1)
            content = tidied(shadow, (characters(tree, (first, last + 1)),))
            draft = replace(told, content=content) if told is not None and content else None
        if draft is not None:
            yield draft


def names_speaker(draft: Draft, shadow: str) -> bool:
    """True if the draft has a source that is more than "that" or "it"."""
    return any(shadow[start:end].casefold() not in _POINTING | {"it", "which"} for start, end in draft.source)


def told_in_next(before: Tree, tree: Tree, shadow: str) -> Iterator[Draft]:
    """The quotation that opens a paragraph after one that ends in "Torr gave her account"."""
    opening = tree.quote_bounds.get(tree.quoted[0]) if len(tree) else None
    if opening is not None and (told := _teller(before, len(before) - 1)) is not None:
        content = tidied(shadow, (characters(tree, (opening[0], opening[1] + 1)),))
        if content:
            yield replace(told, content=content)


def unclaimed(found: Iterable[Draft], others: Iterable[Draft]) -> list[Draft]:
    """The drafts whose words and whose cue no other draft has."""
    others = tuple(others)
    claimed = sorted(piece for draft in others for piece in draft.content)
    reached = list(accumulate((end for _, end in claimed), max))
    cues = {draft.place for draft in others}
    return [
        draft
        for draft in found
        if draft.place not in cues
        and not ((before := bisect_left(claimed, (draft.reach[1],))) and reached[before - 1] > draft.reach[0])
    ]


def _before_colon(tree: Tree, first: int, last: int, shadow: str) -> Draft | None:
    """ "Torr needed two words: ..." and "Torr again: ..."."""
    if first == 0 or tree.words[first - 1] != ":" or not _is_speech(tree, first, last):
        return None
    colon = first - 1
    begin = tree.sentence[colon][0]
    for token in range(colon - 1, begin - 1, -1):
        if tree.quoted[token] >= 0 or tree.words[token] in (";", ":"):
            begin = token + 1
            break
    verbs = [
        t for t in range(begin, colon) if tree.tag[t] in _FINITE and tree.dep[t] not in ("relcl", "aux", "auxpass")
    ]
    if not verbs:
        return _label_and_adverb(tree, begin, colon, first, last, shadow)
    verb = verbs[-1]
    subject = tree.child(verb, "nsubj")
    if subject is None and tree.dep[verb] == "conj":
        subject = tree.child(tree.head[verb], "nsubj")
    if subject is None or subject > verb or not begin <= subject or tree.child(verb, "neg") is not None:
        return None
    if tree.lower[verb] in SHOWING or not _lets_speak(tree, verb, colon):
        return None
    source = source_range(tree, subject, verb)
    return _draft(tree, source, (verb, verb + 1), (first, last), shadow) if _is_person(tree, source) else None


def _with_the_words(tree: Tree, first: int, last: int, shadow: str) -> Draft | None:
    """ "opened the bridge with the words “...”"."""
    noun = first - 1 - (first > 1 and tree.words[first - 1] == ":")
    if noun < 2 or tree.lower[noun] not in UTTERANCES or "with" not in (tree.lower[noun - 1], tree.lower[noun - 2]):
        return None
    verb = noun
    while tree.head[verb] != verb and tree.tag[verb] not in _FINITE:
        verb = tree.head[verb]
    subject = tree.child(verb, "nsubj")
    if subject is None or subject > verb or tree.child(verb, "neg") is not None:
        return None
    source = source_range(tree, subject, verb)
    return _draft(tree, source, (noun, noun + 1), (first, last), shadow) if _is_person(tree, source) else None


def _label_and_adverb(tree: Tree, begin: int, colon: int, first: int, last: int, shadow: str) -> Draft | None:
    end = colon
    while end > begin and tree.tag[end - 1] == "RB":
        end -= 1
    is_name = begin < end < colon and end - begin <= 3 and all(word[0].isupper() for word in tree.words[begin:end])
    return _draft(tree, (begin, end), (colon, colon + 1), (first, last), shadow) if is_name else None


def _lets_speak(tree: Tree, verb: int, colon: int) -> bool:
    """True if the verb has no object, or one for words: "a comment", "one" (of two sentences)."""
    objects = [c for c in tree.children[verb] if verb < c < colon and tree.dep[c] in ("dobj", "attr", "oprd", "dative")]
    return all(
        tree.lower[token] in UTTERANCES or tree.tag[token] == "CD" or tree.lower[token].endswith(("self", "selves"))
        for token in objects
    )


def _summed_up(tree: Tree, first: int, last: int, shadow: str) -> Draft | None:
    """ "... — that was Torr's answer", "...: such was the verdict of the court", "... — so Torr summed it up"."""
    mark = last + 1
    if mark + 3 >= len(tree) or tree.words[mark] not in _DASHES | {":", ","} or not _begins_sentence(tree, first):
        return None
    opener, end = tree.lower[mark + 1], tree.sentence[mark + 1][1]
    if opener in _SO:
        return _with_subject(tree, range(mark + 2, end), (first, last), shadow)
    if opener not in _POINTING or tree.lower[mark + 2] not in ("was", "is", "were"):
        return None
    if tree.lower[mark + 3] == "how":
        return _with_subject(tree, range(mark + 4, end), (first, last), shadow)
    for token in range(mark + 3, min(end, mark + 12)):
        if tree.lower[token] in UTTERANCES:
            owner = tree.child(token, "poss")
            of = next((c for c in tree.children[token] if tree.lower[c] in ("of", "from", "by")), None)
            holder = owner if owner is not None else None if of is None else tree.child(of, "pobj")
            if holder is None:
                return None
            source = (tree.first[holder], holder + 1) if owner is not None else source_range(tree, holder, token)
            return _draft(tree, source, (token, token + 1), (first, last), shadow)
    return None


def _with_subject(tree: Tree, tokens: range, quote: Range, shadow: str) -> Draft | None:
    for verb in tokens:
        subject = tree.child(verb, "nsubj") if tree.tag[verb] in _FINITE else None
        if subject is not None and subject in tokens and subject < verb:
            source = source_range(tree, subject, verb)
            return _draft(tree, (max(source[0], tokens.start), source[1]), (verb, verb + 1), quote, shadow)
        before = tree.tag[tokens.start : verb]
        if tree.tag[verb] in _FINITE and 0 < len(before) <= 6 and before[-1] in _NOUNS and _FINITE.isdisjoint(before):
            # The parser gave the verb a subject inside the quotation.
            return _draft(tree, (tokens.start, verb), (verb, verb + 1), quote, shadow)
    return None


def _begins_sentence(tree: Tree, first: int) -> bool:
    return first == 0 or tree.words[first - 1][-1] in ".!?:" or tree.words[first - 1] in _MARKS


def _teller(tree: Tree, last: int) -> Draft | None:
    """A draft without content of the sentence that ends at a token, if it tells that somebody gave an account."""
    first, end = tree.sentence[last]
    if end != last + 1 or tree.words[last] not in (".", ":") or any(tree.quoted[t] >= 0 for t in range(first, end)):
        return None
    verb = next((t for t in range(first, end) if tree.head[t] == t), first)
    subject = tree.child(verb, "nsubj")
    if tree.tag[verb] not in _FINITE or subject is None or tree.child(verb, "neg") is not None:
        return None
    given = [c for c in tree.children[verb] if tree.dep[c] == "dobj"]
    tells = tree.lower[verb] in ACCOUNTS or (
        tree.lower[verb] in GIVING | _TELLING and any(tree.lower[token] in UTTERANCES for token in given)
    )
    source = source_range(tree, subject, verb)
    if not tells or not _is_person(tree, source):
        return None
    return Draft(
        place=tree.start[verb],
        source=(characters(tree, source),),
        cue=(characters(tree, (verb, verb + 1)),),
        content=(),
        rule="introduced",
        is_speech=True,
    )


def _is_speech(tree: Tree, first: int, last: int) -> bool:
    """True for a quotation that is a sentence: it begins with a capital letter and ends with its own full stop."""
    words = [tree.words[t] for t in range(first, last + 1) if tree.words[t] not in _MARKS]
    return bool(words) and words[0][0].isupper() and words[-1][-1] in ".!?…"


def _is_person(tree: Tree, source: Range) -> bool:
    """True for a name, "he" or "she", "one of them": signs, banners and books do not speak."""
    tags, words = tree.tag[source[0] : source[1]], tree.lower[source[0] : source[1]]
    return words[0] in ("he", "she") or any(tag in _NAMES for tag in tags) or words[:2] == ["one", "of"]


def _draft(tree: Tree, source: Range, cue: Range, quote: Range, shadow: str) -> Draft | None:
    content = tidied(shadow, (characters(tree, (quote[0], quote[1] + 1)),))
    if not content:
        return None
    return Draft(
        place=tree.start[cue[0]],
        source=(characters(tree, source),),
        cue=(characters(tree, cue),),
        content=content,
        rule="introduced",
        is_speech=True,
    )
