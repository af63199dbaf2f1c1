"""The questions that ship with Démarche: one `.rq` file each, below `queries/`."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from kg.errors import UnknownQuery
from kg.query.header import Query, parse_query
from kg.resources import resource


@cache
def catalogue() -> tuple[Query, ...]:
    """Every query, sorted by name; `hygiene/` holds those of which every row is a defect."""
    folder = resource("queries")
    files = sorted(folder.glob("*/*.rq"), key=lambda file: (file.parent.name, file.stem))
    return tuple(parse_query(f"{file.parent.name}/{file.stem}", file.read_text(encoding="utf-8")) for file in files)


def find_query(name: str) -> Query:
    """The query of that name; the slug alone will do where only one folder has it.

    Raises: UnknownQuery: there is none, or several; the message lists near names.
    """
    wanted = name.strip().lower().replace("_", "-").removesuffix(".rq")
    fitting = [query for query in catalogue() if wanted in (query.name, query.slug)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        names = ", ".join(query.name for query in fitting)
        raise UnknownQuery(f"several queries are called {name!r}: {names}; give one of these names")
    known = {query.slug: query.name for query in catalogue()}
    near = get_close_matches(wanted.rpartition("/")[2], known, n=3, cutoff=0.5)
    hint = f"near names: {', '.join(known[slug] for slug in near)}" if near else "`kg queries` lists them all"
    raise UnknownQuery(f"no query is called {name!r}; {hint}")
