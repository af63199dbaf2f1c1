"""Whether a judging word stands as the speaker's own, plain view, seen from what is above it in the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.extract.rules.cues import verb_forms
from kg.statements.reading.cues import cue_table
from kg.statements.stance.forms import all_forms

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.statements.reading.syntax import Tree

_UNDOING: Final = all_forms(
    *[
        "end",
        "stop",
        "halt",
        "prevent",
        "avoid",
        "combat",
        "fight",
        "counter",
        "reduce",
        "curb",
        "ease",
        "overcome",
        "resolve",
        "reject",
        "deny",
        "dismiss",
        "refute",
        "lift",
        "tackle",
        "eliminate",
        "remove",
        "mitigate",
        "deter",
        "eradicate",
        "cease",
        "avert",
        "defuse",
        "refrain",
        "abandon",
        "oppose",
        "address",
        "solve",
        "settle",
        "minimise",
        "minimize",
    ]
) | frozenset(
    [
        "lacks",
        "lacked",
        "lacking",
        "against",
        "without",
        "end",
        "prevention",
        "avoidance",
        "absence",
        "reduction",
        "elimination",
        "anti",
    ]
)
"""Above a bad thing, these make it less: "to end the violence", "the fight against terrorism"."""
_FAILING: Final = frozenset(form for lemma in ("fail", "refuse", "decline", "cease") for form in verb_forms(lemma))
"""With "to" and a verb these say that it was not done."""
_SCANT: Final = frozenset({"little", "few", "scant", "scarce"})
"""With a noun these nearly deny it: "little hope"."""
_CLAIMS: Final = frozenset(
    {"accusation", "allegation", "assertion", "claim", "charge", "contention", "insinuation", "notion", "suggestion"}
    | {"accusations", "allegations", "assertions", "claims", "charges", "contentions", "insinuations", "suggestions"}
)
"""With a clause these tell what somebody else says."""
_ONLY: Final = frozenset({"beyond", "except", "but", "besides"})
_NO_MEANS: Final = frozenset({"means", "way", "sense", "respect", "time", "circumstances"})
_FINDING: Final = frozenset(
    form for verb in ("consider", "call", "deem", "judge", "believe", "declare") for form in verb_forms(verb)
) | {"find", "finds", "found", "finding", "think", "thinks", "thought"}
_OPEN: Final = frozenset({"would", "could", "might", "may", "should"})
_WONDERING: Final = frozenset(form for verb in ("wonder", "ask", "know", "see") for form in verb_forms(verb))
_REPORTING: Final = frozenset(
    form
    for lemma, cue in cue_table().items()
    if " " not in lemma and cue.cue_class not in ("factive", "commissive")
    for form in verb_forms(lemma)
)


def is_weakened(tree: Tree, token: int, within: range, is_shifted: bool = False, *, is_warned_of: bool = False) -> bool:
    """True under a word that undoes it, under "if", in a question, or under a verb negated or only possible.

    `is_shifted`: "would" is the past of "will" here and leaves nothing open ("she said the fee would go").
    `is_warned_of`: a bad thing that may come is judged all the same ("the dam could ruin the valley"); not what might
    have been.
    """
    open_modals = _OPEN - {"would"} if is_shifted else _OPEN
    if is_warned_of:
        open_modals = _OPEN if "have" in _all_modals(tree, token) else frozenset({"should"})
    if any(tree.lower[child] in ("if", "unless", "whether") for child in tree.kids(token, "mark")):
        return True
    if _modals(tree, token) & open_modals and not tree.is_negated(token):
        return True
    if _is_compared(tree, token) or _is_wondered(tree, token):
        return True
    below = token
    for above in tree.above(token):
        if above not in within:
            break
        if tree.lower[above] in _UNDOING or tree.has_no(above):
            return True
        is_clause_of = tree.dep[below] in ("acl", "ccomp", "relcl") and tree.tag[above][:2] == "NN"
        if is_clause_of and any(tree.lower[child] in _SCANT for child in tree.kids(above, "amod", "det")):
            return True  # "little evidence that the office was honest"
        if any(tree.lower[child] in ("if", "unless", "whether") for child in tree.kids(above, "mark")):
            return True
        if tree.dep[below] == "prep" and tree.lower[below] in _ONLY:
            return False  # "does not extend beyond strangling" says that there is nothing else
        describes = tree.dep[below] in ("attr", "acomp") or is_cleft_away(tree, below) or _is_found_so(tree, below)
        is_beside = tree.dep[below] in ("conj", "nsubj", "advcl")
        if not describes and not is_beside and (any(tree.kids(above, "neg")) or tree.is_yet_to(above)):
            return True
        if tree.dep[below] in ("attr", "acomp", "dobj") and _modals(tree, above) & open_modals:
            return True
        below = above
    return _is_asked(tree, token)


def _is_wondered(tree: Tree, token: int) -> bool:
    """True for "the least bad", and in what somebody wonders: "I wonder why it was bad"."""
    if tree.lower[token - 1 : token] in (["least"], ["less"]):
        return True
    for verb in (token, tree.head[token]):
        if any(tree.lower[child] in ("why", "how") for child in tree.kids(verb, "advmod")):
            return tree.lower[tree.head[verb]] in _WONDERING
    return False


def _modals(tree: Tree, verb: int) -> set[str]:
    """Modals of a verb; of one joined to another, which share a subject, that one's: "could slip or [fall]"."""
    own = tree.modals(verb)
    if not own and tree.dep[verb] == "conj" and not any(tree.kids(verb, "nsubj", "nsubjpass")):
        return tree.modals(tree.head[verb])
    return own


