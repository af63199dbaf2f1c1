"""Annotated articles made by hand: spans are given by the words that they cut."""

from __future__ import annotations

from kg.extract.annotations import AnnotatedArticle
from kg.model import Article, Attribution, Kind, Span

TEXT = (
    "Harbour Master Jon Tiller said the lamp was broken. “We will leave,” the envoy of Estmark told reporters. "
    "Officials called it “a bold step” for trade. It was reported that talks failed."
)


def attribution(
    source: str | None,
    cue: str,
    *content: str,
    text: str = TEXT,
    kind: Kind = Kind.STATEMENT,
    confidence: float = 1.0,
    rule: str = "made",
) -> Attribution:
    """An attribution of `text`. An empty cue: none."""

    def spans(*words: str) -> tuple[Span, ...]:
        return tuple(Span(text.index(one), text.index(one) + len(one)) for one in words if one)

    return Attribution(
        source=spans(source or ""),
        cue=spans(cue),
        content=spans(*content),
        kind=kind,
        confidence=confidence,
        rule=rule,
    )


def annotated(
    *attributions: Attribution, text: str = TEXT, name: str = "a1", title: str = "", part: tuple[int, int] | None = None
) -> AnnotatedArticle:
    return AnnotatedArticle(Article(id=name, text=text, title=title), attributions, part=part)


TILLER = attribution("Harbour Master Jon Tiller", "said", "the lamp was broken")
ENVOY = attribution("the envoy of Estmark", "told", "“We will leave,”")
OFFICIALS = attribution("Officials", "called", "it “a bold step” for trade")
REPORTED = attribution(None, "It was reported", "that talks failed")
GOLD = annotated(TILLER, ENVOY, OFFICIALS, REPORTED)
