"""Concepts as checked names. Generated from ontology/voc.ttl by `make generate`; do not edit."""

from typing import Final

from rdflib import URIRef


class Certainty:
    """How far a source commits itself to what it says."""

    CERTAIN: Final = URIRef("https://w3id.org/demarche/voc/certainty/certain")
    """The source puts it forward without reserve."""

    CONDITIONAL: Final = URIRef("https://w3id.org/demarche/voc/certainty/conditional")
    """It holds only on a condition that the words name."""

    POSSIBLE: Final = URIRef("https://w3id.org/demarche/voc/certainty/possible")
    """It may be so: might, could, perhaps, did not rule out."""

    PROBABLE: Final = URIRef("https://w3id.org/demarche/voc/certainty/probable")
    """It is likely: expected, believed, probably."""

    UNDERSPECIFIED: Final = URIRef("https://w3id.org/demarche/voc/certainty/underspecified")
    """The words do not tell: a question, a hope, a request."""


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

    AGREEMENT: Final = URIRef("https://w3id.org/demarche/voc/event/agreement")
    """A treaty, accord or other agreement was signed or reached."""

    CALL: Final = URIRef("https://w3id.org/demarche/voc/event/call")
    """Actors spoke by telephone or video."""

    DEPLOYMENT: Final = URIRef("https://w3id.org/demarche/voc/event/deployment")
    """Forces were sent somewhere."""

    EXPULSION: Final = URIRef("https://w3id.org/demarche/voc/event/expulsion")
    """Envoys were told to leave."""

    MANDATE_CREATED: Final = URIRef("https://w3id.org/demarche/voc/event/mandate-created")
    """A body set up a mission, panel, court or other body."""

    MANDATE_END: Final = URIRef("https://w3id.org/demarche/voc/event/mandate-end")
    """The mandate of a body ended or is to end."""

    MEETING: Final = URIRef("https://w3id.org/demarche/voc/event/meeting")
    """Actors met or held talks."""

    MILITARY_ACTION: Final = URIRef("https://w3id.org/demarche/voc/event/military-action")
    """Force was used: an attack, strike, invasion, shooting, killing by forces."""

    MILITARY_EXERCISE: Final = URIRef("https://w3id.org/demarche/voc/event/military-exercise")
    """Forces exercised."""

    MISSILE_LAUNCH: Final = URIRef("https://w3id.org/demarche/voc/event/missile-launch")
    """A missile or rocket was fired or tested."""

    NUCLEAR_TEST: Final = URIRef("https://w3id.org/demarche/voc/event/nuclear-test")
    """A nuclear device was tested."""

    PROPOSED_EXTENSION: Final = URIRef("https://w3id.org/demarche/voc/event/proposed-extension")
    """Somebody proposed to prolong a mandate."""

    RECALL: Final = URIRef("https://w3id.org/demarche/voc/event/recall")
    """An envoy was called home."""

    RECOGNITION: Final = URIRef("https://w3id.org/demarche/voc/event/recognition")
    """A state, government or independence was recognised."""

    RELATIONS_BROKEN: Final = URIRef("https://w3id.org/demarche/voc/event/relations-broken")
    """Diplomatic relations were broken off or suspended."""

    RELATIONS_ESTABLISHED: Final = URIRef("https://w3id.org/demarche/voc/event/relations-established")
    """Diplomatic relations were taken up or restored."""

    SANCTIONS_IMPOSED: Final = URIRef("https://w3id.org/demarche/voc/event/sanctions-imposed")
    """Sanctions, an embargo or the like were imposed."""

    SANCTIONS_LIFTED: Final = URIRef("https://w3id.org/demarche/voc/event/sanctions-lifted")
    """Sanctions, an embargo or the like were lifted or eased."""

    SPONSORSHIP: Final = URIRef("https://w3id.org/demarche/voc/event/sponsorship")
    """Somebody tabled a draft."""

    SUMMONS: Final = URIRef("https://w3id.org/demarche/voc/event/summons")
    """An envoy was called in to hear a protest."""

    VETO: Final = URIRef("https://w3id.org/demarche/voc/event/veto")
    """A member's vote against blocked adoption."""

    VISIT: Final = URIRef("https://w3id.org/demarche/voc/event/visit")
    """Somebody went to a state."""

    VOTE: Final = URIRef("https://w3id.org/demarche/voc/event/vote")
    """A body voted on an instrument."""

    WITHDRAWAL: Final = URIRef("https://w3id.org/demarche/voc/event/withdrawal")
    """Forces left a place."""


