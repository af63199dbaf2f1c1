"""Posts: what a role phrase says, and which office that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind, Post, PostId
from kg.resolve.lexicon import NON_BINDING
from kg.vocab.ids import local_post_id

if TYPE_CHECKING:
    from kg.resolve.cast import Cast

_CLASSES = tuple((name, re.compile(rf"\b(?:{words})\b")) for name, words in (
    ("spokesperson", r"spokes(?:man|woman|person)|press secretary"),
    ("deputy_permanent_representative", r"deputy (?:\w+ )?permanent representative"),
    ("deputy_permanent_representative", r"deputy (?:(?:un|us) )*(?:ambassador|envoy)"),
    ("permanent_representative", r"permanent (?:representative|observer)"),
    ("permanent_representative", r"(?:ambassador|envoy) to the (?:un|united nations)"),
    ("permanent_representative", r"(?:un|united nations) (?:ambassador|envoy)$"),
    ("deputy_foreign_minister", r"(?:deputy|vice) (?:foreign minister|minister of foreign affairs|secretary of state)"),
    ("foreign_minister", r"(?:foreign|external affairs) minister|foreign secretary|secretary of state$|top diplomat"),
    ("foreign_minister", r"minister (?:of|for) (?:foreign|external|europe and foreign) affairs"),
    ("defence_minister", r"defen[cs]e (?:minister|secretary|chief)|(?:minister|secretary) of defen[cs]e"),
    ("deputy_head", r"vice[- ]president|deputy prime minister|vice[- ]premier"),
    ("head_of_government", r"prime minister|premier|chancellor|taoiseach"),
    ("igo_head", r"secretary[- ]general|director[- ]general|high representative|high commissioner for"),
    ("igo_head", r"\w+ policy chief"),
    ("igo_head", r"(?:human )?rights chief|aid chief"),
    ("head_of_state", r"president|supreme leader|king|queen|emperor|emir|sultan"),
    ("special_envoy", r"envoy|special representative|negotiator"),
    ("ambassador", r"ambassador|high commissioner|chargé|charge d'affaires|consul"),
    ("delegate", r"delegate|representative"),
    ("minister", r"minister|(?:home|interior|treasury|trade|energy|health|state|foreign) secretary|secretary of"),
    ("official", r"official|diplomat|officer|aide|adviser|advisor|source|staffer"),
))  # fmt: skip
_ORGAN_OF_CLASS = {
    "foreign_minister": "mfa", "deputy_foreign_minister": "mfa", "defence_minister": "defence",
    "head_of_state": "presidency",
    "permanent_representative": "mission-un", "deputy_permanent_representative": "mission-un",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePhrase:
    """The words of a role on one page: where, and who is named in or before it as its owner."""

    start: int
    end: int
    words: str
    """The role itself, without owner and determiner: "first deputy permanent representative to the UN"."""
    head: str
    owner: ActorId | None
    status: str | None

    @property
    def role(self) -> str:
        """Role class, or the head noun where it belongs to none."""
        return role_class(self.words) or self.head

    @property
    def binds(self) -> bool:
        """False for roles whose holder speaks for nobody else, and for former holders."""
        return self.status != "former" and self.head not in NON_BINDING


def role_class(words: str) -> str | None:
    """The class of a role by its words, None where it belongs to none.

    >>> role_class("first deputy permanent representative to the UN")
    'deputy_permanent_representative'
    """
    low = words.casefold()
    return next((name for name, pattern in _CLASSES if pattern.search(low)), None)


def post_of(cast: Cast, phrase: RolePhrase, owner: ActorId | None, state: ActorId | None) -> Post:
    """The post that a role phrase names: one of the reference data where it is that of a known body."""
    body = owner if owner is not None and cast.kind(owner) is not ActorKind.PERSON else None
    if state is not None and owner == state and phrase.role in _ORGAN_OF_CLASS:
        body = cast.authority.organ(state, _ORGAN_OF_CLASS[phrase.role]) or owner
    speaks_for = (state or owner) if phrase.binds or phrase.status == "former" else None
    known = _known_post(cast, phrase, body, state)
    if known is not None:
        return known
    words = re.sub(
        r"^(?:former|ex-|then-|acting|interim|outgoing|incoming|caretaker|late)[ -]?", "", phrase.words, flags=re.I
    )
    label = _post_label(cast, words, owner)
    if body is not None and not cast.actor(body).is_local and phrase.role in _ORGAN_OF_CLASS:
        slug = _post_slug(phrase, words)
        return Post(
            id=PostId(f"{body.split('/')[1]}-{slug}"),
            label=_reference_label(cast, slug, body, state),
            role=phrase.role,
            body=body,
            speaks_for=speaks_for,
        )
    return Post(
        id=local_post_id(cast.version, label, body), label=label, role=phrase.role, body=body, speaks_for=speaks_for
    )


def _known_post(cast: Cast, phrase: RolePhrase, body: ActorId | None, state: ActorId | None) -> Post | None:
    if body is None or ("deputy" in phrase.words.casefold() and not phrase.role.startswith("deputy")):
        return None
    # A post of a user's own file may belong to no body, only to its state.
    owned = [post for post in cast.authority.posts.values() if post.role == phrase.role]
    return next((post for post in owned if (post.body or post.speaks_for) == body), None)


def _post_slug(phrase: RolePhrase, words: str) -> str:
    low = words.casefold()
    if phrase.role == "deputy_permanent_representative":
        return "first-deputy-permanent-representative" if "first deputy" in low else "deputy-permanent-representative"
    return {
        "permanent_representative": "permanent-representative", "foreign_minister": "minister",
        "defence_minister": "minister", "head_of_state": "head",
        "deputy_foreign_minister": "first-deputy-minister" if "first" in low else "deputy-minister",
    }[phrase.role]  # fmt: skip


def _reference_label(cast: Cast, slug: str, body: ActorId, state: ActorId | None) -> str:
    """The label of a post of a reference body: from the data alone, so that every article gives it the same."""
    of_state = _of(cast.actor(state).label) if state else ""
    if slug.endswith("representative"):
        return f"{slug.replace('-', ' ').capitalize()}{of_state} to the UN"
    if slug == "head":
        return f"Head of state{of_state}"
    field = "defence" if body.endswith("-defence") else "foreign affairs"
    return f"{slug.replace('-', ' ').capitalize()} of {field}{of_state}"


def _post_label(cast: Cast, words: str, owner: ActorId | None) -> str:
    text = words[:1].upper() + words[1:]
    if owner is None:
        return text
    return (
        f"{text}{_of(cast.actor(owner).label)}"
        if " to the " not in text
        else text.replace(" to the ", f"{_of(cast.actor(owner).label)} to the ", 1)
    )


def _of(label: str) -> str:
    takes_article = " of " in label or label.startswith(("United ", "Netherlands", "Philippines", "UN "))
    return f" of the {label}" if takes_article else f" of {label}"
