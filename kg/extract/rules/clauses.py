"""Where a cue verb's content stands: complement clauses, objects, infinitives, and the words around an inserted cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.rules.edges import holds_quoted_words, next_cue, object_edge, opening_edge, right_edge
from kg.extract.rules.sources import source_range, subject_of
from kg.extract.rules.words import DAYS, INFORMANTS

if TYPE_CHECKING:
    from kg.extract.rules.cues import Cue, CueTable
    from kg.extract.rules.sources import Range
    from kg.extract.rules.tree import Tree

_ADVERBS = frozenset({"aside", "away"})
"""Particles that the parser takes for adverbs."""
_PHRASE_HEADS = frozenset({"NNP", "NNPS", "NN", "NNS", "PRP"})
_NAMED = _PHRASE_HEADS | {"CD"}
_TOLD_OF = frozenset({"topic of speech", "words given to"})
"""Senses of cues whose passive tells of somebody, not of words: "Torr was quoted by the daily"."""
_EMPTY = frozenset({"nothing", "everything", "anything", "something", "much", "little", "same"})
"""Objects that tell of no words."""
CLOSING = frozenset({"''", '"'})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A cue verb with its own clause: everything around the cue that is no content."""

    verb: int
    cue: Cue
    subject: int | None
    source: Range | None
    first: int
    """First token of subject, auxiliaries and verb, whichever comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Content found for a clause: token ranges, the frame that found them, and the object that the cue judges."""

    frame: str
    pieces: tuple[Range, ...]
    target: Range | None = None
    addressee: Range | None = None
    cue_tail: int | None = None
    """A preposition or particle that belongs to the cue ("call for")."""


def read_clause(tree: Tree, verb: int, cue: Cue) -> Clause:
    """The clause of one cue verb."""
    subject = subject_of(tree, verb)
    if subject is None and "clause" in cue.frames:
        subject = _inverted_subject(tree, verb, cue)
    source = None if subject is None else source_range(tree, subject, verb)
    parts = [
        tree.first[c]
        for c in tree.children[verb]
        if c < verb
        and tree.dep[c] in ("aux", "auxpass", "neg", "advmod", "nsubj", "nsubjpass")
        and (subject is None or subject < verb or tree.dep[c] != "nsubj")
    ]
    own_source = source is not None and subject is not None and tree.head[subject] == verb and subject < verb
    if own_source and source is not None:
        parts.append(source[0])
    near = [part for part in parts if part <= verb]
    return Clause(verb=verb, cue=cue, subject=subject, source=source, first=min([verb, *near]))


def _inverted_subject(tree: Tree, verb: int, cue: Cue) -> int | None:
    """In "..., said Ana Ruiz, the chair" the parser may take the speaker for the object."""
    if tree.child(verb, "nsubj") is not None or not _closes_before(tree, verb) or cue.sense == "with addressee":
        return None
    for child in tree.children[verb]:
        is_phrase = (
            tree.dep[child] in ("dobj", "attr", "oprd", "npadvmod", "ccomp") and tree.tag[child] in _PHRASE_HEADS
        )
        if is_phrase and tree.first[child] == verb + 1:
            return child
    return None


def _closes_before(tree: Tree, token: int) -> bool:
    return token > 0 and (tree.words[token - 1] in CLOSING or tree.words[token - 1] in (",", "?", "!"))


def particle_token(tree: Tree, verb: int) -> int | None:
    """The verb's particle ("out" of "pointed out")."""
    particle = tree.child(verb, "prt")
    if (
        particle is None
        and verb + 1 < len(tree)
        and (tree.tag[verb + 1] == "RP" or (tree.head[verb + 1] == verb and tree.lower[verb + 1] in _ADVERBS))
    ):
        return verb + 1
    return particle


