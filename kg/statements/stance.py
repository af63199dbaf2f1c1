"""How the speaker of a statement judges whom: by the cue, and by plain words of judgement in the content.

A wrong polarity is worse than none: where words point both ways, where they are negated, conditional, asked or
reported from somebody else, nothing is concluded. Rules and their limits: docs/design/statements.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from kg.model import Kind, Stance
from kg.statements.attitudes import held_by
from kg.statements.clauses import tops
from kg.statements.constructions import Clause, Turn, excess, irony, no_such, turns
from kg.statements.demands import refused, wishes
from kg.statements.evaluation import (
    anchor_of,
    is_spoilt,
    is_tied,
    judged_by,
    modifiers,
    responsible,
    words_at,
)
from kg.statements.informing import is_plain
from kg.statements.phrases import is_noun
from kg.statements.surroundings import belongs_to_speaker, is_denied, is_weakened
from kg.statements.wordlists import words_of
from kg.vocab.ids import target_actor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import Attribution, Span, TargetId
    from kg.model.statements import Polarity
    from kg.statements.cues import CueStance, CueTable
    from kg.statements.reading import Reading, Reference
    from kg.statements.sides import Side
    from kg.statements.syntax import Tree
    from kg.statements.topics import Topics

_OPPOSITE: Final[dict[str, Polarity]] = {"positive": "negative"}
_WORD_CONFIDENCE: Final = 0.7
"""Of a stance that a word of the content shows; one that the cue shows has 1. Not measured: see the docs."""
_MAIN: Final = frozenset({"ROOT", "ccomp", "conj", "xcomp", "acl", "relcl", "parataxis", "dep", "pcomp", "advcl"})
_INFORMING: Final = frozenset({"neutral", "factive"})
_ASKING: Final = frozenset({"call-for", "demand", "propose"})
_REFUSING: Final = frozenset({"refuse", "decline"})
_NOBODY: Final = frozenset({"nobody", "none", "one", "everyone", "everybody"})
"""Subjects by which the speaker speaks for all: "nobody questions her integrity", "no one"."""
_WISHES: Final = frozenset({"directive", "commissive"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """Stances, sorted by target, the overall polarity (None: none, or unclear), and where each target is named."""

    stances: tuple[Stance, ...] = ()
    polarity: Polarity | None = None
    shown: dict[TargetId, Span] = field(default_factory=dict)
    is_silenced: bool = False
    """True where the content is not the speaker's plain view: on a condition, rejected, only asked for."""
    unclear: frozenset[TargetId] = frozenset()
    """Targets of which the words say both good and bad."""


_Found: TypeAlias = "tuple[Polarity, str, Span, Reference, float]"
"""Polarity, act, what shows it, what is judged, and how sure that is."""


