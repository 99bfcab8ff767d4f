"""`invoke new`: ask for what is missing, write one file, open nothing."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import cast

from plugins.documents.drafts import FOLDERS, NewKind, draft
from plugins.documents.reading import slug_problems
from plugins.documents.sources import Source
from plugins.language.messages import Message, message, reader_language
from plugins.language.problems import NOTHING, Problem, ProblemsFound, expected
from plugins.language.slugs import slug_of

Ask = Callable[[str], str]


def created(  # noqa: PLR0913 - the answers of one form
    content: Path, kind: str, title: str, language: str, slug: str, *, ask: Ask, now: datetime
) -> Message:
    """Write the draft and say where it is; raises ProblemsFound for wrong or missing answers."""
    languages = sorted(folder.parent.name for folder in content.glob("*/pages"))
    kind = kind or _answer(ask, message("Kind (%(names)s)", names=", ".join(FOLDERS)), "article")
    _one_of("kind", kind, list(FOLDERS))
    title = title or _answer(ask, message("Title"), "")
    if not title:
        raise ProblemsFound(
            [Problem("invoke new", 0, "title", expected(message("a text"), NOTHING))]
        )
    language = language or _answer(
        ask, message("Language (%(names)s)", names=", ".join(languages)), "ru"
    )
    _one_of("language", language, languages)
    slug = slug or _answer(ask, message("Address"), slug_of(title))
    made = draft(cast(NewKind, kind), title, language, slug, now)
    if wrong := slug_problems(Source(made.path, made.text)):
        raise ProblemsFound(wrong)
    return _written(content, made.path, made.text)


def _written(content: Path, path: str, text: str) -> Message:
    file = content / path
    if file.exists():
        taken = message("this file is there already; choose another title or slug")
        raise ProblemsFound([Problem(f"content/{path}", 0, "", taken)])
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return message(
        "content/%(path)s is ready: write the text, then change its Status to published",
        path=path,
    )


def _answer(ask: Ask, question: Message, proposed: str) -> str:
    hint = f" [{proposed}]" if proposed else ""
    try:
        return ask(f"{question.in_language(reader_language())}{hint}: ").strip() or proposed
    except EOFError:
        return proposed


def _one_of(place: str, value: str, known: list[str]) -> None:
    if value not in known:
        what = expected(message("one of %(names)s", names=", ".join(known)), f"'{value}'")
        raise ProblemsFound([Problem("invoke new", 0, place, what)])
