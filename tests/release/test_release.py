"""Releases of the small site: on time, once, whole; what goes wrong leaves the old site up."""

import json
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from plugins.language.messages import Message, message
from plugins.language.problems import Problem, ProblemsFound
from plugins.release import release_run, site_work
from plugins.release.folder import Folder
from plugins.release.release import HeldBack
from plugins.release.targets import Kind
from tests.release.model import Plug, Unplugged
from tests.release.projects import Firm, article, firm

MONDAY, TUESDAY, NEXT_YEAR = "2027-01-11 10:00", "2027-01-12 10:00", "2028-01-12 10:00"
SECRET = "mezzotint"
OLD = Problem("https://kettles.ru/", 0, "", message("visitors get something else"))
SOON = {
    "ru/blog/soon.md": article(f"Soon {SECRET}", "2027-01-12 09:00"),
    "ru/blog/future.md": article("Much later", "2031-01-12"),
}


@pytest.fixture
def unjudged(monkeypatch: pytest.MonkeyPatch) -> None:
    """The theme of the small site is too small for the audit."""
    monkeypatch.setattr(site_work, "judged", lambda *_, **__: (None, ()))


@pytest.fixture
def kettles(tmp_path: Path, unjudged: None) -> Firm:
    return firm(tmp_path, SOON)


def plugged(monkeypatch: pytest.MonkeyPatch, plug: Plug) -> None:
    """A folder whose plug can be pulled before any call."""

    class Cut(Folder):
        def __getattribute__(self, name: str) -> Any:
            if name in ("put", "remove", "settle", "finish", "write_state", "lock", "unlock"):
                plug()
            return super().__getattribute__(name)

    monkeypatch.setattr(release_run, "target_of", lambda to, at: Cut(at.root / to.path, to.path))


def test_an_article_comes_out_on_its_day_and_not_before(kettles: Firm) -> None:
    kettles.release(MONDAY)
    before = kettles.published
    assert before
    assert not [path for path, data in before.items() if SECRET.encode() in data or "soon" in path]

    plan = kettles.release(TUESDAY)

    assert "blog/soon-mezzotint/index.html" in kettles.published
    assert plan.news.pages == ("blog/soon-mezzotint/index.html",)
    assert SECRET.encode() in kettles.published["feed.xml"]


def test_where_nothing_has_changed_nothing_is_sent(kettles: Firm) -> None:
    kettles.release(MONDAY)
    again = kettles.release(MONDAY)
    later = kettles.release("2027-01-11 23:00")

    assert again.is_nothing
    assert later.is_nothing
    assert kettles.words().endswith("nothing has changed: 0 files sent")
    assert kettles.words("ru").endswith("ничего не изменилось: отправлено файлов — 0")


def test_a_missed_run_makes_no_difference(tmp_path: Path, unjudged: None) -> None:
    punctual, late = firm(tmp_path / "punctual", SOON), firm(tmp_path / "late", SOON)
    for moment in (MONDAY, TUESDAY, "2027-01-13 10:00"):
        punctual.release(moment)
    late.release(MONDAY)
    late.release("2027-01-13 10:00")

    assert late.published == punctual.published


def test_what_expires_leaves(tmp_path: Path, unjudged: None) -> None:
    sale = article("Sale", "2027-01-05", more="Expires: 2027-01-12\nPicture: none\n")
    kettles = firm(tmp_path, {"ru/blog/sale.md": sale})
    redirect = kettles.root / "content/data/redirects.csv"
    kettles.release(MONDAY)
    assert "blog/sale/index.html" in kettles.published
    if not redirect.exists():
        redirect.write_text("old,new\n", "utf-8")
    with redirect.open("a", encoding="utf-8") as lines:
        lines.write("/blog/sale/,/blog/\n")
    kettles.release(TUESDAY)

    assert b"Sale" not in kettles.published.get("blog/sale/index.html", b"")


