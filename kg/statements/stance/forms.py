"""Forms of verbs, irregular ones included: the tables of this folder name verbs by their base form."""

from __future__ import annotations

from functools import cache

from kg.extract.rules.cues import verb_forms
from kg.statements.reading.cues import rows_of
from kg.statements.reading.wordlists import doubled


@cache
def forms_of(verb: str) -> tuple[str, ...]:
    """Base form, -s, -ing, past and participle of a verb, lower case; "be" and "have" with their short forms.

    >>> forms_of("break")
    ('break', 'breaks', 'breaking', 'breaked', 'broke', 'broken')

    A form that does not exist ("breaked") meets no text.
    """
    return tuple(dict.fromkeys((*verb_forms(verb), *doubled(verb), *_irregular().get(verb, ()))))


@cache
def all_forms(*verbs: str) -> frozenset[str]:
    """The forms of several verbs."""
    return frozenset(form for verb in verbs for form in forms_of(verb))


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {row["lemma"]: tuple(row["forms"].split()) for row in rows_of("stance/irregular_verbs.csv")}
