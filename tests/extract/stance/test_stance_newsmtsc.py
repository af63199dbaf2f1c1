"""The bar that the stance network has to pass on sentences that others judged."""

from __future__ import annotations

import gzip
import json
from collections import Counter

import pytest

from kg.extract.stance import StanceReader
from tests.integration.shared_data import SHARED

SENTENCES = SHARED / "bench" / "newsmtsc" / "devtest_mt.jsonl.gz"
needs_sentences = pytest.mark.skipif(
    not SENTENCES.is_file(), reason="the sentences of NewsMTSC do not lie beside this checkout"
)
POLARITIES = ("negative", "neutral", "positive")


@pytest.mark.slow
@needs_sentences
def test_the_shipped_network_passes_its_bars() -> None:
    with gzip.open(SENTENCES, "rt", encoding="utf-8") as lines:
        sentences = [json.loads(line) for line in lines]
    asked = [(one["text"], [(start, end) for start, end in (t["span"] for t in one["targets"])]) for one in sentences]
    counts: Counter[tuple[str, str]] = Counter(
        (target["polarity"], judged.polarity)
        for sentence, answers in zip(sentences, StanceReader().judge(asked), strict=True)
        for target, judged in zip(sentence["targets"], answers, strict=True)
    )
    f1 = [
        2 * counts[one, one] / sum(number * ((gold == one) + (said == one)) for (gold, said), number in counts.items())
        for one in POLARITIES
    ]
    assert sum(f1) / 3 >= 0.74
    assert counts["negative", "positive"] <= 0.03 * sum(counts["negative", said] for said in POLARITIES)
