"""Yandex.Metrica: its counter, and the hosts it needs."""

from collections.abc import Mapping

from plugins.language.messages import message
from plugins.language.problems import Problem, ProblemsFound, expected
from plugins.security import Sources

HOST = "https://mc.yandex.ru"
_LOADED = "/consent.js?v="
# Only pages that load the script may ask Metrica's host for anything
METRICA_SOURCES = (
    Sources("script-src", ("'self'", HOST), _LOADED),
    Sources("connect-src", (HOST, "wss://mc.yandex.ru"), _LOADED),
    Sources("img-src", (HOST,), _LOADED),
)


def counter_of(variable: str, environ: Mapping[str, str], default: str = "") -> str:
    """The counter in an environment variable, else the default; empty without Metrica.

    Raises ProblemsFound for anything but digits.
    """
    value = environ.get(variable, default).strip()
    if value and not (value.isascii() and value.isdigit()):
        what = expected(message("the digits of a Metrica counter, such as 12345678"), f"'{value}'")
        raise ProblemsFound([Problem(variable, 0, "", what)])
    return value
