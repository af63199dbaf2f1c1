"""Stands that a source takes without a verb of saying: "was sceptical of the figures", "paid tribute to the divers".

A form of "be" with an adjective, or a verb that says little itself with the noun for an attitude; both with the phrase
that holds what the stand is about (stands.csv). A "not" in it makes another stand, no denial: "was not happy with ...".
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from kg.errors import ResourceMissing
from kg.extract.rules.cues import plural, verb_forms
from kg.extract.rules.drafts import Draft, characters, tidied
from kg.extract.rules.sources import source_range, subject_of
from kg.extract.rules.words import CONDITIONS, GIVING, MODALS
from kg.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.extract.rules.cues import CueTable
    from kg.extract.rules.tree import Tree

_BEING: Final = frozenset(
    ["am", "are", "be", "been", "is", "was", "were", "'s", "'re"]
    + [form for lemma in ("remain", "seem", "feel", "stay", "appear", "become") for form in verb_forms(lemma)]
) | {"became"}
_LIGHT: Final = frozenset(
    form
    for lemma in [
        "express", "voice", "have", "find", "see", "give", "take", "offer", "raise", "lodge", "place", "hold", "show",
        "reiterate", "register", "convey", "pay", "send", "lend", "put",
    ]
    for form in verb_forms(lemma)
) | {"paid", "sent", "lent", "has", "had", "shown"}  # fmt: skip
_NO_SOURCE: Final = frozenset({"it", "there", "this", "that", "what", "which", "who", "nobody", "none", "nothing"})


@dataclass(frozen=True, slots=True)
class Stands:
    """Adjective or noun form -> the prepositions that bring in what the stand is about; "clause": a that-clause."""

    adjectives: Mapping[str, frozenset[str]]
    nouns: Mapping[str, frozenset[str]]


@cache
def load_stands() -> Stands:
    """The table that ships with the package.

    Raises: ResourceMissing: the file is not there.
    """
    try:
        text = files("kg.extract").joinpath("stands.csv").read_text("utf-8")
    except OSError as error:
        raise ResourceMissing("kg/extract/stands.csv is missing: install the package again") from error
    adjectives: dict[str, frozenset[str]] = {}
    nouns: dict[str, frozenset[str]] = {}
    for row in csv.DictReader(text.splitlines()):
        frames = frozenset(row["frames"].split())
        if row["word_class"] == "adjective":
            adjectives[row["lemma"]] = frames
        else:
            nouns.update(dict.fromkeys((row["lemma"], plural(row["lemma"])), frames))
    return Stands(adjectives, nouns)


def stand_drafts(tree: Tree, shadow: str, table: CueTable) -> Iterator[Draft]:
    """One draft for each stand outside quotations with a source and something that it is about, in text order.

    `table`: what its verbs and nouns find already is left to them.
    """
    stands = load_stands()
    for token, word in enumerate(tree.lower):
        if tree.quoted[token] >= 0:
            continue
        verb = tree.head[token]
        frames = stands.adjectives.get(word)
        if frames is not None and tree.dep[token] == "acomp" and tree.lower[verb] in _BEING:
            phrases, opens = _phrases(tree, token, frames), verb
        elif (
            frames is not None
            and tree.tag[token] in ("VBN", "JJ")
            and (aux := tree.child(token, "auxpass")) is not None
        ):
            phrases, opens, verb = _phrases(tree, token, frames), aux, token
        elif (
            (frames := stands.nouns.get(word)) is not None
            and tree.dep[token] == "dobj"
            and tree.lower[verb] in _LIGHT
            and tree.is_verb(verb)
            and not (word in table.nouns and tree.lower[verb] in GIVING)
            and not any("object" in cue.frames for cue in table.verbs.get(tree.lower[verb], ()))
        ):
            phrases, opens = _phrases(tree, token, frames) or _phrases(tree, verb, frames), verb
        else:
            continue
        source = _source(tree, verb)
        if not phrases or source is None or not opens < token or _is_open(tree, verb):
            continue
        frame, held = phrases[0]
        content = tidied(shadow, (characters(tree, held),))
        if content and held[0] > token:
            yield Draft(
                place=tree.start[opens],
                source=(characters(tree, source),),
                cue=(characters(tree, (opens, held[0] if frame != "clause" else token + 1)),),
                content=content,
                kind=Kind.ATTITUDE,
                lemma=word,
                rule=f"stand-{frame}",
            )


def _phrases(tree: Tree, token: int, frames: frozenset[str]) -> list[tuple[str, tuple[int, int]]]:
    """What a stand is about: the frame that found it, and its tokens."""
    found: list[tuple[str, tuple[int, int]]] = []
    for child in tree.children[token]:
        if child < token:
            continue
        if tree.dep[child] in ("prep", "agent", "dative") and tree.lower[child] in frames:
            thing = tree.child(child, "pobj", "pcomp")
            if thing is not None and tree.last[child] > child:
                found.append(("phrase", (child + 1, tree.last[child] + 1)))
        elif "clause" in frames and tree.dep[child] == "ccomp" and tree.first[child] > token:
            first = tree.first[child]
            found.append(("clause", (first + (tree.lower[first] == "that"), tree.last[child] + 1)))
    return found


def _source(tree: Tree, verb: int) -> tuple[int, int] | None:
    subject = tree.child(verb, "nsubj", "nsubjpass")
    aux = tree.child(verb, "auxpass")
    if subject is None and aux is not None:
        # "The guild is opposed to ...": the parser may hang the subject on the form of "be".
        subject = tree.child(aux, "nsubj", "nsubjpass")
    if subject is None:
        subject = subject_of(tree, verb) if aux is None else None
    if subject is None or tree.lower[subject] in _NO_SOURCE or tree.quoted[subject] >= 0 or subject > verb:
        return None
    return source_range(tree, subject, verb)


def _is_open(tree: Tree, verb: int) -> bool:
    """True under a modal or a condition, in a question, and for what is not finite."""
    if tree.words[tree.sentence[verb][1] - 1] == "?" or tree.dep[verb] in ("xcomp", "acl", "pcomp"):
        return True
    below = [child for child in tree.children[verb] if child < verb]
    return any(
        (tree.dep[child] == "aux" and tree.lower[child] in MODALS)
        or (tree.dep[child] == "mark" and tree.lower[child] in CONDITIONS)
        for child in below
    )
