import pytest

from plugins.audit.checks.mention_without_note import mention_without_note
from plugins.audit.law import Law
from plugins.language.problems import Severity
from tests.audit.networks import NETWORKS
from tests.audit.subjects import document, found, subject

LAW = Law(networks=NETWORKS)
NOTE = "<small>(запрещена в России)</small>"


def bare(html: str, lang: str = "ru") -> list[str]:
    pages = {"a/index.html": f'<html lang="{lang}"><body>{html}'}
    return [m.split("»")[0][1:] for *_, m in found(mention_without_note, subject(pages, law=LAW))]


@pytest.mark.parametrize(
    ("html", "word"),
    [
        ("<p>Мы есть в Инстаграме.</p>", "Инстаграме"),
        ("<h2>Instagram</h2>", "Instagram"),
        ("<p>есть в инстаграме и в INSTAGRAM</p>", "инстаграме"),
        (f"<p>Instagram и потом Instagram {NOTE}</p>", ""),
        (f"<p>Instagram. {'Много слов. ' * 20} {NOTE}</p>", "Instagram"),
        (f"<p>{NOTE} Instagram</p>", "Instagram"),
    ],
)
def test_the_first_mention(html: str, word: str) -> None:
    assert bare(html) == ([word] if word else [])


@pytest.mark.parametrize(
    "html",
    [
        f"<p>Instagram {NOTE}, потом Instagram без неё</p>",
        f"<p><b>Инстаграм</b> {NOTE}</p>",
        "<p>Инстаграммофон</p>",
        "<p>ВКонтакте</p>",
    ],
)
def test_pages_without_fault(html: str) -> None:
    assert bare(html) == []


def test_english_pages_need_no_note() -> None:
    assert bare("<p>Instagram</p>", "en") == []


def test_where_it_stands_and_what_to_do() -> None:
    written = document("ru/pages/a.md", "", "Title: A\n\nв Instagram")
    judged = subject({"a/index.html": '<html lang="ru"><p>в Instagram'}, [written], law=LAW)

    (finding,) = mention_without_note(judged)
    assert (finding.severity, finding.file, finding.line) == (
        Severity.ERROR,
        "content/ru/pages/a.md",
        3,
    )
    assert finding.advice.in_language("en") == (
        "write {meta} after its first mention in a text, the note itself in a title or in data"
    )
