"""Has an extractor read the cases: the same steps as `kg extract`, loaded once an extractor."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from kg.build.pipeline import Pipeline
from kg.cli.extraction import article_record
from tests.cases.checking import Verdict, check_case

if TYPE_CHECKING:
    from tests.cases.form import Case


@cache
def _pipeline(extractor: str) -> Pipeline:
    return Pipeline(extractor=extractor)


def told_of(case: Case, extractor: str) -> dict[str, Any]:
    """What `kg extract` writes of the article of this case."""
    read = _pipeline(extractor).read_article(case.article)
    return article_record(read.article, read.attributions, read.resolved, read.facts)


def judge(case: Case, extractor: str) -> Verdict:
    """The verdict on an extractor's reading of this case."""
    return check_case(case, told_of(case, extractor))
