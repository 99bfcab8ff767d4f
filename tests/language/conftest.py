"""A small catalog of two languages instead of the shipped ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.language import messages

RUSSIAN = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
"(n%100<10 || n%100>=20) ? 1 : 2);\n"

msgid "expected %(what)s, got %(got)s"
msgstr "нужно: %(what)s, а стоит: %(got)s"

msgid "expected %(what)s, got %(got)s; %(advice)s"
msgstr "нужно: %(what)s, а стоит: %(got)s; %(advice)s"

msgid "nothing"
msgstr "ничего"

msgid "10 or 12 digits"
msgstr "10 или 12 цифр"

msgid "Good day, %(name)s"
msgstr "Добрый день, %(name)s"

#, fuzzy
msgid "a guess"
msgstr "догадка"

msgid "%(count)s problem"
msgid_plural "%(count)s problems"
msgstr[0] "%(count)s ошибка"
msgstr[1] "%(count)s ошибки"
msgstr[2] "%(count)s ошибок"

msgid "%(num)s day"
msgid_plural "%(num)s days"
msgstr[0] "%(num)s день"
msgstr[1] "%(num)s дня"
msgstr[2] "%(num)s дней"
"""


@pytest.fixture
def catalogs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of catalogs with a Russian one; what was read of others is forgotten."""
    file = tmp_path / "ru" / "LC_MESSAGES" / "vitrina.po"
    file.parent.mkdir(parents=True)
    file.write_text(RUSSIAN, "utf-8")
    monkeypatch.setattr(messages, "LOCALES", tmp_path)
    messages.catalog.cache_clear()
    yield tmp_path
    messages.catalog.cache_clear()
