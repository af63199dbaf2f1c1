"""Builds the documentation site into a folder.

    python tools/generate_docs.py                    docs/_build/html, with the notebooks executed
    python tools/generate_docs.py FOLDER --quick     without executing them

Nothing that is generated from code, queries or the ontology is kept in the repository: every build makes it anew.
Warnings are errors.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Final

from docs_site.staging import stage
from sphinx.cmd.build import main as sphinx

ROOT: Final = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Build the documentation site.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "_build" / "html")
    parser.add_argument("--quick", action="store_true", help="do not execute the notebooks")
    chosen = parser.parse_args(arguments)
    mode = "off" if chosen.quick else "cache"
    with tempfile.TemporaryDirectory() as made:
        source = Path(made) / "source"
        stage(ROOT, source)
        options = [
            "-W",
            "--keep-going",
            "-q",
            "-b",
            "html",
            "-c",
            str(ROOT / "docs"),
            "-d",
            str(Path(made) / "doctrees"),
        ]
        options += ["-D", f"nb_execution_mode={mode}"]
        return sphinx([*options, str(source), str(chosen.folder)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
