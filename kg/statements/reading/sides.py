"""Who counts as the speaker's own side: what is said of it is no judgement of others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.model import ActorKind
from kg.vocab.ids import target_actor

if TYPE_CHECKING:
    from kg.model import ActorId, Attribution, ResolvedActors, Speaker
    from kg.statements.reading.strings import Reading
    from kg.statements.reading.syntax import Tree

_PEOPLE: Final = frozenset({ActorKind.PERSON, ActorKind.UNNAMED})
_FIRST: Final = frozenset({"we", "i", "us", "me", "ourselves", "myself"})
_THIRD: Final = frozenset({"it", "he", "she", "they"})
_POSSESSORS: Final = frozenset({"our", "my", "his", "her", "its", "their"})
_OF_ONES_OWN: Final = frozenset(
    {
        "administration",
        "army",
        "cabinet",
        "capital",
        "coalition",
        "country",
        "delegation",
        "department",
        "forces",
        "government",
        "leaders",
        "military",
        "ministry",
        "nation",
        "office",
        "organisation",
        "organization",
        "party",
        "people",
        "president",
        "side",
        "state",
        "team",
        "troops",
    }
)
"""With "our" or "his" these are the speaker's own side: "his government would not sign"."""


def own_side(speakers: tuple[Speaker, ...], resolved: ResolvedActors) -> frozenset[ActorId]:
    """The speakers, those whom they speak for, and the states and bodies whose organs these are."""
    side: set[ActorId] = set()
    for speaker in speakers:
        post = resolved.posts.get(speaker.post) if speaker.post else None
        pending = [speaker.actor, speaker.principal, post.body if post else None, post.speaks_for if post else None]
        while pending:
            actor = pending.pop()
            if actor is None or actor in side:
                continue
            side.add(actor)
            known = resolved.actors.get(actor)
            pending.append(known.organ_of if known else None)
    return frozenset(side)


@dataclass(frozen=True, slots=True)
class Side:
    """The speaker's own side as one content words it."""

    actors: frozenset[ActorId]
    _reading: Reading
    _opens: int | None
    """Shadow offset of the pronoun that opens an indirect content and may mean the speaker; None: none can."""

    @classmethod
    def of(
        cls, reading: Reading, attribution: Attribution, speakers: tuple[Speaker, ...], resolved: ResolvedActors
    ) -> Side:
        """The side of the speakers of one attribution.

        "It" can be the speaker only where no person speaks and the cue stands before: in "it is valid, it said" the
        first "it" came before the speaker did.
        """
        actors, opens = own_side(speakers, resolved), None
        start = reading.source.locate(attribution.content[0])[0]
        tree = reading.tree_at(start)
        tokens = tree.tokens(start, start + 1) if tree is not None else range(0)
        if tree is not None and tokens and not attribution.quotes and tree.lower[tokens[0]] in _THIRD:
            kinds = {resolved.actors[s.actor].kind for s in speakers if s.actor in resolved.actors}
            is_thing = tree.lower[tokens[0]] == "it"
            is_later = bool(attribution.cue) and attribution.cue[0].start < attribution.content[0].start
            fits = (is_later and not kinds & _PEOPLE) if is_thing else bool(kinds & _PEOPLE)
            if tree.lower[tokens[0]] == "they":
                fits = len(speakers) > 1 or any(_is_several(tree, t) for t in _source(reading, tree, attribution))
            opens = tree.start[tokens[0]] if fits else None
        return cls(actors, reading, opens)

    def has(self, tree: Tree, token: int) -> bool:
        """True for "we" and "I", the speaker's own names, "his government", and a pronoun that opens what it said."""
        if tree.lower[token] in _FIRST or tree.start[token] == self._opens:
            return True
        named = self._reading.naming(tree, token)
        if named is not None and named.end <= tree.end[token] + 2:
            actor = target_actor(named.target)
            return actor is not None and actor in self.actors
        return tree.lower[token] in _OF_ONES_OWN and any(
            tree.lower[child] in _POSSESSORS for child in tree.kids(token, "poss")
        )


def _source(reading: Reading, tree: Tree, attribution: Attribution) -> list[int]:
    return [token for span in attribution.source for token in tree.tokens(*reading.source.locate(span))]


def _is_several(tree: Tree, token: int) -> bool:
    return tree.tag[token] in ("NNS", "NNPS") or tree.lower[token] in ("they", "both")
