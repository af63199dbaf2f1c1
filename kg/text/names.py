"""Names of people, bodies and places, recognised only where that can tell something new.

The recogniser costs as much as the parser. It therefore runs on a sentence only if the sentence holds a proper noun
that no sentence of the article before it has shown; what it finds is then carried to the other sentences.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.text.annotated import Entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Span

    from kg.text.annotated import Parse

CARRIED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
"""Labels of names that are carried to later sentences; dates and numbers are not."""

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_WORD = re.compile(r"\w+")
_CALENDAR = frozenset(
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March"}
    | {"April", "May", "June", "July", "August", "September", "October", "November", "December", "Mr", "Mrs", "Ms"}
)


def recognise(recogniser: EntityRecognizer, strings: Sequence[tuple[str, Sequence[Parse]]]) -> list[tuple[Entity, ...]]:
    """Names of each string (a shadow and its parses), in text order, none overlapping.

    The strings are those of one article: what one of them shows need not be read again in the next.
    """
    telling: list[tuple[int, int, Span]] = []
    familiar: list[tuple[int, int, int]] = []
    seen: set[str] = set(_CALENDAR)
    for number, (_, parses) in enumerate(strings):
        for offset, sentence in _sentences(parses):
            start, end = offset + sentence.start_char, offset + sentence.end_char
            words = _names_in(sentence)
            if words <= seen:
                familiar.append((number, start, end))
            else:
                telling.append((number, offset, sentence))
            seen |= words
    found: list[list[Entity]] = [[] for _ in strings]
    known: dict[str, str] = {}
    for number, entity in _read(recogniser, telling):
        found[number].append(entity)
        if entity.label in CARRIED:
            # The first label that a name got is the one that is carried.
            known.setdefault(strings[number][0][entity.start : entity.end], entity.label)
    by_word = _by_first_word(known)
    for number, start, end in familiar:
        found[number] += _carried(by_word, strings[number][0], start, end)
    return [tuple(sorted(entities, key=lambda entity: entity.start)) for entities in found]


def _sentences(parses: Sequence[Parse]) -> Iterator[tuple[int, Span]]:
    for parse in parses:
        for sentence in parse.doc.sents:
            yield parse.offset, sentence


def _names_in(sentence: Span) -> set[str]:
    """Capitalised words that the tagger takes for names; demonyms and other adjectives name nobody new."""
    return {token.text for token in sentence if token.tag_ in _NAME_TAGS and token.text[0].isupper()}


def _read(recogniser: EntityRecognizer, sentences: Sequence[tuple[int, int, Span]]) -> Iterator[tuple[int, Entity]]:
    docs = recogniser.pipe((sentence.as_doc() for _, _, sentence in sentences), batch_size=256)
    for (number, offset, sentence), doc in zip(sentences, docs, strict=True):
        first = offset + sentence.start_char
        for entity in doc.ents:
            yield number, Entity(first + entity.start_char, first + entity.end_char, entity.label_)


def _by_first_word(known: dict[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Names and labels under their first word, longest name first."""
    by_word: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(known, key=lambda name: (-len(name), name)):
        first = _WORD.match(name)
        if first is not None:
            by_word.setdefault(first.group(), []).append((name, known[name]))
    return by_word


def _carried(by_word: dict[str, list[tuple[str, str]]], shadow: str, start: int, end: int) -> Iterator[Entity]:
    done = start
    for word in _WORD.finditer(shadow, start, end):
        place = word.start()
        if place < done:
            continue
        for name, label in by_word.get(word.group(), ()):
            last = place + len(name)
            if last <= end and shadow.startswith(name, place) and not shadow[last : last + 1].isalnum():
                yield Entity(place, last, label)
                done = last
                break
