"""The shadow and the way back from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.folding import fold

PIECES = st.sampled_from(
    [
        *("Ardenia ", "said", "x", " ", "\r\n", "\n\n", "é", "e\u0301", "👩‍🚀", "🇺🇳"),
        *("\u00ad", "\u200b", "\ufeff", "\u00a0", "“", "”", "‘", "’", "«", "»", "''", "``"),
        *("&quot;", "&amp;", "&#39;", "&nbsp;", "&", "â€œ", "â€\x9d", "â€™", "Ã«", "<b>", "</b>"),
    ]
)
MESSY = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60)


@pytest.mark.parametrize(
    ("string", "shadow"),
    [
        ("Am\u00adbas\u00adsador Dar\u200bwan", "Ambassador Darwan"),
        ("\ufeffThe\u00a0sea\u202fis open", "The sea is open"),
        ("“It’s ‘fine’,” she said", "\"It's 'fine',\" she said"),
        ("«Non», a-t-il dit", '"Non", a-t-il dit'),
        ("&quot;It won&#39;t&quot; &amp; left", '"It won\'t" & left'),
        ("&amp;quot;Yes&amp;quot;", '"Yes"'),
        ("â€œGone,â€\x9d ZoÃ« said", '"Gone," Zoë said'),
        ("MiloÅ¡ PetroviÄ‡", "Miloš Petrović"),
        ("''Not yet,'' he said", '"Not yet," he said'),
        ("Envoy Bo <b>Lind</b> said", "Envoy Bo Lind said"),
        ("to all traf-\nfic, the inter-\r\nnational port", "to all traffic, the international port"),
        ("a so-\nCalled port, 5-\nyear plan -\nsaid", "a so-\nCalled port, 5-\nyear plan -\nsaid"),
        ("5 < 6 & 7 > 3", "5 < 6 & 7 > 3"),
        ("Ã is a letter; CAFÉ™ a brand", "Ã is a letter; CAFÉ™ a brand"),
        ("AT&T; R&D", "AT&T; R&D"),
    ],
)
def test_folding_undoes_what_only_typesetting_and_bad_decoding_add(string: str, shadow: str) -> None:
    assert fold(string).shadow.string == shadow


def test_a_string_that_keeps_its_length_needs_no_map() -> None:
    assert fold("“Yes,” he\u00a0said").shadow.origin is None


@given(MESSY)
def test_every_shadow_character_stands_for_a_part_of_the_article_in_order(string: str) -> None:
    shadow = fold(string).shadow
    spans = [shadow.to_article(place, place + 1) for place in range(len(shadow.string))]
    assert all(0 <= start < end <= len(string) for start, end in spans)
    assert spans == sorted(spans)


@given(MESSY, st.data())
def test_a_range_of_the_shadow_comes_back_from_the_article(string: str, data: st.DataObject) -> None:
    shadow = fold(string).shadow
    if not shadow.string:
        return
    start = data.draw(st.integers(0, len(shadow.string) - 1))
    end = data.draw(st.integers(start + 1, len(shadow.string)))
    first, last = shadow.to_shadow(*shadow.to_article(start, end))
    assert first <= start
    assert end <= last
    assert fold(string[slice(*shadow.to_article(start, end))]).shadow.string != ""


@given(st.text(alphabet="abc é🚀\r\n", max_size=40), st.data())
def test_words_cut_from_the_article_equal_those_of_the_shadow(string: str, data: st.DataObject) -> None:
    dropped = data.draw(st.sampled_from(["\u00ad", "\u200b", "\ufeff"]))
    place = data.draw(st.integers(0, len(string)))
    messy = string[:place] + dropped + string[place:]
    shadow = fold(messy).shadow
    assert shadow.string == string
    if string:
        start, end = shadow.to_article(0, len(string))
        assert messy[start:end].replace(dropped, "") == string


def test_letters_with_their_accents_apart_are_read_as_one_and_come_back_whole() -> None:
    string = "Zoe\u0308 A\u0301lvarez"
    shadow = fold(string).shadow
    assert shadow.string == "Zoë Álvarez"
    assert string[slice(*shadow.to_article(4, 11))] == "A\u0301lvarez"
    assert string[slice(*shadow.to_article(2, 3))] == "e\u0308"


def test_a_span_of_marked_up_words_holds_both_tags() -> None:
    string = "Bo <b>Lind</b> said"
    shadow = fold(string).shadow
    start = shadow.string.index("Lind")
    first, last = shadow.to_article(start, start + 4)
    assert string[first:last] == "<b>Lind</b>"


def test_oriented_marks_are_kept_beside_the_shadow() -> None:
    folded = fold("„Ja“, &ldquo;yes&rdquo;")
    assert folded.oriented == "„Ja“, “yes”"
    assert folded.shadow.string == '"Ja", "yes"'
