"""Words that judge: the lexicon, and who is judged by a word where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from kg.extract.rules.cues import plural
from kg.statements.reading.cues import rows_of
from kg.statements.stance.described import described
from kg.statements.stance.forms import forms_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.statements.reading.syntax import Tree

_CAUSED: Final = frozenset(
    [
        "prompted",
        "caused",
        "provoked",
        "triggered",
        "fuelled",
        "fueled",
        "sparked",
        "committed",
        "carried",
        "launched",
        "driven",
        "created",
        "perpetrated",
        "started",
        "instigated",
        "imposed",
        "posed",
        "made",
        "taken",
        "inflicted",
        "encouraged",
        "staged",
        "unleashed",
        "orchestrated",
        "ordered",
        "waged",
        "adopted",
    ]
)
"""Participles whose agent is responsible: "escalation prompted by X", but not "escalation condemned by X"."""
_TAGS_OF: Final = {"noun": "N", "verb": "V", "adjective": "JV"}
"""First letters of the tags that a class of words bears; "stuck" and "misguided" are tagged as verbs."""
_NOUN_PLACES: Final = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr"})
_MODIFIERS: Final = ("poss", "compound", "nmod", "amod")


_BEING: Final = frozenset({"be", "is", "are", "was", "were", "been", "'s", "'re", "remains", "became", "becomes"})
_HAVING: Final = frozenset({"have", "has", "had", "'ve"})
_AMOUNTS: Final = frozenset({"many", "few", "deal", "number", "lot", "while", "bit"})
"""Behind an adjective these make it a measure: "a good many", "an awful lot"."""
_SET_PHRASES: Final = frozenset({("fair", "game"), ("fair", "share"), ("free", "rein"), ("easy", "prey")})
"""These mean another thing than their adjective: "she is fair game"."""
_SAMPLES: Final = frozenset({"case", "demonstration", "example", "illustration", "instance", "lesson", "reminder"})
"""Of these a good word tells how well they show something, which may be bad."""
_ILL: Final = frozenset(
    {"arsonist", "assassin", "attack", "attacker", "bomber", "crime", "gunman", "hijacker", "killer", "murderer"}
    | {"arsonists", "attackers", "attacks", "bombers", "crimes", "gunmen", "killers", "murderers", "shooter"}
    | {"hatred", "riot", "riots", "shooters", "shooting", "terrorists", "violence"}
)
_PLAIN: Final = frozenset(
    [
        "great",
        "major",
        "real",
        "important",
        "significant",
        "huge",
        "complete",
        "full",
        "strong",
        "good",
        "new",
        "continued",
        "common",
        "mutual",
        "joint",
        "shared",
        "steady",
        "further",
        "clear",
        "considerable",
        "substantial",
        "tremendous",
        "true",
        "international",
        "regional",
        "bilateral",
        "its",
        "historic",
        "solid",
        "firm",
        "deep",
        "close",
    ]
)
"""Adjectives that leave praise as it is."""


@dataclass(frozen=True, slots=True)
class Word:
    """One row of evaluation.csv.

    `value`: "negative" and "positive" judge; "goal" and "harm" are what one can call for (peace, sanctions); an
    "action" judges nothing but has somebody responsible for it. `targets`: how the judged or responsible one is tied to
    the word.
    """

    lemma: str
    word_class: str
    value: str
    act: str | None
    targets: frozenset[str]


@cache
def lexicon() -> dict[str, tuple[tuple[tuple[str, ...], Word], ...]]:
    """First word form -> rows, each with the forms that must follow it."""
    table: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    for row in rows_of("stance/evaluation.csv"):
        first, *rest = row["lemma"].split()
        word = Word(
            row["lemma"], row["word_class"], row["value"], row["act"] or None, frozenset(row["targets"].split())
        )
        if word.word_class == "verb":
            forms: tuple[str, ...] = forms_of(first)
        elif word.word_class == "noun" and not rest:
            forms = (first, plural(first))
        else:
            forms = (first,)
        for form in dict.fromkeys(forms):
            table.setdefault(form, []).append((tuple(rest), word))
    return {form: tuple(rows) for form, rows in table.items()}


def words_at(tree: Tree, token: int, *, as_part: bool = False) -> Iterator[Word]:
    """Rows that fit a token and what follows it. Prefixed words are one: "de-escalation" is no escalation.

    `as_part`: a noun in front of another counts, too ("terror corridor").
    """
    if tree.dep[token] == "compound" and not as_part:
        return  # "terrorism charges": names a kind, judges nobody
    form = tree.lower[token]
    if token >= 2 and tree.lower[token - 1] == "-":
        form = f"{tree.lower[token - 2]}-{form}"
    for rest, word in lexicon().get(form, ()):
        fits = tree.tag[token][:1] in _TAGS_OF[word.word_class] and not _is_deed(tree, token, word)
        if not (fits or rest or (word.word_class == "noun" and _stands_as_noun(tree, token))):
            continue
        if tuple(tree.lower[token + 1 : token + 1 + len(rest)]) == rest:
            yield word


def _is_deed(tree: Tree, token: int, word: Word) -> bool:
    """True for a good quality's word that tells a deed here: "is promising them bread", "qualified as an agent"."""
    if word.word_class != "adjective" or word.value != "positive" or not tree.is_verb(token):
        return False
    if tree.tag[token] == "VBG":
        return tree.dep[token] != "amod" and any(tree.kids(token, "dobj", "dative", "xcomp", "ccomp"))
    is_perfect = tree.tag[token] == "VBN" and bool(tree.modals(token) & _HAVING) and not tree.is_passive(token)
    is_followed = any(tree.kids(token, "dobj", "prep", "xcomp", "ccomp"))
    return is_perfect or (tree.tag[token] == "VBD" and is_followed and any(tree.kids(token, "nsubj")))


