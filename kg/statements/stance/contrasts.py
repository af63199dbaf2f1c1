"""What "not" sets against what a word judges: "blamed the ministry, not [the crews]", "praised all but [the clinic]".

Who is blamed instead of somebody clears that one; who praises all but one leaves out that one on purpose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.reading.phrases import is_noun
from kg.statements.stance.view import WORD_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.view import Found, StanceView

_JUDGING: Final = frozenset({"blame", "criticise", "praise", "endorse", "reject"})
"""Acts that a contrast turns round; a demand or threat of one says nothing of another."""
_PREFERRING: Final = frozenset({"prefer", "prefers", "preferred", "preferring"})
_YIELDING: Final = frozenset({"though", "albeit", "if", "but"})


def contrasted(tree: Tree, token: int) -> Iterator[int]:
    """Nouns set against a noun by "not", "rather than" or "prefer ... to", in text order."""
    denied = any(tree.dep[child] == "neg" and child > token for child in tree.children[token])
    for child in tree.kids(token, "conj", "appos"):
        if child > token and is_noun(tree, child) and (denied or any(tree.kids(child, "neg"))):
            yield child
        elif child > token and is_noun(tree, child) and tree.is_put_right(token, child):
            yield child  # "it was not the pilots who erred but [the tower]"
    for clause in tree.kids(token, "relcl"):  # the same where the parse joins it to the clause
        yield from (o for o in tree.kids(clause, "conj") if is_noun(tree, o) and tree.is_put_right(token, o))
    for link in tree.kids(token, "cc"):
        if tree.lower[link - 1 : link + 1] == ["rather", "than"]:
            yield from tree.kids(link, "pobj")
    above = tree.head[token]
    if tree.dep[token] == "dobj":
        for other in tree.kids(above, "advcl", "conj"):  # "though not [the command]", read as a clause of its own
            if other > token and is_noun(tree, other) and any(tree.kids(other, "neg")):
                yield other
        for other in tree.kids(above, "dobj"):
            if other > token and tree.lower[token + 1 : other].count("not") and "if" in tree.lower[token + 1 : other]:
                yield other  # "if not [the hospital board]"
        for prep in tree.kids(above, "prep"):
            if tree.lower[prep] == "to" and tree.lower[above] in _PREFERRING:
                yield from tree.kids(prep, "pobj")
            elif prep > token and tree.lower[prep] in _YIELDING:
                yield from (thing for thing in tree.kids(prep, "pobj") if any(tree.kids(thing, "neg")))
    if tree.dep[token] == "pobj" and tree.dep[above] == "prep":
        for prep in tree.kids(tree.head[above], "prep"):
            if prep > token and tree.lower[prep] == tree.lower[above] and any(tree.kids(prep, "neg")):
                yield from tree.kids(prep, "pobj")


def set_against(view: StanceView, found: Iterable[Found]) -> list[Found]:
    """The opposite of each judgement, for what stands against its target."""
    against: list[Found] = []
    for polarity, act, span, reference, _ in found:
        tree = view.reading.tree_at(reference.start)
        if tree is None or act not in _JUDGING:
            continue
        tokens = tree.tokens(reference.start, reference.end)
        for head in (token for token in tokens if tree.head[token] not in tokens):
            for token in contrasted(tree, head):
                for other in view.others(view.named(tree, token)):
                    if polarity == "positive":
                        against.append(("negative", "criticise", span, other, WORD_CONFIDENCE))
                    else:
                        against.append(("positive", "endorse", span, other, WORD_CONFIDENCE))
    return against
