"""An article: its writer, its days, its picture."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from plugins.pictures import Album, PictureSettings
from plugins.structured_data.graph import graph
from plugins.structured_data.page import Page
from tests.documents.examples import NOW, document, site
from tests.pictures.examples import photo, saved
from tests.structured_data.examples import ABOUT, PAGES, facts, page

Nodes = list[dict[str, Any]]


def article(**values: Any) -> Any:
    """An article of the blog."""
    given = {"title": "Как везти", "url": "blog/x/", "category": "Доставка", "published": NOW}
    return document("ru/blog/x.md", kind="article", template="article", **{**given, **values})


def of_kind(nodes: Nodes, kind: str) -> Nodes:
    """The nodes of a type."""
    return [node for node in nodes if node["@type"] == kind]


def test_an_article_says_what_its_page_shows() -> None:
    nodes = graph(page(article(description="О пути.", modified=NOW + timedelta(days=1))))
    (posting,) = of_kind(nodes, "BlogPosting")
    (shown,) = of_kind(nodes, "WebPage")

    assert shown["mainEntity"] == {"@id": posting["@id"]}
    assert posting["headline"] == "Как везти"
    assert posting["description"] == "О пути."
    assert "description" not in shown
    assert posting["articleSection"] == "Доставка"
    assert posting["datePublished"] == "2026-11-22T12:00:00+03:00"
    assert posting["dateModified"] == "2026-11-23T12:00:00+03:00"
    assert posting["publisher"] == {"@id": "https://example.com/#organization"}


@pytest.mark.parametrize("written", ["vetrova", "Marina Vetrova"])
def test_a_person_of_the_firm_is_told_by_their_place_on_the_page_about_it(written: str) -> None:
    nodes = graph(page(article(author=written)))
    (posting,), (person,) = of_kind(nodes, "BlogPosting"), of_kind(nodes, "Person")

    assert posting["author"] == {"@id": person["@id"]}
    assert person["url"] == "https://example.com/o-nas/#vetrova_"
    assert person["name"] == "Марина Ветрова"


def test_a_person_of_the_firm_without_such_a_page_has_no_address() -> None:
    here = article(author="vetrova")
    whole = site(*(known for known in PAGES if known is not ABOUT), here)
    (person,) = of_kind(graph(Page(whole, here, facts())), "Person")

    assert person["@id"] == "https://example.com/#vetrova_"
    assert "url" not in person


def test_anybody_else_has_a_name_only() -> None:
    (posting,) = of_kind(graph(page(article(author="Ли Вэй"))), "BlogPosting")
    assert posting["author"] == {"@type": "Person", "name": "Ли Вэй"}


def test_an_article_without_an_author_is_the_firms() -> None:
    (posting,) = of_kind(graph(page(article())), "BlogPosting")
    assert posting["author"] == {"@id": "https://example.com/#organization"}


def test_an_article_without_a_day_is_a_page() -> None:
    nodes = graph(page(article(published=None)))

    assert of_kind(nodes, "BlogPosting") == []
    assert "mainEntity" not in nodes[0]


def test_without_a_picture_it_is_told_with_the_one_it_is_shared_with() -> None:
    (posting,) = of_kind(graph(page(article())), "BlogPosting")
    image = posting["image"]

    assert image["url"].startswith("https://example.com/share/")
    assert image["width"] == {"@type": "QuantitativeValue", "value": 1200, "unitCode": "E37"}


def test_the_first_picture_of_its_text_stands_for_it(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "crate.jpg").write_bytes(saved(photo(640, 480)))
    body = (
        '<img src="{static}/pictures/gone.jpg"><img src="{static}/pictures/crate.jpg" alt="Ящик">'
    )
    here = article(body=body)
    files = frozenset({"pictures/gone.jpg", "pictures/crate.jpg"})
    album = Album(tmp_path, PictureSettings())
    nodes = graph(Page(site(*PAGES, here, files=files), here, facts(album=album)))
    image = of_kind(nodes, "BlogPosting")[0]["image"]

    assert image["url"].startswith("https://example.com/pictures/crate.")
    assert (image["caption"], image["height"]["value"]) == ("Ящик", 480)
