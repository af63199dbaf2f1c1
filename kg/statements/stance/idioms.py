"""Fixed phrases that judge: "turned a blind eye", "a stab in the back", "threw its weight behind the candidate".

One row of idioms.csv a phrase. "one's" stands for any possessor, "_" for a noun phrase ("hold _ responsible"); between
the words of a verb's phrase adverbs, articles and adjectives may stand. `judged` "subject": who does or is it;
"object": what follows, or fills "_", if the phrase tells what one's own side does.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, cast

from kg.statements.reading.cues import rows_of
from kg.statements.stance.described import described
from kg.statements.stance.forms import forms_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.model.statements import Polarity
    from kg.statements.reading.syntax import Tree

Judged = Literal["subject", "object"]
_SLOT: Final = "_"
_POSSESSOR: Final = "one's"
_WIDEST: Final = 8
"""Tokens of the longest noun phrase that fills a slot."""
_FARTHEST: Final = 32
"""Tokens that the longest phrase can stretch over."""
_DENIALS: Final = frozenset({"no", "not", "nothing", "nobody", "never", "none", "little", "neither", "only"})
_GAP: Final = 2
"""Words that may stand between two of a phrase."""
_LOOSE: Final = frozenset({"RB", "RBR", "RBS", "JJ", "JJR", "JJS", "DT", "PRP$", "PDT", "CD", "PRP"})
"""Tags of those words."""


@dataclass(frozen=True, slots=True)
class Idiom:
    """One row of idioms.csv: the words after the first one, and what it says of whom."""

    rest: tuple[str, ...]
    is_verb: bool
    polarity: Polarity
    judged: Judged
    act: str
    literal: frozenset[str]
    """The words of `rest` that stand for themselves: where one of them does not follow, the phrase does not either."""
    denies: bool = False
    """True where its words deny something themselves: "have no excuse"."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """An idiom where it stands: its tokens from the first to the last, and the tokens that head what it judges."""

    idiom: Idiom
    first: int
    last: int
    judged: tuple[int, ...]


@cache
def idioms() -> Mapping[str, tuple[Idiom, ...]]:
    """First word form -> the phrases that it opens, those with the most words first."""
    table: dict[str, list[Idiom]] = {}
    for row in rows_of("stance/idioms.csv"):
        first, *rest = row["phrase"].split()
        is_verb = row["word_class"] == "verb"
        idiom = Idiom(
            tuple(rest),
            is_verb,
            cast("Polarity", row["value"]),
            cast("Judged", row["judged"]),
            row["act"],
            frozenset(rest) - {_SLOT, _POSSESSOR},
            bool(_DENIALS.intersection(row["phrase"].split())),
        )
        for form in forms_of(first) if is_verb else (first.casefold(),):
            table.setdefault(form, []).append(idiom)
    return {form: tuple(sorted(found, key=lambda one: -len(one.rest))) for form, found in table.items()}


def phrases_at(tree: Tree, token: int, within: range) -> Iterator[Phrase]:
    """The phrases that a token opens: the longest that judges its subject, and the longest that judges its object."""
    candidates = idioms().get(tree.lower[token], ())
    if not candidates:
        return
    seen: set[str] = set()
    ahead = set(tree.lower[token + 1 : min(token + 1 + _FARTHEST, within.stop)])
    for idiom in candidates:
        if not idiom.literal <= ahead or idiom.judged in seen or (idiom.is_verb and tree.tag[token][:1] != "V"):
            continue
        match = _match(tree, token, idiom, within)
        if match is not None:
            last, filler = match
            judged = (
                _subject(tree, token, last, idiom) if idiom.judged == "subject" else _object(tree, token, last, filler)
            )
            seen.add(idiom.judged)
            yield Phrase(idiom, token, last, judged)


def _match(tree: Tree, token: int, idiom: Idiom, within: range) -> tuple[int, range] | None:
    """The last token of the phrase, and what fills its slot; None where its words do not follow."""
    at, filler = token + 1, range(0)
    rest = list(idiom.rest)
    while rest:
        word = rest.pop(0)
        if word == _SLOT:
            if not rest:
                return None
            end = next((t for t in range(at + 1, min(at + _WIDEST, within.stop)) if _is(tree, t, rest[0])), None)
            if end is None or any(tree.lower[t] in (",", ";", ".", '"') for t in range(at, end)):
                return None
            filler, at = range(at, end), end
            continue
        reach = at
        while reach < within.stop and not _is(tree, reach, word):
            is_far = reach - at >= _GAP or not idiom.is_verb or tree.tag[reach] not in _LOOSE
            # "Showed gutless restraint": an adjective can spoil praise.
            is_spoilt = idiom.polarity == "positive" and tree.tag[reach] == "JJ"
            if is_far or is_spoilt or tree.dep[reach] == "neg":
                return None
            reach += 1
        if reach >= within.stop:
            return None
        at = reach + 1
    return at - 1, filler


def _is(tree: Tree, token: int, word: str) -> bool:
    if word == _POSSESSOR:
        return tree.tag[token] in ("PRP$", "POS")
    return tree.lower[token] == word


def _subject(tree: Tree, first: int, last: int, idiom: Idiom) -> tuple[int, ...]:
    if idiom.is_verb:
        subject = tree.agent(first) if tree.is_passive(first) else tree.subject(first)
        return () if subject is None else (subject,)
    tokens = range(first, last + 1)
    anchor = next((t for t in tokens if tree.head[t] not in tokens), first)
    found = tuple(described(tree, anchor))
    if not found and tree.dep[anchor] == "prep" and tree.is_verb(tree.head[anchor]):
        verb = tree.head[anchor]
        subject = None if tree.is_passive(verb) else tree.subject(verb)
        return () if subject is None else (subject,)
    return found


def _object(tree: Tree, first: int, last: int, filler: range) -> tuple[int, ...]:
    """What fills the slot, else what the last word governs, else what the first one does."""
    heads = tuple(t for t in filler if tree.head[t] not in filler and tree.tag[t][:1] in "NP")
    if heads:
        return heads[:1]
    found = (*tree.kids(last, "pobj", "pcomp"), *tree.kids(first, "dobj"))
    found = tuple(t for t in found if t > last and tree.tag[t][:1] in ("N", "P"))
    if not found and last + 1 < len(tree.lower):
        # The parse hung what follows elsewhere: the noun phrase right behind the words.
        after = next((t for t in range(last + 1, min(last + 6, len(tree.lower))) if tree.tag[t][:1] == "N"), None)
        if after is not None and all(
            tree.tag[t][:2] in ("DT", "JJ", "PR", "CD", "NN", "PO") for t in range(last + 1, after)
        ):
            while after + 1 < len(tree.lower) and tree.tag[after + 1][:1] == "N":
                after += 1
            found = (after,)
    return found[:1]
