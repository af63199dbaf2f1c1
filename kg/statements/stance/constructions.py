"""Turns of phrase that judge without a judging word: "the talks will go on", "it needed repairs", "too low".

Each reads a clause by its verb and by what its nouns stand for: things one wants (talks, aid, a crossing), burdens (a
fee, sanctions), means of life (water, jobs), costs (debt, tension). The lists are in words.csv.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.statements.reading.phrases import is_noun
from kg.statements.reading.wordlists import words_of
from kg.statements.stance.evaluation import is_fit_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.model.statements import Polarity
    from kg.statements.reading.syntax import Tree

_WEIGHTY: Final = frozenset({"important", "valuable", "precious", "vital", "close", "many", "numerous"})
_MEETING: Final = frozenset({"meet", "meets", "met", "meeting"})
_WITHSTANDING: Final = frozenset(
    {"resist", "ignore", "overlook", "miss", "dismiss", "deny", "refuse", "stop", "withstand", "forget"}
)
"""What cannot be done to a thing that is too great, too strong or too good for it."""
_OPPOSITE: Final[dict[Polarity, Polarity]] = {"positive": "negative", "negative": "positive", "neutral": "neutral"}
_NEEDS: Final = frozenset({"need", "needs", "needed", "require", "requires", "required"})
_LACKS: Final = frozenset({"lack", "lacks", "lacked", "lacking"})
_FUTURE: Final = frozenset({"will", "'ll", "wo", "shall", "would", "wouldn't"})
_UNABLE: Final = frozenset({"can", "ca", "could", "must"})
_WITH: Final = frozenset({"with", "in", "on", "for", "to"})
_ENDING: Final = frozenset({"end", "ends", "ended", "ending"})
_SURE_TO: Final = _FUTURE | {"must", "has", "have", "had", "to"}
_DO: Final = frozenset({"do", "does", "did", "have", "has", "had"})


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of phrase: the token that shows it, the judgement, and the tokens that head what is judged."""

    token: int
    polarity: Polarity
    act: str
    judged: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with what the turns ask about it."""

    tree: Tree
    verb: int
    is_own: Callable[[int], bool]
    noun_of: Callable[[int], str]
    """The word of a noun, and for a pronoun the word of the topic that it stands for."""
    given: int | None = None
    """The subject of a verb that has none of its own, where a cue stands between them."""

    @property
    def word(self) -> str:
        """The verb's form, lower case."""
        return self.tree.lower[self.verb]

    @property
    def subject(self) -> int | None:
        """Who does or is it."""
        subject = self.tree.subject(self.verb)
        return self.given if subject is None else subject

    def is_one_of(self, *lists: str) -> bool:
        """True where the verb stands in one of the lists."""
        return any(self.word in words_of(name) for name in lists)

    def names(self, token: int | None, *lists: str) -> bool:
        """True where a noun, or one in front of it, is of one of the lists."""
        if token is None:
            return False
        forms = {self.noun_of(token)}
        return any(form in words_of(name) for form in forms for name in lists)

    @property
    def is_negated(self) -> bool:
        """True under "not", "never", "no boat", "none of them", "nobody"."""
        subject = self.subject
        return self.tree.is_negated(self.verb) or (
            subject is not None and (self.tree.lower[subject] in ("none", "nobody", "nothing", "neither"))
        )

    def objects(self) -> tuple[int, ...]:
        """What undergoes it, and what hangs on it by "with", "in" or "on" where it has no object."""
        found = tuple(o for first in self.tree.objects(self.verb) for o in self.tree.joined(first))
        if found:
            return found
        preps = (prep for prep in self.tree.kids(self.verb, "prep") if self.tree.lower[prep] in _WITH)
        return tuple(o for prep in preps for o in self.tree.kids(prep, "pobj"))


def turns(clause: Clause) -> Iterator[Turn]:
    """The turns that a clause shows; the first of each kind."""
    for kind in (
        _fate,
        _permission,
        _readiness,
        _refusal,
        _uptake,
        _defiance,
        _reassurance,
        _deficiency,
        _change,
        _idiom,
    ):
        turn = next(kind(clause), None)
        if turn is not None:
            yield turn
            return


