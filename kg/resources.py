"""Finds the files that ship with the package: `ontology`, `queries`, `examples` and `data`.

A wheel carries the first three below `kg/_data/`; in a checkout (an editable install too) they are siblings of the
package. `data` lies inside the package itself, in both. No other module looks for shipped files.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from kg.errors import ResourceMissing


def resource(name: str) -> Path:
    """The file or folder of that name, such as `queries` or `data/actors/states.csv`.

    Raises: ResourceMissing: neither the package nor a checkout around it has it.
    """
    package = Path(str(files("kg")))
    for place in (package / "_data" / name, package / name if name.split("/")[0] == "data" else None):
        if place is not None and place.exists():
            return place
    # Only a checkout has this file next to the package; a stranger's folder beside site-packages is none of ours.
    if (package.parent / "pyproject.toml").exists() and (package.parent / name).exists():
        return package.parent / name
    raise ResourceMissing(f"{name!r} is not among the files of this installation of kg; please install it again")
