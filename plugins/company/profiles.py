"""What others say of the firm: its pages on other sites, papers it was given (company.yaml)."""

from typing import Annotated

from plugins.company.localized import Localized
from plugins.company.moments import Date
from plugins.data_errors import matching
from plugins.data_files import Record
from plugins.language.messages import message

PageAddress = Annotated[
    str,
    matching(r"https://[^\s\"<>]+", message("an address such as https://example.com/firm")),
]


class Profile(Record):
    """A page of the firm on another site: a network, a catalogue of firms."""

    name: Localized
    url: PageAddress


class Credential(Record):
    """A paper that somebody gave the firm: a licence, a membership, an entry in a register."""

    name: Localized
    number: str = ""
    issuer: Localized
    since: Date
    until: Date | None = None
