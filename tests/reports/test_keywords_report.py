"""The report of key phrases as a specialist with twenty minutes reads it."""

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from plugins.language.messages import message
from plugins.reports.keywords.concerns import sentence
from tests.audit.subjects import document, subject
from tests.reports.keywords_sample import ENGLISH_MAP, HEADER, Written, site, written
from tests.sites import ROOT

FILES = {
    *("index.html", "phrases.html", "documents.html", "gaps.html", "conflicts.html"),
    *("phrases.csv", "documents.csv", "gaps.csv", "places.csv", "keywords.json", "report.css"),
}
FILE_NAMES = ("phrases", "documents", "gaps", "places", "keywords", "csv", "json")
HOSTILE = ("script", "alert")
CLEAN_MAP = f"{HEADER}доставка из китая,ru/delivery.md,5,,\n"
CLEAN = "<p>Доставка из Китая идёт 20 дней.</p>"


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The report of the sample site for an English reader."""
    return written(tmp_path_factory.mktemp("english"), "en")


@pytest.fixture(scope="module")
def russian(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The same for a Russian reader."""
    return written(tmp_path_factory.mktemp("russian"), "ru")


def in_order(text: str, *parts: str) -> bool:
    """Whether the parts stand in a text one after another."""
    return re.search(".*".join(map(re.escape, parts)), text) is not None


def test_a_report_is_one_folder(english: Written) -> None:
    assert {name for name in english.bytes() if "/" not in name} == FILES
    assert {"phrases", "documents"} == {n.split("/")[0] for n in english.bytes() if "/" in n}


def test_it_begins_with_what_is_most_worth_doing(english: Written) -> None:
    text = english.page("index.html").text

    assert in_order(text, "Do this first", "In numbers", "The map:", "Phrases", "Documents")
    assert in_order(
        text.partition("Do this first")[2],
        "аренда крана 2,000 No document answers «аренда крана».",
        "доставка из китая 13,000 The description does not have",
        "газовая печь 1,200 The map gives «газовая печь» to several documents",
        "сколько стоит аренда крана 700",
        "In numbers",
    )


def test_the_claim_and_the_numbers(english: Written) -> None:
    text = english.page("index.html").text

    assert "80% of the demand has a live document" in text
    assert "content/ru/keywords.csv: 17,715; groups of phrases with a live document: 2 of 7" in text
    for number in (
        "Phrases9",
        "Groups of one meaning7",
        "with a live document2",
        "with a document not live yet1",
        "without a document (gaps)4",
        "Conflicts1",
        "Live documents without phrases1",
    ):
        assert number in text


def test_what_is_wrong_with_the_map_is_said_before_all_tasks(english: Written) -> None:
    text = english.page("index.html").text

    assert in_order(text, "content/ru/keywords.csv:10: document: expected", "Do this first")


def test_languages_are_parts_of_one_report(english: Written) -> None:
    page = english.page("index.html")

    assert {"part-ru", "part-en"} <= set(page.values("id"))
    assert in_order(page.text, "Русский", "доставка из китая", "English", "gas oven")


def test_a_phrase_with_its_frequency_document_zones_and_forms(english: Written) -> None:
    text = english.page("phrases/ru-dostavka-iz-kitaya.html").text

    assert "Доставка из Китая ru/delivery.md Frequency: 13,000 · phrases of one meaning: 2" in text
    assert "Forms met on the site: доставка из китая 4, доставке из китая 1" in text
    assert "title 1, first paragraph 1, subheadings 1, text 3." in text
    assert "As written: 3, in other forms: 1, scattered in a sentence: 0." in text
    assert "Not in: description, address, alt texts, link texts." in text


def test_the_very_sentences_with_the_match_marked(english: Written) -> None:
    html = english.page("phrases/ru-dostavka-iz-kitaya.html").html

    assert "Наша <mark>доставка из Китая</mark> занимает 20 дней." in html
    assert "О <mark>доставке из Китая</mark> спрашивают чаще всего, а Китай далеко" in html


def test_words_that_stand_apart_are_marked_without_prepositions(english: Written) -> None:
    html = english.page("phrases/ru-dostavka-iz-kitaya.html").html.partition("доставка китай")[2]

    assert "Наша <mark>доставка</mark> из <mark>Китая</mark> занимает" in html
    assert "first paragraph, scattered" in html


def test_links_to_the_document_by_their_anchor(english: Written) -> None:
    text = english.page("phrases/ru-dostavka-iz-kitaya.html").after("Links to the document")

    assert in_order(text, "ru/oven.mdДоставка из Китаяyes", "ru/oven.mdздесьno")