class Link:
    """How two claims, or two statements, go together."""

    CONTRADICTS: Final = URIRef("https://w3id.org/demarche/voc/link/contradicts")
    """Both cannot be true together."""

    SAME: Final = URIRef("https://w3id.org/demarche/voc/link/same")
    """Each follows from the other."""

    SAME_COMMUNICATION: Final = URIRef("https://w3id.org/demarche/voc/link/same-communication")
    """Two statements of different articles report one event of speaking."""

    SUPPORTS: Final = URIRef("https://w3id.org/demarche/voc/link/supports")
    """The second gives a reason to believe the first."""


class LinkVerdict:
    """What a judgement says of a link."""

    ACCEPTED: Final = URIRef("https://w3id.org/demarche/voc/link-verdict/accepted")
    """The link holds."""

    REJECTED: Final = URIRef("https://w3id.org/demarche/voc/link-verdict/rejected")
    """The link does not hold, and is not proposed again."""

    WITHDRAWN: Final = URIRef("https://w3id.org/demarche/voc/link-verdict/withdrawn")
    """An earlier judgement on it is taken back."""


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


class SpeechAct:
    """What a source does by saying something."""

    ACCUSE: Final = URIRef("https://w3id.org/demarche/voc/speech-act/accuse")
    """Holds somebody responsible for a wrong."""

    ANNOUNCE: Final = URIRef("https://w3id.org/demarche/voc/speech-act/announce")
    """Makes public what is planned, decided or done."""

    ASSERT: Final = URIRef("https://w3id.org/demarche/voc/speech-act/assert")
    """Puts something forward as so."""

    CALL_FOR: Final = URIRef("https://w3id.org/demarche/voc/speech-act/call-for")
    """Asks for something to be done, without claiming that others must."""

    COMMIT: Final = URIRef("https://w3id.org/demarche/voc/speech-act/commit")
    """Binds the source to do something."""

    CRITICISE: Final = URIRef("https://w3id.org/demarche/voc/speech-act/criticise")
    """Judges somebody or something badly."""

    DEMAND: Final = URIRef("https://w3id.org/demarche/voc/speech-act/demand")
    """Wants something done, and claims that others must."""

    DENY: Final = URIRef("https://w3id.org/demarche/voc/speech-act/deny")
    """Puts forward that something is not so."""

    ENDORSE: Final = URIRef("https://w3id.org/demarche/voc/speech-act/endorse")
    """Sides with somebody or something."""

    EXPLAIN: Final = URIRef("https://w3id.org/demarche/voc/speech-act/explain")
    """Gives a reason, or makes clear."""

    EXPRESS_REGRET: Final = URIRef("https://w3id.org/demarche/voc/speech-act/express-regret")
    """Says that something is to be pitied: regrets, laments, condoles, apologises."""

    OFFER_CONDITIONAL: Final = URIRef("https://w3id.org/demarche/voc/speech-act/offer-conditional")
    """Offers something on a condition."""

    PRAISE: Final = URIRef("https://w3id.org/demarche/voc/speech-act/praise")
    """Judges somebody or something well; welcomes, thanks."""

    PROPOSE: Final = URIRef("https://w3id.org/demarche/voc/speech-act/propose")
    """Puts something forward to be agreed on."""

    REAFFIRM: Final = URIRef("https://w3id.org/demarche/voc/speech-act/reaffirm")
    """Says once more what the source stands by."""

    REJECT: Final = URIRef("https://w3id.org/demarche/voc/speech-act/reject")
    """Refuses something, or sends it back."""

    THREATEN: Final = URIRef("https://w3id.org/demarche/voc/speech-act/threaten")
    """Announces harm to others."""

    WARN: Final = URIRef("https://w3id.org/demarche/voc/speech-act/warn")
    """Points to harm that may come."""


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


