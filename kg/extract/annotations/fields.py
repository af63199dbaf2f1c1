"""Values of a JSON object, each checked: a message names the field, what it holds and what it should hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard, TypeVar

from kg.articles.records import writable
from kg.extract.annotations.records import merged
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from kg.errors import MalformedRecord
    from kg.extract.annotations.records import Place
    from kg.model.spans import StringName

Member = TypeVar("Member", bound="StrEnum")

LARGEST = 2**31
"""Offsets beyond this lie in no text; the limit keeps arithmetic with them cheap."""


@dataclass(frozen=True, slots=True)
class Fields:
    """One object of a record. `path` says which ("attribution 3"), `place` where the record stands.

    Every method gives None (or nothing) where the field is missing or null, and raises MalformedRecord where it holds
    something else than it should.
    """

    values: Mapping[str, object]
    place: Place
    path: str = "the record"

    def value(self, name: str) -> object:
        """The field as it stands."""
        return self.values.get(name)

    def objects(self, name: str) -> list[Fields]:
        """A list of objects; they are called by the field's name without its plural and their rank, from 1."""
        value = self.value(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self._wrong(name, "a list")
        found: list[Fields] = []
        for rank, entry in enumerate(value, start=1):
            path = f"{name.removesuffix('s').replace('_', ' ')} {rank}"
            if not isinstance(entry, dict):
                raise self.place.broken(f"{path} is not a JSON object")
            found.append(Fields(entry, self.place, path))
        return found

    def nested(self, name: str) -> Fields | None:
        """An object."""
        value = self.value(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self._wrong(name, "a JSON object")
        return Fields(value, self.place, f'{self.path}, "{name}"')

    def text(self, name: str) -> str | None:
        """A string that is not empty."""
        value = self.value(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            raise self._wrong(name, "a string")
        return writable(value)

    def whole(self, name: str) -> int | None:
        """A whole number, 0 or more."""
        value = self.value(name)
        if value is None:
            return None
        if not _is_offset(value):
            raise self._wrong(name, "a whole number, 0 or more")
        return value

    def share(self, name: str) -> float:
        """A number from 0 to 1, also written as a string; 1 where the field is missing."""
        value = self.value(name)
        if value is None:
            return 1.0
        try:
            number = float(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else -1.0
        except (ValueError, OverflowError):
            number = -1.0
        if not 0.0 <= number <= 1.0:
            raise self._wrong(name, "a number from 0 to 1")
        return number

    def member(self, name: str, members: type[Member]) -> Member | None:
        """One of a few names."""
        value = self.text(name)
        if value is None:
            return None
        for member in members:
            if member.value == value:
                return member
        raise self._wrong(name, "one of " + ", ".join(member.value for member in members))

    def pair(self, name: str) -> tuple[int, int] | None:
        """[start, end], at least one character long."""
        value = self.value(name)
        return None if value is None else self._pair(name, value)

    def spans(self, name: str, string: StringName) -> tuple[Span, ...]:
        """A list of [start, end] as spans of a string of the article, in order; overlapping ones are made one."""
        value = self.value(name)
        if value is None:
            return ()
        if not isinstance(value, list):
            raise self._wrong(name, "a list of [start, end]")
        return merged(Span(*self._pair(name, entry), string) for entry in value)

    def _pair(self, name: str, value: object) -> tuple[int, int]:
        if isinstance(value, list) and len(value) == 2:
            start, end = value
            if _is_offset(start) and _is_offset(end) and start < end:
                return start, end
        problem = f"[start, end] with 0 <= start < end, but an entry is {str(value)[:60]}"
        raise self.place.broken(f'{self.path}: "{name}" should hold {problem}')

    def _wrong(self, name: str, wanted: str) -> MalformedRecord:
        shown = str(self.value(name))[:60]
        return self.place.broken(f'{self.path}: "{name}" should be {wanted}, but is {shown!r}')


def _is_offset(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST
