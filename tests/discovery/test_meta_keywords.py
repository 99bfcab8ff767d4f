"""Key phrases of the head: whose, in which order, each once, and none from a broken map."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.discovery import meta_keywords
from plugins.listings import ListingSettings, listings
from tests.audit.subjects import document, site

OVEN = document("ru/products/oven.md")
MAP = """phrase,document,frequency
цена печи,ru/products/oven.md,90
печь,ru/products/oven.md,500
печи,ru/products/oven.md,400
печь для пекарни,ru/products/oven.md,300
печи в пекарню,ru/products/oven.md,10
печь цена,ru/products/oven.md,80
"\"\"печь бриз\"\"",ru/products/oven.md,5
станок,ru/products/press.md,900
верстак,,700
""".replace('"\\"\\"', '"""').replace('\\"\\""', '"""')


def keywords(data: bytes | str, lang: str = "ru") -> str:
    data = data if isinstance(data, bytes) else data.encode()
    return meta_keywords(document(f"{lang}/products/oven.md"), {"ru": data})


def test_phrases_of_the_page_the_most_asked_first_each_word_form_once() -> None:
    assert keywords(MAP) == "печь, печь для пекарни, цена печи, печь бриз"


def test_at_most_ten() -> None:
    rows = "".join(f"печь модель{n},ru/products/oven.md,{n}\n" for n in range(40))
    found = keywords("phrase,document,frequency\n" + rows).split(", ")

    assert found == [f"печь модель{n}" for n in range(39, 29, -1)]


def test_what_has_no_phrases_has_no_keywords() -> None:
    assert keywords("") == ""
    assert keywords("phrase,document\nстол,ru/pages/x.md\n") == ""
    assert keywords(MAP, lang="en") == ""


def test_further_pages_of_a_list_answer_no_phrase() -> None:
    catalogue = document("ru/pages/catalog.md", kind="list", lists="products", url="products/")
    goods = [document(f"ru/products/{name}.md", kind="product") for name in "ab"]
    first, second = listings(site(catalogue, *goods), ListingSettings(per_page=1))
    maps = {"ru": "phrase,document\nпечи,ru/pages/catalog.md\n".encode()}

    assert (meta_keywords(first, maps), meta_keywords(second, maps)) == ("печи", "")


def test_a_comma_in_a_phrase_does_not_part_it() -> None:
    assert keywords('phrase,document\n"печь, стол",ru/products/oven.md\n') == "печь стол"


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\x00",
        b"phrase;document\n\xcf\xe5\xf7\xfc;ru/products/oven.md\n",
        b'phrase,document\n"\n',
        b"\x00" * 50,
        b"PK\x03\x04 no workbook",
        b"document,frequency\nru/products/oven.md,x\n",
    ],
)
def test_a_broken_map_stops_nothing(data: bytes) -> None:
    assert keywords(data) in ("", "Печь")


@given(st.binary(max_size=300))
def test_no_bytes_stop_anything(data: bytes) -> None:
    assert isinstance(keywords(b"phrase,document\n" + data), str)
