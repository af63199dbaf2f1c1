"""Names of people, bodies and places, recognised only where that can tell something new.

The recogniser costs as much as the parser. It therefore runs on a sentence only if the sentence holds a capitalised
word that no sentence of the article before it has shown; what it finds is then carried to the other sentences.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.text.annotated import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Span

    from kg.text.annotated import Paragraph, Parse

_CAPITAL = re.compile(r"[^\W\d_a-z][\w'-]*[\w]")
_COMMON = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "It",
        "He",
        "She",
        "They",
        "We",
        "You",
        "This",
        "That",
        "These",
        "Those",
        "But",
        "And",
        "Or",
        "If",
        "When",
        "While",
        "As",
        "Its",
        "His",
        "Her",
        "Their",
        "There",
        "Our",
        "My",
        "For",
        "From",
        "After",
        "Before",
        "Since",
        "With",
        "Not",
        "No",
        "Yes",
        "What",
        "Who",
        "Why",
        "How",
        "Where",
        "Mr",
        "Mrs",
        "Ms",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
)
CARRIED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
"""Labels of names that are carried to later sentences; dates and numbers are not."""


def recognise(
    recogniser: EntityRecognizer, parses: Sequence[Parse], paragraphs: Sequence[Paragraph]
) -> tuple[Entity, ...]:
    """Names in text order, none overlapping."""
    chosen = list(_telling_sentences(parses, paragraphs))
    read = recogniser.pipe((sentence.as_doc() for _, sentence in chosen), batch_size=256)
    found: list[Entity] = []
    for (offset, sentence), doc in zip(chosen, read, strict=True):
        first = offset + sentence.start_char
        found += [Entity(first + e.start_char, first + e.end_char, e.label_) for e in doc.ents if e.text.strip()]
    done = {(offset, sentence.start) for offset, sentence in chosen}
    known = {parse_text(parses, entity): entity.label for entity in reversed(found) if entity.label in CARRIED}
    found += _carried(known, parses, done)
    return tuple(sorted(found, key=lambda e: (e.start, e.end)))


def parse_text(parses: Sequence[Parse], entity: Entity) -> str:
    """The words of an entity."""
    for parse in parses:
        if parse.offset <= entity.start < parse.offset + len(parse.doc.text):
            return str(parse.doc.text[entity.start - parse.offset : entity.end - parse.offset])
    return ""


def _telling_sentences(parses: Sequence[Parse], paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, Span]]:
    seen: set[str] = set(_COMMON)
    for parse in parses:
        if paragraphs[parse.paragraph].role == "tail":
            continue
        for sentence in parse.doc.sents:
            words = _CAPITAL.findall(sentence.text)
            if any(word not in seen for word in words):
                seen.update(words)
                yield parse.offset, sentence


def _carried(known: dict[str, str], parses: Sequence[Parse], done: Iterable[tuple[int, int]]) -> Iterator[Entity]:
    if not known:
        return
    longest_first = sorted(known, key=lambda name: (-len(name), name))
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")
    for parse in parses:
        for sentence in parse.doc.sents:
            if (parse.offset, sentence.start) not in done:
                first = parse.offset + sentence.start_char
                for match in pattern.finditer(sentence.text):
                    yield Entity(first + match.start(), first + match.end(), known[match.group()])
