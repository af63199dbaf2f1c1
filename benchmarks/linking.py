"""Measures the resolver on gold sets of mentions: `python benchmarks/linking.py [FOLDER]`.

Prints, for each set that the folder holds (`diplomatic-gold.jsonl`, `reuters-128.jsonl`, `rss-500.jsonl`), how many
mentions came out right and how many actors were named where the gold set has none. The sets are no part of the project.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import time
from pathlib import Path

from kg.model import ActorKind, Article
from kg.resolve import Authority, load_authority, resolve_actors
from kg.resolve.names import skeleton
from kg.text.reader import TextReader

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "bench" / "linking"
ISO3 = {row[0]: row[1] for row in csv.reader(Path(__file__).with_name("iso_codes.csv").open(encoding="utf-8"))}
OTHER_ITEMS = {"Q29999": "state/NLD", "Q55": "state/NLD", "Q756617": "state/DNK", "Q35": "state/DNK"}
"""Items of realms and of their main part, of which the reference data can hold one only."""
PREDECESSORS = frozenset({"Q713750"})
"""States that are gone and that the reference data names by their successor: West Germany. Neither right nor wrong."""
FIRMS = re.compile(r"\b(?:Co|Inc|Corp|Ltd|Plc)\b")
"""A label of a "person" whose words hold one of these is a firm that the set ties to its founder."""
TYPES = {"head_of_state_office": "presidency", "foreign_ministry": "mfa", "head_of_government_office": "pm-office"}


def main(folder: Path, verbose: bool) -> None:
    """Run every gold set of the folder."""
    reader, authority = TextReader(), load_authority()
    if (folder / "diplomatic-gold.jsonl").exists():
        diplomatic(folder / "diplomatic-gold.jsonl", reader, authority, verbose)
    for name in ("reuters-128.jsonl", "rss-500.jsonl"):
        if (folder / name).exists():
            public(folder / name, reader, authority, verbose)


def diplomatic(path: Path, reader: TextReader, authority: Authority, verbose: bool) -> None:
    """Every mention has its right actor; a state, body or person named outside of them, and that the set marks nowhere
    in the text, is spurious. A role title is right if the person after it is shown in that role."""
    right = wanted = spurious = again = 0
    for record in records(path):
        article = Article(text=record["text"], published=record["published"], id=record["id"])
        text = reader.read(article)
        found = resolve_actors(text, (), authority)
        named = {gold_actor(mention, found, authority) for mention in record["mentions"]}
        for mention in record["mentions"]:
            wanted += 1
            good = is_right(mention, found, authority)
            right += good
            if verbose and not good:
                print("  missed", record["id"], mention, near(mention, found))
        dateline = record["text"].index("\n")
        for mention in found.mentions:
            covered = any(
                m["span"][0] < mention.span.end and mention.span.start < m["span"][1] for m in record["mentions"]
            )
            if mention.actor and not mention.is_place and not covered and mention.span.start > dateline:
                again += mention.actor in named
                spurious += mention.actor not in named
                if verbose:
                    print("  spurious", record["id"], article.cut(mention.span), mention.actor, mention.method)
    print(
        f"diplomatic-gold: {right} of {wanted} mentions right, {spurious} spurious, {again} more of actors that the "
        "text names elsewhere"
    )


def is_right(gold: dict, found: object, authority: Authority) -> bool:
    """True if a mention that covers the gold span, or nearly, names the right actor."""
    here = near(gold, found)
    kind = gold["kind"]
    if kind == "role_title":
        return has_role(gold, found)
    if kind == "not_an_actor_state":
        return not any(m.actor and m.actor.startswith("state/") and not m.is_place for m in here)
    for mention in here:
        actor = found.actors.get(mention.actor) if mention.actor else None
        if actor is None:
            continue
        if kind == "state" and actor.id == f"state/{ISO3[gold['state']]}":
            return True
        if kind == "institution":
            type_ = TYPES.get(gold["type"], gold["type"].replace("_", "-"))
            if authority.types.get(actor.id) == type_ and actor.organ_of == f"state/{ISO3[gold['state']]}":
                return True
        if kind == "organisation" and gold["org"] in (actor.label, *actor.aliases):
            return True
        if kind == "committee" and actor.id == f"body/unsc-committee-{gold['committee']}":
            return True
        if kind == "expert_body" and actor.id == f"body/unsc-{gold['committee']}-experts":
            return True
        if kind == "person" and actor.kind is ActorKind.PERSON and is_same(gold["name"], actor):
            return True
    return False


def has_role(gold: dict, found: object) -> bool:
    """True if the person right behind a role title holds a post with that title as label or words."""
    after = [m for m in found.mentions if m.span.start == gold["span"][1] + 1 and m.span.string == "text"]
    posts = {t.post for t in found.tenures for m in after if t.holder == m.actor}
    surface = gold["surface"].casefold()
    return any(surface in found.posts[post].label.casefold() for post in posts if post in found.posts)


def gold_actor(gold: dict, found: object, authority: Authority) -> str | None:
    """The actor that stands for a gold mention where it is right, else None."""
    if gold["kind"] in ("role_title", "not_an_actor_state") or not is_right(gold, found, authority):
        return None
    return next((m.actor for m in near(gold, found) if m.actor), None)


def is_same(name: str, actor: object) -> bool:
    """True if the gold name is a spelling of one of the actor's."""
    names = {skeleton(form) for form in (actor.label, *actor.aliases)}
    return skeleton(name) in names or any(form.split()[-1] == skeleton(name).split()[-1] for form in names)