class Subject:
    """Fields of policy that words touch. Users add subjects of their own."""

    ACCOUNTABILITY: Final = URIRef("https://w3id.org/demarche/voc/subject/accountability")
    """War crimes, atrocities and their prosecution."""

    AID: Final = URIRef("https://w3id.org/demarche/voc/subject/aid")
    """Relief for people in need, and access to them."""

    ARMS_CONTROL: Final = URIRef("https://w3id.org/demarche/voc/subject/arms-control")
    """Limits on weapons, their verification and their transfer."""

    BORDERS: Final = URIRef("https://w3id.org/demarche/voc/subject/borders")
    """Where a state ends, crossings and claims to land."""

    CEASEFIRE: Final = URIRef("https://w3id.org/demarche/voc/subject/ceasefire")
    """Stops of fighting, their monitoring and their breach."""

    CLIMATE: Final = URIRef("https://w3id.org/demarche/voc/subject/climate")
    """Climate change, pollution, nature."""

    CONFLICT: Final = URIRef("https://w3id.org/demarche/voc/subject/conflict")
    """The use of force and its victims."""

    CYBER: Final = URIRef("https://w3id.org/demarche/voc/subject/cyber")
    """Attacks on networks, and their defence."""

    DIPLOMATIC_RELATIONS: Final = URIRef("https://w3id.org/demarche/voc/subject/diplomatic-relations")
    """Embassies, envoys, recognition and breaks."""

    ECONOMY: Final = URIRef("https://w3id.org/demarche/voc/subject/economy")
    """Growth, debt, loans and currencies."""

    ELECTIONS: Final = URIRef("https://w3id.org/demarche/voc/subject/elections")
    """Votes by citizens, and who governs."""

    ENERGY: Final = URIRef("https://w3id.org/demarche/voc/subject/energy")
    """Oil, gas, power and pipelines."""

    FISHERIES: Final = URIRef("https://w3id.org/demarche/voc/subject/fisheries")
    """Fishing rights and quotas."""

    HEALTH: Final = URIRef("https://w3id.org/demarche/voc/subject/health")
    """Disease and care."""

    HUMAN_RIGHTS: Final = URIRef("https://w3id.org/demarche/voc/subject/human-rights")
    """Rights of people and their breach."""

    MARITIME: Final = URIRef("https://w3id.org/demarche/voc/subject/maritime")
    """Ships, straits, ports and the law of the sea."""

    MIGRATION: Final = URIRef("https://w3id.org/demarche/voc/subject/migration")
    """People who move, and who flee."""

    MILITARY_EXERCISES: Final = URIRef("https://w3id.org/demarche/voc/subject/military-exercises")
    """Shows and movements of force short of fighting."""

    MISSILES: Final = URIRef("https://w3id.org/demarche/voc/subject/missiles")
    """Missiles, rockets, satellites."""

    NUCLEAR: Final = URIRef("https://w3id.org/demarche/voc/subject/nuclear")
    """Nuclear weapons, tests and energy."""

    PEACE_TALKS: Final = URIRef("https://w3id.org/demarche/voc/subject/peace-talks")
    """Efforts to settle a conflict by talking."""

    PEACEKEEPING: Final = URIRef("https://w3id.org/demarche/voc/subject/peacekeeping")
    """Missions of international bodies in the field."""

    PRISONERS: Final = URIRef("https://w3id.org/demarche/voc/subject/prisoners")
    """People held, exchanged and released."""

    SANCTIONS: Final = URIRef("https://w3id.org/demarche/voc/subject/sanctions")
    """Restrictive measures against states, people and firms."""

    TERRORISM: Final = URIRef("https://w3id.org/demarche/voc/subject/terrorism")
    """Terror and the fight against it."""

    TRADE: Final = URIRef("https://w3id.org/demarche/voc/subject/trade")
    """Goods across borders, tariffs, quotas and markets."""

    TREATIES: Final = URIRef("https://w3id.org/demarche/voc/subject/treaties")
    """Agreements as such: making, keeping and leaving them."""

    UN_SECURITY_COUNCIL: Final = URIRef("https://w3id.org/demarche/voc/subject/un-security-council")
    """Votes, vetoes, drafts and organs of the Security Council."""

    WATER: Final = URIRef("https://w3id.org/demarche/voc/subject/water")
    """Rivers, dams and who may use the water."""


