"""Support that one's own side shows without a word of praise: "could live with a patrol", "our goal is an inquiry".

Judged is what one puts up with, aims at, needs, keeps up or wants kept from harm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.statements.reading.phrases import is_noun
from kg.statements.reading.wordlists import words_of
from kg.statements.stance.evaluation import words_at
from kg.statements.stance.forms import all_forms
from kg.statements.stance.surroundings import belongs_to_speaker, is_hypothetical
from kg.statements.stance.view import WORD_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.view import Found, StanceView

_LIVING: Final = all_forms("live")

_AIMS: Final = frozenset(
    {"aim", "aims", "ambition", "dream", "goal", "goals", "hope", "intention", "mission", "objective", "path", "policy"}
    | {"plan", "priority", "priorities", "strategy", "task", "vision", "way", "wish"}
)
_OURS: Final = frozenset({"our", "my", "its", "his", "her", "their"})
_BEING: Final = all_forms("be") | all_forms("remain")
_ENSURING: Final = all_forms("ensure", "guarantee", "secure")
_NEEDING: Final = all_forms("need", "require")
_KEEPING: Final = all_forms("keep", "leave", "hold", "continue", "maintain", "sustain", "pursue", "advance", "deepen")
_FURTHERING: Final = all_forms(
    "advance", "pursue", "maintain", "sustain", "deepen", "strengthen", "foster", "promote", "continue", "broaden",
    "intensify", "build", "expand", "create", "develop", "introduce", "establish", "restore", "secure", "preserve",
)  # fmt: skip
_HARMING: Final = all_forms(
    "jeopardise", "jeopardize", "endanger", "imperil", "undermine", "threaten", "harm", "hurt", "damage", "weaken",
    "compromise", "lose", "waste", "squander", "undo", "reverse", "derail", "destroy", "forget", "abandon", "erode",
    "violate", "break", "spoil", "disrupt",
)  # fmt: skip
_RISK: Final = frozenset({"risk", "danger", "jeopardy", "peril"})
_FINDING: Final = all_forms("find", "see", "have", "seize") | {"saw", "seen"}
_CHANCES: Final = frozenset({"chance", "opportunity", "opportunities", "chances", "hope", "promise", "potential"})
_AFFORDING: Final = frozenset({"in", "with", "for"})


def leanings(view: StanceView) -> Iterator[Found]:
    """What one's own side supports in its own words, and how that shows."""
    for tree, tokens in view.pieces(view.attribution.content):
        for verb in tokens:
            if not tree.is_verb(verb) or view.is_reported(tree, verb):
                continue
            kind = _KINDS.get(tree.lower[verb])
            if kind is None:
                continue
            things = list(kind(view, tree, verb, tokens))
            if not things or is_hypothetical(tree, verb, tokens):
                continue
            if not belongs_to_speaker(tree, verb, tokens, view.is_own_token):
                continue
            for thing in things:
                for reference in view.others(view.named(tree, thing)):
                    yield "positive", "endorse", view.span(tree, verb), reference, WORD_CONFIDENCE


def _tolerated(view: StanceView, tree: Tree, verb: int, tokens: range) -> Iterator[int]:
    """ "It could live with a joint patrol"."""
    subject = tree.subject(verb)
    if subject is None or not view.is_own_token(tree, subject, tokens) or tree.is_negated(verb):
        return
    if not tree.modals(verb) & {"can", "could", "would", "will"}:
        return
    for prep in tree.kids(verb, "prep"):
        if tree.lower[prep] == "with":
            yield from tree.kids(prep, "pobj")


def _aimed_at(view: StanceView, tree: Tree, verb: int, tokens: range) -> Iterator[int]:
    """ "Our path is to build a customs union", "our goal remains a single market"."""
    del tokens
    subject = tree.subject(verb)
    if subject is None or tree.lower[subject] not in _AIMS or tree.is_negated(verb):
        return
    owners = list(tree.kids(subject, "poss"))
    if not any(tree.lower[owner] in _OURS or view.side.has(tree, owner) for owner in owners):
        return
    for thing in tree.kids(verb, "attr"):
        if is_noun(tree, thing) and not _is_bad(tree, thing):
            yield thing
    for deed in tree.kids(verb, "xcomp", "advcl", "ccomp"):
        if "to" in tree.modals(deed) and tree.lower[deed] in _FURTHERING and not tree.is_negated(deed):
            yield from _good_objects(tree, deed)


def _ensured(view: StanceView, tree: Tree, verb: int, tokens: range) -> Iterator[int]:
    """ "Ensure that the gains are not jeopardised", "that the seats are protected"."""
    del view, tokens
    if tree.is_negated(verb):
        return
    for clause in tree.kids(verb, "ccomp", "xcomp"):
        if not tree.is_verb(clause):
            continue
        risks = {tree.lower[t] for prep in tree.kids(clause, "prep") for t in tree.kids(prep, "pobj")}
        is_harm = tree.lower[clause] in _HARMING or bool(risks & _RISK)
        is_kept = tree.lower[clause] in words_of("favoured") | words_of("preserve") | words_of("benefit")
        if not tree.is_passive(clause) and not risks & _RISK:
            continue
        if is_harm == tree.is_negated(clause) and (is_harm or is_kept):
            yield from tree.kids(clause, "nsubjpass", "nsubj")


