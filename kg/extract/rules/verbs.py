"""Attributions by cue verbs: reads each cue's clause, finds its content, source and kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.rules.acts import is_deed
from kg.extract.rules.circumstances import read_circumstances
from kg.extract.rules.clauses import ADDRESSING, Match, particle_token, read_clause
from kg.extract.rules.cues import Cue
from kg.extract.rules.drafts import Draft, characters, tidied, unmarked
from kg.extract.rules.edges import following_cue
from kg.extract.rules.frames import match_content
from kg.extract.rules.inserted import match_inserted
from kg.extract.rules.kinds import is_too_vague, is_unlikely, kind_of
from kg.extract.rules.nesting import tells_of_another
from kg.extract.rules.object_content import behind_day
from kg.extract.rules.phrase_content import match_phrase
from kg.extract.rules.phrases import phrase_at
from kg.extract.rules.relatives import match_relative
from kg.extract.rules.sources import main_verb, source_range
from kg.extract.rules.speech import NOUNS, follows_speech, is_whole_sentence, match_speech, speaker_beside
from kg.extract.rules.surrounds import clause_end, match_surrounds
from kg.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.rules.clauses import Clause
    from kg.extract.rules.cues import CueTable
    from kg.extract.rules.drafts import Range
    from kg.extract.rules.regions import Regions
    from kg.extract.rules.tree import Tree

_NO_NAMES = frozenset({"SYM", "NFP", "XX", "IN", ":"})
"""Tags of what the parser may take for a subject in broken text."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def verb_drafts(tree: Tree, table: CueTable, shadow: str, regions: Regions) -> Iterator[Draft]:
    """One draft for each cue verb outside quotations that has content, in text order."""
    taken: list[tuple[int, int]] = []
    heirs: dict[int, Clause] = {}
    for token in range(len(tree)):
        if not tree.is_verb(token) or tree.quoted[token] >= 0 or tree.dep[token] in ("aux", "auxpass"):
            continue
        phrase = phrase_at(tree, token, table)
        if phrase is not None:
            draft = _phrase_draft(tree, token, phrase, table, shadow, regions)
            if draft is not None:
                yield draft
                continue
        cues = table.verbs.get(tree.lower[token])
        cue = fitting_cue(tree, token, cues) if cues is not None else _unknown_cue(tree, token)
        if cue is None or is_unlikely(tree, token, cue):
            continue
        clause = read_clause(tree, token, cue)
        if token in heirs:
            clause = replace(clause, subject=heirs[token].subject, source=heirs[token].source)
        found = _find_content(tree, clause, taken, table)
        if found is None:
            continue
        clause, match = found
        heir = following_cue(tree, match.pieces[-1][1], table) if match.frame != "around" else None
        if heir is not None and tree.child(heir, "nsubj", "nsubjpass") is None and clause.source is not None:
            heirs[heir] = clause
        draft = verb_draft(tree, clause, match, shadow, regions)
        if draft is not None:
            if match.frame in ("quote", "around"):
                taken.append((clause.first, clause_end(tree, clause) + 1))
            yield draft


def _phrase_draft(
    tree: Tree, verb: int, phrase: tuple[Cue, int], table: CueTable, shadow: str, regions: Regions
) -> Draft | None:
    cue, last = phrase
    clause = read_clause(tree, verb, cue)
    if clause.source is None or is_unlikely(tree, verb, cue):
        return None
    match = match_phrase(tree, clause, last, table)
    draft = None if match is None else verb_draft(tree, clause, match, shadow, regions)
    if draft is None or match is None:
        return None
    words = [(verb, last + 1)] if match.cue_tail is None else [(verb, last + 1), (match.cue_tail, match.cue_tail + 1)]
    pieces = [(verb, words[-1][1])] if words[-1][0] <= last + 1 else words
    return replace(
        draft, cue=tuple(characters(tree, piece) for piece in pieces), rule=f"phrase-{match.frame}", is_speech=False
    )


