"""Builds kg/data/actors/officials.csv from tables of office terms.

    python tools/build_officials.py FOLDER

FOLDER holds `officials_terms.csv` (statements of Wikidata and the World Factbook), `officials_curated.csv` (written
from general knowledge: every row of it is marked as not verified) and `states.csv` (codes of states). Nothing is added
that no row says; the rules below only sort, join and narrow. What each of them does: kg/data/actors/LICENCES.md.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.resolve.names import fold_name, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT: Final = Path(__file__).resolve().parent.parent
ACTORS: Final = ROOT / "kg" / "data" / "actors"
CURATED_AS_OF: Final = "2025-09"
"""The curated rows were written from what was known then."""

_DEPUTY: Final = re.compile(r"\b(?:deputy|vice|assistant|under[- ]?secretary|associate|minister of state \()", re.I)
_JUNIOR: Final = re.compile(r"\bminister of state for (?:foreign|defen[cs]e|the armed)", re.I)
_DEFENCE_MINISTER: Final = re.compile(
    r"(?:federal )?minister (?:of|for) (?:national )?defen[cs]e(?: and (?:armed forces logistics|military veterans))?"
    r"|minister of the armed forces|secretary of (?:state for )?(?:national )?defen[cs]e",
    re.I,
)
_CIVIL_SERVANTS: Final = frozenset(
    {
        ("state/IND", "Minister of Foreign Affairs"),
        ("state/IND", "Foreign Secretary"),
        ("state/PAK", "Foreign Secretary"),
    }
)
"""Foreign secretaries of India and Pakistan head the service, under a minister; one source calls them ministers too."""
_REGION: Final = re.compile(r"(?:president|head|governor) of (?:the )?(?P<name>[A-Z].+)", re.I)
_SPOKEN_FOR: Final = (
    (re.compile(r"white house", re.I), "presidency"),
    (re.compile(r"kremlin|press secretary of the president", re.I), "presidency"),
    (re.compile(r"foreign ministry|state department", re.I), "mfa"),
    (re.compile(r"government spokesperson", re.I), "government"),
)
_ORGANISATIONS: Final = (
    (re.compile(r"united nations.*\bgeneva", re.I), "body/un-office-geneva"),
    (re.compile(r"united nations.*\bvienna", re.I), "body/un-office-vienna"),
    (re.compile(r"food and agriculture", re.I), "body/fao"),
    (re.compile(r"international court of justice", re.I), "body/icj"),
    (re.compile(r"general assembly", re.I), "body/unga"),
    (re.compile(r"united nations", re.I), "body/un"),
    (re.compile(r"\bnato\b", re.I), "body/nato"),
    (re.compile(r"political and security committee", re.I), "body/eu-political-and-security-committee"),
    (re.compile(r"western european union", re.I), "body/western-european-union"),
    (re.compile(r"european commission", re.I), "body/eu-commission"),
    (re.compile(r"european union|foreign affairs and security policy", re.I), "body/eu"),
    (re.compile(r"prohibition of chemical weapons", re.I), "body/opcw"),
    (re.compile(r"disarmament conference", re.I), "body/conference-on-disarmament"),
    (re.compile(r"parliamentary assembly of the council of europe", re.I),
     "body/parliamentary-assembly-of-the-council-of-europe"),
    (re.compile(r"council of europe", re.I), "body/council-of-europe"),
    (re.compile(r"osce|security and co-?operation in europe", re.I), "body/osce"),
    (re.compile(r"\boecd\b", re.I), "body/oecd"),
    (re.compile(r"world trade organization", re.I), "body/wto"),
    (re.compile(r"\biaea\b|atomic energy agency", re.I), "body/iaea"),
)  # fmt: skip
_HEAD_TITLES: Final = (
    ("supreme", re.compile(r"supreme leader", re.I)),
    ("governor", re.compile(r"governor", re.I)),
    ("monarch", re.compile(r"\b(?:king|queen|emperor|monarch|emir|amir|sultan|prince|grand duke|pope)\b", re.I)),
    ("president", re.compile(r"\bpresident\b", re.I)),
    ("prime minister", re.compile(r"prime minister|premier|chancellor|taoiseach", re.I)),
)
_MANY_SEATS: Final = re.compile(r"captain regent|co-prince|federal council|swiss confederation|vice president", re.I)
_RANKS: Final = re.compile(r"(?:(?:Sr\.|Gen\.|Col\.|Capt\.|Dr\.|Sir|Dame|Chief|General|Cnsp|Gnu) )+")
_CLEAN_LABEL: Final = re.compile(
    r"(?:(?:interim|acting|caretaker|transition(?:al)?) )?"
    r"(?:president|prime minister|premier|chancellor|king|queen|emperor|amir|prince|pope|chief of state"
    r"|head of government|governor(?:-| )general|supreme leader)",
    re.I,
)
_ONE_SEAT: Final = frozenset(
    {"defence_minister", "foreign_minister", "head_of_government", "head_of_state", "permanent_representative"}
)
_LONGEST_HANDOVER: Final = timedelta(days=31)
_MOST_ERRORS: Final = 0.25
"""Share of terms that may overlap by mistake of a source before an office counts as one with several seats."""
COLUMNS: Final = (
    "wikidata", "person", "aliases", "state", "organisation", "role_label", "role_class", "start", "end", "end_latest",
    "as_of", "source", "verified",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Row:
    """One term; days are ISO dates of any precision, empty where not known."""

    state: str
    role_class: str
    organisation: str
    start: str
    person: str
    wikidata: str
    role_label: str
    end: str
    as_of: str
    source: str
    verified: bool
    aliases: tuple[str, ...] = ()
    end_latest: str = ""

    @property
    def seat(self) -> tuple[str, str, str, str]:
        """The office, so far as its label tells one office of a class from another."""
        title = next((name for name, pattern in _HEAD_TITLES if pattern.search(self.role_label)), "")
        is_head = self.role_class in ("head_of_government", "head_of_state")
        return self.state, self.role_class, self.organisation, title if is_head else ""


def main(arguments: list[str]) -> int:
    """Write the table; exit code 2 where the folder is not named."""
    if len(arguments) != 1:
        print("name the folder with officials_terms.csv, officials_curated.csv and states.csv", file=sys.stderr)
        return 2
    rows = build(Path(arguments[0]))
    with (ACTORS / "officials.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(map(_cells, rows))
    print(f"{len(rows)} terms, {sum(not row.verified for row in rows)} of them not verified")
    return 0


def build(folder: Path) -> list[Row]:
    """All terms, in order of state, role, organisation, start and person."""
    codes = {row["code"]: f"state/{row['iso3']}" for row in _read(folder / "states.csv") if row["iso3"]}
    names = _names_of_states()
    sourced = [_sourced(row, codes) for row in _read(folder / "officials_terms.csv")]
    curated = [_curated(row, codes) for row in _read(folder / "officials_curated.csv")]
    rows = [_classified(row, names) for row in (*sourced, *curated) if row is not None]
    rows = [row for row in rows if row.state or row.organisation]
    return sorted(_narrowed(_joined(_identified(rows))))


def _sourced(row: dict[str, str], codes: dict[str, str]) -> Row | None:
    person, label = row["person"], row["role_label"]
    is_factbook = row["origin"] == "factbook-cc0"
    if is_factbook:
        person = _RANKS.sub("", person)
        # Some names and titles were cut in the wrong place; what is left of them names nobody for sure.
        broken = any(word in person for word in ("President", "Minister", "Leader", "Commissioner", ",", "designate"))
        is_office = _CLEAN_LABEL.fullmatch(label) if row["role_class"].startswith("head_of") else True
        if broken or not is_office or len(person.split()) < 2:
            return None
    return Row(
        state=codes.get(row["state_code"], ""), role_class=row["role_class"], organisation="", start=row["start"],
        person=person, wikidata=row["person_qid"], role_label=label, end=row["end"], as_of=row["as_of"],
        source="World Factbook" if is_factbook else "Wikidata", verified=True,
    )  # fmt: skip


def _curated(row: dict[str, str], codes: dict[str, str]) -> Row:
    return Row(
        state=codes.get(row["state_code"], ""), role_class=row["role_class"], organisation="", start=row["start"],
        # Items of these rows were not looked up either; `_identified` gives those that a source has.
        person=row["person"], wikidata="", role_label=row["role_label"], end=row["end"], as_of=CURATED_AS_OF,
        source="general knowledge", verified=False,
        aliases=tuple(sorted(name for name in row["aliases"].split("|") if name)),
    )  # fmt: skip


def _classified(row: Row, names: dict[str, set[str]]) -> Row:
    label, role = row.role_label, row.role_class
    if role == "foreign_minister" and (_DEPUTY.search(label) or _JUNIOR.search(label)):
        role = "deputy_foreign_minister"
    elif role == "foreign_minister" and (row.state, label) in _CIVIL_SERVANTS:
        role = "foreign_secretary"
    elif role == "defence" and _DEFENCE_MINISTER.fullmatch(label):
        role = "defence_minister"
    elif role in ("un_secretary_general", "igo_official") and not row.state:
        role = "igo_head" if re.match(r"(?:secretary|director)-general", label, re.I) else "igo_official"
    region = _REGION.fullmatch(label)
    if role == "head_of_state" and region and row.state:
        known = names.get(row.state, set())
        if not known & {fold_name(region["name"]), *_tails(region["name"])}:
            role = "head_of_region"
    organisation = ""
    if role in ("permanent_representative", "deputy_permanent_representative") or not row.state:
        organisation = next((body for pattern, body in _ORGANISATIONS if pattern.search(label)), "")
    elif role == "spokesperson":
        kind = next((kind for pattern, kind in _SPOKEN_FOR if pattern.search(label)), None)
        organisation = f"body/{row.state.removeprefix('state/').lower()}-{kind}" if kind else ""
    return replace(row, role_class=role, organisation=organisation)


def _tails(name: str) -> Iterator[str]:
    """A state's name without "Republic of" and the like in front of it."""
    words = fold_name(name).split()
    for start in range(1, len(words)):
        yield " ".join(words[start:])


