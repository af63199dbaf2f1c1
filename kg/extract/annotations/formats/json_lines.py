"""JSON lines: one article a line, with `attributions`. What `kg extract` writes is of this form, and so are gold files.

An attribution: `source`, `cue`, `content` as lists of [start, end] in code points of `text` (null: none), optional
`kind`, `why`, `outer`, `mode`, `quotes`, `cue_lemma`, `addressee`, `target`, `when`, `medium`, `rule`, `confidence`.
Those of the title stand in `title_attributions`, in the same form, counting in `title`. Where `mode` is given, the rest
is taken as complete, and nothing is read from the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.articles.jsonl import article_of, id_of, json_records
from kg.errors import ArticleError
from kg.extract.annotations.fields import Fields
from kg.extract.annotations.records import Place, Recorded, names_of
from kg.model import Attribution, Kind, Mode, Why

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.articles import SourceFile
    from kg.model.spans import StringName

NAME: Final = "jsonl"


def read_json_lines(source: SourceFile) -> Iterator[Recorded | ArticleError]:
    """The records of a file, in its order."""
    for number, record in json_records(source):
        if isinstance(record, ArticleError):
            yield record
            continue
        try:
            yield _recorded(record, number, source)
        except ArticleError as error:
            yield error


def _recorded(record: dict[str, object], number: int, source: SourceFile) -> Recorded:
    record_id = id_of(record, number, source)
    place = Place(source=source.name, line=number, record=record_id)
    if record.get("error"):
        raise place.broken(f"the record is about an input that could not be read: {record['error']}")
    if "attributions" not in record:
        raise place.broken('the record has no "attributions"')
    has_text = record.get("text", record.get("body")) is not None
    article = article_of(record, number, source) if has_text else None
    fields = Fields(record, place)
    attributions: list[Attribution] = []
    unmarked: set[int] = set()
    bare: set[int] = set()
    strings: tuple[tuple[str, StringName], ...] = (("title_attributions", "title"), ("attributions", "text"))
    for name, string in strings:
        before = len(attributions)
        entries = fields.objects(name)
        for index, entry in enumerate(entries):
            attribution = _attribution(entry, string, len(entries), before)
            if entry.value("kind") is None:
                unmarked.add(before + index)
            if entry.value("mode") is None:
                bare.add(before + index)
            attributions.append(attribution)
    _refuse_circles(attributions, place)
    return Recorded(
        place=place,
        article=article,
        names=names_of(article) if article else (record_id,) if record_id else (),
        text_sha256=fields.text("text_sha256"),
        attributions=tuple(attributions),
        unmarked=frozenset(unmarked),
        bare=frozenset(bare),
        part=fields.pair("range"),
    )


def _attribution(fields: Fields, string: StringName, count: int, before: int) -> Attribution:
    kind = fields.member("kind", Kind)
    why = fields.member("why", Why)
    outer = fields.whole("outer")
    if outer is not None and outer >= count:
        raise fields.place.broken(
            f'{fields.path}: "outer" is {outer}, but there are {count} attributions (0 the first)'
        )
    medium = fields.spans("medium", string)
    return Attribution(
        source=fields.spans("source", string),
        cue=fields.spans("cue", string),
        content=fields.spans("content", string),
        kind=kind or Kind.STATEMENT,
        why=why,
        mode=fields.member("mode", Mode) or Mode.INDIRECT,
        quotes=fields.spans("quotes", string),
        cue_lemma=fields.text("cue_lemma"),
        addressee=fields.spans("addressee", string),
        target=fields.spans("target", string),
        when=fields.spans("when", string),
        medium=medium[0] if medium else None,
        outer=None if outer is None else outer + before,
        rule=fields.text("rule") or NAME,
        confidence=fields.share("confidence"),
    )


def _refuse_circles(attributions: Sequence[Attribution], place: Place) -> None:
    """Raise where one attribution is told by another, and that one in the end by the first."""
    sound: set[int] = set()
    for start in range(len(attributions)):
        path: set[int] = set()
        number: int | None = start
        while number is not None and number not in sound:
            if number in path:
                raise place.broken(f'"outer" leads from attribution {start + 1} in a circle')
            path.add(number)
            number = attributions[number].outer
        sound |= path
