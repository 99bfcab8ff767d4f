"""What git knows of the texts, as checks get it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class History:
    """`commits`: path below content/ to the last commit of the file, with its zone.

    `cut`: git has a part of the history only, so nothing can be said of any file.
    """

    commits: Mapping[str, datetime] = field(default_factory=dict)
    cut: bool = False


NO_HISTORY = History()
