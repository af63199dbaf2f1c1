"""What questions of the catalogue must answer on a world, computed in plain Python over its statements.

Each function is named as its question. A row holds the names and numbers of some columns, given in `COLUMNS`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import product
from typing import TYPE_CHECKING, Final

from tests.query.worlds import ABOVE, KIND_OF, OUTLET_OF

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.query.worlds import Said, World

Row = tuple[object, ...]
BODIES: Final = ("State", "GovernmentBody", "InternationalBody")


def changed_position(world: World) -> Iterable[Row]:
    for earlier, later in _ordered(world):
        for holder in earlier.holders & later.holders:
            for target, stance in _reversed(earlier, later):
                yield holder, target, stance, earlier.id, later.id


def turning_points(world: World) -> Iterable[Row]:
    for holder, target, stance, earlier_id, later_id in changed_position(world):
        earlier, later = _named(world, earlier_id), _named(world, later_id)
        assert earlier.day is not None
        assert later.day is not None
        between = (
            one
            for one in world
            if one.day is not None
            and earlier.day < one.day < later.day
            and holder in one.holders
            and target in one.opposes + one.favours
        )
        if not any(between):
            yield holder, target, stance, earlier_id, later_id


def position_timeline(world: World) -> Iterable[Row]:
    for said in world:
        for stance, targets in (("opposes", said.opposes), ("favours", said.favours)):
            for holder, target in product(said.holders, targets):
                yield said.day, holder, stance, target, said.id


def whom_does_x_oppose(world: World) -> Iterable[Row]:
    found: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for said in world:
        for pair in product(said.holders, said.opposes):
            found[pair].append(said)
    for (holder, target), each in found.items():
        articles = {article for said in each for article in (said.article, *said.copies)}
        days = [said.day for said in each if said.day is not None]
        yield holder, target, len(each), len(articles), min(days, default=None), max(days, default=None)


def bodies_opposed(world: World) -> Iterable[Row]:
    found = Counter(
        (target, speaker)
        for said in world
        for target, speaker in product(said.opposes, said.speakers)
        if KIND_OF[target] in BODIES
    )
    return ((target, speaker, count) for (target, speaker), count in found.items())


def first_said(world: World) -> Iterable[Row]:
    for claim, all_said in _claims(world).items():
        dated = [said for said in all_said if said.day is not None]
        first = min((said.day for said in dated if said.day is not None), default=None)
        for said in dated:
            if said.day == first:
                yield from ((first, speaker, len(dated), claim, said.id) for speaker in said.speakers)


def corroboration(world: World) -> Iterable[Row]:
    for claim, each in _claims(world).items():
        articles = {said.article for said in each}
        outlets = {OUTLET_OF[article] for article in articles} - {None}
        carriers = {OUTLET_OF[article] for said in each for article in (said.article, *said.copies)} - {None}
        speakers = {speaker for said in each for speaker in said.speakers}
        days = [said.day for said in each if said.day is not None]
        yield (
            claim, len(outlets), len(articles), len(carriers), len(speakers), len(each),
            min(days, default=None), max(days, default=None),
        )  # fmt: skip


def claims_of_one_outlet(world: World) -> Iterable[Row]:
    for claim, each in _claims(world).items():
        outlets = {OUTLET_OF[article] for said in each for article in (said.article, *said.copies)}
        if len(outlets) == 1 and None not in outlets:
            yield claim, outlets.pop(), len(each), len({said.article for said in each})


def single_outlet(world: World) -> Iterable[Row]:
    for said in world:
        outlets = {OUTLET_OF[article] for article in (said.article, *said.copies)}
        if said.kind == "Statement" and len(outlets) == 1 and None not in outlets:
            yield from ((said.id, next(iter(outlets)), speaker) for speaker in said.speakers)


def cue_choice(world: World) -> Iterable[Row]:
    found = Counter(
        (OUTLET_OF[said.article], speaker, said.cue)
        for said in world
        for speaker in said.speakers
        if said.kind == "Statement" and OUTLET_OF[said.article] is not None
    )
    return ((*key, count) for key, count in found.items())


def reporting_mode(world: World) -> Iterable[Row]:
    pairs = [(speaker, said.mode) for said in world if said.kind == "Statement" for speaker in said.speakers]
    of_speaker = Counter(speaker for speaker, _ in pairs)
    for (speaker, mode), count in Counter(pairs).items():
        # Both engines round halves up.
        yield speaker, mode, count, int(1000 * count / of_speaker[speaker] + 0.5) / 1000


def never_quoted(world: World) -> Iterable[Row]:
    voices = {holder for said in world if said.kind == "Statement" for holder in said.holders}
    for actor in KIND_OF:
        about = [said for said in world if said.kind == "Statement" and actor in said.about]
        if about and actor not in voices:
            yield actor, len(about), len({speaker for said in about for speaker in said.speakers})


def co_endorsers(world: World) -> Iterable[Row]:
    shown: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    article_of = {said.id: said.article for said in world}
    for said in world:
        shared = [("target", target) for target in said.favours]
        if said.claim is not None and said.kind == "Statement":
            shared.append(("claim", said.claim))
        for key, side in product(shared, _sides(said)):
            shown[key][side].add(said.id)
    for (basis, what), sides in shown.items():
        for first, second in product(sides, sides):
            if _path(first) < _path(second) and first not in _above(second) and second not in _above(first):
                articles = {article_of[one] for one in sides[first] | sides[second]}
                yield basis, what, first, second, len(sides[first]), len(sides[second]), len(articles)


def answers(world: World) -> Iterable[Row]:
    statements = [said for said in world if said.kind == "Statement"]
    for first, answer in _ordered(statements):
        assert first.day is not None
        assert answer.day is not None
        days = (answer.day - first.day).days
        if days > 7 or first.holders & answer.holders:
            continue
        pairs = product(set(first.about) & answer.holders, set(answer.about) & first.holders)
        if any(not _spoke_again(statements, first, answer, *pair) for pair in pairs):
            yield from ((days, first.id, answer.id, one, other) for one in first.speakers for other in answer.speakers)


def contradictions(world: World) -> Iterable[Row]:
    """Only those by denial: a world has no links."""
    for one, other in product(world, world):
        if one.claim is not None and one.claim == other.claim and one.is_first_hand and other.kind == "NonAssertion":
            is_later = one.day is not None and other.day is not None and one.day > other.day
            is_earlier = one.day is not None and other.day is not None and one.day < other.day
            first, second = (one, other) if is_earlier or (not is_later and one.id < other.id) else (other, one)
            yield from (
                (first.id, second.id, one.claim, who, whom) for who in first.speakers for whom in second.speakers
            )


def said_about_graph(world: World) -> Iterable[Row]:
    """Ends of a tie with its three counts."""
    pairs: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for said in world:
        if said.kind == "Statement":
            for pair in product(said.speakers, said.about):
                pairs[pair].append(said)
    for (speaker, target), each in pairs.items():
        opposing = sum(target in said.opposes for said in each)
        yield speaker, target, len(each), opposing, sum(target in said.favours for said in each)


PLAIN: Final[dict[str, tuple[Callable[[World], Iterable[Row]], tuple[str, ...]]]] = {
    "changed-position": (changed_position, ("holder", "target", "from_stance", "earlier", "later")),
    "turning-points": (turning_points, ("holder", "target", "from_stance", "earlier", "later")),
    "position-timeline": (position_timeline, ("day", "holder", "stance", "target", "statement")),
    "whom-does-x-oppose": (whom_does_x_oppose, ("holder", "target", "statements", "articles", "first", "last")),
    "bodies-opposed": (bodies_opposed, ("body", "speaker", "statements")),
    "first-said": (first_said, ("day", "who", "times", "claim", "statement")),
    "corroboration": (
        corroboration,
        ("claim", "outlets", "articles", "carriers", "speakers", "statements", "first_day", "last_day"),
    ),
    "claims-of-one-outlet": (claims_of_one_outlet, ("claim", "outlet", "statements", "articles")),
    "single-outlet": (single_outlet, ("statement", "outlet", "source")),
    "cue-choice": (cue_choice, ("outlet", "speaker", "cue_class", "statements")),
    "reporting-mode": (reporting_mode, ("speaker", "mode", "statements", "share")),
    "never-quoted": (never_quoted, ("actor", "statements", "speakers")),
    "co-endorsers": (
        co_endorsers,
        ("basis", "shared", "first", "second", "first_count", "second_count", "articles"),
    ),
    "answers": (answers, ("days", "first", "answer", "first_speaker", "answer_speaker")),
    "contradictions": (contradictions, ("first", "second", "first_claim", "first_who", "second_who")),
}
"""Question -> its plain answer, and the columns of the question that it is compared with."""


def _ordered(world: Iterable[Said]) -> Iterable[tuple[Said, Said]]:
    dated = [said for said in world if said.day is not None]
    return ((one, other) for one, other in product(dated, dated) if one.day < other.day)  # type: ignore[operator]  # dated


def _reversed(earlier: Said, later: Said) -> Iterable[tuple[str, str]]:
    yield from ((target, "opposes") for target in earlier.opposes if target in later.favours)
    yield from ((target, "favours") for target in earlier.favours if target in later.opposes)


def _named(world: World, name: object) -> Said:
    return next(said for said in world if said.id == name)


def _claims(world: World) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = defaultdict(list)
    for said in world:
        if said.kind == "Statement" and said.claim is not None:
            found[said.claim].append(said)
    return found


def _above(actor: str) -> set[str]:
    found: set[str] = set()
    while actor in ABOVE:
        actor = ABOVE[actor]
        found.add(actor)
    return found


def _sides(said: Said) -> set[str]:
    """The highest that the words bind, for each speaker; of several speakers only one that binds itself."""
    highest = {one for one in said.bound if not _above(one) & said.bound}
    found: set[str] = set()
    for speaker in said.speakers:
        bound = highest if len(said.speakers) == 1 else highest & {speaker}
        found |= bound or {speaker}
    return found


def _spoke_again(statements: list[Said], first: Said, answer: Said, one: str, other: str) -> bool:
    assert first.day is not None
    assert answer.day is not None
    return any(
        said.day is not None and first.day < said.day < answer.day and one in said.about and other in said.holders
        for said in statements
    )


def _path(actor: str) -> str:
    from tests.query.worlds import iri

    return iri(actor).value
