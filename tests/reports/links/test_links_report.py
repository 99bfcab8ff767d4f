"""The report of internal links as a person reads it: what to do, where, why."""

import csv
import io
import json
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest

from plugins.internal_links.links import LinkPlan
from plugins.reports.links import Linked, told, write_links
from tests.audit.subjects import document, site
from tests.reports.keywords_sample import Page
from tests.reports.links.sample import documents, linked

FILES = {
    *("index.html", "pages.html", "lonely.html", "suggestions.html", "links.json", "report.css"),
    *("links.csv", "refused.csv", "pages.csv", "suggestions.csv"),
}
NOTHING = LinkPlan((), (), ())


def pages(folder: Path) -> Iterator[tuple[str, Page]]:
    for file in sorted(folder.rglob("*.html")):
        yield file.relative_to(folder).as_posix(), Page(file.read_text("utf-8"))


def page(folder: Path, name: str) -> Page:
    return Page((folder / name).read_text("utf-8"))


def table(folder: Path, name: str, separator: str = ",") -> list[dict[str, str]]:
    text = (folder / name).read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))


def contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("english")
    assert write_links(folder, linked(), "en") == folder / "index.html"
    return folder


@pytest.fixture(scope="module")
def russian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("russian")
    write_links(folder, linked(), "ru")
    return folder


def test_a_report_is_one_folder_with_a_page_for_each_document(english: Path) -> None:
    files = set(contents(english))

    assert {name for name in files if "/" not in name} == FILES
    assert len([name for name in files if name.startswith("pages/")]) == 33


def test_all_links_lead_to_files_of_the_folder(english: Path) -> None:
    for name, read in pages(english):
        for href in read.values("href"):
            path, _, fragment = unquote(href).partition("#")
            target = (english / name).parent / path if path else english / name
            assert target.is_file(), (name, href)
            if fragment and target.suffix == ".html":
                assert fragment in Page(target.read_text("utf-8")).values("id"), (name, href)


@pytest.mark.parametrize("folder", ["english", "russian"])
def test_no_script_no_network_no_foreign_style(folder: str, request: pytest.FixtureRequest) -> None:
    for name, read in pages(request.getfixturevalue(folder)):
        tags = {tag for tag, _ in read.tags}
        assert not tags & {"script", "img", "iframe", "style", "object"}, name
        assert not re.search(r"https?:|href=\"//|@import|url\(|style=|\son\w+=\"", read.html), name
        assert f'<html lang="{folder[:2]}">' in read.html


def test_russian_reads_russian(russian: Path) -> None:
    for name, read in pages(russian):
        said = re.sub(r"(?:ru/\S+|\(\{filename\}\S+|\.no-links|\w+\.(?:csv|json))", " ", read.text)
        said = re.sub("PageRank|Markdown|Excel|UTF", " ", said)
        assert re.findall("[a-zA-Z]{3,}", said) == [], name


def test_it_begins_with_what_is_wrong_and_the_site_at_a_glance(english: Path) -> None:
    read = page(english, "index.html")

    assert "6 pages of 33 are not linked to by any text" in read.text
    marks = [a for tag, a in read.tags if tag == "a" and "spot" in a.get("class", "")]
    assert len(marks) == 33
    assert sum("orphan" in mark["class"] for mark in marks) == 6
    assert all(mark["aria-label"] == mark["title"] for mark in marks)
    said = next(m["title"] for m in marks if "ru/blog/article-0006.md" in m["title"])
    assert said.endswith("texts that link to it: 2, it links to: 2")


def test_the_graph_has_a_dot_for_each_link_and_is_left_out_of_very_large_sites(
    english: Path, tmp_path: Path
) -> None:
    made = table(english, "links.csv")
    dots = re.findall('class="link (hand|auto)"', page(english, "index.html").html)
    write_links(tmp_path, linked(450), "en")

    assert len(dots) == len(made)
    assert 'class="link' not in page(tmp_path, "index.html").html
    assert 'class="dot own"' in page(tmp_path, "index.html").html


def test_a_document_says_what_is_linked_refused_and_possible(english: Path) -> None:
    text = page(english, "pages/ru-blog-article-0004.html").text

    assert "Links made by themselves В пункте 6 написано: модель 1006 описана" in text
    assert "Links made by its author «подробнее» → Модель 1005" in text
    assert "The page has links enough: at most one to each 60 words. 1 В пункте 8" in text
    assert "line 9 → Модель 1008" in text
    assert "[модель 1008]({filename}/ru/blog/article-0008.md)" in text


def test_a_document_says_who_leads_to_it_by_which_words(english: Path) -> None:
    text = page(english, "pages/ru-blog-article-0005.html").text

    assert "модель 1005267%" in text
    assert "подробнее133%" in text
    assert "Модель 1004: как выбрать и где поставить ru/blog/article-0004.md «подробнее»" in text
    assert "Other ways here under the article, as a related one:" in text


