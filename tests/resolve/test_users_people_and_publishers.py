"""People of the user's own files under shorter names, and publishers that are bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import kg
from kg.build import Pipeline, build_graph
from kg.model import Article
from kg.resolve import load_authority, resolve_actors
from kg.resolve.publishers import publisher_of

if TYPE_CHECKING:
    from pathlib import Path

    from kg.resolve import Authority
    from kg.text import TextReader

MINE = """\
id,kind,name,type,organ_of,aliases,demonyms
state/XNO,State,Norland,,,,Norlandic
body/xno-mfa,GovernmentBody,Ministry of Foreign Affairs of Norland,mfa,state/XNO,Norlandic Foreign Office,
person/mira-dahl,Person,Mira Dahl,,,Mirjam Dahl,
"""


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    file = tmp_path_factory.mktemp("own") / "actors.csv"
    file.write_text(MINE, "utf-8")
    return load_authority([file])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Mira Dahl spoke first. Later Dahl refused to sign.", ["person/mira-dahl", "person/mira-dahl"]),
        ("Mirjam Dahl spoke first. Minister Dahl refused to sign.", ["person/mira-dahl", "person/mira-dahl"]),
        ("Mira Dahl spoke first. Mira K. Dahl did not.", ["person/mira-dahl", "person/mira-dahl"]),
        ("Mira Dahl met Otto Dahl. Dahl refused to sign.", ["person/mira-dahl", "Otto Dahl", None]),
    ],
)
def test_a_person_of_the_users_files_goes_by_the_surname(
    mine: Authority, reader: TextReader, text: str, named: list[str | None]
) -> None:
    resolved = resolve_actors(reader.read(Article(id="a", text=text)), (), mine)
    found = [m.actor and (m.actor if not m.actor.startswith("local/") else resolved.actors[m.actor].label)
             for m in resolved.mentions if "Dahl" in text[m.span.start : m.span.end]]  # fmt: skip
    assert found == named


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Ministry of Foreign Affairs of Norland", "body/xno-mfa"),
        ("Norlandic Foreign Office", "body/xno-mfa"),
        ("Norlandic Foreign Ministry", "body/xno-mfa"),
        ("The State Department", "body/usa-mfa"),
        ("Russian Foreign Ministry", "body/rus-mfa"),
        ("United Nations", "body/un"),
        ("UN News", None),
        ("Reuters", None),
        ("Norland", None),
        ("Norland Today", None),
        ("Ministry of Foreign Affairs", None),
        ("Holm Courier", None),
        ("", None),
        (None, None),
    ],
)
def test_a_publisher_is_a_body_where_all_of_its_name_is_that_bodys(
    mine: Authority, name: str | None, body: str | None
) -> None:
    assert publisher_of(name, mine, "2024-05-01") == body


def test_a_ministry_that_publishes_and_speaks_is_one_node(mine: Authority, reader: TextReader, tmp_path: Path) -> None:
    text = "The Ministry of Foreign Affairs of Norland said that the talks in Tarn were over."
    communique = Article(
        id="c", text=text, title="Talks", published="2024-05-01", publisher="Ministry of Foreign Affairs of Norland"
    )
    news = Article(id="n", text=text, title="Talks are over", published="2024-05-02", publisher="Holm Courier")
    file = tmp_path / "own.csv"
    file.write_text(MINE, "utf-8")
    build_graph([communique, news], tmp_path / "graph", pipeline=Pipeline(actor_files=(file,), reader=reader))
    with kg.open(tmp_path / "graph") as graph:
        rows = graph.graph.query(
            "SELECT ?publisher ?label { ?a a <https://w3id.org/demarche/ns#Article> ;"
            " <https://schema.org/publisher> ?publisher ."
            " ?publisher <http://www.w3.org/2000/01/rdf-schema#label> ?label } ORDER BY ?label"
        )
        found = [(str(row[0]).rpartition("/actor/")[2], str(row[1])) for row in rows]  # type: ignore[index]
    assert found == [
        ("outlet/holm-courier", "Holm Courier"), ("body/xno-mfa", "Ministry of Foreign Affairs of Norland"),
    ]  # fmt: skip
