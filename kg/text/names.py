"""Names of people, bodies and places, recognised only where that can tell something new.

The recogniser costs as much as the parser. It therefore runs on a sentence only if the sentence holds a proper noun
that no sentence of the article before it has shown; what it finds is then carried to the other sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.text.annotated import Entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

    from kg.text.annotated import Parse
    from kg.text.tokens import Tokens

CARRIED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
"""Labels of names that are carried to later sentences; dates and numbers are not."""

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_WORD = re.compile(r"\w+")
_CALENDAR = frozenset(
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March"}
    | {"April", "May", "June", "July", "August", "September", "October", "November", "December", "Mr", "Mrs", "Ms"}
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence to be read: the number of its string, its parse, and its tokens, half-open."""

    string: int
    parse: Parse
    first: int
    last: int


def recognise(recogniser: EntityRecognizer, strings: Sequence[tuple[str, Sequence[Parse]]]) -> list[tuple[Entity, ...]]:
    """Names of each string (a shadow and its parses), in text order, none overlapping.

    The strings are those of one article: what one of them shows need not be read again in the next.
    """
    telling: list[_Sentence] = []
    familiar: list[tuple[int, int, int]] = []
    seen: set[str] = set(_CALENDAR)
    for number, (_, parses) in enumerate(strings):
        for parse in parses:
            for first, last in parse.tokens.sentences:
                words = _names_in(parse.tokens, first, last)
                if words <= seen:
                    familiar.append((number, parse.tokens.start[first], parse.tokens.end[last - 1]))
                else:
                    telling.append(_Sentence(number, parse, first, last))
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


def _names_in(tokens: Tokens, first: int, last: int) -> set[str]:
    """Capitalised words that the tagger takes for names; demonyms and other adjectives name nobody new."""
    named = zip(tokens.words[first:last], tokens.tag[first:last], strict=True)
    return {word for word, tag in named if tag in _NAME_TAGS and word[0].isupper()}


def _read(recogniser: EntityRecognizer, sentences: Sequence[_Sentence]) -> Iterator[tuple[int, Entity]]:
    docs = recogniser.pipe(map(_alone, sentences), batch_size=256)
    for sentence, doc in zip(sentences, docs, strict=True):
        place = sentence.parse.tokens.start[sentence.first]
        for entity in doc.ents:
            yield sentence.string, Entity(place + entity.start_char, place + entity.end_char, entity.label_)


def _alone(sentence: _Sentence) -> Doc:
    """The sentence as a document, with all that the recogniser reads of it: words, and how they are normally written.

    A copy of everything that the parser found would cost half as much again as the recognising.
    """
    from spacy.tokens import Doc

    tokens, doc = sentence.parse.tokens, sentence.parse.doc
    first, last = sentence.first, sentence.last
    follows = zip(tokens.end[first:last], [*tokens.start[first + 1 : last], -1], strict=True)
    alone = Doc(doc.vocab, words=tokens.words[first:last], spaces=[end < start for end, start in follows])
    norms = doc.to_array(["NORM"])[first:last]
    return alone.from_array(["NORM"], norms)  # type: ignore[arg-type]  # the stubs take them for fractions


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