def _identified(rows: list[Row]) -> list[Row]:
    """The same with Wikidata items for those rows whose full name one person of that state bears, and only one."""
    items: dict[tuple[str, str, str], set[tuple[frozenset[str], str]]] = defaultdict(set)
    for row in rows:
        if row.wikidata:
            words = _bare(row.person)
            items[row.state, words[0], words[-1]].add((frozenset(words), row.wikidata))
    found = []
    for row in rows:
        names = [_bare(name) for name in (row.person, *row.aliases)]
        known = {
            item
            for words in names
            for others, item in items.get((row.state, words[0], words[-1]), ())
            if others <= set(words) or set(words) <= others
        }
        found.append(replace(row, wikidata=known.pop()) if not row.wikidata and len(known) == 1 else row)
    return found


def _bare(name: str) -> list[str]:
    """The words of a name without initials, which some sources give and others do not: "Donald J. Trump"."""
    words = skeleton(name).split()
    return [word for word in words if len(word) > 1] or words


def _joined(rows: list[Row]) -> list[Row]:
    """One row for one term that several sources have, as exact as any of them; sourced ones go first."""
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: (not r.verified, r.source != "Wikidata", -len(r.start), r)):
        label = "" if row.role_class in _ONE_SEAT else row.role_label.casefold()
        same = groups[row.wikidata or skeleton(row.person), *row.seat[:3], label]
        place = next((i for i, other in enumerate(same) if _is_one_term(other, row)), None)
        if place is None:
            same.append(row)
        else:
            same[place] = _merged(same[place], row)
    return [row for same in groups.values() for row in same]


