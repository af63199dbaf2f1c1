"""What a least confidence leaves out, what it takes along, and that nothing else changes."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kg
from kg.articles import read_sources
from kg.build import BuildReport, Pipeline, ReadArticle, WhyLeftOut, build_graph
from kg.build.abstention import abstain, divide
from kg.cli import main
from kg.cli.build import report_build
from kg.cli.exit_codes import ExitCode
from kg.extract.rules import RulesExtractor
from kg.extract.rules.precision import confidence_of
from kg.model import Article, Attribution, EventType, Span
from kg.resolve import load_authority
from kg.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.resolve import Authority
    from kg.text import AnnotatedText, TextReader

EXAMPLES = resource("examples")
GUIDE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "confidence.md"
VETO = "Spokeswoman Lidia Marek of Kestria said Ardenia had vetoed the draft resolution in the Sarn Basin Council."
NESTED = (
    "Kestria said Foreign Minister Irena Valcourt of Ardenia had told its ambassador that the water was low. "
    "Oressa welcomed the talks."
)
PRONOUN = "Foreign Minister Irena Valcourt of Ardenia announced that the talks were over. She said the dam was open."

SHARES = st.floats(0, 1) | st.sampled_from([0.0, 0.41, 0.55, 0.6, 0.81, 1.0])


class Doubting:
    """The rules, with a confidence of the test's choice for each cue."""

    name = "doubting"
    version = "1"

    def __init__(self, confidences: Mapping[str, float]) -> None:
        self.confidences = confidences

    def extract(self, text: AnnotatedText) -> tuple[Attribution, ...]:
        found = RulesExtractor().extract(text)
        return tuple(replace(one, confidence=self.confidences.get(one.cue_lemma or "", 1.0)) for one in found)


@pytest.fixture(scope="module")
def authority() -> Authority:
    return load_authority((EXAMPLES / "actors.csv",))


def read(
    text: str, reader: TextReader, authority: Authority, confidences: Mapping[str, float], min_confidence: float = 0.6
) -> ReadArticle:
    pipeline = Pipeline(
        extractor=Doubting(confidences), min_confidence=min_confidence, reader=reader, authority=authority
    )
    found = pipeline.read_article(Article(id="a", title="Talks", text=text, published="2025-03-05"))
    pipeline.record(found)
    return found


@st.composite
def attributions(draw: st.DrawFn) -> tuple[Attribution, ...]:
    """Up to a dozen, each perhaps inside another one, which may stand before or after it; none in a ring."""
    count = draw(st.integers(0, 12))
    rank = draw(st.permutations(range(count)))
    return tuple(
        Attribution(
            source=(), cue=(Span(10 * number, 10 * number + 3),), content=(Span(10 * number + 4, 10 * number + 9),),
            outer=draw(st.none() | st.sampled_from(outers)) if outers else None, rule="r", confidence=draw(SHARES),
        )
        for number in range(count)
        for outers in [[other for other in range(count) if rank[other] < rank[number]]]
    )  # fmt: skip


@given(found=attributions(), least=SHARES)
def test_everything_found_is_either_kept_or_abstained_from_in_the_order_found(
    found: tuple[Attribution, ...], least: float
) -> None:
    division = divide(found, least)
    left_out = tuple(one.number for one in division.abstained)
    assert sorted(division.numbers + left_out) == list(range(len(found)))
    assert list(division.numbers) == sorted(division.numbers)
    assert list(left_out) == sorted(left_out)
    assert [one.attribution for one in division.abstained] == [found[number] for number in left_out]


@given(found=attributions(), least=SHARES)
def test_what_is_kept_is_unchanged_and_its_outer_one_is_kept_too(found: tuple[Attribution, ...], least: float) -> None:
    division = divide(found, least)
    for number, one in zip(division.numbers, division.kept, strict=True):
        before = found[number]
        assert one.confidence >= least
        assert replace(one, outer=before.outer) == before
        assert (one.outer is None) == (before.outer is None)
        if one.outer is not None:
            assert division.numbers[one.outer] == before.outer


@given(found=attributions(), least=SHARES)
def test_each_abstention_has_a_cause_that_holds(found: tuple[Attribution, ...], least: float) -> None:
    division = divide(found, least)
    left_out = {one.number for one in division.abstained}
    for one in division.abstained:
        if one.why is WhyLeftOut.BELOW_THRESHOLD:
            assert one.attribution.confidence < least
            lower, higher = map(float, re.findall(r"\d(?:[\d.e+-]*\d)?", one.reason))
            assert lower < higher
        else:
            assert one.attribution.confidence >= least
            assert one.attribution.outer in left_out


@given(found=attributions(), levels=st.tuples(SHARES, SHARES))
def test_a_higher_threshold_keeps_no_more_and_none_at_all_keeps_everything(
    found: tuple[Attribution, ...], levels: tuple[float, float]
) -> None:
    assert divide(found, 0.0).kept == found
    assert set(divide(found, max(levels)).numbers) <= set(divide(found, min(levels)).numbers)


