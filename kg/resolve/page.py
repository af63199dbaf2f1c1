"""One string of an article as the resolver sees it: words, runs of capitalised words, and who is named where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.model import Mention, MentionType
from kg.resolve.lexicon import FUNCTION_WORDS
from kg.resolve.names import PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import ActorId
    from kg.resolve.automaton import Hit, NameIndex
    from kg.text.annotated import AnnotatedString, Paragraph

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.[^\W\d_](?![\w.])|[^\W\d_]\.(?= ?[^\W\d_])|'s\b|"
    r"\w+(?:(?:[-'&]|(?<=\d)[.,/](?=\d))(?!s\b)\w+)*|[^\w\s]"
)
_NAMES_TOO = frozenset({"April", "August", "June", "March", "May", "Will"})
_MONTHS_OR_NAMES = frozenset({"Jan"})
_ARABIC = re.compile(r"(?:al|el|ul|as|ash|at|ad|an|ar|bin|d|de)[-'][A-Z]")
_SILENT = frozenset({"byline", "dateline", "tail"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of the shadow."""

    start: int
    end: int
    string: str
    low: str
    """The word in lower case."""

    @property
    def is_capital(self) -> bool:
        """True if it begins with a capital letter."""
        return self.string[:1].isupper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A mention in the making: offsets are the shadow's."""

    start: int
    end: int
    actor: ActorId | None
    type: MentionType = MentionType.NAME
    method: str
    score: float = 1.0
    alternatives: tuple[ActorId, ...] = ()
    reason: str | None = None
    is_place: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row on one line, [first, last) in the page's words; particles may stand between."""

    first: int
    last: int