class Verdict:
    """What a judgement says of two actors."""

    DIFFERENT: Final = URIRef("https://w3id.org/demarche/voc/verdict/different")
    """They are not the same."""

    SAME: Final = URIRef("https://w3id.org/demarche/voc/verdict/same")
    """They are the same: the view shows one node."""

    UNSURE: Final = URIRef("https://w3id.org/demarche/voc/verdict/unsure")
    """Looked at and left open; with an item of another database: a candidate."""

    WITHDRAWN: Final = URIRef("https://w3id.org/demarche/voc/verdict/withdrawn")
    """An earlier judgement of them is taken back."""


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
    "certainty": (
        Certainty.CERTAIN,
        Certainty.CONDITIONAL,
        Certainty.POSSIBLE,
        Certainty.PROBABLE,
        Certainty.UNDERSPECIFIED,
    ),
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
        Event.AGREEMENT,
        Event.CALL,
        Event.DEPLOYMENT,
        Event.EXPULSION,
        Event.MANDATE_CREATED,
        Event.MANDATE_END,
        Event.MEETING,
        Event.MILITARY_ACTION,
        Event.MILITARY_EXERCISE,
        Event.MISSILE_LAUNCH,
        Event.NUCLEAR_TEST,
        Event.PROPOSED_EXTENSION,
        Event.RECALL,
        Event.RECOGNITION,
        Event.RELATIONS_BROKEN,
        Event.RELATIONS_ESTABLISHED,
        Event.SANCTIONS_IMPOSED,
        Event.SANCTIONS_LIFTED,
        Event.SPONSORSHIP,
        Event.SUMMONS,
        Event.VETO,
        Event.VISIT,
        Event.VOTE,
        Event.WITHDRAWAL,
    ),
    "link": (
        Link.CONTRADICTS,
        Link.SAME,
        Link.SAME_COMMUNICATION,
        Link.SUPPORTS,
    ),
    "link-verdict": (
        LinkVerdict.ACCEPTED,
        LinkVerdict.REJECTED,
        LinkVerdict.WITHDRAWN,
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
    "speech-act": (
        SpeechAct.ACCUSE,
        SpeechAct.ANNOUNCE,
        SpeechAct.ASSERT,
        SpeechAct.CALL_FOR,
        SpeechAct.COMMIT,
        SpeechAct.CRITICISE,
        SpeechAct.DEMAND,
        SpeechAct.DENY,
        SpeechAct.ENDORSE,
        SpeechAct.EXPLAIN,
        SpeechAct.EXPRESS_REGRET,
        SpeechAct.OFFER_CONDITIONAL,
        SpeechAct.PRAISE,
        SpeechAct.PROPOSE,
        SpeechAct.REAFFIRM,
        SpeechAct.REJECT,
        SpeechAct.THREATEN,
        SpeechAct.WARN,
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
    "subject": (
        Subject.ACCOUNTABILITY,
        Subject.AID,
        Subject.ARMS_CONTROL,
        Subject.BORDERS,
        Subject.CEASEFIRE,
        Subject.CLIMATE,
        Subject.CONFLICT,
        Subject.CYBER,
        Subject.DIPLOMATIC_RELATIONS,
        Subject.ECONOMY,
        Subject.ELECTIONS,
        Subject.ENERGY,
        Subject.FISHERIES,
        Subject.HEALTH,
        Subject.HUMAN_RIGHTS,
        Subject.MARITIME,
        Subject.MIGRATION,
        Subject.MILITARY_EXERCISES,
        Subject.MISSILES,
        Subject.NUCLEAR,
        Subject.PEACE_TALKS,
        Subject.PEACEKEEPING,
        Subject.PRISONERS,
        Subject.SANCTIONS,
        Subject.TERRORISM,
        Subject.TRADE,
        Subject.TREATIES,
        Subject.UN_SECURITY_COUNCIL,
        Subject.WATER,
    ),
    "verdict": (
        Verdict.DIFFERENT,
        Verdict.SAME,
        Verdict.UNSURE,
        Verdict.WITHDRAWN,
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
