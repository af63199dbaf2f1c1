"""Files of the user's own actors: the worked example of the documentation, and every kind of fault."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.build.pipeline import Pipeline
from kg.cli import main
from kg.cli.exit_codes import ExitCode
from kg.errors import ActorFileError
from kg.model import ActorId, ActorKind, Article
from kg.resolve import load_authority
from kg.triples import find_violations, reference_quads

if TYPE_CHECKING:
    from kg.model import Actor
    from kg.resolve import Authority
    from kg.text import TextReader

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "your-own-actors.md"
HEADER = "id,kind,name,organ_of,part_of,wikidata,aliases,valid_from,valid_until,override,role,speaks_for,person,post"


@pytest.fixture(params=["csv", "turtle"])
def example(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The worked example of the page, in each of its forms."""
    return written(tmp_path, request.param)


def written(folder: Path, language: str) -> Path:
    (block,) = re.findall(rf"^```{language}\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    file = folder / f"norland.{'ttl' if language == 'turtle' else language}"
    file.write_text(block, "utf-8")
    return file


def own(authority: Authority) -> dict[ActorId, Actor]:
    return {id_: actor for id_, actor in authority.actors.items() if actor.origin == "own norland"}


def test_the_worked_example_brings_in_what_it_says(example: Path) -> None:
    authority = load_authority([example])
    actors = own(authority)
    assert {str(id_): actor.kind for id_, actor in actors.items()} == {
        "state/XNO": ActorKind.STATE,
        "body/xno-mfa": ActorKind.GOVERNMENT_BODY,
        "body/xno-lake-board": ActorKind.ORGANISATION,
        "outlet/holm-courier": ActorKind.MEDIA_OUTLET,
        "person/mira-dahl": ActorKind.PERSON,
        "body/iaea": ActorKind.INTERNATIONAL_BODY,
    }
    assert authority.organ(ActorId("state/XNO"), "mfa") == "body/xno-mfa"
    assert not authority.existed_on(ActorId("state/XNO"), date(1921, 5, 3))
    iaea = actors[ActorId("body/iaea")]
    assert {"IAEA", "UN nuclear inspectors"} <= set(iaea.aliases)
    assert iaea.wikidata == "Q41984"
    forms = {name: next(authority.names.scan(name)).readings[0].form for name in ("Norland", "Norlanders", "Holm")}
    assert forms == {"Norland": "name", "Norlanders": "demonym", "Holm": "capital"}


def test_the_tenure_of_the_worked_example_answers_who_held_the_office(example: Path) -> None:
    ask = load_authority([example]).officials.holders
    state = ActorId("state/XNO")
    assert [holding.person for holding in ask(state, "head_of_government", date(2023, 4, 2))] == ["Mira Dahl"]
    assert ask(state, "head_of_government", date(2020, 4, 2)) == ()


def test_both_forms_of_the_worked_example_say_the_same(tmp_path: Path) -> None:
    one, other = (load_authority([written(tmp_path, language)]) for language in ("csv", "turtle"))
    assert own(one) == own(other)
    assert one.posts == other.posts
    assert [(t.holder, t.post, t.start, t.as_of) for t in one.tenures] == [
        (t.holder, t.post, t.start, t.as_of) for t in other.tenures
    ]


def test_a_users_actors_have_a_sound_graph_of_their_own(example: Path) -> None:
    quads = [q for q in reference_quads(load_authority([example])) if str(q.graph_name).endswith("/ref/own-norland>")]
    assert find_violations(quads) == ()
    assert len({quad.subject for quad in quads}) == 9  # six actors, a post, a tenure, the graph


FAULTS = {
    "no-kind": (",,Norland", "line 2: the column 'id' is missing or empty"),
    "unknown-kind": ("state/XNO,Planet,Norland", "line 2, column 'kind': 'Planet' is no kind of actor; one of "),
    "local-kind": ("body/x,Document,A memo", "'Document' is no kind of actor"),
    "wrong-id": ("XNO,State,Norland", "line 2, column 'id': 'XNO' is no id for this kind; write state/"),
    "id-of-another-kind": ("body/x,State,Norland", "write state/"),
    "id-that-exists": ("state/RUS,State,Russland", "'state/RUS' exists already; take another id, or write yes"),
    "override-of-nothing": ("state/XNO,State,Norland,,,,,,,yes", "column 'override': 'state/XNO' does not exist"),
    "hanging-organ": ("body/x,GovernmentBody,Lake Board,state/XNA", "column 'organ_of': 'state/XNA' is no actor of"),
    "item": ("state/XNO,State,Norland,,,1065", "column 'wikidata': '1065' is no item of Wikidata; write it like Q1065"),
    "everyday-alias": ("state/XNO,State,Norland,,,,Nor|the board", "column 'aliases': 'the board' would be found"),
    "no-date": ("state/XNO,State,Norland,,,,,4 May 1921", "column 'valid_from': '4 May 1921' is no date; write"),
    "no-such-day": ("state/XNO,State,Norland,,,,,1921-02-30", "column 'valid_from': '1921-02-30' is no date"),
    "ends-first": ("state/XNO,State,Norland,,,,,1990,1921", "'valid_until': it ends (1921) before it begins (1990)"),
    "too-many-cells": ("state/XNO,State,Norland" + "," * 20, "line 2: 23 cells under 14 columns; put a name"),
    "post-without-role": ("post/x,Post,Prime Minister", "line 2: the column 'role' is missing or empty; a post needs"),
    "tenure-of-nobody": (",Tenure,,,,,,,,,,,person/x,post/x", "column 'person': 'person/x' is no person of your files"),
}  # fmt: skip


@pytest.mark.parametrize(("row", "told"), FAULTS.values(), ids=FAULTS.keys())
def test_a_broken_row_is_named_with_its_place_and_what_to_do_and_the_rest_is_read(
    tmp_path: Path, row: str, told: str
) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(f"{HEADER}\n{row}\nstate/XES,State,Estmark,,,,,,,,,,,\n", "utf-8")
    problems: list[str] = []
    authority = load_authority([file], on_problem=lambda problem: problems.append(str(problem)))
    assert len(problems) == 1
    assert problems[0].startswith("mine.csv, line 2")
    assert told in problems[0]
    assert authority.actors[ActorId("state/XES")].label == "Estmark"
    with pytest.raises(ActorFileError, match=re.escape(told)):
        load_authority([file])


def test_what_points_to_a_broken_row_is_named_too(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    rows = (
        "state/XNO,State,Norland,,,x",
        "body/a,GovernmentBody,Lake Board,state/XNO",
        "body/b,GovernmentBody,Boat Office,,body/a",
    )
    file.write_text("\n".join((HEADER, *rows)), "utf-8")
    problems: list[str] = []
    authority = load_authority([file], on_problem=lambda problem: problems.append(str(problem)))
    assert [problem.split(":")[0] for problem in problems] == [
        "mine.csv, line 2, column 'wikidata'",
        "mine.csv, line 3, column 'organ_of'",
        "mine.csv, line 4, column 'part_of'",
    ]  # fmt: skip
    assert not {"state/XNO", "body/a", "body/b"} & set(authority.actors)


def test_a_column_that_is_nearly_right_is_named_and_a_column_of_ones_own_is_not(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("id,kind,name,alias,seen by\nstate/XNO,State,Norland,Nor,Ada\n", "utf-8")
    with pytest.raises(ActorFileError, match="line 1, column 'alias': nothing in it is read") as caught:
        load_authority([file])
    assert "did you mean 'aliases'?" in caught.value.problems[0]
    assert len(caught.value.problems) == 1


def test_a_fault_in_turtle_is_named_by_its_node_and_property(tmp_path: Path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text(
        """@prefix dmr: <https://w3id.org/demarche/ns#> . @prefix state: <https://w3id.org/demarche/id/actor/state/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        state:XNO a dmr:State ; rdfs:label "Norland" ; dmr:capitol "Holm" ; rdfs:comment "mine" .
        state:XES a dmr:State ; rdfs:label "Estmark", "Estmarch" .""",
        "utf-8",
    )
    problems: list[str] = []
    authority = load_authority([file], on_problem=lambda problem: problems.append(str(problem)))
    assert problems == [
        "mine.ttl, state/XNO, dmr:capitol: nothing is read from it, for it is no property of actors, posts or tenures; "
        "take it out",
        "mine.ttl, state/XES, name: has 2 values but takes one; keep the right one",
    ]
    assert ActorId("state/XNO") in authority.actors
    assert ActorId("state/XES") not in authority.actors


@pytest.mark.parametrize(
    ("name", "content"), [("mine.csv", b"\xff\xfe\x00id"), ("mine.ttl", b"state:XNO a dmr:State ."), ("gone.csv", None)]
)
def test_a_file_that_cannot_be_read_at_all_is_refused(tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(ActorFileError, match=f"{name}: cannot be read as"):
        load_authority([tmp_path / name], on_problem=print)


def test_an_override_keeps_what_it_does_not_say(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("id,kind,name,override\nstate/FRA,State,French Republic,yes\n", "utf-8")
    before, after = (load_authority(files).actors[ActorId("state/FRA")] for files in ((), [file]))
    assert after.label == "French Republic"
    assert before.label in after.aliases
    assert after.wikidata == before.wikidata


def test_a_text_speaks_of_the_users_person_in_the_users_post(tmp_path: Path, reader: TextReader) -> None:
    pipeline = Pipeline(reader=reader, actor_files=(written(tmp_path, "csv"),))
    text = "Norland's Prime Minister Mira Dahl said that talks would go on."
    (said,) = pipeline.read_article(Article(text=text, published="2023-04-02")).resolved.speakers
    assert [(speaker.actor, speaker.post, speaker.principal) for speaker in said] == [
        ("person/mira-dahl", "xno-prime-minister", "state/XNO")
    ]


def test_the_command_names_broken_rows_goes_on_and_says_so_in_its_exit_code(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.csv").write_text("id,kind,name\nstate/XNO,Planet,Norland\nstate/XES,State,Estmark\n", "utf-8")
    (tmp_path / "a.txt").write_text("Estmark said that the lake was full.", "utf-8")
    command = ["extract", str(tmp_path / "a.txt"), "--actors", str(tmp_path / "mine.csv")]
    assert main(command) == ExitCode.SOME_FAILED
    caught = capfd.readouterr()
    assert "kg: mine.csv, line 2, column 'kind': 'Planet' is no kind of actor" in caught.err
    assert "state/XES" in caught.out
