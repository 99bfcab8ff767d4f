import pytest

from plugins.audit.checks.unsized_picture import unsized_picture
from plugins.language.problems import Severity
from tests.audit.subjects import document, found, subject


def test_a_picture_without_a_size() -> None:
    written = document("ru/pages/a.md", markdown='Title: A\n\n<img src="https://e.ru/x.png">\n')
    judged = subject({"a/index.html": '<img src="https://e.ru/x.png">'}, [written])

    assert found(unsized_picture, judged) == [
        (
            "unsized-picture",
            Severity.WARNING,
            "content/ru/pages/a.md",
            3,
            "the picture https://e.ru/x.png has no width and height",
        )
    ]


@pytest.mark.parametrize(
    ("tag", "findings"),
    [
        ('<img src="/x.svg" width="4" height="3">', 0),
        ('<img src="/x.svg" width="50%" height="3">', 1),
        ('<img src="/x.svg" width="4">', 1),
        ('<img src="/x.svg" width height>', 1),
        ('<!-- <img src="/x.svg"> -->', 0),
    ],
)
def test_both_in_pixels_are_a_size(tag: str, findings: int) -> None:
    assert len(found(unsized_picture, subject({"a/index.html": tag}))) == findings
