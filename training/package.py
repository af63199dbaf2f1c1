"""Makes an installable package of exported weights: what the extractor `accurate` looks for.

python -m training.package --weights runs/accurate/weights --out runs/accurate/package
pip install runs/accurate/package
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from kg.extract.reader.accurate import PACKAGE

PROJECT = f"""[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "{PACKAGE.replace("_", "-")}"
version = "0.1.0"
description = "Weights of the extractor 'accurate' of demarche-kg."
requires-python = ">=3.11"
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder that training.export wrote")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    inside = options.out / PACKAGE
    shutil.copytree(options.weights, inside, dirs_exist_ok=True)
    (inside / "__init__.py").write_text('"""Weights of the extractor `accurate`."""\n', encoding="utf-8")
    (options.out / "pyproject.toml").write_text(PROJECT, encoding="utf-8")


if __name__ == "__main__":
    main()
