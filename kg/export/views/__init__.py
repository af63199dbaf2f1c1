"""Interactive pages of networks and timelines, each one file that asks for nothing from outside."""

from kg.export.views.network import network_view
from kg.export.views.positions import Change, position_changes
from kg.export.views.shown import HtmlView
from kg.export.views.timeline import timeline_view
from kg.export.views.told import Told, told_of

__all__ = ["Change", "HtmlView", "Told", "network_view", "position_changes", "timeline_view", "told_of"]
