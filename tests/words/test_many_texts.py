"""Lines of many texts: kept from run to run whatever they hold, read again where damaged."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from plugins.words.many_texts import Store, Work, key_of, read_many

read: list[str] = []


def lines(texts: Sequence[str]) -> list[str]:
    """Runs in a worker when there are many; notes here what was read in this process."""
    read.extend(texts)
    return [json.dumps(text, ensure_ascii=False) for text in texts]


def decoded(line: str) -> str:
    return str(json.loads(line))


def ask(texts: list[str], store: Store | None, worth: int = 500) -> tuple[list[str], list[str]]:
    read.clear()
    found = read_many(texts, Work(str.strip, lines, decoded, worth), store)
    return found, [*read]


@pytest.mark.parametrize("text", ["строка", "две\u2028строки", "ещё\x85две", "лист\x0c", "\ud800"])
def test_a_text_is_read_once(tmp_path: Path, text: str) -> None:
    store = Store(tmp_path / "lines.tsv", "key")
    plain = Work(lambda of: str(len(of)), lines, decoded)
    first = read_many([text], plain, store)
    read.clear()

    assert first == read_many([text], plain, store) == [text]
    assert read == []


def test_another_key_and_a_damaged_line_are_read_again(tmp_path: Path) -> None:
    store = Store(tmp_path / "lines.tsv", "key")
    ask(["а", "б"], store)
    store.file.write_text(store.file.read_text("utf-8").replace('"б"', '"б'), "utf-8")

    assert ask(["а", "б"], store) == (["а", "б"], ["б"])
    assert ask(["а"], Store(store.file, "other")) == (["а"], ["а"])


def test_many_texts_are_read_in_other_processes_in_their_order() -> None:
    texts = [f"слово {number}" for number in range(120)]

    assert ask(texts, None, worth=10)[0] == texts


def test_a_key_follows_what_is_asked() -> None:
    assert key_of(("ru", "печь"), ["words"]) == key_of(("ru", "печь"), ["words"])
    assert key_of(("ru", "печь"), ["words"]) != key_of(("ru", "стол"), ["words"])
