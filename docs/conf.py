"""Settings of the documentation site; `make docs` builds it. Nothing is fetched, neither now nor by a reader."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tools"))

project = "Démarche"
author = "The Démarche authors"
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx_copybutton"]
root_doc = "index"
# Words are quoted as the articles, queries and commands have them.
smartquotes = False
suppress_warnings = [
    # Pygments' readers of SPARQL and Turtle stumble over paths and shortened names; they colour what they know.
    "misc.highlighting_failure",
    # `Proposal` of claims and `Proposal` of Wikidata are two: signatures of both link to neither.
    "ref.python",
]
exclude_patterns = ["**/.ipynb_checkpoints"]

html_theme = "furo"
html_title = "Démarche"
html_static_path = [str(HERE / "_static")]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#7a1f2b", "color-brand-content": "#8c2735"},
    "dark_css_variables": {"color-brand-primary": "#e5a3a8", "color-brand-content": "#e5a3a8"},
}
html_math_renderer = "mathml"

myst_enable_extensions = ["dollarmath"]
myst_heading_anchors = 4
myst_dmath_allow_digits = False
# Notebooks of the site show their answers, which the repository does not keep.
nb_execution_timeout = 120
nb_execution_raise_on_error = True
nb_merge_streams = True
# The scripts of widgets lie on other servers; no notebook here has a widget.
nb_ipywidgets_js: dict[str, str] = {}

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_display_short_literal_types = True
python_maximum_signature_line_length = 90
toc_object_entries_show_parents = "hide"
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True


def setup(app: Any) -> None:
    """Formulas as MathML, docstrings as this project writes them."""
    from docs_site.docstrings import restructured
    from docs_site.mathml import register
    from docs_site.reference_pages import public_names

    register(app)
    roles = public_names()

    def translated(_app: Any, _what: str, _name: str, _of: object, _options: object, lines: list[str]) -> None:
        lines[:] = restructured(lines, roles)

    app.connect("autodoc-process-docstring", translated)
