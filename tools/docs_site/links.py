"""Links of a page of the repository, made to fit the place that the page has in the site."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import PurePosixPath

_LINK: Final = re.compile(
    r"(?P<code>`+[^`\n]*`+)|(?P<words>!?\[(?:[^\]\n]|\n(?![ \t]*\n))*\])\((?P<target>[^)\s#]+)(?P<anchor>#[^)\s]*)?\)"
)
"""Code, which holds no links, or a link. Its words may hold code and go on in the next line of the paragraph."""
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
        target = found["target"]
        if found["code"] or "://" in target or target.startswith("mailto:"):
            return found.group()
        moved = map_target(posixpath.normpath(posixpath.join(str(page.parent), target)))
        if moved is None:
            return found["words"].strip("![]")
        return f"{found['words']}({moved}{found['anchor'] or ''})"

    done: list[str] = []
    prose: list[str] = []
    in_fence = False
    for line in text.split("\n"):
        is_mark = _FENCE.match(line) is not None
        if is_mark or in_fence:
            done += _LINK.sub(replaced, "\n".join(prose)).split("\n") if prose else []
            prose = []
            done.append(line)
        else:
            prose.append(line)
        in_fence ^= is_mark
    done += _LINK.sub(replaced, "\n".join(prose)).split("\n") if prose else []
    return "\n".join(done)
