"""The terms that the view reads and writes, as nodes of the engine."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode
from rdflib import ORG, RDF, RDFS, SDO, SKOS

from kg.vocab.dmr import DMR
from kg.vocab.voc import Polarity, Status

TYPE: Final = NamedNode(RDF.type)
LABEL: Final = NamedNode(RDFS.label)

ABOUT: Final = NamedNode(DMR.about)
ABOUT_SPAN: Final = NamedNode(DMR.aboutSpan)
ACCORDING_TO: Final = NamedNode(DMR.accordingTo)
ALT_LABEL: Final = NamedNode(SKOS.altLabel)
ALSO_REPORTED_IN: Final = NamedNode(DMR.alsoReportedIn)
DATED_BY: Final = NamedNode(DMR.datedBy)
DENOTES: Final = NamedNode(DMR.denotes)
DENOTES_TOPIC: Final = NamedNode(DMR.denotesTopic)
CONTENT: Final = NamedNode(DMR.content)
CORRECTED_BY: Final = NamedNode(DMR.correctedBy)
EXACT_MATCH: Final = NamedNode(SKOS.exactMatch)
EVIDENCE: Final = NamedNode(DMR.evidence)
FAVOURS: Final = NamedNode(DMR.favours)
GROUP_MEMBER: Final = NamedNode(DMR.groupMember)
HAS_STANCE: Final = NamedNode(DMR.hasStance)
HAS_TALLY: Final = NamedNode(DMR.hasTally)
JOINED_AS: Final = NamedNode(DMR.joinedAs)
MEMBER: Final = NamedNode(ORG.member)
ON_BEHALF_OF: Final = NamedNode(DMR.onBehalfOf)
OPPOSES: Final = NamedNode(DMR.opposes)
ORGAN_OF: Final = NamedNode(DMR.organOf)
PART_OF: Final = NamedNode(DMR.partOf)
POLARITY: Final = NamedNode(DMR.polarity)
POST: Final = NamedNode(DMR.post)
PUBLISHED_ON: Final = NamedNode(DMR.publishedOn)
PUBLISHER: Final = NamedNode(SDO.publisher)
REPORTED_IN: Final = NamedNode(DMR.reportedIn)
RESTATES: Final = NamedNode(DMR.restates)
SAID_EARLIEST: Final = NamedNode(DMR.saidEarliest)
SAID_LATEST: Final = NamedNode(DMR.saidLatest)
SHOWN_AS: Final = NamedNode(DMR.shownAs)
SPEAKER: Final = NamedNode(DMR.speaker)
SPEAKING_AS: Final = NamedNode(DMR.speakingAs)
SPEAKS_FOR: Final = NamedNode(DMR.speaksFor)
STANCE_TARGET: Final = NamedNode(DMR.stanceTarget)
STATUS: Final = NamedNode(DMR.status)
TEXT_HASH: Final = NamedNode(DMR.textHash)
URL: Final = NamedNode(SDO.url)

FORMER: Final = NamedNode(Status.FORMER)
NEGATIVE: Final = NamedNode(Polarity.NEGATIVE)
POSITIVE: Final = NamedNode(Polarity.POSITIVE)

ARTICLE: Final = NamedNode(DMR.Article)
GOVERNMENT_BODY: Final = NamedNode(DMR.GovernmentBody)
ORGANISATION: Final = NamedNode(DMR.Organisation)
STATE: Final = NamedNode(DMR.State)
FIRST_HAND: Final = frozenset(map(NamedNode, (DMR.Statement, DMR.Attitude)))
ATTRIBUTIONS: Final = FIRST_HAND | frozenset(map(NamedNode, (DMR.SecondHand, DMR.NonAssertion)))
ACTORS: Final = frozenset(
    map(
        NamedNode,
        (
            DMR.ActorGroup, DMR.Document, DMR.GovernmentBody, DMR.InternationalBody, DMR.MediaOutlet, DMR.Organisation,
            DMR.Person, DMR.State, DMR.UnnamedSource,
        ),
    )
)  # fmt: skip
EVENTS_AND_INSTRUMENTS: Final = frozenset(
    map(
        NamedNode,
        (
            DMR.Event, DMR.Veto, DMR.VoteEvent, DMR.DraftResolution, DMR.Mandate, DMR.Resolution, DMR.SanctionsRegime,
        ),
    )
)  # fmt: skip
