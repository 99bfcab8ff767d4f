"""Sending to IndexNow: a batch until it is accepted, refused or put off until the next run."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from plugins.discovery.indexnow import Batch, Meaning, meaning_of, seconds_to_wait
from plugins.release.web import Answer, Web

# Seconds between tries where the engine names none; whoever asks for more is asked next time
PAUSES = (2.0, 10.0, 60.0)
LONGEST_PAUSE = 600.0


@dataclass(frozen=True)
class Clock:
    """The clock as a value: what time it is, and how to wait."""

    now: Callable[[], datetime]
    sleep: Callable[[float], None]


@dataclass(frozen=True)
class Delivery:
    """A batch, the last answer to it, what that means, and how often it was sent."""

    batch: Batch
    answer: Answer
    meaning: Meaning
    tries: int

    @property
    def accepted(self) -> tuple[str, ...]:
        """What the engine knows from now on."""
        return self.batch.paths if self.meaning is Meaning.ACCEPTED else ()


def deliveries(batches: Iterable[Batch], web: Web, clock: Clock) -> Iterator[Delivery]:
    """Send the batches of an engine one after another; ends where the rest would fail as well.

    Addresses that an engine finds bad stand in one batch: those after it are still sent.
    """
    for batch in batches:
        delivery = delivered(batch, web, clock)
        yield delivery
        if delivery.meaning in (Meaning.REFUSED, Meaning.LATER):
            return


def delivered(batch: Batch, web: Web, clock: Clock) -> Delivery:
    """Send a batch, again after a pause where the engine is out of order or has too much to do."""
    body = batch.body
    for tries, pause in enumerate((*PAUSES, 0.0), 1):
        answer = web.post(batch.engine, body)
        meaning = meaning_of(answer.status, answer.body)
        wait = max(pause, seconds_to_wait(answer.retry_after, clock.now()))
        if meaning is not Meaning.LATER or tries > len(PAUSES) or wait > LONGEST_PAUSE:
            break
        clock.sleep(wait)
    return Delivery(batch, answer, meaning, tries)
