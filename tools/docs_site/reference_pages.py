"""Pages of the public Python names, one for each room that users meet; autodoc fills them from docstrings."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from pathlib import Path
from typing import Any, Final

ROOMS: Final = {
    "kg": "The first names",
    "kg.analysis": "Networks and measures",
    "kg.query": "Questions and answers",
    "kg.export": "Exports and pictures",
    "kg.ledger": "The ledger of identity",
    "kg.identity": "Who is the same",
    "kg.claims": "Claims",
    "kg.reconcile": "Wikidata",
    "kg.evaluation": "Measuring extractors",
    "kg.build": "Building a graph",
    "kg.articles": "Reading articles",
    "kg.extract": "Extractors",
    "kg.store": "Stores and endpoints",
    "kg.model": "What a statement is",
    "kg.vocab": "Names of terms",
    "kg.resources": "Files that ship",
}
"""Module -> title of its page, in the order of the reference."""

_FIRST_MODULES: Final = ("selection", "table", "ties", "two_mode", "agreement", "counting", "explaining")
"""Modules of `kg.analysis` that come first, in the order in which they are needed; the others follow by name."""


def reference_pages() -> dict[str, str]:
    """Place in the site -> reStructuredText: the way in, a page for each room, and the tree of errors."""
    pages = {f"reference/{_slug(room)}.rst": _room(room, title) for room, title in ROOMS.items()}
    pages["reference/errors.rst"] = _errors()
    pages["reference/index.md"] = _index()
    return pages


def public_names() -> dict[str, str]:
    """Short public name -> its whole name, for links from docstrings; names that mean two things are left out."""
    found: dict[str, set[str]] = {}
    for room in ROOMS:
        for name in _names(room):
            found.setdefault(name, set()).add(f"{room}.{name}")
            found.setdefault(f"{room}.{name}", set()).add(f"{room}.{name}")
    for name in _names("kg.errors"):
        found.setdefault(name, set()).add(f"kg.errors.{name}")
    # `kg.Ledger` is where users meet it, whatever the room that defines it.
    return {name: _shortest(whole) for name, whole in found.items() if len(whole) == 1 or _is_one(whole)}


def _is_one(whole: set[str]) -> bool:
    return len({id(_object(name)) for name in whole}) == 1


def _shortest(whole: set[str]) -> str:
    described = [name for name in whole if not name.startswith("kg.errors.") or name == "kg.errors.KgError"]
    return min(described or whole, key=lambda name: (name.count("."), name))


def _object(whole: str) -> Any:
    room, _, name = whole.rpartition(".")
    return getattr(importlib.import_module(room), name)


def _names(room: str) -> list[str]:
    module = importlib.import_module(room)
    listed = getattr(module, "__all__", None)
    if listed is None:
        listed = [name for name, value in vars(module).items()
                  if not name.startswith("_") and getattr(value, "__module__", None) == room]  # fmt: skip
    return [name for name in listed if not name.startswith("__")]


def _index() -> str:
    rows = [f"| [`{room}`]({_slug(room)}.rst) | {title} | {_first(importlib.import_module(room).__doc__)} |"
            for room, title in ROOMS.items()]  # fmt: skip
    return "\n".join(
        [
            "# Python reference",
            "",
            "The public names, with what their docstrings say. Most users need [the first names](kg.rst), then",
            "[networks and measures](analysis.rst). All errors that are raised on purpose are [one tree](errors.rst).",
            "",
            "| module | page | |",
            "|---|---|---|",
            *rows,
            "| [`kg.errors`](errors.rst) | Errors | One tree: a class for each cause. |",
            "",
            "```{toctree}",
            ":hidden:",
            "",
            *(f"{title} <{_slug(room)}>" for room, title in ROOMS.items()),
            "errors",
            "```",
            "",
        ]
    )


def _room(room: str, title: str) -> str:
    lines = [title, "=" * len(title), "", _escaped(_first(importlib.import_module(room).__doc__)), ""]
    if room == "kg":
        lines += [".. code-block:: python", "", "   import kg", ""]
    else:
        lines += [".. code-block:: python", "", f"   from {room} import ...", ""]
    sections = _sections(room)
    for heading, names in sections:
        if len(sections) > 1:
            lines += [heading, "-" * len(heading), ""]
        for name in names:
            lines += _entry(room, name)
    return "\n".join(lines)


def _sections(room: str) -> list[tuple[str, list[str]]]:
    """The names by the file that defines them, under the first words of that file."""
    if room == "kg":
        # What opens and builds a graph is what a reader looks for first.
        return [("", sorted(_names(room), key=lambda name: inspect.isclass(_object(f"kg.{name}"))))]
    if room != "kg.analysis":
        return [("", _names(room))]
    places = _places(room)
    by_module: dict[str, list[str]] = {}
    for name in _names(room):
        by_module.setdefault(places[name], []).append(name)

    def rank(module: str) -> tuple[int, str]:
        last = module.rpartition(".")[2]
        return (_FIRST_MODULES.index(last) if last in _FIRST_MODULES else len(_FIRST_MODULES), last)

    return [(_heading(module), by_module[module]) for module in sorted(by_module, key=rank)]


def _heading(module: str) -> str:
    first = _first(importlib.import_module(module).__doc__)
    for mark in (": ", "; ", ", and how", ", with "):
        first = first.partition(mark)[0]
    return first.rstrip(".")


def _entry(room: str, name: str) -> list[str]:
    value = getattr(importlib.import_module(room), name)
    whole = f"{room}.{name}"
    if room != "kg" and f"kg.{name}" in _first_names() and _object(f"kg.{name}") is value:
        return [f"``{name}`` is described among :doc:`the first names <kg>`: :py:obj:`kg.{name}`.", ""]
    if inspect.isclass(value) and issubclass(value, Exception):
        return [f":py:obj:`{name} <kg.errors.{name}>`: see :doc:`errors`.", ""]
    if inspect.isclass(value):
        return [f".. autoclass:: {whole}", "   :members:", "   :undoc-members:", ""]
    if inspect.isroutine(value):
        return [f".. autofunction:: {whole}", ""]
    told = _constant_docstring(room, name)
    return [f".. py:data:: {whole}", "", *(f"   {line}" for line in _plain(told)), ""]


def _first_names() -> set[str]:
    return {f"kg.{name}" for name in _names("kg")}


def _places(room: str) -> dict[str, str]:
    """Public name of a room -> the module of it that defines the name."""
    package = importlib.import_module(room)
    tree = ast.parse(Path(package.__file__ or "").read_text(encoding="utf-8"))
    return {
        alias.asname or alias.name: node.module
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


def _constant_docstring(room: str, name: str) -> str:
    """The text that stands below a constant or alias in the file that defines it; its value where there is none."""
    place = _places(room).get(name, room)
    tree = ast.parse(Path(importlib.import_module(place).__file__ or "").read_text(encoding="utf-8"))
    for node, after in zip(tree.body, [*tree.body[1:], ast.Pass()], strict=True):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        is_it = any(isinstance(target, ast.Name) and target.id == name for target in targets)
        if is_it and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            return inspect.cleandoc(str(after.value.value))
        if is_it and isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            return f"`{ast.unparse(node.value)}`"
    return ""


def _plain(text: str) -> list[str]:
    return [_escaped(line) for line in text.split("\n")]


def _errors() -> str:
    module = importlib.import_module("kg.errors")
    classes = [name for name in _names("kg.errors") if name != "KgError"]
    tree = inspect.cleandoc(module.__doc__ or "").split("\n")
    drawn = [line for line in tree if set(line) & set("│├└") or line == "KgError"]
    lines = ["Errors", "======", ""]
    lines += ["Every error that is raised on purpose is a :py:obj:`kg.KgError`. Its message says what is wrong, where,"]
    lines += ["and what to do. Catch the class that names your cause:", ""]
    lines += [".. code-block:: text", "", *(f"   {line}" for line in drawn), ""]
    for name in classes:
        lines += [f".. autoexception:: kg.errors.{name}", "   :show-inheritance:", ""]
    return "\n".join(lines)


def _first(docstring: str | None) -> str:
    first = " ".join(inspect.cleandoc(docstring or "").split("\n\n")[0].split())
    told = re.sub(r"^Room `\w+`: ", "", first)
    return told[:1].upper() + told[1:]


def _escaped(text: str) -> str:
    pieces = text.split("`")
    plain = [piece.replace("\\", r"\\").replace("*", r"\*").replace("_", r"\_").replace("|", r"\|") for piece in pieces]
    return "".join(f"``{piece}``" if at % 2 else plain[at] for at, piece in enumerate(pieces))


def _slug(room: str) -> str:
    return room.removeprefix("kg.")
