"""The page of the command line, from the commands themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer.main

from docs_site.markdown import table
from kg.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Iterator


def command_page() -> str:
    """Every command with its arguments and options, in the order in which a newcomer meets them."""
    root = typer.main.get_command(app)
    lines = [
        "# Commands",
        "",
        "What each command says of itself: `kg COMMAND --help` tells the same in a terminal. Data goes to standard",
        "output, messages go to standard error. [How commands end](how-to/exit-codes.md).",
        "",
    ]
    for name, command in root.commands.items():  # type: ignore[attr-defined]
        lines += _command(command, f"kg {name}", 2)
    return "\n".join(lines)


def _command(command: Any, path: str, level: int) -> Iterator[str]:
    context = typer.Context(command, info_name=path)
    yield from (f"{'#' * level} {path}", "")
    yield from _paragraphs(command.help or command.short_help or "")
    usage = " ".join([path, *command.collect_usage_pieces(context)])
    yield from ("```text", usage, "```", "")
    records = [(each.param_type_name, each.get_help_record(context)) for each in command.params]
    for kind in ("argument", "option"):
        shown = [
            (f"`{record[0]}`", " ".join(record[1].split())) for type_, record in records if type_ == kind and record
        ]
        yield from table((kind, "meaning"), shown)
    for name, below in getattr(command, "commands", {}).items():
        yield from _command(below, f"{path} {name}", level + 1)


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.replace("\f", "").split("\n\n"):
        lines = paragraph.strip("\b\n").split("\n")
        if lines[0].startswith("Example: "):
            yield from ("```sh", " ".join(" ".join(lines).removeprefix("Example: ").split()), "```", "")
        elif "\b" in paragraph or any(line.startswith("  ") for line in lines):
            yield from ("```text", *lines, "```", "")
        else:
            yield from (" ".join(line.strip() for line in lines), "")
