"""Puts the rules together: one string at a time, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.rules.accordings import according_to, in_words_of
from kg.extract.rules.continuing import continue_quotations
from kg.extract.rules.cues import load_cues
from kg.extract.rules.drafts import Draft, tidied, with_quotations
from kg.extract.rules.marks import headline_labels, introductions, labelled_quotations, turns
from kg.extract.rules.nesting import nested, without_doubles
from kg.extract.rules.nouns import noun_cues
from kg.extract.rules.precision import confidence_of
from kg.extract.rules.tree import build_tree
from kg.extract.rules.verbs import verb_drafts
from kg.model import Attribution, Mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.rules.tree import Tree
    from kg.text import AnnotatedString, AnnotatedText


class RulesExtractor:
    """Attributions by rules (docs/design/attribution.md tells them one by one)."""

    name = "rules"
    version = "1"

    def __init__(self) -> None:
        self._table = load_cues()

    def extract(self, text: AnnotatedText) -> tuple[Attribution, ...]:
        """All attributions of title and text, title first."""
        found: list[Attribution] = []
        for string in (text.title, text.text):
            found += self._extract_string(string)
        return tuple(found)

    def _extract_string(self, string: AnnotatedString) -> list[Attribution]:
        drafts: list[Draft] = []
        outer = [
            (q.start, q.end, n) for n, q in enumerate(string.quotations) if q.depth == 0 and (q.closed or q.continues)
        ]
        trees: dict[int, list[Tree]] = {}
        for parse in string.parses:
            paragraph = string.paragraphs[parse.paragraph]
            if paragraph.role in ("byline", "dateline", "tail"):
                continue
            here = [q for q in outer if q[0] < paragraph.end and q[1] > paragraph.start]
            tree = build_tree(parse, here)
            trees.setdefault(parse.paragraph, []).append(tree)
            drafts += self._drafts(tree, string)
        drafts = without_doubles(
            [*labelled_quotations(string, trees), *introductions(string, trees, self._table), *drafts]
        )
        drafts = nested([*turns(string), *continue_quotations(drafts, string)])
        done = (assemble(string, draft) for draft in drafts)
        return [attribution for attribution in done if attribution is not None]

    def _drafts(self, tree: Tree, string: AnnotatedString) -> Iterator[Draft]:
        for draft in (*according_to(tree), *in_words_of(tree), *noun_cues(tree, self._table)):
            content = tidied(string.shadow.string, with_quotations(draft.content, string.quotations))
            if content:
                yield replace(draft, content=content)
        is_title = string.name == "title" or (tree.paragraph == 0 and len(tree) < 25)
        yield from headline_labels(string, tree, is_title=is_title)
        yield from verb_drafts(tree, self._table, string)


def assemble(string: AnnotatedString, draft: Draft) -> Attribution | None:
    """The attribution that a draft stands for, None where nothing of its content is left."""
    if not draft.content:
        return None
    span = string.span
    inside = [
        q
        for q in string.quotations
        if q.depth == 0 and any(q.start < end and start < q.end for start, end in draft.content)
    ]
    quoted = sum(min(e, q.end) - max(s, q.start) for q in inside for s, e in draft.content if q.start < e and s < q.end)
    length = sum(end - start for start, end in draft.content)
    mode = Mode.INDIRECT if not inside else Mode.DIRECT if quoted >= length - 2 else Mode.MIXED
    if draft.is_verbatim:
        mode = Mode.DIRECT
    return Attribution(
        source=tuple(span(*piece) for piece in draft.source),
        cue=tuple(span(*piece) for piece in draft.cue),
        content=tuple(span(*piece) for piece in draft.content),
        kind=draft.kind,
        why=draft.why,
        mode=mode,
        quotes=tuple(span(q.inner_start, q.inner_end) for q in inside),
        cue_lemma=draft.lemma,
        addressee=tuple(span(*piece) for piece in draft.addressee),
        target=tuple(span(*piece) for piece in draft.target),
        when=tuple(span(*piece) for piece in draft.when),
        medium=span(*draft.medium) if draft.medium else None,
        rule=draft.rule,
        confidence=confidence_of(draft.rule),
        outer=draft.outer,
    )
