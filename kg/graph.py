"""The one object that most users need: a graph folder, opened.

>>> import kg                                                       # doctest: +SKIP
>>> graph = kg.open("demo/graph")                                   # doctest: +SKIP
>>> graph.query("who-about-whom", about="Kestria").to_pandas()      # doctest: +SKIP
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from kg.errors import ParameterError, UnknownQuery
from kg.query import read_query, run_query, statement_card
from kg.query.header import Query
from kg.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from os import PathLike
    from types import TracebackType

    import networkx as nx
    import polars
    import rdflib

    from kg.analysis import Selection, StatementTable
    from kg.analysis.said_about import Kind, Ties
    from kg.claims import Claim, ClaimJudgement, Proposal, Relation, SameSpeech
    from kg.export import Picture
    from kg.export.plots import PaperFigure
    from kg.export.plots.matrix import Counted
    from kg.export.views import HtmlView, Told
    from kg.identity import Candidate
    from kg.ledger import ActorCard, ActorRow, CorrectionRow, Entry
    from kg.query import ParameterValue, Rows, StatementCard


class Graph:
    """A graph folder, opened for reading: a snapshot of the moment of opening. A context manager.

    `store` answers SPARQL; everything else is built on it.
    """

    def __init__(self, store: EmbeddedStore) -> None:
        self.store = store
        self._rdflib: rdflib.Graph | None = None

    @property
    def graph(self) -> rdflib.Graph:
        """The view as an rdflib graph, for code that speaks rdflib. It reads the same files; its queries
        are read-only and may not reach outside."""
        if self._rdflib is None:
            from kg.store.rdflib_view import as_rdflib

            self._rdflib = as_rdflib(self.store.folder.path)
        return self._rdflib

    def query(self, name: str, /, **parameters: ParameterValue) -> Rows:
        """The answer to a question of the catalogue, or to the query in a file whose name ends in `.rq`.

        Parameters take an IRI, a CURIE (`state:FRA`) or an exact name for actors, and ISO days; a list means any of
        them, None means not given. A name that Python reserves gets a `_`: `from_="2024-03-01"`.

        Raises: UnknownQuery, ParameterError, AmbiguousActor, UnsafeQuery, QueryError: see `kg.errors`.
        """
        text = _read(Path(name)) if name.endswith(".rq") else name
        return run_query(self.store, read_query(text), **parameters)

    def sparql(self, text: str) -> Rows:
        """The answer to a SELECT query of your own. The default graph is the view; `GRAPH ?g` reaches the record.

        Raises: UnsafeQuery: it reaches outside the graph. QueryError: it is no SELECT query, or cannot be read.
        """
        return run_query(self.store, Query(name="", text=text))

    def show(self, statement: str) -> StatementCard:
        """A statement with its words and passage, how its speaker was found, and a citation.

        Raises: ParameterError: the graph has no such statement.
        """
        return statement_card(self.store, self.store, statement)

    def actors(self) -> list[ActorRow]:
        """Every actor of the view with what is known of it, those who say most first."""
        from kg.ledger import actor_rows

        return actor_rows(self.store)

    def actor(self, name: str) -> ActorCard:
        """An actor by IRI, CURIE or exact name: other names, mentions, posts, statements, judgements.

        Raises: ParameterError, AmbiguousActor: none, or several, fit.
        """
        from kg.ledger import actor_card

        return actor_card(self.store, name)

    def candidates(self, actor: str | None = None, *, threshold: float | None = None) -> list[Candidate]:
        """Pairs of persons that may be one, the likeliest first; judged pairs are left out, nothing is merged.

        `actor`: only pairs with this one. `threshold`: least score, 0 to 1; None: that of `kg.identity.THRESHOLD`.

        Raises: ParameterError, AmbiguousActor: no actor, or several, have that name.
        """
        from kg.identity import THRESHOLD
        from kg.ledger import candidates_of
        from kg.query.actors import find_actor

        iri = None if actor is None else find_actor(self.store, actor)
        return candidates_of(self.store, threshold=THRESHOLD if threshold is None else threshold, actor=iri)

    def judgements(self) -> list[Entry]:
        """The ledger of identity with its history: what the rule decided first. `kg.Ledger` writes to it."""
        from kg.ledger import ledger_entries

        return ledger_entries(self.store)

    def corrections(self) -> list[CorrectionRow]:
        """What people corrected of single statements, with its history, by day. `kg.Corrections` writes it."""
        from kg.ledger import correction_rows

        return correction_rows(self.store)

    def claims(self) -> list[Claim]:
        """Every claim of the view's statements with those who voice it, those of most voices first."""
        from kg.claims import read_claims

        return read_claims(self.store)

    def claim(self, iri: str) -> Claim:
        """A claim by IRI or CURIE.

        Raises: ParameterError: no statement of the view has it.
        """
        from kg.vocab.prefixes import expand_curie

        wanted = expand_curie(iri.strip(), self.store.folder.base) or iri.strip()
        found = next((claim for claim in self.claims() if claim.iri == wanted), None)
        if found is None:
            raise ParameterError(f"{iri!r} is no claim of this graph; `kg claims list` lists them")
        return found

    def claim_candidates(
        self, *, relations: Collection[Relation] | None = None, least: float = 0.0, by_words: bool = False
    ) -> list[Proposal]:
        """Links between claims of different articles that nobody judged yet, the highest score first.

        `relations`: only these; None: all. `least`: least score, 0 to 1. `by_words`: without the sentence encoder.
        `kg.claims.ClaimBook` judges them.
        """
        from kg.claims import Relation, candidates_of

        chosen = tuple(Relation) if relations is None else relations
        return candidates_of(self.store, relations=chosen, least=least, by_words=by_words)

    def communications(self) -> list[SameSpeech]:
        """Pairs of statements of different articles that seem to report one event of speaking, the likeliest first."""
        from kg.claims import speeches_of

        return speeches_of(self.store)

    def claim_judgements(self) -> list[ClaimJudgement]:
        """What people judged of links between claims, with its history, by day."""
        from kg.claims.judgements import stored_claim_judgements

        return stored_claim_judgements(self.store.quads, self.store.folder.base)

    def network(
        self,
        *,
        since: date | str | None = None,
        until: date | str | None = None,
        kinds: Collection[Kind] = ("Statement", "Attitude"),
        by_principal: bool = False,
    ) -> Ties:
        """Who speaks about whom, as a networkx graph; see `kg.analysis.said_about_network`."""
        from kg.analysis import said_about_network

        return said_about_network(self.store, since=since, until=until, kinds=kinds, by_principal=by_principal)

    def statements(self, selection: Selection | None = None) -> StatementTable:
        """The statements that a selection keeps, as the table that every network of `kg.analysis` is made from.

        Without a selection, all that was said first hand. Each name of `kg.analysis` says what it computes.
        """
        from kg.analysis import statements_of

        return statements_of(self.store, selection)

    def table(self, selection: Selection | None = None) -> polars.DataFrame:
        """The statements that a selection keeps as a Polars frame: one row per attribution, speaker and target.

        `voice` is who counts as the one who speaks; the other columns are those of `kg.analysis.frames.schema`.
        `.to_pandas()` and `.to_arrow()` of the frame give others. Read from `statements.parquet` in the graph's folder,
        which is made again whenever the graph has changed.

        Raises: ExtraMissing: Polars is not installed.
        """
        from kg.analysis import Selection
        from kg.analysis.statements_file import read_frame

        return read_frame(self.store, selection or Selection())

    def scan(self, selection: Selection | None = None) -> polars.LazyFrame:
        """The same, of which only the columns and rows that are then asked for are read, when they are collected.

        Raises: ExtraMissing: Polars is not installed.
        """
        from kg.analysis import Selection, statements_frame

        return statements_frame(self.store, selection or Selection())

    def draw(self, network: Ties | None = None) -> Picture:
        """The network as a picture that notebooks show; without one, the whole of `network()`."""
        from kg.export import draw

        return draw(self.network() if network is None else network)

    def view_network(
        self, network: nx.Graph[Any] | None = None, *, title: str | None = None, words: bool = True
    ) -> HtmlView:
        """A network as an interactive page that notebooks show and `save` writes; without one, that of `network()`.

        Any network of `kg.analysis` will do. `words` False: without what articles say.
        """
        from kg.export.views.network import TITLE, network_view

        shown = self.network() if network is None else network
        return network_view(shown, self._told(words=words), title=title or TITLE)

    def view_timeline(
        self, table: StatementTable | None = None, *, title: str | None = None, words: bool = True
    ) -> HtmlView:
        """Statements over time as an interactive page, with changes of position; without a table, `statements()`.

        `words` False: without what articles say.
        """
        from kg.export.views.timeline import TITLE, timeline_view

        shown = self.statements() if table is None else table
        return timeline_view(shown, self._told(words=words), title=title or TITLE)

    def plot_network(
        self, network: nx.Graph[Any] | None = None, *, most: int = 60, title: str | None = None
    ) -> PaperFigure:
        """A network as a figure for a paper, its `most` busiest actors; see `kg.export.plots.network_plot`.

        Raises: ExtraMissing: matplotlib is not installed.
        """
        from kg.export.plots import network_plot

        return network_plot(self.network() if network is None else network, most=most, title=title)

    def plot_timeline(
        self, table: StatementTable | None = None, *, most: int = 20, title: str | None = None
    ) -> PaperFigure:
        """Statements over time as a figure for a paper; see `kg.export.plots.timeline_plot`.

        Raises: ExtraMissing: matplotlib is not installed.
        """
        from kg.export.plots import timeline_plot

        return timeline_plot(self.statements() if table is None else table, most=most, title=title)

    def plot_matrix(
        self,
        table: StatementTable | None = None,
        *,
        counted: Counted = "blame",
        most: int = 18,
        title: str | None = None,
    ) -> PaperFigure:
        """Who blames whom as a matrix for a paper; see `kg.export.plots.matrix_plot`.

        Raises: ParameterError: `counted` is unknown. ExtraMissing: matplotlib is not installed.
        """
        from kg.export.plots import matrix_plot

        return matrix_plot(self.statements() if table is None else table, counted=counted, most=most, title=title)

    def _told(self, *, words: bool) -> dict[str, Told]:
        from kg.export import without_words
        from kg.export.views import told_of

        if words:
            return told_of(self.store)
        with without_words(self.store) as wordless:
            return told_of(wordless)

    def export(self, form: str, path: str | PathLike[str]) -> None:
        """Write the graph in a form of `kg.export.exporter_names()`: nquads, trig, turtle, jsonld, gexf, html ...

        Raises: ExportError: there is no such form, or the file cannot be written.
        """
        from kg.export import load_exporter, write_whole

        write_whole(Path(path), load_exporter(form).chunks(self.store))

    def close(self) -> None:
        """Let go of the folder."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"kg.open({str(self.store.folder.path)!r})"


def open_graph(folder: str | PathLike[str]) -> Graph:
    """The graph in a folder that `kg build` wrote.

    Raises: GraphMissing, GraphVersion, GraphLocked, StoreError: see `kg.errors`.
    """
    return Graph(EmbeddedStore.open(Path(folder)))


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as failed:
        raise UnknownQuery(f"the query file {path} cannot be read: {failed}") from failed
