"""Nominals that name an event or a document of the article: "condemned the veto"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.statements.conftest import Read

VETO = "Russia on Thursday vetoed a draft resolution of the UN Security Council to extend the mandate of the panel. "


def kinds(found: Read) -> list[str]:
    """What the last statement is about: "event", "instrument", "topic", "actor"."""
    return [about.target.partition("/")[0] for about in found.facts.statements[-1].about]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (VETO + "Clara Wend condemned the veto.", "event"),
        (VETO + "“The veto was a mistake,” Clara Wend said.", "event"),
        (VETO + "Clara Wend welcomed the text.", "instrument"),
        (VETO + "Clara Wend called the resolution a good beginning.", "instrument"),
        ("France condemned Russia’s attack on Ukraine.", "event"),
    ],
)
def test_definite_nominal_is_the_event_or_document_that_the_article_tells_of(
    read: Callable[..., Read], text: str, kind: str
) -> None:
    found = read(text)
    assert kind in kinds(found)
    assert "topic" not in kinds(found)


@pytest.mark.parametrize(
    "text",
    [
        "Clara Wend condemned the veto. " + VETO.strip(),
        VETO + "Clara Wend condemned the first veto.",
        VETO + "Clara Wend feared a veto.",
        VETO + "China vetoed another draft resolution of the Council on trade. Clara Wend condemned the veto.",
        "Russia met with Ukraine on Monday. Clara Wend said the talks would go on.",
    ],
)
def test_nominal_that_may_mean_another_stays_a_topic(read: Callable[..., Read], text: str) -> None:
    found = read(text)
    last = next(s for s in found.facts.statements if s.cue_lemma in ("condemn", "fear", "say"))
    assert not any(about.target.startswith("event/") for about in last.about)


def test_stance_to_an_event_has_the_event_as_its_target(read: Callable[..., Read]) -> None:
    found = read(VETO + "Clara Wend condemned the veto.")
    (stance,) = found.by_cue("condemn").stances
    assert stance.target in {event.id for event in found.facts.events}
    assert stance.polarity == "negative"


def test_every_target_that_is_an_event_is_one_of_the_article(read: Callable[..., Read]) -> None:
    found = read(VETO + "Clara Wend condemned the veto. Jonas Pell praised the vote. “It was late,” he said.")
    told = {event.id for event in found.facts.events}
    targets = {about.target for statement in found.facts.statements for about in statement.about}
    assert {target for target in targets if target.startswith("event/")} <= told
