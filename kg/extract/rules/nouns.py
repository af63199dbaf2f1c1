"""Nouns as cues: "the ministry's claim that ...", "its call for talks", "criticism of the plan by the envoy"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.rules.drafts import Draft, characters
from kg.extract.rules.sources import source_range, subject_of
from kg.extract.rules.words import CONDITIONS, GIVING, MODALS, NEGATIONS, TAKING_BACK
from kg.model import Kind, Why

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.rules.cues import Cue, CueTable
    from kg.extract.rules.tree import Tree


def noun_cues(tree: Tree, table: CueTable) -> Iterator[Draft]:
    """Nouns of the table with a content behind them. A source is asked for, but where a that-clause follows."""
    for token, word in enumerate(tree.lower):
        cue = table.nouns.get(word)
        if cue is None or tree.tag[token] not in ("NN", "NNS") or tree.quoted[token] >= 0:
            continue
        content = _content(tree, token, cue)
        if content is None:
            continue
        frame, first, end = content
        source = _source(tree, token, frame)
        if source is None and frame != "clause":
            continue
        if any(tree.lower[child] in ("no", "any") for child in tree.children[token]):
            continue
        taken_back = _taken_back(tree, token)
        yield Draft(
            place=tree.start[token if taken_back is None else taken_back],
            source=() if source is None else (characters(tree, source),),
            cue=tuple(characters(tree, (one, one + 1)) for one in (taken_back, token) if one is not None),
            content=(characters(tree, (first, end)),),
            kind=cue.kind if taken_back is None else Kind.NON_ASSERTION,
            why=None if taken_back is None else Why.DENIED,
            lemma=cue.lemma,
            rule=f"noun-{frame}",
        )


def _taken_back(tree: Tree, token: int) -> int | None:
    """The verb of "withdrew its objection to": what is taken back is no longer held."""
    verb = tree.head[token]
    return verb if tree.dep[token] == "dobj" and tree.lower[verb] in TAKING_BACK else None


def _content(tree: Tree, token: int, cue: Cue) -> tuple[str, int, int] | None:
    if "is" in cue.frames and (found := _predicate(tree, token)) is not None:
        return found
    verb = tree.head[token]
    # Behind "withdrew its objection" the parser hangs the phrase on the verb.
    behind = [c for c in tree.children[verb] if c == token + 1] if tree.dep[token] == "dobj" else []
    for child in (*tree.children[token], *behind):
        if child < token:
            continue
        dep = tree.dep[child]
        if "clause" in cue.frames and dep in ("acl", "ccomp", "relcl") and tree.first[child] < child:
            first = tree.first[child]
            if tree.lower[first] == "that" and tree.dep[first] == "mark":
                return "clause", first + 1, tree.last[child] + 1
        if "inf" in cue.frames and dep == "acl" and tree.tag[child] == "VB" and tree.lower[tree.first[child]] == "to":
            return "inf", tree.first[child], tree.last[child] + 1
        if dep == "prep" and tree.lower[child] in cue.frames and tree.last[child] > child:
            return tree.lower[child], child + 1, tree.last[child] + 1
    return None


def _predicate(tree: Tree, token: int) -> tuple[str, int, int] | None:
    """ "Norland's position is that ...": the that-clause, where nothing denies or conditions it."""
    being = tree.head[token]
    if tree.dep[token] != "nsubj" or tree.lower[being] not in ("is", "was", "remains", "remained"):
        return None
    if any(
        tree.lower[child] in MODALS | CONDITIONS | NEGATIONS and tree.dep[child] in ("aux", "mark", "neg")
        for child in tree.children[being]
    ):
        return None
    for child in tree.children[being]:
        first = tree.first[child]
        if tree.dep[child] == "ccomp" and child > being and tree.lower[first] == "that" and tree.dep[first] == "mark":
            return "is", first + 1, tree.last[child] + 1
    return None


def _source(tree: Tree, token: int, frame: str) -> tuple[int, int] | None:
    owned = next((child for child in tree.children[token] if tree.dep[child] == "poss"), None)
    if owned is not None and tree.tag[owned] == "PRP$" and tree.dep[token] == "dobj" and token > tree.head[token]:
        # "Norland renewed its call for talks": "its" is who does it.
        verb = tree.head[token]
        subject = subject_of(tree, verb) if tree.lower[verb] in GIVING | TAKING_BACK else None
        if subject is not None:
            return source_range(tree, subject, verb)
    for child in tree.children[token]:
        if tree.dep[child] == "poss":
            end = child + 1
            first = tree.first[child]
            return (first, end) if tree.tag[child] != "PRP$" else (child, end)
        if (
            tree.dep[child] == "prep"
            and (tree.lower[child] in ("by", "from") or (tree.lower[child] == "of" and frame != "of"))
            and (head := tree.child(child, "pobj")) is not None
        ):
            return source_range(tree, head, token)
    verb = tree.head[token]
    if tree.dep[token] == "dobj" and tree.lower[verb] in GIVING:
        subject = subject_of(tree, verb)
        return None if subject is None else source_range(tree, subject, verb)
    return None