def _all_modals(tree: Tree, token: int) -> set[str]:
    """Modals of a word, or of the verb that it hangs on."""
    verb = token if tree.is_verb(token) else tree.head[token]
    return _modals(tree, verb)


def _is_compared(tree: Tree, token: int) -> bool:
    """True behind "than": "rather than sign", "would sooner resign than vote for it"."""
    return any(
        tree.lower[child] == "than"
        for at in (token, tree.head[token])
        for child in tree.kids(at, "mark", "prep", "cc")
        if child < token
    ) or (tree.dep[token] in ("pobj", "pcomp") and tree.lower[tree.head[token]] == "than")


def is_hypothetical(tree: Tree, token: int, within: range) -> bool:
    """True in a question, and under an "if", "unless" or "whether" at the token or above it."""
    for verb in (token, *tree.above(token)):
        if verb not in within:
            break
        if any(tree.lower[child] in ("if", "unless", "whether") for child in tree.kids(verb, "mark")):
            return True
    return _is_asked(tree, token)


def is_denied(tree: Tree, token: int) -> bool:
    """True where the word itself is denied: "not fair", "far from fair", "anything but fair", "fails to help"."""
    if tree.is_negated(token) or tree.lower[token - 1 : token] == ["no"]:
        return True  # "is not fair", "is no good"
    head = tree.head[token]
    if tree.dep[token] in ("attr", "acomp", "oprd") and tree.is_negated(head):
        return True
    if tree.dep[token] == "amod" and tree.dep[head] == "attr" and (tree.is_negated(head) or is_denied(tree, head)):
        return True  # "is not even a legitimate state"
    if is_cleft_away(tree, token) or _is_of_nothing(tree, token):
        return True
    # What stands before it, articles and adjectives left out: "anything but [a great] success".
    before = [
        tree.lower[t]
        for t in range(max(0, token - 5), token)
        if (tree.tag[t][:2] not in ("JJ", "DT") or tree.lower[t] in ("less", "far")) and tree.lower[t] != "being"
    ]
    if before[-2:] in (["far", "from"], ["anything", "but"], ["less", "than"]) or (
        before[-1:] == ["from"] and "far" in tree.lower[max(0, token - 4) : token]
    ):
        return True
    if any(tree.lower[child] in _SCANT for child in tree.kids(token, "amod", "det")):
        return True
    if _is_by_no_means(tree, token) or (not tree.is_verb(token) and _is_by_no_means(tree, head)):
        return True
    if _is_found_so(tree, token) and tree.is_negated(head):
        return True
    return tree.dep[token] == "xcomp" and tree.lower[head] in _FAILING and not tree.is_negated(head)


