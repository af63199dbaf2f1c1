"""Names and counts that the pages tell: files, modules, terms, commands, keys and tables are there, as told."""

from __future__ import annotations

import ast
import csv
import importlib
import re
from typing import TYPE_CHECKING, Final

import pytest
import typer.main

from kg.cli.app import app
from kg.extract.rules.precision import confidence_of
from kg.query import catalogue
from kg.vocab.dmr import DMR
from tests.docs.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

DOCS: Final = ROOT / "docs"
PAGES: Final = sorted(
    [*(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")), *DOCS.rglob("*.md")]
)
FOLDERS: Final = (
    "benchmarks",
    "docs",
    "examples",
    "kg",
    "notebooks",
    "ontology",
    "queries",
    "tests",
    "tools",
    "training",
)
GROUPS: Final = {"kg.exporters", "kg.extractors", "kg.loaders"}
"""Groups of entry points: they look like modules."""
QUESTIONS: Final = {query.name.rpartition("/")[2]: query for query in catalogue()}


def code_of(page: Path) -> list[str]:
    """What stands in code marks, outside of blocks."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.M | re.S))


def blocks_of(page: Path, *languages: str) -> list[str]:
    return re.findall(rf"^```(?:{'|'.join(languages)})\n(.*?)^```", page.read_text("utf-8"), re.M | re.S)


def options_by_command() -> dict[str, set[str]]:
    """Each command, below others too, and its options."""
    found: dict[str, set[str]] = {}
    waiting = [("kg", typer.main.get_command(app))]
    while waiting:
        path, command = waiting.pop()
        found[path] = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        waiting += [(f"{path} {name}", below) for name, below in getattr(command, "commands", {}).items()]
    return found


OPTIONS: Final = options_by_command()


def problem_of(line: str) -> str | None:
    """What is wrong with a command line, None where its command and all its options exist."""
    words = line.partition("  #")[0].split()
    path = words.pop(0)
    while words and f"{path} {words[0]}" in OPTIONS:
        path = f"{path} {words.pop(0)}"
    if path == "kg" or any(other.startswith(f"{path} ") for other in OPTIONS):
        return f"no such command: {line}"
    known = set(OPTIONS[path])
    if path == "kg query" and words and not words[0].endswith(".rq"):
        if words[0] not in QUESTIONS:
            return f"no such question: {line}"
        known |= {f"--{parameter.name.replace('_', '-')}" for parameter in QUESTIONS[words[0]].parameters}
    unknown = [word for word in words if re.match(r"--?[a-z]", word) and word.partition("=")[0] not in known]
    return f"no such option, {', '.join(unknown)}: {line}" if unknown else None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_a_page_names_are_there(page: Path) -> None:
    named = [
        path.rstrip("./")
        for code in code_of(page)
        for path in re.findall(rf"(?<![\w/.-])((?:{'|'.join(FOLDERS)})/[\w./<>*-]*\w)", code)
    ]
    assert [path for path in named if not set("<>*") & set(path) and not (ROOT / path).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_modules_and_names_of_python_that_a_page_names_are_there(page: Path) -> None:
    named = {name for code in code_of(page) for name in re.findall(r"(?<![\w./-])kg(?:\.[A-Za-z_]\w*)+", code)}
    assert sorted(name for name in named - GROUPS if not is_there(name)) == []


def is_there(name: str) -> bool:
    """True for a module, or what can be reached from one; also where a package is missing that it would need."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError as error:
            if error.name is None or not error.name.startswith("kg"):
                return True
            continue
        for part in parts[length:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_terms_of_the_ontology_that_a_page_names_are_there(page: Path) -> None:
    named = set(re.findall(r"(?<![\w/])dmr:(\w+)", page.read_text("utf-8")))
    assert sorted(term for term in named if not hasattr(DMR, term)) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_into_a_page_lead_to_one_of_its_headings(page: Path) -> None:
    prose = re.sub(r"`[^`\n]*`", "", page.read_text("utf-8"))
    links = [
        (target, place)
        for target, place in re.findall(r"\]\(([^)\s#]*)#([\w-]+)\)", prose)
        if "://" not in target and (not target or target.endswith(".md"))
    ]
    assert [link for link in links if link[1] not in places_of(page.parent / link[0] if link[0] else page)] == []


def places_of(page: Path) -> set[str]:
    """Anchors of the headings of a page."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_command_lines_that_are_not_run_by_the_tests_could_be(page: Path) -> None:
    lines = [line for block in blocks_of(page, "sh", "console") for line in block.splitlines()]
    commands = [line.removeprefix("$ ") for line in lines if re.match(r"(?:\$ )?kg ", line)]
    single = [part.strip() for line in commands for part in re.split(r" [>|&] | && |; ", line)]
    assert [problem for line in single if line.startswith("kg ") and (problem := problem_of(line))] == []


def test_the_first_page_names_every_command_below_another() -> None:
    page = (DOCS / "index.md").read_text("utf-8").replace("\\|", "|")
    below = [path.split()[1:] for path in OPTIONS if path.count(" ") == 2]
    listed = {command: set(names.split("|")) for command, names in re.findall(r"`kg (\w+) ([a-z|]+)", page)}
    assert [f"{command} {name}" for command, name in below if name not in listed.get(command, set())] == []


def test_the_first_page_leads_to_every_other_one() -> None:
    page = (DOCS / "index.md").read_text("utf-8")
    others = sorted(str(file.relative_to(DOCS)) for file in DOCS.rglob("*.md") if "_build" not in file.parts)
    assert [other for other in others if other != "index.md" and f"]({other})" not in page] == []


def test_every_benchmark_is_listed() -> None:
    page = (ROOT / "benchmarks" / "README.md").read_text("utf-8")
    files = sorted(file.name for file in (ROOT / "benchmarks").glob("*.py") if file.name != "__init__.py")
    assert [name for name in files if f"`{name}`" not in page] == []


def test_functions_of_a_room_are_in_that_room() -> None:
    rows = re.findall(r"^\| (\w+) \| (.*) \| .* \|$", (DOCS / "design" / "rooms.md").read_text("utf-8"), re.M)
    told = {room: set(re.findall(r"\b(\w+)\(", text)) for room, text in rows if is_room(room)}
    assert len(told) > 12
    assert {room: missing for room, names in told.items() if (missing := sorted(names - defined_in(room)))} == {}


def is_room(name: str) -> bool:
    return (ROOT / "kg" / name).is_dir()


def defined_in(room: str) -> set[str]:
    """Names of all functions, methods and classes of a package, and names that it gives to those of others."""
    texts = [file.read_text("utf-8") for file in (ROOT / "kg" / room).rglob("*.py")]
    return {name for text in texts for name in re.findall(r"(?:^\s*(?:def|class)|\bas) (\w+)", text, re.M)}


def test_every_key_that_kg_extract_writes_is_explained() -> None:
    guide = (DOCS / "how-to" / "extract.md").read_text("utf-8")
    tree = ast.parse((ROOT / "kg" / "cli" / "extraction.py").read_text("utf-8"))
    tables = [node for node in ast.walk(tree) if isinstance(node, ast.Dict)]
    keys = {str(key.value) for table in tables for key in table.keys if isinstance(key, ast.Constant)}
    assert len(keys) > 40
    assert sorted(key for key in keys if f"`{key}`" not in guide) == []


def test_the_page_on_rules_tells_the_confidence_that_they_give() -> None:
    page = (DOCS / "design" / "attribution.md").read_text("utf-8")
    rows = re.findall(r"^\| ([a-z-]+) \| (\d+) \| ([\d.]+) \|", page, re.M)
    often_seen = [(rule, float(right)) for rule, found, right in rows if int(found) >= 10]
    assert len(often_seen) > 10
    # Counts on PolNeAR move a little whenever a rule does; the shipped figures are fitted anew from time to time.
    assert [rule for rule, right in often_seen if abs(confidence_of(rule) - right) > 0.03] == []


def rows_of(table: str) -> int:
    with (ROOT / table).open(encoding="utf-8", newline="") as file:
        return sum(1 for row in csv.reader(file) if row) - 1


def classes_and_properties(*modules: str) -> tuple[int, int]:
    text = "\n".join((ROOT / "ontology" / f"{module}.ttl").read_text("utf-8") for module in modules)
    classes = re.findall(r"^\S+\s+a\s+owl:Class\b", text, re.M)
    properties = re.findall(r"^\S+\s+a\s+owl:(?:Object|Datatype)Property\b", text, re.M)
    return len(classes), len(properties)


@pytest.mark.parametrize(
    ("page", "told", "table"),
    [
        ("design/actors.md", r"([\d,]+) terms", "kg/data/actors/officials.csv"),
        ("design/actors.md", r"Of ([\d,]+) given names", "kg/data/actors/given_names.csv"),
        ("design/attribution.md", r"([\d,]+) cues", "kg/extract/cues.csv"),
        ("design/claims.md", r"narrower ones \(([\d,]+) rows\)", "kg/claims/kin.csv"),
        ("design/claims.md", r"the contrary \(([\d,]+) rows\)", "kg/claims/opposites.csv"),
        ("design/queries.md", r"All ([\d,]+)\s+are answered", "queries/questions.csv"),
        ("design/stance-rules.md", r"words that judge: ([\d,]+)", "kg/statements/stance/evaluation.csv"),
        ("design/stance-rules.md", r"fixed phrases: ([\d,]+)", "kg/statements/stance/idioms.csv"),
        ("../CHANGELOG.md", r"([\d,]+) fixed phrases", "kg/statements/stance/idioms.csv"),
        ("../CHANGELOG.md", r"lexicon of ([\d,]+) judging", "kg/statements/stance/evaluation.csv"),
        ("../CHANGELOG.md", r"([\d,]+) competency questions", "queries/questions.csv"),
    ],
)
def test_tables_are_about_as_long_as_pages_tell(page: str, told: str, table: str) -> None:
    """A round figure may be as wrong as it is round: 2,100 stands for anything from 2,001 to 2,199."""
    (figure,) = set(re.findall(told, (DOCS / page).read_text("utf-8")))
    digits = figure.replace(",", "")
    roundness = 10 ** (len(digits) - len(digits.rstrip("0")))
    assert abs(rows_of(table) - int(digits)) < roundness


def test_the_page_on_the_ontology_counts_its_classes_and_properties() -> None:
    page = (DOCS / "design" / "ontology.md").read_text("utf-8")
    told = re.findall(r"(\d+) and (\d+) in the core, (\d+) and (\d+) in two further files", page)
    counted = (*classes_and_properties("core"), *classes_and_properties("record", "events"))
    assert told == [tuple(map(str, counted))]
