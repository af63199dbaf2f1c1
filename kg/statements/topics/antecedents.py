"""What "it" and "they" mean where no actor is meant, and what words leave unsaid ("she was hopeful").

The places are asked in order of nearness: an earlier clause of the same content, then the sentences before, two at
most; in each what the contents there are about comes first, then the subject, the object, and what stands in a phrase.
Source of the order: attention shifts least from one sentence's subject to the next (centering); it is a rule of thumb.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.statements.reading.clauses import tops
from kg.statements.reading.phrases import is_noun, is_plural, is_topical
from kg.statements.reading.wordlists import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.model import Attribution
    from kg.statements.reading.strings import Reading, Reference
    from kg.statements.reading.syntax import Tree

_BACK: Final = 2
"""Sentences to go back at most."""
_FIRST_WORDS: Final = 12
"""Characters of a sentence in which its first word begins, after marks of quotation."""
_RANK: Final = {"nsubj": 0, "nsubjpass": 0, "ROOT": 0, "dobj": 1, "attr": 2, "pobj": 2}
_BEING: Final = frozenset({"am", "are", "be", "been", "is", "was", "were"})
_HANDLING: Final = frozenset({"hold", "holds", "held", "keep", "keeps", "kept"})
_DEMONSTRATIVE: Final = frozenset({"this", "that", "these", "those"})
_NAMING: Final = frozenset(
    {"call", "calls", "called", "consider", "considers", "considered", "deem", "deemed", "find", "found"}
)
_COMPLEMENTS: Final = frozenset({"prep", "ccomp", "xcomp", "pcomp", "dobj", "agent", "advcl"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun that something later may lead back to. `reference` None: not known as a topic yet."""

    tree: Tree
    token: int
    role: str
    reference: Reference | None = None

    @property
    def start(self) -> int:
        """Shadow offset of the noun."""
        return self.tree.start[self.token]


def antecedent(
    reading: Reading, attribution: Attribution, pronoun: tuple[Tree, int] | None, named: list[Candidate]
) -> Candidate | None:
    """The noun that a pronoun stands for, None where nothing fits. `pronoun` None: what is left unsaid, of any number.

    `named`: what earlier contents were about, in text order.
    """
    place = reading.source.locate(attribution.content[0])[0] if pronoun is None else pronoun[0].start[pronoun[1]]
    if pronoun is not None and not can_be_a_thing(*pronoun):
        return None
    means_people = pronoun is not None and pronoun[0].lower[pronoun[1]] != "it"
    for candidate in _candidates(reading, attribution, place, named):
        if not means_people and candidate.tree.lower[candidate.token] in words_of("person"):
            continue
        if pronoun is None or _agrees(pronoun[0].lower[pronoun[1]], candidate):
            return candidate
    return None


def is_left_unsaid(reading: Reading, attribution: Attribution, is_own: Callable[[Tree, int], bool]) -> bool:
    """True where the words need a topic that they do not name: "she was hopeful", "it had not been asked"."""
    for tree, tokens in reading.pieces(attribution.content):
        for top in tops(tree, tokens):
            if is_noun(tree, top):
                # A phrase on its own, in quotation marks, tells what something else is.
                return bool(attribution.quotes) and any(tree.lower[d] in ("a", "an") for d in tree.kids(top, "det"))
            subject = tree.subject(top)
            if subject is None or not is_own(tree, subject):
                continue
            for word in (top, *tree.kids(top, "acomp")):
                if tree.lower[word] in _unsaid(tree, word) and not any(tree.kids(word, *_COMPLEMENTS)):
                    return True
    return False


def _unsaid(tree: Tree, token: int) -> frozenset[str]:
    if tree.is_verb(token) and tree.is_passive(token):
        return words_of("unsaid-participle") | words_of("unsaid-adjective")
    return words_of("unsaid-verb") if tree.is_verb(token) else words_of("unsaid-adjective")


def can_be_a_thing(tree: Tree, token: int) -> bool:
    """False for who does what only people do ("it refused"), and for an empty "it" ("it is clear that")."""
    verb = tree.head[token]
    if tree.dep[token] == "nsubj" and not tree.is_passive(verb):
        if tree.lower[verb] in words_of("willed"):
            return False
        if tree.lower[token] == "they" and not things_can(tree, verb):
            return False
    if tree.dep[token] == "dobj" and any(tree.kids(verb, "xcomp")) and tree.lower[verb] not in _NAMING:
        return False  # "urged them to share"
    if tree.dep[token] == "nsubj" and "to" in tree.modals(verb) and not tree.is_passive(verb):
        return False  # the same, parsed as a clause
    if tree.dep[token] == "expl" or _does_what_only_people_do(tree, token, verb):
        return False
    if tree.lower[token] != "it":
        return True
    clauses = [child for child in tree.kids(verb, "ccomp", "csubj") if child > token]
    clauses += [
        child for below in tree.kids(verb, "acomp", "attr", "oprd") for child in tree.kids(below, "ccomp", "xcomp")
    ]
    if any(tree.tag[what] in ("NNP", "NNPS") for what in tree.kids(verb, "attr")):
        return False  # "today it is Friday", "it was Holm that paid"
    if any(tree.kids(verb, "acomp", "attr")):  # "it was hard to leave"
        clauses += [child for child in tree.kids(verb, "xcomp", "advcl") if "to" in tree.modals(child)]
    return not clauses


