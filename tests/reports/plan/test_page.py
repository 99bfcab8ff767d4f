"""The page of the plan as a person reads it, in both languages."""

import json
import re
from datetime import UTC
from pathlib import Path

import pytest

from plugins.reports.plan import write_plan
from plugins.schedule.plan import plan_of
from tests.reports.keywords_sample import Page
from tests.reports.plan.sample import OWNER, bare, plan, text
from tests.schedule.schedules import NOW, moscow, rule, schedule, site

FILES = {"index.html", "report.css", "plan.ics", "digest.md", "digest.eml", "plan.json"}
LISTED = """
published coming unplaced held other missed slipped ideas drafts expired
agenda queue gaps clashes deadlines reviews expiring to_write
"""

# What is English in a Russian page: texts of English readers, names, keys
ENGLISH = (
    *("How to pack a machine", "Five questions for a supplier", "customs broker"),
    *("Thunderbird", "Outlook", "Apple", "invoke schedule", "invoke keywords"),
    *("Description", "Picture: none", "Date", "Status: published", "Priority"),
)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def read(folder: Path) -> Page:
    return Page((folder / "index.html").read_text("utf-8").replace("\u00a0", " "))


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("english")
    assert write_plan(folder, plan(), OWNER, "en") == folder / "index.html"
    return folder


@pytest.fixture(scope="module")
def russian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("russian")
    write_plan(folder, plan(), OWNER, "ru")
    return folder


def test_the_folder_is_whole_and_equal_facts_give_equal_bytes(
    english: Path, tmp_path: Path
) -> None:
    write_plan(tmp_path, plan(), OWNER, "en")

    assert contents(tmp_path).keys() == FILES
    assert contents(tmp_path) == contents(english)


def test_it_begins_with_what_comes_next_and_what_to_do_now(english: Path) -> None:
    said = read(english).text

    assert "As of 13 January 2027, 12:00, Moscow time" in said
    assert "Next: «Пять вопросов поставщику», Tuesday, 19 January, 10:00" in said
    todo = said.partition("To do now")[2].partition("Calendar")[0]
    assert re.findall("error|warning|advice", todo) == [
        *("error", "error", "warning", "warning", "warning", "warning", "advice", "advice")
    ]
    assert "content/ru/blog/slipped.md was to come out on 29 December 2026" in todo
    assert "content/ru/blog/held.md will not come out on 26 January: needs a picture" in todo


def test_a_day_of_the_calendar_says_in_words_what_becomes_of_it(russian: Path) -> None:
    said = read(russian).text

    for words in (
        "10:00 не вышло в срок ru Страховка груза",
        "10:00 на сайте ru Как упаковать станок в дорогу",
        "10:00 выйдет ru Пять вопросов поставщику",
        "10:00 не выйдет ru Склад в Маньчжурии",
        "10:00 не дописано ru Как читать инвойс",
        "10:00 из очереди ru Сертификат на печь",
        "2, вторник 10:00 свободно ru",
        "13, среда сегодня",
        "7, четверг Рождество Христово",
        "20, суббота рабочий день",
        "Выходные и переносы: 1–6: Новогодние каникулы; 7: Рождество Христово",
    ):
        assert words in said, words


def test_months_have_seven_days_a_week_each_once(english: Path) -> None:
    page = read(english)
    days = [a["datetime"] for tag, a in page.tags if tag == "time"]

    assert days == sorted(set(days))
    assert (days[0], days[-1], len(days)) == ("2027-01-01", "2027-04-30", 31 + 28 + 31 + 30)
    assert "January 2027" in page.text


def test_every_part_is_there(english: Path) -> None:
    said = read(english).text

    for words in (
        "One slot for two Tuesday, 16 February, 10:00",
        "Tuesday, 9 February, 10:00 after its deadline",
        "Alarm From 19 January to 16 February no finished article comes out: 4 weeks.",
        "6 free slots until 7 April",
        "Зачем нужен брокер ru/blog/slipped.md",
        "still a draft; needs a picture in the text, or a line «Picture: none»",
        "Съездить на завод и снять приёмку",
        "8 January (5 days ago)",
        "due for 46 days",
        "31 January (in 17 days)",
        "Have left Выставка в Шанхае ru/blog/fair.md 10 January",
        "растаможка станка asked 12,400 times",
        "Сколько стоит растаможка станка?",
        "Лизинг ru/pages/lease.md Write their Date, or Status: published.",
    ):
        assert words in said, words


@pytest.mark.parametrize("folder", ["english", "russian"])
def test_it_works_offline_and_all_its_links_lead_somewhere(
    folder: str, request: pytest.FixtureRequest
) -> None:
    page = read(request.getfixturevalue(folder))

    assert not {tag for tag, _ in page.tags} & {"script", "img", "iframe", "style", "object"}
    assert not re.search(r"@import|url\(|style=|\son\w+=\"|src=", page.html)
    ids, places = page.values("id"), page.values("href")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in places if href.startswith("#")} <= set(ids)
    outside = {href for href in places if "://" in href}
    assert outside == {"https://example.com/packing/", "https://example.com/en/packing/",
                       "https://example.com/route/"}  # fmt: skip
    assert {href for href in places if href[0] != "#"} - outside <= FILES


def test_russian_reads_russian(russian: Path) -> None:
    said = re.sub(
        r"(?:ru|en|content)/\S+|(?:plan|digest)\.(?:ics|md|eml|json)", " ", read(russian).text
    )
    for known in ENGLISH:
        said = said.replace(known, " ")

    assert re.findall("[a-zA-Z]{3,}", said) == []


def test_what_people_wrote_is_text_and_never_markup(tmp_path: Path) -> None:
    hostile = text(
        "x", "100 %(s)s <script>alert(1)</script> {{ 7 }}", published=moscow("2027-01-18 10:00")
    )
    write_plan(tmp_path, plan(hostile), OWNER, "ru")

    for name in ("index.html", "digest.eml"):
        assert b"<script>" not in (tmp_path / name).read_bytes()
    assert "100 %(s)s <script>alert(1)</script> {{ 7 }}" in read(tmp_path).text


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_site_without_anything_has_a_plan_too(lang: str, tmp_path: Path) -> None:
    write_plan(tmp_path, bare(), OWNER, lang)
    said = read(tmp_path).text

    nothing = {"en": "Nothing has missed its day.", "ru": "Всё вышло в срок."}
    assert nothing[lang] in said
    assert "content/data/schedule.yaml" in said


def test_several_queues_are_called_by_their_names(tmp_path: Path) -> None:
    rules = schedule(rule(key="blog"), rule(key="news", categories=["Новости"]))
    write_plan(tmp_path, plan_of(site(), rules), OWNER, "en")
    said = read(tmp_path).text

    assert "Tuesday, 19 January, 10:00 blog, en" in said
    assert "News, ru: no finished article has a day from 13 January on." in said


def test_json_is_for_programs(english: Path) -> None:
    data = json.loads((english / "plan.json").read_text("utf-8"))

    assert data["version"] == 1
    assert data["now"] == NOW.isoformat()
    assert set(data) == {"version", "now", "until", *LISTED.split()}
    assert data["agenda"][0] == {
        "moment": "2027-01-11T10:00:00+03:00",
        "state": "missed",
        "lang": "ru",
        "document": "ru/blog/missed.md",
        "slot": None,
    }
    assert data["queue"][0]["document"] == "ru/blog/first.md"
    assert data["to_write"][0]["frequency"] == 12400
    assert moscow("2027-01-19 10:00").astimezone(UTC).isoformat() not in str(data)
