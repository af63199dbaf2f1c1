"""Attributions that others made, people or programs: read in their formats, checked, and handed on like one's own.

`read_annotations` gives annotated articles, `AnnotationExtractor` the same behind `kg.extract.protocol.Extractor`.
"""

from kg.extract.annotations.extractor import AnnotationExtractor
from kg.extract.annotations.reading import FORMATS, read_annotations
from kg.extract.annotations.records import AnnotatedArticle

__all__ = ["FORMATS", "AnnotatedArticle", "AnnotationExtractor", "read_annotations"]
