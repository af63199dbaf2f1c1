"""Where content ends: other cues, insertions and participles behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.rules.phrases import phrase_at
from kg.extract.rules.sources import main_verb
from kg.extract.rules.words import JOINED_PARTICIPLES, JOINING_SENSES

if TYPE_CHECKING:
    from kg.extract.rules.cues import CueTable
    from kg.extract.rules.tree import Tree

_JOINTS = frozenset({"and", "but", ",", "also", "then", "later"})


def right_edge(tree: Tree, verb: int, content: int, table: CueTable) -> int:
    """Last token of content that starts with the clause of `content`: what hangs on the verb after it, too.

    Stops before another cue coordinated with this one, before participles that are cues, before insertions.
    """
    edge = tree.last[content]
    for child in tree.children[verb]:
        if child <= content:
            continue
        if tree.dep[child] == "advcl" and tree.tag[child] == "VBG":
            if holds_quoted_words(tree, child, table):
                edge = max(edge, tree.last[child])
            break
        if (
            tree.dep[child] == "conj"
            and tree.lower[tree.first[child]] == "that"
            and tree.child(child, "mark") is not None
        ):
            # "underlined that the pass is closed, and that no lorry will cross".
            edge = max(edge, tree.last[child])
        if tree.dep[child] in ("conj", "parataxis"):
            break
        if tree.dep[child] in ("advcl", "prep", "npadvmod", "advmod", "ccomp", "dobj", "punct"):
            edge = max(edge, tree.last[child])
    edge = min(edge, next_cue(tree, verb, content, edge, table))
    while edge > content and (tree.lower[edge] in ("and", "but") or tree.words[edge] == ",") and tree.quoted[edge] < 0:
        edge -= 1
    return edge


def next_cue(tree: Tree, verb: int, content: int, edge: int, table: CueTable) -> int:
    """Where another cue ends the content: "said it was ready and called for talks", "..., according to a poll"."""
    for token in range(content + 1, edge + 1):
        if tree.quoted[token] not in (-1, tree.quoted[verb]):
            continue
        if tree.words[token] == ";" and _own_clause_follows(tree, token):
            return token - 1
        if tree.lower[token] == "according" and tree.words[token - 1] == ",":
            return token - 2
        if tree.lower[token] not in table.verbs and phrase_at(tree, token, table) is None:
            continue
        other = _next_speaker(tree, verb, token)
        if other is not None and other > content:
            return other - 1
        contrast = _contrasting(tree, token)
        if contrast is not None and contrast > content:
            return contrast - 2
        if is_coordinated(tree, verb, token):
            return _before_coordination(tree, content, token)
        if _is_joined(tree, token, table):
            return token - 2
        opened = _with_another(tree, token)
        if opened is not None and opened > content + 1:
            return opened - 2
    return edge


def _own_clause_follows(tree: Tree, semicolon: int) -> bool:
    """True if what stands behind a semicolon is a sentence of its own, in the reporter's voice or another's."""
    end = tree.sentence[semicolon][1]
    return any(
        tree.dep[token] == "nsubj" and tree.lower[token] not in ("it", "they", "that")
        for token in range(semicolon + 1, min(end, semicolon + 6))
    )


def _contrasting(tree: Tree, token: int) -> int | None:
    """ ", while others insist ...": the conjunction."""
    mark = tree.child(token, "mark") if tree.dep[token] == "advcl" else None
    if mark is None or tree.lower[mark] not in ("while", "whereas") or tree.words[mark - 1] != ",":
        return None
    return mark


def _next_speaker(tree: Tree, verb: int, token: int) -> int | None:
    """ ", and the minister called it ...": the comma, where a cue in the same tense has a subject of its own."""
    subject = tree.child(token, "nsubj")
    if subject is None or tree.dep[token] != "conj" or tree.tag[subject][0] != "N" or subject > token:
        return None
    if (tree.tag[token] == "VBD") != (tree.tag[verb] == "VBD") or tree.child(token, "aux") is not None:
        return None
    link = tree.first[subject] - 1
    opens = link > 1 and tree.lower[link] in ("and", "but") and tree.words[link - 1] == ","
    return link - 1 if opens else None


def _with_another(tree: Tree, token: int) -> int | None:
    """ ", with the paper reporting that ...": the "with" of another one's words."""
    above = tree.head[token]
    is_theirs = tree.tag[token] == "VBG" and tree.child(token, "nsubj") is not None
    opens = is_theirs and tree.lower[above] == "with" and tree.words[above - 1] == ","
    return above if opens else None


