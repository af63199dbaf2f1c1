"""The guide to networks runs as it stands, on the demo."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import kg.analysis

if TYPE_CHECKING:
    import pytest

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "networks.md"


def test_the_steps_of_the_guide_run_one_after_the_other(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    steps = re.findall(r"^```python\n(.*?)^```", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    names: dict[str, object] = {}
    for step in steps:
        exec(compile(step, GUIDE.name, "exec"), names)
    shown = capsys.readouterr().out
    assert "statements," in shown
    assert "with p =" in shown
    names["graph"].close()  # type: ignore[attr-defined]


def test_every_function_that_the_guide_names_exists() -> None:
    table = GUIDE.read_text("utf-8").split("## 4.")[1].split("## 5.")[0]
    named = set(
        re.findall(r"`(\w+)`", " ".join(line.split("|")[2] for line in table.splitlines() if line.startswith("|")))
    )
    assert named <= set(kg.analysis.__all__)
    assert len(named) > 15
