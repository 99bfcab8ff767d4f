"""The map as a picture, and the small charts: readable with any number of phrases."""

import re
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest

from plugins.language.problems import Severity
from plugins.reports.keywords.concerns import Judgement
from plugins.reports.keywords.counting import distinct_runs, runs_in
from plugins.reports.keywords.dots import drawing, shortened
from plugins.reports.keywords.facts import Facts
from plugins.reports.keywords.figures import number, share
from plugins.reports.keywords.first import first_tasks
from plugins.reports.keywords.gathering import facts_of
from plugins.reports.keywords.names import page_names
from plugins.reports.keywords.picture import NARROW, WIDE, picture_of
from plugins.reports.keywords.quotes import marked
from tests.audit.subjects import document, subject
from tests.reports.keywords_sample import HEADER, site, written

LONG = "очень длинная фраза о доставке промышленного оборудования из китая морем " * 5
NO_JUDGEMENTS: Sequence[Judgement] = ()


def facts(lang: str = "ru") -> Facts:
    """The facts of a language of the sample site."""
    judged = site()
    study = next(study for study in judged.studies if study.lang == lang)
    return facts_of(study, judged.site, NO_JUDGEMENTS, "en")


def many(count: int) -> Facts:
    """So many phrases, each with a document of its own that has it."""
    names = [f"модель {number}" for number in range(100, 100 + count)]
    documents = [
        document(f"ru/d{place:03}.md", f"<p>Вот {name}.</p>", title=name)
        for place, name in enumerate(names)
    ]
    rows = (f"{name},ru/d{place:03}.md,{count - place},,\n" for place, name in enumerate(names))
    judged = subject(documents=documents, keywords={"ru": HEADER + "".join(rows)})
    return facts_of(judged.studies[0], judged.site, NO_JUDGEMENTS, "en")


def svg(found: Facts) -> ElementTree.Element:
    """The wide picture."""
    return ElementTree.fromstring(drawing(picture_of(found, WIDE), found, "en"))


def test_what_a_document_is_to_a_group() -> None:
    cells = {
        (group.name, cell.source): (cell.kind, cell.count)
        for group, cells in picture_of(facts(), WIDE).rows
        for cell in cells
    }

    assert cells == {
        ("доставка из китая", "ru/delivery.md"): ("own", 4),
        ("доставка из китая", "ru/oven.md"): ("guest", 1),
        ("газовая печь", "ru/oven.md"): ("own", 3),
        ("газовая печь", "ru/list.md"): ("rival", 1),
        ("тестомес", "ru/mixer.md"): ("own", 2),
    }


def test_a_phrase_that_its_document_lacks_is_shown_as_absent() -> None:
    rows = "аренда крана,ru/oven.md,5,,\n"
    judged = site({"ru": HEADER + rows})
    found = facts_of(judged.studies[0], judged.site, NO_JUDGEMENTS, "en")
    (_, cells), *_ = picture_of(found, WIDE).rows

    assert [(cell.kind, cell.count) for cell in cells] == [("absent", 0)]


def test_each_dot_has_a_name_and_a_link_and_the_larger_stands_for_more() -> None:
    found = facts()
    dots = {
        link.findtext("title", ""): (link.get("href"), float(circle.get("r", 0)))
        for link in svg(found).iter("a")
        if (circle := link.find("circle")) is not None
    }

    name = "доставка из китая — Доставка из Китая: 4 places; the document that answers it"
    other = "доставка из китая — Газовая печь: 1 place; another document where it stands"
    assert len(dots) == 5
    assert dots[name][0] == "phrases/ru-dostavka-iz-kitaya.html"
    assert dots[name][1] > dots[other][1] > 0


def test_labels_are_links_with_the_full_text() -> None:
    labels = {link.findtext("title"): link.get("href") for link in svg(facts()).iter("a")}

    assert labels["доставка из китая: 13,000"] == "phrases/ru-dostavka-iz-kitaya.html"
    assert labels["Газовая печь (ru/oven.md)"] == "documents/ru-oven.html"


def test_the_picture_brings_no_style_of_its_own() -> None:
    written_svg = drawing(picture_of(facts(), WIDE), facts(), "en")

    assert not re.search(
        r"<style|<script|<defs|<desc|<!--|xmlns|style=| id=|http|pygal", written_svg
    )


def test_with_a_thousand_phrases_it_shows_the_most_asked(tmp_path: Path) -> None:
    found = many(60)
    picture = picture_of(found, WIDE)

    assert [group.name for group, _ in picture.rows] == [f"модель {n}" for n in range(100, 120)]
    assert picture.columns == tuple(f"ru/d{place:03}.md" for place in range(20))
    assert len(list(svg(found).iter("circle"))) == 20


def test_on_a_phone_no_row_loses_its_document() -> None:
    picture = picture_of(many(60), NARROW)

    assert len(picture.rows) == len(picture.columns) == NARROW.columns
    width = ElementTree.fromstring(drawing(picture, many(60), "en")).get("width", "0")
    assert int(width) <= 328


