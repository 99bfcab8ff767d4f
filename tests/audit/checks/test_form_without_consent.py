import pytest

from plugins.audit.checks.form_without_consent import form_without_consent
from plugins.language.problems import Severity
from tests.audit.subjects import document, found, subject

CONSENT = document("ru/pages/consent.md", "<p>Согласие.</p>")
LINK = '<a href="/consent/">согласие</a>'


def messages(form: str, *, with_page: bool = True) -> list[str]:
    pages = {"a/index.html": f'<html lang="ru">{form}'}
    judged = subject(pages, [CONSENT] if with_page else [])
    return [message for *_, message in found(form_without_consent, judged)]


@pytest.mark.parametrize(
    "form",
    [
        '<form method="post"><input name="x"></form>',
        '<form action="mailto:a@b.c"><input name="x"></form>',
        '<form><input type="email"></form>',
        '<form><input type="tel"></form>',
        '<form><textarea name="x"></textarea></form>',
        '<form><input autocomplete="name"></form>',
        '<form><input name="your-name"></form>',
    ],
)
def test_a_form_for_personal_data(form: str) -> None:
    no_link = "the form takes personal data and does not link to the consent to processing"
    no_page = "the page has a form for personal data, and there is no consent to link to"

    assert messages(form) == [no_link]
    assert messages(form, with_page=False) == [no_page]
    assert messages(form + LINK) == [no_link]
    assert messages(form.replace("</form>", f"{LINK}</form>")) == []


@pytest.mark.parametrize(
    "form",
    [
        '<form role="search"><input type="search" name="q"></form>',
        '<form action="https://carrier.example/track"><input name="barcode"></form>',
        '<form><input autocomplete="off" name="order_id"><select name="c"></select></form>',
    ],
)
def test_a_form_that_takes_no_personal_data(form: str) -> None:
    assert messages(form, with_page=False) == []


def test_where_it_stands() -> None:
    form = '<form method="post"></form>'
    written = document("ru/pages/a.md", form, f"Title: A\n\n{form}")
    judged = subject({"a/index.html": f'<html lang="ru">{form}'}, [written, CONSENT])

    (finding,) = found(form_without_consent, judged)
    assert finding[:4] == ("form-without-consent", Severity.ERROR, "content/ru/pages/a.md", 3)