def _needed(view: StanceView, tree: Tree, verb: int, tokens: range) -> Iterator[int]:
    """ "Both peoples need a lasting peace": only what is good by its own words."""
    del view, tokens
    if tree.is_negated(verb) or tree.is_passive(verb) or tree.modals(verb) & {"would", "could", "might", "may"}:
        return
    for thing in (one for first in tree.kids(verb, "dobj") for one in tree.joined(first)):
        if _is_good(tree, thing):
            yield thing


def _kept(view: StanceView, tree: Tree, verb: int, tokens: range) -> Iterator[int]:
    """ "They keep channels to Tarn open", "we will maintain the dialogue"."""
    subject = tree.subject(verb)
    if subject is None or not view.is_own_token(tree, subject, tokens) or tree.is_negated(verb):
        return
    if tree.is_passive(verb) or tree.modals(verb) & {"could", "might", "may"}:
        return
    words = {tree.lower[k] for k in tree.kids(verb, "acomp", "oprd", "advmod", "prt", "ccomp", "xcomp")}
    for clause in tree.kids(verb, "ccomp"):
        if tree.lower[clause] == "open":
            yield from tree.kids(clause, "nsubj")  # "keep [channels] open"
    things = list(tree.kids(verb, "dobj"))
    if words & {"open", "alive"}:
        yield from things
    elif tree.lower[verb] in _FURTHERING:
        yield from (one for one in _good_objects(tree, verb) if _is_good(tree, one))
    for thing in things:
        if tree.lower[verb] in _KEEPING and any(tree.lower[k] == "open" for k in tree.kids(thing, "amod", "acl")):
            yield thing


def _promised(view: StanceView, tree: Tree, verb: int, tokens: range) -> Iterator[int]:
    """ "We will bring forward the bill", "will keep up the dialogue"."""
    subject = tree.subject(verb)
    if subject is None or not view.is_own_token(tree, subject, tokens) or tree.is_negated(verb):
        return
    particles = {tree.lower[k] for k in tree.kids(verb, "prt", "advmod", "advcl", "prep")}
    is_ours = bool(particles & {"forward", "up", "through"}) and bool(tree.modals(verb) & {"will", "would", "'ll"})
    if is_ours and not tree.is_passive(verb):
        yield from (one for one in tree.kids(verb, "dobj") if not _is_bad(tree, one))


def _seized(view: StanceView, tree: Tree, verb: int, tokens: range) -> Iterator[int]:
    """ "We see a great chance in the tunnel"."""
    subject = tree.subject(verb)
    if subject is None or not view.is_own_token(tree, subject, tokens) or tree.is_negated(verb):
        return
    for chance in tree.kids(verb, "dobj"):
        if tree.lower[chance] not in _CHANCES or tree.has_no(chance):
            continue
        yield chance
        for prep in (*tree.kids(chance, "prep"), *tree.kids(verb, "prep")):
            if tree.lower[prep] in _AFFORDING:
                yield from tree.kids(prep, "pobj")


_KINDS: Final[dict[str, Callable[[StanceView, Tree, int, range], Iterator[int]]]] = {
    **dict.fromkeys(_FINDING, _seized),
    **dict.fromkeys(_KEEPING, _kept),
    **dict.fromkeys(_FURTHERING, _kept),
    **dict.fromkeys(all_forms("bring", "carry", "push"), _promised),
    **dict.fromkeys(_LIVING, _tolerated),
    **dict.fromkeys(_BEING, _aimed_at),
    **dict.fromkeys(_ENSURING, _ensured),
    **dict.fromkeys(_NEEDING, _needed),
}
"""Form of a verb -> what it may show."""


def _good_objects(tree: Tree, verb: int) -> Iterator[int]:
    return (one for first in tree.kids(verb, "dobj") for one in tree.joined(first) if not _is_bad(tree, one))


def _is_good(tree: Tree, noun: int) -> bool:
    """True for what is wanted by its own words: peace, an independent state, a fair trial."""
    if not is_noun(tree, noun) or _is_bad(tree, noun):
        return False
    parts = (noun, *tree.kids(noun, "amod"))
    values = {word.value for part in parts for word in words_at(tree, part)}
    return bool(values & {"goal", "positive"}) or any(tree.lower[part] in _WANTED for part in parts)


_WANTED: Final = frozenset(
    {
        "democratic",
        "free",
        "independent",
        "just",
        "lasting",
        "peaceful",
        "sovereign",
        "transparent",
        "viable",
        "durable",
    }
    | {"peace", "justice", "ceasefire", "truce", "talks", "negotiations", "dialogue", "aid"}
)


def _is_bad(tree: Tree, noun: int) -> bool:
    parts = (noun, *tree.kids(noun, "amod", "compound"))
    return any(word.value in ("negative", "harm") for part in parts for word in words_at(tree, part, as_part=True)) or (
        any(tree.lower[part] in words_of("burden") | words_of("scourge") for part in parts)
    )
