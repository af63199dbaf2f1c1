"""Words and turns of phrase of a content that judge, as far as they are the speaker's own and stand unweakened."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from kg.statements.reading.clauses import tops
from kg.statements.reading.phrases import is_noun
from kg.statements.reading.wordlists import words_of
from kg.statements.stance.attitudes import ties_of_forms
from kg.statements.stance.constructions import Clause, Turn, excess, irony, no_such, turns
from kg.statements.stance.credit import credit
from kg.statements.stance.described import COPULAS, described
from kg.statements.stance.evaluation import anchor_of, is_measured, is_spoilt, is_tied, is_verdict, judged_by, words_at
from kg.statements.stance.idioms import phrases_at
from kg.statements.stance.informing import is_plain
from kg.statements.stance.litotes import is_cleared, litotes, understated
from kg.statements.stance.surroundings import belongs_to_speaker, is_denied, is_hypothetical, is_weakened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Span
    from kg.model.statements import Polarity
    from kg.statements.reading.strings import Reference
    from kg.statements.reading.syntax import Tree
    from kg.statements.stance.evaluation import Word
    from kg.statements.stance.view import StanceView

_OPPOSITE: Final[dict[str, Polarity]] = {"positive": "negative", "negative": "positive"}
_FEELING: Final = frozenset({"about", "over", "at", "with", "for", "to", "in"})
"""Ties of nouns for what one feels: whose feeling it is tells whose view it is."""
_FEELING_OF: Final = _FEELING | {"of", "toward", "towards"}
_OWNERS: Final = frozenset({"its", "his", "her", "their", "our", "my"})
_MAIN: Final = frozenset({"ROOT", "ccomp", "conj", "xcomp", "acl", "relcl", "parataxis", "dep", "pcomp", "advcl"})


@dataclass(frozen=True, slots=True)
class Hit:
    """One judging word of the content, with those whom it judges."""

    polarity: Polarity
    act: str | None
    span: Span
    judged: tuple[Reference, ...]


def judging_words(view: StanceView) -> Iterator[Hit]:
    """Judging words that are the speaker's own and stand unweakened. Words under a negative one are part of it."""
    before: int | None = None
    for tree, tokens in view.pieces(view.attribution.content):
        spoken = [t for t in tokens if not view.is_reported(tree, t)]
        found = {token: hit for token in spoken for hit in _word(view, tree, token, tokens) if hit}
        negative = {token for token, hit in found.items() if hit.polarity == "negative"}
        for token, hit in found.items():
            if hit.polarity == "negative" or negative.isdisjoint(tree.above(token)):
                yield hit
        yield from _idioms(view, tree, spoken, tokens)
        shown = {token for token, hit in found.items() if hit.judged}
        interrupted = before if before is not None and before < len(tree.lower) else None
        for turn in _turns(view, tree, spoken, tokens, interrupted):
            if turn.token not in shown:
                judged = view.others(r for token in turn.judged for r in view.judged_with(tree, token))
                yield Hit(turn.polarity, turn.act, view.span(tree, turn.token), judged or view.unsaid())
        before = _only_noun(tree, tokens)


def _turns(view: StanceView, tree: Tree, spoken: list[int], tokens: range, interrupted: int | None) -> Iterator[Turn]:
    """Turns of phrase that are the speaker's own and stand unweakened.

    `interrupted`: the noun of a piece before, whose verb the cue has parted from it.
    """
    is_own = partial(view.side.has, tree)
    for token in spoken:
        if tree.is_verb(token):
            if tree.dep[token] not in _MAIN or is_weakened(tree, token, tokens, view.shifts(tree, token)):
                continue
            clause = Clause(tree, token, is_own, partial(view.noun, tree), interrupted)
            found = iter([*turns(clause)] or [*credit(clause)] or [*litotes(clause)])
        elif tree.tag[token] in ("JJ", "RB"):
            found = chain(excess(tree, token), irony(tree, token), understated(tree, token))
        elif tree.lower[token - 1 : token] == ["such"]:
            found = no_such(tree, token)
        elif tree.lower[token] in words_of("irony"):
            found = irony(tree, token)
        else:
            continue
        if belongs_to_speaker(tree, token, tokens, view.is_own_token):
            yield from found


