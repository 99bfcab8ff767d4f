"""Links in built pages: addresses relative or not, feeds, targets that are not out yet."""

import re
from pathlib import Path

import pytest

from tests.sites import output_of, project

ROWS = "phrase,document,frequency,group,note\nпаяльник,ru/blog/iron.md,10,,\n"
TEXT = (
    "Title: Чем паять\nDate: 2026-11-02\nSlug: solder\nDescription: О пайке.\nCategory: Пайка\n\n"
    "Первый абзац.\n\n" + "Слово. " * 60 + "Берут паяльником за ручку.\n\n"
    "Второй раз: паяльник.{: .no-links }\n"
)
TARGET = (
    "Title: Паяльники и жала\nDate: {date}\nSlug: iron\nDescription: О них.\nCategory: Пайка\n\n"
    "Текст.\n"
)
FILES = {"ru/keywords.csv": ROWS, "ru/blog/solder.md": TEXT}


def built(folder: Path, date: str = "2026-11-01", more: str = "") -> dict[str, str]:
    settings = project(folder, {**FILES, "ru/blog/iron.md": TARGET.format(date=date)})
    settings.write_text(settings.read_text("utf-8") + more, "utf-8")
    return {path: data.decode("utf-8", "replace") for path, data in output_of(settings).items()}


def links(page: str) -> list[str]:
    return re.findall(r'<a href="[^"]*" data-auto[^>]*>[^<]*</a>', page)


@pytest.mark.parametrize(
    ("more", "href"), [("", "/blog/iron/"), ("RELATIVE_URLS = True\n", "../../blog/iron/")]
)
def test_addresses_are_those_of_the_site(tmp_path: Path, more: str, href: str) -> None:
    page = built(tmp_path, more=more)["blog/solder/index.html"]

    assert links(page) == [f'<a href="{href}" data-auto>паяльником</a>']


def test_feeds_have_the_link_by_its_full_address(tmp_path: Path) -> None:
    feed = built(tmp_path)["feed.xml"]

    assert re.search(
        r'href="https://[^"/]+/blog/iron/"',
        feed.replace("&lt;", "<").replace("&quot;", '"'),
    )


def test_a_scheduled_target_gets_no_link_yet(tmp_path: Path) -> None:
    assert links(built(tmp_path, date="2027-01-01")["blog/solder/index.html"]) == []
