"""`invoke new`: what it asks, what it writes, what it refuses."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from plugins.documents.drafts import Draft
from plugins.documents.front_matter import MOSCOW, problems_of
from plugins.language.problems import ProblemsFound
from plugins.release import new as module
from plugins.release.new import Ask, created

NOW = datetime(2026, 11, 22, 12, tzinfo=MOSCOW)
ARTICLE = [
    "Title: Варенье из Китая",
    "Description: ",
    "Slug: varenye-iz-kitaya",
    "Status: draft",
    "Written: 2026-11-22",
    "Category: ",
    "Author: ",
    "",
    "The first paragraph answers the question of the title at once.",
    "",
    "## A heading is a sentence",
]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder of two languages, with data and pictures."""
    for folder in ("ru/pages", "en/pages", "data", "pictures/products"):
        (tmp_path / folder).mkdir(parents=True)
    return tmp_path


class Person:
    """Answers questions in turn, then goes away; remembers what was asked."""

    def __init__(self, *answers: str) -> None:
        self.answers: Iterator[str] = iter(answers)
        self.asked: list[str] = []

    def __call__(self, question: str) -> str:
        self.asked.append(question)
        try:
            return next(self.answers)
        except StopIteration:
            raise EOFError from None


def new(
    content: Path, ask: Ask, kind: str = "", title: str = "", lang: str = "", slug: str = ""
) -> str:
    """What the command says in the end."""
    return created(content, kind, title, lang, slug, ask=ask, now=NOW).in_language("en")


def refused(content: Path, ask: Ask, *answers: str) -> str:
    """What the command says when it refuses; it has written nothing then."""
    before = sorted(content.rglob("*"))
    with pytest.raises(ProblemsFound) as found:
        new(content, ask, *answers)

    assert before == sorted(content.rglob("*"))
    return found.value.in_language("en")


def test_it_asks_for_what_was_not_given_and_proposes_answers(content: Path) -> None:
    person = Person("", " Варенье из Китая ", "en", "")
    said = new(content, person)

    assert person.asked == [
        "Kind (article, page, product) [article]: ",
        "Title: ",
        "Language (en, ru) [ru]: ",
        "Address [varenye-iz-kitaya]: ",
    ]
    assert said == (
        "content/en/blog/varenye-iz-kitaya.md is there: "
        "write the text, set its Status to ready; invoke schedule gives it a day"
    )
    text = (content / "en/blog/varenye-iz-kitaya.md").read_text("utf-8")
    assert text.splitlines() == ARTICLE


def test_answers_go_before_proposals(content: Path) -> None:
    said = new(content, Person("page", "About us", "en", "about"))

    assert said == (
        "content/en/pages/about.md is there: write the text, then change its Status to published"
    )


def test_it_asks_nothing_when_all_is_given(content: Path) -> None:
    person = Person()
    new(content, person, "product", "Печь", "ru", "pech")

    assert person.asked == []
    assert (content / "ru/products/pech.md").is_file()


def test_without_input_the_proposals_are_taken(content: Path) -> None:
    new(content, Person(), title="Печь")

    assert (content / "ru/blog/pech.md").is_file()


@pytest.mark.parametrize("kind", ["article", "page", "product"])
def test_what_it_writes_has_nothing_wrong(content: Path, kind: str) -> None:
    new(content, Person(), kind, "Что: везти?", "ru")
    file = next(content.rglob("*.md"))

    assert problems_of(file.relative_to(content).as_posix(), file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (
            ("news", "Печь", "ru"),
            "invoke new: kind: expected one of article, page, product, got 'news'",
        ),
        (("page", "Печь", "de"), "invoke new: language: expected one of en, ru, got 'de'"),
        (
            ("page", "Печь", "pictures"),
            "invoke new: language: expected one of en, ru, got 'pictures'",
        ),
        (("page", "Печь", "data"), "invoke new: language: expected one of en, ru, got 'data'"),
        (("page", "", "ru"), "invoke new: title: expected a text, got nothing"),
        (
            ("page", "?!", "ru"),
            "invoke new: title: expected a title with letters or digits, got '?!'",
        ),
        (("page", " \t ", "ru"), "invoke new: title: expected a text, got nothing"),
        (
            ("page", "Печь\nStatus: published", "ru"),
            "invoke new: title: expected a text of one line, got the control character U+000A",
        ),
        (
            ("page", "Печь\u2028да", "ru", "pech"),
            "invoke new: title: expected a text of one line, got the control character U+2028",
        ),
        (
            ("page", "Печь\udcff", "ru"),
            "invoke new: title: expected a text of one line, got the control character U+DCFF",
        ),
        (
            ("page", "Печь", "ru", "pech\nStatus: published"),
            "invoke new: slug: expected a text of one line, got the control character U+000A",
        ),
        (
            ("page", "Печь", "ru", "x" * 81),
            "invoke new: slug: expected at most 80 characters, got 81",
        ),
        (
            ("page", "Печь", "ru", "два слова"),
            "content/ru/pages/два слова.md:3: Slug: expected letters, digits and hyphens "
            "without spaces, got 'два слова'",
        ),
    ],
)
def test_what_it_refuses(content: Path, answers: tuple[str, ...], said: str) -> None:
    assert refused(content, Person(), *answers) == f"{said}\n1 problem"


def test_a_title_is_stripped(content: Path) -> None:
    new(content, Person(), "page", "  Печь ", "ru")

    assert (content / "ru/pages/pech.md").read_text("utf-8").startswith("Title: Печь\n")


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("слово " * 60, "-".join(["slovo"] * 13)),
        (f"{'a' * 80} b", "a" * 80),
        ("a" * 300, "a" * 80),
        (f"{'a' * 78} bc", "a" * 78),
    ],
)
def test_the_slug_of_a_long_title_is_cut_at_a_hyphen(content: Path, title: str, slug: str) -> None:
    new(content, Person(), "page", title, "ru")

    assert [file.stem for file in content.rglob("*.md")] == [slug]


def test_a_draft_with_something_wrong_is_not_written(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = Draft("ru/blog/x.md", "Title: Печь\nDate: soon\n")
    monkeypatch.setattr(module, "draft", lambda *_: wrong)

    assert refused(content, Person(), "article", "Печь", "ru") == (
        "content/ru/blog/x.md:2: Date: expected a date such as 2026-11-03 or 2026-11-03 10:00, "
        "got 'soon'\n1 problem"
    )


def test_a_wrong_kind_is_refused_before_the_next_question(content: Path) -> None:
    person = Person("news", "Печь")
    refused(content, person)

    assert len(person.asked) == 1


@pytest.mark.parametrize("slug", ["../index", "../../data/x", "/etc/x"])
def test_it_writes_nowhere_else(content: Path, slug: str) -> None:
    refused(content, Person(), "page", "Печь", "ru", slug)


def test_a_file_that_is_there_stays(content: Path) -> None:
    (content / "ru/pages/pech.md").write_text("mine")

    assert refused(content, Person(), "page", "Печь", "ru") == (
        "content/ru/pages/pech.md: this file is there already; "
        "choose another title or slug\n1 problem"
    )
    assert (content / "ru/pages/pech.md").read_text() == "mine"
