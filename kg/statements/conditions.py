"""Whether a content holds only on a condition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kg.model import Attribution
    from kg.statements.reading import Reading

_CONDITION: Final = re.compile(
    r"\b(?:if|unless|provided(?: that)?|as long as|on (?:the )?condition that|only when|in case|should .{3,40}, )\b",
    re.IGNORECASE,
)
_NO_CONDITION: Final = re.compile(
    r"\b(?:as if|even if|what if|if not|whether|ask(?:ed|s)? if|see if|if any|if ever)\b", re.IGNORECASE
)


def is_conditional(reading: Reading, attribution: Attribution) -> bool:
    """True where the content hangs on an "if", "unless" or "provided that" of its own."""
    for span in attribution.content:
        words = reading.shadow[slice(*reading.source.locate(span))]
        if _CONDITION.search(_NO_CONDITION.sub(" ", words)):
            return True
    return False
