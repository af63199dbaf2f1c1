"""Puts statements together: what was found in the text, with everybody resolved, dated and evaluated."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from kg.model import ArticleFacts, Span, Statement, StatementId
from kg.statements.about import find_targets
from kg.statements.events import find_events
from kg.statements.instruments import find_instruments
from kg.statements.judgements import judge_cue
from kg.statements.saying import time_of_saying
from kg.statements.stance import find_stances
from kg.vocab.ids import statement_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import ActorId, Article, Attribution, Mention, ResolvedActors
    from kg.resolve import Authority
    from kg.statements.instruments import InstrumentMention
    from kg.text import AnnotatedText

JOINT: Final = " […] "
"""Stands between the pieces of a content that the cue interrupts."""
_CONDITION: Final = re.compile(r"\b(?:if|provided that|on condition that|unless|as long as)\b", re.IGNORECASE)
_COMMITMENT: Final = re.compile(r"\b(?:would|will|could|may|might|ready|willing|prepared|shall)\b", re.IGNORECASE)


def assemble_facts(
    text: AnnotatedText, attributions: tuple[Attribution, ...], resolved: ResolvedActors, authority: Authority
) -> ArticleFacts:
    """Everything that one article says: a statement for each attribution, in the same order, events, instruments.

    `resolved` runs parallel to `attributions`.
    """
    article = text.article
    instruments, named = find_instruments(text, resolved, authority)
    spoken = [piece for found in attributions for piece in found.content]
    events = find_events(text, spoken, resolved, instruments, named, authority)
    ids = _statement_ids(article, attributions)
    index = _MentionIndex(resolved.mentions)
    statements = tuple(
        _statement(number, article, attributions, ids, resolved, index, named) for number in range(len(attributions))
    )
    used = {about.target for statement in statements for about in statement.about}
    used |= {event.instrument for event in events if event.instrument is not None}
    used |= {i.extends for t, i in instruments.items() if t in used and i.extends is not None}
    return ArticleFacts(
        statements=statements, events=events, instruments={t: i for t, i in instruments.items() if t in used}
    )


class _MentionIndex:
    """Mentions of an article by the piece of content they lie in, without looking at all of them each time."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        self._by_string = {
            name: sorted((m for m in mentions if m.span.string == name), key=lambda m: m.span)
            for name in ("text", "title")
        }
        self._starts = {name: [m.span.start for m in found] for name, found in self._by_string.items()}

    def within(self, ranges: Sequence[Span]) -> list[Mention]:
        found: list[Mention] = []
        for piece in ranges:
            starts = self._starts[piece.string]
            found += self._by_string[piece.string][bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]
        return found


def _statement_ids(article: Article, attributions: Sequence[Attribution]) -> list[StatementId]:
    """One id each; attributions that share their content are counted in the order of their cues."""
    ranks: dict[StatementId, int] = {}
    order = sorted(range(len(attributions)), key=lambda n: (attributions[n].cue[:1], n))
    ids: dict[int, StatementId] = {}
    for number in order:
        pieces = tuple(_trimmed(article, piece) for piece in attributions[number].content)
        first = statement_id(article.version, pieces)
        rank = ranks.get(first, 0)
        ranks[first] = rank + 1
        ids[number] = statement_id(article.version, pieces, rank) if rank else first
    return [ids[number] for number in range(len(attributions))]


def _trimmed(article: Article, piece: Span) -> Span:
    words = article.cut(piece)
    kept = words.strip(" \t\r\n\u00a0.,;:!?…\"'“”‘’«»")
    if not kept:
        return piece
    start = piece.start + words.index(kept)
    return Span(start, start + len(kept), piece.string)


def _statement(
    number: int,
    article: Article,
    attributions: Sequence[Attribution],
    ids: Sequence[StatementId],
    resolved: ResolvedActors,
    index: _MentionIndex,
    named: Sequence[InstrumentMention],
) -> Statement:
    found = attributions[number]
    speakers = resolved.speakers[number]
    cue_words = " ".join(article.cut(span) for span in found.cue)
    judgement = judge_cue(found.cue_lemma, cue_words)
    words = JOINT.join(article.cut(piece) for piece in found.content)
    about = find_targets(found, speakers, index.within([*found.target, *found.content]), named)
    conditional = _CONDITION.search(words) is not None and _COMMITMENT.search(words) is not None
    stances, polarity = ((), None) if conditional else find_stances(article, found, about, judgement)
    certainty = min((speaker.mention.score for speaker in speakers), default=1.0)
    outer = ids[found.outer] if found.outer is not None else None
    return Statement(
        id=ids[number],
        kind=found.kind,
        why=found.why,
        mode=found.mode,
        speakers=speakers,
        source=found.source,
        cue=found.cue,
        content=found.content,
        quotes=found.quotes,
        words=words,
        cue_lemma=found.cue_lemma,
        cue_class=judgement.cue_class,
        about=about,
        addressees=_addressees(found, index, {speaker.actor for speaker in speakers}),
        stances=stances,
        polarity=polarity,
        said=time_of_saying(
            [(span, article.cut(span)) for span in found.when],
            article.published_day,
        ),
        conditional=conditional,
        medium=found.medium,
        according_to=outer,
        rule=found.rule,
        confidence=round(found.confidence * certainty, 3),
    )


def _addressees(found: Attribution, index: _MentionIndex, speaking: set[ActorId]) -> tuple[ActorId, ...]:
    named = [m.actor for m in index.within(found.addressee) if m.actor is not None and not m.is_place]
    return tuple(dict.fromkeys(actor for actor in named if actor not in speaking))
