"""`invoke new`: ask for what is missing, write one file, open nothing."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import cast
from unicodedata import category

from plugins.documents.drafts import FOLDERS, NewKind, draft
from plugins.documents.front_matter import problems_of
from plugins.documents.reading import slug_problems
from plugins.documents.sources import Source
from plugins.language.messages import Message, message, reader_language
from plugins.language.problems import NOTHING, Problem, ProblemsFound, expected
from plugins.language.slugs import slug_of

Ask = Callable[[str], str]
LONGEST_SLUG = 80
_READY = message("write the text, set its Status to ready; invoke schedule gives it a day")
_PUBLISHED = message("write the text, then change its Status to published")
# Unicode's controls, line and paragraph ends, and halves of characters
UNSEEN = ("Cc", "Zl", "Zp", "Cs")


def created(  # noqa: PLR0913 - the answers of one form
    content: Path, kind: str, title: str, language: str, slug: str, *, ask: Ask, now: datetime
) -> Message:
    """Write the draft and say where it is; raises ProblemsFound for wrong or missing answers."""
    languages = sorted(folder.parent.name for folder in content.glob("*/pages"))
    kind = kind or _answer(ask, message("Kind (%(names)s)", names=", ".join(FOLDERS)), "article")
    _one_of("kind", kind, list(FOLDERS))
    title = _one_line("title", title.strip() or _answer(ask, message("Title"), ""))
    if not title:
        raise _refused("title", message("a text"), NOTHING)
    language = language or _answer(
        ask, message("Language (%(names)s)", names=", ".join(languages)), "ru"
    )
    _one_of("language", language, languages)
    slug = _one_line("slug", slug.strip() or _answer(ask, message("Address"), proposed(title)))
    if not slug:
        raise _refused("title", message("a title with letters or digits"), f"'{title}'")
    if len(slug) > LONGEST_SLUG:
        raise _refused(
            "slug", message("at most %(limit)s characters", limit=LONGEST_SLUG), len(slug)
        )
    made = draft(cast(NewKind, kind), title, language, slug, now)
    if found := _problems(Source(made.path, made.text)):
        raise ProblemsFound(found)
    _write(content, made.path, made.text)
    what = _READY if kind == "article" else _PUBLISHED
    return message("content/%(path)s is there: %(what)s", path=made.path, what=what)


def proposed(title: str) -> str:
    """The slug of a title, cut at a hyphen where it is too long to be read in an address."""
    slug = slug_of(title)
    if len(slug) <= LONGEST_SLUG:
        return slug
    return slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]


def _problems(source: Source) -> list[Problem]:
    """What is wrong with a draft, but for keys that stand empty: its writer will fill them in."""
    empty = {field.written for field in source.fields.values() if not field.value}
    found = [*problems_of(source.path, source.text), *slug_problems(source)]
    return [problem for problem in found if problem.place not in empty]


def _one_line(place: str, text: str) -> str:
    """The text, unless it would break the line that it is to stand in."""
    wrong = next((c for c in text if category(c) in UNSEEN), "")
    if wrong:
        got = message("the control character %(code)s", code=f"U+{ord(wrong):04X}")
        raise _refused(place, message("a text of one line"), got)
    return text


def _refused(place: str, what: Message, got: object) -> ProblemsFound:
    return ProblemsFound([Problem("invoke new", 0, place, expected(what, got))])


def _write(content: Path, path: str, text: str) -> None:
    file = content / path
    if file.exists():
        taken = message("this file is there already; choose another title or slug")
        raise ProblemsFound([Problem(f"content/{path}", 0, "", taken)])
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _answer(ask: Ask, question: Message, proposed: str) -> str:
    hint = f" [{proposed}]" if proposed else ""
    try:
        return ask(f"{question.in_language(reader_language())}{hint}: ").strip() or proposed
    except EOFError:
        return proposed


def _one_of(place: str, value: str, known: list[str]) -> None:
    if value not in known:
        raise _refused(place, message("one of %(names)s", names=", ".join(known)), f"'{value}'")
