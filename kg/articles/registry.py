"""Which loader reads which file name extension: the entry-point group `kg.loaders`."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kg.articles.protocol import ArticleLoader

_GROUP: Final = "kg.loaders"


def formats() -> tuple[str, ...]:
    """The file name extensions that can be read, sorted, without dots."""
    return tuple(sorted({entry.name for entry in entry_points(group=_GROUP)}))


@cache
def loader_of(extension: str) -> ArticleLoader | None:
    """The loader of an extension (lower case, without dot), None where there is none."""
    found = sorted(entry_points(group=_GROUP, name=extension), key=lambda entry: entry.value)
    if not found:
        return None
    loader: ArticleLoader = found[0].load()()
    return loader


def extension_of(name: str) -> str:
    """The extension of a file name in lower case, without its dot; empty where it has none.

    >>> extension_of("wire/Story.TXT"), extension_of("README")
    ('txt', '')
    """
    stem, dot, extension = name.rpartition("/")[2].rpartition(".")
    return extension.lower() if dot and stem else ""


def unsupported(extension: str) -> str:
    """The sentence that names a format that cannot be read, and those that can."""
    what = f"format .{extension}" if extension else "a file without an extension: its format"
    return f"{what} is not supported yet; supported: {', '.join(f'.{name}' for name in formats())}"