def test_where_else_a_phrase_stands(english: Written) -> None:
    text = english.page("phrases/ru-dostavka-iz-kitaya.html").after("In other documents")

    assert text.startswith(" Газовая печь ru/oven.md 1 place Доставка из Китая входит в цену")


def test_what_to_do_for_a_phrase(english: Written) -> None:
    text = english.page("phrases/ru-gazovaya-pech.html").after("What to do")

    assert in_order(
        text, "warning The map gives", "advice The description does not have", "спросить"
    )


def test_nothing_to_do_is_said(english: Written) -> None:
    assert "What to do Nothing to do." in english.page("phrases/ru-testomes.html").text
    assert "What to do Nothing to do." in english.page("documents/en-oven.html").text


def test_a_document_with_its_phrases_and_judgements(english: Written) -> None:
    text = english.page("documents/ru-list.html").text

    assert in_order(text, "Печи <b>& весы</b> ru/list.md · words in the text: 4", "What to do")
    assert "warning The title does not have the key phrase «газовая печь»" in text
    assert "газовая печь1,200———1———1" in text


def test_a_document_with_phrases_of_others_and_links(english: Written) -> None:
    assert "Доставка из Китая ru/delivery.md1" in english.page("documents/ru-oven.html").after(
        "Phrases of others that stand here"
    )
    assert "здесь—" in english.page("documents/ru-delivery.html").after("Links to the document")


def test_a_document_that_is_not_live_says_so(english: Written) -> None:
    assert "not live yet" in english.page("documents/ru-mixer.html").text
    assert "not live yet" not in english.page("documents/ru-oven.html").text


def test_conflicts_with_everybody_who_contends(english: Written) -> None:
    text = english.page("conflicts.html").text

    assert in_order(text, "газовая печь 1,200", "Keep ru/oven.md", "Named by the map")
    assert "Газовая печь ru/oven.mdyestitle, description, first paragraph3" in text
    assert "ru/list.mdyesfirst paragraph1" in text


def test_groups_of_one_meaning_are_a_conflict(tmp_path: Path) -> None:
    rows = "печь газовая,ru/oven.md,5,печи,\nгазовая печь,ru/oven.md,9,,\n"
    text = written(tmp_path, judged=site({"ru": HEADER + rows})).page("conflicts.html").text

    assert "Phrases of the same meaning stand in the groups «печи»." in text


def test_gaps_are_briefs_for_a_writer(english: Written) -> None:
    text = english.page("gaps.html").text

    assert in_order(
        text,
        "аренда крана 2,000",
        "Forms to use naturally",
        "аренду крана",
        "Questions to answer",
        "Сколько стоит аренда крана?",
        "Link to it from",
        "Link from it to",
        "сколько стоит аренда крана 700",
        "The map names a document that is not there =1+1 станок 5 ru/lost.md",
    )


def test_a_gap_leads_to_its_brief(english: Written) -> None:
    href = "../gaps.html#ru-arenda-krana"

    assert href in english.page("phrases/ru-arenda-krana.html").values("href")
    assert "ru-arenda-krana" in english.page("gaps.html").values("id")


def test_every_gap_is_one_of_what_to_do_however_many_the_audit_names(tmp_path: Path) -> None:
    phrases = [f"станок модели {number}" for number in range(100, 115)]
    rows = "".join(f"{phrase},,{number},,\n" for number, phrase in enumerate(phrases))
    table = written(tmp_path, judged=site({"ru": HEADER + rows})).table("phrases.csv")

    assert {row["What to do"] for row in table} == {"Write a text about it from the brief."}


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_every_link_leads_somewhere_in_the_folder(lang: str, tmp_path: Path) -> None:
    report = written(tmp_path, lang)
    ids = {name: set(page.values("id")) for name, page in report.pages()}
    for name, page in report.pages():
        for href in page.values("href"):
            path, _, fragment = unquote(href).partition("#")
            target = (tmp_path / name).parent / path if path else tmp_path / name
            assert target.resolve().is_file(), (name, href)
            if fragment:
                assert fragment in ids[target.resolve().relative_to(tmp_path).as_posix()], href


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_no_script_no_network_no_foreign_style(lang: str, tmp_path: Path) -> None:
    for name, page in written(tmp_path, lang).pages():
        tags = {tag for tag, _ in page.tags}
        assert not tags & {"script", "img", "iframe", "style", "object"}, name
        assert not re.search(r"https?:|href=\"//|@import|url\(|style=|\son\w+=\"", page.html), name
        assert f'<html lang="{lang}">' in page.html


