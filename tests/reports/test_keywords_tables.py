"""The tables and the JSON of the report of key phrases: for spreadsheets and programs."""

from pathlib import Path

import pytest

from plugins.reports.keywords.cells import guarded
from tests.reports.keywords_sample import HEADER, Written, site, written

SENTENCE = "О доставке из Китая спрашивают чаще всего, а Китай далеко: доставка дорога."


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The report of the sample site for an English reader."""
    return written(tmp_path_factory.mktemp("english"), "en")


@pytest.mark.parametrize(("lang", "separator"), [("ru", ";"), ("en", ",")])
def test_excel_opens_a_table_as_it_is(lang: str, separator: str, tmp_path: Path) -> None:
    report = written(tmp_path, lang)
    for name in ("phrases.csv", "documents.csv", "gaps.csv", "places.csv"):
        data = (tmp_path / name).read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        assert separator in data.decode("utf-8-sig").splitlines()[0]
        assert data.endswith(b"\r\n")
        assert None not in {key for row in report.table(name, separator) for key in row}


def test_a_row_a_phrase_with_all_its_facts(english: Written) -> None:
    rows = {row["Phrase"]: row for row in english.table("phrases.csv")}

    assert len(rows) == 10
    assert rows["доставка из китая"] == {
        "Language": "ru",
        "Phrase": "доставка из китая",
        "Frequency": "12400",
        "Group": "доставка из китая",
        "State": "has a document",
        "Document": "ru/delivery.md",
        "As written": "3",
        "In another form": "1",
        "Scattered": "0",
        "Title": "1",
        "Description": "0",
        "Address": "0",
        "First paragraph": "1",
        "Subheadings": "1",
        "Alt texts": "0",
        "Link texts": "0",
        "Text": "3",
        "Forms met on the site": "доставка из китая (4); доставке из китая (1)",
        "Other documents with it": "1",
        "Links to the document": "2",
        "Links that hold the group": "1",
        "What to do": "Say in the description what people search for, in any form and order.",
        "Note": "",
        "Line of the map": "2",
    }
    assert rows["тестомес"]["State"] == "not live yet"
    assert rows["тестомес"]["What to do"] == "Nothing to do."
    assert rows["аренда крана"]["State"] == "no document"
    assert rows["газовые печи"]["Group"] == "печи"


def test_a_row_a_document(english: Written) -> None:
    rows = {row["Document"]: row for row in english.table("documents.csv")}

    assert rows["ru/oven.md"]["Main phrase"] == "газовая печь"
    assert rows["ru/oven.md"]["Frequency"] == "1200"
    assert rows["ru/mixer.md"]["Live"] == "no"
    assert rows["ru/news.md"]["Main phrase"] == ""
    assert rows["en/oven.md"]["Language"] == "en"


def test_a_row_a_gap(english: Written) -> None:
    rows = english.table("gaps.csv")

    assert [row["Main phrase"] for row in rows] == [
        "аренда крана",
        "сколько стоит аренда крана",
        '<script>alert(1)</script> & "весы"',
    ]
    assert rows[0]["Questions to answer"] == "Сколько стоит аренда крана?"
    assert "аренду крана" in rows[0]["Forms to use naturally"]


def test_every_place_with_its_sentence(english: Written) -> None:
    rows = english.table("places.csv")
    data = english.data()["studies"]

    assert len(rows) == sum(len(d["places"]) for study in data for d in study["documents"])
    assert {
        "Language": "ru",
        "Phrase": "доставка из китая",
        "Document": "ru/delivery.md",
        "Zone": "text",
        "How it stands": "in another form",
        "Form": "доставке из Китая",
        "Sentence": SENTENCE,
    } in rows
    assert {
        "Language": "ru",
        "Phrase": "доставка китай",
        "Document": "ru/delivery.md",
        "Zone": "text",
        "How it stands": "scattered",
        "Form": "",
        "Sentence": SENTENCE,
    } in rows


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+7 495 000-00-00", "'+7 495 000-00-00"),
        ("-купить", "'-купить"),
        ("@имя", "'@имя"),
        (" =1+1", "' =1+1"),
        ("\t=1+1", "'\t=1+1"),
        ("＝1+1", "'＝1+1"),
        ("-5", "-5"),
        ("+12,5", "+12,5"),
        ("печь = тепло", "печь = тепло"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula_and_numbers_stay_numbers(text: str, cell: str) -> None:
    assert cell == guarded(text)


def test_hostile_phrases_and_notes_are_guarded_in_every_table(english: Written) -> None:
    rows = english.table("phrases.csv")

    assert "'=1+1 станок" in {row["Phrase"] for row in rows}
    assert "'=1+1" in {row["Note"] for row in rows}
    for name in ("phrases.csv", "documents.csv", "gaps.csv", "places.csv"):
        cells = (cell for row in english.table(name) for cell in row.values())
        assert not [cell for cell in cells if cell.startswith(("=", "@"))]


def test_json_names_are_english_in_any_language(tmp_path: Path) -> None:
    data = written(tmp_path, "ru").data()
    study = data["studies"][0]

    assert {"version", "language", "place_fields", "empty", "studies"} == data.keys()
    assert data["version"] == 1
    assert data["language"] == "ru"
    assert {"lang", "file", "totals", "problems"} <= study.keys()
    assert {"phrases", "groups", "documents", "gaps"} <= study.keys()
    assert study["groups"][0]["state"] == "answered"
    assert study["totals"]["frequency"] == {
        "answered": 14200,
        "planned": 800,
        "gap": 2710,
        "lost": 5,
    }


def test_json_places_lead_to_the_words_met(english: Written) -> None:
    data = english.data()
    study, fields = data["studies"][0], data["place_fields"]
    met = set()
    for document in study["documents"]:
        for values in document["places"]:
            place = dict(zip(fields, values, strict=True))
            if not place["loose"]:
                sentence = document["sentences"][place["sentence"]]
                phrase = study["phrases"][place["phrase"]]["phrase"]
                met.add((phrase, sentence[place["start"] : place["end"]]))

    assert ("доставка из китая", "доставке из Китая") in met
    assert ("газовые печи", "Газовая печь") in met


def test_json_has_findings_anchors_gaps_and_problems(english: Written) -> None:
    study = english.data()["studies"][0]
    documents = {found["document"]: found for found in study["documents"]}

    assert [p["index"] for p in study["phrases"]] == list(range(9))
    assert documents["ru/delivery.md"]["anchors"] == [
        {"document": "ru/oven.md", "text": "Доставка из Китая", "phrases": [0]},
        {"document": "ru/oven.md", "text": "здесь", "phrases": []},
    ]
    assert documents["ru/news.md"]["findings"][0]["rule"] == "document-without-phrases"
    assert study["gaps"][0]["questions"] == ["Сколько стоит аренда крана?"]
    assert len(study["problems"]) == 1


def test_json_tells_of_languages_without_phrases(tmp_path: Path) -> None:
    data = written(tmp_path, judged=site({"ru": HEADER})).data()

    assert [nothing["file"] for nothing in data["empty"]] == [
        "content/ru/keywords.csv",
        "content/en/keywords.csv",
    ]
