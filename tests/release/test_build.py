"""A build that replaces the output only when it succeeds, and the record of addresses."""

import subprocess
import sys
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
ROOT = Path(__file__).parents[2]
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
    """Every file but the lock that a build leaves."""
    found = sorted(f for f in folder.rglob("*") if f.is_file() and f.suffix != ".lock")
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
    assert sorted(f.name for f in output.parent.iterdir()) == [".output.lock", "output"]


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
    assert sorted(f.name for f in output.parent.iterdir()) == [".output.lock", "output"]


def test_a_build_that_is_judged_and_refused_changes_nothing_and_leaves_nothing(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, seen = files_in(output.parent), {}
    monkeypatch.setattr(module, "build", succeeding)

    def refusing(built: Build, folder: Path) -> None:
        assert built is BUILT
        seen.update(files_in(folder))
        raise ProblemsFound([Problem("a.md", 1, "", message("wrong"))])

    with pytest.raises(ProblemsFound):
        replaced(SETTINGS, output, silent, refusing)

    assert seen == {"index.html": "new"}
    assert before == files_in(output.parent)
    assert sorted(f.name for f in output.parent.iterdir()) == [".output.lock", "output"]


def test_what_an_interrupted_build_left_is_cleared_away(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (".output.next-1a2b3c4d", ".output.next-5e6f7a8b", ".output.old"):
        (output.parent / name).mkdir()
        (output.parent / name / "index.html").write_text("rest")
    monkeypatch.setattr(module, "build", succeeding)
    replaced(SETTINGS, output, silent)

    assert files_in(output.parent) == {"output/index.html": "new"}


def test_an_output_put_aside_by_an_interrupted_build_comes_back(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_in(output.parent)
    output.rename(output.with_name(".output.old"))
    monkeypatch.setattr(module, "build", failing)
    with pytest.raises(ProblemsFound):
        replaced(SETTINGS, output, silent)

    assert before == files_in(output.parent)


# --- What is never replaced ---


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with somebody's work in it; commands run there."""
    for name in ("project/pelicanconf.py", "project/content/index.html", "project/precious/x.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("mine")
    (tmp_path / "project/index.html").write_text("mine")
    (tmp_path / "index.html").write_text("mine")
    (tmp_path / "project/link").symlink_to("content")
    monkeypatch.chdir(tmp_path / "project")
    monkeypatch.setattr(module, "build", succeeding)
    return tmp_path


OWN = "expected a folder of its own for the built site, got"
HOLDS = f"{OWN} a folder that holds the project"
OTHERS = (
    "expected an empty folder or one that holds a built site (index.html), "
    "got a folder with other files; choose another folder, or empty this one yourself"
)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (".", f".: {HOLDS}"),
        ("", f".: {HOLDS}"),
        ("/", f"/: {HOLDS}"),
        ("..", f"..: {HOLDS}"),
        ("content", f"content: {OWN} a folder of the project's own, content/"),
        ("content/new", f"content/new: {OWN} a folder of the project's own, content/"),
        ("link", f"link: {OWN} a folder of the project's own, content/"),
        ("theme", f"theme: {OWN} a folder of the project's own, theme/"),
        ("plugins/x", f"plugins/x: {OWN} a folder of the project's own, plugins/"),
        ("locales", f"locales: {OWN} a folder of the project's own, locales/"),
        ("tests/site", f"tests/site: {OWN} a folder of the project's own, tests/"),
        ("docs", f"docs: {OWN} a folder of the project's own, docs/"),
        ("precious", f"precious: {OTHERS}"),
    ],
)
def test_somebodys_work_is_never_replaced(work: Path, name: str, said: str) -> None:
    before = sorted(work.rglob("*")), files_in(work)
    with pytest.raises(ProblemsFound) as found:
        replaced(SETTINGS, Path(name), silent)

    assert found.value.in_language("en") == f"invoke build: --output {said}\n1 problem"
    assert before == (sorted(work.rglob("*")), files_in(work))


@pytest.mark.parametrize("name", ["precious/x.md", "precious/x.md/below"])
def test_a_file_is_no_folder_to_build_into(work: Path, name: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        replaced(SETTINGS, Path(name), silent)

    file = work / "project/precious/x.md"
    assert f"expected a folder, got {file}, which is a file" in found.value.in_language("en")
    assert file.read_text() == "mine"


def test_an_empty_folder_may_be_built_into(work: Path) -> None:
    Path("empty").mkdir()
    replaced(SETTINGS, Path("empty"), silent)

    assert files_in(Path("empty")) == {"index.html": "new"}


# --- Two builds at once ---

WRITER = """
import sys, time
from pathlib import Path
from plugins.documents.pelican_bridge import Build
from plugins.release import build as module
from tests.audit.subjects import site

def slow(settings_file, folder, progress):
    folder.mkdir(parents=True)
    print("building", flush=True)
    for number in range(20):
        (folder / f"{number}.html").write_text(sys.argv[2])
        time.sleep(float(sys.argv[3]))
    (folder / "index.html").write_text(sys.argv[2])
    return Build(site(), {}, ())

module.build = slow
module.replaced(Path("pelicanconf.py"), Path(sys.argv[1]), lambda share: None)
print("done", flush=True)
"""


def started(output: Path, name: str, pause: float = 0.02) -> subprocess.Popen[str]:
    """A build in a process of its own, which writes its name into every file, with pauses."""
    command = [sys.executable, "-c", WRITER, str(output), name, str(pause)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_two_builds_at_once_wait_for_each_other(output: Path) -> None:
    first = started(output, "first")
    assert first.stdout
    assert first.stdout.readline() == "building\n"
    second = started(output, "second")
    said = [process.communicate(timeout=60)[0] for process in (first, second)]

    assert (first.returncode, second.returncode) == (0, 0)
    assert said == ["done\n", "building\ndone\n"]
    assert set(files_in(output).values()) == {"second"}
    assert len(files_in(output)) == 21
    assert sorted(f.name for f in output.parent.iterdir()) == [".output.lock", "output"]


def test_after_a_killed_build_the_next_one_clears_up(output: Path) -> None:
    killed = started(output, "killed", pause=60)
    assert killed.stdout
    killed.stdout.readline()
    killed.kill()
    killed.communicate(timeout=60)
    assert set(files_in(output).values()) == {"old"}
    next_one = started(output, "next")
    next_one.communicate(timeout=60)

    assert set(files_in(output).values()) == {"next"}
    assert sorted(f.name for f in output.parent.iterdir()) == [".output.lock", "output"]


# --- The record of addresses ---


def published(text: str) -> tuple[PublishedAddress, ...]:
    found, problems = read_csv(PublishedAddress, "addresses.csv", text.encode())

    assert problems == []
    return found


def site_of_five() -> Site:
    return site(
        document("ru/pages/index.md"),
        document("ru/pages/dostavka.md"),
        document("ru/pages/hidden.md", status=Status.HIDDEN),
        document("ru/pages/draft.md", status=Status.DRAFT),
        document("ru/pages/404.md", kind="error", url="404.html"),
    )


def test_new_addresses_are_those_of_live_documents() -> None:
    assert new_addresses(site_of_five(), ()) == (
        "/,ru/pages/index.md",
        "/dostavka/,ru/pages/dostavka.md",
        "/hidden/,ru/pages/hidden.md",
    )


def test_an_address_that_was_given_out_before_is_not_new() -> None:
    known = published("url,document\n/,ru/pages/index.md\n/dostavka/,ru/pages/old-name.md\n")

    assert new_addresses(site_of_five(), known) == ("/hidden/,ru/pages/hidden.md",)


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
    record_addresses(file, new_addresses(site_of_five(), ()))
    once = file.read_text()
    record_addresses(file, new_addresses(site_of_five(), published(once)))

    assert once == file.read_text()


@given(st.text("ab,;\"' я.-", min_size=1).map(str.strip).filter(bool))
def test_whatever_the_name_of_a_file_its_line_can_be_read_again(name: str) -> None:
    source = f"ru/pages/{name}.md"
    lines = new_addresses(site(document(source, url="a/")), ())

    assert published("\n".join(["url,document", *lines])) == (
        PublishedAddress(url="/a/", document=source),
    )