def excess(tree: Tree, token: int) -> Iterator[Turn]:
    """ "The estimate was too low": but not "too early to say"."""
    if tree.tag[token] not in ("JJ", "RB") or tree.is_negated(token) or tree.lower[token] in ("early", "soon"):
        return
    if _is_of_weight(tree, token):
        return
    if any(tree.lower[child] == "too" for child in tree.kids(token, "advmod")) and not is_fit_to(tree, token):
        verb = tree.head[token]
        subject = tree.subject(verb) if tree.is_verb(verb) and not tree.is_negated(verb) else None
        if subject is not None:
            yield Turn(token, "negative", "criticise", (subject,))


def _is_of_weight(tree: Tree, token: int) -> bool:
    """True where "too" with an infinitive tells weight: "too strong to resist", "too important to be left"."""
    above = tree.head[token]
    deeds = [*tree.kids(token, "xcomp", "ccomp", "advcl"), *tree.kids(above, "xcomp", "ccomp", "advcl")]
    for prep in tree.kids(token, "prep"):
        deeds += [deed for thing in tree.kids(prep, "pobj") for deed in tree.kids(thing, "acl", "relcl")]
    behind = [deed for deed in deeds if deed > token and "to" in tree.modals(deed)]
    return bool(behind) and (tree.lower[token] in _WEIGHTY or any(tree.lower[deed] in _WITHSTANDING for deed in behind))


def irony(tree: Tree, token: int) -> Iterator[Turn]:
    """ "Kestria's 'peacekeepers'", "this 'free' vote": one good word in marks of its own, within a sentence."""
    if tree.lower[token] not in words_of("irony") or not _is_marked(tree, token):
        return
    head = tree.head[token]
    if tree.dep[token] in ("amod", "compound") and head > token:
        yield Turn(token, "negative", "criticise", (head,))
        return
    is_named = tree.dep[token] in ("nsubj", "nsubjpass", "dobj", "pobj") and any(tree.kids(token, "det", "poss"))
    if is_named and not (tree.dep[token] == "pobj" and tree.lower[head] in ("as", "for")):
        yield Turn(token, "negative", "criticise", (token,))


def _is_marked(tree: Tree, token: int) -> bool:
    """True between two quotation marks that hold nothing else."""
    return tree.lower[token - 1 : token] in (['"'], ["'"]) and tree.lower[token + 1 : token + 2] in (['"'], ["'"])


def no_such(tree: Tree, token: int) -> Iterator[Turn]:
    """ "No such promise was made": denies what somebody else has said."""
    below = {tree.lower[child] for child in tree.kids(token, "det", "amod", "predet")}
    if {"no", "such"} <= below:
        yield Turn(token, "negative", "reject", (token,))


def _fate(c: Clause) -> Iterator[Turn]:
    """A thing one wants goes on, or ends; a burden stays, or goes."""
    subject = c.subject
    good, burden = c.names(subject, "good"), c.names(subject, "burden")
    if subject is None or c.is_own(subject) or c.names(subject, "not-open"):
        return
    if c.word in _ENDING and any(c.tree.lower[prep] in ("in", "at") for prep in c.tree.kids(c.verb, "prep")):
        return  # "the pipeline ends in Otra"
    if any(c.tree.kids(c.verb, "dobj")) and not c.tree.is_passive(c.verb):
        return  # "the treaty will not stop the raids" is not about its own end
    words = [c.word, *(c.tree.lower[k] for k in c.tree.kids(c.verb, "acomp", "advmod", "oprd"))]
    particles = {c.tree.lower[k] for k in c.tree.kids(c.verb, "prt", "advmod")}
    goes = c.word in ("go", "goes", "going", "went") and particles & words_of("thrive-particle")
    is_linking = c.word in (
        "be",
        "is",
        "are",
        "was",
        "were",
        "'s",
        "been",
        "remain",
        "remains",
        "remained",
        "stay",
        "stays",
        "stayed",
    )
    if not (good or burden or (is_linking and "open" in words)):
        return
    if is_linking and "open" in words:
        value: Polarity = "positive"
    elif is_linking and {"closed", "shut", "blocked"} & set(words):
        value = "negative"
    elif any(word in words_of("end") for word in words) and not c.tree.agent(c.verb):
        value = "negative" if good else "positive"
    elif is_linking and c.word.startswith(("remain", "stay")) and good:
        return
    elif goes or (c.word in words_of("thrive") and c.word not in ("go", "goes", "going", "went", "gone")):
        if not good and c.word in words_of("prevail"):
            if not c.is_negated:  # "the embargo is working" praises it
                yield Turn(c.verb, "positive", "praise", (subject,))
            return
        if good and not c.tree.modals(c.verb) & _SURE_TO and not c.is_negated:
            return  # "the talks go on": a report
        value = "positive" if good else "negative"
    elif c.is_negated and c.word in ("wait",) and good:
        yield Turn(c.verb, "positive", "endorse", (subject,))
        return
    else:
        return
    if c.is_negated:
        value = _OPPOSITE[value]
    struck = [
        p
        for prep in c.tree.kids(subject, "prep")
        if c.tree.lower[prep] in ("against", "on")
        for p in c.tree.kids(prep, "pobj")
    ]
    if burden:
        # Who bears the burden is meant: "the measures against Estmark will stay".
        yield Turn(c.verb, value, "threaten" if value == "negative" else "endorse", tuple(struck))
    else:
        yield Turn(c.verb, value, "endorse" if value == "positive" else "criticise", (subject,))


