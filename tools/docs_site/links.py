"""Links of a page of the repository, made to fit the place that the page has in the site."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import PurePosixPath

_LINK: Final = re.compile(r"(!?\[[^\]\n]*\])\(([^)\s#]+)(#[^)\s]*)?\)")
_CODE: Final = re.compile(r"(`+[^`\n]*`+)")
_FENCE: Final = re.compile(r"^\s*(```|~~~)")


class DeadLink(Exception):
    """A page links to a file that the repository does not have."""


def local_targets(text: str, page: PurePosixPath) -> Iterator[str]:
    """Files of the repository that a page links to, relative to its root, in order and repeated."""
    found: list[str] = []

    def note(target: str) -> str:
        found.append(target)
        return target

    _map_links(text, page, note)
    yield from found


def relinked(text: str, page: PurePosixPath, place: str, places: Mapping[str, str]) -> str:
    """The text of `page` as it stands at `place` in the site.

    `places`: file of the repository -> its place in the site. Links to what has no place there lose the link and keep
    their words.
    """
    folder = posixpath.dirname(place)

    def moved(target: str) -> str | None:
        return posixpath.relpath(places[target], folder) if target in places else None

    return _map_links(text, page, moved)


def _map_links(text: str, page: PurePosixPath, map_target: Callable[[str], str | None]) -> str:
    def replaced(found: re.Match[str]) -> str:
        words, target, anchor = found.group(1), found.group(2), found.group(3) or ""
        if "://" in target or target.startswith("mailto:"):
            return found.group()
        moved = map_target(posixpath.normpath(posixpath.join(str(page.parent), target)))
        if moved is None:
            return words.strip("![]")
        return f"{words}({moved}{anchor})"

    lines, in_fence = [], False
    for line in text.split("\n"):
        if _FENCE.match(line):
            in_fence = not in_fence
        if in_fence:
            lines.append(line)
            continue
        pieces = _CODE.split(line) if _has_no_link_text_in_code(line) else [line]
        lines.append("".join(piece if piece.startswith("`") else _LINK.sub(replaced, piece) for piece in pieces))
    return "\n".join(lines)


def _has_no_link_text_in_code(line: str) -> bool:
    """False for `[`code`](page.md)`, whose link would be cut in two; such lines are taken as a whole."""
    return re.search(r"\[`[^`]*`[^\]]*\]\(", line) is None
