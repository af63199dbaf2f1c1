"""Writes every generated file of the project, or (--check) says which are not as they would be generated.

    python tools/generate.py            write
    python tools/generate.py --check    exit 1 and name the files that differ

To add a file: write a function that returns its whole text (same input, same text: no clock), and register it below.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import generate_examples
import generate_queries
import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT: Final = Path(__file__).resolve().parent.parent

GENERATED: Final[dict[str, Callable[[Path], str]]] = {
    "kg/vocab/dmr.py": vocabulary.render_terms,
    "kg/vocab/voc.py": vocabulary.render_concepts,
    "ontology/TERMS.md": vocabulary.render_table,
    "queries/README.md": generate_queries.render_catalogue,
    "queries/examples.ttl": generate_examples.render_examples,
}
"""File below the root of the project -> function from that root to the file's text."""


def main(arguments: list[str]) -> int:
    is_check = "--check" in arguments
    stale = []
    for name, render in GENERATED.items():
        target = ROOT / name
        text = render(ROOT)
        if target.is_file() and target.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not is_check:
            target.write_text(text, encoding="utf-8", newline="\n")
    for name in stale:
        print(f"{'stale' if is_check else 'wrote'}: {name}")
    return 1 if is_check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
