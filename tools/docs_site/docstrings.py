"""Docstrings of this project, which are plain prose, as reStructuredText that says the same.

Backticks hold code; `Raises:`, `Args:`, `Reference:` and the like begin a paragraph; `>>>` begins an example; `- ` an
item. Everything else is text, in which no character means anything to reStructuredText.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LABELS: Final = ("Args", "Attributes", "Raises", "Reference", "References", "Returns", "Source", "Yields")
_LABEL: Final = re.compile(rf"({'|'.join(_LABELS)}):\s*(.*)", re.DOTALL)
_ARGUMENT: Final = re.compile(r"(\w+): (.*)", re.DOTALL)
_CODE: Final = re.compile(r"(`[^`]+`)")
_ERROR: Final = re.compile(r"\b([A-Z]\w+)(?=[:,]| where| if)")


def restructured(lines: list[str], roles: Mapping[str, str]) -> list[str]:
    """The lines of a docstring as lines of reStructuredText.

    `roles`: public name -> the whole name of what it means, for links from code to its description.
    """
    shown: list[str] = []
    for block in _blocks(lines):
        shown += [*_shown(block, roles), ""]
    return shown


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line.rstrip())
        elif block:
            yield block
            block = []


def _shown(block: list[str], roles: Mapping[str, str]) -> list[str]:
    if block[0].lstrip().startswith(">>>"):
        return [".. code-block:: pycon", "", *(f"   {line}" for line in block)]
    if block[0].startswith("    "):
        return ["::", "", *(f"   {line}" for line in block)]
    label = _LABEL.match("\n".join(block))
    if label and label.group(1) in ("Args", "Attributes") and "\n" in label.group(2):
        return [f"**{label.group(1)}**", "", *_arguments(label.group(2), roles)]
    if label:
        return [f"**{label.group(1)}** {_inline(_joined(label.group(2)), roles, errors=label.group(1) == 'Raises')}"]
    return list(_items(block, roles))


def _items(block: list[str], roles: Mapping[str, str]) -> Iterator[str]:
    """Paragraph and items of a block: an item begins with `- `, and goes on in lines that are indented."""
    pieces: list[str] = []
    for line in block:
        if pieces and not line.startswith("- "):
            pieces[-1] += f" {line.strip()}"
        else:
            pieces.append(line.strip())
    for piece in pieces:
        yield f"- {_inline(piece[2:], roles)}" if piece.startswith("- ") else _inline(piece, roles)
        yield ""


def _arguments(text: str, roles: Mapping[str, str]) -> Iterator[str]:
    pieces: list[str] = []
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip())
        if pieces and (indent > 4 or not _ARGUMENT.match(line.strip())):
            pieces[-1] += f" {line.strip()}"
        else:
            pieces.append(line.strip())
    for piece in pieces:
        argument = _ARGUMENT.match(piece)
        told = f"``{argument.group(1)}``: {_inline(argument.group(2), roles)}" if argument else _inline(piece, roles)
        yield f"- {told}"


def _joined(text: str) -> str:
    return " ".join(line.strip() for line in text.split("\n"))


def _inline(text: str, roles: Mapping[str, str], *, errors: bool = False) -> str:
    shown = ""
    for piece in _CODE.split(text):
        if piece.startswith("`") and len(piece) > 2:
            code = piece[1:-1]
            marked = f":py:obj:`{code} <{roles[code]}>`" if code in roles else f"``{code}``"
        else:
            plain = re.sub(r"([\\*_|`])", r"\\\1", piece)
            marked = _ERROR.sub(lambda found: _error(found.group(1), roles), plain) if errors else plain
        # Code touches letters nowhere, or it is no code (`Rules`s): an escaped space parts them without showing.
        before, after = shown[-1:], marked[:1]
        touches = (before == "`" and after.isalnum()) or (before.isalnum() and marked.startswith(("``", ":py:obj:")))
        shown += f"\\ {marked}" if touches else marked
    return shown


def _error(name: str, roles: Mapping[str, str]) -> str:
    return f":py:obj:`{name} <{roles[name]}>`" if roles.get(name, "").startswith("kg.errors.") else name
