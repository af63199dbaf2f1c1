"""The table of statements as a Polars frame: columns instead of objects, for whole graphs and for people's own work.

Polars is an extra (`demarche-kg[table]`); it is loaded in this room's functions only, when a frame is asked for. It was
chosen over DuckDB by measuring, on a million statements: counts by pair in 0.5 against 1.1 seconds of CPU, rows as
Python values in 2.3 against 6.1, writing in 0.7 against 1.2; DuckDB is the smaller package (69 against 181 MB).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from kg.analysis.table import Named, StatementRow, StatementTable
from kg.errors import ExtraMissing

if TYPE_CHECKING:
    import polars as pl

    from kg.analysis.selection import Selection
    from kg.analysis.table import Voice

ROLES: Final = ("speaker", "body", "principal", "state", "target")
"""Columns that name a node; each has `..._label` and `..._kind` beside it."""
_PLAIN: Final = ("statement", "kind", "day", "polarity", "article", "outlet", "confidence")


def polars() -> Any:
    """The module.

    Raises: ExtraMissing: it is not installed.
    """
    try:
        return import_module("polars")
    except ImportError as missing:
        raise ExtraMissing("tables need Polars: pip install 'demarche-kg[table]'") from missing


def has_polars() -> bool:
    """True where frames can be made."""
    try:
        polars()
    except ExtraMissing:
        return False
    return True


def schema() -> dict[str, Any]:
    """Column -> type, in order. `claims` are structs of claim, label and side (1 put forward, -1 denied), `copies`
    structs of article and outlet; what is not known is null, lists are empty where there is nothing."""
    pl = polars()
    text = pl.String
    named: dict[str, Any] = {}
    for role in ROLES:
        named |= {role: text, f"{role}_label": text, f"{role}_kind": pl.Categorical}
    return {
        "statement": text,
        "kind": pl.Categorical,
        "day": pl.Date,
        **named,
        "polarity": pl.Categorical,
        "article": text,
        "outlet": text,
        "confidence": pl.Float64,
        "subjects": pl.List(text),
        "claims": pl.List(pl.Struct({"claim": text, "label": text, "side": pl.Int8})),
        "copies": pl.List(pl.Struct({"article": text, "outlet": text})),
    }


def frame_of(table: StatementTable) -> pl.DataFrame:
    """The rows of a table as a frame, in their order; `schema` says what its columns are."""
    polar = polars()
    rows, types = table.rows, schema()
    made = polar.DataFrame(
        {name: [getattr(row, name) for row in rows] for name in (*_PLAIN, *ROLES)},
        schema={name: types[name] for name in (*_PLAIN, *ROLES)},
    ).with_row_index("row")
    named = {role: made[role].unique().drop_nulls().to_list() for role in ROLES}
    for role, nodes in named.items():
        names = [table.name(node) for node in nodes]
        columns = {
            role: nodes,
            f"{role}_label": [one.label for one in names],
            f"{role}_kind": [one.kind for one in names],
        }
        made = made.join(polar.DataFrame(columns, schema={name: types[name] for name in columns}), on=role, how="left")
    numbered = list(enumerate(rows))
    lists: dict[str, tuple[list[str], list[tuple[object, ...]]]] = {
        "subjects": (["subject"], [(place, subject) for place, row in numbered for subject in row.subjects]),
        "claims": (
            ["claim", "label", "side"],
            [(place, claim, table.name(claim).label, side) for place, row in numbered for claim, side in row.claims],
        ),
        "copies": (
            ["article", "outlet"],
            [(place, article, outlet) for place, row in numbered for article, outlet in row.copies],
        ),
    }
    for name, (parts, found) in lists.items():
        made = made.join(_lists(name, parts, found), on="row", how="left")
    frame: pl.DataFrame = made.sort("row").select(
        polar.col(name).fill_null(polar.lit([], dtype=types[name])) if name in lists else polar.col(name)
        for name in types
    )
    return frame


def _lists(name: str, parts: list[str], found: list[tuple[object, ...]]) -> pl.DataFrame:
    """Row number -> the values that a row has of a column of lists; rows without any are left out."""
    polar = polars()
    inner = schema()[name].inner
    fields = {parts[0]: inner} if len(parts) == 1 else {field.name: field.dtype for field in inner.fields}
    flat = polar.DataFrame(found, schema={"row": polar.UInt32, **fields}, orient="row")
    value = polar.col(parts[0]) if len(parts) == 1 else polar.struct(parts)
    made: pl.DataFrame = flat.group_by("row", maintain_order=True).agg(value.alias(name))
    return made


def chosen_rows(frame: pl.LazyFrame, selection: Selection) -> pl.LazyFrame:
    """The rows that a selection keeps, as `Selection.apply` keeps them of a table."""
    pl = polars()
    kept = frame.filter(_keeps(selection))
    if selection.copies == "each":
        alone = pl.lit([], dtype=schema()["copies"]).alias("copies")
        spread = kept.filter(pl.col("copies").list.len() > 0).explode("copies")
        named = spread.with_columns(
            pl.col("copies").struct.field("article").alias("article"),
            pl.col("copies").struct.field("outlet").alias("outlet"),
        )
        kept = pl.concat([kept.with_columns(alone), named.with_columns(alone)]).filter(_keeps(selection))
    return kept


def with_voice(frame: pl.LazyFrame, voice: Voice) -> pl.LazyFrame:
    """The frame with `voice`, `voice_label` and `voice_kind` before its columns: who counts as the one who speaks."""
    pl = polars()
    levels = {"speaker": (), "body": ("body",), "principal": ("principal", "body"), "state": ("state", "body")}[voice]
    order = (*levels, "speaker")
    place = pl.coalesce([pl.when(pl.col(level).is_not_null()).then(pl.lit(level)) for level in order])
    columns = []
    for suffix in ("", "_label", "_kind"):
        value = pl.lit(None, dtype=pl.String)
        for level in reversed(order):
            value = pl.when(place == level).then(pl.col(f"{level}{suffix}").cast(pl.String)).otherwise(value)
        columns.append(value.alias(f"voice{suffix}"))
    return frame.select(*columns, pl.all())


def table_of(frame: pl.DataFrame, voice: Voice = "speaker") -> StatementTable:
    """The rows of a frame as a table."""
    columns = {name: frame[name].to_list() for name in (*_PLAIN, *ROLES)}
    shared = {name: _shared(columns[name]) for name in ("article", "outlet", *ROLES)}
    subjects = _tuples(frame, "subjects", ())
    claims = _tuples(frame, "claims", ("claim", "side"))
    copies = _tuples(frame, "copies", ("article", "outlet"))
    cells = zip(
        *(columns[name] for name in ("statement", "kind", "day", "polarity", "confidence")),
        *(shared[name] for name in ("article", "outlet", *ROLES)),
        subjects,
        claims,
        copies,
        strict=True,
    )
    rows = [
        StatementRow(
            statement=statement, kind=kind, day=day, polarity=polarity, confidence=confidence, article=article,
            outlet=outlet, speaker=speaker, body=body, principal=principal, state=state, target=target,
            subjects=subject, claims=claim, copies=copy,
        )
        for (
            statement, kind, day, polarity, confidence, article, outlet, speaker, body, principal, state, target,
            subject, claim, copy,
        ) in cells
    ]  # fmt: skip
    return StatementTable.of(rows, names_in(frame), voice)


def names_in(frame: pl.DataFrame) -> dict[str, Named]:
    """Name and kind of every node of the frame."""
    pl = polars()
    names: dict[str, Named] = {}
    for role in ROLES:
        told = frame.lazy().select(role, f"{role}_label", f"{role}_kind").drop_nulls(role).unique(subset=role)
        for node, label, kind in told.collect().rows():
            names[node] = Named(label, kind)
    claims = frame.lazy().select("claims").explode("claims").drop_nulls().unnest("claims").unique(subset="claim")
    for claim, label in claims.select("claim", pl.col("label")).collect().rows():
        names[claim] = Named(label, "Claim")
    return names


def _keeps(selection: Selection) -> Any:
    pl = polars()
    kept = pl.col("kind").cast(pl.String).is_in(list(selection.kinds))
    kept = kept & (pl.col("confidence") >= selection.least_confidence)
    if selection.since is not None:
        kept = kept & pl.col("day").is_not_null() & (pl.col("day") >= pl.lit(selection.since))
    if selection.until is not None:
        kept = kept & pl.col("day").is_not_null() & (pl.col("day") <= pl.lit(selection.until))
    if selection.subjects is not None:
        kept = kept & pl.col("subjects").list.eval(pl.element().is_in(list(selection.subjects))).list.any()
    if selection.outlets is not None:
        wanted = list(selection.outlets)
        copied = pl.col("copies").list.eval(pl.element().struct.field("outlet").is_in(wanted).fill_null(False))
        kept = kept & (pl.col("outlet").is_in(wanted).fill_null(False) | copied.list.any())
    return kept


def _shared(values: list[str | None]) -> list[Any]:
    """The values with one object for equal ones: a node is named a thousand times."""
    known: dict[str, str] = {}
    return [value if value is None else known.setdefault(value, value) for value in values]


def _tuples(frame: pl.DataFrame, name: str, parts: tuple[str, ...]) -> list[Any]:
    """A column of lists as tuples, of their values, or of these parts of their structs. Most lists are empty."""
    pl = polars()
    made: list[Any] = [()] * len(frame)
    numbered = frame.lazy().select(pl.col(name)).with_row_index("row")
    flat = numbered.filter(pl.col(name).list.len() > 0).explode(name)
    flat = flat.unnest(name).select("row", *parts) if parts else flat
    for place, *values in flat.collect().rows():
        made[place] = (*made[place], tuple(values) if parts else values[0])
    return made
