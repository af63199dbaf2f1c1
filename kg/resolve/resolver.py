"""Resolving one article: the passes in their order, and what they leave."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import ActorId, ActorKind, Kind, Mention, ResolvedActors, Speaker
from kg.resolve.authority_tenures import with_reference_tenures
from kg.resolve.behalf import on_behalf_of
from kg.resolve.bodies import Bodies, find_acronyms, find_committees, find_experts, find_organisations, find_recognised
from kg.resolve.body_nominals import find_groups_again, find_nominals
from kg.resolve.cast import Cast
from kg.resolve.context import context_state, dateline_state
from kg.resolve.coreference import Scene, learn_genders
from kg.resolve.groups import find_groups
from kg.resolve.implied_roles import body_just_heard, counterpart_role
from kg.resolve.joint_roles import joint_roles
from kg.resolve.known_holders import find_owned_surnames, identify_holders
from kg.resolve.nominals import find_role_nominals, owned_nominals
from kg.resolve.organs import Organs, find_organs
from kg.resolve.page import Page
from kg.resolve.people import People, find_full_names, find_lone_names, find_surnames
from kg.resolve.principals import described_principal, role_in_clause, sole_state
from kg.resolve.publishers import publisher_of
from kg.resolve.references import References
from kg.resolve.roles import assume_role, delegate_in_brackets, role_after, role_before, role_in_front
from kg.resolve.sources import resolve_source
from kg.resolve.states import count_in_play, name_known, name_koreas
from kg.resolve.things import hide_things
from kg.resolve.unknown_states import find_unknown_states
from kg.resolve.voices import Voices

if TYPE_CHECKING:
    from kg.model import Attribution
    from kg.resolve.authority import Authority
    from kg.resolve.page import Naming
    from kg.resolve.posts import RolePhrase
    from kg.resolve.state_evidence import Acts
    from kg.text.annotated import AnnotatedText

    Told = tuple[Page, Naming]
    """A naming with the page that it stands on."""


def resolve_actors(text: AnnotatedText, attributions: tuple[Attribution, ...], authority: Authority) -> ResolvedActors:
    """Who is who in one article: every actor named, and the speakers of every attribution.

    Names that the reference data has are theirs where the context agrees; everybody else becomes an actor of this
    article. Where two fit alike the mention stays without actor, with the reason. Passes: docs/design/actors.md.
    """
    day = text.article.published_day
    cast = Cast(text.article.version, authority, day.isoformat() if day else None)
    names = authority.names.on(cast.day)
    pages = (Page.read(text.text, names), Page.read(text.title, names))
    _name_everybody(pages, cast, text, _acts(text, attributions))
    scenes: dict[str, Scene] = {page.source.name: Scene.of(page, cast) for page in pages}
    for scene in scenes.values():
        learn_genders(scene)
    _assume_roles(scenes, cast)
    identify_holders(cast, cast.in_play)
    behalf: dict[int, ActorId] = {}
    sources = _resolve_sources(text, attributions, scenes, behalf)
    others = [told for scene in scenes.values() for told in _resolve_everywhere(scene, attributions, sources)]
    resolved = replace(
        _gather(cast, pages, sources, others, behalf),
        publisher=publisher_of(text.article.publisher, authority, cast.day),
    )
    return with_reference_tenures(resolved, authority, day)


def _name_everybody(pages: tuple[Page, Page], cast: Cast, text: AnnotatedText, acts: Acts) -> None:
    people, bodies, organs = People(cast), Bodies(cast), Organs(cast)
    acronyms: dict[str, ActorId] = {}
    in_play = count_in_play(pages)
    cast.in_play = frozenset(in_play)
    cast.context = dateline_state(pages[0], cast, text.article.dateline)
    for page in pages:
        hide_things(page)
        find_full_names(page, people)
    for page in pages:
        find_owned_surnames(page, people)
    for page in pages:
        find_surnames(page, people)
        find_committees(page, bodies)
    for page in pages:
        find_experts(page, bodies)
        name_known(page, cast, in_play)
    surnames = {word for form in people.by_surname for word in form.split()}
    find_unknown_states(pages, cast, surnames, acts)
    cast.context, cast.is_context_sure = context_state(pages, cast, text.article.dateline)
    for page in pages:
        name_koreas(page, cast)
        find_organs(page, organs)
        find_organisations(page, cast, acronyms)
    for page in pages:
        find_recognised(page, cast, acronyms)
        find_acronyms(page, cast, acronyms)
    find_lone_names(pages, people)
    for page in pages:
        find_nominals(page, cast)
        find_groups(page, cast)
        find_groups_again(page, cast)


def _acts(text: AnnotatedText, attributions: tuple[Attribution, ...]) -> dict[tuple[str, int], str | None]:
    """What is done where: string and offset of every source and target, with the base form of the cue."""
    return {
        (span.string, text.string_of(span).locate(span)[0]): attribution.cue_lemma
        for attribution in attributions
        for span in (*attribution.target, *attribution.source)
    }


def _assume_roles(scenes: dict[str, Scene], cast: Cast) -> None:
    cast.sole_state = sole_state(scenes.values(), cast)
    for scene in scenes.values():
        for person, joint in joint_roles(scene.page, cast):
            assume_role(scene.page, cast, person, joint, cast.day)
    for scene in scenes.values():
        for naming in scene.namings:
            if naming.actor is None or cast.kind(naming.actor) is not ActorKind.PERSON:
                continue
            phrase = _role_of(scene, naming)
            if phrase is not None:
                assume_role(scene.page, cast, naming.actor, phrase, cast.day)


def _role_of(scene: Scene, naming: Naming) -> RolePhrase | None:
    page, cast = scene.page, scene.cast
    first, last = page.word_at(naming.start), page.word_at(naming.end) - 1
    phrases = [role_before(page, first, cast), role_in_front(page, first, cast), role_after(page, last, cast)]
    known = [phrase for phrase in phrases if phrase is not None]
    known.sort(key=lambda phrase: phrase.owner is None)
    if not known:
        return delegate_in_brackets(page, naming, cast) or role_in_clause(page, last, cast)
    owned = counterpart_role(scene, scene.with_owner(known[0], naming))
    if owned.owner is None and owned.head.startswith("spokes"):
        return replace(owned, owner=described_principal(scene, owned))
    return owned


def _resolve_sources(
    text: AnnotatedText, attributions: tuple[Attribution, ...], scenes: dict[str, Scene], behalf: dict[int, ActorId]
) -> list[list[Told]]:
    """The sources of every attribution, resolved in text order: a pronoun needs to know who spoke before.

    `behalf` is filled: attribution -> for whom its own words say that the source speaks.
    """
    resolved: list[list[Told]] = [[] for _ in attributions]
    for index in sorted(range(len(attributions)), key=lambda index: (_place(attributions[index]), index)):
        attribution = attributions[index]
        for span in attribution.source:
            scene = scenes[span.string]
            start, end = text.string_of(span).locate(span)
            own = (text.string_of(piece).locate(piece) for piece in attribution.content if piece.string == span.string)
            scene.aside = tuple(own)
            namings = resolve_source(scene, start, end)
            _bind_bare_spokespersons(scene, namings)
            scene.aside = ()
            resolved[index] += [(scene.page, naming) for naming in namings]
            if (bound := on_behalf_of(scene, start, end)) is not None:
                behalf[index] = bound
                _note_spokespersons(scene.cast, namings, bound)
            if attribution.outer is None:
                heard = scene.held if attribution.kind is Kind.ATTITUDE else scene.spoken
                heard += [(start, naming.actor) for naming in namings if naming.actor is not None]
    return resolved


def _bind_bare_spokespersons(scene: Scene, namings: list[Naming]) -> None:
    """A spokesperson whose role names nobody speaks for the body that has just been heard, if one has."""
    for naming in namings:
        capacity = scene.cast.capacities.get(naming.actor) if naming.actor is not None else None
        if naming.actor is None or capacity is None or capacity.role != "spokesperson" or capacity.principal:
            continue
        phrase = _role_of(scene, naming)
        if phrase is not None and (body := body_just_heard(scene, phrase)) is not None:
            assume_role(scene.page, scene.cast, naming.actor, replace(phrase, owner=body), scene.cast.day)


def _note_spokespersons(cast: Cast, namings: list[Naming], bound: ActorId) -> None:
    """A spokesperson whose role names nobody speaks, here and further on, for whom the words say."""
    for naming in namings:
        capacity = cast.capacities.get(naming.actor) if naming.actor is not None else None
        if naming.actor is not None and capacity is not None and capacity.role == "spokesperson":
            cast.capacities[naming.actor] = replace(capacity, principal=capacity.principal or bound)


def _place(attribution: Attribution) -> tuple[bool, int]:
    """The text's attributions first, each at its source."""
    spans = attribution.source or attribution.cue or attribution.content
    return (spans[0].string == "title", spans[0].start) if spans else (True, 0)