def is_coordinated(tree: Tree, verb: int, token: int) -> bool:
    """True for a verb in the cue's own tense, joined by "and" or "but", without a subject of its own."""
    return (
        tree.dep[token] == "conj"
        and (tree.tag[token] == tree.tag[verb] or {tree.tag[token], tree.tag[verb]} == {"VBD", "VBN"})
        and tree.child(token, "nsubj", "nsubjpass", "aux", "auxpass") is None
    )


def _before_coordination(tree: Tree, content: int, token: int) -> int:
    while token > content and (tree.lower[token - 1] in _JOINTS or tree.dep[token - 1] in ("advmod", "cc")):
        token -= 1
    return token - 1


def _is_joined(tree: Tree, token: int, table: CueTable) -> bool:
    """True for a participle that begins another statement of the same source (", urging both sides to ...")."""
    if tree.tag[token] != "VBG" or tree.words[token - 1] != "," or tree.dep[token] in ("amod", "compound"):
        return False
    if tree.lower[token] in JOINED_PARTICIPLES:
        return True
    return any(cue.sense in JOINING_SENSES for cue in table.verbs.get(tree.lower[token], ()))


def following_cue(tree: Tree, end: int, table: CueTable) -> int | None:
    """The cue right behind a content that ends before token `end`: it has the same source."""
    token = end
    while token < len(tree) and (tree.lower[token] in _JOINTS or tree.tag[token] == "RB"):
        token += 1
    if token == end or token >= len(tree) or tree.lower[token] not in table.verbs or not tree.is_verb(token):
        return None
    return token


def opening_edge(tree: Tree, verb: int, edge: int, table: CueTable) -> int:
    """Of a participle that opens a sentence, content runs on over quoted words to the main clause ("Noting the cost,
    borne by "others alone," the envoy said ..."): nothing else can claim them.
    """
    main = main_verb(tree, verb)
    if tree.tag[verb] != "VBG" or tree.dep[verb] != "advcl" or main < verb:
        return edge
    subjects = [child for child in tree.children[main] if tree.dep[child] == "nsubj" and tree.quoted[child] < 0]
    last = (tree.first[subjects[-1]] if subjects else main) - 1
    while last > edge and tree.quoted[last] < 0 and tree.words[last] != ",":
        last -= 1
    rest = range(edge + 1, last + 1)
    quoted = any(tree.quoted[token] >= 0 for token in rest)
    return last if quoted and not any(tree.lower[token] in table.verbs for token in rest) else edge


def holds_quoted_words(tree: Tree, child: int, table: CueTable) -> bool:
    """True for a participle that is no cue but brings words in quotation marks: they belong to the content before."""
    if tree.lower[child] in table.verbs:
        return False
    return any(tree.quoted[token] >= 0 for token in range(child, tree.last[child] + 1))


def object_edge(tree: Tree, verb: int, child: int) -> int:
    """Right edge of an object with what the parser hung on the verb right behind it."""
    edge = tree.last[child]
    for other in tree.children[verb]:
        if other > child and tree.dep[other] in ("prep", "xcomp", "advcl", "dative", "ccomp"):
            if tree.dep[other] == "advcl" and tree.words[tree.first[other] - 1] == ",":
                break
            if tree.first[other] <= edge + 1:
                edge = max(edge, tree.last[other])
    return edge
