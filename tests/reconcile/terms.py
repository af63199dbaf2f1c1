"""An invented state, what is known of its office holders, and what a query service answers. All items are invented."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.reconcile.server import Asked, Reply
from tests.reconcile.world import page

if TYPE_CHECKING:
    from pathlib import Path

ENTITY = "http://www.wikidata.org/entity/"
XSD = "http://www.w3.org/2001/XMLSchema#"
MINISTER, DEPUTY, AT_UN, AT_GENEVA, SPEAKER = "Q990301", "Q990302", "Q990303", "Q990304", "Q990305"
TITLES = {
    MINISTER: "Minister of Foreign Affairs of Norland",
    DEPUTY: "Deputy Minister of Foreign Affairs of Norland",
    AT_UN: "Permanent Representative of Norland to the United Nations",
    AT_GENEVA: "Permanent Representative of Norland to the United Nations Office at Geneva",
    SPEAKER: "Spokesperson of the Ministry of Foreign Affairs of Norland",
}
KNOWN = """\
id,kind,name,type,organ_of,wikidata,role,body,speaks_for,person,post,valid_from,valid_until,as_of
state/XNO,State,Norland,,,Q990903,,,,,,,,
state/XES,State,Estmark,,,Q990904,,,,,,,,
body/xno-mfa,GovernmentBody,Ministry of Foreign Affairs of Norland,mfa,state/XNO,,,,,,,,,
person/mira-dahl,Person,Mira Dahl,,,Q990201,,,,,,,,
person/jon-vik,Person,Jon Vik,,,Q990202,,,,,,,,
person/ola-rud,Person,Ola Rud,,,Q990203,,,,,,,,
person/per-lie,Person,Per Lie,,,Q990204,,,,,,,,
person/rolf-aas,Person,Rolf Aas,,,Q990208,,,,,,,,
post/xno-minister,Post,Foreign Minister of Norland,,,,foreign_minister,,state/XNO,,,,,
post/xes-minister,Post,Foreign Minister of Estmark,,,,foreign_minister,,state/XES,,,,,
,Tenure,,,,,,,,person/mira-dahl,post/xno-minister,2019-05,,2022-08
,Tenure,,,,,,,,person/jon-vik,post/xno-minister,2015-01-10,2019-05-02,2022-08
,Tenure,,,,,,,,person/ola-rud,post/xno-minister,2012,2015-01-10,2022-08
,Tenure,,,,,,,,person/per-lie,post/xno-minister,2010-02-01,2012,2022-08
,Tenure,,,,,,,,person/rolf-aas,post/xes-minister,2016,2020,2022-08
"""
Row = dict[str, dict[str, str]]


def known(folder: Path) -> Path:
    """The file of actors with what is known."""
    path = folder / "known.csv"
    path.write_text(KNOWN, "utf-8")
    return path


def _uri(value: str) -> dict[str, str]:
    return {"type": "uri", "value": value}


def held(
    person: str, name: str, position: str, start: str = "", end: str = "", *, rank: str = "Normal", number: int = 1
) -> Row:
    """A row as the query service writes it. `start`, `end`: ISO days of any precision."""
    row: Row = {
        "person": _uri(ENTITY + person),
        "statement": _uri(f"{ENTITY}statement/{person}-{position}-{number}"),
        "rank": _uri(f"http://wikiba.se/ontology#{rank}Rank"),
        "position": _uri(ENTITY + position),
        "positionLabel": {"type": "literal", "xml:lang": "en", "value": TITLES[position]},
        "state": _uri(ENTITY + "Q990903"),
    }
    if name:
        row["personLabel"] = {"type": "literal", "xml:lang": "en", "value": name}
    for side, value in (("start", start), ("end", end)):
        if value:
            day = (value + "-01-01")[:10] if len(value) < 10 else value
            row[side] = {"type": "literal", "datatype": f"{XSD}dateTime", "value": f"{day}T00:00:00Z"}
            precision = {4: "9", 7: "10", 10: "11"}[len(value)]
            row[f"{side}Precision"] = {"type": "literal", "datatype": f"{XSD}integer", "value": precision}
    return row


MINISTERS = [
    held("Q990201", "Mira Dahl", MINISTER, "2019-05-02", "2024-03-01"),
    held("Q990202", "Jon Vik", MINISTER, "2015-01-10", "2019-05-02"),
    held("Q990203", "Ola Rud", MINISTER, "2012-09-01", "2015-01-10"),
    held("Q990205", "Nina Holt", MINISTER, "2024-03-01"),
    held("Q990210", "Erik Bro", MINISTER, "1990-01-01", "1995-06-30"),
    held("Q990213", "Siv Moe", DEPUTY, "2020-01-01"),
    held("Q990214", "Una Dal", MINISTER, "2021-01-01", rank="Deprecated"),
]
AT_UNITED_NATIONS = [
    held("Q990211", "Liv Sand", AT_UN, "2021-09"),
    held("Q990215", "Geir Lund", AT_GENEVA, "2021-09"),
]
SPOKESPERSONS = [held("Q990212", "Dag Eie", SPEAKER, "2020"), held("Q990216", "Ida Fjell", SPEAKER, "2021")]


class Tables:
    """A query service that knows these office holders."""

    def __init__(self, ministers: list[Row] | None = None) -> None:
        self.ministers = MINISTERS if ministers is None else ministers

    def answer(self, asked: Asked) -> Reply:
        """To a page of one of the questions of a refresh."""
        query = asked.form["query"]
        rows: list[Row] = []
        if "wd:Q7330070" in query:
            rows = self.ministers
        elif "permanent representative" in query:
            rows = AT_UNITED_NATIONS
        elif "spokes" in query:
            rows = SPOKESPERSONS
        names = ["person", "personLabel", "statement", "rank", "position", "positionLabel", "state", "organisation"]
        head = {"vars": [*names, "start", "startPrecision", "end", "endPrecision"]}
        told = page({"head": head, "results": {"bindings": rows}}, query)
        return Reply(json.dumps(told).encode(), headers={"Content-Type": "application/sparql-results+json"})
