"""Reads articles: from the text to its facts, with everything in between kept for whoever asks.

`kg extract` prints what `Pipeline.read_article` returns, and the build stores it: both tell the same statements.
"""

from __future__ import annotations

import importlib.util
import traceback
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Final, Literal, get_args

from kg import __version__
from kg.build.abstention import abstain
from kg.build.extractors import load_extractor
from kg.build.joins import join_people, judgement_quads
from kg.errors import ReadingFailed
from kg.extract.reading import read_and_extract
from kg.extract.stance import StanceReader
from kg.resolve import load_authority, resolve_actors
from kg.statements import assemble_facts
from kg.statements.stance import bars
from kg.statements.tables import load_tables
from kg.text import TextReader
from kg.text.reader import MODELS
from kg.triples import Run, check_record, record_quads

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pyoxigraph import Quad

    from kg.build.abstention import Abstention
    from kg.extract.protocol import Extractor
    from kg.model import Article, ArticleFacts, Attribution, ResolvedActors
    from kg.resolve import Authority
    from kg.text import AnnotatedText

StanceMethod = Literal["rules", "network"]
"""Who judges how a statement puts its targets: rules alone, or the stance network, too, where no rule speaks."""
DEFECTS: Final = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a rule raises that meets a text nobody thought of. All else (no memory, no disk) is about all articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """One article with everything that was found in it."""

    article: Article
    text: AnnotatedText
    attributions: tuple[Attribution, ...]
    resolved: ResolvedActors
    """Runs parallel to `attributions`."""
    facts: ArticleFacts
    abstained: tuple[Abstention, ...] = ()
    """What was found too and left out, in text order; nothing of it is in the fields above."""


class Pipeline:
    """Everything that reading needs, loaded once: language model, extractor, reference data."""

    def __init__(
        self,
        *,
        extractor: str | Extractor = "rules",
        actor_files: Iterable[Path] = (),
        cue_files: Iterable[Path] = (),
        subject_files: Iterable[Path] = (),
        min_confidence: float = 0.0,
        stance: StanceMethod = "rules",
        reader: TextReader | None = None,
        authority: Authority | None = None,
    ) -> None:
        """`extractor`: a name among the plug-ins, or one that is made already. `actor_files`: the user's own actors.

        `cue_files`, `subject_files`: rows that replace or join those of the shipped tables
        (docs/how-to/your-own-tables.md).

        `min_confidence`: 0 to 1; attributions with less are left out, and kept as abstentions. 0: none is.

        `stance`: "network" asks the stance network, too, about targets that no rule judges (docs/how-to/stance.md);
        needs onnxruntime.

        Raises: PluginError: no such extractor. AuthorityError, CueFileError, SubjectFileError: a file is broken.
        ValueError: a least confidence that no attribution can have.
        """
        if not 0.0 <= min_confidence <= 1.0:
            raise ValueError(f"the least confidence is {min_confidence}, but confidences go from 0 to 1")
        self.min_confidence = float(min_confidence)
        self.extractor = load_extractor(extractor) if isinstance(extractor, str) else extractor
        self.reader = TextReader() if reader is None else reader
        self.authority = load_authority(tuple(actor_files)) if authority is None else authority
        self.tables = load_tables(cue_files, subject_files)
        if stance not in get_args(StanceMethod):
            raise ValueError(f"stance is {stance!r}; known are {', '.join(get_args(StanceMethod))}")
        self.network = StanceReader(asked="holder") if stance == "network" else None

    @cached_property
    def run(self) -> Run:
        """What this way of reading depends on: extractor, this program, threshold, language model, reference data."""
        # Without a threshold nothing is told of it: what was read before there was one need not be read again.
        options = (("min-confidence", repr(self.min_confidence)),) if self.min_confidence else ()
        asked = (("stance", f"network {self.network.fingerprint}, bars {bars.told()}"),) if self.network else ()
        return Run(
            extractor=self.extractor.name,
            version=self.extractor.version,
            model=_model(),
            options=(("kg", __version__), *options, *asked),
            references=(("actors", self.authority.fingerprint), *self.tables.references),
        )

    def read_article(self, article: Article) -> ReadArticle:
        """Read one article.

        Raises:
            ReadingFailed: the rules failed on it; other articles are not concerned.
            SpanMismatch: an offset went wrong.
        """
        try:
            text, attributions = read_and_extract(article, self.reader, self.extractor)
            resolved = resolve_actors(text, attributions, self.authority)
            facts = assemble_facts(text, attributions, resolved, self.authority, self.tables, self.network)
            kept = abstain(attributions, resolved, facts, self.min_confidence)
        except DEFECTS as error:
            raise failure(article, error) from error
        return ReadArticle(
            article=article,
            text=text,
            attributions=kept.attributions,
            resolved=kept.resolved,
            facts=kept.facts,
            abstained=kept.abstained,
        )

    def record(self, read: ReadArticle) -> list[Quad]:
        """The record of an article, checked, with the judgements that join its people to those of other articles.

        Raises: RecordError: it breaks the model. ReadingFailed: it cannot be written down.
        """
        try:
            quads = record_quads(read.article, read.facts, read.resolved, self.run)
        except DEFECTS as error:
            raise failure(read.article, error) from error
        check_record(read.article, quads)
        return [*quads, *judgement_quads(join_people(read.resolved))]


def failure(article: Article, error: Exception) -> ReadingFailed:
    """A defect as a refusal: which article, and where in the program, without paths of this machine."""
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__) if "/kg/" in frame.filename.replace("\\", "/")
    ]
    place = ""
    if frames:
        file = frames[-1].filename.replace("\\", "/").rpartition("/kg/")[2]
        place = f" at kg/{file}, line {frames[-1].lineno}"
    problem = f"article {article.key} could not be read: {type(error).__name__}{place}; please report this"
    return ReadingFailed(problem, source=article.source_file or "input")


def _model() -> str:
    """The language model and its engine. The re-upload of a model has the same weights, so the same name here."""
    for name in MODELS:
        if importlib.util.find_spec(name) is not None:
            return f"{MODELS[0]} {_version(name)}, spacy {_version('spacy')}"
    return ""


def _version(package: str) -> str:
    try:
        return version(package.replace("_", "-"))
    except PackageNotFoundError:
        return "unknown"
