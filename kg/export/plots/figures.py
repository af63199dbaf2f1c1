"""The figure that all plots share: fonts that come with matplotlib, and files without a clock or chance in them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl
from matplotlib.figure import Figure

from kg.errors import ExportError
from kg.export.files import write_whole

if TYPE_CHECKING:
    from os import PathLike

INK: Final = "#1d2329"
SOFT: Final = "#5d6873"
LINE: Final = "#dcd9d1"
STYLE: Final[dict[str, Any]] = {
    # It comes with matplotlib, so that every machine sets the same.
    "font.family": "DejaVu Sans",
    "font.size": 8.5,
    "text.color": INK,
    "axes.edgecolor": LINE,
    "axes.labelcolor": SOFT,
    "axes.titlesize": 10,
    "xtick.color": SOFT,
    "ytick.color": INK,
    "svg.fonttype": "path",
    "svg.hashsalt": "demarche",
    "pdf.fonttype": 42,
    "text.parse_math": False,
}
_METADATA: Final[dict[str, dict[str, None]]] = {
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
    "png": {"Software": None},
}
"""What would say when and with which version a file was made."""


class PaperFigure(Figure):
    """A matplotlib figure that notebooks show, and that saves to the same bytes each time."""

    def save(self, path: str | PathLike[str], *, dpi: int = 300) -> Path:
        """Write the figure as SVG, PDF or PNG, by the end of its name; the file appears whole or not at all.

        `dpi`: dots per inch of a PNG.

        Raises: ExportError: the name ends otherwise, or the place cannot be written.
        """
        target = Path(path)
        form = target.suffix.lower().lstrip(".")
        if form not in _METADATA:
            raise ExportError(f"{target}: a figure is saved as .svg, .pdf or .png")
        write_whole(target, [self._bytes(form, dpi)])
        return target

    def _bytes(self, form: str, dpi: int) -> bytes:
        out = BytesIO()
        with mpl.rc_context(STYLE):
            self.savefig(out, format=form, dpi=dpi, metadata=_METADATA[form], facecolor="white")
        return out.getvalue()

    def _repr_png_(self) -> bytes:
        return self._bytes("png", 110)


def new_figure(width: float, height: float) -> PaperFigure:
    """An empty figure of that size in inches. Call it, and draw, within `mpl.rc_context(STYLE)`."""
    return PaperFigure(figsize=(width, height), layout="constrained")
