"""Puts the rules together: one string at a time, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.rules.accordings import according_to
from kg.extract.rules.circumstances import read_circumstances
from kg.extract.rules.clauses import match_content, particle_of, read_clause
from kg.extract.rules.continuing import continue_quotations
from kg.extract.rules.cues import load_cues
from kg.extract.rules.drafts import Draft, characters, tidied
from kg.extract.rules.kinds import is_too_vague, is_unlikely, kind_of
from kg.extract.rules.marks import headline_labels, introductions, labelled_quotations, turns
from kg.extract.rules.nesting import nested, without_doubles
from kg.extract.rules.nouns import noun_cues
from kg.extract.rules.speech import match_speech, speaker_beside
from kg.extract.rules.surrounds import clause_end, match_surrounds
from kg.extract.rules.tree import build_tree
from kg.model import Attribution, Mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.rules.clauses import Clause
    from kg.extract.rules.cues import Cue
    from kg.extract.rules.drafts import Range
    from kg.extract.rules.tree import Tree
    from kg.text import AnnotatedString, AnnotatedText, Quotation


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
        drafts = without_doubles([*labelled_quotations(string), *introductions(string, trees, self._table), *drafts])
        drafts = nested([*turns(string), *continue_quotations(drafts, string)])
        done = (assemble(string, draft) for draft in drafts)
        return [attribution for attribution in done if attribution is not None]

    def _drafts(self, tree: Tree, string: AnnotatedString) -> Iterator[Draft]:
        yield from according_to(tree)
        yield from noun_cues(tree, self._table)
        is_title = string.name == "title" or (tree.paragraph == 0 and len(tree) < 25)
        yield from headline_labels(string, tree, is_title=is_title)
        taken: list[tuple[int, int]] = []
        for token in range(len(tree)):
            cues = self._table.verbs.get(tree.lower[token])
            if (
                cues is None
                or not tree.is_verb(token)
                or tree.quoted[token] >= 0
                or tree.dep[token] in ("aux", "auxpass")
            ):
                continue
            cue = _fitting(tree, token, cues)
            if cue is None or is_unlikely(tree, token, cue):
                continue
            clause = read_clause(tree, token, cue)
            draft = self._verb_draft(tree, clause, string, taken)
            if draft is not None:
                if draft.rule in ("verb-quote", "verb-around"):
                    taken.append((clause.first, clause_end(tree, clause) + 1))
                yield draft

    def _verb_draft(
        self, tree: Tree, clause: Clause, string: AnnotatedString, taken: list[tuple[int, int]]
    ) -> Draft | None:
        speaks = "clause" in clause.cue.frames
        match = match_speech(tree, clause, taken) if speaks else None
        if match is not None or (
            clause.subject is not None and tree.tag[clause.subject] in ("SYM", "NFP", "XX", "IN", ":")
        ):
            clause = _with_speaker(tree, clause)
        if match is None:
            if clause.source is None and speaks and tree.tag[clause.verb] in ("VBD", "VBZ", "VBP"):
                clause = _with_speaker(tree, clause)
            match = match_content(tree, clause, self._table)
            if speaks and match is None:
                match = match_surrounds(tree, clause, taken)
        if match is None:
            return None
        pieces = tuple(characters(tree, piece) for piece in match.pieces if piece[0] < piece[1])
        content = tidied(string.shadow.string, _with_quotes(pieces, string.quotations))
        if not content:
            return None
        kind, why = kind_of(tree, clause, match.frame)
        if is_too_vague(tree, clause, match.frame, kind):
            return None
        around = read_circumstances(tree, clause, match)
        cue = [characters(tree, (clause.verb, clause.verb + 1))]
        if match.cue_tail is not None:
            cue.append(characters(tree, (match.cue_tail, match.cue_tail + 1)))
        return Draft(
            place=tree.start[clause.verb],
            source=(characters(tree, clause.source),) if clause.source else (),
            cue=tuple(cue),
            content=content,
            kind=kind,
            why=why,
            lemma=clause.cue.lemma,
            target=_ranges(tree, around.target),
            addressee=_ranges(tree, around.addressee),
            when=_ranges(tree, around.when),
            medium=characters(tree, around.medium) if around.medium else None,
            rule=f"verb-{match.frame}",
            is_speech=speaks,
        )


def _ranges(tree: Tree, tokens: tuple[tuple[int, int], ...]) -> tuple[Range, ...]:
    return tuple(characters(tree, piece) for piece in tokens)


def _with_speaker(tree: Tree, clause: Clause) -> Clause:
    """Beside a quotation the parse often fails: without a usable subject, the phrase next to the cue is taken."""
    subject = clause.subject
    if subject is not None and tree.quoted[subject] < 0 and tree.tag[subject] not in ("SYM", "NFP", "XX", "IN", ":"):
        return clause
    beside = speaker_beside(tree, clause.verb)
    return replace(clause, subject=None if beside is None else beside[1] - 1, source=beside)


def _fitting(tree: Tree, token: int, cues: tuple[Cue, ...]) -> Cue | None:
    particle = particle_of(tree, token)
    for cue in cues:
        if cue.particle is not None and cue.particle == particle:
            return cue
    return next((cue for cue in cues if cue.particle is None), None)


def _with_quotes(pieces: tuple[Range, ...], quotations: tuple[Quotation, ...]) -> tuple[Range, ...]:
    """Content that covers much of a quotation grows to all of it."""
    grown = []
    for start, end in pieces:
        for quotation in quotations:
            if quotation.depth == 0 and quotation.start < end and start < quotation.end and quotation.closed:
                shared = min(end, quotation.end) - max(start, quotation.start)
                if shared * 5 >= 2 * (quotation.end - quotation.start):
                    start, end = min(start, quotation.inner_start), max(end, quotation.inner_end)
        grown.append((start, end))
    return tuple(grown)


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
        outer=draft.outer,
    )
