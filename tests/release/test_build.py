"""A build that replaces the output only when it succeeds, and the record of addresses."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.data_files import read_csv
from plugins.documents import Site, Status
from plugins.documents.addresses import PublishedAddress
from plugins.documents.pelican_bridge import Build
from plugins.language.messages import message
from plugins.language.problems import Problem, ProblemsFound
from plugins.release import build as module
from plugins.release.build import new_addresses, record_addresses, replaced
from tests.audit.subjects import document, site

SETTINGS = Path("pelicanconf.py")
BUILT = Build(site(), {}, ())


def silent(share: float) -> None:
    """Progress that nobody watches."""


def succeeding(settings_file: Path, output: Path, progress: object) -> Build:
    output.mkdir(parents=True)
    (output / "index.html").write_text("new")
    return BUILT


def failing(settings_file: Path, output: Path, progress: object) -> Build:
    output.mkdir(parents=True)
    (output / "index.html").write_text("half")
    raise ProblemsFound([Problem("a.md", 1, "", message("wrong"))])


def files_in(folder: Path) -> dict[str, str]:
    found = sorted(f for f in folder.rglob("*") if f.is_file())
    return {f.relative_to(folder).as_posix(): f.read_text() for f in found}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """The output of an earlier build."""
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / "index.html").write_text("old")
    (folder / "gone.html").write_text("old")
    return folder


def test_a_build_takes_the_place_of_the_earlier_one(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "build", succeeding)

    assert replaced(SETTINGS, output, silent) is BUILT
    assert files_in(output.parent) == {"output/index.html": "new"}
    assert [folder.name for folder in output.parent.iterdir()] == ["output"]


def test_the_first_build_needs_no_earlier_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "build", succeeding)
    replaced(SETTINGS, tmp_path / "new" / "output", silent)

    assert files_in(tmp_path) == {"new/output/index.html": "new"}


def test_a_failed_build_changes_nothing_and_leaves_nothing(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_in(output.parent)
    monkeypatch.setattr(module, "build", failing)
    with pytest.raises(ProblemsFound):
        replaced(SETTINGS, output, silent)

    assert before == files_in(output.parent)
    assert [folder.name for folder in output.parent.iterdir()] == ["output"]


def test_what_an_interrupted_build_left_is_cleared_away(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (".output.next", ".output.old"):
        (output.parent / name).mkdir()
        (output.parent / name / "index.html").write_text("rest")
    monkeypatch.setattr(module, "build", succeeding)
    replaced(SETTINGS, output, silent)

    assert files_in(output.parent) == {"output/index.html": "new"}


# --- The record of addresses ---


def published(text: str) -> tuple[PublishedAddress, ...]:
    found, problems = read_csv(PublishedAddress, "addresses.csv", text.encode())

    assert problems == []
    return found


def site_of_four() -> Site:
    return site(
        document("ru/pages/index.md"),
        document("ru/pages/dostavka.md"),
        document("ru/pages/hidden.md", status=Status.HIDDEN),
        document("ru/pages/draft.md", status=Status.DRAFT),
    )


def test_new_addresses_are_those_of_live_documents() -> None:
    assert new_addresses(site_of_four(), ()) == (
        "/,ru/pages/index.md",
        "/dostavka/,ru/pages/dostavka.md",
        "/hidden/,ru/pages/hidden.md",
    )


def test_an_address_that_was_given_out_before_is_not_new() -> None:
    known = published("url,document\n/,ru/pages/index.md\n/dostavka/,ru/pages/old-name.md\n")

    assert new_addresses(site_of_four(), known) == ("/hidden/,ru/pages/hidden.md",)


LINE = "/a/,ru/pages/a.md"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, f"url,document\n{LINE}\n"),
        ("", f"url,document\n{LINE}\n"),
        ("url,document\n", f"url,document\n{LINE}\n"),
        ("url,document", f"url,document\n{LINE}\n"),
        ("url,document\n/b/,b.md", f"url,document\n/b/,b.md\n{LINE}\n"),
    ],
)
def test_a_line_is_added_at_the_end(before: str | None, after: str, tmp_path: Path) -> None:
    file = tmp_path / "addresses.csv"
    if before is not None:
        file.write_text(before)
    record_addresses(file, (LINE,))

    assert after == file.read_text()


@pytest.mark.parametrize("before", [None, "url,document\n", "url,document"])
def test_nothing_new_leaves_the_file_alone(before: str | None, tmp_path: Path) -> None:
    file = tmp_path / "addresses.csv"
    if before is not None:
        file.write_text(before)
    record_addresses(file, ())

    assert before == (file.read_text() if file.exists() else None)


def test_publishing_twice_records_once(tmp_path: Path) -> None:
    file = tmp_path / "addresses.csv"
    record_addresses(file, new_addresses(site_of_four(), ()))
    once = file.read_text()
    record_addresses(file, new_addresses(site_of_four(), published(once)))

    assert once == file.read_text()


@given(st.text("ab,;\"' я.-", min_size=1).map(str.strip).filter(bool))
def test_whatever_the_name_of_a_file_its_line_can_be_read_again(name: str) -> None:
    source = f"ru/pages/{name}.md"
    lines = new_addresses(site(document(source, url="a/")), ())

    assert published("\n".join(["url,document", *lines])) == (
        PublishedAddress(url="/a/", document=source),
    )
