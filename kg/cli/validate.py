"""`kg validate`: does the graph keep its promises?"""

from __future__ import annotations

from collections import Counter

from kg.cli.exit_codes import ExitCode
from kg.cli.messages import say
from kg.cli.options import GraphFolder, OutputFormat
from kg.cli.output import chosen_format, write_rows

_MANY = 30
"""Articles, beyond which it is told that checking takes its time."""


def validate(graph: GraphFolder, form: OutputFormat = None) -> int:
    """Check the whole graph against the shapes; exit code 5 if a record is broken.

    Broken records are violations. Missing resolution and gaps in the reference data are warnings only.

    Example: kg validate --graph demo/graph
    """
    from kg.store import EmbeddedStore
    from kg.triples import validate as check

    with EmbeddedStore.open(graph) as store:
        articles = len(store.texts.current_versions())
        if articles > _MANY:
            say(f"checking {articles} articles one by one, which takes about a second for three")
        report = check(store)
    columns = ("severity", "node", "message")
    # What several wordings of one article have in common is one finding.
    found = Counter((one.severity, one.node, one.message) for one in report.findings)
    write_rows(columns, (dict(zip(columns, one, strict=True)) for one in found), chosen_format(form))
    counts = Counter(severity for severity, _, _ in found)
    say(f"{counts['violation']} violation(s), {counts['warning']} warning(s)")
    return ExitCode.INVALID if report.violations else ExitCode.OK
