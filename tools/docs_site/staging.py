"""Puts together the source of the site: pages as written, with their links moved, and generated pages."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from docs_site.command_pages import command_page
from docs_site.export_pages import export_page
from docs_site.links import DeadLink, local_targets, relinked
from docs_site.markdown import table, toctree
from docs_site.ontology_pages import contents, ontology_pages
from docs_site.query_pages import query_pages
from docs_site.reference_pages import reference_pages

if TYPE_CHECKING:
    from collections.abc import Iterable

STAND_INS: Final = {
    "README.md": "readme.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "queries/README.md": "queries/index.md",
    "ontology/README.md": "ontology/index.md",
    "ontology/TERMS.md": "ontology/index.md",
    "kg/__init__.pyi": "reference/index.md",
    "kg/cli/app.py": "commands.md",
    "kg/export/protocol.py": "exports.md",
}
"""File of the repository -> the page of the site that tells the same, or more."""

_WHOLE: Final = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "ontology/README.md")
"""Stand-ins that are the file itself; the others are generated."""

_MENU: Final = (
    ("Start", ("tutorial", "notebooks/index", "how-to/index")),
    (
        "Reference",
        (
            "Questions <queries/index>",
            "Ontology <ontology/index>",
            "Commands <commands>",
            "Exports <exports>",
            "Python <reference/index>",
        ),
    ),
    (
        "Background",
        (
            "Words <words>",
            "Methods <methods>",
            "Limits <limits>",
            "Quality and speed <benchmarks>",
            "Design <design/index>",
        ),
    ),
    ("Project", ("README <readme>", "Changelog <changelog>", "Contributing <contributing>")),
)
"""What the side of every page lists."""

_SHORT: Final = 50
"""A sentence with fewer characters is followed by the next one, where pages are listed with their first words."""


def stage(root: Path, source: Path) -> None:
    """Write the source of the whole site into an empty folder.

    Raises: DeadLink: a page links to a file that is not there.
    """
    pages = _written_pages(root)
    places = _places(root, pages)
    for file in sorted(places.keys() - set(pages) - STAND_INS.keys()):
        _copy(root / file, source / places[file])
    generated = {**ontology_pages(root), **query_pages(root), **reference_pages()}
    generated |= {"commands.md": command_page(), "exports.md": export_page()}
    for place, text in generated.items():
        _write(source / place, text)
    for file in sorted({*pages, *_WHOLE}):
        _write(source / places[file], _page(root, file, places))
    for folder, title in (("how-to", "How to"), ("design", "Design")):
        _write(source / folder / "index.md", _folder_page(root, folder, title))
    _write(source / "notebooks" / "index.md", _notebooks_page(root))


def _written_pages(root: Path) -> list[str]:
    """Pages of docs/ and notebooks/, and whatever other page of the repository one of them leads to."""
    # What a build of the site left behind is no page.
    docs = (file for file in (root / "docs").rglob("*.md") if "_build" not in file.parts)
    pages = sorted(str(file.relative_to(root)) for file in (*docs, *(root / "notebooks").glob("*.ipynb")))
    waiting = [*pages, *_WHOLE]
    while waiting:
        for target in _targets(root, waiting.pop()):
            is_new = target.endswith((".md", ".ipynb")) and target not in pages and target not in STAND_INS
            if is_new:
                pages.append(target)
                waiting.append(target)
    return sorted(pages)


def _places(root: Path, pages: Iterable[str]) -> dict[str, str]:
    """File -> place in the site, of every page and of every other file that a page shows or offers."""
    places = dict(STAND_INS)
    for page in (*pages, *_WHOLE):
        places.setdefault(page, _place(page))
        for target in _targets(root, page):
            if (root / target).is_file():
                places.setdefault(target, _place(target))
    return places


def _place(file: str) -> str:
    if file.startswith(("docs/", "notebooks/")):
        return file.removeprefix("docs/")
    return f"project/{file}"


def _targets(root: Path, page: str) -> list[str]:
    found = []
    for text in _texts(root / page):
        for target in local_targets(text, PurePosixPath(page)):
            if not (root / target).exists():
                raise DeadLink(f"{page} links to {target}, which is not there")
            found.append(target)
    return found


def _texts(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".ipynb":
        return [text]
    return ["".join(cell["source"]) for cell in json.loads(text)["cells"] if cell["cell_type"] == "markdown"]


def _page(root: Path, file: str, places: dict[str, str]) -> str:
    text = (root / file).read_text(encoding="utf-8")
    place = places[file]
    if file.endswith(".ipynb"):
        return _notebook(text, file, place, places)
    # Pygments knows no CSV.
    moved = relinked(text, PurePosixPath(file), place, places).replace("```csv\n", "```text\n")
    if file == "docs/index.md":
        menu = [line for caption, entries in _MENU for line in toctree(entries, caption=caption, depth=2)]
        return "\n".join([moved, "", *menu])
    if file == "ontology/README.md":
        return "\n".join([moved, *contents(root)])
    listed = place.startswith(("how-to/", "design/", "notebooks/")) or posixpath.splitext(place)[0] in _listed()
    return moved if listed else f"---\norphan: true\n---\n\n{moved}"


def _listed() -> set[str]:
    return {re.sub(r".*<(.*)>", r"\1", entry) for _, entries in _MENU for entry in entries}


def _notebook(text: str, file: str, place: str, places: dict[str, str]) -> str:
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = relinked("".join(cell["source"]), PurePosixPath(file), place, places)
    return json.dumps(notebook, ensure_ascii=False, indent=1)


def _folder_page(root: Path, folder: str, title: str) -> str:
    """A list of the pages of a folder, in the order in which the first page names them, each with its first words."""
    first_page = (root / "docs" / "index.md").read_text(encoding="utf-8").partition("## How to")[2]
    named = [PurePosixPath(target).stem for target in local_targets(first_page, PurePosixPath("docs/index.md"))
             if target.startswith(f"docs/{folder}/")]  # fmt: skip
    files = sorted((root / "docs" / folder).glob("*.md"), key=lambda file: (_rank(file.stem, named), file.stem))
    rows = [(f"[{_title(file)}]({file.name})", _lead(file)) for file in files]
    return "\n".join([f"# {title}", "", *table(("page", ""), rows), *toctree([file.stem for file in files])])


def _notebooks_page(root: Path) -> str:
    files = sorted((root / "notebooks").glob("*.ipynb"))
    rows = [(f"[{_notebook_title(file)}]({file.name})", _notebook_lead(file)) for file in files]
    return "\n".join(
        [
            "# Notebooks",
            "",
            "Each runs from the first cell to the last in less than a minute, without a network connection, on",
            "articles that ship with the package. Copy one from the folder `notebooks/`, and put in your articles.",
            "",
            *table(("notebook", ""), rows),
            *toctree([file.stem for file in files]),
        ]
    )


def _rank(stem: str, named: list[str]) -> int:
    return named.index(stem) if stem in named else len(named)


def _title(file: Path) -> str:
    return next(line for line in file.read_text(encoding="utf-8").split("\n") if line.startswith("# ")).removeprefix(
        "# "
    )


def _lead(file: Path) -> str:
    """The first sentence of a page that is prose, without its links."""
    return first_sentence(file.read_text(encoding="utf-8"))


def _notebook_title(file: Path) -> str:
    return f"{file.stem[:2]} {_texts(file)[0].splitlines()[0].removeprefix('# ')}"


def _notebook_lead(file: Path) -> str:
    return first_sentence(_texts(file)[0])


def first_sentence(text: str) -> str:
    """The first sentence of the first paragraph that is prose: no heading, code, picture, table or list."""
    paragraphs = [" ".join(each.split()) for each in text.split("\n\n")]
    prose = next((each for each in paragraphs if re.match(r"[A-Za-z*]|`[^`]", each) and not each.startswith("* ")), "")
    plain = relinked(prose, PurePosixPath("x.md"), "x.md", {})
    first, *others = re.split(r"(?<=[\w)*`”?][.?])\s", plain)
    # "Two kinds." alone tells nothing.
    told = f"{first} {others[0]}" if others and len(first) < _SHORT else first
    return told.rstrip(".:?") + ("?" if told.endswith("?") else ".")


def _copy(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