def _find_content(
    tree: Tree, clause: Clause, taken: list[tuple[int, int]], table: CueTable
) -> tuple[Clause, Match] | None:
    speaks = "clause" in clause.cue.frames
    match = match_speech(tree, clause, taken, table) if speaks else None
    if match is None and speaks and (near := _with_near_subject(tree, clause)) is not None:
        clause = near
    subject = clause.subject
    if match is not None or (subject is not None and (tree.tag[subject] in _NO_NAMES or tree.quoted[subject] >= 0)):
        clause = _with_speaker(tree, clause)
    if match is None and clause.cue.sense == "unknown":
        return None
    if match is None:
        if clause.source is None and speaks and tree.tag[clause.verb] in _FINITE:
            clause = _with_speaker(tree, clause)
        match = match_relative(tree, clause)
        if match is None and speaks:
            match = match_inserted(tree, clause, taken, table)
        if match is None:
            match = match_content(tree, clause, table)
        if speaks and match is None:
            match = match_surrounds(tree, clause, taken)
    if match is None:
        match = _relative_object(tree, clause)
    if match is None:
        return None
    if (
        clause.source is not None
        and match.cue_tail is not None
        and clause.source[0] < match.cue_tail < clause.source[1]
    ):
        # "accused by the crew of hiding the log": the charge is no part of the agent.
        clause = replace(clause, source=(clause.source[0], match.cue_tail))
    is_active = match.frame == "clause" or (match.frame == "object" and behind_day(tree, clause) is not None)
    if is_active and clause.source is None and tree.dep[clause.verb] == "acl" and not _addresses(clause):
        # Only an active verb takes a that-clause, or an object behind a day: the parser took it for a participle.
        head = tree.head[clause.verb]
        clause = replace(clause, subject=head, source=source_range(tree, head, clause.verb))
    return clause, _with_quotation(tree, match)


def _with_quotation(tree: Tree, match: Match) -> Match:
    """ "defended the purchase: “We need boats.”": a sentence in quotation marks behind an object is content, too."""
    if not match.frame.startswith("object") or match.frame == "object-inf":
        return match
    mark = match.pieces[-1][1]
    if mark + 1 >= len(tree) or tree.words[mark] not in (":", ",") or tree.quoted[mark + 1] < 0:
        return match
    quote = tree.quote_bounds[tree.quoted[mark + 1]]
    opens = next((t for t in range(quote[0], quote[1]) if tree.words[t][0].isalnum()), quote[1])
    if not tree.words[opens][0].isupper() or not is_whole_sentence(tree, quote):
        return match
    return replace(match, pieces=(*match.pieces, (quote[0], quote[1] + 1)))


def _relative_object(tree: Tree, clause: Clause) -> Match | None:
    """ "a levy, which the ministry rejects": the pronoun is the object."""
    verb = clause.verb
    if "object" not in clause.cue.frames or tree.dep[verb] != "relcl" or clause.source is None:
        return None
    for child in tree.children[verb]:
        if child < verb and tree.dep[child] == "dobj" and tree.lower[child] in ("which", "that"):
            is_near = tree.words[child - 1] in (",", ";", "--", "—") and tree.lower[child] == "which"
            return Match(frame="object", pieces=((child, child + 1),)) if is_near else None
    return None


def _addresses(clause: Clause) -> bool:
    return clause.cue.sense in ADDRESSING


