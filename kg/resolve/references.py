"""Whom the pronouns of a whole article mean, where the text makes that safe: everywhere, not only as sources.

Three ways, each surer than it finds much: the subject of the clause that the word stands in binds it; or one actor
alone of the sentences before fits it; or it stands in somebody's own words ("I", "we", "our country"). Everything
else is an abstention, with its reason. What each way takes for safe: docs/design/actors.md.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind, MentionType
from kg.resolve.clauses import (
    SUBJECTS,
    is_clausal,
    is_empty_it,
    joined_with,
    nouns_between,
    owner_before,
    parse_at,
    subject_ahead,
    subjects_above,
    token_at,
)
from kg.resolve.coreference import NEUTER, PERSONAL, PLURAL
from kg.resolve.lexicon import FEMALE_WORDS, MALE_WORDS, ROLE_HEADS, words_of
from kg.resolve.own_words import FIRST_PERSON, SECOND_PERSON, own_words
from kg.resolve.page import Naming

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.resolve.coreference import Scene
    from kg.resolve.page import Word
    from kg.resolve.voices import Voice, Voices
    from kg.text.tokens import Tokens

_PERSONS = frozenset({ActorKind.PERSON, ActorKind.UNNAMED})
_BODIES = frozenset(ActorKind) - _PERSONS - {ActorKind.GROUP, ActorKind.DOCUMENT}
_THIRD = frozenset(PERSONAL) | NEUTER | PLURAL
PRONOUNS = _THIRD | FIRST_PERSON | SECOND_PERSON
_WINDOW = 2
"""Sentences before its own that a pronoun which nothing binds looks back over."""
_HUMAN = ROLE_HEADS | FEMALE_WORDS | MALE_WORDS | words_of("suspect victim person child baby boy girl")
_DETERMINERS = words_of("a an the his her my our your their another 's")
_WEIGHS = words_of("estimate estimates estimated calculates calculated projects projected finds found reckons reckoned")
"""Verbs after which "it" is what is weighed rather than who weighs: "the bank estimates that it would cost"."""
_NOT_HUMAN = frozenset(PERSONAL) | words_of("head source himself herself sheikh chief general st justice")


@dataclass(slots=True)
class References:
    """The pronouns of one page, resolved from left to right."""

    scene: Scene
    voices: Voices
    told: list[Naming]
    """The namings of sources, sorted by start: they count as named, and their pronouns are resolved."""
    found: list[Naming] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _known: dict[int, tuple[ActorId, ...]] = field(default_factory=dict)
    """Start of a pronoun -> whom it means."""

    def resolve(self) -> list[Naming]:
        """Every pronoun of the page that is not a source, resolved or abstained from."""
        self._starts = [naming.start for naming in self.told]
        for naming in self.told:
            if naming.actor is not None:
                self._known[naming.start] = (*self._known.get(naming.start, ()), naming.actor)
        sources = set(self._starts)
        for word in self.scene.page.words:
            if word.low not in PRONOUNS or word.start in sources or word.string == "US":
                continue
            if self._covering(word.start) is not None:
                continue
            namings = self._pronoun(word)
            self.found += namings
            actors = tuple(naming.actor for naming in namings if naming.actor is not None)
            if actors:
                self._known[word.start] = actors
        return self.found

    def _pronoun(self, word: Word) -> list[Naming]:
        voices = self.voices.at(word.start)
        if word.low in FIRST_PERSON or word.low in SECOND_PERSON:
            if not any(voice.is_direct for voice in voices):
                return []
            actor, reason = own_words(self.scene, word, voices)
            return [_naming(word, (actor,) if actor else (), reason)]
        parse = parse_at(self.scene.page, word.start)
        token = token_at(parse.tokens, word.start) if parse is not None else None
        if parse is None or token is None:
            return [_naming(word, (), "the sentence has not been read")]
        if word.low == "it" and is_empty_it(parse.tokens, token):
            return []
        bound = self._bound(parse.tokens, token, word, voices)
        if bound:
            return [_naming(word, (actor,), None, "bound") for actor in bound]
        if subject_ahead(parse.tokens, token) is not None:
            return [_naming(word, (), "the word stands before whom it may mean")]
        actors, reason = self._alone(parse.tokens, token, word, voices)
        if actors and reason is None:
            return [_naming(word, (actor,), None) for actor in actors]
        return [_naming(word, (), reason or "nobody fits", alternatives=actors)]

    def _bound(self, tokens: Tokens, token: int, word: Word, voices: Sequence[Voice]) -> tuple[ActorId, ...]:
        """Whom the subject of its clause, or the noun that it is joined to, makes the pronoun mean."""
        is_owner = tokens.dep[token] == "poss"
        if is_owner and (before := owner_before(tokens, token)) is not None:
            return self._fitting(tokens, before, word)
        if is_owner and (ahead := subject_ahead(tokens, token)) is not None:
            return self._fitting(tokens, ahead, word)
        subjects = subjects_above(tokens, token)
        is_doer = tokens.dep[token] in SUBJECTS and tokens.tag[tokens.head[token]].startswith(("VB", "MD"))
        if not is_doer and not is_owner:
            # An object is not who does it; whoever says it may be.
            subjects = subjects[1:]
        if not subjects or (is_owner and not is_clausal(tokens, token)):
            return ()
        subject = subjects[0]
        if self._is_outside(tokens.start[subject], voices):
            return ()
        actors = self._fitting(tokens, subject, word)
        if not actors:
            return ()
        others = nouns_between(tokens, subject, token)
        if any(self._competes(tokens, other, word, actors) for other in others):
            return ()
        return actors

    def _is_outside(self, offset: int, voices: Sequence[Voice]) -> bool:
        """True where direct words part a pronoun from the subject: nobody calls himself "he" in his own words."""
        return any(voice.is_direct and not voice.start <= offset < voice.end for voice in voices)

    def _fitting(self, tokens: Tokens, noun: int, word: Word) -> tuple[ActorId, ...]:
        """The actors that a noun, with those joined to it, names, if they agree with the pronoun; else empty."""
        if tokens.lower[noun] in FIRST_PERSON or tokens.lower[noun] in SECOND_PERSON:
            return ()  # Nobody is "he" and "I" in one breath.
        if word.low not in PLURAL and tokens.tag[noun] in ("NNS", "NNPS") and self._is_common(tokens, noun):
            return ()
        if word.low == "it" and tokens.lower[tokens.head[noun]] in _WEIGHS:
            return ()
        nouns = [noun, *joined_with(tokens, noun)]
        named = [self._actors_of(tokens, index) for index in nouns]
        if not all(named):
            return ()
        actors = tuple(dict.fromkeys(actor for found in named for actor in found))
        if word.low in PLURAL:
            kinds = {self.scene.cast.kind(actor) for actor in actors}
            return actors if len(actors) > 1 or kinds == {ActorKind.GROUP} or self._is_plural(tokens, noun) else ()
        if len(actors) != 1 or not self._agrees(actors[0], word):
            return ()
        return actors

    def _actors_of(self, tokens: Tokens, noun: int) -> tuple[ActorId, ...]:
        """Who is named at a noun, or as a name beside it: "his counterpart Katri Saare"."""
        named = self._actors_at(tokens.start[noun])
        if named or tokens.lower[noun] not in ROLE_HEADS:
            return named
        beside = [child for child in tokens.children[noun] if tokens.dep[child] in ("appos", "compound", "nmod")]
        found = (self._actors_at(tokens.start[child]) for child in beside)
        return next((actors for actors in found if actors and self.scene.cast.kind(actors[0]) in _PERSONS), ())

    def _is_common(self, tokens: Tokens, noun: int) -> bool:
        """True for a noun that no name covers: "the experts", not "the United Nations"."""
        naming = self._covering(tokens.start[noun])
        return naming is None or naming.actor is None or self.scene.cast.kind(naming.actor) is ActorKind.UNNAMED

    def _is_plural(self, tokens: Tokens, noun: int) -> bool:
        return tokens.tag[noun] in ("NNS", "NNPS") or tokens.lower[noun] in ("they", "them")

    def _agrees(self, actor: ActorId, word: Word) -> bool:
        cast = self.scene.cast
        kind = cast.kind(actor)
        if word.low in PERSONAL:
            known = cast.genders.get(actor)
            return kind in _PERSONS and known in (None, PERSONAL[word.low])
        if word.low in NEUTER:
            return kind in _BODIES or kind is ActorKind.DOCUMENT
        return kind is ActorKind.GROUP

    def _competes(self, tokens: Tokens, noun: int, word: Word, actors: tuple[ActorId, ...]) -> bool:
        """True if the pronoun might as well mean this noun."""
        named = self._actors_at(tokens.start[noun])
        if named:
            return any(actor not in actors and self._agrees(actor, word) for actor in named)
        if word.low in PERSONAL:
            return self._is_human(tokens.lower[noun])
        return word.low in PLURAL and tokens.tag[noun] == "NNS"

    def _is_human(self, low: str) -> bool:
        return low in _HUMAN and low not in _NOT_HUMAN

    def _alone(
        self, tokens: Tokens, token: int, word: Word, voices: Sequence[Voice]
    ) -> tuple[tuple[ActorId, ...], str | None]:
        """The one actor of the sentences before that fits, or all that do with the reason for taking none."""
        if word.low in PLURAL and (group := self._group_near(tokens, token, word)) is not None:
            return (group,), None
        if word.low not in PERSONAL:
            return self._carried_on(tokens, token, word, voices)
        if tokens.dep[token] not in (*SUBJECTS, "poss") and tokens.dep[token] not in ("dobj", "pobj", "dative"):
            return (), "the sentence does not show what the word does"
        excluded = set(self._doers(tokens, token)) if tokens.dep[token] not in (*SUBJECTS, "poss") else set()
        excluded |= {actor for voice in voices if voice.is_direct for actor in voice.speakers}
        fitting: dict[ActorId, None] = {}
        for naming in self._before(word.start):
            if naming.actor is not None and naming.actor not in excluded and self._agrees(naming.actor, word):
                fitting[naming.actor] = None
        actors = tuple(fitting)
        if len(actors) > 1:
            before = self._main_before(tokens, token, word) if not any(v.is_direct for v in voices) else ()
            main = before[0] if len(before) == 1 and before[0] in fitting else None
            here = {n.actor for n in self._before(word.start, 1) if n.actor in fitting}
            return ((main,), None) if main is not None and here == {main} else (actors[:3], "several persons fit")
        if not actors:
            return (), "no person fits"
        if self._has_unnamed(word.start):
            return actors, "somebody else is described, but not named"
        return actors, None

    def _group_near(self, tokens: Tokens, token: int, word: Word) -> ActorId | None:
        """The only group named in this sentence or the one before, if no other plural stands between."""
        groups = [
            n for n in self._before(word.start, 1)
            if n.actor is not None and self.scene.cast.kind(n.actor) is ActorKind.GROUP
        ]  # fmt: skip
        if len({naming.actor for naming in groups}) != 1:
            return None
        last = max(groups, key=lambda naming: naming.end)
        first = bisect_right(tokens.start, last.end - 1)
        others = (tokens.tag[index] for index in range(first, token))
        return last.actor if tokens.start[0] <= last.start and "NNS" not in others else None

    def _carried_on(
        self, tokens: Tokens, token: int, word: Word, voices: Sequence[Voice]
    ) -> tuple[tuple[ActorId, ...], str | None]:
        """Whom "it" or "they" goes on with: the subject of the sentence before, where the pronoun is its own's."""
        reason = "no body or state fits" if word.low in NEUTER else "no group fits"
        verb = tokens.head[token]
        if tokens.dep[token] not in SUBJECTS or tokens.head[verb] != verb or any(voice.is_direct for voice in voices):
            return (), reason
        actors = self._main_before(tokens, token, word)
        if not actors:
            return (), reason
        rivals = [
            naming.actor
            for naming in self._before(word.start, 1)
            if naming.actor is not None and naming.actor != actors[0] and self._agrees(naming.actor, word)
        ]
        return (actors, "several bodies or states fit") if rivals else (actors, None)

    def _main_before(self, tokens: Tokens, token: int, word: Word) -> tuple[ActorId, ...]:
        """Whom the sentence before is about: its main subject, if it is of the same paragraph and agrees."""
        number = self.scene.page.source.sentence_at(word.start)
        verb = tokens.head[token]
        if not number or tokens.dep[token] not in SUBJECTS or tokens.head[verb] != verb:
            return ()
        begin, end = self.scene.page.source.sentences[number - 1]
        before = next(
            (
                child
                for root in _roots(tokens, begin, min(end, tokens.start[token]))
                for child in tokens.children[root]
                if tokens.dep[child] in SUBJECTS and child < root
            ),
            None,
        )
        return self._fitting(tokens, before, word) if before is not None else ()

    def _doers(self, tokens: Tokens, token: int) -> Iterable[ActorId]:
        subjects = subjects_above(tokens, token)
        return self._actors_at(tokens.start[subjects[0]]) if subjects else ()

    def _actors_at(self, offset: int) -> tuple[ActorId, ...]:
        """Who is named at an offset, by a name, a description or a pronoun resolved before."""
        if offset in self._known:
            return self._known[offset]
        naming = self._covering(offset)
        if naming is None or naming.actor is None or naming.is_place or naming.type is MentionType.DEMONYM:
            return ()  # "Americans" are not their state.
        return (naming.actor,)

    def _covering(self, offset: int) -> Naming | None:
        for namings, starts in ((self.scene.namings, self.scene.starts), (self.told, self._starts)):
            index = bisect_right(starts, offset) - 1
            if index >= 0 and namings[index].end > offset:
                return namings[index]
        return None

    def _before(self, offset: int, sentences: int = _WINDOW) -> list[Naming]:
        """Namings, sources' descriptions and resolved pronouns of the window before an offset."""
        source = self.scene.page.source
        number = source.sentence_at(offset)
        begin = source.sentences[max(0, number - sentences)][0] if number is not None else 0
        found = []
        for namings, starts in ((self.scene.namings, self.scene.starts), (self.told, self._starts)):
            found += namings[bisect_right(starts, begin - 1) : bisect_right(starts, offset - 1)]
        # Where several fit, none of them is named; each of them counts.
        found += [
            Naming(start=naming.start, end=naming.end, actor=actor, method=naming.method)
            for naming in found if naming.actor is None for actor in naming.alternatives
        ]  # fmt: skip
        return found

    def _has_unnamed(self, offset: int) -> bool:
        """True if the window speaks of a person whom nothing names: "the driver", "his son"."""
        page = self.scene.page
        number = page.source.sentence_at(offset)
        begin = page.source.sentences[max(0, number - 1)][0] if number is not None else 0
        for index in range(page.word_at(begin), page.word_at(offset)):
            word = page.words[index]
            if not self._is_human(word.low) or self._actors_at(word.start):
                continue
            follows, before = page.after(index), page.before(index)
            if follows is not None and (follows.is_capital or follows.string in ",("):
                continue  # Part of a role that stands with a name.
            if before is not None and before.string == "," and index > 1:
                continue
            if _has_article(page.words, index):
                return True
        return False


def _has_article(words: Sequence[Word], index: int) -> bool:
    return any(
        word.low in ("a", "an", "the", "his", "her", "another", "'s") for word in words[max(0, index - 3) : index]
    )


def _roots(tokens: Tokens, begin: int, end: int) -> list[int]:
    first = bisect_right(tokens.start, begin - 1)
    last = bisect_right(tokens.start, end - 1)
    return [token for token in range(first, last) if tokens.head[token] == token]


def _naming(
    word: Word, actors: tuple[ActorId, ...], reason: str | None, how: str = "", alternatives: tuple[ActorId, ...] = ()
) -> Naming:
    actor = actors[0] if actors else None
    form = {"him": "he", "his": "he", "her": "she", "hers": "she", "its": "it", "them": "they", "their": "they"}
    method = f"pronoun-{form.get(word.low, word.low)}" + (f"-{how}" if how else "")
    return Naming(
        start=word.start, end=word.end, actor=actor, type=MentionType.PRONOUN, method=method,
        score=(0.85 if how else 0.75) if actor else 0.0, reason=None if actor else reason,
        alternatives=() if actor else alternatives,
    )  # fmt: skip
