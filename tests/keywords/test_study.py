"""The facts of key phrases on a site: places, owners, links, and what is kept between runs."""

from pathlib import Path

import pytest

from plugins.keywords import survey as surveying
from plugins.keywords.kept_sightings import Asked
from plugins.keywords.sightings import DocumentSightings, Texts, Wanted, sightings_in
from plugins.keywords.study import Study, study
from plugins.keywords.survey import survey
from plugins.words import analysis
from plugins.words.memory import Memory
from tests.audit.subjects import document, site

MAP = """phrase,document,frequency,group,note
доставка из китая,ru/dostavka.md,900,,
доставка,ru/dostavka.md,500,доставка,
доставка грузов,ru/dostavka.md,100,доставка,
печь для бани,ru/pech.md,300,,
растаможка,,200,,
"""
DELIVERY = document(
    "ru/dostavka.md",
    "<p>Доставка из Китая морем. Из Китая идёт и доставка поездом.</p>"
    '<h2>Сроки доставки</h2><p>О <a href="{filename}pech.md">печах для бани</a>.</p>'
    '<p><img src="x.svg" alt="Схема доставки"></p>',
    title="Доставка из Китая",
    url="dostavka-iz-kitaya/",
)
STOVE = document("ru/pech.md", "<p>Печи для бани.</p>", title="Печь", description="")


@pytest.fixture
def studied() -> Study:
    return study(site(DELIVERY, STOVE), "ru", MAP.encode())


def test_every_place_has_its_zone_its_form_and_its_sentence(studied: Study) -> None:
    seen = studied.seen["ru/dostavka.md"]

    assert [(s.zones[0], seen.form(s), seen.sentences[s.sentence]) for s in seen.sightings] == [
        ("title", "Доставка из Китая", "Доставка из Китая"),
        ("title", "Доставка", "Доставка из Китая"),
        ("slug", "dostavka-iz-kitaya", "dostavka-iz-kitaya"),
        ("slug", "dostavka", "dostavka-iz-kitaya"),
        ("first paragraph", "Доставка из Китая", "Доставка из Китая морем."),
        ("first paragraph", "Доставка", "Доставка из Китая морем."),
        (
            "first paragraph",
            "Из Китая идёт и доставка поездом.",
            "Из Китая идёт и доставка поездом.",
        ),
        ("first paragraph", "доставка", "Из Китая идёт и доставка поездом."),
        ("subheading", "доставки", "Сроки доставки"),
        ("anchor", "печах для бани", "О печах для бани."),
        ("alt", "доставки", "Схема доставки"),
    ]


def test_words_before_a_place_are_those_of_the_body(studied: Study) -> None:
    seen = studied.seen["ru/dostavka.md"]
    places = {seen.form(s): (s.word, s.size) for s in seen.sightings if s.zones[0] != "title"}

    assert places["Доставка из Китая"] == (0, 3)
    assert places["печах для бани"] == (13, 3)
    assert places["dostavka"][0] == -1
    assert seen.words == 16


def test_a_document_owns_the_groups_of_its_phrases_the_most_asked_first(studied: Study) -> None:
    owned = studied.owned("ru/dostavka.md")

    assert [(group.head.phrase, group.frequency) for group in owned] == [
        ("доставка из китая", 900),
        ("доставка", 600),
    ]
    assert studied.owned("ru/nothing.md") == ()


def test_places_of_a_group_count_once_where_its_phrases_overlap() -> None:
    text = document("ru/a.md", "<p>Доставка грузов. Доставка.</p>")
    studied = study(site(text), "ru", MAP.encode())
    group = next(g for g in studied.groups if g.name)

    assert [(s.word, s.size) for s in studied.runs("ru/a.md", group)] == [(0, 2), (2, 1)]


def test_zones_count_loose_places_too() -> None:
    text = document("ru/a.md", title="Из Китая: сроки, доставка", description="Доставка")
    studied = study(site(text), "ru", MAP.encode())
    china, delivery = studied.groups[:2]

    assert studied.zones("ru/a.md", china) == {"title", "h1"}
    assert studied.zones("ru/a.md", delivery) == {"title", "h1", "description"}


