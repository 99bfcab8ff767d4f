"""What this machine remembers of releases: a copy of the target's record, and the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.language.messages import Message, message
from plugins.release.ledger import LEDGER, broken_lines, note
from plugins.release.record import (
    ABSENT,
    Record,
    as_bytes,
    copy_name,
    known,
    read_bytes,
    record_of,
    write_whole,
)
from plugins.release.targets import Target

_FORGOTTEN = message(
    "%(target)s does not remember its last release: %(why)s; what stands there counts"
)
_USELESS = message("%(file)s is of no use: %(why)s; it is made again from the target")
_CUT = message("%(file)s: lines that cannot be read are passed over: %(lines)s")


@dataclass(frozen=True)
class Memory:
    """The folder `state/`, for one target."""

    folder: Path
    target: Target

    @property
    def copy(self) -> Path:
        """The copy of the target's record."""
        return self.folder / copy_name(self.target.name)

    def recalled(self) -> tuple[Record | Message, Record | Message]:
        """What is known of the last release, and what the target itself says of it."""
        there = record_of(self.target.read_state())
        return known(there, record_of(read_bytes(self.copy))), there

    def keep(self, record: Record) -> None:
        """Tell the target, then the copy: each holds the old record or the new one, whole."""
        self.target.write_state(as_bytes(record))
        write_whole(self.copy, as_bytes(record))

    def note(self, at: datetime, step: str, facts: Mapping[str, object]) -> None:
        """A line of the ledger."""
        note(self.folder / LEDGER, at, step, {"target": self.target.name, **facts})

    def complaints(self, there: Record | Message) -> list[Message]:
        """What is missing or broken, in words; it is made again, or passed over."""
        found = []
        if isinstance(there, Message) and self.copy.exists():
            found.append(message(_FORGOTTEN.text, target=self.target.name, why=there))
        copied = record_of(read_bytes(self.copy))
        if isinstance(copied, Message) and copied is not ABSENT:
            file = f"{self.folder.name}/{self.copy.name}"
            found.append(message(_USELESS.text, file=file, why=copied))
        if lines := broken_lines(self.folder / LEDGER):
            file, cut = f"{self.folder.name}/{LEDGER}", ", ".join(map(str, lines))
            found.append(message(_CUT.text, file=file, lines=cut))
        return found
