"""Whether a content plainly informs: where, when, how many, what was decided; no wish, no judgement, no refusal.

Only then is a statement said to be neutral. That no judging word was found is not enough: it may be one that no table
holds. So each main clause must have a verb of a closed list, and nothing in it that judges even under a "not".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.reading.clauses import tops
from kg.statements.reading.wordlists import words_of
from kg.statements.stance.evaluation import words_at

if TYPE_CHECKING:
    from kg.statements.reading.syntax import Tree

_MODALS: Final = frozenset(
    {
        "will",
        "would",
        "'ll",
        "has",
        "have",
        "had",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "to",
        "did",
        "'s",
        "'ve",
    }
)
_SLANTED: Final = frozenset(
    {
        "too",
        "even",
        "merely",
        "finally",
        "unfortunately",
        "sadly",
        "fortunately",
        "simply",
        "surely",
        "never",
        "nothing",
        "nobody",
        "none",
        "enough",
        "at least",
        "so-called",
        "more",
        "less",
        "better",
        "worse",
    }
)
_LINKS: Final = frozenset(
    {"be", "am", "is", "are", "was", "were", "been", "'s", "'re", "remain", "remains", "remained", "became", "become"}
)
_HARDLY: Final = frozenset({"no", "little", "few", "any", "scant", "enough", "much"})
_DECIDED: Final = frozenset(
    {"taken", "made", "reached", "set", "fixed", "scheduled", "announced", "planned", "received"}
)


def is_plain(tree: Tree, tokens: range) -> bool:
    """True where everything in a range of tokens plainly informs."""
    verbs = [verb for top in tops(tree, tokens) for verb in tree.joined(top)]
    if not verbs or not all(_is_plain_clause(tree, verb) for verb in verbs):
        return False
    return not any(
        tree.lower[token] in _SLANTED
        or tree.lower[token] in ("?", "!", "if", "unless", "because", "but")
        or any(word.value != "goal" and word.value != "action" for word in words_at(tree, token))
        for token in tokens
    )


def _is_plain_clause(tree: Tree, verb: int) -> bool:
    if not tree.is_verb(verb) or tree.modals(verb) - _MODALS:
        return False
    if any(tree.lower[d] in _HARDLY for o in tree.kids(verb, "dobj", "attr") for d in tree.kids(o, "det", "amod")):
        return False  # "we have no intention", "had little hope"
    if tree.is_negated(verb):
        subject = tree.subject(verb)
        is_open = subject is not None and tree.has_no(subject) and tree.lower[subject] in words_of("plan")
        such = subject is not None and any(tree.lower[k] == "such" for k in tree.children[subject])
        return is_open and not such and tree.lower[verb] in _DECIDED
    if tree.lower[verb] in _LINKS:
        if any(tree.lower[one] not in words_of("plain-noun") for one in tree.kids(verb, "attr")):
            return False  # "is a gift", "is a wall": a noun that describes may be a picture
        described = list(tree.kids(verb, "acomp", "oprd"))
        return all(tree.lower[one] in words_of("plain-adjective") for one in described)
    return tree.lower[verb] in words_of("plain-verb") or (tree.is_passive(verb) and tree.lower[verb] in _DECIDED)
