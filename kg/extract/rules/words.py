"""Closed classes of words that several rules read. All in lower case."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs with a tense; modals have a tag of their own."""

TIME_NOUNS = _words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning afternoon"
    " evening night noon midnight week month year day weekend hour hours days weeks months years january february"
    " march april may june july august september october november december"
    " spring summer autumn winter"
)
"""Heads of phrases that tell when something was said."""

DAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday morning afternoon evening night"
)
INFORMANTS = _words(
    "officials official sources source media reports people diplomats diplomat ministry newspaper agency person aides"
    " spokesman spokeswoman witnesses"
)
"""Whom reporters cite."""

MEDIA_NOUNS = _words(
    "statement interview speech letter memo email e-mail post tweet message release report briefing conference"
    " address remarks comments column article editorial op-ed book broadcast video telegram communique communiqué"
    " note filing testimony debate program programme show blog television radio twitter facebook press appearance"
    " rally hearing readout declaration cable bulletin podcast document resolution memorandum advisory notice text"
    " website page account channel"
)
"""Heads of phrases that tell where something was said ("in a statement")."""

OBJECT_CONTROL = _words(
    "ask asked asks asking urge urged urges urging tell told tells telling allow allowed force forced lead led"
    " get got prompt prompted want wanted invite invited encourage encouraged order ordered call called cause"
    " caused require requires required"
)
"""Verbs whose object is the subject of the infinitive after them ("urged Ardenia to deny ...")."""

JOINED_PARTICIPLES = _words(
    "adding saying noting stressing insisting claiming arguing warning calling citing pointing accusing telling"
    " explaining suggesting"
)
"""Participles that begin another statement of the same source."""

JOINING_SENSES = frozenset({"blame", "praise", "rejection", "request", "describing", "commissive"})
"""Senses of cues (column `sense`) whose participles do the same."""

NEGATIONS = _words("not n't never no neither nor nobody nothing hardly without")
MODALS = _words("could may might would should can must will shall 'll 'd wo ca")
CONDITIONS = _words("if unless whether until should")
QUESTION_WORDS = _words("if whether why what when where how who whom which whose about")
EXPECTATIONS = _words(
    "expected likely set due scheduled poised unlikely able free ready about supposed planning planned hoping"
    " hoped hopes want wants wanted hope plans prepared preparing willing unwilling reluctant"
)
"""What makes the saying after it a matter of the future ("is expected to announce")."""
ABSTENTIONS = _words(
    "declined refused declines refuses declining refusing avoided avoids avoiding stopped stops stopping failed"
    " fails failing"
)
"""What makes the saying after it one that did not happen ("declined to say")."""

