"""Social networks that a Russian site must not lead to (networks.yaml), and allowed names."""

from typing import Annotated, Literal

from pydantic import Field

from plugins.company.keys import EACH_KEY_ONCE
from plugins.company.localized import Localized
from plugins.company.moments import Date
from plugins.data_errors import matching
from plugins.data_files import Record
from plugins.language.messages import message

_KEY = message("a short name of small Latin letters and digits, such as meta")


class Owner(Record):
    """The owner of networks: what a link to them means, and the note a mention needs, if any.

    `key` is what writers put in braces after the first mention: `{meta}`.
    """

    key: Annotated[str, matching(r"[a-z][a-z0-9-]*", _KEY)]
    link: Literal["forbidden", "doubtful"]
    why: Localized
    note: Localized | None = None
    names: tuple[str, ...] = ()
    hosts: Annotated[tuple[str, ...], Field(min_length=1)]


class Networks(Record):
    """All of them, and when that was last checked."""

    checked: Date
    owners: Annotated[tuple[Owner, ...], EACH_KEY_ONCE] = ()


class Trademark(Record):
    """A word in Latin letters that may stand in the interface of a Russian page, and why."""

    word: str
    why: str = ""
