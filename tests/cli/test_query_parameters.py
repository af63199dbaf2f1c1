"""Parameters of queries on the command line."""

from __future__ import annotations

import pytest

from kg.cli.query import parse_parameters
from kg.errors import ParameterError


@pytest.mark.parametrize(
    ("arguments", "parameters"),
    [
        ([], {}),
        (["--speaker", "Lidia Marek", "--from=2025-03-01"], {"speaker": ["Lidia Marek"], "from": ["2025-03-01"]}),
        (["--on-behalf-of", "Kestria"], {"on_behalf_of": ["Kestria"]}),
        (["--about=a=b"], {"about": ["a=b"]}),
        (["--speaker", "a", "--speaker=b"], {"speaker": ["a", "b"]}),
        (["--min", "-3"], {"min": ["-3"]}),
    ],
)
def test_parameters_are_options_with_a_value(arguments: list[str], parameters: dict[str, list[str]]) -> None:
    assert parse_parameters(arguments) == parameters


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["Kestria"], "no parameter"),
        (["--speaker"], "has no value"),
        (["-s", "a"], "no parameter"),
    ],
)
def test_other_arguments_are_refused_with_a_sentence(arguments: list[str], words: str) -> None:
    with pytest.raises(ParameterError, match=words):
        parse_parameters(arguments)
