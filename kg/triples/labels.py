"""Labels that a reader can read, for things that have no name of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.model import EventType

if TYPE_CHECKING:
    from kg.model import Article, ArticleFacts, Event, ResolvedActors

MAX_WORDS: Final = 12

_VERBS: Final = {
    EventType.VETO: "veto",
    EventType.VOTE: "vote",
    EventType.ABSTENTION: "abstention",
    EventType.SPONSORSHIP: "sponsorship",
    EventType.PROPOSED_EXTENSION: "proposed extension",
    EventType.MANDATE_END: "end of mandate",
}
"""Where the name of the type would read badly; else it is the label."""
_JOINT: Final = frozenset({EventType.MEETING, EventType.CALL, EventType.AGREEMENT, EventType.RELATIONS_ESTABLISHED})


def article_label(article: Article) -> str:
    """The title, else the first words of the text."""
    title = " ".join(article.title.split())
    if title:
        return title
    first = article.text.split(None, MAX_WORDS)
    return " ".join(first[:MAX_WORDS]) + (" …" if len(first) > MAX_WORDS else "")


def event_label(event: Event, facts: ArticleFacts, resolved: ResolvedActors) -> str:
    """What happened, by whom, on what, as far as known: "veto by Kestria: draft resolution on fishing rights"."""
    label = _VERBS.get(event.type, event.type.value.replace("-", " "))
    names = [resolved.actors[actor].label for actor in event.actors if actor in resolved.actors]
    if names:
        label += (" of " if event.type in _JOINT else " by ") + ", ".join(names)
    targets = [resolved.actors[actor].label for actor in event.targets if actor in resolved.actors]
    if targets:
        label += " (" + ", ".join(targets) + ")"
    if event.instrument in facts.instruments:
        label += ": " + facts.instruments[event.instrument].label
    elif event.body in resolved.actors:
        label += " in " + resolved.actors[event.body].label
    return label
