"""The only place that mints identifiers.

Every function returns a *path* below the base of data (`statement/1c9f0a...-77ab...`); `expand()` makes it an IRI. A
path holds ASCII letters, digits and `-._~/` only, whatever an article says: names enter as hashes or as slugs. The
same input gives the same path, in every process and on every machine. No RDF library is loaded here, so the write
side may call this module freely.

The table of all forms is in docs/design/rooms.md, section "The graph".
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

from kg.model import ActorId, PostId, StatementId, TargetId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import ActorKind, Article, EventType, InstrumentKind, Span, Tenure

DATA_BASE: Final = "https://w3id.org/demarche/id/"
"""Base of all data IRIs, unless a caller of `expand` names another."""

ONTOLOGY_GRAPH: Final = "graph/ontology"
"""Terms and concepts with their labels."""
RULE_GRAPH: Final = "graph/judgement/rule"
"""Which local actors are the same, as decided by listed rules."""
SHOWN_AS_GRAPH: Final = "graph/shown-as"
"""Who stands for whom in the view where judgements of people decide otherwise than the rule; kept with the view."""
CLAIM_LINKS_GRAPH: Final = "graph/claim-links"
"""Links between claims, and communications, as a program last proposed them."""
VIEW_GRAPH: Final = "graph/view"
"""The effective answer: default graph of every query."""

_EDGES: Final = " .,;:!?…\"'“”‘’«»()[]–—-"
_MAX_SLUG: Final = 48
_DOT_SEGMENT: Final = re.compile(r"(?<![^/])\.{1,2}(?![^/])")


def expand(path: str, base: str = DATA_BASE) -> str:
    """The IRI of a path. Characters that a path should not hold are percent-encoded, `%` too, so no two paths meet.

    >>> expand("actor/state/FRA")
    'https://w3id.org/demarche/id/actor/state/FRA'
    >>> expand("actor/person/a b>")
    'https://w3id.org/demarche/id/actor/person/a%20b%3E'
    """
    quoted = quote(path, safe="/", errors="surrogatepass")
    if "." in quoted:  # A parser may resolve dot segments away.
        quoted = _DOT_SEGMENT.sub(lambda found: found.group().replace(".", "%2E"), quoted)
    return base + quoted


def path_of(iri: str, base: str = DATA_BASE) -> str | None:
    """The path of an IRI, the inverse of `expand`; None for an IRI that is not below the base."""
    return unquote(iri[len(base) :], errors="surrogatepass") if iri.startswith(base) else None


def article_path(article: Article) -> str:
    """The article, whatever its wording: depends on its key alone."""
    return f"article/{_hex(16, article.key)}"


def text_path(version: str) -> str:
    """One wording of an article."""
    return f"text/{version}"


def span_path(version: str, span: Span) -> str:
    """A place in one wording; mentions and cues are spans too."""
    return f"text/{version}/{span.key}"


def statement_id(version: str, pieces: tuple[Span, ...], rank: int = 0) -> StatementId:
    """The statement whose content is these pieces, trimmed, in text order.

    Speaker, cue and kind are not part of the identity: correcting them keeps the statement. `rank` (0, 1, ...) counts
    attributions that share their content, in order of their cues.

    Raises: ValueError: there is no piece.
    """
    if not pieces:
        raise ValueError(f"a statement of article version {version} has no content to be known by")
    parts = [pieces[0].string, *(f"{piece.start}-{piece.end}" for piece in pieces)]
    if rank:
        parts.append(f"rank {rank}")
    return StatementId(f"{version}-{_hex(12, *parts)}")


def statement_path(statement: StatementId) -> str:
    """Path of a statement's id."""
    return f"statement/{statement}"


def stance_path(statement: StatementId, target: TargetId) -> str:
    """What one statement holds of one target."""
    return f"statement/{statement}-s{_hex(8, target)}"


def subject_path(name: str) -> str:
    """A subject of the user's own; those of the ontology are concepts of voc/subject."""
    return f"subject/{slug(name)}"


def event_id(version: str, span: Span, type: EventType) -> TargetId:
    """An event as one article tells of it, at its first evidence."""
    return TargetId(f"event/{version}-{span.key}-{slug(type.value)}")


def tally_path(event: TargetId, option: str) -> str:
    """The count of one option in one vote."""
    return f"{event}-{slug(option)}"


def instrument_id(version: str, span: Span, kind: InstrumentKind) -> TargetId:
    """An instrument as one article tells of it, at its first mention.

    >>> from kg.model import InstrumentKind, Span
    >>> instrument_id("0123456789abcdef", Span(4, 9), InstrumentKind.DRAFT_RESOLUTION)
    'instrument/0123456789abcdef-c4-9-draft-resolution'
    """
    return TargetId(f"instrument/{version}-{span.key}-{slug(_words_of(kind.value))}")


def reference_instrument_id(name: str) -> TargetId:
    """An instrument of reference data, by its name or symbol."""
    return TargetId(f"instrument/{slug(name)}")


def topic_id(version: str, label: str) -> TargetId:
    """What one article version talks about under a name of its own; case and blanks do not count.

    >>> topic_id("0123456789abcdef", "Draft pact") == topic_id("0123456789abcdef", "draft  pact")
    True
    """
    return TargetId(f"topic/{version}-{_hex(12, fold(label))}")


def local_actor_id(version: str, label: str, kind: ActorKind) -> ActorId:
    """An actor that only one article version knows, by its label (case and blanks do not count) and kind."""
    return ActorId(f"local/{version}-{_hex(12, fold(label), kind.value)}")