def _word(view: StanceView, tree: Tree, token: int, tokens: range) -> Iterator[Hit]:
    own_verb = view.table.judging_verbs.get(tree.lower[token]) if tree.is_verb(token) else None
    if own_verb is not None and own_verb.polarity and view.is_own_act(tree, token, tokens):
        is_refused = tree.is_negated(token) and own_verb.polarity == "positive"  # "we do not trust"
        if not is_weakened(tree, token, tokens, view.shifts(tree, token)) and (
            is_refused or not tree.is_negated(token)
        ):
            heads = [
                head
                for found in tree.objects(token)
                for head in view.governed_with(tree, found, is_event=own_verb.target == "content")
            ]
            polarity: Polarity = "negative" if is_refused else own_verb.polarity
            act = "criticise" if is_refused else own_verb.act
            yield Hit(polarity, act, view.span(tree, token), view.others(heads))
        return
    for word in words_at(tree, token):
        if word.value not in ("positive", "negative"):
            continue
        if view.reading.naming(tree, token) is not None:
            return  # "the US and its allies", "Ministry of Peace": part of a name
        is_shifted = view.shifts(tree, token)
        anchor = anchor_of(tree, token, word) if " " in word.lemma else token
        if is_weakened(tree, anchor, tokens, is_shifted, is_warned_of=word.value == "negative"):
            continue
        is_named_so = is_verdict(tree, anchor, word)
        if not (is_tied(tree, token, word) or is_named_so) or is_spoilt(tree, token, word):
            continue
        if word.value == "positive" and is_measured(tree, token):
            continue
        if (
            word.word_class == "noun"
            and word.targets
            and word.targets <= _FEELING
            and not is_named_so
            and not _is_own_feeling(view, tree, token)
        ):
            continue
        if word.word_class == "adjective" and word.targets and word.targets <= _FEELING_OF:
            holders = list(described(tree, anchor))
            if holders and not any(view.is_own_token(tree, holder, tokens) for holder in holders):
                continue  # "they were critical of the mayor" is their view
        if not belongs_to_speaker(tree, token, tokens, view.is_own_token):
            continue
        polarity = "negative" if word.value == "negative" else "positive"
        is_topped = word.value == "positive" and tree.tag[anchor] == "JJR" and _is_never(tree, anchor)
        if is_denied(tree, anchor) and not is_topped and not word.lemma.startswith(("no ", "little ")):
            if polarity == "negative" and not is_cleared(tree, anchor, word):
                continue
            polarity = _OPPOSITE[polarity]
        act = word.act if polarity == word.value else "criticise" if polarity == "negative" else "endorse"
        # In "loss of trust" trust is a word of the expression, and not whom it judges.
        ties = word.targets | {"subject"} if is_named_so else word.targets
        judged = (at for at in judged_by(tree, anchor, ties) if tree.lower[at] not in word.lemma.split())
        heads = [r for at in judged for r in view.judged_with(tree, at)]
        # "There is no crisis" clears nobody who is not named.
        unsaid = () if word.value == "negative" and polarity == "positive" else _unsaid(view, word)
        yield Hit(polarity, act, view.span(tree, token), view.others(heads) or unsaid)
        return


def _is_never(tree: Tree, token: int) -> bool:
    """True for "has never been [better]", which says that it is at its best."""
    verb = tree.head[token]
    is_perfect = bool(tree.modals(verb) & {"have", "has", "had", "'ve"})
    return is_perfect and any(tree.lower[k] == "never" for k in tree.kids(verb, "neg", "advmod"))


def _is_own_feeling(view: StanceView, tree: Tree, token: int) -> bool:
    """False for what others feel, for what becomes of a feeling ("support for him rose") and for what is taken back."""
    owners = list(tree.kids(token, "poss"))
    if any(not view.side.has(tree, owner) and tree.lower[owner] not in _OWNERS for owner in owners):
        return False
    above = tree.head[token]
    if tree.dep[token] == "pobj" and tree.lower[above] == "in":
        # "[Their] vote in opposition to the bridge": whose deed it is.
        deed = tree.head[above]
        doers = [*tree.kids(deed, "poss"), *([] if not tree.is_verb(deed) else tree.kids(deed, "nsubj"))]
        if any(not view.side.has(tree, doer) and tree.lower[doer] not in ("our", "my", "we", "i") for doer in doers):
            return False
    if tree.dep[token] in ("nsubj", "nsubjpass") and not any(tree.kids(above, "expl")):
        return bool(owners) and (tree.is_negated(above) or tree.lower[above] in COPULAS)
    ties = ties_of_forms().get(tree.lower[above], ()) if tree.dep[token] == "dobj" else ()
    return not any(tie.word_class == "verb" and tie.value == "turn" for tie in ties)


