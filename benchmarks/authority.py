"""How long reference data and a user's own file of actors take to load, in seconds of this process; best of several.

    python benchmarks/authority.py [--actors 10000] [--rounds 5]

The actors are made up: states with demonyms and capitals, their ministries, persons with posts and tenures. It asserts
nothing.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kg.resolve import load_authority
from kg.resolve.authority_rows import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator

_SYLLABLES = ("bra", "dor", "kel", "lin", "mar", "nor", "os", "ta", "va", "wen")


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--actors", type=int, default=10_000)
    arguments.add_argument("--rounds", type=int, default=5)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        table, turtle = Path(folder) / "own.csv", Path(folder) / "own.ttl"
        table.write_text("\n".join((",".join(COLUMNS), *_rows(chosen.actors))), "utf-8")
        turtle.write_text("\n".join(_triples(chosen.actors)), "utf-8")
        alone = _best([], chosen.rounds)
        print(f"reference data alone: {alone:.2f} s")
        for file in (table, turtle):
            taken = _best([file], chosen.rounds)
            print(f"with {chosen.actors} actors of {file.name}: {taken:.2f} s, {taken - alone:.2f} s more")


def _name(number: int) -> str:
    return "".join(_SYLLABLES[int(digit)] for digit in f"{number:05}").capitalize()


def _rows(actors: int) -> Iterator[str]:
    for number in range(actors // 2):
        name = _name(number)
        names = f"Republic of {name}ia|{name}ian Union,,{name}ian|{name}ians,{name} City,1921"
        office = f"Foreign Office of {name}ia,mfa,state/X{number},,,{name} Office"
        yield f"state/X{number},State,{name}ia,,,,,{names}" + "," * 8
        yield f"body/x{number}-mfa,GovernmentBody,{office}" + "," * 12


def _triples(actors: int) -> Iterator[str]:
    yield """@prefix dmr: <https://w3id.org/demarche/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> ."""
    for number in range(actors // 2):
        name = _name(number)
        yield f"""<https://w3id.org/demarche/id/actor/state/X{number}> a dmr:State ; rdfs:label "{name}ia" ;
  skos:altLabel "Republic of {name}ia" ; dmr:demonym "{name}ian" ; dmr:capital "{name} City" .
<https://w3id.org/demarche/id/actor/body/x{number}-mfa> a dmr:GovernmentBody ; rdfs:label "Foreign Office of {name}ia" ;
  dmr:organOf <https://w3id.org/demarche/id/actor/state/X{number}> ; dmr:bodyType "mfa" ."""


def _best(files: list[Path], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        load_authority(files)
        times.append(time.process_time() - begun)
    return min(times)


if __name__ == "__main__":
    main()
