"""Whom a cue judges: what it governs, whom it addresses, who did what is deplored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.reading.clauses import tops
from kg.statements.reading.phrases import is_noun
from kg.statements.reading.wordlists import words_of
from kg.statements.stance.attitudes import ties_of_forms
from kg.statements.stance.worries import CARED_FOR

if TYPE_CHECKING:
    from kg.model import Span
    from kg.statements.reading.cues import CueStance
    from kg.statements.reading.strings import Reference
    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.view import Found, StanceView

_APOLOGISING: Final = frozenset({"apologise", "apologize"})


def pitied(view: StanceView) -> tuple[Reference, ...]:
    """Those for whom somebody is sorry: "concern [for the families]"."""
    for tree, tokens in view.pieces(view.attribution.content[:1]):
        before = tree.lower[tokens[0] - 1 : tokens[0]]
        is_for = bool(tokens) and (tree.lower[tokens[0]] == "for" or before == ["for"])
        if tokens and not is_for:
            kin = [
                h for top in tops(tree, tokens) for h in (top, *tree.kids(top, "pobj")) if tree.lower[h] in CARED_FOR
            ]
            return view.others(r for head in kin[:1] for r in view.named(tree, head))
        if is_for:
            heads = [h for top in tops(tree, tokens) for h in (top, *tree.kids(top, "pobj")) if is_noun(tree, h)]
            return view.others(r for head in heads[:1] for r in view.named(tree, head))
    return ()


def doer(view: StanceView) -> tuple[Reference, ...]:
    """Who did what is deplored: "deplored that [the council] had broken its word". Not who only suffered it."""
    for tree, tokens in view.pieces(view.attribution.content):
        for top in tops(tree, tokens):
            clauses = [top] if tree.is_verb(top) else list(tree.kids(top, "acl", "ccomp"))
            for verb in clauses:
                subject = tree.subject(verb)
                if subject is None or subject not in tokens:
                    continue
                if any(tree.lower[owner] in ("our", "my") for owner in tree.kids(subject, "poss")):
                    continue  # "protested that our pilots had nothing to do with it"
                if not tree.is_passive(verb) and tree.lower[verb] not in words_of("suffer"):
                    return view.others(view.named(tree, subject))
    return ()


def apologies(view: StanceView, cue: CueStance) -> list[Found]:
    """To whom and for what somebody apologises: sorry for them, and for the deed."""
    found: list[Found] = []
    if cue.lemma not in _APOLOGISING:
        return found
    shown = view.attribution.cue[0]
    found += [("positive", "sympathise", shown, one, 1.0) for one in addressed(view)]
    for tree, tokens in view.pieces(view.attribution.content):
        for top in tops(tree, tokens):
            things = tree.kids(top, "pobj") if tree.lower[top] == "for" else iter([top])
            judged = view.others(one for thing in things if is_noun(tree, thing) for one in view.named(tree, thing))
            found += [("negative", "criticise", shown, one, 1.0) for one in judged]
    return found


def governed(view: StanceView, *, is_event: bool) -> tuple[Reference, ...]:
    """Whom the cue judges: its own object where the extractor found one, else who heads the content."""
    # Content comes after: "criticized [the panel] for ...", else "criticized [the panel's work]".
    for spans in (view.attribution.target, view.attribution.content):
        if spans and (found := _heading(view, spans, is_event=is_event)):
            return found
    return ()


def _heading(view: StanceView, spans: tuple[Span, ...], *, is_event: bool) -> tuple[Reference, ...]:
    heads: list[Reference] = []
    pieces = list(view.pieces(spans))
    below = [(tree, tokens) for tree, tokens in pieces if _hangs_on_cue(view, tree, tokens)]
    # Of "rejected the claim. “We opened our books”" the second piece is no object of the cue.
    for tree, tokens in below or pieces:
        top = next((t for t in tokens if tree.head[t] not in tokens or tree.head[t] == t), None)
        if top is not None and tree.dep[top] == "prep":
            top = next(tree.kids(top, "pobj"), None)  # "balked [at the idea]"
        if top is not None and (lost := _undone_above(tree, top)) is not None:
            top = lost
        if top is not None and tree.lower[top] == "fact":
            continue  # "deplored the fact that ..." goes to who did it
        if top is not None and tree.tag[top][:1] in ("N", "P", "W", "D"):
            heads += [r for head in tree.joined(top) for r in view.governed_with(tree, head, is_event=is_event)]
    return view.others(heads)


def _hangs_on_cue(view: StanceView, tree: Tree, tokens: range) -> bool:
    """True where a piece hangs, perhaps by its preposition, on a word of the cue."""
    top = next((t for t in tokens if tree.head[t] not in tokens or tree.head[t] == t), None)
    if top is None:
        return False
    places = [view.reading.source.locate(span) for span in view.attribution.cue]
    return any(start <= tree.start[above] < end for above in list(tree.above(top))[:2] for start, end in places)


def _undone_above(tree: Tree, token: int) -> int | None:
    """The noun that ends or lacks what the token names: of the deplored "[loss] of trust" trust is not deplored."""
    link = tree.head[token]
    if tree.dep[token] != "pobj" or tree.lower[link] != "of":
        return None
    above = tree.head[link]
    is_undoing = any(
        tie.word_class == "noun" and tie.value == "turn" for tie in ties_of_forms().get(tree.lower[above], ())
    )
    return above if is_undoing and is_noun(tree, above) else None


def addressed(view: StanceView) -> tuple[Reference, ...]:
    """Who is to act: the addressee, else the subject of what is demanded ("urged [them] to share")."""
    found = [r for span in view.attribution.addressee for r in view.overlapping(span)]
    found = found or [r for span in view.attribution.target for r in view.overlapping(span)]
    if not found:
        for tree, tokens in view.pieces(view.attribution.content[:1]):
            verb = next((t for t in tokens if tree.is_verb(t) and "to" in tree.modals(t)), None)
            if verb is None:
                verb = next((top for top in tops(tree, tokens) if tree.is_verb(top)), None)
            subject = tree.subject(verb) if verb is not None else None
            if subject is not None and subject in tokens:
                found = list(view.named(tree, subject))
    return view.others(found)


def objects_of_cue(view: StanceView) -> tuple[Reference, ...]:
    """Whom the verb of the cue takes as its object: "warned [Estmark] that ..."."""
    found: list[Reference] = []
    for tree, tokens in view.pieces(view.attribution.cue[:1]):
        roots = (t for t in tokens if tree.is_verb(t) and (tree.head[t] not in tokens or tree.head[t] == t))
        found += [r for root in roots for t in tree.kids(root, "dobj", "dative") for r in view.named(tree, t)]
    return view.others(found)


def first_named(view: StanceView) -> Reference | None:
    """What a naming cue names: the first thing or actor of its object or content ("called [it] a waste")."""
    for tree, tokens in view.pieces((*view.attribution.target, *view.attribution.content)):
        for token in tokens:
            found = view.reading.topic_at(tree, token) or view.reading.naming(tree, token)
            if found is not None:
                return next(iter(view.others([found])), None)
    return None
