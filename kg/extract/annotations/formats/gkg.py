"""GDELT's Global Knowledge Graph 2.1: the quotations of its column V2.1QUOTATIONS, one article a line.

GKG keeps neither the article's text nor the speaker. So the text of such an article is its quotations, one a paragraph,
in the order of their offsets, and its attributions have no source: nobody is guessed. Where the articles themselves are
given, the quotations are looked for in them by their words. The offsets of GKG ("approximately where") are used for
the order alone. The verb, where GKG has one, is kept as the cue's lemma; it has no place in the text.

In a line about a translated document (V2.1TRANSLATIONINFO) the words are the machine's: they are no verbatim quotation,
and the rule is called `gkg-translation`. V2.1DATE tells when GDELT saw a document; the date of publication is the
page's own (PAGE_PRECISEPUBTIMESTAMP), and missing where the page has none. Lines without quotations are left out.

Source: GDELT Global Knowledge Graph Codebook V2.1, 19 February 2015.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from kg.articles.decode import MAX_BYTES, decode, too_large
from kg.articles.records import metadata_of, writable
from kg.errors import ArticleError, UnreadableFile
from kg.extract.annotations.records import Place, Recorded, names_of
from kg.extract.rules.cues import load_cues
from kg.model import Article, Attribution, Mode, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.articles import SourceFile

NAME: Final = "gkg"
TRANSLATION: Final = "gkg-translation"
COLUMNS: Final = 27
_ID, _OUTLET, _ADDRESS, _QUOTATIONS, _TRANSLATION, _EXTRAS = 0, 3, 4, 22, 25, 26
_BETWEEN: Final = "\n\n"
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")


def is_gkg(first_line: str) -> bool:
    """True for a line with the columns of GKG 2.1."""
    return first_line.count("\t") == COLUMNS - 1


def read_gkg(source: SourceFile) -> Iterator[Recorded | ArticleError]:
    """The lines that have quotations, in the order of the file.

    Raises: UnreadableFile: a line is over the limit of its size, or no text.
    """
    number = 0
    while line := source.stream.readline(MAX_BYTES + 1):
        number += 1
        if len(line) > MAX_BYTES:
            raise UnreadableFile(too_large("this line"), source=source.name, line=number)
        if not line.strip():
            continue
        try:
            recorded = _recorded(decode(line, source).rstrip("\r\n"), Place(source=source.name, line=number), source)
        except UnreadableFile as error:
            yield UnreadableFile(error.problem, source=source.name, line=number)
        except ArticleError as error:
            yield error
        else:
            if recorded is not None:
                yield recorded


def _recorded(line: str, where: Place, source: SourceFile) -> Recorded | None:
    cells = line.split("\t")
    if cells[0] == "GKGRECORDID":
        return None
    if len(cells) != COLUMNS:
        raise where.broken(f"{len(cells)} columns where GKG 2.1 has {COLUMNS}")
    place = Place(source=where.source, line=where.line, record=cells[_ID] or None)
    quotations = _quotations(cells[_QUOTATIONS], place)
    if not quotations:
        return None
    is_translated = bool(cells[_TRANSLATION].strip())
    attributions: list[Attribution] = []
    end = -len(_BETWEEN)
    for verb, words in quotations:
        span = Span(end + len(_BETWEEN), end + len(_BETWEEN) + len(words))
        end = span.end
        attributions.append(
            Attribution(
                source=(),
                cue=(),
                content=(span,),
                mode=Mode.INDIRECT if is_translated else Mode.DIRECT,
                quotes=() if is_translated else (span,),
                cue_lemma=_lemma(verb),
                rule=TRANSLATION if is_translated else NAME,
            )
        )
    article = _article(cells, _BETWEEN.join(words for _, words in quotations), place, source)
    return Recorded(
        place=place,
        article=article,
        names=names_of(article),
        attributions=tuple(attributions),
        unmarked=frozenset(range(len(attributions))),
    )


def _quotations(cell: str, place: Place) -> list[tuple[str, str]]:
    """Verb and words of each quotation, by offset; one that stands in the cell twice is one."""
    found: dict[tuple[int, str], str] = {}
    # A number sign may stand in the words, too: a block begins with two numbers.
    for block in re.split(r"#(?=\d{1,9}\|\d{1,9}\|)", cell) if cell.strip() else ():
        offset, _, rest = block.partition("|")
        length, _, rest = rest.partition("|")
        verb, bar, words = rest.partition("|")
        if not bar or not re.fullmatch(r"[0-9]{1,9}", offset) or not re.fullmatch(r"[0-9]{1,9}", length):
            raise place.broken(f"a quotation should read OFFSET|LENGTH|VERB|WORDS, but is {block[:60]!r}")
        plain = " ".join(writable(words).split())
        if plain:
            found.setdefault((int(offset), plain), verb)
    return [(verb, words) for (_, words), verb in sorted(found.items())]


def _article(cells: list[str], text: str, place: Place, source: SourceFile) -> Article:
    stamp = _STAMP.fullmatch(_extra(cells[_EXTRAS], "PAGE_PRECISEPUBTIMESTAMP"))
    about = {
        "publisher": cells[_OUTLET],
        "url": cells[_ADDRESS],
        "published": "{}-{}-{}T{}:{}:{}Z".format(*stamp.groups()) if stamp else None,
    }
    return Article(
        text=text,
        title=writable(" ".join(html.unescape(_extra(cells[_EXTRAS], "PAGE_TITLE")).split())),
        id=place.record,
        source_file=source.file_name,
        loader=NAME,
        **metadata_of(about, where=f"{place.source}, line {place.line}"),
    )


def _extra(cell: str, name: str) -> str:
    start = cell.find(f"<{name}>")
    end = cell.find(f"</{name}>", start)
    return cell[start + len(name) + 2 : end].strip() if 0 <= start < end else ""


def _lemma(verb: str) -> str | None:
    plain = verb.strip().lower()
    cues = load_cues().verbs.get(plain)
    return cues[0].lemma if cues else plain or None
