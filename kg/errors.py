"""Every error that Démarche raises on purpose, one class per cause.

    KgError
    ├── ArticleError            an article or its file cannot be read
    │   ├── UnreadableFile      the bytes are no text, or in an unknown encoding
    │   ├── MalformedRecord     one record of a file (a JSON line, say) is broken
    │   ├── EmptyArticle        no words to read
    │   ├── UnsafeInput         an input that could harm (entity bomb, external entity)
    │   ├── AnnotationMismatch  annotations made elsewhere do not fit its text
    │   └── ReadingFailed       the rules failed on it: a defect of this program
    ├── SpanMismatch            a span does not cut the words that it should
    ├── TargetOutside           a target lies outside of its sentence
    ├── AuthorityError          reference data or a user's actor file is broken
    │   └── ActorFileError      rows of a user's file of actors are broken, or it cannot be read
    ├── CueFileError            a user's table of cues is broken, or it cannot be read
    ├── SubjectFileError        a user's table of subjects is broken, or it cannot be read
    ├── RecordError             a graph of an article breaks the model
    ├── StoreError              the graph folder cannot be opened or written
    │   ├── GraphMissing        there is no graph in that folder
    │   ├── GraphLocked         another process is writing to it
    │   ├── GraphVersion        written by a version that this one cannot read
    │   └── EndpointError       a remote SPARQL endpoint failed
    ├── QueryError              a question cannot be asked
    │   ├── UnknownQuery        no query of that name
    │   ├── ParameterError      a parameter is unknown, missing or of the wrong type
    │   ├── AmbiguousActor      a name fits several actors
    │   └── UnsafeQuery         the query would reach outside (SERVICE, FROM, updates)
    ├── JudgementError          a judgement of identity cannot be put into the ledger
    │   ├── JudgementClash      with it two actors would be the same and different
    │   ├── UnknownJudgement    the ledger has no such judgement
    │   └── LedgerFileError     a file of judgements is broken
    ├── CorrectionError         a statement cannot be corrected in that way
    │   └── UnknownCorrection   the graph has no such correction
    ├── ReconcileError          looking actors up elsewhere failed
    │   ├── ServiceError        a service on the net did not give an answer that can be used
    │   │   ├── ServiceAddressWrong  what was given is no address of a server
    │   │   ├── ServiceUnreachable  there is no way to it, or it is unknown
    │   │   ├── ServiceTimeout      it took too long
    │   │   ├── ServiceBusy         it asks to wait, or is out of order, for longer than is waited
    │   │   ├── ServiceRefusal      it refused the request
    │   │   ├── ServiceMoved        it points to another server
    │   │   ├── AnswerTooLarge      its answer is longer than is read
    │   │   └── AnswerUnreadable    its answer is not in the form agreed
    │   ├── NotInCache          working offline, and the answer was not kept
    │   ├── CacheError          the folder of kept answers cannot be read or written
    │   └── ReviewFileError     a file of proposals is broken, or a row of it cannot be taken
    ├── EvaluationError         there is nothing to compare
    ├── ExportError             a graph cannot be written in that form
    ├── ResourceMissing         a file that ships with the package is not there
    ├── ExtraMissing            a feature needs an optional dependency
    ├── UnknownFormat           annotations are in no format that can be read
    └── PluginError             no plug-in of that name, or one that does not work

A message says what is wrong, where, and what to do. Bad input of a batch is collected into the
report of the build instead (`kg.build.Refusal`); only promises that this code broke itself, or
requests that cannot be served at all, are raised.
"""


class KgError(Exception):
    """Root of the tree; `str(error)` is one sentence for the user."""


class ArticleError(KgError):
    """An article or its file cannot be read.

    Attributes: source: file name or "standard input". line: 1-based line, None where lines mean nothing.
    record: the record's own id, None where it has none or could not be read.
    """

    def __init__(self, problem: str, *, source: str, line: int | None = None, record: str | None = None) -> None:
        self.problem = problem
        self.source = source
        self.line = line
        self.record = record
        where = source if line is None else f"{source}, line {line}"
        super().__init__(f"{where}: {problem}")


class UnreadableFile(ArticleError):
    """The bytes are no text (binary), or no known encoding fits them."""


class MalformedRecord(ArticleError):
    """One record of a file of many is broken; the others are read."""


class EmptyArticle(ArticleError):
    """There are no words to read."""


class UnsafeInput(ArticleError):
    """The input could harm: an entity bomb, an external entity."""


class AnnotationMismatch(ArticleError):
    """Annotations made elsewhere do not fit the article: another text, offsets outside of it, or other words there."""


class ReadingFailed(ArticleError):
    """The rules failed on an article: a defect of this program, kept from stopping the other articles."""


class SpanMismatch(KgError):
    """A span does not cut the words that it should: an offset went wrong on our side."""

    def __init__(self, *, article: str, span: str, expected: str, found: str) -> None:
        self.article = article
        self.span = span
        self.expected = expected
        self.found = found
        super().__init__(f"article {article}: {span} should read {expected!r} but reads {found!r}; please report this")


class TargetOutside(KgError):
    """A target lies outside of its sentence, or holds no word of it."""

    def __init__(self, *, start: int, end: int, length: int) -> None:
        self.start = start
        self.end = end
        self.length = length
        super().__init__(
            f"target [{start}, {end}) holds no word of its sentence, which has {length} characters: give half-open"
            " offsets of a mention in the sentence itself"
        )


class AuthorityError(KgError):
    """Reference data, or a user's file of actors, is broken."""


