"""Finds the extractor of a name among the installed plug-ins (entry points of the group `kg.extractors`)."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Final

from kg.errors import PluginError

if TYPE_CHECKING:
    from kg.extract.protocol import Extractor

GROUP: Final = "kg.extractors"


def extractor_names() -> tuple[str, ...]:
    """Names of all installed extractors, sorted."""
    return tuple(sorted({entry.name for entry in entry_points(group=GROUP)}))


def load_extractor(name: str) -> Extractor:
    """The extractor of that name.

    Raises: PluginError: there is none, or it does not load or work as `kg.extract.protocol.Extractor` asks.
    """
    # Two packages may offer one name; the choice must not hang on the order of installation.
    entries = sorted(entry_points(group=GROUP, name=name), key=lambda entry: entry.value)
    if not entries:
        raise PluginError(f"there is no extractor {name!r}; installed: {', '.join(extractor_names()) or 'none'}")
    place = entries[0].value
    try:
        extractor: Extractor = entries[0].load()()
    except (ImportError, AttributeError, TypeError) as error:
        raise PluginError(f"the extractor {name!r} ({place}) cannot be loaded: {error}") from error
    lacking = [part for part in ("name", "version", "extract") if not hasattr(extractor, part)]
    if lacking:
        raise PluginError(f"the extractor {name!r} ({place}) has no {lacking[0]!r}")
    return extractor
