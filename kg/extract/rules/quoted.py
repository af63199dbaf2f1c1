"""Cues inside quotations: "They told us that nobody was coming," she said. Second hand, where another's act is told."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract.rules.clauses import read_clause
from kg.extract.rules.drafts import characters, tidied
from kg.extract.rules.frames import match_content
from kg.extract.rules.kinds import is_unlikely
from kg.extract.rules.verbs import fitting_cue, verb_draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.rules.cues import CueTable
    from kg.extract.rules.drafts import Draft
    from kg.extract.rules.regions import Regions
    from kg.extract.rules.tree import Tree
_SHOWING: Final = frozenset({"documents and polls", "documents"})
"""Senses of cues that tell in a speaker's mouth of deeds, too: "they have shown that ..."."""
_FIRST_PERSON: Final = re.compile(r"\b(?:I|[Ww]e|[Mm]e|[Uu]s|[Mm]y|[Oo]ur)\b")
"""Words of the one who quotes: inside another one's content they would be read as that one's."""


def quoted_drafts(tree: Tree, table: CueTable, shadow: str, regions: Regions) -> Iterator[Draft]:
    """One draft for each cue verb inside a quotation whose source and content stand in the same quotation.

    Only what `Draft.nests` is true of: the speaker's own act or mind in his own words is no second attribution.
    """
    for first, last in tree.quote_bounds.values():
        for verb in range(first, last + 1):
            if not tree.is_verb(verb) or tree.dep[verb] in ("aux", "auxpass"):
                continue
            cues = table.verbs.get(tree.lower[verb])
            cue = None if cues is None else fitting_cue(tree, verb, cues)
            if cue is None or cue.sense in _SHOWING or is_unlikely(tree, verb, cue):
                continue
            clause = read_clause(tree, verb, cue)
            if clause.source is None or not first <= clause.source[0] < clause.source[1] <= last + 1:
                continue
            match = match_content(tree, clause, table)
            if match is None:
                continue
            pieces = tuple((max(begin, first), min(end, last + 1)) for begin, end in match.pieces)
            draft = verb_draft(tree, clause, replace(match, pieces=pieces), shadow, regions)
            if draft is None or not draft.nests:
                continue
            content = tidied(shadow, tuple(characters(tree, piece) for piece in pieces if piece[0] < piece[1]))
            content = tuple((start, _closed(shadow, start, end)) for start, end in content)
            if content and not _FIRST_PERSON.search(" ".join(shadow[start:end] for start, end in content)):
                yield replace(draft, content=content, is_speech=False, is_told=True)


def _closed(shadow: str, start: int, end: int) -> int:
    """End of a piece with the closing mark of the single quotation that it opens ("it ‘a trap’")."""
    opens = shadow.count(" '", start, end) > shadow.count("' ", start, end)
    return end + (opens and shadow[end : end + 1] == "'")
