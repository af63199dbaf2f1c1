"""Measures the resolver on gold sets of mentions: `python benchmarks/linking.py [FOLDER]`.

Prints, for each set that the folder holds (`diplomatic-gold.jsonl`, `reuters-128.jsonl`, `rss-500.jsonl`), how many
mentions came out right and how many actors were named where the gold set has none. The sets are no part of the project.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from pathlib import Path

from kg.model import ActorKind, Article
from kg.resolve import Authority, load_authority, resolve_actors
from kg.resolve.names import skeleton
from kg.text.reader import TextReader

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "bench" / "linking"
ISO3 = {row[0]: row[1] for row in csv.reader(Path(__file__).with_name("iso_codes.csv").open(encoding="utf-8"))}
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
    """Every mention has its right actor; every named state, body or person outside them is spurious."""
    right = wanted = spurious = 0
    for record in records(path):
        article = Article(text=record["text"], published=record["published"], id=record["id"])
        text = reader.read(article)
        found = resolve_actors(text, (), authority)
        gold = [mention for mention in record["mentions"] if mention["kind"] != "role_title"]
        for mention in gold:
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
                spurious += 1
                if verbose:
                    print("  spurious", record["id"], article.cut(mention.span), mention.actor, mention.method)
    print(f"diplomatic-gold: {right} of {wanted} mentions right, {spurious} spurious")


def is_right(gold: dict, found: object, authority: Authority) -> bool:
    """True if a mention that covers the gold span, or nearly, names the right actor."""
    here = near(gold, found)
    kind = gold["kind"]
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
    items = {actor.wikidata: actor.id for actor in authority.actors.values() if actor.wikidata}
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
        for label in record["labels"]:
            gold = {"span": label["span"]}
            here = [m for m in near(gold, found) if m.actor]
            actors = {m.actor for m in here}
            target = items.get(label["entity_id"])
            if target:
                key = "states" if target.startswith("state/") else "bodies"
                counts[key] += 1
                counts[f"{key} right"] += target in actors
                if verbose and target not in actors:
                    print(
                        "  missed",
                        label["name"],
                        record["text"][label["span"][0] : label["span"][1]],
                        [m.method for m in here],
                    )
            elif any(a.startswith("state/") for a in actors) and not any(m.type == "demonym" for m in here):
                counts["wrong state"] += 1
                if verbose:
                    print("  state?", label["name"], record["text"][label["span"][0] : label["span"][1]], actors)
            if label.get("type", "").casefold().find("person") >= 0 or label.get("type") in ("Q215627", "Q5"):
                counts["persons"] += 1
                counts["persons found"] += any(found.actors[a].kind is ActorKind.PERSON for a in actors)
                if verbose and not any(found.actors[a].kind is ActorKind.PERSON for a in actors):
                    print(
                        "  person?",
                        record["text"][label["span"][0] : label["span"][1]],
                        [(m.method, found.actors[m.actor].kind.value) for m in here],
                    )
    figures = ", ".join(f"{name} {count}" for name, count in counts.items())
    print(f"{path.stem}: {figures}; {1000 * seconds / max(1, words):.3f} ms a word")


def records(path: Path) -> list[dict]:
    """The records of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "-v"]
    main(Path(arguments[0]) if arguments else FOLDER, "-v" in sys.argv)