def test_links_to_a_document_with_the_phrases_of_their_text(studied: Study) -> None:
    (anchor,) = studied.anchors["ru/pech.md"]

    assert (anchor.source, anchor.text) == ("ru/dostavka.md", "печах для бани")
    assert [studied.map.phrases[n].phrase for n in anchor.phrases] == ["печь для бани"]


def test_a_map_that_cannot_be_read_leaves_the_documents() -> None:
    studied = study(site(DELIVERY), "ru", b"")

    assert studied.map.phrases == ()
    assert studied.seen["ru/dostavka.md"].sightings == ()


ASKED = Asked("ru", ("доставка из китая", "печь"), ())
TEXTS = [
    Texts(f"ru/{n}.md", f"Доставка из Китая {n}", "", f"{n}", f"<p>Печи и печь {n}.</p>")
    for n in range(230)
]


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources of the texts that were searched and not remembered."""
    searched: list[str] = []

    def counted(text: Texts, wanted: Wanted) -> DocumentSightings:
        searched.append(text.source)
        return sightings_in(text, wanted)

    monkeypatch.setattr(surveying, "sightings_in", counted)
    return searched


def test_what_has_not_changed_is_not_searched_again(tmp_path: Path, counting: list[str]) -> None:
    first = survey(TEXTS[:3], ASKED, tmp_path)
    changed = [TEXTS[0], TEXTS[1]._replace(body="<p>Печей нет.</p>"), TEXTS[2]]
    counting.clear()
    second = survey(changed, ASKED, tmp_path)

    assert counting == ["ru/1.md"]
    assert second["ru/0.md"] == first["ru/0.md"]
    assert second["ru/1.md"] == survey(changed, ASKED)["ru/1.md"]


def test_other_phrases_are_searched_for_again(tmp_path: Path, counting: list[str]) -> None:
    survey(TEXTS[:1], ASKED, tmp_path)
    counting.clear()
    other = survey(TEXTS[:1], ASKED._replace(phrases=("бани",)), tmp_path)

    assert counting == ["ru/0.md"]
    assert other["ru/0.md"].sightings == ()


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"other\nend", b"{}"])
def test_a_damaged_file_is_no_error(tmp_path: Path, damage: bytes) -> None:
    first = survey(TEXTS[:2], ASKED, tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)

    assert survey(TEXTS[:2], ASKED, tmp_path) == first


def test_a_cut_line_is_searched_again(tmp_path: Path) -> None:
    first = survey(TEXTS[:2], ASKED, tmp_path)
    (file,) = tmp_path.iterdir()
    lines = file.read_text("utf-8").split("\n")
    file.write_text("\n".join([lines[0], lines[1][:90], *lines[2:]]), "utf-8")

    assert survey(TEXTS[:2], ASKED, tmp_path) == first


def test_many_documents_on_several_cores_give_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shares: list[float] = []
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(analysis, "MEMORY_FILE", tmp_path / "words.tsv")

    found = survey(TEXTS, ASKED, tmp_path, shares.append)

    assert found == survey(TEXTS, ASKED)
    assert shares[-1] == 1.0
    assert shares == sorted(shares)


def test_readings_found_elsewhere_are_remembered(tmp_path: Path) -> None:
    there, here = Memory(tmp_path / "a", "key"), Memory(tmp_path / "b", "key")
    there.keep("печи", analysis.readings_of("печи"))
    told = there.fresh()
    here.adopt(told)

    assert here.get("печи") == analysis.readings_of("печи")
    assert there.fresh() == {}


def test_broken_characters_are_kept_as_they_are(tmp_path: Path) -> None:
    broken = TEXTS[0]._replace(title="Печ\ud800 и печь")
    first = survey([broken], ASKED, tmp_path)

    assert survey([broken], ASKED, tmp_path) == first


def test_a_memory_holds_broken_characters(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "words.tsv", "key")
    memory.keep("x\ud800", analysis.readings_of("x\ud800"))
    memory.save()

    again = Memory(tmp_path / "words.tsv", "key").get("x\ud800")
    assert again is not None
    assert again == memory.get("x\ud800")
