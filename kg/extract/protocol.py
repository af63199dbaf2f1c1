"""The extension point for finding who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from kg.model import Attribution
    from kg.text import AnnotatedText


class Extractor(Protocol):
    """Finds the attributions of one annotated text.

    `name` and `version` go into the fingerprint of the extraction run: a new version means a new run.
    `extract` returns attributions in text order (title first), with `outer` indexes into the returned tuple;
    the same text always gives the same tuple.
    """

    name: str
    version: str

    def extract(self, text: AnnotatedText) -> tuple[Attribution, ...]:
        """All attributions of title and text."""
        ...


@runtime_checkable
class NameReader(Protocol):
    """What an extractor may offer besides: the names of a text, where it has read every word anyway.

    The text room's own recogniser, which costs as much as the parser, is then not run.
    """

    def with_names(self, text: AnnotatedText) -> AnnotatedText:
        """The same text with the names of title and text (`AnnotatedString.entities`)."""
        ...