INTRODUCING_SPEAKER = _words(
    "asked speaking addressing responding replying answering questioned pressed commenting referring writing quoting"
    " citing appearing testifying announcing opening closing visiting accompanied flanked"
)
"""Words of a phrase before a cue that tells of the speaker, not of what is said: "Speaking in Holm, she said, ..."."""
TOLD_BEFORE = _words(
    "announce report state say note predict mention stress warn explain write observe underline declare confirm"
    " acknowledge admit reveal recall tell claim emphasise emphasize"
)
"""Lemmas of "As the minister announced, ...". Of others the "as" may mean "while" ("As the envoy spoke, ...")."""
CLAIMS = _words(
    "reports report claims claim allegations allegation accusations accusation suggestions suggestion rumours rumors"
    " rumour rumor assertions assertion charges charge speculation insinuations notion"
)
"""Nouns whose that-clause somebody else has put forward: who dismisses reports that it rained denies that it rained."""
ADVERBIAL_OPENERS = _words(
    "if when while although though after before as because since asked until unless whether once despite"
)
ADVERBIAL_CLAUSES = _words("when after before as while during asked speaking referring shortly")
GENRES = _words(
    "poll analysis opinion report live update updates watch exclusive breaking explainer video editorial review"
    " photos profile timeline factbox fact q&a interview letter comment column background"
    " update note notes summary agenda context correction clarification steps key"
)
"""Words before a headline's colon that name the piece, not a speaker."""
AUXILIARIES = _words(
    "is are was were has have had will would can could do does did said says say be read reads been may might must"
)
GIVING = _words(
    "make made makes making repeat repeated repeats repeating issue issued issues issuing renew renewed renews"
    " renewing voice voiced voices voicing express expressed expresses expressing offer offered offers reiterate"
    " reiterated reiterates"
)
"""Light verbs whose subject is the source of the noun after them ("issued a warning that ...")."""
ISSUING = _words(
    "issue issues issued issuing release releases released releasing publish publishes published publishing post posts"
    " posted posting send sends sent sending write writes wrote writing circulate circulates circulated sign signs"
    " signed tweet tweets tweeted distribute distributes distributed adopt adopts adopted adopting deliver delivers"
    " delivered read reads give gives gave hold holds held approve approves approved pass passes passed"
)
"""Verbs whose subject speaks in the text that is their object ("issued a statement condemning ...")."""
TAKING_BACK = _words(
    "withdraw withdraws withdrew withdrawn withdrawing retract retracts retracted retracting rescind rescinds rescinded"
    " rescinding drop drops dropped dropping abandon abandons abandoned abandoning revoke revokes revoked revoking"
    " waive waives waived waiving"
)
"""Verbs that take back the noun after them ("dropped its objection to")."""
DEEDS = _words(
    "refusal failure decision attempt attempts loss conduct behaviour behavior actions action attack attacks"
    " policy policies efforts effort move moves handling treatment use role record remarks comments statement"
    " statements response stance position support"
)
"""Nouns for what somebody does: of "the refusal of Kestria", Kestria is what a criticism is aimed at."""

RECEIVED = _words(
    "guest guests visitor visitors delegate delegates delegation delegations ambassador ambassadors envoy envoys"
    " minister ministers premier president presidents king queen prince princess pope bishop leader leaders chancellor"
    " counterpart counterparts refugee refugees tourist tourists student students pupils children crowd crowds"
    " journalist journalists reporters athletes players fans passengers families volunteers soldiers troops veterans"
    " diplomat diplomats officials representative representatives head heads chief chiefs colleague colleagues"
    " team teams couple family secretary governor mayor mayors senator senators general newcomers migrants"
)
"""Whom one welcomes at a door: an act, where a ruling that is welcomed is praised."""
PERMISSIONS = _words(
    "entry access admission admittance visa visas permission permit permits asylum bail parole citizenship"
    " accreditation leave licence licences license licenses clearance passage request requests application"
    " applications petition petitions aid help treatment care transit landing"
)
"""What an authority denies by not giving it: an act, where an accusation that is denied is contradicted."""

UTTERANCES = _words(
    "word words sentence sentences remark remarks comment comments answer answers reply replies response message"
    " line lines verdict advice warning plea question questions joke conclusion judgement judgment summary view"
    " account story version description reaction request wish reason explanation suggestion promise apology"
    " greeting thought thoughts opinion"
)
"""Nouns for what is said: somebody who "had one comment:" says what follows."""
TEXTS = _words(
    "resolution treaty agreement accord pact law act bill decree order directive regulation constitution charter"
    " statute ruling judgment judgement decision text protocol convention memorandum letter guideline guidelines rules"
    " provision clause article declaration document plan deal resolutions rule laws"
)
"""Heads of sources that are texts with the force of rules."""
SHOWING = _words(
    "read reads see sees saw hear hears heard find finds found hold holds held carry carries carried wear wears wore"
    " show shows showed point points pointed open opens opened receive receives received quote quotes quoted cite"
    " cites cited recall recalls recalled bear bears bore display displays displayed know knows knew get gets got"
    " play plays played sing sings sang bring brings brought is was are were met meets meet"
)
"""Verbs before a colon after which somebody else's words may stand: "He saw a sign: ..."."""

ACCOUNTS = _words(
    "describe describes described recall recalls recalled recount recounts recounted remember remembers remembered"
    " explain explains explained speak speaks spoke respond responds responded reply replies replied answer answers"
    " answered react reacts reacted"
)
"""Verbs of a sentence after which a quotation of its subject may follow: "Torr described the night."."""
