"""Who speaks about whom, counted in columns: for graphs whose statements are too many to hold as objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analysis.explaining import DirectedNetwork, Explanation, Part
from kg.analysis.frames import polars
from kg.analysis.said_about import POLARITIES
from kg.analysis.table import ACTOR_KINDS

if TYPE_CHECKING:
    import polars as pl


def pair_counts(frame: pl.DataFrame | pl.LazyFrame) -> pl.DataFrame:
    """One row a pair of voice and target that is an actor, sorted: how often, by sign, and from which day to which.

    `weight`: number of ties as `who_about_whom` counts them: a statement of two ministers is one tie of their state,
    `mixed` where they take both sides. `net`: positive less negative ones.

    Args: frame: from `graph.table()` or `graph.scan()`; it has the column `voice`.
    """
    column, text = polars().col, polars().String
    is_actor = column("target_kind").cast(text).is_in([*sorted(ACTOR_KINDS), ""])
    side = column("polarity").cast(text)
    ties = (
        frame.lazy()
        .filter(column("target").is_not_null() & is_actor)
        .group_by("voice", "target", "statement", "article")
        .agg(
            side.is_in(["positive", "mixed"]).any().alias("praises"),
            side.is_in(["negative", "mixed"]).any().alias("blames"),
            column("day").first(),
        )
    )
    praises, blames = column("praises"), column("blames")
    counted = {
        "negative": blames & ~praises, "positive": praises & ~blames, "mixed": praises & blames,
        "none": ~praises & ~blames,
    }  # fmt: skip
    made: pl.DataFrame = (
        ties.group_by("voice", "target")
        .agg(
            polars().len().cast(polars().Int64).alias("weight"),
            *(counted[name].sum().cast(polars().Int64).alias(name) for name in POLARITIES),
            column("day").min().alias("first"),
            column("day").max().alias("last"),
        )
        .with_columns((column("positive") - column("negative")).alias("net"))
        .sort("voice", "target")
        .collect()
    )
    return made


def counted_pairs(frame: pl.DataFrame | pl.LazyFrame) -> DirectedNetwork:
    """The network of `pairs_of(who_about_whom(table))`, made without a row of Python: one edge per ordered pair.

    Edges have `weight`, counts of each polarity and `net`; nodes `label` and `kind`, in sorted order. `explain` looks
    the statements of a tie up in the frame.
    """
    pl = polars()
    counts = pair_counts(frame)
    network = DirectedNetwork(network="who about whom, counted")
    names: dict[str, tuple[str, str]] = {}
    for role in ("target", "voice"):
        told = frame.lazy().select(role, f"{role}_label", pl.col(f"{role}_kind").cast(pl.String))
        for node, label, kind in told.drop_nulls(role).unique(subset=role).collect().rows():
            names[node] = (label, kind)
    for node in sorted(set(counts["voice"].to_list()) | set(counts["target"].to_list())):
        label, kind = names[node]
        network.add_node(node, label=label, kind=kind)
    known = {node: node for node in network}  # One object a node, not one an edge.
    columns = ("weight", "net", *POLARITIES)
    for voice, target, *values in counts.select("voice", "target", *columns).iter_rows():
        network.add_edge(known[voice], known[target], **dict(zip(columns, values, strict=True)))
    network.evidence = _InFrame(frame.lazy())
    return network


class _InFrame:
    """The statements behind a pair, looked up when they are asked for."""

    def __init__(self, frame: pl.LazyFrame) -> None:
        self._frame = frame

    def explain(self, source: str, target: str) -> Explanation:
        """The tie, one part a statement and article."""
        pl = polars()
        behind = self._frame.filter((pl.col("voice") == source) & (pl.col("target") == target))
        found = behind.select("statement", "article").unique().sort("statement", "article").collect()
        parts = tuple(
            Part(about=statement, arithmetic="1 statement", value=1, statements=(statement,))
            for statement, _ in found.rows()
        )
        return Explanation(source=source, target=target, formula="number of statements", parts=parts)
