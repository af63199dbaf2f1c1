"""How the speaker of a statement judges whom: by the cue, and by plain words of judgement in the content.

A wrong polarity is worse than none: where words point both ways, where they are negated, conditional, asked or
reported from somebody else, nothing is concluded. Rules and their limits: docs/design/statements.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kg.model import Stance
from kg.statements.evaluation import is_spoilt, is_tied, judged_by, judging_verbs, modifiers, responsible, words_at
from kg.statements.sides import own_side
from kg.statements.surroundings import belongs_to_speaker, is_weakened
from kg.vocab.ids import target_actor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import ActorId, Attribution, ResolvedActors, Span, Speaker, TargetId
    from kg.model.statements import Polarity
    from kg.statements.cues import CueStance
    from kg.statements.reading import Reading, Reference
    from kg.statements.syntax import Tree

_OPPOSITE: Final[dict[str, Polarity]] = {"positive": "negative"}
_WORD_CONFIDENCE: Final = 0.7
"""Of a stance that a word of the content shows; one that the cue shows has 1. Not measured: see the docs."""
_WISHES: Final = frozenset({"directive", "commissive"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """Stances, sorted by target, the overall polarity (None: none, or unclear), and where each target is named."""

    stances: tuple[Stance, ...] = ()
    polarity: Polarity | None = None
    shown: dict[TargetId, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Hit:
    """One judging word of the content, with those whom it judges."""

    polarity: Polarity
    act: str | None
    span: Span
    judged: tuple[Reference, ...]


def judge(
    reading: Reading,
    attribution: Attribution,
    speakers: tuple[Speaker, ...],
    resolved: ResolvedActors,
    cue: CueStance,
    inner: tuple[Span, ...],
    *,
    is_conditional: bool,
) -> Judgement:
    """The stances of one attribution. `inner`: contents of the attributions that this one holds."""
    view = _View(reading, attribution, own_side(speakers, resolved), inner)
    is_silent = is_conditional or cue.act == "reject" or cue.cue_class == "directive"
    hits = [] if is_silent else list(view.hits())
    found = [(hit.polarity, hit.act or "criticise", hit.span, r, _WORD_CONFIDENCE) for hit in hits for r in hit.judged]
    polarity = _agreed(hit.polarity for hit in hits)
    if cue.polarity in ("positive", "negative"):
        if is_conditional and cue.polarity == "positive":
            return Judgement()
        polarity = cue.polarity
        found = [item for item in found if item[0] == polarity]
    elif polarity is None and not hits and not is_conditional and cue.cue_class in _WISHES:
        polarity = view.wish()
    if cue.polarity and cue.act and attribution.cue:
        judged = view.addressed() if cue.target == "addressee" else view.governed(is_event=cue.target == "content")
        found = [(cue.polarity, cue.act, attribution.cue[0], r, 1.0) for r in judged] + found
    return _judgement(found, polarity)


def _judgement(found: list[tuple[Polarity, str, Span, Reference, float]], polarity: Polarity | None) -> Judgement:
    """One stance a target; where words about one target disagree, none."""
    views: dict[TargetId, set[str]] = {}
    for item in found:
        views.setdefault(item[3].target, set()).add(item[0])
    stances: dict[TargetId, Stance] = {}
    shown: dict[TargetId, Span] = {}
    for value, act, span, reference, confidence in found:
        target = reference.target
        if target not in stances and not {"positive", "negative"} <= views[target]:
            stances[target] = Stance(target=target, polarity=value, act=act, evidence=span, confidence=confidence)
            shown[target] = reference.span
    return Judgement(tuple(stances[target] for target in sorted(stances)), polarity, shown)


def _agreed(polarities: Iterable[Polarity]) -> Polarity | None:
    found = set(polarities)
    return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class _View:
    """A content as its speaker sees it."""

    reading: Reading
    attribution: Attribution
    own: frozenset[ActorId]
    inner: tuple[Span, ...]

    def pieces(self, spans: tuple[Span, ...]) -> Iterator[tuple[Tree, range]]:
        """Trees and token ranges of some spans."""
        for span in spans:
            start, end = self.reading.source.locate(span)
            tree = self.reading.tree_at(start)
            if tree is not None:
                yield tree, tree.tokens(start, end)

    def hits(self) -> Iterator[_Hit]:
        """Judging words that are the speaker's own and stand unweakened. Words under a negative one are part of it."""
        held = [self.reading.source.locate(span) for span in self.inner]
        for tree, tokens in self.pieces(self.attribution.content):
            spoken = [t for t in tokens if not any(a <= tree.start[t] < b for a, b in held)]
            found = {token: hit for token in spoken for hit in self._hit(tree, token, tokens) if hit}
            negative = {token for token, hit in found.items() if hit.polarity == "negative"}
            for token, hit in found.items():
                if hit.polarity == "negative" or negative.isdisjoint(tree.above(token)):
                    yield hit

    def _hit(self, tree: Tree, token: int, tokens: range) -> Iterator[_Hit]:
        own_verb = judging_verbs().get(tree.lower[token]) if tree.is_verb(token) else None
        if own_verb is not None and own_verb.polarity and self._is_own_act(tree, token, tokens):
            if not is_weakened(tree, token, tokens) and not tree.is_negated(token):
                heads = [
                    head
                    for found in tree.objects(token)
                    for head in self._governed(tree, found, is_event=own_verb.target == "content")
                ]
                yield _Hit(own_verb.polarity, own_verb.act, self._span(tree, token), self._others(heads))
            return
        for word in words_at(tree, token):
            if word.value not in ("positive", "negative") or is_weakened(tree, token, tokens):
                continue
            if not is_tied(tree, token, word) or is_spoilt(tree, token, word):
                continue
            if not belongs_to_speaker(tree, token, tokens, self._is_own_token):
                continue
            polarity: Polarity = "negative" if word.value == "negative" else "positive"
            if tree.is_negated(token) or (tree.dep[token] in ("attr", "acomp") and tree.is_negated(tree.head[token])):
                if polarity == "negative":
                    continue
                polarity = _OPPOSITE[polarity]
            act = word.act if polarity == word.value else "criticise"
            heads = [r for judged in judged_by(tree, token, word.targets) for r in self._judged(tree, judged)]
            yield _Hit(polarity, act, self._span(tree, token), self._others(heads))
            return

    def governed(self, *, is_event: bool) -> tuple[Reference, ...]:
        """Whom the cue judges: its own object where the extractor found one, else who heads the content."""
        # Content comes after: "criticized [the panel] for ...", else "criticized [the panel's work]".
        for spans in (self.attribution.target, self.attribution.content):
            if spans and (found := self._heading(spans, is_event=is_event)):
                return found
        return ()

    def _heading(self, spans: tuple[Span, ...], *, is_event: bool) -> tuple[Reference, ...]:
        heads: list[Reference] = []
        for tree, tokens in self.pieces(spans):
            top = next((t for t in tokens if tree.head[t] not in tokens or tree.head[t] == t), None)
            if top is not None and tree.tag[top][:1] in ("N", "P"):
                heads += [r for head in tree.joined(top) for r in self._governed(tree, head, is_event=is_event)]
        return self._others(heads)

    def addressed(self) -> tuple[Reference, ...]:
        """Who is to act: the addressee, else the subject of what is demanded ("urged [them] to share")."""
        found = [r for span in self.attribution.addressee for r in self._overlapping(span)]
        found = found or [r for span in self.attribution.target for r in self._overlapping(span)]
        if not found:
            for tree, tokens in self.pieces(self.attribution.content[:1]):
                verb = next((t for t in tokens if tree.is_verb(t) and "to" in tree.modals(t)), None)
                subject = tree.subject(verb) if verb is not None else None
                if subject is not None and subject in tokens:
                    found = list(self._named(tree, subject))
        return self._others(found)

    def wish(self) -> Polarity | None:
        """Positive where the content asks for peace, talks and the like, and for nothing harmful."""
        values = {
            word.value
            for tree, tokens in self.pieces(self.attribution.content)
            for token in tokens
            for word in words_at(tree, token)
            if not (tree.is_negated(token) or is_weakened(tree, token, tokens))
        }
        return "positive" if values & {"goal", "positive"} and not values & {"harm", "negative"} else None

    def _governed(self, tree: Tree, head: int, *, is_event: bool) -> Iterator[Reference]:
        """Who is judged with a noun: itself, its possessor, or who is responsible for what it names."""
        named = self.reading.naming(tree, head)
        if named is not None and not is_event:
            yield named
            return
        for judged in responsible(tree, head):
            yield from self._named(tree, judged)

    def _judged(self, tree: Tree, token: int) -> list[Reference]:
        """Who is judged by a word tied to a noun: those it names, else who is responsible for what it names."""
        return list(self._named(tree, token)) or [r for by in responsible(tree, token) for r in self._named(tree, by)]

    def _named(self, tree: Tree, token: int) -> Iterator[Reference]:
        """References of a noun and of those joined to it; of the names in front of it where it has none itself."""
        for head in tree.joined(token):
            named = self.reading.naming(tree, head)
            if named is not None:
                yield named
                continue
            for modifier in modifiers(tree, head):
                in_front = self.reading.naming(tree, modifier)
                if in_front is not None:
                    yield in_front

    def _is_own_act(self, tree: Tree, verb: int, tokens: range) -> bool:
        subject = tree.subject(verb)
        return subject is not None and not tree.is_passive(verb) and self._is_own_token(tree, subject, tokens)

    def _is_own_token(self, tree: Tree, token: int, tokens: range) -> bool:
        """ "we" and "I", the speaker's own name, and a pronoun that opens an indirect content."""
        if tree.lower[token] in ("we", "i"):
            return True
        named = self.reading.naming(tree, token)
        if named is not None:
            return target_actor(named.target) in self.own
        return tree.lower[token] in ("it", "he", "she", "they") and token == tokens[0] and not self.attribution.quotes

    def _others(self, references: Iterable[Reference]) -> tuple[Reference, ...]:
        kept = {
            r.target: r for r in references if target_actor(r.target) not in self.own or target_actor(r.target) is None
        }
        return tuple(kept.values())

    def _overlapping(self, span: Span) -> list[Reference]:
        start, end = self.reading.source.locate(span)
        return [r for r in self.reading.outermost(start, end + 40) if r.start < end]

    def _span(self, tree: Tree, token: int) -> Span:
        return self.reading.span(tree.start[token], tree.end[token])
