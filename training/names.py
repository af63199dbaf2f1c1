"""Writes the names that spaCy's recogniser finds in the training articles: what the reader's names tagger learns from.

python -m training.names --corpus train.jsonl.gz --out names.jsonl
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from kg.model import Article
from kg.text import TextReader
from training.data import read_articles


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    reader = TextReader()
    with options.out.open("w", encoding="utf-8") as out:
        for article in read_articles(options.corpus):
            string = reader.read(Article(id=article["id"], text=article["text"])).text
            names = [[*string.shadow.to_article(e.start, e.end), e.label] for e in string.entities]
            out.write(json.dumps({"id": article["id"], "names": names}) + "\n")


if __name__ == "__main__":
    main()
