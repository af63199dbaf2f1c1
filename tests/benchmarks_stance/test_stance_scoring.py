"""What the scorer of stances counts as right, wrong and missing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from benchmarks.stance_scoring import (
    CAUSES,
    GoldStatement,
    GoldTarget,
    GoldText,
    Outcome,
    Score,
    TextChanged,
    outcomes,
    read_licensed,
    read_own,
)
from kg.build import ReadArticle
from kg.model import (
    About,
    ActorId,
    Article,
    ArticleFacts,
    Kind,
    Mention,
    MentionType,
    Mode,
    ResolvedActors,
    Said,
    Span,
    Stance,
    Statement,
    StatementId,
    TargetId,
)
from tests.benchmarks_stance.gold_files import GOLD, STANCE
from tests.integration.shared_data import NEWS, needs_news

if TYPE_CHECKING:
    from pathlib import Path

    from kg.model.statements import Polarity

TEXT = "Holm praised Brava but not the league, an envoy said."
HOLM, BRAVA, LEAGUE = ActorId("local/holm"), ActorId("local/brava"), ActorId("local/league")


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@dataclass(frozen=True)
class Read:
    """The stance that a made statement has toward some words; without polarity it is only about them."""

    words: str
    target: ActorId
    polarity: Polarity | None = None


def statement(*read: Read, source: str = "Holm", cue: str = "praised") -> Statement:
    targets = {one: TargetId(f"actor/{one.target}") for one in read}
    return Statement(
        id=StatementId("v-1"),
        kind=Kind.STATEMENT,
        why=None,
        mode=Mode.INDIRECT,
        speakers=(),
        source=(at(source),),
        cue=(at(cue),),
        content=(at("Brava but not the league"),),
        quotes=(),
        words="Brava but not the league",
        cue_lemma="praise",
        cue_class="evaluative",
        about=tuple(About(target=target, evidence=at(one.words)) for one, target in targets.items()),
        addressees=(),
        stances=tuple(
            Stance(target=target, polarity=one.polarity, act="praise", evidence=at(cue))
            for one, target in targets.items()
            if one.polarity
        ),
        polarity=None,
        said=Said(interval=None, resolution="unknown"),
        rule="made",
        confidence=1.0,
    )


def gold(*targets: tuple[str, Polarity]) -> GoldText:
    held = GoldStatement(
        source=(at("Holm"),),
        cue=(at("praised"),),
        content=(at("Brava but not the league"),),
        targets=tuple(GoldTarget(span=at(words), polarity=polarity, act=None) for words, polarity in targets),
    )
    return GoldText(article=Article(text=TEXT), statements=(held,), attributions=())


def scored(wanted: GoldText, *statements: Statement, mentions: tuple[Mention, ...] = ()) -> list[Outcome]:
    return list(
        outcomes(
            wanted,
            ReadArticle(
                article=wanted.article,
                text=None,  # type: ignore[arg-type]  # the scorer does not look at the parse
                attributions=(),
                resolved=ResolvedActors(mentions=mentions, actors={}, posts={}, tenures=(), speakers=()),
                facts=ArticleFacts(statements=statements, events=(), instruments={}),
            ),
        )
    )


def causes(found: list[Outcome]) -> list[str]:
    return [one.cause for one in found]


def test_each_target_takes_the_stance_whose_words_are_nearest() -> None:
    wanted = gold(("Brava", "positive"), ("the league", "negative"))
    read = statement(Read("Brava", BRAVA, "positive"), Read("league", LEAGUE, "negative"))
    assert causes(scored(wanted, read)) == ["right", "right"]


def test_one_stance_is_never_counted_for_two_targets() -> None:
    wanted = gold(("Brava but not the league", "negative"), ("Brava", "positive"))
    read = statement(Read("Brava", BRAVA, "positive"))
    assert causes(scored(wanted, read)) == ["no stance", "right"]


def test_a_target_without_a_stance_counts_as_neutral() -> None:
    (found,) = scored(gold(("Brava", "neutral")), statement(Read("Brava", BRAVA)))
    assert (found.read, found.polarity, found.cause) == (None, "neutral", "right")


def test_what_went_wrong_is_told_by_how_far_the_reading_came() -> None:
    wanted = gold(("Brava", "positive"))
    assert causes(scored(wanted)) == ["no statement"]
    assert causes(scored(wanted, statement())) == ["no target"]
    assert causes(scored(wanted, statement(Read("Brava", BRAVA)))) == ["no stance"]
    assert causes(scored(wanted, statement(Read("Brava", BRAVA, "negative")))) == ["opposite"]
    assert causes(scored(gold(("Brava", "neutral")), statement(Read("Brava", BRAVA, "negative")))) == [
        "no stance wanted"
    ]
    assert set(CAUSES) >= {"right", "no statement", "no target", "no stance", "opposite", "no stance wanted"}


def test_the_stance_of_another_holder_does_not_count() -> None:
    other = statement(Read("Brava", BRAVA, "positive"), source="an envoy", cue="said")
    assert causes(scored(gold(("Brava", "positive")), other)) == ["no statement"]


def test_a_mention_of_the_judged_actor_stands_for_the_words_that_the_statement_gives() -> None:
    mention = Mention(span=at("the league"), actor=BRAVA, type=MentionType.NOMINAL, method="made")
    read = statement(Read("Brava", BRAVA, "negative"))
    (found,) = scored(gold(("the league", "negative")), read, mentions=(mention,))
    assert found.cause == "right"


def test_a_mention_inside_a_longer_target_is_not_that_target() -> None:
    mention = Mention(span=at("Brava"), actor=LEAGUE, type=MentionType.NAME, method="made")
    read = statement(Read("league", LEAGUE, "negative"))
    (found,) = scored(gold(("praised Brava but not", "negative")), read, mentions=(mention,))
    assert (found.is_found, found.cause) == (False, "no target")


def test_rates_follow_their_definitions() -> None:
    score = Score(
        Counter(
            {
                ("negative", "negative"): 6,
                ("negative", "positive"): 1,
                ("negative", "neutral"): 3,
                ("positive", "positive"): 3,
                ("neutral", "neutral"): 5,
                ("neutral", "negative"): 2,
            }
        )
    )
    assert score.rates("negative").precision == pytest.approx(6 / 8)
    assert score.rates("negative").recall == pytest.approx(6 / 10)
    assert score.negatives_read_as_positive == pytest.approx(0.1)
    one, two, three = 2 * 0.75 * 0.6 / 1.35, 2 * 0.75 / 1.75, 2 * (5 / 8) * (5 / 7) / (5 / 8 + 5 / 7)
    assert score.macro_f1 == pytest.approx((one + two + three) / 3)
    assert score.total == 20


def test_nothing_read_divides_by_nothing() -> None:
    assert Score(Counter()).macro_f1 == 0.0
    assert Score(Counter()).negatives_read_as_positive == 0.0


def test_own_texts_are_read_with_their_attributions() -> None:
    texts = read_own(STANCE / "diplomatic_own.jsonl")
    assert sum(len(text.statements) for text in texts) == sum(len(text.attributions) for text in texts) == 112
    assert all(text.attributions[number].rule == "gold" for text in texts for number in range(len(text.attributions)))


@needs_news
def test_licensed_texts_are_read_with_all_their_attributions() -> None:
    texts = read_licensed(STANCE / "traps_articles.jsonl", GOLD / "attributions.jsonl", NEWS)
    assert sum(len(text.statements) for text in texts) == 75
    for text in texts:
        known = {(one.source, one.cue, one.content) for one in text.attributions}
        assert all((one.source, one.cue, one.content) in known for one in text.statements)


def test_another_wording_is_refused_by_name(tmp_path: Path) -> None:
    gold_file, attributions, articles = (tmp_path / name for name in ("gold", "attributions", "articles"))
    gold_file.write_text('{"id": "a1", "text_sha256": "00", "statements": []}', "utf-8")
    attributions.write_text('{"id": "a1", "attributions": []}', "utf-8")
    articles.write_text('{"id": "a1", "title": "", "text": "Other words.", "date": null, "source": null}', "utf-8")
    with pytest.raises(TextChanged, match="article a1: its text is not the one annotated"):
        read_licensed(gold_file, attributions, articles)
