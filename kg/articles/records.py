"""Fields of an article as records name them: JSON lines, and the `.meta.json` beside a file."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypedDict

from kg.articles.dates import iso_stamp
from kg.articles.urls import canonical_url

if TYPE_CHECKING:
    from kg.model.articles import DateSource

log = logging.getLogger("kg.articles")

_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "published": ("published", "date", "datePublished", "published_at", "publishedAt", "date_publish", "pubDate"),
    "updated": ("updated", "modified", "dateModified", "updated_at"),
    "publisher": ("publisher", "source"),
    "byline": ("byline", "author", "authors"),
    "dateline": ("dateline",),
    "language": ("language", "lang", "inLanguage"),
    "genre": ("genre", "kind"),
    "licence": ("licence", "license"),
    "rights_holder": ("rights_holder", "attribution", "copyrightHolder"),
    "url": ("url", "canonical_url", "link"),
}
"""Our field -> the names that records use for it, the first present wins."""


class Metadata(TypedDict, total=False):
    """What a record says about an article, ready for `Article(**metadata)`; absent where it says nothing."""

    url: str
    published: str
    updated: str
    date_source: DateSource
    publisher: str
    byline: tuple[str, ...]
    dateline: str
    language: str
    genre: str
    licence: str
    rights_holder: str


def metadata_of(record: Mapping[str, object], *, where: str, date_source: DateSource = "record") -> Metadata:
    """The fields of one record. A value that cannot be used is left out and named in the log.

    Args: where: file and line, for the log.
    """
    found: Metadata = {}
    for stamp in ("published", "updated"):
        if (iso := _stamp(_first(record, stamp), stamp, where)) is not None:
            found[stamp] = iso
    if "published" in found:
        found["date_source"] = date_source
    if byline := _names(_first(record, "byline")):
        found["byline"] = byline
    written = _text(_first(record, "url"))
    if written and (url := canonical_url(written)):
        found["url"] = url
    if publisher := _text(_first(record, "publisher")):
        found["publisher"] = publisher
    if dateline := _text(_first(record, "dateline")):
        found["dateline"] = dateline
    if language := _text(_first(record, "language")):
        found["language"] = language
    if genre := _text(_first(record, "genre")):
        found["genre"] = genre
    if licence := _text(_first(record, "licence")):
        found["licence"] = licence
    if holder := _text(_first(record, "rights_holder")):
        found["rights_holder"] = holder
    return found


def writable(string: str) -> str:
    """The string with lone surrogates, which no file can hold, replaced one for one (offsets stay)."""
    return re.sub("[\ud800-\udfff]", "\ufffd", string)


def _first(record: Mapping[str, object], field: str) -> object:
    for name in _NAMES[field]:
        if record.get(name) not in (None, "", [], {}):
            return record[name]
    return None


def _text(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name")
    if not isinstance(value, str):
        return None
    return writable(" ".join(value.split())) or None


def _names(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(name for name in map(_text, values) if name)


def _stamp(value: object, field: str, where: str) -> str | None:
    if value is None:
        return None
    iso = iso_stamp(value) if isinstance(value, str) else None
    if iso is None:
        log.warning("%s: %s %.40r is not read as a date; write it as 2025-03-14", where, field, value)
    return iso
