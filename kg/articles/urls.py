"""Addresses of articles without secrets and without what only counts visitors."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|cmpid|ocid|_ga|ref_src|at_.*|s_cid|sr_share|share)",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"(.*token|.*api_?key|key|sig|signature|auth|authorization|password|passwd|pwd|secret|session(_?id)?|sid|jwt|code)",
    re.IGNORECASE,
)


def canonical_url(written: str) -> str | None:
    """The http(s) address without user information, fragment, tracking and token parameters; None for any other string.

    >>> canonical_url("https://user:pw@News.example/a?id=3&utm_source=x&token=abc#top")
    'https://news.example/a?id=3'
    >>> canonical_url("javascript:alert(1)") is None
    True
    """
    written = written.strip()
    if re.search(r"[\s<>\"{}|\\^`\x00-\x1f]", written):
        return None
    try:
        parts = urlsplit(written)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        return None
    default = {"http": 80, "https": 443}[parts.scheme.lower()]
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    place = host if port in (None, default) else f"{host}:{port}"
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _dropped(name)]
    # A query that loses nothing stays byte for byte: re-encoding could change what it points to.
    query = parts.query if len(kept) == len(parse_qsl(parts.query, keep_blank_values=True)) else urlencode(kept)
    return urlunsplit((parts.scheme.lower(), place, parts.path, query, ""))


def _dropped(name: str) -> bool:
    return bool(_TRACKING.fullmatch(name) or _SECRET.fullmatch(name))
