"""Tables for spreadsheets: CSV that Excel opens rightly and never takes for formulas."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

# Excel splits by the list separator of its language, and reads UTF-8 only with a byte order mark.
SEPARATORS = {"ru": ";"}
MARK = "\ufeff"
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")

Cell = str | int


def csv_of(header: Sequence[str], rows: Iterable[Sequence[Cell]], lang: str) -> bytes:
    """A table of guarded cells as UTF-8 with a byte order mark: `;` in Russian, else `,`."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=SEPARATORS.get(lang, ","))
    writer.writerow(header)
    writer.writerows(rows)
    return (MARK + text.getvalue()).encode()


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula; plain numbers stay as they are.

    An apostrophe in front makes it text: https://owasp.org/www-community/attacks/CSV_Injection
    """
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
