from plugins.audit.checks.unknown_key import unknown_key
from plugins.language.problems import Severity
from tests.audit.subjects import document, found, subject


def test_a_key_of_another_program() -> None:
    written = document("ru/blog/a.md", markdown="Title: A\nlayout: post\nComments: true\n\nText\n")

    assert found(unknown_key, subject(documents=[written])) == [
        (
            "unknown-key",
            Severity.ADVICE,
            "content/ru/blog/a.md",
            line,
            f"the key {key} does nothing here",
        )
        for line, key in ((2, "layout"), (3, "Comments"))
    ]


def test_known_keys_and_lines_of_the_text_are_right() -> None:
    markdown = "Title: A\nDATE: 2026-11-22\nStatus: draft\nsave_as: a.html\n\nlayout: post\n"

    assert (
        found(unknown_key, subject(documents=[document("ru/blog/a.md", markdown=markdown)])) == []
    )
