"""What an attitude is to everything that hangs on it: praise or blame handed down the parse, turned at each denial.

"Cheered the lifting of the ban" is for the lifting and against the ban; "dropped its objections to the bridge" is for
the bridge; "nobody questions her integrity" too. From the word by which a side takes its stand the walk goes down
through objects and phrases; a "not" turns the sign, and so does what ends, prevents or rejects (attitudes.csv).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from kg.extract.rules.cues import plural, verb_forms
from kg.statements.reading.cues import rows_of
from kg.statements.reading.phrases import is_noun
from kg.statements.reading.wordlists import doubled
from kg.statements.stance.evaluation import words_at
from kg.statements.stance.forms import all_forms
from kg.statements.stance.raising import is_raising
from kg.statements.stance.worries import is_cared_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.model.statements import Polarity
    from kg.statements.reading.cues import CueStance
    from kg.statements.reading.syntax import Tree

_DEEPEST: Final = 8
"""Steps down from the first word; a longer way is a misread parse."""
_POINTING: Final = frozenset({"PRP", "DT", "WDT", "WP"})
"""Tags of words that stand for a noun: "them", "this", "which"."""
_SCANT: Final = frozenset({"little", "few", "scant", "scarce", "no", "neither", "zero"})
_SIGN: Final[dict[str, int]] = {"positive": 1, "negative": -1}
_OF_SIGN: Final[dict[int, Polarity]] = {1: "positive", -1: "negative"}
_NOTHING: Final = frozenset({"nothing", "none", "nobody"})
_CAN: Final = frozenset({"can", "could", "ca", "cannot"})
_TELLING: Final = frozenset(
    form for lemma in ("deny", "dispute", "dismiss", "contradict") for form in verb_forms(lemma)
)
"""Verbs whose object is what somebody says, not what they judge: "nobody could deny that ...". """
_WANTING: Final = all_forms("want", "wish", "hope", "like", "long")
_MEETING: Final = frozenset({"see", "have", "get", "keep"})
_HIDING: Final = all_forms("hide", "conceal", "disguise", "mask")
_BLAMING: Final = all_forms("blame", "pin")
_CHARGING: Final = all_forms("accuse", "suspect", "charge")
_HARSH: Final = frozenset({"angry", "bitter", "harsh", "sharp", "stern", "strong", "tough"})
_KIND: Final = frozenset({"friendly", "good", "kind", "warm"})
_ACCEPTING: Final = all_forms("accept", "approve", "sign", "subscribe", "support", "agree", "live", "back", "defend")
_ANYTHING: Final = frozenset({"nothing", "anything", "something"})


@dataclass(frozen=True, slots=True)
class Tie:
    """One row of attitudes.csv for a form: what it says of what hangs on it by `ties`.

    `value`: "positive" and "negative" are attitudes; "turn" and "keep" hand down the sign turned or as it is; "light"
    says nothing itself and leads to its complement; "fail" denies the infinitive after it. `ties`: "object", "inf", or
    prepositions.
    """

    word_class: str
    value: str
    ties: frozenset[str]
    is_spoken: bool = False
    """True for a verb of the table of cues: who does not do it only keeps silent ("would not condemn")."""


@dataclass(frozen=True, slots=True)
class Held:
    """One noun and how it is held: the token, the judgement, and the word that shows it."""

    token: int
    polarity: Polarity
    by: int


@cache
def ties_of_forms() -> Mapping[str, tuple[Tie, ...]]:
    """Word form -> its rows."""
    table: dict[str, list[Tie]] = {}
    for row in rows_of("stance/attitudes.csv"):
        lemma, word_class = row["lemma"], row["word_class"]
        forms: tuple[str, ...] = (lemma,)
        if word_class == "verb":
            forms = (*verb_forms(lemma), *doubled(lemma), *_IRREGULAR.get(lemma, ()))
        elif word_class == "noun":
            forms = (lemma, plural(lemma))
        tie = Tie(word_class, row["value"], frozenset(row["ties"].split()))
        for form in dict.fromkeys(forms):
            table.setdefault(form, []).append(tie)
    return {form: tuple(ties) for form, ties in table.items()}


_IRREGULAR: Final = {
    "be": ("is", "are", "was", "were", "am", "been", "being", "'s", "'re"),
    "have": ("has", "had", "having"),
    "find": ("found",),
    "see": ("saw", "seen"),
    "give": ("gave", "given"),
    "feel": ("felt",),
    "take": ("took", "taken"),
    "hold": ("held",),
    "stand": ("stood",),
    "show": ("shown",),
    "keep": ("kept",),
    "send": ("sent",),
    "make": ("made",),
    "get": ("got",),
    "pay": ("paid",),
    "lend": ("lent",),
    "become": ("became",),
    "withdraw": ("withdrew", "withdrawn"),
    "lose": ("lost",),
    "break": ("broke", "broken"),
    "speak": ("spoke",),
    "fight": ("fought",),
    "forbid": ("forbade", "forbidden"),
    "overcome": ("overcame",),
}


def held_by(tree: Tree, root: int, verbs: Mapping[str, CueStance], sign: int = 1) -> Iterator[Held]:
    """What is held for good or bad by the attitude that a verb, adjective or noun opens.

    `verbs`: inflected verbs that judge their object. `sign`: 1, or -1 where the word stands denied from above.
    """
    yield from dict.fromkeys(_Walk(tree, verbs).down(root, sign, 0))


@dataclass(frozen=True, slots=True)
class _Walk:
    tree: Tree
    verbs: Mapping[str, CueStance]

    def down(self, token: int, sign: int, depth: int) -> Iterator[Held]:
        """From a word of attitude, or one that leads to it."""
        tree = self.tree
        if depth > _DEEPEST:
            return
        is_denied = self._is_denied(token) and tree.lower[token] not in _HIDING  # "cannot hide its dismay"
        sign = -sign if is_denied else sign
        if tree.lower[token] in ("far", "anything"):
            for below in self._excepted(token):
                yield from self.down(below, -sign, depth + 1)
            return
        own = self._ties(token)
        for tie in own:
            if tie.value in _SIGN:
                if tie.is_spoken and is_denied and tie.value == "negative" and not self._is_impossible(token):
                    return
                if is_denied and tree.lower[token] in _CHARGING and not self._is_acquitted(token):
                    return  # "nobody would accuse them of an excess of zeal", "has never accused them"
                yield from self._hand_down(token, tie, sign * _SIGN[tie.value], depth)
            elif tie.value == "turn" and tree.is_verb(token) and depth:
                yield from self._hand_down(token, tie, -sign, depth)
            elif tie.value == "keep" and tree.is_verb(token) and depth:
                yield from self._hand_down(token, tie, sign, depth)
            elif tie.value in ("light", "fail"):
                yield from self._lead_on(token, tie, -sign if tie.value == "fail" else sign, depth)
        if any(tie.value in _SIGN for tie in own):
            return
        if any(tie.value == "turn" and tree.is_verb(token) for tie in own) and not depth:
            # "Dropped its objections to ...", "withdrew its support for ...": of one's own attitudes only.
            for thing in tree.kids(token, "dobj"):
                if self._is_attitude(thing):
                    yield from self.down(thing, -sign, depth + 1)

    def _excepted(self, token: int, *only: str) -> Iterator[int]:
        """What "far from" and "anything but" deny."""
        tree = self.tree
        if only and tree.lower[token] not in only:
            return
        particle = "from" if tree.lower[token] == "far" else "but"
        for mark in tree.kids(token, "prep"):
            if tree.lower[mark] == particle:
                yield from tree.kids(mark, "pobj", "pcomp", "amod", "acomp")
        # "But" is often read as joining: "was anything but [pleased]".
        for above in (token, tree.head[token]):
            if particle == "but" and tree.lower[token + 1 : token + 2] == ["but"] and any(tree.kids(above, "cc")):
                yield from tree.kids(above, "conj")

    def _ties(self, token: int) -> list[Tie]:
        tree = self.tree
        word_class = "verb" if tree.is_verb(token) else "noun" if is_noun(tree, token) else "adjective"
        rows = [
            tie
            for tie in ties_of_forms().get(tree.lower[token], ())
            if tie.word_class == word_class
            or (tie.word_class == "adjective" and tree.tag[token] in ("VBN", "VBD", "JJ"))
            or (tie.word_class == "verb" and tree.tag[token] == "MD")
        ]
        if word_class == "noun" and tree.lower[token] == "words":  # "had harsh words for the coast guard"
            tones = {tree.lower[child] for child in tree.kids(token, "amod")}
            if tones & _HARSH or tones & _KIND:
                value = "negative" if tones & _HARSH else "positive"
                rows.append(Tie("noun", value, frozenset({"for", "about"})))
        is_judging = word_class == "verb" and tree.lower[token] not in _TELLING
        row = self.verbs.get(tree.lower[token]) if is_judging else None
        if row is not None and row.polarity in _SIGN and not any(tie.value in _SIGN for tie in rows):
            rows.append(Tie("verb", row.polarity, frozenset({"object"}), is_spoken=True))
        if is_raising(tree, token):
            rows = [replace(tie, value="keep") for tie in rows]
        if any(tie.word_class == "adjective" and tie.value in _SIGN for tie in rows) and tree.is_passive(token):
            rows = [tie for tie in rows if tie.word_class == "adjective"]
        return rows

    def _lead_on(self, token: int, tie: Tie, sign: int, depth: int) -> Iterator[Held]:
        """From "remains", "has", "fails to" to what follows."""
        tree = self.tree
        if "inf" in tie.ties:
            below_noun = ("acl", "relcl") if is_noun(tree, token) else ()
            for below in tree.kids(token, "xcomp", *below_noun):
                if below_noun and "to" not in tree.modals(below):
                    continue  # "saw no reason [to oppose] it"
                if tree.lower[token] in _WANTING and tree.lower[below] in _MEETING:
                    for thing in tree.kids(below, "dobj"):  # "nobody wants to see [bloodshed]"
                        yield from self._reach(thing, sign, token, depth)
                if tree.is_verb(below) and not any(tree.kids(below, "nsubj")):
                    yield from self.down(below, sign, depth + 1)
        if "object" not in tie.ties:
            return
        for far in tree.kids(token, "advmod"):
            if tree.lower[far] == "far":
                yield from self.down(far, sign, depth + 1)
        for below in tree.kids(token, "acomp", "attr", "dobj", "oprd", "xcomp"):
            if tree.is_verb(below) and tree.lower[below + 1 :] and any(tree.kids(below, "aux")):
                continue
            if tree.lower[below] in _ANYTHING and not any(self._excepted(below, "anything")):
                turned = -sign if tree.lower[below] == "nothing" else sign
                yield from self._of_nothing(below, turned, depth)
            else:
                yield from self.down(below, sign, depth + 1)
        for thing in tree.kids(token, "dobj"):  # "gave [the fund] a cautious welcome"
            value = next((_SIGN[tie.value] for tie in self._ties(thing) if tie.value in _SIGN), None)
            if value is not None and self._is_attitude(thing):
                for receiver in tree.kids(token, "dative"):
                    yield from self._reach(
                        receiver, -sign * value if self._is_scant(thing) else sign * value, token, depth
                    )
        for prep in tree.kids(token, "prep"):
            for row in ties_of_forms().get(tree.lower[prep], ()):
                # "Is not against a ceasefire": only after "be", and where nothing else is said.
                is_bare = not any(tree.kids(token, "acomp", "attr", "dobj", "oprd", "xcomp"))
                if row.word_class == "preposition" and is_bare and tree.lower[token] in _BEING:
                    for thing in tree.kids(prep, "pobj"):
                        yield from self._reach(thing, sign * _SIGN[row.value], prep, depth)

    def _of_nothing(self, token: int, sign: int, depth: int) -> Iterator[Held]:
        """ "Nothing against the doctors", "nothing but praise for the pilots", "nothing to criticise in her speech"."""
        tree = self.tree
        after = [tree.lower[k] for k in tree.kids(token, "prep", "cc")]
        if "but" in after:
            for prep in tree.kids(token, "prep"):
                for below in tree.kids(prep, "pobj"):
                    yield from self.down(below, -sign, depth + 1)
            for below in tree.kids(token, "conj"):
                yield from self.down(below, -sign, depth + 1)
            return
        for prep in tree.kids(token, "prep"):
            if tree.lower[prep] == "against":
                for thing in tree.kids(prep, "pobj"):
                    yield from self._reach(thing, -sign, prep, depth)
        for verb in tree.kids(token, "relcl", "acl", "xcomp"):
            row = self.verbs.get(tree.lower[verb])
            value = _SIGN.get(row.polarity or "", 0) if row is not None else 0
            value = 1 if tree.lower[verb] in _ACCEPTING else value
            if value:
                value = -value if self._is_denied(verb) else value  # "nothing in it that we could not sign"
                for prep in (*tree.kids(verb, "prep"), *tree.kids(token, "prep")):
                    if tree.lower[prep] in ("in", "about", "with", "of"):
                        for thing in tree.kids(prep, "pobj"):
                            yield from self._reach(thing, sign * value, verb, depth)

    def _hand_down(self, token: int, tie: Tie, sign: int, depth: int) -> Iterator[Held]:
        """To what undergoes the word, or hangs on it by one of its prepositions."""
        tree = self.tree
        if "object" in tie.ties and (blamed := self._blamed_for(token)):
            for thing in blamed:
                yield from self._reach(thing, sign, token, depth)
            return
        if "object" in tie.ties:
            for thing in tree.objects(token):
                yield from self._reach(thing, sign, token, depth)
            for clause in tree.kids(token, "ccomp", "xcomp"):
                yield from self._of_clause(clause, sign, token, depth)
            for prep in tree.kids(token, "prep"):
                if tree.lower[prep] == "for":  # "thanked them [for preventing a massacre]"
                    for deed in tree.kids(prep, "pcomp"):
                        yield from self.down(deed, sign, depth + 1)
        for prep in self._phrases(token):
            if tree.lower[prep] not in tie.ties:
                continue
            if tree.lower[prep] == "for" and any(v > prep and tree.is_passive(v) for v in tree.kids(token, "xcomp")):
                continue  # "asked [for the fence] to be taken down" is no wish for the fence
            for thing in tree.kids(prep, "pobj"):
                turned = -sign if is_cared_for(tree, token, thing) and sign < 0 else sign
                yield from self._reach(thing, turned, token, depth)
            for deed in tree.kids(prep, "pcomp"):
                yield from self.down(deed, sign, depth + 1)

    def _blamed_for(self, verb: int) -> list[int]:
        """Whom "blamed the flood on [the council]" blames; the parse may hang "on" on the flood."""
        tree = self.tree
        if tree.lower[verb] not in _BLAMING:
            return []
        preps = [p for at in (verb, *tree.kids(verb, "dobj")) for p in tree.kids(at, "prep") if tree.lower[p] == "on"]
        return [thing for prep in preps for thing in tree.kids(prep, "pobj")]

    def _phrases(self, token: int) -> list[int]:
        """Prepositions of a word; of an object also those that the parse hung on its verb: "sees no obstacle to it"."""
        tree = self.tree
        own = list(tree.kids(token, "prep", "agent"))
        verb = tree.head[token]
        if is_noun(tree, token) and tree.dep[token] == "dobj" and tree.is_verb(verb) and not own:
            own = [prep for prep in tree.kids(verb, "prep", "dative") if prep > token][:1]
        return own

    def _of_clause(self, clause: int, sign: int, by: int, depth: int) -> Iterator[Held]:
        """ "Want [the blockade ended]": what is to undergo it."""
        tree = self.tree
        if not tree.is_verb(clause):
            return
        turns = any(tie.value == "turn" and tie.word_class == "verb" for tie in self._ties(clause))
        undergoes = tree.tag[clause] == "VBN"
        for thing in tree.kids(clause, "nsubj", "nsubjpass"):
            if turns and undergoes and not self._is_denied(clause):
                yield from self._reach(thing, -sign, by, depth)

    def _reach(self, thing: int, sign: int, by: int, depth: int) -> Iterator[Held]:
        """A noun is held so, and what it ends or keeps, accordingly."""
        tree = self.tree
        if depth > _DEEPEST:
            return
        if self._is_scant(thing):
            sign = -sign
        for token in tree.joined(thing):
            if tree.lower[token] in _NOTHING:
                return
            if token != thing and is_noun(tree, by) and self._is_attitude(by) and self._is_attitude(token):
                continue  # "criticism of the levy and [opposition] to the bridge": beside the first, not under it
            turned = sign
            if self._is_attitude(token) and depth:
                # What "no" turns was turned here.
                below = list(self.down(token, -sign if self._is_denied(token) else sign, depth + 1))
                if below:
                    yield from below
                    continue
            if is_noun(tree, token) or tree.tag[token] in _POINTING or tree.lower[token] == "that":
                yield Held(token, _OF_SIGN[turned], by)
            for tie in self._ties(token):
                if tie.word_class != "noun" or tie.value not in ("turn", "keep", *_SIGN):
                    continue
                is_turned = tie.value in ("turn", "negative")
                yield from self._hand_down(token, tie, -turned if is_turned else turned, depth + 1)
            if tree.tag[token] == "VBG":
                yield from self.down(token, turned, depth + 1)

    def _is_attitude(self, token: int) -> bool:
        return is_noun(self.tree, token) and any(tie.value in _SIGN for tie in self._ties(token))

    def _is_scant(self, token: int) -> bool:
        return any(self.tree.lower[k] in _SCANT for k in self.tree.kids(token, "det", "amod", "preconj", "cc"))

    def _is_charge(self, verb: int) -> bool:
        """True where what somebody is accused of is bad by its own word, or is not told."""
        tree = self.tree
        preps = [p for at in (verb, *tree.kids(verb, "dobj")) for p in tree.kids(at, "prep")]
        things = [t for p in preps if tree.lower[p] == "of" for t in tree.kids(p, "pobj", "pcomp")]
        return not things or any(word.value in ("negative", "harm") for t in things for word in words_at(tree, t))

    def _is_acquitted(self, verb: int) -> bool:
        """True where nobody would or could accuse somebody of something bad; who has not done so clears nobody."""
        is_open = "would" in self.tree.modals(verb) or self._is_impossible(verb)
        return is_open and self._is_charge(verb)

    def _is_impossible(self, verb: int) -> bool:
        """True for "cannot fault", "nobody should accuse": there is nothing to blame."""
        subject = self.tree.subject(verb)
        is_nobodys = subject is not None and (self.tree.lower[subject] in _NOTHING or self._is_scant(subject))
        return is_nobodys or bool(self.tree.modals(verb) & _CAN)

    def _is_denied(self, token: int) -> bool:
        tree = self.tree
        # "Would not be opposed": the parse may hang "not" on the auxiliary.
        helped = any(any(tree.kids(aux, "neg")) for aux in tree.kids(token, "aux", "auxpass"))
        return helped or tree.is_negated(token) or self._is_scant(token)


_BEING: Final = frozenset({"be", "is", "are", "was", "were", "been", "'s", "'re", "am", "remain", "remains", "stand"})
