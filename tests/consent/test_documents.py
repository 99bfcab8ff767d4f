"""Documents of law: what fills them, what they lack, notes, the counter."""

from pathlib import Path

import pytest

from plugins.consent import LegalPages, counter_of, filled, with_notes
from plugins.consent.documents import missing_documents, unknown_places
from plugins.documents.edits import applied
from plugins.language.problems import ProblemsFound
from tests.audit.networks import NETWORKS
from tests.audit.subjects import document, site
from tests.sites import complaints, output_of, project

PAGES = LegalPages()
FORM = "Title: Вопрос\nDescription: Форма.\nSlug: vopros\n\n<form><input name='x'></form>\n"
LEGAL = "Title: Политика\nDescription: О данных.\nTemplate: legal\n\n{body}\n"


def test_words_and_blocks_are_filled() -> None:
    html = '<p>Почта {email}.</p><p>{seller}</p><a href="{filename}/x.md">{unknown}</a>'
    parts = {"email": "a&b", "seller": "S"}

    assert filled(html, parts) == ('<p>Почта a&amp;b.</p>S<a href="{filename}/x.md">{unknown}</a>')


def test_a_form_without_documents_ends_the_build(tmp_path: Path) -> None:
    settings = project(tmp_path, {"ru/pages/ask.md": FORM})
    said = complaints(settings)

    assert said["en"] == [
        f"content/ru/pages/{name}.md: this text is missing, and content/ru/pages/ask.md has a "
        "form: write what a visitor agrees to, or remove the form"
        for name in ("consent", "privacy")
    ]
    assert said["ru"][0] == (
        "content/ru/pages/consent.md: этого текста нет, а в content/ru/pages/ask.md есть форма: "
        "напишите, на что соглашается посетитель, или уберите форму"
    )


def test_metrica_needs_the_documents_of_every_language() -> None:
    here = [document(f"ru/{path}", "<p>Слово.</p>") for path in PAGES.all]
    problems = list(missing_documents(site(*here, document("en/pages/index.md")), PAGES, "1"))

    assert [problem.file for problem in problems] == [
        "content/en/pages/privacy.md",
        "content/en/pages/consent.md",
        "content/en/pages/cookies.md",
    ]
    assert list(missing_documents(site(*here), PAGES, "1")) == []


def test_an_empty_text_is_missing() -> None:
    here = [document(f"ru/{path}", "<p>…</p>") for path in PAGES.all]

    assert len(list(missing_documents(site(*here), PAGES, "1"))) == 3


def test_without_forms_and_metrica_nothing_is_missing() -> None:
    assert list(missing_documents(site(document("ru/pages/index.md")), PAGES, "")) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Пишите: {mail}.", "expected one of {name}, "),
        ("Вот {seller} тут.", "{seller} must stand in a paragraph of its own"),
    ],
)
def test_braces_that_nothing_fills(tmp_path: Path, body: str, said: str) -> None:
    (tmp_path / "theme" / "templates").mkdir(parents=True)
    settings = project(tmp_path, {"ru/pages/privacy.md": LEGAL.format(body=body)})
    (tmp_path / "theme" / "templates" / "legal.html").write_text("{{ page.content }}", "utf-8")
    (line,) = complaints(settings)["en"]

    assert line.startswith("content/ru/pages/privacy.md:5: ")
    assert said in line


def test_a_note_stands_where_its_notation_did() -> None:
    body = "<p>Instagram {meta}, <b>Инстаграм</b>{meta}</p><code>{meta}</code>{whatsapp}"
    written = document("ru/pages/a.md", body)
    edits = list(with_notes(site(written), NETWORKS.owners))
    note = '<small class="note">(запрещена в России)</small>'

    assert applied(body, edits) == (
        f"<p>Instagram {note}, <b>Инстаграм</b> {note}</p><code>{{meta}}</code>{{whatsapp}}"
    )


def test_a_note_in_an_english_text_is_english() -> None:
    written = document("en/pages/a.md", "X {meta}")
    (edit,) = with_notes(site(written), NETWORKS.owners)

    assert "banned in Russia" in edit.html


def test_a_counter_is_digits() -> None:
    assert counter_of("V", {"V": " 123 "}) == "123"
    assert counter_of("V", {}, "7") == "7"
    assert counter_of("V", {"V": ""}, "7") == ""
    with pytest.raises(ProblemsFound) as caught:
        counter_of("V", {"V": "G-123"})
    assert "V: expected the digits of a Metrica counter, such as 12345678, got 'G-123'" in (
        caught.value.in_language("en")
    )


def test_no_script_is_written_without_a_counter(tmp_path: Path) -> None:
    assert "consent.js" not in output_of(project(tmp_path))


def test_a_note_may_stand_in_a_text_of_law() -> None:
    text = document("ru/pages/privacy.md", "<p>Instagram {meta}</p>", template="legal")

    assert len(list(unknown_places(site(text)))) == 1
    assert list(unknown_places(site(text), notes=["meta"])) == []
