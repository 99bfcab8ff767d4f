"""Pages of trust in the shipped theme: with their data, and without a file that a site may lack."""

import re
from pathlib import Path

import pytest

from tests.sites import ROOT, complaints, output_of
from tests.test_theme import themed

TEMPLATES = (
    "about", "claim", "contacts", "delivery", "milestones", "payment",
    "promises", "questions", "returns", "sitemap", "track",
)  # fmt: skip
DATA = ("carriers", "milestones", "payments", "questions", "returns")
PAGE = "Title: Страница {name}\nSlug: {name}\nTemplate: {name}\n\nТекст.\n"
CASE = "Title: Как возили чайник\nSlug: chaynik\n{sample}\nТекст.\n"
LIST = "Title: Примеры\nSlug: cases\nLists: cases\n\nТекст.\n"


def shipped(name: str) -> str:
    return (ROOT / f"content/data/{name}.yaml").read_text("utf-8")


def test_pages_do_without_the_files_that_a_site_may_lack(tmp_path: Path) -> None:
    files = {f"ru/pages/a-{name}.md": PAGE.format(name=name) for name in TEMPLATES}
    output = output_of(themed(tmp_path, files))

    assert {f"{name}/index.html" for name in TEMPLATES} <= output.keys()
    assert b"<form" not in output["track/index.html"]


def test_a_tracking_form_makes_the_address_without_script(tmp_path: Path) -> None:
    files = {
        "ru/pages/track.md": PAGE.format(name="track"),
        "data/carriers.yaml": shipped("carriers"),
    }
    page = output_of(themed(tmp_path, files))["track/index.html"].decode()

    assert '<form action="https://www.cdek.ru/ru/tracking" method="get"' in page
    assert re.search(
        r'<input id="n-cdek" type="text" name="order_id" pattern="\[0-9\]\{8,12\}"', page
    )
    assert '<a href="https://dostavka.yandex.ru/"' in page
    assert "<script" not in page.replace('<script type="application/ld+json"', "")


@pytest.mark.parametrize("name", DATA)
def test_shipped_files_build_on_the_small_site(tmp_path: Path, name: str) -> None:
    pages = ("track", "milestones", "payment", "returns", "claim")
    files = {f"ru/pages/{page}.md": PAGE.format(name=page) for page in pages}
    text = re.sub(r"\n +page: .*", "", shipped(name))

    assert output_of(themed(tmp_path, files | {f"data/{name}.yaml": text}))


def test_a_case_and_a_question_stand_at_addresses_of_their_own(tmp_path: Path) -> None:
    case = CASE.format(sample="Sample: Чайник вымышлен.\n")
    question = CASE.format(sample="").replace("chaynik", "skolko")
    files = {"ru/cases/a.md": case, "ru/questions/b.md": question, "ru/pages/cases.md": LIST}
    output = output_of(themed(tmp_path, files))

    assert "questions/skolko/index.html" in output
    for path in ("cases/chaynik/index.html", "cases/index.html"):
        assert "Чайник вымышлен." in output[path].decode()


def test_a_case_of_the_example_firm_that_does_not_say_so_ends_the_build(tmp_path: Path) -> None:
    company = (ROOT / "tests/site/content/data/company.yaml").read_text("utf-8")
    company = re.sub(r"^example: .*\n", "", company, flags=re.MULTILINE)
    files = {
        "ru/cases/a.md": CASE.format(sample=""),
        "data/company.yaml": f"example: true\n{company}",
    }
    said = complaints(themed(tmp_path, files))

    assert [line.partition(": expected")[0] for line in said["en"]] == [
        "content/ru/cases/a.md:1: Sample"
    ]
    assert "вымышлено" in said["ru"][0]


def test_a_route_whose_days_run_backwards_is_named_with_its_line(tmp_path: Path) -> None:
    text = (ROOT / "tests/site/content/data/delivery.yaml").read_text("utf-8")
    files = {"data/delivery.yaml": text.replace("days_to: 38", "days_to: 8")}
    with pytest.raises(AssertionError, match="succeeded"):
        complaints(themed(tmp_path / "right", {}))
    said = complaints(themed(tmp_path / "wrong", files))
    line = text[: text.index("days_to: 38")].count("\n") + 1

    assert said["en"] == [
        f"content/data/delivery.yaml:{line}: routes[1].days_to: "
        "expected at least days_from (28), got '8'"
    ]


def test_profiles_and_credentials_are_shown_where_json_ld_tells_of_them(tmp_path: Path) -> None:
    company = (ROOT / "tests/site/content/data/company.yaml").read_text("utf-8")
    more = """
profiles: [{name: {ru: Мы в сети, en: Our page}, url: https://network.example/kettles}]
credentials:
  - name: {ru: Член союза, en: Member of a union}
    number: "42"
    issuer: {ru: Союз чайников, en: Union of kettles}
    since: 2024-05-20
    until: 2029-05-20
"""
    files = {f"ru/pages/{name}.md": PAGE.format(name=name) for name in ("about", "contacts")}
    output = output_of(themed(tmp_path, {**files, "data/company.yaml": company + more}))
    about, contacts = (
        output[f"{name}/index.html"].decode().replace("\u00a0", " ")
        for name in ("about", "contacts")
    )

    assert '<a href="https://network.example/kettles" rel="me external">Мы в сети</a>' in contacts
    assert '"sameAs":["https://network.example/kettles"]' in contacts
    assert "Член союза, № 42" in about
    assert "действует до 20 мая 2029 г." in about
    assert '"recognizedBy":{"@type":"Organization","name":"Союз чайников"}' in about
