"""`kg evaluate`: how good is an extractor on one's own articles?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.evaluation import Compared, evaluation_json, show_evaluation
from kg.cli.exit_codes import ExitCode
from kg.cli.messages import progress, say, warn
from kg.cli.mistakes import FORMS, write_mistakes
from kg.cli.output import write_line
from kg.errors import EvaluationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.errors import ArticleError
    from kg.evaluation import Evaluation, Predictions
    from kg.extract.annotations import AnnotatedArticle


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(help="File or folder of articles with right attributions.", metavar="GOLD", show_default=False),
    ],
    extractor: Annotated[
        str | None,
        typer.Option("--extractor", help="Name of the back-end to measure, rules without it.", show_default=False),
    ] = None,
    predictions: Annotated[
        Path | None,
        typer.Option("--predictions", help="Measure this file of attributions instead.", show_default=False),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against", help="A second extractor, or file of predictions, to compare with.", show_default=False
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", help="Format of gold; told from the files without it.", show_default=False),
    ] = None,
    articles: Annotated[
        Path | None,
        typer.Option("--articles", help="File or folder with the texts, where gold has none.", show_default=False),
    ] = None,
    outermost: Annotated[
        bool,
        typer.Option("--outermost", help="Drop predictions inside another's content, as gold without inner ones asks."),
    ] = False,
    threshold: Annotated[
        float, typer.Option("--threshold", min=0.0, max=1.0, help="Drop predictions with less confidence.")
    ] = 0.0,
    bootstrap: Annotated[
        int, typer.Option("--bootstrap", min=0, help="Draws of articles for the 95% intervals; 0 for none.")
    ] = 1000,
    seed: Annotated[int, typer.Option("--seed", help="Same seed, same intervals.")] = 0,
    errors: Annotated[
        Path | None,
        typer.Option(
            "--errors",
            help="Write every difference from gold to a .html, .md, .csv or .jsonl file.",
            show_default=False,
        ),
    ] = None,
    by_rule: Annotated[bool, typer.Option("--by-rule", help="Show also how often each rule was right.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write all figures as one JSON object.")] = False,
) -> int:
    """Measure who-said-what against gold: precision, recall and F1 with intervals, kinds, confidence, and mistakes.

    Gold is read as JSON lines, brat, CSV and others (`--format`). Right means that content and source share at least
    half of their words with those of gold, one to one.

    Example: kg evaluate gold.jsonl --extractor rules --errors errors.html
    """
    if extractor is not None and predictions is not None:
        raise typer.BadParameter("give --extractor or --predictions, not both")
    if errors is not None and errors.suffix not in FORMS:
        raise typer.BadParameter(f"--errors: {errors.name} should end in {', '.join(FORMS)}")
    from kg.evaluation import Options, Resamples, compare, read_gold
    from kg.evaluation import evaluate as measure

    wanted, failed = read_gold(gold, form, articles=articles)
    _tell(failed)
    if not wanted:
        raise EvaluationError(f"{gold}: no gold article could be read, so there is nothing to compare")
    found = _predictions(predictions or extractor or "rules", wanted)
    options = Options(outermost=outermost, threshold=threshold)
    resamples = Resamples(len(wanted), times=bootstrap, seed=seed) if bootstrap else None
    evaluation = measure(wanted, found.articles, options, resamples=resamples)
    broken = len(failed) + len(found.errors)
    compared = None
    if against is not None:
        second = _predictions(Path(against) if Path(against).is_file() else against, wanted)
        other = measure(wanted, second.articles, options)
        compared = Compared(
            name=second.name,
            evaluation=other,
            differences={} if resamples is None else compare(evaluation, other, resamples),
        )
        broken += len(second.errors)
    if errors is not None:
        write_mistakes(evaluation, errors, title=f"{found.name} against {gold.name}")
        say(f"written: {errors}")
    if as_json:
        write_line(evaluation_json(evaluation, gold=gold.name, found=found, failed=broken, compared=compared))
    else:
        show_evaluation(evaluation, compared, by_rule=by_rule)
    say(_summary(evaluation, found))
    return ExitCode.SOME_FAILED if broken else ExitCode.OK


def _predictions(made_by: Path | str, gold: Sequence[AnnotatedArticle]) -> Predictions:
    """What a file (Path) or an extractor (str) predicts, with everything that went wrong told."""
    if isinstance(made_by, Path):
        from kg.evaluation import read_predictions

        found = read_predictions(made_by, gold)
        if found.missing == len(gold):
            _tell(found.errors)
            raise EvaluationError(f"{made_by}: no article of gold has predictions here; articles are found by their id")
    else:
        from kg.build.extractors import load_extractor
        from kg.evaluation.running import predict

        with progress("reading") as step:
            found = predict(load_extractor(made_by), gold, on_article=step)
    _tell(found.errors)
    if found.foreign:
        warn(f"{found.name}: {len(found.foreign)} article(s) left out that gold lacks, such as {found.foreign[0]}")
    if found.missing:
        warn(f"{found.name}: {found.missing} gold article(s) without predictions, counted as if nothing was found")
    return found


def _tell(errors: Iterable[ArticleError]) -> None:
    for error in errors:
        warn(str(error))


def _summary(evaluation: Evaluation, found: Predictions) -> str:
    words = sum(len(one.article.text.split()) for one in evaluation.articles)
    speed = "" if found.words_per_second is None else f"; {found.words_per_second:,.0f} words per CPU second"
    return f"{found.name}: {len(evaluation.articles)} article(s), {words:,} words{speed}"
