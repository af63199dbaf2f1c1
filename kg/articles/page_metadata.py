"""What a saved page says about itself: JSON-LD first, then meta elements; never the running text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from kg.articles.records import Metadata, metadata_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_ARTICLE_TYPE = re.compile(r"(.*Article|BlogPosting|Report|PressRelease|LiveBlogPosting|SpecialAnnouncement)$")
_META: Final[dict[str, tuple[str, ...]]] = {
    "title": ("og:title", "dc.title", "twitter:title"),
    "published": (
        "article:published_time",
        "og:published_time",
        "datepublished",
        "dc.date.issued",
        "dc.date",
        "dcterms.issued",
        "dcterms.created",
        "citation_publication_date",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "date",
    ),
    "updated": ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified"),
    "publisher": ("og:site_name", "dc.publisher", "publisher", "application-name"),
    "author": ("author", "article:author", "dc.creator", "parsely-author"),
    "url": ("og:url",),
    "licence": ("dcterms.license", "dc.rights", "rights", "copyright"),
}
"""Field -> names of meta elements, the first present wins."""


def read_metadata(tree: HtmlElement, *, where: str) -> tuple[str, Metadata]:
    """Title (empty where the page has none) and metadata of a parsed page."""
    linked = _json_ld(tree)
    metas = _meta_elements(tree)
    stated = {field: metas[name] for field, names in _META.items() for name in reversed(names) if name in metas}
    if time := _first_value(tree, "//time[@itemprop='datePublished' or @pubdate]/@datetime"):
        stated.setdefault("published", time)
    if canonical := _first_value(tree, "//link[@rel='canonical']/@href"):
        stated["url"] = canonical
    if licence := _first_value(tree, "//link[@rel='license']/@href | //a[@rel='license']/@href"):
        stated["licence"] = licence
    if language := _first_value(tree, "/html/@lang | /html/@xml:lang"):
        stated["language"] = language
    metadata = metadata_of(stated, where=where, date_source="meta")
    # JSON-LD is written for machines and carries zones; a page's canonical link alone is more trusted than its "url".
    metadata |= metadata_of(
        {key: value for key, value in linked.items() if key not in ("url", "source", "kind")},
        where=where,
        date_source="json-ld",
    )
    headline = linked.get("headline")
    title = headline if isinstance(headline, str) and headline.strip() else stated.get("title")
    return _title(tree, title), metadata


def _title(tree: HtmlElement, stated: str | None) -> str:
    found = stated or _first_value(tree, "string(//h1[1])") or _first_value(tree, "string(//head/title)") or ""
    return " ".join(found.split())


def _json_ld(tree: HtmlElement) -> dict[str, object]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            # Broken JSON-LD is frequent, and the meta elements say the same.
            continue
        for item in _items(data):
            if any(isinstance(name, str) and _ARTICLE_TYPE.match(name) for name in _listed(item.get("@type"))):
                return item
    return {}


def _items(data: object) -> Iterator[dict[str, object]]:
    for entry in _listed(data):
        if isinstance(entry, dict):
            yield entry
            yield from (item for item in _listed(entry.get("@graph")) if isinstance(item, dict))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _meta_elements(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first_value(tree: HtmlElement, path: str) -> str | None:
    found = tree.getroottree().xpath(path)
    values = found if isinstance(found, list) else [found]
    return next((str(value).strip() for value in values if str(value).strip()), None)
