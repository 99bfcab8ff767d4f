"""What pydantic or the YAML parser found wrong, said to people: expected this, got that, there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import AfterValidator, BaseModel, ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from plugins.language.messages import Message, message
from plugins.language.problems import NOTHING, Problem, expected

EXPECTED = {
    "missing": message("a value"),
    "string_type": message("a text"),
    "string_too_short": message("a text"),
    "bool_parsing": message("true or false"),
    "bool_type": message("true or false"),
    "int_type": message("a whole number"),
    "int_parsing": message("a whole number"),
    "int_from_float": message("a whole number"),
    "int_parsing_size": message("a whole number"),
    "decimal_type": message("a number such as 12500.00"),
    "decimal_parsing": message("a number such as 12500.00"),
    "decimal_max_digits": message("a number such as 12500.00"),
    "decimal_max_places": message("a number such as 12500.00"),
    "decimal_whole_digits": message("a number such as 12500.00"),
    "finite_number": message("a number such as 12500.00"),
    "date_type": message("a date such as 2026-11-22"),
    "date_from_datetime_inexact": message("a date such as 2026-11-22"),
    "date_from_datetime_parsing": message("a date such as 2026-11-22"),
    "date_parsing": message("a date such as 2026-11-22"),
    "time_type": message("a time such as 09:00"),
    "time_parsing": message("a time such as 09:00"),
    "list_type": message("a list"),
    "tuple_type": message("a list"),
    "too_short": message("a list with at least one item"),
    "dict_type": message("keys with values"),
    "model_type": message("keys with values"),
    "model_attributes_type": message("keys with values"),
}
_COLON = message("a colon inside a value, or a wrong indent")
_NO_FIT = message("something that does not fit the lines above")
_KEEP_INDENT = message("keep one indent; inside double quotes use other quotes")
_NO_COLON = message("a line without a colon")
_OPEN = message("a quote or a bracket that is not closed")
# What the YAML parser says of broken YAML; what that is, and what to do about it
BROKEN = {
    r"'\\t'": (message("a tab"), message("indent with spaces")),
    "mapping values are not": (_COLON, message("put a value with a colon in quotes")),
    "expected <block end>": (_NO_FIT, _KEEP_INDENT),
    "expected ':'": (_NO_COLON, message("write a colon and a space after the key")),
    "stream|expected ','": (_OPEN, message("close it; it may stand in a line above")),
    "cannot start": (message("a sign that begins no value"), message("put the value in quotes")),
    "another document": (message("a second document"), message("remove the line ---")),
    "escape": (message("a backslash in double quotes"), message("use single quotes")),
}
UNKNOWN = (
    message("something that YAML does not allow here"),
    message("check the indents and quotes of this line"),
)
LONGEST_QUOTE = 60
_A_LIST, _KEYS = EXPECTED["list_type"], EXPECTED["dict_type"]


def must_be(what: Message) -> PydanticCustomError:
    """The error that a record's own rule raises; `what` says what is expected."""
    return PydanticCustomError("expected", "expected", {"what": what})


def wrong_items(
    found: Iterable[tuple[tuple[str | int, ...], Message, object]],
) -> ValidationError:
    """The error of a rule about a whole list: places below it, what is expected, what is there."""
    errors = [InitErrorDetails(type=must_be(w), loc=place, input=got) for place, w, got in found]
    return ValidationError.from_exception_data("list", errors)


def matching(pattern: str, what: Message) -> AfterValidator:
    """A rule for a text: the whole of it matches a regular expression; `what` says it in words."""

    def matched(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise must_be(what)
        return value

    return AfterValidator(matched)


def details(error: ValidationError) -> list[ErrorDetails]:
    """The errors, but for lists called too short only because their items are wrong."""
    found = error.errors()
    places = [e["loc"] for e in found]
    return [e for e in found if e["type"] != "too_short" or not _above(e["loc"], places)]


def _above(place: tuple[str | int, ...], places: Iterable[tuple[str | int, ...]]) -> bool:
    return any(len(p) > len(place) and p[: len(place)] == place for p in places)


def problem_of(
    error: ErrorDetails,
    record: type[BaseModel],
    file: str,
    lines: Mapping[tuple[str | int, ...], int],
) -> Problem:
    """A Problem out of one of pydantic's errors; the line is that of the nearest known place."""
    place = error["loc"]
    nearest = next(place[:n] for n in range(len(place), -1, -1) if place[:n] in lines)
    if error["type"] == "extra_forbidden":
        text = unknown_key(str(place[-1]), _keys(record, place[:-1]))
    else:
        text = expected(_what(error), _got(error))
    return Problem(file, lines[nearest], shown(place), text)


def shown(place: tuple[str | int, ...]) -> str:
    """A place as people write it: `phones[1].number`, items counted from 1."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place)
    return "".join(parts).lstrip(".")


def _what(error: ErrorDetails) -> Message | str:
    context: dict[str, Any] = error.get("ctx", {})
    match error["type"]:
        case "expected":
            what: Message = context["what"]
            return what
        case "enum" | "literal_error":
            names = context["expected"].replace("'", "").replace(" or ", ", ")
            return message("one of %(names)s", names=names)
        case "greater_than":
            return message("more than %(limit)s", limit=context["gt"])
        case "greater_than_equal":
            return message("at least %(limit)s", limit=context["ge"])
        case "less_than_equal":
            return message("at most %(limit)s", limit=context["le"])
        case known:
            return EXPECTED.get(known, error["msg"])


def _got(error: ErrorDetails) -> Message | str:
    if error["type"] == "missing" or error["input"] in ("", None, ()):
        return NOTHING
    if isinstance(error["input"], (dict, list, BaseModel)):
        return _A_LIST if isinstance(error["input"], list) else _KEYS
    text = str(error["input"])
    return f"'{text[:LONGEST_QUOTE]}…'" if len(text) > LONGEST_QUOTE else f"'{text}'"


def of_broken_yaml(problem: str) -> tuple[Message, Message]:
    """What the parser says of broken YAML and what to do about it, in words of people."""
    return next((words for said, words in BROKEN.items() if re.search(said, problem)), UNKNOWN)


def unknown_key(key: str, known: list[str]) -> Message:
    """What to say of a key that a record does not have."""
    close = get_close_matches(key, known, 1)
    advice = (
        message("did you mean %(name)s?", name=close[0])
        if close
        else message("known keys are %(names)s", names=", ".join(known))
    )
    return expected(message("a known key"), f"'{key}'", advice)


def _keys(record: type[BaseModel], place: tuple[str | int, ...]) -> list[str]:
    """The keys that the record has at a place."""
    models: list[type[BaseModel]] = [record]
    for part in place:
        if isinstance(part, str):
            fields = [m.model_fields[part].annotation for m in models if part in m.model_fields]
            models = [found for field in fields for found in _models(field)] or models
    return sorted({name for model in models for name in model.model_fields})


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
