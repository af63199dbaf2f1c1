"""From articles to a graph: composes the rooms of the write side."""

from kg.build.abstention import Abstention, WhyLeftOut
from kg.build.build import build_graph
from kg.build.pipeline import Pipeline, ReadArticle
from kg.build.report import BuildReport, Refusal

__all__ = ["Abstention", "BuildReport", "Pipeline", "ReadArticle", "Refusal", "WhyLeftOut", "build_graph"]
