"""Still pictures for papers, drawn by matplotlib (the extra `pictures`): networks, timelines, matrices.

Every function returns a matplotlib figure, to change further or to save; `PaperFigure.save` writes the same bytes for
the same figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import ExtraMissing

if TYPE_CHECKING:
    from kg.export.plots.figures import PaperFigure
    from kg.export.plots.matrix import matrix_plot
    from kg.export.plots.network import network_plot
    from kg.export.plots.timeline import timeline_plot

__all__ = ["PaperFigure", "matrix_plot", "network_plot", "timeline_plot"]

_PLACES = {"PaperFigure": "figures", "matrix_plot": "matrix", "network_plot": "network", "timeline_plot": "timeline"}


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    try:
        return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.partition(".")[0] != "matplotlib":
            raise
        raise ExtraMissing(
            "still pictures for papers need matplotlib: pip install 'demarche-kg[pictures]'"
        ) from missing