def test_the_power_goes_at_every_step_and_the_next_run_finishes(
    tmp_path: Path, unjudged: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = firm(tmp_path / "expected", SOON)
    expected.release(MONDAY)
    expected.release(TUESDAY)
    plug = Plug()
    plugged(monkeypatch, plug)
    kettles = firm(tmp_path / "cut", SOON)
    kettles.release(MONDAY)
    calls, told = 0, 0
    while True:
        plug.left = calls
        try:
            plan = kettles.release(TUESDAY)
        except Unplugged:
            calls += 1
        else:
            break
        plug.left = None
        told += "blog/soon-mezzotint/index.html" in kettles.published
    plug.left = None
    assert calls > 10
    assert told
    kettles.release(TUESDAY)
    assert plan is not None
    assert kettles.published == expected.published
    ledger = (kettles.root / "state/ledger.jsonl").read_text("utf-8").splitlines()
    steps = [json.loads(line)["step"] for line in ledger]
    # Once a release, and once more if the power went before that was remembered
    assert 2 <= steps.count("social") <= 3


@pytest.mark.parametrize("seed", range(3))
def test_random_months_end_as_if_no_run_had_been_missed(
    tmp_path: Path, unjudged: None, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance, plug = random.Random(seed), Plug()
    punctual, careless = firm(tmp_path / "punctual"), firm(tmp_path / "careless")
    plugged(monkeypatch, plug)
    for day in range(11, 19):
        now = f"2027-01-{day} 10:00"
        name, status = f"ru/blog/text{chance.randint(0, 2)}.md", chance.choice(["ready", "draft"])
        text = article(f"Number {day} {name[8:-3]}", f"2027-01-{chance.randint(10, 22)}", status)
        fixed = text.replace("Category", f"Slug: {name[8:-3]}\nCategory")
        addresses = "content/data/addresses.csv"
        for each in (punctual, careless):
            each.write(name, fixed)
            (each.root / addresses).unlink(missing_ok=True)
        plug.left = None
        punctual.release(now)
        plug.left = chance.choice([None, chance.randint(0, 40)])
        if chance.random() < 0.6:
            with suppress(Unplugged):
                careless.release(now)
    plug.left = None
    careless.release("2027-01-18 10:00")

    assert careless.published == punctual.published


def test_a_clock_set_back_takes_nothing_away(kettles: Firm) -> None:
    kettles.release(TUESDAY)
    before = kettles.published
    with pytest.raises(ProblemsFound) as refused:
        kettles.release(MONDAY)

    assert not isinstance(refused.value, HeldBack)
    assert "the last release was at 2027-01-12 10:00:00 +0300" in str(refused.value)
    assert "--back" in refused.value.in_language("ru")
    assert kettles.published == before
    addresses = kettles.root / "content/data/addresses.csv"
    addresses.write_text("url,document\n", "utf-8")
    kettles.release(MONDAY, back=True)
    assert "blog/soon-mezzotint/index.html" not in kettles.published


def test_a_dry_run_changes_nothing(kettles: Firm) -> None:
    plan = kettles.release(MONDAY, dry_run=True)

    assert plan.count(Kind.PUT) > 10
    assert "send: index.html" in kettles.words()
    assert not (kettles.root / "released").exists()
    assert not list((kettles.root / "state").glob("*.json*"))


def test_the_audit_stops_a_release_and_the_old_site_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kettles = firm(tmp_path, SOON)
    with monkeypatch.context() as patched:
        patched.setattr(site_work, "judged", lambda *_, **__: (None, ()))
        kettles.release(MONDAY)
    before = kettles.published
    with pytest.raises(HeldBack, match="seller-data"):
        kettles.release(TUESDAY)

    assert kettles.published == before
    last = (kettles.root / "state/ledger.jsonl").read_text("utf-8").splitlines()[-1]
    assert json.loads(last)["step"] == "stopped"
    assert kettles.release(MONDAY).is_nothing


def test_a_build_that_fails_leaves_the_old_site(kettles: Firm) -> None:
    kettles.release(MONDAY)
    before = kettles.published
    kettles.write("ru/blog/soon.md", article("Soon", "31.02.2027", "published"))
    with pytest.raises(HeldBack, match=r"soon\.md"):
        kettles.release(TUESDAY)
    assert kettles.published == before

    kettles.write("ru/blog/soon.md", article("Soon", "2027-01-12"))
    kettles.release(TUESDAY)
    assert "blog/soon/index.html" in kettles.published


def test_the_example_company_is_never_released(tmp_path: Path) -> None:
    kettles = firm(tmp_path)
    company = kettles.root / "content/data/company.yaml"
    company.write_text(company.read_text("utf-8").replace("example: false", "example: true"))
    with pytest.raises(HeldBack, match="the company is the shipped example"):
        kettles.release(MONDAY)
    assert not (kettles.root / "released").exists()


@pytest.mark.parametrize("broken", ["", "{", "[]", "\x00", '{"version": 99}'])
def test_a_broken_ledger_and_record_are_told_and_made_again(kettles: Firm, broken: str) -> None:
    kettles.release(MONDAY)
    state = kettles.root / "state"
    for file in [*state.glob("release-*.json"), state / "ledger.jsonl"]:
        file.write_text(f"{broken}\n")
    kettles.release(MONDAY)
    assert "is made again from the target" in kettles.words()
    plan = kettles.release(TUESDAY)

    assert plan.news.pages == ("blog/soon-mezzotint/index.html",)
    copy = next(state.glob("release-*.json")).read_bytes()
    assert copy == (kettles.root / "released/.vitrina-release.json").read_bytes()


def test_when_nobody_remembers_what_stands_there_counts(kettles: Firm) -> None:
    kettles.release(MONDAY)
    for file in [*(kettles.root / "state").glob("*.json*")]:
        file.unlink()
    (kettles.root / "released/.vitrina-release.json").write_text("{")
    (kettles.root / "released/blog/old.html").write_text("an article that has expired")
    (kettles.root / "released/.well-known").mkdir(exist_ok=True)
    (kettles.root / "released/.well-known/proof").write_text("somebody else's")
    plan = kettles.release(TUESDAY)

    assert plan.news.pages == ("blog/soon-mezzotint/index.html",)
    assert "blog/old.html" not in kettles.published
    assert ".well-known/proof" in kettles.published


def test_files_of_others_stay(kettles: Firm) -> None:
    kettles.release(MONDAY)
    (kettles.root / "released/proof.html").write_text("somebody else's")
    kettles.release(TUESDAY)

    assert kettles.published["proof.html"] == b"somebody else's"


def test_a_folder_of_something_else_is_never_emptied(kettles: Firm) -> None:
    (kettles.root / "released").mkdir()
    for number in range(3):
        (kettles.root / f"released/photo{number}.jpg").write_text("of a wedding")
    with pytest.raises(ProblemsFound, match="other files stand here"):
        kettles.release(MONDAY)
    assert len(kettles.published) == 3


def test_what_somebody_broke_by_hand_is_repaired(kettles: Firm) -> None:
    kettles.release(MONDAY)
    before = kettles.published
    (kettles.root / "released/index.html").write_text("broken")
    (kettles.root / "released/feed.xml").unlink()
    kettles.release(MONDAY)

    assert kettles.published == before


def refuses(error: BaseException) -> Callable[..., None]:
    def put(*_: object) -> None:
        raise error

    return put


def test_a_folder_that_cannot_be_written_is_said(
    kettles: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    kettles.release(MONDAY)
    before = kettles.published
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuses(OSError(28, "No space left on device")))
        with pytest.raises(ProblemsFound, match="No space left on device"):
            kettles.release(TUESDAY)
    assert kettles.published == before
    kettles.release(TUESDAY)
    assert "blog/soon-mezzotint/index.html" in kettles.published


def test_a_disk_that_is_not_mounted_is_said(kettles: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VITRINA_RELEASE", str(kettles.root / "disk/site"))
    with pytest.raises(ProblemsFound, match="the folder above it is not there"):
        kettles.release(MONDAY)


def test_visitors_who_do_not_get_it_hold_back_what_follows(
    kettles: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    kettles.release(MONDAY)
    told: list[object] = []

    def heard(*of: object) -> tuple[Message, ...]:
        told.append(of)
        return ()

    with monkeypatch.context() as patched:
        patched.setattr(site_work, "engines_told", heard)
        patched.setattr(site_work, "verify", refuses(ProblemsFound([OLD])))
        with pytest.raises(HeldBack):
            kettles.release(TUESDAY)
        assert not told
        patched.undo()
        patched.setattr(site_work, "engines_told", heard)
        patched.setattr(site_work, "judged", lambda *_, **__: (None, ()))
        plan = kettles.release(TUESDAY)
    assert told
    assert not plan.phases
    assert plan.news.pages == ("blog/soon-mezzotint/index.html",)
