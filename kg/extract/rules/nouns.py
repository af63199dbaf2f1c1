"""Nouns as cues: "the ministry's claim that ...", "its call for talks", "criticism of the plan by the envoy"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.rules.drafts import Draft, characters
from kg.extract.rules.sources import source_range, subject_of
from kg.extract.rules.words import GIVING

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
        yield Draft(
            place=tree.start[token],
            source=() if source is None else (characters(tree, source),),
            cue=(characters(tree, (token, token + 1)),),
            content=(characters(tree, (first, end)),),
            kind=cue.kind,
            lemma=cue.lemma,
            rule=f"noun-{frame}",
        )


def _content(tree: Tree, token: int, cue: Cue) -> tuple[str, int, int] | None:
    for child in tree.children[token]:
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


def _source(tree: Tree, token: int, frame: str) -> tuple[int, int] | None:
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