def verb_draft(tree: Tree, clause: Clause, match: Match, shadow: str, regions: Regions) -> Draft | None:
    """The draft of a cue with its content; None for deeds and for what says too little to be kept."""
    pieces = tuple(characters(tree, piece) for piece in match.pieces if piece[0] < piece[1])
    content = tidied(shadow, regions.grown(pieces))
    kind, why = kind_of(tree, clause, match.frame)
    if not content or is_too_vague(tree, clause, match.frame, kind) or is_deed(tree, clause, match):
        return None
    around = read_circumstances(tree, clause, match)
    cue = [(clause.verb, clause.verb + 1)]
    tail = match.cue_tail if clause.cue.particle is None else particle_token(tree, clause.verb)
    if tail is not None:
        cue.append((tail, tail + 1))
    return Draft(
        place=tree.start[clause.verb],
        source=_phrases(tree, shadow, (clause.source,) if clause.source else ()),
        cue=tuple(characters(tree, piece) for piece in sorted(cue)),
        content=content,
        kind=kind,
        why=why,
        lemma=clause.cue.lemma,
        target=_phrases(tree, shadow, around.target),
        addressee=_phrases(tree, shadow, around.addressee),
        when=_phrases(tree, shadow, around.when),
        medium=characters(tree, around.medium) if around.medium else None,
        rule="verb-unknown" if clause.cue.sense == "unknown" else f"verb-{match.frame}",
        nests=tells_of_another(tree, clause),
        is_speech="clause" in clause.cue.frames,
    )


def _phrases(tree: Tree, shadow: str, tokens: tuple[tuple[int, int], ...]) -> tuple[Range, ...]:
    return tuple(unmarked(shadow, characters(tree, piece)) for piece in tokens)


def _with_speaker(tree: Tree, clause: Clause) -> Clause:
    """Beside a quotation the parse often fails: without a usable subject, the phrase next to the cue is taken."""
    subject = clause.subject
    # "a man, 61, told the BBC": what stands behind such a verb is no inverted subject.
    is_behind = subject is not None and subject > clause.verb and clause.cue.sense == "with addressee"
    if subject is not None and tree.quoted[subject] < 0 and tree.tag[subject] not in _NO_NAMES and not is_behind:
        return clause
    main = main_verb(tree, clause.verb)
    opens = tree.tag[clause.verb] == "VBG" and tree.dep[clause.verb] == "advcl" and main > clause.verb
    beside = speaker_beside(tree, main if opens else clause.verb)
    return replace(clause, subject=None if beside is None else beside[1] - 1, source=beside)


def _with_near_subject(tree: Tree, clause: Clause) -> Clause | None:
    """ "..., a spokeswoman for the ministry in Tarn said": the phrase between comma and verb, which the parser took for
    an apposition of what stands before; None where the verb has a subject of its own or no such phrase stands there.
    """
    verb = clause.verb
    if tree.tag[verb] not in _FINITE or tree.dep[verb] not in ("conj", "ROOT") or tree.tag[verb - 1] not in NOUNS:
        return None
    if tree.child(verb, "nsubj", "nsubjpass", "aux", "auxpass", "expl") is not None:
        return None
    beside = speaker_beside(tree, verb)
    if beside is None or beside[1] != verb or beside[0] < 1 or tree.words[beside[0] - 1] != ",":
        return None
    return replace(clause, subject=beside[1] - 1, source=beside, first=beside[0])


def _unknown_cue(tree: Tree, verb: int) -> Cue | None:
    """Any finite verb right behind direct speech is a cue: “Never,” he shrugged."""
    if tree.tag[verb] not in ("VBD", "VBZ") or tree.child(verb, "dobj", "aux", "auxpass", "attr", "acomp") is not None:
        return None
    if not follows_speech(tree, verb):
        return None
    return Cue(tree.lower[verb], Kind.STATEMENT, frozenset({"clause"}), "unknown")


def fitting_cue(tree: Tree, token: int, cues: tuple[Cue, ...]) -> Cue | None:
    """Of the rows of a verb the one with the particle that stands behind it, else the one without."""
    particle = particle_token(tree, token)
    word = None if particle is None else tree.lower[particle]
    for cue in cues:
        if cue.particle is not None and cue.particle == word:
            return cue
    return next((cue for cue in cues if cue.particle is None), None)
