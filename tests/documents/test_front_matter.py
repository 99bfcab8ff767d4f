"""Front matter as Pelican and Python-Markdown read it."""

from datetime import UTC, datetime

import pytest

from plugins.documents.front_matter import MOSCOW, date_of, fields_of, problems_of, unknown_keys

DATES = [
    ("2026-11-03", datetime(2026, 11, 3, tzinfo=MOSCOW)),
    ("2026-11-03 10:00", datetime(2026, 11, 3, 10, tzinfo=MOSCOW)),
    ("2026-11-03T10:00:30", datetime(2026, 11, 3, 10, 0, 30, tzinfo=MOSCOW)),
    ("03.11.2026", datetime(2026, 11, 3, tzinfo=MOSCOW)),
    ("3.11.2026 9:05", datetime(2026, 11, 3, 9, 5, tzinfo=MOSCOW)),
    ("2026-11-03 10:00 +0000", datetime(2026, 11, 3, 10, tzinfo=UTC)),
    ("2026-11-03T10:00Z", datetime(2026, 11, 3, 10, tzinfo=UTC)),
    ("31.02.2027", None),
    ("2026-13-01", None),
    ("2026-11-03 25:00", None),
    ("11/03/2026", None),
    ("2026-11-01 10:00 +2500", None),
    ("завтра", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "moment"), DATES)
def test_dates(text: str, moment: datetime | None) -> None:
    assert moment == date_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Title: Да\nTags: а, б\n\nТекст: нет\n",
        "---\nTitle: Да\nTags: а,\n    б\n---\nТекст: нет\n",
        "\ufefftitle: Да\ntags: а, б\n\nТекст: нет\n",
    ],
)
def test_fields(text: str) -> None:
    assert [(f.key, f.value) for f in fields_of(text)] == [("title", "Да"), ("tags", "а, б")]


def test_lines_count_from_one() -> None:
    assert [f.line for f in fields_of("Title: x\nTags: a,\n    b\nSlug: y\n\nz: w")] == [1, 2, 4]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("Titel", "Title"),
        ("Desription", "Description"),
        ("Descriptoin", "Description"),
        ("Catgory", "Category"),
        ("Staus", "Status"),
        ("Slg", "Slug"),
        ("Dat", "Date"),
        ("Modifed", "Modified"),
        ("Sidebar", ""),
        ("Layout", ""),
        ("Image", ""),
        ("Keywords", ""),
        ("Type", ""),
        ("Weight", ""),
    ],
)
def test_a_slip_of_the_pen_is_an_error_a_foreign_key_is_not(key: str, meant: str) -> None:
    text = f"Title: x\n{key}: y\n\nТекст.\n"
    said = [problem.in_language("en") for problem in problems_of("ru/pages/x.md", text)]

    assert bool(said) == bool(meant)
    assert all(f"did you mean {meant}?" in line for line in said)
    assert [key] * (not meant) == [field.written for field in unknown_keys(text)]
