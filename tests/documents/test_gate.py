"""What keeps a ready article in, and that it keeps nobody else."""

from pathlib import Path

import pytest

from plugins.documents import read_site
from tests.sites import complaints, forget_plugins, output_of, project

HEAD = "Title: Чайник и накипь\nDate: 2026-11-20 10:00\nCategory: Уход\nStatus: ready\n"
WHOLE = HEAD + "Description: Чем снять известь.\nPicture: none\n\nСнимайте уксусом.\n"
FILE = "ru/blog/nakip.md"
ADDRESS = "blog/chaynik-i-nakip/index.html"
CASES = {
    "no description": (
        WHOLE.replace("Description: Чем снять известь.\n", ""),
        ["1: Description: expected a line «Description: …», got nothing"],
    ),
    "an empty description": (
        WHOLE.replace("Чем снять известь.", ""),
        ["5: Description: expected a line «Description: …», got nothing"],
    ),
    "no text": (
        WHOLE.replace("Снимайте уксусом.", ""),
        ["1: expected a text below the keys, got nothing"],
    ),
    "no picture and no leave to do without": (
        WHOLE.replace("Picture: none\n", ""),
        [
            "1: Picture: expected a picture in the text, or a line «Picture: none», got nothing",
        ],
    ),
    "a picture that is only an example of code": (
        WHOLE.replace("Picture: none\n", "") + "\n```\n![](x.png)\n```\n",
        [
            "1: Picture: expected a picture in the text, or a line «Picture: none», got nothing",
        ],
    ),
    "a date that no calendar has": (
        WHOLE.replace("2026-11-20 10:00", "31.02.2027"),
        [
            "2: Date: expected a date such as 2026-11-03 or 2026-11-03 10:00, got '31.02.2027'",
        ],
    ),
    "a link to a file that is not there": (
        WHOLE + "\n[Дальше]({filename}/ru/blog/net.md#x)\n",
        ["10: expected a file of content/, got '{filename}/ru/blog/net.md'"],
    ),
    "a mistyped key": (
        WHOLE.replace("Category", "Categry"),
        ["3: Categry: expected a known key, got 'Categry'; did you mean Category?"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_ready_article_with_a_fault_stays_in_and_says_why(name: str, tmp_path: Path) -> None:
    text, complaints = CASES[name]
    settings = project(tmp_path, {FILE: text})
    forget_plugins()
    site, _ = read_site(settings)

    document = site.by_source[FILE]
    said = [problem.in_language("en") for problem in document.held]
    assert said == [f"content/{FILE}:{complaint}" for complaint in complaints]
    assert document not in site.live
    assert [missed.source for missed in site.missed] == ([FILE] if document.published else [])


def test_a_whole_article_goes_out_on_its_day(tmp_path: Path) -> None:
    assert ADDRESS in output_of(project(tmp_path, {FILE: WHOLE}))


def test_an_unfinished_text_stops_nobody(tmp_path: Path) -> None:
    files = {
        "ru/blog/idea.md": "Title: Задумка\nStatus: idea\n",
        "ru/blog/broken.md": "Titl: Набросок\nStatus: draft\nDate: вчера\nTemplate: net\n",
        "ru/blog/ready.md": HEAD.replace("Title: Чайник и накипь\n", ""),
    }

    output = output_of(project(tmp_path, files))

    assert "index.html" in output
    traces = ("Задумка", "Набросок", "broken")
    assert not [path for path, data in output.items() for t in traces if t.encode() in data]


def test_a_link_to_what_is_not_live_yet_holds_nobody_back(tmp_path: Path) -> None:
    later = WHOLE.replace("2026-11-20", "2027-03-01").replace("и накипь", "и чай")
    files = {FILE: WHOLE + "\n[Чай]({filename}later.md)\n", "ru/blog/later.md": later}

    output = output_of(project(tmp_path, files))

    assert b"<p>\xd0\xa7\xd0\xb0\xd0\xb9</p>" in output[ADDRESS]


def test_what_has_expired_has_left_and_is_not_lost(tmp_path: Path) -> None:
    gone = WHOLE.replace("Status: ready", "Status: published\nExpires: 2026-11-21")
    files = {
        FILE: gone,
        "data/addresses.csv": f"url,document\n/blog/chaynik-i-nakip/,{FILE}\n",
    }
    settings = project(tmp_path, files)

    output = output_of(settings)

    assert not [path for path, data in output.items() if "известь".encode() in data]


def test_an_empty_date_waits_for_a_slot_and_holds_nobody_back(tmp_path: Path) -> None:
    empty = WHOLE.replace("2026-11-20 10:00", "").replace("Status: ready", "Status: {}")
    files = {f"ru/blog/{status}.md": empty.format(status) for status in ("draft", "ready")}
    settings = project(tmp_path, files)
    forget_plugins()
    site, _ = read_site(settings)

    for source in files:
        document = site.by_source[source]
        assert (document.held, document.published) == ((), None)
        assert "уксусом" in document.body
        assert document not in site.live


def test_an_empty_date_of_what_is_published_is_an_error(tmp_path: Path) -> None:
    text = WHOLE.replace("2026-11-20 10:00", "").replace("Status: ready", "Status: published")
    assert complaints(project(tmp_path, {FILE: text}))["en"] == [
        f"content/{FILE}:2: Date: expected a date such as 2026-11-03 or 2026-11-03 10:00, "
        "got nothing"
    ]