def _is_one_term(one: Row, other: Row) -> bool:
    begins_together = one.start.startswith(other.start) or other.start.startswith(one.start)
    if not begins_together or one.verified != other.verified:
        return one.verified and not other.verified and begins_together and _agrees(one, other)
    if one.end and other.end:
        return one.end.startswith(other.end) or other.end.startswith(one.end)
    if one.end == other.end:
        return True
    closed, still = (one, other) if one.end else (other, one)
    # Ended for one source, and still open in another that is no newer.
    return still.as_of <= closed.as_of


def _agrees(sourced: Row, curated: Row) -> bool:
    """True if the unsourced row tells nothing that the sourced one does not."""
    return sourced.end == curated.end or (bool(sourced.end) and curated.end.startswith(sourced.end))


def _merged(one: Row, other: Row) -> Row:
    if not other.verified:
        return replace(one, aliases=tuple(sorted({*one.aliases, *other.aliases} - {one.person})))
    end = max(one.end, other.end, key=len)
    sources = sorted({*one.source.split("; "), *other.source.split("; ")})
    start = max(one.start, other.start, key=len)
    return replace(
        one, start=start, end=end, as_of=max(one.as_of, other.as_of), source="; ".join(sources),
        aliases=tuple(sorted({*one.aliases, *other.aliases, other.person} - {one.person})),
    )  # fmt: skip