@dataclass(frozen=True, slots=True)
class _Refused:
    """What is refused. `is_view` False: it says nothing of what the speaker thinks ("refused to rule out")."""

    judged: tuple[Reference, ...] = ()
    is_view: bool = True


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
    cue: CueStance,
    inner: tuple[Span, ...],
    topics: Topics,
    side: Side,
    table: CueTable,
    *,
    is_conditional: bool,
) -> Judgement:
    """The stances of one attribution. `inner`: contents of the attributions that this one holds."""
    view = _View(reading, attribution, side, inner, topics, table)
    words = _cue_words(reading, attribution)
    if {"neither", "nor"} <= words or (cue.lemma in _REFUSING and words & words_of("no-view")):
        return Judgement(is_silenced=True)  # "neither supports nor opposes", "refused to rule out"
    cue = _as_denied(cue, words, reading, attribution)
    if cue.act == "criticise" and cue.lemma in words_of("pity") and (pitied := view.pitied()):
        return _judgement([("positive", "sympathise", attribution.cue[0], r, 1.0) for r in pitied], None)
    is_silent = is_conditional or cue.act == "reject" or cue.cue_class == "directive"
    hits = [] if is_silent else list(view.hits())
    polarity = _agreed(hit.polarity for hit in hits)
    found = [(hit.polarity, hit.act or "criticise", hit.span, r, _WORD_CONFIDENCE) for hit in hits for r in hit.judged]
    if cue.lemma in words_of("name") and polarity and (first := view.first()) is not None:
        found = [(polarity, hits[0].act or "criticise", hits[0].span, first, _WORD_CONFIDENCE)]
    if cue.polarity in ("positive", "negative"):
        if is_conditional and cue.polarity == "positive":
            return Judgement(is_silenced=True)
        polarity = cue.polarity
        found = [item for item in found if item[0] == polarity]
    elif polarity is None and not hits and not is_conditional:
        if cue.cue_class in _WISHES:
            polarity = view.wish()
        elif cue.cue_class in _INFORMING and view.is_plain():
            polarity = "neutral"
    if cue.act == "reject" and not is_conditional:
        # "Brushed aside talk that the summit had been a triumph": who denies praise, judges.
        found = [
            ("negative", "reject", hit.span, r, _WORD_CONFIDENCE)
            for hit in view.hits()
            if hit.polarity == "positive"
            for r in hit.judged
        ]
    is_asking = cue.cue_class == "directive" and cue.speech_act in _ASKING and cue.polarity != "negative"
    is_vow = cue.cue_class == "commissive" and cue.act is None
    if (is_asking or is_vow or cue.lemma in words_of("wish")) and not is_conditional:
        is_told = cue.target == "addressee"
        found = view.wished(is_asking=is_asking, is_told=is_told) + found
    if cue.lemma in _REFUSING and (verbs := view.refused()) is not None:
        if not verbs.is_view:
            return Judgement(is_silenced=True)
        found = [("negative", "reject", attribution.cue[0], r, 1.0) for r in verbs.judged] + found
    elif cue.polarity and cue.act and attribution.cue:
        judged = view.addressed() if cue.target == "addressee" else view.governed(is_event=cue.target == "content")
        if not judged and cue.target != "addressee" and cue.lemma in words_of("reproach"):
            judged = view.doer()
        found = found + [(cue.polarity, cue.act, attribution.cue[0], r, 1.0) for r in judged]
    if not is_conditional and attribution.kind is not Kind.NON_ASSERTION:
        known = {item[3].target for item in found}
        found = found + [item for item in view.held(is_asking=is_asking) if item[3].target not in known]
    if cue.polarity == "positive" and view.is_mocking():
        return Judgement(is_silenced=True)  # "thanked them for their 'generous' offer"
    return replace(_judgement(found, polarity), is_silenced=is_silent)


def _cue_words(reading: Reading, attribution: Attribution) -> frozenset[str]:
    """The words of a cue, lower case."""
    places = (reading.source.locate(span) for span in attribution.cue)
    return frozenset(word for start, end in places for word in reading.shadow[start:end].casefold().split())


def _as_denied(cue: CueStance, words: frozenset[str], reading: Reading, attribution: Attribution) -> CueStance:
    """The row of a cue under "not" or "no longer": praise becomes its opposite, blame becomes nothing."""
    start, end = reading.source.locate(attribution.content[0])
    if "but" in words:
        return cue  # "could not but admire"
    if not words & words_of("deny") and not reading.shadow[start:end].casefold().startswith("neither "):
        return cue
    if attribution.kind is Kind.NON_ASSERTION or cue.polarity not in ("positive", "negative"):
        return cue
    if cue.polarity == "positive":
        return replace(cue, polarity="negative", act="reject")
    return replace(cue, polarity=None, act=None)


def _judgement(found: list[_Found], polarity: Polarity | None) -> Judgement:
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
    unclear = frozenset(target for target, values in views.items() if {"positive", "negative"} <= values)
    return Judgement(tuple(stances[target] for target in sorted(stances)), polarity, shown, unclear=unclear)


def _agreed(polarities: Iterable[Polarity]) -> Polarity | None:
    found = set(polarities)
    return found.pop() if len(found) == 1 else None


def _only_noun(tree: Tree, tokens: range) -> int | None:
    """The noun that a piece of content consists of: "[the measures against Estmark]", she said, "will stay"."""
    heads = list(tops(tree, tokens))
    return heads[0] if len(heads) == 1 and is_noun(tree, heads[0]) else None