def match_content(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    """The content that one of the cue's frames finds, None if none does."""
    frames = clause.cue.frames
    if "clause" in frames and (found := _complement_clause(tree, clause, table)) is not None:
        return found
    for frame in sorted(frames):
        if frame.startswith("object-") and (found := _object_and(tree, clause, frame, table)) is not None:
            return found
    if "on-inf" in frames and (found := _on_infinitive(tree, clause, table)) is not None:
        return found
    if "complement" in frames and (found := _complement(tree, clause, table)) is not None:
        return found
    if "inf" in frames and (found := _infinitive(tree, clause, table)) is not None:
        return found
    if "gerund" in frames and (found := _gerund(tree, clause, table)) is not None:
        return found
    for frame in sorted(frames):
        if frame in PREPOSITIONS and (found := _preposition(tree, clause, frame)) is not None:
            return found
    if "object" in frames and (found := _object(tree, clause, table)) is not None:
        return found
    return None


JUDGING = frozenset({"blame", "praise", "rejection", "position", "position taken in words"})
"""Senses of cues that judge their object, also as the subject of a passive."""
RELATIVE_TAGS = frozenset({"WDT", "WP"})
ADDRESSING = frozenset({"with addressee", "question or request", "request", "question", "order"})
"""Senses of cues whose object is the one spoken to."""
PREPOSITIONS = frozenset({"for", "about", "on", "of", "to", "with", "at", "against", "from"})


def _complement_clause(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    verb = clause.verb
    for child in tree.children[verb]:
        if tree.dep[child] == "ccomp" and child > verb and tree.first[child] > clause.first:
            if tree.tag[child] in ("NNP", "NN", "NNS") and _closes_before(tree, verb) and tree.first[child] == verb + 1:
                continue
            first = _content_start(tree, verb, child)
            if (
                first == verb + 1
                and clause.subject is not None
                and clause.subject > verb
                and tree.head[clause.subject] == verb
            ):
                continue
            return Match(
                frame="clause",
                pieces=(*_begun_before(tree, clause, child, first), (first, right_edge(tree, verb, child, table) + 1)),
                addressee=_addressee(tree, clause, first),
            )
    return _that_clause(tree, clause, table)


def _begun_before(tree: Tree, clause: Clause, child: int, first: int) -> tuple[Range, ...]:
    """ "The police, an officer tells the radio, will wait": the subject that stands before the cue."""
    before = clause.first - 1 if clause.source is None else clause.source[0] - 1
    begin = tree.sentence[clause.verb][0]
    if (
        before - begin < 1
        or tree.words[before] != ","
        or tree.words[first - 1] != ","
        or tree.tag[first] not in ("MD", "VBD", "VBZ", "VBP")
        or tree.child(child, "nsubj", "nsubjpass", "expl") is not None
        or tree.tag[before - 1] not in _PHRASE_HEADS
    ):
        return ()
    return ((begin, before),)


def _content_start(tree: Tree, verb: int, child: int) -> int:
    """First token of a complement clause: behind "that", and behind a date that tells when it was said."""
    mark = tree.child(child, "mark")
    if mark is not None and verb < mark < child and tree.lower[mark] == "that":
        return mark + 1
    first = max(tree.first[child], verb + 1)
    while first < child and (
        tree.words[first] in (",", ":") or (tree.lower[first] == "that" and tree.tag[first] == "IN")
    ):
        first += 1
    subject = tree.child(child, "nsubj", "nsubjpass", "expl")
    if subject is not None and 0 < tree.first[subject] - first <= 3 and first == verb + 1:
        date = tree.lower[first : tree.first[subject]]
        if date[-1] in DAYS and (len(date) == 1 or date[0] in ("on", "late", "early", "earlier")):
            return tree.first[subject]
    return first


def _that_clause(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    """What follows "said that", "told the court that", where the parse shows no complement clause."""
    verb, end = clause.verb, tree.sentence[clause.verb][1]
    for token in range(verb + 1, min(end, verb + 6)):
        if tree.lower[token] == "that" and _links(tree, token) and token + 3 < end:
            first = _innermost_that(tree, token) + 1
            last = next_cue(tree, verb, first, end - 1, table)
            return Match(frame="clause", pieces=((first, last + 1),), addressee=_addressee(tree, clause, token))
        if tree.words[token] in (",", ";", ":") or tree.is_verb(token) or tree.quoted[token] >= 0:
            return None
    return _misread_relative(tree, clause, table)


def _misread_relative(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    """ "said in the debate that it rained", "said after the vote he would resign": the parser hangs the content on the
    phrase between. A cue without an object has no other.
    """
    verb, end = clause.verb, tree.sentence[clause.verb][1]
    if clause.source is None or clause.source[1] > verb or (clause.first > 0 and _closes_before(tree, clause.first)):
        return None
    if any(tree.dep[child] in ("dobj", "xcomp", "oprd", "acomp") for child in tree.children[verb] if child > verb):
        return None
    if verb + 1 >= end or tree.tag[verb + 1] != "IN" or tree.dep[verb + 1] != "prep":
        return None
    for token in range(verb + 2, min(end - 3, verb + 12)):
        if tree.words[token] in (",", ";", ":") or tree.quoted[token] >= 0:
            return None
        if tree.lower[token] == "that" and tree.tag[token - 1] in _NAMED and tree.dep[token] != "nsubj":
            first = _innermost_that(tree, token) + 1
            return Match(frame="clause", pieces=((first, next_cue(tree, verb, first, end - 1, table) + 1),))
        if tree.tag[token] == "PRP" and tree.dep[token] == "nsubj" and tree.tag[token - 1] in _NAMED:
            inner = tree.head[token]
            if tree.dep[inner] not in ("relcl", "advcl", "ccomp") or not _lacks_nothing(tree, inner):
                return None
            return Match(frame="clause", pieces=((token, next_cue(tree, verb, token, end - 1, table) + 1),))
    return None


def _innermost_that(tree: Tree, token: int) -> int:
    """Of "in a letter that he sent on Monday that the port was open" the second "that"."""
    if tree.dep[token] == "mark":
        return token
    end = min(tree.sentence[token][1] - 3, token + 8)
    marks = (t for t in range(token + 2, end) if tree.lower[t] == "that" and tree.dep[t] == "mark")
    return next(marks, token)


def _lacks_nothing(tree: Tree, inner: int) -> bool:
    """True for a clause with an object or predicate of its own: no relative one."""
    return any(
        child > inner and tree.dep[child] in ("dobj", "ccomp", "xcomp", "acomp", "attr", "oprd")
        for child in tree.children[inner]
    )


def _links(tree: Tree, that: int) -> bool:
    """True for a conjunction. In "claimed in a book that the king had told him ..." it is tagged as a relative pronoun,
    but fills no place of subject or object.
    """
    return tree.tag[that] in ("IN", "DT") or tree.dep[that] not in ("nsubj", "nsubjpass", "dobj", "pobj", "attr")


def _addressee(tree: Tree, clause: Clause, before: int) -> Range | None:
    if clause.cue.sense not in ADDRESSING:
        return None
    for child in tree.children[clause.verb]:
        if clause.verb < child < before and tree.dep[child] in ("dobj", "dative", "iobj") and child != clause.subject:
            if tree.tag[child] == "IN":
                continue
            return tree.first[child], min(tree.last[child] + 1, before)
    return None


def _names_informants(tree: Tree, clause: Clause, child: int) -> bool:
    """ ", citing unnamed officials": where a report comes from, not what it says."""
    return clause.cue.lemma == "cite" and (tree.tag[child] in ("NNP", "NNPS") or tree.lower[child] in INFORMANTS)


def _reports_saying(tree: Tree, verb: int) -> bool:
    """ "quoted the general as saying": the content is the general's."""
    return any(
        tree.dep[c] == "prep" and tree.lower[c] == "as" and tree.child(c, "pcomp") is not None
        for c in tree.children[verb]
    )


def _object(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    verb = clause.verb
    child = _right_child(tree, verb, "dobj")
    if child is None and (undergoes := _judged_by_agent(tree, clause)) is not None:
        return Match(frame="object", pieces=(undergoes,))
    if child is None and "clause" not in clause.cue.frames:
        # "welcomes the truce concluded in May": the parser takes the participle for a past tense.
        child = _participle_object(tree, verb)
    if child is None and (behind := behind_day(tree, clause)) is not None:
        return Match(frame="object", pieces=((behind[0], next_cue(tree, verb, *behind, table) + 1),))
    if child is None and (told := _what_clause(tree, verb)) is not None:
        return Match(frame="object", pieces=(told,))
    if (
        child is None
        or child == clause.subject
        or _reports_saying(tree, verb)
        or _names_informants(tree, clause, child)
        or _is_empty(tree, child)
    ):
        return None
    edge = next_cue(tree, verb, child, object_edge(tree, verb, child), table)
    for other in tree.children[verb]:
        if (
            other > child
            and tree.dep[other] == "advcl"
            and tree.tag[other] == "VBG"
            and holds_quoted_words(tree, other, table)
        ):
            edge = max(edge, tree.last[other])
    edge = opening_edge(tree, verb, edge, table)
    return Match(frame="object", pieces=((tree.first[child], edge + 1),))


def _what_clause(tree: Tree, verb: int) -> Range | None:
    """ "condemned what she called a breach": the clause that stands for the object."""
    first = verb + 1
    if first >= tree.sentence[verb][1] or tree.lower[first] != "what":
        return None
    for child in tree.children[verb]:
        if child > verb and tree.first[child] == first and tree.is_verb(child):
            return first, tree.last[child] + 1
    return None


def behind_day(tree: Tree, clause: Clause) -> Range | None:
    """ "lamented on Thursday the refusal of the port": first and last token of the object, which the parser takes for
    one phrase with the day.
    """
    on = clause.verb + 1
    if on + 2 >= tree.sentence[clause.verb][1] or tree.lower[on] != "on":
        return None
    day, head = on + 1, tree.child(on, "pobj")
    if tree.lower[day] not in DAYS or head is None or head <= day:
        return None
    first = day + 1
    while first < head and tree.lower[first] in DAYS:
        first += 1
    return first, tree.last[head]


def _participle_object(tree: Tree, verb: int) -> int | None:
    """The clause that an object and its participle make for the parser, right behind a verb that takes none."""
    child = _right_child(tree, verb, "ccomp")
    if child is None or tree.tag[child] not in ("VBD", "VBN") or tree.child(child, "aux", "mark") is not None:
        return None
    subject = tree.child(child, "nsubj", "nsubjpass")
    return child if subject is not None and tree.first[subject] == verb + 1 and subject < child else None


def _is_empty(tree: Tree, token: int) -> bool:
    """True for "promised nothing": the object tells of no words, only that there are some or none."""
    is_bare = all(tree.dep[child] in ("det", "punct") for child in tree.children[token])
    return is_bare and tree.lower[token] in _EMPTY


def _judged_by_agent(tree: Tree, clause: Clause) -> Range | None:
    """ "The raid was condemned by the league": what undergoes the verb, where the text names who does it."""
    judged = tree.child(clause.verb, "nsubjpass")
    if clause.cue.sense in _TOLD_OF or _reports_saying(tree, clause.verb):
        return None
    if judged is None or clause.subject is None or judged == clause.subject or tree.tag[judged] in RELATIVE_TAGS:
        return None
    return tree.first[judged], tree.last[judged] + 1


def _right_child(tree: Tree, verb: int, *deps: str) -> int | None:
    for child in tree.children[verb]:
        if child > verb and tree.dep[child] in deps:
            return child
    return None


def _infinitive(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    verb = clause.verb
    child = _right_child(tree, verb, "xcomp", "ccomp", "advcl")
    if child is None or not _is_infinitive(tree, child) or "to" not in tree.lower[verb + 1 : child]:
        return None
    if clause.cue.lemma in ("decline", "refuse") and tree.lower[child] in table.verbs:
        # "refused to say whether ...": what was not said is the content.
        inner = _right_child(tree, child, "ccomp", "dobj")
        if inner is not None:
            edge = tree.last[inner] if tree.dep[inner] == "ccomp" else object_edge(tree, child, inner)
            return Match(frame="inf", pieces=((tree.first[inner], edge + 1),), cue_tail=child)
    first = tree.first[child]
    return Match(frame="inf", pieces=((first, right_edge(tree, verb, child, table) + 1),))


def _is_infinitive(tree: Tree, token: int) -> bool:
    """True for "see" and for "have seen"."""
    return tree.tag[token] == "VB" or any(
        tree.dep[child] in ("aux", "auxpass") and tree.tag[child] == "VB" for child in tree.children[token]
    )


def _gerund(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    """ "denied having met him", "denied being isolated"."""
    child = _right_child(tree, clause.verb, "xcomp", "pcomp", "ccomp")
    if child is None:
        return None
    helpers = [c for c in tree.children[child] if tree.dep[c] in ("aux", "auxpass") and clause.verb < c < child]
    if not any(tree.tag[token] == "VBG" for token in (child, *helpers)):
        return None
    first = max(tree.first[child], clause.verb + 1)
    return Match(frame="gerund", pieces=((first, right_edge(tree, clause.verb, child, table) + 1),))


def _object_and(tree: Tree, clause: Clause, frame: str, table: CueTable) -> Match | None:
    """Frames with an object and something said of it: "accused X of ...", "urged X to ..."."""
    verb, link = clause.verb, frame.removeprefix("object-")
    if link == "inf":
        return _object_infinitive(tree, clause, table)
    if link == "clause":
        return None
    target = _right_child(tree, verb, "dobj", "nsubjpass", "ccomp")
    passive = tree.child(verb, "nsubjpass")
    if target is None and passive is None:
        return None
    preposition = _linked(tree, verb, target, link)
    if preposition is None:
        return None
    judged = target if target is not None else passive
    assert judged is not None
    target_range = (tree.first[judged], (preposition if judged > verb else tree.last[judged] + 1))
    if link in ("of", "with"):
        return Match(
            frame=frame,
            pieces=((preposition + 1, tree.last[preposition] + 1),),
            target=target_range,
            cue_tail=preposition,
        )
    if link == "against":
        return Match(
            frame=frame,
            pieces=((preposition, tree.last[preposition] + 1),),
            target=target_range,
            addressee=target_range,
        )
    if judged > verb:
        return Match(frame=frame, pieces=((tree.first[judged], tree.last[preposition] + 1),), target=target_range)
    said_of = (preposition + 1, tree.last[preposition] + 1)
    return Match(frame=frame, pieces=(target_range, said_of), target=target_range)


def _on_infinitive(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    """ "called on Kestria to withdraw", "appealed to both sides to talk"."""
    verb = clause.verb
    for child in tree.children[verb]:
        if child > verb and tree.dep[child] == "prep" and tree.lower[child] in ("on", "upon", "to"):
            noun = tree.child(child, "pobj")
            if noun is None:
                return None
            edge = tree.last[child]
            for other in (*tree.children[verb], *tree.children[noun]):
                if other > noun and tree.tag[other] == "VB" and tree.lower[tree.first[other]] == "to":
                    edge = max(edge, right_edge(tree, verb, other, table))
                    target = (child + 1, tree.first[other])
                    return Match(
                        frame="on-inf", pieces=((child + 1, edge + 1),), target=target, addressee=target, cue_tail=child
                    )
    return None


def _linked(tree: Tree, verb: int, target: int | None, link: str) -> int | None:
    candidates = tree.children[verb] if target is None else [*tree.children[verb], *tree.children[target]]
    for child in candidates:
        if child > verb and tree.dep[child] == "prep" and tree.lower[child] == link and tree.last[child] > child:
            return child
    by = tree.child(verb, "agent")
    agent = None if by is None else tree.child(by, "pobj")
    if agent is not None:
        # "was accused by the crew of hiding the log": the parser hangs the charge on who makes it.
        for child in tree.children[agent]:
            if tree.dep[child] == "prep" and tree.lower[child] == link and tree.child(child, "pcomp") is not None:
                return child
    return None


def _object_infinitive(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    verb = clause.verb
    child = _right_child(tree, verb, "ccomp", "xcomp", "advcl")
    if child is None or tree.tag[child] != "VB" or "to" not in tree.lower[verb + 1 : child]:
        return None
    urged = tree.child(verb, "nsubjpass")
    if urged is not None:
        # "She was urged by the committee to publish".
        addressee = (tree.first[urged], tree.last[urged] + 1)
        pieces = ((tree.first[child], right_edge(tree, verb, child, table) + 1),)
        return Match(frame="object-inf", pieces=pieces, addressee=addressee, target=addressee)
    target = _right_child(tree, verb, "dobj")
    if target is None:
        target = tree.child(child, "nsubj")
    if target is None or not verb < target < child:
        return None
    return Match(
        frame="object-inf",
        pieces=((tree.first[target], right_edge(tree, verb, child, table) + 1),),
        addressee=(tree.first[target], tree.last[target] + 1 if tree.last[target] < child else target + 1),
    )


def _complement(tree: Tree, clause: Clause, table: CueTable) -> Match | None:
    """ "called it a waste": object and predicate."""
    verb = clause.verb
    child = _right_child(tree, verb, "oprd", "xcomp", "ccomp")
    passive = tree.child(verb, "nsubjpass")
    if child is not None and passive is not None:
        return Match(
            frame="complement",
            pieces=((tree.first[passive], tree.last[passive] + 1), (tree.first[child], tree.last[child] + 1)),
        )
    if child is not None:
        target = _right_child(tree, verb, "dobj")
        if target is None:
            target = tree.child(child, "nsubj")
        first = min(tree.first[child], tree.first[target] if target is not None else tree.first[child])
        if first > verb and target is not None:
            return Match(
                frame="complement",
                pieces=((first, right_edge(tree, verb, child, table) + 1),),
                target=(tree.first[target], target + 1),
            )
    target = _right_child(tree, verb, "dobj")
    if target is not None and passive is None and _has_trailing_adjective(tree, target):
        return Match(
            frame="complement",
            pieces=((tree.first[target], tree.last[target] + 1),),
            target=(tree.first[target], target + 1),
        )
    named = [c for c in tree.children[verb] if c > verb and tree.dep[c] == "oprd"]
    if target is None and passive is None and len(named) == 2 and tree.tag[named[0]] in _PHRASE_HEADS:
        # "called Oz a quack": the parser takes both for predicates.
        return Match(
            frame="complement",
            pieces=((tree.first[named[0]], right_edge(tree, verb, named[1], table) + 1),),
            target=(tree.first[named[0]], named[0] + 1),
        )
    if target is None and child is not None and _is_quoted_name(tree, child):
        # In "called the ship Adamant “a guest”" the parser takes the name for the predicate.
        target = child
    if target is None or passive is not None:
        return None
    # "called the summit nothing but theatre": two objects.
    other = next(
        (c for c in tree.children[verb] if tree.dep[c] == "dobj" and tree.first[c] == tree.last[target] + 1), None
    )
    last = target if other is None else other
    if not _names_something(tree, tree.first[target], tree.last[last] + 1):
        return None
    return Match(frame="complement", pieces=((tree.first[target], object_edge(tree, verb, last) + 1),))


def _has_trailing_adjective(tree: Tree, target: int) -> bool:
    """ "called the order swift and decisive": an adjective behind its noun is a predicate."""
    behind = next((c for c in tree.children[target] if c > target), None)
    return behind == target + 1 and tree.tag[behind] == "JJ" and tree.dep[behind] == "amod"


def _is_quoted_name(tree: Tree, child: int) -> bool:
    quoted = any(tree.quoted[token] >= 0 for token in range(child + 1, tree.last[child] + 1))
    return quoted and tree.dep[child] == "oprd" and tree.tag[child] in ("NN", "NNP") and tree.quoted[child] < 0


def _names_something(tree: Tree, first: int, end: int) -> bool:
    """True for two phrases in a row or quoted words: "called it a farce", not "called a vote on the budget"."""
    return any(
        tree.quoted[token] >= 0
        or (
            token > first
            and (tree.tag[token] in ("DT", "PRP") or tree.lower[token] in ("anything", "nothing"))
            and tree.tag[token - 1] in _PHRASE_HEADS
        )
        for token in range(first, end)
    )


def _preposition(tree: Tree, clause: Clause, frame: str) -> Match | None:
    verb = clause.verb
    for child in tree.children[verb]:
        if child > verb and tree.dep[child] == "prep" and tree.lower[child] == frame and tree.last[child] > child:
            if tree.child(verb, "dobj") is not None and tree.child(verb, "dobj") != clause.subject:
                return None
            edge = tree.last[child]
            for other in tree.children[verb]:
                if other > child and tree.dep[other] in ("xcomp", "advcl") and tree.first[other] == edge + 1:
                    edge = tree.last[other]
            if edge + 1 < tree.sentence[verb][1] and tree.quoted[edge + 1] >= 0 > tree.quoted[edge]:
                # "called for an inquiry “without cameras”".
                edge = min(tree.quote_bounds[tree.quoted[edge + 1]][1], tree.sentence[verb][1] - 1)
            return Match(frame=frame, pieces=((child + 1, edge + 1),), cue_tail=child)
    return None
