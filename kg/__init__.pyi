# The public names with their types. They stand here and not in __init__.py, where they are loaded when first used.
from kg.build import build_graph as build_graph
from kg.errors import KgError as KgError
from kg.graph import Graph as Graph
from kg.graph import open_graph as open
from kg.ledger import Corrections as Corrections
from kg.ledger import Ledger as Ledger
from kg.query import Rows as Rows
from kg.query import StatementCard as StatementCard
from kg.query import catalogue as catalogue

__version__: str
__all__ = [
    "Corrections",
    "Graph",
    "KgError",
    "Ledger",
    "Rows",
    "StatementCard",
    "__version__",
    "build_graph",
    "catalogue",
    "open",
]