def anchor_of(tree: Tree, token: int, word: Word) -> int:
    """The token by which a word of several hangs in its sentence: "work" in "her life's work"."""
    tokens = range(token, token + len(word.lemma.split()) + word.lemma.count("'"))
    return next((t for t in tokens if tree.head[t] not in tokens), token)


def _stands_as_noun(tree: Tree, token: int) -> bool:
    """True for an object or subject with an article or possessor, however it is tagged, and for "was [folly]"."""
    if tree.dep[token] == "acomp" and tree.tag[token] in ("JJ", "RB"):
        return True
    return tree.dep[token] in _NOUN_PLACES and any(tree.kids(token, "det", "poss"))


def is_spoilt(tree: Tree, token: int, word: Word) -> bool:
    """True for praise with an adjective that may turn it: "gutless restraint". Known good or plain ones do not."""
    if word.value != "positive":
        return False
    if word.word_class == "verb" and any(_is_ill(tree, thing) for thing in tree.kids(token, "dobj")):
        return True  # "inspired the [attackers]"
    if tree.dep[token] == "amod" and tree.lower[tree.head[token]] in _SAMPLES:
        return any(tree.lower[prep] == "of" for prep in tree.kids(tree.head[token], "prep"))  # "a good case of"
    if tree.lower[token - 1 : token + 1] == ["in", "progress"]:
        return True  # "a work in progress"
    if tree.lower[token : token + 2] == ["thanks", "to"] and tree.dep[token] not in ("dobj", "pobj", "nsubj", "ROOT"):
        return True  # "closed down, thanks to the levy" tells a cause
    noun = token if word.word_class == "noun" else tree.head[token] if tree.dep[token] == "amod" else None
    if noun is not None and _is_of_bad(tree, noun):
        return True
    if word.word_class != "noun":
        return False
    return any(
        tree.lower[child] not in _PLAIN and not any(w.value == "positive" for w in words_at(tree, child))
        for child in tree.kids(token, "amod")
    )


def _is_ill(tree: Tree, noun: int) -> bool:
    """True for somebody or something that nobody should help: "the attackers", "violence"."""
    return tree.lower[noun] in _ILL or any(word.value in ("negative", "harm") for word in words_at(tree, noun))


def _is_of_bad(tree: Tree, noun: int) -> bool:
    """True for what a bad or denied thing fills: "a masterpiece of deceit", "the greatest act of theft"."""
    for prep in tree.kids(noun, "prep"):
        if tree.lower[prep] != "of":
            continue
        if any(any(tree.kids(deed, "neg")) for deed in tree.kids(prep, "pcomp")):
            return True
        if any(tree.lower[k] == "not" for k in tree.kids(prep, "neg")):
            return True
        things = tree.kids(prep, "pobj", "pcomp")
        if any(word.value == "negative" for thing in things for word in words_at(tree, thing)):
            return True
    return False


def is_fit_to(tree: Tree, token: int) -> bool:
    """True for a good word with what it is too good for: "too wise to sign it"; not for "too good to be true"."""
    deeds = [*tree.kids(token, "xcomp"), *tree.kids(tree.head[token], "xcomp", "advcl")]
    deeds = [deed for deed in deeds if deed > token and "to" in tree.modals(deed)]
    if not any(word.value == "positive" for word in words_at(tree, token)):
        return False
    return bool(deeds) and not any(tree.lower[true] == "true" for deed in deeds for true in tree.kids(deed, "acomp"))


