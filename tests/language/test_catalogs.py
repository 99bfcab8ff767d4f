"""The shipped catalogs: every word of code and templates translated, none guessed."""

import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from plugins.release.catalogs import update, words_of

ROOT = Path(__file__).parents[2]
FILES = sorted(ROOT.glob("locales/*/LC_MESSAGES/vitrina.po"))
PLACE = re.compile(r"%\((\w+)\)s|%%|%")
shipped = pytest.mark.parametrize("file", FILES, ids=lambda file: file.parts[-3])


@cache
def catalog_in(file: Path) -> Catalog:
    with file.open("rb") as source:
        return read_po(source, locale=file.parts[-3])


def entries(catalog: Catalog) -> list[Message]:
    """Every entry but the header."""
    return [entry for entry in catalog if entry.id]


def name(entry: Message) -> str:
    return entry.id if isinstance(entry.id, str) else entry.id[0]


def said(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """One text, or one for each plural form."""
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def places(text: str) -> set[str]:
    return set(PLACE.findall(text))


def test_there_is_a_russian_catalog() -> None:
    assert [file.parts[-3] for file in FILES] == ["ru"]


@shipped
def test_nothing_is_untranslated(file: Path) -> None:
    assert [name(e) for e in entries(catalog_in(file)) if not all(said(e.string))] == []


@shipped
def test_nothing_is_guessed(file: Path) -> None:
    assert [name(e) for e in entries(catalog_in(file)) if e.fuzzy] == []


@shipped
def test_every_word_of_code_and_templates_stands_in_it_and_no_other(file: Path) -> None:
    used = {name(entry) for entry in entries(words_of(ROOT))}

    assert used == {name(entry) for entry in entries(catalog_in(file))}


@shipped
def test_translations_have_the_places_of_their_originals(file: Path) -> None:
    for entry in entries(catalog_in(file)):
        allowed = {frozenset(places(text)) for text in said(entry.id)}
        for text in filter(None, said(entry.string)):
            assert frozenset(places(text)) in allowed, (name(entry), text)


@shipped
def test_there_is_a_form_for_every_number(file: Path) -> None:
    catalog = catalog_in(file)
    for entry in entries(catalog):
        if not isinstance(entry.id, str):
            assert len(said(entry.string)) == catalog.num_plurals, name(entry)


def test_words_are_whole_sentences_with_named_places() -> None:
    for entry in entries(words_of(ROOT)):
        for text in said(entry.id):
            assert text == text.strip()
            assert "%" not in PLACE.sub(lambda found: found[1] or "", text), text


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one word of each kind of source, and an empty catalog of German."""
    templates = tmp_path / "theme" / "templates"
    for folder in (templates, tmp_path / "plugins" / "reports" / "templates"):
        folder.mkdir(parents=True)
    (tmp_path / "commands").mkdir()
    (tmp_path / "commands" / "x.py").write_text('_("a task")\n')
    (tmp_path / "plugins" / "x.py").write_text('message("a message", n=1)\nother("not this")\n')
    (tmp_path / "plugins" / "y.py").write_text('counted("%(count)s cat", "%(count)s cats", 2)\n')
    (templates / "x.html").write_text("{{ _('a word') }}{{ ngettext('day', 'days', 3) }}")
    german = tmp_path / "locales" / "de" / "LC_MESSAGES" / "vitrina.po"
    german.parent.mkdir(parents=True)
    german.write_text(
        'msgid "a word"\nmsgstr "ein Wort"\n\nmsgid "no longer used"\nmsgstr "vorbei"\n', "utf-8"
    )
    return tmp_path


def test_words_are_found_in_commands_code_and_templates(project: Path) -> None:
    found = {said(entry.id) for entry in entries(words_of(project))}

    assert found == {
        ("a task",),
        ("a message",),
        ("%(count)s cat", "%(count)s cats"),
        ("a word",),
        ("day", "days"),
    }


def test_updating_keeps_translations_adds_words_and_drops_old_ones(project: Path) -> None:
    file = project / "locales" / "de" / "LC_MESSAGES" / "vitrina.po"
    update(project)
    with file.open("rb") as source:
        translations = {name(entry): entry.string for entry in entries(read_po(source))}

    assert translations == {
        "%(count)s cat": ("", ""),
        "a message": "",
        "a task": "",
        "a word": "ein Wort",
        "day": ("", ""),
    }
    assert "no longer used" not in file.read_text("utf-8")


def test_updating_twice_changes_nothing(project: Path) -> None:
    file = project / "locales" / "de" / "LC_MESSAGES" / "vitrina.po"
    update(project)
    once = file.read_bytes()
    update(project)

    assert once == file.read_bytes()


@shipped
def test_the_shipped_catalog_is_up_to_date(file: Path, tmp_path: Path) -> None:
    for folder in ("commands", "plugins", "theme", "locales"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    update(tmp_path)

    assert file.read_text("utf-8") == (tmp_path / file.relative_to(ROOT)).read_text("utf-8")
