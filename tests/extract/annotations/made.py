"""One invented article, and annotations of it as tests write them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.extract.annotations import AnnotatedArticle, read_annotations

if TYPE_CHECKING:
    from pathlib import Path

    from kg.errors import ArticleError
    from kg.model import Article, Span

TEXT = (
    "Norland’s harbour minister, Ilse Harrow, said the ferries would stop. "
    "“We waited a year 🚢,” she told reporters.\n\n"
    "Valdoria denied that it had closed the channel.\n"
)


def place(words: str, text: str = TEXT) -> tuple[int, int]:
    """Where words stand for the first time, in code points."""
    start = text.index(words)
    return start, start + len(words)


def record(**others: object) -> dict[str, object]:
    """A JSON line with one attribution, changed by whatever is given."""
    return {"id": "ferries", "text": TEXT, "attributions": [attribution()], **others}


def attribution(**others: object) -> dict[str, object]:
    """Harrow's first words, as JSON."""
    return {
        "source": [list(place("Ilse Harrow"))],
        "cue": [list(place("said"))],
        "content": [list(place("the ferries would stop"))],
        **others,
    }


def json_line_file(folder: Path, *records: object) -> Path:
    """A file of records, strings among them as they are."""
    path = folder / "a.jsonl"
    lines = (one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in records)
    path.write_text("".join(line + "\n" for line in lines), "utf-8")
    return path


def read(path: Path, format: str | None = None, articles: Path | None = None) -> list[AnnotatedArticle]:
    """All annotated articles; fails where there is an error."""
    found = list(read_annotations(path, format, articles=articles))
    assert all(isinstance(one, AnnotatedArticle) for one in found), found
    return [one for one in found if isinstance(one, AnnotatedArticle)]


def read_one(path: Path, format: str | None = None) -> AnnotatedArticle:
    """The only annotated article."""
    (one,) = read(path, format)
    return one


def refusals(path: Path, format: str | None = None) -> list[ArticleError]:
    """All errors; fails where an article could be read."""
    found = list(read_annotations(path, format))
    assert not any(isinstance(one, AnnotatedArticle) for one in found), found
    return [one for one in found if not isinstance(one, AnnotatedArticle)]


def refusal(path: Path, format: str | None = None) -> str:
    """The sentence of the only error."""
    (error,) = refusals(path, format)
    return str(error)


def words(article: Article, spans: tuple[Span, ...]) -> list[str]:
    """The spans cut out."""
    return [article.cut(span) for span in spans]


def told(annotated: AnnotatedArticle) -> list[tuple[list[str], list[str], list[str]]]:
    """Source, cue and content of each attribution as words."""
    return [
        (words(annotated.article, one.source), words(annotated.article, one.cue), words(annotated.article, one.content))
        for one in annotated.attributions
    ]
