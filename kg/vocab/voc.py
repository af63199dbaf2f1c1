"""Concepts as checked names. Generated from ontology/voc.ttl by `make generate`; do not edit."""

from typing import Final

from rdflib import URIRef


class CueClass:
    """What the reporter's choice of cue commits the reporter to."""

    COMMISSIVE: Final = URIRef("https://w3id.org/demarche/voc/cue-class/commissive")
    """The cue says that the source binds itself to do something: pledged, promised, vowed."""

    DIRECTIVE: Final = URIRef("https://w3id.org/demarche/voc/cue-class/directive")
    """The cue says that the source wants others to do something: urged, demanded, called on."""

    DISTANCING: Final = URIRef("https://w3id.org/demarche/voc/cue-class/distancing")
    """The cue keeps the reporter away from the content: claimed, alleged, purportedly."""

    EVALUATIVE: Final = URIRef("https://w3id.org/demarche/voc/cue-class/evaluative")
    """The cue says that the source judges something: criticised, praised, welcomed, condemned."""

    FACTIVE: Final = URIRef("https://w3id.org/demarche/voc/cue-class/factive")
    """The cue takes the content for true: pointed out, noted, acknowledged, revealed."""

    NEUTRAL: Final = URIRef("https://w3id.org/demarche/voc/cue-class/neutral")
    """The cue commits the reporter to nothing: said, told, according to."""


class Event:
    """What kind of event is told."""

    ABSTENTION: Final = URIRef("https://w3id.org/demarche/voc/event/abstention")
    """A member abstained from a vote."""

    MANDATE_END: Final = URIRef("https://w3id.org/demarche/voc/event/mandate-end")
    """The mandate of a body ended or is to end."""

    PROPOSED_EXTENSION: Final = URIRef("https://w3id.org/demarche/voc/event/proposed-extension")
    """Somebody proposed to prolong a mandate."""

    SPONSORSHIP: Final = URIRef("https://w3id.org/demarche/voc/event/sponsorship")
    """Somebody tabled a draft."""

    VETO: Final = URIRef("https://w3id.org/demarche/voc/event/veto")
    """A member's vote against blocked adoption."""

    VOTE: Final = URIRef("https://w3id.org/demarche/voc/event/vote")
    """A body voted on an instrument."""


class MentionType:
    """The form in which an actor is named. A name is the usual form and is not recorded."""

    DEMONYM: Final = URIRef("https://w3id.org/demarche/voc/mention-type/demonym")
    """By an adjective or noun for the people of a state: the Ardenian envoy."""

    METONYM: Final = URIRef("https://w3id.org/demarche/voc/mention-type/metonym")
    """By a name that stands for the actor: a capital for a government."""

    NOMINAL: Final = URIRef("https://w3id.org/demarche/voc/mention-type/nominal")
    """By a description: the ministry, the envoy."""

    PRONOUN: Final = URIRef("https://w3id.org/demarche/voc/mention-type/pronoun")
    """By a pronoun: it, she, they."""


class Mode:
    """How words are reported."""

    DIRECT: Final = URIRef("https://w3id.org/demarche/voc/mode/direct")
    """All of the content is quoted."""

    INDIRECT: Final = URIRef("https://w3id.org/demarche/voc/mode/indirect")
    """The content is reported in the writer's words."""

    MIXED: Final = URIRef("https://w3id.org/demarche/voc/mode/mixed")
    """A part of the content is quoted."""


class Outcome:
    """What became of what was voted on."""

    ADOPTED: Final = URIRef("https://w3id.org/demarche/voc/outcome/adopted")
    """It was adopted."""

    NOT_ADOPTED: Final = URIRef("https://w3id.org/demarche/voc/outcome/not-adopted")
    """It was not adopted: vetoed, or short of votes."""


class Polarity:
    """Which way an evaluation goes."""

    NEGATIVE: Final = URIRef("https://w3id.org/demarche/voc/polarity/negative")
    """Against the target."""

    NEUTRAL: Final = URIRef("https://w3id.org/demarche/voc/polarity/neutral")
    """Neither for nor against the target."""

    POSITIVE: Final = URIRef("https://w3id.org/demarche/voc/polarity/positive")
    """For the target."""


class Resolution:
    """How the days of saying are known. Days that are only bounded by publication carry none of these."""

    EXPLICIT: Final = URIRef("https://w3id.org/demarche/voc/resolution/explicit")
    """By a full date in the article."""

    RELATIVE: Final = URIRef("https://w3id.org/demarche/voc/resolution/relative")
    """By a phrase (on Friday) read from the day of publication."""


