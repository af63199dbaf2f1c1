"""Saved web pages: the article alone, without navigation, related links and hidden text.

The text of the article is what trafilatura takes out of the page, one paragraph a line; offsets count its characters,
never those of the page's source. Nothing is fetched.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.articles.decode import declared_charset, decode, read_all, refuse_long_line
from kg.articles.page_metadata import read_metadata
from kg.articles.plain import inline_dateline
from kg.errors import EmptyArticle, UnreadableFile, UnsafeInput
from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from configparser import ConfigParser

    from lxml.html import HtmlElement

    from kg.articles.protocol import SourceFile
    from kg.errors import ArticleError

_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class HtmlLoader:
    """Reads one article from a saved page."""

    def load(self, source: SourceFile) -> Iterator[Article | ArticleError]:
        """The one article of the page."""
        data = read_all(source)
        yield _article(_decode_page(data, source), source)


def _decode_page(data: bytes, source: SourceFile) -> str:
    declared = source.encoding or declared_charset(data)
    # What the HTML standard prescribes for pages that declare nothing and are no UTF-8.
    string = decode(data, source, declared=declared, fallback=None if declared else "cp1252")
    letters = [character for character in string if character.isalpha()]
    foreign = sum("\u00c0" <= character <= "\u00ff" for character in letters)
    if not declared and letters and foreign > len(letters) / 3 and not _is_utf8(data):
        raise UnreadableFile("the page is not UTF-8 and declares no encoding", source=source.name)
    return string


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _article(page: str, source: SourceFile) -> Article:
    if _ENTITY.search(page):
        raise UnsafeInput("the page defines XML entities, which could expand without end", source=source.name)
    tree = _parse(page, source)
    title, metadata = read_metadata(tree, where=source.name)
    _drop_hidden(tree)
    text = _body(tree, source)
    text = _without_title(text, title)
    if not text.strip():
        raise EmptyArticle("there is no article text in the page", source=source.name)
    if "dateline" not in metadata and (place := inline_dateline(text)):
        metadata["dateline"] = place
    refuse_long_line(text, source, first_line=None)
    return Article(text=text, title=title, source_file=source.file_name, loader="html", **metadata)


def _parse(page: str, source: SourceFile) -> HtmlElement:
    from lxml import etree, html

    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    # An encoding declaration in front of an already decoded string is refused by lxml.
    page = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", page).replace("\x00", "")
    try:
        return html.document_fromstring(page, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise EmptyArticle("there is no article text in the page", source=source.name) from None


def _drop_hidden(tree: HtmlElement) -> None:
    for element in list(tree.iter()):
        marked = element.get("hidden") is not None or element.get("aria-hidden") == "true"
        if (marked or _HIDDEN.search(element.get("style") or "")) and element.getparent() is not None:
            element.drop_tree()


def _body(tree: HtmlElement, source: SourceFile) -> str:
    from trafilatura import bare_extraction

    try:
        # `fast` leaves out the comparison with other extractors: they join paragraphs and keep hidden text.
        found = bare_extraction(
            tree,
            fast=True,
            include_comments=False,
            with_metadata=False,
            # No date is asked for; if a later version reads one anyway, it must not search the running text.
            date_extraction_params={"extensive_search": False, "original_date": True},
            config=_config(),
        )
    except RecursionError:
        raise UnreadableFile("the page is nested too deep to be an article", source=source.name) from None
    text = getattr(found, "text", None)
    return text if isinstance(text, str) else ""


@cache
def _config() -> ConfigParser:
    from trafilatura.settings import use_config

    config = use_config()
    # Short items are the rule in this trade; the defaults take pages under 250 characters for failures.
    for name in ("MIN_EXTRACTED_SIZE", "MIN_OUTPUT_SIZE"):
        config.set("DEFAULT", name, "1")
    return config


def _without_title(text: str, title: str) -> str:
    """The text without a first line that repeats the title."""
    first, _, rest = text.partition("\n")
    same = " ".join(first.split()).casefold() == " ".join(title.split()).casefold()
    return rest if title and same else text
