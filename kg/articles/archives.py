"""Archives: ZIP files and single files packed with gzip. Nothing is unpacked to disk; archives inside are refused."""

from __future__ import annotations

import gzip
import io
import stat
import zipfile
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from kg.articles.protocol import SourceFile
from kg.articles.registry import extension_of, loader_of, unsupported
from kg.errors import ArticleError, UnreadableFile, UnsafeInput

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Article

MAX_MEMBER: Final = 10 * 1024 * 1024
"""Largest member of an archive that is read, unpacked; a longer one has to be unpacked by the user."""
MAX_MEMBERS: Final = 100_000
_NESTED: Final = frozenset({"zip", "gz", "tgz", "tar", "bz2", "xz", "7z", "rar"})


class ZipLoader:
    """Reads the members of a ZIP file, each with the loader of its extension."""

    def load(self, source: SourceFile) -> Iterator[Article | ArticleError]:
        """Articles and refused members, in the order of the archive's directory.

        Raises: UnreadableFile: it is no ZIP file. UnsafeInput: it has too many members.
        """
        try:
            archive = zipfile.ZipFile(source.stream)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise UnreadableFile("this is no ZIP file, or it is cut short", source=source.name) from None
        with archive:
            members = archive.infolist()
            if len(members) > MAX_MEMBERS:
                problem = f"the archive has {len(members):,} members; at most {MAX_MEMBERS:,} are read"
                raise UnsafeInput(problem, source=source.name)
            for member in members:
                if member.is_dir() or _is_clutter(member.filename):
                    continue
                try:
                    yield from _read_member(archive, member, source)
                except ArticleError as error:
                    yield error


def _is_clutter(name: str) -> bool:
    """True for what file managers leave in archives, and for the `.meta.json` files beside articles."""
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/") if part != "..") or name.endswith(
        ".meta.json"
    )


def _read_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: SourceFile
) -> Iterator[Article | ArticleError]:
    name = f"{source.name}/{member.filename}"
    if "\\" in member.filename or member.filename.startswith("/") or ".." in member.filename.split("/"):
        raise UnsafeInput("the name of this member leads out of the archive", source=name)
    if stat.S_ISLNK(member.external_attr >> 16):
        raise UnsafeInput("this member is a link", source=name)
    extension = extension_of(member.filename)
    if extension in _NESTED:
        raise UnreadableFile("archives inside archives are not read; unpack this one", source=name)
    loader = loader_of(extension)
    if loader is None:
        raise UnreadableFile(unsupported(extension), source=name)
    try:
        with archive.open(member) as packed:
            data = packed.read(MAX_MEMBER + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError):
        raise UnreadableFile("this member is damaged or needs a password", source=name) from None
    if len(data) > MAX_MEMBER:
        problem = f"this member is larger than {MAX_MEMBER // (1024 * 1024)} MB; unpack the archive"
        raise UnreadableFile(problem, source=name)
    file_name = member.filename.rpartition("/")[2]
    yield from loader.load(SourceFile(name=name, file_name=file_name, stream=io.BytesIO(data)))


class GzipLoader:
    """Reads one packed file ("wire.jsonl.gz"), with the loader of the extension before ".gz"."""

    def load(self, source: SourceFile) -> Iterator[Article | ArticleError]:
        """What the loader of the packed file gives.

        Raises: UnreadableFile: no loader reads it, or it is no gzip file.
        """
        inner = (source.file_name or source.name).removesuffix(".gz").removesuffix(".GZ")
        extension = extension_of(inner)
        loader = None if extension in _NESTED else loader_of(extension)
        if loader is None:
            raise UnreadableFile(unsupported(extension), source=source.name)
        unpacked = cast("BinaryIO", gzip.GzipFile(fileobj=source.stream))
        try:
            yield from loader.load(replace(source, stream=unpacked, file_name=source.file_name))
        except (OSError, EOFError, zlib.error):
            problem = "this is no gzip file, or it is damaged or cut short"
            raise UnreadableFile(problem, source=source.name) from None
