import pytest

from plugins.audit.checks.file_not_in_site import file_not_in_site
from plugins.documents import Status
from plugins.language.problems import Severity
from tests.audit.subjects import document, found, subject

PRICES = "ru/pages/prices.pdf"


def test_a_file_that_no_visitor_can_get() -> None:
    assert found(file_not_in_site, subject(content=["notes.txt", PRICES])) == [
        (
            "file-not-in-site",
            Severity.WARNING,
            f"content/{path}",
            0,
            "the file is not in the site",
        )
        for path in ("notes.txt", PRICES)
    ]


@pytest.mark.parametrize(
    "path", ["files/x.svg", "files/a/x.svg", "data/company.yaml", "ru/keywords.csv"]
)
def test_a_file_that_is_published_or_read_by_programs(path: str) -> None:
    assert found(file_not_in_site, subject(content=[path])) == []


@pytest.mark.parametrize(
    "body",
    [
        '<a href="{static}prices.pdf">prices</a>',
        '<a href="{static}/ru/pages/prices.pdf#page=2">prices</a>',
        "<object data='{attach}prices.pdf'></object>",
        '<a href="http://[">broken</a> <a href="{static}./prices.pdf">prices</a>',
    ],
)
def test_a_file_that_a_document_refers_to(body: str) -> None:
    judged = subject(documents=[document("ru/pages/a.md", body)], content=[PRICES])

    assert found(file_not_in_site, judged) == []


def test_a_draft_brings_no_file_into_the_site() -> None:
    body = '<a href="{static}prices.pdf">prices</a>'
    draft = document("ru/pages/a.md", body, status=Status.DRAFT)

    assert len(found(file_not_in_site, subject(documents=[draft], content=[PRICES]))) == 1


def test_a_picture_that_a_product_shows_is_in_the_site() -> None:
    judged = subject(content=["pictures/x.jpg", "pictures/y.jpg"], pictures=["pictures/x.jpg"])

    assert [finding[2] for finding in found(file_not_in_site, judged)] == ["content/pictures/y.jpg"]


@pytest.mark.parametrize("path", ["file/x.svg", "database/x.yaml", "ru/pictures.txt"])
def test_a_name_that_only_begins_alike_is_no_excuse(path: str) -> None:
    assert len(found(file_not_in_site, subject(content=[path]))) == 1