def _is_of_nothing(tree: Tree, token: int) -> bool:
    """True for "did nothing [wrong]", "there was nothing [unfair] about it"."""
    return tree.lower[token - 1 : token] == ["nothing"] and tree.head[token] == token - 1


def _is_by_no_means(tree: Tree, token: int) -> bool:
    """True for "is by no means a failure", "was in no way to blame"."""
    return any(
        tree.lower[prep] in ("by", "in", "at") and tree.lower[thing] in _NO_MEANS and tree.has_no(thing)
        for prep in tree.kids(token, "prep")
        for thing in tree.kids(prep, "pobj")
    )


def _is_found_so(tree: Tree, token: int) -> bool:
    """True for what somebody finds something to be: "did not find the verdict [unjust]"."""
    return (
        tree.dep[token] in ("ccomp", "oprd")
        and tree.tag[token][:1] in "JN"
        and tree.lower[tree.head[token]] in _FINDING
    )


def is_cleft_away(tree: Tree, token: int) -> bool:
    """True in what somebody else did: "it was not the farmers who [cheated]"."""
    noun = tree.head[token]
    if tree.dep[token] not in ("relcl", "ccomp"):
        return False
    verb = noun if tree.is_verb(noun) else tree.head[noun]
    if tree.lower[verb] not in ("was", "is", "were", "'s") or not any(
        tree.tag[k] in ("WDT", "WP") for k in tree.kids(token, "nsubj")
    ):
        return False
    subject = tree.subject(verb)
    if subject is None or tree.lower[subject] != "it":
        return False
    # "It was [the militia], not the farmers, that did it": what "not" leads in after the noun is somebody else.
    denials = [k for at in (verb, noun) for k in tree.kids(at, "neg")]
    is_denied = any(k < noun or tree.is_verb(noun) for k in denials)
    return is_denied or (not denials and (tree.is_negated(verb) or tree.is_negated(noun)))


def belongs_to_speaker(tree: Tree, token: int, within: range, is_own: Callable[[Tree, int, range], bool]) -> bool:
    """False where the word lies under a verb of saying or judging of somebody else: "X accuses Y of aggression"."""
    below = clause = token
    for verb in (token, *tree.above(token)):
        if verb not in within:
            return True
        is_apart = tree.dep[below] == "conj" and below != verb and any(tree.kids(below, "nsubj", "nsubjpass"))
        below = verb
        if is_apart:
            continue  # "X calls it a trap, and that is not fair": the second clause is not X's
        if tree.lower[verb] in _CLAIMS and tree.dep[clause] in ("acl", "ccomp") and clause != verb:
            owners = list(tree.kids(verb, "poss"))
            if not any(is_own(tree, owner, within) for owner in owners):
                return False  # "the claim that the levy was fair"
        clause = verb
        if verb == token or not tree.is_verb(verb) or tree.lower[verb] not in _REPORTING:
            continue
        subject = tree.subject(verb)
        if subject is not None and tree.lower[subject] == "it" and "to" in tree.modals(verb):
            continue  # "it is important to say that ..."
        if subject is None or not is_own(tree, subject, within):
            return False
    return True


def _is_asked(tree: Tree, token: int) -> bool:
    """True where the sentence of the token ends in a question mark."""
    root = next(reversed(list(tree.above(token))), token)
    return any(tree.lower[child] == "?" for child in tree.children[root])