def test_what_people_wrote_is_text_and_never_markup(english: Written) -> None:
    page = english.page("phrases/ru-script-alert-1-script-vesy.html")

    assert '<script>alert(1)</script> & "весы"' in page.text
    assert "Печи &lt;b&gt;&amp; весы&lt;/b&gt;" in english.page("documents.html").html


def test_russian_reads_russian(russian: Written) -> None:
    for name, page in russian.pages():
        said = re.sub("gas oven|English|Excel|UTF", " ", page.text, flags=re.IGNORECASE)
        said = re.sub(r"(?:content|docs|ru|en)/\S+|invoke keywords\S*", " ", said)
        words = set(re.findall(r"[a-zA-Z]{3,}", said))
        assert words <= {*FILE_NAMES, *HOSTILE, "document"}, name


def test_russian_numbers_do_not_break(russian: Written) -> None:
    html = russian.page("phrases/ru-dostavka-iz-kitaya.html").html

    assert "13\u00a0000" in html
    assert "80\u00a0%" in russian.page("index.html").html


def test_a_language_without_a_map_is_told_how_to_begin(tmp_path: Path) -> None:
    report = written(tmp_path, judged=site({"en": ENGLISH_MAP}))
    for name in ("index.html", "phrases.html", "gaps.html", "conflicts.html", "documents.html"):
        text = report.page(name).text
        assert in_order(text, "gas oven", "Русский") or name in ("gaps.html", "conflicts.html")
        assert "There are no key phrases in content/ru/keywords.csv yet." in text
        assert "invoke keywords --import FILE --language ru" in text
        assert "phrase,document,frequency,group,note" in text


def test_without_any_map_there_is_a_report_all_the_same(tmp_path: Path) -> None:
    report = written(tmp_path, judged=site({}))

    assert set(report.bytes()) == FILES
    assert report.page("index.html").text.count("There are no key phrases in") == 2
    assert report.data()["studies"] == []
    assert report.table("phrases.csv") == []


def test_a_map_that_cannot_be_read_says_what_is_wrong(tmp_path: Path) -> None:
    text = written(tmp_path, judged=site({"ru": "слово,частота\nпечь,5\n"})).page("index.html").text

    assert "There are no key phrases in content/ru/keywords.csv yet." in text
    assert "content/ru/keywords.csv:1: expected the columns phrase, document" in text


def test_where_nothing_is_wrong_it_is_said_in_words(tmp_path: Path) -> None:
    values = {"title": "Доставка из Китая", "description": "Доставка из Китая за 20 дней"}
    clean = subject(
        documents=[document("ru/delivery.md", CLEAN, **values)], keywords={"ru": CLEAN_MAP}
    )
    report = written(tmp_path, judged=clean)

    assert "Nothing: every phrase stands where it should." in report.page("index.html").text
    assert "There are none: no phrase has two documents." in report.page("conflicts.html").text
    assert (
        "There are none: the map has a document for every phrase." in report.page("gaps.html").text
    )


def test_without_frequencies_groups_are_counted(tmp_path: Path) -> None:
    rows = "газовая печь,ru/oven.md,,,\nаренда крана,,,,\n"
    text = written(tmp_path, judged=site({"ru": HEADER + rows})).page("index.html").text

    assert "50% of the groups have a live document" in text
    assert "content/ru/keywords.csv gives no frequencies" in text


def test_pages_of_former_runs_go_and_other_files_stay(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "phrases" / "notes.txt").write_text("mine", "utf-8")
    report = written(tmp_path, judged=site({"en": ENGLISH_MAP}))

    left = {name for name in report.bytes() if name.startswith("phrases/")}
    assert left == {"phrases/notes.txt", "phrases/en-gas-oven.html"}


def test_equal_input_gives_equal_bytes_whatever_the_order_of_hashes(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.reports.keywords_sample import written;"
        "written(Path(sys.argv[1]))"
    )
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / seed)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
        )

    assert Written(tmp_path / "1").bytes() == Written(tmp_path / "2").bytes()


def test_files_that_did_not_change_are_not_written_again(tmp_path: Path) -> None:
    written(tmp_path)
    page = tmp_path / "index.html"
    os.utime(page, (1, 1))
    written(tmp_path)

    assert page.stat().st_mtime == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the title is empty", "The title is empty."),
        ("why?", "Why?"),
        ("ru/a.md comes near", "ru/a.md comes near."),
        ("document: expected one", "document: expected one."),
    ],
)
def test_a_sentence_has_a_capital_and_an_end_but_names_keep_their_letters(
    text: str, said: str
) -> None:
    assert said == sentence(message(text), "en")
