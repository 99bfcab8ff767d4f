"""Social networks that a Russian site must not lead to (networks.yaml), and allowed names."""

from typing import Annotated, Literal

from pydantic import Field

from plugins.company.localized import Localized
from plugins.company.moments import Date
from plugins.data_files import Record


class Owner(Record):
    """The owner of networks: what a link to them means, and the note a mention needs, if any.

    `key` is what writers put in braces after the first mention: `{meta}`.
    """

    key: Annotated[str, Field(pattern=r"[a-z][a-z0-9-]*")]
    link: Literal["forbidden", "doubtful"]
    why: Localized
    note: Localized | None = None
    names: tuple[str, ...] = ()
    hosts: Annotated[tuple[str, ...], Field(min_length=1)]


class Networks(Record):
    """All of them, and when that was last checked."""

    checked: Date
    owners: tuple[Owner, ...] = ()


class Trademark(Record):
    """A word in Latin letters that may stand in the interface of a Russian page, and why."""

    word: str
    why: str = ""