def _idioms(view: StanceView, tree: Tree, spoken: list[int], tokens: range) -> Iterator[Hit]:
    """Fixed phrases that are the speaker's own and stand unweakened."""
    for token in spoken:
        for phrase in phrases_at(tree, token, tokens):
            idiom = phrase.idiom
            anchor = next((t for t in range(token, phrase.last + 1) if not token <= tree.head[t] <= phrase.last), token)
            anchor = token if idiom.is_verb else anchor
            if idiom.denies:
                if is_hypothetical(tree, anchor, tokens):
                    continue
            elif is_weakened(
                tree, anchor, tokens, view.shifts(tree, anchor), is_warned_of=idiom.polarity == "negative"
            ):
                continue
            if not belongs_to_speaker(tree, anchor, tokens, view.is_own_token):
                continue
            if idiom.judged == "object" and not _is_own_stand(view, tree, anchor, tokens, is_verb=idiom.is_verb):
                continue
            if tree.lower[phrase.last] == "nothing" and tree.tag[phrase.last + 1 : phrase.last + 2] == ["JJ"]:
                continue  # "did nothing wrong"
            polarity = idiom.polarity
            is_none = any(tree.has_no(t) for t in range(token + 1, phrase.last + 1))  # "did [no] harm"
            if (is_denied(tree, anchor) or is_none) and not idiom.denies:
                if polarity == "negative" and not is_cleared(tree, anchor):
                    continue
                polarity = _OPPOSITE[polarity]
            act = idiom.act if polarity == idiom.polarity else "criticise" if polarity == "negative" else "endorse"
            heads = [r for at in phrase.judged for r in view.judged_with(tree, at)]
            judged = view.others(heads)
            if judged:
                yield Hit(polarity, act, view.span(tree, token), judged)


def _is_own_stand(view: StanceView, tree: Tree, token: int, tokens: range, *, is_verb: bool) -> bool:
    """True for what one's own side does, for an appeal ("hold them to account"), and for what stands alone."""
    if not is_verb:
        is_first = token == tokens[0] or tree.lower[token - 1] in (".", '"', "!", ",")
        return is_first or any(tree.kids(tree.head[token], "expl"))
    if tree.is_passive(token):
        return False
    return view.is_own_act(tree, token, tokens)


def is_mocking(view: StanceView) -> bool:
    """True where praise stands beside a good word in marks of distance, or is told as mockery ("dryly")."""
    for tree, tokens in view.pieces((*view.attribution.cue, *view.attribution.content)):
        if any(next(irony(tree, token), None) is not None for token in tokens):
            return True
    for tree, tokens in view.pieces(view.attribution.cue[:1]):
        roots = (t for t in tokens if tree.head[t] not in tokens or tree.head[t] == t)
        for root in roots:
            below = list(tree.kids(root, "advmod", "prep", "npadvmod"))
            below += [thing for prep in below for thing in tree.kids(prep, "pobj")]
            below += [how for thing in below for how in tree.kids(thing, "amod")]
            if any(tree.lower[one] in words_of("mocking") for one in below):
                return True
    return False


def is_plain_report(view: StanceView) -> bool:
    """True where every piece plainly informs."""
    return all(is_plain(tree, tokens) for tree, tokens in view.pieces(view.attribution.content))


def _unsaid(view: StanceView, word: Word) -> tuple[Reference, ...]:
    """What a word without a target is about: not a part of its own expression ("loss of [trust]")."""
    return tuple(one for one in view.unsaid() if view.reading.nouns.get(one.target) not in word.lemma.split())


def _only_noun(tree: Tree, tokens: range) -> int | None:
    """The noun that a piece of content consists of: "[the measures against Estmark]", she said, "will stay"."""
    heads = list(tops(tree, tokens))
    return heads[0] if len(heads) == 1 and is_noun(tree, heads[0]) else None
