"""The interactive pages as forms of export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analysis import said_about_network, statements_of
from kg.export.views.network import network_view
from kg.export.views.timeline import timeline_view
from kg.export.views.told import told_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.store import EmbeddedStore


class NetworkHtml:
    """Who speaks about whom, first hand, as a page to walk through."""

    name = "network-html"
    suffix = ".html"
    media_type = "text/html"

    def chunks(self, store: EmbeddedStore) -> Iterator[bytes]:
        """One page."""
        yield network_view(said_about_network(store), told_of(store), still=False).html.encode()


class TimelineHtml:
    """What was said first hand, over time, as a page to walk through."""

    name = "timeline-html"
    suffix = ".html"
    media_type = "text/html"

    def chunks(self, store: EmbeddedStore) -> Iterator[bytes]:
        """One page."""
        yield timeline_view(statements_of(store), told_of(store)).html.encode()
