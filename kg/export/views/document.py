"""The page around a view: everything in one file, and a policy that lets nothing in or out.

The policy names the scripts and the style of the page by their hashes, so no other script runs, whatever a label says,
and `default-src 'none'` forbids every request. Data stand in a block that is no script, with every sign escaped that
could end it.
"""

from __future__ import annotations

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Final, Literal

from kg.export.files import printable
from kg.export.palette import KIND_COLOURS, OTHER, POLARITY_COLOURS, POLARITY_COLOURS_DARK
from kg.export.views.vendored import libraries

if TYPE_CHECKING:
    from collections.abc import Mapping

Form = Literal["network", "timeline"]
_LIGHT: Final = {
    "paper": "#fbfaf7", "card": "#ffffff", "ink": "#1d2329", "soft": "#5d6873", "line": "#dcd9d1", "faint": "#efede7",
    "lit": "#f1eee6", "focus": "#3d5a80",
}  # fmt: skip
_DARK: Final = {
    "paper": "#14181c", "card": "#1b2026", "ink": "#e6e4df", "soft": "#98a3ad", "line": "#323a42", "faint": "#252b32",
    "lit": "#28303a", "focus": "#8fb2de",
}  # fmt: skip
_KINDS_DARK: Final = {
    "State": "#3b95d0",
    "Document": "#8f8f8f",
    "MediaOutlet": "#b39455",
    "Organisation": "#9a9ad6",
}
"""Lighter where the colour of light paper would sink into dark paper."""


def page(form: Form, title: str, counts: str, data: Mapping[str, object], table: str) -> str:
    """The whole page. `counts`: one line under the title; `table`: HTML that says the same without a script."""
    scripts = _scripts(form)
    style = _style()
    policy = (
        f"default-src 'none'; script-src {' '.join(_hash(script) for script in scripts)}; "
        f"style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    )
    body = Template(_static(f"{form}.html")).substitute(title=escape(title), counts=escape(counts))
    lines = (
        "<!doctype html>",
        f'<html lang="en" data-form="{form}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{escape(title)}</title><style>{style}</style></head><body>",
        f'<div class="unscripted"><h1>{escape(title)}</h1><p class="soft small">{escape(counts)}</p>',
        '<p class="soft" id="why">The picture needs a script; the table says the same.</p></div>',
        body,
        f'<section class="plain" aria-label="The same as a table">{table}</section>',
        f'<script type="application/json" id="data">{data_block(data)}</script>',
        *(f"<script>{script}</script>" for script in scripts),
        "</body></html>",
        "",
    )
    return printable("\n".join(lines))


def data_block(data: Mapping[str, object]) -> str:
    """The data as JSON that cannot end the block it stands in, nor begin a comment or another script there."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _static(name: str) -> str:
    return (files(__package__) / "static" / name).read_text("utf-8")


@cache
def _scripts(form: Form) -> tuple[str, ...]:
    own = (_static("view.js"), _static(f"{form}.js"))
    if form == "timeline":
        return own
    known = libraries()
    # The module of curved arrows comes without a build for pages: it gets what it asks for by hand.
    curves = f"function edgeCurveModule(exports, require) {{\n{known['@sigma/edge-curve'].text()}\n}}"
    return (known["graphology"].text(), known["sigma"].text(), curves, *own)


@cache
def _style() -> str:
    light = {**_LIGHT, **POLARITY_COLOURS, **_texts(POLARITY_COLOURS, _LIGHT["soft"]), **_kinds({})}
    dark = {
        **_DARK,
        **POLARITY_COLOURS_DARK,
        **_texts(POLARITY_COLOURS_DARK, _DARK["soft"]),
        **_kinds(_KINDS_DARK),
    }
    in_the_dark = f"color-scheme:dark;{_rules(dark)}"
    return (
        f":root{{{_rules(light)}}}"
        f"@media (prefers-color-scheme: dark){{:root:not([data-theme=light]){{{_rules(dark)}}}}}"
        f":root[data-theme=dark]{{{in_the_dark}}}:root[data-theme=light]{{color-scheme:light}}\n{_static('view.css')}"
    )


def _texts(signs: Mapping[str, str], soft: str) -> dict[str, str]:
    """As text, the grey of ties without a sign has to be darker."""
    return {f"{sign}-text": soft if sign == "none" else colour for sign, colour in signs.items()}


def _kinds(other: Mapping[str, str]) -> dict[str, str]:
    return {f"kind-{kind}": other.get(kind, colour) for kind, colour in {**KIND_COLOURS, "other": OTHER}.items()}


def _rules(colours: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())
