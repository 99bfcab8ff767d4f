"""The pipe `python -m plugins.keywords`: a JSON object a line in, one a line out, in order."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from plugins.keywords.matching import matches
from plugins.keywords.phrases import phrase_list
from plugins.language.messages import Message, message

A_LINE = message('one JSON object a line: {"id": 0, "text": "...", "phrases": ["..."]}')
A_TEXT = message("a text in text")
A_LIST = message("a list of texts in phrases")
A_LANGUAGE = message("a language code such as ru in lang")


class BadLineError(ValueError):
    """What a line of input should have been."""

    def __init__(self, what: Message) -> None:
        super().__init__(what.text)
        self.what = what


def answers(lines: Iterable[bytes], lang: str) -> Iterator[tuple[str, bool]]:
    """An answer for each line that is not empty, and whether the line was good.

    `lang` is the language of the errors.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _json(_answer(_asked(line))), True
        except BadLineError as error:
            yield _json({"line": number, "error": _expected(error.what, lang)}), False


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    phrases = phrase_list(tuple(asked["phrases"]), asked.get("lang", "ru"))
    found = matches(asked["text"], phrases)
    return {"id": asked.get("id"), "spans": [[m.phrase, m.start, m.end] for m in found]}


def _asked(line: bytes) -> dict[str, Any]:
    try:
        asked = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise BadLineError(A_LINE) from None
    if not isinstance(asked, dict):
        raise BadLineError(A_LINE)
    if not isinstance(asked.get("text"), str):
        raise BadLineError(A_TEXT)
    phrases = asked.get("phrases")
    if not isinstance(phrases, list) or not all(isinstance(p, str) for p in phrases):
        raise BadLineError(A_LIST)
    if not isinstance(asked.get("lang", "ru"), str):
        raise BadLineError(A_LANGUAGE)
    return asked


def _refuse(constant: str) -> None:
    """NaN and Infinity are no JSON."""
    raise ValueError(constant)


def _expected(what: Message, lang: str) -> str:
    return message("expected %(what)s", what=what).in_language(lang)


def _json(answer: dict[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False)
