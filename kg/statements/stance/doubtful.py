"""What speaks against a judgement of the stance network: words nearby that turn a meaning round.

It reads those badly. Praise under a "not", in irony marks or after a cue that keeps its distance is easily blame; no
rule has explained it, or the network would not have been asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.statements.reading.wordlists import words_of

if TYPE_CHECKING:
    from kg.model import About, Attribution
    from kg.model.statements import Polarity
    from kg.statements.reading.cues import CueStance
    from kg.statements.reading.strings import Reading
    from kg.statements.reading.syntax import Tree

_TURNING: Final = frozenset(
    {"no", "not", "n't", "never", "nothing", "nobody", "none", "neither", "nor", "without", "cannot", "hardly", "if"}
)


@dataclass(frozen=True, slots=True)
class Doubts:
    """Which of the network's answers have to be surer."""

    is_turned: bool = False
    """A word or mark near the target may turn the meaning round."""
    is_distanced: bool = False
    """The cue keeps its distance, or asks."""

    def concern(self, polarity: Polarity) -> bool:
        """True for praise that may be none."""
        return polarity == "positive" and (self.is_turned or self.is_distanced)


NO_DOUBTS: Final = Doubts()


def doubts_about(reading: Reading, attribution: Attribution, cue: CueStance, about: About) -> Doubts:
    """The doubts about what the network says of one target."""
    start, end = reading.source.locate(about.evidence)
    tree = reading.tree_at(start)
    if tree is None:
        return Doubts(is_turned=True)
    number = reading.source.sentence_at(start)
    first, last = reading.source.sentences[number] if number is not None else (start, end)
    tokens = tree.tokens(first, last)
    is_turned = any(_turns(tree, token) for token in tokens)
    return Doubts(is_turned=is_turned, is_distanced=cue.cue_class == "distancing")


def _turns(tree: Tree, token: int) -> bool:
    word = tree.lower[token]
    return word in _TURNING or word in words_of("deny")