@pytest.mark.parametrize(
    ("confidence", "least", "told"),
    [
        (0.41, 0.6, "below-threshold: 0.41 is under the least confidence asked for, 0.60"),
        (0.0, 1.0, "below-threshold: 0.00 is under the least confidence asked for, 1.00"),
        (0.5999, 0.6, "below-threshold: 0.5999 is under the least confidence asked for, 0.6000"),
        (0.59999999, 0.6, "below-threshold: 0.59999999 is under the least confidence asked for, 0.6"),
    ],
)
def test_an_abstention_tells_its_figures_so_that_they_differ(confidence: float, least: float, told: str) -> None:
    one = Attribution(source=(), cue=(), content=(Span(0, 4),), rule="r", confidence=confidence)
    assert [str(abstention) for abstention in divide((one,), least).abstained] == [told]


def test_one_as_sure_as_asked_for_stays() -> None:
    one = Attribution(source=(), cue=(), content=(Span(0, 4),), rule="r", confidence=0.6)
    assert divide((one,), 0.6).kept == (one,)


def test_what_a_left_out_attribution_tells_goes_with_it_and_says_so(reader: TextReader, authority: Authority) -> None:
    found = read(NESTED, reader, authority, {"say": 0.3, "tell": 0.9, "welcome": 0.7})
    assert [one.cue_lemma for one in found.attributions] == ["welcome"]
    first, second = found.abstained
    assert str(first) == "below-threshold: 0.30 is under the least confidence asked for, 0.60"
    assert second.why is WhyLeftOut.OUTER_LEFT_OUT
    assert second.reason == f"the attribution that tells it, {first.attribution.content[0].key}, was left out"


def test_one_that_is_left_out_inside_another_leaves_the_other(reader: TextReader, authority: Authority) -> None:
    found = read(NESTED, reader, authority, {"say": 0.9, "tell": 0.3, "welcome": 0.7})
    assert [one.cue_lemma for one in found.attributions] == ["say", "welcome"]
    assert [str(statement.according_to) for statement in found.facts.statements] == ["None", "None"]


def test_an_event_never_becomes_plain_fact_because_its_source_was_left_out(
    reader: TextReader, authority: Authority
) -> None:
    kept = read(VETO, reader, authority, {"say": 0.9})
    assert [event.type for event in kept.facts.events] == [EventType.VETO]
    left_out = read(VETO, reader, authority, {"say": 0.5})
    assert left_out.facts.events == ()
    assert left_out.facts.instruments == {}
    assert left_out.abstained[0].events == kept.facts.events


def test_a_pronoun_still_finds_the_speaker_of_a_left_out_attribution(reader: TextReader, authority: Authority) -> None:
    found = read(PRONOUN, reader, authority, {"announce": 0.2, "say": 0.9})
    ((speaker,),) = (statement.speakers for statement in found.facts.statements)
    assert found.resolved.speakers == ((speaker,),)
    assert found.resolved.actors[speaker.actor].label == "Irena Valcourt"


def test_any_threshold_only_takes_away_from_the_example_articles(reader: TextReader, authority: Authority) -> None:
    pipeline = Pipeline(reader=reader, authority=authority)
    levels = (0.56, 0.82, 0.86)
    articles = [found for found in read_sources([EXAMPLES / "articles"]) if isinstance(found, Article)]
    for full in map(pipeline.read_article, articles):
        assert full.abstained == ()
        for least in levels:
            kept = abstain(full.attributions, full.resolved, full.facts, least)
            gone = {one.number for one in kept.abstained}
            stays = [number for number in range(len(full.attributions)) if number not in gone]
            assert kept.facts.statements == tuple(full.facts.statements[number] for number in stays)
            assert kept.resolved.speakers == tuple(full.resolved.speakers[number] for number in stays)
            taken = [event for one in kept.abstained for event in one.events]
            assert sorted((*kept.facts.events, *taken), key=lambda event: event.id) == sorted(
                full.facts.events, key=lambda event: event.id
            )
            assert kept.facts.instruments.items() <= full.facts.instruments.items()
            # The record is checked as it is written: nothing points to what is gone.
            pipeline.record(replace(full, facts=kept.facts, resolved=kept.resolved))


@pytest.mark.parametrize("least", [-0.1, 1.01, float("nan"), float("inf")])
def test_a_threshold_that_no_confidence_can_reach_is_refused(least: float) -> None:
    with pytest.raises(ValueError, match="0 to 1"):
        Pipeline(min_confidence=least)


def test_the_run_tells_the_threshold_and_is_as_before_without_one(reader: TextReader, authority: Authority) -> None:
    def run_with(least: float) -> tuple[str, tuple[str, ...]]:
        run = Pipeline(min_confidence=least, reader=reader, authority=authority).run
        return run.fingerprint, run.parts

    plain = Pipeline(reader=reader, authority=authority).run
    assert run_with(0) == (plain.fingerprint, plain.parts)
    assert not any("confidence" in part for part in plain.parts)
    assert "option min-confidence=0.6" in run_with(0.6)[1]
    assert len({plain.fingerprint, run_with(0.6)[0], run_with(0.7)[0], run_with(1)[0]}) == 4


