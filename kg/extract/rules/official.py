"""Forms of official texts: operative paragraphs of a resolution, and a speech printed without quotation marks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract.rules.drafts import Draft, characters, tidied
from kg.extract.rules.sources import source_range, subject_of
from kg.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.rules.cues import CueTable
    from kg.extract.rules.tree import Tree
    from kg.text import AnnotatedString, Paragraph

_NUMBER = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[-–•*])?\s*")
_OPENING = re.compile(
    r"(?:(?:Also|Further|Deeply|Strongly|Again|Once again|Solemnly|Firmly|Gravely) )?"
    r"(?P<cue>[^\W\d_]+?(?P<form>s|ing))\b(?P<link> (?:on|upon|for|to)\b(?! be\b))?",
)
"""The word that opens a paragraph of a resolution: "Condemns", "Strongly urges", "Recalling", "Calls upon"."""
_LONGEST_BODY: Final = 12
"""Words of the name that opens a resolution, at most."""
_FEWEST: Final = 2
"""Paragraphs that open with a cue, at least: one alone may be a caption."""
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s)\b")
_LONGEST_SPEECH: Final = 20
"""Paragraphs of a speech without quotation marks, at most."""


def operative_paragraphs(string: AnnotatedString, trees: dict[int, list[Tree]], table: CueTable) -> Iterator[Draft]:
    """ "The Council," and behind it "1. Condemns the raid;": each paragraph is one statement of the body."""
    shadow = string.shadow.string
    for number, paragraph in enumerate(string.paragraphs):
        if shadow[paragraph.end - 1] != "," or not _is_body(trees.get(number, [])):
            continue
        drafts: list[Draft] = []
        for entry in string.paragraphs[number + 1 :]:
            opening = _opening(shadow, entry)
            if opening is None:
                break
            draft = _operative(shadow, entry, opening, table)
            if draft is not None:
                drafts.append(replace(draft, source=((paragraph.start, paragraph.end - 1),)))
        if len(drafts) >= _FEWEST:
            yield from drafts


def _is_body(trees: list[Tree]) -> bool:
    """True for a short noun phrase: "The General Assembly,"."""
    if len(trees) != 1 or len(trees[0]) > _LONGEST_BODY:
        return False
    return trees[0].tag[0] in ("DT", "NNP", "NNPS") and not _FINITE.intersection(trees[0].tag)


def _opening(shadow: str, entry: Paragraph) -> re.Match[str] | None:
    """The word that opens an entry; None ends the list. An entry that opens otherwise ("Deeply concerned") goes on."""
    marker = _NUMBER.match(shadow, entry.start, entry.end)
    start = entry.start if marker is None else marker.end()
    ends = shadow[entry.end - 1] in ",;.:" or shadow[start : entry.end].endswith((" and", " or"))
    is_entry = start > entry.start or (ends and shadow[start : start + 1].isupper())
    if entry.role not in ("body", "heading") or not is_entry:
        return None
    return _OPENING.match(shadow, start, entry.end) or re.compile("").match(shadow, start, entry.end)


def _operative(shadow: str, entry: Paragraph, opening: re.Match[str], table: CueTable) -> Draft | None:
    if not opening.group():
        return None
    link = (opening["link"] or "").strip()
    cues = table.verbs.get(opening["cue"].lower(), ())
    cue = next((one for one in cues if one.particle is None), None)
    if cue is None:
        return None
    governs = link in cue.frames or (link in ("on", "upon", "to") and "on-inf" in cue.frames)
    first = opening.end("link" if link and governs else "cue")
    content = tidied(shadow, ((first, entry.end),))
    content = tuple((start, _without_and(shadow, start, end)) for start, end in content)
    if not content:
        return None
    return Draft(
        place=opening.start("cue"),
        cue=((opening.start("cue"), first),),
        content=content,
        kind=Kind.STATEMENT,
        lemma=cue.lemma,
        rule="operative",
    )


def _without_and(shadow: str, start: int, end: int) -> int:
    """End of an entry without the "; and" that leads to the next one."""
    kept = shadow[start:end]
    return start + len(re.sub(r"[;,]? (?:and|or)$", "", kept).rstrip())


def printed_speeches(string: AnnotatedString, trees: dict[int, list[Tree]], table: CueTable) -> Iterator[Draft]:
    """ "The minister said:" and behind it paragraphs in the first person, without quotation marks."""
    shadow = string.shadow.string
    for number, paragraph in enumerate(string.paragraphs[:-1]):
        here = trees.get(number)
        if shadow[paragraph.end - 1] != ":" or paragraph.role not in ("body", "heading") or not here:
            continue
        verb = _speaking(here[-1], table)
        subject = None if verb is None else subject_of(here[-1], verb)
        if verb is None or subject is None or here[-1].quoted[subject] >= 0:
            continue
        tree = here[-1]
        source = characters(tree, source_range(tree, subject, verb))
        content = _speech(string, number + 1, shadow[slice(*source)].split()[-1])
        if content:
            yield Draft(
                place=tree.start[verb],
                source=(source,),
                cue=(characters(tree, (verb, verb + 1)),),
                content=content,
                lemma=table.verbs[tree.lower[verb]][0].lemma,
                rule="printed-speech",
                is_verbatim=True,
            )


def _speaking(tree: Tree, table: CueTable) -> int | None:
    """A verb of saying right before the colon, or with a day or a place between ("said today:")."""
    last = len(tree) - 1
    for token in range(last, max(tree.sentence[last][0] - 1, last - 6), -1):
        if tree.is_verb(token):
            cues = table.verbs.get(tree.lower[token], ())
            return token if any("clause" in cue.frames and cue.kind is Kind.STATEMENT for cue in cues) else None
    return None


def _speech(string: AnnotatedString, first: int, name: str) -> tuple[tuple[int, int], ...]:
    """Paragraphs from the first to the last in the first person; what names the speaker is the reporter's again."""
    shadow = string.shadow.string
    pieces: list[tuple[int, int]] = []
    sure = 0
    for paragraph in string.paragraphs[first : first + _LONGEST_SPEECH]:
        words = shadow[paragraph.start : paragraph.end]
        if paragraph.role != "body" or words[0] == '"' or re.search(rf"\b{re.escape(name)}\b", words):
            break
        pieces.append((paragraph.start, paragraph.end))
        if _FIRST_PERSON.search(words):
            sure = len(pieces)
        elif len(pieces) == 1:
            return ()
    return tuple(piece for raw in pieces[:sure] for piece in tidied(shadow, (raw,)))
