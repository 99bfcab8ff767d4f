"""The `Date:` line of a file: written without touching anything else of its bytes."""

from datetime import datetime

from plugins.documents.front_matter import MOSCOW, end_of, fields_of

_BOM = "\ufeff"


def date_value(moment: datetime) -> str:
    """A moment as front matter has it: no zone means Moscow."""
    if moment.utcoffset() == moment.astimezone(MOSCOW).utcoffset():
        return f"{moment:%Y-%m-%d %H:%M}"
    return f"{moment:%Y-%m-%d %H:%M%z}"


def dated(data: bytes, value: str) -> bytes | None:
    """The bytes of a Markdown file with a line `Date: value`.

    An empty `Date:` line is filled in; without one a line is put below `Status`, else below the
    first key, with the line ends of that place. None where a date stands already, where there are
    no keys, and where the bytes are not UTF-8.
    """
    text = data.decode("utf-8", "ignore")
    fields = fields_of(text.replace("\r\n", "\n"))
    if text.encode() != data or not fields:
        return None
    if any(field.key == "date" and field.value for field in fields):
        return None
    lines = text.split("\n")
    empty = next((field for field in fields if field.key == "date"), None)
    if empty:
        at = empty.line - 1
        lines[at] = f"{lines[at].partition(':')[0]}: {value}{_end(lines[at])}"
    else:
        at = end_of(next((f for f in fields if f.key == "status"), fields[0]), lines)
        lines.insert(at, f"Date: {value}{_end(lines[at - 1])}")
    return "\n".join(lines).encode()


def _end(line: str) -> str:
    return "\r" if line.endswith("\r") else ""
