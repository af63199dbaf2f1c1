"""What the site is made from: links that move with their page, docstrings told in another markup, runnable examples."""

from __future__ import annotations

import re
import sys
from pathlib import PurePosixPath

import pytest

from tests.docs.conftest import ROOT

sys.path.insert(0, str(ROOT / "tools"))
from docs_site.docstrings import restructured
from docs_site.links import local_targets, relinked
from docs_site.staging import first_sentence

PLACES = {"queries/README.md": "queries/index.md", "docs/limits.md": "limits.md", "README.md": "readme.md"}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("see [limits](../limits.md#size)", "see [limits](../limits.md#size)"),
        ("see [all](../../queries/README.md).", "see [all](../queries/index.md)."),
        ("see [`README`](../../README.md)", "see [`README`](../readme.md)"),
        ("see [the rules](../../kg/rules.csv) there", "see the rules there"),
        ("see [elsewhere](https://example.org/a.md)", "see [elsewhere](https://example.org/a.md)"),
        ("code `[x](../../README.md)` stays", "code `[x](../../README.md)` stays"),
        ("```\n[x](../../README.md)\n```", "```\n[x](../../README.md)\n```"),
        ("see [the\nlimits](../limits.md) and `a`", "see [the\nlimits](../limits.md) and `a`"),
        ("see [all the\n`queries`](../../queries/README.md)", "see [all the\n`queries`](../queries/index.md)"),
        ("a [bracket\n\nand [all](../../queries/README.md)", "a [bracket\n\nand [all](../queries/index.md)"),
        ("here [below](#below)", "here [below](#below)"),
    ],
)
def test_links_move_with_their_page(written: str, shown: str) -> None:
    assert relinked(written, PurePosixPath("docs/how-to/page.md"), "how-to/page.md", PLACES) == shown


def test_targets_are_told_from_the_root_of_the_repository() -> None:
    text = "[a](../limits.md), [b](other.md#x), [c](https://example.org), `[d](e.md)`"
    assert list(local_targets(text, PurePosixPath("docs/how-to/page.md"))) == ["docs/limits.md", "docs/how-to/other.md"]


@pytest.mark.parametrize(
    ("docstring", "shown"),
    [
        ("Sum of X[i] * w_ over |S|.", r"Sum of X[i] \* w\_ over \|S\|."),
        ("Of `rows`, `Rows`s and more.", r"Of ``rows``, :py:obj:`Rows <kg.Rows>`\ s and more."),
        (
            "Raises: QueryError: no such query.",
            "**Raises** :py:obj:`QueryError <kg.errors.QueryError>`: no such query.",
        ),
        ("Reference: A. Author, 1999.", "**Reference** A. Author, 1999."),
        (">>> 1 + 1\n2", ".. code-block:: pycon\n\n   >>> 1 + 1\n   2"),
        ("- one\n  goes on\n- two", "- one goes on\n\n- two"),
        ("Args:\n    since: first day,\n        included.", "**Args**\n\n- ``since``: first day, included."),
    ],
)
def test_docstrings_keep_every_character_in_another_markup(docstring: str, shown: str) -> None:
    roles = {"Rows": "kg.Rows", "QueryError": "kg.errors.QueryError"}
    assert "\n".join(restructured(docstring.split("\n"), roles)).strip() == shown


@pytest.mark.usefixtures("there")
def test_the_python_of_the_tutorial_runs() -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```", (ROOT / "docs" / "tutorial.md").read_text("utf-8"), re.M | re.S)
    names: dict[str, object] = {}
    exec(compile(code, "tutorial.md", "exec"), names)
    assert "passage" in str(names["card"])
    assert names["network"]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("# Title\n\nA page of some length tells in its first sentence what it is for. More.", "A page of some length"),
        ("# Title\n\n```console\n$ kg demo\n```\n\nThe demo builds a graph and shows it:\n\n- one", "The demo builds"),
        (
            "# Title\n\n![picture](x.svg)\n\n| a | b |\n\nTwo kinds. Views and plots are for different readers. Z.",
            "Two kinds. Views",
        ),
        (
            "# Title\n\nSee [the other page](y.md), which tells of everything that is left out here.",
            "See the other page, which",
        ),
    ],
)
def test_a_page_is_listed_with_its_first_sentence_of_prose(page: str, told: str) -> None:
    assert first_sentence(page).startswith(told)
    assert first_sentence(page).count("..") == 0
    assert "](" not in first_sentence(page)
