"""Article -> annotated text: shadow, paragraphs, sentences, quotations, parse, names."""

from kg.text.annotated import (
    AnnotatedString,
    AnnotatedText,
    Entity,
    Paragraph,
    Parse,
    Quotation,
    Shadow,
)
from kg.text.reader import TextReader
from kg.text.tokens import Tokens

__all__ = [
    "AnnotatedString",
    "AnnotatedText",
    "Entity",
    "Paragraph",
    "Parse",
    "Quotation",
    "Shadow",
    "TextReader",
    "Tokens",
]
