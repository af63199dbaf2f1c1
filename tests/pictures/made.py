"""Networks and tables for the tests of pictures, all invented."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import networkx as nx

from kg.analysis import StatementRow, StatementTable
from kg.analysis.table import Named
from kg.export.statement_words import ArticleFacts
from kg.export.views import Told

if TYPE_CHECKING:
    from kg.analysis.said_about import Polarity, Ties

HARM: Final = "window.harmed = true; document.documentElement.dataset.harmed = '1'"
HOSTILE: Final = (
    f"<script>{HARM}</script>",
    f"</script><script>{HARM}</script>",
    f"</title></style></textarea></noscript><script>{HARM}</script>",
    f'"><img src=x onerror="{HARM}">',
    f'\'><svg onload="{HARM}">',
    f"<!--<script>{HARM}//",
    f"-->]]><script>{HARM}</script>",
    f"javascript:{HARM}",
    "${7*7} {{7*7}} $title",
    "<iframe srcdoc='<script>parent.document.documentElement.dataset.harmed=1</script>'></iframe>",
    '<a href="https://outside.invalid/a">link</a><img src="https://outside.invalid/b.png">',
    "@import url(https://outside.invalid/c.css); url(https://outside.invalid/d)",
    "\u202eright to left\u202c \u200f שלום مرحبا",
    "NUL \x00 BEL \x07 ESC \x1b \x85 \ud800 \uffff",
    "line\nend\r\n\u2028\u2029 tab\t",
    "long " * 2_000,
    "",
    "__proto__",
    "constructor",
)
"""Labels that would do harm in a page that takes them for more than text."""
SIGNS: Final[tuple[Polarity, ...]] = ("negative", "positive", "mixed", "none")


def hostile_network() -> tuple[Ties, dict[str, Told]]:
    """Every hostile label as a node, its kind, its words, its article, and as the id of a node."""
    network: Ties = nx.MultiDiGraph()
    told: dict[str, Told] = {}
    for number, label in enumerate(HOSTILE):
        network.add_node(f"https://x.example/{number}", label=label, kind=label)
        network.add_node(f"{label} {number}", label=label, kind="Person")
    nodes = list(network)
    for number, node in enumerate(nodes):
        label = HOSTILE[number % len(HOSTILE)]
        for other in (nodes[0], nodes[(number + 1) % len(nodes)], node):
            statement = f"{label} {number} {other}"
            day = f"2024-03-{1 + number % 28:02}"
            network.add_edge(
                node, other, key=statement, statement=statement, polarity=SIGNS[number % 4], day=day, kind=label
            )
            article = ArticleFacts(title=label, day=None, url=label, outlet=label, outlet_name=label)
            told[statement] = Told(who=label, words=label, day=day, article=article)
    return network, told


def hostile_table() -> tuple[StatementTable, dict[str, Told]]:
    """The same as statements."""
    _, told = hostile_network()
    rows = []
    for number, label in enumerate(HOSTILE):
        for time, statement in enumerate(sorted(told)[number::19]):
            rows.append(
                StatementRow(
                    statement=statement, day=date(2024, 3, 1 + (number + time) % 28) if number % 5 else None,
                    speaker=f"{label} {number}", target=f"target {label}", polarity=SIGNS[(number + time) % 4],
                    article=label,
                )
            )  # fmt: skip
    names = {node: Named(label, label) for label in HOSTILE for node in (f"target {label}",)}
    names |= {f"{label} {number}": Named(label, "State") for number, label in enumerate(HOSTILE)}
    return StatementTable.of(rows, names), told


def small_network() -> tuple[Ties, dict[str, Told]]:
    """Four actors far enough apart to look at each: one of each sign, and one that nothing ties."""
    network: Ties = nx.MultiDiGraph()
    for name, kind in (
        ("Ardenia", "State"),
        ("Kestria", "State"),
        ("Lena Orban", "Person"),
        ("Tarn Bay", "ActorGroup"),
    ):
        network.add_node(name, label=name, kind=kind)
    network.add_node("alone", label="Sorland", kind="InternationalBody")
    told = {}
    for number, (source, target, polarity, day) in enumerate(
        (
            ("Ardenia", "Kestria", "negative", "2024-03-01"),
            ("Ardenia", "Kestria", "negative", "2024-03-09"),
            ("Kestria", "Lena Orban", "positive", "2024-03-05"),
            ("Lena Orban", "Tarn Bay", "none", "2024-03-20"),
        )
    ):
        statement = f"s{number}"
        network.add_edge(
            source, target, key=statement, statement=statement, polarity=polarity, day=day, kind="Statement"
        )
        article = ArticleFacts(
            title=f"Report {number}", day=date(2024, 3, 21), url=f"https://news.example/{number}", outlet="o",
            outlet_name="The Post",
        )  # fmt: skip
        told[statement] = Told(who=source, words=f"These are words number {number}.", day=day, article=article)
    return network, told


def turning_table() -> tuple[StatementTable, dict[str, Told]]:
    """Ardenia opposes the pact and later favours it; Kestria only speaks of it, once without a day."""
    rows = []
    told = {}
    said: tuple[tuple[str, str, date | None, Polarity], ...] = (
        ("s1", "Ardenia", date(2024, 3, 1), "negative"),
        ("s2", "Ardenia", date(2024, 3, 20), "positive"),
        ("s3", "Kestria", date(2024, 3, 10), "none"),
        ("s4", "Kestria", None, "none"),
    )
    for statement, speaker, day, polarity in said:
        rows.append(
            StatementRow(
                statement=statement, day=day, speaker=speaker, target="pact", polarity=polarity, article="a1",
            )
        )  # fmt: skip
        told[statement] = Told(who=speaker, words=f"Words of {statement}.", day=day.isoformat() if day else None)
    names = {name: Named(name, "State") for name in ("Ardenia", "Kestria")} | {"pact": Named("Tarn Pact", "Topic")}
    return StatementTable.of(rows, names), told