def test_a_build_counts_what_it_left_out_and_another_threshold_reads_again(
    reader: TextReader, authority: Authority, tmp_path: Path
) -> None:
    article = Article(id="a", title="Talks", text=NESTED, published="2025-03-05")
    extractor = Doubting({"say": 0.3, "tell": 0.9, "welcome": 0.7})

    def build(least: float) -> BuildReport:
        pipeline = Pipeline(extractor=extractor, min_confidence=least, reader=reader, authority=authority)
        return build_graph([article], tmp_path / "g", pipeline=pipeline)

    def confidences() -> list[float]:
        with kg.open(tmp_path / "g") as graph:
            rows = graph.sparql(
                "PREFIX : <https://w3id.org/demarche/ns#> "
                "SELECT ?c WHERE { GRAPH ?run { ?s :contentSpan ?span ; :confidence ?c } } ORDER BY ?c"
            )
            return [float(str(row["c"])) for row in rows.to_records()]

    first = build(0.6)
    assert (first.added, first.statements, first.abstained) == (1, 1, 2)
    assert confidences() == [0.7]
    assert build(0.6).unchanged == 1
    second = build(0.0)
    assert (second.replaced, second.statements, second.abstained) == (1, 3, 0)
    assert confidences() == [0.3, 0.7, 0.9]


def guide(language: str, telling: str = "") -> str:
    """The one block of the guide in a language that holds a word; another test runs the block on rows."""
    blocks: list[str] = re.findall(rf"^```{language}\n(.*?)^```", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    (block,) = [block for block in blocks if telling in block]
    return block


def test_the_query_of_the_guide_answers_what_is_sure_and_counts_no_figure_as_one(
    reader: TextReader, authority: Authority, tmp_path: Path
) -> None:
    article = Article(id="a", title="Talks", text=NESTED, published="2025-03-05")
    for name, confidences in (("one", {"say": 0.3}), ("two", {"say": 0.3, "welcome": 0.7})):
        pipeline = Pipeline(extractor=Doubting(confidences), reader=reader, authority=authority)
        build_graph([article], tmp_path / name, pipeline=pipeline)
        with kg.open(tmp_path / name) as graph:
            rows = graph.sparql(guide("sparql")).to_records()
        assert [(row["label"], float(str(row["confidence"]))) for row in rows] == [
            ("Oressa: the talks", confidences.get("welcome", 1.0))
        ]


def test_the_python_of_the_guide_prints_an_abstention(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(guide("python", "Pipeline("), GUIDE.name, "exec"), {})
    sure = f"{confidence_of('verb-object'):.2f}"
    assert capsys.readouterr().out == f"below-threshold: {sure} is under the least confidence asked for, 0.60 c17-38\n"


def extracted(capsys: pytest.CaptureFixture[str], *options: str) -> list[dict[str, object]]:
    assert main(["extract", str(EXAMPLES / "articles" / "2025-03-07-joint-communique.txt"), *options]) == ExitCode.OK
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_kg_extract_lists_what_it_left_out_with_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    (full,) = extracted(capsys)
    (some,) = extracted(capsys, "--min-confidence", "0.86")
    assert full["abstained"] == []
    lists = [full["attributions"], full["title_attributions"], some["attributions"], some["title_attributions"]]
    in_full, in_title, kept, kept_in_title = (len(one) for one in lists if isinstance(one, list))
    left_out = some["abstained"]
    assert isinstance(left_out, list)
    assert len(left_out) + kept + kept_in_title == in_full + in_title
    (telling,) = [one for one in left_out if one["events"]]
    assert telling["why"] == "below-threshold"
    assert telling["reason"] == "0.82 is under the least confidence asked for, 0.86"
    assert (telling["string"], telling["source_words"], telling["cue_words"]) == ("text", ["Oressa"], ["announced"])
    assert telling["content"][0][1] - telling["content"][0][0] == len(telling["content_words"][0])
    assert [event["type"] for event in telling["events"]] == ["proposed_extension"]


def test_kg_build_says_how_many_were_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = EXAMPLES / "articles" / "2025-03-07-joint-communique.txt"
    assert main(["build", str(source), "--graph", str(tmp_path / "g"), "--min-confidence", "0.86"]) == ExitCode.OK
    assert "11 attributions left out" in capsys.readouterr().err
    report_build(BuildReport(added=1, statements=3, words=20))
    assert capsys.readouterr().err == "articles: 1 added; 3 statements in 20 words\n"


@pytest.mark.parametrize("least", ["1.5", "-1", "nan", "much"])
def test_a_threshold_that_means_nothing_is_a_wrong_command_line(least: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(EXAMPLES / "articles"), "--min-confidence", least]) == ExitCode.USAGE
    assert capsys.readouterr().err
