"""`texts.db`: the articles' own words, which version of each is current, and what the upkeep of the view counts.

One row a version, with title and text exactly as decoded (UTF-8, lone surrogates kept) and all other fields as JSON. A
version is *done* when `run` names the run whose extraction graph is in the store. Of one article the current version is
the done one with the latest stamp; equal stamps are told apart by the version's hash, so loading order never matters.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

from kg.errors import StoreError
from kg.model import Article
from kg.vocab.ids import article_path

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS versions (
    version TEXT PRIMARY KEY, article TEXT NOT NULL, text_hash TEXT NOT NULL, latest TEXT NOT NULL,
    published TEXT NOT NULL, title BLOB NOT NULL, text BLOB NOT NULL, metadata TEXT NOT NULL, run TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS versions_article ON versions (article, run, latest, published, version);
CREATE INDEX IF NOT EXISTS versions_text ON versions (text_hash);
CREATE INDEX IF NOT EXISTS versions_run ON versions (run);
CREATE TABLE IF NOT EXISTS pending (version TEXT PRIMARY KEY, run TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS shared (
    subject TEXT NOT NULL, predicate TEXT NOT NULL, object TEXT NOT NULL, uses INTEGER NOT NULL,
    PRIMARY KEY (subject, predicate, object)
) WITHOUT ROWID;
"""
_OF_THE_FILE: Final = ("source_file", "loader")
"""Fields that say where an article was read; they change nothing of what it is."""
_WAIT: Final = 10.0
"""Seconds to wait for a commit of another process; each takes milliseconds."""

Fact = tuple[str, str, str]
"""Subject, predicate and object of a node that several articles share, as N-Triples terms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A current version, and its part in the view.

    `article`: path of its article. `copies`: paths of the articles that print the same text, sorted; only the first
    of them to be published (then the smallest version) is the `representative` that shows statements.
    """

    version: str
    article: str
    run: str
    representative: bool
    copies: tuple[str, ...] = ()