def _permission(c: Clause) -> Iterator[Turn]:
    """ "An aid convoy has been cleared to enter." """
    subject = c.subject
    if (
        subject is not None
        and c.is_one_of("permit")
        and c.tree.is_passive(c.verb)
        and any(c.tree.kids(c.verb, "xcomp"))
    ):
        yield Turn(c.verb, "negative" if c.is_negated else "positive", "criticise" if c.is_negated else "endorse")


def _readiness(c: Clause) -> Iterator[Turn]:
    """ "We are ready to reopen the crossing", "we will help": and the same with "not"."""
    tree, subject = c.tree, c.subject
    if subject is None or not c.is_own(subject):
        return
    for adjective in tree.kids(c.verb, "acomp"):
        is_ready = tree.lower[adjective] in words_of("ready")
        if not is_ready and tree.lower[adjective] not in words_of("unready"):
            continue
        for deed in tree.kids(adjective, "xcomp"):
            if tree.lower[deed] in words_of("benefit") | words_of("refusable"):
                is_unready = tree.is_negated(adjective) or tree.lower[adjective - 1] == "not"  # "was “not ready” to"
                is_for = is_ready != (c.is_negated or is_unready or tree.is_negated(deed))
                objects = Clause(tree, deed, c.is_own, c.noun_of).objects()
                yield Turn(adjective, "positive" if is_for else "negative", "endorse" if is_for else "reject", objects)
                return
    if c.word in _MEETING:
        return  # "will meet with the mayor on Thursday" is a date, and "meet the target" a forecast
    if c.is_one_of("benefit") and tree.modals(c.verb) & {"will", "'ll", "shall"} and not c.is_negated:
        yield Turn(c.verb, "positive", "endorse", c.objects())


def _refusal(c: Clause) -> Iterator[Turn]:
    """ "His government would not sign it." Not done yet is no refusal: "has not signed"."""
    subject = c.subject
    if subject is None or not c.is_own(subject) or not c.is_negated or c.tree.is_passive(c.verb):
        return
    if c.is_one_of("refusable") and c.tree.modals(c.verb) & (_FUTURE | _UNABLE):
        yield Turn(c.verb, "negative", "reject", c.objects())


def _uptake(c: Clause) -> Iterator[Turn]:
    """ "None of them was read", "they never answered": a complaint, unless of oneself."""
    if not c.is_one_of("uptake") or not c.is_negated or c.tree.modals(c.verb) & (_FUTURE | _UNABLE):
        return
    if c.word in _MEETING and not c.tree.is_passive(c.verb) and not any(c.tree.kids(c.verb, "dobj")):
        return  # "the two have never met", "the clerks do not meet with sailors"
    if c.tree.is_passive(c.verb):
        agent = c.tree.agent(c.verb)
        yield Turn(c.verb, "negative", "criticise", () if agent is None else (agent,))
    elif c.subject is not None and not c.is_own(c.subject):
        yield Turn(c.verb, "negative", "criticise", (c.subject,))


