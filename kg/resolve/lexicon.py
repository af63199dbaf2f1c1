"""Closed classes of words that tell persons, bodies and documents apart in running news text."""

from __future__ import annotations


def words_of(listed: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(listed.split())


ROLE_HEADS = words_of("""
activist admiral adviser advisor advocate aide ambassador analyst archbishop assistant attache attaché attorney
attorney-general author bishop brigadier broker campaigner candidate captain cardinal ceo chair chairman chairperson
chairwoman chancellor chief chiefs clerk co-ordinator colonel columnist commandant commander commissioner commodore
congressman congresswoman consul coordinator correspondent counsel counsellor counselor counterpart critic defector
delegate deputy designer diplomat director director-general dissident doctor economist editor emir emperor engineer
envoy executive expert farmer father fellow financier fisherman founder general governor guide head historian imam
inspector investigator journalist judge justice king lawmaker lawyer leader lecturer lieutenant major manager
marshal mayor mediator member minister mother negotiator nuncio observer officer official ombudsman opponent
organiser organizer owner pastor patriarch physician pilot poet pope premier presenter president priest prince
princess principal professor prosecutor queen rabbi rapporteur reader referee refugee reporter representative
researcher resident rival scholar scientist secretary secretary-general senator sergeant sheikh sheriff soldier
source speaker spokesman spokesperson spokeswoman staffer strategist student sultan superintendent supporter teacher
technician trader treasurer tsar under-secretary under-secretary-general undersecretary veteran vicar
vice-chancellor vice-minister vice-president villager visitor volunteer witness worker writer
astronaut banker batsman bowler boxer champion co-founder coach cofounder cyclist defender footballer goalkeeper
golfer investor jockey midfielder pitcher player quarterback rider sprinter striker substitute swimmer teammate
winger winner
actor actress artist baker biologist butcher carpenter chaplain climatologist conductor cook dean docker driver
epidemiologist fisher forester friar geologist grocer hunter hydrologist keeper lifeguard mechanic meteorologist
midwife miner monk musician nun nurse painter pensioner pianist provost psychologist ranger rector sailor sculptor
seismologist shepherd shipowner shopkeeper singer skipper sociologist d'affaires
""")
"""Nouns that name what a person is or does; the last one before a name ends the person's role."""

PLURAL_ROLES = frozenset(f"{head}s" for head in ROLE_HEADS) | words_of("""
allies attorneys-general authorities chairmen clergy congressmen families fishermen forces many monitors others
people personnel police relatives several some spokesmen spokeswomen staff troops witnesses
""")

ROLE_ACRONYMS = words_of("CEO CFO COO CTO FM MEP MP PM VP")
"""Roles in short, in capitals only: "pm" is a time of day."""

ADJECTIVE_ROLES = words_of("executive fellow general major principal")
"""Role words that are adjectives before a single name: "a major CPA producer", "the Executive Yuan"."""

TITLES = words_of("""
adm baron baroness brig capt cmdr cmdt col count countess cpl dame det dr gen gov hon insp lady lord lt madam maj miss
mr mrs ms mx prof rep rev sen sgt sheikh sir st supt
""")
"""Forms of address; they show a person's name but give no role."""

FEMALE_WORDS = words_of("""
actress alderwoman baroness businesswoman chairwoman congresswoman countess dame daughter duchess empress girl her
herself lady madam miss mother mrs ms policewoman princess queen saleswoman she sister spokeswoman stateswoman widow
wife woman
""")

MALE_WORDS = words_of("""
archbishop baron bishop boy brother businessman cardinal chairman congressman count duke emir emperor father
fisherman he him himself his husband imam king lord man mr patriarch policeman pope prince sheikh sir son spokesman
statesman sultan
""")

ORG_WORDS = words_of("""
academy administration agency airline airlines airways alliance assembly associates association authority bancorp
bank board brigade brigades broadcasting brotherhood bureau cabinet center centre chamber church club coalition
college commission committee company confederation conference congress consortium convention cooperative corp
corporation council court department diet directorate embassy enterprise enterprises exchange federation fleet forum
forces foundation front fund group guard holdings house inc industries initiative institute institutes institution
international laboratories laboratory league legislature limited ltd ministry mission motors movement museum network
newspaper observatory office organisation organization parliament partners party plc police post press program
programme project railways rally secretariat securities senate service services society squad syndicate systems task
team technologies television times tribunal tribune trust union university watch wire workers
""")
"""A capitalised name with one of these is an organisation's, whoever it is named after."""

COMPANY_TAILS = words_of("""
antiques apparel bancorp beverages brands breweries chemical chemicals co cos electronics energy foods gas gmbh
hotels insurance investments jewelers kgaa llc llp logistics markets minerals oil paper petroleum
pharmaceuticals pictures plastics products pty railroad realty records resources savings semiconductor shipping sons
spa stores studios supermarkets telecom textiles toys
""")
"""Last words of companies' names that are no one's surname, or hardly ever."""

COMPANY_FORMS = words_of("AB AG AS ASA BV KG NV OY Oy Oyj SA SE SPA SpA")
"""Legal forms of companies, as written."""

ATTRIBUTES_OF_PERSONS = words_of("""
administration budget cabinet camp campaign doctrine era family government presidency regime team trial years
""")
"""What follows a person's bare surname after "the": "the Obama administration"."""

SPEAKS_FOR_PERSONS = words_of(
    "adviser advisor aide attorney counsel lawyer solicitor spokesman spokesperson spokeswoman"
)
"""Roles before which a person's bare surname may stand ("the Obama spokesman"); before others it is a firm's name."""

SITE_WORDS = words_of("""
airport avenue barracks barrage base bay beach borough boulevard bridge camp canal castle checkpoint county creek
crossing dam desert district parish township
dock falls gate harbor harbour heights highway hill hospital island islands junction lake line lock mine mountain
mountains palace park pass pipeline plain plant port prison reservoir ridge river road square stadium station strait
straits street terminal tower tunnel valley
""")
"""Last words of names of structures and places. Some are surnames, too: a given name or a role tells."""

MEDIA_WORDS = words_of("""
chronicle guardian mail mirror observer standard telegraph agency broadcasting daily gazette herald journal news
newspaper post radio television times tribune wire
""")

MEDIA_TERMS = words_of("""
broadcaster channel daily magazine media network newspaper outlet radio site television tv website weekly agency
""")
"""What news outlets are called when the article introduces them."""

PORTFOLIO = words_of("""
opposition water acting affairs agriculture air army assistant associate attorney border brigadier cabinet chief
chief-of-staff climate commanding commerce communications culture current customs defence defense deputy development
economic economy education energy environment europe ex ex-foreign ex-prime executive external federal field finance
first fisheries foreign former founding general head health high home humanitarian immigration incoming industry
information infrastructure inspector interim interior internal international junior justice labor labour late lead
legal lieutenant main major managing maritime migration military national naval nuclear outgoing peace permanent
personal planning policy political presidential press prime principal public rear regional relief science second
security senior social special sports staff state technical technology then then-foreign third top tourism trade
transport treasury under unification union veteran vice vice-foreign water women's youth chargé charge
""")
"""Words that may stand in a role before its head ("deputy foreign minister") or in a ministry's name."""

STATUS = {
    "former": "former", "ex": "former", "then": "former", "late": "former", "outgoing": "outgoing", "acting": "acting",
    "interim": "acting", "caretaker": "acting", "incoming": "designate", "designate": "designate", "elect": "designate",
    "ex-": "former", "formerly": "former", "previously": "former", "onetime": "former", "one-time": "former",
    "ousted": "former", "deposed": "former", "retired": "former",
}  # fmt: skip

DOCUMENTS = words_of("""
accord agreement analysis article assessment audit bill brief bulletin cable charter column communique communiqué
constitution declaration decree dispatch document dossier draft editorial email essay filing indictment law lawsuit
letter manifesto memo memorandum message minutes note notice pamphlet paper petition poll post publication readout
record records release report resolution ruling script sign statement study survey telegram testimony text
transcript treaty tweet verdict
""")

ISSUED = words_of("""
communique communiqué declaration dispatch letter message post readout release statement tweet
""")
"""Documents that speak with the voice of whoever issued them."""

PLACE_PREPOSITIONS = words_of("""
across around at in inside into leaving near outside through throughout via visiting within
""")
"""Before a capital or a state they say where, not who. "from", "to" and "of" leave it open."""

MOTION = words_of("""
arrive arrived arrives bound came drove flew flies flight fly flying goes home journey moved return returned returns
road route sailed ship train travel traveled traveling travelled travelling travels trip visit went
""")

FUNCTION_WORDS = words_of("""
a about above according after against ago all also although amid among an and another any april are as asked at aug
august away back be because been before being below both but by can click could days dec december despite did do
does during each earlier eight either even every feb february few five follow for four friday from further had has
have he her here his hours how however i if image in indeed into is it its itself jan january july june just last
later least less let like many march may meanwhile might monday months more most mr. much must my neither never next
nine no nor not nothing nov november now oct october of off on once one only or other others our out over own per
perhaps photo rather read said same saturday says see sept september seven several share she should sign similarly
since six so some soon still such sunday ten than that the their them then there therefore these they this those
though three through thursday thus to today together tomorrow tonight too tuesday two under unless unlike until up
updated upon us video was we wednesday weeks were what when where whether which while who whom whose why will with
within without would years yes yesterday yet you your
""")
"""Words that may open a sentence in capitals without being a name."""

NON_BINDING = words_of("""
coach player striker midfielder defender goalkeeper quarterback pitcher cyclist rider swimmer sprinter boxer golfer
teammate jockey astronaut investor winger batsman bowler footballer winner champion substitute
activist advocate analyst author campaigner candidate columnist congressman congresswoman correspondent
critic defector dissident doctor economist editor engineer expert farmer father fellow fisherman founder guide
historian journalist lawmaker lawyer leader lecturer member mother opponent owner parliamentarian physician pilot
poet presenter professor refugee reporter researcher resident rival scholar scientist senator soldier source
strategist student supporter teacher technician trader veteran villager visitor volunteer witness worker writer
""")
"""Roles whose holders speak for nobody but themselves, whatever state or body is named beside them."""
