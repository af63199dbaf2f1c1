"""Phrases that name something without a noun of their own: "those who left", "the old one", "the accused"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.statements.reading.phrases import is_noun, is_plural, singular
from kg.statements.reading.wordlists import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.statements.reading.syntax import Tree

_WHO: Final = frozenset({"those", "anyone", "anybody", "everyone", "everybody"})
"""Words that a relative clause makes into a name: "those who left the hall"."""
_ONE: Final = frozenset({"one", "ones"})
_ORDINAL: Final = frozenset({"first", "second", "third", "latter", "former", "other", "others", "last"})
_NOMINAL: Final = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "attr", "appos", "ROOT"})
_ADJECTIVES: Final = frozenset({"JJ", "VBN", "CD"})
_DEGREES: Final = frozenset({"most", "least", "more", "less", "same", "like", "following", "contrary", "opposite"})
_LONGEST: Final = 12
"""Tokens of the longest phrase that is taken as a name."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with the word that heads it; `label`: what it means, None: its own words say it."""

    token: int
    first: int
    last: int
    """The token after the last one."""
    label: str | None = None
    noun: str | None = None
    """The noun that is left out, lower case, None where there is none."""


def headless(tree: Tree, tokens: range) -> Iterator[Phrase]:
    """Such phrases of a range, in text order."""
    for token in tokens:
        if tree.dep[token] not in _NOMINAL:
            continue
        phrase = _who(tree, token, tokens) or _one(tree, token, tokens) or _adjective(tree, token, tokens)
        if phrase is not None:
            yield phrase


def _who(tree: Tree, token: int, tokens: range) -> Phrase | None:
    """What a relative clause makes into a name: "those who left the hall"."""
    if tree.lower[token] not in _WHO:
        return None
    clause = next((c for c in tree.kids(token, "relcl") if c > token and c in tokens), None)
    if clause is None or tree.tag[token + 1][:1] != "W":
        return None
    last = max(_below(tree, clause))
    if last not in tokens or last - token > _LONGEST:
        last = clause
    return Phrase(token, token, last + 1)


_POINTING: Final = frozenset({"the", "this", "that", "these", "those"})


def _one(tree: Tree, token: int, tokens: range) -> Phrase | None:
    """What repeats a noun that stands before: "the old one", "the one they ply", "the other"."""
    word = tree.lower[token]
    is_one = word in _ONE and (tree.tag[token] in ("NN", "NNS", "CD", "PRP"))
    is_ordinal = word in _ORDINAL and not any(tree.kids(token, "nummod", "compound"))
    if not (is_one or is_ordinal) or not any(tree.lower[d] in _POINTING for d in tree.kids(token, "det")):
        return None
    if is_ordinal and tree.tag[token] not in ("JJ", "NN", "NNS", "CD", "RB"):
        return None
    noun = _noun_before(tree, token, is_several=word in ("ones", "others"))
    if noun is None or (is_ordinal and not _is_counted(tree, noun)):
        return None
    before = [t for t in tree.children[token] if t < token and tree.dep[t] in ("amod", "compound", "nummod")]
    if any(tree.lower[t] in ("only", "same") for t in before):
        return None
    first = min([token, *before])
    after = next((c for c in tree.kids(token, "relcl") if c > token), None)
    last = max(_below(tree, after)) if after is not None else token
    if last not in tokens or last - token > _LONGEST:
        last = token
    name = tree.lower[noun] if word in ("ones", "others") else singular(tree.lower[noun])
    words = [tree.lower[t] for t in range(first, token)]
    if not is_one:
        words.append({"others": "other", "last": "last"}.get(word, word))
    elif not words:
        words = [tree.lower[d] for d in tree.kids(token, "det") if tree.lower[d] in ("this", "that")]
    rest = [tree.lower[t] for t in range(token + 1, last + 1)]
    return Phrase(token, first, last + 1, " ".join([*words, name, *rest]), name)


def _is_counted(tree: Tree, noun: int) -> bool:
    """True for "two calls" and "one president", of which there can be a second and another."""
    return any(tree.tag[number] == "CD" for number in tree.kids(noun, "nummod"))


def _adjective(tree: Tree, token: int, tokens: range) -> Phrase | None:
    """An adjective, participle or number used as a noun: "the accused", "the fallen of his side", "the 36"."""
    if tree.tag[token] not in _ADJECTIVES or tree.lower[token] in _DEGREES | _ORDINAL | _ONE | words_of("place"):
        return None
    det = next((d for d in tree.kids(token, "det") if tree.lower[d] == "the"), None)
    if det != token - 1 or token + 1 >= len(tree.lower) or not tree.lower[token][0].isalnum():
        return None
    if is_noun(tree, token + 1) or tree.lower[token + 1] == "-" or any(tree.kids(token, "relcl", "xcomp", "advcl")):
        return None
    last = token
    for prep in tree.kids(token, "prep"):
        if tree.lower[prep] == "of" and prep == token + 1:
            last = max(_below(tree, prep))
    if last not in tokens or last - token > _LONGEST:
        last = token
    return Phrase(token, det, last + 1)


def _noun_before(tree: Tree, token: int, *, is_several: bool) -> int | None:
    """The noun that "one" repeats: the nearest one before it that could be counted so, a subject or object first."""
    found = [
        noun
        for noun in range(token)
        if is_noun(tree, noun)
        and tree.tag[noun] in ("NN", "NNS")
        and tree.dep[noun] in ("nsubj", "nsubjpass", "dobj", "attr", "pobj", "ROOT")
        and tree.lower[noun] not in words_of("no-topic")
        and noun not in tree.above(token)
    ]
    found += [noun for noun in tree.above(token) if is_noun(tree, noun) and tree.tag[noun] in ("NN", "NNS")][:1]
    if not found:
        return None
    main = [noun for noun in found if tree.dep[noun] in ("nsubj", "nsubjpass", "dobj", "attr")]
    fitting = [noun for noun in main or found if not is_several or is_plural(tree, noun)]
    return max(fitting) if fitting else None


def _below(tree: Tree, token: int) -> list[int]:
    """A token and all that hangs on it, marks at the end left out."""
    found, pending = [], [token]
    while pending:
        one = pending.pop()
        found.append(one)
        pending += [child for child in tree.children[one] if tree.dep[child] not in ("punct", "cc")]
    return found
