"""A picture that a data file names."""

from plugins.company.localized import Localized
from plugins.data_files import Record


class Picture(Record):
    """A picture and what it shows; `file` is relative to content/."""

    file: str
    alt: Localized
