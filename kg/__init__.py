"""Démarche: who said what about whom, on whose behalf, when, according to which article.

The names below are the public ones that most users need; each is loaded when it is first used, so that `import kg`
loads nothing else. Their types stand in `__init__.pyi`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

__version__ = "0.1.0"
__all__ = [
    "Corrections",
    "Graph",
    "KgError",
    "Ledger",
    "Rows",
    "StatementCard",
    "__version__",
    "build_graph",
    "catalogue",
    "open",
]

_PLACES: Final = {
    "Corrections": ("kg.ledger", "Corrections"),
    "Graph": ("kg.graph", "Graph"),
    "KgError": ("kg.errors", "KgError"),
    "Ledger": ("kg.ledger", "Ledger"),
    "Rows": ("kg.query", "Rows"),
    "StatementCard": ("kg.query", "StatementCard"),
    "build_graph": ("kg.build", "build_graph"),
    "catalogue": ("kg.query", "catalogue"),
    "open": ("kg.graph", "open_graph"),
}


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    module, attribute = _PLACES[name]
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