def test_the_words_are_marked_in_their_sentence(english: Path) -> None:
    html = page(english, "pages/ru-blog-article-0004.html").html

    assert "В пункте 6 написано: <mark>модель 1006</mark> описана отдельно" in html


def test_lonely_pages_have_a_plan(english: Path) -> None:
    text = page(english, "lonely.html").text

    assert "Pages that no text links to Модель 10" in text
    assert "Доставка ru/pages/delivery.md No text has its words" in text
    assert "no page is near to it" in text
    assert "Модель 1007: как выбрать и где поставить ru/blog/article-0007.md" in text


def test_tables_hold_everything(english: Path, russian: Path) -> None:
    links, refused = table(english, "links.csv"), table(english, "refused.csv")

    assert (len(links), len(refused)) == (65, 85)
    assert links[0] == {
        "Language": "ru",
        "Document": "ru/blog/article-0000.md",
        "Line": "5",
        "Words": "модель 1002",
        "Leads to": "ru/blog/article-0002.md",
        "How it is made": "made by itself",
        "Sentence": "В пункте 2 написано: модель 1002 описана отдельно, с ценами и сроками.",
    }
    assert {row["Правило"] for row in table(russian, "refused.csv", ";")} >= {"page-full"}
    orphans = [row for row in table(english, "pages.csv") if row["Texts that link to it"] == "0"]
    assert len(orphans) == 6 + 1  # home
    assert all(row["Ready link"].startswith("[") for row in table(english, "suggestions.csv"))


def test_json_is_for_programs(english: Path) -> None:
    data = json.loads((english / "links.json").read_text("utf-8"))
    (part,) = data["languages"]

    assert data["version"] == 1
    assert len(part["documents"]) == 33
    assert part["menu"] == ["ru/pages/blog.md", "ru/pages/delivery.md", "ru/pages/index.md"]
    assert {edge[3] for edge in part["edges"]} == {"hand", "auto", "related", "list"}
    assert sum(one["rank"] for one in part["documents"]) == pytest.approx(1, abs=1e-6)
    assert (len(part["links"]), len(part["refused"])) == (52, 85)


def test_what_people_wrote_is_text_and_never_markup_nor_a_formula(tmp_path: Path) -> None:
    found = documents(2)
    found[1] = replace(found[1], title="=1+1 <script>alert(1)</script> & %s")
    write_links(tmp_path, replace(linked(2), site=site(*found), plan=NOTHING, related={}), "en")

    assert "&lt;script&gt;" in page(tmp_path, "index.html").html
    assert "<script>" not in page(tmp_path, "pages.html").html
    assert "'=1+1 <script>alert(1)</script> & %s" in {
        row["Title"] for row in table(tmp_path, "pages.csv")
    }


@pytest.mark.parametrize("count", [0, 1])
def test_almost_nothing_gives_a_report_all_the_same(count: int, tmp_path: Path) -> None:
    empty = replace(linked(2), site=site(*documents(2)[:count]), plan=NOTHING, related={})
    write_links(tmp_path, empty, "en")

    assert set(contents(tmp_path)) >= FILES
    assert len(list(told(empty, "en"))) == count


def test_without_any_link_it_says_so(tmp_path: Path) -> None:
    bare = replace(linked(9), plan=NOTHING, related={})
    write_links(tmp_path, bare, "en")

    assert (
        "There is nothing: whatever may be a link is one."
        in page(tmp_path, "suggestions.html").text
    )
    assert (
        "No text of the site links to it." in page(tmp_path, "pages/ru-blog-article-0001.html").text
    )


def test_languages_are_parts_of_one_report(tmp_path: Path) -> None:
    both = site(*documents(3), document("en/pages/index.md", kind="home", title="Home"))
    write_links(tmp_path, replace(linked(3), site=both, plan=NOTHING, related={}), "en")
    read = page(tmp_path, "index.html")

    assert {"part-ru", "part-en"} <= set(read.values("id"))
    assert "Every page is linked to by the text of another" in read.text


def test_pages_of_former_runs_go_and_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    write_links(tmp_path / "1", linked(12), "en")
    write_links(tmp_path / "1", linked(5), "en")
    write_links(tmp_path / "2", linked(5), "en")

    assert contents(tmp_path / "1") == contents(tmp_path / "2")


def test_fifteen_hundred_pages_take_some_seconds(tmp_path: Path) -> None:
    found: Linked = linked(1500)
    start = time.process_time()
    write_links(tmp_path, found, "ru")

    assert time.process_time() - start < 30
    assert (tmp_path / "index.html").stat().st_size < 1_500_000
