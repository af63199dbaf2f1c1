"""Cues that are no verbs of saying: "according to X", "in X's words", "as X put it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.rules.drafts import Draft, characters
from kg.extract.rules.sources import RELATIVES, source_range
from kg.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.rules.tree import Tree

_VIEWS = {
    "view": Kind.ATTITUDE,
    "opinion": Kind.ATTITUDE,
    "assessment": Kind.STATEMENT,
    "analysis": Kind.STATEMENT,
    "judgement": Kind.STATEMENT,
    "judgment": Kind.STATEMENT,
    "telling": Kind.STATEMENT,
}
"""Nouns of "in the view of X, ...", and what they make of it."""


def according_to(tree: Tree) -> Iterator[Draft]:
    """ "According to X, P" and "P, according to X"."""
    for token, word in enumerate(tree.lower):
        if word != "according" or token + 1 >= len(tree) or tree.lower[token + 1] != "to" or tree.quoted[token] >= 0:
            continue
        head = tree.child(token + 1, "pobj")
        if head is None:
            head = tree.child(token, "pobj")
        if head is None:
            continue
        if tree.tag[head] in RELATIVES:
            if (told := _of_relative(tree, token, head)) is not None:
                yield told
            continue
        source = _phrase(tree, head, token + 2)
        content = _according_content(tree, token, max(source[1], tree.last[head] + 1))
        if not content and (comma := _end_of_name(tree, token, head)) is not None:
            # The parser hung the content on the source: "According to Ann Ray, taste counts".
            source = source[0], comma
            content = _according_content(tree, token, comma)
        if content:
            yield Draft(
                place=tree.start[token],
                source=(characters(tree, source),),
                cue=(characters(tree, (token, token + 2)),),
                content=tuple(characters(tree, piece) for piece in content),
                lemma="according to",
                rule="according-to",
            )


def _of_relative(tree: Tree, token: int, pronoun: int) -> Draft | None:
    """ "signed an accord, according to which the river is shared": the words of the accord."""
    last = tree.sentence[token][1]
    noun = token - 2
    if noun < 0 or tree.words[token - 1] != "," or tree.tag[noun][0] != "N" or last - pronoun < 4:
        return None
    while tree.dep[noun] in ("pobj", "prep", "compound") and not tree.is_verb(tree.head[noun]):
        noun = tree.head[noun]
    if tree.dep[noun] == "prep" and (told := tree.child(tree.head[noun], "dobj")) is not None:
        # "signed an accord in March, according to which ...".
        noun = told
    if not token - 12 < noun < token:
        return None
    return Draft(
        place=tree.start[token],
        source=(characters(tree, (tree.first[noun], noun + 1)),),
        cue=(characters(tree, (token, token + 2)),),
        content=(characters(tree, (pronoun + 1, last)),),
        lemma="according to",
        rule="according-to",
    )


def in_words_of(tree: Tree) -> Iterator[Draft]:
    """ "In the minister's words, P", "in the words of the minister, P", "as the minister put it, P"."""
    for token, word in enumerate(tree.lower):
        if tree.quoted[token] >= 0:
            continue
        leads_in = tree.lower[tree.head[token]] == "in" and tree.dep[token] == "pobj"
        is_view = word in _VIEWS and leads_in and _opens_or_closes(tree, token)
        if is_view or (word == "words" and tree.lower[tree.head[token]] == "in"):
            found = _owner(tree, token)
        elif (
            word in ("put", "puts")
            and tree.lower[token + 1 : token + 2] == ["it"]
            and "as" in tree.lower[max(0, token - 9) : token]
        ):
            found = tree.child(token, "nsubj")
        else:
            continue
        if found is None:
            continue
        first, last = tree.sentence[token]
        start, end = (
            tree.first[tree.head[token]] if word == "words" or word in _VIEWS else tree.first[token],
            max(tree.last[token], token + 1) + 1,
        )
        content = (end, last) if start - first < 2 else (first, start)
        if content[1] - content[0] >= 3:
            yield Draft(
                place=tree.start[token],
                source=(characters(tree, _owner_range(tree, found, token)),),
                cue=(characters(tree, (token, token + 1)),),
                content=(characters(tree, content),),
                kind=_VIEWS.get(word, Kind.STATEMENT),
                lemma="in the words of",
                rule="in-words-of",
            )


def _opens_or_closes(tree: Tree, token: int) -> bool:
    """True for a phrase that a comma parts from its sentence: "In the view of the court, ..."."""
    first, end = tree.sentence[token]
    opened, closed = tree.head[token], max(tree.last[token], token) + 1
    if opened == first:
        return closed < end and tree.words[closed] == ","
    return tree.words[opened - 1] == "," and closed >= end - 1


def _owner(tree: Tree, token: int) -> int | None:
    owner = tree.child(token, "poss")
    if owner is not None:
        return owner
    of = tree.child(token, "prep")
    return None if of is None or tree.lower[of] != "of" else tree.child(of, "pobj")


def _owner_range(tree: Tree, owner: int, token: int) -> tuple[int, int]:
    if tree.dep[owner] == "poss":
        return tree.first[owner], owner + 1
    return source_range(tree, owner, token)


def _phrase(tree: Tree, head: int, first: int) -> tuple[int, int]:
    begin, end = source_range(tree, head, head)
    return min(first, begin) if begin <= first else first, end


def _end_of_name(tree: Tree, token: int, head: int) -> int | None:
    """The one comma of a sentence that "According to" opens."""
    first, last = tree.sentence[token]
    commas = [t for t in range(head + 1, last) if tree.words[t] == "," and tree.quoted[t] < 0]
    return commas[0] if token - first < 2 and len(commas) == 1 else None


def _according_content(tree: Tree, token: int, end: int) -> tuple[tuple[int, int], ...]:
    first, last = tree.sentence[token]
    before = token
    while before > first and tree.words[before - 1] in (",", "(", "--", "—", "and"):
        before -= 1
    begin = end
    while begin < last and tree.words[begin] in (",", ":", ")", "--"):
        begin += 1
    if before - first >= 2:
        opened = tree.quoted[before - 1]
        if opened >= 0:
            first = min(first, tree.quote_bounds[opened][0])
        elif (
            last - begin >= 2
            and tree.words[begin - 1] == ","
            and (not _has_verb(tree, first, before) or tree.tag[begin] in ("VBD", "VBZ", "VBP", "MD"))
        ):
            # "Boats, according to their owners, burn twice the fuel".
            return (first, before), (begin, last)
        return ((_last_clause(tree, first, before), before),)
    return ((begin, last),) if last - begin >= 2 else ()


def _has_verb(tree: Tree, first: int, end: int) -> bool:
    return any(tree.tag[token] in ("VBD", "VBZ", "VBP", "MD") for token in range(first, end))


def _last_clause(tree: Tree, first: int, end: int) -> int:
    """Of "prices rose, and shortages may follow" what stands behind "and": the rest may be the reporter's."""
    for token in range(end - 2, first, -1):
        if tree.lower[token] in ("and", "but") and tree.words[token - 1] == "," and tree.quoted[token] < 0:
            subjects = [t for t in range(token + 1, end) if tree.dep[t] in ("nsubj", "nsubjpass", "expl")]
            if subjects and tree.first[subjects[0]] == token + 1 and _has_verb(tree, token, end):
                return token + 1 if _has_verb(tree, first, token) else first
    return first
