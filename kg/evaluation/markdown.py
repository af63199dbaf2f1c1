"""The list of mistakes as Markdown: to read, to comment on, to put into an issue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.evaluation.mistakes import Cause
from kg.evaluation.passages import shortened
from kg.evaluation.wording import CAUSES, notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.evaluation.mistakes import Mistake, Side

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>#!|~$&:@])")
_MARKS: Final = {"source": ("**", "**"), "cue": ("*", "*"), "content": ("⟦", "⟧")}


def markdown_list(mistakes: Iterable[Mistake], title: str) -> str:
    """One section for each cause that occurs, one entry for each mistake; the order of articles is kept.

    In a passage the source is bold, the cue slanted, the content stands in ⟦ ⟧. Everything else that an article's text
    could use as mark-up is escaped.
    """
    listed = list(mistakes)
    lines = [f"# {_plain(title)}", "", "Passages: **source**, *cue*, ⟦content⟧.", ""]
    for cause in Cause:
        ones = [one for one in listed if one.cause is cause]
        if ones:
            lines += [f"## {cause.value.capitalize()}: {len(ones)}", "", CAUSES[cause], ""]
            for one in ones:
                lines += _entry(one)
    return "\n".join(lines)


def _entry(mistake: Mistake) -> Iterator[str]:
    place = ", ".join(span.key for span in mistake.spans)
    yield f"- `{_code(mistake.article.id or mistake.article.key)}` {place} {_plain(notes(mistake))}".rstrip()
    for name, side in (("gold", mistake.gold), ("predicted", mistake.predicted)):
        if side is not None:
            yield f"  - {name}: {_passage(side)}"
    yield ""


def _passage(side: Side) -> str:
    return " ".join("".join(_piece(words, role) for words, role in shortened(side.passage)).split())


def _piece(words: str, role: str | None) -> str:
    if role is None or not words.strip():
        return _plain(words)
    before, after = _MARKS[role]
    # Marks take only where they touch the words.
    inner = words.strip()
    lead, tail = words[: words.index(inner)], words[words.index(inner) + len(inner) :]
    return f"{lead}{before}{_plain(inner)}{after}{tail}"


def _plain(words: str) -> str:
    shown = "".join(character if character.isprintable() else " " for character in words)
    return _SPECIAL.sub(r"\\\1", shown)


def _code(words: str) -> str:
    return "".join(character if character.isprintable() and character != "`" else " " for character in words)
