"""JSON files: one article, a list of articles, or an object that holds such a list; also schema.org's NewsArticle."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from kg.articles.decode import decode, read_all
from kg.articles.jsonl import TEXT_FIELDS, article_of
from kg.errors import ArticleError, MalformedRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.articles.protocol import SourceFile
    from kg.model import Article

_LISTS: Final = ("articles", "items", "documents", "results", "records", "data", "@graph", "entries")
"""Names under which an object may hold its articles; the first that holds a list wins."""


class JsonLoader:
    """Reads a whole file as one JSON value."""

    def load(self, source: SourceFile) -> Iterator[Article | ArticleError]:
        """Articles and broken records, in the order of the file.

        Raises: MalformedRecord: no JSON, or nothing in it that could be an article.
        """
        try:
            value = json.loads(decode(read_all(source), source))
        except json.JSONDecodeError as error:
            problem = f"not valid JSON ({error.msg}, column {error.colno})"
            raise MalformedRecord(problem, source=source.name, line=error.lineno) from None
        except (ValueError, RecursionError):
            problem = "not usable JSON (numbers too long or brackets too deep)"
            raise MalformedRecord(problem, source=source.name) from None
        for number, record in enumerate(_records(value, source), start=1):
            if not isinstance(record, dict):
                yield MalformedRecord(f"record {number} is not a JSON object", source=source.name)
                continue
            try:
                yield article_of(record, None, source)
            except ArticleError as error:
                yield type(error)(f"record {number}: {error.problem}", source=source.name, record=error.record)


def _records(value: object, source: SourceFile) -> list[object]:
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        if not any(field in value for field in TEXT_FIELDS):
            for name in _LISTS:
                held = value.get(name)
                if isinstance(held, list):
                    # A page's graph holds its site and its authors beside the article.
                    return [one for one in held if not _is_no_article(one)] if name == "@graph" else held
        return [value]
    raise MalformedRecord("neither an object nor a list of objects", source=source.name)


def _is_no_article(value: object) -> bool:
    return isinstance(value, dict) and not any(field in value for field in TEXT_FIELDS)
