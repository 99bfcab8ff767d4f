"""How sure a share is: Wilson's interval, and whether two shares surely differ.

E. B. Wilson (1927), JASA 22: 209-212; the form without continuity correction, 95 %.
"""

from dataclasses import dataclass
from math import sqrt

# Fewer cases than this are told as «3 of 7», without per cent
LEAST = 20
_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, both counted."""

    part: int
    whole: int

    @property
    def small(self) -> bool:
        """Whether there are too few cases for per cent."""
        return self.whole < LEAST

    @property
    def value(self) -> float:
        """From 0 to 1; 0 of nothing."""
        return self.part / self.whole if self.whole else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Where the share of all such visitors lies, 19 times of 20."""
        if not self.whole:
            return 0.0, 1.0
        n, share, z2 = self.whole, self.value, _Z * _Z
        middle = (share + z2 / (2 * n)) / (1 + z2 / n)
        half = _Z / (1 + z2 / n) * sqrt(share * (1 - share) / n + z2 / (4 * n * n))
        return max(0.0, middle - half), min(1.0, middle + half)


def surely_below(one: Share, other: Share) -> bool:
    """Whether one share lies below another, and their intervals have nothing in common."""
    return not one.small and not other.small and one.interval[1] < other.interval[0]