class StanceAct:
    """What a speaker does to the target of a stance by saying it."""

    BLAME: Final = URIRef("https://w3id.org/demarche/voc/stance-act/blame")
    """Holds the target responsible for something bad."""

    CRITICISE: Final = URIRef("https://w3id.org/demarche/voc/stance-act/criticise")
    """Finds fault with the target."""

    DEMAND_OF: Final = URIRef("https://w3id.org/demarche/voc/stance-act/demand-of")
    """Wants the target to do, or to stop, something."""

    ENDORSE: Final = URIRef("https://w3id.org/demarche/voc/stance-act/endorse")
    """Backs the target or what it proposes."""

    PRAISE: Final = URIRef("https://w3id.org/demarche/voc/stance-act/praise")
    """Finds the target, or what it did, good."""

    REJECT: Final = URIRef("https://w3id.org/demarche/voc/stance-act/reject")
    """Refuses what the target proposes, says or is."""

    SYMPATHISE: Final = URIRef("https://w3id.org/demarche/voc/stance-act/sympathise")
    """Feels with the target: condolences, solidarity."""

    THREATEN: Final = URIRef("https://w3id.org/demarche/voc/stance-act/threaten")
    """Announces harm to the target."""


class Status:
    """How an article qualifies that somebody holds a post. Plain office carries none of these."""

    ACTING: Final = URIRef("https://w3id.org/demarche/voc/status/acting")
    """Holds the post for the time being; interim."""

    DESIGNATE: Final = URIRef("https://w3id.org/demarche/voc/status/designate")
    """Named or elected to the post, not yet in it."""

    FORMER: Final = URIRef("https://w3id.org/demarche/voc/status/former")
    """Held the post before."""


class Vote:
    """How one can vote."""

    ABSENT: Final = URIRef("https://w3id.org/demarche/voc/vote/absent")
    """Did not vote at all."""

    ABSTAIN: Final = URIRef("https://w3id.org/demarche/voc/vote/abstain")
    """Took part and voted neither way."""

    AGAINST: Final = URIRef("https://w3id.org/demarche/voc/vote/against")
    """Voted against."""

    FOR: Final = URIRef("https://w3id.org/demarche/voc/vote/for")
    """Voted for."""


class Why:
    """Why a non-assertion asserts nothing."""

    ASKED: Final = URIRef("https://w3id.org/demarche/voc/why/asked")
    """It was asked, not said."""

    DENIED: Final = URIRef("https://w3id.org/demarche/voc/why/denied")
    """The source denied it."""

    HYPOTHETICAL: Final = URIRef("https://w3id.org/demarche/voc/why/hypothetical")
    """It is only supposed: if, would, might say."""

    NOT_SAID: Final = URIRef("https://w3id.org/demarche/voc/why/not-said")
    """The article says that the source did not say it."""


SCHEMES: Final[dict[str, tuple[URIRef, ...]]] = {
    "cue-class": (
        CueClass.COMMISSIVE,
        CueClass.DIRECTIVE,
        CueClass.DISTANCING,
        CueClass.EVALUATIVE,
        CueClass.FACTIVE,
        CueClass.NEUTRAL,
    ),
    "event": (
        Event.ABSTENTION,
        Event.MANDATE_END,
        Event.PROPOSED_EXTENSION,
        Event.SPONSORSHIP,
        Event.VETO,
        Event.VOTE,
    ),
    "mention-type": (
        MentionType.DEMONYM,
        MentionType.METONYM,
        MentionType.NOMINAL,
        MentionType.PRONOUN,
    ),
    "mode": (
        Mode.DIRECT,
        Mode.INDIRECT,
        Mode.MIXED,
    ),
    "outcome": (
        Outcome.ADOPTED,
        Outcome.NOT_ADOPTED,
    ),
    "polarity": (
        Polarity.NEGATIVE,
        Polarity.NEUTRAL,
        Polarity.POSITIVE,
    ),
    "resolution": (
        Resolution.EXPLICIT,
        Resolution.RELATIVE,
    ),
    "stance-act": (
        StanceAct.BLAME,
        StanceAct.CRITICISE,
        StanceAct.DEMAND_OF,
        StanceAct.ENDORSE,
        StanceAct.PRAISE,
        StanceAct.REJECT,
        StanceAct.SYMPATHISE,
        StanceAct.THREATEN,
    ),
    "status": (
        Status.ACTING,
        Status.DESIGNATE,
        Status.FORMER,
    ),
    "vote": (
        Vote.ABSENT,
        Vote.ABSTAIN,
        Vote.AGAINST,
        Vote.FOR,
    ),
    "why": (
        Why.ASKED,
        Why.DENIED,
        Why.HYPOTHETICAL,
        Why.NOT_SAID,
    ),
}
"""Name of each scheme -> its concepts, sorted."""
