"""A view as an object: notebooks show it, `save` writes it as one file."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.files import write_whole

if TYPE_CHECKING:
    from os import PathLike


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlView:
    """A page that stands alone. `html` is its text; the last line of a notebook's cell shows it.

    In a notebook the page lives in a frame of its own, without access to the notebook. A notebook that is not trusted
    shows neither frames nor scripts: `still`, an image under it, stays.
    """

    html: str = field(repr=False)
    title: str
    still: str | None = field(default=None, repr=False)
    """An SVG image of the same; None: there is none."""
    height: int = 640
    """Of the frame in a notebook, in CSS pixels."""

    def save(self, path: str | PathLike[str]) -> Path:
        """Write the page; the file appears whole or not at all.

        Raises: ExportError: the place cannot be written.
        """
        target = Path(path)
        write_whole(target, [self.html.encode()])
        return target

    def _repr_html_(self) -> str:
        frame = (
            f'<iframe title="{escape(self.title)}" srcdoc="{escape(self.html)}" width="100%" height="{self.height}" '
            'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
            'style="border:1px solid #8884;border-radius:8px;width:100%"></iframe>'
        )
        if self.still is None:
            return frame
        image = b64encode(self.still.encode()).decode()
        return (
            f"{frame}<details><summary>The same as a still picture</summary>"
            f'<img alt="{escape(self.title)}" src="data:image/svg+xml;base64,{image}"></details>'
        )