def outlet_id(name: str) -> ActorId:
    """A publisher, by its name.

    >>> outlet_id("Agência Brasil")
    'outlet/agencia-brasil'
    """
    return ActorId(f"outlet/{slug(name)}")


def joined_person_id(name: str, state: ActorId, role_family: str) -> ActorId:
    """The person whom articles name alike, in one role family of one state: what the rule of joining goes by."""
    return ActorId(f"person/joined-{_hex(12, fold(name), state, role_family)}")


def local_post_id(version: str, label: str, body: ActorId | None) -> PostId:
    """A post that only one article version knows, by its label and body."""
    return PostId(f"local/{version}-{_hex(12, fold(label), body or '')}")


def actor_target(actor: ActorId) -> TargetId:
    """The actor as something that a statement can be about; also its path."""
    return TargetId(f"actor/{actor}")


def target_actor(target: TargetId) -> ActorId | None:
    """The actor that a target is, None for events, instruments and topics."""
    return ActorId(target.removeprefix("actor/")) if target.startswith("actor/") else None


def post_path(post: PostId) -> str:
    """Path of a post's id."""
    return f"post/{post}"


def tenure_path(tenure: Tenure, version: str | None = None) -> str:
    """One person in one post: as one article version claims it, or (version None) as reference data has it."""
    if version is not None:
        return f"tenure/{version}-{_hex(12, tenure.holder, tenure.post, tenure.status or '')}"
    return f"tenure/{_hex(16, tenure.holder, tenure.post, tenure.start or '', tenure.end or '', tenure.origin)}"


def reference_event_id(name: str) -> TargetId:
    """An event of reference data, by the id that its table gives it."""
    return TargetId(f"event/{slug(name)}")


def membership_path(body: ActorId, member: ActorId, start: str) -> str:
    """A seat of a state in a body, from a year or day on, as reference data has it.

    >>> membership_path(ActorId("body/unsc"), ActorId("state/JPN"), "2023")
    'membership/unsc-jpn-2023'
    """
    names = (body.rpartition("/")[2], member.rpartition("/")[2], start)
    return f"membership/{slug(' '.join(names))}"


def run_path(fingerprint: str) -> str:
    """An extraction run, by what it was made with."""
    return f"run/{fingerprint}"


def judgement_path(parts: Iterable[str]) -> str:
    """An entry of the ledger of identity, by everything that it says."""
    return f"judgement/{_hex(16, *parts)}"


def judgement_graph(judgement: str) -> str:
    """Graph of one entry of the ledger, by its path."""
    return f"graph/{judgement}"


def correction_path(parts: Iterable[str]) -> str:
    """A correction of one statement, by everything that it says."""
    return f"correction/{_hex(16, *parts)}"


def claim_path(language: str, text: str, version: str | None = None) -> str:
    """A claim by its words: case, blanks and punctuation at its ends do not count.

    `version`: of the article to which it belongs alone; None: equal words of any article are this claim.

    >>> claim_path("en", "Norland left the pact.") == claim_path("en", "norland left  the pact")
    True
    """
    words = fold(text).strip(_EDGES)
    return f"claim/{_hex(16, language, words)}" if version is None else f"claim/{version}-{_hex(12, language, words)}"


def claim_link_path(first: str, second: str, relation: str) -> str:
    """A proposed link between two claims, by their IRIs in order."""
    return f"claim-link/{_hex(16, first, second, relation)}"


def communication_path(statements: Iterable[str]) -> str:
    """An event of speaking, by the IRIs of the statements that seem to report it."""
    return f"communication/{_hex(16, *sorted(statements))}"


def claim_judgement_path(parts: Iterable[str]) -> str:
    """A judgement on a link, by everything that it says."""
    return f"claim-judgement/{_hex(16, *parts)}"


def article_graph(version: str) -> str:
    """Graph of an article's metadata."""
    return f"graph/article/{version}"


def extraction_graph(version: str, fingerprint: str) -> str:
    """Graph of what one run found in one wording."""
    return f"graph/extraction/{version}/{fingerprint}"


def nanopublication_path(version: str, fingerprint: str, part: str = "") -> str:
    """The nanopublication made of that extraction; with `part`, its graph `head`, `provenance` or `publication`."""
    return f"nanopublication/{version}/{fingerprint}{f'/{part}' if part else ''}"


def run_graph(fingerprint: str) -> str:
    """Graph that describes one run."""
    return f"graph/run/{fingerprint}"


def reference_graph(set_name: str) -> str:
    """Graph of one set of reference data."""
    return f"graph/ref/{slug(set_name)}"


def fingerprint(parts: Iterable[str]) -> str:
    """16 hex digits that change with any part, or with their order."""
    return _hex(16, *parts)


def fold(label: str) -> str:
    """A label without what does not tell two apart: compatibility forms, case, runs of blanks."""
    return " ".join(unicodedata.normalize("NFKC", label).casefold().split())


def slug(name: str) -> str:
    """A name as lower-case ASCII words joined by `-`.

    Accents and punctuation go. Where more is lost (other scripts, great length, nothing left), a hash of the name
    follows, so that two names do not meet.
    """
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    short = "-".join(re.findall(r"[a-z0-9]+", bare))
    is_lossy = any(character.isalnum() and not character.isascii() for character in bare)
    if short and not is_lossy and len(short) <= _MAX_SLUG:
        return short
    return f"{short[:_MAX_SLUG].strip('-')}-{_hex(8, fold(name))}".lstrip("-")


def _words_of(camel_case: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", camel_case)


def _hex(digits: int, *parts: str) -> str:
    # Lengths keep ("ab", "c") and ("a", "bc") apart.
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:digits]
