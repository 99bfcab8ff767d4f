"""`invoke funnel`: files by name, a sample without any, mistakes as sentences."""

from pathlib import Path

import duckdb
import pytest
from invoke.context import Context
from invoke.exceptions import Exit

from commands import trade
from plugins.funnel import FunnelSettings
from plugins.language.problems import ProblemsFound
from plugins.release import funnel_run
from plugins.release.command_line import with_files
from tests.funnel.exports import ANN, SITE, hit, hits
from tests.reports.funnel.sample import PAGES

TABLES = """
CREATE TABLE visits AS SELECT 1::BIGINT AS visitor, TIMESTAMP '2026-10-01 10:00' AS moment,
    '/' AS page, 'ad' AS source;
CREATE TABLE events AS SELECT 1::BIGINT AS visitor, TIMESTAMP '2026-10-01 10:00' AS moment,
    2::BIGINT AS step, '/oven/' AS page, '' AS number, 'hits' AS origin;
CREATE TABLE orders (number VARCHAR, visitor BIGINT, moment TIMESTAMP, state VARCHAR,
    reason VARCHAR, way VARCHAR, currency VARCHAR, total BIGINT);
"""
SETTINGS = {"FUNNEL": FunnelSettings(), "KEYWORDS": {}}


@pytest.fixture(autouse=True)
def a_site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The task knows a site of four pages, and writes below a folder of its own."""
    settings = {**SETTINGS, "PATH": str(tmp_path / "content")}
    monkeypatch.setattr(funnel_run, "read_site", lambda _: (None, settings))
    monkeypatch.setattr(funnel_run, "known_pages", lambda *_: PAGES)
    monkeypatch.setattr(trade, "ROOT", tmp_path)
    monkeypatch.setattr(trade, "LANG", "en")
    monkeypatch.setattr("commands.LANG", "en")


def test_files_stand_after_the_command_without_an_option() -> None:
    assert with_files(["funnel", "a.tsv", "b c.csv", "--demo"], "funnel") == [
        *("funnel", "--files", "a.tsv\nb c.csv", "--demo"),
    ]
    assert with_files(["funnel", "--demo"], "funnel") == ["funnel", "--demo"]
    assert with_files(["links", "funnel.md"], "funnel") == ["links", "funnel.md"]


def test_it_counts_writes_the_report_and_keeps_no_client(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "any name"
    file.write_text(hits(hit(1, ANN, 0, "/blog/oven/"), hit(2, ANN, 1, "/oven/")), "utf-8")

    trade.funnel(Context(), files=str(file))

    said = capsys.readouterr().out.splitlines()
    assert said[0] == "any name: hits of Metrica, 2 lines read"
    assert "Visitors: 1, Saw a product: 1, Put into the cart: 0" in "\n".join(said)
    assert said[-1] == "report: reports/funnel/index.html"
    for written in (tmp_path / "reports/funnel").iterdir():
        assert ANN not in written.read_text("utf-8"), written
        assert SITE not in written.read_text("utf-8"), written
    assert list((tmp_path / ".cache/funnel").iterdir()) == []


def test_a_sample_needs_no_files_and_says_that_it_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(funnel_run, "DEMO_VISITORS", 200)

    trade.funnel(Context(), demo=True)

    assert "invented" in (tmp_path / "reports/funnel/index.html").read_text("utf-8")


def test_a_foreign_file_is_named_and_ends_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "price.csv"
    file.write_text("name;price\nОвен;5\n", "utf-8")

    with pytest.raises(Exit) as ended:
        trade.funnel(Context(), files=str(file))

    assert ended.value.code == 1
    assert "price.csv: left out: expected a header with" in capsys.readouterr().out


def test_a_folder_stands_for_its_files_and_a_file_named_twice_is_read_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "october"
    folder.mkdir()
    (folder / "2.tsv").write_text(hits(hit(2, ANN, 1, "/oven/")), "utf-8")
    (folder / "1.tsv").write_text(hits(hit(1, ANN, 0, "/blog/oven/")), "utf-8")
    (folder / ".hidden").write_text("x", "utf-8")
    (tmp_path / "again.tsv").symlink_to(folder / "2.tsv")

    trade.funnel(Context(), files=f"{folder}\n{tmp_path / 'again.tsv'}")

    said = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in said[:2]] == ["1.tsv", "2.tsv"]
    assert said[2:4] == ["again.tsv", "  named twice, read once"]


def test_an_empty_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as problems:
        trade.funnel(Context(), files=str(tmp_path))

    assert "got a folder without files" in problems.value.in_language("en")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ("", "invoke funnel: expected names of exports, or --demo for a report of invented"),
        ("nope.tsv\nnor.csv", "nope.tsv: expected a file, or a folder with files, got nothing"),
    ],
)
def test_nothing_to_read_is_a_sentence(files: str, said: str) -> None:
    with pytest.raises(ProblemsFound) as problems:
        trade.funnel(Context(), files=files)

    assert said in problems.value.in_language("en")


def test_tables_of_an_engine_need_no_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    base = tmp_path / "firm.duckdb"
    with duckdb.connect(str(base)) as firm:
        firm.execute(TABLES)
    settings = {"FUNNEL": FunnelSettings(f"duckdb://{base}"), "KEYWORDS": {}, "PATH": "content"}
    monkeypatch.setattr(funnel_run, "read_site", lambda _: (None, settings))

    trade.funnel(Context())

    assert "Visitors: 1, Saw a product: 1" in capsys.readouterr().out
    page = (tmp_path / "reports/funnel/index.html").read_text("utf-8")
    assert "the tables stand in an engine of your own" in page


def test_an_engine_that_does_not_answer_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = {"FUNNEL": FunnelSettings("nonsense://x"), "KEYWORDS": {}, "PATH": "content"}
    monkeypatch.setattr(funnel_run, "read_site", lambda _: (None, settings))

    with pytest.raises(ProblemsFound) as problems:
        trade.funnel(Context())

    assert "FUNNEL: backend: " in problems.value.in_language("en")
