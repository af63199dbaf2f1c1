from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import ActorId, ActorKind, Article, EventType, InstrumentKind, PostId, Span, Tenure
from kg.vocab import ids

VERSION = "0123456789abcdef"
SAFE_PATH = re.compile(r"[A-Za-z0-9._~/-]+")
hostile = st.text(max_size=40) | st.sampled_from(
    ['"> <x', "../../..", "a%2Fb", "\ud800", "新华社", "É" * 99, "?#[]", ""]
)
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 10**6), st.integers(1, 10**4))


@given(hostile, hostile, st.sampled_from(ActorKind))
def test_whatever_a_name_holds_paths_hold_only_safe_characters(name: str, other: str, kind: ActorKind) -> None:
    tenure = Tenure(holder=ActorId(name), post=PostId(other))
    article = Article(text=name, title=other, url=name)
    paths = [
        ids.local_actor_id(VERSION, name, kind),
        ids.local_post_id(VERSION, name, ActorId(other)),
        ids.outlet_id(name),
        ids.reference_graph(name),
        ids.reference_instrument_id(name),
        ids.tenure_path(tenure),
        ids.article_path(article),
        ids.tally_path(ids.event_id(article.version, Span(0, 1), EventType.VOTE), name),
    ]
    assert all(SAFE_PATH.fullmatch(path) for path in paths)


@given(hostile)
def test_expanded_paths_are_safe_iris_and_lead_back(path: str) -> None:
    iri = ids.expand(path)
    assert SAFE_PATH.fullmatch(iri.removeprefix("https://").replace("%", ""))
    assert ids.path_of(iri) == path


def test_dot_segments_cannot_climb_out_of_the_base() -> None:
    assert ids.expand("actor/person/../../x.y") == ids.DATA_BASE + "actor/person/%2E%2E/%2E%2E/x.y"


def test_another_base_may_be_named() -> None:
    assert ids.expand("actor/state/FRA", base="https://example.org/g/") == "https://example.org/g/actor/state/FRA"
    assert ids.path_of("https://example.org/g/actor/state/FRA") is None


@given(st.lists(spans, min_size=1, max_size=3, unique=True).map(sorted), st.integers(0, 3))
def test_a_statement_is_known_by_its_pieces_and_rank(pieces: list[Span], rank: int) -> None:
    key = tuple(pieces)
    assert ids.statement_id(VERSION, key, rank) == ids.statement_id(VERSION, key, rank)
    assert ids.statement_id(VERSION, key, rank) != ids.statement_id(VERSION, key, rank + 1)
    in_title = tuple(Span(piece.start, piece.end, "title") for piece in pieces)
    assert ids.statement_id(VERSION, key, rank) != ids.statement_id(VERSION, in_title, rank)


def test_two_pieces_are_not_the_one_piece_that_they_would_make() -> None:
    assert ids.statement_id(VERSION, (Span(1, 5), Span(5, 9))) != ids.statement_id(VERSION, (Span(1, 9),))


def test_a_statement_without_content_is_refused() -> None:
    with pytest.raises(ValueError, match="no content"):
        ids.statement_id(VERSION, ())


def test_identifiers_never_change_between_releases() -> None:
    # Frozen on purpose: graphs of users hold these. A change here needs a new format version of the graph folder.
    target = ids.actor_target(ActorId("state/FRA"))
    statement = ids.statement_id(VERSION, (Span(12, 107),))
    assert statement == "0123456789abcdef-10d2f636bd15"
    assert ids.stance_path(statement, target) == "statement/0123456789abcdef-10d2f636bd15-sdfbfe908"
    assert ids.local_actor_id(VERSION, "Ana  Brem", ActorKind.PERSON) == "local/0123456789abcdef-4f09f7465c02"
    assert ids.event_id(VERSION, Span(3, 8), EventType.MANDATE_END) == "event/0123456789abcdef-c3-8-mandate-end"
    assert ids.instrument_id(VERSION, Span(0, 4, "title"), InstrumentKind.SANCTIONS_REGIME) == (
        "instrument/0123456789abcdef-t0-4-sanctions-regime"
    )
    assert ids.fingerprint(["rules", "1"]) == "fed18f69476c9cbc"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("The Ardenia Post", "the-ardenia-post"), ("Agência  Brasil", "agencia-brasil"), ("K.T.N.", "k-t-n")],
)
def test_slugs_read_like_the_name(name: str, expected: str) -> None:
    assert ids.slug(name) == expected


def test_names_in_other_scripts_do_not_share_a_slug() -> None:
    assert len({ids.slug(name) for name in ("新华社", "共同社", "ТАСС", "РИА", "!!", "??")}) == 6


def test_local_actors_ignore_case_and_blanks_but_not_kind() -> None:
    first = ids.local_actor_id(VERSION, "Ana Brem", ActorKind.PERSON)
    assert first == ids.local_actor_id(VERSION, "ANA \u00a0Brem", ActorKind.PERSON)
    assert first != ids.local_actor_id(VERSION, "Ana Brem", ActorKind.ORGANISATION)


def test_targets_tell_actors_from_other_things() -> None:
    assert ids.target_actor(ids.actor_target(ActorId("body/x"))) == "body/x"
    assert ids.target_actor(ids.event_id(VERSION, Span(0, 1), EventType.VETO)) is None


def test_minting_loads_no_rdf_library() -> None:
    code = "import sys, kg.vocab.prefixes; sys.exit(any(name in sys.modules for name in ('rdflib', 'pyoxigraph')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
