"""The command line: one short file per command. Nothing heavy is imported before a command needs it."""

from kg.cli.app import main

__all__ = ["main"]
