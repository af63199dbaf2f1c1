"""Plain text as agencies send it: title line, dateline line, body, publisher's tail.

The text of the article begins after the title, byline and dateline lines and ends with its last visible character;
everything between is kept as decoded, line ends and the publisher's tail too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.articles.decode import decode, read_all, refuse_long_line
from kg.errors import EmptyArticle
from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.articles.protocol import SourceFile
    from kg.errors import ArticleError

_TITLE_LIMIT = 300
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_UPPER = r"[^\W\d_a-z][^\W\d_a-z'’.\-]*"
_PLACE = rf"{_UPPER}(?:[ /]{_UPPER}){{0,3}}(?:, {_UPPER}(?: {_UPPER})?)?"
_AGENCY = r"\([^()\n]{2,40}\)"
_DASH = r"(?:--?|[–—])"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_PLACE_LINE = re.compile(rf"(?P<place>{_PLACE})(?:,? {_WEEKDAY}{_DAY})?(?: {_AGENCY})?(?: ?{_DASH})?[.:]?")
_DATED_LINE = re.compile(
    rf"(?P<place>[^\W\d_a-z]\w+(?:[ -][^\W\d_a-z]\w+){{0,2}}), {_WEEKDAY}{_DAY}(?: {_AGENCY})?(?: ?{_DASH})?"
)
_INLINE = re.compile(rf"(?P<place>{_PLACE})(?:, {_WEEKDAY}{_DAY})?(?: {_AGENCY})? {_DASH} ?\S")
_BYLINE = re.compile(r"By (?P<names>[^\W\d_a-z][^.!?\n]{2,80})")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*$")


class PlainTextLoader:
    """Reads one article from a text file."""

    def load(self, source: SourceFile) -> Iterator[Article | ArticleError]:
        """The one article of the file."""
        yield article_from_string(decode(read_all(source), source), source)


def article_from_string(string: str, source: SourceFile) -> Article:
    """The article that a decoded plain text holds.

    Raises: EmptyArticle: no words, or a title alone. UnreadableFile: a line is too long to be a paragraph.
    """
    refuse_long_line(string, source, first_line=1)
    lines = _visible_lines(string)
    if not lines:
        raise EmptyArticle("there are no words to read", source=source.name)
    body = 0
    title = byline = dateline = None
    if _is_title(lines, string):
        title, body = string[lines[0][0] : lines[0][1]], 1
    elif len(lines) == 1 and _is_bare_heading(string[lines[0][0] : lines[0][1]]):
        raise EmptyArticle("there is a title but no text under it", source=source.name)
    # A byline may stand before or after the place; the last line is always text.
    while body < len(lines) - 1:
        line = string[lines[body][0] : lines[body][1]]
        if dateline is None and (_PLACE_LINE.fullmatch(line) or _DATED_LINE.fullmatch(line)):
            dateline = re.sub(rf"\s*{_DASH}$", "", line)
        elif byline is None and title and (found := _BYLINE.fullmatch(line)):
            byline = found["names"]
        else:
            break
        body += 1
    text = string[lines[body][0] : lines[-1][1]]
    return Article(
        text=text,
        title=title or "",
        byline=(byline,) if byline else (),
        dateline=dateline or inline_dateline(text),
        source_file=source.file_name,
        loader="text",
    )


def inline_dateline(text: str) -> str | None:
    """The place of a dateline that opens the text ("GENEVA, Aug 2 (Agency) — ..."), None if there is none.

    >>> inline_dateline("GENEVA, Aug 2 (Example Wire) — An aid convoy has been cleared.")
    'GENEVA'
    """
    found = _INLINE.match(text[:200])
    return found["place"] if found else None


def _visible_lines(string: str) -> list[tuple[int, int]]:
    # Only these end a line: str.splitlines would also cut at vertical tabs and other control characters.
    lines = []
    for found in re.finditer(r"[^\r\n]+", string):
        stripped = found.group().strip()
        if stripped:
            start = found.start() + found.group().index(stripped)
            lines.append((start, start + len(stripped)))
    return lines


def _is_title(lines: list[tuple[int, int]], string: str) -> bool:
    if len(lines) < 2:
        return False
    first, second = (string[start:end] for start, end in lines[:2])
    if len(first) > _TITLE_LIMIT or _INLINE.match(first):
        return False
    if not _SENTENCE_END.search(first) or first.endswith(("?", "!")):
        return True
    # A title that ends like a sentence is known by the dateline under it.
    return bool(_PLACE_LINE.fullmatch(second) or _DATED_LINE.fullmatch(second))


def _is_bare_heading(line: str) -> bool:
    return len(line.split()) < 4 and not _SENTENCE_END.search(line)