class Texts:
    """One open `texts.db`; in memory where no path is given."""

    def __init__(self, path: Path | None = None, *, create: bool = False) -> None:
        """`create`: make the file where there is none. Raises: StoreError: it cannot be opened."""
        # Read-write even for readers: a writer that was killed leaves a journal that the next one to open rolls back.
        # Where the file is write-protected SQLite opens it for reading.
        address = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}" if path else "file::memory:"
        self._path = path
        try:
            self._db = sqlite3.connect(address, uri=True, timeout=_WAIT, isolation_level=None, check_same_thread=False)
            if create or path is None:
                self._db.executescript(_SCHEMA)
        except sqlite3.Error as error:
            raise StoreError(f"the articles' texts in {path} cannot be opened: {error}") from error

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing of what is written inside.

        Raises: StoreError: the file cannot be written (the disk is full, say).
        """
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield
            self._db.execute("COMMIT")
        except BaseException as error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                raise StoreError(f"{self._path} cannot be written: {error}") from error
            raise

    def read_meta(self, name: str) -> str | None:
        """A setting, None where it was never written."""
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def write_meta(self, name: str, value: str) -> None:
        """Keep a setting."""
        self._db.execute(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", (name, value)
        )

    def article(self, version: str) -> Article | None:
        """The article as it was read, None where no such version is kept."""
        row = self._db.execute("SELECT title, text, metadata FROM versions WHERE version = ?", (version,)).fetchone()
        if row is None:
            return None
        fields: dict[str, Any] = json.loads(row[2])
        fields["byline"] = tuple(fields["byline"])
        return Article(title=_text(row[0]), text=_text(row[1]), **fields)

    def article_of(self, version: str) -> str | None:
        """Path of the article that a version is a wording of; None where no such version is kept."""
        row = self._db.execute("SELECT article FROM versions WHERE version = ?", (version,)).fetchone()
        return None if row is None else str(row[0])

    def run_of(self, version: str) -> str | None:
        """Fingerprint of the run whose graph is in the store; None: the version is not done."""
        row = self._db.execute("SELECT run FROM versions WHERE version = ?", (version,)).fetchone()
        return None if row is None else row[0]

    def is_used(self, run: str) -> bool:
        """True if the graph of any version was made by that run."""
        return self._db.execute("SELECT 1 FROM versions WHERE run = ? LIMIT 1", (run,)).fetchone() is not None

    def put(self, article: Article, run: str) -> None:
        """Keep an article and mark it done by a run."""
        row = (
            article.version, article_path(article), article.text_hash, _latest(article), _moment(article.published),
            _blob(article.title), _blob(article.text), metadata_of(article), run,
        )  # fmt: skip
        self._db.execute("INSERT OR REPLACE INTO versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def put_back(self, version: str) -> None:
        """Take the done mark from a version; its text stays."""
        self._db.execute("UPDATE versions SET run = NULL WHERE version = ?", (version,))

    def pending(self) -> list[tuple[str, str]]:
        """Version and run of everything whose writing was begun and not ended, sorted."""
        return self._db.execute("SELECT version, run FROM pending ORDER BY version").fetchall()

    def set_pending(self, versions: Iterable[tuple[str, str]]) -> None:
        """Exactly these versions are being written."""
        self._db.execute("DELETE FROM pending")
        self._db.executemany("INSERT INTO pending VALUES (?, ?)", versions)

    def hashes_of(self, articles: Iterable[str]) -> set[str]:
        """Text hashes of the current versions of these articles (paths)."""
        return {row[1] for path in articles if (row := self._current(path))}

    def current_versions(self) -> dict[str, str]:
        """Every version that is current -> its run, sorted."""
        return {
            shown.version: shown.run
            for text_hash in self.all_hashes()
            for _, shown in sorted(self.shown([text_hash]).items())
        }

    def all_hashes(self) -> list[str]:
        """Every text hash that is kept, sorted."""
        return [row[0] for row in self._db.execute("SELECT DISTINCT text_hash FROM versions ORDER BY text_hash")]

    def shown(self, hashes: Iterable[str]) -> dict[str, Shown]:
        """The current versions with one of these text hashes, by version, in the form in which the view has them."""
        found: dict[str, Shown] = {}
        for text_hash in sorted(hashes):
            rows = self._db.execute(
                "SELECT version, article, run, published FROM versions WHERE text_hash = ? AND run IS NOT NULL",
                (text_hash,),
            ).fetchall()
            # No stamp at all sorts last: a copy with a date was certainly published then.
            current = sorted(
                (not row[3], row[3], row[0], row) for row in rows if self._current(row[1])[:1] == (row[0],)
            )
            for rank, (*_, (version, article, run, _)) in enumerate(current):
                copies = tuple(sorted(other[-1][1] for other in current[1:])) if rank == 0 else ()
                found[version] = Shown(
                    version=version, article=article, run=run, representative=rank == 0, copies=copies
                )
        return found

    def facts_of(self, subjects: Iterable[str]) -> dict[str, set[Fact]]:
        """What articles in the view tell of shared nodes, by node; nodes without any fact are left out."""
        found: dict[str, set[Fact]] = {}
        for subject in subjects:
            rows = self._db.execute(
                "SELECT subject, predicate, object FROM shared WHERE subject = ?", (subject,)
            ).fetchall()
            if rows:
                found[subject] = set(rows)
        return found

    def count_facts(self, changes: Counter[Fact]) -> None:
        """Add to (or take from) the number of articles that tell each fact; facts that none tells are forgotten."""
        rows = [(*fact, change) for fact, change in sorted(changes.items()) if change]
        self._db.executemany(
            "INSERT INTO shared VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET uses = uses + excluded.uses", rows
        )
        self._db.executemany(
            "DELETE FROM shared WHERE subject = ? AND predicate = ? AND object = ? AND uses <= 0",
            [row[:3] for row in rows if row[3] < 0],
        )

    def forget_facts(self) -> None:
        """Start counting anew."""
        self._db.execute("DELETE FROM shared")

    def _current(self, path: str) -> tuple[str, ...]:
        row = self._db.execute(
            "SELECT version, text_hash FROM versions WHERE article = ? AND run IS NOT NULL "
            "ORDER BY latest DESC, published DESC, version DESC LIMIT 1",
            (path,),
        ).fetchone()
        return () if row is None else tuple(row)


def metadata_of(article: Article) -> str:
    """All fields but title and text, as JSON with sorted keys."""
    fields = asdict(article)
    del fields["title"], fields["text"]
    return json.dumps(fields, sort_keys=True)


def same_article(one: Article, other: Article) -> bool:
    """True if both say the same, wherever they were read."""
    return _essence(one) == _essence(other)


def knows_more(one: Article, other: Article) -> bool:
    """Of two records of one version: True if the first is the one to keep, however they came in.

    The later stamp counts first, then the number of fields that are known, then the fields themselves.
    """
    return _rank(one) > _rank(other)


def _rank(article: Article) -> tuple[str, str, int, str]:
    fields = asdict(article)
    known = sum(1 for name, value in fields.items() if name not in _OF_THE_FILE and value)
    return _latest(article), _moment(article.published), known, json.dumps(_essence(article), sort_keys=True)


def _essence(article: Article) -> dict[str, object]:
    return {name: value for name, value in asdict(article).items() if name not in _OF_THE_FILE}


def _latest(article: Article) -> str:
    return max(_moment(article.updated), _moment(article.published))


def _moment(stamp: str | None) -> str:
    """A stamp in UTC, in a form that sorts; a day without time is its first moment. Empty where there is no day."""
    if not stamp:
        return ""
    try:
        moment = datetime.fromisoformat(stamp)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        pass
    try:
        return f"{date.fromisoformat(stamp[:10]).isoformat()}T00:00:00+00:00"
    except ValueError:
        return ""


def _blob(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(blob: bytes) -> str:
    return blob.decode("utf-8", "surrogatepass")
