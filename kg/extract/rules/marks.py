"""Attributions whose cue is a mark or a label: colons, dashes, speakers' turns, and introductions of a quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.rules.drafts import Draft, characters, tidied
from kg.extract.rules.sources import source_range, subject_of
from kg.extract.rules.words import AUXILIARIES, GENRES, MEDIA_NOUNS
from kg.text.turns import is_formal_turn, reports_delegate, turn_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.rules.cues import CueTable
    from kg.extract.rules.tree import Tree
    from kg.text import AnnotatedString, Paragraph, Quotation

_DASH_SOURCE = re.compile(
    r"\s*(?P<dash>[—–―]|--|-)\s*(?P<name>(?:(?:the|an?) [\w -]{2,40}, )?[^\W\d_a-z][^\"\n;:?!]{2,120}?)\.?\s*\Z"
)
_LABEL = re.compile(
    r"(?:[-–—*•]\s*)?(?:(?:And|More|Also|This)\s+)?(?:(?P<from>[Ff]rom)\s+(?:the\s+)?)?"
    r"(?P<name>(?!From\s)[^\W\d_a-z][^\":;?!]{1,90}?)"
    r"(?:\s+(?:again|later|then|too))?\s*:\s*"
)
_STAGE = re.compile(
    r"\"?[(\[]|The (?:meeting|agenda|session|motion|representative|speaker) (?:was|were|rose|is)\b|There being\b"
    r"|A vote was taken|In favou?r\b|Against\b|Abstain|It was so decided|Put to the vote"
    r"|The draft resolution (?:was|has|received|failed)"
)
_SPEAKING_LABELS = frozenset({"PERSON", "ORG", "NORP"})


def turns(string: AnnotatedString) -> Iterator[Draft]:
    """Every paragraph of a speaker's turn, as that speaker's words."""
    shadow = string.shadow.string
    label: tuple[int, int] | None = None
    colon = 0
    goes_on = False
    last_turn = max((n for n, paragraph in enumerate(string.paragraphs) if paragraph.role == "turn"), default=-1)
    for number, paragraph in enumerate(string.paragraphs):
        if paragraph.role == "turn":
            first, last, begin = turn_label(shadow, paragraph)
            colon = shadow.index(":", last, begin)
            label = first, last
            goes_on = number < last_turn or is_formal_turn(shadow, paragraph)
        elif paragraph.role == "body" and label is not None and goes_on and _is_speech(shadow, paragraph):
            begin = paragraph.start
        else:
            label = None
            continue
        content = tidied(shadow, ((begin, paragraph.end),))
        if label is not None and content:
            yield Draft(
                place=begin,
                source=(label,),
                cue=((colon, colon + 1),),
                content=content,
                rule="turn",
                is_verbatim=True,
            )


def _is_speech(shadow: str, paragraph: Paragraph) -> bool:
    return not _STAGE.match(shadow, paragraph.start) and not reports_delegate(shadow, paragraph)


def labelled_quotations(string: AnnotatedString, trees: dict[int, list[Tree]]) -> Iterator[Draft]:
    """`X: "..."` and `"..." — X` within a paragraph, and `— X` as a paragraph of its own after a quotation."""
    shadow = string.shadow.string
    quotes = _outer_by_paragraph(string)
    for number, paragraph in enumerate(string.paragraphs):
        here = quotes.get(number, [])
        if paragraph.role not in ("body", "heading"):
            continue
        if here:
            yield from _label_before(string, paragraph, here, trees.get(number, []))
            dash = _DASH_SOURCE.match(shadow, here[-1].end, paragraph.end)
            if dash is not None and here[0].start - paragraph.start < 2:
                yield _dashed(string, dash, here)
        elif number and quotes.get(number - 1) and paragraph.end - paragraph.start < 140:
            dash = _DASH_SOURCE.match(shadow, paragraph.start, paragraph.end)
            if dash is not None:
                yield _dashed(string, dash, quotes[number - 1])


def _outer_by_paragraph(string: AnnotatedString) -> dict[int, list[Quotation]]:
    found: dict[int, list[Quotation]] = {}
    for quotation in string.quotations:
        place = string.paragraph_at(quotation.start) if quotation.depth == 0 else None
        if place is not None:
            found.setdefault(place, []).append(quotation)
    return found


def _dashed(string: AnnotatedString, dash: re.Match[str], quotes: Sequence[Quotation]) -> Draft:
    content = tidied(string.shadow.string, tuple((q.inner_start, q.inner_end) for q in quotes))
    return Draft(
        place=dash.start("dash"),
        source=(dash.span("name"),),
        cue=(dash.span("dash"),),
        content=content,
        rule="dash",
        is_speech=True,
    )


def _label_before(
    string: AnnotatedString, paragraph: Paragraph, quotes: Sequence[Quotation], trees: Sequence[Tree]
) -> Iterator[Draft]:
    shadow = string.shadow.string
    label = _LABEL.match(shadow, paragraph.start, quotes[0].start)
    if label is None or label.end() != quotes[0].start or not _is_name(label["name"]):
        return
    if any(_is_own_verb(tree, t) for tree in trees for t in range(len(tree)) if tree.end[t] <= label.end()):
        return
    content = tidied(shadow, ((quotes[0].inner_start, quotes[0].inner_end),))
    cue = label.span("from") if label["from"] else (label.end("name"), label.end("name") + 1)
    yield Draft(
        place=paragraph.start, source=(label.span("name"),), cue=(cue,), content=content, rule="colon", is_speech=True
    )


def _is_own_verb(tree: Tree, token: int) -> bool:
    """True for a verb that makes the words before a colon a sentence; one after "who" belongs to the name."""
    return tree.tag[token][0] == "V" and tree.dep[token] != "relcl"


def _is_name(words: str) -> bool:
    """True for what may name a speaker: few words, none of them a common verb form."""
    parts = words.split()
    return len(parts) <= 12 and not any(part.lower() in AUXILIARIES for part in parts)


def introductions(string: AnnotatedString, trees: dict[int, list[Tree]], table: CueTable) -> Iterator[Draft]:
    """A paragraph that ends in a colon, with a quotation as the next paragraph: "And from the ambassador:"."""
    shadow = string.shadow.string
    quotes = _outer_by_paragraph(string)
    for number, paragraph in enumerate(string.paragraphs[:-1]):
        following = quotes.get(number + 1)
        if (
            shadow[paragraph.end - 1] != ":"
            or not following
            or following[0].start != string.paragraphs[number + 1].start
        ):
            continue
        content = tidied(shadow, tuple((q.inner_start, q.inner_end) for q in following))
        tree = trees.get(number, [None])[-1]
        if tree is None or not content:
            continue
        yield from _introduction(tree, content, table, shadow, paragraph)


_ENTRY = re.compile(r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]|[-–•*])\s+")


def demands_in_list(string: AnnotatedString, trees: dict[int, list[Tree]], table: CueTable) -> Iterator[Draft]:
    """A paragraph that ends in a cue and a colon, with the numbered entries behind it: "The letter calls for:"."""
    shadow = string.shadow.string
    for number, paragraph in enumerate(string.paragraphs):
        if shadow[paragraph.end - 1] != ":" or not trees.get(number):
            continue
        pieces = []
        for entry in string.paragraphs[number + 1 :]:
            marker = _ENTRY.match(shadow, entry.start, entry.end)
            if marker is None:
                break
            pieces.append((marker.end(), entry.end))
        tree = trees[number][-1]
        verb = _last_cue(tree, table) if pieces else None
        subject = None if verb is None else subject_of(tree, verb)
        if verb is None or subject is None:
            continue
        yield Draft(
            place=tree.start[verb],
            source=(characters(tree, source_range(tree, subject, verb)),),
            cue=(characters(tree, (verb, verb + 1)),),
            content=tuple(piece for raw in pieces for piece in tidied(shadow, (raw,))),
            lemma=table.verbs[tree.lower[verb]][0].lemma,
            rule="list",
        )


def _last_cue(tree: Tree, table: CueTable) -> int | None:
    """The last cue of the last sentence, if nothing but its object or preposition stands between it and the colon."""
    last = len(tree) - 1
    for token in range(last, max(tree.sentence[last][0] - 1, last - 8), -1):
        if tree.is_verb(token):
            return token if tree.lower[token] in table.verbs else None
    return None


def _introduction(
    tree: Tree, content: tuple[tuple[int, int], ...], table: CueTable, shadow: str, paragraph: Paragraph
) -> Iterator[Draft]:
    verb = _introducing_verb(tree, table)
    if verb is not None:
        subject = subject_of(tree, verb)
        cues = table.verbs.get(tree.lower[verb])
        yield Draft(
            place=tree.start[verb],
            source=() if subject is None else (characters(tree, source_range(tree, subject, verb)),),
            cue=(characters(tree, (verb, verb + 1)),),
            content=content,
            lemma=cues[0].lemma if cues else None,
            rule="introduction",
            is_speech=True,
        )
        return
    label = _LABEL.match(shadow, paragraph.start, paragraph.end)
    if (
        label is not None
        and label.end() == paragraph.end
        and (label["from"] or _has_person(label["name"]))
        and _is_name(label["name"])
    ):
        cue = label.span("from") if label["from"] else (label.end("name"), label.end("name") + 1)
        yield Draft(
            place=paragraph.start,
            source=(label.span("name"),),
            cue=(cue,),
            content=content,
            rule="introduction",
            is_speech=True,
        )


def _introducing_verb(tree: Tree, table: CueTable) -> int | None:
    """The last verb of saying in the last sentence, or a verb with a text as its object ("issued this statement:")."""
    last = len(tree) - 1
    first = tree.sentence[last][0]
    for token in range(last, first - 1, -1):
        if tree.is_verb(token) and any("clause" in cue.frames for cue in table.verbs.get(tree.lower[token], ())):
            return token
    for token in range(last, first - 1, -1):
        if tree.lower[token] in MEDIA_NOUNS and tree.dep[token] == "dobj":
            return tree.head[token]
    return None


def _has_person(words: str) -> bool:
    return len(re.findall(r"\b[^\W\d_a-z][\w'-]+", words)) >= 2


def headline_labels(string: AnnotatedString, tree: Tree, *, is_title: bool) -> Iterator[Draft]:
    """`Orsk: accord is thin`, in headlines, where the label names a person or body."""
    if not is_title or ":" not in tree.words[:8]:
        return
    colon = tree.words.index(":")
    if not 0 < colon <= 7 or colon + 2 >= len(tree) or tree.lower[colon - 1] in GENRES or tree.quoted[colon] >= 0:
        return
    start, end = tree.start[0], tree.end[colon - 1]
    named = any(e.label in _SPEAKING_LABELS and e.start < end and e.end > start for e in string.entities)
    has_verb = any(tag[0] == "V" or tag == "MD" for tag in tree.tag[colon + 1 :])
    if not named or not has_verb or any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tree.tag[:colon]):
        return
    content = tidied(string.shadow.string, ((tree.start[colon + 1], tree.end[-1]),))
    if content:
        yield Draft(
            place=start,
            source=((start, end),),
            cue=(characters(tree, (colon, colon + 1)),),
            content=content,
            rule="headline-colon",
        )
