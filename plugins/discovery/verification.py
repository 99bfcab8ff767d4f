"""Whose site it is, said to Yandex Webmaster in the head of the home page."""

import re
from collections.abc import Mapping

from plugins.language.messages import message
from plugins.language.problems import Problem, ProblemsFound, expected

_CODE = re.compile(r"[0-9A-Za-z]{8,64}")


def verification_code(variable: str, environ: Mapping[str, str], default: str = "") -> str:
    """The code in an environment variable, else the default; empty without one.

    Raises ProblemsFound for anything but a code, such as the whole meta element.
    """
    value = environ.get(variable, default).strip()
    if value and not _CODE.fullmatch(value):
        what = message(
            "the code of Yandex Webmaster alone, letters and digits: what stands in content"
        )
        raise ProblemsFound([Problem(variable, 0, "", expected(what, f"'{value[:100]}'"))])
    return value
