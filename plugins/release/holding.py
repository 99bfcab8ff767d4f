"""One run at a time: the lock of a target, which ends by the clock if its holder has died."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from plugins.language.messages import Message, message
from plugins.language.problems import Problem, ProblemsFound
from plugins.release.targets import Target

LEASE = timedelta(hours=1)
Say = Callable[[Message], None]


@dataclass(frozen=True)
class Holder:
    """Who holds a lock: a machine and a project on it, until when, and a word of this run alone.

    Of one place one run is here at a time (`output_folder.locked`): a lock of our own place is a
    dead run's.
    """

    place: str
    until: datetime
    word: str

    @property
    def as_bytes(self) -> bytes:
        """What is written into the lock."""
        return json.dumps({**asdict(self), "until": self.until.isoformat()}).encode()


def holder_of(data: bytes) -> Holder | None:
    """Who wrote this into the lock; None where it is not a holder's."""
    try:
        match json.loads(data):
            case {"place": str(place), "until": str(until), "word": str(word)}:
                moment = datetime.fromisoformat(until)
                return Holder(place, moment, word) if moment.tzinfo else None
    except ValueError:
        pass
    return None


@contextmanager
def held(target: Target, place: str, word: str, now: datetime, say: Say) -> Iterator[None]:
    """Hold the lock of a target; raises ProblemsFound where another run holds it."""
    mine = Holder(place, now + LEASE, word).as_bytes
    if there := target.lock(mine):
        stop_at_living(target.name, holder_of(there), place, now)
        say(message("a run that died has left its lock; it is taken away"))
        target.unlock()
        if target.lock(mine):
            raise ProblemsFound([Problem(target.name, 0, "", _JUST_NOW)])
    try:
        yield
    except BaseException:
        # What went wrong is to be told, not that the lock could not be given back then
        with suppress(ProblemsFound, OSError):
            target.unlock()
        raise
    target.unlock()


def stop_at_living(name: str, there: Holder | None, place: str, clock: datetime) -> None:
    """Raises ProblemsFound for a lock that has not ended; a broken one has."""
    if there is None or there.place == place or there.until <= clock:
        return
    why = message(
        "another run publishes here (%(place)s) and may until %(until)s; the next run goes on",
        place=there.place,
        until=f"{there.until:%Y-%m-%d %H:%M}",
    )
    raise ProblemsFound([Problem(name, 0, "", why)])


_JUST_NOW = message("another run has just begun to publish here; the next run goes on")
