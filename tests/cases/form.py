"""The form of a case: an article, and what must, may and must not be found in it. Read from one JSON file each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDERS: Final = tuple(Path(__file__).parent / name for name in ("before", "after", "fresh"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something that a case names, with every name that counts as right."""

    kind: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One attribution that must be found, or may be (`optional`). `None` in the other fields: not asked."""

    speaker: str
    content: tuple[str, ...]
    """Exact pieces of the text (or of the title); together they are one attribution."""
    kind: str | None
    directness: str
    about: tuple[str, ...]
    stance: str | None
    said_on: tuple[str | None, ...]
    """Any of these is right: a day, a month or a year in ISO form; None: the text tells no time."""
    on_behalf_of: str | None
    negated_report: bool
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """One thing that must not come out; exactly one of `content` alone, `speaker` alone, both, or `apart` is set."""

    reason: str
    content: str | None = None
    """Never a statement of its own. With `speaker`: never said by that one."""
    speaker: str | None = None
    apart: tuple[str, str] | None = None
    """Two that must never be one actor."""
    unless_negated: bool = False
    """Allowed where the record says that it was denied or not said."""

    def __str__(self) -> str:
        said = " / ".join(part for part in (self.speaker, self.content) if part)
        return said or " = ".join(self.apart or ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One article with its right answers."""

    id: str
    written: str
    """"before" or "after" the output of an extractor on such texts had been looked at; "fresh": as "before", but when
    the failures of the other two halves had been repaired.
    """
    phenomenon: str
    style: str
    covers: frozenset[str]
    article: Article
    exhaustive: bool
    """True: what is not listed is not an attribution."""
    wanted: tuple[Wanted, ...]
    forbidden: tuple[Forbidden, ...]
    entities: Mapping[str, Entity]

    @property
    def required(self) -> tuple[Wanted, ...]:
        """What must be found."""
        return tuple(wanted for wanted in self.wanted if not wanted.optional)


def load_cases() -> tuple[Case, ...]:
    """Every case, in the order of their ids."""
    paths = sorted((path for folder in FOLDERS for path in folder.glob("*.json")), key=lambda path: path.name)
    return tuple(read_case(json.loads(path.read_text("utf-8"))) for path in paths)


def read_case(told: Mapping[str, Any]) -> Case:
    """A case from its JSON object."""
    expect = told["expect"]
    return Case(
        id=told["id"],
        written=told["written"],
        phenomenon=told["phenomenon"],
        style=told["style"],
        covers=frozenset(told["covers"]),
        article=Article(id=told["id"], **told["article"]),
        exhaustive=expect["exhaustive"],
        wanted=tuple(_wanted(one) for one in expect["statements"]),
        forbidden=tuple(_forbidden(one) for one in expect["must_not"]),
        entities={
            name: Entity(kind=one["kind"], aliases=tuple(one["aliases"])) for name, one in expect["entities"].items()
        },
    )


def _wanted(told: Mapping[str, Any]) -> Wanted:
    return Wanted(
        speaker=told["speaker"],
        content=tuple(told["content"]),
        kind=told["kind"],
        directness=told["directness"],
        about=tuple(told["about"]),
        stance=told["stance"],
        said_on=tuple(told.get("said_on_any", (told["said_on"],))),
        on_behalf_of=told["on_behalf_of"],
        negated_report=told["negated_report"],
        optional=told.get("optional", False),
    )


def _forbidden(told: Mapping[str, Any]) -> Forbidden:
    reason = told["reason"]
    unless_negated = told.get("unless") == "negated"
    if "no_content" in told:
        return Forbidden(reason=reason, content=told["no_content"], unless_negated=unless_negated)
    if "no_speaker" in told:
        return Forbidden(reason=reason, speaker=told["no_speaker"])
    if "no_merge" in told:
        one, other = told["no_merge"]
        return Forbidden(reason=reason, apart=(one, other))
    pair = told["no_pair"]
    return Forbidden(reason=reason, speaker=pair["speaker"], content=pair["content"], unless_negated=unless_negated)
