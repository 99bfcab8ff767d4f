"""How the funnel is counted, and by which engine."""

from collections.abc import Mapping
from dataclasses import dataclass, field

LOCAL = "duckdb://"


@dataclass(frozen=True)
class FunnelSettings:
    """`backend` is an address of ibis.connect; `duckdb://` alone reads files on this machine.

    Any other holds the tables already, by the names of `visits`, `events` and `orders`.
    `window` is how many days a visitor has for a step. `goals` are numbers of Metrica's goals by
    step: `{"checkout": (123456,)}`. `event_codes` tell what numbers in productEventType mean,
    where a counter writes numbers: `{"3": "detail"}`. `zone` is that of the counter, into which
    times of orders are brought.
    """

    backend: str = LOCAL
    visits: str = "visits"
    events: str = "events"
    orders: str = "orders"
    window: int = 30
    goals: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    event_codes: Mapping[str, str] = field(default_factory=dict)
    zone: str = "Europe/Moscow"
    threads: int = 2
    memory: str = "1500MB"

    @property
    def reads_files(self) -> bool:
        """Whether exports are read here, or tables stand in an engine of the firm."""
        return self.backend == LOCAL