def _defiance(c: Clause) -> Iterator[Turn]:
    """ "No deadline written by others will bind us", "we will not be intimidated"."""
    if not c.is_one_of("coerce") or not c.is_negated or not c.tree.modals(c.verb) & (_FUTURE | _UNABLE):
        return
    subject = c.subject
    if c.tree.is_passive(c.verb):
        if subject is not None and c.is_own(subject):
            agent = c.tree.agent(c.verb)
            yield Turn(c.verb, "negative", "reject", () if agent is None else (agent,))
    elif any(c.is_own(found) for found in c.tree.objects(c.verb)) and subject is not None:
        yield Turn(c.verb, "negative", "reject", (subject,))


def _reassurance(c: Clause) -> Iterator[Turn]:
    """ "No boat will be turned away": a promise not to do harm."""
    if c.is_one_of("spurn") and c.is_negated and c.tree.modals(c.verb) & _FUTURE and c.tree.is_passive(c.verb):
        if c.word in ("turned", "left") and not any(
            c.tree.lower[k] in ("away", "back", "behind", "out") for k in c.tree.children[c.verb]
        ):
            return
        yield Turn(c.verb, "positive", "endorse")


def _deficiency(c: Clause) -> Iterator[Turn]:
    """ "It needed repairs", "the text lacks clarity", "the plan must be revised"."""
    subject = c.subject
    if subject is None or c.is_own(subject) or c.is_negated:
        return
    things = {c.tree.lower[found] for found in c.tree.kids(c.verb, "dobj")}
    deeds = {c.tree.lower[found] for found in c.tree.kids(c.verb, "xcomp")}
    needs = c.word in _NEEDS and bool(things & words_of("deficit") or deeds & words_of("mend"))
    lacks = c.word in _LACKS and bool(things & (words_of("missed") | words_of("resource")))
    must = c.is_one_of("mend") and c.tree.is_passive(c.verb) and "must" in c.tree.modals(c.verb)
    if needs or lacks or must:
        yield Turn(c.verb, "negative", "criticise", (subject,))


def _change(c: Clause) -> Iterator[Turn]:
    """ "The dams would cut the flow", "the plan will create jobs"."""
    subject = c.subject
    less, more = c.is_one_of("reduce"), c.is_one_of("raise")
    if not (less or more) or subject is None or c.is_negated:
        return
    things = c.tree.objects(c.verb)
    if c.tree.is_passive(c.verb):
        subject = c.tree.agent(c.verb)  # "the budget would be cut"
    if subject is not None and c.is_own(subject):
        return
    for thing in (noun for noun in things if is_noun(c.tree, noun) or c.tree.tag[noun] == "PRP"):
        wanted = c.names(thing, "resource", "good")
        if wanted or c.names(thing, "cost", "burden"):
            value: Polarity = "positive" if wanted == more else "negative"
            judged = () if subject is None else (subject,)
            yield Turn(c.verb, value, "criticise" if value == "negative" else "praise", judged)
            return


def _idiom(c: Clause) -> Iterator[Turn]:
    """ "That is not how neighbours speak", "not on the agenda", "it is done"."""
    tree, subject = c.tree, c.subject
    if tree.is_negated(c.verb):
        hows = [
            w
            for child in tree.kids(c.verb, "ccomp", "advcl")
            for w in tree.kids(child, "advmod")
            if tree.lower[w] == "how"
        ]
        if hows and subject is not None and tree.lower[subject] in ("that", "this", "it"):
            above = tree.head[c.verb]
            doer = tree.subject(above) if tree.dep[c.verb] == "conj" and tree.is_verb(above) else None
            yield Turn(hows[0], "negative", "criticise", () if doer is None or c.is_own(doer) else (doer,))
            return
        for prep in tree.kids(c.verb, "prep"):
            phrase = " ".join(tree.lower[prep : prep + 3])
            if phrase in ("on the agenda", "on the table", "in sight .", "on the horizon") and c.names(subject, "good"):
                yield Turn(prep, "negative", "criticise")
                return
    done = [k for k in (c.verb, *tree.kids(c.verb, "acomp")) if tree.lower[k] in words_of("achieved")]
    # "More than anything [she achieved]" tells of somebody's deed.
    is_done_to = c.verb not in done or c.tree.is_passive(c.verb)
    is_state = (
        done
        and is_done_to
        and not tree.agent(c.verb)
        and not any(tree.kids(c.verb, "dobj"))
        and tree.modals(c.verb) <= {"is", "are", "has", "been", "have", "'s"}
    )
    if is_state and subject is not None and not c.is_negated and not c.is_own(subject):
        yield Turn(done[0], "positive", "endorse", (subject,))
