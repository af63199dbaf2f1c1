"""How the page looks: quiet, readable, light or dark as the reader's screen is."""

from __future__ import annotations

from typing import Final

from kg.export.palette import KIND_COLOURS, OTHER, POLARITY_COLOURS, POLARITY_COLOURS_DARK

_SCREEN: Final = """
:root { color-scheme: light dark; --paper:#fbfaf7; --ink:#1d2329; --soft:#5d6873; --line:#dcd9d1;
  --card:#ffffff; --halo:#fbfaf7; }
@media (prefers-color-scheme: dark) {
  :root { --paper:#14181c; --ink:#e6e4df; --soft:#98a3ad; --line:#2d343b; --card:#1b2026; --halo:#14181c; }
}
"""
_PICTURE: Final = """
svg { display:block; width:100%; height:auto; }
svg text { font-size:12px; fill:var(--ink);
  paint-order:stroke; stroke:var(--halo); stroke-width:3.5px; stroke-linejoin:round; }
svg circle { stroke:var(--card); stroke-width:1.5; }
svg .tie { fill:none; stroke-opacity:.72; stroke-linecap:round; }
svg a:hover .tie, svg a:focus .tie { stroke-opacity:1; stroke-width:5; }
"""
_PAGE: Final = """
* { box-sizing: border-box; }
body { margin:0; background:var(--paper); color:var(--ink);
  font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif; }
main { max-width:1120px; margin:0 auto; padding:2rem 1.2rem 4rem; }
h1 { font:600 1.9rem/1.2 Georgia,"Times New Roman",serif; margin:0 0 .3rem; }
h2 { font:600 1.25rem/1.3 Georgia,"Times New Roman",serif; margin:2.2rem 0 .6rem; }
p { margin:.3rem 0; }
.soft { color:var(--soft); }
.small { font-size:.86rem; }
a { color:inherit; text-decoration-color:var(--soft); text-underline-offset:2px; }
figure { margin:1.2rem 0 0; background:var(--card); border:1px solid var(--line); border-radius:10px; padding:.6rem; }
.legend { display:flex; flex-wrap:wrap; gap:.3rem 1.1rem; padding:.5rem .4rem 0; font-size:.84rem; color:var(--soft); }
.dot { display:inline-block; width:.72em; height:.72em; border-radius:50%; margin-right:.4em; }
.bar { display:inline-block; width:1.5em; height:.22em; border-radius:.1em; margin-right:.4em; vertical-align:middle; }
.table { overflow-x:auto; border:1px solid var(--line); border-radius:10px; background:var(--card); }
table { border-collapse:collapse; width:100%; font-size:.93rem; }
th, td { text-align:left; vertical-align:top; padding:.55rem .75rem; border-top:1px solid var(--line); }
thead th { border-top:0; font-weight:600; font-size:.82rem; color:var(--soft); }
tr.pair th { background:color-mix(in srgb, var(--line) 45%, transparent); font-weight:600; }
tbody:target tr.pair th, tr:target td { background:color-mix(in srgb, #e6b800 26%, transparent); }
td.day { white-space:nowrap; font-variant-numeric:tabular-nums; }
th:nth-child(2) { width:24%; }
th:nth-child(3) { width:42%; }
th:nth-child(4) { width:22%; }
details { margin-top:.35rem; }
summary { cursor:pointer; color:var(--soft); font-size:.84rem; }
blockquote { margin:.4rem 0; padding:.4rem .8rem; border-left:3px solid var(--line); white-space:pre-line; }
mark { color:inherit; border-radius:3px; padding:0 .1em; }
mark.content, mark.quote { background:rgba(26,138,76,.24); }
mark.source { background:rgba(0,114,178,.26); }
mark.cue { background:rgba(230,159,0,.30); }
.sign { font-weight:600; }
"""


def page_style() -> str:
    """The rules of the page, with the colours of kinds and polarities."""
    signs = "".join(
        f".sign.{polarity} {{ color:{colour}; }} .bar.{polarity} {{ background-color:{colour}; }}"
        for polarity, colour in POLARITY_COLOURS.items()
    )
    # As text, grey has to be darker than as a line.
    return f"{picture_style()}{_PAGE}{signs}.sign.none {{ color:var(--soft); }}{_in_the_dark()}"


def picture_style() -> str:
    """The rules of the picture alone."""
    kinds = "".join(f"svg .{kind} circle {{ fill:{colour}; }}" for kind, colour in KIND_COLOURS.items())
    ties = "".join(
        f"svg .tie.{polarity} {{ stroke:{colour}; }} svg marker.{polarity} path {{ fill:{colour}; }}"
        for polarity, colour in POLARITY_COLOURS.items()
    )
    return f"{_SCREEN}{_PICTURE}svg .actor circle {{ fill:{OTHER}; }}{kinds}{ties}{_ties_in_the_dark()}"


def _ties_in_the_dark() -> str:
    rules = "".join(
        f"svg .tie.{polarity} {{ stroke:{colour}; }} svg marker.{polarity} path {{ fill:{colour}; }}"
        for polarity, colour in POLARITY_COLOURS_DARK.items()
    )
    return f"@media (prefers-color-scheme: dark) {{ {rules} }}"


def _in_the_dark() -> str:
    rules = "".join(
        f".sign.{polarity} {{ color:{colour}; }} .bar.{polarity} {{ background-color:{colour}; }}"
        for polarity, colour in POLARITY_COLOURS_DARK.items()
        if polarity != "none"
    )
    return f"@media (prefers-color-scheme: dark) {{ {rules} }}"
