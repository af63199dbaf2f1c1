"""Where the shared cases and benchmarks lie, for tests that may only read them."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

SHARED = Path(__file__).resolve().parents[3] / "shared"
CASES = SHARED / "cases"
NEWS = SHARED / "bench" / "articles" / "articles.jsonl"

needs_news = pytest.mark.skipif(not NEWS.is_file(), reason="the licensed articles do not lie beside this checkout")
needs_cases = pytest.mark.skipif(not CASES.is_dir(), reason="the shared cases do not lie beside this checkout")


def case(name: str) -> dict[str, object]:
    """One case file, as it stands."""
    loaded: dict[str, object] = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    return loaded


def scorer() -> ModuleType:
    """The cases' own checker, imported from its file."""
    spec = importlib.util.spec_from_file_location("score_cases", CASES / "score_cases.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
