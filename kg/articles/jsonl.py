"""JSON lines: one object a line, one object an article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.articles.decode import MAX_BYTES, decode, refuse_binary, refuse_long_line, too_large
from kg.articles.plain import inline_dateline
from kg.articles.records import metadata_of, writable
from kg.errors import ArticleError, EmptyArticle, MalformedRecord, UnreadableFile
from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.articles.protocol import SourceFile

TEXT_FIELDS = ("text", "body", "articleBody", "content", "maintext")
"""Names under which records hold the text: ours, schema.org's and those of common crawlers; the first present wins."""
_WIDE = (b"\xff\xfe", b"\xfe\xff")


class JsonLinesLoader:
    """Reads a file of records line by line, so that its size does not matter."""

    def load(self, source: SourceFile) -> Iterator[Article | ArticleError]:
        """Articles and broken records, in the order of the lines."""
        for number, record in json_records(source):
            if isinstance(record, ArticleError):
                yield record
                continue
            try:
                yield article_of(record, number, source)
            except ArticleError as error:
                yield error


def json_records(source: SourceFile) -> Iterator[tuple[int, dict[str, object] | ArticleError]]:
    """Every object of a file with its 1-based line, or what is wrong with that line; blank lines are left out.

    Raises: UnreadableFile: a line is over the limit of its size.
    """
    for number, line in _lines(source):
        if not line.strip():
            continue
        try:
            if number == 1:
                refuse_binary(line, source)
            yield number, _record(line, number, source)
        except UnreadableFile as error:
            yield number, error
            if number == 1 and error.line is None:
                return
        except ArticleError as error:
            yield number, error


def _lines(source: SourceFile) -> Iterator[tuple[int, bytes]]:
    first = source.stream.readline(MAX_BYTES + 1)
    if first.startswith(_WIDE):
        # Two bytes a character: a line end is no single byte, so the file has to be decoded as a whole.
        string = decode(first + source.stream.read(MAX_BYTES), source)
        yield from enumerate((line.encode("utf-8", "surrogatepass") for line in string.split("\n")), start=1)
        return
    number, line = 1, first.removeprefix(b"\xef\xbb\xbf")
    while line:
        if len(line) > MAX_BYTES:
            raise UnreadableFile(too_large("this line"), source=source.name, line=number)
        yield number, line
        number, line = number + 1, source.stream.readline(MAX_BYTES + 1)


def article_of(record: dict[str, object], number: int | None, source: SourceFile) -> Article:
    """The article that one object holds; what the object does not say stays None.

    Args: number: 1-based line of the object, for messages; None where it has no line of its own.

    Raises: MalformedRecord: no text, or a field of another type. EmptyArticle, UnreadableFile: no text to read.
    """
    record_id = id_of(record, number, source)

    def broken(problem: str) -> MalformedRecord:
        return MalformedRecord(problem, source=source.name, line=number, record=record_id)

    field = next((name for name in TEXT_FIELDS if record.get(name) is not None), "text")
    text = record.get(field)
    title = record.get("title", record.get("headline"))
    if text is None:
        raise broken('the record has no "text"')
    if not isinstance(text, str):
        raise broken(f'"{field}" is not a string')
    if title is not None and not isinstance(title, str):
        raise broken('"title" is not a string')
    if not text.strip():
        raise EmptyArticle(f'"{field}" has no words', source=source.name, line=number, record=record_id)
    refuse_long_line(text, source, first_line=number, is_record=True, record=record_id)
    metadata = metadata_of(record, where=source.name if number is None else f"{source.name}, line {number}")
    if "dateline" not in metadata and (place := inline_dateline(text)):
        metadata["dateline"] = place
    return Article(
        text=writable(text),
        title=writable(title or ""),
        id=record_id,
        source_file=source.file_name,
        loader="jsonl" if number is not None else "json",
        **metadata,
    )


def _record(line: bytes, number: int, source: SourceFile) -> dict[str, object]:
    try:
        record = json.loads(decode(line, source))
    except UnreadableFile as error:
        raise UnreadableFile(error.problem, source=source.name, line=number) from None
    except json.JSONDecodeError as error:
        problem = f"not valid JSON ({error.msg}, column {error.colno})"
        raise MalformedRecord(problem, source=source.name, line=number) from None
    except (ValueError, RecursionError):
        problem = "not usable JSON (numbers too long or brackets too deep)"
        raise MalformedRecord(problem, source=source.name, line=number) from None
    if not isinstance(record, dict):
        raise MalformedRecord("not a JSON object", source=source.name, line=number)
    return record


def id_of(record: dict[str, object], number: int | None, source: SourceFile) -> str | None:
    """The object's own id as a string, None where it has none.

    Raises: MalformedRecord: it is neither a string nor a number.
    """
    given = record.get("id")
    if given is None or given == "":
        return None
    if isinstance(given, bool) or not isinstance(given, str | int):
        raise MalformedRecord('"id" is neither a string nor a number', source=source.name, line=number)
    return writable(str(given))
