"""Projects for tests: the small bilingual site of tests/site, changed as a test needs."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from blinker import ANY, Signal
from pelican import signals

from plugins.documents.pelican_bridge import build
from plugins.language.problems import ProblemsFound

ROOT = Path(__file__).parents[1]
SITE = ROOT / "tests" / "site"
LANGUAGES = ("en", "ru")
Files = Mapping[str, str | bytes | None]


def project(folder: Path, files: Files | None = None) -> Path:
    """A project in a folder: our settings, the small site, and the given files of content/.

    A file given as None is left out. Returns its pelicanconf.py.
    """
    shutil.copytree(SITE, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected"))
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, folder)
    for path, text in (files or {}).items():
        file = folder / "content" / path
        if text is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder / "pelicanconf.py"


def forget_plugins() -> None:
    """Disconnect all handlers: Pelican's signals outlive a build in the same process."""
    for name in dir(signals):
        signal = getattr(signals, name)
        if isinstance(signal, Signal):
            for receiver in list(signal.receivers_for(ANY)):
                signal.disconnect(receiver)


def output_of(settings_file: Path) -> dict[str, bytes]:
    """The output of a build, path to bytes."""
    forget_plugins()
    output = settings_file.parent / "output"
    shutil.rmtree(output, ignore_errors=True)
    build(settings_file, output)
    return files_in(output)


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, path to bytes."""
    files = sorted(f for f in folder.rglob("*") if f.is_file())
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in files}


def build_shipped(folder: Path) -> None:
    """Build the shipped site as it stands into a folder."""
    forget_plugins()
    build(ROOT / "pelicanconf.py", folder)


def copy_of_shipped(folder: Path) -> Path:
    """A copy of the shipped site in a folder, to build otherwise; returns its pelicanconf.py."""
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, folder)
    return folder / "pelicanconf.py"


def real_firm(folder: Path) -> Path:
    """A copy of the shipped site, with its commands, that is no example any more."""
    copy_of_shipped(folder)
    shutil.copytree(ROOT / "commands", folder / "commands")
    shutil.copy(ROOT / "tasks.py", folder)
    without_checkout(folder)
    company = folder / "content/data/company.yaml"
    text = company.read_text("utf-8").replace("example: true", "example: false")
    company.write_text(text.replace("https://pech-verstak.example", "https://firm.ru"), "utf-8")
    return folder


def complaints(settings_file: Path) -> dict[str, list[str]]:
    """What a build that must fail says in each language, without the closing count."""
    try:
        build(settings_file, settings_file.parent / "output")
    except ProblemsFound as problems:
        said = {lang: problems.in_language(lang) for lang in LANGUAGES}
        return {lang: text.splitlines()[:-1] for lang, text in said.items()}
    raise AssertionError("the build succeeded")


def warnings(settings_file: Path) -> dict[str, list[str]]:
    """The warnings of a build that must succeed, in each language."""
    built = build(settings_file, settings_file.parent / "output").warnings
    return {lang: [warning.in_language(lang) for warning in built] for lang in LANGUAGES}


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command of a project, as a user runs it, in a process of its own."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def without_checkout(folder: Path) -> Path:
    """A project that publishes without a key for links: its payment service is off."""
    settings = folder / "pelicanconf.py"
    text = settings.read_text("utf-8")
    off = text.replace("checkout.CheckoutSettings()", "checkout.CheckoutSettings(off=True)")
    assert off != text
    settings.write_text(off, "utf-8")
    return settings
