"""Writes sentences of diplomatic language with judged targets, of templates: what news sentences rarely hold.

python -m training.stance.composing --out runs/composed.jsonl --most 7000

Notes of protest, negations, denials and reported views of invented states, people and bodies; templates.txt says how
each target is put, phrases.csv what fills it. Good and bad things fill the same places, so that the construction
tells and not the thing. The choice is seeded: the same call writes the same file.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent
_SIGNS: Final = {"-": "negative", "0": "neutral", "+": "positive"}
_TARGET: Final = re.compile(r"\[([-0+]) ([^\]]*)\]")
_SLOT: Final = re.compile(r"\{([A-Za-z0-9-]+)\}")
_JOINED: Final = ("but", "and", "while")


@dataclass(slots=True)
class Composer:
    """Fills templates; what it chose last for one sentence is not chosen twice in it."""

    dice: random.Random
    phrases: dict[str, list[str]]
    used: set[str] = field(default_factory=set)

    def sentence(self, kind: str, template: str, others: list[str]) -> dict[str, Any]:
        """One sentence: a clause with somebody who says it, or a template that has its own."""
        self.used.clear()
        marked = self._filled(template)
        if kind == "clause":
            marked = self._said(marked, others)
        elif self.dice.random() < 0.2:
            marked = f"{marked}, {self.dice.choice(('a spokesman', 'its spokeswoman', 'an official'))} said"
        elif self.dice.random() < 0.15:
            marked = f"{self._any('prefix')}, {marked}"
        return _unmarked(marked[:1].upper() + marked[1:] + ".")

    def _said(self, clause: str, others: list[str]) -> str:
        dice = self.dice
        for _ in range(dice.choice((0, 0, 0, 0, 0, 1, 1, 2))):
            clause = f"{clause}, {dice.choice(_JOINED)} {self._filled(dice.choice(others))}"
        holder, verb = self._holder(), dice.choice(self.phrases["said"])
        # A target keeps its mark; only the first letter of the clause is raised.
        raised = re.sub(r"^(\[[-0+] )?(.)", lambda found: (found[1] or "") + found[2].upper(), clause)
        return dice.choice(
            (
                f"{holder} {verb} {clause}",
                f"{holder} {verb} that {clause}",
                f'"{raised}," {holder} {verb}',
                f"{raised}, {holder} {verb}",
                f'{holder} {verb}: "{raised}"',
                f"as {holder} put it, {clause}",
                f"{holder} {verb} {self._filled('{when}')} that {clause}",
            )
        )

    def _filled(self, template: str) -> str:
        return _SLOT.sub(lambda found: self._phrase(found[1].rstrip("2")), template)

    def _phrase(self, pool: str) -> str:
        for _ in range(20):
            phrase = self._any(pool)
            if phrase not in self.used:
                break
        if pool not in ("when", "noun"):
            self.used.add(phrase)
        return phrase

    def _any(self, pool: str) -> str:
        dice = self.dice
        if pool == "H":
            return self._holder()
        if pool == "state":
            return self._name("state-ending")
        if pool == "any":
            kind = dice.random()
            return dice.choice(("it", "this")) if kind < 0.04 else self._any("actor" if kind < 0.5 else "thing")
        if pool == "actor":
            return self._actor()
        if pool == "person":
            return f"{dice.choice(self.phrases['title'])} {self._name('name-ending')}"
        if pool == "thing":
            return self._thing()
        return dice.choice(self.phrases[pool])

    def _actor(self) -> str:
        dice, kind, name = self.dice, self.dice.random(), self._name("state-ending")
        if kind < 0.3:
            return name
        if kind < 0.45:
            return f"the {name} {dice.choice(('government', 'army', 'leadership', 'authorities', 'delegation'))}"
        if kind < 0.65:
            return self._any("person")
        return self._any("body" if kind < 0.85 else "group")

    def _thing(self) -> str:
        dice, kind = self.dice, self.dice.random()
        thing = dice.choice(self.phrases["instrument" if kind < 0.55 else "deed"])
        owner = dice.random()
        if owner < 0.15:
            return thing.replace("the ", f"{self._name('state-ending')}'s ", 1)
        if owner < 0.25:
            return f"{thing} {dice.choice(('proposed by', 'announced by', 'backed by'))} {self._actor()}"
        if owner < 0.35:
            return f"{thing} {dice.choice(('in', 'near'))} {self._name('state-ending')}"
        return thing

    def _holder(self) -> str:
        dice, kind = self.dice, self.dice.random()
        if kind < 0.35:
            return self._name("state-ending")
        if kind < 0.55:
            return self._any("person")
        if kind < 0.65:
            return f"{self._any('person')}, {self._any('who')},"
        if kind < 0.9:
            return dice.choice(self.phrases["body"])
        return dice.choice(("he", "she", "the minister", "the envoy", "its ambassador", "the premier"))

    def _name(self, endings: str) -> str:
        dice = self.dice
        middle = dice.choice(self.phrases["middle"]) if dice.random() < 0.7 else ""
        return dice.choice(self.phrases["beginning"]) + middle + dice.choice(self.phrases[endings])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--most", type=int, default=7000, help="sentences at most")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sentences = compose(options.most, options.seed)
    with options.out.open("w", encoding="utf-8") as out:
        for number, sentence in enumerate(sentences):
            out.write(json.dumps({"id": f"composed-{number}", **sentence}, ensure_ascii=False) + "\n")
    print(f"{len(sentences)} sentences")


def compose(most: int, seed: int) -> list[dict[str, Any]]:
    """Sentences of all templates in turn, each as often as the others, no two alike."""
    phrases: dict[str, list[str]] = defaultdict(list)
    with (HERE / "phrases.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            phrases[row["pool"]].append(row["phrase"])
    lines = [line for line in (HERE / "templates.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    templates = [(kind, template) for kind, _, template in (line.partition(" | ") for line in lines)]
    clauses = [template for kind, template in templates if kind == "clause"]
    composer = Composer(random.Random(seed), phrases)
    found: dict[str, dict[str, Any]] = {}
    while len(found) < most:
        for kind, template in templates:
            sentence = composer.sentence(kind, template, clauses)
            found.setdefault(sentence["text"], sentence)
    return list(found.values())[:most]


def _unmarked(marked: str) -> dict[str, Any]:
    """The text without its marks, and where the targets lie in it."""
    text, last, targets = "", 0, []
    for found in _TARGET.finditer(marked):
        text += marked[last : found.start()]
        targets.append({"span": [len(text), len(text) + len(found[2])], "polarity": _SIGNS[found[1]]})
        text += found[2]
        last = found.end()
    return {"text": text + marked[last:], "targets": targets}


if __name__ == "__main__":
    main()
