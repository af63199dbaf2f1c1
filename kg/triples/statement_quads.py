"""Quads of one statement: who, about whom, what, when, and the spans that show it.

What has a usual value is left out where it has it (docs/design/rooms.md lists these), which keeps a record small.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode
from rdflib import DCTERMS, SKOS

from kg.model import DateInterval, Kind, MentionType, Mode
from kg.triples.terms import LABEL, TRUE, TYPE, concept, day, decimal, string, words
from kg.vocab.dmr import DMR
from kg.vocab.ids import actor_target, post_path, span_path, stance_path, statement_path, subject_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kg.model import About, Mention, Said, Span, Speaker, Stance, Statement, TargetId, Topic
    from kg.model.statements import Polarity
    from kg.triples.terms import QuadList

CLASS_OF: Final = {
    Kind.STATEMENT: NamedNode(DMR.Statement),
    Kind.ATTITUDE: NamedNode(DMR.Attitude),
    Kind.SECOND_HAND: NamedNode(DMR.SecondHand),
    Kind.NON_ASSERTION: NamedNode(DMR.NonAssertion),
}
USUAL_METHOD: Final = "alias"
"""A mention resolved by a name that stands in the data; `dmr:resolvedBy` is left out."""
USUAL_ACT: Final = "assert"
USUAL_CERTAINTY: Final = "certain"
"""Of a plain assertion; `dmr:speechAct` and `dmr:certainty` are left out."""
USUAL_MODE: Final = Mode.INDIRECT
USUAL_CUE_CLASS: Final = "neutral"
"""Of most attributions in news; `dmr:mode` and `dmr:cueClass` are left out."""

ABOUT: Final = NamedNode(DMR.about)
ABOUT_SPAN: Final = NamedNode(DMR.aboutSpan)
ACCORDING_TO: Final = NamedNode(DMR.accordingTo)
ADDRESSEE: Final = NamedNode(DMR.addressee)
ALTERNATIVE_DENOTES: Final = NamedNode(DMR.alternativeDenotes)
CERTAINTY: Final = NamedNode(DMR.certainty)
CONCEPT: Final = NamedNode(SKOS.Concept)
CONDITIONAL: Final = NamedNode(DMR.conditional)
CONDITION_SPAN: Final = NamedNode(DMR.conditionSpan)
CONFIDENCE: Final = NamedNode(DMR.confidence)
CONTENT: Final = NamedNode(DMR.content)
CONTENT_SPAN: Final = NamedNode(DMR.contentSpan)
CUE_CLASS: Final = NamedNode(DMR.cueClass)
CUE_LEMMA: Final = NamedNode(DMR.cueLemma)
CUE_SPAN: Final = NamedNode(DMR.cueSpan)
DATED_BY: Final = NamedNode(DMR.datedBy)
DENOTES: Final = NamedNode(DMR.denotes)
DENOTES_TOPIC: Final = NamedNode(DMR.denotesTopic)
EVIDENCE: Final = NamedNode(DMR.evidence)
HAS_STANCE: Final = NamedNode(DMR.hasStance)
MEDIUM_SPAN: Final = NamedNode(DMR.mediumSpan)
MENTION_TYPE: Final = NamedNode(DMR.mentionType)
MODE: Final = NamedNode(DMR.mode)
NEGATED: Final = NamedNode(DMR.negated)
ON_BEHALF_OF: Final = NamedNode(DMR.onBehalfOf)
POLARITY: Final = NamedNode(DMR.polarity)
QUOTE_SPAN: Final = NamedNode(DMR.quoteSpan)
RESOLVED_BY: Final = NamedNode(DMR.resolvedBy)
RULE: Final = NamedNode(DMR.rule)
RULES: Final = "rules"
"""`Stance.method` of the stances that rules found; it is not written."""
SAID_EARLIEST: Final = NamedNode(DMR.saidEarliest)
SAID_LATEST: Final = NamedNode(DMR.saidLatest)
SOURCE_SPAN: Final = NamedNode(DMR.sourceSpan)
SPEAKER: Final = NamedNode(DMR.speaker)
SPEAKER_SPAN: Final = NamedNode(DMR.speakerSpan)
SUBJECT: Final = NamedNode(DCTERMS.subject)
SUBJECT_SPAN: Final = NamedNode(DMR.subjectSpan)
SPEAKS_OF: Final = NamedNode(DMR.speaksOf)
SPEAKING_AS: Final = NamedNode(DMR.speakingAs)
SPEECH_ACT: Final = NamedNode(DMR.speechAct)
SPOKEN_EARLIEST: Final = NamedNode(DMR.spokenEarliest)
SPOKEN_LATEST: Final = NamedNode(DMR.spokenLatest)
STANCE_ACT: Final = NamedNode(DMR.stanceAct)
STANCE_TARGET: Final = NamedNode(DMR.stanceTarget)
TIME_SPAN: Final = NamedNode(DMR.timeSpan)
WHY: Final = NamedNode(DMR.why)
WHY_UNRESOLVED: Final = NamedNode(DMR.whyUnresolved)


def polarity_of_stances(stances: tuple[Stance, ...]) -> Polarity | None:
    """The polarity that the stances of a statement show as a whole: the one that is not neutral, None for both."""
    shown = {stance.polarity for stance in stances} - {"neutral"}
    return shown.pop() if len(shown) == 1 else None


class StatementWriter:
    """Writes the statements of one article into one graph; mentions that several of them share are written once."""

    def __init__(
        self,
        out: QuadList,
        *,
        version: str,
        language: str,
        published: date | None,
        mentions: Mapping[Span, tuple[Mention, ...]],
        topics: Mapping[TargetId, Topic],
    ) -> None:
        """`mentions`: all of the article by their spans. `published`: its day, until which all of it was said."""
        self._out = out
        self._version = version
        self._language = language
        self._published = published
        self._mentions = mentions
        self._topics = topics
        self._written: set[tuple[Span, TargetId | None]] = set()
        self._abouts: list[tuple[NamedNode, About]] = []

    def write(self, statement: Statement) -> None:
        """All quads of one statement, its stances and mentions."""
        out, this = self._out, self._out.node(statement_path(statement.id))
        out.add(this, TYPE, CLASS_OF[statement.kind])
        out.add(this, CONTENT, words(statement.words, self._language))
        if statement.mode is not USUAL_MODE:
            out.add(this, MODE, concept("mode", statement.mode.value))
        if statement.cue_class != USUAL_CUE_CLASS:
            out.add(this, CUE_CLASS, concept("cue-class", statement.cue_class))
        out.add(this, RULE, string(statement.rule))
        if statement.cue_lemma is not None:
            out.add(this, CUE_LEMMA, string(statement.cue_lemma))
        if statement.why is not None:
            out.add(this, WHY, concept("why", statement.why.value))
        self._add_commitment(this, statement)
        if statement.according_to is not None:
            out.add(this, ACCORDING_TO, out.node(statement_path(statement.according_to)))
        if statement.polarity is not None and polarity_of_stances(statement.stances) != statement.polarity:
            out.add(this, POLARITY, concept("polarity", statement.polarity))
        self._add_confidence(this, statement.confidence)
        self._add_said(this, statement.said)
        self._add_subjects(this, statement)
        self._add_times(this, statement)
        self._add_spans(this, statement)
        self._add_speakers(this, statement)
        self._add_targets(this, statement)

    def finish(self) -> None:
        """What can only be told when all statements are written: targets of spans that denote several things."""
        denoted = Counter(span for span, target in self._written if target is not None)
        for this, about in self._abouts:
            if denoted[about.evidence] > 1:
                self._out.add(this, ABOUT, self._out.node(about.target))

    def _add_commitment(self, this: NamedNode, statement: Statement) -> None:
        """What is done by saying it, and how firmly: only where it is more or less than a plain assertion."""
        out = self._out
        if statement.speech_act != USUAL_ACT:
            out.add(this, SPEECH_ACT, concept("speech-act", statement.speech_act))
        if statement.certainty != USUAL_CERTAINTY:
            out.add(this, CERTAINTY, concept("certainty", statement.certainty))
        if statement.negated:
            out.add(this, NEGATED, TRUE)
        if statement.conditional:
            out.add(this, CONDITIONAL, TRUE)
        if statement.condition is not None:
            out.add(this, CONDITION_SPAN, self._span(statement.condition))

    def _add_said(self, this: NamedNode, said: Said) -> None:
        out = self._out
        if said.interval is not None and said.interval.earliest:
            out.add(this, SAID_EARLIEST, day(said.interval.earliest))
        is_usual = said.resolution == "publication" and said.interval == DateInterval(
            earliest=None, latest=self._published
        )
        if said.interval is not None and said.interval.latest and not is_usual:
            out.add(this, SAID_LATEST, day(said.interval.latest))
        if said.resolution in ("explicit", "relative"):
            out.add(this, DATED_BY, concept("resolution", said.resolution))
        if said.span is not None:
            out.add(this, TIME_SPAN, self._span(said.span))

    def _add_subjects(self, this: NamedNode, statement: Statement) -> None:
        out = self._out
        for subject in statement.subjects:
            field = concept("subject", subject.name) if subject.label is None else out.node(subject_path(subject.name))
            span = self._span(subject.evidence)
            out.add(this, SUBJECT, field)
            out.add(this, SUBJECT_SPAN, span)
            if len(statement.subjects) > 1:  # one subject and one span belong together anyway
                out.add(span, SUBJECT, field)
            if subject.label is not None:
                out.add(field, TYPE, CONCEPT)
                out.add(field, LABEL, words(subject.label, "en"))

    def _add_times(self, this: NamedNode, statement: Statement) -> None:
        out = self._out
        for time in statement.times:
            span = self._span(time.span)
            out.add(this, SPEAKS_OF, span)
            if time.interval.earliest:
                out.add(span, SPOKEN_EARLIEST, day(time.interval.earliest))
            if time.interval.latest:
                out.add(span, SPOKEN_LATEST, day(time.interval.latest))

    def _add_spans(self, this: NamedNode, statement: Statement) -> None:
        out = self._out
        for span in statement.source:
            out.add(this, SOURCE_SPAN, self._span(span))
        for span in statement.cue:
            out.add(this, CUE_SPAN, self._span(span))
        for span in statement.content:
            out.add(this, CONTENT_SPAN, self._span(span))
        if statement.mode is not Mode.DIRECT or statement.quotes != statement.content:
            for span in statement.quotes:
                out.add(this, QUOTE_SPAN, self._span(span))
        if statement.medium is not None:
            out.add(this, MEDIUM_SPAN, self._span(statement.medium))

    def _add_speakers(self, this: NamedNode, statement: Statement) -> None:
        out = self._out
        is_joint = len(statement.speakers) > 1
        for speaker in statement.speakers:
            out.add(this, SPEAKER, out.node(actor_target(speaker.actor)))
            self._add_capacity(this, speaker)
            if speaker.mention.span not in statement.source:
                out.add(this, SPEAKER_SPAN, self._span(speaker.mention.span))
            self._add_mention(speaker.mention, actor_target(speaker.actor))
            if is_joint:
                self._add_capacity(self._span(speaker.mention.span), speaker)
        for span in statement.source:
            for mention in self._mentions.get(span, ()):
                if mention.actor is None and not mention.is_place:
                    self._add_mention(mention, None)
        for addressee in statement.addressees:
            out.add(this, ADDRESSEE, out.node(actor_target(addressee)))

    def _add_capacity(self, this: NamedNode, speaker: Speaker) -> None:
        if speaker.post:
            self._out.add(this, SPEAKING_AS, self._out.node(post_path(speaker.post)))
        if speaker.principal:
            self._out.add(this, ON_BEHALF_OF, self._out.node(actor_target(speaker.principal)))

    def _add_targets(self, this: NamedNode, statement: Statement) -> None:
        out = self._out
        for about in statement.about:
            self._abouts.append((this, about))
            out.add(this, ABOUT_SPAN, self._span(about.evidence))
            named = [
                m for m in self._mentions.get(about.evidence, ()) if m.actor and actor_target(m.actor) == about.target
            ]
            if named:
                self._add_mention(named[0], about.target)
            elif (about.evidence, about.target) not in self._written:
                self._written.add((about.evidence, about.target))
                self._add_thing(self._span(about.evidence), about.target)
        for stance in statement.stances:
            self._add_stance(this, statement, stance)

    def _add_thing(self, span: NamedNode, target: TargetId) -> None:
        """What a span denotes that is no actor; a topic by its name, of which its identifier is made."""
        topic = self._topics.get(target)
        if topic is None:
            self._out.add(span, DENOTES, self._out.node(target))
        else:
            self._out.add(span, DENOTES_TOPIC, words(topic.label, "en"))

    def _add_stance(self, this: NamedNode, statement: Statement, stance: Stance) -> None:
        out, node = self._out, self._out.node(stance_path(statement.id, stance.target))
        out.add(this, HAS_STANCE, node)
        out.add(node, STANCE_TARGET, out.node(stance.target))
        out.add(node, POLARITY, concept("polarity", stance.polarity))
        out.add(node, STANCE_ACT, concept("stance-act", stance.act))
        if stance.method != RULES:
            out.add(node, RULE, string(stance.method))
        self._add_confidence(node, stance.confidence)
        if (stance.evidence,) != statement.cue:
            out.add(node, EVIDENCE, self._span(stance.evidence))

    def _add_mention(self, mention: Mention, target: TargetId | None) -> None:
        if (mention.span, target) in self._written:
            return
        self._written.add((mention.span, target))
        out, node = self._out, self._span(mention.span)
        if target is not None:
            out.add(node, DENOTES, out.node(target))
            if mention.method != USUAL_METHOD:
                out.add(node, RESOLVED_BY, string(mention.method))
        elif mention.reason:
            out.add(node, WHY_UNRESOLVED, string(mention.reason))
        if mention.type is not MentionType.NAME:
            out.add(node, MENTION_TYPE, concept("mention-type", mention.type.value))
        for other in mention.alternatives:
            out.add(node, ALTERNATIVE_DENOTES, out.node(actor_target(other)))
        self._add_confidence(node, mention.score)

    def _add_confidence(self, this: NamedNode, confidence: float) -> None:
        if confidence != 1:
            self._out.add(this, CONFIDENCE, decimal(confidence))

    def _span(self, span: Span) -> NamedNode:
        return self._out.node(span_path(self._version, span))
