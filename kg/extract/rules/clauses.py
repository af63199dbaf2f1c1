"""A cue verb with its own clause: its subject, its particle, and where the clause begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.rules.sources import source_range, subject_of
from kg.extract.rules.words import FINITE_TAGS

if TYPE_CHECKING:
    from kg.extract.rules.cues import Cue
    from kg.extract.rules.sources import Range
    from kg.extract.rules.tree import Tree

_ADVERBS = frozenset({"aside", "away"})
"""Particles that the parser takes for adverbs."""
PHRASE_HEADS = frozenset({"NNP", "NNPS", "NN", "NNS", "PRP"})
CLOSING = frozenset({"''", '"'})
RELATIVE_TAGS = frozenset({"WDT", "WP"})
ADDRESSING = frozenset({"with addressee", "question or request", "request", "question", "order"})
"""Senses of cues whose object is the one spoken to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A cue verb with its own clause: everything around the cue that is no content."""

    verb: int
    cue: Cue
    subject: int | None
    source: Range | None
    first: int
    """First token of subject, auxiliaries and verb, whichever comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Content found for a clause: token ranges, the frame that found them, and the object that the cue judges."""

    frame: str
    pieces: tuple[Range, ...]
    target: Range | None = None
    addressee: Range | None = None
    cue_tail: int | None = None
    """A preposition or particle that belongs to the cue ("call for")."""


def read_clause(tree: Tree, verb: int, cue: Cue) -> Clause:
    """The clause of one cue verb."""
    subject = subject_of(tree, verb)
    if subject is None and "clause" in cue.frames:
        subject = _inverted_subject(tree, verb, cue)
    elif subject is not None and subject < verb and tree.tag[verb] == "VBD" and tree.words[verb - 1] == ",":
        inserted = _inserted_subject(tree, verb) if "clause" in cue.frames else None
        subject = subject if inserted is None else inserted
    source = None if subject is None else source_range(tree, subject, verb)
    parts = [
        tree.first[c]
        for c in tree.children[verb]
        if c < verb
        and tree.dep[c] in ("aux", "auxpass", "neg", "advmod", "nsubj", "nsubjpass")
        and (subject is None or subject < verb or tree.dep[c] != "nsubj")
    ]
    own_source = source is not None and subject is not None and tree.head[subject] == verb and subject < verb
    if own_source and source is not None:
        parts.append(source[0])
    if subject is not None and subject > verb and verb > 0 and tree.words[verb - 1] == ",":
        # "Harder still, said Flint, will be ...": what the parser hangs on the cue before the comma is content.
        parts = []
    near = [part for part in parts if part <= verb]
    return Clause(verb=verb, cue=cue, subject=subject, source=source, first=min([verb, *near]))


def _inserted_subject(tree: Tree, verb: int) -> int | None:
    """ "The pass, warned the mayor of Grau, cannot be held": the speaker, whom the parser takes for who is warned."""
    end = tree.sentence[verb][1]
    for child in tree.children[verb]:
        if tree.dep[child] in ("dobj", "dative") and tree.first[child] == verb + 1 and tree.tag[child] in PHRASE_HEADS:
            after = tree.last[child] + 1
            after += after < end and tree.words[after] == ","
            goes_on = after < end and (tree.tag[after] == "MD" or tree.tag[after] in FINITE_TAGS)
            return child if goes_on and tree.words[after - 1] == "," else None
    return None


def _inverted_subject(tree: Tree, verb: int, cue: Cue) -> int | None:
    """In "..., said Ana Ruiz, the chair" the parser may take the speaker for the object."""
    if tree.child(verb, "aux", "auxpass", "neg") is not None:
        # "Norland had not, as of Monday, announced any plans".
        return None
    if tree.child(verb, "nsubj") is not None or not closes_before(tree, verb) or cue.sense == "with addressee":
        return None
    for child in tree.children[verb]:
        is_phrase = tree.dep[child] in ("dobj", "attr", "oprd", "npadvmod", "ccomp") and tree.tag[child] in PHRASE_HEADS
        if is_phrase and tree.first[child] == verb + 1:
            return child
    return None


def closes_before(tree: Tree, token: int) -> bool:
    """True right behind a closing mark, a comma, or the end of a question or exclamation."""
    return token > 0 and (tree.words[token - 1] in CLOSING or tree.words[token - 1] in (",", "?", "!"))


def right_child(tree: Tree, verb: int, *deps: str) -> int | None:
    """The first dependent behind a verb with one of these labels."""
    for child in tree.children[verb]:
        if child > verb and tree.dep[child] in deps:
            return child
    return None


def particle_token(tree: Tree, verb: int) -> int | None:
    """The verb's particle ("out" of "pointed out")."""
    particle = tree.child(verb, "prt")
    if (
        particle is None
        and verb + 1 < len(tree)
        and (tree.tag[verb + 1] == "RP" or (tree.head[verb + 1] == verb and tree.lower[verb + 1] in _ADVERBS))
    ):
        return verb + 1
    return particle
