"""Bytes of a file -> characters, or a sentence that says why not."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from kg.errors import EmptyArticle, UnreadableFile

if TYPE_CHECKING:
    from kg.articles.protocol import SourceFile

MAX_BYTES: Final = 64 * 1024 * 1024
"""Largest file that holds one article, and longest line of a file of many."""

MAX_PARAGRAPH: Final = 1_000_000
"""Characters of the longest line that is read as text. The longest real paragraphs have some thousands; what is longer
was written by no author, and would take minutes and gigabytes to parse."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_ENCODINGS = (
    "ascii", "big5", "cp", "euc", "gb", "iso2022", "iso8859", "koi8", "mac", "shift_jis", "tis", "utf-8", "utf-16",
    "utf-32",
)  # fmt: skip
"""Beginnings of what a declaration may name: Python's list also has "hex", "idna", "undefined" and the like."""
_SAMPLE = 8192
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f\v\x1b")
_BINARY_SHARE = 0.2
"""Share of control characters above which bytes are no text. Stray ones occur in real files, a few in a page."""


def read_all(source: SourceFile) -> bytes:
    """All bytes of a file that holds one article.

    Raises: UnreadableFile: it is over the limit. EmptyArticle: there are none.
    """
    data = source.stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableFile(too_large("the file"), source=source.name)
    if not data.strip():
        raise EmptyArticle("the file is empty", source=source.name)
    return data


def too_large(what: str) -> str:
    """The sentence that names the limit."""
    return f"{what} is larger than the limit of {MAX_BYTES // (1024 * 1024)} MB for one article; split it"


def refuse_long_line(
    string: str, source: SourceFile, *, first_line: int | None, is_record: bool = False, record: str | None = None
) -> None:
    """Raise where a line of an article is too long to be a paragraph.

    Args: first_line: 1-based line of the file where the string begins, None where lines mean nothing (a page's source).
    is_record: the whole string stands on that line, written as a record. record: the record's own id.

    Raises: UnreadableFile: names the line and the limit.
    """
    if len(string) <= MAX_PARAGRAPH:
        return
    for found in re.finditer(r"[^\r\n]+", string):
        length = found.end() - found.start()
        if length > MAX_PARAGRAPH:
            problem = f"one line of {length:,} characters; a paragraph may have {MAX_PARAGRAPH:,}: break the text up"
            within = 0 if is_record else string.count("\n", 0, found.start())
            line = None if first_line is None else first_line + within
            raise UnreadableFile(problem, source=source.name, line=line, record=record)


def decode(data: bytes, source: SourceFile, *, declared: str | None = None, fallback: str | None = None) -> str:
    """The characters, without a byte order mark; line ends and control characters stay.

    Order: byte order mark, `declared` (by the file itself or beside it), UTF-8, `fallback`.

    Raises: UnreadableFile: binary, or no encoding fits; the message names the line of the first wrong byte.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(encoding, data[len(mark) :], source)
    refuse_binary(data, source)
    declared = declared or source.encoding
    if declared and _codec(declared) not in (None, "utf-8"):
        return _decode_as(_western(declared), data, source)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if fallback is None:
            raise UnreadableFile(_wrong_byte(data, error), source=source.name, line=line_of(data, error)) from None
    return _decode_as(fallback, data, source)


def refuse_binary(data: bytes, source: SourceFile) -> None:
    """Raise where the bytes are no text.

    Raises: UnreadableFile: a known kind of binary file, or too many control characters.
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableFile(f"this is {what}, not text; format not supported yet", source=source.name)
    sample = data[:_SAMPLE]
    zeros = sample.count(0)
    # In English every other byte is zero; dashes and curly marks are not.
    if zeros > len(sample) / 4 and max(sample[::2].count(0), sample[1::2].count(0)) > 0.9 * zeros:
        raise UnreadableFile("UTF-16 without a byte order mark; save it as UTF-8", source=source.name)
    if sum(byte in _CONTROLS for byte in sample) > _BINARY_SHARE * len(sample):
        raise UnreadableFile("this is binary data, not text", source=source.name)


def line_of(data: bytes, error: UnicodeDecodeError) -> int:
    """1-based line of the first byte that could not be read."""
    return data.count(b"\n", 0, error.start) + 1


def _wrong_byte(data: bytes, error: UnicodeDecodeError) -> str:
    return (
        f"byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8 or declare its encoding "
        '("encoding" in its .meta.json)'
    )


def _decode_as(encoding: str, data: bytes, source: SourceFile) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        byte = f"byte 0x{data[error.start]:02x}"
        problem = f"{byte} does not fit the encoding {encoding}; save the file as UTF-8"
        raise UnreadableFile(problem, source=source.name, line=line_of(data, error)) from None


def _codec(name: str) -> str | None:
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return found.name if found.name.startswith(_ENCODINGS) else None


def _western(declared: str) -> str:
    # The HTML standard reads a declared ISO 8859-1 as windows-1252, which adds the curly marks.
    codec = _codec(declared)
    if codec in ("iso8859-1", "ascii"):
        return "cp1252"
    return codec or "utf-8"


def declared_charset(data: bytes) -> str | None:
    """The encoding that an HTML page declares in its first kilobytes, None if it declares none."""
    head = data[:4096]
    found = re.search(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]{2,40})", head, re.IGNORECASE)
    found = found or re.search(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:\-]{2,40})", head)
    return found.group(1).decode("ascii") if found else None