def _resolve_everywhere(scene: Scene, attributions: tuple[Attribution, ...], sources: list[list[Told]]) -> list[Told]:
    """Pronouns and short forms in the rest of a page: contents, targets and the words between them."""
    page = scene.page
    own = [[naming for where, naming in found if where is page] for found in sources]
    told = sorted(
        {naming for found in own for naming in found},
        key=lambda naming: (naming.start, naming.end, naming.actor or ""),
    )
    nominals = find_role_nominals(scene, [(naming.start, naming.end) for naming in told])
    told = sorted([*told, *nominals], key=lambda naming: (naming.start, naming.end, naming.actor or ""))
    pronouns = References(scene, Voices.of(page.source, attributions, own), told).resolve()
    owned = owned_nominals(scene, [*told, *pronouns])
    return [(page, naming) for naming in (*nominals, *pronouns, *owned)]


def _gather(
    cast: Cast, pages: tuple[Page, Page], sources: list[list[Told]], others: list[Told], behalf: dict[int, ActorId]
) -> ResolvedActors:
    named = [page.mention(naming) for page in pages for naming in page.all_namings()]
    spoken = [[page.mention(naming) for page, naming in found] for found in sources]
    told = [*(page.mention(naming) for page, naming in others), *(m for found in spoken for m in found)]
    spans = {mention.span for mention in told}
    # A source overrides what was named there; "they" may name several.
    mentions = {(m.span, m.actor): m for m in {m.span: m for m in named}.values() if m.span not in spans}
    mentions |= {(m.span, m.actor): m for m in told}
    speakers = tuple(
        tuple(_speaker(cast, m, m.actor, behalf.get(index)) for m in found if m.actor is not None)
        for index, found in enumerate(spoken)
    )
    used = {actor for mention in mentions.values() for actor in (mention.actor, *mention.alternatives) if actor}
    used |= {speaker.principal for found in speakers for speaker in found if speaker.principal}
    used |= {tenure.holder for tenure in cast.tenures.values()} | ({cast.context} if cast.context else set())
    posts = {post.id: post for post in sorted(cast.posts.values(), key=lambda post: post.id)}
    used |= {actor for post in posts.values() for actor in (post.body, post.speaks_for) if actor}
    order = sorted(mentions, key=lambda key: (key[0].string, key[0].start, -key[0].end, key[1] or ""))
    return ResolvedActors(
        mentions=tuple(mentions[key] for key in order),
        actors=cast.finish(used),
        posts=posts,
        tenures=tuple(sorted(cast.tenures.values(), key=lambda tenure: tenure.holder)),
        speakers=speakers,
        context=cast.context,
    )


def _speaker(cast: Cast, mention: Mention, actor: ActorId, behalf: ActorId | None) -> Speaker:
    """The speaker of one attribution; `behalf`: for whom its own words say that the source speaks."""
    capacity = cast.capacities.get(actor)
    principal = behalf or (capacity.principal if capacity else cast.principal_of(actor))
    if principal == actor:
        principal = None
    name = cast.principal_name(principal) if principal is not None else None
    return Speaker(
        actor=actor, mention=mention, post=capacity.post if capacity else None, principal=principal, principal_name=name
    )
