"""Refuses queries that reach outside the graph, change it, or could overflow the engine's parser.

The engines fetch whatever a SERVICE names and offer no switch for it, so the words are looked for here, before an
engine sees the query. Strings, IRIs, comments and names are masked first, since they may hold any word. Oxigraph's
parser needs no blank between tokens (`1SERVICE<...>` and `SERVICE:x` both call out), hence a forbidden word counts
wherever it stands in what is left. A query with a forbidden word in it whose tokens can be read in two ways is
refused too: a wrong "no" costs a rewording, a wrong "yes" a request to a stranger.
"""

from __future__ import annotations

import re
from typing import Final

from kg.errors import QueryError, UnsafeQuery

MAX_BYTES: Final = 1_000_000
"""Longest query, in bytes of UTF-8."""
MAX_DEPTH: Final = 100
"""Deepest nesting of braces, brackets and parentheses, and longest run of unary operators."""
MAX_STEPS: Final = 1_000
"""Most operators and graph patterns; Oxigraph's optimiser overflowed its stack between 1,000 and 3,000 BINDs."""

_OUTSIDE: Final = ("service", "from")
_UPDATES: Final = ("insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy")
_ANY: Final = re.compile("|".join((*_OUTSIDE, *_UPDATES)), re.IGNORECASE)
_REACH: Final = re.compile("|".join(_OUTSIDE), re.IGNORECASE)
_UPDATE: Final = re.compile(rf"\b(?:{'|'.join(_UPDATES)})\b", re.IGNORECASE)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_UNARY: Final = re.compile(rf"(?:[!+^-]\s*){{{MAX_DEPTH + 1}}}")
_STEP: Final = re.compile(r"[|&+*/^!-]|bind|optional|minus|filter|union|graph|lateral|exists", re.IGNORECASE)

_TOKEN: Final = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
  | (?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
             | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<name>[?$][A-Za-z0-9_]+ | :[A-Za-z0-9_]+ | @[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<open>[({\[]) | (?P<close>[)}\]])
  | (?P<word>[A-Za-z0-9_]+)
  | (?P<other>\\|<<|[^\s])
    """,
    re.VERBOSE | re.DOTALL,
)


def check_query(query: str) -> None:
    """Let a harmless query pass.

    Raises:
        UnsafeQuery: it holds SERVICE, FROM or an update outside of strings, IRIs, names and comments, or cannot be
            read without doubt.
        QueryError: it is longer than `MAX_BYTES` or nested deeper than `MAX_DEPTH`.
    """
    size = len(query.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        raise QueryError(f"the query is {size:,} bytes long; at most {MAX_BYTES:,} are read")
    # Some engines decode \uXXXX before they look for tokens, some after: both readings have to be harmless.
    for reading in dict.fromkeys((query, _ESCAPE.sub(_decoded, query))):
        code = _masked(reading, is_suspect=_ANY.search(reading) is not None)
        _refuse_words(code)
        if _UNARY.search(code):
            raise QueryError(f"the query repeats an operator more than {MAX_DEPTH} times; write it more simply")
        if sum(1 for _ in _STEP.finditer(code)) > MAX_STEPS:
            raise QueryError(
                f"the query has more than {MAX_STEPS:,} operators and patterns; write it more simply, or use VALUES"
            )


def _refuse_words(code: str) -> None:
    if found := _REACH.search(code):
        word = found.group().upper()
        why = (
            "reaches other servers"
            if word == "SERVICE"
            else "chooses other graphs; write GRAPH inside the query instead"
        )
        raise UnsafeQuery(f"the query holds {word}, which {why}; it was not run")
    if found := _UPDATE.search(code):
        raise UnsafeQuery(
            f"the query holds {found.group().upper()}: only questions are answered here, nothing is changed"
        )


def _masked(query: str, *, is_suspect: bool) -> str:
    """The query with strings, IRIs, names and comments blanked out.

    `is_suspect`: a forbidden word stands somewhere in it, so doubtful tokens are refused.
    """
    kept: list[str] = []
    brackets: list[str] = []
    follows_operand = False
    for found in _TOKEN.finditer(query):
        token, kind = found.group(), found.lastgroup
        if kind == "comment":
            kept.append(" ")
            continue
        if is_suspect and _is_doubtful(
            token, kind, in_parentheses=brackets[-1:] == ["("], follows_operand=follows_operand
        ):
            raise UnsafeQuery(
                f"the query cannot be read without doubt at {token[:40]!r}; put blanks around < or encode ' as %27"
            )
        if kind == "open":
            brackets.append(token)
            if len(brackets) > MAX_DEPTH:
                raise QueryError(f"the query is nested more than {MAX_DEPTH} deep; write it more simply")
        elif kind == "close" and brackets:
            brackets.pop()
        kept.append(" " if kind in ("string", "iri", "name") else token)
        follows_operand = kind in ("string", "iri", "name", "word", "close")
    return " ".join(kept)


def _is_doubtful(token: str, kind: str | None, *, in_parentheses: bool, follows_operand: bool) -> bool:
    if kind == "iri":
        # In a comparison, `?a<?b)...#>` is no IRI; then quotes and comments would begin elsewhere.
        return in_parentheses and follows_operand and any(mark in token for mark in "'#()")
    return kind == "other" and token in ("\\", "<<", '"', "'")


def _decoded(found: re.Match[str]) -> str:
    number = int(found.group(1) or found.group(2), 16)
    return chr(number) if number <= 0x10FFFF else found.group()
