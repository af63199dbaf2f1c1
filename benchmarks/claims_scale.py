"""What it costs to look for links among many claims, and what the claims of an article cost when it is read.

python benchmarks/claims_scale.py

Invented claims: an actor, a deed, a thing and a place, drawn by a fixed seed from lists that are long for the rare
words and short for the common ones, as in news. Nothing is asserted.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.build.pipeline import Pipeline
from kg.claims.proposing import pairs, propose
from kg.claims.reading import Claim, Voice
from kg.extract.embedding import SentenceEncoder
from kg.model import Article
from kg.statements.propositions.proposition import propositions
from kg.statements.propositions.restating import restatements
from kg.statements.propositions.stems import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES: Final = (2_500, 5_000, 10_000, 20_000)
STATES: Final = sorted(word_set("Norland Valdoria Estmark Kestria Arvenia Oressa Brenmar Ardenia Tessaly Lumara"))
DEEDS: Final = sorted(
    word_set(
        "rejected welcomed signed broke renewed criticised postponed opened closed accepted proposed blocked bought "
        "sold repaired attacked inspected visited recalled expelled"
    )
)
EXAMPLES: Final = Path(__file__).parent.parent / "examples" / "articles"


def invented(number: int) -> list[Claim]:
    draw = random.Random(number)
    ends = ("ak", "el", "ip", "om", "us", "and", "ere", "ing")
    things = [f"{draw.choice('bdfgklmnprst')}{draw.choice('aeiou')}{a}{b}" for a in "blmnrst" for b in ends]
    things += [one + other for one in things for other in ("ath", "oro", "ine", "ust")]
    found = []
    for place in range(number):
        words = " ".join(draw.choices(things, weights=[1 / (rank + 1) for rank in range(len(things))], k=4))
        text = f"{draw.choice(STATES)} {draw.choice(DEEDS)} the {words} near {draw.choice(STATES)}"
        voice = Voice(
            statement=f"s{place}", kind="Statement", article=f"a{place}", title="", outlets=(), speakers=(), who="",
            words=text, earliest=None, latest=None, opposes=frozenset(), favours=frozenset(), about=frozenset(),
        )  # fmt: skip
        found.append(Claim(iri=f"c{place}", text=text, voices=(voice,)))
    return found


def looking(sizes: Sequence[int]) -> None:
    print("claims   pairs compared   share of all   CPU s by words")
    for size in sizes:
        claims = invented(size)
        start = time.process_time()
        compared = len(pairs(claims))
        propose(claims)
        spent = time.process_time() - start
        print(f"{size:6} {compared:16} {compared / (size * (size - 1) / 2):13.3%} {spent:16.1f}")
    encoder, texts = SentenceEncoder(), [claim.text for claim in invented(300)]
    encoder.encode(texts[:1])
    start = time.process_time()
    encoder.encode(texts[1:])
    print(f"vectors: {(time.process_time() - start) / (len(texts) - 1) * 1000:.1f} ms a claim, each once")


def reading(copies: int = 20) -> None:
    pipeline = Pipeline()
    reads = [pipeline.read_article(Article(text=file.read_text("utf-8"))) for file in sorted(EXAMPLES.rglob("*.txt"))]
    words = sum(len(read.article.text.split()) for read in reads)
    start = time.process_time()
    for _ in range(copies):
        for read in reads:
            found = propositions(read.article, read.facts, read.resolved)
            restatements(read.facts.statements, found)
    spent = time.process_time() - start
    print(f"claims of {words} words: {spent / copies / words * 1000:.4f} ms a word")


if __name__ == "__main__":
    reading()
    looking([int(one) for one in sys.argv[1:]] or SIZES)
