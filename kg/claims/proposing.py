"""Proposes links between the claims of different articles, without comparing every claim with every other.

Compared are only claims that share two of their rarest words, or one that hardly any other claim has. What is not
compared is not proposed: a paraphrase in entirely other words is missed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from kg.claims.comparing import Link, Relation, compare
from kg.statements.propositions.claim_words import claim_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from kg.claims.comparing import Nearness
    from kg.claims.reading import Claim

RAREST: Final = 6
"""Words of a claim by which it is looked for."""
RARE: Final = 6
"""A word that at most so many claims have is enough by itself."""
CROWD: Final = 40
"""Claims that share a key beyond this number are not compared by it: the key tells nothing. So no claim is compared
with more than some 600 others, and the cost grows with the number of claims, not with its square."""
FEWEST: Final = 3
"""Content words of a claim that is compared at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A link between two claims; in `supports` the second supports the first."""

    first: Claim
    second: Claim
    link: Link

    @property
    def key(self) -> tuple[str, str, str]:
        """The two claims and the relation: what a judgement is about."""
        return self.first.iri, self.second.iri, self.link.relation.value


def propose(
    claims: Iterable[Claim],
    measure: Nearness | None = None,
    *,
    judged: Collection[frozenset[str]] = (),
    relations: Collection[Relation] = tuple(Relation),
    least: float = 0.0,
) -> list[Proposal]:
    """Links between claims that are put forward in different articles, the highest score first.

    The same claims give the same links, in whatever order they come.

    Args:
        measure: nearness of two texts; None: common words alone.
        judged: pairs of claims that people judged already; they are not proposed again.
        least: least score, 0 to 1.
    """
    asserted = sorted((claim for claim in claims if claim.is_asserted or claim.is_denied), key=lambda claim: claim.iri)
    compared = [claim.compared for claim in asserted]
    done = set(judged)
    found = []
    for one, other in pairs(asserted):
        first, second = asserted[one], asserted[other]
        if len(first.articles | second.articles) < 2 or frozenset((first.iri, second.iri)) in done:
            continue
        link = compare(compared[one], compared[other], measure)
        if link is not None and link.relation in relations and link.score >= least:
            if link.backwards:
                first, second = second, first
            found.append(Proposal(first=first, second=second, link=link))
    return sorted(found, key=lambda proposal: (-proposal.link.score, proposal.key))


def pairs(claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """Places of the claims that are worth comparing, each pair once, in order."""
    words = [claim_words(claim.text) for claim in claims]
    common = Counter(stem for each in words for stem in each.stems)
    keyed: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, each in enumerate(words):
        if len(each.stems) < FEWEST:
            continue
        rarest = sorted(sorted(each.stems, key=lambda stem: (common[stem], stem))[:RAREST])
        for key in (*combinations(rarest, 2), *((stem,) for stem in rarest if common[stem] <= RARE)):
            keyed[key].append(place)
    found = {pair for places in keyed.values() if len(places) <= CROWD for pair in combinations(places, 2)}
    return sorted(found)
