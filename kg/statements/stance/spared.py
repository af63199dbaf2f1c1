"""What is bad by itself and is to be prevented or ended: "to stop the bloodshed", "the fight against corruption".

Whoever does it, who speaks of preventing a bad thing is against that thing. A thing counts as bad by its own words
only: a noun of the lexicon that blames, or one that such an adjective describes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.statements.reading.phrases import is_noun
from kg.statements.reading.wordlists import words_of
from kg.statements.stance.attitudes import ties_of_forms
from kg.statements.stance.evaluation import words_at
from kg.statements.stance.surroundings import belongs_to_speaker
from kg.statements.stance.view import WORD_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.view import Found, StanceView


def spared(view: StanceView) -> Iterator[Found]:
    """The bad things that a content speaks of ending or preventing."""
    for tree, tokens in view.pieces(view.attribution.content):
        for token in tokens:
            if view.is_reported(tree, token) or not _turns(tree, token):
                continue
            if tree.is_negated(token) or not belongs_to_speaker(tree, token, tokens, view.is_own_token):
                continue
            for thing in _undergoing(tree, token):
                if _is_bad(tree, thing):
                    for reference in view.others(view.named(tree, thing)):
                        yield "negative", "reject", view.span(tree, token), reference, WORD_CONFIDENCE


def _turns(tree: Tree, token: int) -> bool:
    word_class = "verb" if tree.is_verb(token) else "noun"
    return any(
        tie.value == "turn" and tie.word_class == word_class and (tie.ties & {"object", "of", "against"})
        for tie in ties_of_forms().get(tree.lower[token], ())
    )


def _undergoing(tree: Tree, token: int) -> Iterator[int]:
    things = list(tree.objects(token)) if tree.is_verb(token) else []
    if not tree.is_verb(token):
        preps = [prep for prep in tree.kids(token, "prep") if tree.lower[prep] in ("of", "against", "to")]
        things += [thing for prep in preps for thing in tree.kids(prep, "pobj")]
    for first in things:
        for thing in tree.joined(first):
            yield from _inner(tree, thing)


def _inner(tree: Tree, thing: int) -> Iterator[int]:
    """A thing, or what it makes: "the creation of [a terror corridor]"."""
    makes = any(tie.value == "keep" and "of" in tie.ties for tie in ties_of_forms().get(tree.lower[thing], ()))
    inner = [p for prep in tree.kids(thing, "prep") if tree.lower[prep] == "of" for p in tree.kids(prep, "pobj")]
    yield from (inner if makes and inner else [thing])


def _is_bad(tree: Tree, noun: int) -> bool:
    if not is_noun(tree, noun):
        return False
    parts = (noun, *tree.kids(noun, "amod", "compound", "nmod"))
    if any(tree.lower[owner] in ("our", "my") for owner in tree.kids(noun, "poss")):
        return False  # "you closed our theatre"
    blamed = any(word.value == "negative" for part in parts for word in words_at(tree, part, as_part=True))
    return blamed or any(tree.lower[part] in words_of("scourge") for part in parts)
