"""HTML fragments, such as feeds and records carry -> plain text, one paragraph a line."""

from __future__ import annotations

import re
from typing import Final

_BLOCKS: Final = frozenset(
    {
        *(
            "address",
            "article",
            "blockquote",
            "br",
            "dd",
            "div",
            "dt",
            "figcaption",
            "figure",
            "footer",
            "header",
            "hr",
        ),
        *("h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"),
    }
)
_SILENT: Final = frozenset({"script", "style", "template", "noscript", "iframe", "object", "svg", "figure"})


def text_of_fragment(markup: str) -> str:
    """The words of a fragment, without scripts and pictures; a string without marks stays but for blanks.

    >>> text_of_fragment("<p>It is <b>open</b>.</p><script>x()</script><p>She said so.</p>")
    'It is open.\\nShe said so.'
    """
    if "<" not in markup and "&" not in markup:
        return _tidied(markup)
    from lxml import etree, html

    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(f"<div>{markup}</div>", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return ""
    parts: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            silent = tag in _SILENT or any(above.tag in _SILENT for above in element.iterancestors())
            parts.append("\n" if tag in _BLOCKS else "")
            parts.append("" if silent else element.text or "")
        else:
            outer = any(above.tag in _SILENT for above in element.iterancestors())
            parts.append("\n" if tag in _BLOCKS else "")
            parts.append("" if outer else element.tail or "")
    return _tidied("".join(parts))


def _tidied(text: str) -> str:
    lines = (re.sub(r"[ \t\r\f\v]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
