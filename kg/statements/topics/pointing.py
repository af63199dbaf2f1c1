"""Words that point without a noun and that nothing leads back: "this is no way to treat a guest", "neither has paid".

What they mean is not known, but that something is spoken of is. Such a topic is named by the word with its own clause,
so that two of them are never taken for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.reading.syntax import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.statements.reading.strings import Reading
    from kg.statements.reading.syntax import Tree

DEMONSTRATIVE: Final = frozenset({"this", "that", "these", "those"})
QUANTIFIERS: Final = frozenset({"both", "few", "many", "neither", "none"})
"""Words for some or all of those who were spoken of; "some", "all" and "each" mostly are for nobody who was."""
_TAGS: Final = frozenset({"DT", "PDT", "JJ", "JJS", "NN", "NNS", "CC", "RB"})
_FIRST: Final = frozenset({"i", "we"})
_OBJECTS: Final = frozenset({"dobj", "pobj"})
_TOWARDS: Final = frozenset({"against", "of", "to", "with"})
"""Prepositions by which one takes a stand: "opposed to that", "proud of this"; not "after that", "thanks for that"."""
_DOING: Final = frozenset(
    {"did", "do", "doing", "done", "find", "found", "gave", "give", "given", "had", "have", "know", "knew", "like"}
    | {"said", "saw", "say", "saying", "see", "seen", "tell", "think", "thought", "told"}
)
"""Verbs by whose object nobody takes a stand: "I can do that", "I told him this"."""
_OPEN: Final = frozenset({"if", "whether", "unless", "lest"})
"""Marks of clauses that leave open whether it is so: "if that is treason"."""
_EMPTY: Final = frozenset({"all", "enough", "it"})
"""Complements after which nothing is told: "that is all"."""
_LONGEST: Final = 60
"""Characters of the clause that a name shows on either side of the word."""
_EDGES: Final = " \t\n.,;:!?-–—\"“”'‘’"


def pointing(tree: Tree, tokens: range) -> Iterator[int]:
    """Such words of a range, in text order: subjects, and objects of what "I" or "we" do."""
    for token in tokens:
        word = tree.lower[token]
        if word in DEMONSTRATIVE:
            if _is_alone(tree, token) and (_is_subject(tree, token) or _is_ones_own_object(tree, token)):
                yield token
        elif word in QUANTIFIERS and tree.tag[token] in _TAGS and _is_subject(tree, token):
            of = next((prep for prep in tree.kids(token, "prep") if tree.lower[prep] == "of"), None)
            if of is None and not any(tree.kids(token, "relcl", "acl", "advmod", "det")):
                yield token


def open_name(reading: Reading, tree: Tree, token: int, tokens: range) -> str:
    """The words of its clause with the word in brackets: "[This] is no way to go on"; empty where it is alone."""
    verb = next((above for above in tree.above(token) if tree.is_verb(above) or tree.tag[above] == "MD"), token)
    below = [one for one in _below(tree, verb) if one in tokens] or [token]
    first, last = min(*below, token), max(*below, token)
    string = reading.shadow
    before, after = string[tree.start[first] : tree.start[token]], string[tree.end[token] : tree.end[last]]
    before, after = " ".join(before.split()).lstrip(_EDGES), " ".join(after.split()).rstrip(_EDGES)
    if not any(map(str.isalpha, before + after)):
        return ""
    if len(before) > _LONGEST:
        before = "… " + before[-_LONGEST:].split(" ", 1)[-1]
    if len(after) > _LONGEST:
        after = after[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return f"{before} [{string[tree.start[token] : tree.end[token]]}] {after}".strip()


def _is_alone(tree: Tree, token: int) -> bool:
    """True where no noun follows that it belongs to, and no clause says which: "those who left"."""
    return tree.tag[token] in _TAGS and not any(tree.kids(token, "relcl", "acl", "prep", "amod", "punct"))


def _is_subject(tree: Tree, token: int) -> bool:
    verb = tree.head[token]
    if tree.dep[token] not in SUBJECTS or tree.dep[verb] in ("relcl", "acl") or verb < token:
        return False  # nor in "what is this?"
    if tree.lower[token] != "that":
        return True
    is_open = any(tree.lower[mark] in _OPEN for mark in tree.kids(verb, "mark"))
    clauses = tree.kids(verb, "advcl", "ccomp")
    is_reason = any(tree.lower[why] == "why" for clause in clauses for why in tree.kids(clause, "advmod"))
    return not (is_open or is_reason) and not any(tree.lower[what] in _EMPTY for what in tree.kids(verb, "attr"))


def _is_ones_own_object(tree: Tree, token: int) -> bool:
    """True for "we reject that" and "I am proud of this"."""
    above = tree.head[token]
    if tree.dep[token] not in _OBJECTS or (tree.dep[token] == "pobj" and tree.lower[above] not in _TOWARDS):
        return False
    if tree.lower[tree.head[above] if tree.dep[token] == "pobj" else above] in _DOING:
        return False
    verb = next((above for above in tree.above(token) if tree.is_verb(above) or tree.tag[above] == "MD"), None)
    subject = None if verb is None else tree.subject(verb)
    return subject is not None and tree.lower[subject] in _FIRST


def _below(tree: Tree, token: int) -> list[int]:
    found, pending = [], [token]
    while pending:
        one = pending.pop()
        found.append(one)
        pending += [child for child in tree.children[one] if tree.dep[child] != "parataxis"]
    return found
