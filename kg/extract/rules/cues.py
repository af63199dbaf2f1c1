"""The cue table: which words ascribe content to a source, with which complements, and what they commit to."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg.errors import ResourceMissing
from kg.model import Kind

_VOWELS = frozenset("aeiou")
_PRONOUNS = frozenset({"oneself", "one's", "it"})
"""Words of a phrase that are no part of its lemma; the first two stand for "itself", "their" and so on."""
_BEING = ("am", "are", "be", "been", "being", "is", "was", "were", "'s", "'re")
# Past tense and participle where they are not made with -ed.
_IRREGULAR = {
    "beseech": ("besought",), "cast": ("cast",), "choose": ("chose", "chosen"), "draw": ("drew", "drawn"),
    "feel": ("felt",), "find": ("found",), "foresee": ("foresaw", "foreseen"), "foretell": ("foretold",),
    "forget": ("forgot", "forgotten"), "give": ("gave", "given"), "hear": ("heard",), "hold": ("held",),
    "know": ("knew", "known"), "lay": ("laid",), "lead": ("led",), "make": ("made",), "mean": ("meant",),
    "plead": ("pleaded", "pled"), "put": ("put",), "read": ("read",), "rebut": ("rebutted",), "say": ("said",),
    "see": ("saw", "seen"), "seek": ("sought",), "set": ("set",), "speak": ("spoke", "spoken"),
    "spell": ("spelled", "spelt"), "stand": ("stood",), "swear": ("swore", "sworn"), "take": ("took", "taken"),
    "come": ("came",), "hit": ("hit",), "pay": ("paid",), "leave": ("left",), "withdraw": ("withdrew", "withdrawn"),
    "fall": ("fell",), "go": ("went", "gone"), "have": ("had", "has"), "be": ("was", "were", "been"), "send": ("sent",),
    "tell": ("told",), "think": ("thought",), "throw": ("threw", "thrown"), "understand": ("understood",),
    "undertake": ("undertook", "undertaken"),
    "uphold": ("upheld",), "write": ("wrote", "written"), "recount": ("recounted",), "shake": ("shook", "shaken"),
}  # fmt: skip
_DOUBLED = frozenset(
    {
        "admit",
        "beg",
        "blog",
        "brag",
        "clap",
        "concur",
        "defer",
        "dub",
        "infer",
        "nod",
        "pan",
        "permit",
        "plan",
        "prefer",
        "quip",
    }
    | {
        "rebut",
        "refer",
        "sob",
        "snap",
        "submit",
        "tip",
        "chat",
        "rap",
        "slam",
        "rip",
        "jab",
        "demur",
        "abhor",
        "regret",
    }
)
_BRITISH = frozenset({"signal", "label", "counsel", "channel"})
"""Verbs that double their "l" in Britain and not in America: "signalled", "signaled"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the table. `frames` are the complements that can hold the content; see docs/design/attribution.md."""

    lemma: str
    kind: Kind
    frames: frozenset[str]
    sense: str = ""
    """What the cue does: "saying", "blame", "praise", "request" ... (column `sense`)."""
    particle: str | None = None
    rest: tuple[str, ...] = ()
    """Of a phrase ("take note"), the words behind the verb; see `kg.extract.rules.phrases`."""


@dataclass(frozen=True, slots=True)
class CueTable:
    """All cues by their inflected head word. A head can have rows with and without a particle ("point", "point out").

    Nouns are listed with their plurals, phrases by the forms of their verb, those with the most words first.
    """

    verbs: dict[str, tuple[Cue, ...]]
    nouns: dict[str, Cue]
    phrases: dict[str, tuple[Cue, ...]]


@cache
def load_cues() -> CueTable:
    """The table that ships with the package.

    Raises: ResourceMissing: the file is not there.
    """
    try:
        text = files("kg.extract").joinpath("cues.csv").read_text("utf-8")
    except OSError as error:
        raise ResourceMissing("kg/extract/cues.csv is missing: install the package again") from error
    verbs: dict[str, list[Cue]] = {}
    nouns: dict[str, Cue] = {}
    phrases: dict[str, list[Cue]] = {}
    for row in csv.DictReader(text.splitlines()):
        head, _, particle = row["lemma"].partition(" ")
        if row["word_class"] == "phrase":
            rest = tuple(particle.split())
            lemma = " ".join([head, *(word for word in rest if word not in _PRONOUNS)])
            phrase = Cue(lemma, Kind(row["kind"]), frozenset(row["frames"].split()), row["sense"], rest=rest)
            for form in _BEING if head == "be" else verb_forms(head):
                phrases.setdefault(form, []).append(phrase)
            continue
        cue = Cue(row["lemma"], Kind(row["kind"]), frozenset(row["frames"].split()), row["sense"], particle or None)
        if row["word_class"] == "noun":
            nouns.update(dict.fromkeys((head, plural(head)), cue))
        else:
            for form in verb_forms(head):
                verbs.setdefault(form, []).append(cue)
    ordered = {form: tuple(sorted(cues, key=lambda cue: -len(cue.rest))) for form, cues in phrases.items()}
    return CueTable({form: tuple(cues) for form, cues in verbs.items()}, nouns, ordered)


def verb_forms(lemma: str) -> tuple[str, ...]:
    """Base, -s, -ing and past forms of an English verb.

    >>> verb_forms("deny")
    ('deny', 'denies', 'denying', 'denied')
    >>> verb_forms("say")
    ('say', 'says', 'saying', 'said')
    """
    consonant_y = lemma.endswith("y") and lemma[-2:-1] not in _VOWELS
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        progressive = lemma[:-1] + "ing"
    elif lemma.endswith(("ee", "oe", "ye")):
        progressive = lemma + "ing"
    else:
        progressive = stem + "ing"
    regular = lemma + "d" if lemma.endswith("e") else lemma[:-1] + "ied" if consonant_y else stem + "ed"
    past = _IRREGULAR.get(lemma, (regular,))
    if lemma in _BRITISH:
        past = *past, f"{lemma}led", f"{lemma}ling"
    return lemma, plural(lemma), progressive, *past


def plural(word: str) -> str:
    """The -s form of a noun or verb."""
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith(("s", "sh", "ch", "x", "z", "o")):
        return word + "es"
    return word + "s"
