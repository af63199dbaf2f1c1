"""Two claims side by side: which words of the one the other has, in its own form, and what is left of each.

A word is covered where the other claim has it, a word of one meaning, a narrower word, or its opposite; what counts
is then how much of each claim is covered, and what the rest of each says.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from kg.claims.framing import Frame, framed
from kg.claims.kin import is_covered, kin
from kg.claims.opposites import opposed
from kg.statements.propositions.claim_words import claim_words
from kg.statements.propositions.stems import stem_of, word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.statements.propositions.claim_numbers import Number
    from kg.statements.propositions.claim_words import ClaimWords

    Nearness = Callable[[str, str], float]

_STEM: Final = 4
"""Letters that two forms of a name share: "Kestria", "Kestrian"."""
LIGHT: Final = frozenset(
    map(
        stem_of,
        word_set("""
            people person country state nation government authorities authority official member side
            part way number time place thing case matter come came get got make made take took taken go
            went gone give gave given put set have own former current currently latest recent recently
            already still near also year month week day hour total whole entire entirely fully
            completely several various certain kind sort least around once ever soon later immediately
            together dozens hundreds thousands millions billions scores tens many about nearly almost
            back away ground worth word name use used area region event exist there remain total figure
            level hold held refusal percent cent number less fewer more until rate share single
        """),
    )
)
"""Stems that tell little by themselves."""
_LITTLE: Final = 0.25
"""What such a word counts, where another counts 1."""
_MUTUAL: Final = frozenset(
    map(
        stem_of,
        word_set("meet talk negotiate negotiation agree agreement clash border trade treaty pact between joint"),
    )
)
"""Stems of what two do with each other."""
_MEANS_NO: Final = frozenset(
    map(
        stem_of,
        word_set("""
            drop abandon lack unable bar ban prevent block deny refuse reject fail stop end avoid absent settle resolve
            clear remove lose cancel boycott skip vanish unlikely impossible exempt halt waive withhold withdraw shun
            exclude forbid prohibit neglect omit disappear dismiss scrap missing stay
        """),
    )
)
"""Stems of words that say no to what follows them, or that it is no more."""
_ORDINALS: Final = frozenset(map(stem_of, word_set("first second third fourth fifth sixth last final next previous")))


class Meeting:
    """Two claims side by side."""

    def __init__(
        self,
        texts: tuple[str, str],
        near: float,
        measure: Nearness | None,
        *,
        denied: bool = False,
        demanded: tuple[bool, bool] = (False, False),
    ) -> None:
        """Side by side.

        Args:
            texts: of the two.
            near: their nearness.
            measure: of other texts; None: there are no vectors.
            denied: one of the two, and only one, is what somebody denies.
            demanded: which of the two is only demanded: "that Valdoria open the channel".
        """
        self.texts = texts
        self.denied = denied
        self._demanded = demanded
        one, other = self.one, self.other = claim_words(texts[0]), claim_words(texts[1])
        self.frames: tuple[Frame, Frame] = (
            framed(texts[0]).as_demand() if demanded[0] else framed(texts[0]),
            framed(texts[1]).as_demand() if demanded[1] else framed(texts[1]),
        )
        self.near = near
        self._measure = measure
        self.shared = one.stems & other.stems
        self.left = _left(one, other)
        self.right = _left(other, one)
        # What says the contrary of another word is no kin of a third: "agreed" and "in dispute", beside a treaty.
        self.opposites = opposed(one.stems - self.shared, other.stems - self.shared)
        spent = {stem for pair in self.opposites for stem in pair}
        self.left_over = self.left - spent - LIGHT
        """Words that the first has for itself, light ones and opposites left out."""
        self.right_over = self.right - spent - LIGHT

    @cached_property
    def turned(self) -> Meeting:
        """The same with the claims exchanged."""
        texts, demanded = (self.texts[1], self.texts[0]), (self._demanded[1], self._demanded[0])
        return Meeting(texts, self.near, self._measure, denied=self.denied, demanded=demanded)

    @property
    def cover(self) -> float:
        """Share of the shorter claim's content words that the other has."""
        return len(self.shared) / (min(len(self.one.stems), len(self.other.stems)) or 1)

    @cached_property
    def covers(self) -> tuple[float, float]:
        """How much of each claim the other covers, 0 to 1; words that tell little count little."""
        return _share(self.one.stems, self.left_over), _share(self.other.stems, self.right_over)

    @cached_property
    def topic(self) -> frozenset[str]:
        """Words of the first, names and light ones left out, that the other has in any form."""
        return self.one.stems - self.left - LIGHT - self.one.names

    @property
    def other_names(self) -> bool:
        """True where each names somebody or some place that the other does not."""
        return bool(self.left & self.one.names and self.right & self.other.names)

    @property
    def other_turn(self) -> bool:
        """True where one speaks of the first, the other of the second of its kind."""
        turns = self.one.stems & _ORDINALS, self.other.stems & _ORDINALS
        return bool(turns[0] and turns[1]) and not turns[0] & turns[1]

    @property
    def flips(self) -> bool:
        """True where an odd number of denials and opposites stands between the two."""
        differ = self.one.is_negated != self.other.is_negated
        if differ and not self.opposites:
            # "Dropped all objections", "has no objections": the one says no, the other a verb that means no.
            plain = self.right_over if self.one.is_negated else self.left_over
            differ = plain.isdisjoint(_MEANS_NO)
        return differ ^ bool(self.opposites) ^ self.denied

    def rest(self) -> float:
        """How near the words are that each has for itself, opposites left out; 1 where one of them has none."""
        if not self.left_over or not self.right_over:
            return 1.0
        if self._measure is None:
            return 0.0
        own = (self.one.stems - self.left_over, self.other.stems - self.right_over)
        return self._measure(self.one.without(own[0]), self.other.without(own[1]))

    @property
    def roles_swap(self) -> bool:
        """True where the first two names stand in the other order, voice is alike, and nothing else parts the two.

        Not where the order tells nothing: "Norland and Estmark", "met".
        """
        names = self.one.names & self.other.names
        orders = [
            list(dict.fromkeys(stem for stem in words.tokens if stem in names)) for words in (self.one, self.other)
        ]
        if len(orders[0]) < 2 or orders[0][:2] != orders[1][1::-1] or len(self.left_over | self.right_over) > 1:
            return False
        is_mutual = self.shared & _MUTUAL or any(
            " ".join(pair) in " ".join(words.tokens)
            for words in (self.one, self.other)
            for pair in (orders[0][:2], orders[1][:2])
        )
        return not is_mutual and self.one.is_passive == self.other.is_passive

    def counted_alike(self) -> bool:
        """True where they share a number of the same things; what is counted may be untold in one of them."""
        return any(
            value == another and (_same_unit(unit, counted) or self._is_counted(unit, counted))
            for value, unit in self.one.numbers
            for another, counted in self.other.numbers
        )

    def _is_counted(self, unit: str, counted: str) -> bool:
        """True where what stands after a number, "Valdorian" of "Valdorian villages", is told in the other, too."""
        return (
            unit not in self.left
            and counted not in self.right
            and (unit in self.one.names or counted in self.other.names)
        )

    def numbers_apart(self) -> str:
        """Numbers of one unit that cannot both be true, as words: "7, not 19 sailor"; "" where there are none."""
        if self.counted_alike():
            return ""
        limits = {(value, unit): bound for frame in self.frames for bound, value, unit in frame.limits}
        for value, unit in sorted(self.one.numbers):
            for another, counted in sorted(self.other.numbers):
                if (
                    _same_unit(unit, counted)
                    and unit
                    and counted
                    and not _fit((value, unit), (another, counted), limits)
                ):
                    return f"{value:g}, not {another:g} {unit or counted}".rstrip()
        return ""


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the shorter set of stems that the other has in any form, light words left out; 0 where one is empty."""
    some, others = one - LIGHT, other - LIGHT
    if not some or not others:
        return 0.0
    short, long = sorted((some, others), key=len)
    return sum(any(kin(stem, another) is not None for another in long) for stem in short) / len(short)


def _left(one: ClaimWords, other: ClaimWords) -> frozenset[str]:
    """Stems of the first that the other has in no form, not as a narrower word either."""
    return frozenset(
        stem
        for stem in one.stems - other.stems
        if not is_covered(stem, other.stems) and not _known_name(stem, one, other)
    )


def _share(stems: frozenset[str], left: frozenset[str]) -> float:
    weights = {stem: _LITTLE if stem in LIGHT else 1.0 for stem in stems}
    return 1 - sum(weights[stem] for stem in left) / (sum(weights.values()) or 1.0)


def _known_name(stem: str, words: ClaimWords, others: ClaimWords) -> bool:
    """True for a form of a name that the other claim has in another form."""
    return stem in words.names and any(
        stem[:_STEM] == other[:_STEM] for other in others.names if len(stem) >= _STEM <= len(other)
    )


def _same_unit(one: str, other: str) -> bool:
    return not one or not other or kin(one, other) is not None


def _fit(one: Number, other: Number, limits: Mapping[tuple[float, str], str]) -> bool:
    """True where both numbers can be true, as bounds have it."""
    if one[0] == other[0]:
        return True
    for number, against in ((one, other), (other, one)):
        bound = limits.get(number)
        if bound == "least" and against[0] >= number[0]:
            return True
        if bound == "most" and against[0] <= number[0]:
            return True
        if bound == "about" and abs(against[0] - number[0]) <= _ABOUT * number[0]:
            return True
    return False


_ABOUT: Final = 0.1
"""By what share "about 40" may be off."""
