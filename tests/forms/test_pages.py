"""Forms on built pages: what they hold, whether an endpoint is set or not; documents they need."""

import re
from collections.abc import Mapping
from pathlib import Path

import brotli
import pytest

from plugins.audit.pieces import Form, forms
from tests.sites import complaints, copy_of_shipped, output_of, project

ENDPOINT = "https://forms.example.com/send"
PAGES = {
    "kontakty/index.html": ["question", "callback"],
    "en/contacts/index.html": ["question", "callback"],
    "products/index.html": ["quote"],
    "oplata/index.html": ["quote"],
    "podpiska/index.html": ["subscribe"],
    "products/slesarnyy-verstak-s-tumboy/index.html": ["question"],
    "dostavka/index.html": [],
}
SCRIPT_BUDGET = 2_500


def shipped(folder: Path, endpoint: str) -> dict[str, str]:
    """The pages of the shipped site; its forms are sent to the endpoint, if there is one."""
    settings = copy_of_shipped(folder)
    if endpoint:
        file = folder / "content/data/forms.yaml"
        file.write_text(f"endpoint: {endpoint}\n{file.read_text('utf-8')}", "utf-8")
    output = output_of(settings)
    return {path: text.decode() for path, text in output.items() if path.endswith((".html", ".js"))}


@pytest.fixture(scope="module", params=["", ENDPOINT], ids=["letter", "endpoint"])
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, dict[str, str]]:
    endpoint: str = request.param
    return endpoint, shipped(tmp_path_factory.mktemp("shipped"), endpoint)


def ours(html: str) -> list[Form]:
    return [form for form in forms(html) if form.opened.attributes.get("class") == "form"]


def kind(form: Form) -> str:
    return hidden(form)["form"]


def hidden(form: Form) -> Mapping[str, str]:
    fields = (tag.attributes for tag in form.of("input"))
    return {f["name"]: f.get("value", "") for f in fields if f.get("type") == "hidden"}


def policy_of(html: str) -> str:
    return html.split('Content-Security-Policy" content="')[1].split('"', maxsplit=1)[0]


def test_each_page_carries_its_forms(built: tuple[str, dict[str, str]]) -> None:
    _, pages = built
    for path, expected in PAGES.items():
        assert [kind(form) for form in ours(pages[path])] == expected, path
        assert ("/forms.js?v=" in pages[path]) == bool(expected), path


def test_a_form_is_sent_to_the_endpoint_or_hidden_until_its_script_comes(
    built: tuple[str, dict[str, str]],
) -> None:
    endpoint, pages = built
    for path in PAGES:
        for form in ours(pages[path]):
            said = form.opened.attributes
            assert said.get("action", "") == endpoint
            assert ("hidden" in said) == (not endpoint)
            assert ("data-attributed" in said) == bool(endpoint)
            assert said.get("method", "") == ("post" if endpoint else "")


def test_policies_name_the_endpoint_only_where_a_form_is(
    built: tuple[str, dict[str, str]],
) -> None:
    endpoint, pages = built
    for path, text in pages.items():
        if path.endswith(".html") and "pagefind" not in path:
            here = {"form-action", "connect-src"} if endpoint and ours(text) else set()
            parts = [part.split() for part in policy_of(text).split(";")]
            named = {part[0] for part in parts if "https://forms.example.com" in part}
            assert named == here, path


def test_no_field_is_recorded_and_no_box_is_ticked(built: tuple[str, dict[str, str]]) -> None:
    _, pages = built
    for path in PAGES:
        for form in ours(pages[path]):
            for name in ("input", "textarea", "select"):
                for tag in form.of(name):
                    if tag.attributes.get("type") != "hidden":
                        assert "ym-disable-keys" in tag.attributes["class"], tag.text
                    assert "checked" not in tag.attributes


def test_the_consent_is_named_with_its_version(built: tuple[str, dict[str, str]]) -> None:
    _, pages = built
    for path in PAGES:
        for form in ours(pages[path]):
            boxes = {
                t.attributes["name"]: t for t in form.of("input") if 'type="checkbox"' in t.text
            }
            assert "required" in boxes["consent"].attributes
            assert ("mailing" in boxes) == (kind(form) == "subscribe")
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", hidden(form)["version"])
            assert any(tag.attributes["href"].strip("/") for tag in form.of("a"))


def test_a_question_about_goods_names_them(built: tuple[str, dict[str, str]]) -> None:
    _, pages = built
    (form,) = ours(pages["products/slesarnyy-verstak-s-tumboy/index.html"])
    assert hidden(form)["sku"] == "PV-201"
    assert "PV-201" in form.opened.attributes["aria-label"]


def test_calls_are_offered_by_the_hours_of_the_firm(built: tuple[str, dict[str, str]]) -> None:
    _, pages = built
    offered = re.findall(r'<option value="(.*?)">', pages["kontakty/index.html"])
    assert offered == [
        "asap",
        *["09:00-11:00", "11:00-13:00", "13:00-15:00", "15:00-17:00", "17:00-18:00"],
    ]
    assert "пн–" in pages["kontakty/index.html"]


def test_three_interests_are_offered(built: tuple[str, dict[str, str]]) -> None:
    _, pages = built
    (form,) = ours(pages["podpiska/index.html"])
    keys = [t.attributes["value"] for t in form.of("input") if t.attributes["name"] == "segment"]
    assert keys == ["delivery", "payment", "suppliers"]


def test_the_script_is_small(built: tuple[str, dict[str, str]]) -> None:
    _, pages = built
    assert len(brotli.compress(pages["forms.js"].encode(), quality=11)) <= SCRIPT_BUDGET


def test_without_forms_there_is_no_script(tmp_path: Path) -> None:
    assert "forms.js" not in output_of(project(tmp_path))


FORMS = """forms:
  - kind: question
    purpose: order
    pages: [pages/index.md, pages/contacts.md]
"""


def test_forms_need_documents_of_law_pages_and_purposes(tmp_path: Path) -> None:
    settings = project(tmp_path, {"data/forms.yaml": FORMS})
    said = complaints(settings)

    assert said["en"] == [
        "content/data/forms.yaml:3: forms[1].purpose: expected a purpose of legal.yaml with "
        "«consent: true» (—), got 'order'; add it there, and visitors will read what their data "
        "are for",
        "content/data/forms.yaml:4: forms[1].pages[2]: expected a page that is there, such as "
        "pages/contacts.md, got pages/contacts.md",
        *(
            f"content/{lang}/pages/{name}.md: this text is missing, and content/{lang}/pages/"
            "index.md has a form: write what a visitor agrees to, or remove the form"
            for lang in ("en", "ru")
            for name in ("consent", "privacy")
        ),
    ]
    assert "content/ru/pages/index.md есть форма" in said["ru"][-1]


def test_forms_that_cannot_be_read_end_the_build(tmp_path: Path) -> None:
    settings = project(tmp_path, {"data/forms.yaml": "endpoint: forms.example.com\n"})
    assert complaints(settings)["en"] == [
        "content/data/forms.yaml:1: endpoint: expected an https address without ? and #, such as "
        "https://example.com/forms, got 'forms.example.com'"
    ]
