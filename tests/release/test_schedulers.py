"""The files for schedulers: what stands in them, and that their steps publish and then check."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.sites import ROOT, project, without_checkout

SCHEDULERS = ROOT / "schedulers"
WORKFLOWS = ("github/release.yml", "gitea/release.yml", "gitverse/release.yaml")
GITLAB = "gitlab/.gitlab-ci.yml"
NOW = "2026-11-24 12:00"


def read(name: str) -> dict[str, Any]:
    # YAML 1.1 takes the key `on` for a truth
    said = yaml.safe_load((SCHEDULERS / name).read_text("utf-8"))
    return {"on" if key is True else key: value for key, value in said.items()}


def steps(name: str) -> list[dict[str, Any]]:
    (job,) = read(name)["jobs"].values()
    return list(job["steps"])


def commands(name: str) -> list[str]:
    """What a scheduler runs, in its order."""
    if name == GITLAB:
        return list(read(name)["release"]["script"])
    if name.endswith(".service"):
        text = (SCHEDULERS / name).read_text("utf-8")
        lines = re.findall(r"^ExecStart=(.+)", text, re.MULTILINE)
        return [line.replace("/srv/vitrina/", "").replace("/usr/bin/", "") for line in lines]
    return [step["run"] for step in steps(name) if "run" in step]


# --- What stands in them ---


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_runs_at_odd_minutes_on_every_push_and_by_hand(name: str) -> None:
    when = read(name)["on"]
    minutes = {entry["cron"].split()[0] for entry in when["schedule"]}

    assert minutes == {"17", "43"}
    assert when["push"] == {"branches": ["main"]}
    assert "workflow_dispatch" in when


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_runs_once_at_a_time(name: str) -> None:
    assert read(name)["concurrency"] == {"group": "release", "cancel-in-progress": False}


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_keeps_what_it_knows_whatever_happens(name: str) -> None:
    by_action = {step["uses"].split("@")[0]: step for step in steps(name) if "uses" in step}
    restored, saved = by_action["actions/cache/restore"], by_action["actions/cache/save"]

    assert restored["with"]["path"].split() == [".cache", "state", "~/.cache/pip"]
    assert saved["with"]["path"] == restored["with"]["path"]
    assert saved["with"]["key"] == restored["with"]["key"]
    assert restored["with"]["key"].startswith(restored["with"]["restore-keys"])
    assert saved["if"] == "always()"


@pytest.mark.parametrize("name", WORKFLOWS)
def test_keys_are_secrets_of_the_host(name: str) -> None:
    (job,) = read(name)["jobs"].values()
    keys = {name: value for name, value in job["env"].items() if name != "LANGUAGE"}

    assert keys == {name: f"${{{{ secrets.{name} }}}}" for name in keys}


def test_gitlab_runs_once_at_a_time_and_keeps_what_it_knows() -> None:
    job = read(GITLAB)["release"]

    assert job["resource_group"] == "release"
    assert job["interruptible"] is False
    assert job["cache"] == {"key": "vitrina", "paths": [".cache/", "state/"], "when": "always"}
    assert {"if": '$CI_PIPELINE_SOURCE == "schedule"'} in job["rules"]


def test_the_timer_and_cron_run_at_the_same_odd_minutes() -> None:
    timer = (SCHEDULERS / "systemd/vitrina-release.timer").read_text("utf-8")
    cron = (SCHEDULERS / "crontab").read_text("utf-8")

    assert "OnCalendar=*:17,43\n" in timer
    assert "Persistent=true\n" in timer
    assert re.search(r"^17,43 \* \* \* \* cd /srv/vitrina && .*make --silent release", cron, re.M)


def test_none_of_them_is_active_in_this_repository() -> None:
    active = (".github/workflows", ".gitea/workflows", ".gitverse/workflows", ".gitlab-ci.yml")
    assert not [place for place in active if (ROOT / place).exists()]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here")
def test_systemd_understands_its_units() -> None:
    for unit in sorted((SCHEDULERS / "systemd").iterdir()):
        subprocess.run(["systemd-analyze", "verify", str(unit)], check=True)


# --- What they run ---


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A clone of a small firm's project that publishes into a folder of its own."""
    folder = tmp_path_factory.mktemp("clone")
    project(folder)
    without_checkout(folder)
    shutil.rmtree(folder / "theme")
    for name in ("plugins", "locales", "locks", "theme"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "commands", folder / "commands")
    for name in ("Makefile", "tasks.py"):
        shutil.copy(ROOT / name, folder)
    company = folder / "content/data/company.yaml"
    text = company.read_text("utf-8").replace("example: true", "example: false")
    company.write_text(text.replace("kettles.example", "kettles.test"), "utf-8")
    prepared(folder / ".venv")
    yield folder
    shutil.rmtree(folder)


def prepared(venv: Path) -> None:
    """An environment that needs no network: the programs of this one."""
    venv.mkdir()
    for part in (ROOT / ".venv").resolve().iterdir():
        if part.name not in ("home", "site.stamp", "dev.stamp"):
            (venv / part.name).symlink_to(part)
    (venv / "site.stamp").touch()
    (venv / "home").write_text(f"{venv.parent}\n")


def run(folder: Path, command: str, now: str = NOW) -> subprocess.CompletedProcess[str]:
    """A step as a host's shell runs it, whatever the `make` of these tests was told."""
    foreign = ("MAKE", "ARGS", "VITRINA_", "LC_")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(foreign)}
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", command],
        cwd=folder,
        env={**kept, "LANGUAGE": "en", "VITRINA_NOW": now},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", [*WORKFLOWS, GITLAB, "systemd/vitrina-release.service"], ids=str)
def test_the_steps_publish_and_then_check(clone: Path, name: str) -> None:
    release, check = commands(name)
    published = run(clone, release)
    assert published.returncode == 0, published.stderr
    assert (clone / "released/index.html").is_file()
    assert (clone / "state/verified.json").is_file()

    checked = run(clone, check)
    assert (checked.returncode, checked.stdout) == (
        0,
        "the last finished release: 2026-11-24 12:00\n",
    )


def test_the_check_fails_when_no_release_came_through_for_two_slots(clone: Path) -> None:
    rule = "FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;BYMINUTE=0"
    rules = f"slots:\n  - {{key: blog, rule: {rule}, starts: 2026-11-03}}\n"
    (clone / "content/data/schedule.yaml").write_text(rules)
    (check,) = {command for name in WORKFLOWS for command in commands(name) if "check" in command}
    assert run(clone, "make release").returncode == 0

    assert run(clone, check, "2026-12-01 12:00").returncode == 0
    late = run(clone, check, "2026-12-08 12:00")
    assert late.returncode == 1
    assert "the last finished release: 2026-11-24 12:00; since then slots" in late.stderr
