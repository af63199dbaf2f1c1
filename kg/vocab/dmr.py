"""Terms of the ontology as checked names. Generated from ontology/*.ttl by `make generate`; do not edit."""

from typing import Final

from rdflib import URIRef


class DMR:
    """Classes, then properties."""

    Actor: Final = URIRef("https://w3id.org/demarche/ns#Actor")
    """Anything that can speak, vote, be addressed or be blamed."""

    ActorGroup: Final = URIRef("https://w3id.org/demarche/ns#ActorGroup")
    """A collective as a source names it (a state and its allies), with vague or changing membership."""

    Article: Final = URIRef("https://w3id.org/demarche/ns#Article")
    """A news item or official text as published. It may have several wordings over time."""

    Attitude: Final = URIRef("https://w3id.org/demarche/ns#Attitude")
    """An attribution of a belief, an intention or a perception, without a speech act."""

    Attribution: Final = URIRef("https://w3id.org/demarche/ns#Attribution")
    """A passage of an article that ascribes content to a source. Each is of exactly one kind: Statement, Attitude, SecondHand or NonAssertion."""

    Claim: Final = URIRef("https://w3id.org/demarche/ns#Claim")
    """A proposition without its speaker, with the actors put in: what attributions express, and what is restated, supported or contradicted. Equal words are one claim; where a word stays open (a pronoun, 'here', 'tomorrow') the claim belongs to its article alone."""

    ClaimJudgement: Final = URIRef("https://w3id.org/demarche/ns#ClaimJudgement")
    """Somebody's decision, on one day, whether a link between two claims (or two statements) holds. It stands in a graph of its own and is never changed; a later entry can withdraw it."""

    ClaimLink: Final = URIRef("https://w3id.org/demarche/ns#ClaimLink")
    """A proposal of a program, with a score and its grounds: two claims may say the same, contradict or support each other. Nothing is asserted by it; people judge."""

    Communication: Final = URIRef("https://w3id.org/demarche/ns#Communication")
    """An event of speaking or a document in the world (a briefing, a press statement) that statements of several articles seem to report: a proposal, until people judge."""

    Correction: Final = URIRef("https://w3id.org/demarche/ns#Correction")
    """Somebody's decision, on one day, that one statement is shown otherwise than the reader found it, or not at all. The record stays as it was found; the view follows. It stands in a graph of its own and is never changed; a later entry can withdraw it."""

    Document: Final = URIRef("https://w3id.org/demarche/ns#Document")
    """A text that an article cites as the source of words: a memo, a report, a letter."""

    DraftResolution: Final = URIRef("https://w3id.org/demarche/ns#DraftResolution")
    """A draft that is, or is to be, put to a vote."""

    Event: Final = URIRef("https://w3id.org/demarche/ns#Event")
    """Something told as happening, according to one article or one statement. The same happening told twice is two events."""

    ExtractionRun: Final = URIRef("https://w3id.org/demarche/ns#ExtractionRun")
    """One way of reading texts: an extractor, its version, its options and the reference data it used. The same parts always make the same run."""

    GovernmentBody: Final = URIRef("https://w3id.org/demarche/ns#GovernmentBody")
    """A ministry, presidency, mission, court or agency of a state."""

    Instrument: Final = URIRef("https://w3id.org/demarche/ns#Instrument")
    """A text or legal object that actors act upon."""

    InternationalBody: Final = URIRef("https://w3id.org/demarche/ns#InternationalBody")
    """An organisation of states, or one of its organs, committees or panels."""

    Judgement: Final = URIRef("https://w3id.org/demarche/ns#Judgement")
    """An entry of the ledger of identity: somebody's decision, on one day, whether two actors are the same. It stands in a graph of its own and is never changed; a later entry can withdraw it."""

    Mandate: Final = URIRef("https://w3id.org/demarche/ns#Mandate")
    """The dated authority of a body."""

    MediaOutlet: Final = URIRef("https://w3id.org/demarche/ns#MediaOutlet")
    """A newspaper, broadcaster or news agency, of a state or not."""

    NonAssertion: Final = URIRef("https://w3id.org/demarche/ns#NonAssertion")
    """An attribution whose source does not put the content forward: it was denied, not said, hypothetical or asked."""

    Organisation: Final = URIRef("https://w3id.org/demarche/ns#Organisation")
    """An organisation that acts as such: a body, an outlet, a party, a company, an institute."""

    Person: Final = URIRef("https://w3id.org/demarche/ns#Person")
    """A human being. What a person is at a time is said by posts and tenures, never by the person's class."""

    Resolution: Final = URIRef("https://w3id.org/demarche/ns#Resolution")
    """A resolution that was adopted."""

    SanctionsRegime: Final = URIRef("https://w3id.org/demarche/ns#SanctionsRegime")
    """A set of restrictive measures of one authority against one target."""

    SecondHand: Final = URIRef("https://w3id.org/demarche/ns#SecondHand")
    """An attribution inside another: A says that B said. It is B's only according to A."""

    Span: Final = URIRef("https://w3id.org/demarche/ns#Span")
    """A half-open range of Unicode code points of a text or of its title. Its IRI says where: <text>/c12-107 starts at 12 and ends before 107 in the text, <text>/t0-6 in the title. A span that names an actor is a mention."""

    Stance: Final = URIRef("https://w3id.org/demarche/ns#Stance")
    """How the speaker of one statement evaluates one target."""

    State: Final = URIRef("https://w3id.org/demarche/ns#State")
    """A state or territory as an actor between states, not as a piece of land."""

    Statement: Final = URIRef("https://w3id.org/demarche/ns#Statement")
    """An attribution of something that the source said or wrote, first hand in this article. Always safe to count as: X said."""

    Tally: Final = URIRef("https://w3id.org/demarche/ns#Tally")
    """So many votes for one option, whether or not the voters are named."""

    Tenure: Final = URIRef("https://w3id.org/demarche/ns#Tenure")
    """One person in one post, over an interval or as observed on a day."""

    Text: Final = URIRef("https://w3id.org/demarche/ns#Text")
    """One wording of an article: a title and a text that never change."""

    Tie: Final = URIRef("https://w3id.org/demarche/ns#Tie")
    """How often one actor speaks about another, counted over statements: made by a query for other programs, never stored."""

    UnnamedSource: Final = URIRef("https://w3id.org/demarche/ns#UnnamedSource")
    """A speaker whom one article describes but does not name (a senior diplomat, officials). Never the same actor as one of another article."""

    Veto: Final = URIRef("https://w3id.org/demarche/ns#Veto")
    """A vote against by a member whose vote alone blocks adoption."""

    VoteEvent: Final = URIRef("https://w3id.org/demarche/ns#VoteEvent")
    """A vote taken in a body on an instrument."""

    about: Final = URIRef("https://w3id.org/demarche/ns#about")
    """The actor, instrument or event that the content of an attribution is about. Topics are told in the record, by the words that name them."""

    aboutSpan: Final = URIRef("https://w3id.org/demarche/ns#aboutSpan")
    """The mention that shows whom or what the content is about: what it denotes. The record says about only where it denotes several."""

    accordingTo: Final = URIRef("https://w3id.org/demarche/ns#accordingTo")
    """The article or attribution on whose authority this is told. The graph itself vouches for nothing."""

    actedUpon: Final = URIRef("https://w3id.org/demarche/ns#actedUpon")
    """To whom it was done: who was put under sanctions, attacked or recognised, whose envoy was summoned."""

    actor: Final = URIRef("https://w3id.org/demarche/ns#actor")
    """Who did it."""

    addressee: Final = URIRef("https://w3id.org/demarche/ns#addressee")
    """The actor to whom the words were said."""

    alsoReportedIn: Final = URIRef("https://w3id.org/demarche/ns#alsoReportedIn")
    """Another article that prints the same text, so that its attribution is not counted again."""

    alternativeDenotes: Final = URIRef("https://w3id.org/demarche/ns#alternativeDenotes")
    """Another thing that the mention may denote, kept because the text is ambiguous."""

    anchorHash: Final = URIRef("https://w3id.org/demarche/ns#anchorHash")
    """Hash of the wording (title and text) that the correction was made on: the words of a copy are corrected with it."""

    anchorText: Final = URIRef("https://w3id.org/demarche/ns#anchorText")
    """Words of the corrected statement as the reader found them. After a new extraction the correction goes on to the statement of the article that shares most of them."""

    asOf: Final = URIRef("https://w3id.org/demarche/ns#asOf")
    """The day for which reference data is known. An open end means still so on that day, not today."""

    asOfAbout: Final = URIRef("https://w3id.org/demarche/ns#asOfAbout")
    """The year or month for which reference data is known, where the day is not: xsd:gYear or xsd:gYearMonth. Stands in the place of asOf."""

    bodyType: Final = URIRef("https://w3id.org/demarche/ns#bodyType")
    """What kind of organ a body is among those of its state (mfa, presidency, mission-un), as texts name it by that alone: the ministry, the mission."""

    capital: Final = URIRef("https://w3id.org/demarche/ns#capital")
    """A name of the capital of a state, under which texts speak of its government."""

    certainty: Final = URIRef("https://w3id.org/demarche/ns#certainty")
    """How far the source commits itself to the content: a concept of voc/certainty. Absent: certain."""

    charLength: Final = URIRef("https://w3id.org/demarche/ns#charLength")
    """Length of the text, without its title, in Unicode code points."""

    conditionSpan: Final = URIRef("https://w3id.org/demarche/ns#conditionSpan")
    """The words of the condition on which the content hangs (if the talks go on)."""

    conditional: Final = URIRef("https://w3id.org/demarche/ns#conditional")
    """True where the speaker ties the content to a condition. Absent where not."""

    confidence: Final = URIRef("https://w3id.org/demarche/ns#confidence")
    """How sure the extraction is, from 0 to 1. Absent: 1."""

    content: Final = URIRef("https://w3id.org/demarche/ns#content")
    """What is ascribed to the speaker, word for word as the article has it; pieces are joined by an ellipsis in brackets."""

    contentSpan: Final = URIRef("https://w3id.org/demarche/ns#contentSpan")
    """A piece of the content, without outer quotation marks."""

    correctedBy: Final = URIRef("https://w3id.org/demarche/ns#correctedBy")
    """A correction that this statement shows, in the view."""

    correctedProperty: Final = URIRef("https://w3id.org/demarche/ns#correctedProperty")
    """What is corrected: speaker, onBehalfOf, about, content, saidLatest for the days, or hasStance for one stance. Absent: the statement as a whole is rejected."""

    corrects: Final = URIRef("https://w3id.org/demarche/ns#corrects")
    """The statement that the correction was made on."""

    cueClass: Final = URIRef("https://w3id.org/demarche/ns#cueClass")
    """What the reporter's choice of cue commits the reporter to: a concept of voc/cue-class. Absent: neutral."""

    cueLemma: Final = URIRef("https://w3id.org/demarche/ns#cueLemma")
    """Base form of the cue. Absent where a colon, a dash or a turn of a meeting record is the cue."""

    cueSpan: Final = URIRef("https://w3id.org/demarche/ns#cueSpan")
    """The words that mark the attribution: said, criticised, according to."""

    datedBy: Final = URIRef("https://w3id.org/demarche/ns#datedBy")
    """How the days of saying are known: a concept of voc/resolution. Absent: at most bounded by the day of publication."""

    dateline: Final = URIRef("https://w3id.org/demarche/ns#dateline")
    """Place line of the article, as printed. It names the desk, not where the speaker was."""

    decidedBy: Final = URIRef("https://w3id.org/demarche/ns#decidedBy")
    """Name of the person or program that judged."""

    decidedOn: Final = URIRef("https://w3id.org/demarche/ns#decidedOn")
    """Day on which it was judged, as the judge gave it."""

    demonym: Final = URIRef("https://w3id.org/demarche/ns#demonym")
    """A word for what belongs to a state, and for its people: Norlandic, Norlander."""

    denotes: Final = URIRef("https://w3id.org/demarche/ns#denotes")
    """What the mention refers to, as resolved."""

    denotesTopic: Final = URIRef("https://w3id.org/demarche/ns#denotesTopic")
    """The topic that the words name, by the name that the article first gives it. A topic is what one article talks about that is neither actor nor instrument nor event of its own: the talks, a road plan, a treaty; it is never joined with a topic of another article. Its node, topic/<version>-<hash of the name>, is a target of stances."""

    entertains: Final = URIRef("https://w3id.org/demarche/ns#entertains")
    """The claim whose words a non-assertion holds without putting it forward: what was denied, not said, asked or merely thought of."""

    eventType: Final = URIRef("https://w3id.org/demarche/ns#eventType")
    """What kind of event it is: a concept of voc/event."""

    evidence: Final = URIRef("https://w3id.org/demarche/ns#evidence")
    """A span that shows it."""

    expresses: Final = URIRef("https://w3id.org/demarche/ns#expresses")
    """The claim that the source puts forward by this attribution."""

    extends: Final = URIRef("https://w3id.org/demarche/ns#extends")
    """The mandate that the instrument would prolong."""

    extractor: Final = URIRef("https://w3id.org/demarche/ns#extractor")
    """Name of the program that read the text."""

    extractorVersion: Final = URIRef("https://w3id.org/demarche/ns#extractorVersion")
    """Version of the extractor."""

    favouringCount: Final = URIRef("https://w3id.org/demarche/ns#favouringCount")
    """How many of the statements of a tie favour the one that they are about."""

    favours: Final = URIRef("https://w3id.org/demarche/ns#favours")
    """Short form of a positive stance in the view: the statement favours this target."""

    ground: Final = URIRef("https://w3id.org/demarche/ns#ground")
    """What speaks for a proposed link, in words: how near the meanings are, opposites, numbers or days that differ, words of evidence."""

    groupMember: Final = URIRef("https://w3id.org/demarche/ns#groupMember")
    """An actor that the source itself counts among the group."""

    hasStance: Final = URIRef("https://w3id.org/demarche/ns#hasStance")
    """An evaluation made in this attribution."""

    hasTally: Final = URIRef("https://w3id.org/demarche/ns#hasTally")
    """A count of one option in this vote."""

    inBody: Final = URIRef("https://w3id.org/demarche/ns#inBody")
    """The body in which it takes place."""

    isInferred: Final = URIRef("https://w3id.org/demarche/ns#isInferred")
    """True where the count follows by arithmetic and is not printed. Absent where it is printed."""

    isVerified: Final = URIRef("https://w3id.org/demarche/ns#isVerified")
    """False for reference data written from general knowledge, for which no source was seen: good enough to ask, not to cite. Absent: a source has it."""

    joinedAs: Final = URIRef("https://w3id.org/demarche/ns#joinedAs")
    """The actor that stands in the view for this one of a single article. A judgement, listed in a graph of its own: without it the view shows the article's own actor again."""

    judges: Final = URIRef("https://w3id.org/demarche/ns#judges")
    """One of the two actors of the judgement; the order means nothing. An item of another database can be one of them."""

    linkFrom: Final = URIRef("https://w3id.org/demarche/ns#linkFrom")
    """The first claim of a link or of a judgement on one; where something is supported, the claim that is. For one communication: a statement."""

    linkTo: Final = URIRef("https://w3id.org/demarche/ns#linkTo")
    """The second claim of a link or of a judgement on one; where something is supported, the claim that supports. For one communication: a statement."""

    linkType: Final = URIRef("https://w3id.org/demarche/ns#linkType")
    """How the two go together: a concept of voc/link."""

    madeIn: Final = URIRef("https://w3id.org/demarche/ns#madeIn")
    """The communication that a statement seems to report: other articles report the same one, with the same words in quotation marks."""

    madeWith: Final = URIRef("https://w3id.org/demarche/ns#madeWith")
    """One more thing that the run depends on, as name=value: a language model, an option, a set of reference data."""

    mandateOf: Final = URIRef("https://w3id.org/demarche/ns#mandateOf")
    """The body whose mandate this is."""

    mediumSpan: Final = URIRef("https://w3id.org/demarche/ns#mediumSpan")
    """The words that tell where it was said (in a statement, on television)."""

    memberCount: Final = URIRef("https://w3id.org/demarche/ns#memberCount")
    """How many members could vote, as printed."""

    mentionType: Final = URIRef("https://w3id.org/demarche/ns#mentionType")
    """The form in which the actor is named: a concept of voc/mention-type. Absent: by name."""

    mode: Final = URIRef("https://w3id.org/demarche/ns#mode")
    """Whether the words are quoted, reported or both: a concept of voc/mode. Absent: indirect."""

    negated: Final = URIRef("https://w3id.org/demarche/ns#negated")
    """True where the main clause of the content is negated (did not sign). Absent: it is not, or the content has no clause."""

    newLiteral: Final = URIRef("https://w3id.org/demarche/ns#newLiteral")
    """What the correction shows, as people read it: names, days, or the words themselves."""

    newValue: Final = URIRef("https://w3id.org/demarche/ns#newValue")
    """An actor that takes the place of what the reader found; of a stance: its target. Absent: nobody does."""

    observedOn: Final = URIRef("https://w3id.org/demarche/ns#observedOn")
    """Day of the article that shows the person in the post."""

    occursEarliest: Final = URIRef("https://w3id.org/demarche/ns#occursEarliest")
    """First possible day of the event."""

    occursLatest: Final = URIRef("https://w3id.org/demarche/ns#occursLatest")
    """Last possible day of the event, that day included."""

    oldLiteral: Final = URIRef("https://w3id.org/demarche/ns#oldLiteral")
    """What was shown before, as people read it: names, or the words themselves."""

    onBehalfOf: Final = URIRef("https://w3id.org/demarche/ns#onBehalfOf")
    """The actor bound by the words. The record holds the one that the words name; the view adds its bodies and states upwards, and states bind themselves."""

    onInstrument: Final = URIRef("https://w3id.org/demarche/ns#onInstrument")
    """The draft, resolution or mandate that the event is about."""

    opposes: Final = URIRef("https://w3id.org/demarche/ns#opposes")
    """Short form of a negative stance in the view: the statement opposes this target."""

    opposingCount: Final = URIRef("https://w3id.org/demarche/ns#opposingCount")
    """How many of the statements of a tie oppose the one that they are about."""

    organOf: Final = URIRef("https://w3id.org/demarche/ns#organOf")
    """The state or organisation whose organ this body is, and which it binds by what it says."""

    outcome: Final = URIRef("https://w3id.org/demarche/ns#outcome")
    """What became of what was voted on: a concept of voc/outcome."""

    overrides: Final = URIRef("https://w3id.org/demarche/ns#overrides")
    """True where a file of a user means to change an actor or post that exists already."""

    partOf: Final = URIRef("https://w3id.org/demarche/ns#partOf")
    """The larger body to which this one belongs: a panel to its committee, a committee to its council."""

    polarity: Final = URIRef("https://w3id.org/demarche/ns#polarity")
    """Whether an evaluation is positive, negative or neutral: a concept of voc/polarity. On an attribution: the evaluation that its cue shows of no particular target."""

    post: Final = URIRef("https://w3id.org/demarche/ns#post")
    """The post that is held."""

    proposedUntil: Final = URIRef("https://w3id.org/demarche/ns#proposedUntil")
    """Last day that the draft would have set."""

    publishedOn: Final = URIRef("https://w3id.org/demarche/ns#publishedOn")
    """Day of publication in the source's own zone. Absent where the source gives no full date."""

    publishedStamp: Final = URIRef("https://w3id.org/demarche/ns#publishedStamp")
    """Time of publication as the source gives it, where that is more or less than a day."""

    quoteSpan: Final = URIRef("https://w3id.org/demarche/ns#quoteSpan")
    """A part of the content inside quotation marks, without them. Not repeated where the whole content is quoted (mode direct)."""

    reason: Final = URIRef("https://w3id.org/demarche/ns#reason")
    """Why, in the words of the judge."""

    repetition: Final = URIRef("https://w3id.org/demarche/ns#repetition")
    """How often the same judge had judged the same on the same day before, and withdrawn it. Absent: never."""

    reportedIn: Final = URIRef("https://w3id.org/demarche/ns#reportedIn")
    """The article that carries the attribution."""

    resolvedBy: Final = URIRef("https://w3id.org/demarche/ns#resolvedBy")
    """Name of the rule that decided whom the mention denotes. Absent: its name stands in the reference data (alias)."""

    restates: Final = URIRef("https://w3id.org/demarche/ns#restates")
    """An earlier attribution of the same article that says the same by the same speaker: the headline and the text, the lead and the body. Whoever counts statements may leave out those that restate."""

    roleClass: Final = URIRef("https://w3id.org/demarche/ns#roleClass")
    """The class of a post among those of its body (foreign_minister, spokesperson), the same for all states."""

    rule: Final = URIRef("https://w3id.org/demarche/ns#rule")
    """Name of the rule that found the attribution; of a stance: network, where the stance network judged (absent: the rules did)."""

    saidEarliest: Final = URIRef("https://w3id.org/demarche/ns#saidEarliest")
    """First day on which it can have been said. Absent where nothing bounds it."""

    saidLatest: Final = URIRef("https://w3id.org/demarche/ns#saidLatest")
    """Last day on which it can have been said, that day included. Absent where nothing bounds it; in the record also where it is the day of publication and nothing else is known."""

    sameEvent: Final = URIRef("https://w3id.org/demarche/ns#sameEvent")
    """The first account, in the same article, of what seems to be the same happening. The two stay two events."""

    shownAs: Final = URIRef("https://w3id.org/demarche/ns#shownAs")
    """The node that the view shows instead of this one, where judgements of people decide otherwise than the rule (dmr:joinedAs). Kept with the view, in the graph shown-as."""

    sourceSpan: Final = URIRef("https://w3id.org/demarche/ns#sourceSpan")
    """The words that name the source of the attribution."""

    speaker: Final = URIRef("https://w3id.org/demarche/ns#speaker")
    """The actor to whom the content is ascribed; several for joint statements, none where the text names nobody."""

    speakerSpan: Final = URIRef("https://w3id.org/demarche/ns#speakerSpan")
    """The mention that names a speaker, where it is not one of the source spans."""

    speakingAs: Final = URIRef("https://w3id.org/demarche/ns#speakingAs")
    """The post in which the speaker speaks here, as the article words it."""

    speaksFor: Final = URIRef("https://w3id.org/demarche/ns#speaksFor")
    """The actor whom the holder of this post binds by what is said in office."""

    speaksOf: Final = URIRef("https://w3id.org/demarche/ns#speaksOf")
    """A time expression of the content: a deadline, a plan, a past event. Not the time of saying."""

    speechAct: Final = URIRef("https://w3id.org/demarche/ns#speechAct")
    """What the source does by saying it: a concept of voc/speech-act. Absent: it asserts."""

    spokenEarliest: Final = URIRef("https://w3id.org/demarche/ns#spokenEarliest")
    """First day that a time expression of a content points to. Absent where it only bounds on the other side."""

    spokenLatest: Final = URIRef("https://w3id.org/demarche/ns#spokenLatest")
    """Last day that a time expression of a content points to, that day included. Absent where it only bounds on the other side."""

    sponsor: Final = URIRef("https://w3id.org/demarche/ns#sponsor")
    """Who tabled it."""

    stanceAct: Final = URIRef("https://w3id.org/demarche/ns#stanceAct")
    """What the speaker does to the target by saying it: a concept of voc/stance-act."""

    stanceTarget: Final = URIRef("https://w3id.org/demarche/ns#stanceTarget")
    """Whom or what the stance evaluates: an actor, an instrument or an event."""

    statementCount: Final = URIRef("https://w3id.org/demarche/ns#statementCount")
    """How many first-hand statements make the tie."""

    status: Final = URIRef("https://w3id.org/demarche/ns#status")
    """How the article qualifies the tenure (former, acting): a concept of voc/status. Absent: simply in office."""

    subjectSpan: Final = URIRef("https://w3id.org/demarche/ns#subjectSpan")
    """The words that show a subject of the statement; where there are several, dcterms:subject of the span says which."""

    takesPlaceIn: Final = URIRef("https://w3id.org/demarche/ns#takesPlaceIn")
    """The state where it took place, by its name or its capital; of a visit, the state that was visited."""

    tallyCount: Final = URIRef("https://w3id.org/demarche/ns#tallyCount")
    """How many votes there were for the option."""

    textHash: Final = URIRef("https://w3id.org/demarche/ns#textHash")
    """SHA-256 of title and text, in hexadecimal: equal in copies, whoever prints them."""

    textOf: Final = URIRef("https://w3id.org/demarche/ns#textOf")
    """The article whose wording this is."""

    timeSpan: Final = URIRef("https://w3id.org/demarche/ns#timeSpan")
    """The time expression that dates it (on Friday)."""

    validFrom: Final = URIRef("https://w3id.org/demarche/ns#validFrom")
    """First day of a tenure, mandate, membership, body or state. Absent where not known to the day."""

    validFromAbout: Final = URIRef("https://w3id.org/demarche/ns#validFromAbout")
    """The year or month in which a tenure, membership, body or state began, where the day is not known: xsd:gYear or xsd:gYearMonth. Stands in the place of validFrom."""

    validUntil: Final = URIRef("https://w3id.org/demarche/ns#validUntil")
    """Last day of a tenure, mandate, membership, body or state, that day included. Absent where not known to the day."""

    validUntilAbout: Final = URIRef("https://w3id.org/demarche/ns#validUntilAbout")
    """The year or month in which a tenure, membership, body or state ended, where the day is not known: xsd:gYear or xsd:gYearMonth. Stands in the place of validUntil."""

    verdict: Final = URIRef("https://w3id.org/demarche/ns#verdict")
    """What the judgement says of its two actors: a concept of voc/verdict; of a link: a concept of voc/link-verdict."""

    voteOption: Final = URIRef("https://w3id.org/demarche/ns#voteOption")
    """For, against, abstain or absent: a concept of voc/vote."""

    voter: Final = URIRef("https://w3id.org/demarche/ns#voter")
    """One who voted so and is named."""

    why: Final = URIRef("https://w3id.org/demarche/ns#why")
    """Why a non-assertion asserts nothing: a concept of voc/why."""

    whyUnresolved: Final = URIRef("https://w3id.org/demarche/ns#whyUnresolved")
    """Why the mention denotes nobody in the graph: two persons fit, say."""

    withdraws: Final = URIRef("https://w3id.org/demarche/ns#withdraws")
    """The earlier judgement that this entry takes back."""
