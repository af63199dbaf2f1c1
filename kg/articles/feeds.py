"""RSS and Atom feeds: one article an item, with the longest text that the item gives.

Nothing is fetched, so of a feed of teasers the teasers are the texts. Entities that a feed defines are refused.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from kg.articles.decode import declared_charset, decode, read_all, refuse_long_line
from kg.articles.fragments import text_of_fragment
from kg.articles.plain import inline_dateline
from kg.articles.records import metadata_of, writable
from kg.errors import ArticleError, EmptyArticle, MalformedRecord, UnreadableFile, UnsafeInput
from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kg.articles.protocol import SourceFile

_TEXTS: Final = ("encoded", "content", "description", "summary")
"""Elements with the words of an item, the fullest kind first; the longest text wins."""
_DATES: Final = ("pubDate", "published", "date", "issued", "updated")
_OWN: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})
"""The entities that XML itself has. Feeds use those of HTML as well."""


class FeedLoader:
    """Reads the items of a feed."""

    def load(self, source: SourceFile) -> Iterator[Article | ArticleError]:
        """Articles and empty items, in the order of the feed; of items with one guid the last.

        Raises: UnsafeInput: the file defines entities. UnreadableFile: it is no feed.
        """
        data = read_all(source)
        root, broken = _parse(decode(data, source, declared=declared_charset(data)), source)
        name = _name(root)
        if name not in ("rss", "RDF", "feed"):
            raise UnreadableFile(f"this is no RSS or Atom feed (it begins with <{name[:40]}>)", source=source.name)
        publisher = next((" ".join(text.split()) for text in _texts(root, ("title",), deep=True)), None)
        items = [element for element in root.iter() if _name(element) in ("item", "entry")]
        last = {key: number for number, item in enumerate(items) if (key := _key(item)) is not None}
        for number, item in enumerate(items, start=1):
            key = _key(item)
            if key is not None and last[key] != number - 1:
                continue
            try:
                yield _article(item, number, key, publisher, source)
            except ArticleError as error:
                yield error
        if broken:
            problem = f"the feed is broken or cut short; {len(items)} item(s) were seen before that"
            yield MalformedRecord(problem, source=source.name)
        elif not items:
            yield EmptyArticle("the feed has no items", source=source.name)


def _parse(string: str, source: SourceFile) -> tuple[_Element, bool]:
    """Root element, and whether the file is broken behind what could be read."""
    from lxml import etree

    if re.search(r"<!ENTITY", string, re.IGNORECASE):
        raise UnsafeInput("the file defines XML entities, which could expand without end", source=source.name)
    string = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", string)
    string = re.sub(r"&([A-Za-z][A-Za-z0-9]{1,30});", _entity, string)
    string = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", " ", string)
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(string.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise UnreadableFile("this is no XML", source=source.name)
    return root, any(entry.level >= 3 for entry in parser.error_log)


def _entity(found: re.Match[str]) -> str:
    whole = found.group()
    return whole if found.group(1) in _OWN else html.escape(html.unescape(whole), quote=False)


def _name(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _texts(element: _Element, names: tuple[str, ...], *, deep: bool = False) -> Iterator[str]:
    """The texts of the children with one of these names, in the order of the names."""
    found = list(element.iter() if deep else element)
    for name in names:
        for child in found:
            if _name(child) == name:
                text = "".join(str(part) for part in child.itertext())
                if child.get("type") == "xhtml":
                    text = _markup(child)
                if text.strip():
                    yield text
                    if deep:
                        return


def _markup(element: _Element) -> str:
    from lxml import etree

    return "".join(etree.tostring(child, encoding="unicode") for child in element)


def _key(item: _Element) -> str | None:
    return next((text.strip() for text in _texts(item, ("guid", "id"))), None)


def _article(item: _Element, number: int, key: str | None, publisher: str | None, source: SourceFile) -> Article:
    text = max((text_of_fragment(markup) for markup in _texts(item, _TEXTS)), key=len, default="")
    title = " ".join(text_of_fragment(next(_texts(item, ("title",)), "")).split())
    if not text:
        raise EmptyArticle(f"item {number} has no text", source=source.name, record=key)
    refuse_long_line(text, source, first_line=None)
    record = {
        "published": next((stamp.strip() for stamp in _texts(item, _DATES)), None),
        "url": _address(item),
        "publisher": publisher,
        "author": [" ".join(name.split()) for name in _texts(item, ("creator", "author"))],
    }
    metadata = metadata_of(record, where=f"{source.name}, item {number}", date_source="record")
    if place := inline_dateline(text):
        metadata["dateline"] = place
    return Article(
        text=writable(text),
        title=writable(title),
        id=None if key is None else writable(key),
        source_file=source.file_name,
        loader="feed",
        **metadata,
    )


def _address(item: _Element) -> str | None:
    for child in item:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            address = (child.get("href") or child.text or "").strip()
            if address:
                return address
    return None