def _narrowed(rows: list[Row]) -> Iterator[Row]:
    """The same, with the latest day that a term can have lasted: the next known holder of an office with one seat."""
    offices: dict[tuple[str, str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        offices[row.seat].append(row)
    for office in [office for office in offices if not office[3]]:
        # "Head of government" is what that state's only title of the kind means.
        titled = [other for other in offices if other[:3] == office[:3] and other[3]]
        if len(titled) == 1:
            offices[titled[0]] += offices.pop(office)
    for office, terms in offices.items():
        one_seat = office[1] in _ONE_SEAT and not any(_MANY_SEATS.search(row.role_label) for row in terms)
        if not one_seat or (office[1] == "permanent_representative" and not office[2]) or _overlap(terms):
            yield from terms
            continue
        for row in terms:
            later = [t.start for t in terms if _who(t) != _who(row) and _is_after(t, row)]
            latest = min(later, default="", key=_last_day)
            is_open = not row.end or (len(row.end) < 10 and latest.startswith(row.end))
            yield replace(row, end_latest=_last_day(latest).isoformat()) if latest and is_open else row


def _overlap(terms: list[Row]) -> bool:
    """True if several persons are known to have held the office together time and again: it has several seats."""
    closed = sorted((_last_day(t.start), _first_day(t.end), _who(t)) for t in terms if t.start and t.end)
    meeting = {
        place
        for place, one in enumerate(closed)
        for other in closed
        if one[2] != other[2] and min(one[1], other[1]) - max(one[0], other[0]) > _LONGEST_HANDOVER
    }
    return len(meeting) > max(2, _MOST_ERRORS * len(closed))


def _is_after(later: Row, earlier: Row) -> bool:
    return bool(earlier.start) and bool(later.start) and _first_day(later.start) > _last_day(earlier.start)


def _who(row: Row) -> str:
    return row.wikidata or skeleton(row.person)


def _first_day(value: str) -> date:
    return date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)


def _last_day(value: str) -> date:
    if len(value) == 10:
        return date.fromisoformat(value)
    year, month = int(value[:4]), int(value[5:7] or 12)
    following = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
    return following - timedelta(days=1)


def _names_of_states() -> dict[str, set[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for row in _read(ACTORS / "state_names.csv"):
        names[row["state"]].add(fold_name(row["surface"]))
    for row in _read(ACTORS / "states.csv"):
        names[row["id"]] |= {fold_name(row["name"]), fold_name(row["official_name"])}
    return names


def _cells(row: Row) -> Iterable[str]:
    values = {name: getattr(row, name) for name in COLUMNS}
    return ["|".join(v) if isinstance(v, tuple) else str(int(v)) if isinstance(v, bool) else v for v in values.values()]


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
