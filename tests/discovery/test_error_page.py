"""The page of a wrong address helps whoever comes: search, the way on, a phone, each language."""

import re
from pathlib import Path

import pytest
from lxml import html

from tests.sites import SITE, output_of
from tests.test_theme import themed

LOST = "Title: No such page\nSlug: 404\nStatus: hidden\n\nTry [delivery]({filename}delivery.md).\n"
SEARCH = "Title: {title}\nSlug: search\nTemplate: search\n\n{title}.\n"
FILES = {
    "en/pages/404.md": LOST,
    "ru/pages/search.md": SEARCH.format(title="Поиск по сайту"),
    "en/pages/search.md": SEARCH.format(title="Search this site"),
}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The small site in the shipped theme, with an error page and a search in both languages."""
    return output_of(themed(tmp_path_factory.mktemp("lost"), FILES))


def main(page: bytes) -> html.HtmlElement:
    """The inside of the page without header and footer."""
    return html.document_fromstring(page.decode()).xpath("//main")[0]


@pytest.mark.parametrize(
    ("path", "own", "other"), [("404.html", "ru", "en"), ("en/404.html", "en", "ru")]
)
def test_every_language_has_search_sections_and_a_phone(
    output: dict[str, bytes], path: str, own: str, other: str
) -> None:
    root = main(output[path])

    assert [h.get("lang") for h in root.xpath("h1")] == [own]
    assert [h.get("lang") for h in root.xpath("h2")] == [other]
    assert [form.get("action") for form in root.xpath(".//form")] == [
        f"/{'' if lang == 'ru' else 'en/'}search/" for lang in (own, other)
    ]
    for lang in (own, other):
        (way,) = root.xpath(f'nav[@lang="{lang}"]')
        hrefs = way.xpath(".//a/@href")
        home = "/" if lang == "ru" else "/en/"
        assert hrefs[0] == home
        assert len(hrefs) >= 3
        assert root.xpath(f'div[@lang="{lang}"]//a[starts-with(@href, "tel:+7")]')


def test_its_addresses_work_at_any_depth(output: dict[str, bytes]) -> None:
    page = output["404.html"].decode()
    addresses = re.findall(r'(?:href|src|action)="(.*?)"', page)

    assert addresses
    assert [a for a in addresses if not a.startswith(("/", "#", "https:", "tel:", "mailto:"))] == []


def test_it_is_not_indexed_and_canonical_for_nothing(output: dict[str, bytes]) -> None:
    for path in ("404.html", "en/404.html"):
        assert b'<meta name="robots" content="noindex">' in output[path]
        assert b"canonical" not in output[path]
        assert b"BreadcrumbList" not in output[path]


def test_ids_are_unique_and_landmarks_have_names_of_their_own(output: dict[str, bytes]) -> None:
    root = html.document_fromstring(output["404.html"].decode())
    ids = root.xpath("//@id")
    names = root.xpath("//nav/@aria-label")

    assert len(ids) == len(set(ids))
    assert len(names) == len(set(names)) == len(root.xpath("//nav"))


def test_a_site_of_one_language_or_without_search_has_one_too(tmp_path: Path) -> None:
    page = output_of(themed(tmp_path, {}))["404.html"]

    assert b"<form" not in page
    assert b"<h2" not in page
    assert b'href="tel:' in page


def test_it_says_what_the_author_wrote(output: dict[str, bytes]) -> None:
    text = " ".join(main(output["404.html"]).text_content().split())

    assert "Try delivery." in text
    title = (SITE / "content/ru/pages/404.md").read_text("utf-8").partition("\n")[0]
    assert title.removeprefix("Title: ") in text