def near(gold: dict, found: object) -> list:
    """Mentions that overlap a gold span."""
    start, end = gold["span"]
    return [m for m in found.mentions if m.span.string == "text" and m.span.start < end and start < m.span.end]


def public(path: Path, reader: TextReader, authority: Authority, verbose: bool) -> None:
    """States by Wikidata id, persons by span; these sets do not mark everything, so precision is of states only."""
    items = {actor.wikidata: actor.id for actor in authority.actors.values() if actor.wikidata} | OTHER_ITEMS
    counts = dict.fromkeys(
        ("states", "states right", "bodies", "bodies right", "persons", "persons found", "wrong state"), 0
    )
    words = seconds = 0.0
    for record in records(path):
        text = reader.read(Article(text=record["text"], id=str(record.get("id", ""))))
        begin = time.process_time()
        found = resolve_actors(text, (), authority)
        seconds += time.process_time() - begin
        words += len(record["text"].split())
        firms = {label["entity_id"] for label in record["labels"] if FIRMS.search(words_of(record, label))}
        for label in record["labels"]:
            here = [m for m in near(label, found) if m.actor]
            actors = {m.actor for m in here}
            target = items.get(label["entity_id"])
            if target:
                key = "states" if target.startswith("state/") else "bodies"
                counts[key] += 1
                counts[f"{key} right"] += target in actors
                if verbose and target not in actors:
                    print("  missed", label["name"], words_of(record, label), [m.method for m in here])
            elif label["entity_id"] not in PREDECESSORS and names_state(here, actors):
                counts["wrong state"] += 1
                if verbose:
                    print("  state?", label["name"], words_of(record, label), actors)
            types = label["type"].split("|")
            if "Q215627" in types:
                wanted = {ActorKind.PERSON}
                if len(types) > 1 or label["entity_id"] in firms:
                    wanted.add(ActorKind.ORGANISATION)
                counts["persons"] += 1
                is_found = any(found.actors[a].kind in wanted for a in actors)
                counts["persons found"] += is_found
                if verbose and not is_found:
                    print("  person?", words_of(record, label), [(m.method, found.actors[m.actor].kind) for m in here])
        if verbose:
            print_other_persons(record, found)
    figures = ", ".join(f"{name} {count}" for name, count in counts.items())
    print(f"{path.stem}: {figures}; {1000 * seconds / max(1, words):.3f} ms a word")


def names_state(here: list, actors: set) -> bool:
    """True if a state is named by its own name or capital, not by a demonym or only as a place."""
    telling = {m.actor for m in here if not m.is_place}
    return any(a in telling and a.startswith("state/") for a in actors) and not any(m.type == "demonym" for m in here)


def words_of(record: dict, label: dict) -> str:
    """The words of a gold label."""
    return record["text"][label["span"][0] : label["span"][1]]


def print_other_persons(record: dict, found: object) -> None:
    """Persons named where the set has none, with their surroundings: to be judged by hand."""
    people = [label["span"] for label in record["labels"] if "Q215627" in label["type"].split("|")]
    for mention in found.mentions:
        if mention.actor is None or found.actors[mention.actor].kind is not ActorKind.PERSON:
            continue
        start, end = mention.span.start, mention.span.end
        if not any(first < end and start < last for first, last in people):
            text = record["text"].replace("\n", " ")
            around = f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 40]}"
            print("  other person", mention.method, "|", around)


def records(path: Path) -> list[dict]:
    """The records of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "-v"]
    main(Path(arguments[0]) if arguments else FOLDER, "-v" in sys.argv)
