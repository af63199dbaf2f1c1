"""`kg validate`: does the graph keep its promises?"""

from __future__ import annotations

from kg.cli.exit_codes import ExitCode
from kg.cli.messages import say
from kg.cli.options import GraphFolder, OutputFormat
from kg.cli.output import chosen_format, write_rows


def validate(graph: GraphFolder, form: OutputFormat = None) -> int:
    """Check the whole graph against the shapes; exit code 5 if a record is broken.

    Broken records are violations. Missing resolution and gaps in the reference data are warnings only.

    Example: kg validate --graph demo/graph
    """
    from kg.store import EmbeddedStore
    from kg.triples import validate as check

    with EmbeddedStore.open(graph) as store:
        report = check(store)
    columns = ("severity", "node", "message")
    rows = ({"severity": one.severity, "node": one.node, "message": one.message} for one in report.findings)
    write_rows(columns, rows, chosen_format(form))
    say(f"{len(report.violations)} violation(s), {len(report.warnings)} warning(s)")
    return ExitCode.INVALID if report.violations else ExitCode.OK
