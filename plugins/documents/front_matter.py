"""The `Key: value` lines at the top of a Markdown file, and what is wrong with them.

The syntax is that of Python-Markdown's meta-data extension, which Pelican uses.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from plugins.documents.keys import KNOWN_KEYS, meant, meant_by
from plugins.documents.stages import Status
from plugins.language.messages import Message, message
from plugins.language.problems import NOTHING, Problem, ProblemsFound, Severity, expected

MOSCOW = ZoneInfo("Europe/Moscow")
LISTS = ("articles", "products", "cases")
ON_OFF = ("on", "off")
LEVELS = ("off", *"123456789")
PRIORITIES = tuple("123456789")
CHOICES: dict[str, tuple[str, ...]] = {
    "status": tuple(Status),
    "lists": LISTS,
    "typography": ON_OFF,
    "links_out": ON_OFF,
    "links_in": LEVELS,
    "priority": PRIORITIES,
    "picture": ("none",),
}
# Files whose author has not said that they are out
UNFINISHED = (Status.IDEA, Status.DRAFT, Status.READY)
_DAYS = re.compile(r"[1-9]\d{0,4}")
LARGEST = 1024 * 1024
_DATE_EXAMPLE = message("a date such as 2026-11-03 or 2026-11-03 10:00")
_NO_CONTROL = message("a text without control characters")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_LINE = re.compile(r" {0,3}([A-Za-z0-9_-]+):\s*(.*)")
_MORE = re.compile(r" {4,}(.*)")
_DATE = re.compile(
    r"(?:(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)"
    r"|(?P<day2>\d\d?)\.(?P<month2>\d\d?)\.(?P<year2>\d{4}))"
    r"(?:[ T](?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d))?)?"
    r"\s*(?P<zone>Z|[+-]\d\d:?\d\d)?"
)


@dataclass(frozen=True)
class Field:
    """One key of the front matter: lower-case name as Pelican sees it, value, line from 1."""

    key: str
    written: str
    value: str
    line: int


def fields_of(text: str) -> tuple[Field, ...]:
    """The front matter of a file's text, in order; lines of one value are joined by spaces."""
    return tuple(_fields(text))


def _fields(text: str) -> Iterator[Field]:
    field: Field | None = None
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if number == 1 and line.strip() == "---":
            continue
        if not line.strip() or line.strip() in ("---", "..."):
            break
        found, more = _LINE.fullmatch(line), _MORE.fullmatch(line)
        if found:
            if field:
                yield field
            field = Field(found[1].lower(), found[1], found[2].strip(), number)
        elif more and field:
            joined = f"{field.value} {more[1].strip()}".strip()
            field = Field(field.key, field.written, joined, field.line)
        else:
            break
    if field:
        yield field


def end_of(field: Field, lines: list[str]) -> int:
    """The index of the first line below a field and its further lines, in the lines of a file."""
    at = field.line
    while at < len(lines) and _MORE.fullmatch(lines[at]) and lines[at].strip():
        at += 1
    return at


def date_of(value: str) -> datetime | None:
    """A moment out of `2026-11-03`, `2026-11-03 10:00`, `03.11.2026`; None if it is not one.

    No zone means Moscow. The order of day and month never depends on the machine.
    """
    found = _DATE.fullmatch(value.strip())
    if found is None:
        return None
    part = found.groupdict()
    year, month, day = (part[name] or part[f"{name}2"] for name in ("year", "month", "day"))
    hour, minute, second = (int(part[name] or 0) for name in ("hour", "minute", "second"))
    try:
        moment = datetime(int(year), int(month), int(day), hour, minute, second, tzinfo=MOSCOW)
        zone = (part["zone"] or "").replace("Z", "+0000")
        return moment.replace(tzinfo=datetime.strptime(zone, "%z").tzinfo) if zone else moment
    except ValueError:
        return None


def moment_of(variable: str, environ: Mapping[str, str]) -> datetime | None:
    """The date in an environment variable, None if it is not set; raises ProblemsFound."""
    value = environ.get(variable, "")
    if value and date_of(value) is None:
        raise ProblemsFound([Problem(variable, 0, "", expected(_DATE_EXAMPLE, f"'{value}'"))])
    return date_of(value)


def problems_of(source: str, text: str) -> list[Problem]:
    """Everything in a file's front matter that must be mended before the site is built.

    `source` is the path below content/; an article is recognised by its folder.
    """
    file = f"content/{source}"
    if not text.strip():
        what = expected(message("a text with a Title"), message("an empty file"))
        return [Problem(file, 1, "", what)]
    written = fields_of(text)
    fields = {field.key: field for field in reversed(written)}
    filled = [field for field in written if not _left_open(field, fields)]
    found = [p for field in filled for p in _field_problems(file, source, field)]
    found += [*_doubled(file, written), *_broken_off(file, text, written), *_never(file, fields)]
    mistyped = {meant(key) for key in fields if key not in KNOWN_KEYS}
    given = {key for key, field in fields.items() if field.value or key != "product"}
    absent = [key for key in _required(source, fields) if key not in given | mistyped]
    found += [_missing(file, key, written) for key in absent]
    size = len(text.encode())
    if size > LARGEST:
        found.append(_too_large(file, size))
    return found


