"""Files, folders and standard input -> `Article`; one file per format, each behind `ArticleLoader`."""

from kg.articles.protocol import ArticleLoader, SourceFile
from kg.articles.sources import read_sources

__all__ = ["ArticleLoader", "SourceFile", "read_sources"]
