"""Classes of cues: whether a passage reports speech, cites, or ascribes something else."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable


class CueClass(StrEnum):
    """What stands between source and content."""

    SPEECH = "speech"
    """A verb of saying."""
    ACCORDING = "according"
    """The words "according to"."""
    MARK = "mark"
    """A colon or a dash only."""
    OTHER = "other"
    """All else: beliefs, aims, praise, blame, documents that show something; also no cue at all."""


# The forms that the scorer of docs/benchmarks.md counts as saying, no more and no less: figures stay comparable.
_FORMS: Final = """
acknowledged acknowledges add added adding adds alleged alleges announced announces announcing argue argued argues
arguing ask asked asking asks asserted asserts claim claimed claiming claims confirmed confirming confirms declared
declares declaring denied denies denying emphasised emphasized explained explaining explains insisted insisting
insists noted notes noting quoted recalled reiterated remarked replied replies reported reporting reports responded
responds said say saying says stated states stating stressed stresses stressing suggested suggesting suggests tell
telling tells told tweeted tweets warn warned warning warns write writes writing wrote
"""
_SAYING: Final = frozenset(_FORMS.split())
_LETTERS: Final = re.compile(r"[^\W\d_]+")


def cue_class(pieces: Iterable[str]) -> CueClass:
    """The class of a cue, given as the pieces of text that make it up.

    Source: `score_attributions.py`, the scorer of docs/benchmarks.md.

    >>> cue_class(["has", "said"]), cue_class([":"]), cue_class([])
    (<CueClass.SPEECH: 'speech'>, <CueClass.MARK: 'mark'>, <CueClass.OTHER: 'other'>)
    """
    cue = " ".join(pieces).lower()
    words = _LETTERS.findall(cue)
    if "according" in words:
        return CueClass.ACCORDING
    if not _SAYING.isdisjoint(words):
        return CueClass.SPEECH
    return CueClass.OTHER if words or not cue else CueClass.MARK
