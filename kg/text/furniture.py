"""Lines of a page that are not part of the story: sharing, subscribing, corrections, captions, the outlet on itself."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 600
"""Characters of a line that may be furniture; longer ones tell something."""
_LONGEST_ADDRESS: Final = 220

_NOTICE = re.compile(
    r"©|\(c\) ?(?:19|20)\d\d|copyright (?:19|20|©|\(c\))|all rights reserved"
    r"|terms (?:of|and) (?:use|service|conditions)|privacy policy"
    r"|contact us for subscription|website contains only a portion|sign up (?:for|to) (?:our|the|receive)"
    r"|subscribe (?:to|now|for)\b.{0,40}(?:newsletter|channel|edition|access|offer|us\b)"
    r"|follow us on|share this (?:article|story|page|post)|join our (?:whatsapp|telegram|newsletter)"
    r"|(?:click|tap) here (?:to|for)|download (?:our|the) (?:free )?app\b"
    r"|this article (?:was )?(?:originally|first) (?:appeared|published)"
    r"|for more (?:information|news|stories),? (?:visit|see|go to|follow)"
    r"|sign up here\b|\bwe use cookies\b|\b(?:site|website|page) uses cookies\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:read (?:more|also|next)|see also|also read|more on this|recommended|most (?:read|popular)"
    r"|more from [\w ]{2,30}|related(?: (?:articles?|stories|news|topics|coverage|links?))?|story continues below"
    r"|editor'?s picks?|watch|listen|advertisement|trending|tags|share)(?: ?[:|»>].*|\.?)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:corrections?|clarification|editor'?s'? note|(?:reader |online |our )?polls?|(?:file )?photos?|pictures?|image"
    r"|caption|video|graphic|sponsored(?: content)?|disclaimer)(?: \([^()\n]{2,40}\))?:\s",
    re.IGNORECASE,
)
"""Labels of what stands beside a story: nobody speaks in it, whatever verbs it has."""
_READERS = r"(?:readers|listeners|viewers|subscribers|followers)"
_ADDRESS = re.compile(
    rf"\bour (?:{_READERS}|reporters|editors|newsroom|newsletters?|correspondents|advertisers|app)\b"
    rf"|\bthanks?(?: you)?(?: to)? (?:all )?(?:of )?(?:its|our|their|you, our) {_READERS}\b",
    re.IGNORECASE,
)
"""An outlet that speaks of itself, outside quotation marks."""


def is_notice(line: str) -> bool:
    """True for share, copyright and subscription lines: what follows one near the end of a text is no story."""
    return len(line) < LONGEST and _NOTICE.search(line) is not None


def is_aside(line: str, *, is_record: bool) -> bool:
    """True for links, captions, corrections, polls, and the outlet's words to its readers.

    `is_record`: the text has speakers' turns, in which "our readers" may be anybody's.
    """
    if _LABEL.fullmatch(line[:300]) or (len(line) < LONGEST and _ASIDE.match(line)):
        return True
    return not is_record and len(line) < _LONGEST_ADDRESS and '"' not in line and _ADDRESS.search(line) is not None
