"""Statements of annotated articles, with the targets that the product would ask about, for the teacher to judge.

python -m training.stance.statements --corpus polnear.jsonl.gz --out runs/statements.jsonl [--most 330]

Source, cue and content are the corpus's own; targets are those that `kg.statements` finds. Places that
`annotations/polnear.jsonl` holds are left out. Nothing of the output is shipped.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.build import Pipeline
from kg.extract.annotations.completing import completed
from kg.model import Article, Attribution, Kind, Span
from training.stance.annotated import ANNOTATIONS
from training.stance.data import read_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.text import AnnotatedText

LONGEST: Final = 900
"""Characters from source to content; longer statements are mostly badly matched."""
MOST_TARGETS: Final = 5
NEAR: Final = 5
"""Characters by which two places may differ and be the same statement."""


class CorpusAttributions:
    """An extractor that hands on the attributions of the corpus."""

    name = "corpus"
    version = "1"

    def __init__(self, articles: Iterable[dict[str, Any]]) -> None:
        self._known = {article["id"]: tuple(_attributions(article)) for article in articles}

    def extract(self, text: AnnotatedText) -> tuple[Attribution, ...]:
        """The attributions of a text, completed as those of other people are."""
        known = self._known[text.article.id]
        return completed(text, known, frozenset(), frozenset(range(len(known))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--most", type=int, default=330, help="articles, drawn at random")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    articles = read_sentences(options.corpus)
    random.Random(options.seed).shuffle(articles)
    judged: dict[str, list[int]] = {}
    for one in read_sentences(ANNOTATIONS / "polnear.jsonl"):
        judged.setdefault(one["id"], []).append(one["span"][0])
    pipeline = Pipeline(extractor=CorpusAttributions(articles))
    with options.out.open("w", encoding="utf-8") as out:
        for article in articles[: options.most]:
            for statement in statements_of(article, pipeline, judged.get(article["id"], ())):
                out.write(json.dumps(statement, ensure_ascii=False) + "\n")


def statements_of(article: dict[str, Any], pipeline: Pipeline, judged: Iterable[int]) -> Iterator[dict[str, Any]]:
    """The statements of one article that nobody judged, with targets."""
    read = pipeline.read_article(Article(id=article["id"], title="", text=article["text"]))
    for statement in read.facts.statements:
        spans = [*statement.source, *statement.cue, *statement.content]
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        if end - start > LONGEST or any(abs(start - other) < NEAR for other in judged):
            continue
        places = sorted(
            {
                (one.evidence.start - start, one.evidence.end - start)
                for one in statement.about
                if start <= one.evidence.start < one.evidence.end <= end
            }
        )
        if places:
            targets = [{"span": list(place)} for place in places[:MOST_TARGETS]]
            yield {"id": f"statement_{article['id']}_{start}", "text": article["text"][start:end], "targets": targets}


def _attributions(article: dict[str, Any]) -> Iterator[Attribution]:
    for one in article["attributions"]:
        if one["source"] and one["cue"] and one["content"]:
            yield Attribution(
                source=_spans(one["source"]),
                cue=_spans(one["cue"]),
                content=_spans(one["content"]),
                kind=Kind.STATEMENT,
                rule="corpus",
                confidence=1.0,
            )


def _spans(places: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(start=start, end=end, string="text") for start, end in places)


if __name__ == "__main__":
    main()
