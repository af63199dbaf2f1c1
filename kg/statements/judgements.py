"""What the words of a cue judge: its class, the act, the polarity towards a target, and where that target stands.

The tables are data that a linguist can read: `cue_stance.csv`, one row a cue, and `evaluation.csv`, one row an
evaluative word of the content; both name who judged.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal

from kg.errors import ResourceMissing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.model.statements import Polarity

TargetPlace = Literal["object", "addressee", "content"]
"""Where the target of a cue's judgement stands: the cue's object, the person spoken to, or within the content."""

_NEUTRAL: Final = "neutral"
_IRREGULAR: Final = {"undermine": ("undermining",), "break": ("broke", "broken"), "steal": ("stole", "stolen")}


@dataclass(frozen=True, slots=True, kw_only=True)
class CueJudgement:
    """One row of the cue table."""

    cue_class: str = _NEUTRAL
    act: str | None = None
    polarity: Polarity | None = None
    target: TargetPlace | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluativeWord:
    """One evaluative word: what it says of the one it applies to, and where that one stands.

    `places`: "subject" (before it in its clause), "poss" (its possessor), "modified", or a preposition after it.
    """

    polarity: Polarity
    act: str | None
    places: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """One evaluative word found in a content: range in the string that was searched, and whether it is negated."""

    start: int
    end: int
    word: EvaluativeWord
    is_negated: bool


def judge_cue(lemma: str | None, cue_words: str) -> CueJudgement:
    """The judgement of a cue. A cue with its particle ("call for") goes before the bare verb; unknown: neutral."""
    table = _cue_table()
    particle = cue_words.split()[-1].casefold() if cue_words.split() else ""
    for name in (f"{lemma} {particle}", lemma):
        if name is not None and name in table:
            return table[name]
    return CueJudgement()


def find_evaluations(text: str) -> Iterator[Evaluation]:
    """Evaluative words of a text in order; of two that overlap the longer one."""
    pattern, table = _evaluation_table()
    for found in pattern.finditer(text.casefold()):
        before = text[max(0, found.start() - 40) : found.start()]
        yield Evaluation(
            start=found.start(),
            end=found.end(),
            word=table[found.group()],
            is_negated=_NEGATION.search(before) is not None,
        )


# A negation within three words before, in the same clause.
_NEGATION: Final = re.compile(
    r"(?:\b(?:not|no|never|nor|neither|without|hardly|cannot|far from)|n['’]t)(?:\s+[\w-]+){0,3}\s+$", re.IGNORECASE
)


def _rows(name: str) -> list[dict[str, str]]:
    path = files("kg.statements") / name
    if not path.is_file():
        raise ResourceMissing(f"kg/statements/{name} is not there: the installation is broken, install again")
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


@cache
def _cue_table() -> Mapping[str, CueJudgement]:
    places: dict[str, TargetPlace] = {"object": "object", "addressee": "addressee", "content": "content"}
    return {
        row["lemma"]: CueJudgement(
            cue_class=row["cue_class"],
            act=row["act"] or None,
            polarity=_polarity(row["polarity"]),
            target=places.get(row["target"]),
        )
        for row in _rows("cue_stance.csv")
    }


def _polarity(value: str) -> Polarity | None:
    known: dict[str, Polarity] = {"positive": "positive", "negative": "negative", "neutral": "neutral"}
    return known.get(value)


@cache
def _evaluation_table() -> tuple[re.Pattern[str], Mapping[str, EvaluativeWord]]:
    table: dict[str, EvaluativeWord] = {}
    disputed: set[str] = set()
    for row in _rows("evaluation.csv"):
        polarity = _polarity(row["value"])
        word = EvaluativeWord(
            polarity=polarity or "neutral", act=row["act"] or None, places=frozenset(row["targets"].split())
        )
        for form in _forms(row["lemma"], row["word_class"]):
            if polarity is None:
                # A word that is neutral as an action in one reading is too weak a sign in all.
                disputed.add(form)
            elif form in table and table[form].polarity != polarity:
                disputed.add(form)
            else:
                table.setdefault(form, word)
    for form in disputed:
        table.pop(form, None)
    longest_first = sorted(table, key=lambda form: (-len(form), form))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b"), table


def _forms(lemma: str, word_class: str) -> tuple[str, ...]:
    if word_class == "adjective":
        return (lemma,)
    stem = lemma[:-1] + "i" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else lemma
    plural = f"{stem}es" if lemma.endswith(("s", "x", "z", "ch", "sh", "y")) and stem != lemma + "s" else f"{lemma}s"
    if lemma.endswith("y") and stem == lemma:
        plural = f"{lemma}s"
    if word_class == "noun":
        return lemma, plural
    base = lemma[:-1] if lemma.endswith("e") else lemma
    return lemma, plural, f"{stem.removesuffix('e')}ed", f"{base}ing", *_IRREGULAR.get(lemma, ())
