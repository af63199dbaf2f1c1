"""What `kg network` takes: which statements, which network of them, how sure, and which of its nodes are meant."""

from __future__ import annotations

import json
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.errors import AmbiguousActor, ParameterError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.analysis import ErrorRates


class KindChoice(StrEnum):
    """Kinds of networks, as `kg.analysis.NetworkKind` has them."""

    WHO_ABOUT_WHOM = "who-about-whom"
    CONGRUENCE = "congruence"
    CONFLICT = "conflict"
    SUBTRACT = "subtract"
    TWO_MODE = "two-mode"
    CO_TARGET = "co-target"
    MENTION = "mention"
    OUTLET_MENTION = "outlet-mention"
    ON_BEHALF = "on-behalf"


class Show(StrEnum):
    """What is shown of a network."""

    TIES = "ties"
    ACTORS = "actors"
    FIGURES = "figures"
    BLOCS = "blocs"


class VoiceChoice(StrEnum):
    """Who counts as the one who speaks."""

    SPEAKER = "speaker"
    BODY = "body"
    PRINCIPAL = "principal"
    STATE = "state"


class AttributionChoice(StrEnum):
    """Kinds of attribution."""

    STATEMENT = "Statement"
    ATTITUDE = "Attitude"
    SECOND_HAND = "SecondHand"
    NON_ASSERTION = "NonAssertion"


class CopiesChoice(StrEnum):
    """Whether words that several articles carry count once."""

    ONCE = "once"
    EACH = "each"


class ConceptChoice(StrEnum):
    """What actors take sides on."""

    TARGET = "target"
    SUBJECT = "subject"
    CLAIM = "claim"


class DuplicatesChoice(StrEnum):
    """Within what repeated statements count once."""

    INCLUDE = "include"
    DOCUMENT = "document"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    ACROSSRANGE = "acrossrange"


class NormaliseChoice(StrEnum):
    """By what ties of agreement are divided."""

    AVERAGE = "average"
    JACCARD = "jaccard"
    COSINE = "cosine"


FORMS: Final = {
    ".csv": "edges-csv", ".cx2": "cx2", ".cyjs": "cyjs", ".dl": "ucinet", ".dot": "dot", ".gexf": "gexf",
    ".graphml": "graphml", ".json": "node-link", ".net": "pajek", ".parquet": "parquet",
}  # fmt: skip
"""Ending of a file -> the form of a network that it stands for."""
MEASURED: Final = "measured"
NO_ERRORS: Final = "none"


def form_of(file: Path, form: str | None) -> str:
    """The form that is asked for, or that the file's ending stands for.

    Raises: ParameterError: the ending stands for none.
    """
    if form is not None:
        return form
    if file.suffix.lower() not in FORMS:
        raise ParameterError(
            f"{file.name}: the ending names no form of networks; known are {', '.join(FORMS)}, or give --form NAME"
        )
    return FORMS[file.suffix.lower()]


def error_rates(given: str) -> ErrorRates | None:
    """The rates that `--errors` names: those measured for this version, none, or those in a JSON file.

    Raises: ParameterError: the file cannot be read, or holds no rates.
    """
    from kg.analysis import ErrorRates

    if given == MEASURED:
        return ErrorRates()
    if given == NO_ERRORS:
        return None
    path = Path(given)
    try:
        record: Any = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as failed:
        raise ParameterError(
            f"--errors takes {MEASURED}, {NO_ERRORS}, or a JSON file of rates (such as kg evaluate --json writes); "
            f"{given} cannot be read: {failed}"
        ) from None
    if not isinstance(record, dict):
        raise ParameterError(f"--errors: {path.name} holds no JSON object of rates")
    return ErrorRates.of(record, source=f"rates of {path.name}")


def node_named(value: str, labels: Mapping[str, str]) -> str:
    """The node that a user means, by its id, the last part of it, or its label without regard to case.

    `labels`: of every node.

    Raises: AmbiguousActor: the name fits several. ParameterError: it fits none; the message has near names.
    """
    wanted = value.strip()
    if wanted in labels:
        return wanted
    folded = wanted.casefold()
    fitting = sorted(
        node
        for node, label in labels.items()
        if folded in (label.casefold(), node.rpartition("/")[2].casefold(), _curie(node))
    )
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise AmbiguousActor(wanted, tuple((node, labels[node]) for node in fitting))
    near = get_close_matches(wanted, sorted(set(labels.values())), n=3, cutoff=0.6)
    hint = f"; near names: {', '.join(near)}" if near else ""
    raise ParameterError(f"the network has no node {wanted!r}{hint}; kg network --show actors lists them")


def _curie(node: str) -> str:
    """`state:fra` for `.../actor/state/FRA`."""
    parts = node.rsplit("/", 2)
    return ":".join(parts[-2:]).casefold() if len(parts) == 3 else ""
