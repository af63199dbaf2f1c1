"""Annotated articles as JSON lines: the form of gold, which `formats.json_lines` reads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.model import Article, Attribution, Span

Json = dict[str, object]


def annotated_record(
    article: Article, attributions: Sequence[Attribution], further: Sequence[Mapping[str, object]]
) -> Json:
    """One line: the article, and source, cue and content of each attribution of its text; kinds stay open.

    Args: further: for each attribution, keys of its own beside these, which readers of gold leave alone.
    """
    about: Json = {
        "publisher": article.publisher,
        "published": article.published,
        "byline": list(article.byline),
        "genre": article.genre,
    }
    return {
        "id": article.id,
        "title": article.title,
        **{name: value for name, value in about.items() if value},
        "text": article.text,
        "attributions": [
            {
                "source": _offsets(one.source) or None,
                "cue": _offsets(one.cue),
                "content": _offsets(one.content),
                **more,
            }
            for one, more in zip(attributions, further, strict=True)
        ],
    }


def _offsets(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
