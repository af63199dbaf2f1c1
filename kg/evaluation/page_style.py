"""How the page of mistakes looks: quiet, readable, light or dark as the reader's screen is."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
:root { color-scheme: light dark; --paper:#fbfaf7; --ink:#1d2329; --soft:#5d6873; --line:#dcd9d1; --card:#ffffff; }
@media (prefers-color-scheme: dark) {
  :root { --paper:#14181c; --ink:#e6e4df; --soft:#98a3ad; --line:#2d343b; --card:#1b2026; }
}
* { box-sizing: border-box; }
body { margin:0; background:var(--paper); color:var(--ink);
  font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif; }
main { max-width:960px; margin:0 auto; padding:2rem 1.2rem 4rem; }
h1 { font:600 1.9rem/1.2 Georgia,"Times New Roman",serif; margin:0 0 1rem; }
h2 { font:600 1.35rem/1.3 Georgia,"Times New Roman",serif; margin:2.4rem 0 .4rem; }
h3 { font-size:1rem; margin:1.4rem 0 .4rem; overflow-wrap:anywhere; }
p { margin:.2rem 0; }
.soft { color:var(--soft); font-weight:400; }
.small { font-size:.86rem; }
a { color:inherit; text-decoration-color:var(--soft); text-underline-offset:2px; }
.table { overflow-x:auto; border:1px solid var(--line); border-radius:10px; background:var(--card); }
table { border-collapse:collapse; width:100%; font-size:.93rem; font-variant-numeric:tabular-nums; }
th, td { text-align:right; padding:.35rem .75rem; border-top:1px solid var(--line); }
th:first-child, td:first-child { text-align:left; }
thead th { border-top:0; font-weight:600; font-size:.82rem; color:var(--soft); }
.causes { list-style:none; padding:0; margin:1.2rem 0; }
.causes b { display:inline-block; min-width:2.6em; text-align:right; margin-right:.5em; }
.mistake { border:1px solid var(--line); border-radius:10px; background:var(--card); padding:.5rem .8rem;
  margin:.5rem 0; }
dl { display:grid; grid-template-columns:5.5em 1fr; gap:.3rem .6rem; margin:.3rem 0 0; }
dt { color:var(--soft); font-size:.86rem; }
dd { margin:0; overflow-wrap:anywhere; unicode-bidi:isolate; }
mark { color:inherit; border-radius:3px; padding:0 .1em; unicode-bidi:isolate; }
mark.content { background:rgba(26,138,76,.24); }
mark.source { background:rgba(0,114,178,.26); }
mark.cue { background:rgba(230,159,0,.30); }
"""
