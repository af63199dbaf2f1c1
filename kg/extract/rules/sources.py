"""Finds the source of a cue: the noun phrase that the words are ascribed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.rules.words import ISSUING, MEDIA_NOUNS, OBJECT_CONTROL, TIME_NOUNS

if TYPE_CHECKING:
    from kg.extract.rules.tree import Tree

Range = tuple[int, int]
"""Token range, end excluded."""

_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
RELATIVES = frozenset({"WDT", "WP", "WP$"})


def subject_of(tree: Tree, verb: int) -> int | None:
    """Head of the noun phrase that does the saying, None where the text does not name it.

    Follows conjunction, control, participles and "quoted as saying"; of passives it is the agent.
    """
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        if is_passive(tree, verb):
            # "is quoted": the one quoted speaks.
            return tree.child(verb, "nsubjpass") if tree.lower[verb] == "quoted" else _agent(tree, verb)
        sender = sender_verb(tree, verb)
        if sender is not None:
            verb = sender
        own = _nearest_subject(tree, verb)
        if own is not None:
            return _relative_source(tree, verb, own) if tree.tag[own] in RELATIVES else own
        above = _governor(tree, verb)
        if above is None:
            return None
        token, is_noun = above
        if is_noun:
            return _issuer(tree, token) if tree.dep[verb] == "acl" else token
        verb = token
    return None


def sender_verb(tree: Tree, verb: int) -> int | None:
    """ "sent a note to Karvel demanding an answer": the verb of sending; the parser takes Karvel for who demands it."""
    to = tree.head[verb]
    if tree.tag[verb] != "VBG" or tree.dep[verb] != "pcomp" or tree.lower[to] != "to":
        return None
    sending = tree.head[to]
    sent = tree.child(sending, "dobj")
    return sending if sent is not None and tree.lower[sending] in ISSUING and _is_text(tree.lower[sent]) else None


def _is_text(word: str) -> bool:
    return word in MEDIA_NOUNS or word.removesuffix("s") in MEDIA_NOUNS or word.removesuffix("es") in MEDIA_NOUNS


def _issuer(tree: Tree, text: int) -> int:
    """Of "issued a statement condemning the raid" the one who issued it; else the noun itself."""
    noun = text
    if tree.dep[noun] == "pobj" and tree.lower[tree.head[noun]] == "of" and tree.dep[tree.head[noun]] == "prep":
        # "a series of posts".
        noun = tree.head[tree.head[noun]]
    verb = tree.head[noun]
    if (
        not _is_text(tree.lower[text])
        or tree.dep[noun] != "dobj"
        or tree.lower[verb] not in ISSUING
        or is_passive(tree, verb)
    ):
        return text
    issuer = subject_of(tree, verb)
    return text if issuer is None else issuer


def _nearest_subject(tree: Tree, verb: int) -> int | None:
    subjects = [child for child in tree.children[verb] if tree.dep[child] in ("nsubj", "csubj")]
    if len(subjects) > 1 and tree.words[verb - 1] == ",":
        # "The truce, said the envoy, is dead": the parser gives the verb both.
        inverted = next((child for child in subjects if tree.first[child] == verb + 1), None)
        if inverted is not None:
            return inverted
    return min(subjects, key=lambda child: abs(child - verb)) if subjects else _opening_name(tree, verb)


def _opening_name(tree: Tree, verb: int) -> int | None:
    """ "Norland reserves ...": the name that opens a sentence, which the parser may hang on its verb as a modifier."""
    if tree.tag[verb] not in ("VBZ", "VBD") or verb - 1 < tree.sentence[verb][0]:
        return None
    for child in tree.children[verb]:
        if child < verb and tree.tag[child] in ("NNP", "NNPS") and tree.dep[child] in ("compound", "npadvmod", "nmod"):
            opens = tree.first[child] == tree.sentence[verb][0] and tree.quoted[child] < 0
            if opens and tree.lower[child] in TIME_NOUNS:
                # "Norland Monday condemned ...".
                name = tree.child(child, "compound")
                return name if name is not None and tree.tag[name] in ("NNP", "NNPS") else None
            return child if opens else None
    return None


def is_passive(tree: Tree, verb: int) -> bool:
    """True for a passive verb, also for a reduced one ("a plan proposed by the envoy")."""
    if tree.child(verb, "nsubjpass", "auxpass", "agent") is not None:
        return True
    if tree.tag[verb] not in ("VBN", "VBD") or tree.child(verb, "aux", "nsubj") is not None:
        return False
    return (tree.dep[verb] == "acl" and tree.tag[verb] == "VBN") or (
        tree.dep[verb] == "advcl" and tree.tag[verb] == "VBN"
    )


def _agent(tree: Tree, verb: int) -> int | None:
    by = tree.child(verb, "agent")
    if by is None and tree.child(verb, "auxpass") is not None:
        by = _agent_behind_medium(tree, verb)
    return None if by is None else tree.child(by, "pobj")


def _agent_behind_medium(tree: Tree, verb: int) -> int | None:
    """ "was condemned in a joint statement by three states": the parser hangs the agent on the statement."""
    for child in tree.children[verb]:
        noun = tree.child(child, "pobj") if child > verb and tree.dep[child] == "prep" else None
        if noun is not None and (tree.lower[noun] in MEDIA_NOUNS or tree.lower[noun] in TIME_NOUNS):
            for inner in tree.children[noun]:
                if tree.lower[inner] == "by" and tree.dep[inner] in ("prep", "agent"):
                    return inner
    return None


def _relative_source(tree: Tree, verb: int, pronoun: int) -> int | None:
    """The pronoun of a relative clause, which stands for itself; None where the clause is none.

    Of "released a statement which said ..." the one who released it.
    """
    clause = verb
    while tree.dep[clause] in ("conj", "xcomp") and tree.head[clause] != clause:
        clause = tree.head[clause]
    if tree.dep[clause] != "relcl":
        return None
    issuer = _issuer(tree, tree.head[clause])
    return pronoun if issuer == tree.head[clause] else issuer


def _governor(tree: Tree, verb: int) -> tuple[int, bool] | None:
    """Where to look for the subject of a verb that has none: another verb, or (True) the noun itself."""
    above, dep = tree.head[verb], tree.dep[verb]
    if above == verb:
        return None
    if dep == "acl":
        # A past tense hung on its subject: the parser took it for a participle.
        return (above, True) if tree.tag[verb] in ("VBG", "VBD") else None
    if dep == "conj" and not _same_form(tree, verb, above):
        for ancestor in tree.ancestors(above):
            if tree.is_verb(ancestor) and _same_form(tree, verb, ancestor):
                return ancestor, False
    if dep in ("xcomp", "ccomp", "advcl", "conj", "dep", "aux"):
        while tree.dep[above] in ("acomp", "attr", "xcomp") and not tree.is_verb(above):
            above = tree.head[above]
        if dep == "xcomp" and tree.lower[above] in OBJECT_CONTROL:
            controller = tree.child(above, "dobj")
            if controller is not None:
                return controller, True
        if dep == "conj" and not _same_form(tree, verb, above):
            return above, False
        if dep == "advcl":
            above = main_verb(tree, verb)
        if tree.is_verb(above) or tree.tag[above] == "MD":
            if dep in ("xcomp", "ccomp") and tree.child(above, "nsubjpass") is not None:
                subject = tree.child(above, "nsubjpass")
                return None if subject is None else (subject, True)
            return above, False
        return None
    if dep == "pcomp" and tree.dep[above] == "prep":
        return _through_preposition(tree, above)
    return None


def main_verb(tree: Tree, participle: int) -> int:
    """The verb that a participle clause belongs to; a bare past participle between the two is passed over."""
    above = tree.head[participle]
    while (
        tree.tag[above] == "VBN" and tree.head[above] != above and tree.child(above, "aux", "auxpass", "nsubj") is None
    ):
        above = tree.head[above]
    return above


def _same_form(tree: Tree, one: int, other: int) -> bool:
    return tree.tag[one] == tree.tag[other]


def _through_preposition(tree: Tree, preposition: int) -> tuple[int, bool] | None:
    """ "was quoted as saying": the passive's subject; "began by saying": the verb's."""
    above = tree.head[preposition]
    if tree.dep[above] in ("advmod", "acomp"):
        above = tree.head[above]
    if not tree.is_verb(above):
        return None
    if tree.lower[preposition] not in (
        "as",
        "by",
        "in",
        "while",
        "without",
        "before",
        "after",
        "of",
        "for",
        "from",
        "when",
    ):
        return None
    if tree.lower[preposition] == "as":
        subject = tree.child(above, "nsubjpass")
        if subject is not None:
            return _resolved(tree, above, subject)
        subject = tree.child(above, "dobj")
        return None if subject is None else (subject, True)
    subject = tree.child(above, "nsubjpass")
    if subject is not None:
        return _resolved(tree, above, subject)
    return above, False


def _resolved(tree: Tree, verb: int, subject: int) -> tuple[int, bool] | None:
    found = _relative_source(tree, verb, subject) if tree.tag[subject] in RELATIVES else subject
    return None if found is None else (found, True)


def source_range(tree: Tree, head: int, cue: int) -> Range:
    """The noun phrase around `head`, with role, apposition and complements, without clauses, media and dates."""
    first, last = tree.first[head], tree.last[head]
    if first <= cue <= last:
        # The cue sits in a relative clause of its own source: the phrase ends before that clause.
        if cue > head:
            last = _before_branch(tree, head, cue)
        else:
            first = head
    if head < cue and tree.head[head] == cue and tree.dep[head] == "nsubj":
        last = max(last, _noun_run(tree, last, cue))
    for token in range(first, head):
        if tree.words[token] == ";":
            first = token + 1
    for child in tree.children[head]:
        if head < child <= last and _is_attached(tree, child):
            last = min(last, tree.first[child] - 1)
    if any(tree.dep[child] == "conj" for child in tree.children[head]):
        first = list_start(tree, first, tree.sentence[head][0])
    while (
        last > head and not tree.words[last][-1].isalnum() and tree.words[last] not in (")", "'", "''", '"', "]", ".")
    ):
        last -= 1
    while first < head and not tree.words[first][0].isalnum() and tree.words[first] not in ("(", '"', "``", "$"):
        first += 1
    first, end = _whole_name(tree, first), max(last, head) + 1
    if end - first > 1 and end <= cue and tree.lower[end - 1] in _WEEKDAYS and tree.tag[end - 2] in ("NNP", "NNPS"):
        # "Norland Monday condemned ...".
        end -= 1
    return first, end


def _whole_name(tree: Tree, first: int) -> int:
    """Start of the name that the parser cut at a hyphen: of "Yusuf al-Khatib" it may know "Khatib" only."""
    start = first
    while start > 0 and tree.end[start - 1] == tree.start[start] and _in_name(tree.words[start - 1]):
        start -= 1
    if start == first:
        return first
    while start > 0 and tree.tag[start - 1] in ("NNP", "NNPS") and tree.quoted[start - 1] == tree.quoted[start]:
        start -= 1
    return start


def _in_name(word: str) -> bool:
    return word == "-" or word[-1].isalpha()


def list_start(tree: Tree, first: int, low: int) -> int:
    """Start of a list of names ("Ardenia, Kestria and Moravia") whose first members the parser hung elsewhere."""
    while first - 2 >= low and tree.words[first - 1] == "," and tree.tag[first - 2] in ("NNP", "NNPS"):
        begin = first - 2
        while begin > low and tree.tag[begin - 1] in ("NNP", "NNPS", "DT", "JJ"):
            begin -= 1
        if (begin > low and tree.words[begin - 1] != ",") or tree.lower[begin] in TIME_NOUNS:
            return first
        first = begin
    return first


def _noun_run(tree: Tree, last: int, verb: int) -> int:
    """Nouns between subject and verb that the parser left out: names after a role, an apposition between commas."""
    token = last + 1
    while token < verb and tree.tag[token] in (
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "DT",
        "POS",
        "HYPH",
        "PRP$",
        ",",
        "JJ",
        "CD",
        "-LRB-",
        "-RRB-",
    ):
        token += 1
    return token - 1 if token == verb else last


def _before_branch(tree: Tree, head: int, inside: int) -> int:
    branch = inside
    while tree.head[branch] != head and tree.head[branch] != branch:
        branch = tree.head[branch]
    return max(head, tree.first[branch] - 1)


def _is_attached(tree: Tree, child: int) -> bool:
    """True for what hangs on a source but does not name it: clauses, "in a statement", "on Friday"."""
    dep = tree.dep[child]
    if dep in ("ccomp", "advcl", "parataxis"):
        return True
    if dep == "relcl":
        return tree.words[max(0, tree.first[child] - 1)] in ("(", "--", "—")
    if dep == "acl" and tree.tag[child] == "VBN":
        return False
    if dep == "acl":
        return tree.words[child - 1] == "," or (tree.first[child] > 0 and tree.words[tree.first[child] - 1] == ",")
    if dep in ("npadvmod", "nmod") and tree.lower[child] in TIME_NOUNS and child > tree.head[child]:
        return True
    if dep == "prep":
        noun = tree.child(child, "pobj")
        return noun is not None and (
            tree.lower[child] in ("in", "on", "at", "during", "via")
            and (tree.lower[noun] in MEDIA_NOUNS or tree.lower[noun] in TIME_NOUNS)
        )
    return False
