import pytest

from plugins.audit.checks.missing_picture import missing_picture
from plugins.language.problems import Severity
from tests.audit.subjects import document, found, subject


def test_a_picture_that_is_not_there() -> None:
    written = document("ru/pages/a.md", markdown="Title: A\n\n![x](/pictures/x.svg)\n", lang="ru")
    judged = subject({"a/index.html": '<img src="/pictures/x.svg">'}, [written])

    assert found(missing_picture, judged) == [
        (
            "missing-picture",
            Severity.ERROR,
            "content/ru/pages/a.md",
            3,
            "the picture /pictures/x.svg is not there",
        )
    ]


@pytest.mark.parametrize(
    ("html", "missing"),
    [
        ('<source srcset="/a.avif 320w, /b.avif 480w">', ["/b.avif"]),
        ('<img src="/a.avif" srcset=" /b.avif 2x ,/c.avif 3x">', ["/b.avif", "/c.avif"]),
        ('<meta property="og:image" content="https://example.com/s.png">', ["s.png"]),
        ('<meta property="og:image" content="https://example.com/a.avif">', []),
        ('<picture><source srcset="/b.avif 1w"><img src="/b.avif"></picture>', ["/b.avif"]),
    ],
)
def test_every_size_and_the_shared_one_count(html: str, missing: list[str]) -> None:
    judged = subject({"a/index.html": html}, files=["a.avif"])
    said = [finding[4] for finding in found(missing_picture, judged)]

    assert len(said) == len(missing)
    assert all(name in text for name, text in zip(missing, said, strict=True))


@pytest.mark.parametrize(
    "src",
    [
        "/pictures/x.svg",
        "../pictures/x.svg",
        "/pictures/x.svg?v=2",
        "data:image/gif;base64,R0lG",
        "https://example.org/x.svg",
    ],
)
def test_a_picture_that_is_there_or_elsewhere(src: str) -> None:
    judged = subject({"a/index.html": f'<img src="{src}">'}, files=["pictures/x.svg"])

    assert found(missing_picture, judged) == []
