"""Which statements of an article say again what an earlier one says: headline and text, lead and body.

Strict, because it is written down without anybody being asked: the same speakers, and the same claim, or one claim with
all content words of the other; nothing that parts them (denial, numbers, days, opposite stances).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from kg.model import Kind
from kg.statements.propositions.claim_numbers import days_differ, numbers_differ
from kg.statements.propositions.claim_words import claim_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.model import Statement, StatementId
    from kg.statements.propositions.proposition import Proposition

_FEWEST: Final = 3
"""Content words that a restatement shares at least."""


def restatements(
    statements: Iterable[Statement], claims: Mapping[StatementId, Proposition]
) -> dict[StatementId, StatementId]:
    """Statement -> the first one that it says again. The text goes before the title, which sums it up.

    Only of one kind and one outer voice; statements whose contents lie in each other are one passage, no restatement.
    """
    groups: dict[object, list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=lambda s: (s.content[0].string == "title", s.content, s.id)):
        speakers = frozenset(speaker.actor for speaker in statement.speakers)
        if speakers and statement.kind is not Kind.NON_ASSERTION:
            groups[(speakers, statement.kind, statement.according_to)].append(statement)
    found: dict[StatementId, StatementId] = {}
    for group in groups.values():
        for place, later in enumerate(group):
            first = next(
                (one for one in group[:place] if one.id not in found and _says_again(later, one, claims)), None
            )
            if first is not None:
                found[later.id] = first.id
    return found


def _says_again(later: Statement, first: Statement, claims: Mapping[StatementId, Proposition]) -> bool:
    if any(one.overlaps(other) for one in later.content for other in first.content):
        return False
    one, other = claim_words(claims[later.id].text), claim_words(claims[first.id].text)
    shared = one.stems & other.stems
    if len(shared) < min(_FEWEST, len(one.stems), len(other.stems)) or not shared:
        return False
    if one.tokens == other.tokens and one.negations == other.negations and one.numbers == other.numbers:
        return True
    if len(shared) < _FEWEST or len(shared) < min(len(one.stems), len(other.stems)):
        return False
    if one.is_negated != other.is_negated or later.negated != first.negated or later.conditional != first.conditional:
        return False
    # What one wording counts or dates must not stand otherwise in the other; roles must not be exchanged.
    if numbers_differ(one.numbers, other.numbers) or days_differ(one.times, other.times):
        return False
    if [stem for stem in one.tokens if stem in shared] != [stem for stem in other.tokens if stem in shared]:
        return False
    stances = {stance.target: stance.polarity for stance in first.stances}
    return all(stances.get(stance.target, stance.polarity) == stance.polarity for stance in later.stances)
