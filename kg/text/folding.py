"""Folding: a string -> the shadow that matching works on, with the way back.

Folded away: soft hyphens, zero-width characters, bidi marks and byte order marks (dropped), and so are a hyphen and a
line end that cut a word; special blanks (to a space, one for one); HTML entities and simple inline tags left in text;
UTF-8 that somebody read as Windows-1252 ("â€œ", "Ã«"); typographic quotation marks and apostrophes (to straight ones);
letters written with their accents apart (to one character each). Other line ends stay as they are.
"""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from dataclasses import dataclass

from kg.text.annotated import Shadow

_DROPPED = "\u00ad\u200b-\u200f\u2028\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_BLANKS = dict.fromkeys(
    map(ord, "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "
)
_WINDOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
# Continuation bytes 0x80-0xBF as Windows-1252 or Latin-1 shows them. After Å and Ä quotation marks are left alone,
# since there they may be real ones.
_REST = f"[\u0080-\u00bf{_WINDOWS}]"
_MISREAD = f"â{_REST}{{2}}|â€|Ã{_REST}|Â[\u00a0-\u00bf]|[ÅÄ](?:[\u0080-\u00bf€‚ƒ…†‡ˆ‰ŠŒŽ•–—˜™šœžŸ])(?<![«»])"
_CUT_WORD = r"(?<=[a-z]{2})-\r?\n(?=[a-z]{2})"
"""Hyphen and line end where a line of print cuts a word."""
_CHANGED = re.compile(
    rf"(?P<dropped>[{_DROPPED}]+|{_CUT_WORD})"
    rf"|(?P<entity>&(?:amp;)?(?:#\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,30}});)"
    rf"|(?P<closing></(?:a|abbr|b|cite|em|font|i|q|small|span|strong|sub|sup|u)>)"
    rf"|(?P<opening><(?:a|abbr|b|br|cite|em|font|i|q|small|span|strong|sub|sup|u)(?:\s[^<>]{{0,300}})?/?>)"
    rf"|(?P<doubled>''|``)"
    rf"|(?P<composed>[^\W\d_][\u0300-\u036f]+)"
    rf"|(?P<misread>{_MISREAD})"
)

_MARKS = {"‟": "“", "″": '"', "＂": '"', "‛": "‘", "`": "‘", "´": "’", "ʼ": "’", "‹": "‘", "›": "’"}
_ORIENTED: dict[int, str] = _BLANKS | str.maketrans(_MARKS)
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": ","})


@dataclass(frozen=True, slots=True)
class Folded:
    """A shadow, and the same string with its quotation marks still oriented (`“` opens, `”` closes, `"` unknown).

    `oriented` has the length of the shadow: position for position the same characters, but for the marks.
    """

    shadow: Shadow
    oriented: str


def fold(string: str) -> Folded:
    """The shadow of a string.

    >>> fold("Am\\xadbassador &quot;Zo\\u00c3\\u00ab&quot;").shadow.string
    'Ambassador "Zoë"'
    """
    found = next(_CHANGED.finditer(string), None)
    if found is None:
        oriented = string.translate(_ORIENTED)
        return Folded(Shadow(oriented.translate(_STRAIGHT)), oriented)
    pieces: list[str] = []
    starts, ends = array("l"), array("l")
    openings: list[tuple[int, int]] = []
    done = 0
    for change in _CHANGED.finditer(string):
        first, last = change.span()
        pieces.append(string[done:first])
        starts.extend(range(done, first))
        ends.extend(range(done + 1, first + 1))
        new = _replacement(change)
        pieces.append(new)
        starts.extend([first] * len(new))
        ends.extend([last] * len(new))
        # A tag belongs to the words that it marks, so that a span of them holds both tags.
        if change.lastgroup == "closing" and ends:
            ends[-1] = last
        elif change.lastgroup == "opening":
            openings.append((len(starts), first))
        done = last
    pieces.append(string[done:])
    starts.extend(range(done, len(string)))
    ends.extend(range(done + 1, len(string) + 1))
    for place, first in reversed(openings):
        if place < len(starts):
            starts[place] = first
    oriented = "".join(pieces).translate(_ORIENTED)
    return Folded(Shadow(oriented.translate(_STRAIGHT), starts, ends), oriented)


def _replacement(change: re.Match[str]) -> str:
    kind, old = change.lastgroup, change.group()
    if kind in ("dropped", "opening", "closing"):
        return ""
    if kind == "doubled":
        return '"' if old == "''" else "“"
    if kind == "composed":
        return unicodedata.normalize("NFC", old)
    if kind == "entity":
        new = html.unescape(html.unescape(old))
        # An entity of a dropped character is dropped, too; an unknown name stays as written.
        return re.sub(rf"[{_DROPPED}]", "", new) if new != old else old
    return _reread(old)


def _reread(misread: str) -> str:
    """The characters meant by UTF-8 bytes that were shown as Windows-1252; unchanged where they are no UTF-8."""
    if misread == "â€":
        # The closing mark's last byte has no character in Windows-1252 and is often lost.
        return "”"
    try:
        return re.sub(rf"[{_DROPPED}]", "", b"".join(_byte(c) for c in misread).decode("utf-8"))
    except UnicodeError:
        return misread


def _byte(character: str) -> bytes:
    return bytes([ord(character)]) if ord(character) < 256 else character.encode("cp1252")
