"""Applies every rule to one string: the drafts as found, before they are compared with each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.rules.accordings import according_to, in_words_of
from kg.extract.rules.acts import is_blow
from kg.extract.rules.drafts import Draft, tidied
from kg.extract.rules.introduced import introduced_quotations, names_speaker, told_in_next, unclaimed
from kg.extract.rules.marks import demands_in_list, headline_labels, introductions, labelled_quotations
from kg.extract.rules.nouns import noun_cues
from kg.extract.rules.official import operative_paragraphs, printed_speeches
from kg.extract.rules.quoted import quoted_drafts
from kg.extract.rules.stands import stand_drafts
from kg.extract.rules.tree import Tree, build_tree
from kg.extract.rules.verbs import verb_drafts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.rules.cues import CueTable
    from kg.extract.rules.regions import Regions
    from kg.text import AnnotatedString


@dataclass(frozen=True, slots=True)
class RuleReading:
    """What the rules found in one string.

    trees: by paragraph, in text order. labelled: drafts whose cue is a mark or an introduction. drafts: all others.
    """

    trees: dict[int, list[Tree]]
    labelled: list[Draft]
    drafts: list[Draft]
    quoted: list[Draft]
    """Of cues inside quotations: kept only where the quotation is somebody's."""


def read_drafts(string: AnnotatedString, regions: Regions, table: CueTable) -> RuleReading:
    """All drafts of a string but those of turns; bylines, datelines, tails and questions are not read."""
    drafts: list[Draft] = []
    trees: dict[int, list[Tree]] = {}
    for parse in string.parses:
        if string.paragraphs[parse.paragraph].role not in ("byline", "dateline", "tail", "question"):
            tree = build_tree(parse, regions)
            trees.setdefault(parse.paragraph, []).append(tree)
            drafts += _drafts(tree, string, regions, table)
    labelled = [*labelled_quotations(string, trees), *introductions(string, trees, table)]
    labelled += demands_in_list(string, trees, table)
    labelled += [*operative_paragraphs(string, trees, table), *printed_speeches(string, trees, table)]
    shadow = string.shadow.string
    introduced = unclaimed(
        _introduced(trees, shadow),
        [*labelled, *(draft for draft in drafts if names_speaker(draft, shadow))],
    )
    drafts = [
        *introduced,
        *(draft for draft in drafts if names_speaker(draft, shadow)),
        *unclaimed((draft for draft in drafts if not names_speaker(draft, shadow)), introduced),
    ]
    quoted = [
        draft for here in trees.values() for tree in here for draft in quoted_drafts(tree, table, shadow, regions)
    ]
    return RuleReading(trees, labelled, drafts, quoted)


def _introduced(trees: dict[int, list[Tree]], shadow: str) -> Iterator[Draft]:
    for number, here in trees.items():
        before = trees.get(number - 1)
        if before:
            yield from told_in_next(before[-1], here[0], shadow)
        for tree in here:
            yield from introduced_quotations(tree, shadow)


def _drafts(tree: Tree, string: AnnotatedString, regions: Regions, table: CueTable) -> Iterator[Draft]:
    shadow = string.shadow.string
    for draft in (*according_to(tree), *in_words_of(tree), *noun_cues(tree, table), *stand_drafts(tree, shadow, table)):
        content = tidied(shadow, regions.grown(draft.content))
        if content:
            yield replace(draft, content=content)
    is_title = string.name == "title" or (tree.paragraph == 0 and len(tree) < 25)
    yield from headline_labels(string, tree, is_title=is_title)
    yield from (draft for draft in verb_drafts(tree, table, shadow, regions) if not is_blow(draft, string))
