"""What a merge of an export into the relevance map did."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from plugins.keywords.exports import Export, FoundPhrase
from plugins.language.messages import Message
from plugins.language.problems import Problem


@dataclass(frozen=True, slots=True)
class Changed:
    """A frequency that the export renews, in a line of the map; `old` is None where it had none."""

    phrase: str
    line: int
    old: int | None
    new: int


@dataclass(frozen=True, slots=True)
class Filled:
    """An empty cell that the export fills, in a line of the map."""

    phrase: str
    line: int
    column: str
    value: str


@dataclass(frozen=True, slots=True)
class Left:
    """A phrase of both whose frequency stays, though the export says something else."""

    phrase: str
    line: int
    why: Message
    new: int | None


@dataclass(frozen=True, slots=True)
class Merged:
    """The map after a merge, and what the merge did.

    `unchanged` counts phrases whose frequency was the same already, `absent` rows of the map
    that the export does not know; `export` is what was merged; `homeless` are columns that the
    map lacks, and of how many new phrases something would stand there; `recoded`: the characters
    had to be written another way. `problems` say why nothing was merged; `data` is then the map
    as it was. `kept` names the file where the map as it was is kept, "" where there is none.
    """

    data: bytes
    export: Export
    added: tuple[FoundPhrase, ...] = ()
    changed: tuple[Changed, ...] = ()
    filled: tuple[Filled, ...] = ()
    left: tuple[Left, ...] = ()
    unchanged: int = 0
    absent: int = 0
    homeless: Mapping[str, int] = field(default_factory=dict)
    recoded: bool = False
    problems: tuple[Problem, ...] = ()
    kept: str = ""
