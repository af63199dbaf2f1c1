"""What a caller gives for a parameter, as SPARQL terms. Text never reaches a query but as a serialised term."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.errors import ParameterError
from kg.query.actors import find_actor
from kg.vocab.prefixes import VOC, expand_curie

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.query.header import Parameter, Query
    from kg.store.protocol import Store

Scalar = str | int | float | date | Decimal
ParameterValue = Scalar | list[str] | tuple[str, ...] | None
"""One value, or several of which any may fit; None is the same as not given."""

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_CONCEPTS: Final = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?concept WHERE { GRAPH ?graph { ?concept skos:inScheme SCHEME } } ORDER BY ?concept
"""


_ALSO_CALLED: Final = {"since": "from", "until": "to"}
"""Other names of parameters, as networks and selections have them."""


def bind(store: Store, query: Query, given: Mapping[str, ParameterValue]) -> dict[str, tuple[str, ...]]:
    """Parameter name -> its terms in SPARQL form, for `kg.query.header.fill`.

    Names may be written with `-` for `_`, and with a `_` at the end where Python reserves the word (`from_`); `since`
    and `until` do for `from` and `to`.

    Raises: ParameterError: a name is unknown or comes twice, or a value does not fit its type. AmbiguousActor: a name
    fits several.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    terms: dict[str, tuple[str, ...]] = {}
    for written, value in given.items():
        name = written.replace("-", "_")
        name = name if name in known else name.removesuffix("_")
        name = name if name in known else _ALSO_CALLED.get(name, name)
        if name not in known:
            raise ParameterError(_unknown(query, written, list(known)))
        if value is None:
            continue
        if name in terms:
            raise ParameterError(f"{written} says {name} a second time; give one of them")
        values = list(value) if isinstance(value, list | tuple) else [value]
        if len(values) > 1 and not known[name].takes_many:
            raise ParameterError(f"{name} takes one {known[name].type}, not {len(values)}")
        terms[name] = tuple(str(_term(store, known[name], one)) for one in values)
    return terms


def _unknown(query: Query, written: str, known: list[str]) -> str:
    near = get_close_matches(written, known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"it takes {', '.join(known) or 'none'}"
    return f"query {query.name or 'of yours'} has no parameter {written!r}; {hint}"


def _term(store: Store, parameter: Parameter, value: Scalar) -> ox.NamedNode | ox.Literal:
    match parameter.type:
        case "actor":
            return ox.NamedNode(find_actor(store, _text(parameter, value)))
        case "iri":
            return _iri(parameter, _text(parameter, value))
        case "concept":
            return _concept(store, parameter, _text(parameter, value))
        case "text":
            return ox.Literal(_text(parameter, value))
        case "date":
            return _day(parameter, value)
        case "integer" | "decimal":
            return _number(parameter, value)


def _text(parameter: Parameter, value: Scalar) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ParameterError(f"{parameter.name} takes a text ({parameter.type}), not {value!r}")
    return value.strip()


def _iri(parameter: Parameter, value: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(expand_curie(value) or value)
    except ValueError as broken:
        raise ParameterError(f"{parameter.name} takes an IRI or a CURIE, not {value!r}: {broken}") from broken


def _concept(store: Store, parameter: Parameter, value: str) -> ox.NamedNode:
    scheme = f"{VOC}{parameter.scheme}"
    found = store.select(_CONCEPTS.replace("SCHEME", str(ox.NamedNode(scheme))))
    known = {term.value.rpartition("/")[2]: term.value for (term,) in found.rows if term is not None}
    short = value.rpartition("/")[2].rpartition(":")[2]
    if short not in known:
        raise ParameterError(f"{parameter.name} takes one of {', '.join(sorted(known))}, not {value!r}")
    return ox.NamedNode(known[short])


def _day(parameter: Parameter, value: Scalar) -> ox.Literal:
    day = value.date() if isinstance(value, datetime) else value
    if isinstance(day, str):
        try:
            day = date.fromisoformat(day.strip())
        except ValueError:
            raise ParameterError(f"{parameter.name} takes a day like 2024-03-28, not {value!r}") from None
    if not isinstance(day, date):
        raise ParameterError(f"{parameter.name} takes a day like 2024-03-28, not {value!r}")
    return ox.Literal(day.isoformat(), datatype=ox.NamedNode(f"{_XSD}date"))


def _number(parameter: Parameter, value: Scalar) -> ox.Literal:
    written = str(value).strip()
    try:
        number = Decimal(written)
    except InvalidOperation:
        raise ParameterError(f"{parameter.name} takes a number ({parameter.type}), not {value!r}") from None
    is_fitting = number.is_finite() and (parameter.type == "decimal" or re.fullmatch(r"[+-]?\d+", written))
    if isinstance(value, bool) or not is_fitting:
        raise ParameterError(f"{parameter.name} takes a number ({parameter.type}), not {value!r}")
    return ox.Literal(f"{number:f}", datatype=ox.NamedNode(f"{_XSD}{parameter.type}"))


def parameter_names(queries: Iterable[Query]) -> tuple[str, ...]:
    """Every parameter name of these queries, sorted: the command line makes one option of each."""
    return tuple(sorted({parameter.name for query in queries for parameter in query.parameters}))