def test_the_caption_says_what_is_left_out(tmp_path: Path) -> None:
    rows = "".join(f"модель {number},,{number},,\n" for number in range(100, 130))
    rows += "газовая печь,ru/oven.md,900,,\n"
    text = written(tmp_path, judged=site({"ru": HEADER + rows})).page("index.html").text

    assert "The picture shows the most asked: 20 of 31 groups, 2 of 5 documents." in text


def test_the_same_stands_in_a_table(tmp_path: Path) -> None:
    text = written(tmp_path).page("index.html").after("The same as a table")

    assert "газовая печьПечи <b>& весы</b> ru/list.md1a second document" in text
    assert "аренда кранаstands in none of these documents" in text


def test_with_one_phrase_there_is_a_picture_and_with_none_a_sentence(tmp_path: Path) -> None:
    one = written(tmp_path / "1", judged=site({"ru": f"{HEADER}печь,ru/oven.md,1,,\n"}))
    none = written(tmp_path / "0", judged=site({"ru": f"{HEADER}аренда крана,,1,,\n"}))

    assert "There is nothing to draw yet" not in one.page("index.html").text
    assert "There is nothing to draw yet" in none.page("index.html").text
    assert "<circle" not in none.page("index.html").html


def test_long_and_strange_phrases_are_shortened_with_the_full_text_kept() -> None:
    rows = f"{LONG},ru/oven.md,9,,\n"
    judged = site({"ru": HEADER + rows})
    found = facts_of(judged.studies[0], judged.site, NO_JUDGEMENTS, "en")
    texts = [text.text for text in svg(found).iter("text")]
    names = [link.findtext("title") for link in svg(found).iter("a")]

    assert "очень длинная фраза о доставке…" in texts
    assert f"{LONG.strip()}: 9" in names


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("печь", "печь"),
        ("газовая печь для пиццы", "газовая…"),
        ("электрогазосварщик", "электрога…"),
        ("печь\x07 и пресс", "печь  и…"),
    ],
)
def test_a_text_of_ten_letters(text: str, short: str) -> None:
    assert short == shortened(text, 10)


@pytest.mark.parametrize(
    ("spans", "html"),
    [
        ([], "a &lt; bc"),
        ([(0, 1), (4, 6)], "<mark>a</mark> &lt; <mark>bc</mark>"),
        ([(0, 3), (2, 5)], "<mark>a &lt; b</mark>c"),
        ([(2, 3)], "a <mark>&lt;</mark> bc"),
    ],
)
def test_places_in_a_sentence_are_marked_once(spans: list[tuple[int, int]], html: str) -> None:
    assert html == marked("a < bc", spans)


def test_places_of_phrases_that_overlap_are_counted_once() -> None:
    study = site().studies[0]
    oven = study.seen["ru/oven.md"].sightings
    both = [s for s in oven if study.map.phrases[s.phrase].group == "печи"]

    assert runs_in(both) == 6
    assert distinct_runs(both) == 3


def test_pages_have_names_of_their_own() -> None:
    assert page_names("phrases", ["печь", "Печь", "ёж-1", "ru-con", "!!!"]) == (
        "phrases/pech.html",
        "phrases/pech-2.html",
        "phrases/yozh-1.html",
        "phrases/ru-con.html",
        "phrases/x.html",
    )
    assert len(page_names("p", ["печь " * 100])[0]) < 80


@pytest.mark.parametrize(
    ("part", "whole", "english", "russian"),
    [
        (0, 0, "0%", "0\u00a0%"),
        (1, 3, "33%", "33\u00a0%"),
        (1, 1000, "<1%", "<1\u00a0%"),
        (999, 1000, ">99%", ">99\u00a0%"),
        (5, 5, "100%", "100\u00a0%"),
    ],
)
def test_a_share_never_rounds_to_nothing_or_to_all(
    part: int, whole: int, english: str, russian: str
) -> None:
    assert (english, russian) == (share(part, whole, "en"), share(part, whole, "ru"))


def test_numbers_of_both_languages() -> None:
    assert number(1234567, "ru") == "1\u00a0234\u00a0567"
    assert number(1234567, "en") == "1,234,567"


def judgement(phrase: str, severity: Severity) -> Judgement:
    """Something to say of a phrase."""
    return Judgement("rule", severity, "content/ru/oven.md", 0, "M.", "A.", frozenset({phrase}))


def test_advice_weighs_a_tenth() -> None:
    judged = site()
    found = [
        judgement("доставка из китая", Severity.ADVICE),
        judgement("газовая печь", Severity.WARNING),
        judgement("тестомес", Severity.ADVICE),
    ]
    tasks = first_tasks(facts_of(judged.studies[0], judged.site, found, "en"))

    assert [(task.group.name, task.judgement.rule) for task in tasks] == [
        ("аренда крана", "gap"),
        ("доставка из китая", "rule"),
        ("газовая печь", "rule"),
        ("сколько стоит аренда крана", "gap"),
        ("тестомес", "rule"),
        ('<script>alert(1)</script> & "весы"', "gap"),
    ]