class ActorFileError(AuthorityError):
    """A user's file of actors cannot be read, or rows of it are broken.

    Attributes: problems: one sentence each, in order of the files: place, what is wrong, what to do.
    """

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        more = f"; and {len(problems) - 5} more" if len(problems) > 5 else ""
        super().__init__("; ".join(problems[:5]) + more)


class CueFileError(KgError):
    """A user's table of cues cannot be read, or a row of it is broken; the message names file, line and column."""


class SubjectFileError(KgError):
    """A user's table of subjects is broken, or it cannot be read."""


class RecordError(KgError):
    """The graph of one article breaks the model; nothing of it was stored.

    Attributes: problems: one sentence each, sorted.
    """

    def __init__(self, article: str, problems: tuple[str, ...]) -> None:
        self.article = article
        self.problems = problems
        super().__init__(f"article {article}: {len(problems)} broken record(s): " + "; ".join(problems[:3]))


class StoreError(KgError):
    """The graph folder cannot be opened or written."""


class GraphMissing(StoreError):
    """There is no graph in that folder."""


class GraphLocked(StoreError):
    """Another process is writing to this graph."""


class GraphVersion(StoreError):
    """The folder was written in a format that this version cannot read."""


class EndpointError(StoreError):
    """A remote SPARQL endpoint did not answer, or answered with an error."""


class QueryError(KgError):
    """A question cannot be asked."""


class UnknownQuery(QueryError):
    """No query of that name; the message lists near names."""


class ParameterError(QueryError):
    """A parameter is unknown, missing or of the wrong type."""


class AmbiguousActor(ParameterError):
    """A name fits several actors; `candidates` lists their CURIEs with labels."""

    def __init__(self, name: str, candidates: tuple[tuple[str, str], ...]) -> None:
        self.name = name
        self.candidates = candidates
        listed = ", ".join(f"{curie} ({label})" for curie, label in candidates)
        super().__init__(
            f"{name!r} fits several actors: {listed}; give one of these identifiers instead, or join them with "
            "kg actors judge"
        )


class UnsafeQuery(QueryError):
    """The query would reach outside the graph (SERVICE, FROM) or change it."""


class JudgementError(KgError):
    """A judgement of identity cannot be put into the ledger."""


class JudgementClash(JudgementError):
    """Two actors would be the same along a chain of judgements, and different; `judgements`: IRIs of all that clash."""

    def __init__(self, problem: str, judgements: tuple[str, ...]) -> None:
        self.judgements = judgements
        super().__init__(problem)


class UnknownJudgement(JudgementError):
    """The ledger has no such judgement."""


class LedgerFileError(JudgementError):
    """A file of judgements cannot be read; nothing of it was taken in. `line`: 1-based, None where it is the file."""

    def __init__(self, problem: str, *, source: str, line: int | None = None) -> None:
        self.source = source
        self.line = line
        super().__init__(f"{source}{'' if line is None else f', line {line}'}: {problem}")


class CorrectionError(KgError):
    """A statement cannot be corrected in that way: there is none, nothing would change, or a value is wrong."""


class UnknownCorrection(CorrectionError):
    """The graph has no such correction."""


class ReconcileError(KgError):
    """Looking actors up elsewhere failed; nothing in the graph was changed."""


class ServiceError(ReconcileError):
    """A service on the net did not give an answer that can be used. `service`: its address, without user and query."""

    def __init__(self, problem: str, *, service: str) -> None:
        self.service = service
        super().__init__(f"{service} {problem}")


class ServiceAddressWrong(ServiceError):
    """What was given is no address of a server."""


class ServiceUnreachable(ServiceError):
    """There is no way to the service: no network, no such server, a broken connection."""


class ServiceTimeout(ServiceError):
    """The service took too long."""


class ServiceBusy(ServiceError):
    """The service asks to wait or is out of order. `wait_s`: seconds that it asks for, None where it does not say."""

    def __init__(self, problem: str, *, service: str, wait_s: float | None = None) -> None:
        self.wait_s = wait_s
        super().__init__(problem, service=service)


class ServiceRefusal(ServiceError):
    """The service refused the request, and would again. `status`: of HTTP."""

    def __init__(self, problem: str, *, service: str, status: int) -> None:
        self.status = status
        super().__init__(problem, service=service)


class ServiceMoved(ServiceError):
    """The service points to another server, which is not asked unless its address is given. `target`: that address."""

    def __init__(self, problem: str, *, service: str, target: str) -> None:
        self.target = target
        super().__init__(problem, service=service)


class AnswerTooLarge(ServiceError):
    """The answer is longer than is read."""


class AnswerUnreadable(ServiceError):
    """The answer is not in the form agreed: no JSON, or fields missing or of another type."""


class NotInCache(ReconcileError):
    """Working offline, and the answer to this question was not kept."""


class CacheError(ReconcileError):
    """The folder of kept answers cannot be read or written."""


class ReviewFileError(ReconcileError):
    """A file of proposals is broken, or a row of it cannot be taken. `line`: 1-based, None where it is the file."""

    def __init__(self, problem: str, *, source: str, line: int | None = None) -> None:
        self.source = source
        self.line = line
        super().__init__(f"{source}{'' if line is None else f', line {line}'}: {problem}")


class EvaluationError(KgError):
    """There is nothing to compare: no gold article could be read, or none of them has predictions."""


class ExportError(KgError):
    """A graph cannot be written in that form."""


class ResourceMissing(KgError):
    """A file that ships with the package is not there."""


class ExtraMissing(KgError):
    """A feature needs an optional dependency; the message names the extra to install."""


class UnknownFormat(KgError):
    """Annotations are in no format that can be read; the message lists those that can."""


class PluginError(KgError):
    """There is no plug-in of that name, or it does not load; the message names those that there are."""