def is_verdict(tree: Tree, token: int, word: Word) -> bool:
    """True for a bad thing that something is said to be: "that is [a disaster]", and not for one that is named."""
    if word.value != "negative" or word.word_class != "noun" or tree.dep[token] not in ("attr", "acomp"):
        return False
    is_one = all(tree.lower[det] in ("a", "an", "sheer", "pure") for det in tree.kids(token, "det", "poss"))
    return is_one and tree.lower[tree.head[token]] in _BEING and not any(tree.kids(tree.head[token], "expl"))


def is_measured(tree: Tree, token: int) -> bool:
    """True for a good word that is likened or goes too far: "as useful [as a paper boat]", "too good to be true".

    Also for one behind its noun, which tells who is meant: "those responsible".
    """
    degrees = {tree.lower[how] for how in tree.kids(token, "advmod")}
    if any(tree.lower[how] == "any" for at in (token, *tree.kids(token, "advmod")) for how in tree.kids(at, "advmod")):
        return True  # "whether it was any more useful"
    if "too" in degrees and not is_fit_to(tree, token):
        return True
    if tree.dep[token] == "amod" and tree.head[token] < token:
        return True
    likened = (*tree.kids(token, "prep"), *tree.kids(tree.head[token], "prep"))
    return "as" in degrees and any(tree.lower[prep] == "as" and prep > token for prep in likened)


def is_tied(tree: Tree, token: int, word: Word) -> bool:
    """False for a word that judges only with its complement, without one: "concern over X", not "security concerns"."""
    if word.word_class == "adjective" and _AMOUNTS & set(tree.lower[token + 1 : token + 2]):
        return False
    if tuple(tree.lower[token : token + 2]) in _SET_PHRASES:
        return False
    if tree.dep[token] == "amod" and word.word_class == "adjective" and word.targets and "modified" not in word.targets:
        if tree.tag[token] in ("JJR", "RBR") or (word.value == "positive" and any(tree.kids(tree.head[token], "poss"))):
            return False  # "had better success", "is their best recruiter"
        return any(described(tree, tree.head[token]))  # "is a good idea", but not "flexible response"
    if not word.targets or word.targets & {"subject", "poss", "modified", "self"}:
        return True
    return any(tree.lower[child] in word.targets for child in tree.kids(token, "prep"))


def judged_by(tree: Tree, token: int, targets: frozenset[str]) -> Iterator[int]:
    """Tokens that head what a word judges, by the ties named in `targets`."""
    if tree.is_verb(token) and tree.dep[token] != "amod":
        # "X was undermined by [Y]"; but "[X] was misguided".
        undergoes = tree.is_passive(token) and "modified" not in targets
        subject = tree.agent(token) if undergoes else tree.subject(token)
        if subject is not None and "subject" in targets:
            yield subject
        return
    if "subject" in targets:
        yield from described(tree, token)
    if tree.dep[token] == "amod" and targets & {"subject", "modified"}:
        told = list(described(tree, tree.head[token]))
        if told:
            yield from told  # "[X] is a terrible neighbour"
        elif "modified" in targets:
            yield tree.head[token]
            yield from responsible(tree, tree.head[token])
    if "self" in targets and not any(described(tree, token)):
        yield token  # "we will fight the [smugglers]"
    if "poss" in targets:
        yield from tree.kids(token, "poss")
    for child in tree.kids(token, "prep", "agent"):
        if tree.lower[child] in targets:
            yield from tree.kids(child, "pobj")
    if "by" in targets:
        participles = list(tree.kids(token, "acl"))
        if tree.dep[token] == "nsubjpass":
            participles.append(tree.head[token])
        for participle in participles:
            agent = tree.agent(participle) if tree.lower[participle] in _CAUSED else None
            if agent is not None:
                yield agent


def responsible(tree: Tree, token: int) -> Iterator[int]:
    """Tokens that head who is responsible for what a noun names: "the refusal of [X]", "[X]'s decision"."""
    # "Criticism of X" judges X; nobody in it is responsible for the criticism.
    words = [word for word in words_at(tree, token) if word.targets != {"of"}]
    seen = {
        found
        for word in words
        for found in judged_by(tree, token, word.targets - {"subject"})
        # Of "the lack of progress", progress is a part and not whose lack it is.
        if tree.lower[found] not in word.lemma.split()
    }
    yield from sorted(seen)


def modifiers(tree: Tree, token: int) -> Iterator[int]:
    """Possessors and other names in front of a noun."""
    return tree.kids(token, *_MODIFIERS)