def unknown_keys(text: str) -> tuple[Field, ...]:
    """Keys that Vitrina does not know and that are no slip of the pen either."""
    return tuple(f for f in fields_of(text) if f.key not in KNOWN_KEYS and not meant(f.key))


def _required(source: str, fields: Mapping[str, Field]) -> tuple[str, ...]:
    """Keys that a file cannot do without; an unfinished one may still lack its sku and its day."""
    folder = "".join(source.split("/")[1:2])
    status = fields["status"].value.lower() if "status" in fields else ""
    if status in (Status.IDEA, Status.DRAFT):
        return ("title",)
    if folder == "products":
        return ("title", "product")
    return ("title", "date") if is_article(source) and status != Status.READY else ("title",)


def _left_open(field: Field, fields: Mapping[str, Field]) -> bool:
    """Whether it is the empty Date of an unfinished text: its slot will be written there."""
    unfinished = "status" in fields and fields["status"].value.lower() in UNFINISHED
    return field.key == "date" and not field.value and unfinished


def is_article(source: str) -> bool:
    """Whether the path below content/ is that of a blog article."""
    return source.split("/")[1:2] == ["blog"]


def _missing(file: str, key: str, fields: tuple[Field, ...]) -> Problem:
    advice = None if fields else message("begin the file with lines such as «Title: …»")
    name = KNOWN_KEYS[key]
    example = message("a line «%(key)s: …» at the top of the file", key=name)
    return Problem(file, 1, name, expected(example, NOTHING, advice))


def _doubled(file: str, fields: Iterable[Field]) -> Iterator[Problem]:
    """Keys that stand twice: the first one counts."""
    seen: dict[str, int] = {}
    for field in fields:
        first = seen.setdefault(field.key, field.line)
        if first != field.line:
            again = message("%(key)s again", key=field.written)
            text = expected(message("each key once"), again)
            yield Problem(file, field.line, field.written, text, Severity.WARNING)


def _never(file: str, fields: Mapping[str, Field]) -> Iterator[Problem]:
    """A text that would leave before it comes."""
    days = [date_of(fields[key].value) for key in ("date", "expires") if key in fields]
    if len(days) > 1 and days[0] and days[1] and days[1] <= days[0]:
        field = fields["expires"]
        text = expected(message("a moment after Date"), f"'{field.value}'")
        yield Problem(file, field.line, field.written, text)


def _broken_off(file: str, text: str, fields: tuple[Field, ...]) -> Iterator[Problem]:
    """A line right below the keys that ends them, though it is no empty line.

    Python-Markdown would take it and all keys after it for text.
    """
    lines = text.split("\n")
    at = end_of(fields[-1], lines) if fields else 0
    if at >= len(lines) or not fields or lines[at].strip() in ("", "---", "..."):
        return
    advice = meant_by(lines[at])
    severity = Severity.ERROR if advice else Severity.WARNING
    what = message("a line «Key: value», or an empty line before the text")
    shown = lines[at].strip()[:40]
    yield Problem(file, at + 1, "", expected(what, f"'{shown}'", advice), severity)


def _too_large(file: str, size: int) -> Problem:
    got = message("%(size)s MB", size=f"{size / LARGEST:.1f}")
    advice = message("split the text: nobody reads a page of that size on a phone")
    what = expected(message("at most 1 MB of Markdown"), got, advice)
    return Problem(file, 1, "", what, Severity.WARNING)


def _field_problems(file: str, source: str, field: Field) -> Iterator[Problem]:
    what = _NO_CONTROL if _CONTROL.search(field.value) else _expected_of(source, field)
    if what is not None:
        got = f"'{field.value}'" if field.value else NOTHING
        yield Problem(file, field.line, field.written, expected(what, got))
    if field.key not in KNOWN_KEYS and (known := meant(field.key)):
        advice = message("did you mean %(name)s?", name=KNOWN_KEYS[known])
        text = expected(message("a known key"), f"'{field.written}'", advice)
        yield Problem(file, field.line, field.written, text)


def _expected_of(source: str, field: Field) -> Message | None:
    """What a field must hold, if it does not."""
    match field.key:
        case "title" if not field.value:
            return message("a text")
        case "date" | "modified" | "expires" | "deadline" | "written" if (
            date_of(field.value) is None
        ):
            return _DATE_EXAMPLE
        case "evergreen" if not _DAYS.fullmatch(field.value):
            return message("a number of days such as 180")
        case key if key in CHOICES and field.value.lower() not in CHOICES[key]:
            return message("one of %(names)s", names=", ".join(CHOICES[key]))
        case "lang" if field.value != source.split("/", maxsplit=1)[0]:
            return message(
                "%(lang)s, the language of the folder", lang=source.split("/", maxsplit=1)[0]
            )
    return None
