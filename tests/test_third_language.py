"""Adding a language is one folder, one catalog and one line of settings: this test adds German."""

import shutil
from pathlib import Path

from tests.sites import ROOT, run

PROJECT = (
    "content",
    "theme",
    "locales",
    "plugins",
    "pelicanconf.py",
    "publishconf.py",
    "commands",
    "tasks.py",
)
LINE = 'LANGUAGES = ("ru", "en")'
CATALOG = """msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Skip to content"
msgstr "Zum Inhalt"
"""
HOME = """Title: Küchen und Werkstätten aus China
Description: Maschinen aus China, mit Rechnung in Rubel.

Wir liefern Maschinen nach Russland.
"""


def test_german_is_added(tmp_path: Path) -> None:
    for name in PROJECT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    settings = (tmp_path / "pelicanconf.py").read_text("utf-8")
    assert settings.count(LINE) == 1
    settings = settings.replace(LINE, 'LANGUAGES = ("ru", "en", "de")')
    (tmp_path / "pelicanconf.py").write_text(settings, "utf-8")
    (tmp_path / "content/de/pages").mkdir(parents=True)
    (tmp_path / "content/de/pages/index.md").write_text(HOME, "utf-8")
    (tmp_path / "locales/de/LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "locales/de/LC_MESSAGES/vitrina.po").write_text(CATALOG, "utf-8")

    done = run(tmp_path, "invoke", "build", PYTHONPATH="")
    assert done.returncode == 0, done.stderr
    german = (tmp_path / "output/de/index.html").read_text("utf-8")
    russian = (tmp_path / "output/index.html").read_text("utf-8")
    delivery = (tmp_path / "output/dostavka/index.html").read_text("utf-8")

    assert '<html lang="de"' in german
    assert "Zum Inhalt" in german
    for page in (german, russian):
        for lang in ("ru", "en", "de", "x-default"):
            assert f'hreflang="{lang}"' in page
    assert "Deutsch" in russian
    assert 'href="/de/"' in delivery
    assert (tmp_path / "output/de/feed.xml").is_file()