@dataclass(slots=True)
class Page:
    """One string being read. Namings of `claim` never overlap; those of `overlay` may hold others inside."""

    source: AnnotatedString
    words: list[Word]
    hits: list[Hit]
    runs: list[Run]
    namings: list[Naming] = field(default_factory=list)
    overlays: list[Naming] = field(default_factory=list)
    first_named: dict[ActorId, int] = field(default_factory=dict)
    """Where each actor is named first."""
    _starts: list[int] = field(default_factory=list)
    _claimed: bytearray = field(default_factory=bytearray)
    _labels: dict[int, tuple[int, str]] = field(default_factory=dict)
    _ends: dict[int, Naming] = field(default_factory=dict)
    _begins: dict[int, Naming] = field(default_factory=dict)
    _hits: dict[int, Hit] = field(default_factory=dict)
    _wide: dict[int, Naming] = field(default_factory=dict)
    _swallowed: set[tuple[int, int]] = field(default_factory=set)

    @classmethod
    def read(cls, source: AnnotatedString, names: NameIndex) -> Page:
        """Split a string into words and runs, and look its known names up. Bylines and tails name nobody."""
        string = source.shadow.string
        lines = [p for p in source.paragraphs if p.role not in _SILENT] if source.paragraphs else []
        found = (m for p in lines for m in _WORD.finditer(string, p.start, p.end))
        words = [Word(m.start(), m.end(), m[0], m[0].casefold()) for m in found]
        hits = [hit for hit in names.scan(string) if _is_within(lines, hit.start)]
        page = cls(source, words, hits, [])
        page._hits = {hit.start: hit for hit in hits}
        page._starts = [word.start for word in words]
        page._claimed = bytearray(len(string))
        for entity in source.entities:
            is_owner = string.endswith("'s", entity.start, entity.end)
            page._labels[entity.start] = (entity.end - 2 if is_owner else entity.end, entity.label)
        page.runs.extend(page._find_runs())
        return page

    @property
    def string(self) -> str:
        """The shadow."""
        return self.source.shadow.string

    def cut(self, naming: Naming) -> str:
        """The words of a naming, as the shadow has them."""
        return self.string[naming.start : naming.end]

    def hit_at(self, start: int) -> Hit | None:
        """The known name that begins there."""
        return self._hits.get(start)

    def word_at(self, offset: int) -> int:
        """Index of the first word that begins at the offset or after it."""
        return bisect_left(self._starts, offset)

    def before(self, index: int) -> Word | None:
        """The word before the one at `index`, on the same line, with at most a blank between."""
        if index <= 0 or index > len(self.words):
            return None
        word = self.words[index - 1]
        if index < len(self.words) and not self._joins(word, self.words[index]):
            return None
        return word

    def after(self, index: int) -> Word | None:
        """The word after the one at `index`, on the same line."""
        if index + 1 >= len(self.words):
            return None
        word = self.words[index + 1]
        return word if self._joins(self.words[index], word) else None

    def opens_sentence(self, index: int) -> bool:
        """True if the word may be capitalised only because a sentence begins there."""
        number = self.source.sentence_at(self.words[index].start)
        if number is not None:
            begin = self.source.sentences[number][0]
            return not any(c.isalnum() for c in self.string[begin : self.words[index].start])
        word = self.before(index)
        return word is None or word.string in '."!?:'

    def label_of(self, start: int, end: int) -> str | None:
        """What the statistical recogniser takes the range for, where its name covers most of it and little else."""
        for begin in (start, start - 4):
            found = self._labels.get(begin)
            if found and found[0] >= end - 2 and found[0] <= end + 2:
                return found[1]
        return None

    def label_before(self, index: int) -> str | None:
        """The recogniser's label of the name that ends with the word before the one at `index`."""
        number = bisect_right(self.source.entities, self.words[index - 1].start, key=lambda entity: entity.start) - 1
        if index <= 0 or number < 0:
            return None
        entity = self.source.entities[number]
        return entity.label if entity.end >= self.words[index - 1].end else None

    def entity_over(self, start: int, end: int) -> tuple[int, int, str] | None:
        """The recogniser's name that holds the range and more: where it lies, and its label."""
        number = bisect_right(self.source.entities, start, key=lambda entity: entity.start) - 1
        if number < 0:
            return None
        entity = self.source.entities[number]
        is_wider = entity.end >= end and entity.end - entity.start > end - start
        return (entity.start, entity.end, entity.label) if is_wider else None

    def dateline_words(self) -> set[str]:
        """Words of the datelines: the place that an article comes from, whose name is no person's there."""
        lines = [self.string[p.start : p.end] for p in self.source.paragraphs if p.role == "dateline"]
        return {found[0] for line in lines for found in re.finditer(r"[A-Z][\w'-]+", line)}

    def is_capitals_at(self, offset: int) -> bool:
        """True if the whole paragraph there is in capitals, so that capitals show nothing."""
        number = self.source.paragraph_at(offset)
        paragraph = self.source.paragraphs[number] if number is not None else None
        return paragraph is not None and self.string[paragraph.start : paragraph.end].isupper()

    def claim(self, naming: Naming) -> bool:
        """Record a naming, unless part of it is taken already."""
        if self._claimed.find(1, naming.start, naming.end) >= 0:
            return False
        self._claimed[naming.start : naming.end] = b"\x01" * (naming.end - naming.start)
        self.namings.append(naming)
        if naming.actor is not None:
            known = self.first_named.get(naming.actor, naming.start)
            self.first_named[naming.actor] = min(known, naming.start)
        self._ends[naming.end] = naming
        self._begins[naming.start] = naming
        return True

    def hide(self, start: int, end: int) -> None:
        """Let nothing be named in a range: a region, a river."""
        self._claimed[start:end] = b"\x01" * (end - start)

    def is_free(self, start: int, end: int) -> bool:
        """True if nothing in the range is named yet."""
        return self._claimed.find(1, start, end) < 0

    def overlay(self, naming: Naming) -> None:
        """Record a naming that may hold others ("Kestria's Foreign Ministry")."""
        self.overlays.append(naming)
        self._ends[naming.end] = naming
        self._wide[naming.start] = naming

    def swallow(self, wider: list[Naming]) -> None:
        """Put namings in place of those that lie inside them. A wider one that cuts another in two is left out."""
        for naming in sorted(wider, key=lambda n: (n.start, -n.end)):
            inside = [n for n in self._between(naming.start, naming.end) if n.actor is not None or n.reason]
            if any(n.start < naming.start or n.end > naming.end for n in inside):
                continue
            for inner in inside:
                self._swallowed.add((inner.start, inner.end))
            self._claimed[naming.start : naming.end] = b"\x01" * (naming.end - naming.start)
            self.overlays.append(naming)
            self._ends[naming.end] = naming
            self._begins[naming.start] = naming

    def _between(self, start: int, end: int) -> list[Naming]:
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        found = [self._begins.get(offset) for offset in self._starts[first:last]]
        return [naming for naming in found if naming is not None]

    def ending_at(self, offset: int) -> Naming | None:
        """The naming that ends there; the wider one where two do."""
        return self._ends.get(offset)

    def beginning_at(self, offset: int) -> Naming | None:
        """The claimed naming that begins there."""
        return self._begins.get(offset)

    def widest_at(self, start: int) -> Naming | None:
        """The widest naming that begins there."""
        return self._wide.get(start) or self._begins.get(start)

    def possessor(self, index: int) -> Naming | None:
        """The naming right before the word at `index`: a possessor ("Kestria's") or a modifier ("Russian")."""
        start = self.words[index].start
        for gap in ("'s ", "' ", " "):
            if self.string.endswith(gap, 0, start):
                return self.ending_at(start - len(gap))
        return None

    def all_namings(self) -> list[Naming]:
        """Every naming, in text order, the wider first."""
        kept = [naming for naming in self.namings if (naming.start, naming.end) not in self._swallowed]
        return sorted([*kept, *self.overlays], key=lambda n: (n.start, -n.end))

    def all_between(self, start: int, end: int) -> list[Naming]:
        """Namings that begin in the range (or up to an article before it), those that the resolver kept."""
        first, last = bisect_left(self._starts, max(0, start - 4)), bisect_left(self._starts, end)
        found = []
        for offset in self._starts[first:last]:
            here = (self._wide.get(offset), self._begins.get(offset))
            found += [n for n in here if n is not None and (n.start, n.end) not in self._swallowed]
        return found

    def mention(self, naming: Naming) -> Mention:
        """The naming as a mention, with the article's own offsets."""
        return Mention(
            span=self.source.span(naming.start, naming.end), actor=naming.actor, type=naming.type, method=naming.method,
            score=naming.score, alternatives=naming.alternatives, reason=naming.reason, is_place=naming.is_place,
        )  # fmt: skip

    def _joins(self, one: Word, other: Word) -> bool:
        return other.start - one.end <= 2 and "\n" not in self.string[one.end : other.start]

    def _find_runs(self) -> Iterator[Run]:
        index, count = 0, len(self.words)
        while index < count:
            if not self._is_name_word(index):
                index += 1
                continue
            last = index + 1
            while (step := self._next_in_run(last)) is not None:
                last = step
            yield Run(index, last)
            index = last

    def _is_name_word(self, index: int) -> bool:
        word = self.words[index]
        if _ARABIC.match(word.string):
            return True
        if word.string in _MONTHS_OR_NAMES:
            after = self.after(index)
            return after is not None and after.is_capital and after.start - word.end == 1
        return word.is_capital and not (word.low in FUNCTION_WORDS and word.string != word.string.upper())

    def _next_in_run(self, index: int) -> int | None:
        words = self.words
        if index >= len(words) or not self._joins(words[index - 1], words[index]):
            return None
        glued = words[index].start == words[index - 1].end
        is_month = words[index].string in _NAMES_TOO
        if (self._is_name_word(index) or is_month) and not (glued and words[index - 1].string[-1:] != "."):
            return index + 1
        if _ARABIC.match(words[index].string) and not glued:
            return index + 1
        if words[index].string == '"' or words[index].string == "'":
            return self._past_nickname(index)
        if words[index].string.casefold() in PARTICLES and words[index].string.islower():
            stop = index
            while stop < len(words) and stop < index + 3 and words[stop].string in PARTICLES:
                stop += 1
            if stop < len(words) and self._is_name_word(stop) and self._joins(words[stop - 1], words[stop]):
                return stop + 1
        return None

    def _past_nickname(self, index: int) -> int | None:
        mark = self.words[index].string
        for stop in range(index + 2, min(index + 5, len(self.words) - 1)):
            if self.words[stop].string == mark:
                inner = self.words[index + 1 : stop]
                gap = self.string[self.words[index - 1].end : self.words[index].start]
                follows = self._is_name_word(stop + 1) and self._joins(self.words[stop], self.words[stop + 1])
                opens = gap == " " and self.words[index + 1].start == self.words[index].end
                return stop + 2 if follows and opens and all(word.is_capital for word in inner) else None
        return None


def _is_within(lines: list[Paragraph], offset: int) -> bool:
    number = bisect_right(lines, offset, key=lambda paragraph: paragraph.start) - 1
    return number >= 0 and offset < lines[number].end