@dataclass(frozen=True, slots=True)
class _View:
    """A content as its speaker sees it."""

    reading: Reading
    attribution: Attribution
    side: Side
    inner: tuple[Span, ...]
    topics: Topics
    table: CueTable

    def pieces(self, spans: tuple[Span, ...]) -> Iterator[tuple[Tree, range]]:
        """Trees and token ranges of some spans."""
        return self.reading.pieces(spans)

    def hits(self) -> Iterator[_Hit]:
        """Judging words that are the speaker's own and stand unweakened. Words under a negative one are part of it."""
        held = [self.reading.source.locate(span) for span in self.inner]
        before: int | None = None
        for tree, tokens in self.pieces(self.attribution.content):
            spoken = [t for t in tokens if not any(a <= tree.start[t] < b for a, b in held)]
            found = {token: hit for token in spoken for hit in self._hit(tree, token, tokens) if hit}
            negative = {token for token, hit in found.items() if hit.polarity == "negative"}
            for token, hit in found.items():
                if hit.polarity == "negative" or negative.isdisjoint(tree.above(token)):
                    yield hit
            shown = found.keys()
            interrupted = before if before is not None and before < len(tree.lower) else None
            for turn in self._turns(tree, spoken, tokens, interrupted):
                if turn.token not in shown:
                    judged = self._others(r for token in turn.judged for r in self._judged(tree, token))
                    yield _Hit(turn.polarity, turn.act, self._span(tree, turn.token), judged or self._unsaid())
            before = _only_noun(tree, tokens)

    def _turns(self, tree: Tree, spoken: list[int], tokens: range, interrupted: int | None) -> Iterator[Turn]:
        """Turns of phrase that are the speaker's own and stand unweakened.

        `interrupted`: the noun of a piece before, whose verb the cue has parted from it.
        """
        is_own = partial(self.side.has, tree)
        for token in spoken:
            if tree.is_verb(token):
                if tree.dep[token] not in _MAIN or is_weakened(tree, token, tokens, self._shifts(tree, token)):
                    continue
                found = turns(Clause(tree, token, is_own, partial(self._noun, tree), interrupted))
            elif tree.tag[token] in ("JJ", "RB"):
                found = chain(excess(tree, token), irony(tree, token))
            elif tree.lower[token - 1 : token] == ["such"]:
                found = no_such(tree, token)
            elif tree.lower[token] in words_of("irony"):
                found = irony(tree, token)
            else:
                continue
            if belongs_to_speaker(tree, token, tokens, self._is_own_token):
                yield from found

    def is_mocking(self) -> bool:
        """True where praise stands beside a good word in marks of distance, or is told as mockery ("dryly")."""
        for tree, tokens in self.pieces((*self.attribution.cue, *self.attribution.content)):
            if any(next(irony(tree, token), None) is not None for token in tokens):
                return True
        for tree, tokens in self.pieces(self.attribution.cue[:1]):
            roots = (t for t in tokens if tree.head[t] not in tokens or tree.head[t] == t)
            for root in roots:
                below = list(tree.kids(root, "advmod", "prep", "npadvmod"))
                below += [thing for prep in below for thing in tree.kids(prep, "pobj")]
                below += [how for thing in below for how in tree.kids(thing, "amod")]
                if any(tree.lower[one] in words_of("mocking") for one in below):
                    return True
        return False

    def is_plain(self) -> bool:
        """True where every piece plainly informs."""
        return all(is_plain(tree, tokens) for tree, tokens in self.pieces(self.attribution.content))

    def _noun(self, tree: Tree, token: int) -> str:
        topic = self.reading.topic_at(tree, token)
        return tree.lower[token] if topic is None else self.reading.nouns.get(topic.target, tree.lower[token])

    def _shifts(self, tree: Tree, token: int) -> bool:
        """True where "would" is no more than "will" told afterwards: in indirect words, outside quotation marks."""
        place = self.reading.span(tree.start[token], tree.end[token])
        return not any(quote.start <= place.start < quote.end for quote in self.attribution.quotes)

    def _unsaid(self) -> tuple[Reference, ...]:
        return () if self.topics.unsaid is None else (self.topics.unsaid,)

    def _hit(self, tree: Tree, token: int, tokens: range) -> Iterator[_Hit]:
        own_verb = self.table.judging_verbs.get(tree.lower[token]) if tree.is_verb(token) else None
        if own_verb is not None and own_verb.polarity and self._is_own_act(tree, token, tokens):
            is_refused = tree.is_negated(token) and own_verb.polarity == "positive"  # "we do not trust"
            if not is_weakened(tree, token, tokens, self._shifts(tree, token)) and (
                is_refused or not tree.is_negated(token)
            ):
                heads = [
                    head
                    for found in tree.objects(token)
                    for head in self._governed(tree, found, is_event=own_verb.target == "content")
                ]
                polarity: Polarity = "negative" if is_refused else own_verb.polarity
                act = "criticise" if is_refused else own_verb.act
                yield _Hit(polarity, act, self._span(tree, token), self._others(heads))
            return
        for word in words_at(tree, token):
            if word.value not in ("positive", "negative"):
                continue
            if self.reading.naming(tree, token) is not None:
                return  # "the US and its allies", "Ministry of Peace": part of a name
            is_shifted = self._shifts(tree, token)
            anchor = anchor_of(tree, token, word) if " " in word.lemma else token
            if is_weakened(tree, anchor, tokens, is_shifted):
                continue
            if not is_tied(tree, token, word) or is_spoilt(tree, token, word):
                continue
            if not belongs_to_speaker(tree, token, tokens, self._is_own_token):
                continue
            polarity = "negative" if word.value == "negative" else "positive"
            if is_denied(tree, anchor) and not word.lemma.startswith(("no ", "little ")):
                if polarity == "negative":
                    continue
                polarity = _OPPOSITE[polarity]
            act = word.act if polarity == word.value else "criticise"
            # In "loss of trust" trust is a word of the expression, and not whom it judges.
            judged = (at for at in judged_by(tree, anchor, word.targets) if tree.lower[at] not in word.lemma.split())
            heads = [r for at in judged for r in self._judged(tree, at)]
            yield _Hit(polarity, act, self._span(tree, token), self._others(heads) or self._unsaid())
            return

    def held(self, *, is_asking: bool) -> Iterator[_Found]:
        """What attitudes are to all that hangs on them: that of the cue, and those of one's own side in the content.

        `is_asking`: "called for the repeal of the decree" is against the decree, and no more.
        """
        for tree, root in (*self._cue_roots(), *self._own_roots()):
            for one in held_by(tree, root, self.table.judging_verbs):
                if is_asking and tree.lower[one.token] in words_of("undo-noun"):
                    continue
                act = "endorse" if one.polarity == "positive" else "criticise"
                span = self._span(tree, one.by)
                for reference in self._others(self._named(tree, one.token)):
                    yield one.polarity, act, span, reference, _WORD_CONFIDENCE

    def _cue_roots(self) -> Iterator[tuple[Tree, int]]:
        """The word of the cue on which the rest of it hangs."""
        for tree, tokens in self.pieces(self.attribution.cue[:1]):
            root = next((t for t in tokens if tree.head[t] not in tokens or tree.head[t] == t), None)
            if root is not None and (tree.is_verb(root) or tree.tag[root][:2] == "JJ"):
                if tree.dep[root] in ("acomp", "oprd", "xcomp") and tree.is_verb(tree.head[root]):
                    root = tree.head[root]  # "was [unconvinced]"
                yield tree, root

    def _own_roots(self) -> Iterator[tuple[Tree, int]]:
        """Verbs of the content's main clauses whose subject is one's own side, "nobody" or "there"."""
        held = [self.reading.source.locate(span) for span in self.inner]
        for tree, tokens in self.pieces(self.attribution.content):
            for top in (joined for head in tops(tree, tokens) for joined in tree.joined(head)):
                if not tree.is_verb(top) or any(a <= tree.start[top] < b for a, b in held):
                    continue
                if is_weakened(tree, top, tokens, self._shifts(tree, top)):
                    continue
                subject = tree.subject(top)
                if subject is None:
                    is_ones_own = any(tree.kids(top, "expl"))
                else:
                    is_ones_own = self._is_own_token(tree, subject, tokens) or tree.lower[subject] in _NOBODY
                if is_ones_own:
                    yield tree, top

    def first(self) -> Reference | None:
        """What a naming cue names: the first thing or actor of its object or content ("called [it] a waste")."""
        for tree, tokens in self.pieces((*self.attribution.target, *self.attribution.content)):
            for token in tokens:
                found = self.reading.topic_at(tree, token) or self.reading.naming(tree, token)
                if found is not None:
                    return next(iter(self._others([found])), None)
        return None

    def wished(self, *, is_asking: bool, is_told: bool) -> list[_Found]:
        """What a request or vow shows of what it is to bring or end, and (where others are asked) of whom it asks."""
        found: list[_Found] = []
        for tree, tokens in self.pieces(self.attribution.content):
            for wish in wishes(tree, tokens, is_told=is_told):
                span = self._span(tree, wish.token)
                judged = self._others(r for token in wish.judged for r in self._named(tree, token))
                found += [(wish.polarity, wish.act, span, r, _WORD_CONFIDENCE) for r in judged]
                if wish.is_fault and is_asking:
                    found += [("negative", "demand-of", span, r, _WORD_CONFIDENCE) for r in self.addressed()]
        return found

    def refused(self) -> _Refused | None:
        """What "refused to ..." refuses; None where the content is no such clause."""
        for tree, tokens in self.pieces(self.attribution.content):
            if not any(tree.is_verb(top) for top in tops(tree, tokens)):
                return None
            objects = refused(tree, tokens)
            if objects is None:
                return _Refused(is_view=False)
            return _Refused(judged=self._others(r for token in objects for r in self._named(tree, token)))
        return None

    def pitied(self) -> tuple[Reference, ...]:
        """Those for whom somebody is sorry: "concern [for the families]"."""
        for tree, tokens in self.pieces(self.attribution.content[:1]):
            before = tree.lower[tokens[0] - 1 : tokens[0]]
            if tokens and (tree.lower[tokens[0]] == "for" or before == ["for"]):
                heads = [h for top in tops(tree, tokens) for h in (top, *tree.kids(top, "pobj")) if is_noun(tree, h)]
                return self._others(r for head in heads[:1] for r in self._named(tree, head))
        return ()

    def doer(self) -> tuple[Reference, ...]:
        """Who did what is deplored: "deplored that [the council] had broken its word". Not who only suffered it."""
        for tree, tokens in self.pieces(self.attribution.content):
            for top in tops(tree, tokens):
                clauses = [top] if tree.is_verb(top) else list(tree.kids(top, "acl", "ccomp"))
                for verb in clauses:
                    subject = tree.subject(verb)
                    if subject is None or subject not in tokens:
                        continue
                    if not tree.is_passive(verb) and tree.lower[verb] not in words_of("suffer"):
                        return self._others(self._named(tree, subject))
        return ()

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
            if top is not None and tree.dep[top] == "prep":
                top = next(tree.kids(top, "pobj"), None)  # "balked [at the idea]"
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
                if verb is None:
                    verb = next((top for top in tops(tree, tokens) if tree.is_verb(top)), None)
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
        named, topic = self.reading.naming(tree, head), self.reading.topic_at(tree, head)
        if topic is not None:
            yield topic
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
            named, topic = self.reading.naming(tree, head), self.reading.topic_at(tree, head)
            if named is None and topic is None and not self.side.has(tree, head):
                topic = self.reading.name_topic(self.reading, tree, head)
            if topic is not None:
                yield topic
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
        """The speaker's own side, and a pronoun that opens an indirect content."""
        if self.side.has(tree, token):
            return True
        return tree.lower[token] in ("it", "he", "she", "they") and token == tokens[0] and not self.attribution.quotes

    def _others(self, references: Iterable[Reference]) -> tuple[Reference, ...]:
        kept = {r.target: r for r in references if target_actor(r.target) not in self.side.actors}
        return tuple(kept.values())

    def _overlapping(self, span: Span) -> list[Reference]:
        start, end = self.reading.source.locate(span)
        return [r for r in self.reading.outermost(start, end + 40) if r.start < end]

    def _span(self, tree: Tree, token: int) -> Span:
        return self.reading.span(tree.start[token], tree.end[token])
