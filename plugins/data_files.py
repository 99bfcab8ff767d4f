"""A YAML or CSV file into typed records, with all errors of all files at once.

Every scalar is read as text and converted by the record's types: `bik: 044525225` is not a
number, `no` is not a boolean. Records are pydantic models derived from `Record`.
"""

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar, cast

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from plugins.data_errors import details, of_broken_yaml, problem_of, shown, unknown_key
from plugins.language.messages import Message, message
from plugins.language.problems import NOTHING, Problem, ProblemsFound, expected

ENCODINGS = ("utf-8-sig", "cp1251")
A_KEY = message("a known key")
BRACKETS = message("brackets; put a text that begins with one in quotes")
VALID = message("valid YAML")


class Record(BaseModel):
    """A frozen record of facts; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


T = TypeVar("T", bound=Record)
Place = tuple[str | int, ...]


class DataFiles:
    """Reads the files of one folder; leaving the `with` block raises ProblemsFound, if any."""

    def __init__(self, folder: Path, shown_as: str = "content/data") -> None:
        self.folder = folder
        self.shown_as = shown_as
        self.problems: list[Problem] = []
        self.absent: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self.problems and kind is None:
            raise ProblemsFound(self.problems)

    def one(self, record: type[T], name: str) -> T:
        """The record in a YAML file (an empty stand-in where the file has problems)."""
        found, problems = read_yaml(record, f"{self.shown_as}/{name}", self._bytes(name))
        self.problems += problems
        return found if found is not None else cast(T, record.model_construct())

    def optional(self, record: type[T], name: str) -> T | None:
        """The record in a YAML file that a site may do without: None where there is no file."""
        if (self.folder / name).is_file():
            return self.one(record, name)
        self.absent.append(f"{self.shown_as}/{name}")
        return None

    def rows(self, record: type[T], name: str) -> tuple[T, ...]:
        """The records in a CSV file, a row each; none where there is no such file."""
        if not (self.folder / name).is_file():
            return ()
        found, problems = read_csv(record, f"{self.shown_as}/{name}", self._bytes(name))
        self.problems += problems
        return found

    def raw(self, name: str) -> bytes:
        """A file as it is, for a room that reads it itself; empty where there is none."""
        return self._bytes(name) or b""

    def lines(self, name: str, words: Iterable[str]) -> dict[str, int]:
        """Each word and the line of the file where it first stands, 0 where it does not."""
        text = _decoded(self._bytes(name) or b"")
        alone = r"(?:^|(?<=[\s\"']))%s(?=$|[\s\"',;}\]])"
        found = {word: re.search(alone % re.escape(word), text, re.MULTILINE) for word in words}
        return {word: text.count("\n", 0, m.start()) + 1 if m else 0 for word, m in found.items()}

    def _bytes(self, name: str) -> bytes | None:
        file = self.folder / name
        return file.read_bytes() if file.is_file() else None


def read_yaml(record: type[T], file: str, data: bytes | None) -> tuple[T | None, list[Problem]]:
    """A record out of the bytes of a YAML file, or its problems. `file` names it to people."""
    if data is None:
        return None, [Problem(file, 0, "", expected(message("this file"), NOTHING))]
    lines: dict[Place, int] = {(): 1}
    problems: list[Problem] = []
    try:
        node = yaml.compose(data.decode("utf-8-sig"), yaml.SafeLoader)
        plain = _plain(node, (), lines, problems, file)
    except UnicodeDecodeError as error:
        return None, [not_utf8(file, data, error)]
    except (yaml.YAMLError, RecursionError) as error:
        return None, [_not_yaml(file, data, error)]
    try:
        found = record.model_validate({} if plain in (None, "") else plain)
    except ValidationError as error:
        return None, problems + [problem_of(e, record, file, lines) for e in details(error)]
    return (None if problems else found), problems


def _not_yaml(file: str, data: bytes, error: yaml.YAMLError | RecursionError) -> Problem:
    line, what = 0, expected(VALID, message("a value that holds itself"))
    if isinstance(error, yaml.reader.ReaderError):
        line = data.decode("utf-8-sig").count("\n", 0, error.position) + 1
        character = f"U+{error.character:04X}"
        what = expected(VALID, message("the control character %(code)s", code=character))
    elif isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        what = expected(VALID, *of_broken_yaml(error.problem or error.context or ""))
    return Problem(file, line, "", what)


def not_utf8(file: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    """The problem of a text file that is not UTF-8, with the line of its first wrong byte."""
    line = data[: error.start].count(b"\n") + 1
    got = message("byte 0x%(byte)s", byte=f"{data[error.start]:02X}")
    advice = message("save the file as UTF-8 (it may be Windows-1251 now)")
    return Problem(file, line, "", expected(message("UTF-8 text"), got, advice))


def _plain(
    node: yaml.Node | None,
    place: Place,
    lines: dict[Place, int],
    problems: list[Problem],
    file: str,
) -> Any:
    """A YAML node as dicts, lists and text; fills `lines` with the line of every place."""
    if node is None:
        return None
    lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(n, (*place, i), lines, problems, file) for i, n in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return node.value
    plain: dict[str, Any] = {}
    for key_node, value in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(Problem(file, line, shown(place), expected(A_KEY, BRACKETS)))
            continue
        key = key_node.value
        if key in plain:
            problems.append(_twice(file, line, shown((*place, key)), key))
        lines[(*place, key)] = line
        plain[key] = _plain(value, (*place, key), lines, problems, file)
    return plain


def _twice(file: str, line: int, place: str, key: str) -> Problem:
    what = message("each key once")
    return Problem(file, line, place, expected(what, message("%(key)s again", key=key)))


def read_csv(record: type[T], file: str, data: bytes | None) -> tuple[tuple[T, ...], list[Problem]]:
    """Records out of a CSV file: comma, semicolon or tab, UTF-8 (with BOM or not) or cp1251."""
    text = _decoded(data or b"")
    rows, problem = _rows(text, file)
    header = [name.strip() for name in rows[0][1]] if rows else []
    if found_wrong := problem or _header_problem(record, file, header):
        return (), [found_wrong]
    adapter, found, problems = TypeAdapter(record), [], list[Problem]()
    for line, row in rows[1:]:
        if len(row) > len(header):
            problems.append(_too_many(file, line, len(header), len(row)))
            continue
        try:
            cells = {name: cell for name, cell in zip(header, row, strict=False) if name or cell}
            found.append(adapter.validate_python(cells))
        except ValidationError as error:
            problems += [problem_of(e, record, file, {(): line}) for e in error.errors()]
    return tuple(found), problems


def _decoded(data: bytes) -> str:
    try:
        return data.decode(ENCODINGS[0])
    except UnicodeDecodeError:
        return data.decode(ENCODINGS[1], errors="replace")


def _rows(text: str, file: str) -> tuple[list[tuple[int, list[str]]], Problem | None]:
    """Rows that hold something, with the line each begins in, and why the file ends early."""
    header = text.lstrip().split("\n", 1)[0]
    separator = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows, line = [], 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((line, row))
            line = reader.line_num + 1
    except csv.Error:
        advice = message("close each double quote; inside a text write it twice")
        got = message("a double quote out of place")
        return rows, Problem(file, line, "", expected(message("valid CSV"), got, advice))
    return rows, None


def _header_problem(record: type[Record], file: str, header: list[str]) -> Problem | None:
    """What is wrong with the columns: some lack, one stands twice, one is unknown."""
    fields = {field.alias or name: field for name, field in record.model_fields.items()}
    required = [name for name, field in fields.items() if field.is_required()]
    if missing := [name for name in required if name not in header]:
        what = message("the columns %(names)s", names=", ".join(missing))
        return Problem(file, 1, "", expected(what, ", ".join(header) or NOTHING))
    for name in filter(None, header):
        if header.count(name) > 1:
            return _twice(file, 1, name, name)
        if name not in fields:
            return Problem(file, 1, name, unknown_key(name, sorted(fields)))
    return None


def _too_many(file: str, line: int, columns: int, cells: int) -> Problem:
    advice: Message = message("put a text that holds the separator in double quotes")
    return Problem(file, line, "", expected(message("%(n)s cells", n=columns), cells, advice))