def _does_what_only_people_do(tree: Tree, token: int, verb: int) -> bool:
    """True for "they are to build a dam", and for whom something is given: "it was given assurances"."""
    if tree.dep[token] == "nsubjpass":
        return any(tree.kids(verb, "dobj"))
    return tree.dep[token] == "nsubj" and any(
        tree.lower[verb] in _BEING and not things_can(tree, what)
        for what in tree.kids(verb, "xcomp")
        if tree.is_verb(what) and not tree.is_passive(what)
    )


def things_can(tree: Tree, verb: int) -> bool:
    """True for a verb whose subject may be a thing; of a verb that takes and holds things, only without an object."""
    if tree.lower[verb] in _BEING or tree.lower[verb] in words_of("of-things") or not tree.is_verb(verb):
        return True
    return tree.lower[verb] in _HANDLING and not any(tree.kids(verb, "dobj"))


def _agrees(pronoun: str, candidate: Candidate) -> bool:
    if candidate.tree.lower[candidate.token] in _DEMONSTRATIVE:
        return (candidate.tree.lower[candidate.token] in ("this", "that")) == (pronoun == "it")
    plural = is_plural(candidate.tree, candidate.token)
    return plural != (pronoun == "it")


def _candidates(reading: Reading, attribution: Attribution, place: int, named: list[Candidate]) -> Iterator[Candidate]:
    """Nouns that come into question, best first."""
    sentences = reading.source.sentences
    number = reading.source.sentence_at(place)
    if number is None:
        return
    contents = {start for start, _ in map(reading.source.locate, attribution.content)}
    for back in range(_BACK + 1):
        if number - back < 0:
            return
        start, end = sentences[number - back]
        end = min(end, place)
        demonstrative = _opening_demonstrative(reading, start) if back else None
        if demonstrative is not None:
            tree, token = demonstrative
            known = reading.topic_at(tree, token)
            if known is not None:
                yield Candidate(tree, token, "subject", known)  # "This is no help. It is ...": "it" is the same
            return
        earlier = [one for one in named if start <= one.start < end]
        yield from sorted(earlier, key=lambda one: (one.role != "subject", one.start))
        if back == 0:
            start = max((s for s in contents if s <= place), default=place)
        yield from _nouns(reading, start, end)


def _nouns(reading: Reading, start: int, end: int) -> Iterator[Candidate]:
    """Nouns of a range by their role; people, places, days and words for saying are none."""
    found: list[tuple[int, int, Candidate]] = []
    offset = start
    while offset < end:
        tree = reading.tree_at(offset)
        if tree is None:
            break
        tokens = tree.tokens(offset, end)
        for token in tokens:
            rank = _RANK.get(tree.dep[token])
            if rank is not None and _is_thing(reading, tree, token) and not _only_describes(tree, token):
                found.append((rank, tree.start[token], Candidate(tree, token, tree.dep[token])))
        if not tokens:
            break
        offset = tree.end[tokens[-1]]
        if tokens[-1] + 1 >= len(tree.lower):
            break
    yield from (candidate for _, _, candidate in sorted(found, key=lambda item: item[:2]))


def _only_describes(tree: Tree, token: int) -> bool:
    """True for what somebody or something is said to be: "the vote was a surprise"."""
    return tree.dep[token] == "attr" and any(tree.kids(tree.head[token], "nsubj"))


def _opening_demonstrative(reading: Reading, start: int) -> tuple[Tree, int] | None:
    """ "This" or "that" alone as the subject of the main clause of the sentence at an offset."""
    tree = reading.tree_at(start)
    if tree is None:
        return None
    for token in tree.tokens(start, start + _FIRST_WORDS):
        if tree.lower[token] in _DEMONSTRATIVE:
            return (tree, token) if tree.dep[token] in ("nsubj", "nsubjpass") else None
        if tree.lower[token][:1].isalpha():
            return None
    return None


def _is_thing(reading: Reading, tree: Tree, token: int) -> bool:
    if not is_topical(tree, token) or tree.tag[token] in ("NNP", "NNPS"):
        return False
    if tree.lower[token] in words_of("person") or tree.lower[token] in words_of("speech"):
        return False
    return not reading.is_named(tree, token)
